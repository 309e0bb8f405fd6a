"""A narrator in the middle of speech: *“I don't know,” said the mother. “Nobody came.”*"""

from __future__ import annotations

import re

from workflow.typography.lines import SENTENCE_END, TAIL, Line
from workflow.typography.model import Change, TypographyRule
from workflow.typography.varieties import VERBS_OF_SAYING

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST_ATTRIBUTION = 12
"""Words; what is longer is an aside of the speaker even when it holds a verb of saying."""


def attributes(words: str) -> bool:
    """Whether `words` attribute speech: *said the judge*, *the old judge said*, *he explains*."""
    found = [word.lower() for word in _WORD.findall(words)]
    short = 0 < len(found) <= _LONGEST_ATTRIBUTION
    return short and not VERBS_OF_SAYING.isdisjoint((*found[:3], found[-1]))


def leave(line: Line, dash: int, closing: str) -> Change:
    """Speech ends, a narrator begins: *No sé —dijo* becomes *“I don't know,” said*."""
    comma = "" if line.last_mark(dash) in tuple(SENTENCE_END + ",") else ","
    start = line.gap_before(dash)
    return line.change(start, dash + 1, f"{comma}{closing} ", TypographyRule.DIALOGUE)


def resume(line: Line, dash: int, marks: tuple[str, str]) -> Change:
    """A narrator ends: speech resumes between `marks`, or the line or the quotation is over."""
    opening, closing = marks
    tail = TAIL.match(line.covered, dash + 1, line.end)
    assert tail is not None  # each part of the pattern may be empty
    mark = "" if line.covered[dash - 1] in SENTENCE_END else tail["mark"]
    if closing and closing in (tail["closer"], tail["outer"]):
        return line.change(dash, tail.start("gap"), mark, TypographyRule.DIALOGUE)
    closers = tail["closer"] + tail["outer"]
    if tail.end() == line.end:
        return line.change(dash, tail.start("gap"), closers + mark, TypographyRule.DIALOGUE)
    if not mark and line.covered[dash - 1] not in SENTENCE_END:
        mark = ","
    after = f"{closers}{mark} {opening}"
    return line.change(dash, tail.end(), after, TypographyRule.DIALOGUE)
