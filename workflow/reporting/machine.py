"""Findings as JSON: our own, and reviewdog's (rdjson) whose suggestions become one-click fixes."""

from __future__ import annotations

import json
from typing import Any

from workflow.findings import Finding, Severity, Span
from workflow.located import Acceptance, Located, Place
from workflow.reporting.lines import byte_column
from workflow.reporting.report import Report

_RDJSON = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def finding_as_dict(finding: Finding) -> dict[str, Any]:
    """A finding with its spans, as `check-pairs` writes it."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
        "source": _span(finding.source),
        "target": _span(finding.target),
        "suggestion": finding.suggestion,
    }


def as_json(report: Report) -> str:
    """All findings with their places, and a summary by severity; accepted ones apart."""
    summary = {
        "articles": report.articles,
        **{severity.value: report.count(severity) for severity in Severity},
        **{kind.value: report.count_accepted(kind) for kind in Acceptance},
    }
    return json.dumps(
        {
            "summary": summary,
            "findings": [_located(located, report) for located in report.found],
            "accepted": [
                {
                    **_located(located, report),
                    "how": located.suppression.kind.value,
                    "reason": located.suppression.reason,
                }
                for located in report.accepted
                if located.suppression is not None
            ],
        },
        ensure_ascii=False,
        indent=2,
    )


def as_rdjson(report: Report) -> str:
    """Reviewdog Diagnostic Format, one object (github.com/reviewdog/reviewdog, proto/rdf).

    Its columns count bytes of UTF-8.
    """
    diagnostics = []
    for located in report.found:
        place, finding = located.place, located.finding
        if place is None:
            continue
        diagnostic: dict[str, Any] = {
            "message": finding.message,
            "location": {"path": report.relative(place.path), "range": _range(place)},
            "severity": _RDJSON[finding.severity],
            "code": {"value": finding.rule},
        }
        if finding.suggestion is not None and finding.target is not None and located.target:
            replacement = {"range": _range(located.target), "text": finding.suggestion}
            diagnostic["suggestions"] = [replacement]
        if located.source is not None and located.source is not place:
            where = {
                "path": report.relative(located.source.path),
                "range": _range(located.source),
            }
            diagnostic["related_locations"] = [{"message": "the source", "location": where}]
        diagnostics.append(diagnostic)
    whole = {"source": {"name": "workflow"}, "diagnostics": diagnostics}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _located(located: Located, report: Report) -> dict[str, Any]:
    return {
        "rule": located.finding.rule,
        "severity": located.finding.severity.value,
        "message": located.finding.message,
        "segment": located.segment,
        "source": _place(located.source, report),
        "target": _place(located.target, report),
        "suggestion": located.finding.suggestion,
    }


def _place(place: Place | None, report: Report) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "path": report.relative(place.path),
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }


def _range(place: Place) -> dict[str, dict[str, int]]:
    return {
        "start": {
            "line": place.line,
            "column": byte_column(place.path, place.line, place.column),
        },
        "end": {
            "line": place.end_line,
            "column": byte_column(place.path, place.end_line, place.end_column),
        },
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
