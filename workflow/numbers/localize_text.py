"""Write the figures of a whole Spanish text in the house's English."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from workflow.numbers.grammar import Reading, read
from workflow.numbers.localize import DEFAULT_STYLE, Style, localize
from workflow.numbers.model import Kind, Quantity
from workflow.numbers.table import Language, fold


def localize_text(text: str, style: Style = DEFAULT_STYLE, language: str = "es") -> str:
    """`text` with every figure in it written in English; all other words stay."""
    pieces: list[str] = []
    position = 0
    reading = read(text, language)
    for place, quantity in enumerate(reading.quantities):
        start, end = quantity.start, quantity.end
        if quantity.weak or text[max(start - 1, 0) : start].isalpha():
            continue
        own = replace(style, words_up_to=0) if _is_age(reading, quantity) else style
        written = _day_of_list(reading.quantities, place, style) or localize(quantity, own)
        table = reading.tokens.lexicon.language
        if quantity.kind is Kind.DATE and _word_before(text, start) in table.date_articles:
            start -= len(_word_before(text, start)) + 1
        if _is_scaled(quantity, table) and text[end:].startswith(tuple(_links(table))):
            end = text.index(" ", end + 1)
        if text[start].isupper() and written[0].islower():
            written = written[0].upper() + written[1:]
        pieces += (text[position:start], written)
        position = end
    return "".join((*pieces, text[position:]))


def _is_age(reading: Reading, quantity: Quantity) -> bool:
    """*una niña de 5 años*, *tiene cinco años*: ages are in figures, however small (AP)."""
    if quantity.kind is not Kind.DURATION or quantity.unit != "year":
        return False
    tokens, language = reading.tokens, reading.tokens.lexicon.language
    first = bisect_left(tokens.starts, quantity.start)
    before = tokens.words[first - 1]
    if before in language.ageing:
        return True
    head = language.nouns.get(tokens.words[first - 2])
    return before in language.of_words and head in _PERSONS


_PERSONS = frozenset(
    {"child", "girl", "woman", "man", "youth", "elderly", "baby", "person", "student"}
)


def _day_of_list(quantities: tuple[Quantity, ...], place: int, style: Style) -> str | None:
    """*del 3 al 7 de octubre de 2021*: October 3, 7, 2021; in British English 3, 7 October 2021.

    None for a day that shares its month with no other.
    """
    quantity = quantities[place]
    goes_on = place + 1 < len(quantities) and _share_month(quantity, quantities[place + 1])
    follows = place > 0 and _share_month(quantities[place - 1], quantity)
    if quantity.date is None or not (goes_on or follows):
        return None
    if style.variety == "en-GB":
        return str(quantity.date.day) if goes_on else localize(quantity, style)
    date = replace(quantity.date, year=None) if goes_on else quantity.date
    written = localize(replace(quantity, date=date), style)
    return written.partition(" ")[2] if follows else written


_LINK = 12
"""How many letters may stand between two days of one month: *hasta el*, with its spaces."""


def _share_month(day: Quantity, following: Quantity) -> bool:
    """Whether `day` is a number alone, whose month stands after the `following` one."""
    one, other = day.date, following.date
    if (
        one is None
        or other is None
        or not day.text.isdecimal()
        or following.start - day.end > _LINK
    ):
        return False
    return other.day is not None and (one.year, one.month) == (other.year, other.month)


def _word_before(text: str, start: int) -> str:
    """The word right before `start`, in small letters."""
    return text[:start].rpartition(" ")[0].rpartition(" ")[2].casefold() if start else ""


def _is_scaled(quantity: Quantity, table: Language) -> bool:
    """*mil millones* de personas, *una docena* de casos: English has no *of* there."""
    last = fold(quantity.text.split()[-1])
    singular = last.removesuffix("s")
    rounds = {*table.scales, *table.rounds}
    return quantity.kind is Kind.CARDINAL and bool({last, singular} & rounds)


def _links(table: Language) -> list[str]:
    return [f" {word} " for word in table.of_words]
