"""Judge pairs of lengths, weights, times and magnitudes: the same, converted, or another."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from workflow.numbers.judgement import NONE, SAME, Closeness, Judgement, same_value
from workflow.numbers.model import DriftKind, Kind, Quantity, Value
from workflow.numbers.units import SIZES, converted, same_currency, share_of

_HALF = Fraction(1, 2)


# libras, £; 6 grados, magnitude 6; un marcador de 12 puntos, a score of 12.
ONE_UNIT = (
    {"pound", "GBP"}, {"degree", ""}, {"points", ""}, {"point", "degree"},
    {"point", "degree celsius"},
)  # fmt: skip


def of_height(source: Quantity, target: Quantity) -> Judgement | None:
    """*mide 1,98*, *6 feet 6*: metres go without saying."""
    length, bare = (source, target) if source.kind is Kind.MEASURE else (target, source)
    if not isinstance(bare.value, Decimal) or not _TALL[0] <= bare.value <= _TALL[1]:
        return None
    if length.unit not in ("metre", "foot", "centimetre"):
        return None
    height = replace(bare, kind=Kind.MEASURE, unit="metre")
    sides = (source, height) if bare is target else (height, target)
    return lengths(*sides)


_TALL = (Decimal("1.3"), Decimal("2.5"))
"""Between which a bare number may be the height of a person, in metres."""


def in_tens(source: Quantity, target: Quantity) -> Judgement | None:
    """*por encima de los 30 grados*, *in the 30s*; *26 grados*, *in the 80s* where it is warm."""
    warmth, tens = (source, target) if source.kind is Kind.MEASURE else (target, source)
    if not warmth.unit.startswith("degree") or not isinstance(tens.value, int):
        return None
    decade = range(tens.value, tens.value + 10)
    if int(warmth.value) in decade:
        return SAME
    converted_to = converted(warmth.value, warmth.unit, "degree fahrenheit")
    if converted_to is not None and round(converted_to / 5) * 5 in decade:
        return Judgement(Closeness.REVIEW, DriftKind.CONVERTED)
    return None


def in_k(source: Quantity, target: Quantity) -> bool:
    """*una carrera de 10 kilómetros*, *a 10K*."""
    length, count = (source, target) if source.kind is Kind.MEASURE else (target, source)
    run = length.unit == "kilometre" and count.text[-1:] in "kK"
    return run and length.value * 1000 == count.value


def lengths(source: Quantity, target: Quantity) -> Judgement:
    """Measures, durations and ages: equal, converted, or of another unit."""
    value = same_value(source, target)
    alike = source.unit == target.unit or {source.unit, target.unit} == {"working day", "day"}
    if alike and value is not None:
        return value
    known = converted(source.value, source.unit, target.unit)
    if known is not None and known == target.value:
        exact_time = source.kind is Kind.DURATION
        return SAME if exact_time else Judgement(Closeness.REVIEW, DriftKind.CONVERTED)
    if (source.value, source.unit) in _ROUND_ABOUT and known is not None:
        other = converted(_ROUND_ABOUT[(source.value, source.unit)], source.unit, target.unit)
        if other == target.value and source.unit != target.unit:
            return SAME
    if source.unit == target.unit:
        return lengths(source, replace(target, unit=_FAHRENHEIT)) if _warm(source) else NONE
    if target.unit == "week" and _WEEKS.get((source.value, source.unit)) == target.value:
        return SAME
    if known is not None and source.kind is Kind.MEASURE and _is_converted(source, target, known):
        return Judgement(Closeness.REVIEW, DriftKind.CONVERTED)
    if _degree(source.unit, target.unit) and value is not None:
        return value
    return Judgement(Closeness.VALUE, DriftKind.UNIT) if value is not None else NONE


_FAHRENHEIT = "degree fahrenheit"


def _warm(source: Quantity) -> bool:
    """*26 grados*, *80 degrees*: neither says so, yet each language has its own."""
    return source.unit == "degree"


# Spanish counts both ends: *quince días* are two weeks, *ocho días* one.
_ROUND_ABOUT: dict[tuple[Value, str], Value] = {(15, "day"): 14, (8, "day"): 7}


_WEEKS: dict[tuple[Value, str], Value] = {(Fraction(3, 2), "month"): 6, (1, "month"): 4}


def magnitudes(source: Quantity, target: Quantity) -> Judgement:
    """*millones de dólares*: what they are of counts too; hundreds of km may be of miles."""
    value = same_value(source, target)
    units = source.unit, target.unit
    if value is None or "" in units or len(set(units)) == 1 or set(units) in ONE_UNIT:
        return value or NONE
    if units[0] in SIZES or units[1] in SIZES:
        clear = converted(1, *units) is not None and SIZES[units[0]][0] not in _TIMES
        return Judgement(Closeness.REVIEW, DriftKind.CONVERTED) if clear else _ANOTHER_UNIT
    return value if same_currency(*units) else Judgement(Closeness.VALUE, DriftKind.CURRENCY)


_TIMES = ("time", "calendar")


_ANOTHER_UNIT = Judgement(Closeness.VALUE, DriftKind.UNIT)


def _degree(source: str, target: str) -> bool:
    return "degree" in (source, target) and source.startswith("degree") and target[:6] == "degree"


def _is_converted(source: Quantity, target: Quantity, known: Fraction) -> bool:
    """Whether one is the other converted and rounded, whichever was written first."""
    if _rounds_to(known, target):
        return True
    back = converted(target.value, target.unit, source.unit)
    return back is not None and _rounds_to(back, source)


def _rounds_to(exact: Fraction, written: Quantity) -> bool:
    """Whether `written` is `exact` rounded as people round: within 2.5 %, or to a whole.

    Who writes inches after feet rounds to an inch.
    """
    distance = abs(exact - Fraction(written.value))
    whole = isinstance(written.value, int)
    if written.pieces:
        return distance <= share_of(written.pieces[-1][1], written.unit)
    rounded = distance <= _half_a_digit(written) and distance <= abs(exact) * _ROUGH
    near = min(_HALF, abs(exact) / 3) if whole else 0
    return rounded or distance <= max(abs(exact) / 40, near)


_ROUGH = Fraction(1, 25)
"""How far off a round figure may be: *60 mph*, *100 km/h*."""


def _half_a_digit(written: Quantity) -> Fraction:
    """Half of what the last digit before the closing zeros of a whole number counts."""
    value, size = abs(int(written.value)), 1
    while value and value % (10 * size) == 0:
        size *= 10
    return Fraction(size, 2)
