"""Findings for people, for programs and for the places where code is reviewed."""

from workflow.reporting.github import as_github, as_summary
from workflow.reporting.junit import as_junit
from workflow.reporting.machine import as_json, as_rdjson, finding_as_dict
from workflow.reporting.report import Report
from workflow.reporting.sarif import as_sarif
from workflow.reporting.text import as_concise, as_full

__all__ = [
    "Report",
    "as_concise",
    "as_full",
    "as_github",
    "as_json",
    "as_junit",
    "as_rdjson",
    "as_sarif",
    "as_summary",
    "finding_as_dict",
]
