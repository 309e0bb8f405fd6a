"""The errors that a person may meet: what is wrong, where, and what to do next."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike


class WorkflowError(Exception):
    """Something a person can mend; the command line prints it and exits with `exit_code`.

    `path` and `line` (1-based) say where; `hint` says what to do next.
    """

    exit_code = 2

    def __init__(
        self,
        message: str,
        *,
        path: str | PathLike[str] | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.hint = hint

    def __str__(self) -> str:
        where = "" if self.path is None else f"{self.path}: "
        if self.path is not None and self.line is not None:
            where = f"{self.path}:{self.line}: "
        return f"{where}{self.message}" + (f" ({self.hint})" if self.hint else "")


class Refused(WorkflowError):
    """A file that was refused whole, with everything that is wrong in it at once."""

    def __init__(self, errors: Sequence[WorkflowError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        single: list[WorkflowError] = []
        for error in errors:
            single += error.errors if isinstance(error, Refused) else (error,)
        self.errors: tuple[WorkflowError, ...] = tuple(single)


class EngineError(WorkflowError):
    """A translation engine is missing, died, or gave no answer in time."""


class GlossaryError(WorkflowError):
    """A glossary cannot be read."""


class ArticleError(WorkflowError):
    """An article cannot be read as Markdown with front matter."""
