"""Compose number words and numerals into values: *dos mil trescientos*, *15 mil*, *2.4 million*."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from workflow.numbers.grammar.numerals import numeral_at
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import VULGAR_FRACTIONS
from workflow.numbers.model import Bound, Kind, Value


@dataclass(frozen=True, slots=True)
class Number:
    """A value with its place among the words; `kind` when its form tells one."""

    value: Value
    first: int
    stop: int
    kind: Kind = Kind.CARDINAL
    other: Value | None = None
    bound: Bound = Bound.NONE
    numeral: bool = False
    """Written with digits."""
    weak: bool = False
    scale: int = 1
    """The last scale word in it: *millones* of *dos millones*."""
    unit: str = ""


def number_at(tokens: Tokens, index: int) -> Number | None:
    """The number whose first word (article aside) is at `index`, at its longest."""
    word = tokens.words[index]
    language = tokens.lexicon.language
    if word[0].isdecimal():
        return _after_base(tokens, _numeral(tokens, index))
    if word in VULGAR_FRACTIONS:
        return Number(VULGAR_FRACTIONS[word], index, index + 1, Kind.FRACTION)
    if word in language.half_before:
        return _half_of(tokens, index)
    base = _words(tokens, index)
    if base is None:
        ordinal = _ordinals(tokens, index, 0)
        if ordinal is not None:
            return _as_fraction(tokens, ordinal)
        if word in language.rounds:
            first = index - 1 if tokens.word(index - 1) in language.articles else index
            return _after_base(tokens, Number(1, first, index))
        if word in language.denominators and tokens.word(index - 1) in language.articles:
            return _denominated(tokens, Number(1, index - 1, index))
        return None
    return _after_base(tokens, base)


def _numeral(tokens: Tokens, index: int) -> Number:
    read = numeral_at(tokens, index)
    kind = Kind.IDENTIFIER if read.code else Kind.CARDINAL
    base = Number(read.value, index, read.stop, kind, other=read.other, numeral=True)
    if tokens.word(read.stop) in VULGAR_FRACTIONS and tokens.glued(read.stop - 1):
        value = Fraction(read.value) + VULGAR_FRACTIONS[tokens.words[read.stop]]
        return replace(base, value=value, stop=read.stop + 1)
    suffix = tokens.word(read.stop)
    if suffix == "/" or tokens.word(read.stop + 1) == "/":
        return _with_slash(tokens, base)
    if not suffix.isalpha() or not tokens.glued(read.stop - 1):
        return base
    language = tokens.lexicon.language
    if suffix in language.ordinal_suffixes and isinstance(read.value, int):
        return replace(base, kind=Kind.ORDINAL, stop=read.stop + 1)
    scale = language.suffix_scales.get(suffix)
    if scale is not None and _is_scale(tokens, suffix, index, read.stop + 1):
        return replace(base, value=times(read.value, scale), stop=read.stop + 1, other=None)
    return base


def _with_slash(tokens: Tokens, base: Number) -> Number:
    """*3/4*, *2 1/2*."""
    part = _slashed(tokens, base.first)
    if part is not None:
        return replace(base, value=part, stop=base.first + 3, kind=Kind.FRACTION)
    part = _slashed(tokens, base.stop)
    if part is not None and isinstance(base.value, int) and not tokens.glued(base.stop - 1):
        return replace(base, value=base.value + part, stop=base.stop + 3)
    return base


def _slashed(tokens: Tokens, index: int) -> Fraction | None:
    """The fraction written 3/4 at `index`."""
    part, whole = tokens.word(index), tokens.word(index + 2)
    if tokens.word(index + 1) != "/" or not part.isdecimal() or not whole.isdecimal():
        return None
    if len(part) > 2 or len(whole) > 2:
        return None
    if tokens.word(index + 3) == "/" or not tokens.glued(index) or not tokens.glued(index + 1):
        return None
    return Fraction(int(part), int(whole)) if 0 < int(part) < int(whole) <= 10 else None


def _is_scale(tokens: Tokens, suffix: str, index: int, stop: int) -> bool:
    """Whether letters glued to a numeral are a scale: *$3m*, *3m jobs*, but not *3m wide*."""
    if len(suffix) > 1 or suffix == "k" or _has_sign(tokens, index):
        return True
    language, following = tokens.lexicon.language, tokens.word(stop)
    if not language.after_metres:
        return False
    nouns = following.isalpha() and following not in language.stop_words
    return nouns and following not in language.after_metres


def _has_sign(tokens: Tokens, index: int) -> bool:
    return tokens.lexicon.currency_signs.find(tokens.words, index - 1) is not None


def times(value: Value, factor: Value) -> Value:
    """The product, exact, as an int where it is whole."""
    if isinstance(value, Fraction) or isinstance(factor, Fraction):
        return simple(Fraction(value) * Fraction(factor))
    return simple(value * factor)


def simple(value: Value) -> Value:
    """`value` as an int where it is whole."""
    return int(value) if not isinstance(value, int) and value == int(value) else value


def _room(value: int) -> int:
    """What may still be added after a part: below 10 after a ten, below 100 after a hundred."""
    if value % 100 == 0:
        return 100 if value else 0
    return 10 if value % 10 == 0 and value > 10 else 1


def _words(tokens: Tokens, index: int) -> Number | None:
    words, language = tokens.words, tokens.lexicon.language
    terms: list[int] = []
    room, position, scale = 10**24, index, 1
    while position < tokens.count:
        word = words[position]
        value = language.cardinals.get(word)
        if value is not None:
            if value >= room or (value == 0 and terms):
                break
            terms.append(value)
            room = _room(value)
        elif (factor := language.scales.get(word)) is not None:
            grown = _scaled(terms, factor, room)
            if grown is None:
                break
            terms, room, scale = grown, factor, factor
        elif not terms or not (_joins(tokens, position, room) or _goes_on(tokens, position, room)):
            break
        position += 1
    if not terms:
        return None
    first, bound = index, Bound.NONE
    if words[index] in language.scales and tokens.word(index - 1) in language.articles:
        first = index - 1
        if position == index + 1 and words[index] in language.round_scales:
            bound = Bound.ROUND
    weak = position == index + 1 and (words[index] in language.ones or not terms[0])
    return Number(sum(terms), first, position, bound=bound, weak=weak, scale=scale)


def _scaled(terms: list[int], factor: int, room: int) -> list[int] | None:
    kept = list(terms)
    multiplier = 0
    while kept and kept[-1] < factor:
        multiplier += kept.pop()
    if multiplier == 0:
        if kept and room <= factor:
            return None
        multiplier = 1
    return [*kept, multiplier * factor]


def _joins(tokens: Tokens, position: int, room: int) -> bool:
    """Whether the joiner or hyphen at `position` leads on to a part that fits."""
    language, following = tokens.lexicon.language, tokens.word(position + 1)
    value = language.cardinals.get(following)
    if tokens.words[position] == "-":
        fits = tokens.glued(position - 1) and tokens.glued(position)
        return fits and (
            (value is not None and value < room <= 100) or following in language.scales
        )
    if tokens.words[position] != language.joiner:
        return False
    if value is None:
        value = language.scales.get(following, room)
    return value < room and (
        room in language.joiner_after or (room > 1000 and 1000 in language.joiner_after)
    )


def _goes_on(tokens: Tokens, position: int, room: int) -> bool:
    """*one thousand, two hundred*: a comma inside number words, before a smaller scale."""
    if tokens.words[position] != "," or room < 1000:
        return False
    language = tokens.lexicon.language
    for index in range(position + 1, min(position + 5, tokens.count)):
        word = tokens.words[index]
        if word in language.scales:
            return index > position + 1 and language.scales[word] < room
        if word not in language.cardinals and word != "-":
            return False
    return False


def _after_base(tokens: Tokens, base: Number) -> Number:
    """Everything that may still belong to a number: ordinals, halves, scales, fractions, rounds."""
    if base.kind is Kind.ORDINAL:
        return _as_fraction(tokens, base)
    if tokens.word(base.stop) not in tokens.lexicon.continuations:
        return base
    ordinal = _ordinal_after(tokens, base)
    if ordinal is not None:
        return ordinal
    number = _scales_after(tokens, _half_after(tokens, base))
    number = _rounds_after(tokens, number)
    return _denominated(tokens, number)


def _half_after(tokens: Tokens, base: Number) -> Number:
    found = tokens.lexicon.half_after.find(tokens.words, base.stop)
    if found is None:
        return base
    half = Fraction(base.scale, 2)
    value = simple(Fraction(base.value) + half)
    return replace(base, value=value, stop=found[1], weak=False)


LARGEST = 10**24
"""No larger number is composed: it is no number of a text any more."""


def _scales_after(tokens: Tokens, base: Number) -> Number:
    """Scale words after a numeral or a half: *15 mil*, *2.400 millones*, *a half million*."""
    number = _multiplied(tokens, base)
    if number is base:
        return base
    number = _half_after(tokens, number)
    while (rest := _rest_after_scale(tokens, number)) is not None:
        number = rest
    return number


def _multiplied(tokens: Tokens, number: Number) -> Number:
    """The number times the scale words that follow it."""
    while (factor := _factor_at(tokens, number.stop)) is not None and number.value < LARGEST:
        stop = number.stop + (2 if tokens.words[number.stop] == "-" else 1)
        other = None if number.other is None else times(number.other, factor)
        number = replace(
            number,
            value=times(number.value, factor),
            stop=stop,
            other=other,
            scale=factor,
            weak=False,
        )
    return number


def _factor_at(tokens: Tokens, position: int) -> int | None:
    scales = tokens.lexicon.language.scales
    if tokens.word(position) == "-" and tokens.glued(position - 1):
        position += 1
    return scales.get(tokens.word(position))


def _rest_after_scale(tokens: Tokens, number: Number) -> Number | None:
    """*3 mil 500*, *2 millones 300 mil*: what follows a scale word and is smaller than it."""
    if not number.numeral or not isinstance(number.value, int) or number.stop >= tokens.count:
        return None
    word = tokens.words[number.stop]
    if not word[0].isdecimal():
        return None
    rest = _multiplied(tokens, _numeral(tokens, number.stop))
    if isinstance(rest.value, int) and 0 < rest.value < number.scale and rest.other is None:
        return replace(number, value=number.value + rest.value, stop=rest.stop, scale=rest.scale)
    return None


def _rounds_after(tokens: Tokens, base: Number) -> Number:
    """*dos docenas*, *a dozen*, *medio centenar*: number and collective noun make one value."""
    language = tokens.lexicon.language
    word = tokens.word(base.stop)
    size = language.rounds.get(word)
    if size is None:
        size = language.rounds.get(word[:-1]) or language.rounds.get(word[:-2])
        if size is None or not word.endswith("s"):
            return base
    bound = Bound.NONE if size == 12 else Bound.ROUND
    value = times(base.value, size)
    number = replace(base, value=value, stop=base.stop + 1, bound=bound, weak=False, scale=size)
    number = _half_after(tokens, number)
    if tokens.word(number.stop) in language.of_words:
        return (
            _scales_after(tokens, replace(number, stop=number.stop + 1))
            if (_factor_at(tokens, number.stop + 1))
            else number
        )
    return number


def _denominated(tokens: Tokens, base: Number) -> Number:
    """*dos tercios*, *two-thirds*, *a quarter*: number and denominator make a fraction."""
    language = tokens.lexicon.language
    position = base.stop
    if tokens.word(position) == "-" and tokens.glued(position - 1):
        position += 1
    size = language.denominators.get(tokens.word(position))
    if size is None and tokens.word(position + 1) in language.part_words:
        size = language.ordinals.get(tokens.word(position))
        position += 1
    if size is None or not isinstance(base.value, int) or base.value >= size * 3:
        return base
    return replace(
        base, value=Fraction(base.value, size), stop=position + 1, kind=Kind.FRACTION, weak=False
    )


def _ordinals(tokens: Tokens, index: int, total: int) -> Number | None:
    """*vigésimo primero*: ordinals in falling order add up."""
    ordinals = tokens.lexicon.language.ordinals
    room, position, value = 10**24, index, total
    while (part := ordinals.get(tokens.word(position))) is not None and part < room:
        value += part
        room = 10 if part == 10 else _room(part)
        position += 1
    if position == index:
        return None
    return Number(value, index, position, Kind.ORDINAL)


def _ordinal_after(tokens: Tokens, base: Number) -> Number | None:
    """*twenty-first*, *one hundred and first*, *two hundredth*: number words that end in one."""
    language = tokens.lexicon.language
    if base.numeral or language.joiner_after == frozenset({10}):
        return None
    position = base.stop
    if tokens.word(position) in ("-", language.joiner):
        position += 1
    part = language.ordinals.get(tokens.word(position))
    if part is None or not isinstance(base.value, int):
        return None
    if part >= 100:
        value = base.value % part * part + base.value // part * part if base.value % part else 0
        value = base.value * part
    elif part < _room(base.value % 1000 or 1000):
        value = base.value + part
    else:
        return None
    return Number(value, base.first, position + 1, Kind.ORDINAL)


def _as_fraction(tokens: Tokens, ordinal: Number) -> Number:
    """*tercera parte*, *a third*: an ordinal that means a part of a whole."""
    language = tokens.lexicon.language
    word = tokens.words[ordinal.stop - 1]
    article = tokens.word(ordinal.first - 1)
    first = ordinal.first - 1 if article in language.articles else ordinal.first
    if tokens.word(ordinal.stop) in language.part_words:
        return replace(
            ordinal, value=Fraction(1, int(ordinal.value)), kind=Kind.FRACTION, first=first,
            stop=ordinal.stop + 1,
        )  # fmt: skip
    size = language.denominators.get(word)
    if size is None or article not in language.articles:
        return ordinal
    part = Fraction(1, size)
    if tokens.word(ordinal.stop) in language.of_words:
        return replace(ordinal, value=part, kind=Kind.FRACTION, first=first)
    return replace(ordinal, other=part)


def _half_of(tokens: Tokens, index: int) -> Number | None:
    """*medio millón*, *half a dozen*: a half of the scale, round or unit after it."""
    language = tokens.lexicon.language
    position = index + 1
    while tokens.word(position) in language.articles or tokens.word(position) == "-":
        position += 1
    base = Number(Fraction(1, 2), index, position)
    number = _rounds_after(tokens, _scales_after(tokens, base))
    if number is not base:
        previous = tokens.word(index - 1) in language.articles
        return replace(number, first=index - 1 if previous else index)
    unit = tokens.lexicon.units.find(tokens.words, position)
    if unit is not None and unit[2][0] in (Kind.DURATION, Kind.MEASURE, Kind.MONEY):
        return base
    return None


def as_decimal(text: str) -> Decimal:
    """The number that `text` writes with a point."""
    return Decimal(text)
