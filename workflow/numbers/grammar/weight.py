"""Tell which numbers in words a good translation may leave out, or bring in."""

from __future__ import annotations

from workflow.numbers.grammar.found import Found
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind


def is_one_of(tokens: Tokens, found: Found) -> bool:
    """*uno de los dos*: the one is counted against the others."""
    language, stop = tokens.lexicon.language, found.stop
    told = tokens.words[found.first] in language.told_ones
    if not told or tokens.words[stop] not in language.of_words:
        return False
    return tokens.words[stop + 1] in language.definites and (
        tokens.words[stop + 2] in language.cardinals or tokens.words[stop + 2].isdecimal()
    )


def _is_repeated(tokens: Tokens, found: Found) -> bool:
    """*de tres en tres*: one figure, said twice, which English may say in another way."""
    words, links = tokens.words, tokens.lexicon.language.repeaters
    word = words[found.first]
    return (words[found.stop] in links and words[found.stop + 1] == word) or (
        words[found.first - 1] in links and words[found.first - 2] == word
    )


def is_omissible(tokens: Tokens, found: Found) -> bool:
    """Whether a good translation may do without it: *los dos*, *first,*, *el cuarto*."""
    language = tokens.lexicon.language
    if found.kind is Kind.CARDINAL and _is_repeated(tokens, found):
        return True
    if found.kind is Kind.CARDINAL and found.value == 2 and not found.numeral:
        return tokens.words[found.first - 1] in language.definites or _is_one_or_two(tokens, found)
    if tokens.words[found.stop - 1] in language.rooms and _is_room(tokens, found):
        return True
    if found.kind is not Kind.ORDINAL or found.numeral or found.digits:
        return False
    if tokens.words[found.first] in language.nominal_ordinals:
        return True
    following = tokens.words[found.stop]
    shared = following in language.conjunctions and (
        tokens.words[found.stop + 1] in language.ordinals
    )
    empty = following in language.stop_words and following not in tokens.lexicon.units.entries
    names_nothing = not shared and following != "-" and (empty or not following.isalpha())
    return found.value == 1 or (names_nothing and found.value <= 5)


def _is_one_or_two(tokens: Tokens, found: Found) -> bool:
    """*una o dos personas*, *one or two*: a few, which either language may say otherwise."""
    language, link = tokens.lexicon.language, tokens.words[found.first - 1]
    alternative = link in language.conjunctions and link != language.joiner
    return alternative and tokens.words[found.first - 2] in language.ones


def _is_room(tokens: Tokens, found: Found) -> bool:
    """*un cuarto alquilado*, *el primer cuarto*: a room, or what a match is played in."""
    following, language = tokens.words[found.stop], tokens.lexicon.language
    if tokens.words[found.first - 1] in language.ordinals:
        return True
    described = following.isalpha() and following not in language.stop_words
    counted = found.kind is Kind.ORDINAL and tokens.words[found.first - 1] not in language.articles
    return described and not counted
