"""One process at a time on one article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from workflow.errors import WorkflowError
from workflow.project import Article, Project

PATIENCE = 60.0
"""Seconds to wait for another process before giving up."""


@contextmanager
def locked(project: Project, article: Article, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the article's lock; wait for another process that holds it.

    Raises `WorkflowError` when it is still held after `patience` seconds, or cannot be made.
    """
    folder = project.own_folder("locks")
    name = hashlib.sha256(str(article.catalog).encode()).hexdigest()[:16]
    lock = FileLock(folder / f"{name}.lock", timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        raise WorkflowError(
            f"another process has been working on this article for {patience:.0f} seconds",
            path=project.relative(article.source),
            hint="wait for it to end, then run again",
        ) from None
    except OSError as error:
        raise WorkflowError(
            f"cannot be locked: {error.strerror}", path=project.relative(article.source)
        ) from error
    try:
        yield
    finally:
        lock.release()
