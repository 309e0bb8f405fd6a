"""Findings as SARIF 2.1.0 (OASIS), which code scanning reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from workflow import __version__
from workflow.examination import Located, Place
from workflow.findings import Rule
from workflow.reporting.report import Report, fingerprint_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def as_sarif(report: Report, rules: Mapping[str, Rule]) -> str:
    """One run with stable rules, relative paths and fingerprints; waived findings suppressed."""
    everything = [*report.found, *report.accepted]
    used = sorted({located.finding.rule for located in everything})
    run = {
        "tool": {
            "driver": {
                "name": "workflow",
                "version": __version__,
                "rules": [_rule(name, rules.get(name)) for name in used],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(located, report, used) for located in everything],
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
        "help": {"text": f"{rule.summary} See `workflow explain {rule.id}`."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(located: Located, report: Report, used: list[str]) -> dict[str, Any]:
    finding, place = located.finding, located.place
    path = "" if place is None else report.relative(place.path)
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": used.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [] if place is None else [_location(place, path)],
        "partialFingerprints": {"workflow/v1": fingerprint_of(located, path)},
    }
    if located.target is not None and located.source is not None:
        source = _location(located.source, report.relative(located.source.path))
        result["relatedLocations"] = [{**source, "message": {"text": "the source"}}]
    if located.waiver is not None:
        result["suppressions"] = [{"kind": "external", "justification": located.waiver}]
    return result


def _location(place: Place, path: str) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(path)}, "region": region}}


def _uri(path: str) -> str:
    return quote(path.replace("\\", "/"))
