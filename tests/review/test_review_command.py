"""`workflow review`: the paired file written and read back, without any engine."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.review.conftest import (
    CATALOG,
    DRAFT,
    PAIRED,
    SOURCE,
    SPANISH,
    Workflow,
    commit,
    draft_all,
    edit,
    git,
    item,
)

FILES = (CATALOG, DRAFT, PAIRED)


@pytest.fixture(autouse=True)
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which nothing can translate; git stays."""

    def load_engine(*arguments: object, **options: object) -> None:
        raise AssertionError("an engine was asked for")

    monkeypatch.setattr("workflow.engines.load_engine", load_engine)


def test_an_article_nobody_translated_has_a_paired_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workflow: Workflow
) -> None:
    monkeypatch.chdir(tmp_path)
    SOURCE.parent.mkdir(parents=True)
    SOURCE.write_text(SPANISH, encoding="utf-8")
    answer = workflow("review", "nota")
    assert answer.code == 0 and f"wrote {PAIRED}" in answer.out
    edit(PAIRED, "<!-- en -->\n\nEl tribunal leyó la sentencia el lunes.", "<!-- en -->\n\nRead.")
    assert workflow("review", "nota", "--apply").code == 0
    assert item("El tribunal").msgstr == "Read."
    assert DRAFT.read_text(encoding="utf-8").endswith("\nRead.\n")


def test_a_second_run_changes_nothing(drafted: Path, workflow: Workflow) -> None:
    before = [path.read_bytes() for path in FILES]
    answer = workflow("review", "nota")
    assert answer.out == "nota: 0 edits taken in, 0 of 5 approved\n"
    assert [path.read_bytes() for path in FILES] == before


def test_every_edit_is_told_with_its_place_and_its_author(
    drafted: Path, workflow: Workflow
) -> None:
    git("init", "-q")
    git("config", "user.name", "Ana")
    commit("Draft", "Ana")
    edit(PAIRED, "on Monday", "this Monday")
    commit("Say which Monday", "Bea")
    edit(DRAFT, "The families wait.", "The families are waiting.")
    answer = workflow("review", "nota", "--apply")
    assert f"{DRAFT}:" in answer.out and "by Ana, in the draft: “The families are" in answer.out
    assert (
        f"{PAIRED}:" in answer.out and "by Bea, in the paired file: “The court read" in answer.out
    )
    assert "this Monday" in DRAFT.read_text(encoding="utf-8")
    assert "are waiting" in PAIRED.read_text(encoding="utf-8")


def test_an_edit_of_the_catalog_in_another_program_is_taken_up(
    drafted: Path, workflow: Workflow
) -> None:
    edit(CATALOG, 'msgstr "The families wait."', 'msgstr "The families are waiting."')
    found = json.loads(workflow("review", "nota", "--apply", "--json").out)["articles"][0]
    assert [(e["via"], e["text"]) for e in found["edits"]] == [("po", "The families are waiting.")]
    assert "are waiting" in DRAFT.read_text(encoding="utf-8")


def test_an_edit_of_the_catalog_that_came_through_a_commit_is_its_authors(
    drafted: Path, workflow: Workflow
) -> None:
    git("init", "-q")
    git("config", "user.name", "Ana")
    commit("Draft", "Ana")
    wrapped = 'msgstr ""\n"The families "\n"are waiting."'
    edit(CATALOG, 'msgstr "The families wait."', wrapped)
    commit("Wait on", "Bea")
    edit(CATALOG, 'msgstr "The court read', 'msgstr "The court has read')
    assert workflow("review", "nota", "--apply").code == 0
    assert '"by": "Bea"' in item("Las familias").tcomment
    assert '"by": "Ana"' in item("El tribunal").tcomment


def test_two_places_that_disagree_are_both_shown_and_nothing_changes(
    drafted: Path, workflow: Workflow
) -> None:
    edit(DRAFT, "The families wait.", "One wording.")
    edit(PAIRED, "The families wait.", "Another wording.")
    before = [path.read_bytes() for path in FILES]
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2
    assert "One wording." in answer.err and "Another wording." in answer.err
    assert [path.read_bytes() for path in FILES] == before


def test_every_error_of_the_paired_file_is_told_with_its_line(
    drafted: Path, workflow: Workflow
) -> None:
    edit(PAIRED, "> El tribunal leyó", "> El juzgado leyó")
    edit(PAIRED, "<!-- paired", "stray words\n\n<!-- paired")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2 and f"{PAIRED}:1: text outside" in answer.err
    edit(PAIRED, "stray words\n\n", "")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2 and "was edited here" in answer.err


def test_applying_without_a_paired_file_is_refused(drafted: Path, workflow: Workflow) -> None:
    PAIRED.unlink()
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2 and f"{PAIRED}: there is no paired file" in answer.err


@pytest.mark.parametrize("path", [DRAFT, PAIRED])
def test_texts_that_only_the_project_names_are_read_back_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workflow: Workflow, path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("workflow.toml").write_text("[article]\nshortcode_parameters = ['alt']\n")
    SOURCE.parent.mkdir(parents=True)
    SOURCE.write_text('{{< figure src="a.jpg" alt="Una puerta" >}}\n', encoding="utf-8")
    draft_all({"Una puerta": "A door"})
    edit(path, "A door", "A gate")
    assert workflow("review", "--apply").code == 0
    assert item("puerta").msgstr == "A gate"


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("author: Redacción", "author: The newsroom", 4),
        ("The court read", "```\ncode\n```\n\nThe court read", None),
        ("The court read", "<hr class='x'>\n\nThe court read", None),
    ],
)
def test_what_is_no_text_of_the_article_is_refused_in_the_draft_with_its_line(
    drafted: Path, workflow: Workflow, old: str, new: str, line: int | None
) -> None:
    edit(DRAFT, old, new)
    text = DRAFT.read_text(encoding="utf-8")
    line = line or text[: text.index(new)].count("\n") + 1
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2 and f"{DRAFT}:{line}: what was changed here" in answer.err
    assert DRAFT.read_text(encoding="utf-8") == text
