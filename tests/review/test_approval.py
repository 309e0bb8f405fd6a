"""`workflow approve` and ticks: who may approve what, in whose name, and for how long."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.review.conftest import (
    CATALOG,
    DRAFT,
    PAIRED,
    SOURCE,
    Workflow,
    commit,
    edit,
    git,
    item,
)

WAIT = "The families wait."


def notes(spanish: str) -> dict[str, dict[str, str]]:
    """The notes of an entry by their key."""
    lines = (line.partition(": ") for line in item(spanish).tcomment.splitlines())
    return {key: json.loads(data) for key, _, data in lines}


def states(workflow: Workflow) -> dict[str, int]:
    article = json.loads(workflow("status", "--json").out)["articles"][0]
    return {state: n for state, n in article["states"].items() if n}


def test_all_clean_approves_what_was_edited_and_leaves_the_machines(
    drafted: Path, workflow: Workflow
) -> None:
    edit(DRAFT, WAIT, "The families are waiting.")
    answer = workflow("approve", "nota", "--all-clean", "--as", "Ana Paz")
    assert (answer.code, answer.out) == (0, "nota: 1 segment approved by Ana Paz, 4 left\n")
    assert notes("Las familias")["approved"]["by"] == "Ana Paz"
    assert states(workflow) == {"approved": 1, "machine": 4}
    assert PAIRED.read_text(encoding="utf-8").count("- [x] approved") == 0


def test_all_clean_leaves_what_has_a_finding(drafted: Path, workflow: Workflow) -> None:
    edit(DRAFT, "At least **480** people", "Over **480** people")
    workflow("approve", "nota", "--all-clean", "--as", "Ana")
    assert states(workflow) == {"edited": 1, "machine": 4}


def test_a_machine_draft_is_approved_by_name_alone(drafted: Path, workflow: Workflow) -> None:
    assert workflow("approve", "nota", "--all-clean").code == 0
    assert states(workflow) == {"machine": 5}
    segment = item("El tribunal").msgctxt
    assert workflow("approve", "nota", "--segment", segment).code == 0
    assert "fuzzy" not in item("El tribunal").flags
    text = PAIRED.read_text(encoding="utf-8")
    assert text.rstrip().endswith("- [x] approved") and text.count("[x] approved") == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda: edit(DRAFT, "on Monday", "this Monday"),
        lambda: edit(SOURCE, "el lunes", "el martes"),
    ],
)
def test_a_change_of_either_text_voids_the_approval(
    drafted: Path, workflow: Workflow, change: object
) -> None:
    workflow("approve", "nota", "--segment", item("El tribunal").msgctxt)
    change()  # type: ignore[operator]
    segment = item("La Fiscalía").msgctxt  # any command that takes the change in
    workflow("approve", "nota", "--segment", segment)
    assert notes("El tribunal")["approved"]["by"]
    assert states(workflow)["approved"] == 1


@pytest.fixture
def four_eyes(drafted: Path) -> Path:
    Path("workflow.toml").write_text("[review]\nfour_eyes = true\n", encoding="utf-8")
    git("init", "-q")
    git("config", "user.name", "Ana")
    return drafted


def test_under_four_eyes_nobody_approves_their_own_edit(
    four_eyes: Path, workflow: Workflow
) -> None:
    edit(DRAFT, WAIT, "The families are waiting.")
    answer = workflow("approve", "nota", "--all-clean")
    assert answer.code == 1
    assert f"{SOURCE}:11: not approved: Ana last edited it" in answer.out
    assert workflow("approve", "nota", "--all-clean", "--as", "Bea").code == 0
    assert notes("Las familias")["approved"]["by"] == "Bea"


def _tick(english: str) -> None:
    head, mark, rest = PAIRED.read_text(encoding="utf-8").partition(english)
    assert mark
    PAIRED.write_text(head + mark + rest.replace("[ ] approved", "[x] approved", 1), "utf-8")


def test_a_tick_that_came_through_a_commit_is_its_authors(
    four_eyes: Path, workflow: Workflow
) -> None:
    commit("Draft", "Ana")
    edit(PAIRED, "read the sentence on Monday", "read out the sentence on Monday")
    commit("Say it better", "Bea")
    _tick("read out the sentence on Monday")
    commit("Approve", "Eva")
    assert workflow("approve", "nota", "--all-clean").code == 0
    found = notes("El tribunal")
    assert (found["edited"]["by"], found["approved"]["by"]) == ("Bea", "Eva")


def test_under_four_eyes_the_author_of_a_commit_to_the_catalog_is_who_edited(
    four_eyes: Path, workflow: Workflow
) -> None:
    commit("Draft", "Ana")
    edit(CATALOG, f'msgstr "{WAIT}"', 'msgstr "The families are waiting."')
    commit("Translate in another program", "Bea")
    assert workflow("approve", "nota", "--all-clean", "--as", "Bea").code == 1
    assert workflow("approve", "nota", "--all-clean", "--as", "Ana").code == 0


def test_under_four_eyes_a_tick_under_ones_own_edit_is_refused_with_its_line(
    four_eyes: Path, workflow: Workflow
) -> None:
    commit("Draft", "Ana")
    edit(PAIRED, "read the sentence on Monday", "read out the sentence on Monday")
    _tick("read out the sentence on Monday")
    commit("Say it better and approve", "Bea")
    before = PAIRED.read_bytes()
    answer = workflow("approve", "nota", "--all-clean")
    line = PAIRED.read_text(encoding="utf-8").split("\n").index("- [x] approved") + 1
    assert answer.code == 2 and f"{PAIRED}:{line}: the tick cannot stand: Bea" in answer.err
    assert PAIRED.read_bytes() == before


def test_what_is_not_there_or_not_translated_is_refused(drafted: Path, workflow: Workflow) -> None:
    assert workflow("approve", "nota", "--segment", "nothing").code == 2
    assert workflow("approve", "nota").code == 2
    edit(SOURCE, "Las familias esperan.", "Las familias esperan.\n- Nada nuevo bajo el sol.")
    workflow("approve", "nota", "--all-clean")
    answer = workflow("approve", "nota", "--segment", item("Nada nuevo").msgctxt)
    assert answer.code == 1 and "it has no English yet" in answer.out


@pytest.mark.parametrize(
    ("config", "message"),
    [
        (
            '[review]\nfour_eyes = "yes"\n',
            "workflow.toml:2: review.four_eyes must be true or false",
        ),
        ("[review]\nsix_eyes = true\n", "legal keys are review.four_eyes"),
        ("review = 1\n", "`review` must be a table"),
    ],
)
def test_a_wrong_setting_is_refused_with_its_line(
    drafted: Path, workflow: Workflow, config: str, message: str
) -> None:
    Path("workflow.toml").write_text(config, encoding="utf-8")
    answer = workflow("approve", "nota", "--all-clean")
    assert answer.code == 2 and message in answer.err


def test_a_box_that_was_left_alone_changes_nothing(drafted: Path, workflow: Workflow) -> None:
    workflow("approve", "nota", "--segment", item("La Fiscalía").msgctxt)
    edit(PAIRED, WAIT, "The families are waiting.")  # in the same list, under an empty box
    assert workflow("review", "nota", "--apply").code == 0
    assert states(workflow) == {"machine": 3, "edited": 1, "approved": 1}
    PAIRED.write_text(PAIRED.read_text().replace("[ ] approved", "[x] approved"))
    workflow("review", "nota", "--apply")
    edit(PAIRED, "The families are waiting.", "The families still wait.")  # under a ticked box
    assert workflow("review", "nota", "--apply").code == 0
    assert states(workflow) == {"edited": 1, "approved": 4}
