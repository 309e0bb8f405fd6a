"""Number words against num2words, which nobody here wrote."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Iterator

import pytest
from num2words import num2words

from workflow.numbers import Kind, extract

SMALL = range(100_001)
_RANDOM = random.Random(20_260_130)
LARGE = [_RANDOM.randrange(10 ** _RANDOM.randint(5, 15) + 1) for _ in range(20_000)]


def read(text: str, language: str) -> tuple[Kind, object] | None:
    """The kind and value of `text` where it is one quantity and nothing else."""
    quantities = extract(text, language)
    if len(quantities) != 1 or quantities[0].text != text:
        return None
    return quantities[0].kind, quantities[0].value


def spanish_forms(number: int) -> Iterator[str]:
    """The number in words; as it is written before a noun; feminine; without accents."""
    words = num2words(number, lang="es")
    yield words
    feminine = words.replace("cientos", "cientas").replace("quinientos", "quinientas")
    if words.endswith("uno"):
        yield words[:-3] + "un"
        feminine = feminine[:-3] + "una"
    if feminine != words:
        yield feminine
    if not words.isascii():
        folded = unicodedata.normalize("NFD", words)
        yield "".join(c for c in folded if unicodedata.category(c) != "Mn")


@pytest.mark.parametrize("numbers", [SMALL, LARGE], ids=["to 100,000", "to 10^15"])
def test_every_spanish_cardinal_is_read_back(numbers: range | list[int]) -> None:
    wrong = [
        form
        for number in numbers
        for form in spanish_forms(number)
        if read(form, "es") != (Kind.CARDINAL, number)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", ["en", "pt"])
@pytest.mark.parametrize("numbers", [SMALL, LARGE], ids=["to 100,000", "to 10^15"])
def test_every_cardinal_is_read_back(numbers: range | list[int], language: str) -> None:
    wrong = [
        number
        for number in numbers
        if read(num2words(number, lang=language), language) != (Kind.CARDINAL, number)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", ["es", "en", "pt"])
@pytest.mark.parametrize("form", ["ordinal", "ordinal_num"])
def test_every_ordinal_to_a_thousand_is_read_back(language: str, form: str) -> None:
    wrong = [
        number
        for number in range(1, 1001)
        if read(num2words(number, lang=language, to=form), language) != (Kind.ORDINAL, number)
    ]
    assert wrong == []
