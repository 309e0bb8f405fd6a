"""Findings as annotations on GitHub: what it shows, then one line for the rest."""

from __future__ import annotations

import re
from collections import Counter

from workflow.located import Located, Place
from workflow.reporting.report import Report

SHOWN = 10
"""Annotations of one level that GitHub shows per step; it drops more without a word
(github.com/actions/toolkit, docs/problem-matchers.md)."""
SUMMARY_BYTES = 1024 * 1024
"""What a step summary may hold."""
_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_MARKDOWN = re.compile(r"[\\|`*_\[\]~#]")


def as_github(report: Report) -> str:
    """Workflow commands, errors first, at most what is shown, and a notice with the rest."""
    lines: list[str] = []
    used: Counter[str] = Counter()
    room = {"error": SHOWN, "warning": SHOWN, "notice": SHOWN - 1}
    for located in report.worst_first():
        level = _LEVELS[located.finding.severity]
        if used[level] < room[level]:
            used[level] += 1
            lines.append(_command(level, located, report))
    left = len(report.found) - len(lines)
    if left:
        lines.append(f"::notice::{left} more findings stand in the summary of this step")
    return "\n".join(lines)


def _command(level: str, located: Located, report: Report) -> str:
    place, finding = located.place, located.finding
    properties = {"title": finding.rule}
    if place is not None:
        properties = {
            "file": report.in_repository(place.path),
            "line": str(place.line),
            "endLine": str(place.end_line),
            **_columns(place),
            **properties,
        }
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    suggestion = f"\nsuggestion: {finding.suggestion}" if finding.suggestion else ""
    return f"::{level} {written}::{_data(finding.message + suggestion)}"


def _columns(place: Place) -> dict[str, str]:
    """GitHub takes columns of a single line only."""
    if place.line != place.end_line:
        return {}
    return {"col": str(place.column), "endColumn": str(place.end_column)}


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def as_summary(report: Report) -> str:
    """The whole table in Markdown for the step summary, cut where GitHub would refuse it."""
    lines = ["| place | severity | rule | finding |", "| --- | --- | --- | --- |"]
    size = sum(len(line.encode()) + 1 for line in lines)
    for done, located in enumerate(report.worst_first()):
        line = _row(located, report)
        size += len(line.encode()) + 1
        if size > SUMMARY_BYTES - 200:
            lines += ["", f"{len(report.found) - done} more findings did not fit here."]
            break
        lines.append(line)
    return "\n".join(lines) + "\n"


def _row(located: Located, report: Report) -> str:
    place, finding = located.place, located.finding
    where = (
        "" if place is None else f"{report.in_repository(place.path)}:{place.line}:{place.column}"
    )
    cells = (where, finding.severity.value, finding.rule, finding.message)
    return "| " + " | ".join(_cell(cell) for cell in cells) + " |"


def _cell(text: str) -> str:
    return " ".join(_MARKDOWN.sub(r"\\\g<0>", text).replace("<", "&lt;").split())
