"""Pairs of files that belong together without a project: named, or found in two folders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workflow.errors import WorkflowError

NAME = "{}"
"""In a pattern: the part of the path that a page has in both folders."""
SAME_NAME = "{}.md"


@dataclass(frozen=True, slots=True)
class FilePair:
    """A page and its translation; one of the two may be missing, never both."""

    source: Path | None
    target: Path | None
    missing: Path | None = None
    """Where the other one would be, as far as that is known."""


def find_pairs(
    source_folder: Path, target_folder: Path, pattern: str = SAME_NAME
) -> list[FilePair]:
    """The pages of two folders, paired by name, in the order of the source's.

    `pattern` says how files are called, `{}` for what a page has in common with its translation:
    `{}.md` in both folders alike, or `{}.es.md={}.en.md` for each. Pages without a counterpart
    come too. Raises `WorkflowError` for a bad pattern, a missing folder, and when nothing is found.
    """
    ours, theirs = _patterns(pattern)
    sources = _named(source_folder, ours)
    targets = _named(target_folder, theirs)
    if source_folder.resolve() == target_folder.resolve() and ours == theirs:
        raise WorkflowError(
            "holds both languages, and nothing tells them apart",
            path=source_folder,
            hint="give two patterns: --pattern '{}.es.md={}.en.md'",
        )
    if not sources and not targets:
        raise WorkflowError(
            f"has no file that is called {ours}", path=source_folder, hint="see --pattern"
        )
    pairs = [
        FilePair(path, targets[name])
        if name in targets
        else FilePair(path, None, target_folder / theirs.replace(NAME, name))
        for name, path in sources.items()
    ]
    return pairs + [
        FilePair(None, path, source_folder / ours.replace(NAME, name))
        for name, path in targets.items()
        if name not in sources
    ]


def _patterns(pattern: str) -> tuple[str, str]:
    ours, separator, theirs = pattern.partition("=")
    both = (ours, theirs if separator else ours)
    if any(one.count(NAME) != 1 for one in both):
        raise WorkflowError(
            f"{pattern!r} is no pattern",
            hint="write {} once for what both files have in common: '{}.es.md={}.en.md'",
        )
    return both


def _named(folder: Path, pattern: str) -> dict[str, Path]:
    if not folder.is_dir():
        raise WorkflowError("there is no such folder", path=folder)
    return dict(sorted(_matches(folder, pattern)))


def _matches(folder: Path, pattern: str) -> Iterator[tuple[str, Path]]:
    before, after = pattern.split(NAME)
    for path in folder.rglob("*"):
        inside = path.relative_to(folder)
        name = inside.as_posix()
        hidden = any(part.startswith(".") for part in inside.parts)
        if hidden or not name.startswith(before) or not name.endswith(after):
            continue
        if len(name) > len(before) + len(after) and path.is_file():
            yield name[len(before) : len(name) - len(after)], path
