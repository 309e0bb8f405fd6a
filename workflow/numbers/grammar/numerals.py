"""Read numerals: which separators group digits, which mark decimals, and when nobody can tell."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Value


class Numeral(NamedTuple):
    """The value of a written numeral, and its other possible reading."""

    value: Value
    stop: int
    """Index of the word after it."""
    other: Value | None = None
    """The reading under the other convention; None when the writing tells."""
    code: bool = False
    """Several points that group nothing: a version, an address."""


LONGEST = 30
"""A longer run of digits is a code, not a number."""


def numeral_at(tokens: Tokens, index: int) -> Numeral:
    """Read the numeral at `index`; groups parted by a space are joined (`1 000 000`)."""
    words = tokens.words
    written = words[index]
    stop = index + 1
    if len(written) > LONGEST:
        return Numeral(int("".join(c for c in written[:LONGEST] if c.isdecimal())), stop, code=True)
    if written.isdecimal():
        if len(words[stop]) == 3 and words[stop].isdecimal():
            written, stop = _spaced_groups(tokens, index)
        return Numeral(int(written), stop)
    language = tokens.lexicon.language
    return read_numeral(written, stop, language.decimal_mark, language.group_mark)


def _spaced_groups(tokens: Tokens, index: int) -> tuple[str, int]:
    digits = tokens.words[index]
    stop = index + 1
    if len(digits) > 3 or digits[0] == "0":
        return digits, stop
    while len(digits) < LONGEST:
        group = tokens.words[stop]
        if len(group) != 3 or not group.isdecimal() or tokens.gap(stop - 1) not in _GROUP_SPACES:
            break
        digits += group
        stop += 1
    return digits, stop


_GROUP_SPACES = frozenset(
    (" ", "\u00a0", "\u202f", "\u2009", "&nbsp;", "&#160;", "&#xa0;", "&thinsp;", "&#8239;")
)


def read_numeral(written: str, stop: int, decimal_mark: str, group_mark: str) -> Numeral:
    """Read digits with separators under a language's marks."""
    marks = [c for c in written if not c.isdecimal()]
    last = marks[-1]
    if len(marks) == 1:
        return _one_mark(written, stop, last, decimal_mark, group_mark)
    parts = groups(written)
    if marks[0] in "'’" and len(set(marks)) > 1 and grouped(parts):
        return Numeral(int("".join(parts)), stop)  # 1'300.000
    if len(set(marks)) > 1:
        # 1.300,50: the last mark, which stands once, is the decimal one.
        if marks.count(last) == 1 and grouped(parts[:-1]):
            return Numeral(_decimal(parts[:-1], parts[-1]), stop)
        return Numeral(int("".join(parts)), stop, code=True)
    return Numeral(int("".join(parts)), stop, code=not grouped(parts))


def _one_mark(written: str, stop: int, mark: str, decimal_mark: str, group_mark: str) -> Numeral:
    """1.300 or 1,5: whether the only mark groups or marks decimals."""
    head, _, tail = written.partition(mark)
    grouped = int(head + tail)
    if len(tail) != 3 or len(head) > 3 or head[0] == "0":
        # A decimal comma in English is a slip that a reader may take for thousands.
        return Numeral(_decimal([head], tail), stop, grouped if mark == "," == group_mark else None)
    if mark in "'’" or mark == group_mark or (tail == "000" and decimal_mark == ","):
        # 75,000 in Spanish too: nobody tells a decimal to three zeros.
        return Numeral(grouped, stop)
    # 1,300 in Spanish: a decimal, or the Mexican way of writing 1.300. What it counts will tell.
    return Numeral(_decimal([head], tail), stop, grouped if decimal_mark == "," else None)


def points_decimals(words: Iterable[str]) -> bool | None:
    """Whether the numerals among `words` are written with a decimal point (1,300.50).

    False when they are written with a decimal comma, None when nothing or both tell.
    """
    told = {mark for word in words if word[:1].isdecimal() and (mark := _decimal_mark(word))}
    return told == {"."} if len(told) == 1 else None


def _decimal_mark(written: str) -> str:
    """The decimal mark that a numeral gives away; empty when it may be either."""
    marks = [c for c in written if not c.isdecimal()]
    if not marks or not {".", ","}.issuperset(marks):
        return ""
    parts = groups(written)
    if len(set(marks)) > 1:
        return marks[-1]
    if len(marks) > 1:
        return {".": ",", ",": "."}[marks[0]] if grouped(parts) else ""
    if len(parts[1]) != 3 or len(parts[0]) > 3 or parts[0][0] == "0":
        return marks[0]
    return "," if marks[0] == "." else ""


def groups(written: str) -> list[str]:
    """The runs of digits between the separators of a numeral."""
    for mark in ",'’":
        written = written.replace(mark, ".")
    return written.split(".")


def grouped(parts: list[str]) -> bool:
    """Whether such runs are groups of thousands."""
    return len(parts[0]) <= 3 and all(len(part) == 3 for part in parts[1:])


def _decimal(parts: list[str], tail: str) -> Decimal:
    return Decimal("".join(parts) + "." + tail)
