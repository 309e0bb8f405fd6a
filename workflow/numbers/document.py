"""Figures of one article that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence

from workflow.numbers.model import Drift


def contradictions(segments: Sequence[tuple[str, str]], language: str = "en") -> list[Drift]:
    """Figures on which the article disagrees with itself; `segments` are (id, text) in order."""
    return []


def renderings(segments: Sequence[tuple[str, str, str]]) -> list[Drift]:
    """Figures of the source that the target renders in two ways; (id, source, target) in order."""
    return []
