"""Reading and writing text files: never half-written, and every error says where."""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from workflow.errors import WorkflowError

_UMASK = os.umask(0)
os.umask(_UMASK)  # it can be read by setting it only, which no two threads may do at once


def read_text(path: Path) -> str:
    """The file's text, byte order mark and line ends as they are.

    Raises `WorkflowError` for a missing file, a directory, a lack of permission, or bytes that
    are not UTF-8 (with the line they stand on).
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise WorkflowError("there is no such file", path=path) from None
    except IsADirectoryError:
        raise WorkflowError("this is a directory, not a file", path=path) from None
    except OSError as error:
        raise WorkflowError(f"cannot be read: {error.strerror}", path=path) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise WorkflowError(
            f"is not UTF-8: byte 0x{data[error.start]:02x} at offset {error.start}",
            path=path,
            line=line,
            hint="save the file as UTF-8",
        ) from None


def write_text(path: Path, text: str) -> bool:
    """Write `text` as it is, all or nothing; True when the file's bytes changed.

    The text goes to a temporary file in the same folder, is flushed to the disk and then takes
    the place of the old file. Raises `WorkflowError` when it cannot, and the old file stands.
    """
    waiting = staged(path, text)
    if waiting is None:
        return False
    try:
        take_place(waiting, path)
    except BaseException:
        remove(waiting)
        raise
    return True


def staged(path: Path, text: str) -> Path | None:
    """A file beside `path` that holds `text`, flushed to the disk; None when `path` has its bytes.

    Raises `WorkflowError` when it cannot be written; then there is none.
    """
    data = text.encode("utf-8")
    path = path.resolve()
    temporary: Path | None = None
    try:
        if path.is_file() and path.read_bytes() == data:
            return None
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            os.fchmod(stream.fileno(), _mode(path))
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        waiting, temporary = temporary, None
        return waiting
    except OSError as error:
        raise _unwritten(path, error) from error
    finally:
        if temporary is not None:
            remove(temporary)


def take_place(waiting: Path, path: Path) -> None:
    """Put a staged file in the place of `path`; raises `WorkflowError`, and both are as before."""
    try:
        os.replace(waiting, path.resolve())
    except OSError as error:
        raise _unwritten(path, error) from error


def remove(path: Path) -> None:
    """Remove a file if it is there and can be removed."""
    with contextlib.suppress(OSError):
        os.unlink(path)


def _unwritten(path: Path, error: OSError) -> WorkflowError:
    hint = "the old file stands"
    return WorkflowError(f"cannot be written: {error.strerror}", path=path, hint=hint)


def _mode(path: Path) -> int:
    """Permissions for the new file: the old file's, or what the umask gives."""
    return path.stat().st_mode & 0o7777 if path.exists() else 0o666 & ~_UMASK


def position(text: str, offset: int) -> tuple[int, int]:
    """Line and column (both 1-based, columns in characters) of an offset in `text`."""
    start = text.rfind("\n", 0, offset) + 1
    return text.count("\n", 0, offset) + 1, offset - start + 1
