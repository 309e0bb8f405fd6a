"""Findings as JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from workflow.examination import Located
from workflow.findings import Finding, Severity, Span
from workflow.reporting.text import place_as_dict


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


def as_json(found: Sequence[Located], relative: Callable[[Path], str], *, articles: int) -> str:
    """All findings with their places, and a summary by severity."""
    severities = Counter(located.finding.severity for located in found)
    findings = [
        {
            "rule": located.finding.rule,
            "severity": located.finding.severity.value,
            "message": located.finding.message,
            "segment": located.segment,
            "source": place_as_dict(located.source, relative),
            "target": place_as_dict(located.target, relative),
            "suggestion": located.finding.suggestion,
        }
        for located in found
    ]
    summary = {"articles": articles, **{s.value: severities[s] for s in Severity}}
    return json.dumps({"summary": summary, "findings": findings}, ensure_ascii=False, indent=2)


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]
