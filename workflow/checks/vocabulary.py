"""Whether Spanish or English has a common word of some spelling.

The lists are made from simplemma's dictionaries when the package is built (`hatch_build.py`):
loading a dictionary takes longer than checking an article.
"""

from __future__ import annotations

import mmap
from functools import cache
from pathlib import Path

from workflow.errors import WorkflowError

_FOLDER = Path(__file__).resolve().parent.parent / "data" / "vocabulary"


def has_word(word: str, language: str = "es") -> bool:
    """Whether `language` has this word, written in small letters.

    Raises `WorkflowError` when the package was installed without its word lists.
    """
    words, sought = _list(language), word.encode()
    low, high = 0, len(words)
    while low < high:  # a search by halves: the words are sorted, one a line
        start = words.rfind(b"\n", low, (low + high) // 2 + 1) + 1
        end = words.find(b"\n", start)
        if start == 0 or end < 0:
            return False
        found = words[start:end]
        if found == sought:
            return bool(word)
        low, high = (end, high) if found < sought else (low, start - 1)
    return False


@cache
def _list(language: str) -> mmap.mmap:
    """Every word of the language between line ends."""
    path = _FOLDER / f"{language}.words"
    try:
        with path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError):
        raise WorkflowError(
            "the word list that the check needs is missing", path=path, hint="reinstall workflow"
        ) from None
