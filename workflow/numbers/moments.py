"""Judge pairs of dates, times of day, decades and centuries."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.judgement import NONE, SAME, Closeness, Judgement
from workflow.numbers.model import DriftKind, Kind, PartialDate, Quantity
from workflow.numbers.units import converted


def dates(source: Quantity, target: Quantity) -> Judgement:
    """How close two dates are, as far as both are told."""
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
    if lost and target.unit and pairs[1:] == ((right.month,) * 2, (right.day,) * 2):
        return SAME  # el 11 de septiembre de 2001, 9/11
    if lost and not source.weak:
        return Judgement(Closeness.VALUE, DriftKind.DATE)
    return Judgement(Closeness.REVIEW, DriftKind.DATE)


def times(source: Quantity, target: Quantity) -> Judgement:
    """Whether two times of day are one; half a day may go unsaid."""
    if (int(source.value) - int(target.value)) % 1440 == 0:
        return SAME
    if "12h" in (source.unit, target.unit) and (int(source.value) - int(target.value)) % 720 == 0:
        return SAME
    return NONE


def hours(source: Quantity, target: Quantity) -> Judgement:
    """*a las 10* and *10 a.m.*: a bare number that may be the hour."""
    time, other = (source, target) if source.kind is Kind.TIME else (target, source)
    hour, minute = divmod(int(time.value), 60)
    length = converted(other.value, other.unit, "minute")
    if other.kind is Kind.DURATION and length is not None:
        apart = length - Fraction(time.value)
        if apart == 0 or (time.unit == "12h" and apart % 720 == 0):
            return SAME  # de 9 a 17 horas; duró 1h30
        if length * 60 == time.value and ":" in time.text:
            return SAME  # 1 minuto y 48 segundos, 1:48
    if _points_hour(other) and Fraction(other.value) == hour + Fraction(minute, 100):
        return SAME  # de 9.30 a 17.00
    if other.kind is Kind.CARDINAL and minute == 0 and other.value in (hour, hour % 12 or 12):
        return SAME
    return NONE


def _points_hour(quantity: Quantity) -> bool:
    """*9.30*: what may be hours and minutes."""
    hour, point, minute = quantity.text.partition(".")
    return quantity.kind is Kind.CARDINAL and point != "" and (len(hour), len(minute)) <= (2, 2)


def decades(source: Quantity, target: Quantity) -> Judgement:
    """*años 80*, *1980s*."""
    years = int(source.value), int(target.value)
    short, full = min(years), max(years)
    same = short == full or (short < 100 and full in (1900 + short, 2000 + short))
    return SAME if same else NONE


def decade_of_century(source: Quantity, target: Quantity) -> Judgement:
    """*el siglo XIX*, *the 1800s*."""
    century, decade = (source, target) if source.kind is Kind.CENTURY else (target, source)
    return SAME if decade.value == (int(century.value) - 1) * 100 else NONE
