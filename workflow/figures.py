"""Figures of the Spanish whose English is fixed before the engine sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workflow.numbers import Bound, Kind, Quantity, Style, extract, localize
from workflow.numbers.localize import DEFAULT_STYLE

_FIXED = frozenset({Kind.MONEY, Kind.PERCENT, Kind.DATE, Kind.TIME, Kind.DECADE, Kind.CENTURY})
"""Kinds whose order of words differs between the languages."""

_NUMBERED = {
    # n.º, n°, nº, no., nro., núm. (RAE, Ortografía 2010, list of abbreviations) before digits.
    "es": re.compile(r"\b[Nn](?:\. ?[ºo°]|[º°]|ro\.|úm\.|o\.)[\s\u00a0]?(?P<figure>\d[\w./-]*\b)"),
}
"""Signs that make a figure a number in a series, by language: *n.º 333* is “No. 333”."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A stretch of the Spanish and the English it must become."""

    start: int
    end: int
    target: str
    plural: bool


def figures(text: str, language: str = "es", style: Style = DEFAULT_STYLE) -> Iterator[Figure]:
    """The figures in `text` that no engine writes rightly by itself, without their bounds.

    Bounds (*al menos*) are words like others and are left to the engine and the number check.
    """
    taken: list[tuple[int, int]] = []
    sign = _NUMBERED.get(language.partition("-")[0])
    for match in sign.finditer(text) if sign else ():
        taken.append(match.span())
        yield Figure(*match.span(), f"No. {match['figure']}", plural=False)
    for quantity in extract(text, language):
        if quantity.weak or quantity.others or not _needs_fixing(quantity):
            continue
        bare = replace(quantity, bound=Bound.NONE)
        start, end = quantity.core
        target = localize(bare, style)
        if quantity.kind is Kind.DECADE:
            target = f"the {target}"
        free = not any(a < end and start < b for a, b in taken)
        if free and target != text[start:end]:
            yield Figure(start, end, target, quantity.value not in (1, -1))


def _needs_fixing(quantity: Quantity) -> bool:
    return any(c.isdigit() for c in quantity.text) and quantity.kind in _FIXED
