"""What every format is made from: the findings of a run and how to write paths."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.examination import Located
from workflow.findings import Severity


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one `check`."""

    found: Sequence[Located]
    """Findings that nobody accepted, in the order of the articles."""
    accepted: Sequence[Located]
    """Waived ones, for formats that can say so."""
    articles: int
    relative: Callable[[Path], str]
    """Writes a path as a person here does."""

    def count(self, severity: Severity) -> int:
        """How many findings of a severity stand."""
        return Counter(located.finding.severity for located in self.found)[severity]


def fingerprint_of(located: Located, path: str) -> str:
    """A hash that stays when lines move: rule, file, segment and what was found."""
    parts = (located.finding.rule, path, located.segment or "", located.finding.message)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def worst_first(found: Sequence[Located]) -> list[Located]:
    """Errors, then warnings, then notes; the order within each kept."""
    order = list(Severity)
    return sorted(found, key=lambda located: order.index(located.finding.severity))
