"""Compose numbers of all their parts: *15 mil*, *dos millones y medio*, *two-thirds*, *a dozen*."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.grammar.digits import written_number
from workflow.numbers.grammar.number import LARGEST, Number, part_room, simple, times
from workflow.numbers.grammar.words import cardinal_words, ordinal_words
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import VULGAR_FRACTIONS
from workflow.numbers.model import Bound, Kind

_ORDINAL = Kind.ORDINAL


def number_at(tokens: Tokens, index: int) -> Number | None:
    """The number whose first word (article aside) is at `index`, at its longest."""
    word = tokens.words[index]
    language = tokens.lexicon.language
    if word[0].isdecimal():
        return _after_base(tokens, written_number(tokens, index))
    if word in VULGAR_FRACTIONS:
        return Number(VULGAR_FRACTIONS[word], index, index + 1, Kind.FRACTION)
    if word in language.half_before:
        return _half_of(tokens, index)
    base = cardinal_words(tokens, index)
    if base is None:
        ordinal = ordinal_words(tokens, index)
        if ordinal is not None:
            return _part_of_scale(tokens, _as_fraction(tokens, ordinal))
        if word in language.rounds and _counts_round(tokens, index):
            first = index - 1 if tokens.words[index - 1] in language.articles else index
            return _after_base(tokens, Number(1, first, index))
        if word in language.denominators:
            return _one_part(tokens, index)
        return None
    return _after_base(tokens, _with_hundreds(tokens, base))


def _one_part(tokens: Tokens, index: int) -> Number | None:
    """*un tercio*, *el primer tercio*: a denominator that an article or a rank counts."""
    before, language = tokens.words[index - 1], tokens.lexicon.language
    if before in language.articles:
        return _part_of_scale(tokens, _denominated(tokens, Number(1, index - 1, index)))
    ranked = before in language.ordinals or before in language.lasts
    period = (tokens.words[index],) in language.durations
    if ranked and not period and _is_alone(tokens, index + 1):
        return _denominated(tokens, Number(1, index, index))
    return None


def _is_alone(tokens: Tokens, stop: int) -> bool:
    """Whether no noun follows: *the final third of the field*, not *the first third place*."""
    following = tokens.words[stop]
    noun = following.isalpha() and following not in tokens.lexicon.language.stop_words
    return not noun and following != "-"


def _with_hundreds(tokens: Tokens, base: Number) -> Number:
    """*mil 200*, *dos mil 500*: thousands in words and the hundreds in digits, as in Mexico."""
    word = tokens.words[base.stop]
    if base.scale != 1000 or len(word) != 3 or not word.isdecimal() or word[0] == "0":
        return base
    if isinstance(base.value, int) and base.value % 1000 == 0:
        return base._replace(value=base.value + int(word), stop=base.stop + 1, scale=1, weak=False)
    return base


def _after_base(tokens: Tokens, base: Number) -> Number:
    """Everything that may still belong to a number: ordinals, halves, scales, fractions, rounds."""
    if base.kind is _ORDINAL:
        return _as_fraction(tokens, base)
    if tokens.words[base.stop] == "+" and _factor_at(tokens, base.stop + 1) is not None:
        return _after_base(tokens, base._replace(stop=base.stop + 1, bound=Bound.PLUS))
    if tokens.words[base.stop] not in tokens.lexicon.continuations:
        return base
    ordinal = _ordinal_after(tokens, base)
    if ordinal is not None:
        return ordinal
    number = _scales_after(tokens, _half_after(tokens, base))
    number = _rounds_after(tokens, number)
    return _part_of_scale(tokens, _denominated(tokens, number))


def _part_of_scale(tokens: Tokens, number: Number) -> Number:
    """*un cuarto de millón*, *three quarters of a million*, *a quarter million*."""
    language = tokens.lexicon.language
    if number.kind is not Kind.FRACTION:
        return number
    position = number.stop + (tokens.words[number.stop] in language.of_words)
    if tokens.words[position] in language.articles:
        position += 1
    scale = language.scales.get(tokens.words[position])
    if scale is None:
        return number
    value = times(number.value, scale)
    return number._replace(value=value, stop=position + 1, kind=Kind.CARDINAL, scale=scale)


def _half_after(tokens: Tokens, base: Number) -> Number:
    found = tokens.lexicon.half_after.find(tokens.words, base.stop)
    if found is None:
        return _part_after(tokens, base)
    half = Fraction(base.scale, 2)
    value = simple(Fraction(base.value) + half)
    return base._replace(value=value, stop=found[1], weak=False)


def _part_after(tokens: Tokens, base: Number) -> Number:
    """*three and a quarter kilos*: a part of the unit that follows."""
    part = tokens.lexicon.parts_after.find(tokens.words, base.stop)
    if part is None or base.scale > 1 or not isinstance(base.value, int):
        return base
    unit = tokens.words[part[1]]
    named = unit in tokens.lexicon.units.entries or unit in tokens.lexicon.language.scales
    if not named or unit == "-":  # 22 and a third-year student
        return base
    return base._replace(value=base.value + part[2], stop=part[1], weak=False)


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
        number = number._replace(
            value=times(number.value, factor),
            stop=stop,
            other=other,
            scale=factor,
            weak=False,
        )
    return number


def _factor_at(tokens: Tokens, position: int) -> int | None:
    scales = tokens.lexicon.language.scales
    if tokens.words[position] == "-" and tokens.glued(position - 1):
        position += 1
    return scales.get(tokens.words[position])


def _rest_after_scale(tokens: Tokens, number: Number) -> Number | None:
    """*3 mil 500*, *2 millones 300 mil*: what follows a scale word and is smaller than it."""
    if not number.numeral or not isinstance(number.value, int) or number.stop >= tokens.count:
        return None
    word = tokens.words[number.stop]
    if not word[0].isdecimal():
        return None
    rest = _multiplied(tokens, written_number(tokens, number.stop))
    if isinstance(rest.value, int) and 0 < rest.value < number.scale and rest.other is None:
        return number._replace(value=number.value + rest.value, stop=rest.stop, scale=rest.scale)
    return None


def _rounds_after(tokens: Tokens, base: Number) -> Number:
    """*dos docenas*, *a dozen*, *medio centenar*: number and collective noun make one value."""
    language = tokens.lexicon.language
    word = tokens.words[base.stop]
    if not _counts_round(tokens, base.stop):
        return base
    size = language.rounds.get(word)
    if size is None:
        size = language.rounds.get(word[:-1]) or language.rounds.get(word[:-2])
        if size is None or not word.endswith("s"):
            return base
    bound = Bound.NONE if size == 12 else Bound.ROUND
    value = times(base.value, size)
    number = base._replace(value=value, stop=base.stop + 1, bound=bound, weak=False, scale=size)
    number = _half_after(tokens, number)
    if tokens.words[number.stop] in language.of_words:
        return (
            _scales_after(tokens, number._replace(stop=number.stop + 1))
            if (_factor_at(tokens, number.stop + 1))
            else number
        )
    return number


def _counts_round(tokens: Tokens, index: int) -> bool:
    """*una cuarentena de personas*, but not *una cuarentena de 14 días* nor *la cuarentena*."""
    language = tokens.lexicon.language
    if tokens.words[index] not in language.homonym_rounds:
        return True
    counted = tokens.words[index + 2]
    return tokens.words[index + 1] in language.of_words and (
        counted.endswith("s") and counted not in language.stop_words | language.cardinals.keys()
    )


def _denominated(tokens: Tokens, base: Number) -> Number:
    """*dos tercios*, *two-thirds*, *a quarter*: number and denominator make a fraction."""
    language = tokens.lexicon.language
    position = base.stop
    if tokens.words[position] == "-" and tokens.glued(position - 1):
        position += 1
    size = language.denominators.get(tokens.words[position])
    if size is None and tokens.words[position + 1] in language.part_words:
        size = language.ordinals.get(tokens.words[position])
        position += 1
    if size is None or not isinstance(base.value, int) or base.value >= size * 3:
        return base
    return base._replace(
        value=Fraction(base.value, size), stop=position + 1, kind=Kind.FRACTION, weak=False
    )


def _ordinal_after(tokens: Tokens, base: Number) -> Number | None:
    """*twenty-first*, *one hundred and first*, *two hundredth*: number words that end in one."""
    language = tokens.lexicon.language
    if base.numeral or not language.ordinal_endings:
        return None
    position = base.stop
    if tokens.words[position] in ("-", language.joiner):
        position += 1
    part = language.ordinals.get(tokens.words[position])
    if part is None or not isinstance(base.value, int):
        return None
    if part >= 100:
        value = base.value * part
    elif part < part_room(base.value % 1000 or 1000):
        value = base.value + part
    else:
        return None
    return Number(value, base.first, position + 1, Kind.ORDINAL)


def _as_fraction(tokens: Tokens, ordinal: Number) -> Number:
    """*tercera parte*, *a third*: an ordinal that means a part of a whole."""
    language = tokens.lexicon.language
    word = tokens.words[ordinal.stop - 1]
    article = tokens.words[ordinal.first - 1]
    first = ordinal.first - 1 if article in language.articles else ordinal.first
    if tokens.words[ordinal.stop] in language.part_words and ordinal.value > 2:
        part, stop = Fraction(1, int(ordinal.value)), ordinal.stop + 1
        return ordinal._replace(value=part, kind=Kind.FRACTION, first=first, stop=stop)
    size = language.denominators.get(word) or _tenth(tokens, ordinal.stop)
    if size is None or article not in language.articles:
        return _ranked_part(tokens, ordinal, size)
    part = Fraction(1, size)
    if tokens.words[ordinal.stop] in language.of_words or word in language.tenths:
        return ordinal._replace(value=part, kind=Kind.FRACTION, first=first)
    return ordinal._replace(other=part)


def _ranked_part(tokens: Tokens, ordinal: Number, size: int | None) -> Number:
    """*the second third*, *el último cuarto*: which of so many parts; the last may go unsaid."""
    language, before = tokens.lexicon.language, tokens.words[ordinal.first - 1]
    last = before in language.lasts
    if size is None or not (last or before in language.ordinals):
        return ordinal
    if not _is_alone(tokens, ordinal.stop):
        return ordinal
    return ordinal._replace(value=Fraction(1, size), kind=Kind.FRACTION, weak=last)


def _tenth(tokens: Tokens, stop: int) -> int | None:
    """The size of *una décima* as a part: no noun follows, as it does in *una décima víctima*."""
    following, language = tokens.words[stop], tokens.lexicon.language
    counts = following.isalpha() and following not in language.stop_words | language.of_points
    return None if counts else language.tenths.get(tokens.words[stop - 1])


_HALVED = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.PERCENT, Kind.POINTS})


def _half_of(tokens: Tokens, index: int) -> Number | None:
    """*medio millón*, *half a dozen*: a half of the scale, round or unit after it."""
    language = tokens.lexicon.language
    position = index + 1
    while tokens.words[position] in language.articles or tokens.words[position] == "-":
        position += 1
    base = Number(Fraction(1, 2), index, position)
    number = _rounds_after(tokens, _scales_after(tokens, base))
    if number is not base:
        previous = tokens.words[index - 1] in language.articles
        return number._replace(first=index - 1 if previous else index)
    unit = tokens.lexicon.units.find(tokens.words, position)
    if unit is not None and unit[2][0] in _HALVED:
        rounded = tokens.words[index - 1] in language.articles  # una media hora
        return base._replace(bound=Bound.ROUND) if rounded else base
    return None
