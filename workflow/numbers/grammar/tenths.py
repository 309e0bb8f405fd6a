"""Read the tenths of a rate: *subió dos décimas* is 0.2 percentage points."""

from __future__ import annotations

from workflow.numbers.grammar.found import Found
from workflow.numbers.grammar.number import Number
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind


def tenths(tokens: Tokens, number: Number) -> Found | None:
    """The points that *dos décimas* are; None where it says of what: *dos décimas de segundo*."""
    words, language, stop = tokens.words, tokens.lexicon.language, number.stop
    if number.kind is not Kind.FRACTION or language.tenths.get(words[stop - 1]) != 10:
        return None
    if words[stop] in language.of_words:
        named = tokens.lexicon.units.find(words, stop + 1)
        if named is None or named[2][0] is not Kind.POINTS:
            return None
        stop = named[1]
    elif words[stop] in language.of_points:
        stop += 1
    elif words[stop] in language.part_words:
        return None
    return Found(
        Kind.POINTS, number.value, number.first, stop, number.first, number.stop, unit="point"
    )
