"""Quantities written in the house's English."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.numbers import Style, extract, localize, localize_text
from workflow.numbers.languages.english_style import BOUNDS
from workflow.numbers.model import Bound

AMERICAN = Style()
BRITISH = Style(variety="en-GB", percent=" per cent")
ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "data" / "localize.tsv").read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("spanish", "american", "british"), ROWS)
def test_figures_are_written_in_the_style_asked_for(
    spanish: str, american: str, british: str
) -> None:
    assert localize_text(spanish, AMERICAN) == american
    assert localize_text(spanish, BRITISH) == british


def test_every_bound_can_be_written() -> None:
    assert set(BOUNDS) == set(Bound)


def test_one_quantity_is_written_with_its_bound() -> None:
    (quantity,) = extract("al menos 480", "es")
    assert localize(quantity) == "at least 480"


def test_words_that_a_translator_may_leave_out_stay_as_they_are() -> None:
    assert localize_text("ambas hermanas y una amiga") == "ambas hermanas y una amiga"


def test_a_figure_at_the_start_of_a_sentence_keeps_its_capital() -> None:
    assert localize_text("Tres jueces. Más de mil casos.") == "Three jueces. More than 1,000 casos."


def test_the_house_decides_up_to_which_number_words_are_written() -> None:
    assert localize_text("tres casos", Style(words_up_to=0)) == "3 casos"
