"""The baseline: findings that were there when a newsroom began to check, and fail no more.

A finding is known again by its rule, the hash of its Spanish and its message, not by its file or
line: text may move. When the Spanish or what was read in the English changes, it is a new one.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError
from workflow.files import read_text
from workflow.gate.identity import Known, Relative, known_by
from workflow.located import Acceptance, Located, Suppression

BASELINE_NAME = "workflow-baseline.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """Findings that were there before, and how many of each."""

    known: Counter[Known]

    def settle(
        self, found: Iterable[Located], relative: Relative
    ) -> tuple[list[Located], Counter[Known]]:
        """The findings, known ones suppressed; second, what of the baseline is gone."""
        left = Counter(self.known)
        settled = []
        for located in found:
            key = known_by(located, relative)
            if located.suppression is None and left[key] > 0:
                left[key] -= 1
                reason = "in the baseline"
                located = replace(located, suppression=Suppression(Acceptance.BASELINED, reason))
            settled.append(located)
        return settled, +left


def baseline_text(found: Sequence[Located], relative: Relative) -> str:
    """The file for findings that nobody accepted otherwise; the same findings, the same bytes."""
    counts = Counter(known_by(one, relative) for one in found if one.suppression is None)
    by_subject: dict[str, list[dict[str, Any]]] = {}
    for key in sorted(counts, key=lambda known: (known.subject, known.rule, known.message)):
        entry = {"rule": key.rule, "message": key.message, "count": counts[key]}
        by_subject.setdefault(key.subject, []).append(entry)
    data = {"version": _VERSION, "findings": by_subject}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def read_baseline(path: Path) -> Baseline:
    """The baseline at `path`.

    Raises `WorkflowError` for a file that is missing or that `workflow baseline` did not write.
    """
    text = read_text(path)
    try:
        data = json.loads(text)
        if data["version"] != _VERSION:
            raise WorkflowError(
                f"is of version {data['version']!r}, not {_VERSION}",
                path=path,
                hint="write it anew with `workflow baseline`",
            )
        known: Counter[Known] = Counter()
        for subject, entries in data["findings"].items():
            for entry in entries:
                known[Known(subject, entry["rule"], entry["message"])] += int(entry["count"])
        return Baseline(known)
    except json.JSONDecodeError as error:
        raise _no_baseline(path, error.lineno) from None
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
        raise _no_baseline(path, None) from None


def _no_baseline(path: Path, line: int | None) -> WorkflowError:
    hint = "write it anew with `workflow baseline`"
    return WorkflowError("is no baseline", path=path, line=line, hint=hint)
