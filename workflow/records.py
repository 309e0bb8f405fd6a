"""The text of each draft and paired file whose edits were last taken in: what a person began from.

Between it and what stands there now is what a person did since, even when a run that ended
half-way left a page older than its catalog. The records are local and safe to delete: without
one, a page is compared with the catalog alone.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from workflow.files import write_text
from workflow.project import Project


def settle(project: Project, path: Path, text: str) -> None:
    """Remember that the catalog holds everything that a person did in `text`."""
    write_text(_record(project, path), text)


def settled_text(project: Project, path: Path) -> str | None:
    """What was last settled for this file, None when nothing was."""
    try:
        return _record(project, path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _record(project: Project, path: Path) -> Path:
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    return project.own_folder("pages") / name
