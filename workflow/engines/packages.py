"""Argos packages on this machine: found, checked before they are unpacked, installed, removed.

The folders are those of Argos Translate itself (`ARGOS_PACKAGES_DIR`, else its data folder), so
that both programs see the same packages. Nothing of Argos Translate is needed here.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import stat
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from filelock import FileLock, Timeout

from workflow.errors import WorkflowError

TOKENIZERS = ("sentencepiece.model", "bpe.model")
"""Files one of which a package must hold: how its model reads text."""
_REQUIRED = ("metadata.json", "model/model.bin")
_NOTE = "workflow-install.json"
"""Our note in the package's folder: checksum of the file it came from."""
_MAX_BYTES = 4 << 30
_MAX_FILES = 1_000
_MAX_RATIO = 200
"""Model weights hardly compress: a file that grows more than this is a zip bomb."""
_MAX_METADATA = 1 << 20
_CODE = re.compile(r"[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")
_FOLDER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")


@dataclass(frozen=True, slots=True)
class Package:
    """A translation package in its folder."""

    path: Path
    source: str
    """Language code: `es`."""
    target: str
    version: str
    checksum: str | None = None
    """SHA-256 of the file it was installed from, when we installed it."""

    @property
    def pair(self) -> str:
        """`es → en`."""
        return f"{self.source} → {self.target}"

    @property
    def size(self) -> int:
        """Bytes on disk."""
        return sum(file.stat().st_size for file in self.path.rglob("*") if file.is_file())


def packages_dir() -> Path:
    """The folder of packages that Argos Translate uses too; it may not exist yet."""
    configured = os.environ.get("ARGOS_PACKAGES_DIR") or setting("ARGOS_PACKAGES_DIR")
    if configured:
        return Path(configured)
    return home("XDG_DATA_HOME", ".local/share") / "argos-translate" / "packages"


def list_installed() -> list[Package]:
    """All translation packages, by pair, the newest of a pair first."""
    folder = packages_dir()
    if not folder.is_dir():
        return []
    found = [_read(path) for path in sorted(folder.iterdir()) if path.is_dir()]
    newest_first = sorted(filter(None, found), key=lambda p: version_key(p.version), reverse=True)
    return sorted(newest_first, key=lambda package: (package.source, package.target))


def installed(source: str, target: str) -> Package | None:
    """The newest package that translates `source` into `target`."""
    for package in list_installed():
        if (package.source, package.target) == (source, target):
            return package
    return None


def install(file: Path, pair: tuple[str, str] | None = None) -> Package:
    """Check `file` (`.argosmodel`), unpack it and move it into place; older ones of its pair go.

    With `pair`, a package for other languages is refused. Raises `WorkflowError`, and leaves
    nothing behind, when the file is no good or cannot be unpacked.
    """
    checksum = _checksum(file)
    with _opened(file) as archive:
        top = _checked_layout(archive, file)
        source, target = _checked_metadata(archive, top, file)
        if pair is not None and (source, target) != pair:
            raise WorkflowError(
                f"this package translates {source} → {target}, not {pair[0]} → {pair[1]}", path=file
            )
        with _locked() as folder, _staging(folder) as staging:
            _unpack(archive, staging, file)
            unpacked = staging / top
            note = {"file": file.name, "sha256": checksum}
            (unpacked / _NOTE).write_text(json.dumps(note) + "\n", "utf-8")
            _replace(unpacked, folder / top, staging / "replaced")
            for other in _of_pair(source, target):
                if other.path != folder / top:
                    _discard(other.path, staging)
    package = installed(source, target)
    if package is None:
        raise WorkflowError("the package vanished while it was installed", path=file)
    return package


def remove(source: str, target: str) -> list[Package]:
    """Delete every package of the pair and return them.

    Raises `WorkflowError` when there is none.
    """
    gone = _of_pair(source, target)
    if not gone:
        known = ", ".join(package.pair for package in list_installed()) or "none"
        raise WorkflowError(
            f"no package {source} → {target} is installed", hint=f"installed: {known}"
        )
    with _locked() as folder, _staging(folder) as staging:
        for package in gone:
            _discard(package.path, staging)
    return gone


# --- the folder


def home(variable: str, default: str) -> Path:
    """The folder that an XDG variable names, or its default below the home folder."""
    return Path(os.environ.get(variable) or Path.home() / default)


def setting(key: str) -> str | None:
    """A value of Argos Translate's own settings file."""
    file = home("XDG_CONFIG_HOME", ".config") / "argos-translate" / "settings.json"
    try:
        value = json.loads(file.read_text("utf-8")).get(key)
    except (OSError, ValueError, AttributeError):
        return None
    return value if isinstance(value, str) else None


def _read(folder: Path) -> Package | None:
    """The package in a folder; None when it holds none that translates."""
    try:
        metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
        source, target = _pair(metadata)
    except (OSError, ValueError):
        return None
    try:
        checksum = json.loads((folder / _NOTE).read_text("utf-8"))["sha256"]
    except (OSError, ValueError, KeyError, TypeError):
        checksum = None
    return Package(folder, source, target, str(metadata.get("package_version", "")), checksum)


def _pair(metadata: object) -> tuple[str, str]:
    """The language codes of a translation package; raises `ValueError` for anything else."""
    if not isinstance(metadata, dict):
        raise ValueError("metadata.json is no JSON object")
    if metadata.get("type", "translate") != "translate":
        raise ValueError(f"it is of type {metadata['type']!r}, not a translation package")
    codes = metadata.get("from_code"), metadata.get("to_code")
    source, target = codes
    if not isinstance(source, str) or not isinstance(target, str) or source == target:
        raise ValueError("metadata.json names no pair of languages (from_code, to_code)")
    if not (_CODE.fullmatch(source) and _CODE.fullmatch(target)):
        raise ValueError(f"{source!r} → {target!r} are no language codes")
    return source, target


def version_key(version: str) -> tuple[int, ...]:
    """What orders versions: `1.10` comes after `1.9`."""
    return tuple(int(part) for part in re.findall(r"\d{1,9}", version))


def _of_pair(source: str, target: str) -> list[Package]:
    return [p for p in list_installed() if (p.source, p.target) == (source, target)]


@contextmanager
def _locked() -> Iterator[Path]:
    """The packages folder, made if need be, while no other process of ours changes it."""
    folder = packages_dir()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / ".workflow.lock", timeout=60):
            yield folder
    except Timeout as error:
        raise WorkflowError("another process is changing the packages", path=folder) from error
    except OSError as error:
        raise WorkflowError(
            f"the packages cannot be changed: {error.strerror or error}", path=folder
        ) from error


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """A scratch folder on the same file system, beside the packages where Argos does not look."""
    parent = folder.parent
    if not os.access(parent, os.W_OK) or parent.stat().st_dev != folder.stat().st_dev:
        parent = folder
    staging = Path(tempfile.mkdtemp(prefix=".workflow-", dir=parent))
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)


def _replace(new: Path, place: Path, old: Path) -> None:
    """Move `new` to `place`; what stood there goes to `old`, and comes back on failure."""
    if not place.exists():
        new.rename(place)
        return
    place.rename(old)
    try:
        new.rename(place)
    except OSError:
        old.rename(place)
        raise


def _discard(path: Path, staging: Path) -> None:
    """Take a package out of sight at once; the scratch folder is deleted afterwards."""
    path.rename(staging / f"removed-{path.name}")


# --- the file


def _checksum(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise WorkflowError(f"cannot read it: {error.strerror or error}", path=file) from error


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise WorkflowError(
            "not an Argos package: it is no zip archive",
            path=file,
            hint="download the .argosmodel file again",
        ) from error
    with archive:
        yield archive


def _checked_layout(archive: zipfile.ZipFile, file: Path) -> str:
    """The one folder of a sound archive; raises `WorkflowError` before anything is unpacked."""
    entries = archive.infolist()
    problem = _size_problem(entries) or next(filter(None, map(_entry_problem, entries)), None)
    if problem:
        raise WorkflowError(f"the package is refused: {problem}", path=file)
    names = {PurePosixPath(entry.filename) for entry in entries if not entry.is_dir()}
    tops = {name.parts[0] for name in names if name.parts}
    top = next(iter(tops), "")
    inside = {"/".join(name.parts[1:]) for name in names}
    if len(tops) != 1 or not _FOLDER.fullmatch(top) or "" in inside:
        raise WorkflowError("not an Argos package: its files are not in one folder", path=file)
    missing = [name for name in _REQUIRED if name not in inside]
    if not any(name in inside for name in TOKENIZERS):
        missing.append(" or ".join(TOKENIZERS))
    if missing:
        raise WorkflowError(f"not an Argos package: it lacks {', '.join(missing)}", path=file)
    return top


def _size_problem(entries: list[zipfile.ZipInfo]) -> str | None:
    size = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    if len(entries) > _MAX_FILES:
        return f"it holds {len(entries)} files"
    if size > _MAX_BYTES or size > _MAX_RATIO * max(packed, 1 << 16):
        return f"it would unpack {packed:,} bytes to {size:,}"
    return None


def _entry_problem(entry: zipfile.ZipInfo) -> str | None:
    """What is wrong with one member of an archive."""
    name = entry.filename
    parts = PurePosixPath(name).parts
    if name.startswith("/") or "\\" in name or ":" in name or ".." in parts or "\0" in name:
        return f"{name!r} would be written outside its folder"
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return f"{name!r} is no ordinary file"
    if entry.flag_bits & 1:
        return f"{name!r} is encrypted"
    return None


def _checked_metadata(archive: zipfile.ZipFile, top: str, file: Path) -> tuple[str, str]:
    entry = archive.getinfo(f"{top}/metadata.json")
    if entry.file_size > _MAX_METADATA:
        raise WorkflowError("the package is refused: its metadata.json is huge", path=file)
    try:
        return _pair(json.loads(archive.read(entry).decode("utf-8")))
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError) as error:
        raise _damaged(file) from error
    except (ValueError, RecursionError) as error:
        raise WorkflowError(f"the package is refused: {error}", path=file) from error


def _unpack(archive: zipfile.ZipFile, folder: Path, file: Path) -> None:
    try:
        archive.extractall(folder)
    except (zipfile.BadZipFile, NotImplementedError, zlib.error, EOFError) as error:
        raise _damaged(file) from error


def _damaged(file: Path) -> WorkflowError:
    return WorkflowError("the package is damaged", path=file, hint="download it again")
