"""Whether a language has a common word of some spelling, asked of simplemma's dictionaries.

The dictionary takes most of a second to load, so its words are kept in the cache directory, one
a line, and looked up there; the file may be deleted at any time.
"""

from __future__ import annotations

import mmap
import os
import tempfile
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from workflow.glossary.cache import default_directory


def has_word(word: str, language: str = "es") -> bool:
    """Whether `language` has this word, written in small letters."""
    return _list(language).find(f"\n{word}\n".encode()) >= 0


@cache
def _list(language: str) -> mmap.mmap | bytes:
    """Every word of the language between line ends."""
    path = default_directory() / f"{language}-{_edition()}.words"
    with suppress(OSError, ValueError), path.open("rb") as file:
        found = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if found[-5:] == b"\nEND\n":
            return found
    words = _words(language)
    _store(path, words)
    return words


def _edition() -> str:
    """What tells one installed simplemma from another, without importing it."""
    spec = find_spec("simplemma")
    if spec is None or spec.origin is None:
        return "none"
    about = Path(spec.origin).stat()
    return f"{about.st_size:x}-{about.st_mtime_ns:x}"


def _words(language: str) -> bytes:
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    known = DefaultDictionaryFactory().get_dictionary(language)
    spelled = sorted({word.lower() for word in known if word.isalpha()})
    return "\n".join(["", *spelled, "END", ""]).encode()


def _store(path: Path, words: bytes) -> None:
    """Keep the list, all or nothing; a directory that cannot be written is left alone."""
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".words-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(words)
            os.replace(temporary, path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
