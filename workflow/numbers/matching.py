"""Pair the quantities of a source with those of its target, the closest first, in linear time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from workflow.numbers.agreement import judge
from workflow.numbers.bounds import bound_verdict
from workflow.numbers.judgement import SAME, Closeness, Judgement
from workflow.numbers.model import ROUND, Kind, Quantity, Value, Verdict

Pair = tuple[Quantity, Quantity, Judgement]

_WINDOW = 64
"""How many free candidates are looked at for one quantity; no sentence has more figures."""


class Pool:
    """The quantities of the target that have found no partner yet, in order, as a linked list."""

    __slots__ = ("after", "before", "by_value", "faces", "quantities")

    def __init__(self, quantities: Iterable[Quantity]) -> None:
        self.quantities = tuple(quantities)
        count = len(self.quantities)
        self.faces = _faces(self.quantities)
        self.after = [*range(1, count + 1), 0]
        """Index of the next free one; the entry past the end leads to the first."""
        self.before = [count, *range(count)]
        self.by_value: dict[Value, list[int]] = {}
        for index in range(count - 1, -1, -1):
            self.by_value.setdefault(self.quantities[index].value, []).append(index)

    def take(self, index: int) -> Quantity:
        """Take the quantity at `index` out of the pool."""
        before, after = self.before[index], self.after[index]
        self.after[before], self.before[after] = after, before
        quantity = self.quantities[index]
        bucket = self.by_value[quantity.value]
        place = len(bucket) - 1  # among the first free, so near the end of its bucket
        while bucket[place] != index:
            place -= 1
        del bucket[place]
        return quantity

    def near(self) -> Iterator[int]:
        """The first free indexes."""
        return islice(self._free(), _WINDOW)

    def equal(self, value: Value) -> list[int]:
        """The first free indexes of that value."""
        return self.by_value.get(value, [])[: -_WINDOW - 1 : -1]

    def rest(self) -> list[Quantity]:
        """What is still free."""
        return [self.quantities[index] for index in self._free()]

    def _free(self) -> Iterator[int]:
        end = len(self.quantities)
        index = self.after[end]
        while index != end:
            yield index
            index = self.after[index]


def _faces(quantities: tuple[Quantity, ...]) -> Sequence[int]:
    """For each the index of the first that is told alike, so that one judgement serves for all.

    In a text with fewer than a window of them each is looked at anyway.
    """
    if len(quantities) <= _WINDOW:
        return range(len(quantities))
    seen: dict[Quantity, int] = {}
    return [seen.setdefault(_face(q), index) for index, q in enumerate(quantities)]


def _face(quantity: Quantity) -> Quantity:
    """The quantity wherever it stands."""
    return replace(quantity, start=0, end=0, core=(0, 0), figure=(0, 0))


def match(
    source: tuple[Quantity, ...], target: tuple[Quantity, ...]
) -> tuple[list[Pair], list[Quantity], list[Quantity]]:
    """Pair quantities; what is left over on either side is missing or added."""
    straight = _straight(source, target)
    if straight is not None:
        return straight, [], []
    pool = Pool(target)
    pairs: list[Pair] = []
    left_over: list[Quantity] = []
    for quantity in sorted(source, key=lambda quantity: quantity.weak):
        found = _best(quantity, pool, pool.equal(quantity.value), Closeness.SAME)
        if found is None:
            left_over.append(quantity)
        else:
            pairs.append(found)
    for least in (Closeness.SAME, Closeness.REVIEW, Closeness.VALUE):
        waiting, left_over = left_over, []
        for quantity in waiting:
            found = _best(quantity, pool, pool.near(), least)
            if found is None:
                left_over.append(quantity)
            else:
                pairs.append(found)
    missing, added = sorted(left_over, key=lambda quantity: quantity.start), pool.rest()
    _match_parts(missing, added)
    _match_parts(added, missing)
    return pairs, missing, added


def _straight(source: tuple[Quantity, ...], target: tuple[Quantity, ...]) -> list[Pair] | None:
    """The pairs in order, where each fits perfectly: the common case."""
    if len(source) != len(target):
        return None
    pairs: list[Pair] = []
    for left, right in zip(source, target, strict=True):
        if _is_twin(left, right):
            pairs.append((left, right, SAME))
            continue
        if left.value != right.value or left.bound is not right.bound:
            return None
        judgement = judge(left, right)
        if judgement.closeness is not Closeness.SAME or _rank(left, right) < _FITTING:
            return None
        pairs.append((left, right, judgement))
    return pairs


def _is_twin(left: Quantity, right: Quantity) -> bool:
    """Whether two quantities are told alike in everything, so that nothing is left to judge."""
    return (
        left.kind is right.kind
        and left.bound is right.bound
        and left.value == right.value
        and left.unit == right.unit
        and left.role is right.role
        and not (left.digits or right.digits or left.others or right.others)
        and left.date == right.date
        and left.per == right.per
    )


def _best(
    quantity: Quantity, pool: Pool, candidates: Iterable[int], least: Closeness
) -> Pair | None:
    best: tuple[int, Judgement] | None = None
    best_rank = -1
    seen: set[int] = set()
    for index in candidates:
        face = pool.faces[index]
        if face in seen:
            continue
        seen.add(face)
        candidate = pool.quantities[index]
        judgement = judge(quantity, candidate)
        if judgement.closeness < least:
            continue
        if quantity.weak and judgement.change is not None and _is_other(quantity, candidate):
            continue
        rank = _rank(quantity, candidate)
        if rank > best_rank:
            best, best_rank = (index, judgement), rank
            if rank == _PERFECT:
                break
    if best is None:
        return None
    return quantity, pool.take(best[0]), best[1]


def _is_other(source: Quantity, target: Quantity) -> bool:
    """Whether what may be left out became something else: *el trimestre* is not *a week*."""
    named = source.figure == (source.start, source.end) and target.weak
    return source.kind is not target.kind or (source.kind is Kind.DURATION and named)


_FITTING = 22
"""Where all is alike; of two such the one that may not be left out is taken."""
_PERFECT = 23


def _rank(source: Quantity, target: Quantity) -> int:
    """How well two quantities of one value fit: by bound, then place in a pair, kind, weight."""
    verdict = bound_verdict(source.bound, target.bound)
    by_bound = 8 if verdict is None else 4 if verdict is Verdict.REVIEW else 0
    fit = by_bound + 2 * (source.role is target.role) + (source.kind is target.kind)
    return 2 * fit + (not target.weak)


def _match_parts(wholes: list[Quantity], others: list[Quantity]) -> None:
    """*5 de los 7* and *five out of seven*: drop a fraction that the other side has in parts."""
    for whole in [quantity for quantity in wholes[:_WINDOW] if quantity.parts is not None]:
        near = others[:_WINDOW]
        found = [next((q for q in near if q.value == part), None) for part in whole.parts or ()]
        parts = [quantity for quantity in found if quantity is not None]
        if whole.parts is not None and whole.parts[0] == 1 and len(parts) == 1:
            wholes.remove(whole)  # un médico por 4.300 reclusos: the article is no figure
            others.remove(parts[0])
        elif len(parts) == 2 and (
            parts[0].start < parts[1].start or whole.kind is Kind.IDENTIFIER
        ):  # article 7, paragraph 3, or the other way round
            wholes.remove(whole)
            others.remove(parts[0])
            others.remove(parts[1])


def changed(
    missing: list[Quantity], added: list[Quantity]
) -> Iterator[tuple[Quantity | None, Quantity | None]]:
    """Left-over quantities paired where one may be the other changed; alone otherwise."""
    pool = Pool(added)
    for source in missing:
        index = max(
            (i for i in pool.near() if _may_become(source, pool.quantities[i])),
            key=lambda i: _likeness(source, pool.quantities[i]),
            default=None,
        )
        yield source, None if index is None else pool.take(index)
    for target in pool.rest():
        yield None, target


def _likeness(source: Quantity, target: Quantity) -> int:
    return (
        4 * (source.kind is target.kind)
        + 2 * (source.weak is target.weak)
        + (source.unit == target.unit)
    )


_FAMILIES = (
    frozenset({Kind.CARDINAL, Kind.YEAR, Kind.IDENTIFIER, Kind.COLLECTIVE, Kind.MULTIPLE})
    | {Kind.ORDINAL, Kind.AGE, Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.FRACTION},
    frozenset({Kind.PERCENT, Kind.POINTS, Kind.FRACTION, Kind.MULTIPLE}),
    frozenset({Kind.DATE, Kind.YEAR}),
    frozenset({Kind.DECADE, Kind.CENTURY, Kind.YEAR, Kind.DURATION}),
    frozenset({Kind.TIME}),
)


_MOMENTS = frozenset({Kind.DATE, Kind.TIME, Kind.DECADE})
_RANKED = frozenset({Kind.ORDINAL, Kind.MULTIPLE, Kind.FRACTION})


def _may_become(source: Quantity, target: Quantity) -> bool:
    """Whether a translator who slipped may have turned one into the other."""
    if source.weak and target.weak:
        return _may_turn(source, target)
    return any(source.kind in family and target.kind in family for family in _FAMILIES)


def _may_turn(source: Quantity, target: Quantity) -> bool:
    """The same for two that a translation may leave out: *doble*, *triple*; *first*, *last*."""
    if _is_name(source) and _is_name(target):
        return True
    if source.kind is not target.kind:
        return False
    if ROUND in (source.unit, target.unit) and source.unit != target.unit:
        return False
    values = {source.value, target.value}
    told = source.kind in _RANKED and len(values) == 2 and (min(values) > 0 or values == {1, -1})
    once = source.kind is Kind.MULTIPLE and 1 in values
    return (told and not once) or source.kind in _MOMENTS


def _is_name(quantity: Quantity) -> bool:
    """*World War II*, *W3C*: a number that letters tell."""
    return quantity.digits != "" and not quantity.digits.isdecimal()
