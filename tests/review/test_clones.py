"""An edition edited on another machine: real clones, which know nothing but what is in git."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.review.conftest import (
    CATALOG,
    DRAFT,
    EDITION,
    PAIRED,
    SOURCE,
    Workflow,
    commit,
    edit,
    git,
    item,
)

WAIT = "The families wait."


def approve_all(workflow: Workflow) -> None:
    assert workflow("review", "nota", "--apply").code == 0
    text = PAIRED.read_text(encoding="utf-8")
    PAIRED.write_text(text.replace("[ ] approved", "[x] approved"), encoding="utf-8")
    assert workflow("review", "nota", "--apply").code == 0


@pytest.fixture
def published(drafted: Path, workflow: Workflow) -> Path:
    """An article that was published and committed by Ana."""
    git("init", "-q")
    git("config", "user.name", "Ana")
    approve_all(workflow)
    assert workflow("publish", "nota", "--accept-unedited", "a test").code == 0
    commit("Publish", "Ana")
    return drafted


def clone(repository: Path, name: str, monkeypatch: pytest.MonkeyPatch, *options: str) -> Path:
    """A fresh clone of Eva's, in which we then stand."""
    place = repository.parent / f"{repository.name}-{name}"
    git("clone", "-q", *options, repository.as_uri(), str(place))
    monkeypatch.chdir(place)
    git("config", "user.name", "Eva")
    return place


@pytest.mark.parametrize("options", [(), ("--depth=1",)])
def test_an_edit_of_the_edition_is_taken_in_in_a_fresh_clone(
    published: Path, workflow: Workflow, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    clone(published, "eva", monkeypatch, *options)
    assert "0 edits taken in" in workflow("review", "nota", "--apply").out
    assert git("status", "--porcelain") == ""
    edit(EDITION, WAIT, "The families are waiting.")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0 and "by Eva, in the edition: “The families are waiting.”" in answer.out
    assert item("Las familias").msgstr == "The families are waiting."


def test_an_edit_of_the_edition_that_came_through_a_commit_is_its_authors(
    published: Path, workflow: Workflow, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(EDITION, WAIT, "The families are waiting.")
    commit("Wait on", "Bea")
    clone(published, "eva", monkeypatch)
    answer = workflow("review", "nota", "--apply")
    assert "by Bea, in the edition: “The families are waiting.”" in answer.out
    assert workflow("publish", "nota", "--check-only").code == 1


def test_publishing_in_a_fresh_clone_overwrites_no_edit_of_the_edition(
    published: Path, workflow: Workflow, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(EDITION, WAIT, "The families are waiting.")
    commit("Wait on", "Bea")
    clone(published, "eva", monkeypatch)
    before = EDITION.read_bytes()
    assert workflow("publish", "nota").code == 1
    assert EDITION.read_bytes() == before


def test_an_edition_older_than_its_catalog_holds_no_edit(
    published: Path, workflow: Workflow, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(EDITION, WAIT, "The families are waiting.")
    assert workflow("review", "nota", "--apply").code == 0
    edit(DRAFT, "The families are waiting.", "The families still wait.")
    edit(DRAFT, "on Monday", "this Monday")
    assert workflow("review", "nota").code == 0
    commit("Edit both", "Ana")
    clone(published, "eva", monkeypatch)
    assert "0 edits taken in" in workflow("review", "nota", "--apply").out
    assert item("Las familias").msgstr == "The families still wait."
    assert "this Monday" in item("El tribunal").msgstr


def test_an_edition_is_read_though_the_spanish_has_grown_since(
    published: Path, workflow: Workflow, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(SOURCE, "El tribunal leyó", "Nadie respondió ayer.\n\nEl tribunal leyó")
    assert workflow("review", "nota").code == 0
    commit("Report on", "Ana")
    clone(published, "eva", monkeypatch)
    edit(EDITION, WAIT, "The families are waiting.")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0 and "1 edit taken in" in answer.out


def test_an_edit_of_the_edition_and_one_of_the_catalog_are_a_conflict(
    published: Path, workflow: Workflow, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(DRAFT, WAIT, "The families still wait.")
    assert workflow("review", "nota").code == 0
    commit("Still", "Ana")
    clone(published, "eva", monkeypatch)
    edit(EDITION, WAIT, "The families are waiting.")
    before = CATALOG.read_bytes()
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2
    assert "“The families are waiting.” in the edition" in answer.err
    assert "“The families still wait.” in the PO file" in answer.err
    assert CATALOG.read_bytes() == before


def test_what_is_no_text_of_the_article_is_refused_in_a_fresh_clone_too(
    published: Path, workflow: Workflow, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone(published, "eva", monkeypatch)
    edit(EDITION, "author: Redacción", "author: The newsroom")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2 and f"{EDITION}: what was changed here is no text" in answer.err


def test_an_edition_that_somebody_else_published_anew_holds_no_edit(
    published: Path, workflow: Workflow, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = clone(published, "eva", monkeypatch)
    edit(DRAFT, WAIT, "The families are waiting.")
    approve_all(workflow)
    assert workflow("publish", "nota", "--accept-unedited", "again").code == 0
    edit(DRAFT, "The families are waiting.", "The families still wait.")
    assert workflow("review", "nota").code == 0
    commit("Publish anew, then edit", "Eva")
    monkeypatch.chdir(published)
    git("pull", "-q", place.as_uri())
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0 and "0 edits taken in" in answer.out, answer.err
    assert item("Las familias").msgstr == "The families still wait."


def test_a_page_that_nothing_is_known_of_is_not_overwritten(
    drafted: Path, workflow: Workflow
) -> None:
    approve_all(workflow)
    EDITION.parent.mkdir(parents=True)
    EDITION.write_text("Somebody translated this by hand.\n", encoding="utf-8")
    answer = workflow("publish", "nota", "--accept-unedited", "a test")
    assert answer.code == 2 and "was not written by `workflow publish`" in answer.err
    assert EDITION.read_text(encoding="utf-8") == "Somebody translated this by hand.\n"
