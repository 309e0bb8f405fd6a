"""Lines of a text between hard breaks, and the dashes in them that are set off on one side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from workflow.typography.markup import EMPHASIS, THIN
from workflow.typography.model import Change, TypographyRule

SENTENCE_END = ".?!…"
CLOSERS = '»›”’"'
"""Marks that may close a quotation."""
TAIL = re.compile(
    rf"(?P<closer>[{CLOSERS}]?)(?P<mark>[.,;:?!]?)(?P<outer>[{CLOSERS}]?)(?P<gap>\s*)"
)
"""What may follow a closing dash; each part may be empty, so that it always matches."""

_HARD_BREAK = re.compile(r"(?:\\|(?<! )[ ]{2,}+)\n|\n[ \t]*+\n")
_DASH = re.compile("[—–]")


class Side(Enum):
    """On which side a dash has white space, and so what it does in Spanish."""

    OPENING = "set off on the left, glued on the right"
    CLOSING = "glued on the left, set off on the right"


@dataclass(frozen=True, slots=True)
class Dash:
    """A dash that has white space, or an edge, on one side alone."""

    place: int
    side: Side
    glyph: str


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of text between hard breaks; `covered` is the whole text with markup covered."""

    text: str
    covered: str
    start: int
    end: int

    def change(self, start: int, end: int, after: str, rule: TypographyRule) -> Change:
        return Change(start, end, self.text[start:end], after, rule)

    def gap_before(self, place: int) -> int:
        """Where the white space before `place` starts."""
        while place > self.start and self.covered[place - 1].isspace():
            place -= 1
        return place

    def gap_after(self, place: int) -> int:
        """Where the white space from `place` on ends."""
        while place < self.end and self.covered[place].isspace():
            place += 1
        return place

    def last_mark(self, place: int) -> str:
        """The character before `place`, seen through white space and markup; maybe none."""
        while place > self.start:
            place -= 1
            if not self.covered[place].isspace() and self.covered[place] not in EMPHASIS + THIN:
                return self.covered[place]
        return ""


def spans(covered: str) -> Iterator[tuple[int, int]]:
    """Spans between hard breaks: a soft break is a space, and speech runs on over it."""
    start = 0
    for gap in _HARD_BREAK.finditer(covered) if "\n" in covered else ():
        yield start, gap.start()
        start = gap.end()
    yield start, len(covered)


def set_off_dashes(line: Line, start: int) -> Iterator[Dash]:
    """The dashes from `start` to the end of `line` that are set off on one side alone."""
    covered = line.covered
    for match in _DASH.finditer(covered, start, line.end):
        place = match.start()
        left = covered[place - 1] if place > start else " "
        right = covered[place + 1] if place + 1 < line.end else " "
        if left.isspace() and not right.isspace():
            yield Dash(place, Side.OPENING, match[0])
        elif not left.isspace() and (right.isspace() or right in ".,;:?!)]" + CLOSERS):
            yield Dash(place, Side.CLOSING, match[0])
