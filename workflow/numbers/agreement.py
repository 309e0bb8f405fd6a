"""Judge one pair of quantities: do they say the same, the same in other units, or not at all?"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from fractions import Fraction

from workflow.numbers.model import Bound, DriftKind, Kind, PartialDate, Quantity, Value
from workflow.numbers.units import converted, same_currency, share_of


class Closeness(IntEnum):
    """How well two quantities fit together as source and target of each other."""

    NONE = 0
    VALUE = 1
    """The number is the same, something about it is not."""
    REVIEW = 2
    """The same, as far as can be told; a person should look."""
    SAME = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """How close two quantities are and, unless they are the same, what changed."""

    closeness: Closeness
    change: DriftKind | None = None


SAME = Judgement(Closeness.SAME)
NONE = Judgement(Closeness.NONE)

# Kinds that a bare number may be written as; within a group the value alone counts.
_COUNTS = frozenset({Kind.CARDINAL, Kind.YEAR, Kind.IDENTIFIER, Kind.MULTIPLE})
_SHARES = frozenset({Kind.PERCENT, Kind.FRACTION})
_LENGTHS = frozenset({Kind.MEASURE, Kind.DURATION, Kind.AGE})


def judge(source: Quantity, target: Quantity) -> Judgement:
    """How close the target quantity is to the source quantity, bounds and order aside."""
    if source.per != target.per and source.per and target.per and source.value == target.value:
        return Judgement(Closeness.VALUE, DriftKind.UNIT)
    if target.bound is not source.bound is Bound.NONE and _is_rounded(source, target):
        return Judgement(Closeness.REVIEW, DriftKind.ROUNDED)
    if source.kind is target.kind and source.kind in _OF_KIND:
        return _OF_KIND[source.kind](source, target)
    if {source.kind, target.kind} == {Kind.DECADE, Kind.CENTURY}:
        return _decade_of_century(source, target)
    if source.kind in _SHARES and target.kind in _SHARES:
        return _shares(source, target)
    if source.kind in _LENGTHS and target.kind in _LENGTHS:
        return _lengths(source, target)
    if Kind.TIME in (source.kind, target.kind):
        return _hours(source, target)
    if Kind.ORDINAL in (source.kind, target.kind) and (_is_share(source) or _is_share(target)):
        return _part(source, target)
    if {source.kind, target.kind} == {Kind.DURATION, Kind.CARDINAL} and _in_years(source, target):
        return SAME
    reading = _same_value(source, target)
    if reading is None:
        return SAME if _short_year(source, target) else NONE
    if Kind.DATE in (source.kind, target.kind):
        dates = (source.date, target.date)
        return SAME if PartialDate(day=int(source.value)) in dates else NONE
    return reading if reading.closeness is not Closeness.SAME else _kinds(source, target)


_ROUNDED = frozenset({Kind.CARDINAL, Kind.MONEY, Kind.MEASURE, Kind.PERCENT})
_LOOSE = frozenset({Bound.ABOUT, Bound.NEAR})
_FROM_BELOW = frozenset({Bound.NEARLY, Bound.NEAR, Bound.JUST_UNDER, Bound.LESS_THAN})
_FROM_ABOVE = frozenset({Bound.MORE_THAN, Bound.OVER, Bound.AT_LEAST})


def _is_rounded(source: Quantity, target: Quantity) -> bool:
    """*126.014.024*, *roughly 126 million*: rounded, and said to be so.

    At least two digits must be gone, so that a changed digit is not taken for rounding.
    """
    if source.kind is not target.kind or source.kind not in _ROUNDED or not target.value:
        return False
    exact, written = Decimal(str(float(source.value))), Decimal(str(float(target.value)))
    digits = len(written.normalize().as_tuple().digits)
    if len(exact.normalize().as_tuple().digits) < digits + 2:
        return False
    if abs(exact - written) > abs(exact) / 50:
        return False
    side = _FROM_BELOW if exact < written else _FROM_ABOVE
    return target.bound in _LOOSE or target.bound in side


def _same_value(source: Quantity, target: Quantity) -> Judgement | None:
    """SAME when the values are equal, REVIEW when only another reading of one of them is."""
    if source.value == target.value and not source.others and not target.others:
        return SAME
    readings = {source.value, *source.others} & {target.value, *target.others}
    if readings and Kind.ORDINAL in (source.kind, target.kind):
        return SAME
    if readings:
        return Judgement(Closeness.REVIEW, DriftKind.AMBIGUOUS)
    return None


def _short_year(source: Quantity, target: Quantity) -> bool:
    """*la Constitución del 91*, *the 1991 Constitution*."""
    short = source.kind is Kind.CARDINAL and len(source.text) == 2 and source.text.isdecimal()
    if not short or target.kind is not Kind.YEAR:
        return False
    return int(target.value) - int(source.value) in (1900, 2000)


def _is_share(quantity: Quantity) -> bool:
    """*a fifth*, *20 %*; *cinco veces menos* too."""
    return quantity.kind in _SHARES or (quantity.kind is Kind.MULTIPLE and quantity.value < 1)


def _in_years(source: Quantity, target: Quantity) -> bool:
    """*cumplió dos décadas*, *turned 20*: only years go without saying."""
    length, count = (source, target) if source.kind is Kind.DURATION else (target, source)
    if length.unit == "year" or length.unit not in _LONG:
        return False
    return converted(length.value, length.unit, "year") == count.value


_LONG = frozenset({"decade", "century", "lustrum"})


_ALIKE = ({Kind.DURATION, Kind.IDENTIFIER},)
"""*la semana 26*, *26 weeks*."""
# libras, £; 6 grados, magnitude 6; un marcador de 12 puntos, a score of 12.
_ONE_UNIT = ({"pound", "GBP"}, {"degree", ""}, {"points", ""})


def _kinds(source: Quantity, target: Quantity) -> Judgement:
    """The same number as two kinds of figure."""
    kinds = {source.kind, target.kind}
    if source.digits[:1] == "0" or target.digits[:1] == "0":
        return Judgement(Closeness.VALUE, DriftKind.IDENTIFIER)
    if kinds <= _COUNTS or len(kinds) == 1:
        return SAME
    if Kind.ORDINAL in kinds and kinds <= _COUNTS | {Kind.ORDINAL}:
        return _rank(source, target)
    if kinds in _ALIKE or (Kind.AGE in kinds and kinds & _COUNTS):
        return SAME
    if Kind.DURATION in kinds and kinds & _COUNTS - {Kind.MULTIPLE}:
        years = "year" in (source.unit, target.unit)
        return SAME if years else Judgement(Closeness.VALUE, DriftKind.UNIT)
    if Kind.FRACTION in kinds and kinds & {Kind.MULTIPLE, Kind.CARDINAL, Kind.ORDINAL}:
        return SAME
    if kinds == {Kind.DECADE, Kind.CARDINAL} and " " not in source.text:
        return SAME  # los nombres de los ochenta, the names of the eighty
    if kinds == {Kind.PERCENT, Kind.POINTS}:
        return Judgement(Closeness.VALUE, DriftKind.UNIT)
    if {source.unit, target.unit} in _ONE_UNIT:
        return SAME
    if Kind.MONEY in kinds:
        return Judgement(Closeness.VALUE, DriftKind.CURRENCY)
    if kinds & (_LENGTHS | {Kind.PERCENT, Kind.POINTS}):
        return Judgement(Closeness.VALUE, DriftKind.UNIT)
    return Judgement(Closeness.VALUE, DriftKind.KIND)


def _rank(source: Quantity, target: Quantity) -> Judgement:
    """*piso 3* and *third floor* are the same; *tres* and *third* are for a person to see."""
    if source.digits or target.digits or Kind.IDENTIFIER in (source.kind, target.kind):
        return SAME
    if source.kind is Kind.CARDINAL and source.value in range(1, 32) and target.text[0].isdecimal():
        return SAME  # el 3, the 3rd: a day of the month
    return Judgement(Closeness.REVIEW, DriftKind.KIND)


def _money(source: Quantity, target: Quantity) -> Judgement:
    value = _same_value(source, target)
    if "cent" in (source.unit, target.unit) and source.unit != target.unit:
        return _cents(source, target)
    if value is None:
        return NONE
    if (source.unit, target.unit) == ("peso", "$") and "$" in source.text:
        return Judgement(Closeness.REVIEW, DriftKind.CURRENCY)  # a peso's sign, kept as it is
    if not same_currency(source.unit, target.unit):
        return Judgement(Closeness.VALUE, DriftKind.CURRENCY)
    if source.unit in _OPEN_CURRENCIES and target.unit not in (source.unit, "dollar"):
        return Judgement(Closeness.REVIEW, DriftKind.CURRENCY)
    return value


def _cents(source: Quantity, target: Quantity) -> Judgement:
    """*50 centavos de dólar*, *$0.50*."""
    whole = target.unit if source.unit == "cent" else source.unit
    one, other = (Fraction(q.value) * share_of(q.unit, whole) for q in (source, target))
    return SAME if one == other != 0 else NONE


_OPEN_CURRENCIES = frozenset({"$", "peso"})
"""Whose dollar or peso it is stays the source's to say."""


def _lengths(source: Quantity, target: Quantity) -> Judgement:
    """Measures, durations and ages: equal, converted, or of another unit."""
    value = _same_value(source, target)
    if source.unit == target.unit and value is not None:
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
        return NONE
    if target.unit == "week" and _WEEKS.get((source.value, source.unit)) == target.value:
        return SAME
    if known is not None and source.kind is Kind.MEASURE and _rounds_to(known, target):
        return Judgement(Closeness.REVIEW, DriftKind.CONVERTED)
    if _degree(source.unit, target.unit) and value is not None:
        return value
    return Judgement(Closeness.VALUE, DriftKind.UNIT) if value is not None else NONE


# Spanish counts both ends: *quince días* are two weeks, *ocho días* one.
_ROUND_ABOUT: dict[tuple[Value, str], Value] = {(15, "day"): 14, (8, "day"): 7}
_WEEKS: dict[tuple[Value, str], Value] = {(Fraction(3, 2), "month"): 6, (1, "month"): 4}


def _degree(source: str, target: str) -> bool:
    return "degree" in (source, target) and source.startswith("degree") and target[:6] == "degree"


def _rounds_to(exact: Fraction, written: Quantity) -> bool:
    """Whether `written` is `exact` rounded as people round: within 2.5 %, or to a whole.

    Who writes inches after feet rounds to an inch.
    """
    distance = abs(exact - Fraction(written.value))
    whole = isinstance(written.value, int)
    if written.pieces:
        return distance <= share_of(written.pieces[-1][1], written.unit)
    return distance <= max(abs(exact) / 40, min(Fraction(1, 2), abs(exact) / 8) if whole else 0)


def _shares(source: Quantity, target: Quantity) -> Judgement:
    if source.kind is target.kind and source.unit == target.unit:
        return _same_value(source, target) or NONE
    left, right = _share(source), _share(target)
    if left == right:
        if source.unit != target.unit and source.kind is target.kind:
            return Judgement(Closeness.REVIEW, DriftKind.CONVERTED)
        return SAME
    if source.kind is target.kind and source.value == target.value:
        return Judgement(Closeness.VALUE, DriftKind.UNIT)
    if source.kind is not target.kind and abs(left - right) <= Fraction(1, 100):
        return Judgement(Closeness.REVIEW, DriftKind.ROUNDED)
    return NONE


def _part(source: Quantity, target: Quantity) -> Judgement:
    """*el 20 %*, *a fifth*: an ordinal that may be a part."""
    ordinal, share = (source, target) if source.kind is Kind.ORDINAL else (target, source)
    if _share(share) in ordinal.others:
        return SAME
    return _same_value(source, target) or NONE


def _share(quantity: Quantity) -> Fraction:
    size = {"percent": 100, "permille": 1000}.get(quantity.unit, 1)
    return Fraction(quantity.value) / size


def _dates(source: Quantity, target: Quantity) -> Judgement:
    left, right = source.date or PartialDate(), target.date or PartialDate()
    pairs = ((left.year, right.year), (left.month, right.month), (left.day, right.day))
    if left == right:
        return SAME
    if target.other_date == left:
        return Judgement(Closeness.REVIEW, DriftKind.DATE)
    if any(a is not None and b is not None and a != b for a, b in pairs):
        agreeing = sum(a is not None and a == b for a, b in pairs)
        return Judgement(Closeness.VALUE, DriftKind.DATE) if agreeing else NONE
    shared = sum(a is not None and b is not None for a, b in pairs)
    if not shared:
        return NONE
    if left.day is None is not right.day and left.month == right.month:
        return Judgement(Closeness.VALUE, DriftKind.DATE)  # a day that the source does not tell
    lost = any(a is not None and b is None for a, b in pairs)
    if lost and not source.weak:
        return Judgement(Closeness.VALUE, DriftKind.DATE)
    return Judgement(Closeness.REVIEW, DriftKind.DATE)


def _times(source: Quantity, target: Quantity) -> Judgement:
    if (int(source.value) - int(target.value)) % 1440 == 0:
        return SAME
    if "12h" in (source.unit, target.unit) and (int(source.value) - int(target.value)) % 720 == 0:
        return SAME
    return NONE


def _hours(source: Quantity, target: Quantity) -> Judgement:
    """*a las 10* and *10 a.m.*: a bare number that may be the hour."""
    time, other = (source, target) if source.kind is Kind.TIME else (target, source)
    hour, minute = divmod(int(time.value), 60)
    if other.kind is Kind.DURATION and converted(other.value, other.unit, "minute") == time.value:
        return SAME  # de 9 a 17 horas; duró 1h30
    if other.kind is Kind.CARDINAL and minute == 0 and other.value in (hour, hour % 12 or 12):
        return SAME
    return NONE


def _decades(source: Quantity, target: Quantity) -> Judgement:
    years = int(source.value), int(target.value)
    short, full = min(years), max(years)
    same = short == full or (short < 100 and full in (1900 + short, 2000 + short))
    return SAME if same else NONE


def _decade_of_century(source: Quantity, target: Quantity) -> Judgement:
    """*el siglo XIX*, *the 1800s*."""
    century, decade = (source, target) if source.kind is Kind.CENTURY else (target, source)
    return SAME if decade.value == (int(century.value) - 1) * 100 else NONE


def _identifiers(source: Quantity, target: Quantity) -> Judgement:
    if source.digits == target.digits and source.value == target.value:
        return SAME
    if source.value == target.value:
        return Judgement(Closeness.VALUE, DriftKind.IDENTIFIER)
    return NONE


_OF_KIND = {
    Kind.MONEY: _money,
    Kind.MEASURE: _lengths,
    Kind.DURATION: _lengths,
    Kind.AGE: _lengths,
    Kind.PERCENT: _shares,
    Kind.FRACTION: _shares,
    Kind.DATE: _dates,
    Kind.TIME: _times,
    Kind.DECADE: _decades,
    Kind.IDENTIFIER: _identifiers,
}
