"""Which bytes of a draft or paired file are settled: all of a person's edits in them are taken in.

The records are local and safe to delete: without one, a file is read and compared in full.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from workflow.files import write_text
from workflow.project import Project


def settle(project: Project, path: Path, text: str) -> None:
    """Remember that the catalog holds everything that stands in `text`."""
    write_text(_record(project, path), _digest(text))


def is_settled(project: Project, path: Path, text: str) -> bool:
    """Whether `text` is, byte for byte, what was last settled for this file."""
    try:
        return _record(project, path).read_text("utf-8") == _digest(text)
    except OSError:
        return False


def _record(project: Project, path: Path) -> Path:
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    return project.own_folder("settled") / name


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
