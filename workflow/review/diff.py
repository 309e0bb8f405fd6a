"""Word by word: what changed between two texts, and between two versions of an article.

Tokens are words, figures and marks, never blanks: with blanks as tokens a paragraph with 31
changes shows 357. Lists that would be costly to compare are cut first at sentences, then at words
that stand once in both, so that the time stays in proportion to the text whatever it is.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

_TOKEN = re.compile(r"\w+(?:(?:['’-]|(?<=\d)[.,:](?=\d))\w+)*|([^\w\s])\1*")
_SENTENCE_ENDS = ".!?…"

STEPS_PER_TOKEN = 60
"""What comparing two lists may cost: steps of the innermost loop for each of their tokens."""
FEW_STEPS = 20_000
"""Lists are never cut for less."""


class Change(StrEnum):
    """What happened to a run of words; the value is its sign."""

    SAME = "="
    DELETED = "-"
    INSERTED = "+"


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring words with one fate."""

    change: Change
    text: str
    before: str = ""
    """The blank that stands before it in its own text."""


class Fate(StrEnum):
    """What happened to a segment."""

    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Passage:
    """The text of one segment in one version of an article."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class SegmentDiff:
    """One segment in two versions."""

    id: str
    fate: Fate
    runs: tuple[Run, ...]
    moved: bool = False
    """Whether it stands elsewhere among the segments that both versions have."""


def compare_versions(old: Sequence[Passage], new: Sequence[Passage]) -> list[SegmentDiff]:
    """Segment by segment, by id: in the order of `new`, removed ones where they stood."""
    before = {passage.id: passage.text for passage in old}
    moved = _moved([p.id for p in old], [p.id for p in new])
    present = {passage.id for passage in new}
    removed: dict[str | None, list[Passage]] = {}
    last: str | None = None
    for passage in old:
        if passage.id in present:
            last = passage.id
        else:
            removed.setdefault(last, []).append(passage)
    diffs = [_diff(p.id, p.text, "", moved=False) for p in removed.get(None, ())]
    for passage in new:
        text = before.get(passage.id, "")
        diffs.append(_diff(passage.id, text, passage.text, moved=passage.id in moved))
        diffs += [_diff(p.id, p.text, "", moved=False) for p in removed.get(passage.id, ())]
    return diffs


def _diff(segment_id: str, old: str, new: str, *, moved: bool) -> SegmentDiff:
    runs = compare_words(old, new)
    if all(run.change is Change.SAME for run in runs):
        fate = Fate.SAME
    elif old and new:
        fate = Fate.CHANGED
    else:
        fate = Fate.ADDED if new else Fate.REMOVED
    return SegmentDiff(segment_id, fate, runs, moved)


def _moved(old: Sequence[str], new: Sequence[str]) -> set[str]:
    """The fewest segments that have to move to bring the old order into the new one."""
    place = {segment_id: i for i, segment_id in enumerate(old)}
    both = [segment_id for segment_id in new if segment_id in place]
    kept = {both[i] for i in _rising([place[segment_id] for segment_id in both])}
    return set(both) - kept


def compare_words(old: str, new: str) -> tuple[Run, ...]:
    """Runs that give `new` without the deleted ones, and the words of `old` without the inserted.

    Blanks are those of `new`; the blanks alone are no change.
    """
    old_spans = [match.span() for match in _TOKEN.finditer(old)]
    new_spans = [match.span() for match in _TOKEN.finditer(new)]
    pairs = equal_runs([old[a:b] for a, b in old_spans], [new[a:b] for a, b in new_spans])
    return tuple(_runs(_Text(old, old_spans), _Text(new, new_spans), pairs))


@dataclass(frozen=True, slots=True)
class _Text:
    """A text and the spans of its tokens."""

    text: str
    spans: Sequence[tuple[int, int]]

    def run(self, change: Change, first: int, end: int) -> Run:
        """The tokens `[first, end)` as a run."""
        start, stop = self.spans[first][0], self.spans[end - 1][1]
        blank = self.spans[first - 1][1] if first else 0
        return Run(change, self.text[start:stop], self.text[blank:start])


def _runs(old: _Text, new: _Text, blocks: Sequence[Equal]) -> Iterator[Run]:
    i = j = 0
    for a, b, size in [*_joined(blocks), (len(old.spans), len(new.spans), 0)]:
        if i < a:
            yield old.run(Change.DELETED, i, a)
        if j < b:
            yield new.run(Change.INSERTED, j, b)
        if size:
            yield new.run(Change.SAME, b, b + size)
        i, j = a + size, b + size


Equal = tuple[int, int, int]
"""`(i, j, size)`: the same `size` tokens stand at `i` in the old and at `j` in the new list."""


def _joined(blocks: Sequence[Equal]) -> list[Equal]:
    """Neighbouring blocks as one."""
    joined: list[Equal] = []
    for i, j, size in blocks:
        if joined and (joined[-1][0] + joined[-1][2], joined[-1][1] + joined[-1][2]) == (i, j):
            first = joined.pop()
            joined.append((first[0], first[1], first[2] + size))
        else:
            joined.append((i, j, size))
    return joined


class _TooCostlyError(Exception):
    """Two lists whose comparison would take more than its share of steps."""


class _Bounded(difflib.SequenceMatcher[str]):
    """difflib's matcher that counts what it is about to do and stops when that is too much.

    A search takes one step for each token of the old list and one for each place where the new
    list has the same token; the first search thus costs the sum of count × count over all tokens.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        super().__init__(None, old, new, autojunk=False)
        counts = Counter(new)
        self._costs = [0, *accumulate(counts[token] + 1 for token in old)]
        self._steps_left = max(FEW_STEPS, STEPS_PER_TOKEN * (len(old) + len(new)))

    def find_longest_match(
        self, alo: int = 0, ahi: int | None = None, blo: int = 0, bhi: int | None = None
    ) -> difflib.Match:
        self._steps_left -= self._costs[-1 if ahi is None else ahi] - self._costs[alo]
        if self._steps_left < 0:
            raise _TooCostlyError
        return super().find_longest_match(alo, ahi, blo, bhi)


def equal_runs(
    old: Sequence[str], new: Sequence[str], cuts: Sequence[_Cut] | None = None
) -> list[Equal]:
    """The tokens that stand in both, in order; lists too costly to compare are cut by `cuts`."""
    cuts = _CUTS if cuts is None else cuts
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    a, b = old[head : len(old) - tail], new[head : len(new) - tail]
    blocks = [(0, 0, head)] if head else []
    if a and b:
        try:
            found = [(m.a, m.b, m.size) for m in _Bounded(a, b).get_matching_blocks() if m.size]
        except _TooCostlyError:
            found = _match_pieces(a, b, cuts) if cuts else []
        blocks += [(i + head, j + head, size) for i, j, size in found]
    return [*blocks, (len(old) - tail, len(new) - tail, tail)] if tail else blocks


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many tokens both begin with."""
    for i, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return i
    return min(len(one), len(other))


def _match_pieces(old: Sequence[str], new: Sequence[str], cuts: Sequence[_Cut]) -> list[Equal]:
    """Cut both at the pieces that stand once in each, and match what is between them."""
    cut, *later = cuts
    blocks: list[Equal] = []
    i = j = 0
    for a, b, size in [*_fixed_points(cut(old), cut(new)), (len(old), len(new), 0)]:
        between = equal_runs(old[i:a], new[j:b], later)
        blocks += [(i + x, j + y, n) for x, y, n in between]
        if size:
            blocks.append((a, b, size))
        i, j = a + size, b + size
    return blocks


_Pieces = list[tuple[str, ...]]
_Cut = Callable[[Sequence[str]], _Pieces]


def _sentences(tokens: Sequence[str]) -> _Pieces:
    pieces: _Pieces = []
    start = 0
    for end, token in enumerate(tokens, 1):
        if token[0] in _SENTENCE_ENDS or end == len(tokens):
            pieces.append(tuple(tokens[start:end]))
            start = end
    return pieces


def _words(tokens: Sequence[str]) -> _Pieces:
    return [(token,) for token in tokens]


_CUTS: tuple[_Cut, ...] = (_sentences, _words)


def _fixed_points(old: _Pieces, new: _Pieces) -> list[Equal]:
    """The pieces that stand once in both lists, as many as are in the same order in both."""
    theirs = _single(new)
    pairs = [(i, theirs[piece]) for piece, i in _single(old).items() if piece in theirs]
    starts = [0, *accumulate(map(len, old))], [0, *accumulate(map(len, new))]
    kept = (pairs[k] for k in _rising([j for _, j in pairs]))
    return [(starts[0][i], starts[1][j], len(old[i])) for i, j in kept]


def _single(pieces: _Pieces) -> dict[tuple[str, ...], int]:
    """Index of each piece that stands once, in order."""
    counts = Counter(pieces)
    return {piece: i for i, piece in enumerate(pieces) if counts[piece] == 1}


def _rising(numbers: Sequence[int]) -> list[int]:
    """Indices of a longest rising subsequence of different numbers."""
    ends: list[int] = []
    ends_at: list[int] = []
    previous: list[int | None] = []
    for i, number in enumerate(numbers):
        length = bisect_left(ends, number)
        previous.append(ends_at[length - 1] if length else None)
        ends[length : length + 1] = [number]
        ends_at[length : length + 1] = [i]
    chain: list[int] = []
    at = ends_at[-1] if ends_at else None
    while at is not None:
        chain.append(at)
        at = previous[at]
    return chain[::-1]
