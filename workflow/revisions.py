"""Files as they stood at a git revision."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.glossary import Glossary
from workflow.project import Project


def text_at(path: Path, revision: str) -> bytes | None:
    """The bytes of `path` at a git revision, None when it did not exist there.

    Raises `WorkflowError` when there is no repository, no git, or no such revision.
    """
    folder = path.parent if path.parent.is_dir() else Path.cwd()
    if _git(folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}").returncode:
        raise WorkflowError(f"git knows no revision {revision!r} here", path=folder)
    answer = _git(folder, "show", f"{revision}:./{path.name}")
    return answer.stdout if answer.returncode == 0 else None


def glossary_at(project: Project, revision: str) -> Glossary:
    """The project's glossaries as they stood at a revision; missing ones are empty."""
    with tempfile.TemporaryDirectory() as name:
        copies = []
        for number, path in enumerate(project.glossary_paths()):
            copy = Path(name) / f"{number}.po"
            copy.write_bytes(text_at(path, revision) or b'msgid ""\nmsgstr ""\n')
            copies.append(copy)
        return Glossary.load(copies)


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", *arguments], cwd=folder, capture_output=True, check=False)
    except OSError as error:
        raise WorkflowError(f"git cannot be run: {error.strerror}") from error
