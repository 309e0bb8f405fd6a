"""`workflow diff`: today's article against the machine's, the edition's, git's, the Spanish's."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.review.conftest import DRAFT, EDITION, SOURCE, Workflow, commit, draft_all, edit, git

WHOLE = "At least **480** people have died in custody."


def test_an_edit_shows_word_by_word_before_it_is_taken_in(
    drafted: Path, workflow: Workflow
) -> None:
    before = DRAFT.read_bytes()
    assert "0 of 5 segments changed" in workflow("diff", "nota").out
    edit(DRAFT, "have died in custody", "died in state custody")
    answer = workflow("diff", "nota")
    assert answer.code == 0
    assert f"{SOURCE}:8: changed" in answer.out
    assert "**480** people [-have-] died in {+state+} custody." in answer.out
    assert DRAFT.read_bytes() != before and "es  Al menos **480**" in answer.out


def test_an_edition_is_compared_by_what_its_words_are_about(
    drafted: Path, workflow: Workflow
) -> None:
    EDITION.parent.mkdir(parents=True)
    EDITION.write_bytes(DRAFT.read_bytes())
    text = SOURCE.read_text(encoding="utf-8")
    first, second = "- La Fiscalía calla.\n", "- Las familias esperan.\n"
    SOURCE.write_text(text.replace(first + second, second + first), encoding="utf-8")
    edit(DRAFT, "on Monday", "this Monday")
    answer = workflow("diff", "nota", "--against", "published")
    assert "1 of 5 segments changed, 1 moved" in answer.out
    assert "[-on-]{+this+} Monday" in answer.out


def test_an_earlier_revision_is_compared_segment_by_segment(
    drafted: Path, workflow: Workflow
) -> None:
    git("init", "-q")
    commit("Draft", "Ana")
    edit(SOURCE, "La Fiscalía calla.", "La Fiscalía calla hoy.")
    edit(DRAFT, "The families wait.", "The families are waiting.")
    draft_all()
    answer = workflow("diff", "nota", "--against", "git:HEAD")
    assert "The families [-wait-]{+are waiting+}." in answer.out
    assert "1 of 5 segments changed" in answer.out
    refused = workflow("diff", "nota", "--against", "git:nowhere")
    assert refused.code == 2 and "nowhere" in refused.err


def test_changed_figures_of_the_spanish_come_first_with_the_english_they_make(
    drafted: Path, workflow: Workflow
) -> None:
    edit(DRAFT, WHOLE, "At least **480** people died in custody.")
    draft_all()
    edit(SOURCE, "Muertes en las", "Las muertes en las")
    edit(SOURCE, "**480**", "**490**")
    found = json.loads(workflow("diff", "nota", "--against", "source", "--json").out)
    first, second = found["articles"][0]["changed"]
    assert first["figures"] == ["Al menos 480 → Al menos 490"]
    assert first["proposal"] == "At least **490** people died in custody."
    assert second["figures"] == [] and second["proposal"] is None
    text = workflow("diff", "nota", "--against", "source").out
    assert "Al menos **[-480-]{+490+}** personas" in text


class _Page(HTMLParser):
    """What a page loads, and its text as a screen reader has it."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.words: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_html_page_stands_alone_and_says_changes_aloud(
    drafted: Path, workflow: Workflow
) -> None:
    edit(DRAFT, "The families wait.", "The <script>alert(1)</script> wait & hope.")
    page = _Page()
    page.feed(workflow("diff", "nota", "--format", "html").out)
    assert page.loads == [] and "script" not in page.tags
    assert "deleted: families end of deletion" in " ".join("".join(page.words).split())
    assert {"ins", "del", "caption", "main"} <= set(page.tags)


def test_markdown_shows_markup_as_it_is_typed(drafted: Path, workflow: Workflow) -> None:
    edit(DRAFT, "**480** people", "480 people")
    page = workflow("diff", "nota", "--format", "markdown").out
    assert r"<del>\*\*</del> 480<del>\*\*</del> people" in page


@pytest.mark.parametrize("against", ["published", "git:HEAD", "nothing"])
def test_a_version_that_does_not_exist_is_refused(
    drafted: Path, workflow: Workflow, against: str
) -> None:
    answer = workflow("diff", "nota", "--against", against)
    assert answer.code == 2 and "Traceback" not in answer.err
