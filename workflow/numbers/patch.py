"""Carry numbers that changed in the source into a human's own translation, in its own manner."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from workflow.numbers.compare import compare_readings
from workflow.numbers.grammar import Reading, read
from workflow.numbers.grammar.number import simple
from workflow.numbers.languages import english_style as english
from workflow.numbers.localize import Style, figure, in_words, numeral, ordinal
from workflow.numbers.matching import match
from workflow.numbers.model import Kind, Quantity, Value

Edit = tuple[int, int, str]


def patch(
    old_source: str,
    new_source: str,
    target: str,
    source_lang: str = "es",
    target_lang: str = "en",
) -> str | None:
    """`target` with the numbers that changed from `old_source` to `new_source`, or None.

    Words stay words and figures stay figures. None when anything but numbers changed, or when it
    is not certain which number of the target is meant and how it would be written there.
    """
    old, new = read(old_source, source_lang), read(new_source, source_lang)
    if _frame(old) != _frame(new):
        return None
    reading = read(target, target_lang)
    if compare_readings(old, reading):
        return None
    edits = _edits(old, new, reading)
    if edits is None:
        return None
    patched = target
    for start, end, replacement in sorted(edits, reverse=True):
        patched = patched[:start] + replacement + patched[end:]
    return None if compare_readings(new, read(patched, target_lang)) else patched


def _frame(reading: Reading) -> list[str]:
    """The text around the figures."""
    edges = [0]
    for quantity in reading.quantities:
        edges += quantity.figure
    edges.append(len(reading.tokens.text))
    text = reading.tokens.text
    return [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _edits(old: Reading, new: Reading, target: Reading) -> list[Edit] | None:
    pairs, _, _ = match(old.quantities, target.quantities)
    counterparts = {source.start: found for source, found, _ in pairs}
    text = target.tokens.text
    edits: list[Edit] = []
    for before, after in zip(old.quantities, new.quantities, strict=True):
        if _same_figure(before, after):
            continue
        found = counterparts.get(before.start)
        if found is None or before.kind is not after.kind or before.unit != after.unit:
            return None
        if found.value != before.value and not _is_same_decade(found, before):
            return None
        written = _rewritten(text, found, after)
        if written is None:
            return None
        edits += written
    return edits


def _is_same_decade(found: Quantity, before: Quantity) -> bool:
    """*los ochenta*, *the 1980s*."""
    decades = found.kind is before.kind is Kind.DECADE
    return decades and int(found.value) % 100 == int(before.value) % 100


def _same_figure(before: Quantity, after: Quantity) -> bool:
    return (before.value, before.date, before.digits) == (after.value, after.date, after.digits)


def _rewritten(text: str, found: Quantity, new: Quantity) -> list[Edit] | None:
    """The edits that write the new figure in the manner of the one found in the target."""
    if (found.value == 1) != (new.value == 1) and found.kind not in _NAMES:
        return None  # the noun would have to change its number
    start, end = found.figure
    old_words = text[start:end]
    if found.kind in _WHOLE or found.pieces or new.pieces:
        start, end = found.core
        old_words = text[start:end]
        written = _in_same_style(old_words, found, new) or _decade_like(old_words, new)
    elif found.kind is Kind.ORDINAL:
        value = int(new.value)
        digits = old_words[0].isdecimal()
        written = ordinal(value, Style(words_up_to=0 if digits else 10))
    elif found.kind is Kind.IDENTIFIER:
        grouped = "," in old_words or "." in old_words
        written = f"{new.value:,}" if grouped and new.digits.isdecimal() else new.digits
    else:
        written = _number_like(old_words, found, new.value)
    if not written:
        return None
    if old_words[0].isupper() and written[0].islower():
        written = written[0].upper() + written[1:]
    return [(start, end, written), *_article(text, start, found.value, new.value)]


_NAMES = frozenset({Kind.ORDINAL, Kind.DATE, Kind.TIME, Kind.IDENTIFIER, Kind.YEAR, Kind.CENTURY})
_WHOLE = frozenset(
    {Kind.DATE, Kind.TIME, Kind.DECADE, Kind.CENTURY, Kind.FRACTION, Kind.COLLECTIVE}
    | {Kind.MULTIPLE}
)
_STYLES = (
    Style(), Style(variety="en-GB"), Style(words_up_to=0), Style(variety="en-GB", words_up_to=0),
)  # fmt: skip


def _in_same_style(written: str, found: Quantity, new: Quantity) -> str | None:
    """The new figure by the style that writes the found one exactly so."""
    for style in _STYLES:
        if figure(found, style).casefold() == written.casefold():
            return figure(new, style)
        if figure(found, style).replace("one-", "a ") == written.casefold():
            return figure(new, style).replace("one-", "a ")  # a third, a quarter
    return None


def _decade_like(written: str, new: Quantity) -> str | None:
    """*the eighties*, *the '80s*: a decade by its tens alone."""
    tens = int(new.value) % 100 if new.kind is Kind.DECADE else 0
    if tens < 20:
        return None
    word = english.TENS[tens // 10][:-1] + "ies"
    if any(written.casefold() == name[:-1] + "ies" for name in english.TENS if name):
        return word
    digits = written.strip("'’‘")
    return (
        written.replace(digits, f"{tens}s") if digits[:2].isdecimal() and len(digits) == 3 else None
    )


def _number_like(written: str, found: Quantity, value: Value) -> str | None:
    """The value as the old number was written: in words, with a scale word, grouped or not."""
    if not written[0].isdecimal():
        return _words_like(written, value)
    digits = written.rstrip("abcdefghijklmnopqrstuvwxyz -")
    suffix = written[len(digits) :]
    size = english.SUFFIXES.get(suffix.strip(" -").casefold(), 1)
    if not isinstance(simple(value), int) and isinstance(value, Fraction):
        return None
    share = Decimal(str(value)) / size
    if share == share.to_integral_value():
        grouped = "," in digits or (len(digits) < 4 <= len(str(int(share))))
        return (f"{int(share):,}" if grouped else str(int(share))) + suffix
    return f"{share.normalize():,f}{suffix}" if "." in digits or size > 1 else None


def _words_like(written: str, value: Value) -> str | None:
    """Words stay words up to a hundred; the scale word of *two million* stays as well."""
    *_, last = written.split()
    size = english.SUFFIXES.get(last.casefold(), 1)
    share = simple(Fraction(value) / size)
    if not isinstance(share, int) or not 0 < share <= 100:
        return numeral(value) if size > 1 else None
    return in_words(share) + (f" {last}" if size > 1 else "")


def _article(text: str, start: int, old: Value, new: Value) -> list[Edit]:
    """*a 17-year-old* becomes *an 18-year-old*."""
    before = text[:start]
    for article, other in (("an ", "a "), ("a ", "an ")):
        place = start - len(article)
        if before.casefold().endswith(article) and (place == 0 or not before[place - 1].isalpha()):
            if _begins_with_vowel(old) == _begins_with_vowel(new):
                return []
            capital = before[place].isupper()
            return [(place, start, other.capitalize() if capital else other)]
    return []


def _begins_with_vowel(value: Value) -> bool:
    """Whether the English of the number begins with a vowel: eight, eleven, eighteen, eighty."""
    digits = str(value).partition(".")[0].lstrip("-")
    head = digits[: len(digits) % 3 or 3]
    return head[0] == "8" or head in ("11", "18")
