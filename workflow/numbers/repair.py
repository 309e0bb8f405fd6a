"""Mend figures in a machine draft: Spanish formats and misrendered numbers written in English."""

from __future__ import annotations

from itertools import pairwise

from workflow.numbers.agreement import judge
from workflow.numbers.grammar import read
from workflow.numbers.judgement import Closeness
from workflow.numbers.languages import english_style as english
from workflow.numbers.languages.draft import DRAFT_ENGLISH
from workflow.numbers.localize import DEFAULT_STYLE, Style, figure, numeral
from workflow.numbers.matching import match
from workflow.numbers.model import Kind, Quantity, Repair

_MEASURED = frozenset({Kind.MEASURE, Kind.DURATION, Kind.AGE})

Edit = tuple[int, int, str]


def repair(
    source: str, draft: str, source_lang: str = "es", style: Style = DEFAULT_STYLE
) -> Repair:
    """The draft with every figure mended that is certainly one of the source in foreign form.

    A figure is mended only where reading it in the Spanish fashion gives exactly a figure of the
    source, and reading it as English gives something else or bad form. Where its unit was lost or
    mistranslated (*8.000 weights*), the digits alone are mended.
    """
    as_english = read(draft, "en").quantities
    as_draft = read(draft, DRAFT_ENGLISH.code).quantities
    pairs, _, _ = match(read(source, source_lang).quantities, as_draft)
    edits: list[Edit] = []
    for quantity, found, judgement in pairs:
        if found.weak or quantity.others:
            continue
        if judgement.closeness is not Closeness.SAME:
            edits += _digits_edit(quantity, found, draft, as_english)
        elif not _is_english(draft, found, quantity, as_english):
            edits.append(_edit(quantity, found, draft, style))
    edits.sort()
    return Repair(_applied(draft, edits), tuple(edits))


def _digits_edit(
    source: Quantity, found: Quantity, draft: str, as_english: tuple[Quantity, ...]
) -> list[Edit]:
    """The figure alone in English digits, where its value is the source's in Spanish writing."""
    start, end = found.figure
    written = draft[start:end]
    if source.value != found.value or not any(mark in written for mark in ".,"):
        return []
    if source.kind in _NAMES or not written[0].isdecimal():
        return []
    if any(
        q.figure == found.figure and q.value == source.value and not q.others for q in as_english
    ):
        return []
    return [(start, end, numeral(source.value))]


_NAMES = frozenset({Kind.DATE, Kind.TIME, Kind.IDENTIFIER})


def _is_english(
    draft: str, found: Quantity, source: Quantity, readings: tuple[Quantity, ...]
) -> bool:
    """Whether the figure reads as the source's to an English reader, in English form."""
    start, end = found.core
    if _is_foreign(draft[start:end], draft[end:], source):
        return False
    return any(
        again.core == found.core and judge(source, again).closeness is Closeness.SAME
        for again in readings
    )


def _is_foreign(written: str, rest: str, source: Quantity) -> bool:
    """Marks of Spanish form that an English reader would still understand."""
    words = written.split()
    if words[-1] in english.TRAILING_SIGNS or words[-1][-1] in english.CURRENCY_MARKS:
        return True
    if "of" in words and (source.kind is Kind.MONEY or _is_numbered_date(written, source)):
        return True
    if "thousand million" in written:
        return True
    if words[0].casefold() == "century" or "º" in written or "ª" in written:
        return True
    if any(a[-1].isdecimal() and b[0].isdecimal() for a, b in pairwise(words)):
        return source.kind is not Kind.DATE
    numbered = len(words) > 1 and source.kind is not Kind.COLLECTIVE
    return numbered and (not english.PLURAL_SCALES.isdisjoint(words) or _links_of(rest, source))


def _is_numbered_date(written: str, source: Quantity) -> bool:
    """*30 of January*, where *the first of May* is English."""
    return source.kind is Kind.DATE and written[0].isdecimal() and not written[:4].isdecimal()


def _links_of(rest: str, source: Quantity) -> bool:
    return source.kind is Kind.CARDINAL and rest.startswith(" of ") and source.value >= 10**6


def _edit(source: Quantity, found: Quantity, draft: str, style: Style) -> tuple[int, int, str]:
    """The replacement of one figure; articles and *of* that English has not go with it."""
    start, end = found.core
    written = draft[start:end]
    if (found.kind in _MEASURED or found.unit == "points") and written[
        : found.figure[1] - start
    ].strip().isascii():
        figure_text = written[: found.figure[1] - start]
        if not any(c.isalpha() for c in figure_text):
            return start, found.figure[1], numeral(source.value)
    replacement = figure(source, style)
    if source.kind is Kind.DATE and draft[:start].casefold().endswith("the "):
        start -= len("the ")
    if source.kind is Kind.TIME and draft[:start].endswith((" to the ", " at the ")):
        start, replacement = start - len("to the "), f"at {replacement}"
    if replacement.endswith(".") and draft[end : end + 1] == ".":
        end += 1
    if source.kind is Kind.DECADE:
        replacement = f"the {replacement}" if written[:4].casefold() == "the " else replacement
    if _links_of(draft[end:], source):
        end += len(" of")
    if draft[start].isupper() and replacement[0].islower():
        replacement = replacement[0].upper() + replacement[1:]
    return start, end, replacement


def _applied(draft: str, edits: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end, replacement in edits:
        pieces += (draft[position:start], replacement)
        position = end
    return "".join((*pieces, draft[position:]))
