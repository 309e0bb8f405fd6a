"""Inline Markdown as HTML that is safe by construction, findings and terms marked in it.

Nothing of an article is ever passed through: every word is escaped, every tag is one of ours.
HTML of the article that is not plain emphasis is shown as it is typed, and images as their place.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from markupsafe import Markup, escape

from workflow.article.html_tags import tag_name
from workflow.article.inline import read_inline, standalone
from workflow.article.pieces import Piece, Role


class MarkKind(StrEnum):
    """Why words are marked; the value is the class on the page."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Mark:
    """A range `[start, end)` of the Markdown that something is said about."""

    start: int
    end: int
    kind: MarkKind
    said: str
    """For the pointer that rests on it."""
    number: int = 0
    """Of the finding in the list beside the text; 0 for a term."""


_FOLLOWED = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)
"""The only addresses that a link leads to."""
_PLAIN_NAMES = "b i em strong u s del sub sup small cite q abbr"
_PLAIN_TAGS = frozenset(_PLAIN_NAMES.split())
"""HTML of an article that is shown as what it means; without its attributes."""
_NUMBER = Markup('<sup><span class="said"> finding </span>{}</sup>')
_RAW = Markup('<span class="raw">{}</span>')


def render(markdown: str, marks: Sequence[Mark] = ()) -> Markup:
    """The text for a page, words in `marks` marked."""
    return Markup("").join(_Writer(markdown, marks).parts())


class _Writer:
    """Writes the pieces of one text in order, and remembers what is open."""

    def __init__(self, markdown: str, marks: Sequence[Mark]) -> None:
        self._text = markdown
        self._pieces = read_inline(markdown, standalone(markdown))
        fitted = [_fitted(mark, self._pieces) for mark in marks]
        self._waiting = sorted((m for m in fitted if m.start < m.end), key=lambda m: -m.start)
        self._cuts = sorted({at for m in self._waiting for at in (m.start, m.end)})
        self._active: list[Mark] = []
        self._ends: list[Markup] = []

    def parts(self) -> Iterator[Markup]:
        """The HTML, piece by piece, every element closed."""
        for piece in self._pieces:
            if piece.role is Role.OPEN:
                yield self._opened(piece)
            elif piece.role is Role.CLOSE:
                yield self._ends.pop() if self._ends else Markup("")
            elif piece.role is Role.TEXT and piece.name == "text":
                yield from self._words(piece)
            else:
                yield self._marked(self._fixed(piece), piece.start, piece.end)
        while self._ends:
            yield self._ends.pop()

    def _opened(self, piece: Piece) -> Markup:
        begin, end = self._tags(piece)
        self._ends.append(end)
        return begin

    def _tags(self, piece: Piece) -> tuple[Markup, Markup]:
        if piece.name in ("em", "strong", "s"):
            return Markup("<{}>").format(piece.name), Markup("</{}>").format(piece.name)
        if piece.name == "link":
            return _link(piece.meaning)
        raw = self._text[piece.start : piece.end]
        name, _ = tag_name(raw)
        if piece.name == "html" and name in _PLAIN_TAGS:
            return Markup("<{}>").format(name), Markup("</{}>").format(name)
        return _RAW.format(raw), _RAW.format(f"</{name}>" if name else "")

    def _words(self, piece: Piece) -> Iterator[Markup]:
        """Running text, cut where a mark begins or ends."""
        inner = self._cuts[
            bisect_right(self._cuts, piece.start) : bisect_left(self._cuts, piece.end)
        ]
        edges = [piece.start, *inner, piece.end]
        for start, end in pairwise(edges):
            words = piece.meaning[start - piece.start : end - piece.start]
            yield self._marked(escape(words), start, end)

    def _fixed(self, piece: Piece) -> Markup:
        raw = self._text[piece.start : piece.end]
        if piece.role is Role.TEXT:
            return escape(piece.meaning)
        if piece.role is Role.SOFT and self._text[piece.start - 1 : piece.start] == "\n":
            return Markup("<br>") * 2
        if piece.role is Role.SOFT or piece.name == "space":
            return escape(piece.meaning if piece.name == "space" else " ")
        if piece.role is Role.HARD:
            return Markup("<br>")
        if piece.name == "code":
            return Markup("<code>{}</code>").format(piece.meaning)
        if piece.name == "image":
            return Markup('<span class="raw">[image: {}]</span>').format(piece.meaning)
        if piece.name in ("address", "autolink"):
            begin, end = _link(piece.meaning)
            return begin + escape(raw.strip("<>")) + end
        if piece.name == "html" and tag_name(raw)[0] == "br":
            return Markup("<br>")
        return _RAW.format(raw)

    def _marked(self, content: Markup, start: int, end: int) -> Markup:
        """`content`, which stands at `[start, end)`, in the marks that are on there."""
        self._active = [mark for mark in self._active if mark.end > start]
        while self._waiting and self._waiting[-1].start <= start:
            mark = self._waiting.pop()
            if mark.end > start:
                self._active.append(mark)
        for mark in sorted(self._active, key=lambda m: m.number):
            content = _wrapped(content, mark, last=mark.end <= end)
        return content


def _fitted(mark: Mark, pieces: Sequence[Piece]) -> Mark:
    """The mark without the closing tags at its end: its number stands behind its last words."""
    at = bisect_left(pieces, mark.end, key=lambda piece: piece.start) - 1
    while at > 0 and pieces[at].role is Role.CLOSE and pieces[at].start > mark.start:
        at -= 1
    return replace(mark, end=min(mark.end, pieces[at].end)) if at >= 0 else mark


def _wrapped(content: Markup, mark: Mark, *, last: bool) -> Markup:
    if mark.kind is MarkKind.TERM:
        return Markup('<span class="term" title="{}">{}</span>').format(mark.said, content)
    number = _NUMBER.format(mark.number) if last else ""
    whole = Markup('<mark class="{}" title="{}">{}{}</mark>')
    return whole.format(mark.kind.value, mark.said, content, number)


def _link(address: str) -> tuple[Markup, Markup]:
    if not _FOLLOWED.fullmatch(address):
        return Markup('<span class="link" title="{}">').format(address), Markup("</span>")
    begin = Markup('<a href="{0}" title="{0}" target="_blank" rel="noopener noreferrer">')
    return begin.format(address), Markup("</a>")
