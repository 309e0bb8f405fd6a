"""Give a number its surroundings: sign, currency, unit, bound, age."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.grammar.composition import number_at
from workflow.numbers.grammar.compounds import add_smaller, feet_and_inches, minutes_and_seconds
from workflow.numbers.grammar.found import Found
from workflow.numbers.grammar.limits import is_year
from workflow.numbers.grammar.number import Number, times
from workflow.numbers.grammar.rates import RATED, period_after
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind, Quantity
from workflow.numbers.table import Lexical

_HALF = Fraction(1, 2)


def named(tokens: Tokens, lexical: tuple[int, int, Lexical]) -> Found:
    """The quantity that a word or phrase is by itself: *half*, *both*, *twice*."""
    first, stop, meaning = lexical
    language = tokens.lexicon.language
    place = first - 2 if tokens.words[first - 1] == "-" else first - 1
    before = tokens.words[place]
    if meaning.kind is Kind.FRACTION:
        # The second half of a year or a match, the Leeds half: a part with a name, not a share.
        weak = before in language.ordinals or _is_name(tokens, place)
    else:
        # A bogey and two doubles: what is counted is a thing with that name.
        weak = meaning.kind is Kind.MULTIPLE and before in language.cardinals
    return Found(
        meaning.kind, meaning.value, first, stop, first, stop,
        unit=meaning.unit, bound=meaning.bound, weak=meaning.weak or weak,
    )  # fmt: skip


def _is_name(tokens: Tokens, index: int) -> bool:
    """Whether the word is written as a name and begins no sentence."""
    opens = index < 1 or not tokens.words[index - 1].isalpha()
    capital = tokens.words[index].isalpha() and tokens.text[tokens.starts[index]].isupper()
    return capital and not opens


def add_sign(tokens: Tokens, found: Found) -> None:
    """Take in a minus sign or word before the number, and *below zero* after it."""
    language = tokens.lexicon.language
    index = found.first - 1
    before = tokens.words[index]
    if before not in language.minus or tokens.words[index - 1] in {"/", *language.conjunctions}:
        return  # plus or minus 3, más/menos 3
    if tokens.words[index - 1] in language.wholes:
        return  # all but four
    if before == "-" and not (tokens.glued(index) and not tokens.glued(index - 1)):
        return
    if before != "-" and tokens.lexicon.before.find(tokens.words, index) is not None:
        return
    found.value = -found.value
    found.first = found.figure_first = index


def add_currency_sign(tokens: Tokens, found: Found) -> None:
    """Take in a currency sign or code before the amount: $, US$, EUR, Q."""
    sign = tokens.lexicon.currency_signs.find(tokens.words, found.first - 1)
    if sign is None:
        return
    first, stop, unit = sign
    if _is_quarter(tokens, found):
        found.kind, found.first = Kind.ORDINAL, first
        return
    written = tokens.text[tokens.starts[first] : tokens.ends[stop - 1]]
    letters = written.rstrip("$/. ")
    apart = len(letters) == 1 and " " in written  # a $1.4 billion loan, Q. 500
    named = not letters.isupper() and letters != "Bs"
    if letters.isalpha() and (named or (apart and written[-1] == "$")):
        alone = tokens.lexicon.language.currencies.get((tokens.words[stop - 1],))
        if alone is None or stop - first == 1:
            return
        first, unit = stop - 1, alone
    found.first = first
    found.kind = Kind.MONEY
    found.unit = unit
    if tokens.words[first - 1] == "-" and not tokens.glued(first - 2):
        found.value = -found.value
        found.first = first - 1


def _is_quarter(tokens: Tokens, found: Found) -> bool:
    """*Q1 2023*: the quarter of a year, not a quetzal."""
    sign, language = found.first - 1, tokens.lexicon.language
    quarters = tokens.words[sign] in language.quarter_signs and tokens.glued(sign)
    return quarters and found.value in range(1, 5) and len(tokens.words[found.first]) == 1


def add_unit(tokens: Tokens, found: Found) -> None:
    """Take in the unit, percent sign or currency name after the number, and smaller ones after."""
    timed = found.numeral and (feet_and_inches(tokens, found) or minutes_and_seconds(tokens, found))
    if not timed:
        _add_unit(tokens, found)
        add_smaller(tokens, found)


def _unit_after(tokens: Tokens, found: Found) -> tuple[int, int, tuple[Kind, str]] | None:
    """The unit phrase after a number: right behind it, after a hyphen, *de* or an adjective."""
    language, words = tokens.lexicon.language, tokens.words
    position = found.stop
    if tokens.words[position] == "-" and tokens.glued(position - 1) and tokens.glued(position):
        unit = tokens.lexicon.units.find(words, position) or tokens.lexicon.units.find(
            words, position + 1
        )
    elif tokens.words[position] in language.of_words:
        position += 1
        if found.kind is Kind.FRACTION and tokens.words[position] in language.articles:
            position += 1
        unit = tokens.lexicon.units.find(words, position) if _takes_of(found) else None
    else:
        apart = tokens.words[position] in language.between
        unit = tokens.lexicon.units.find(words, position + apart)
        single = unit is not None and not words[unit[0]].endswith("s")
        if (
            apart
            and single
            and unit is not None
            and unit[2][0] is Kind.DURATION
            and found.value > 1
        ):
            return None  # 50 million next year
    if unit is not None and unit[2][0] is Kind.PERCENT:
        return None if tokens.words[unit[1]] in language.scales else unit  # 45 por 100 mil
    return unit


def _add_unit(tokens: Tokens, found: Found) -> None:
    language, words = tokens.lexicon.language, tokens.words
    scaled = language.scaled_currencies.get(tokens.words[found.stop])
    if scaled is not None:
        _scale_currency(found, scaled, found.stop + 1)
        return
    unit = _unit_after(tokens, found)
    if unit is None:
        return
    kind, name = unit[2]
    if found.kind is Kind.ORDINAL or (found.kind is Kind.FRACTION and kind not in _PARTED):
        return
    if found.kind is Kind.MONEY and kind is not Kind.MONEY:
        return
    if not _unit_stands(tokens, found, unit[0], unit[1]):
        return
    if found.kind is not Kind.MONEY or _tells_more(found.unit, name):
        found.unit = name
    found.kind = kind
    found.stop = unit[1]
    half = tokens.lexicon.half_after.find(words, found.stop)
    if half is not None and kind in _HALVED:
        found.value = times(2 * found.value + 1, _HALF)
        found.stop = half[1]
        found.weak = False


def add_half(tokens: Tokens, found: Found) -> None:
    """*dos milisegundos y medio*: a half of what is counted, whatever it is."""
    words = tokens.words
    if found.kind is not Kind.CARDINAL or not words[found.stop].isalpha():
        return
    part = _part_after(tokens, found)
    if part is not None:
        found.value, found.stop = Fraction(found.value) + Fraction(part.value), part.stop
        found.weak = False
        return
    half = tokens.lexicon.half_after.find(words, found.stop + 1)
    if half is not None and half[0] == found.stop + 1 and not words[half[1]].isalpha():
        found.value, found.stop = times(2 * found.value + 1, _HALF), half[1]
        found.weak = False


def _part_after(tokens: Tokens, found: Found) -> Number | None:
    """*seis entradas y dos tercios*: a part of one more of what is counted, of nothing else."""
    words, language = tokens.words, tokens.lexicon.language
    position = found.stop + 2
    if words[found.stop + 1] != language.joiner or not isinstance(found.value, int):
        return None
    if words[position] not in language.cardinals and words[position] not in language.articles:
        return None
    part = number_at(tokens, position + (words[position] in language.articles))
    if part is None or part.kind is not Kind.FRACTION or not 0 < part.value < 1:
        return None
    following = words[part.stop]
    parted = following in language.stop_words - language.of_words - language.negators
    return part if parted or not following.isalpha() else None


_PARTED = frozenset({Kind.DURATION, Kind.POINTS})
"""Of which a part is a length or a rate too: *three quarters of an hour*, *a tenth of a point*."""


def _takes_of(found: Found) -> bool:
    """*un millón de dólares*, but *tres de enero*."""
    if found.kind is Kind.FRACTION:
        return True
    return found.scale > 1 or (isinstance(found.value, int) and found.value >= 10**6)


def _tells_more(sign: str, name: str) -> bool:
    return sign == "$" or sign == name


def _unit_stands(tokens: Tokens, found: Found, first: int, stop: int) -> bool:
    """Whether a short unit (m, t, l, ha) is meant: only after a numeral and before no verb."""
    word, language = tokens.words[first], tokens.lexicon.language
    if found.weak and tokens.words[stop][:1].isdecimal():
        return False  # a $5 fine
    if word in language.ordinals and tokens.words[stop] == "-" and tokens.glued(stop - 1):
        return False  # two second-half goals
    if stop - first > 1 or word not in language.terse_units:
        return True
    following = tokens.words[stop]
    if following in _APOSTROPHES and tokens.glued(first) and tokens.glued(stop):
        return False  # 62 Q'eqchi' families
    if word in language.capital_units and tokens.text[tokens.starts[first]].islower():
        return False
    if following.endswith(language.participles) and following not in language.stop_words:
        return False
    return found.numeral


_APOSTROPHES = frozenset("'’")


def _scale_currency(found: Found, scaled: tuple[int, str], stop: int) -> None:
    found.value = times(found.value, scaled[0])
    if found.other is not None:
        found.other = times(found.other, scaled[0])
    found.unit = scaled[1]
    found.kind = Kind.MONEY
    found.stop = stop


_HALVED = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.POINTS, Kind.MULTIPLE})


def unit_and_a_half(tokens: Tokens, index: int) -> Found | None:
    """*un año y medio*, *an hour and a half*: the half at `index` belongs to a single unit."""
    lexicon, words = tokens.lexicon, tokens.words
    for size in (2, 3):
        first = index + 1 - size
        if lexicon.half_after.find(words, first) != (first, index + 1, True):
            continue
        if tokens.words[index + 1] in lexicon.units.entries:
            return None  # al día y media hora
        unit = lexicon.units.find(words, first - 1)
        article = tokens.words[first - 2] in lexicon.language.articles
        start = first - 2 if article else first - 1
        if unit is None and article and tokens.words[first - 1].isalpha():
            return Found(Kind.CARDINAL, Fraction(3, 2), start, index + 1, start, index + 1)
        if unit is None or unit[2][0] not in _HALVED:
            return None
        kind, name = unit[2]
        return Found(kind, Fraction(3, 2), start, index + 1, first - 1, index + 1, unit=name)
    return None


def add_one_in(tokens: Tokens, found: Found) -> None:
    """*uno de cada cinco*, *one in five*: a fraction."""
    if not isinstance(found.value, int) or not 0 < found.value < 1000 or found.unit:
        return
    link = tokens.lexicon.one_in.find(tokens.words, found.stop)
    if link is None:
        # una mujer de cada tres
        link = tokens.lexicon.one_in.find(tokens.words, found.stop + 1)
        if link is None or link[1] - link[0] == 1:
            return
    if link[1] >= tokens.count:
        return
    whole = number_at(tokens, link[1])
    if whole is None or not isinstance(whole.value, int) or whole.kind is not Kind.CARDINAL:
        return
    sure = link[1] - link[0] > 1
    if found.value > 1 and whole.value > 1000:
        return  # 20 por cada 100.000: a rate
    if whole.value <= found.value or (not sure and (whole.value > 1000 or found.value > 9)):
        return
    found.parts = (found.value, whole.value)
    found.value = times(found.value, Fraction(1, whole.value))
    found.kind, found.stop, found.weak = Kind.FRACTION, whole.stop, False
    found.figure_stop = whole.stop


def add_below_zero(tokens: Tokens, found: Found) -> None:
    """*5 grados bajo cero*, *5 degrees below zero*."""
    below = tokens.lexicon.below_zero.find(tokens.words, found.stop)
    if below is not None:
        found.value = -found.value
        found.stop = below[1]


def add_age(tokens: Tokens, found: Found) -> None:
    """*de 17 años* is a duration until *edad* or *aged* says that it is an age."""
    if found.kind not in (Kind.CARDINAL, Kind.DURATION):
        return
    before = tokens.lexicon.age_before.find(tokens.words, found.first - 1)
    if before is not None and (found.kind is Kind.CARDINAL or found.unit == "year"):
        found.kind, found.unit = Kind.AGE, "year"


def _is_before_christ(tokens: Tokens, found: Found) -> bool:
    """*siglo VI a. C.*, *44 BC*: years and centuries before our era count back."""
    era = tokens.lexicon.eras.find(tokens.words, found.stop)
    if era is None or found.kind not in (Kind.CENTURY, Kind.CARDINAL):
        return False
    found.stop = found.core_stop = era[1]
    return True


def quantity(tokens: Tokens, found: Found) -> Quantity:
    """The finished quantity, in offsets of the text."""
    text, starts, ends = tokens.text, tokens.starts, tokens.ends
    value = found.value
    if tokens.words[found.stop] in tokens.lexicon.eras.entries and _is_before_christ(tokens, found):
        value = -value
    start, end = starts[found.first], ends[found.stop - 1]
    kind = Kind.YEAR if is_year(tokens, found) else found.kind
    return Quantity(  # by position: this is done most often, and names take longer
        kind,
        value,
        start,
        end,
        text[start:end],
        found.bound,
        found.unit,
        (starts[found.core_first], ends[found.core_stop - 1]),
        (starts[found.figure_first], ends[found.figure_stop - 1]),
        found.role,
        found.weak,
        () if found.other is None else (found.other,),
        found.date,
        found.other_date,
        found.parts,
        found.pieces,
        period_after(tokens, found.stop) if kind in RATED else "",
        found.digits,
    )
