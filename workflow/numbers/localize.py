"""Write quantities in the house's English: AP by default, British on request."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from workflow.numbers.grammar.number import simple, times
from workflow.numbers.languages import english_style as english
from workflow.numbers.model import Bound, Kind, PartialDate, Quantity, Value


@dataclass(frozen=True, slots=True)
class Style:
    """How an English-language house writes its figures."""

    variety: str = "en-US"
    percent: str = "%"
    """Written after the figure: `%`, ` percent` or ` per cent`."""
    words_up_to: int = 9
    """Whole numbers up to this one are written in words (AP: nine)."""


DEFAULT_STYLE = Style()


def localize(quantity: Quantity, style: Style = DEFAULT_STYLE) -> str:
    """`quantity` as English prose: `at least 480`, `$2.4 billion`, `January 30, 2026`."""
    return _bounded(quantity, figure(quantity, style))


def figure(quantity: Quantity, style: Style = DEFAULT_STYLE) -> str:
    """`quantity` with its unit, without its bound."""
    if quantity.unit in _IN_PIECES and quantity.pieces:
        return _pieces(quantity, style)
    if _counts_dozens(quantity):
        return _dozens(quantity.value, style)
    write = _WRITERS.get(quantity.kind)
    return number(quantity.value, style) if write is None else write(quantity, style)


def _counts_dozens(quantity: Quantity) -> bool:
    """*una docena*, *dos docenas y media*: told in dozens, and so it stays."""
    told = any(word.startswith(english.DOZENS) for word in quantity.text.casefold().split())
    return told and quantity.kind is Kind.CARDINAL and _is_dozens(quantity.value)


def _is_dozens(value: Value) -> bool:
    return value == _HALF_A_DOZEN or (value > 0 and value % (2 * _HALF_A_DOZEN) == 0)


_HALF_A_DOZEN = 6


def _dozens(value: Value, style: Style) -> str:
    count = int(value) // (2 * _HALF_A_DOZEN)
    if not count:
        return "half a dozen"
    return "a dozen" if count == 1 else f"{number(count, style)} dozen"


def number(value: Value, style: Style = DEFAULT_STYLE) -> str:
    """A bare number: `nine`, `480`, `1,300`, `1.3 million`."""
    if value < 0:
        return "-" + numeral(-value)
    if isinstance(value, int) and value <= style.words_up_to:
        return english.CARDINALS[value]
    return numeral(value)


def in_words(value: int) -> str:
    """A whole number from 0 to 100 in words: `nine`, `forty-two`."""
    if value <= 20:
        return english.CARDINALS[value]
    if value == 100:
        return "one hundred"
    ten, one = divmod(value, 10)
    return english.TENS[ten] + (f"-{english.CARDINALS[one]}" if one else "")


def numeral(value: Value) -> str:
    """A number in figures, with a scale word from a million up where that is exact and short."""
    value = simple(value)
    if value < 0:
        return "-" + numeral(-value)
    for size, word in english.SCALES:
        if value >= size:
            share = Fraction(value) / size
            if share * 1000 == int(share * 1000):
                return f"{_decimal(share)} {word}"
    return _decimal(Fraction(value)) if isinstance(value, Fraction) else f"{value:,}"


def _decimal(value: Fraction) -> str:
    """`value` in digits: exactly where it has an end, else to three places."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if exact == exact.to_integral_value():
        return f"{int(exact):,}"
    text = f"{exact:,f}"
    whole, _, tail = text.partition(".")
    return f"{whole}.{tail.rstrip('0')[:3]}" if len(tail) > 20 else text.rstrip("0")


def ordinal(value: int, style: Style = DEFAULT_STYLE) -> str:
    """`first`, `21st`."""
    if 0 < value <= style.words_up_to:
        return english.ORDINALS[value]
    return f"{value:,}{_suffix(value)}"


def _suffix(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def plain(quantity: Quantity) -> str:
    """The reading with nothing left to guess: `at least 480`, `2,400,000,000 dollars`."""
    article = "an" if quantity.per == "hour" else "a"
    return _plain(quantity) + (f" {article} {quantity.per}" if quantity.per else "")


def _plain(quantity: Quantity) -> str:
    if quantity.kind in _MOMENTS or quantity.pieces:
        return localize(quantity)
    if quantity.kind is Kind.COLLECTIVE:
        return _bounded(quantity, _collective(quantity, DEFAULT_STYLE))
    return _bounded(quantity, _digits(quantity) + _spoken_unit(quantity))


def _digits(quantity: Quantity) -> str:
    value = quantity.value
    if quantity.kind in (Kind.YEAR, Kind.IDENTIFIER):
        return quantity.digits or str(value)
    shared = isinstance(value, Fraction) and quantity.kind is Kind.FRACTION
    written = str(value) if shared else _exact(value)
    return written + (_suffix(int(value)) if quantity.kind is Kind.ORDINAL else "")


def _exact(value: Value) -> str:
    """`value` in digits; a fraction that never ends stays one."""
    if not isinstance(value, Fraction):
        return f"{value:,}"
    return str(value) if value.denominator % 3 == 0 else _decimal(value)


def _spoken_unit(quantity: Quantity) -> str:
    if quantity.kind is Kind.MULTIPLE:
        return " time" if quantity.value == 1 else " times"
    if quantity.unit in english.SHARE_UNITS:
        return english.SHARE_UNITS[quantity.unit]
    if quantity.kind is Kind.MONEY:
        names = english.CURRENCY_NAMES.get(quantity.unit) or english.SIGN_NAMES[quantity.unit]
        return f" {names[0] if quantity.value == 1 else names[1]}"
    if quantity.kind is Kind.ORDINAL:
        return f" {quantity.unit}" if quantity.unit else ""
    return f" {_unit(quantity, DEFAULT_STYLE)}" if quantity.unit else ""


_MOMENTS = frozenset({Kind.DATE, Kind.TIME, Kind.DECADE, Kind.CENTURY, Kind.WEEKDAY})


def _bounded(quantity: Quantity, written: str) -> str:
    bound = quantity.bound
    counts = quantity.kind in (Kind.CARDINAL, Kind.COLLECTIVE) or quantity.parts is not None
    if bound is Bound.LESS_THAN and counts:
        return f"fewer than {written}"
    pattern = english.BOUNDS[bound]
    return pattern.format(written)


def _percent(quantity: Quantity, style: Style) -> str:
    if quantity.unit == "permille":
        return f"{numeral(quantity.value)} per thousand"
    return f"{numeral(quantity.value)}{style.percent}"


def _points(quantity: Quantity, style: Style) -> str:
    noun = "point" if quantity.value == 1 else "points"
    if quantity.unit == "points":
        return f"{number(quantity.value, style)} {noun}"
    return f"{numeral(quantity.value)} percentage {noun}"


def _fraction(quantity: Quantity, style: Style) -> str:
    value = Fraction(quantity.value)
    if quantity.parts is not None:
        some, whole = quantity.parts
        if style.variety == "en-US":  # AP: 1 in 4 voters
            return f"{some} in {whole}"
        return f"{number(some, style)} in {number(whole, style)}"
    if value == Fraction(1, 2):
        return "half"
    parts, whole = value.numerator, value.denominator
    name = english.DENOMINATORS.get(whole)
    if name is None or value > 1:
        return f"{parts} in {whole}"
    return f"{number(parts, style)}-{name}{'s' if parts > 1 else ''}"


def _multiple(quantity: Quantity, style: Style) -> str:
    value = quantity.value
    if _is_verb(quantity):
        return english.GROWN.get(value, f"increased {number(value, style)}-fold")
    if value in _TIMES:
        return _TIMES[value]
    if isinstance(value, Fraction) and value.numerator == 1:
        value = value.denominator  # diez veces menos: the word that follows is no part of it
    return f"{number(value, style)} times"


def _is_verb(quantity: Quantity) -> bool:
    """*duplicó*, *se ha triplicado*: what happened, not how often."""
    words = quantity.text.casefold().split()
    return words[-1].startswith(english.GROWING)


_TIMES: dict[Value, str] = {1: "once", 2: "twice", Fraction(1, 2): "half"}


def _collective(quantity: Quantity, style: Style) -> str:
    value = int(quantity.value)
    for size, word in ((10**9, "billions"), (10**6, "millions"), (1000, "thousands")):
        if value >= size:
            prefix = {1: "", 10: "tens of ", 100: "hundreds of ", 1000: "thousands of "}
            return prefix.get(value // size, f"{value // size:,} ") + word
    return "hundreds" if value >= 100 else "dozens"


_IN_PIECES = frozenset({"foot", "pound", "week", "day", "hour", "minute", "year"})
"""Units that English parts into smaller ones; metres and money are written with a point."""


def _pieces(quantity: Quantity, style: Style) -> str:
    """*two years and six months*, *5 feet 11 inches*."""
    parts = [
        figure(replace(quantity, value=value, unit=unit, pieces=()), style)
        for value, unit in quantity.pieces
    ]
    if quantity.kind is Kind.MEASURE:
        return " ".join(parts)
    return ", ".join(parts[:-1]) + f" and {parts[-1]}"


def _money(quantity: Quantity, style: Style) -> str:
    sign = english.CURRENCY_SIGNS.get(quantity.unit)
    if sign is not None:
        value = quantity.value
        return f"-{sign}{_amount(-value)}" if value < 0 else f"{sign}{_amount(value)}"
    one, many = english.CURRENCY_NAMES.get(quantity.unit, (quantity.unit, quantity.unit))
    return f"{_amount(quantity.value)} {one if quantity.value == 1 else many}"


def _amount(value: Value) -> str:
    """An amount of money: with cents where it has any."""
    written = numeral(value)
    whole, point, cents = written.partition(".")
    return f"{whole}.{cents:0<2}" if point and cents.isdecimal() else written


def _measure(quantity: Quantity, style: Style) -> str:
    if quantity.value < 0 and quantity.unit.startswith("degree"):
        return f"minus {_measure(replace(quantity, value=-quantity.value), style)}"
    return f"{numeral(quantity.value)} {_unit(quantity, style)}"


def _unit(quantity: Quantity, style: Style) -> str:
    names = english.UNIT_NAMES.get(quantity.unit)
    one, many = names or (quantity.unit, f"{quantity.unit}s")
    name = one if quantity.value == 1 else many
    if style.variety == "en-US":
        name = name.replace("metre", "meter").replace("litre", "liter")
    return name


_NAMED_LENGTHS = frozenset({"decade", "century", "millennium"})


def _duration(quantity: Quantity, style: Style) -> str:
    article = "an" if quantity.unit == "hour" else "a"
    if quantity.value == Fraction(1, 2):
        return f"half {article} {quantity.unit}"
    whole, part = divmod(Fraction(quantity.value), 1)
    if part == Fraction(1, 2) and 0 < whole <= style.words_up_to:
        if whole == 1:
            return f"{article} {quantity.unit} and a half"
        return f"{number(int(whole), style)} and a half {quantity.unit}s"
    if quantity.value == 1 and quantity.unit in _NAMED_LENGTHS and style.words_up_to:
        return f"a {quantity.unit}"
    size, unit = english.SPELLED_OUT.get(quantity.unit, (1, quantity.unit))
    value = times(quantity.value, size)
    while isinstance(value, Fraction) and value.denominator != 2 and unit in english.SMALLER:
        size, unit = english.SMALLER[unit]
        value = times(value, size)
    named = replace(quantity, value=value, unit=unit)
    return f"{number(value, style)} {_unit(named, style)}"


def _age(quantity: Quantity, style: Style) -> str:
    return f"{numeral(quantity.value)} years old"


def _date(quantity: Quantity, style: Style) -> str:
    date = quantity.date or PartialDate()
    month = english.MONTHS[date.month] if date.month else ""
    if date.month is None:
        return str(date.day or date.year)
    if date.day is None:
        return f"{month} {date.year}" if date.year else month
    if style.variety == "en-GB":
        return f"{date.day} {month}" + (f" {date.year}" if date.year else "")
    return f"{month} {date.day}" + (f", {date.year}" if date.year else "")


def _time(quantity: Quantity, style: Style) -> str:
    hour, minute = divmod(int(quantity.value) % 1440, 60)
    if (hour, minute) == (12, 0):
        return "noon"
    if quantity.unit != "24h":
        return f"{hour}:{minute:02}"
    if minute == 0 and hour in (0, 12):
        return "noon" if hour else "midnight"
    half = "p.m." if hour >= 12 else "a.m."
    if style.variety == "en-GB":
        half = half.replace(".", "")
    clock = hour % 12 or 12
    return f"{clock}:{minute:02} {half}" if minute else f"{clock} {half}"


def _decade(quantity: Quantity, style: Style) -> str:
    value = int(quantity.value)
    return f"{value + 1900 if 30 <= value < 100 else value}s"


def _century(quantity: Quantity, style: Style) -> str:
    value = abs(int(quantity.value))
    era = " BC" if quantity.value < 0 else ""
    return f"{value}{_suffix(value)} century{era}"


def _identifier(quantity: Quantity, style: Style) -> str:
    grouped = "." in quantity.text and quantity.digits.isdecimal() and quantity.digits[0] != "0"
    return f"{quantity.value:,}" if grouped else quantity.digits or str(quantity.value)


def _ordinal(quantity: Quantity, style: Style) -> str:
    return quantity.digits or ordinal(int(quantity.value), style)


def _year(quantity: Quantity, style: Style) -> str:
    return str(quantity.value)


def _weekday(quantity: Quantity, style: Style) -> str:
    return english.WEEKDAYS[int(quantity.value)]


_WRITERS = {
    Kind.ORDINAL: _ordinal,
    Kind.PERCENT: _percent,
    Kind.POINTS: _points,
    Kind.FRACTION: _fraction,
    Kind.MULTIPLE: _multiple,
    Kind.COLLECTIVE: _collective,
    Kind.MONEY: _money,
    Kind.MEASURE: _measure,
    Kind.DURATION: _duration,
    Kind.AGE: _age,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.DECADE: _decade,
    Kind.CENTURY: _century,
    Kind.YEAR: _year,
    Kind.IDENTIFIER: _identifier,
    Kind.WEEKDAY: _weekday,
}
