"""What rendering an article gives."""

from __future__ import annotations

from dataclasses import dataclass


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
    """What stands at each of the document's blocks, in order; decoded in front matter."""
