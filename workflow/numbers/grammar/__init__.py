"""The grammar of quantities: one pass over the words of a text, the same for every language."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from workflow.numbers.grammar import (
    clock,
    codes,
    dates,
    decades,
    labels,
    limits,
    pairs,
    phrases,
    settling,
    weight,
)
from workflow.numbers.grammar.composition import number_at
from workflow.numbers.grammar.found import Found, found
from workflow.numbers.grammar.number import LARGEST, Number
from workflow.numbers.grammar.numerals import LONGEST
from workflow.numbers.grammar.tenths import tenths
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import Start, lexicon_of
from workflow.numbers.model import ROUND, Bound, Kind, Quantity
from workflow.numbers.table import Language, Lexical


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """A text with the quantities read in it, in order."""

    tokens: Tokens
    quantities: tuple[Quantity, ...]

    def place(self, offset: int) -> int:
        """Index of the first quantity that begins at `offset` of the text or behind it."""
        return bisect_left(self.quantities, offset, key=attrgetter("start"))


@lru_cache(maxsize=1024)  # a check reads every text of an article several times
def read(text: str, language: str) -> Reading:
    """Read every quantity of `text`, written in the language of that code or tag (`es-MX`).

    Raises `WorkflowError` for a language that has no table.
    """
    return read_tokens(Tokens(text, lexicon_of(language)))


def read_tokens(tokens: Tokens) -> Reading:
    """Read every quantity of a text that is cut into words."""
    drafts = _drafts(tokens)
    if [draft for draft in drafts if draft.other is not None]:
        settling.settle_by_text(tokens, drafts)
    if not tokens.lexicon.of_each.entries.keys().isdisjoint(tokens.words):
        pairs.join_shares(tokens, drafts)
    links = tokens.lexicon.gates.link
    for left, right in pairwise(drafts):
        if tokens.words[right.first - 1] in links or left.kind is right.kind is _DATE:
            pairs.join(tokens, left, right)
    for draft in drafts:
        limits.add_bound(tokens, draft)
    return Reading(tokens, tuple([phrases.quantity(tokens, draft) for draft in drafts]))


def _drafts(tokens: Tokens) -> list[Found]:
    """The quantities from left to right, each beginning where the one before it ends."""
    words, idioms = tokens.words, tokens.lexicon.idioms
    drafts: list[Found] = []
    stop = 0
    for index in tokens.openings:
        if index < stop:
            continue
        if words[index] in idioms.entries:
            idiom = idioms.find(words, index)
            if idiom is not None and idiom[0] >= stop and _is_closed(tokens, idiom[1]):
                stop = idiom[1]
                continue
        draft = _found_at(tokens, index)
        if draft is not None and draft.figure_first >= stop:
            draft.first = max(draft.first, stop)
            drafts.append(draft)
            stop = draft.stop
    return drafts


def _is_closed(tokens: Tokens, stop: int) -> bool:
    """Whether an idiom may end at `stop`: not *the last four* of *the last four days*."""
    language, following = tokens.lexicon.language, tokens.words[stop]
    number = tokens.words[stop - 1]
    counts = number in language.cardinals or number[0].isdecimal()
    return following != "/" and not (counts and (following,) in language.durations)


@lru_cache(maxsize=2)  # asked again for every figure of a pair whose bound has changed
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
    if word in lexicon.gates.special:
        return _phrase(tokens, index)
    return _READERS[lexicon.starts.get(word, _NUMBER)](tokens, index)


def _phrase(tokens: Tokens, index: int) -> Found | None:
    """A quantity with a name of its own, or else what begins with that word."""
    word, lexicon = tokens.words[index], tokens.lexicon
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
        if lexical is not None and not _counts_on(tokens, *lexical):
            return phrases.named(tokens, lexical)
    return _READERS[lexicon.starts.get(word, _NUMBER)](tokens, index)


def _counts_on(tokens: Tokens, first: int, stop: int, meaning: Lexical) -> bool:
    """*the last 16 games*, *sus cuartos Juegos*: what is counted follows, so it is no round."""
    following, language = tokens.words[stop], tokens.lexicon.language
    ranked = tokens.words[first] in language.lasts or tokens.words[stop - 1] in language.ordinals
    if meaning.unit != ROUND or not ranked or not following.isalpha():
        return False
    noun = following not in language.stop_words or (following,) in language.durations
    return noun and (following.endswith("s") or following in language.nouns)


def _half(tokens: Tokens, index: int) -> Found | None:
    """*media ciudad*, *medio mundo*: half of what follows, which English may say otherwise."""
    following = tokens.words[index + 1]
    if not following.isalpha() or following in tokens.lexicon.language.stop_words:
        return None
    return Found(Kind.FRACTION, Fraction(1, 2), index, index + 1, index, index + 1, weak=True)


def _article(tokens: Tokens, index: int) -> Found | None:
    """An article counts with a bound before it, with a unit after it, in *una de cada tres*."""
    words, lexicon = tokens.words, tokens.lexicon
    previous, following = words[index - 1], words[index + 1]
    if previous in lexicon.clock_openers.entries:
        time = clock.clock_at(tokens, index)
        if time is not None:
            return time
    if lexicon.starts.get(following, _IDIOM) <= _LEXICAL or "0" <= following < ":":
        return None
    bounded = previous in lexicon.before.entries and (
        lexicon.before.find(words, index - 1) is not None
    )
    if not (
        bounded
        or following in lexicon.units.entries
        or lexicon.language.nouns.get(following) in _BEFALLEN
        or following in lexicon.one_in.entries
        or words[index + 2] in lexicon.one_in.entries
        or tokens.count == 1
    ):
        return None
    made = _measured(tokens, Number(1, index, index + 1, weak=True))
    told = bounded or lexicon.language.nouns.get(following) in _BEFALLEN
    return made if told or tokens.count == 1 or made.kind is not Kind.CARDINAL else None


_BEFALLEN = frozenset({"death", "injury", "arrest", "disappearance"})
"""Nouns before which an article counts: *un muerto y tres heridos*."""


def _number(tokens: Tokens, index: int) -> Found | None:
    words, gates = tokens.words, tokens.lexicon.gates
    if words[index] in tokens.lexicon.language.acronyms and _is_acronym(tokens, index):
        return None
    number = number_at(tokens, index)
    moment = _moment(tokens, index, number)
    if moment is not None:
        return moment
    if not words[index][0].isdecimal() and _is_vague(tokens, index):
        return _collective(tokens, index)
    if number is None:
        return None
    if number.kind is Kind.FRACTION:
        part = tenths(tokens, number)
        if part is not None:
            return part
    before = words[number.first - 1]
    if words[number.stop] in gates.century or before in gates.century:
        century = labels.century(tokens, number)
        if century is not None:
            return century
    if number.numeral:
        coded = number.kind is _IDENTIFIER or words[number.first][0] == "0"
        code = labels.identifier(tokens, number) if coded or before in gates.label else None
        if code is not None:
            return code
    return _measured(tokens, number)


def _moment(tokens: Tokens, index: int, number: Number | None) -> Found | None:
    """The decade, date or time of day that begins at `index`, with that number if there is one."""
    word, following, lexicon = tokens.words[index], tokens.words[index + 1], tokens.lexicon
    made = None
    if word[-1] == "0" or word in lexicon.language.decades:
        made = decades.decade_at(tokens, index)
    pointed = "." in word
    if made is None and (tokens.dated or pointed or following in _DATE_SIGNS):
        made = dates.date_of(tokens, index, number)
    clock_gate = lexicon.gates.clock
    if made is None and (pointed or following in clock_gate or word in clock_gate):
        made = clock.clock_at(tokens, index)
    return made


_DATE_SIGNS = frozenset("/-–")


def _is_acronym(tokens: Tokens, index: int) -> bool:
    """*un ataque DoS*: capitals inside a word make it no number word."""
    written = tokens.text[tokens.starts[index] : tokens.ends[index]]
    return not (written.islower() or written.istitle() or written.isupper())


def _last(tokens: Tokens, index: int) -> Found | None:
    """*the last witness* is no *first witness*; elsewhere the word may come and go."""
    language, words = tokens.lexicon.language, tokens.words
    if words[index + 1] in language.past and words[index - 1] not in language.definites:
        return None
    return Found(Kind.ORDINAL, -1, index, index + 1, index, index + 1, weak=True)


def _is_vague(tokens: Tokens, index: int) -> bool:
    """*millones de personas*, *several thousand*: a scale with no number before it."""
    word, language = tokens.words[index], tokens.lexicon.language
    if word in language.scales and word.endswith("s"):
        return True
    before = index - (2 if tokens.words[index - 1] in language.of_words else 1)
    vague = tokens.words[before] in language.vague
    return vague and (word in language.scales or word in language.rounds)


def _collective(tokens: Tokens, index: int) -> Found | None:
    """*decenas de miles*, *hundreds of thousands*, *millones de*: an order of magnitude."""
    language = tokens.lexicon.language
    magnitude, position, stop = 1, index, index + 1
    while (
        size := _magnitude(language, tokens.words[position])
    ) is not None and magnitude < LARGEST:
        magnitude *= size
        stop = position = position + 1
        if tokens.words[position] in language.of_words:
            position += 1
    made = Found(Kind.COLLECTIVE, magnitude, index, stop, index, stop, scale=magnitude)
    phrases.add_unit(tokens, made)
    made.kind = Kind.COLLECTIVE
    return made


def _magnitude(language: Language, word: str) -> int | None:
    sizes = language.collectives
    return sizes.get(word) or language.scales.get(word) or sizes.get(word + "s")


def _measured(tokens: Tokens, number: Number) -> Found:
    words, lexicon = tokens.words, tokens.lexicon
    made = found(number)
    if made.numeral and tokens.glued(made.first - 1) and words[made.first - 1].isalpha():
        codes.settle_coded(tokens, made)
    _settle_rank(tokens, made)
    if words[made.stop] in lexicon.life_decades.entries:
        life = lexicon.life_decades.find(words, made.stop)
        if life is not None and _counts_tens(tokens, *life):
            made.stop, made.figure_stop, made.bound = life[1], life[1], Bound.MORE_THAN
            return made
        if life is not None:
            made.kind, made.stop, made.weak = Kind.DECADE, life[1], True
            made.bound = Bound.ABOUT
            return made
    if words[made.first - 1] in lexicon.language.minus:
        phrases.add_sign(tokens, made)
    if made.numeral and words[made.first - 1] in lexicon.currency_signs.entries:
        phrases.add_currency_sign(tokens, made)
    _add_after(tokens, made)
    if words[made.first - 1] in lexicon.age_before.entries:
        phrases.add_age(tokens, made)
    if not made.numeral:
        _settle_weight(tokens, made)
    return made


def _counts_tens(tokens: Tokens, first: int, stop: int, _: bool) -> bool:
    """*treinta y tantos muertos* are thirty-odd; *treinta y tantos años* may be a life."""
    language, following = tokens.lexicon.language, tokens.words[stop]
    noun = following.isalpha() and following not in language.stop_words
    return (
        tokens.words[first] == language.joiner and noun and (following,) not in language.durations
    )


def _settle_rank(tokens: Tokens, made: Found) -> None:
    """Whether the number is a place in a row: *el 40 aniversario*, *1.º*, *the 12th minute*."""
    words, language = tokens.words, tokens.lexicon.language
    if made.kind is _CARDINAL and words[made.stop] in language.roman_after:
        settling.settle_ordinal(tokens, made)
    if words[made.stop - 1] in language.round_periods:
        settling.settle_period(tokens, made)
    if made.numeral and made.kind is _CARDINAL and words[made.stop] == ".":
        stop = dates.skip_ordinal_sign(tokens, made.stop)
        if stop != made.stop:
            made.kind, made.stop, made.figure_stop = Kind.ORDINAL, stop, stop
    if words[made.stop] in language.jubilees or made.kind is Kind.ORDINAL:
        settling.settle_jubilee(tokens, made)
    elif made.kind is _CARDINAL and words[made.first - 1] in language.numbered:
        codes.settle_numbered(tokens, made)


def _settle_weight(tokens: Tokens, made: Found) -> None:
    """Whether a number in words may come and go in good English."""
    if made.weak:
        made.weak = not weight.is_one_of(tokens, made)
    else:
        made.weak = weight.is_omissible(tokens, made)
    if tokens.words[made.first - 1] in tokens.lexicon.language.draw_links:
        settling.settle_draw(tokens, made)


def _add_after(tokens: Tokens, made: Found) -> None:
    """What follows the number and belongs to it: its unit, the whole that it is part of."""
    words, lexicon = tokens.words, tokens.lexicon
    if words[made.stop] in lexicon.gates.unit:
        phrases.add_unit(tokens, made)
    if words[made.stop + 1] in lexicon.half_after.entries:
        phrases.add_half(tokens, made)
    links = lexicon.one_in.entries
    if words[made.stop] in links or words[made.stop + 1] in links:
        phrases.add_one_in(tokens, made)
    if made.other is not None:
        settling.settle_reading(tokens, made)
    if words[made.stop] in lexicon.below_zero.entries:
        phrases.add_below_zero(tokens, made)
    if made.numeral and words[made.first - 1] in lexicon.language.rank_articles:
        settling.settle_rank(tokens, made)
    if made.kind is Kind.MULTIPLE:
        settling.settle_multiple(tokens, made)


_CARDINAL, _DATE, _IDENTIFIER = Kind.CARDINAL, Kind.DATE, Kind.IDENTIFIER
_NUMBER, _LEXICAL, _IDIOM = Start.NUMBER, Start.LEXICAL, Start.IDIOM

_READERS: dict[Start, Callable[[Tokens, int], Found | None]] = {
    Start.NUMBER: _number,
    Start.COLLECTIVE: _collective,
    Start.LEXICAL: lambda tokens, index: None,
    Start.DECADE: decades.decade_at,
    Start.MONTH: dates.month_first,
    Start.CLOCK: clock.clock_word_at,
    Start.ROMAN: labels.roman_at,
    Start.LAST: _last,
    Start.ARTICLE: _article,
}
