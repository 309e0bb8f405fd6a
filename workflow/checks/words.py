"""The words of a text and their places, for checks that count and compare them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
"""A word or a figure, its hyphens and apostrophes with it."""


def lowered(text: str) -> str:
    """`text` in lower case, of the same length."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


@dataclass(frozen=True, slots=True)
class Words:
    """A text and its words, found once for all that asks for them."""

    text: str
    folded: Sequence[str]
    """The words, whatever their capitals."""
    starts: Sequence[int]
    ends: Sequence[int]

    @classmethod
    def of(cls, text: str) -> Words:
        """The words of `text`."""
        found = list(WORD.finditer(text))
        folded = [match[0].casefold() for match in found]
        return cls(text, folded, [match.start() for match in found], [m.end() for m in found])

    def within(self, start: int, end: int) -> slice:
        """Which words stand in `[start, end)`, a stretch that parts none."""
        return slice(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def size(self, start: int = 0, end: int | None = None) -> int:
        """One more than the characters of the words in `[start, end)`."""
        inside = self.within(start, len(self.text) if end is None else end)
        return sum(self.ends[inside]) - sum(self.starts[inside]) + 1
