"""Read numbers in names: *W3C*, *SS19*, *match four*."""

from __future__ import annotations

from workflow.numbers.grammar.found import Found
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind

_RANKS = range(1, 100)


def settle_coded(tokens: Tokens, found: Found) -> None:
    """A numeral glued to letters before it: the year of a season, or part of an acronym."""
    letters, word = tokens.words[found.first - 1], tokens.words[found.figure_first]
    if letters in tokens.lexicon.language.seasons and len(word) == 2:
        found.kind, found.value = Kind.YEAR, 2000 + int(found.value)
        found.first = found.figure_first = found.first - 1
    elif found.kind is Kind.CARDINAL and _is_acronym(tokens, found.first - 1, found.stop):
        found.digits = f"{letters}{word}{tokens.words[found.stop]}".upper()
        found.kind, found.weak = Kind.IDENTIFIER, True


def _is_acronym(tokens: Tokens, first: int, last: int) -> bool:
    """Whether capitals stand before the number, and capitals are glued to it."""
    parts = (tokens.text[tokens.starts[index] : tokens.ends[index]] for index in (first, last))
    return tokens.glued(last - 1) and all(part.isalpha() and part.isupper() for part in parts)


def settle_numbered(tokens: Tokens, found: Found) -> None:
    """*match four*, *Game 7*: which of a row, as *the fourth match* says it."""
    language, following = tokens.lexicon.language, tokens.words[found.stop]
    counts = following.isalpha() and following not in language.stop_words
    if counts or following in tokens.lexicon.units.entries or following == "-":
        return
    if found.value in _RANKS and found.scale == 1:
        chief = language.labels.get((tokens.words[found.first - 1],)) == "number"
        found.kind, found.digits = Kind.ORDINAL, str(found.value)
        found.weak = chief and found.value == 1  # the number one priority
