"""Names with a number in them that a translation keeps: *avenida 9 de Julio*, *Siete Cruces*."""

from __future__ import annotations

from bisect import bisect_left

from workflow.numbers.grammar import Reading
from workflow.numbers.model import Quantity

_MOST = 64
"""How many names are looked for; no sentence has more."""


def without_names(
    source: Reading, target: Reading, missing: list[Quantity], added: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """What is left of the unmatched when names that stand in both texts alike are taken out."""
    for quantity in tuple(missing[:_MOST]):
        name = _name(source, quantity)
        start = target.tokens.text.find(name) if name else -1
        if start >= 0:
            missing = [other for other in missing if other is not quantity]
            end = start + len(name)
            added = [other for other in added if other.end <= start or end <= other.start]
    return missing, added


def _name(reading: Reading, quantity: Quantity) -> str:
    """The quantity with its capitals, together with the word after it; empty when it is no name."""
    text = quantity.text
    if " " not in text:
        tokens = reading.tokens
        stop = bisect_left(tokens.starts, quantity.end)
        text = tokens.text[quantity.start : tokens.ends[stop]] if stop < tokens.count else ""
    first, *rest = text.split() or [""]
    named = bool(rest) and rest[-1][0].isupper() and (first[0].isupper() or first[0].isdecimal())
    return text if named else ""
