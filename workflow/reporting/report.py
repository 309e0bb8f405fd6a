"""What every format is made from: the findings of a run and how to write paths."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.findings import Severity
from workflow.located import Acceptance, Located

_FAILING = {
    "error": frozenset({Severity.ERROR}),
    "warning": frozenset({Severity.ERROR, Severity.WARNING}),
    "never": frozenset[Severity](),
}


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one `check`."""

    found: Sequence[Located]
    """Findings that nobody accepted, in the order of the articles."""
    accepted: Sequence[Located]
    """Waived, ignored and baselined ones, for formats that can say so."""
    articles: int
    relative: Callable[[Path], str]
    """Writes a path as a person here does."""
    in_repository: Callable[[Path], str]
    """Writes a path from the top of the repository, for services that show all of it."""
    changed: frozenset[int] = frozenset()
    """Which of `found` stand in what a pull request changes."""
    gone: int = 0
    """Findings of the baseline that are not there any more."""

    def count(self, severity: Severity) -> int:
        """How many findings of a severity stand."""
        return Counter(located.finding.severity for located in self.found)[severity]

    def count_accepted(self, kind: Acceptance) -> int:
        """How many findings were accepted in this way."""
        accepted = (one.suppression for one in self.accepted)
        return sum(one is not None and one.kind is kind for one in accepted)

    def fails(self, least: str) -> bool:
        """Whether a finding weighs at least `error` or `warning`; `never` none does."""
        return any(located.finding.severity in _FAILING[least] for located in self.found)

    def worst_first(self) -> list[Located]:
        """Errors, then warnings, then notes; within each those in changed text, then the rest."""
        order = list(Severity)
        ranked = sorted(
            enumerate(self.found),
            key=lambda one: (order.index(one[1].finding.severity), one[0] not in self.changed),
        )
        return [located for _, located in ranked]
