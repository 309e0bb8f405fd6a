"""Figures of names that a translation keeps: *avenida 9 de Julio*, *Siete Cruces*, *BLAKE2s*."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from workflow.numbers.grammar import Reading
from workflow.numbers.lexer import code_spans
from workflow.numbers.model import Quantity

_MOST = 64
"""How many names are looked for; no sentence has more."""

_LONGEST = 40
"""How many letters of the word before a figure are looked at."""

_LETTERED = re.compile(
    r"(?<!\w)(?:"
    r"[0-9A-F]{4}(?: ?[0-9A-F]{4}){2,}|[0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){3,}"  # fingerprints
    r"|\w*[^\W\d_]\d\w*)(?!\w)"
)
"""Digits glued to letters before them; *2s* and *5 km* are amounts, which each language reads."""


def without_shared(source: Reading, target: Reading) -> tuple[Reading, Reading] | None:
    """Both readings without the figures inside names that stand in both alike, in that order.

    None when there is none to leave out. *R3* and *R5* exchanged stay: one may be the other's.
    """
    left = _lettered(source)
    right = _lettered(target) if left else []
    if not right:
        return None
    shared = Counter(name for name, _ in left) & Counter(name for name, _ in right)
    ours, theirs = _first(left, shared), _first(right, shared)
    if not ours or [name for name, _ in ours] != [name for name, _ in theirs]:
        return None
    return _outside(source, [span for _, span in ours]), _outside(
        target, [span for _, span in theirs]
    )


def _lettered(reading: Reading) -> list[tuple[str, tuple[int, int]]]:
    return [(found[0], found.span()) for found in _LETTERED.finditer(reading.tokens.text)]


def _first(
    names: list[tuple[str, tuple[int, int]]], shared: Counter[str]
) -> list[tuple[str, tuple[int, int]]]:
    """The first of each name, as many as both texts have."""
    left, first = Counter(shared), []
    for name, span in names:
        if left[name]:
            left[name] -= 1
            first.append((name, span))
    return first


def _outside(reading: Reading, spans: list[tuple[int, int]]) -> Reading:
    """The reading without the quantities that lie within a span; the spans are in order."""
    ends = [end for _, end in spans]

    def inside(quantity: Quantity) -> bool:
        place = bisect_left(ends, quantity.end)
        return place < len(spans) and spans[place][0] <= quantity.start

    kept = tuple(quantity for quantity in reading.quantities if not inside(quantity))
    return Reading(reading.tokens, kept)


def without_names(
    source: Reading, target: Reading, missing: list[Quantity], added: list[Quantity]
) -> tuple[list[Quantity], list[Quantity]]:
    """What is left of the unmatched when what stands in the other text as a name is taken out."""
    for quantity in tuple(missing[:_MOST]):
        name = _name(source, quantity)
        start = target.tokens.text.find(name) if name else -1
        if start >= 0:
            missing = [other for other in missing if other is not quantity]
            end = start + len(name)
            added = [other for other in added if other.end <= start or end <= other.start]
    added = [quantity for quantity in added if not _is_kept(quantity, target, source)]
    return _not_as_code(missing, source, target), _not_as_code(added, target, source)


def _is_kept(quantity: Quantity, reading: Reading, other: Reading) -> bool:
    """*Six Flags*, *Ocean's Eight*: a name that the other text leaves in its own language."""
    if not quantity.text[0].isupper():
        return False
    *_, before = ("", *reading.tokens.text[: quantity.start][-_LONGEST:].split())
    before = before.lstrip("\"'“‘«(")
    name = f"{before} {quantity.text}" if before[:1].isupper() else ""
    names = (_name(reading, quantity), name)
    return any(name and name in other.tokens.text for name in names)


def keeps_name(source: Reading, target: Reading, left: Quantity, right: Quantity) -> bool:
    """*"60 Minutes"*: a name that stands in the other text as it is, where it counts nothing."""
    names = (_name(source, left), target), (_name(target, right), source)
    return any(name and name in other.tokens.text for name, other in names)


def _not_as_code(lonely: list[Quantity], here: Reading, there: Reading) -> list[Quantity]:
    """Those that the other text has not as code either: 127.0.0.1 may be `127.0.0.1` there."""
    if not lonely or "`" not in there.tokens.text:
        return lonely
    spare = Counter(_code(there)) - Counter(_code(here))
    kept: list[Quantity] = []
    for quantity in lonely:
        written = here.tokens.text[slice(*quantity.core)]
        if spare[written]:
            spare[written] -= 1
        else:
            kept.append(quantity)
    return kept


_NUMERAL = re.compile(r"(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)")


def _code(reading: Reading) -> Iterator[str]:
    """The numerals in a text's code spans, as they are written."""
    for span in code_spans(reading.tokens.text):
        yield from _NUMERAL.findall(span)


def _name(reading: Reading, quantity: Quantity) -> str:
    """The quantity with its capitals, together with the word after it; empty when it is no name."""
    text = quantity.text
    if " " not in text:
        tokens = reading.tokens
        stop = bisect_left(tokens.starts, quantity.end)
        text = tokens.text[quantity.start : tokens.ends[stop]] if stop < tokens.count else ""
    first, *rest = text.split() or [""]
    named = bool(rest) and rest[-1][0].isupper() and (first[0].isupper() or first[0].isdecimal())
    return text if named else ""
