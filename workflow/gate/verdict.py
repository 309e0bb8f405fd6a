"""What of the findings of a run counts: selected, new, not in the baseline."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workflow.errors import WorkflowError
from workflow.gate.identity import from_root
from workflow.located import Located
from workflow.project import Project
from workflow.reporting.report import Report

if TYPE_CHECKING:
    from workflow.gate.baseline import Baseline
    from workflow.gate.earlier import Earlier


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a run's findings are judged."""

    project: Project
    select: tuple[str, ...] = ()
    """Rules or families that are wanted; none = all."""
    ignore: tuple[str, ...] = ()
    earlier: Earlier | None = None
    """Only findings that are new since then."""
    baseline: Baseline | None = None

    def report(self, found: Sequence[Located], checked: int, annotated: bool) -> Report:
        """The report of `checked` tasks; `annotated` ones put what a pull request changes first."""
        gone = 0
        if self.baseline is not None:
            found, left = self.baseline.settle(found, from_root(self.project.root))
            gone = left.total()
        if self.earlier is not None:
            found = self.earlier.new(found)
        wanted = [one for one in found if self._wants(one)]
        standing = [one for one in wanted if one.suppression is None]
        changed: frozenset[int] = frozenset()
        if annotated:
            changed = self._in_pull_request(standing)
        return Report(
            found=standing,
            accepted=[one for one in wanted if one.suppression is not None],
            articles=checked,
            relative=self.project.relative,
            in_repository=self.project.in_repository,
            changed=changed,
            gone=gone,
        )

    def _wants(self, located: Located) -> bool:
        rule = located.finding.rule
        return (not self.select or rule.startswith(self.select)) and not (
            self.ignore and rule.startswith(self.ignore)
        )

    def _in_pull_request(self, found: Sequence[Located]) -> frozenset[int]:
        """Which of the findings stand in what a pull request on GitHub changes, by position."""
        base = os.environ.get("GITHUB_BASE_REF")
        if not base or self.earlier is not None:
            return frozenset()
        from workflow.gate.changes import Changes

        try:
            changes = Changes.since(self.project, f"origin/{base}")
        except WorkflowError:
            return frozenset()  # a shallow checkout has not the base
        return frozenset(n for n, located in enumerate(found) if changes.touch(located))
