"""Figures that one text says twice, in two units: *800 kph (497 mph)*, *45 miles (72 km)*."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.grammar import Reading
from workflow.numbers.model import Bound, Quantity
from workflow.numbers.units import SIZES, converted, share_of

_HALF = Fraction(1, 2)


def without_glosses(
    lonely: list[Quantity], reading: Reading, kept: list[Quantity], others: list[Quantity]
) -> list[Quantity]:
    """Those that do not merely repeat in another unit one of `kept`, which the other text has too.

    The arithmetic must hold to the last digit that is written: else it is another figure. Where
    one of `others`, which only the other text has, is in the same unit, it may be that one changed.
    """
    told = {quantity.unit for quantity in others}
    measured = [
        quantity
        for quantity in lonely
        if quantity.unit not in told and (quantity.unit in SIZES or _is_warmth(quantity))
    ]
    if not measured:
        return lonely
    starts = {quantity.start for quantity in kept}
    glosses = {quantity.start for quantity in measured if _is_gloss(quantity, reading, starts)}
    return [quantity for quantity in lonely if quantity.start not in glosses]


def _is_warmth(quantity: Quantity) -> bool:
    return quantity.unit.startswith("degree")


def _is_gloss(quantity: Quantity, reading: Reading, kept: set[int]) -> bool:
    place = reading.place(quantity.start)
    return any(
        other.start in kept
        and _is_bracketed(reading, quantity, other)
        and _says_same(quantity, other)
        for other in reading.quantities[max(place - 1, 0) : place + 2]
    )


def _is_bracketed(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """Whether only a bracket, a slash or a comma with *or* parts the two."""
    first, second = sorted((one, other), key=lambda quantity: quantity.start)
    between = reading.tokens.text[first.end : second.start].split()
    if between in (["("], ["["], ["/"]):
        return True
    language = reading.tokens.lexicon.language
    return between[:1] == [","] and between[1:] in [[word] for word in language.conjunctions]


def _says_same(gloss: Quantity, kept: Quantity) -> bool:
    """Whether the gloss is the other converted and rounded, or the other way round."""
    exact, back = _in_unit(kept, gloss), _in_unit(gloss, kept)
    if exact is None or back is None:
        return False
    written = Fraction(gloss.value)
    if gloss.bound in (_ABOVE if exact < written else _BENEATH):
        return False
    if gloss.pieces:
        room = share_of(gloss.pieces[-1][1], gloss.unit) * _HALF
    else:
        room = min(_last_place(written) * _HALF, max(abs(exact) / _ROUGHLY, _HALF))
    if abs(exact - written) <= room:
        return True
    if not isinstance(kept.value, int) or not isinstance(gloss.value, int):
        return False
    return abs(back - kept.value) <= min(_HALF, abs(back) / 100)


_ABOVE = frozenset({Bound.MORE_THAN, Bound.OVER, Bound.AT_LEAST})
_BENEATH = frozenset({Bound.LESS_THAN, Bound.NEARLY, Bound.JUST_UNDER, Bound.AT_MOST})
"""Bounds that do not hold where the exact figure lies on the other side."""
_ROUGHLY = 40
"""Nobody rounds by more than one part in so many, small figures aside."""


def _in_unit(quantity: Quantity, other: Quantity) -> Fraction | None:
    return converted(quantity.value, quantity.unit, other.unit)


def _last_place(value: Fraction) -> Fraction:
    """The place of the last digit that is no zero: 10 of 190, 0.1 of 44.7."""
    place = Fraction(1)
    while value.denominator > 1 and place > _FINEST:
        place, value = place / 10, value * 10
    while value and value % 10 == 0:
        place, value = place * 10, value / 10
    return place


_FINEST = Fraction(1, 1000)
