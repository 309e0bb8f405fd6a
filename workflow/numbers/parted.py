"""Which of two figures is the whole and which its part: *eleven of the team's 15 players*."""

from __future__ import annotations

from bisect import bisect_left

from workflow.numbers.grammar import Reading
from workflow.numbers.model import Quantity

Match = tuple[Quantity, Quantity]

_NEAR = 3
"""How many words may stand between a part and its whole."""
_OWNER = 6
"""How many words may say whose a thing is."""
_APOSTROPHES = frozenset("'’")


def are_parted(source: Reading, target: Reading, one: Match, other: Match) -> bool | None:
    """*de los 15 jugadores, once*, *eleven of the 15*: whether both say the same part of a whole.

    None where they do not both say which is the whole.
    """
    wholes = _whole(source, one[0], other[0]), _whole(target, one[1], other[1])
    near = wholes[1] is not None and _are_close(target, one[1], other[1])
    return wholes[0] == wholes[1] if near and wholes[0] is not None else None


def _whole(reading: Reading, one: Quantity, other: Quantity) -> int | None:
    """Which of the two, 0 or 1, is the whole and the other its part; None where it is not said."""
    told = [side for side, figure in enumerate((one, other)) if _is_whole(reading, figure)]
    if len(told) == 1:
        return told[0]
    parts = [side for side, figure in enumerate((one, other)) if _is_part(reading, figure)]
    return 1 - parts[0] if len(parts) == 1 else None


def _are_close(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """*eleven of the 15*, *83 of a possible 160*: with three words between them at most.

    Words that say whose the second is do not count: *56 of the Legislative Assembly's 84*.
    """
    tokens = reading.tokens
    first, second = sorted((one, other), key=lambda quantity: quantity.start)
    stop = bisect_left(tokens.starts, second.start)
    apart = tokens.text[first.end : tokens.starts[before_owner(reading, stop)]].split()
    return len(apart) <= _NEAR


def _is_whole(reading: Reading, quantity: Quantity) -> bool:
    tokens, language = reading.tokens, reading.tokens.lexicon.language
    first = bisect_left(tokens.starts, quantity.start)
    owner = before_owner(reading, first)
    if owner != first:
        return tokens.words[owner - 1] in language.of_words  # of the country's 32
    if tokens.words[first - 2] in language.articles:
        first -= 1  # of a possible 160
    article = tokens.words[first - 1] in language.definites | language.articles
    return article and tokens.words[first - 2] in language.of_words


def before_owner(reading: Reading, first: int) -> int:
    """Where the words begin that say whose the figure at `first` is: *the country's*, *sus*."""
    words, language = reading.tokens.words, reading.tokens.lexicon.language
    if words[first - 1] in language.possessives:
        return first - 1
    index = first - 2 if words[first - 1] == "s" else first - 1
    if words[index] not in _APOSTROPHES:
        return first
    for start in range(index - 1, max(index - _OWNER, -1), -1):
        if not words[start].isalpha():
            break
        if words[start - 1] in language.of_words:
            return start
    return first


def _is_part(reading: Reading, quantity: Quantity) -> bool:
    """*56 de ellos*, *de los cuales 56*, *56 of whom*."""
    words, language = reading.tokens.words, reading.tokens.lexicon.language
    first = bisect_left(reading.tokens.starts, quantity.start)
    stop = bisect_left(reading.tokens.starts, quantity.end)
    after = words[stop] in language.of_words and words[stop + 1] in language.partitives
    before = words[first - 1] in language.partitives
    return after or (before and not language.of_words.isdisjoint(words[first - 3 : first - 1]))
