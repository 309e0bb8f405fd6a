"""The prose of HTML blocks: fields between block-level tags, with inline tags inside."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.article.fields import Field
from workflow.article.html_tags import KEPT, NOT_TRANSLATED, OFF, ON, pair_tags, tag_name
from workflow.article.inline import Context, number_tags
from workflow.article.masking import masked_spans
from workflow.article.pieces import Kind, Piece, Role, Slot
from workflow.article.slots import assigned_slots

_TAG = re.compile(r"<!--.*?-->|<[!?/]?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.DOTALL)
_ENTITY = re.compile(r"&#?\w+;")
_INLINE = frozenset(
    ["a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "data", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr"]
)
_WORD = re.compile(r"[^\W_]")


class HtmlRegions:
    """What is open across blocks: `workflow:off`, an element that is not for translation."""

    def __init__(self) -> None:
        self.is_off = False
        self.element = ""
        self.depth = 0

    @property
    def kept(self) -> bool:
        """Is text here left alone?"""
        return self.is_off or bool(self.element)

    def see(self, tag: str) -> None:
        """Take a tag or comment into account."""
        if OFF.fullmatch(tag):
            self.is_off = True
        elif ON.fullmatch(tag):
            self.is_off = False
        name, closing = tag_name(tag)
        if not name or tag.endswith("/>"):
            return
        if self.element:
            self.depth += (-1 if closing else 1) if name == self.element else 0
            if self.depth == 0:
                self.element = ""
        elif not closing and (name in KEPT or NOT_TRANSLATED.search(tag)):
            self.element, self.depth = name, 1


@dataclass(frozen=True, slots=True)
class HtmlPlace:
    """Text of an HTML block."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        """Text, inline tags and masked spans."""
        cuts = [(*match.span(), "html") for match in _TAG.finditer(text)]
        cuts += [
            (start, end, "masked")
            for start, end in masked_spans(text)
            if not any(first < end and start < last for first, last, _ in cuts)
        ]
        out: list[Piece] = []
        done = 0
        for start, end, name in [*sorted(cuts), (len(text), len(text), "")]:
            if start > done:
                out.append(
                    Piece(Role.TEXT, done, start, "special", html.unescape(text[done:start]))
                )
            if name:
                names, kind = context.options.html_attributes, Kind.HTML
                if name == "masked":
                    names, kind = context.options.shortcode_parameters, Kind.CAPTION
                slots = assigned_slots(text, start, end, kind, names)
                out.append(Piece(Role.FIXED, start, end, name, slots=slots))
            done = end
        return number_tags(pair_tags(out, text))

    def escape(self, text: str, level: int) -> str:
        """Only what HTML gives a meaning."""
        text = re.sub(r"&(?=#?\w+;)", "&amp;", text)
        return re.sub(r"<(?=[A-Za-z/!?])", "&lt;", text)

    def write(self, text: str, field: Field) -> str:
        """One line, or as many as the source had would be no better."""
        return " ".join(text.split())


HTML = HtmlPlace()


def html_fields(
    text: str, start: int, end: int, regions: HtmlRegions, context: Context
) -> Iterator[Field]:
    """Fields of the HTML block `text[start:end]` in order; `regions` is brought up to date."""
    run_start, done = start, start
    for match in [*_TAG.finditer(text, start, end), None]:
        if match is not None:
            name = tag_name(match[0])[0]
            if name in _INLINE and not regions.kept and not NOT_TRANSLATED.search(match[0]):
                continue
        run_end = match.start() if match else end
        if not regions.kept:
            yield from _run(text, run_start, run_end, context)
        if match is None:
            return
        regions.see(match[0])
        if not regions.kept:
            for slot in assigned_slots(
                text, *match.span(), Kind.HTML, context.options.html_attributes
            ):
                yield _slot_field(text, slot, context)
        run_start = done = match.end()


def _run(text: str, start: int, end: int, context: Context) -> Iterator[Field]:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    raw = raw.strip()
    if not raw:
        return
    field = Field(Kind.HTML, HTML, raw, start, start + len(raw), context)
    yield field


def _slot_field(text: str, slot: Slot, context: Context) -> Field:
    from workflow.article.places import ATTRIBUTE

    place = ATTRIBUTE[slot.quote]
    value = place.read(text[slot.start : slot.end])
    return Field(slot.kind, place, value, slot.start, slot.end, context, key=slot.owner)
