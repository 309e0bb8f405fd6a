"""The grammar of quantities: one pass over the words of a text, the same for every language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise

from workflow.numbers.grammar import clock, dates, labels, pairs, phrases
from workflow.numbers.grammar.composition import number_at
from workflow.numbers.grammar.found import Found, found
from workflow.numbers.grammar.number import LARGEST, Number
from workflow.numbers.grammar.numerals import LONGEST
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import Start, lexicon_of
from workflow.numbers.model import Bound, Kind, Quantity
from workflow.numbers.table import Language, Lexical


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text with the quantities read in it, in order."""

    tokens: Tokens
    quantities: tuple[Quantity, ...]


_DIGITS = frozenset("0123456789")


@lru_cache(maxsize=1024)  # a check reads every text of an article several times
def read(text: str, language: str) -> Reading:
    """Read every quantity of `text`, written in the language of that code or tag (`es-MX`).

    Raises `WorkflowError` for a language that has no table.
    """
    tokens = Tokens(text, lexicon_of(language))
    starts, idioms = tokens.lexicon.starts, tokens.lexicon.idioms
    drafts: list[Found] = []
    stop = 0
    for index, word in enumerate(tokens.words):
        if (word not in starts and word[0] not in _DIGITS) or index < stop:
            continue
        if word in idioms.entries:
            idiom = idioms.find(tokens.words, index)
            if idiom is not None and idiom[0] >= stop and tokens.word(idiom[1]) != "/":
                stop = idiom[1]
                continue
        quantity = _found_at(tokens, index)
        if quantity is not None and quantity.figure_first >= stop:
            quantity.first = max(quantity.first, stop)
            drafts.append(quantity)
            stop = quantity.stop
    if any(quantity.other is not None for quantity in drafts):
        phrases.settle_by_text(tokens, drafts)
    for left, right in pairwise(drafts):
        pairs.join(tokens, left, right)
    for quantity in drafts:
        phrases.add_bound(tokens, quantity)
    return Reading(tokens, tuple(phrases.quantity(tokens, quantity) for quantity in drafts))


def floating_bounds(reading: Reading) -> set[Bound]:
    """The bounds that stand in the text away from any figure: *solo hubo 14 condenas*."""
    tokens = reading.tokens
    spans = [(q.start, q.end) for q in reading.quantities]
    bounds: set[Bound] = set()
    for index in range(tokens.count):
        phrase = tokens.lexicon.floating.find(tokens.words, index)
        if phrase is not None:
            start = tokens.starts[index]
            if not any(first <= start < end for first, end in spans):
                bounds.add(phrase[2])
    return bounds


def _found_at(tokens: Tokens, index: int) -> Found | None:
    word, lexicon = tokens.words[index], tokens.lexicon
    if len(word) > LONGEST and word[0].isdecimal():
        return labels.long_code(tokens, index)
    if word in lexicon.named_days.entries:
        day = dates.named_day(tokens, index)
        if day is not None:
            return day
    if word in lexicon.language.half_before:
        made = phrases.unit_and_a_half(tokens, index) or _number(tokens, index)
        if made is not None:
            return made
        if word not in lexicon.lexical.entries:
            return _half(tokens, index)
    if word in lexicon.lexical.entries:
        lexical = lexicon.lexical.find(tokens.words, index)
        if lexical is not None:
            return _lexical(tokens, lexical)
    return _READERS[lexicon.starts.get(word, Start.NUMBER)](tokens, index)


def _half(tokens: Tokens, index: int) -> Found | None:
    """*media ciudad*, *medio mundo*: half of what follows, which English may say otherwise."""
    following = tokens.word(index + 1)
    if not following.isalpha() or following in tokens.lexicon.language.stop_words:
        return None
    return Found(Kind.FRACTION, Fraction(1, 2), index, index + 1, index, index + 1, weak=True)


def _lexical(tokens: Tokens, lexical: tuple[int, int, Lexical]) -> Found:
    first, stop, meaning = lexical
    # The second half of a year or a match: a part with a name, not a share.
    named = meaning.kind is Kind.FRACTION and (
        tokens.word(first - 1) in tokens.lexicon.language.ordinals
    )
    return Found(
        meaning.kind, meaning.value, first, stop, first, stop,
        unit=meaning.unit, bound=meaning.bound, weak=meaning.weak or named,
    )  # fmt: skip


def _article(tokens: Tokens, index: int) -> Found | None:
    """An article counts with a bound before it, with a unit after it, in *una de cada tres*."""
    lexicon, following = tokens.lexicon, tokens.word(index + 1)
    previous = tokens.word(index - 1)
    if previous in lexicon.clock_openers.entries:
        time = clock.clock_at(tokens, index)
        if time is not None:
            return time
    if lexicon.starts.get(following, Start.IDIOM) <= Start.LEXICAL or following[:1] in _DIGITS:
        return None
    bounded = lexicon.before.find(tokens.words, index - 1) is not None
    if not (
        bounded
        or following in lexicon.units.entries
        or following in lexicon.one_in.entries
        or tokens.word(index + 2) in lexicon.one_in.entries
        or tokens.count == 1
    ):
        return None
    made = _measured(tokens, Number(1, index, index + 1, weak=True))
    return made if bounded or tokens.count == 1 or made.kind is not Kind.CARDINAL else None


def _number(tokens: Tokens, index: int) -> Found | None:
    number = number_at(tokens, index)
    moment = (
        dates.decade_at(tokens, index)
        or dates.date_of(tokens, index, number)
        or clock.clock_at(tokens, index)
    )
    if moment is not None:
        return moment
    if _is_vague(tokens, index):
        return _collective(tokens, index)
    if number is None:
        return None
    return (
        labels.century(tokens, number)
        or labels.identifier(tokens, number)
        or _measured(tokens, number)
    )


def _last(tokens: Tokens, index: int) -> Found:
    """*the last witness* is no *first witness*; elsewhere the word may come and go."""
    return Found(Kind.ORDINAL, -1, index, index + 1, index, index + 1, weak=True)


def _is_vague(tokens: Tokens, index: int) -> bool:
    """*millones de personas*, *several thousand*: a scale with no number before it."""
    word, language = tokens.words[index], tokens.lexicon.language
    if word in language.scales and word.endswith("s"):
        return True
    before = index - (2 if tokens.word(index - 1) in language.of_words else 1)
    vague = tokens.word(before) in language.vague
    return vague and (word in language.scales or word in language.rounds)


def _collective(tokens: Tokens, index: int) -> Found | None:
    """*decenas de miles*, *hundreds of thousands*, *millones de*: an order of magnitude."""
    language = tokens.lexicon.language
    magnitude, position, stop = 1, index, index + 1
    while (size := _magnitude(language, tokens.word(position))) is not None and magnitude < LARGEST:
        magnitude *= size
        stop = position = position + 1
        if tokens.word(position) in language.of_words:
            position += 1
    made = Found(Kind.COLLECTIVE, magnitude, index, stop, index, stop, scale=magnitude)
    phrases.add_unit(tokens, made)
    made.kind = Kind.COLLECTIVE
    return made


def _magnitude(language: Language, word: str) -> int | None:
    sizes = language.collectives
    return sizes.get(word) or language.scales.get(word) or sizes.get(word + "s")


def _measured(tokens: Tokens, number: Number) -> Found:
    made = found(number)
    if made.kind is Kind.CARDINAL and made.numeral:
        stop = dates.skip_ordinal_sign(tokens, made.stop)
        if stop != made.stop:
            made.kind, made.stop, made.figure_stop = Kind.ORDINAL, stop, stop
    life = tokens.lexicon.life_decades.find(tokens.words, made.stop)
    if life is not None:
        made.kind, made.stop, made.weak = Kind.DECADE, life[1], True
        return made
    phrases.add_sign(tokens, made)
    if made.numeral:
        phrases.add_currency_sign(tokens, made)
    phrases.add_unit(tokens, made)
    phrases.add_one_in(tokens, made)
    phrases.settle_reading(made)
    phrases.add_below_zero(tokens, made)
    phrases.add_age(tokens, made)
    made.weak = made.weak or phrases.is_omissible(tokens, made)
    return made


_READERS: dict[Start, Callable[[Tokens, int], Found | None]] = {
    Start.NUMBER: _number,
    Start.COLLECTIVE: _collective,
    Start.LEXICAL: lambda tokens, index: None,
    Start.DECADE: dates.decade_at,
    Start.MONTH: dates.month_first,
    Start.CLOCK: clock.clock_word_at,
    Start.ROMAN: labels.roman_at,
    Start.LAST: _last,
    Start.ARTICLE: _article,
}
