"""Cases made from seeds: bytes broken, text cut and pasted, lines moved and nested."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

LONGEST = 6_000
"""Bytes of a case: long enough for structure, short enough for thousands of cases a minute."""

_ODD = (
    *("\x00", "\r", "\r\n", "\u2028", "\u0085", "\ufeff", "\u00a0", "\u202e", "\u200b", "\ud7ff"),
    *("\ufffd", "\t", "\x0b", "\f", "\x1f", "e\u0301", "👩\u200d👧", "İ", "ß", "ﬁ", "𝟙", "ǅ"),
)

Text = Callable[[random.Random, str, Sequence[str], str], str]


def _span(dice: random.Random, text: str, longest: int = 80) -> tuple[int, int]:
    start = dice.randint(0, len(text))
    return start, min(len(text), start + dice.randint(0, longest))


def _cut(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    start, end = _span(dice, text)
    return text[:start] + text[end:]


def _double(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    start, end = _span(dice, text)
    return text[:end] + text[start:end] + text[end:]


def _repeat(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    """Many times the same: what makes a parser slow or deep."""
    start, end = _span(dice, text, 12)
    times = dice.choice((3, 20, 200, 1_000))
    return text[:start] + (text[start:end] or dice.choice(syntax)) * times + text[end:]


def _insert(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    at = dice.randint(0, len(text))
    return text[:at] + dice.choice(dice.choice((syntax, _ODD))) + text[at:]


def _replace(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    start, end = _span(dice, text, 6)
    return text[:start] + dice.choice(syntax) + text[end:]


def _splice(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    at = dice.randint(0, len(text))
    start, end = _span(dice, other, 300)
    return text[:at] + other[start:end] + text[at:]


def _swap(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    lines = text.split("\n")
    one, two = dice.randrange(len(lines)), dice.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "\n".join(lines)


def _drop_line(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    lines = text.split("\n")
    del lines[dice.randrange(len(lines))]
    return "\n".join(lines)


def _nest(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    """Some lines one level deeper."""
    lines = text.split("\n")
    start = dice.randrange(len(lines))
    end = start + dice.randint(1, 8)
    mark = dice.choice(("> ", "  ", "    ", "- ", "\t", "#", "1. "))
    return "\n".join(lines[:start] + [mark + line for line in lines[start:end]] + lines[end:])


def _truncate(dice: random.Random, text: str, syntax: Sequence[str], other: str) -> str:
    return text[: dice.randint(0, len(text))]


_TEXT: tuple[Text, ...] = (
    *(_cut, _double, _repeat, _insert, _insert, _insert, _replace, _replace, _splice),
    *(_swap, _drop_line, _nest, _truncate),
)


def _broken(dice: random.Random, data: bytes) -> bytes:
    """One byte changed, lost or added."""
    at = dice.randint(0, len(data))
    byte = bytes([dice.randrange(256)])
    return data[:at] + dice.choice((byte, b"", byte + data[at : at + 1])) + data[at + 1 :]


def mutated(dice: random.Random, pool: Sequence[bytes], syntax: Sequence[str]) -> bytes:
    """A new case: a seed of the pool after one to six changes."""
    text, other = (dice.choice(pool).decode("utf-8", "replace") for _ in range(2))
    for _ in range(dice.choice((1, 1, 2, 3, 6))):
        text = dice.choice(_TEXT)(dice, text, syntax, other)
    data = text.encode("utf-8", "replace")[:LONGEST]
    return _broken(dice, data) if dice.random() < 0.05 else data
