"""A score to nil told as a lead or a deficit: *un 0-2*, *two goals down*."""

from __future__ import annotations

from bisect import bisect_left

from workflow.numbers.grammar import Reading
from workflow.numbers.model import Kind, Quantity, Role

_NEAR = 4
"""How many words from a figure it may be said to be a lead or a deficit."""


def without_nils(lonely: list[Quantity], reading: Reading, other: Reading) -> list[Quantity]:
    """Those that are not the nil of a score which `other` tells by the other side alone."""
    return [
        quantity
        for quantity in lonely
        if quantity.value != 0
        or quantity.role is Role.NONE
        or not _is_margin(_side(reading, quantity), other)
    ]


def _side(reading: Reading, nil: Quantity) -> Quantity | None:
    """The other side of the score."""
    place = reading.place(nil.start) + (1 if nil.role is Role.FIRST else -1)
    side = reading.quantities[place] if 0 <= place < len(reading.quantities) else None
    paired = side is not None and {side.role, nil.role} == {Role.FIRST, Role.SECOND}
    return side if paired else None


def _is_margin(side: Quantity | None, other: Reading) -> bool:
    """Whether the other text has that figure, and says that somebody leads or trails by it."""
    return side is not None and any(
        (quantity.kind, quantity.value, quantity.role) == (Kind.CARDINAL, side.value, Role.NONE)
        and _leads(other, quantity)
        for quantity in other.quantities
    )


def _leads(reading: Reading, quantity: Quantity) -> bool:
    tokens = reading.tokens
    first, stop = (bisect_left(tokens.starts, place) for place in (quantity.start, quantity.end))
    near = tokens.words[max(first - _NEAR, 0) : first] + tokens.words[stop : stop + _NEAR]
    return not tokens.lexicon.language.margins.isdisjoint(near)
