"""Which marks a document uses, and what its language tag then says."""

from __future__ import annotations

import pytest

from workflow.errors import WorkflowError
from workflow.numbers import Verdict, compare, extract, regional_tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Costó $1,300.50 y 12.5 %.", "es-419"),
        ("Hubo 1,234,567 casos.", "es-419"),
        ("Costó 1.300,50 euros.", "es"),
        ("Hubo 1,300 casos.", "es-419"),
        ("Recorrieron 1,300 km.", "es"),
        ("Hubo 12.5 % aquí y 12,5 % allá.", "es"),
        ("Sin cifras.", "es"),
        ("Véanse tabla_1.25 y `x 1.25`.", "es"),
        ("Véanse tabla_1.25 y el 1.25 %.", "es-419"),
        ("Duró 1,300 horas y midió 1,300 km.", "es-419"),
    ],
)
def test_a_document_tells_its_marks(text: str, tag: str) -> None:
    assert regional_tag(text) == tag


def test_the_tag_settles_what_a_segment_leaves_open() -> None:
    assert compare("Recorrieron 1,300 km.", "They covered 1,300 km.", "es-MX") == []
    assert extract("1.305", "es-MX")[0].value != extract("1.305", "es")[0].value


def test_a_bare_dollar_sign_is_the_peso_where_it_is() -> None:
    assert compare("Pagó $2,450.75.", "He paid 2,450.75 pesos.", "es-MX") == []
    (found,) = compare("Pagó $2,450.75.", "He paid $2,450.75.", "es-MX")
    assert found.verdict is Verdict.REVIEW
    (found,) = compare("Pagó $2,450.75.", "He paid US$2,450.75.", "es-MX")
    assert found.verdict is Verdict.DRIFT


def test_a_british_date_has_the_day_first() -> None:
    (quantity,) = extract("3/4/2024", "en-GB")
    assert quantity.date is not None
    assert (quantity.date.month, quantity.date.day) == (4, 3)


def test_an_unknown_language_is_an_error_that_names_the_known_ones() -> None:
    with pytest.raises(WorkflowError, match=r"'xx'.*known: en, es, pt"):
        extract("1", "xx")
