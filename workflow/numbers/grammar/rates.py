"""Read the period of a rate: 365 dólares *al mes*, three people *a day*, *monthly*."""

from __future__ import annotations

from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind

RATED = frozenset(
    {Kind.CARDINAL, Kind.MONEY, Kind.MEASURE, Kind.MULTIPLE, Kind.PERCENT, Kind.COLLECTIVE}
    | {Kind.DURATION, Kind.FRACTION, Kind.POINTS}
)
"""Kinds of figures that may be so many in a period."""
_NEAR = 4
"""How many words after a figure its period may stand: *40 denuncias nuevas por semana*."""


def period_after(tokens: Tokens, stop: int) -> str:
    """The period that the figure before `stop` is counted in, empty when none is said."""
    words, rates = tokens.words, tokens.lexicon.rates
    if rates.entries.keys().isdisjoint(words[stop : stop + _NEAR]):
        return ""
    for position in range(stop, min(stop + _NEAR, tokens.count)):
        word = words[position]
        if word in rates.entries:
            found = rates.find(words, position)
            if found is not None:
                return found[2]
        if not word.isalpha() or word in tokens.lexicon.language.clause_breaks:
            break
    return ""
