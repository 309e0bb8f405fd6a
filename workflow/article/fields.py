"""Fields: the texts of a document that may be translated, and the place each one stands in."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from workflow.article.escaping import Care
from workflow.article.inline import Context
from workflow.article.lines import Mapping
from workflow.article.masking import may_hold_regions
from workflow.article.pieces import Kind, Piece, Role, Slot
from workflow.article.skeleton import certain_words
from workflow.article.slots import may_hold

_WORD = re.compile(r"[^\W_]")
_WORD_FIRST = re.compile(
    r"(?:[\s*_~\[(\"'.]|[^\x00-\x7f\w\s]|\{\{[<%][^{}\n]*\}\})*"
    r"[^\W_]+(?:-[^\W_]+)*(?:[*_~]*[\s,;)\]'’”»\"!?&]|[*_~]*[.:](?:[\s*_~]|$)|$)"
)
"""However the marks before and behind such a word are read, it is text."""
_MAY_HOLD_SLOTS = re.compile(
    r"!\[|\^\["
    r"|\]\(\s*(?:<|\{|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)*\s+[\"'(]|[^\s()]*\([^\s()]*\()"
)
"""A link may have a title only behind a blank, or where its target's parentheses are nested."""
_NEEDS_PIECES = re.compile(r"(?:\\|  )\n|[`{$]")
_VERBATIM = frozenset({"masked", "lines"})
_LINE_BREAK = re.compile(r"[ \t]*\r?\n[ \t]*")


def one_line(text: str) -> str:
    """Line ends, and the blanks around them, as one space each."""
    if "\n" in text:
        text = _LINE_BREAK.sub(" ", text)
    return text.strip(" \t")


class Place(Protocol):
    """How a text is read from its place in the file and written into it."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        """The parts of a text that stands here."""

    def escape(self, text: str, care: Care) -> str:
        """Plain characters as this place's markup."""

    def fits(self, text: str) -> bool:
        """Does markup that reads well by itself also read well here?"""

    def write(self, text: str, field: Field) -> str:
        """The bytes that put `text`, in this place's markup, into the field's span."""

    def seen(self, written: str, field: Field) -> str:
        """What a parser reads where `write` has written."""

    def meant(self, text: str) -> str:
        """What was given to `write`, when `text` is read where it has written."""

    def carry(self, text: str) -> str:
        """The bytes of a slot's text inside a field whose own text stays."""


@dataclass(slots=True)
class Field:
    """A text in its place; `start` and `end` are its span in the file."""

    kind: Kind
    place: Place
    text: str
    """The place's own markup without container prefixes; lines joined by `\\n`."""
    start: int
    end: int
    context: Context
    token: int = -1
    """Index of its block token; -1 in front matter."""
    mapping: Mapping | None = None
    """From offsets in `text` to offsets in the file, where they differ by more than `start`."""
    prefix: str = ""
    """What a continuation line begins with in the file: `> `, an item's indent."""
    lead: int = 0
    """How much further right than the others its first line begins in the file."""
    parent: Field | None = None
    """The field whose slot this one is."""
    slot: Slot | None = None
    key: str = ""
    """Dotted path of a front-matter value."""
    whole: str = ""
    """All of its block token's text, when it is only a part: behind the mark of a task."""
    within: int = 0
    """Where in that whole it begins."""
    has_neighbours: bool = False
    """Do parsers read it and another field as one paragraph? A mark alone may find another."""

    @property
    def pieces(self) -> list[Piece]:
        """The field's parts."""
        return self.place.pieces(self.text, self.context)

    @property
    def begins_line(self) -> bool:
        """Does the field begin a block, perhaps behind a mark, so that it could begin another?"""
        return self.kind is not Kind.ABBREVIATION or not self.within

    @property
    def has_words(self) -> bool:
        """Is there a letter or digit in its running text?"""
        if _WORD_FIRST.match(self.text) and not may_hold_regions(self.text):
            return True
        if certain_words(self.text):
            return True
        return any(p.role is Role.TEXT and _WORD.search(p.meaning) for p in self.pieces)

    def slots(self) -> Iterator[Slot]:
        """Texts of their own inside this one, in order."""
        may_hold_brackets = "[" in self.text and _MAY_HOLD_SLOTS.search(self.text)
        if may_hold_brackets or self._may_hold_values:
            for piece in self.pieces:
                yield from piece.slots

    @property
    def _may_hold_values(self) -> bool:
        """May there be HTML tags or shortcodes with words for readers in them?"""
        options = self.context.options
        return ("<" in self.text and may_hold(self.text, options.html_attributes)) or (
            "{" in self.text and may_hold(self.text, options.shortcode_parameters)
        )

    def offset(self, inner: int) -> int:
        """Where in the file the character at `inner` stands."""
        return self.start + inner if self.mapping is None else self.mapping(inner)


def part_of(whole: Field, first: int, last: int) -> Field:
    """The characters `[first, last)` of a field as a field."""
    assert whole.mapping is not None
    inner, outer = whole.mapping.inner, whole.mapping.outer
    start, stop = bisect_right(inner, first), bisect_left(inner, last)
    mapping = Mapping(
        (0, *(offset - first for offset in inner[start:stop])),
        (whole.mapping(first), *outer[start:stop]),
    )
    return Field(
        whole.kind,
        whole.place,
        whole.text[first:last],
        whole.mapping(first),
        whole.mapping(last),
        whole.context,
        whole.token,
        mapping,
        prefix=whole.prefix,
        whole=whole.text,
        within=first,
    )


def folded(item: Field) -> str:
    """The field's markup on one line: a soft break is a space, a hard one `\\` and a line end."""
    text = item.text
    if "\n" not in text:
        return text.strip()
    if item.kind is not Kind.FRONT_MATTER and not _NEEDS_PIECES.search(text):
        return one_line(text)
    return fold_pieces(text, item.pieces)


def fold_pieces(text: str, pieces: list[Piece]) -> str:
    """`text` with its soft breaks as spaces and its hard breaks as `\\` and a line end."""
    return "".join(fold_piece(text, piece) for piece in pieces).strip(" \t\n")


def fold_piece(text: str, piece: Piece) -> str:
    """One piece of `text`, folded like that."""
    raw = text[piece.start : piece.end]
    if piece.role is Role.SOFT:
        return " "
    if piece.role is Role.HARD and "\n" in raw:
        return "\\\n"
    return raw if piece.name in _VERBATIM else raw.replace("\n", " ")
