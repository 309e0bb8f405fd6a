"""A run killed before each of its writes in turn, and the next one too: no edit lost or made up."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.review.conftest import CATALOG, DRAFT, PAIRED, SOURCE, draft_all
from workflow.catalog import State, read_catalog
from workflow.glossary import Glossary
from workflow.project import Project
from workflow.review.revision import Desk, revise

EDITED = {
    "uno": (DRAFT, DRAFT, None),
    "dos": (PAIRED, PAIRED, None),
    "tres": (DRAFT, PAIRED, None),
    "cuatro": (PAIRED, DRAFT, PAIRED),
    "cinco": (None, DRAFT, PAIRED),
    "seis": (PAIRED, None, DRAFT),
}
"""Where a person edits each paragraph before the first run, the second and the third."""
TICKED = {
    "siete": ("x", " ", None),
    "ocho": ("x", None, None),
    "nueve": (None, "x", None),
    "diez": ("x", None, " "),
}
"""What a person puts in the box of each paragraph before these runs."""
APPROVED = ("ocho", "nueve")
WORDS = (*EDITED, *TICKED)
Files = dict[Path, bytes]


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Machine:
    """Paragraphs that each have an English of their own, which ends in the number of its edit."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(os, "fsync", lambda _: None)  # what is killed is the process, not the disk
    monkeypatch.setenv("PATH", str(tmp_path))  # whose edits they are is not asked
    SOURCE.parent.mkdir(parents=True)
    SOURCE.write_text("\n\n".join(map(spanish, WORDS)) + "\n", encoding="utf-8")
    draft_all({spanish(word): english(word, 0) for word in WORDS})
    project = Project.find()
    return Machine(Desk(project, "en", Glossary.load(project.glossary_paths())), monkeypatch)


def spanish(word: str) -> str:
    return f"La fila {word}."


def english(word: str, version: int) -> str:
    return f"The row {word}, v{version}."


class Killed(BaseException):
    """Ends a run; from then on it changes nothing on the disk."""


@dataclass
class Machine:
    """Runs that take in what people did and change nothing else, with a desk of their own."""

    desk: Desk
    monkeypatch: pytest.MonkeyPatch

    def take_in(self) -> None:
        revise(self.desk, self.desk.project.find_articles(["nota"])[0], lambda _, known: known)

    def killed_before(self, write: int) -> bool:
        """A run that is killed before a file takes its place so often; False when it ended."""
        left = write
        replace = os.replace

        def counted(old: str | Path, new: str | Path) -> None:
            nonlocal left
            left -= 1
            if left <= 0:
                raise Killed
            replace(old, new)

        def alive(change: Callable[..., Any]) -> Callable[..., Any]:
            def changed(*arguments: Any, **options: Any) -> Any:
                if left <= 0:
                    raise Killed
                return change(*arguments, **options)

            return changed

        with self.monkeypatch.context() as patched:
            patched.setattr(os, "replace", counted)
            patched.setattr(os, "unlink", alive(os.unlink))
            patched.setattr(tempfile, "mkstemp", alive(tempfile.mkstemp))
            try:
                self.take_in()
            except Killed:
                return True
        return False


class Person:
    """Somebody who edits and ticks between runs."""

    def __init__(self, last: dict[str, tuple[int, Path]] | None = None) -> None:
        self.last = dict(last or {})
        """Number and place of the last edit of each paragraph."""

    def works(self, turn: int) -> None:
        """Do what the tables have for this turn, from 0."""
        catalog = CATALOG.read_text(encoding="utf-8")
        for word, places in EDITED.items():
            if (path := places[turn]) is not None:
                version, before = self.last.get(word, (0, path))
                if english(word, version) not in catalog:
                    path = before  # another place would be a conflict, and rightly
                replaced(path, rf"The row {word}, v\d+\.", english(word, version + 1))
                self.last[word] = version + 1, path
        for word, boxes in TICKED.items():
            if (box := boxes[turn]) is not None:
                until_box = rf"(The row {word}, v0\.\n\n<!-- /en -->\n\n- \[)[ x]"
                replaced(PAIRED, until_box, rf"\g<1>{box}")

    def finds_all(self) -> None:
        """All that was done is in the catalog and on both pages, and nothing else."""
        entries = read_catalog(CATALOG, "en").entries
        wanted = [english(word, self.last.get(word, (0, DRAFT))[0]) for word in WORDS]
        assert [entry.target for entry in entries] == wanted
        for page in (DRAFT, PAIRED):
            rows = re.findall(r"^The row .*", page.read_text(encoding="utf-8"), re.MULTILINE)
            assert rows == wanted, page
        approved = [entry.source for entry in entries if entry.state is State.APPROVED]
        assert approved == [spanish(word) for word in APPROVED]


def replaced(path: Path, old: str, new: str) -> None:
    """Put `new` in the one place of the file that fits the pattern `old`."""
    text, times = re.subn(old, new, path.read_text(encoding="utf-8"))
    assert times == 1, f"{old!r} stands {times} times in {path}"
    path.write_text(text, encoding="utf-8")


def files() -> Files:
    """All files here."""
    return {path: path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def put_back(before: Files) -> None:
    """Make the files here those of before again."""
    for path, data in files().items():
        if before.get(path) != data:
            path.unlink()
    for path, data in before.items():
        if not path.exists():
            path.write_bytes(data)


def test_no_edit_is_lost_or_made_up_by_two_runs_killed_before_any_two_writes(
    article: Machine,
) -> None:
    begun = files()
    for first in count(1):
        put_back(begun)
        ana = Person()
        ana.works(0)
        if not article.killed_before(first):
            break
        once_killed = files()
        for second in count(1):
            put_back(once_killed)
            bea = Person(ana.last)
            bea.works(1)
            goes_on = article.killed_before(second)
            bea.works(2)
            article.take_in()
            bea.finds_all()
            if not goes_on:
                break
    assert first > len((CATALOG, DRAFT, PAIRED)) < second
