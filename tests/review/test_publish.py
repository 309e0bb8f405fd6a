"""`workflow publish`: the gate, the edition, and the proof that it is what was approved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.review.conftest import DRAFT, EDITION, ENGLISH, PAIRED, SOURCE, Workflow, edit


@pytest.fixture
def approved(drafted: Path, workflow: Workflow) -> Path:
    """Edited here and there by the person at the keyboard, every box ticked."""
    edit(DRAFT, "have died in custody", "died while in state custody")
    edit(DRAFT, "The families wait.", "The families are waiting.")
    edit(DRAFT, "read the sentence on Monday", "handed down the sentence on Monday")
    assert workflow("review", "nota").code == 0
    text = PAIRED.read_text(encoding="utf-8")
    PAIRED.write_text(text.replace("[ ] approved", "[x] approved"), encoding="utf-8")
    assert workflow("review", "nota", "--apply").code == 0
    return drafted


def front_matter() -> dict[str, object]:
    return dict(YAML(typ="safe").load(EDITION.read_text(encoding="utf-8").split("---")[1]))


def test_an_approved_article_is_published_with_where_it_comes_from(
    approved: Path, workflow: Workflow
) -> None:
    answer = workflow("publish", "nota")
    assert answer.code == 0, answer.out
    assert answer.out.endswith(f"wrote {EDITION}\n")
    fields = front_matter()
    assert fields["title"] == ENGLISH["Muertes en las cárceles"]
    assert fields["original_title"] == "Muertes en las cárceles"
    assert (fields["lang"], fields["translation_of"]) == ("en", "../es/nota.md")
    assert fields["reviewed_by"] == fields["translator"] and fields["reviewed_on"]
    assert fields["machine_translation"]["engines"][0]["engine"] == "table"  # type: ignore[index]
    assert 0 < fields["machine_translation"]["edited_percent"] < 100  # type: ignore[index]
    assert "approved by" in str(fields["disclosure"])
    assert "permalink" not in fields and fields["original_author"] == "Redacción"
    assert "The families are waiting." in EDITION.read_text(encoding="utf-8")
    assert workflow("publish", "nota").out.endswith("is up to date\n")


def test_every_segment_that_is_not_approved_is_named_with_its_line(
    drafted: Path, workflow: Workflow
) -> None:
    answer = workflow("publish", "nota")
    assert answer.code == 1
    for line in (2, 8, 10, 11, 13):
        assert f"{SOURCE}:{line}: refused: nobody has approved" in answer.out
    assert not EDITION.exists()


CHANGES = {
    "the Spanish has changed": lambda: edit(SOURCE, "el lunes", "el martes"),
    "it has no English": lambda: edit(SOURCE, "El tribunal", "Hay algo nuevo.\n\nEl tribunal"),
    "nobody has approved the English": lambda: edit(DRAFT, "The families", "Families"),
}


@pytest.mark.parametrize("reason", CHANGES)
def test_what_changed_since_the_approval_is_refused(
    approved: Path, workflow: Workflow, reason: str
) -> None:
    CHANGES[reason]()
    before = {path: path.read_bytes() for path in approved.rglob("*.[mp][do]")}
    answer = workflow("publish", "nota")
    assert answer.code == 1 and f"refused: {reason}" in answer.out
    assert {path: path.read_bytes() for path in approved.rglob("*.[mp][do]")} == before


def test_an_error_that_nobody_waived_is_refused(approved: Path, workflow: Workflow) -> None:
    edit(DRAFT, "**480**", "**490**")
    workflow("review", "nota")
    text = PAIRED.read_text(encoding="utf-8")
    PAIRED.write_text(text.replace("[ ] approved", "[x] approved"), encoding="utf-8")
    answer = workflow("publish", "nota")
    assert answer.code == 1 and f"{SOURCE}:8: refused: N" in answer.out


def test_unedited_machine_text_needs_a_reason_that_is_recorded(
    drafted: Path, workflow: Workflow
) -> None:
    text = PAIRED.read_text(encoding="utf-8")
    PAIRED.write_text(text.replace("[ ] approved", "[x] approved"), encoding="utf-8")
    answer = workflow("publish", "nota")
    assert answer.code == 1 and "refused: 100% of the words" in answer.out
    assert workflow("publish", "nota", "--accept-unedited", " ").code == 2
    answer = workflow("publish", "nota", "--accept-unedited", "a list of names")
    assert answer.code == 0 and "warning: 100% of the words" in answer.out
    assert front_matter()["unedited_accepted"] == "a list of names"
    assert "a list of names" in workflow("log", "nota").out
    assert workflow("publish", "nota", "--verify").code == 0


def test_checking_only_writes_nothing(approved: Path, workflow: Workflow) -> None:
    found = json.loads(workflow("publish", "nota", "--check-only", "--json").out)
    assert found["ready"] and found["edition"] == str(EDITION)
    assert not EDITION.exists()


def test_an_edition_that_somebody_touched_is_not_what_was_approved(
    approved: Path, workflow: Workflow
) -> None:
    workflow("publish", "nota")
    answer = workflow("publish", "nota", "--verify")
    assert answer.code == 0 and "is what was approved: sha256 " in answer.out
    edit(EDITION, "**480**", "**481**")
    answer = workflow("publish", "nota", "--verify")
    assert answer.code == 1 and "is not what was approved" in answer.out


def test_under_four_eyes_ones_own_edit_is_not_published(approved: Path, workflow: Workflow) -> None:
    Path("workflow.toml").write_text("[review]\nfour_eyes = true\n", encoding="utf-8")
    answer = workflow("publish", "nota")
    assert answer.code == 1 and "approved their own edit" in answer.out
