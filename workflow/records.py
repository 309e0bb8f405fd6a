"""The text of each draft, paired file and edition whose edits were last taken in.

It is what a person began from: between it and what stands there now is what they did since. A file
and what it settles become true at one moment, so that a run which is killed, wherever, leaves no
page that could be misread. The records are local and safe to delete: without one, a page is
compared with the catalog alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workflow.files import remove, staged, take_place, write_text
from workflow.project import Project


@dataclass(frozen=True, slots=True)
class _Record:
    """What is settled for a page, and what will be once a waiting file has taken its place."""

    settled: str | None = None
    coming: str | None = None
    waiting: str = ""
    """Path of the file that is to take its place; `coming` is settled when it is gone."""

    def now(self) -> str | None:
        """What is settled as the disk stands."""
        came = self.waiting and not Path(self.waiting).exists()
        return self.coming if came else self.settled


def write_settling(project: Project, path: Path, text: str, pages: Mapping[Path, str]) -> bool:
    """Write `text` to `path`; from that moment the catalog holds all that people did in `pages`.

    Whether it was written can be told afterwards, even by another run: a file that waits beside
    `path` is there until it takes its place, and the records name it. True when the bytes of
    `path` changed. Raises `WorkflowError`, and then all is as before.
    """
    known = {page: settled_text(project, page) for page in pages}
    fresh = {page: said for page, said in pages.items() if said != known[page]}
    waiting = staged(path, text)
    if waiting is None:
        for page, said in fresh.items():
            _store(project, page, _Record(said))
        return False
    try:
        for page, said in fresh.items():
            _store(project, page, _Record(known[page], said, str(waiting)))
        take_place(waiting, path)
    except BaseException:
        tidy(project, fresh)
        remove(waiting)
        raise
    return True


def settled_text(project: Project, path: Path) -> str | None:
    """What was last settled for this file, None when nothing was."""
    return _load(project, path).now()


def tidy(project: Project, pages: Iterable[Path]) -> None:
    """Let the records of an article's pages say what is settled and no more.

    What killed runs left waiting beside the files is removed, once no record names it.
    """
    found = {page: _load(project, page) for page in pages}
    named = {page: record for page, record in found.items() if record.waiting}
    for page, record in named.items():
        _store(project, page, _Record(record.now()))
    for record in named.values():
        remove(Path(record.waiting))


def _load(project: Project, path: Path) -> _Record:
    try:
        return _Record(**json.loads(_place(project, path).read_bytes()))
    except (OSError, ValueError, TypeError):
        return _Record()


def _store(project: Project, path: Path, record: _Record) -> None:
    fields = {"settled": record.settled, "coming": record.coming, "waiting": record.waiting}
    write_text(_place(project, path), json.dumps(fields, ensure_ascii=False))


def _place(project: Project, path: Path) -> Path:
    name = hashlib.sha256(str(path.resolve()).encode()).hexdigest()[:16]
    return project.own_folder("pages") / name
