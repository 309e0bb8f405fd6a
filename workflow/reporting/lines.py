"""The lines of the files that findings stand in, for formats that show or measure them."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from workflow.errors import WorkflowError
from workflow.files import read_text

_LINE_END = re.compile(r"\r\n?|\n")


def line_at(path: Path, number: int) -> str:
    """A line of a file, by its number from 1; empty when the file has changed meanwhile."""
    lines = _lines(path)
    return lines[number - 1] if number <= len(lines) else ""


def byte_column(path: Path, line: int, column: int) -> int:
    """A column (from 1) counted in characters, as one counted in bytes of UTF-8."""
    return len(line_at(path, line)[: column - 1].encode("utf-8", "surrogatepass")) + 1


@lru_cache(maxsize=4)  # findings come file by file, source and target in turn
def _lines(path: Path) -> list[str]:
    try:
        return _LINE_END.split(read_text(path))
    except WorkflowError:
        return []
