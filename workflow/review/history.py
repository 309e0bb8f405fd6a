"""What git knows of a project's files: earlier texts, commits, and who wrote a line."""

from __future__ import annotations

import subprocess
from pathlib import Path

from workflow.errors import WorkflowError

_PATIENCE = 60.0
"""Seconds for one call of git."""


def text_at(path: Path, revision: str) -> str:
    """The file's text in a revision of the repository around it.

    Raises `WorkflowError` when there is no repository, no such revision, or no such file in it.
    """
    commit = _git(path, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{}}")
    if commit is None:
        raise WorkflowError(
            f"{revision!r} is no revision of a git repository here",
            path=path,
            hint="`git log --oneline` lists them",
        )
    text = _git(path, "show", f"{commit.strip()}:./{path.name}")
    if text is None:
        raise WorkflowError(f"is not in revision {revision!r}", path=path)
    return text


def _git(path: Path, *arguments: str) -> str | None:
    """What git says in the folder of `path`; None when it fails or is not there."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=path.parent,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
        return done.stdout.decode("utf-8") if done.returncode == 0 else None
    except (OSError, subprocess.TimeoutExpired, UnicodeDecodeError):
        return None
