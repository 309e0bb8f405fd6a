"""Where Apertium's grammar goes wrong and the engine helps: each row of the table holds."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest

from tests.engines.cases import TermCase, term_cases
from workflow.engines.apertium import ApertiumEngine
from workflow.engines.markup import escape


@pytest.fixture(scope="module")
def engine() -> Iterator[ApertiumEngine]:
    engine = ApertiumEngine()
    yield engine
    engine.close()


@pytest.mark.parametrize("case", term_cases("english_grammar.tsv"), ids=lambda case: case.plain)
def test_english_grammar_holds(engine: ApertiumEngine, case: TermCase) -> None:
    text = unescape(engine.translate([escape(case.plain)], [case.terms])[0].text)
    assert case.holds(text), text


def test_a_passive_that_was_put_right_is_not_reported(engine: ApertiumEngine) -> None:
    assert engine.translate(["Se registraron 470 muertes."])[0].findings == ()


def test_tags_follow_words_that_changed_places(engine: ApertiumEngine) -> None:
    tagged = 'Murieron <g id="1">480 personas</g> ayer.'
    text = engine.translate([tagged])[0].text
    assert text == '<g id="1">480 people</g> died yesterday.'


def test_a_verb_with_its_pronoun_on_its_end_has_no_subject_before_it(
    engine: ApertiumEngine,
) -> None:
    assert engine.translate(["Debe llegarse un acuerdo."])[0].text.endswith("an agreement.")
