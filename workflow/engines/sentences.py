"""Sentence splitting: sentencex proposes, a table of abbreviations and a few rules decide."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import sentencex  # type: ignore[import-untyped]

from workflow.engines.abbreviations import SPANISH, TABLES, Abbreviations

# A terminator (several in "?!" or "..."), what closes with it, and the gap that follows.
# Footnote marks in superscript stay with the sentence they follow.
_TERMINATOR = re.compile(r"[.!?…](?<![.!?…]{2})[.!?…]*[\"'”’»)\]¹²³⁰⁴-⁹]*(?:\.[\"'”’»)\]]*)?\s+")
_OPENING = "\"'“‘«([¿¡—–-*_ \u00a0\t\n"
_ORDINAL_SIGNS = "ºª°"
_PARAGRAPH = re.compile(r"\n[ \t]*\n\s*")
_ABBREVIATION = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,2}\.[ \u00a0\u202f]?)*[^\W\d_]+\.$")
_ITEM = re.compile(r"[a-z]\)\s")
_SHORT = re.compile(r"[^\W\d_]{1,2}\.")
_ENUMERATOR = re.compile(r"\s*(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])\.$")
_LOOK_BEHIND = 24
"""Characters before a point that can belong to an abbreviation: `S. A. R.`, `vicepres.`."""
_WINDOW = 4_000
"""Characters given to sentencex at a time: its quotation matching takes quadratic time."""


def split(text: str, language: str = "es") -> list[tuple[int, int]]:
    """Spans `[start, end)` of the sentences of `text`, in order and without gaps.

    White space after a sentence belongs to it, so the slices join back to `text` exactly. A blank
    line always ends a sentence. Languages without a table of abbreviations use the Spanish one.
    """
    table = TABLES.get(language, SPANISH)
    starts = [0, *(i for i in _candidates(text, language) if _ends(text, i, table)), len(text)]
    return [(start, end) for start, end in pairwise(starts) if start < end]


def _candidates(text: str, language: str) -> list[int]:
    """Offsets where a sentence might begin, ascending, the ends of the text left out."""
    proposed: set[int] = set()
    for window in range(0, len(text), _WINDOW):
        found = sentencex.get_sentence_boundaries(language, text[window : window + _WINDOW])
        proposed.update(window + int(boundary["start_index"]) for boundary in found[1:])
    proposed.update(m.end() for m in _TERMINATOR.finditer(text))
    proposed.update(m.end() for m in _PARAGRAPH.finditer(text))
    return sorted(i for i in proposed if 0 < i < len(text) and not text[i].isspace())


def _ends(text: str, start: int, table: Abbreviations) -> bool:
    """Whether a sentence ends before `start`."""
    before = text[max(0, start - _LOOK_BEHIND) : start]
    gap = len(before) - len(before.rstrip())
    if before[len(before) - gap :].count("\n") > 1:
        return True
    if text[start] in _ORDINAL_SIGNS or gap == 0:
        return False
    following = _first_word(text, start)
    if following[:1].islower() and not _ITEM.match(text, start):
        return False
    before = before.rstrip()
    if not before.endswith("."):
        return True
    if _ENUMERATOR.fullmatch(text[:start].rstrip() if start < _LOOK_BEHIND else "#"):
        return False
    readings = list(_abbreviations(before))
    if readings and len(readings[-1]) <= 2 and _SHORT.match(text, start):
        return False  # inside one abbreviation: EE. UU., a. C., J. M. García
    return not any(_leads(reading, following, table) for reading in readings)


def _first_word(text: str, start: int) -> str:
    """The first word or figure at `start`, opening signs skipped."""
    limit = start + _LOOK_BEHIND
    while start < min(limit, len(text)) and text[start] in _OPENING:
        start += 1
    end = start
    while end < len(text) and end - start < _LOOK_BEHIND and text[end].isalnum():
        end += 1
    return text[start:end]


def _abbreviations(before: str) -> Iterator[str]:
    """What the point at the end of `before` may abbreviate: `EE. UU.` gives `EEUU` and `UU`."""
    match = _ABBREVIATION.search(before)
    if match is None or before[: match.start()].endswith(("°", "@", "/", ".", "-", "'", "’")):
        return
    parts = [part.strip() for part in match[0].split(".")[:-1]]
    if len(parts) > 1:
        yield "".join(parts)
    yield parts[-1]


def _leads(abbreviation: str, following: str, table: Abbreviations) -> bool:
    """Whether the sentence goes on after this abbreviation and before this word."""
    key = abbreviation.lower()
    if len(abbreviation) == 1 and abbreviation.isupper():
        return following.lower() not in table.openers
    if key in table.closing:
        return False
    return key in table.leading or (key in table.numbering and following[:1].isdigit())
