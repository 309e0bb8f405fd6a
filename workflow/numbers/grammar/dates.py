"""Read dates: *30 de enero de 2026*, *January 30, 2026*, 2026-01-30, 30/01/2026, *los años 80*."""

from __future__ import annotations

from workflow.numbers.grammar.composition import number_at
from workflow.numbers.grammar.found import Found
from workflow.numbers.grammar.number import Number
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Bound, Kind, PartialDate

_DAYS = range(1, 32)
_MONTHS = range(1, 13)
_YEARS = range(1000, 2200)


NAMED = "day by name"
"""Unit of a day that is called by a name: it tells no year, and may be told by another name."""


def named_day(tokens: Tokens, index: int) -> Found | None:
    """*9/11*, *el 11-S*, *el 8M*; 8 m are eight metres."""
    named = tokens.lexicon.named_days.find(tokens.words, index)
    if named is None or tokens.words[named[1]] == "/":
        return None
    first, stop, day = named
    if tokens.words[first].isdecimal():
        glued = all(tokens.glued(position) for position in range(first, stop - 1))
        written = tokens.text[tokens.starts[first] : tokens.ends[stop - 1]]
        if not glued or written != written.upper():
            return None
    if tokens.words[first].isdecimal():
        found = _date(PartialDate(None, *day), first, stop)
    else:  # New Year's Day 2019
        year, stop = _year_after(tokens, stop)
        found = _date(PartialDate(year, *day), first, stop)
        found.weak = True
    found.unit = NAMED
    return found


def date_of(tokens: Tokens, index: int, number: Number | None) -> Found | None:
    """The date that begins at `index` with that number: numeric, or day first."""
    if tokens.words[index][0].isdecimal():
        date = numeric_date(tokens, index)
        if date is not None:
            return date
    return None if number is None else _day_first(tokens, number)


def numeric_date(tokens: Tokens, index: int) -> Found | None:
    """Three numbers glued by one sign, in the order of the language or of ISO 8601."""
    if tokens.words[index].count(".") == 2:
        parts, stop = tokens.words[index].split("."), index + 1
    else:
        sign = tokens.words[index + 1]
        if sign not in ("/", "-", "–") or tokens.words[index + 3] != sign:
            return None
        if not all(tokens.glued(index + k) for k in range(4)):
            return None
        parts, stop = [tokens.words[index + k] for k in (0, 2, 4)], index + 5
    if not all(part.isdecimal() and len(part) <= 4 for part in parts):
        return None
    date = _ordered(parts, tokens.lexicon.language.month_first)
    if date is None:
        return None
    found = _date(date, index, stop)
    if len(parts[0]) < 4 and date.day in _MONTHS and date.month != date.day:
        found.other_date = PartialDate(date.year, date.day, date.month)
    return found


def _ordered(parts: list[str], month_first: bool) -> PartialDate | None:
    a, b, c = (int(part) for part in parts)
    if len(parts[0]) == 4:
        year, month, day = a, b, c
    else:
        day, month, year = (b, a, c) if month_first else (a, b, c)
        if month not in _MONTHS and day in _MONTHS:
            day, month = month, day
        if len(parts[2]) == 2:
            year += 2000 if year < 50 else 1900
    if month in _MONTHS and day in _DAYS and year in _YEARS:
        return PartialDate(year, month, day)
    return None


def _date(date: PartialDate, first: int, stop: int) -> Found:
    value = date.day or date.year or date.month or 0
    return Found(Kind.DATE, value, first, stop, first, stop, date=date)


def _day_first(tokens: Tokens, number: Number) -> Found | None:
    """*30 de enero de 2026*, *30 January 2026*, *the 30th of January*, *1.º de mayo*."""
    language = tokens.lexicon.language
    if number.value not in _DAYS or number.kind not in (Kind.CARDINAL, Kind.ORDINAL):
        return None
    if number.bound is not Bound.NONE:
        return None  # la quincena de mayo
    stop = skip_ordinal_sign(tokens, number.stop)
    linked = stop
    while tokens.words[stop] in language.date_links:
        stop += 1
    if (number.weak and stop == linked) or _ends_score(tokens, number):
        return None  # one March afternoon; el 4-1 de marzo
    month = language.months.get(tokens.words[stop])
    if month is None or _is_verb(tokens, stop):
        return _listed(tokens, number) or _after_weekday(tokens, number)
    stop += 1
    year, stop = _year_after(tokens, stop)
    return _date(PartialDate(year, month, int(number.value)), number.first, stop)


def _ends_score(tokens: Tokens, number: Number) -> bool:
    """*el 4-1 de marzo*: what falls is a score of that month, what rises its days."""
    dash, before = number.first - 1, tokens.words[number.first - 2]
    if tokens.words[dash] not in _DASHES or not (tokens.glued(dash) and tokens.glued(dash - 1)):
        return False
    return before.isdecimal() and len(before) < 3 and int(before) >= number.value


def _falls(tokens: Tokens, number: Number, day: int) -> bool:
    """Whether a dash leads from the number to a lower day."""
    return tokens.words[day - 1] in _DASHES and number.value >= int(tokens.words[day])


_DASHES = frozenset("-–")
_LISTED = 6
"""How many days may share one month."""


def _is_verb(tokens: Tokens, index: int) -> bool:
    """*children under 16 may not*: a month in small letters where months have capitals."""
    small = tokens.text[tokens.starts[index]].islower()
    return small and tokens.words[index] in tokens.lexicon.language.capital_months


def _listed(tokens: Tokens, number: Number) -> Found | None:
    """A day that shares its month with others."""
    if number.weak or not tokens.dated:
        return None
    return _before_days(tokens, number) or _after_days(tokens, number)


def _before_days(tokens: Tokens, number: Number) -> Found | None:
    """*el 11, 12 y 13 de diciembre de 1981*, *3 to 7 October*: the month follows the last day."""
    position = number.stop
    for _ in range(_LISTED):
        first = _next_day(tokens, position)
        if first is None or _falls(tokens, number, first):
            return None
        position = first + 1
        if tokens.words[position] in tokens.lexicon.language.ordinal_suffixes:
            position += 1
        while tokens.words[position] in tokens.lexicon.language.date_links - {",", "-"}:
            position += 1
        month = tokens.lexicon.language.months.get(tokens.words[position])
        if month is not None:
            year, _ = _year_after(tokens, position + 1)
            return _date(PartialDate(year, month, int(number.value)), number.first, number.stop)
    return None


def _after_days(tokens: Tokens, number: Number) -> Found | None:
    """*December 11, 12 and 13, 1981*: the month stands before the first day."""
    language = tokens.lexicon.language
    if not number.numeral or not language.month_first:
        return None
    position = number.first
    for _ in range(_LISTED):
        before = _previous_day(tokens, position)
        if before is None:
            return None
        named = before - 2 if tokens.words[before - 1] == "." else before - 1
        month = language.months.get(tokens.words[named])
        if month is not None and not _counts(tokens, number.stop):
            year, stop = _year_of_list(tokens, number.stop)
            return _date(PartialDate(year, month, int(number.value)), number.first, stop)
        position = before
    return None


def _counts(tokens: Tokens, stop: int) -> bool:
    """Whether the number before `stop` counts the noun there: *On June 5, 12 people died*."""
    word, language = tokens.words[stop], tokens.lexicon.language
    linked = word in language.range_links or word in language.conjunctions
    return word.isalpha() and not linked and word not in language.stop_words


def _year_of_list(tokens: Tokens, stop: int) -> tuple[int | None, int]:
    """The year after the last of the listed days; that one alone takes it in."""
    year, after = _year_after(tokens, stop)
    if year is not None:
        return year, after
    position = stop
    for _ in range(_LISTED):
        following = _next_day(tokens, position)
        if following is None or _counts(tokens, following + 1):
            break
        position = following + 1
        year, _ = _year_after(tokens, position)
        if year is not None:
            return year, stop
    return None, stop


def _next_day(tokens: Tokens, position: int) -> int | None:
    """Index of the day of a month after a link at `position`: *y el 13*, *, 12*, *to 7*."""
    return _linked_day(tokens, position, 1)


def _previous_day(tokens: Tokens, position: int) -> int | None:
    """Index of the day of a month before a link that ends before `position`."""
    return _linked_day(tokens, position - 1, -1)


def _linked_day(tokens: Tokens, position: int, step: int) -> int | None:
    language = tokens.lexicon.language
    passed = language.skippable if step > 0 else language.skippable | language.ordinal_suffixes
    linked = False
    for _ in range(4):
        word = tokens.words[position]
        if word in language.range_links or word == ",":
            linked = True
        elif word not in passed:
            break
        position += step
    day = tokens.words[position]
    small = day.isdecimal() and len(day) < 3 and int(day) in _DAYS
    return position if linked and small else None


def _after_weekday(tokens: Tokens, number: Number) -> Found | None:
    """*el lunes 3*, *Monday the 3rd*: a day of the month, unless it counts what follows."""
    language = tokens.lexicon.language
    previous = tokens.words[number.first - 1]
    if previous == "the":
        previous = tokens.words[number.first - 2]
    following = tokens.words[number.stop]
    if previous not in language.weekdays:
        return None
    if following.isalpha() and following not in language.stop_words:
        return None
    return _date(PartialDate(None, None, int(number.value)), number.first, number.stop)


def skip_ordinal_sign(tokens: Tokens, stop: int) -> int:
    """The index after the point and sign of *1.º*, or `stop` when there is none."""
    suffixes = tokens.lexicon.language.ordinal_suffixes
    if tokens.words[stop] == "." and tokens.words[stop + 1] in suffixes and tokens.glued(stop):
        return stop + 2
    return stop


def _year_after(tokens: Tokens, stop: int) -> tuple[int | None, int]:
    """The year that follows at `stop`, after *de*, *del*, *del año*, a comma, or nothing."""
    language = tokens.lexicon.language
    position = stop
    if tokens.words[position] == "." and tokens.glued(position - 1):
        position += 1
    while tokens.words[position] in language.date_links or tokens.words[position] == ",":
        position += 1
    if tokens.words[position] in _APOSTROPHES:
        position += 1
    if tokens.words[position] in ("ano", "año"):
        position += 1
    year = year_at(tokens, position)
    if year is not None:
        return year, position + 1
    return _spoken_year(tokens, position) or _short_year(tokens, position) or (None, stop)


_THIS_CENTURY = 40
"""Below, the two last digits of a year are of this century; above, of the last one."""


def _short_year(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """*mayo del 68*, *May '68*: a year by its last two digits, with the index after it."""
    word, before = tokens.words[position], tokens.words[position - 1]
    opened = before in tokens.lexicon.language.short_year_links or (
        before in _APOSTROPHES and tokens.glued(position - 1)
    )
    if not opened or len(word) != 2 or not word.isdecimal():
        return None
    return int(word) + (2000 if int(word) < _THIS_CENTURY else 1900), position + 1


_APOSTROPHES = frozenset("'’‘")


def _spoken_year(tokens: Tokens, position: int) -> tuple[int, int] | None:
    """*mil novecientos ochenta y nueve*: a year in words, with the index after it."""
    word, language = tokens.words[position], tokens.lexicon.language
    if (
        language.scales.get(word) != 1000
        and language.scales.get(tokens.words[position + 1]) != 1000
    ):
        return None
    number = number_at(tokens, position)
    if number is None or number.numeral or number.value not in _YEARS or number.value == 1000:
        return None
    return int(number.value), number.stop


def year_at(tokens: Tokens, index: int) -> int | None:
    """The four-digit year at `index`."""
    word = tokens.words[index]
    if len(word) == 4 and word.isdecimal() and int(word) in _YEARS:
        return int(word)
    return None


def month_first(tokens: Tokens, index: int) -> Found | None:
    """*January 30, 2026*, *January 2026*, *enero de 2026*, *Jan. 30*; a lone month is weak."""
    language = tokens.lexicon.language
    word = tokens.words[index]
    month = language.months[word]
    stop = index + 1
    if tokens.words[stop] == "." and tokens.glued(index):
        stop += 1
    year, after = _year_after(tokens, stop)
    if year is not None:
        return _date(PartialDate(year, month), index, after)
    day = _day_after(tokens, stop)
    if day is not None:
        year, after = _year_of_list(tokens, day[1])
        return _date(PartialDate(year, month, day[0]), index, after)
    if word in language.month_homographs and not _is_month(tokens, index):
        return None
    found = _date(PartialDate(None, month), index, index + 1)
    found.weak = True
    return found


def _is_month(tokens: Tokens, index: int) -> bool:
    """Whether *May* or *March* is the month: a capital, and *in*, *since* or the like before it."""
    capital = tokens.text[tokens.starts[index]].isupper()
    return capital and tokens.words[index - 1] in tokens.lexicon.language.month_openers


def _day_after(tokens: Tokens, position: int) -> tuple[int, int] | None:
    if tokens.words[position] == "the":
        position += 1
    if not tokens.words[position] or not tokens.words[position].isdecimal():
        return None
    number = number_at(tokens, position)
    if number is None or number.value not in _DAYS or number.stop > position + 2:
        return None
    return int(number.value), number.stop
