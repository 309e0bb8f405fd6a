"""Read a length told in several units as one: *2 años y 6 meses*, *5 feet 11*, *1 h 30 min*."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.grammar.composition import number_at
from workflow.numbers.grammar.found import Found
from workflow.numbers.grammar.number import Number, simple
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind, Value
from workflow.numbers.units import share_of

_KINDS = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY})
_LARGEST = {"foot": 11, "metre": 99, "hour": 59}
"""What may follow a unit with no unit of its own: *5 feet 11*, *un metro setenta*, *1 h 30*."""
_BARE = {"foot": "inch", "metre": "centimetre", "hour": "minute"}
_INCHES = frozenset({'"', "”", "''", "″"})
_FEET = frozenset({"'", "’", "′"})

_QUARTER = Fraction(1, 4)
_QUARTERED = frozenset({Kind.DURATION, Kind.MEASURE})
_Piece = tuple[Value, str, int]
"""A value, its unit, and the index of the word after it."""


def add_smaller(tokens: Tokens, found: Found) -> None:
    """Take in the smaller units after a length, and a quarter of its own: *una hora y cuarto*."""
    if found.kind not in _KINDS or not found.unit or _is_range(tokens, found.first):
        return
    if found.weak and _is_rate(tokens, found.first):
        return
    pieces: list[tuple[Value, str]] = [(found.value, found.unit)]
    while (piece := _smaller(tokens, found.stop, pieces[-1][1])) is not None:
        value, unit, found.stop = piece
        pieces.append((value, unit))
    if len(pieces) > 1:
        _take(found, tuple(pieces))
        return
    quarter = _quarter(tokens, found)
    if quarter is not None:
        part, found.stop = quarter
        found.value = simple(Fraction(found.value) + part)
        found.weak = False


def feet_and_inches(tokens: Tokens, found: Found) -> bool:
    """Take *5'11"* for what it is; tells whether it was that."""
    feet, _, inches = tokens.words[found.figure_first].replace("’", "'").partition("'")
    position = found.stop
    if not inches and tokens.words[position] in _FEET and tokens.glued(position - 1):
        inches, position = tokens.words[position + 1], position + 2
    if not (feet.isdecimal() and inches.isdecimal() and len(inches) < 3 and int(inches) < 12):
        return False
    if tokens.words[position] not in _INCHES:
        return False
    found.kind, found.unit, found.value, found.stop = Kind.MEASURE, "foot", int(feet), position + 1
    _take(found, ((int(feet), "foot"), (int(inches), "inch")))
    return True


def minutes_and_seconds(tokens: Tokens, found: Found) -> bool:
    """Take *58'14"* for a time that was run; tells whether it was that."""
    minutes, _, seconds = tokens.words[found.figure_first].replace("’", "'").partition("'")
    stop = found.stop
    if tokens.words[stop] not in _INCHES or not (minutes.isdecimal() and seconds.isdecimal()):
        return False
    if len(seconds) != 2 or int(seconds) > _SIXTY - 1:
        return False
    found.kind, found.unit, found.other = Kind.DURATION, "second", None
    found.value, found.stop = int(minutes) * _SIXTY + int(seconds), stop + 1
    return True


_SIXTY = 60


def _take(found: Found, pieces: tuple[tuple[Value, str], ...]) -> None:
    whole = pieces[0][1]
    total = sum((Fraction(value) * share_of(unit, whole) for value, unit in pieces), Fraction(0))
    found.value, found.other, found.pieces = simple(total), None, pieces
    found.weak, found.figure_stop = False, found.stop


def _is_range(tokens: Tokens, first: int) -> bool:
    """*entre 1 hora y 30 minutos*: two ends, not one length."""
    return tokens.words[first - 1] in tokens.lexicon.language.between_openers


def _is_rate(tokens: Tokens, first: int) -> bool:
    """*two meals a day and half an hour*: the day is what the meals are counted in."""
    period = tokens.lexicon.rates.find(tokens.words, first)
    if period is None or period[0] != first:
        return False
    if tokens.lexicon.before.find(tokens.words, first - 1) is not None:
        return False  # just an hour and ten minutes
    before = tokens.words[max(first - 4, 0) : first]
    numbers = tokens.lexicon.language.cardinals
    return any(word in numbers or word[0].isdecimal() for word in before)


def _smaller(tokens: Tokens, position: int, larger: str) -> _Piece | None:
    language = tokens.lexicon.language
    link = ""
    while tokens.words[position] in language.compound_links and position < tokens.count:
        link, position = tokens.words[position], position + 1
    number = _number(tokens, position)
    if number is None or (not link and tokens.words[position] in language.articles):
        return None  # two years a month
    value, stop = number.value, number.stop
    if tokens.words[stop] == "-":
        stop += 1
    unit = tokens.lexicon.units.find(tokens.words, stop)
    if unit is not None:
        name = unit[2][1]
        whole = share_of(name, larger)
        return (value, name, unit[1]) if 0 < whole < 1 and Fraction(value) * whole < 1 else None
    return _bare(tokens, number, larger, link)


def _number(tokens: Tokens, position: int) -> Number | None:
    word, language = tokens.words[position], tokens.lexicon.language
    if not word or (word[0] not in "0123456789" and word not in tokens.lexicon.starts):
        return None
    number = number_at(tokens, position)
    if number is None and word in language.articles:
        return Number(1, position, position + 1)
    plain = number is not None and number.kind is Kind.CARDINAL and number.first == position
    return number if plain else None


def _bare(tokens: Tokens, number: Number, larger: str, link: str) -> _Piece | None:
    """A number with no unit of its own that ends the length."""
    language, following = tokens.lexicon.language, tokens.words[number.stop]
    if link in language.money_links:
        unit, largest = "cent", 99 if share_of("cent", larger) else 0
    else:
        unit, largest = _BARE.get(larger, ""), _LARGEST.get(larger, 0)
        if link not in ("", "-"):
            return None
    counts = following.isalpha() and following not in language.stop_words
    if counts and following not in language.after_metres and link != "-":
        return None
    if not isinstance(number.value, int) or not 0 < number.value <= largest:
        return None
    if larger == "metre" and number.value < 10:
        return None
    return number.value, unit, number.stop


def _quarter(tokens: Tokens, found: Found) -> tuple[Fraction, int] | None:
    """*y cuarto*, *y tres cuartos*, *and a quarter*: a part of the unit just told."""
    lexicon, words, language = tokens.lexicon, tokens.words, tokens.lexicon.language
    if tokens.words[found.stop] != language.joiner or found.kind not in _QUARTERED:
        return None
    part, stop = Fraction(0), found.stop + 1
    article = tokens.words[stop] in language.articles
    position = stop + 1 if article else stop
    number = number_at(tokens, position) if position < tokens.count else None
    if number is not None and number.kind is Kind.FRACTION:
        if tokens.words[number.stop] in language.of_words:
            return None
        if article and number.value != _QUARTER and tokens.words[number.stop].isalpha():
            return None  # menores de 18 años y un tercio no tiene papeles
        part, stop = Fraction(number.value), number.stop
    else:
        past = lexicon.quarters_past.find(words, found.stop)
        quartered = past is not None and past[2] > 0 and found.kind is Kind.MEASURE
        if past is not None and (found.unit == "hour" or quartered):
            part, stop = Fraction(past[2], 60), past[1]
    return (part, stop) if 0 < part < 1 else None
