"""Read numbers that are names: *artículo 14*, *Ley 21.560*, *siglo XXI*, *Chapter IV*."""

from __future__ import annotations

from decimal import Decimal

from workflow.numbers.grammar.found import Found
from workflow.numbers.grammar.number import Number
from workflow.numbers.grammar.numerals import LONGEST, grouped, groups
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_COORDINATED = 6
"""How many Roman numerals may share one head word."""
_ROMAN_LETTERS = frozenset(_ROMAN)


def roman(word: str) -> int | None:
    """The value of a Roman numeral in lower case, None when it is not well formed."""
    if not word or not _ROMAN_LETTERS.issuperset(word):
        return None
    digits = [_ROMAN[letter] for letter in word]
    value = sum(-d if d < n else d for d, n in zip(digits, [*digits[1:], 0], strict=True))
    return value if to_roman(value) == word else None


def to_roman(value: int) -> str:
    """`value` (1 to 3,999) as a Roman numeral in lower case."""
    written = ""
    for size, letters in _ROMAN_PARTS:
        count, value = divmod(value, size)
        written += letters * count
    return written


_ROMAN_PARTS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def label_of(tokens: Tokens, index: int) -> str:
    """What the number at `index` is the name of (`law`, `article`); empty when no label says."""
    words = tokens.words
    label = tokens.lexicon.labels.find(words, index - 1)
    link = tokens.lexicon.label_links.find(words, index - 1)
    while label is None and link is not None:
        index = link[0]
        label = tokens.lexicon.labels.find(words, index - 1) or (
            tokens.lexicon.labels.find(words, index)  # núm. is label and link
        )
        link = tokens.lexicon.label_links.find(words, index - 1)
    return "" if label is None else label[2]


def long_code(tokens: Tokens, index: int) -> Found:
    """A run of digits too long for a number; its first digits stand for its value."""
    digits = "".join(c for c in tokens.words[index] if c.isdecimal())
    value = int(digits[:LONGEST])
    return Found(
        Kind.IDENTIFIER, value, index, index + 1, index, index + 1, digits=digits, numeral=True
    )


def identifier(tokens: Tokens, number: Number) -> Found | None:
    """The identifier that a numeral is after a label, after `^`, or with a leading zero."""
    if not number.numeral or number.stop != number.first + 1:
        return None
    word = tokens.words[number.first]
    coded = word[0] == "0" and word.isdecimal() and len(word) > 2
    footnote = tokens.words[number.first - 1] == "^"
    labelled = coded or footnote or _is_labelled(tokens, number)
    if not labelled and number.kind is not Kind.IDENTIFIER:
        return None
    digits, stop = _with_paragraph(tokens, code_digits(word), number.stop)
    if digits.isdecimal() and label_of(tokens, number.first) == "article":
        digits, stop = _with_named_paragraph(tokens, digits, stop)
    article, _, paragraph = digits.partition(".")
    named = article.isdecimal() and paragraph.isdecimal() and stop > number.stop
    return Found(
        Kind.IDENTIFIER,
        code_value(digits),
        number.first,
        stop,
        number.first,
        stop,
        unit=_ranked_unit(tokens, number.first),
        weak=digits == "1" and label_of(tokens, number.first) == "number",  # the No. 1 priority
        parts=(int(article), int(paragraph)) if named else None,
        digits=digits,
        numeral=True,
    )


def _ranked_unit(tokens: Tokens, index: int) -> str:
    """*la semana 23*: what is numbered, where that is a length of time."""
    return tokens.lexicon.language.durations.get((tokens.words[index - 1],), "")


def _is_labelled(tokens: Tokens, number: Number) -> bool:
    """Whether a label names the number; in *Note: 470 people* a colon ends what is labelled."""
    if label_of(tokens, number.first) == "":
        return False
    following = tokens.words[number.stop]
    counts = following.isalpha() and following not in tokens.lexicon.language.stop_words
    return not (counts and tokens.words[number.first - 1] == ":")


def code_value(digits: str) -> int | Decimal:
    """The number that a code makes, to compare it with a bare number: 5.1 is 5.1."""
    if digits.count(".") == 1:
        return Decimal(digits)
    return int("".join(c for c in digits if c.isdecimal()))


def code_digits(word: str) -> str:
    """A number used as a name, without the separators of thousands: 21.560 → 21560, 5.1 → 5.1."""
    parts = groups(word)
    return "".join(parts) if len(parts) > 1 and grouped(parts) else ".".join(parts)


def _with_paragraph(tokens: Tokens, digits: str, stop: int) -> tuple[str, int]:
    """*6(1)* is *6.1*: paragraphs in brackets belong to the number of an article."""
    while (
        tokens.words[stop] == "("
        and len(digits) < LONGEST
        and tokens.glued(stop - 1)
        and tokens.words[stop + 1].isdecimal()
        and tokens.words[stop + 2] == ")"
    ):
        digits, stop = f"{digits}.{tokens.words[stop + 1]}", stop + 3
    return digits, stop


def _with_named_paragraph(tokens: Tokens, digits: str, stop: int) -> tuple[str, int]:
    """*artículo 19, apartado 3* is *19.3* as well."""
    position = stop + 1 if tokens.words[stop] == "," else stop
    for place in range(position, position + 3):
        number = tokens.words[place + 1]
        if not number.isdecimal() or len(number) > 3:
            continue
        if label_of(tokens, place + 1) in _PARAGRAPHS:
            return f"{digits}.{number}", place + 2
        break
    return digits, stop


_PARAGRAPHS = frozenset({"paragraph", "section"})


def roman_at(tokens: Tokens, index: int) -> Found | None:
    """The Roman numeral at `index` where its neighbours call for one."""
    word = tokens.words[index]
    if not word:
        return None
    start = tokens.starts[index]
    if not tokens.text[start].isupper():
        return None
    value = roman(word)
    if value is None:
        return None
    language = tokens.lexicon.language
    before, after = _head(tokens, index), tokens.words[index + 1]
    lettered = before == "." and tokens.words[index - 2] in language.century_letters
    if before in language.century_words or lettered:
        first = index - 1 if tokens.words[index - 1] in language.century_words else index
        return Found(Kind.CENTURY, value, first, index + 1, index, index + 1)
    labelled = before in language.roman_labels or (before,) in language.labels
    called = labelled or after in language.roman_after
    if called or (len(word) > 1 and tokens.text[start : tokens.ends[index]].isupper()):
        found = Found(Kind.ORDINAL, value, index, index + 1, index, index + 1)
        found.digits = word.upper()
        found.weak = not called or _is_pronoun(tokens, index)
        return found
    return None


def _is_pronoun(tokens: Tokens, index: int) -> bool:
    """*at any point I would face*, *in the case I saw*: no numeral, or none that must be said."""
    label = tokens.starts[index - 1]
    return (
        tokens.words[index] in tokens.lexicon.language.pronouns
        and tokens.text[label].islower()
        and tokens.words[index + 1].isalpha()
        and tokens.words[index + 1] not in tokens.lexicon.language.of_words
    )


def _head(tokens: Tokens, index: int) -> str:
    """The word that a Roman numeral belongs to, over numerals coordinated with it (*XIX y XX*)."""
    links = tokens.lexicon.language.range_links
    index -= 1
    for _ in range(_COORDINATED):
        linked = tokens.words[index] in links or tokens.words[index] == ","
        if not linked or roman(tokens.words[index - 1]) is None:
            break
        index -= 2
    return tokens.words[index]


def century(tokens: Tokens, number: Number) -> Found | None:
    """*siglo 21*, *the 21st century*, *the 1800s* read as a century."""
    words = tokens.lexicon.language.century_words
    if not isinstance(number.value, int) or not 1 <= number.value <= 30:
        return None
    stop = number.stop + 1 if tokens.words[number.stop] == "-" else number.stop
    if number.kind is Kind.ORDINAL and tokens.words[stop] in words:
        return Found(Kind.CENTURY, number.value, number.first, stop + 1, number.first, number.stop)
    if tokens.words[number.first - 1] in words:
        return Found(
            Kind.CENTURY, number.value, number.first - 1, number.stop, number.first, number.stop
        )
    return None
