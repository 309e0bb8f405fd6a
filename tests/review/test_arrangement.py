"""Editing is more than words: paragraphs split and merged, blocks left out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import mdformat
import pytest

from tests.review.conftest import (
    CATALOG,
    DRAFT,
    EDITION,
    ENGLISH,
    PAIRED,
    SOURCE,
    Workflow,
    commit,
    draft_all,
    edit,
    git,
    item,
)
from workflow.catalog import read_catalog
from workflow.glossary import Glossary
from workflow.project import Project
from workflow.review.editing import Person, add_text, change_segment, taking_away
from workflow.review.revision import Desk

COURT = "The court read the sentence on Monday."
SPLIT = "The court read the sentence.\n\nIt was Monday."
LOST = "At least **480** people have died in custody."


def approve_all(workflow: Workflow) -> None:
    text = PAIRED.read_text(encoding="utf-8").replace("[ ] approved", "[x] approved")
    PAIRED.write_text(text, encoding="utf-8")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err


def published(workflow: Workflow) -> str:
    approve_all(workflow)
    answer = workflow("publish", "nota", "--accept-unedited", "a test")
    assert answer.code == 0, answer.out + answer.err
    return EDITION.read_text(encoding="utf-8")


@pytest.mark.parametrize("place", [PAIRED, DRAFT])
def test_a_paragraph_split_by_its_editor_comes_back_as_it_was_split(
    drafted: Path, workflow: Workflow, place: Path
) -> None:
    edit(place, COURT, SPLIT)
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert "“The court read the sentence. ¶ It was Monday.”" in answer.out
    assert item("El tribunal").msgstr == SPLIT
    assert all(SPLIT in path.read_text(encoding="utf-8") for path in (PAIRED, DRAFT))
    before = CATALOG.read_bytes()
    assert "0 edits" in workflow("review", "nota", "--apply").out
    assert CATALOG.read_bytes() == before
    assert SPLIT in published(workflow)
    assert workflow("publish", "nota", "--verify").code == 0
    assert workflow("check").code == 0


def test_a_block_left_out_with_a_reason_is_not_in_the_edition(
    drafted: Path, workflow: Workflow
) -> None:
    edit(PAIRED, LOST, "omitted: boilerplate")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert item("Al menos").msgstr == "omitted: boilerplate"
    assert "omitted: boilerplate" in PAIRED.read_text(encoding="utf-8")
    assert "custody" not in DRAFT.read_text(encoding="utf-8")
    assert "omitted: boilerplate" in workflow("diff", "nota").out
    assert "omitted: boilerplate" in workflow("log", "nota").out
    assert f"{SOURCE}:8: left out by " in workflow("status").out
    assert '"reason": "boilerplate"' in workflow("status", "--json").out
    assert workflow("check").code == 0
    assert workflow("publish", "nota", "--check-only").code == 1  # nobody has approved it yet
    assert "custody" not in published(workflow)
    assert workflow("check").code == 0
    assert workflow("publish", "nota", "--verify").code == 0
    assert "0 edits" in workflow("review", "nota", "--apply").out


def test_a_whole_list_is_left_out_by_one_mark(drafted: Path, workflow: Workflow) -> None:
    edit(PAIRED, "- The Prosecutor’s Office is silent.\n- The families wait.", "omitted: old news")
    assert workflow("review", "nota", "--apply").code == 0
    assert item("calla").msgstr == item("esperan").msgstr == "omitted: old news"
    text = PAIRED.read_text(encoding="utf-8")
    assert text.count("omitted: old news") == 1
    assert "families" not in published(workflow)
    edit(PAIRED, "omitted: old news", "- Silence.\n- They wait.")
    assert workflow("review", "nota", "--apply").code == 0
    assert (item("calla").msgstr, item("esperan").msgstr) == ("Silence.", "They wait.")
    assert "- Silence.\n- They wait.\n" in DRAFT.read_text(encoding="utf-8")


def test_what_stood_around_a_text_that_is_left_out_stays_apart(
    drafted: Path, workflow: Workflow
) -> None:
    more = "\n- Un tercero.\n\nFin.\n"
    SOURCE.write_text(SOURCE.read_text(encoding="utf-8") + more, encoding="utf-8")
    draft_all({"Un tercero.": "A third.", "Fin.": "End."})
    edit(PAIRED, LOST, "omitted: old news")
    edit(PAIRED, COURT, "omitted: boilerplate")
    assert workflow("review", "nota", "--apply").code == 0
    apart = "- The families wait.\n\n<!-- -->\n\n- A third.\n\nEnd.\n"
    assert DRAFT.read_text(encoding="utf-8").endswith(apart)
    assert "0 edits" in workflow("review", "nota", "--apply").out
    assert workflow("check").code == 0


def test_one_item_of_a_list_is_left_out(drafted: Path, workflow: Workflow) -> None:
    edit(PAIRED, "- The families wait.", "- omitted: unclear")
    assert workflow("review", "nota", "--apply").code == 0
    assert item("esperan").msgstr == "omitted: unclear"
    assert "- The Prosecutor’s Office is silent.\n\nThe court" in DRAFT.read_text(encoding="utf-8")
    edit(DRAFT, "is silent", "stays silent")
    assert workflow("review", "nota", "--apply").code == 0
    assert item("calla").msgstr.endswith("stays silent.")


@pytest.mark.parametrize("place", [PAIRED, DRAFT])
def test_two_paragraphs_become_one(drafted: Path, workflow: Workflow, place: Path) -> None:
    edit(SOURCE, "\nEl tribunal", "\nEl juez multó a 12 guardias.\n\nEl tribunal")
    draft_all({**ENGLISH, "El juez multó a 12 guardias.": "The judge fined 12 guards."})
    edit(place, COURT, "omitted: merged")
    edit(place, "The judge fined 12 guards.", "The judge fined 12 guards, and the court read it.")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert item("tribunal").msgstr == "omitted: merged"
    edition = published(workflow)
    assert "and the court read it" in edition and "Monday" not in edition


def test_the_figures_of_a_merged_paragraph_are_looked_for_where_they_went(
    drafted: Path, workflow: Workflow
) -> None:
    more = "\nEl juez multó a 12 guardias.\n\nSe archivaron 350 páginas.\n"
    edit(SOURCE, "\nEl tribunal", f"{more}\nEl tribunal")
    known = {
        "El juez multó a 12 guardias.": "The judge fined 12 guards.",
        "Se archivaron 350 páginas.": "350 pages were filed.",
    }
    draft_all({**ENGLISH, **known})
    assert workflow("check").code == 0
    edit(PAIRED, "350 pages were filed.", "omitted: merged")
    workflow("review", "nota", "--apply")
    answer = workflow("check")
    assert answer.code == 1 and "350" in answer.out and "N1" in answer.out
    edit(PAIRED, "12 guards.", "12 guards, and 350 pages were filed.")
    workflow("review", "nota", "--apply")
    answer = workflow("check")
    assert answer.code == 0, answer.out


def test_an_approval_of_merged_paragraphs_holds_for_the_spanish_of_all(
    drafted: Path, workflow: Workflow
) -> None:
    edit(PAIRED, COURT, "omitted: merged")
    edit(PAIRED, "- The families wait.", "- The families wait; the court read the sentence.")
    approve_all(workflow)
    assert '"approved": 5' in workflow("status", "--json").out
    edit(SOURCE, "el lunes", "el martes")
    assert workflow("translate", "nota").code in (0, 2)
    answer = workflow("publish", "nota", "--check-only")
    assert "nobody has approved the English" in answer.out
    assert "the Spanish has changed" in answer.out
    states = workflow("status", "--json").out
    assert '"stale": 1' in states and '"approved": 3' in states and '"edited": 1' in states


def test_an_omission_without_a_reason_is_reported(drafted: Path, workflow: Workflow) -> None:
    edit(PAIRED, COURT, "omitted:")
    assert workflow("review", "nota", "--apply").code == 0
    answer = workflow("check")
    assert answer.code == 1 and "W110" in answer.out
    approve_all(workflow)
    answer = workflow("publish", "nota", "--accept-unedited", "a test")
    assert answer.code == 1 and "left out, and nobody said why" in answer.out


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (COURT, "", "omitted: REASON"),
        ("Deaths in prisons", "omitted: no title", "cannot be left out"),
        ("- The families wait.", "", "cannot be placed"),
        (COURT, COURT + "\n\nomitted: the rest", "leaves a text out"),
        (COURT, COURT + "\n\n## More\n", "cannot be placed"),
    ],
)
def test_what_cannot_be_placed_is_refused_with_its_line(
    drafted: Path, workflow: Workflow, old: str, new: str, said: str
) -> None:
    before = CATALOG.read_bytes()
    edit(PAIRED, old, new)
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2
    assert said in answer.err and f"{PAIRED}:" in answer.err
    assert CATALOG.read_bytes() == before


NOTE = "*Translator’s note: the Fiscalía prosecutes; it had 312 cases.*"


def with_note(workflow: Workflow) -> None:
    edit(PAIRED, "- The families wait.", f"- The families wait.\n\nadded: {NOTE}")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err


def test_a_note_of_the_translators_stands_behind_its_block(
    drafted: Path, workflow: Workflow
) -> None:
    with_note(workflow)
    assert f"- The families wait.\n\n{NOTE}\n\nThe court" in DRAFT.read_text(encoding="utf-8")
    assert "added: " not in PAIRED.read_text(encoding="utf-8")
    assert "0 edits" in workflow("review", "nota", "--apply").out
    assert "+*Translator" in workflow("diff", "nota").out
    answer = workflow("check")
    assert answer.code == 0, answer.out
    assert "nobody has approved" in workflow("publish", "nota", "--check-only").out
    assert f"\n\n{NOTE}\n\n" in published(workflow)
    assert workflow("publish", "nota", "--verify").code == 0
    assert workflow("check").code == 0
    edit(PAIRED, "had 312 cases", "had 313 cases")
    assert workflow("review", "nota", "--apply").code == 0
    assert "had 313 cases" in DRAFT.read_text(encoding="utf-8")
    edit(DRAFT, "had 313 cases", "had 314 cases")
    assert workflow("review", "nota", "--apply").code == 0
    assert "had 314 cases" in PAIRED.read_text(encoding="utf-8")
    assert "nobody has approved" in workflow("publish", "nota", "--check-only").out


def test_a_note_can_be_added_in_the_draft_and_taken_away_in_the_paired_file(
    drafted: Path, workflow: Workflow
) -> None:
    before = CATALOG.read_bytes()
    edit(DRAFT, "\n\nThe court", f"\n\nadded: {NOTE}\n\nThe court")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert f"- The families wait.\n\n{NOTE}\n\nThe court" in DRAFT.read_text(encoding="utf-8")
    edit(PAIRED, NOTE, "")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert "Translator" not in DRAFT.read_text(encoding="utf-8")
    assert CATALOG.read_bytes() == before


def test_a_published_note_can_be_taken_away_on_another_machine(
    drafted: Path, workflow: Workflow
) -> None:
    with_note(workflow)
    assert NOTE in published(workflow)
    shutil.rmtree(".workflow")
    edit(PAIRED, NOTE, "")
    assert workflow("review", "nota", "--apply").code == 0
    shutil.rmtree(".workflow")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert NOTE not in PAIRED.read_text(encoding="utf-8")
    assert NOTE not in published(workflow)
    assert workflow("review", "nota", "--apply").code == 0
    assert "312" not in CATALOG.read_text(encoding="utf-8")


def test_a_published_note_that_was_taken_away_can_be_added_again(
    drafted: Path, workflow: Workflow
) -> None:
    with_note(workflow)
    assert NOTE in published(workflow)
    project = Project.find(Path())
    desk = Desk(project, "en", Glossary.load(project.glossary_paths()))
    (article,) = project.find_articles(target="en")
    (note,) = read_catalog(CATALOG, "en").added
    editor = Person("Ana Paz", "2026-03-02")
    for _ in range(2):
        revision = change_segment(desk, article, note.id, None, taking_away(editor, "browser"))
        assert note.id not in {entry.id for entry in revision.catalog.texts}
        revision = add_text(desk, article, note.after, note.target, editor, "browser")
        assert revision.catalog.by_id()[note.id].target == note.target
    edit(PAIRED, NOTE, "")
    assert workflow("review", "nota", "--apply").code == 0
    edit(DRAFT, "\n\nThe court", f"\n\nadded: {NOTE}\n\nThe court")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert f"\n\n{NOTE}\n\nThe court" in DRAFT.read_text(encoding="utf-8")


def test_a_note_stays_behind_its_block_when_the_spanish_changes(
    drafted: Path, workflow: Workflow
) -> None:
    with_note(workflow)
    edit(SOURCE, "Las familias esperan.", "Las familias no esperan.\n- Los presos esperan.")
    draft_all({"Los presos esperan.": "The prisoners wait."})
    assert f"- The prisoners wait.\n\n{NOTE}\n\nThe" in DRAFT.read_text(encoding="utf-8")
    edit(DRAFT, "The prisoners wait.", "The inmates wait.")
    assert workflow("review", "nota", "--apply").code == 0
    assert item("presos").msgstr == "The inmates wait."


def test_a_note_whose_block_is_gone_is_reported_and_kept(drafted: Path, workflow: Workflow) -> None:
    with_note(workflow)
    edit(SOURCE, "- La Fiscalía calla.\n- Las familias esperan.\n\n", "")
    draft_all()
    answer = workflow("check")
    assert "W111" in answer.out and "Translator’s note" in answer.out
    assert "Translator’s note" in CATALOG.read_text(encoding="utf-8")
    edit(DRAFT, "\n\nThe court", f"\n\nadded: {NOTE}\n\nThe court")
    assert workflow("review", "nota", "--apply").code == 0
    assert "W111" not in workflow("check").out


def test_figures_of_a_note_must_not_contradict_the_headline(
    drafted: Path, workflow: Workflow
) -> None:
    edit(PAIRED, "Deaths in prisons", "480 deaths in prisons")
    edit(PAIRED, LOST, "Many died.\n\nadded: 470 people have died in custody.")
    assert workflow("review", "nota", "--apply").code == 0
    assert "N201 “470” here, “480” on line 2" in workflow("check").out


@pytest.mark.parametrize("text", ["- a list", "# A heading", "> A quote", "1. one", "<div>x</div>"])
def test_what_is_added_is_a_paragraph_whatever_it_begins_with(
    drafted: Path, workflow: Workflow, text: str
) -> None:
    before = CATALOG.read_bytes()
    edit(PAIRED, COURT, f"{COURT}\n\nadded: {text}")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2 and "cannot be placed" in answer.err
    assert CATALOG.read_bytes() == before


@pytest.mark.parametrize(
    "msgstr",
    [
        '"The court read the sentence.\\n\\nIt was Monday."',
        '""\n"The court read the sentence.\\n"\n"\\n"\n"It was Monday."',
    ],
)
def test_a_split_made_in_poedit_is_taken_in(drafted: Path, workflow: Workflow, msgstr: str) -> None:
    text = CATALOG.read_text(encoding="utf-8")
    start = text.index(f'msgstr "{COURT}"')
    head, tail = text[:start], text[start:].replace(f'"{COURT}"', msgstr, 1)
    fuzzy = head.rindex("#, fuzzy\n")
    CATALOG.write_text(head[:fuzzy] + head[fuzzy + len("#, fuzzy\n") :] + tail, encoding="utf-8")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert all(SPLIT in path.read_text(encoding="utf-8") for path in (PAIRED, DRAFT))
    assert item("El tribunal").msgstr == SPLIT


def test_an_edition_may_be_split_and_joined_again(drafted: Path, workflow: Workflow) -> None:
    published(workflow)
    edit(EDITION, COURT, SPLIT)
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert "in the edition" in answer.out
    assert item("El tribunal").msgstr == SPLIT
    assert SPLIT in published(workflow)
    edit(EDITION, SPLIT, "The court read the sentence on Monday at last.")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert item("El tribunal").msgstr == "The court read the sentence on Monday at last."
    assert workflow("check").code == 0


def test_a_paragraph_more_or_less_in_the_edition_is_refused_with_what_to_do(
    drafted: Path, workflow: Workflow
) -> None:
    before = published(workflow)
    for new, hint in (
        (before.replace(f"{COURT}\n", ""), "omitted: REASON"),
        (before.replace(COURT, f"{COURT}\n\nMore of it."), "added: "),
        (before.replace("- The families wait.\n", ""), "omitted: REASON"),
    ):
        EDITION.write_text(new, encoding="utf-8")
        answer = workflow("review", "nota", "--apply")
        assert answer.code == 2 and hint in answer.err and f"{EDITION}:" in answer.err


def test_two_people_split_and_leave_out_neighbours_and_git_merges_them(
    drafted: Path, workflow: Workflow
) -> None:
    git("init", "-q", "-b", "main")
    commit("drafted", "Ana")
    git("switch", "-q", "-c", "beto")
    edit(PAIRED, COURT, SPLIT)
    workflow("review", "nota", "--apply")
    commit("split", "Beto")
    git("switch", "-q", "main")
    edit(PAIRED, LOST, f"omitted: boilerplate\n\nadded: {NOTE}")
    workflow("review", "nota", "--apply")
    commit("omit", "Ana")
    git("merge", "-q", "--no-edit", "beto")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert item("Al menos").msgstr == "omitted: boilerplate"
    assert item("El tribunal").msgstr == SPLIT
    draft = DRAFT.read_text(encoding="utf-8")
    assert SPLIT in draft and NOTE in draft and "custody" not in draft


PASSES = [
    lambda text: mdformat.text(text, options={"wrap": "keep"}, extensions={"gfm"}),
    lambda text: mdformat.text(text, options={"wrap": 40}, extensions={"gfm"}),
    lambda text: text.replace("\n", "\r\n"),
    lambda text: "\ufeff" + text.replace("\n\n", "\n\n\n"),
]


@pytest.mark.parametrize("formatted", PASSES)
@pytest.mark.parametrize("taken_in", [True, False])
def test_formatters_keep_splits_omissions_and_notes(
    drafted: Path, workflow: Workflow, formatted: Callable[[str], str], taken_in: bool
) -> None:
    edit(PAIRED, COURT, SPLIT)
    edit(PAIRED, LOST, "omitted: merged with next")
    edit(PAIRED, "- The families wait.", f"- omitted: old news\n\nadded: {NOTE}")
    if taken_in:
        approve_all(workflow)
    PAIRED.write_text(formatted(PAIRED.read_text(encoding="utf-8")), encoding="utf-8")
    before = CATALOG.read_bytes()
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert "approved" in answer.out and (not taken_in or CATALOG.read_bytes() == before)
    assert item("El tribunal").msgstr == SPLIT
    assert item("Al menos").msgstr == "omitted: merged with next"
    assert item("esperan").msgstr == "omitted: old news"
    assert NOTE in DRAFT.read_text(encoding="utf-8")
