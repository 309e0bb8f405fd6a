"""Compare the quantities of a source with those of its target and report every drift."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from workflow.numbers.agreement import judge
from workflow.numbers.assignment import Match, misplaced, swapped
from workflow.numbers.bounds import bound_verdict
from workflow.numbers.glosses import without_glosses
from workflow.numbers.grammar import Reading, floating_bounds, read
from workflow.numbers.judgement import SAME, Closeness
from workflow.numbers.leftovers import told
from workflow.numbers.matching import Pair, match
from workflow.numbers.messages import describe, suggestion
from workflow.numbers.model import Bound, Drift, DriftKind, Kind, Quantity, Role, Verdict
from workflow.numbers.named_times import exchanged, may_hold
from workflow.numbers.names import keeps_name, without_names, without_shared
from workflow.numbers.units import CURRENCY_FAMILIES, same_currency
from workflow.numbers.ways import has_turned, is_complement, is_growth, is_streak


def compare(
    source: str, target: str, source_lang: str = "es", target_lang: str = "en"
) -> list[Drift]:
    """Every difference between the figures of `source` and those of `target`, in text order.

    An empty list means that the target says the same numbers.
    """
    left, right = read(source, source_lang), read(target, target_lang)
    if not left.quantities and not right.quantities and not may_hold(left.tokens, right.tokens):
        return []
    return compare_readings(left, right)


def compare_readings(source: Reading, target: Reading) -> list[Drift]:
    """Every difference between two texts already read."""
    drifts = _drifts(source, target)
    trimmed = without_shared(source, target) if drifts else None
    if trimmed is not None:
        drifts = _drifts(*trimmed)
    drifts += _named_times(source, target, drifts)
    if not target.tokens.lexicon.language.localized:
        drifts = [replace(found, suggestion=None) for found in drifts]
    return sorted(drifts, key=_place)


def _drifts(source: Reading, target: Reading) -> list[Drift]:
    pairs, missing, added = match(source.quantities, target.quantities)
    drifts = _swaps(source, target, pairs)
    for pair in pairs:
        if not _is_same(pair):
            drifts += _changes(source, target, pair)
    drifts += [
        drift(DriftKind.KIND, left, right, Verdict.DRIFT)
        for left, right, _ in pairs
        if has_turned(source, target, left, right)
    ]
    if missing or added:
        missing, added = without_names(source, target, missing, added)
        kept = [(left, right) for left, right, judgement in pairs if judgement.change is None]
        missing, added = (
            without_glosses(missing, source, [left for left, _ in kept], added),
            without_glosses(added, target, [right for _, right in kept], missing),
        )
        drifts += _unmatched(source, target, missing, added)
    return drifts


def _named_times(source: Reading, target: Reading, drifts: list[Drift]) -> list[Drift]:
    """The times without a figure that changed; the period of a figure is told with the figure."""
    times = exchanged(source, target)
    told = bool(times) and any(found.kind is DriftKind.UNIT for found in drifts)
    return [
        drift(
            DriftKind.DATE if left.kind is Kind.WEEKDAY else DriftKind.UNIT,
            left,
            right,
            Verdict.DRIFT,
        )
        for left, right in times
        if left.kind is Kind.WEEKDAY or not told
    ]


def _is_same(pair: Pair) -> bool:
    """Whether nothing at all changed, the common case."""
    left, right, judgement = pair
    return judgement.change is None and left.bound is right.bound and left.role is right.role


def _place(drift: Drift) -> tuple[int, int]:
    if drift.source_span is not None:
        return drift.source_span
    return (1 << 60, drift.target_span[0] if drift.target_span else 0)


def _swaps(source: Reading, target: Reading, pairs: list[Pair]) -> list[Drift]:
    matches = [(left, right) for left, right, _ in pairs]
    if len(pairs) < 2:
        return _misplaced(source, target, matches)
    found = [
        drift(DriftKind.SWAPPED, one[0], other[1], verdict)
        for one, other, verdict in swapped(source, target, matches)
    ]
    return found or _misplaced(source, target, matches)


def _misplaced(source: Reading, target: Reading, matches: list[Match]) -> list[Drift]:
    lonely = misplaced(source, target, matches)
    return [drift(DriftKind.SWAPPED, *match, Verdict.DRIFT) for match in lonely]


def _changes(source: Reading, target: Reading, pair: Pair) -> Iterator[Drift]:
    """What changed between two quantities that belong together."""
    left, right, judgement = pair
    if judgement.change is DriftKind.KIND and is_streak(source, target, left, right):
        return
    if judgement.change is not None and not _elliptical(source, target, left, right):
        reviewed = judgement.closeness is Closeness.REVIEW
        yield drift(judgement.change, left, right, Verdict.REVIEW if reviewed else Verdict.DRIFT)
        return
    verdict = bound_verdict(left.bound, right.bound)
    if verdict is not None and is_complement(source, target, left, right):
        verdict = None
    if verdict is not None:
        sides = floating_bounds(source), floating_bounds(target)
        verdict = _floating_verdict(verdict, left, right, *sides)
    if verdict is Verdict.REVIEW and left.role is right.role is not Role.NONE:
        verdict = None  # some 40 to 50: a range says about by itself
    if verdict is not None:
        yield drift(DriftKind.BOUND, left, right, verdict)
    turned = left.role is Role.FIRST and right.role is Role.SECOND  # the other side goes unsaid
    turned = turned and not (_is_lost(source, left) and _is_lost(target, right))
    if turned or _is_filled(left, right, target):
        yield drift(DriftKind.ORDER, left, right, Verdict.DRIFT)


_DASHES = frozenset("-–")
_AROUND = 5
"""How many words from a score it may be said that it was lost."""


def _is_lost(reading: Reading, score: Quantity) -> bool:
    """*perdió 0-2*, *lost 2-0*: who lost has the lower score, in whichever order."""
    tokens = reading.tokens
    first = bisect_left(tokens.starts, score.start)
    around = tokens.words[max(first - _AROUND, 0) : first + _AROUND]
    dashed = not _DASHES.isdisjoint((tokens.words[first - 1], tokens.words[first + 1]))
    return dashed and any(word.startswith(tokens.lexicon.language.losing_stems) for word in around)


def _is_filled(left: Quantity, right: Quantity, target: Reading) -> bool:
    """*los artículos 8 y 21*, *articles 8 to 21*: two became all that lie between."""
    if left.role is not Role.NONE or right.role is not Role.FIRST or left.kind not in _NAMED:
        return False
    place = target.place(right.end)
    other = target.quantities[place] if place < len(target.quantities) else right
    return other.role is Role.SECOND and other.value > right.value + 1


_NAMED = frozenset({Kind.IDENTIFIER, Kind.DATE})


def _floating_verdict(
    verdict: Verdict, left: Quantity, right: Quantity, source: set[Bound], target: set[Bound]
) -> Verdict | None:
    """*Solo hay 14*, *only 14*: a bound that is there, away from its figure, was not lost."""
    without: list[Verdict | None] = [verdict]
    if _is_said(right.bound, source):
        without.append(bound_verdict(left.bound, Bound.NONE))
    if _is_said(left.bound, target):
        without.append(bound_verdict(Bound.NONE, right.bound))
    if None in without:
        return None
    return Verdict.REVIEW if Verdict.REVIEW in without else verdict


def _is_said(bound: Bound, floating: set[Bound]) -> bool:
    """Whether one of the bounds that stand away from any figure says the same."""
    return any(bound_verdict(bound, other) is None for other in floating)


_EARLIER = 16
"""How many figures back a unit may have been said."""
_LARGE = 100_000
"""From where on a figure with no noun may take its unit from the next one."""


def _elliptical(source: Reading, target: Reading, left: Quantity, right: Quantity) -> bool:
    """*300 dólares en comida y 200 en medicinas*: the unit was said of an earlier figure."""
    if left.value != right.value:
        return False
    if _is_local(source, left, right) or is_growth(source, left, right):
        return True
    bare, full, reading = (left, right, source) if not left.unit else (right, left, target)
    if bare.kind is not Kind.CARDINAL or not full.unit:
        return False
    if _unit_follows(reading, bare, full) or keeps_name(source, target, left, right):
        return True
    place = reading.place(bare.start)
    if _is_listed_with(reading, place, full) or _is_rate(reading, bare, full):
        return True
    said = reading.quantities[max(place - _EARLIER, 0) : place]
    if bare.value >= _LARGE:
        said += reading.quantities[place + 1 : place + 4]  # 1,4 millones, frente a 600.000 euros
    return any(
        other.kind is full.kind and judge(other, replace(full, value=other.value)) == SAME
        for other in said
    )


def _is_local(source: Reading, left: Quantity, right: Quantity) -> bool:
    """*$ 8.500, 300 pesos más*: the text says itself whose the sign is."""
    pesos = CURRENCY_FAMILIES["peso"] - {"$"}
    return (
        left.unit == "$"
        and right.unit in pesos
        and any(other.kind is Kind.MONEY and other.unit in pesos for other in source.quantities)
    )


def _is_rate(reading: Reading, bare: Quantity, full: Quantity) -> bool:
    """*bajó frente al dólar, hasta 1,30*: the currency is said of no figure."""
    tokens = reading.tokens
    counted = tokens.words[bisect_left(tokens.starts, bare.end)] in tokens.lexicon.language.coins
    if full.kind is not Kind.MONEY or (isinstance(bare.value, int) and not counted):
        return False
    currencies = reading.tokens.lexicon.language.currencies
    said = {currencies[(word,)] for word in reading.tokens.words if (word,) in currencies}
    return any(same_currency(unit, full.unit) for unit in said)


def _is_listed_with(reading: Reading, place: int, full: Quantity) -> bool:
    """*55, 60 minutos*, *five, six minutes*: the unit is said of the next figure alone."""
    bare, *following = reading.quantities[place : place + 2]
    between = reading.tokens.text[bare.end : following[0].start] if following else ""
    return between.strip() == "," and (following[0].kind, following[0].unit) == (
        full.kind,
        full.unit,
    )


_FAR = 4
"""How many words after a figure the unit may stand that adjectives part it from."""


def _unit_follows(reading: Reading, bare: Quantity, full: Quantity) -> bool:
    """*los diez meses más cálidos*, *the 10 warmest months*."""
    tokens = reading.tokens
    stop = bisect_left(tokens.starts, bare.end)
    for index in range(stop, stop + _FAR):
        word = tokens.words[index]
        unit = tokens.lexicon.units.find(tokens.words, index)
        if unit is not None:
            return unit[2] == (full.kind, full.unit)
        if not word.isalpha() or word in tokens.lexicon.language.clause_breaks:
            break
    return False


def _unmatched(
    source: Reading, target: Reading, missing: list[Quantity], added: list[Quantity]
) -> Iterator[Drift]:
    for left, right, verdict in told(source, target, missing, added):
        if left is not None and right is not None:
            review = verdict is Verdict.REVIEW
            kind = DriftKind.CONVERTED if review else _change(left, right)
            yield drift(kind, left, right, verdict)
        else:
            yield drift(
                DriftKind.ADDED if left is None else DriftKind.MISSING, left, right, verdict
            )


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
        None if kind is DriftKind.ORDER else suggestion(source, target),
    )
