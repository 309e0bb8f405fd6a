"""Compare the quantities of a source with those of its target and report every drift."""

from __future__ import annotations

from collections.abc import Iterator

from workflow.numbers.agreement import Closeness, Judgement, judge
from workflow.numbers.bounds import bound_verdict
from workflow.numbers.grammar import Reading, read
from workflow.numbers.messages import describe, suggestion
from workflow.numbers.model import Drift, DriftKind, Kind, Quantity, Role, Verdict

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
    drifts: list[Drift] = []
    for pair in pairs:
        drifts += _changes(*pair)
    drifts += _unmatched(missing, added)
    return sorted(drifts, key=_place)


def _place(drift: Drift) -> tuple[int, int]:
    before = (1 << 60, 0)
    return drift.source_span or ((before[0], drift.target_span[0]) if drift.target_span else before)


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


def _changes(source: Quantity, target: Quantity, judgement: Judgement) -> Iterator[Drift]:
    if judgement.change is not None:
        reviewed = judgement.closeness is Closeness.REVIEW
        yield drift(judgement.change, source, target, Verdict.REVIEW if reviewed else Verdict.DRIFT)
        return
    verdict = bound_verdict(source.bound, target.bound)
    if verdict is not None:
        yield drift(DriftKind.BOUND, source, target, verdict)
    if {source.role, target.role} == {Role.FIRST, Role.SECOND}:
        yield drift(DriftKind.ORDER, source, target, Verdict.DRIFT)


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
    if source.weak and target.weak and source.kind not in (Kind.DATE, Kind.ORDINAL):
        return False
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
