"""Quantities that stand in pairs: ranges (*de 5 a 7 mil*), scores (3-1), changes (*from 5 to 7*)."""

from __future__ import annotations

from workflow.numbers.grammar.found import Found
from workflow.numbers.grammar.number import times
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind, Role

_DASHES = frozenset("-–—")
_PLAIN = frozenset({Kind.CARDINAL, Kind.YEAR, Kind.ORDINAL})


def join(tokens: Tokens, left: Found, right: Found) -> None:
    """Where a link joins two neighbours, share scale and unit and mark which comes first."""
    between = tokens.words[left.stop : right.first]
    language = tokens.lexicon.language
    link = [word for word in between if word not in language.skippable or word == "a"]
    if len(link) != 1 or link[0] not in language.range_links:
        return
    _share(left, right)
    opened = _opened(tokens, left)
    conjunction = link[0] in ("y", "and", "e", "o", "u", "or", "ou")
    if conjunction and not (opened and link[0] not in ("o", "u", "or", "ou")):
        return
    if link[0] in _DASHES and not tokens.glued(left.stop - 1) and not opened:
        return
    left.role, right.role = Role.FIRST, Role.SECOND


def _opened(tokens: Tokens, left: Found) -> bool:
    language = tokens.lexicon.language
    index = left.first - 1
    while tokens.word(index) in language.skippable:
        index -= 1
    return tokens.word(index) in language.range_openers


def _share(left: Found, right: Found) -> None:
    """*cinco a siete mil*, *between 5 and 7%*: the left takes the scale and unit of the right."""
    if left.kind in _PLAIN and left.scale == 1 < right.scale:
        mantissa = right.value / right.scale
        if left.value < mantissa:
            left.value = times(left.value, right.scale)
            left.scale = right.scale
    elif (
        left.kind is Kind.MONEY
        and left.scale == 1 < right.scale
        and right.kind in _PLAIN | {left.kind}
    ):
        if left.value < right.value / right.scale:
            left.value = times(left.value, right.scale)
            left.scale = right.scale
    if left.kind is Kind.CARDINAL and right.kind not in _PLAIN | {
        Kind.DATE,
        Kind.FRACTION,
        Kind.IDENTIFIER,
    }:
        left.kind, left.unit = right.kind, right.unit
    elif left.kind is Kind.MONEY and right.kind is Kind.CARDINAL:
        right.kind, right.unit = left.kind, left.unit
    elif left.kind is Kind.IDENTIFIER and right.kind is Kind.CARDINAL:
        right.kind = left.kind
