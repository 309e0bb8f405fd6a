"""Machine drafts that keep Spanish formats are mended where the figure is certain."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.numbers import repair

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "repair.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("source", "draft", "expected"), ROWS)
def test_a_foreign_figure_is_written_in_english(source: str, draft: str, expected: str) -> None:
    assert repair(source, draft).text == expected


@pytest.mark.parametrize(("source", "draft", "expected"), ROWS)
def test_the_edits_are_what_was_done_to_the_draft(source: str, draft: str, expected: str) -> None:
    text = draft
    for start, end, replacement in reversed(repair(source, draft).edits):
        text = text[:start] + replacement + text[end:]
    assert text == expected


@pytest.mark.parametrize(("source", "draft", "expected"), ROWS)
def test_a_repaired_draft_needs_no_repair(source: str, draft: str, expected: str) -> None:
    assert repair(source, expected).edits == ()


def test_another_figure_is_left_for_the_check() -> None:
    assert repair("Hubo 480 casos.", "There were 4.700 cases.").text == "There were 4.700 cases."
