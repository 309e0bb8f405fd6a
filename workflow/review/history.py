"""What git knows of a project's files: earlier texts, commits, and who wrote a line."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from workflow.errors import WorkflowError

_PATIENCE = 60.0
"""Seconds for one call of git."""


def text_at(path: Path, revision: str) -> str:
    """The file's text in a revision of the repository around it.

    Raises `WorkflowError` when there is no repository, no such revision, or no such file in it.
    """
    text = _git(path, "show", f"{_commit(path, revision)}:./{path.name}")
    if text is None:
        raise WorkflowError(f"is not in revision {revision!r}", path=path)
    return text


def changed_since(folder: Path, revision: str) -> dict[Path, str | None]:
    """Each file around `folder` that differs from a revision, and its name in it, None if new.

    Files that git does not know yet count, and those that are gone; names are from the
    repository's root. Raises `WorkflowError` when there is no repository or no such revision.
    """
    inside = folder / "_"  # git runs in the folder of a path
    commit = _commit(inside, revision)
    top = (_git(inside, "rev-parse", "--show-toplevel") or "").rstrip("\n")
    names = ("--name-status", "-z", "--find-renames")
    told = _git(inside, "-c", "diff.relative=false", "diff", *names, commit, "--")
    others = _git(inside, "ls-files", "--others", "--exclude-standard", "-z", "--full-name", top)
    if not top or told is None:
        raise WorkflowError("git cannot tell what has changed", path=folder)
    found: dict[Path, str | None] = {}
    fields = iter(told.split("\0")[:-1])
    for status in fields:
        old = new = next(fields)
        if status[0] in "RC":
            new = next(fields)
        found[Path(top, new)] = None if status[0] == "A" else old
    return found | {Path(top, name): None for name in (others or "").split("\0") if name}


def text_in(folder: Path, revision: str, name: str) -> str | None:
    """A file's text in a revision, by its name from the root; None when it is not text there."""
    return _git(folder / "_", "show", f"{revision}:{name}")


def _commit(path: Path, revision: str) -> str:
    """The revision as git names it; raises `WorkflowError` when it is none."""
    commit = _git(path, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{}}")
    if commit is None:
        raise WorkflowError(
            f"{revision!r} is no revision of a git repository here",
            path=path if path.exists() else path.parent,
            hint="`git log --oneline` lists them",
        )
    return commit.strip()


@dataclass(frozen=True, slots=True)
class Author:
    """Who last changed a line, by its commit."""

    name: str
    at: int
    """Seconds since 1970."""

    @property
    def on(self) -> str:
        """The day, in ISO form."""
        return datetime.fromtimestamp(self.at, UTC).date().isoformat()


_BLAMED = re.compile(r"([0-9a-f]{40,64}) \d+ \d+(?: \d+)?")


def line_authors(path: Path) -> list[Author | None]:
    """The author of each line of the file as it stands; None for lines not committed yet.

    Empty when git does not know the file.
    """
    answer = _git(path, "blame", "--line-porcelain", "--", path.name)
    authors: list[Author | None] = []
    commit = name = ""
    at = 0
    for line in (answer or "").split("\n"):
        if line.startswith("\t"):
            authors.append(None if set(commit) == {"0"} else Author(name, at))
        elif line.startswith("author "):
            name = line.removeprefix("author ")
        elif line.startswith("author-time "):
            at = int(line.removeprefix("author-time "))
        elif match := _BLAMED.fullmatch(line):
            commit = match[1]
    return authors


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of a file."""

    id: str
    """Short."""
    by: str
    on: str
    """Day of the change, in ISO form."""
    subject: str


def commits(path: Path) -> list[Commit]:
    """The commits that changed the file, the latest first; none where git does not know it."""
    form = "--format=%h%x00%an%x00%as%x00%s"
    answer = _git(path, "log", "--follow", form, "--", path.name) or ""
    return [Commit(*line.split("\0")) for line in answer.split("\n") if line]


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
