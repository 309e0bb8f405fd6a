"""Findings as lines that a person, an editor and a terminal can follow to their place."""

from __future__ import annotations

from collections.abc import Callable

from workflow.located import Located, Place
from workflow.reporting.lines import line_at
from workflow.reporting.report import Report

Paint = Callable[..., str]
"""`paint(text, fg="red")`: colour where the output is a terminal."""
_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def unpainted(text: str, **style: object) -> str:
    """A `Paint` that leaves the text as it is."""
    return text


def as_concise(report: Report, paint: Paint = unpainted) -> str:
    """`path:line:column: severity RULE message`; the Spanish place and what is right below it."""
    return "\n".join(line for located in report.found for line in _lines(located, report, paint))


def as_full(report: Report, paint: Paint = unpainted) -> str:
    """Like concise, with the two lines and carets under the words in question."""
    blocks = []
    for located in report.found:
        lines = [_head(located, report, paint)]
        for name, place in (("source", located.source), ("target", located.target)):
            if place is not None:
                lines += [f"  {name} {_at(place, report)}", *_excerpt(place)]
        lines += _suggestion(located)
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _lines(located: Located, report: Report, paint: Paint) -> list[str]:
    lines = [_head(located, report, paint)]
    if located.target is not None and located.source is not None:
        lines.append(f"    source {_at(located.source, report)}")
    return [*lines, *_suggestion(located)]


def _head(located: Located, report: Report, paint: Paint) -> str:
    finding = located.finding
    severity = paint(finding.severity.value, fg=_COLOURS[finding.severity])
    return f"{_at(located.place, report)}: {severity} {finding.rule} {finding.message}"


def _suggestion(located: Located) -> list[str]:
    suggestion = located.finding.suggestion
    return [] if suggestion is None else [f"    suggestion: {suggestion}"]


def _at(place: Place | None, report: Report) -> str:
    if place is None:
        return "-"
    return f"{report.relative(place.path)}:{place.line}:{place.column}"


_WIDTH = 100
"""Columns of a line that are shown around the words in question."""


def _excerpt(place: Place) -> list[str]:
    """The line of a place, cut to what fits, and carets under its words."""
    line = line_at(place.path, place.line).replace("\t", " ")
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    cut = max(0, start - _WIDTH // 3)
    shown = line[cut : cut + _WIDTH]
    carets = "^" * max(1, min(end, cut + _WIDTH) - start)
    prefix = "…" if cut else ""
    suffix = "…" if cut + _WIDTH < len(line) else ""
    return [
        f"    {prefix}{shown}{suffix}",
        f"    {' ' * (len(prefix) + start - cut)}{carets}",
    ]
