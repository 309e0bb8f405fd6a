"""The running text of a piece of Markdown, for checks that read words and numbers."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import lru_cache

from workflow.article.inline import read_inline, standalone
from workflow.article.pieces import Role

REPLACEMENT = "\ufffc"
"""Stands for an image, code, a footnote mark: something that is not words (U+FFFC)."""
_BREAK = re.compile(r"<br\b", re.IGNORECASE)
_EMPHASIS = frozenset({"em", "strong"})
_SILENT = frozenset({"html", "footnote_ref"})
_FIGURE_IN_CODE = re.compile(r"\A[^`\d]*\d[^`]*\Z")
"""Code that holds a backtick is left out: it would need a longer fence."""


@dataclass(frozen=True, slots=True)
class Plain:
    """Running text, and where each of its characters stands in the Markdown."""

    text: str
    _starts: tuple[int, ...] = field(repr=False)
    _offsets: tuple[int, ...] = field(repr=False)
    _ends: tuple[int, ...] = field(repr=False)
    emphasized: tuple[tuple[int, int], ...] = ()
    """Stretches of `text` that the Markdown emphasizes, as `[start, end)`."""
    code: tuple[str, ...] = ()
    """Code that stands in it with a figure in it, in order."""

    @property
    def with_code(self) -> str:
        """`text` and, behind it, its code in backticks: a figure may be code in one text alone."""
        return " ".join([self.text, *(f"`{code}`" for code in self.code)])

    def offset(self, index: int) -> int:
        """Index in the Markdown of character `index`; `len(text)` gives the last one's end."""
        if not self._starts:
            return 0
        run = max(bisect_right(self._starts, index) - 1, 0)
        return min(self._offsets[run] + index - self._starts[run], self._ends[run])

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where `text[start:end]` stands in the Markdown; markup right behind it stays out."""
        first = self.offset(start)
        return first, max(first, self.offset(end - 1) + 1 if end > start else first)


@lru_cache(maxsize=1024)  # a check asks for the same texts in turn: drift, clashes, alignment
def plain(markdown: str) -> Plain:
    """Inline markup taken out: words stay, code, images, addresses and shortcodes become U+FFFC."""
    texts: list[str] = []
    starts, offsets, ends = [], [], []
    length = 0
    opened: list[int] = []
    emphasized: list[tuple[int, int]] = []
    code: list[str] = []
    for piece in read_inline(markdown, standalone(markdown)):
        text = ""
        if piece.role is Role.TEXT:
            text = piece.meaning
        elif piece.role in (Role.SOFT, Role.HARD) or _BREAK.match(piece.meaning):
            text = " "
        elif piece.role is Role.FIXED and piece.name not in _SILENT:
            text = REPLACEMENT
            if piece.name == "code" and _FIGURE_IN_CODE.search(piece.meaning):
                code.append(piece.meaning)
        elif piece.name in _EMPHASIS and piece.role is Role.OPEN:
            opened.append(length)
        elif piece.name in _EMPHASIS and piece.role is Role.CLOSE and opened:
            emphasized.append((opened.pop(), length))
        if text:
            texts.append(text)
            starts.append(length)
            offsets.append(piece.start)
            ends.append(piece.end)
            length += len(text)
    marks = tuple(starts), tuple(offsets), tuple(ends)
    return Plain("".join(texts), *marks, tuple(emphasized), tuple(code))
