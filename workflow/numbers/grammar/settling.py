"""Settle what a number is by its neighbours: a place in a row, a length of time, a reading."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.grammar.found import Found
from workflow.numbers.grammar.number import times
from workflow.numbers.grammar.numerals import points_decimals
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Bound, Kind


def settle_ordinal(tokens: Tokens, found: Found) -> None:
    """*el 40 aniversario*, *la 52 Asamblea*: before one anniversary no number counts."""
    single = not tokens.words[found.stop].endswith("s")
    if single and found.numeral and isinstance(found.value, int) and found.value > 1:
        found.kind = Kind.ORDINAL


JUBILEE = "anniversary"
"""Unit of the rank of a year since something."""


def settle_jubilee(tokens: Tokens, found: Found) -> None:
    """*el 15 aniversario*, *her 90th birthday*, *the 12th minute*: a rank that counts time."""
    word, language = tokens.words[found.stop], tokens.lexicon.language
    if word in language.jubilees and isinstance(found.value, int) and found.value > 0:
        found.kind, found.unit = Kind.ORDINAL, JUBILEE
    elif found.kind is Kind.ORDINAL and (word,) in language.durations:
        found.unit = language.durations[word,]


def settle_draw(tokens: Tokens, found: Found) -> None:
    """*empataron a uno*: a score that counts, but for the draw without goals."""
    if tokens.words[found.first - 2].startswith(tokens.lexicon.language.draws):
        found.weak = found.value == 0


def settle_period(tokens: Tokens, found: Found) -> None:
    """*una quincena de países* are some fifteen, *la quincena* and *una quincena* two weeks."""
    language = tokens.lexicon.language
    period = language.round_periods.get(tokens.words[found.stop - 1])
    if period is None:
        return
    counted = tokens.words[found.stop + 1] if tokens.words[found.stop] in language.of_words else ""
    if counted and counted not in language.months:
        return
    days, unit = period
    found.value = times(found.value, Fraction(days, found.scale))
    found.kind, found.unit, found.bound = Kind.DURATION, unit, Bound.NONE
    found.weak = found.stop - found.first == 1


_RANKS = range(100, 1000)
"""Below, *el 73* may be a year or a day; no list has thousands of places."""


def settle_rank(tokens: Tokens, found: Found) -> None:
    """*figura en el 172*: a place in a list, or the name of a bus."""
    following = tokens.words[found.stop]
    counts = following.isalpha() and following not in tokens.lexicon.language.stop_words
    if found.kind is Kind.CARDINAL and found.numeral and found.value in _RANKS and not counts:
        found.kind, found.digits = Kind.ORDINAL, tokens.words[found.figure_first]


def settle_multiple(tokens: Tokens, found: Found) -> None:
    """*diez veces menos*, *ten times fewer*: a tenth."""
    fewer = tokens.words[found.stop] in tokens.lexicon.language.fewer
    if fewer and isinstance(found.value, int) and found.value > 1:
        found.value = Fraction(1, found.value)


def settle_reading(tokens: Tokens, found: Found) -> None:
    """*1,300 personas*: people and money have no thousandths, so the comma groups.

    A number that counts nothing (*un índice de 1,300*) may be either.
    """
    if found.other is None or found.other != found.value * 1000:
        return
    if found.scale > 1:
        _settle_scaled(tokens, found)
        return
    following, language = tokens.words[found.stop], tokens.lexicon.language
    counts = following.isalpha() and following not in language.stop_words
    if found.kind in (Kind.MONEY, Kind.DURATION) or (found.kind is Kind.CARDINAL and counts):
        found.value, found.other = found.other, None
    elif found.kind in (Kind.PERCENT, Kind.POINTS):
        found.other = None


def _settle_scaled(tokens: Tokens, found: Found) -> None:
    """*$1,400 millones*: nobody ends decimals in a zero, so the comma groups."""
    if found.numeral and tokens.words[found.figure_first].endswith("0"):
        found.value, found.other = found.other or found.value, None


def settle_by_text(tokens: Tokens, drafts: list[Found]) -> None:
    """*1,300 km* beside *40.5 %*: the other numerals of the text tell which mark is decimal."""
    if tokens.lexicon.language.decimal_mark != ",":
        return
    point = points_decimals(tokens.words)
    for found in drafts:
        if point is None or found.other is None or found.kind is Kind.ORDINAL:
            continue
        if point:
            found.value = found.other
        found.other = None
