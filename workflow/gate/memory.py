"""What earlier checks found, remembered for as long as nothing it depends on has changed.

A task's findings depend on the bytes of its files, the glossaries, the project's settings, this
program and the libraries that read the files. All of that is in the key; a record whose key
differs, or whose bytes are damaged, is as good as none. The folder is safe to delete.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from workflow import __version__
from workflow.errors import WorkflowError
from workflow.findings import Finding, Severity, Span
from workflow.gate.tasks import Examiner, Task, inputs
from workflow.located import Acceptance, Located, Place, Suppression

_LIBRARIES = ("markdown_it", "mdit_py_plugins", "polib", "ruamel.yaml")
_PACKAGE = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Memory:
    """Records of findings in a folder, one a task."""

    folder: Path
    circumstances: str
    """Hash of all that findings depend on beside a task's own files."""

    @classmethod
    def of(cls, examiner: Examiner) -> Memory | None:
        """The memory of a project; None where its folder cannot be made.

        Raises `WorkflowError` when a glossary cannot be read.
        """
        circumstances = "\n".join(_circumstances(examiner))
        try:
            folder = examiner.project.own_folder("checked")
        except WorkflowError:
            return None  # a read-only checkout is checked without a memory
        return cls(folder, _digest(circumstances.encode()))

    def key(self, task: Task) -> str:
        """Hash of everything that the task's findings depend on, as it stands now."""
        parts = [self.circumstances, type(task).__name__]
        for path in inputs(task):
            try:
                parts.append(f"{path} {_digest(path.read_bytes())}")
            except OSError as error:
                parts.append(f"{path} {type(error).__name__}")
        return _digest("\n".join(parts).encode("utf-8", "surrogateescape"))

    def recall(self, task: Task, key: str) -> list[Located] | None:
        """What was found when the key was the same; None when that is not known."""
        try:
            head, digest, body = self._record(task).read_bytes().split(b"\n", 2)
            if head.decode() != key or digest.decode() != _digest(body):
                return None
            return [_located(data, inputs(task)) for data in json.loads(body)]
        except (OSError, ValueError, LookupError, TypeError):
            return None

    def remember(self, task: Task, key: str, found: Sequence[Located]) -> None:
        """Keep what was found; in vain when the files have changed in the meantime."""
        if self.key(task) != key:
            return
        places = inputs(task)
        data = [_as_data(located, places) for located in found]
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )
        record = self._record(task)
        temporary = record.with_suffix(f".{os.getpid()}")
        # A full disk costs time, not findings: what is not remembered is found again.
        with contextlib.suppress(OSError):
            temporary.write_bytes(b"\n".join((key.encode(), _digest(body).encode(), body)))
            os.replace(temporary, record)

    def _record(self, task: Task) -> Path:
        name = "\n".join((type(task).__name__, *map(str, inputs(task))))
        return self.folder / _digest(name.encode("utf-8", "surrogateescape"))[:32]


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _circumstances(examiner: Examiner) -> Iterator[str]:
    yield f"{__version__} {sys.version}"
    yield repr(examiner.project.config)
    yield f"{examiner.project.root} {examiner.language} {examiner.project.glossary_hash()}"
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix != ".pyc" and path.is_file():
            yield _stamp(path)
    for name in _LIBRARIES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            yield _stamp(Path(spec.origin))


def _stamp(path: Path) -> str:
    status = path.stat()
    return f"{path} {status.st_size} {status.st_mtime_ns}"


def _as_data(located: Located, paths: Sequence[Path]) -> list[Any]:
    finding, accepted = located.finding, located.suppression
    return [
        [
            finding.rule,
            finding.severity.value,
            finding.message,
            _span_as_data(finding.source),
            _span_as_data(finding.target),
            finding.suggestion,
            finding.certain,
        ],
        located.segment,
        _place_as_data(located.source, paths),
        _place_as_data(located.target, paths),
        located.subject,
        None if accepted is None else [accepted.kind.value, accepted.reason],
    ]


def _located(data: Any, paths: Sequence[Path]) -> Located:
    (rule, severity, message, source, target, suggestion, certain), segment, *rest = data
    return Located(
        Finding(
            rule, Severity(severity), message, _span(source), _span(target), suggestion, certain
        ),
        segment,
        _place(rest[0], paths),
        _place(rest[1], paths),
        rest[2],
        None if rest[3] is None else Suppression(Acceptance(rest[3][0]), rest[3][1]),
    )


def _span_as_data(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _span(data: Any) -> Span | None:
    return None if data is None else Span(*data)


def _place_as_data(place: Place | None, paths: Sequence[Path]) -> list[int] | None:
    if place is None:
        return None
    which = paths.index(place.path)
    return [which, place.line, place.column, place.end_line, place.end_column]


def _place(data: Any, paths: Sequence[Path]) -> Place | None:
    return None if data is None else Place(paths[data[0]], *data[1:])
