"""Findings as text for people and as JSON for programs."""

from workflow.reporting.machine import as_json, finding_as_dict
from workflow.reporting.text import as_text

__all__ = ["as_json", "as_text", "finding_as_dict"]
