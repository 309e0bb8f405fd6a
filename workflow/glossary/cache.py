"""Compiled tables kept between runs: one file a glossary, safe to delete at any time."""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from workflow import __version__
from workflow.glossary.table import Table, restore

_MAGIC = b"workflow term table\n"


def default_directory() -> Path:
    """`$XDG_CACHE_HOME/workflow`, or `~/.cache/workflow` when that is not set."""
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "workflow"


def key(contents: Iterable[bytes]) -> str:
    """The name of the table compiled from these files by this code on this Python."""
    digest = hashlib.sha256(f"{sys.implementation.cache_tag} {_code()}".encode())
    for content in contents:
        digest.update(len(content).to_bytes(8, "big") + content)
    return digest.hexdigest()


def _code() -> str:
    """What changes whenever this package does, and with it the tables that it compiles."""
    try:
        with os.scandir(Path(__file__).parent) as entries:
            modules = sorted((one.name, one.stat()) for one in entries if one.name.endswith(".py"))
    except OSError:
        return __version__
    return " ".join(f"{name} {stat.st_size} {stat.st_mtime_ns}" for name, stat in modules)


def load(directory: Path, name: str) -> Table | None:
    """The table kept under `name`; None when there is none, or it is damaged."""
    try:
        data = (directory / f"{name}.terms").read_bytes()
        head, checksum, body = (
            data[: len(_MAGIC)],
            data[len(_MAGIC) :][:32],
            data[len(_MAGIC) + 32 :],
        )
        if head != _MAGIC or hashlib.sha256(body).digest() != checksum:
            return None
        return restore(marshal.loads(body))
    except (OSError, ValueError, EOFError, TypeError):
        return None


KEPT = 8
"""How many tables are kept: a few projects, and what they were before the last change."""


def store(directory: Path, name: str, table: Table) -> None:
    """Keep `table` under `name`, all or nothing; a directory that cannot be written is left."""
    body = marshal.dumps(table.plain())
    with suppress(OSError):
        directory.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=directory, prefix=".terms-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_MAGIC + hashlib.sha256(body).digest() + body)
            os.replace(temporary, directory / f"{name}.terms")
        except OSError:
            Path(temporary).unlink(missing_ok=True)
        _forget_old(directory)


def _forget_old(directory: Path) -> None:
    tables = sorted(directory.glob("*.terms"), key=lambda path: path.stat().st_mtime_ns)
    for path in tables[:-KEPT]:
        path.unlink(missing_ok=True)
