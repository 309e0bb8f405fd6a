"""Times told without a figure: the day of the week, and how often a thing is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from workflow.numbers.grammar import Reading
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind, Quantity


def may_hold(source: Tokens, target: Tokens) -> bool:
    """Whether both texts have a word of a time without a figure."""
    return not (
        source.lexicon.gates.named_time.isdisjoint(source.words)
        or target.lexicon.gates.named_time.isdisjoint(target.words)
    )


def exchanged(source: Reading, target: Reading) -> list[tuple[Quantity, Quantity]]:
    """The times without a figure that are others in the target, each with what it became.

    *el lunes*, *on Tuesday*; *cada trimestre*, *every month*. Only what was exchanged one for one
    is told: a translation may well leave out a day, or say *yesterday*.
    """
    if not may_hold(source.tokens, target.tokens):
        return []
    periods = _exchanged(list(_periods(source.tokens)), list(_periods(target.tokens)))
    return _days(source.tokens, target.tokens) + periods


def _days(source: Tokens, target: Tokens) -> list[tuple[Quantity, Quantity]]:
    ours, theirs = list(_weekdays(source)), list(_weekdays(target))
    if not ours or not theirs:
        return []
    kept = _kept(source, target)
    return _exchanged(
        [day for day in ours if day.text not in kept],
        [day for day in theirs if day.text not in kept],
    )


def _kept(source: Tokens, target: Tokens) -> set[str]:
    """Weekdays that stand in both texts alike: *Santo Domingo*, *Black Friday*."""
    weekdays = source.lexicon.language.weekdays
    here, there = _written(source), _written(target)
    return {word for word in here & there if word.casefold() in weekdays}


def _written(tokens: Tokens) -> set[str]:
    return {tokens.text[start:end] for start, end in zip(tokens.starts, tokens.ends, strict=True)}


def _weekdays(tokens: Tokens) -> Iterator[Quantity]:
    weekdays = tokens.lexicon.language.weekdays
    for index, word in enumerate(tokens.words):
        if word in weekdays:
            yield _quantity(tokens, Kind.WEEKDAY, weekdays[word], index, index + 1)


def _periods(tokens: Tokens) -> Iterator[Quantity]:
    """*mensual*, *every month*; not *a month*, which begins *a month ago*, nor *six-monthly*."""
    words, rates, articles = tokens.words, tokens.lexicon.rates, tokens.lexicon.language.articles
    read = 0
    for index in range(tokens.count):
        if index < read or words[index] not in rates.entries:
            continue
        found = rates.find(words, index)
        if found is None or words[index] in articles or words[index - 1] == "-":
            continue
        first, read, per = found
        period = _quantity(tokens, Kind.MULTIPLE, 1, first, read)
        period.per = per
        yield period


def _quantity(tokens: Tokens, kind: Kind, value: int, first: int, stop: int) -> Quantity:
    start, end = tokens.starts[first], tokens.ends[stop - 1]
    return Quantity(kind, value, start, end, tokens.text[start:end])


def _exchanged(source: list[Quantity], target: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    if len(source) != len(target):
        return []
    ours, theirs = Counter(map(_meaning, source)), Counter(map(_meaning, target))
    return list(zip(_beyond(source, theirs), _beyond(target, ours), strict=True))


def _meaning(time: Quantity) -> tuple[str, str]:
    return str(time.value), time.per


def _beyond(times: list[Quantity], others: Counter[tuple[str, str]]) -> list[Quantity]:
    """Those that the other text has not, as often as it has them."""
    left = Counter(others)
    lonely = []
    for time in times:
        left[_meaning(time)] -= 1
        if left[_meaning(time)] < 0:
            lonely.append(time)
    return lonely
