"""Texts that nobody writes: each is read, and takes no more steps than its length asks for."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.numbers import compare, extract
from workflow.numbers.grammar import read

REPEATED = (
    "9", "1.", "1, ", "1 000 ", "1/2/", "1-2-", "1:2:", "5 ", "-5", "$5 ", "5 km ", "80s ", "n.º ",
    "word ", "a_", "(", "[", "](a(", "<a ", "`` ` ", "&", "{{", "a.", "a@a.", "http://", "](x \"",
    "mil ", "dos mil ", "treinta y ", "décimo ", "un ", "medio ", "de ", "5 de los ", "al menos ",
    "un cuarto de ", "uno de cada ", "one in ", "half a ", "one hundred and ", "half past ",
    "5 a ", "entre 5 y ", "1976-83 ", "XIX y ", "Ley ", "artículo 6(1)", "3 de enero de ",
    "January 3, ", "el lunes 3, ", "3:15 p. m. ", "decenas de ", "hundreds of ", "años 80 y ",
    "2 años, 3 meses y ", "480 o más ", "no supera los ", "~1", "una décima ", "empate a uno ",
    "Q1 ", "s. XIX ", "el 15 aniversario ", "5 votos a favor y ", "a maximum period of ",
    "mayo del 68 ", "1800 GMT ", "3 and a quarter ",
)  # fmt: skip
FIGURES = ("5 ", "5 km ", "1-2 ", "1-2-", "$5 ", "al 5 % ", "Q1 ")
LENGTH = 1200


class Steps:
    """Counts the lines run while it is entered."""

    def __init__(self) -> None:
        self.count = 0

    def _trace(self, frame: FrameType, event: str, _: object) -> object:
        self.count += event == "line"
        return self._trace

    def __enter__(self) -> Steps:
        self.before = sys.gettrace()
        sys.settrace(self._trace)
        return self

    def __exit__(self, *_: object) -> None:
        sys.settrace(self.before)


def steps(action: Callable[[str], object], unit: str, length: int) -> int:
    text = (unit * length)[:length]
    action(unit)  # the tables are compiled
    read.cache_clear()
    with Steps() as run:
        action(text)
    return run.count


def in_both(text: str) -> None:
    extract(text, "es")
    extract(text, "en")


def with_a_third_lost(text: str) -> None:
    compare(text, text[: len(text) // 3] + text[len(text) * 2 // 3 :])


@pytest.mark.parametrize("unit", REPEATED)
def test_reading_twice_as_much_takes_twice_as_many_steps(unit: str) -> None:
    assert steps(in_both, unit, 2 * LENGTH) <= 2.2 * steps(in_both, unit, LENGTH) + 500


@pytest.mark.parametrize("unit", FIGURES)
def test_comparing_twice_as_many_figures_takes_twice_as_many_steps(unit: str) -> None:
    one, two = (steps(with_a_third_lost, unit, len(unit) * count) for count in (200, 400))
    assert two <= 2.3 * one


@given(st.text("0123456789.,'’ /:-–ºª%$()^+½“\"&;<>[]`*_\n"), st.sampled_from(REPEATED))
def test_any_signs_around_figures_can_be_read(signs: str, unit: str) -> None:
    for text in (signs, unit + signs + unit, f"{unit}1{signs}3"):
        for language in ("es", "en", "pt", "en-x-draft", "es-MX"):
            for quantity in extract(text, language):
                assert text[quantity.start : quantity.end] == quantity.text
