"""What the other text has not: which figures a translation may leave out or bring in, and why."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from workflow.numbers.agreement import judge
from workflow.numbers.grammar import Reading, floating_bounds
from workflow.numbers.margins import without_nils
from workflow.numbers.matching import changed
from workflow.numbers.model import Bound, DriftKind, Kind, Quantity, Verdict
from workflow.numbers.units import same_currency

Lonely = tuple[Quantity | None, Quantity | None, Verdict]


def told(
    source: Reading, target: Reading, missing: list[Quantity], added: list[Quantity]
) -> Iterator[Lonely]:
    """The figures that one text alone has, two together where one may have become the other."""
    missing, added = without_nils(missing, source, target), without_nils(added, target, source)
    for left, right in changed(missing, added):
        if left is not None and right is not None:
            if not _is_another_way(source, target, left, right):
                converted = _is_converted(source, left, right)
                yield left, right, Verdict.REVIEW if converted else Verdict.DRIFT
        elif _is_another(left, source, target) or _is_another(right, target, source):
            continue
        elif left is not None and _is_told(source, target, left):
            year = left.kind is Kind.YEAR and _tells_year(target)
            yield left, None, Verdict.REVIEW if year else Verdict.DRIFT
        elif right is not None and _is_new(source, target, right):
            yield None, right, Verdict.DRIFT


def _is_another_way(source: Reading, target: Reading, left: Quantity, right: Quantity) -> bool:
    """Whether two figures of different values say the same after all."""
    return (
        _is_first_again(source, target, left, right)
        or _scale_was_said(source, left, right)
        or _is_reckoned(source, left, right)
    )


_EARLIER = 16
"""How many figures back a scale or unit may have been said."""


def _is_converted(source: Reading, left: Quantity, right: Quantity) -> bool:
    """*entre 2 y 5 centímetros, y hasta 10 en la sierra*, *4 inches*: the unit was said before."""
    if left.kind is not Kind.CARDINAL or right.kind is not Kind.MEASURE:
        return False
    place = source.place(left.start)
    measured = {
        other.unit
        for other in source.quantities[max(place - _EARLIER, 0) : place]
        if other.kind is Kind.MEASURE and other.unit != right.unit
    }
    return any(
        judge(replace(left, kind=Kind.MEASURE, unit=unit), right).change is DriftKind.CONVERTED
        for unit in measured
    )


def _scale_was_said(source: Reading, left: Quantity, right: Quantity) -> bool:
    """*1.100 millones y la segunda, 900*: the scale was said of an earlier figure."""
    if left.kind is not Kind.CARDINAL or not _stands_alone(source, left):
        return False
    if _says_scale(source, left):
        return False
    scale = next((size for size in _SCALES if left.value * size == right.value), None)
    place = source.place(left.start)
    earlier = source.quantities[max(place - _EARLIER, 0) : place]
    if _is_part(source, left):
        earlier = tuple(
            whole
            for whole in source.quantities[place + 1 : place + 2]
            if _says_scale(source, whole)
        )
    return scale is not None and any(
        other.value >= scale and (not right.unit or same_currency(other.unit, right.unit))
        for other in earlier
    )


def _stands_alone(reading: Reading, quantity: Quantity) -> bool:
    """Whether no noun follows: *100 millones, y otros 50 el año que viene*."""
    tokens, language = reading.tokens, reading.tokens.lexicon.language
    stop = bisect_left(tokens.starts, quantity.end)
    if tokens.words[stop] in ("", ".", ",", ";", ")") or _is_part(reading, quantity):
        return True
    another = tokens.words[bisect_left(tokens.starts, quantity.start) - 1] in language.more_of_them
    return another and tokens.words[stop] in language.stop_words


def _says_scale(reading: Reading, quantity: Quantity) -> bool:
    """Whether a scale word or the like stands in the figure."""
    return quantity.value >= 1000 and any(
        letter.isalpha() for letter in reading.tokens.text[slice(*quantity.core)]
    )


def _is_part(reading: Reading, quantity: Quantity) -> bool:
    """*3,2 de los 10.000 millones*: the whole says the scale of both."""
    tokens, language = reading.tokens, reading.tokens.lexicon.language
    stop = bisect_left(tokens.starts, quantity.end)
    whole = tokens.words[stop + 2][:1].isdecimal()
    return (
        whole
        and tokens.words[stop] in language.of_words
        and (tokens.words[stop + 1] in language.definites)
    )


_SCALES = (10**3, 10**6, 10**9)


def _is_reckoned(source: Reading, left: Quantity, right: Quantity) -> bool:
    """*quedan ocho, cuatro de ellos*, *half of them*: a part that the number comes to."""
    if left.kind is not Kind.CARDINAL or right.kind is not Kind.FRACTION:
        return False
    place = source.place(left.start)
    whole = source.quantities[place - 1] if place else left
    return Fraction(whole.value) * Fraction(right.value) == left.value != whole.value


def _is_new(source: Reading, target: Reading, lonely: Quantity) -> bool:
    return _is_told(target, source, lonely) and not _says_again(target, lonely)


def _is_told(reading: Reading, other: Reading, lonely: Quantity) -> bool:
    """Whether a figure that the other text has not was to be told there too.

    *Al menos un puesto* says more than *a place*, unless *at least* stands elsewhere.
    """
    if not lonely.weak:
        return True
    least = lonely.bound is Bound.AT_LEAST and lonely.kind is Kind.CARDINAL
    return least and not _is_vague(reading, lonely) and Bound.AT_LEAST not in _all_bounds(other)


def _all_bounds(reading: Reading) -> set[Bound]:
    return floating_bounds(reading) | {quantity.bound for quantity in reading.quantities}


def _is_vague(reading: Reading, quantity: Quantity) -> bool:
    """*al menos un poco*, *at least a few*."""
    tokens = reading.tokens
    return tokens.words[bisect_left(tokens.starts, quantity.end)] in tokens.lexicon.language.vague


def _is_first_again(source: Reading, target: Reading, left: Quantity, right: Quantity) -> bool:
    """*volver a reunirse* after *la primera*, *a second meeting* after the *initial* one."""
    if not left.weak or left.value != 1 or left.kind is not Kind.ORDINAL:
        return False
    firsts = target.tokens.lexicon.language.firsts
    return _is_another(right, target, source) and not firsts.isdisjoint(target.tokens.words)


def _is_another(lonely: Quantity | None, reading: Reading, other: Reading) -> bool:
    """*otro hombre*, *a second man*; *volver a reunirse*, *a second meeting*."""
    if lonely is None or lonely.kind is not Kind.ORDINAL or lonely.value != 2 or lonely.unit:
        return False
    language, words = other.tokens.lexicon.language, other.tokens.words
    if not language.others.isdisjoint(words):
        return True
    tokens = reading.tokens
    article = tokens.words[bisect_left(tokens.starts, lonely.start) - 1]
    indefinite = article in tokens.lexicon.language.articles
    return indefinite and not language.repeating.isdisjoint(words)


def _says_again(target: Reading, day: Quantity) -> bool:
    """*March 8, International Women's Day*: the name of a day that is told as a date too."""
    if day.date is None:
        return False
    named = (day.date.month, day.date.day)
    return any(
        other.start != day.start
        and other.date is not None
        and (other.date.month, other.date.day) == named
        and _has_digits(other) is not _has_digits(day)
        for other in target.quantities
    )


def _has_digits(quantity: Quantity) -> bool:
    return any(letter.isdecimal() for letter in quantity.text)


def _tells_year(target: Reading) -> bool:
    """*2024* after 2023 may be *the following year*: a person should count."""
    words, years = target.tokens.words, target.tokens.lexicon.language.relative_years
    return any(tuple(words[i : i + 2]) in years for i in range(target.tokens.count - 1))
