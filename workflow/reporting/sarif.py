"""Findings as SARIF 2.1.0 (OASIS), which code scanning reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from workflow import __version__
from workflow.findings import Rule
from workflow.gate.identity import fingerprints
from workflow.located import Acceptance, Located, Place, Suppression
from workflow.reporting.report import Report
from workflow.reporting.rulebook import explained

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SUPPRESSED = {
    Acceptance.WAIVED: "external",
    Acceptance.BASELINED: "external",
    Acceptance.IGNORED: "inSource",
}
"""Where the standard (section 3.35.2) says a suppression stands."""


def as_sarif(report: Report, rules: Mapping[str, Rule]) -> str:
    """One run with stable rules, relative paths, fingerprints; accepted findings suppressed."""
    everything = [*report.found, *report.accepted]
    used = sorted({located.finding.rule for located in everything})
    numbers = {name: number for number, name in enumerate(used)}
    hashes = fingerprints(everything, report.in_repository)
    run = {
        "tool": {
            "driver": {
                "name": "workflow",
                "version": __version__,
                "rules": [_rule(name, rules.get(name)) for name in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(located, report, numbers[located.finding.rule], fingerprint)
            for located, fingerprint in zip(everything, hashes, strict=True)
        ],
    }
    whole = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _rule(name: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": name}
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": rule.summary},
        "help": {"text": explained(rule), "markdown": explained(rule)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(located: Located, report: Report, rule: int, fingerprint: str) -> dict[str, Any]:
    finding, place = located.finding, located.place
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [] if place is None else [_location(place, report)],
        "partialFingerprints": {"workflow/v1": fingerprint},
    }
    if located.target is not None and located.source is not None:
        source = _location(located.source, report)
        result["relatedLocations"] = [{**source, "message": {"text": "the source"}}]
    if located.target is not None and finding.target and finding.suggestion is not None:
        result["fixes"] = [_fix(located.target, finding.suggestion, report)]
    if located.suppression is not None:
        result["suppressions"] = [_suppression(located.suppression)]
    return result


def _suppression(suppression: Suppression) -> dict[str, str]:
    return {
        "kind": _SUPPRESSED[suppression.kind],
        "status": "accepted",
        "justification": f"{suppression.kind}: {suppression.reason}",
    }


def _fix(place: Place, suggestion: str, report: Report) -> dict[str, Any]:
    replacement = {"deletedRegion": _region(place), "insertedContent": {"text": suggestion}}
    change = {"artifactLocation": _artifact(place, report), "replacements": [replacement]}
    return {"description": {"text": f"write “{suggestion}”"}, "artifactChanges": [change]}


def _location(place: Place, report: Report) -> dict[str, Any]:
    return {
        "physicalLocation": {"artifactLocation": _artifact(place, report), "region": _region(place)}
    }


def _artifact(place: Place, report: Report) -> dict[str, str]:
    return {"uri": quote(report.in_repository(place.path))}


def _region(place: Place) -> dict[str, int]:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
