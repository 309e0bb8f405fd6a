"""Inline markup through Apertium: at the right English words, never lost, never doubled."""

from __future__ import annotations

import re

import pytest

from tests.engines.cases import rows, tagged
from workflow.engines.apertium import ApertiumEngine

CASES = rows("inline_markup.tsv")
TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def drafts() -> list[str]:
    engine = ApertiumEngine()
    found = engine.translate([tagged(marked) for marked, _ in CASES])
    engine.close()
    return [draft.text for draft in found]


def test_95_of_100_sentences_have_their_markup_at_the_right_words(drafts: list[str]) -> None:
    wrong = [
        text
        for text, (_, wanted) in zip(drafts, CASES, strict=True)
        if not any(tagged(part) in text for part in wanted)
    ]
    assert len(CASES) >= 60
    assert len(wrong) <= 0.05 * len(CASES), wrong


def test_every_tag_comes_back_once(drafts: list[str]) -> None:
    for text, (marked, _) in zip(drafts, CASES, strict=True):
        assert sorted(TAG.findall(text)) == sorted(TAG.findall(tagged(marked)))


def test_no_space_is_lost_or_doubled_around_markup(drafts: list[str]) -> None:
    for text in drafts:
        assert "  " not in text
        assert not re.search(r"\w<g|</g>\w|<g[^>]*> | </g>", text), text
