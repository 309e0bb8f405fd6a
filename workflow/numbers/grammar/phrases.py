"""Give a number its surroundings: sign, currency, unit, bound, age."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.grammar.composition import number_at
from workflow.numbers.grammar.compounds import add_smaller, feet_and_inches
from workflow.numbers.grammar.found import Found
from workflow.numbers.grammar.limits import is_year
from workflow.numbers.grammar.number import times
from workflow.numbers.grammar.numerals import points_decimals
from workflow.numbers.grammar.rates import RATED, period_after
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Bound, Kind, Quantity

_HALF = Fraction(1, 2)


def add_sign(tokens: Tokens, found: Found) -> None:
    """Take in a minus sign or word before the number, and *below zero* after it."""
    language = tokens.lexicon.language
    index = found.first - 1
    before = tokens.word(index)
    if before not in language.minus or tokens.word(index - 1) in language.conjunctions:
        return  # plus or minus 3
    if tokens.word(index - 1) in language.wholes:
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
    if tokens.word(first - 1) == "-" and not tokens.glued(first - 2):
        found.value = -found.value
        found.first = first - 1


def add_unit(tokens: Tokens, found: Found) -> None:
    """Take in the unit, percent sign or currency name after the number, and smaller ones after."""
    if not (found.numeral and feet_and_inches(tokens, found)):
        _add_unit(tokens, found)
        add_smaller(tokens, found)


def settle_ordinal(tokens: Tokens, found: Found) -> None:
    """*el 40 aniversario*, *la 52 Asamblea*: before one anniversary no number counts."""
    single = not tokens.words[found.stop].endswith("s")
    if single and found.numeral and isinstance(found.value, int) and found.value > 1:
        found.kind = Kind.ORDINAL


def settle_jubilee(tokens: Tokens, found: Found) -> None:
    """*el 15 aniversario*, *her 90th birthday*, *the 12th minute*: a rank that counts time."""
    word, language = tokens.words[found.stop], tokens.lexicon.language
    if word in language.jubilees and isinstance(found.value, int) and found.value > 0:
        found.kind, found.unit = Kind.ORDINAL, "year"
    elif found.kind is Kind.ORDINAL and word in language.ranked_units:
        found.unit = language.ranked_units[word]


def settle_draw(tokens: Tokens, found: Found) -> None:
    """*empataron a uno*: a score that counts, but for the draw without goals."""
    if tokens.words[found.first - 2].startswith(tokens.lexicon.language.draws):
        found.weak = found.value == 0


def settle_period(tokens: Tokens, found: Found) -> None:
    """*una quincena de países* are some fifteen, *la quincena* and *una quincena* two weeks."""
    language = tokens.lexicon.language
    period = language.round_periods.get(tokens.words[found.stop - 1])
    if period is None:
        return
    counted = tokens.word(found.stop + 1) if tokens.word(found.stop) in language.of_words else ""
    if counted and counted not in language.months:
        return
    days, unit = period
    found.value = times(found.value, Fraction(days, found.scale))
    found.kind, found.unit, found.bound = Kind.DURATION, unit, Bound.NONE
    found.weak = found.stop - found.first == 1


def _unit_after(tokens: Tokens, found: Found) -> tuple[int, int, tuple[Kind, str]] | None:
    """The unit phrase after a number: right behind it, after a hyphen, *de* or an adjective."""
    language, words = tokens.lexicon.language, tokens.words
    position = found.stop
    if tokens.word(position) == "-" and tokens.glued(position - 1) and tokens.glued(position):
        unit = tokens.lexicon.units.find(words, position) or tokens.lexicon.units.find(
            words, position + 1
        )
    elif tokens.word(position) in language.of_words:
        position += 1
        if found.kind is Kind.FRACTION and tokens.word(position) in language.articles:
            position += 1
        unit = tokens.lexicon.units.find(words, position) if _takes_of(found) else None
    else:
        if tokens.word(position) in language.between:
            position += 1
        unit = tokens.lexicon.units.find(words, position)
    if unit is not None and unit[2][0] is Kind.PERCENT:
        return None if tokens.word(unit[1]) in language.scales else unit  # 45 por 100 mil
    return unit


def _add_unit(tokens: Tokens, found: Found) -> None:
    language, words = tokens.lexicon.language, tokens.words
    scaled = language.scaled_currencies.get(tokens.word(found.stop))
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
    if found.weak and tokens.word(stop)[:1].isdecimal():
        return False  # a $5 fine
    if stop - first > 1 or word not in language.terse_units:
        return True
    following = tokens.word(stop)
    if word in language.capital_units and tokens.text[tokens.starts[first]].islower():
        return False
    if following.endswith(language.participles) and following not in language.stop_words:
        return False
    return found.numeral


def _scale_currency(found: Found, scaled: tuple[int, str], stop: int) -> None:
    found.value = times(found.value, scaled[0])
    if found.other is not None:
        found.other = times(found.other, scaled[0])
    found.unit = scaled[1]
    found.kind = Kind.MONEY
    found.stop = stop


_HALVED = frozenset({Kind.DURATION, Kind.MEASURE, Kind.MONEY, Kind.POINTS})


def unit_and_a_half(tokens: Tokens, index: int) -> Found | None:
    """*un año y medio*, *an hour and a half*: the half at `index` belongs to a single unit."""
    lexicon, words = tokens.lexicon, tokens.words
    for size in (2, 3):
        first = index + 1 - size
        if lexicon.half_after.find(words, first) != (first, index + 1, True):
            continue
        if tokens.word(index + 1) in lexicon.units.entries:
            return None  # al día y media hora
        unit = lexicon.units.find(words, first - 1)
        article = tokens.word(first - 2) in lexicon.language.articles
        start = first - 2 if article else first - 1
        if unit is None and article and tokens.word(first - 1).isalpha():
            return Found(Kind.CARDINAL, Fraction(3, 2), start, index + 1, start, index + 1)
        if unit is None or unit[2][0] not in _HALVED:
            return None
        kind, name = unit[2]
        return Found(kind, Fraction(3, 2), start, index + 1, first - 1, index + 1, unit=name)
    return None


_RANKS = range(100, 1000)
"""Below, *el 73* may be a year or a day; no list has thousands of places."""


def settle_rank(tokens: Tokens, found: Found) -> None:
    """*figura en el 172*: a place in a list, or the name of a bus."""
    following = tokens.word(found.stop)
    counts = following.isalpha() and following not in tokens.lexicon.language.stop_words
    if found.kind is Kind.CARDINAL and found.numeral and found.value in _RANKS and not counts:
        found.kind, found.digits = Kind.ORDINAL, tokens.words[found.figure_first]


def settle_multiple(tokens: Tokens, found: Found) -> None:
    """*diez veces menos*, *ten times fewer*: a tenth."""
    fewer = tokens.word(found.stop) in tokens.lexicon.language.fewer
    if fewer and isinstance(found.value, int) and found.value > 1:
        found.value = Fraction(1, found.value)


def is_one_of(tokens: Tokens, found: Found) -> bool:
    """*uno de los dos*: the one is counted against the others."""
    language, stop = tokens.lexicon.language, found.stop
    told = tokens.words[found.first] in language.told_ones
    if not told or tokens.words[stop] not in language.of_words:
        return False
    return tokens.words[stop + 1] in language.definites and (
        tokens.words[stop + 2] in language.cardinals or tokens.words[stop + 2].isdecimal()
    )


def _is_repeated(tokens: Tokens, found: Found) -> bool:
    """*de tres en tres*: one figure, said twice, which English may say in another way."""
    words, links = tokens.words, tokens.lexicon.language.repeaters
    word = words[found.first]
    return (words[found.stop] in links and words[found.stop + 1] == word) or (
        words[found.first - 1] in links and words[found.first - 2] == word
    )


def is_omissible(tokens: Tokens, found: Found) -> bool:
    """Whether a good translation may do without it: *los dos*, *first,*, *el cuarto*."""
    language = tokens.lexicon.language
    if found.kind is Kind.CARDINAL and _is_repeated(tokens, found):
        return True
    if found.kind is Kind.CARDINAL and found.value == 2 and not found.numeral:
        return tokens.word(found.first - 1) in language.definites
    if tokens.words[found.stop - 1] in language.rooms and _is_room(tokens, found):
        return True
    if found.kind is not Kind.ORDINAL or found.numeral or found.digits:
        return False
    if tokens.words[found.first] in language.nominal_ordinals:
        return True
    following = tokens.word(found.stop)
    shared = following in language.conjunctions and (
        tokens.word(found.stop + 1) in language.ordinals
    )
    empty = following in language.stop_words and following not in tokens.lexicon.units.entries
    names_nothing = not shared and following != "-" and (empty or not following.isalpha())
    return found.value == 1 or (names_nothing and found.value <= 5)


def _is_room(tokens: Tokens, found: Found) -> bool:
    """*un cuarto alquilado*: what follows says what it is like."""
    following, language = tokens.word(found.stop), tokens.lexicon.language
    described = following.isalpha() and following not in language.stop_words
    counted = found.kind is Kind.ORDINAL and tokens.word(found.first - 1) not in language.articles
    return described and not counted


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


def settle_reading(tokens: Tokens, found: Found) -> None:
    """*1,300 personas*: people and money have no thousandths, so the comma groups.

    A number that counts nothing (*un índice de 1,300*) may be either.
    """
    if found.other is None or found.scale > 1 or found.other != found.value * 1000:
        return
    following, language = tokens.word(found.stop), tokens.lexicon.language
    counts = following.isalpha() and following not in language.stop_words
    if found.kind in (Kind.MONEY, Kind.DURATION) or (found.kind is Kind.CARDINAL and counts):
        found.value, found.other = found.other, None
    elif found.kind in (Kind.PERCENT, Kind.POINTS):
        found.other = None


def settle_by_text(tokens: Tokens, drafts: list[Found]) -> None:
    """*1,300 km* beside *40.5 %*: the other numerals of the text tell which mark is decimal."""
    if tokens.lexicon.language.decimal_mark != ",":
        return
    point = points_decimals(tokens.words)
    for found in drafts:
        if point is None or found.other is None or found.kind is Kind.ORDINAL:
            continue
        if point:
            found.value = found.other
        found.other = None


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
    if tokens.word(found.stop) not in tokens.lexicon.eras.entries:
        return False
    era = tokens.lexicon.eras.find(tokens.words, found.stop)
    if era is None or found.kind not in (Kind.CENTURY, Kind.CARDINAL):
        return False
    found.stop = found.core_stop = era[1]
    return True


def quantity(tokens: Tokens, found: Found) -> Quantity:
    """The finished quantity, in offsets of the text."""
    value = -found.value if _is_before_christ(tokens, found) else found.value
    start, end = tokens.starts[found.first], tokens.ends[found.stop - 1]
    kind = Kind.YEAR if is_year(tokens, found) else found.kind
    return Quantity(
        kind,
        value,
        start,
        end,
        tokens.text[start:end],
        bound=found.bound,
        unit=found.unit,
        core=(tokens.starts[found.core_first], tokens.ends[found.core_stop - 1]),
        figure=(tokens.starts[found.figure_first], tokens.ends[found.figure_stop - 1]),
        role=found.role,
        weak=found.weak,
        others=() if found.other is None else (found.other,),
        date=found.date,
        other_date=found.other_date,
        parts=found.parts,
        pieces=found.pieces,
        per=period_after(tokens, found.stop) if kind in RATED else "",
        digits=found.digits,
    )
