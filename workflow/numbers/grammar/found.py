"""What the grammar has found so far: a quantity as word indexes, before it is given its bound."""

from __future__ import annotations

from dataclasses import dataclass

from workflow.numbers.grammar.number import Number
from workflow.numbers.model import Bound, Kind, PartialDate, Role, Value


@dataclass(slots=True)
class Found:
    """A quantity in the making; `first` and `stop` are word indexes and grow as parts join."""

    kind: Kind
    value: Value
    first: int
    stop: int
    figure_first: int
    figure_stop: int
    unit: str = ""
    bound: Bound = Bound.NONE
    other: Value | None = None
    weak: bool = False
    date: PartialDate | None = None
    other_date: PartialDate | None = None
    parts: tuple[int, int] | None = None
    pieces: tuple[tuple[Value, str], ...] = ()
    digits: str = ""
    role: Role = Role.NONE
    numeral: bool = False
    scale: int = 1
    core_first: int = 0
    """Where the figure without its bound begins and ends, known once the bound is read."""
    core_stop: int = 0


def found(number: Number) -> Found:
    """A quantity that is the number alone."""
    value, first, stop, kind, other, bound, numeral, weak, scale = number
    made = Found(kind, value, first, stop, first, stop, "", bound, other, weak)
    made.numeral, made.scale = numeral, scale
    return made
