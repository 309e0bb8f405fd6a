"""Put translations into a document; what cannot be placed safely stays in the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.article.document import Document


@dataclass(frozen=True, slots=True)
class Fallback:
    """A segment left in the source language."""

    segment_id: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Rendering:
    """A rendered article."""

    text: str
    fallbacks: tuple[Fallback, ...]
    block_texts: tuple[str, ...]
    """What stands at each of the document's blocks, in order."""


def render(document: Document, targets: Mapping[str, str]) -> Rendering:
    """The document with `targets` in place of its segments."""
    edits: list[tuple[int, int, str]] = []
    for segment in document.segments:
        target = targets.get(segment.id)
        if target is None or target == segment.message:
            continue
        if edits and segment.start < edits[-1][1]:
            continue
        written = segment.field.place.write(target, segment.field)
        edits.append((segment.start, segment.end, written))
    text = _apply(document.source, edits)
    texts = []
    for block in document.blocks:
        inside = [
            (start - block.start, end - block.start, new)
            for start, end, new in edits
            if block.start <= start and end <= block.end
        ]
        texts.append(_apply(document.source[block.start : block.end], inside))
    return Rendering(text, (), tuple(texts))


def _apply(text: str, edits: list[tuple[int, int, str]]) -> str:
    out, done = [], 0
    for start, end, new in edits:
        out += [text[done:start], new]
        done = end
    return "".join(out) + text[done:]
