"""The English of a catalog in the place of its Spanish: several paragraphs for one, or none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from workflow.arrangement import PARAGRAPHS, arranged, misread_mark
from workflow.article import Document, Fallback, Rendering
from workflow.article.arranging import Arranged, arrange
from workflow.catalog import Catalog, Entry


@dataclass(frozen=True, slots=True)
class Placed:
    """An article in English."""

    rendering: Rendering
    """As its readers see it; its blocks are those of the page."""
    blocks: tuple[str, ...]
    """What stands for each block of the Spanish, as its editors see it: nothing is left out."""


def placed(document: Document, catalog: Catalog) -> Placed:
    """The article with the English in place.

    A segment whose English cannot stand there stays in Spanish and is among the fallbacks.
    """
    counts, added = _counts(catalog), _added(catalog)
    if not counts and not added:
        rendering = document.rendering(catalog.targets())
        return Placed(rendering, rendering.block_texts)
    page = arrange(document, counts, added)
    several = arrange(document, {one: count for one, count in counts.items() if count})
    refused = {**page.refused, **dict(_misread(catalog.entries))}
    return Placed(_rendering(document, page, catalog, refused), _blocks(document, several, catalog))


def unplaceable(document: Document, catalog: Catalog) -> dict[str, str]:
    """Ids of segments whose English cannot be arranged as it says, and why."""
    counts, added = _counts(catalog), _added(catalog)
    if not counts and not added:
        return {}
    return {**arrange(document, counts, added).refused, **dict(_misread(catalog.entries))}


def anchored(document: Document, catalog: Catalog) -> Catalog:
    """The catalog with what was added behind the last segment of its block, as the page has it."""
    if not catalog.added:
        return catalog
    ends = {one: block.segment_ids[-1] for block in document.blocks for one in block.segment_ids}
    added = (replace(entry, after=ends.get(entry.after, entry.after)) for entry in catalog.added)
    return replace(catalog, added=tuple(added))


def lines_of(document: Document, catalog: Catalog) -> dict[str, int]:
    """The line of the Spanish that each text of the catalog is for, or stands behind."""
    lines = {segment.id: segment.line for segment in document.segments}
    return lines | {entry.id: lines.get(entry.after, 1) for entry in catalog.added}


def _added(catalog: Catalog) -> dict[str, list[tuple[str, Sequence[str]]]]:
    """What stands behind the block of each segment."""
    found: dict[str, list[tuple[str, Sequence[str]]]] = {}
    for entry in catalog.added:
        found.setdefault(entry.after, []).append((entry.id, entry.arrangement.paragraphs))
    return found


def _counts(catalog: Catalog) -> dict[str, int]:
    """How many paragraphs the English of a segment has, where that is not one."""
    arrangements = ((entry.id, entry.arrangement) for entry in catalog.entries if entry.target)
    return {one: len(a.paragraphs) for one, a in arrangements if len(a.paragraphs) != 1}


def _misread(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    for entry in entries:
        if misread_mark(entry.target):
            yield entry.id, "`omitted:` leaves a text out, and here stands another beside it"


def _rendering(
    document: Document,
    page: Arranged,
    catalog: Catalog,
    refused: Mapping[str, str],
) -> Rendering:
    targets, origins, entries = {}, {}, catalog.by_id()
    for segment, (origin, number) in zip(page.document.segments, page.places, strict=True):
        paragraphs = entries[origin].arrangement.paragraphs if origin not in refused else ()
        origins[segment.id] = origin
        if number < len(paragraphs):
            targets[segment.id] = paragraphs[number]
    rendering = page.document.rendering(targets)
    lines = lines_of(document, catalog)
    reasons = dict(refused)
    for fallback in rendering.fallbacks:
        reasons.setdefault(origins[fallback.segment_id], fallback.reason)
    fallbacks = (Fallback(one, lines[one], reasons[one]) for one in lines if one in reasons)
    return Rendering(rendering.text, tuple(fallbacks), rendering.block_texts)


def _blocks(document: Document, page: Arranged, catalog: Catalog) -> tuple[str, ...]:
    """The English of each block of the document, what is left out with its mark in its place."""
    targets = {}
    entries = catalog.by_id()
    places = dict(zip((s.id for s in page.document.segments), page.places, strict=True))
    for segment_id, (origin, number) in places.items():
        arrangement = arranged(entries[origin].target)
        texts = arrangement.paragraphs or (entries[origin].target,)
        if number < len(texts) and texts[number]:
            several = len(texts) > 1 and origin in page.refused
            targets[segment_id] = " ".join(texts) if several else texts[number]
    rendering = page.document.rendering(targets)
    grouped: list[list[str]] = []
    for block, text in zip(page.document.blocks, rendering.block_texts, strict=True):
        if block.segment_ids and places[block.segment_ids[0]][1]:
            grouped[-1].append(text)
        else:
            grouped.append([text])
    marks = (_mark([entries[one].target for one in b.segment_ids]) for b in document.blocks)
    blocks = (PARAGRAPHS.join(group) for group in grouped)
    return tuple(mark or block for mark, block in zip(marks, blocks, strict=True))


def _mark(targets: Sequence[str]) -> str | None:
    """The one mark of a block all of whose segments are left out for one reason."""
    same = len(set(targets)) == 1 and arranged(targets[0]).reason is not None
    return targets[0] if same else None
