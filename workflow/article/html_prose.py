"""The prose of HTML blocks: fields between block-level tags, with inline tags inside."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflow.article.escaping import BUILDER_MARK, Care, escape_text
from workflow.article.fields import Field, fold_piece, part_of
from workflow.article.html_tags import (
    KEPT,
    NOT_TRANSLATED,
    OFF,
    ON,
    TAG,
    pair_tags,
    tag_name,
)
from workflow.article.inline import Context, number_tags, read_inline, split_addresses
from workflow.article.layout import lay_out, layout_of
from workflow.article.masking import masked_spans
from workflow.article.pieces import Kind, Piece, Role
from workflow.article.slots import assigned_slots
from workflow.article.strings import as_entities, inner_field
from workflow.article.switches import SWITCH, switched

_INLINE_NAMES = (
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark "
    "q s samp small span strike strong sub sup time tt u var wbr"
)
_BLANK_MARKS = " \t\r\n\f"
_BLANKS = re.compile(f"[{_BLANK_MARKS}]+")
"""What HTML folds; a no-break space is a character like others."""
_BREAK = re.compile(r"<br\b[^<>]*>[ ]?(?!\Z)", re.IGNORECASE)
_BREAK_AND_LINE = re.compile(r"<br\b[^<>]*>[ \t]*\n", re.IGNORECASE)
_LINE_END = re.compile(r"[ \t]*\n[ \t]*")
_MAY_BE_PIECES = re.compile(r"[<{$\\@]|://|www\.|mailto:|\]\(", re.IGNORECASE)
_MARKDOWN = re.compile(r"\smarkdown\s*=\s*[\"']?(?:1|span|block)\b", re.IGNORECASE)
_MARK = r"(?:[-*+]|\d{1,9}[.)]|#{1,6}|>|:)[ \t]+|\|"
_BLOCK_LINE = re.compile(rf"^(?:{_MARK})", re.MULTILINE)
_LINE = re.compile(rf"^(?:{_MARK})*(?P<text>.*)$", re.MULTILINE)
_INLINE = frozenset(_INLINE_NAMES.split())
_ENTITY_LIKE = re.compile(r"&(?=#?\w+;)")
_TAG_LIKE = re.compile(r"<(?=[A-Za-z/!?])")


class _Element:
    """Whether we are inside an element of one kind."""

    def __init__(self) -> None:
        self._name = ""
        self._depth = 0

    def __bool__(self) -> bool:
        return bool(self._name)

    def see(self, name: str, *, closing: bool, begins: bool) -> None:
        """Take a tag into account; `begins`: would it begin such an element?"""
        if self._name:
            self._depth += (-1 if closing else 1) if name == self._name else 0
            if self._depth == 0:
                self._name = ""
        elif begins and not closing:
            self._name, self._depth = name, 1


class HtmlRegions:
    """What is open across blocks: `workflow:off`, elements that are kept or hold Markdown."""

    def __init__(self) -> None:
        self._is_off = False
        self._kept = _Element()
        self.markdown = _Element()
        """An element with `markdown="1"` (PHP Markdown Extra, kramdown)."""

    @property
    def are_kept(self) -> bool:
        """Is text here left alone?"""
        return self._is_off or bool(self._kept)

    def may_switch(self, text: str) -> bool:
        """May running text turn translation off or on?"""
        return "workflow:" in text and not self._kept and SWITCH.search(text) is not None

    def switch(self, whole: Field) -> Iterator[Field]:
        """What the switches within a text leave of it; they hold on behind it."""
        if not self.may_switch(whole.text):
            if not self.are_kept:
                yield whole
            return
        left = switched(whole.text, whole.pieces, is_off=self._is_off)
        self._is_off = left.is_off
        if left.end - left.start == len(whole.text):
            yield whole
        elif whole.text[left.start : left.end].strip():
            part = _trimmed(whole, left.start, left.end)
            part.has_neighbours = True
            yield part

    def see(self, tag: str) -> None:
        """Take a tag or comment into account."""
        if OFF.fullmatch(tag):
            self._is_off = True
        elif ON.fullmatch(tag):
            self._is_off = False
        name, closing = tag_name(tag)
        if not name or tag.endswith("/>"):
            return
        is_kept = name in KEPT or bool(NOT_TRANSLATED.search(tag))
        self._kept.see(name, closing=closing, begins=is_kept)
        self.markdown.see(name, closing=closing, begins=bool(_MARKDOWN.search(tag)))


@dataclass(frozen=True, slots=True)
class HtmlText:
    """Text of an HTML block."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        """Text, inline tags and masked spans."""
        out: list[Piece] = []
        done = 0
        for start, end, name in [*_cuts(text), (len(text), len(text), "")]:
            if start > done:
                raw = Piece(Role.TEXT, done, start, "text", text[done:start])
                out += [_as_read(piece) for piece in split_addresses(raw)]
            if name:
                names, kind = context.options.html_attributes, Kind.HTML
                if name == "masked":
                    names, kind = context.options.shortcode_parameters, Kind.CAPTION
                slots = assigned_slots(text, start, end, kind, names)
                out.append(Piece(Role.FIXED, start, end, name, text[start:end], slots=slots))
            done = end
        return number_tags(pair_tags(out, text))

    def escape(self, text: str, care: Care) -> str:
        """Entities for what HTML gives a meaning."""
        return _TAG_LIKE.sub("&lt;", _ENTITY_LIKE.sub("&amp;", text))

    def fits(self, text: str) -> bool:
        """Anything does."""
        return True

    def write(self, text: str, field: Field) -> str:
        """Broken into lines as the source is; a tag that is none is written as text."""
        text = _BLANKS.sub(" ", text).strip(_BLANK_MARKS)
        if _TAG_LIKE.search(text) or BUILDER_MARK.search(text):
            text = "".join(
                as_entities(BUILDER_MARK, _TAG_LIKE.sub("&lt;", text[piece.start : piece.end]))
                if piece.role is Role.TEXT
                else fold_piece(text, piece)
                for piece in self.pieces(text, field.context)
            )
        return self._in_lines(text, field) if "\n" in field.text else text

    def _in_lines(self, text: str, field: Field) -> str:
        between_breaks = _BREAK_AND_LINE.split(field.text)
        wrapped = max(between_breaks, key=lambda stretch: stretch.count("\n"))
        lead = field.lead if wrapped is between_breaks[0] else 0
        layout = layout_of(wrapped, len(field.prefix), lead=lead)
        layout = replace(layout, may_start=_any_word)
        stretches = [text]
        if len(between_breaks) > 1:
            stretches = _BREAK.sub(r"\g<0>\n", text).split("\n")
        lines = [
            line
            for stretch in stretches
            for line in lay_out(stretch, self.pieces(stretch, field.context), layout, field.prefix)
        ]
        return f"\n{field.prefix}".join(lines)

    def seen(self, written: str, field: Field) -> str:
        """What was written."""
        return written

    def meant(self, text: str) -> str:
        """The same."""
        return text

    def carry(self, text: str) -> str:
        """As it is."""
        return text


@dataclass(frozen=True, slots=True)
class MarkdownInHtml(HtmlText):
    """Inline Markdown between HTML tags."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        """As in a paragraph."""
        return read_inline(text, context)

    def escape(self, text: str, care: Care) -> str:
        """Backslashes where needed."""
        return escape_text(text, care)


HTML_TEXT = HtmlText()
MARKDOWN_IN_HTML = MarkdownInHtml()


def _any_word(word: str) -> bool:
    """Inside HTML no line begins a block."""
    return bool(word)


def _as_read(piece: Piece) -> Piece:
    """Line ends are blanks; entities are what they stand for."""
    if piece.role is Role.TEXT and ("&" in piece.meaning or "\n" in piece.meaning):
        meaning = html.unescape(_LINE_END.sub(" ", piece.meaning))
        return replace(piece, meaning=meaning)
    return piece


def _cuts(text: str) -> list[tuple[int, int, str]]:
    """Tags and masked spans, in order; a span inside a tag is the tag's."""
    tags = [match.span() for match in TAG.finditer(text)]
    ends = [last for _, last in tags]
    cuts = [(first, last, "html") for first, last in tags]
    for start, end in masked_spans(text):
        behind = bisect_right(ends, start)
        if behind == len(tags) or tags[behind][0] >= end:
            cuts.append((start, end, "masked"))
    return sorted(cuts)


def html_fields(block: Field, regions: HtmlRegions) -> Iterator[Field]:
    """Fields of an HTML block in order; `regions` is brought up to date."""
    run_start = 0
    for match in [*TAG.finditer(block.text), None]:
        if match is not None and not regions.are_kept and _is_inline(match[0]):
            continue
        if not regions.are_kept:
            end = match.start() if match else len(block.text)
            runs = _markdown_runs if regions.markdown else _run
            yield from runs(block, run_start, end)
        if match is None:
            return
        regions.see(match[0].strip())
        if not regions.are_kept:
            yield from _attributes(block, *match.span())
        run_start = match.end()


def _is_inline(tag: str) -> bool:
    return tag_name(tag)[0] in _INLINE and not NOT_TRANSLATED.search(tag)


def _attributes(block: Field, start: int, end: int) -> Iterator[Field]:
    names = block.context.options.html_attributes
    for slot in assigned_slots(block.text, start, end, Kind.HTML, names):
        field = inner_field(block, slot)
        field.parent = None
        yield field


def _run(block: Field, start: int, end: int) -> Iterator[Field]:
    """The running text between two block-level tags, without what surrounds its words."""
    raw = block.text[start:end]
    if not _MAY_BE_PIECES.search(raw):
        if raw.strip():
            yield _trimmed(block, start, end)
        return
    pieces = block.place.pieces(raw, block.context)
    first, last = _core(pieces, start == 0)
    for piece in pieces[:first]:
        yield from _attributes(block, start + piece.start, start + piece.end)
    if first < last:
        yield _trimmed(block, start + pieces[first].start, start + pieces[last - 1].end)
    for piece in pieces[max(first, last) :]:
        yield from _attributes(block, start + piece.start, start + piece.end)


def _markdown_runs(block: Field, start: int, end: int) -> Iterator[Field]:
    """A run of Markdown: one text, or line by line without their marks where blocks begin."""
    spans = [(start, end)]
    if _BLOCK_LINE.search(block.text, start, end):
        spans = [match.span("text") for match in _LINE.finditer(block.text, start, end)]
    for first, last in spans:
        if block.text[first:last].strip():
            field = _trimmed(block, first, last)
            field.place = MARKDOWN_IN_HTML
            yield field


def _trimmed(block: Field, start: int, end: int) -> Field:
    """The characters `[start, end)` of the block, blanks at the ends left out, as a field."""
    raw = block.text[start:end]
    start += len(raw) - len(raw.lstrip())
    end -= len(raw) - len(raw.rstrip())
    return part_of(block, start, end)


def _core(pieces: list[Piece], starts_block: bool) -> tuple[int, int]:
    """Range of pieces without the tags and blanks at both ends.

    A pair that holds all the words goes; so does the tag that begins the HTML block, because
    before anything else it would no longer begin one.
    """
    first, last = 0, len(pieces)
    while first < last:
        head, tail = pieces[first], pieces[last - 1]
        if _is_empty(head):
            first += 1
        elif _is_empty(tail):
            last -= 1
        elif head.role is Role.OPEN and (head.number == tail.number or starts_block):
            last -= head.number == tail.number
            first += 1
        else:
            break
    return first, last


def _is_empty(piece: Piece) -> bool:
    if piece.role is Role.TEXT:
        return not piece.meaning.strip()
    return piece.role is Role.FIXED
