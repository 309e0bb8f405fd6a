"""Read times of day: 17:30, 17.30 h, *las cinco y media de la tarde*, *half past five*, *noon*."""

from __future__ import annotations

from workflow.numbers.grammar.found import Found
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import Half
from workflow.numbers.model import Bound, Kind

KNOWN = "24h"
"""Unit of a time whose half of the day is known."""
OPEN = "12h"
"""Unit of a time that may be morning or afternoon."""


def clock_word_at(tokens: Tokens, index: int) -> Found | None:
    """*noon*, *medianoche*."""
    found = tokens.lexicon.clock_words.find(tokens.words, index)
    if found is None:
        return None
    first, stop, minutes = found
    return Found(Kind.TIME, minutes, first, stop, first, stop, unit=KNOWN, weak=True)


def clock_at(tokens: Tokens, index: int) -> Found | None:
    """The time of day that begins at `index`, with its hour or with *half past*."""
    if index >= tokens.count:
        return None
    named = clock_word_at(tokens, index)
    if named is not None:
        return named
    stopped = _stopwatch(tokens, index)
    if stopped is not None:
        return stopped
    said_first = tokens.lexicon.quarters_before.find(tokens.words, index)
    if said_first is not None:
        return _half_past(tokens, *said_first)
    return _plain_clock(tokens, index)


def _stopwatch(tokens: Tokens, index: int) -> Found | None:
    """*2:00:35*, *2h00:35*, *2h 00m 35s*, *58:14*: hours, minutes and seconds, or the last two."""
    words = tokens.words
    if not _is_sixtieth(words[index]) or words[index + 1] not in _STOPS:
        return None
    pointed = words[index + 1] == "h" and words[index + 2] == "."  # 2h.03:17
    position = index + 3 if pointed else index + 2
    minutes, mark, seconds = words[position].replace("’", "'").partition("'")
    if mark and _is_sixtieth(minutes) and _is_sixtieth(seconds):  # 2h03'17
        return _run(tokens, index, position + 1, (words[index], minutes, seconds))
    if not _is_sixtieth(words[position]):
        return None
    if words[position + 1] in _STOPS and _is_sixtieth(words[position + 2]):
        parts = (words[index], words[position], words[position + 2])
        return _run(tokens, index, position + 3, parts)
    length = int(words[index]), int(words[position])
    long = words[index + 1] == ":" and length[0] in _MINUTES and sum(length) != _SPLIT
    timed = long and tokens.glued(index) and tokens.glued(index + 1) and len(words[position]) == 2
    return (
        _run(tokens, index, position + 1, ("0", words[index], words[position])) if timed else None
    )


def _run(tokens: Tokens, index: int, stop: int, parts: tuple[str, str, str]) -> Found | None:
    """That many hours, minutes and seconds."""
    words = tokens.words
    hours, minutes, seconds = (int(part) for part in parts)
    colons = words[index + 1] == ":" and stop - index > len(parts)
    if minutes > 59 or seconds > 59 or (colons and {len(part) for part in parts[1:]} != {2}):
        return None
    if words[index + 1] == "h" and words[stop] in _SECONDS:
        stop += 1
    value = (hours * 60 + minutes) * 60 + seconds
    return Found(Kind.DURATION, value, index, stop, index, stop, unit="second")


def _is_sixtieth(word: str) -> bool:
    return word.isdecimal() and len(word) <= 2


_STOPS = frozenset({":", "h", "m", "min", "'", "’"})
_SECONDS = frozenset({"s", "seg", '"', "”", "″"})
_MINUTES = range(25, 60)
"""Before a colon these can be no hour."""
_SPLIT = 100
"""What the sides of a ratio come to: 50:50."""


def _plain_clock(tokens: Tokens, index: int) -> Found | None:
    """A time whose first word is its hour."""
    if index >= tokens.count:
        return None
    signs = tokens.lexicon.clock_signs
    if tokens.words[index + 1] not in signs and "." not in tokens.words[index]:
        return None
    read = _digits(tokens, index) or _spoken(tokens, index)
    if read is None:
        return None
    first, stop, minutes, sure = read
    half = tokens.lexicon.meridiem.find(tokens.words, stop)
    signed = tokens.lexicon.hour_signs.find(tokens.words, stop)
    if half is None and signed is not None and _tells_clock(tokens, index, signed[0]):
        stop, sure = signed[1], True
        half = tokens.lexicon.meridiem.find(tokens.words, stop)
    if half is None and not sure:
        return None
    unit = OPEN
    if half is not None:
        stop, unit = half[1], KNOWN
        minutes = _in_half(minutes, half[2])
    elif minutes >= 13 * 60 or minutes < 60 or tokens.words[index][0] == "0":
        unit = KNOWN
    return Found(Kind.TIME, minutes, first, stop, first, stop, unit=unit)


def _tells_clock(tokens: Tokens, index: int, sign: int) -> bool:
    """Whether a sign of the hour makes a time: *17.30 h*, *a las 14 horas*, but not *14 hours*."""
    language, word = tokens.lexicon.language, tokens.words[sign]
    if (word,) not in language.durations or word in language.terse_units:
        return True
    opened = tokens.lexicon.clock_openers.find(tokens.words, index - 1)
    if opened is not None and _is_limited(tokens, opened[0]):
        return False
    return opened is not None or tokens.words[index + 1] == ":"


def _is_limited(tokens: Tokens, index: int) -> bool:
    """*baja de las dos horas*: less than two hours, no time of day."""
    bound = tokens.lexicon.before.find(tokens.words, index)
    return bound is not None and bound[2] is Bound.LESS_THAN


def _in_half(minutes: int, half: Half) -> int:
    """Minutes after midnight of a clock time said to be in that half of the day."""
    hour = minutes // 60
    if hour > 12:
        return minutes
    if half is Half.MORNING:
        return minutes
    if half is Half.NIGHT:
        return minutes % 720 if hour == 12 or hour < 6 else minutes + 720
    return minutes % 720 + (720 if half is Half.PM else 0)


def _half_past(tokens: Tokens, first: int, stop: int, minutes: int) -> Found | None:
    """*half past five*: the minutes said before the hour are added to it."""
    time = clock_word_at(tokens, stop) or _plain_clock(tokens, stop)
    if time is None:
        word = tokens.words[stop]
        hour = int(word) if word.isdecimal() else tokens.lexicon.language.cardinals.get(word)
        if hour is None or hour > 24:
            return None
        time = Found(Kind.TIME, hour * 60, stop, stop + 1, stop, stop + 1, unit=OPEN)
    time.value += minutes
    time.weak = False
    time.first = time.figure_first = first
    return time


_Read = tuple[int, int, int, bool]
"""First word, stop, minutes after midnight, and whether the form alone says that it is a time."""


def _digits(tokens: Tokens, index: int) -> _Read | None:
    """17:30, or 17.30 before a sign of the hour."""
    word = tokens.words[index]
    if word.isdecimal() and len(word) < 3 and tokens.words[index + 1] in (":", "h"):
        minute = tokens.words[index + 2]
        if (
            len(minute) == 2
            and minute.isdecimal()
            and tokens.glued(index)
            and tokens.glued(index + 1)
        ):
            return _time(index, index + 3, int(word), int(minute), sure=True)
    zoned = tokens.words[index + 1] in tokens.lexicon.language.zones
    hour, point, minute = word.partition(".")
    if zoned and len(word) == 4 and word.isdecimal():
        hour, point, minute = word[:2], ".", word[2:]
    if point and hour.isdecimal() and len(minute) == 2 and minute.isdecimal() and len(hour) <= 2:
        opened = tokens.lexicon.clock_openers.find(tokens.words, index - 1)
        sure = zoned or (opened is not None and opened[1] - opened[0] > 1)  # a las 17.30
        return _time(index, index + 1, int(hour), int(minute), sure=sure)
    return None


def _time(first: int, stop: int, hour: int, minute: int, *, sure: bool) -> _Read | None:
    if hour > 24 or minute > 59:
        return None
    return first, stop, hour * 60 + minute, sure


def _spoken(tokens: Tokens, index: int) -> _Read | None:
    """*las cinco y media*, *half past five*, *3* before *p. m.*; the hour alone needs an opener."""
    lexicon, words = tokens.lexicon, tokens.words
    word = words[index]
    hour = int(word) if word.isdecimal() else lexicon.language.cardinals.get(word, 99)
    if hour > 24:
        return None
    opened = lexicon.clock_openers.find(words, index - 1)
    after = lexicon.quarters_past.find(words, index + 1)
    if after is not None and opened is not None:
        return index, after[1], hour * 60 + after[2], True
    said = (
        _minutes_said(tokens, index, hour) if opened is not None or _past(tokens, index) else None
    )
    if said is not None:
        return said
    signed = lexicon.hour_signs.find(words, index + 1)
    if signed is not None and opened is None and lexicon.meridiem.find(words, signed[1]) is None:
        return None
    return index, index + 1, hour * 60, False


def _past(tokens: Tokens, index: int) -> bool:
    return tokens.words[index + 1] in tokens.lexicon.language.minutes_before


_TO_COME = (5, 10, 20, 25)
"""The minutes that people count back from the next hour, besides the quarter."""


def _minutes_said(tokens: Tokens, index: int, first: int) -> _Read | None:
    """*las tres y diez*, *ten past three*: hour and minutes in the order of the language.

    A noun after it makes it a count: *las tres y diez personas*.
    """
    language = tokens.lexicon.language
    link, second = tokens.words[index + 1], _small(tokens, tokens.words[index + 2])
    following = tokens.words[index + 3]
    meridiem = tokens.lexicon.meridiem.find(tokens.words, index + 3) is not None
    named = following.isalpha() and following not in language.stop_words and not meridiem
    before = language.minutes_after.get(link) == -1 and second in _TO_COME
    if second is None or (named and not before):
        return None
    if link in language.minutes_after:
        return index, index + 3, first * 60 + language.minutes_after[link] * second, True
    if link in language.minutes_to and tokens.words[index - 1] in language.clock_at:
        to_come = first in _TO_COME and second <= 12
        return (index, index + 3, second * 60 - first, True) if to_come else None
    if link in language.minutes_before:
        return index, index + 3, second * 60 + language.minutes_before[link] * first, True
    return None


def _small(tokens: Tokens, word: str) -> int | None:
    """The value of a word or numeral below sixty."""
    value = int(word) if word.isdecimal() and len(word) < 3 else None
    value = tokens.lexicon.language.cardinals.get(word) if value is None else value
    return value if value is not None and value < 60 else None
