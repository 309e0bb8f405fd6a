"""Rules about how a check was used: comments that ask for findings to be ignored."""

from __future__ import annotations

from workflow.findings import Rule, Severity

UNUSED_IGNORE = Rule(
    "W108",
    "unused-ignore",
    Severity.WARNING,
    "A comment asks to ignore a finding that is not there.",
)
BAD_IGNORE = Rule(
    "W107",
    "refused-ignore",
    Severity.ERROR,
    "A comment that asks to ignore a finding names no rule or gives no reason.",
)
RULES = (UNUSED_IGNORE, BAD_IGNORE)
