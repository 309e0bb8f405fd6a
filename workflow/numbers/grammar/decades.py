"""Read decades: *años 80*, *la década de 1980*, *1980s*, *the '80s*, *in his forties*."""

from __future__ import annotations

from workflow.numbers.grammar.dates import year_at
from workflow.numbers.grammar.found import Found
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Bound, Kind

_YEARS = range(1000, 2200)


def _is_ten(tokens: Tokens, word: str) -> bool:
    """Whether the word may be a decade of the twentieth century by itself: 20 to 90, tens."""
    value = int(word) if word.isdecimal() else tokens.lexicon.language.decades.get(word, 0)
    return value in range(20, 100, 10)


def decade_at(tokens: Tokens, index: int) -> Found | None:
    """*1980s*, *the '80s*, *años 80*, *la década de 1980*, *the eighties*."""
    language = tokens.lexicon.language
    word = tokens.words[index]
    if word not in language.decades and not (word[-1] == "0" and word.isdecimal()):
        return None
    opened = tokens.lexicon.decade_openers.find(tokens.words, index - 1)
    if opened is None and not tokens.words[index + 1].endswith("s"):
        opened = _decade_opener(tokens, index)
    first = opened[0] if opened else index
    if word in language.decades:
        standing = word not in language.cardinals
        if not standing and opened is None:
            return None
        made = Found(Kind.DECADE, language.decades[word], first, index + 1, index, index + 1)
        return _of_life(tokens, made)
    if not word.isdecimal():
        return None
    value, stop = int(word), index + 1
    if tokens.words[stop] == "s" and tokens.glued(index) and value % 10 == 0:
        if tokens.words[first - 1] == "-" and tokens.lexicon.before.find(tokens.words, first - 2):
            return None  # the over-60s
        if tokens.words[first - 1] in ("'", "’", "‘"):
            first -= 1
        made = Found(Kind.DECADE, value, first, stop + 1, first, stop + 1)
        return _of_life(tokens, made)
    the = tokens.words[first - 1] in language.definites
    apostrophe = the and tokens.words[stop] in ("'", "’") and tokens.words[stop + 1] == "s"
    if apostrophe and tokens.glued(index) and tokens.glued(stop) and value % 10 == 0 and value > 19:
        return Found(Kind.DECADE, value, first, stop + 2, first, stop + 2)
    if opened and _are_years(tokens, stop):
        return None
    if opened and value % 10 == 0 and (10 <= value < 100 or value in _YEARS):
        return Found(Kind.DECADE, value, first, stop, index, stop)
    return None


def _of_life(tokens: Tokens, made: Found) -> Found:
    """*in his forties*: the decade of a life tells about how old one is."""
    language, before = tokens.lexicon.language, made.first - 1
    while tokens.words[before] in language.life_parts:
        before -= 1
    if tokens.words[before] in language.possessives:
        made.weak, made.bound = True, Bound.ABOUT
    return made


def _decade_opener(tokens: Tokens, index: int) -> tuple[int, int, bool] | None:
    """*en los noventa*, *los crímenes de los noventa*: a decade that does not say so."""
    if not _is_ten(tokens, tokens.words[index]):
        return None
    if tokens.words[index + 1] in tokens.lexicon.units.entries:
        return None  # rara vez bajan de los 20 °C
    opened = tokens.lexicon.decade_articles.find(tokens.words, index - 1)
    if opened is not None:
        return opened
    linked = tokens.lexicon.decade_links.find(tokens.words, index - 1)
    if linked is None:
        return None
    noun, language = tokens.words[linked[0] - 1], tokens.lexicon.language
    counts = noun in language.cardinals or noun in language.ordinals or noun in language.stop_words
    bounded = tokens.lexicon.before.find(tokens.words, linked[0]) is not None
    return None if counts or bounded or not noun.isalpha() else (index, index, True)


def _are_years(tokens: Tokens, stop: int) -> bool:
    """*los años 1990 y 1991*: the second shows that the first is a year, no decade."""
    year, links = year_at(tokens, stop + 1), tokens.lexicon.language.range_links
    return year is not None and year % 10 > 0 and tokens.words[stop] in links
