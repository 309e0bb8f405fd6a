"""Line tables, and where the characters of an unwrapped text stand in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

_LINE_END = re.compile(r"\r\n?|\n")


def first_line_end(text: str) -> str:
    """The first line end of a text; `\\n` when it has none."""
    match = _LINE_END.search(text)
    return match[0] if match else "\n"


def count_line_ends(text: str) -> int:
    """How many lines end in `text`."""
    return sum(1 for _ in _LINE_END.finditer(text))


class Lines:
    """Where each line of a text begins and ends (line end left out); `\\r` alone ends one too."""

    def __init__(self, text: str) -> None:
        if "\r" in text:
            spans = [match.span() for match in _LINE_END.finditer(text)]
            self.starts = [0, *(end for _, end in spans)]
            self.ends = [*(start for start, _ in spans), len(text)]
        else:
            self.ends = [end - 1 for end in accumulate(len(line) + 1 for line in text.split("\n"))]
            self.starts = [0, *(end + 1 for end in self.ends[:-1])]

    def __len__(self) -> int:
        return len(self.starts)

    def index(self, offset: int) -> int:
        """Index of the line that holds an offset, from 0."""
        return bisect_right(self.starts, offset) - 1

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1."""
        line = self.index(offset)
        return line + 1, offset - self.starts[line] + 1


@dataclass(frozen=True, slots=True)
class Mapping:
    """Offsets of a text taken out of its file, as runs of characters that stay together.

    `inner[i]` is where run `i` starts in the text, `outer[i]` where it starts in the file.
    """

    inner: tuple[int, ...]
    outer: tuple[int, ...]

    def __call__(self, offset: int) -> int:
        """Offset in the file of the character at `offset`."""
        run = max(bisect_right(self.inner, offset) - 1, 0)
        return self.outer[run] + offset - self.inner[run]
