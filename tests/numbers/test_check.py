"""Number drifts as findings, with their rule, severity, spans and suggestion."""

from __future__ import annotations

import pytest

from workflow.checks import check_pair
from workflow.checks.numbers import RULES, check_numbers
from workflow.findings import Severity, Span
from workflow.numbers import DriftKind

SOURCE = "Al menos 480 muertos en cárceles, 94 % no eran pandilleros"
TARGET = "Over 480 Deaths in Prisons, 94% Non-Gang Members"


def test_the_headline_gives_one_finding_on_its_bound() -> None:
    (found,) = check_numbers(SOURCE, TARGET)
    assert (found.rule, found.severity) == ("N105", Severity.ERROR)
    assert (found.source, found.target) == (Span(0, 12), Span(0, 8))
    assert found.suggestion == "At least 480"


def test_the_message_shows_both_phrases_and_what_was_read_in_them() -> None:
    (found,) = check_numbers("Costó 2.400 millones de dólares.", "It cost $2.4 million.")
    assert "“2.400 millones de dólares” = 2,400,000,000" in found.message
    assert "“$2.4 million” = 2,400,000" in found.message
    assert found.suggestion == "$2.4 billion"


def test_a_review_is_a_warning() -> None:
    (found,) = check_numbers("Unas 700 mujeres", "700 women")
    assert (found.rule, found.severity) == ("N105", Severity.WARNING)


def test_a_missing_figure_has_no_place_in_the_target() -> None:
    (found,) = check_numbers("Murieron 40 personas.", "People died.")
    assert (found.rule, found.target) == ("N101", None)


def test_every_kind_of_drift_has_its_own_rule() -> None:
    assert {rule.name for rule in RULES} == {kind.value for kind in DriftKind}
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_other_languages_are_checked_by_their_tags() -> None:
    (found,) = check_numbers("Pelo menos 480 mortos", "Over 480 deaths", "pt", "en-GB")
    assert found.rule == "N105"


def test_a_conversion_comes_with_the_computed_value() -> None:
    (found,) = check_numbers("A 100 km de la frontera", "62 miles from the border")
    assert (found.rule, found.severity) == ("N108", Severity.WARNING)
    assert "100 kilometers are 62.14 miles" in found.message


def test_an_unconverted_unit_comes_with_the_computed_value() -> None:
    (found,) = check_numbers("A 12 km de la frontera", "12 miles from the border")
    assert "12 kilometers are 7.456 miles" in found.message


def test_suggestions_are_made_in_english_alone() -> None:
    (found,) = check_numbers("At least 480 deaths", "Más de 480 muertos", "en", "es")
    assert (found.rule, found.suggestion) == ("N105", None)


def test_a_suggestion_has_the_capitals_of_its_place() -> None:
    (found,) = check_numbers("MÁS DE 480 MUERTOS", "AT LEAST 480 DEAD")
    assert found.suggestion == "MORE THAN 480"
    (found,) = check_numbers("Hay más de 480 muertos", "There are at least 480 dead")
    assert found.suggestion == "more than 480"


def test_a_figure_that_can_be_read_in_two_ways_gets_no_suggestion() -> None:
    (found,) = check_numbers("Un índice de 1,234", "An index of 1.234")
    assert (found.rule, found.suggestion) == ("N117", None)


def test_a_reversed_range_is_one_finding() -> None:
    (found,) = check_numbers("Pasó de 5 a 7 mil.", "It went from 7,000 to 5,000.")
    assert (found.rule, found.suggestion) == ("N110", None)


def test_a_rate_of_another_period_is_told_with_both_periods() -> None:
    (found,) = check_numbers("Gana 365 dólares al mes.", "She earns $365 a year.")
    assert found.rule == "N106"
    assert "365 dollars a month" in found.message and "a year" in found.message


@pytest.mark.parametrize(
    ("source", "target", "rules"),
    [
        ("Lo enviado a 127.0.0.1 no sale.", "What is sent to `127.0.0.1` stays.", []),
        ("Abra `http://127.0.0.1:8000/`.", "Open 127.0.0.1 to begin.", []),
        ("Abra `127.0.0.1`.", "Open 127.0.0.2 to begin.", ["N102"]),
        ("Abra 127.0.0.1 ahora.", "Open `127.0.0.2` now.", ["N101"]),
        ("Hubo 40 muertes; use `40`.", "There were deaths; use `40`.", ["N101"]),
    ],
)
def test_a_figure_may_be_code_on_one_side(source: str, target: str, rules: list[str]) -> None:
    found = check_pair(source, target)
    assert [one.rule for one in found if one.rule.startswith("N")] == rules
