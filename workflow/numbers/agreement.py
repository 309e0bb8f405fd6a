"""Judge one pair of quantities: do they say the same, the same in other units, or not at all?"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from workflow.numbers.judgement import NONE, SAME, Closeness, Judgement, same_value
from workflow.numbers.measures import ONE_UNIT, in_k, in_tens, lengths, magnitudes, of_height
from workflow.numbers.model import ROUND, Bound, DriftKind, Kind, PartialDate, Quantity
from workflow.numbers.moments import dates, decade_of_century, decades, hours, times
from workflow.numbers.units import converted, same_currency, share_of

# Kinds that a bare number may be written as; within a group the value alone counts.
_COUNTS = frozenset({Kind.CARDINAL, Kind.YEAR, Kind.IDENTIFIER, Kind.MULTIPLE})
_SHARES = frozenset({Kind.PERCENT, Kind.FRACTION})
_LENGTHS = frozenset({Kind.MEASURE, Kind.DURATION, Kind.AGE})


def judge(source: Quantity, target: Quantity) -> Judgement:
    """How close the target quantity is to the source quantity, bounds and order aside."""
    if source.per != target.per and source.value == target.value and _is_rerated(source, target):
        return Judgement(Closeness.VALUE, DriftKind.UNIT)
    if target.bound is not source.bound is Bound.NONE and _is_rounded(source, target):
        return Judgement(Closeness.REVIEW, DriftKind.ROUNDED)
    if source.kind is target.kind and source.kind in _OF_KIND:
        return _OF_KIND[source.kind](source, target)
    akin = _akin(source, target)
    if akin is not None:
        return akin
    reading = same_value(source, target)
    if _in_points(source) and _in_points(target) and reading in (None, SAME):
        return _points(source, target)
    if reading is None:
        return SAME if _short_year(source, target) else NONE
    if Kind.DATE in (source.kind, target.kind):
        days = (source.date, target.date)
        return SAME if PartialDate(day=int(source.value)) in days else NONE
    return reading if reading.closeness is not Closeness.SAME else _kinds(source, target)


def _is_rerated(source: Quantity, target: Quantity) -> bool:
    """Whether both tell a period, each its own; hours of sleep *a night* are so many a day."""
    if not source.per or not target.per:
        return False
    slept = source.kind is target.kind is Kind.DURATION
    return not (slept and {source.per, target.per} == {"night", "day"})


def _akin(source: Quantity, target: Quantity) -> Judgement | None:
    """Two kinds that measure one thing in two ways: *un tercio*, *33%*; *el siglo XIX*, *1800s*."""
    if source.kind is target.kind is not Kind.ORDINAL:
        return None
    kinds = {source.kind, target.kind}
    if kinds == {Kind.DECADE, Kind.CENTURY}:
        return decade_of_century(source, target)
    if kinds <= _SHARES:
        return _shares(source, target)
    if kinds <= _LENGTHS:
        return lengths(source, target)
    if Kind.TIME in kinds:
        return hours(source, target)
    if Kind.ORDINAL in kinds:
        return _ranked(source, target)
    if kinds == {Kind.DURATION, Kind.CARDINAL} and _in_years(source, target):
        return SAME
    if kinds == {Kind.DURATION, Kind.FRACTION} and _half_a_year(source, target):
        return SAME
    if kinds == {Kind.MEASURE, Kind.CARDINAL}:
        return SAME if in_k(source, target) else of_height(source, target)
    if kinds == {Kind.MEASURE, Kind.DECADE}:
        return in_tens(source, target)
    if Kind.DECADE in kinds and kinds & _LENGTHS:
        return _in_life(source, target)
    return None


def _ranked(source: Quantity, target: Quantity) -> Judgement | None:
    """*el 20 %*, *a fifth*; *en su décimo aniversario*, *after ten years*."""
    if _is_share(source) or _is_share(target):
        return _part(source, target)
    if source.value != target.value or not (source.unit and target.unit):
        return None
    units = {source.unit, target.unit}
    if source.kind is target.kind or Kind.IDENTIFIER in (source.kind, target.kind):
        alike = len(units) == 1 or units == {"anniversary", "year"}
        return SAME if alike else Judgement(Closeness.VALUE, DriftKind.UNIT)
    return SAME if units in _RANKED else None


_RANKED = ({"anniversary", "year"}, {"minute"})
"""Ranks that say how many: *a los doce minutos*, *in the 12th minute*; *third year* does not."""


def _in_life(source: Quantity, target: Quantity) -> Judgement | None:
    """*un hombre de unos 40 años*, *a man in his 40s*: the decade of a life."""
    life, age = (source, target) if source.kind is Kind.DECADE else (target, source)
    tens = age.unit == "year" and age.value == life.value
    return SAME if tens and life.bound is Bound.ABOUT else None


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


def _short_year(source: Quantity, target: Quantity) -> bool:
    """*la Constitución del 91*, *the 1991 Constitution*; *los 90*, *the 1990s*."""
    short = source.kind is Kind.CARDINAL and 20 <= source.value < 100
    written = len(source.text) == 2 or target.kind is Kind.DECADE
    if not short or not written or target.kind not in (Kind.YEAR, Kind.DECADE):
        return False
    return int(target.value) - int(source.value) in (0, 1900, 2000)


def _is_share(quantity: Quantity) -> bool:
    """*a fifth*, *20 %*; *cinco veces menos* too."""
    return quantity.kind in _SHARES or (quantity.kind is Kind.MULTIPLE and quantity.value < 1)


def _in_years(source: Quantity, target: Quantity) -> bool:
    """*cumplió dos décadas*, *turned 20*: only years go without saying."""
    length, count = (source, target) if source.kind is Kind.DURATION else (target, source)
    if length.unit == "year" or length.unit not in _LONG:
        return False
    return converted(length.value, length.unit, "year") == count.value


def _half_a_year(source: Quantity, target: Quantity) -> bool:
    """*los primeros seis meses*, *the first half*: a half with a name may come and go."""
    length, half = (source, target) if source.kind is Kind.DURATION else (target, source)
    return half.weak and half.value == _HALF and converted(length.value, length.unit, "month") == 6


_HALF = Fraction(1, 2)


_LONG = frozenset({"decade", "century", "lustrum"})


def _in_points(quantity: Quantity) -> bool:
    """Whether it may be points of a rate: *dos décimas*, *0.2 points*, *20 basis points*."""
    return quantity.kind in (Kind.POINTS, Kind.FRACTION) or quantity.unit == _BASIS


_BASIS = "basis point"


def _points(source: Quantity, target: Quantity) -> Judgement:
    one, other = (Fraction(q.value) / (100 if q.unit == _BASIS else 1) for q in (source, target))
    if one == other:
        return SAME
    return NONE if source.value != target.value else Judgement(Closeness.VALUE, DriftKind.UNIT)


_ALIKE = ({Kind.DURATION, Kind.IDENTIFIER},)
"""*la semana 26*, *26 weeks*."""


def _kinds(source: Quantity, target: Quantity) -> Judgement:
    """The same number as two kinds of figure."""
    kinds = {source.kind, target.kind}
    if source.digits[:1] == "0" or target.digits[:1] == "0":
        return Judgement(Closeness.VALUE, DriftKind.IDENTIFIER)
    if kinds <= _COUNTS or len(kinds) == 1:
        return SAME
    if Kind.ORDINAL in kinds and kinds <= _COUNTS | {Kind.ORDINAL}:
        return _rank(source, target)
    if _are_alike(source, target, kinds):
        return SAME
    if Kind.DURATION in kinds and kinds & _COUNTS - {Kind.MULTIPLE}:
        unsaid = not _UNSAID.isdisjoint((source.unit, target.unit))
        return SAME if unsaid else Judgement(Closeness.VALUE, DriftKind.UNIT)
    if kinds == {Kind.PERCENT, Kind.POINTS}:
        return Judgement(Closeness.VALUE, DriftKind.UNIT)
    if {source.unit, target.unit} in ONE_UNIT:
        return SAME
    if Kind.MONEY in kinds:
        return Judgement(Closeness.VALUE, DriftKind.CURRENCY)
    if kinds & (_LENGTHS | {Kind.PERCENT, Kind.POINTS}):
        return Judgement(Closeness.VALUE, DriftKind.UNIT)
    return Judgement(Closeness.VALUE, DriftKind.KIND)


_UNSAID = frozenset({"year", "working day"})
"""Units that go without saying: *a falta de cinco jornadas*, *with five games to go*."""


def _are_alike(source: Quantity, target: Quantity, kinds: set[Kind]) -> bool:
    """Whether a number may be told as either kind."""
    if kinds in _ALIKE or (Kind.AGE in kinds and kinds & _COUNTS):
        return True
    if Kind.FRACTION in kinds and kinds & {Kind.MULTIPLE, Kind.CARDINAL, Kind.ORDINAL}:
        return True
    if kinds <= _PARTS and "second" in (source.unit, target.unit):
        return True  # a seis centésimas del podio
    # los nombres de los ochenta, the names of the eighty
    return kinds == {Kind.DECADE, Kind.CARDINAL} and " " not in source.text


_PARTS = frozenset({Kind.FRACTION, Kind.POINTS, Kind.DURATION})


def _rank(source: Quantity, target: Quantity) -> Judgement:
    """*piso 3* and *third floor* are the same; *tres* and *third* are for a person to see."""
    if ROUND in (source.unit, target.unit):
        return SAME  # los 16 que quedan, the last 16
    if source.digits or target.digits or Kind.IDENTIFIER in (source.kind, target.kind):
        return SAME
    if source.kind is Kind.CARDINAL and source.value in range(1, 32) and target.text[0].isdecimal():
        return SAME  # el 3, the 3rd: a day of the month
    return Judgement(Closeness.REVIEW, DriftKind.KIND)


def _money(source: Quantity, target: Quantity) -> Judgement:
    value = same_value(source, target)
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


def _shares(source: Quantity, target: Quantity) -> Judgement:
    if source.kind is target.kind and source.unit == target.unit:
        return same_value(source, target) or NONE
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
    return same_value(source, target) or NONE


def _share(quantity: Quantity) -> Fraction:
    size = {"percent": 100, "permille": 1000}.get(quantity.unit, 1)
    return Fraction(quantity.value) / size


def _identifiers(source: Quantity, target: Quantity) -> Judgement:
    if source.digits == target.digits and source.value == target.value:
        return SAME
    if source.value == target.value:
        return Judgement(Closeness.VALUE, DriftKind.IDENTIFIER)
    return NONE


_OF_KIND = {
    Kind.MONEY: _money,
    Kind.MEASURE: lengths,
    Kind.DURATION: lengths,
    Kind.AGE: lengths,
    Kind.COLLECTIVE: magnitudes,
    Kind.PERCENT: _shares,
    Kind.FRACTION: _shares,
    Kind.DATE: dates,
    Kind.TIME: times,
    Kind.DECADE: decades,
    Kind.IDENTIFIER: _identifiers,
}
