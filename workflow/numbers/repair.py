"""Mend figures in a machine draft: Spanish formats and misrendered numbers written in English."""

from __future__ import annotations

from workflow.numbers.agreement import Closeness, judge
from workflow.numbers.compare import match
from workflow.numbers.grammar import read
from workflow.numbers.localize import DEFAULT_STYLE, Style, figure
from workflow.numbers.model import Kind, Quantity, Repair

DRAFT = "en-x-draft"
"""The table that reads English as Spanish-speaking machines write it."""


def repair(
    source: str, draft: str, source_lang: str = "es", style: Style = DEFAULT_STYLE
) -> Repair:
    """The draft with every figure mended that is certainly one of the source in foreign clothes.

    A figure is mended only where reading it in the Spanish fashion gives exactly a figure of the
    source, and reading it as English gives something else or bad form.
    """
    pairs, _, _ = match(read(source, source_lang).quantities, read(draft, DRAFT).quantities)
    edits: list[tuple[int, int, str]] = []
    for quantity, found, judgement in pairs:
        if judgement.closeness is not Closeness.SAME or found.weak:
            continue
        start, end = _core(found)
        if _is_english(draft[start:end], quantity):
            continue
        edits.append((start, end, figure(quantity, style)))
    edits.sort()
    return Repair(_applied(draft, edits), tuple(edits))


def _core(found: Quantity) -> tuple[int, int]:
    """The span of the figure with its unit, bound words left out."""
    return found.core


def _is_english(written: str, source: Quantity) -> bool:
    """Whether `written` reads as the source's figure to an English reader, in English form."""
    quantities = read(written, "en").quantities
    if len(quantities) != 1 or quantities[0].others and source.kind is not Kind.IDENTIFIER:
        return False
    read_back = quantities[0]
    if read_back.end - read_back.start != len(written) or " %" in written or "º" in written:
        return False
    return judge(source, read_back).closeness is Closeness.SAME


def _applied(draft: str, edits: list[tuple[int, int, str]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end, replacement in edits:
        pieces += (draft[position:start], replacement)
        position = end
    return "".join((*pieces, draft[position:]))
