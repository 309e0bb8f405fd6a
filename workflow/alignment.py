"""Which segment of an English page belongs to which entry of the catalog."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.article import Segment, fingerprint
from workflow.catalog import Entry


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch where page and catalog have different numbers of segments."""

    entries: Sequence[Entry]
    segments: Sequence[Segment]
    line: int
    """Line (1-based) of the page at which the stretch begins."""


@dataclass(frozen=True, slots=True)
class PageAlignment:
    """Pairs in the order of the catalog, and what could not be paired."""

    pairs: tuple[tuple[Entry, Segment], ...]
    gaps: tuple[Gap, ...]


def align_page(
    entries: Sequence[Entry], segments: Sequence[Segment], *, last_line: int
) -> PageAlignment:
    """Pair the entries with the segments of the page that was rendered from them.

    The page has the entries' segments in their order; where a person changed their number, the
    texts that are still as recorded are the fixed points. `last_line` is given to gaps at the end.
    """
    ours = [entry.recorded or fingerprint(entry.target or entry.source) for entry in entries]
    theirs = [fingerprint(segment.message) for segment in segments]
    pairs: list[tuple[Entry, Segment]] = []
    gaps: list[Gap] = []
    for i, j, a, b in _runs(ours, theirs):
        if j - i == b - a:
            pairs.extend(zip(entries[i:j], segments[a:b], strict=True))
        else:
            line = segments[a].line if a < len(segments) else last_line
            gaps.append(Gap(entries[i:j], segments[a:b], line))
    return PageAlignment(tuple(pairs), tuple(gaps))


def _runs(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Index ranges `(i, j, a, b)` that cover both lists, equal or changed.

    Lists of one length go together whole, so that the cost is linear but where a person changed
    the number of segments.
    """
    if len(ours) == len(theirs):
        yield 0, len(ours), 0, len(theirs)
        return
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for _, i, j, a, b in matcher.get_opcodes():
        yield i, j, a, b
