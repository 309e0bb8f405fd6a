"""A small article with an English of its own: written through the shared path, no engine needed."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest

from workflow.article import Document
from workflow.catalog import Catalog, Entry
from workflow.cli import run
from workflow.glossary import Glossary
from workflow.project import Project
from workflow.review.revision import Desk, revise

SOURCE = Path("articles/es/nota.md")
DRAFT = Path("articles/drafts/en/nota.md")
CATALOG = Path("articles/catalogs/en/nota.po")
PAIRED = Path("articles/review/en/nota.md")
EDITION = Path("articles/en/nota.md")

SPANISH = """\
---
title: Muertes en las cárceles
date: 2026-01-31
author: Redacción
permalink: /es/muertes/
---

Al menos **480** personas han muerto bajo custodia.

- La Fiscalía calla.
- Las familias esperan.

El tribunal leyó la sentencia el lunes.
"""
ENGLISH = {
    "Muertes en las cárceles": "Deaths in prisons",
    "Al menos **480** personas han muerto bajo custodia.":
        "At least **480** people have died in custody.",
    "La Fiscalía calla.": "The Prosecutor’s Office is silent.",
    "Las familias esperan.": "The families wait.",
    "El tribunal leyó la sentencia el lunes.": "The court read the sentence on Monday.",
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


Workflow = Callable[..., Answer]


@pytest.fixture
def workflow(capsys: pytest.CaptureFixture[str]) -> Workflow:
    """Run `workflow …` in this process."""

    def call(*arguments: str) -> Answer:
        capsys.readouterr()
        code = run(arguments)
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


@pytest.fixture
def drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose article has a machine draft; the current directory is its root."""
    monkeypatch.chdir(tmp_path)
    SOURCE.parent.mkdir(parents=True)
    SOURCE.write_text(SPANISH, encoding="utf-8")
    draft_all()
    return tmp_path


def draft_all(english: Mapping[str, str] = ENGLISH, slug: str = "nota") -> None:
    """Machine drafts for all segments that `english` knows and that have none."""

    def draft(document: Document, catalog: Catalog) -> Catalog:
        return catalog.map(lambda entry: _drafted(entry, english))

    project = Project.find()
    desk = Desk(project, "en", Glossary.load(project.glossary_paths()))
    revise(desk, project.find_articles([slug])[0], draft)


def _drafted(entry: Entry, english: Mapping[str, str]) -> Entry:
    target = english.get(entry.source)
    if target is None or entry.target:
        return entry
    return entry.drafted(target, {"signature": "table|1", "glossary": "abc"})


def edit(path: Path, old: str, new: str) -> None:
    """Replace the one place in a file where `old` stands."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def item(spanish: str) -> polib.POEntry:
    """The catalog's entry whose Spanish holds `spanish`."""
    return next(e for e in polib.pofile(str(CATALOG)) if spanish in e.msgid and not e.obsolete)


def git(*arguments: str, author: str = "Ana") -> str:
    """Run git here; commits are by `author`."""
    identity = ("-c", f"user.name={author}", "-c", f"user.email={author.lower()}@example.org")
    done = subprocess.run(
        ["git", *identity, *arguments], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def commit(message: str, author: str) -> None:
    """Commit everything here."""
    git("add", "-A")
    git("commit", "-q", "-m", message, author=author)
