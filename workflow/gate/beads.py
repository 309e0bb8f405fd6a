"""Which segments of two pages go together when no catalog knows: a path of least cost.

Pages built alike go together one by one where nothing speaks against it; others are aligned by
dynamic programming in a band around the diagonal, linear in the length of the page.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from workflow.article import Kind
from workflow.gate.evidence import Text, cost, least_cost

_ALONE = 4.0
"""Cost of a segment that has no counterpart (Gale and Church, table 4, in nats)."""
_SHAPES = ((1, 0), (0, 1), (1, 1), (2, 1), (1, 2), (2, 2))
"""What a bead may take, segments of the source and of the target."""
_PRICES = (_ALONE, _ALONE, 0.0, 2.3, 2.3, 4.4)
"""Cost of each shape (the same table)."""
_RUN = frozenset({Kind.PARAGRAPH, Kind.LIST_ITEM, Kind.BLOCKQUOTE, Kind.HTML, Kind.FOOTNOTE})
"""Kinds of which two may have become one."""
_NARROW = 24
"""Least half-width of the band, in segments."""
_WIDE = 400
"""Greatest half-width: hostile pages cost no more."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments `[i, j)` of the source and `[a, b)` of the target that go together.

    One of the two ranges is empty where a segment has no counterpart.
    """

    i: int
    j: int
    a: int
    b: int

    @property
    def paired(self) -> bool:
        """Whether there is something on both sides."""
        return self.i < self.j and self.a < self.b


def align(source: Sequence[Text], target: Sequence[Text]) -> list[Bead]:
    """Beads that cover both lists, in order."""
    if [text.kind for text in source] == [text.kind for text in target]:
        costs = (cost(one, other) for one, other in zip(source, target, strict=True))
        if all(each < _ALONE for each in costs):
            return [Bead(k, k + 1, k, k + 1) for k in range(len(source))]
    ours, theirs = _Side.of(source), _Side.of(target)
    return list(_believed(_path(_bands(ours, theirs)), ours, theirs))


@dataclass(frozen=True, slots=True)
class _Side:
    """The texts of a page, and each with the one before it, where the two can be one."""

    single: Sequence[Text]
    double: Sequence[Text | None]

    @classmethod
    def of(cls, texts: Sequence[Text]) -> _Side:
        double: list[Text | None] = [None]
        for one, other in pairwise(texts):
            may = one.kind is other.kind and one.kind in _RUN
            double.append(one.joined(other) if may else None)
        return cls(texts, double)

    def last(self, count: int, end: int) -> Text | None:
        """The `count` texts before `end` as one; None where they cannot be."""
        if count == 0 or count > end:
            return None
        return self.single[end - 1] if count == 1 else self.double[end - 1]


@dataclass(frozen=True, slots=True)
class _Band:
    """One row of the table: least costs up to its cells, and which shape came last."""

    first: int
    costs: list[float]
    shapes: bytearray

    def cost(self, column: int) -> float:
        column -= self.first
        return self.costs[column] if 0 <= column < len(self.costs) else math.inf


def _bands(source: _Side, target: _Side) -> list[_Band]:
    """The rows of the table, one for each number of segments of the source."""
    n, m = len(source.single), len(target.single)
    half = min(max(_NARROW, abs(n - m) + _NARROW // 2), _WIDE)
    half = max(half, m // max(n, 1) + 1)  # neighbouring rows overlap
    bands: list[_Band] = []
    for i in range(n + 1):
        centre = i * m // n if n else 0
        first = 0 if i == 0 else max(0, centre - half)
        last = m if i == n else min(m, centre + half)
        band = _Band(first, [], bytearray())
        above = (band, *reversed(bands[-2:]))
        for a in range(first, last + 1):
            best, shape = _best(above, i, a, source, target)
            band.costs.append(best)
            band.shapes.append(shape)
        bands.append(band)
        if i >= 2:
            bands[i - 2].costs.clear()
    return bands


def _best(
    bands: Sequence[_Band], i: int, a: int, source: _Side, target: _Side
) -> tuple[float, int]:
    """Least cost of cell `(i, a)`, and its shape; `bands` are this row and the two before it."""
    if i == 0 and a == 0:
        return 0.0, 0
    best, chosen = math.inf, 0
    for shape, (ours, theirs) in enumerate(_SHAPES):
        if ours > i or theirs > a:
            continue
        whole = bands[ours].cost(a - theirs) + _PRICES[shape]
        if ours and theirs:
            one, other = source.last(ours, i), target.last(theirs, a)
            if one is None or other is None or whole + least_cost(one, other) >= best:
                continue
            whole += cost(one, other)
        if whole < best:
            best, chosen = whole, shape
    return best, chosen


def _path(bands: Sequence[_Band]) -> list[Bead]:
    """The beads on the path of least cost."""
    path = []
    i, a = len(bands) - 1, bands[-1].first + len(bands[-1].shapes) - 1
    while i or a:
        ours, theirs = _SHAPES[bands[i].shapes[a - bands[i].first]]
        path.append(Bead(i - ours, i, a - theirs, a))
        i, a = i - ours, a - theirs
    return path[::-1]


_DOUBTED = 2 * _ALONE
"""Cost at which a pair is no pair, whatever stands beside it: as much as two segments alone."""
_DOUBTED_BESIDE_GAP = 2.5
"""The same where the next segment has no counterpart, and the path had a choice."""
_DOUBTED_AMONG_GAPS = -5.0
"""The same, for each of the segments around, among many that have no counterpart: where the pages
have little in common, much must speak for a pair."""
_AMONG = 8
"""How many beads on either side are around."""
_MANY = 0.3
"""Share of segments without counterpart from which they are many."""


def _believed(beads: Sequence[Bead], source: _Side, target: _Side) -> Iterator[Bead]:
    """The beads, those taken apart that are pairs only because something had to be."""
    costs = [_cost_of(bead, source, target) for bead in beads]
    doubted = [
        _DOUBTED if share < _MANY else share * _DOUBTED_AMONG_GAPS for share in _lonely(beads)
    ]
    apart = {k for k, bead in enumerate(beads) if bead.paired and costs[k] > doubted[k]}
    beside = deque(k for k, bead in enumerate(beads) if k in apart or not bead.paired)
    while beside:
        gap = beside.popleft()
        for k in (gap - 1, gap + 1):
            if 0 <= k < len(beads) and k not in apart and costs[k] > _DOUBTED_BESIDE_GAP:
                apart.add(k)
                beside.append(k)
    for k, bead in enumerate(beads):
        if k in apart:
            yield Bead(bead.i, bead.j, bead.a, bead.a)
            yield Bead(bead.j, bead.j, bead.a, bead.b)
        else:
            yield bead


def _lonely(beads: Sequence[Bead]) -> list[float]:
    """Of each bead, which share of the segments around it has no counterpart."""
    sizes = [bead.j - bead.i + bead.b - bead.a for bead in beads]
    whole = [0, *accumulate(sizes)]
    alone = [
        0, *accumulate(0 if bead.paired else size for bead, size in zip(beads, sizes, strict=True))
    ]  # fmt: skip
    ends = ((max(0, k - _AMONG), min(len(beads), k + _AMONG + 1)) for k in range(len(beads)))
    return [(alone[end] - alone[at]) / (whole[end] - whole[at]) for at, end in ends]


def _cost_of(bead: Bead, source: _Side, target: _Side) -> float:
    ours, theirs = bead.j - bead.i, bead.b - bead.a
    one, other = source.last(ours, bead.j), target.last(theirs, bead.b)
    if one is None or other is None:
        return 0.0
    return cost(one, other) + _PRICES[_SHAPES.index((ours, theirs))]
