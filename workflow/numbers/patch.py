"""Carry numbers that changed in the source into a human's own translation."""

from __future__ import annotations

from workflow.numbers.agreement import Closeness
from workflow.numbers.compare import compare_readings, match
from workflow.numbers.grammar import Reading, read
from workflow.numbers.localize import DEFAULT_STYLE, Style, localize
from workflow.numbers.model import Quantity


def patch(
    old_source: str,
    new_source: str,
    target: str,
    source_lang: str = "es",
    target_lang: str = "en",
    style: Style = DEFAULT_STYLE,
) -> str | None:
    """`target` with the numbers that changed from `old_source` to `new_source`, or None.

    None when anything but numbers changed, or when it is not certain which number of the target
    is meant.
    """
    old, new = read(old_source, source_lang), read(new_source, source_lang)
    if _skeleton(old) != _skeleton(new):
        return None
    english = read(target, target_lang)
    if compare_readings(old, english):
        return None
    pairs, _, _ = match(old.quantities, english.quantities)
    counterpart = {source.start: found for source, found, _ in pairs}
    edits: list[tuple[int, int, str]] = []
    for before, after in zip(old.quantities, new.quantities, strict=True):
        if before.text == after.text:
            continue
        found = counterpart.get(before.start)
        if found is None or before.kind is not after.kind:
            return None
        edits.append((*found.core, rewritten(found, after, style)))
    result = target
    for start, end, replacement in sorted(edits, reverse=True):
        result = result[:start] + replacement + result[end:]
    return result if not compare_readings(new, read(result, target_lang)) else None


def _skeleton(reading: Reading) -> list[str]:
    """The text around the figures."""
    text = reading.tokens.text
    edges = [0]
    for quantity in reading.quantities:
        edges += quantity.core
    edges.append(len(text))
    return [text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


def rewritten(found: Quantity, new: Quantity, style: Style) -> str:
    """The new figure in the manner of the one that stands in the target."""
    return localize(new, style)


__all__ = ["Closeness", "patch"]
