"""Compare the quantities of a source with those of its target and report every drift."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workflow.numbers.agreement import SAME, Closeness, Judgement, judge
from workflow.numbers.assignment import reordered, swapped
from workflow.numbers.bounds import bound_verdict
from workflow.numbers.grammar import Reading, floating_bounds, read
from workflow.numbers.messages import describe, suggestion
from workflow.numbers.model import Bound, Drift, DriftKind, Kind, Quantity, Role, Verdict

Pair = tuple[Quantity, Quantity, Judgement]


def compare(
    source: str, target: str, source_lang: str = "es", target_lang: str = "en"
) -> list[Drift]:
    """Every difference between the figures of `source` and those of `target`, in text order.

    An empty list means that the target says the same numbers.
    """
    left, right = read(source, source_lang), read(target, target_lang)
    if not left.quantities and not right.quantities:
        return []
    return compare_readings(left, right)


def compare_readings(source: Reading, target: Reading) -> list[Drift]:
    """Every difference between two texts already read."""
    pairs, missing, added = match(source.quantities, target.quantities)
    _match_parts(missing, added)
    _match_parts(added, missing)
    drifts = [*_swaps(source, target, pairs)]
    for pair in pairs:
        drifts += _changes(source, target, pair)
    drifts += _unmatched(missing, added)
    return sorted(drifts, key=_place)


def _place(drift: Drift) -> tuple[int, int]:
    if drift.source_span is not None:
        return drift.source_span
    return (1 << 60, drift.target_span[0] if drift.target_span else 0)


def _match_parts(wholes: list[Quantity], others: list[Quantity]) -> None:
    """*5 de los 7* and *five out of seven*: take out a fraction that the other side has in parts."""
    for whole in [quantity for quantity in wholes if quantity.parts is not None]:
        found = [next((q for q in others if q.value == part), None) for part in whole.parts or ()]
        parts = [quantity for quantity in found if quantity is not None]
        if len(parts) == 2 and parts[0].start < parts[1].start:
            wholes.remove(whole)
            others.remove(parts[0])
            others.remove(parts[1])


def _swaps(source: Reading, target: Reading, pairs: list[Pair]) -> Iterator[Drift]:
    matches = [(left, right) for left, right, _ in pairs]
    sure = [*swapped(source, target, matches)]
    for one, other in sure:
        yield drift(DriftKind.SWAPPED, one[0], other[1], Verdict.DRIFT)
    if not sure:
        for one, other in reordered(source, target, matches):
            yield drift(DriftKind.SWAPPED, one[0], other[1], Verdict.REVIEW)


def match(
    source: tuple[Quantity, ...], target: tuple[Quantity, ...]
) -> tuple[list[Pair], list[Quantity], list[Quantity]]:
    """Pair quantities, the closest first; what is left over is missing or added."""
    pairs: list[Pair] = []
    free_source, free_target = list(source), list(target)
    for least in (Closeness.SAME, Closeness.REVIEW, Closeness.VALUE):
        left_over: list[Quantity] = []
        for quantity in free_source:
            best = _best(quantity, free_target, least)
            if best is None:
                left_over.append(quantity)
                continue
            index, judgement = best
            pairs.append((quantity, free_target.pop(index), judgement))
        free_source = left_over
    return pairs, free_source, free_target


def _best(
    quantity: Quantity, candidates: list[Quantity], least: Closeness
) -> tuple[int, Judgement] | None:
    best: tuple[int, Judgement] | None = None
    best_rank = (-1, -1, -1)
    for index, candidate in enumerate(candidates):
        judgement = judge(quantity, candidate)
        if judgement.closeness < least or judgement.closeness is Closeness.NONE:
            continue
        verdict = bound_verdict(quantity.bound, candidate.bound)
        rank = (
            2 if verdict is None else 1 if verdict is Verdict.REVIEW else 0,
            quantity.role is candidate.role,
            quantity.kind is candidate.kind,
        )
        if rank > best_rank:
            best, best_rank = (index, judgement), rank
    return best


def _changes(source: Reading, target: Reading, pair: Pair) -> Iterator[Drift]:
    """What changed between two quantities that belong together."""
    left, right, judgement = pair
    if judgement.change is not None and not _elliptical(source, target, left, right):
        reviewed = judgement.closeness is Closeness.REVIEW
        yield drift(judgement.change, left, right, Verdict.REVIEW if reviewed else Verdict.DRIFT)
        return
    verdict = bound_verdict(left.bound, right.bound)
    if verdict is not None and not _floats(source, target, left, right):
        yield drift(DriftKind.BOUND, left, right, verdict)
    if {left.role, right.role} == {Role.FIRST, Role.SECOND}:
        yield drift(DriftKind.ORDER, left, right, Verdict.DRIFT)


def _elliptical(source: Reading, target: Reading, left: Quantity, right: Quantity) -> bool:
    """*300 dólares en comida y 200 en medicinas*: the unit was said of an earlier figure."""
    if left.value != right.value:
        return False
    bare, full, reading = (left, right, source) if not left.unit else (right, left, target)
    if bare.kind is not Kind.CARDINAL or not full.unit:
        return False
    return any(
        other.kind is full.kind and judge(other, replace(full, value=other.value)) == SAME
        for other in reading.quantities
        if other.start < bare.start
    )


def _floats(source: Reading, target: Reading, left: Quantity, right: Quantity) -> bool:
    """*Solo hay 14*, *only 14*: the bound is there, away from its figure."""
    if left.bound is Bound.NONE:
        return right.bound in floating_bounds(source)
    return right.bound is Bound.NONE and left.bound in floating_bounds(target)


def _unmatched(missing: list[Quantity], added: list[Quantity]) -> Iterator[Drift]:
    """Left-over quantities that can be one another changed are paired, the rest is missing or added."""
    rest = list(added)
    for source in missing:
        changed = next((t for t in rest if _may_be_changed(source, t)), None)
        if changed is not None:
            rest.remove(changed)
            yield drift(_change(source, changed), source, changed, Verdict.DRIFT)
        elif not source.weak:
            yield drift(DriftKind.MISSING, source, None, Verdict.DRIFT)
    for target in rest:
        if not target.weak:
            yield drift(DriftKind.ADDED, None, target, Verdict.DRIFT)


_FAMILIES = (
    frozenset({Kind.CARDINAL, Kind.YEAR, Kind.IDENTIFIER, Kind.COLLECTIVE, Kind.MULTIPLE})
    | {Kind.ORDINAL, Kind.AGE, Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.FRACTION},
    frozenset({Kind.PERCENT, Kind.POINTS, Kind.FRACTION, Kind.MULTIPLE}),
    frozenset({Kind.DATE, Kind.YEAR}),
    frozenset({Kind.DECADE, Kind.CENTURY, Kind.YEAR, Kind.DURATION}),
    frozenset({Kind.TIME}),
)


def _may_be_changed(source: Quantity, target: Quantity) -> bool:
    if source.weak and target.weak:
        if {source.value, target.value} == {1, -1} and source.kind is target.kind:
            return True
        return source.kind is target.kind is Kind.DATE
    return any(source.kind in family and target.kind in family for family in _FAMILIES)


def _change(source: Quantity, target: Quantity) -> DriftKind:
    """What to call the difference of two values."""
    named = {Kind.DATE: DriftKind.DATE, Kind.TIME: DriftKind.TIME}.get(source.kind)
    if named is not None:
        return named
    if source.kind is Kind.IDENTIFIER:
        return DriftKind.IDENTIFIER
    if source.value == -target.value:
        return DriftKind.SIGN
    if _same_digits(source, target):
        return DriftKind.SCALE
    return DriftKind.VALUE


def _same_digits(source: Quantity, target: Quantity) -> bool:
    if not source.value or not target.value:
        return False
    larger, smaller = max(source.value, target.value), min(source.value, target.value)
    if smaller <= 0:
        return False
    while smaller < larger:
        smaller *= 10
    return smaller == larger


def drift(
    kind: DriftKind, source: Quantity | None, target: Quantity | None, verdict: Verdict
) -> Drift:
    """The drift of that kind, with its message and what would be right."""
    return Drift(
        verdict,
        kind,
        None if source is None else (source.start, source.end),
        None if target is None else (target.start, target.end),
        source,
        target,
        describe(kind, source, target),
        suggestion(source, target),
    )
