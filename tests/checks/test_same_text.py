"""Texts that stand on both sides alike: what nobody can misread has not drifted."""

from __future__ import annotations

import pytest

from workflow.checks.numbers import check_numbers


@pytest.mark.parametrize(
    "text",
    [
        "PGP key: 7A3C 911C 04F2 46B1 A2BC",
        "SHA256: ec29dff5bc7800eff5dd0c3f83dd93a9",
        "The report has three parts.",
        "Report (September 2021)",
    ],
)
def test_a_text_that_stands_on_both_sides_has_not_drifted(text: str) -> None:
    assert list(check_numbers(text, text)) == []


@pytest.mark.parametrize("text", ["Total: 1.300", "100 mil", "Total: 3,5 km"])
def test_what_reads_otherwise_in_english_has(text: str) -> None:
    assert list(check_numbers(text, text))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("El entorno v2 necesita un cliente compatible.", "The environment needs a client."),
        ("Firmado por la raíz X1.", "Signed by the root YE2."),
    ],
)
def test_the_figure_of_a_name_is_a_hint(source: str, target: str) -> None:
    assert [found.severity for found in check_numbers(source, target)] == ["warning"]


def test_a_name_with_another_figure_has_changed() -> None:
    found = list(check_numbers("La carretera CA4 está cerrada.", "The CA8 road is closed."))
    assert [one.severity for one in found] == ["error"]


def test_an_amount_with_its_currency_before_it_is_no_name() -> None:
    found = list(check_numbers("Pagó Q500 de multa.", "He paid a fine of Q900."))
    assert [one.severity for one in found] == ["error"]
