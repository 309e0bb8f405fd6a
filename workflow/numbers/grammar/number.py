"""The value of a number with its place among the words, and the arithmetic of such values."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from workflow.numbers.model import Bound, Kind, Value

LARGEST = 10**24
"""No larger number is composed: it is no number of a text any more."""


class Number(NamedTuple):
    """A value with its place among the words; `kind` when its form tells one."""

    value: Value
    first: int
    stop: int
    kind: Kind = Kind.CARDINAL
    other: Value | None = None
    bound: Bound = Bound.NONE
    numeral: bool = False
    """Written with digits."""
    weak: bool = False
    scale: int = 1
    """The last scale word in it: *millones* of *dos millones*."""


def times(value: Value, factor: Value) -> Value:
    """The product, exact, as an int where it is whole."""
    if type(value) is int is type(factor):
        return value * factor
    if isinstance(value, Fraction) or isinstance(factor, Fraction):
        return simple(Fraction(value) * Fraction(factor))
    return simple(value * factor)


def simple(value: Value) -> Value:
    """`value` as an int where it is whole."""
    return int(value) if not isinstance(value, int) and value == int(value) else value


def part_room(value: int) -> int:
    """What may still be added after a part: below 10 after a ten, below 100 after a hundred."""
    if value % 100 == 0:
        return 100 if value else 0
    return 10 if value % 10 == 0 and value > 10 else 1
