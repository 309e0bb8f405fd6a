"""Numbers that changed in the source are carried into the human's own sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.numbers import patch

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "patch.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("old", "new", "target", "expected"), ROWS)
def test_the_humans_manner_of_writing_stays(old: str, new: str, target: str, expected: str) -> None:
    assert (patch(old, new, target) or "-") == expected


def test_a_translation_that_had_drifted_is_not_patched() -> None:
    assert patch("Murieron 470 personas.", "Murieron 480 personas.", "460 people died.") is None


def test_nothing_changed_gives_the_same_text() -> None:
    assert patch("12 casos", "12 casos", "12 cases") == "12 cases"
