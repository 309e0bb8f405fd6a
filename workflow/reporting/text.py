"""Findings as lines that a person, an editor and a terminal can follow to their place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from workflow.examination import Located, Place

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def as_text(
    found: Sequence[Located], relative: Callable[[Path], str], colour: Callable[..., str]
) -> str:
    """`path:line:column: severity RULE message`, with the Spanish place on a second line.

    `colour(text, fg=…)` paints the severity; `relative` writes paths.
    """
    lines: list[str] = []
    for located in found:
        finding = located.finding
        severity = colour(finding.severity.value, fg=_COLOURS[finding.severity])
        lines.append(f"{_at(located.place, relative)}: {severity} {finding.rule} {finding.message}")
        if located.target is not None and located.source is not None:
            lines.append(f"    source {_at(located.source, relative)}")
        if finding.suggestion is not None:
            lines.append(f"    suggestion: {finding.suggestion}")
    return "\n".join(lines)


def _at(place: Place | None, relative: Callable[[Path], str]) -> str:
    if place is None:
        return "-"
    return f"{relative(place.path)}:{place.line}:{place.column}"


def place_as_dict(place: Place | None, relative: Callable[[Path], str]) -> dict[str, Any] | None:
    """A place for programs."""
    if place is None:
        return None
    return {
        "path": relative(place.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
