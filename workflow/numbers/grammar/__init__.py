"""The grammar of quantities: one pass over the words of a text, the same for every language."""

from __future__ import annotations

from dataclasses import dataclass

from workflow.numbers.grammar import clock, dates, labels, pairs, phrases
from workflow.numbers.grammar.found import Found, found
from workflow.numbers.grammar.number import Number, number_at
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import LEXICONS, Start
from workflow.numbers.model import Kind, Quantity
from workflow.numbers.table import Lexical


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with the quantities read in it, in order."""

    tokens: Tokens
    quantities: tuple[Quantity, ...]


def read(text: str, language: str) -> Reading:
    """Read every quantity of `text`, written in the language of that code."""
    tokens = Tokens(text, LEXICONS[language])
    starts = tokens.lexicon.starts
    drafts: list[Found] = []
    stop = 0
    for index, word in enumerate(tokens.words):
        if index < stop or (word not in starts and not word[0].isdigit()):
            continue
        idiom = tokens.lexicon.idioms.find(tokens.words, index)
        if idiom is not None and idiom[0] >= stop:
            stop = idiom[1]
            continue
        quantity = _found_at(tokens, index)
        if quantity is not None and quantity.figure_first >= stop:
            quantity.first = max(quantity.first, stop)
            drafts.append(quantity)
            stop = quantity.stop
    for left, right in zip(drafts, drafts[1:], strict=False):
        pairs.join(tokens, left, right)
    for quantity in drafts:
        phrases.add_bound(tokens, quantity)
    return Reading(tokens, tuple(phrases.quantity(tokens, quantity) for quantity in drafts))


def _found_at(tokens: Tokens, index: int) -> Found | None:
    start = tokens.lexicon.starts.get(tokens.words[index], Start.NUMBER)
    if tokens.words[index] in tokens.lexicon.language.half_before:
        made = _number(tokens, index)
        if made is not None:
            return made
    lexical = tokens.lexicon.lexical.find(tokens.words, index)
    if lexical is not None:
        return _lexical(lexical)
    match start:
        case Start.NUMBER:
            return _number(tokens, index)
        case Start.COLLECTIVE:
            return _collective(tokens, index)
        case Start.MONTH:
            return dates.date_at(tokens, index)
        case Start.DECADE:
            return dates.decade_at(tokens, index)
        case Start.CLOCK:
            return clock.clock_word_at(tokens, index)
        case Start.ROMAN:
            return labels.roman_at(tokens, index + 1) or labels.roman_at(tokens, index - 1)
        case Start.ARTICLE:
            return _article(tokens, index)
        case _:
            return None


def _lexical(lexical: tuple[int, int, Lexical]) -> Found:
    first, stop, meaning = lexical
    return Found(
        meaning.kind, meaning.value, first, stop, first, stop,
        unit=meaning.unit, bound=meaning.bound, weak=meaning.weak,
    )  # fmt: skip


def _article(tokens: Tokens, index: int) -> Found | None:
    """An article counts only when a bound stands before it: *más de un año*."""
    if tokens.lexicon.before.find(tokens.words, index - 1) is None and tokens.count > 1:
        return None
    number = number_at(tokens, index)
    return None if number is None else _measured(tokens, number)


def _number(tokens: Tokens, index: int) -> Found | None:
    decade = dates.decade_at(tokens, index)
    if decade is not None:
        return decade
    moment = dates.date_at(tokens, index) or clock.clock_at(tokens, index)
    if moment is not None:
        return moment
    number = number_at(tokens, index)
    if number is None:
        return None
    if _is_bare_scale(tokens, number, index):
        return _collective(tokens, index)
    return (
        labels.century(tokens, number)
        or labels.identifier(tokens, number)
        or _measured(tokens, number)
    )


def _is_bare_scale(tokens: Tokens, number: Number, index: int) -> bool:
    """*millones de personas*: a plural scale with no number before it."""
    word = tokens.words[index]
    language = tokens.lexicon.language
    return word in language.scales and number.first == index and word.endswith("s")


def _collective(tokens: Tokens, index: int) -> Found | None:
    """*decenas de miles*, *hundreds of thousands*, *millones de*: an order of magnitude."""
    language = tokens.lexicon.language
    magnitude, position = 1, index
    while True:
        word = tokens.word(position)
        size = language.collectives.get(word) or language.scales.get(word)
        if size is None:
            break
        magnitude *= size
        position += 1
        stop = position
        if tokens.word(position) in language.of_words:
            position += 1
    made = Found(Kind.COLLECTIVE, magnitude, index, stop, index, stop, scale=magnitude)
    phrases.add_unit(tokens, made)
    made.kind = Kind.COLLECTIVE
    return made


def _measured(tokens: Tokens, number: Number) -> Found:
    made = found(number)
    if made.kind is Kind.CARDINAL and made.numeral:
        stop = dates.skip_ordinal_sign(tokens, made.stop)
        if stop != made.stop:
            made.kind, made.stop, made.figure_stop = Kind.ORDINAL, stop, stop
    phrases.add_sign(tokens, made)
    if made.numeral:
        phrases.add_currency_sign(tokens, made)
    phrases.add_unit(tokens, made)
    phrases.add_one_in(tokens, made)
    phrases.settle_reading(made)
    phrases.add_below_zero(tokens, made)
    phrases.add_age(tokens, made)
    return made
