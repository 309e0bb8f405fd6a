"""What a check says: findings, their rules, severities and places, for every room."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a finding is; `error` fails a check by default."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding with a stable name.

    Families: N numbers, T terms, M markup, C completeness, L language, S style, W workflow state.
    """

    id: str
    """Letter of the family and three digits: `N101`."""
    name: str
    """Short kebab-case name: `bound-changed`."""
    severity: Severity
    """What a finding of this rule weighs unless the check says otherwise."""
    summary: str
    """One sentence that a journalist understands."""


@dataclass(frozen=True, slots=True)
class Span:
    """Half-open range of characters `[start, end)` in the text that a check was given."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a person should look at, at its place in both texts."""

    rule: str
    """Id of the rule: `N101`."""
    severity: Severity
    message: str
    """A fact, not an order; names what was read on both sides."""
    source: Span | None = None
    """Where in the source text, when it is about some of its words."""
    target: Span | None = None
    """Where in the target text, when it is about some of its words."""
    suggestion: str | None = None
    """What would be right in place of the target span, when one thing is."""
    certain: bool = False
    """Whether the suggestion is right in any context, so that a program may put it there."""


def finding(
    rule: Rule,
    message: str,
    *,
    severity: Severity | None = None,
    source: Span | None = None,
    target: Span | None = None,
    suggestion: str | None = None,
    certain: bool = False,
) -> Finding:
    """A finding of `rule`, with the rule's own severity unless another is given."""
    return Finding(rule.id, severity or rule.severity, message, source, target, suggestion, certain)


def shortened(text: str, width: int = 80) -> str:
    """`text` as a message quotes it: at most `width` characters, the rest an ellipsis."""
    return text if len(text) <= width else text[: width - 1].rstrip() + "…"
