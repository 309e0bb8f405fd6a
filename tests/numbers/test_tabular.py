"""Figures of an article's tables that its prose misquotes."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from workflow.checks.document import SegmentText, check_document
from workflow.findings import Severity
from workflow.numbers import DriftKind, Verdict, misquoted_cells

TABLE = (
    ("Year", "Deaths", "Detainees"),
    ("2022", "100", "3,000"),
    ("2023", "398", "4,000"),
    ("Total", "498", "7,000"),
)
SPANISH = (
    ("Año", "Muertes", "Detenidos"),
    ("2022", "100", "3.000"),
    ("2023", "398", "4.000"),
    ("Total", "498", "7.000"),
)


def place(cell: str) -> tuple[int, int, int]:
    """`row:column` of the only table."""
    row, column = cell.split(":")
    return 0, int(row), int(column)


def cells_of(table: Sequence[Sequence[str]]) -> list[tuple[str, str]]:
    return [(f"{i}:{j}", text) for i, row in enumerate(table) for j, text in enumerate(row)]


def misquoted(*prose: str, table: Sequence[Sequence[str]] = TABLE) -> list[tuple[str, str]]:
    """The figure of the prose and the id of the cell, for each misquotation."""
    cells = cells_of(table)
    texts = [*((f"p{number}", text) for number, text in enumerate(prose)), *cells]
    found = misquoted_cells(texts, {cell: place(cell) for cell, _ in cells})
    assert all(f.verdict is Verdict.REVIEW and f.kind is DriftKind.VALUE for f in found)
    return [(f.first.quantity.text, f.second.segment_id) for f in found]


@pytest.mark.parametrize(
    ("sentence", "figure", "cell"),
    [
        ("A total of 512 deaths were recorded.", "512", "3:1"),
        ("A total of 512 people died.", "512", "3:1"),
        ("The regime left 512 deaths, 94% of them violent.", "512", "3:1"),
        ("A total of 6,900 detainees were held.", "6,900", "3:2"),
        ("At least 510 deaths were recorded.", "At least 510", "3:1"),
        ("There were 390 deaths in 2023.", "390", "2:1"),
        ("In 2022, 398 deaths were recorded.", "398", "1:1"),
        ("In 2022, more than 110 deaths were recorded.", "more than 110", "1:1"),
    ],
)
def test_a_figure_that_its_table_gives_otherwise_is_for_review(
    sentence: str, figure: str, cell: str
) -> None:
    assert misquoted("Prisons", sentence) == [(figure, cell)]


@pytest.mark.parametrize(
    "sentence",
    [
        "A total of 498 deaths were recorded.",
        "A total of 7,000 detainees were held.",
        "In 2023, 398 deaths were recorded.",
        "More than 480 deaths were recorded.",
        "About 500 deaths were recorded.",
        "In 2022, more than 98 deaths were recorded.",
        "There were 100 deaths in 2022 and 398 in 2023.",
        "The worst year left 398 deaths.",
        "A total of 512 judges resigned.",
        "In 2023, 390 judges resigned.",
        "A total of 120 deaths were violent.",
    ],
)
def test_a_figure_that_goes_with_the_table_or_is_of_another_thing_is_silent(sentence: str) -> None:
    assert misquoted("Prisons", sentence) == []


def test_only_a_lead_or_the_word_total_speaks_of_the_whole_table() -> None:
    story = ("Prisons", "A story.", "It begins.", "It goes on.")
    assert misquoted(*story, "The reforms came after 512 deaths.") == []
    assert misquoted(*story, "The total is 512 deaths.") == [("512", "3:1")]


def test_a_rounded_figure_is_that_of_its_cell() -> None:
    table = (("Year", "Detainees"), ("2023", "71,840"), ("Total", "71,840"))
    assert misquoted("Prisons", "A total of 72,000 detainees were held.", table=table) == []
    assert misquoted("Prisons", "A total of 74,000 detainees were held.", table=table) != []


def test_a_column_of_part_of_them_is_not_held_against_all() -> None:
    table = (("Year", "Violent deaths"), ("2023", "398"), ("Total", "498"))
    assert misquoted("Prisons", "A total of 512 deaths were recorded.", table=table) == []


def test_a_row_is_named_by_all_its_words() -> None:
    table = (("Place", "Deaths"), ("Santa Ana", "210"), ("Santa Rosa", "180"), ("Total", "390"))
    assert misquoted("There were 201 deaths in Santa Ana.", table=table) == [("201", "1:1")]
    assert misquoted("There were 201 deaths in Santa Tecla.", table=table) == []
    assert misquoted("Between Santa Ana and Santa Rosa, 350 deaths.", table=table) == []


def test_a_figure_that_another_table_gives_is_silent() -> None:
    other = [("q0", "Deaths"), ("q1", "512")]
    texts = [("p", "A total of 512 deaths."), *cells_of(TABLE), ("r0", "Month"), ("r1", "Total")]
    cells = {cell: place(cell) for cell, _ in cells_of(TABLE)}
    cells |= {"r0": (1, 0, 0), "q0": (1, 0, 1), "r1": (1, 1, 0), "q1": (1, 1, 1)}
    assert misquoted_cells([*texts, *other], cells) == []


def pairs(spanish: str, english: str) -> list[SegmentText]:
    """A lead with its table, in both languages."""
    sources = cells_of(SPANISH)
    return [
        SegmentText("p", spanish, english),
        *(
            SegmentText(cell, source, target, place(cell))
            for (cell, source), (_, target) in zip(sources, cells_of(TABLE), strict=True)
        ),
    ]


def test_a_total_that_the_lead_misquotes_is_a_warning_at_one_place() -> None:
    (found,) = check_document(pairs("Hubo 498 muertes.", "A total of 512 deaths were recorded."))
    assert (found.rule.id, found.severity) == ("N201", Severity.WARNING)
    assert {found.first_text, found.second_text} == {"512", "498"}


def test_what_the_spanish_misquotes_too_is_its_authors_business() -> None:
    told = pairs("Un total de 512 muertes.", "A total of 512 deaths were recorded.")
    assert list(check_document(told)) == []
