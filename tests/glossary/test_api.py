"""What the other rooms rely on: load, terms, find."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.glossary import Glossary

SHIPPED = Path(__file__).parents[2] / "glossaries" / "human-rights.es-en.po"


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    return Glossary.load(SHIPPED, cache_directory=tmp_path_factory.mktemp("cache"))


def test_the_shipped_glossary_has_at_least_500_terms(shipped: Glossary) -> None:
    assert len(shipped.terms) >= 500


def test_a_term_is_found_where_it_stands_inflected(shipped: Glossary) -> None:
    text = "Los regímenes de excepción siguen."
    (match,) = shipped.find(text)
    assert text[match.start : match.end] == "regímenes de excepción"
    assert (match.target, match.number, match.gender) == ("states of emergency", "pl", "m")
