"""Inline markup through both engines: at the right English words, never lost, never doubled.

Of Apertium's draft the words around the markup count, for its English is its own; the neural
package has learned a small grammar, so that its whole sentence is known. Tags find their words
there by attention alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tests.engines.cases import rows, tagged
from workflow.engines.apertium import ApertiumEngine
from workflow.engines.argos import ArgosEngine
from workflow.engines.base import Engine

TAG = re.compile(r"<[^>]*>")
Holds = Callable[[str, str], bool]
TABLES: dict[str, tuple[str, Holds]] = {
    "apertium": ("inline_markup.tsv", lambda draft, wanted: wanted in draft),
    "argos": ("inline_markup_neural.tsv", lambda draft, wanted: wanted == draft),
}
Drafts = list[tuple[str, str, tuple[str, ...]]]


@pytest.fixture(scope="module", params=TABLES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def drafts(name: str, newsroom: ArgosEngine) -> Drafts:
    """Source and draft, tagged, and what is wanted."""
    cases = rows(TABLES[name][0])
    sources = [tagged(marked) for marked, _ in cases]
    engine: Engine = newsroom if name == "argos" else ApertiumEngine()
    found = engine.translate(sources)
    if engine is not newsroom:
        engine.close()
    return [
        (source, draft.text, tuple(map(tagged, wanted)))
        for source, draft, (_, wanted) in zip(sources, found, cases, strict=True)
    ]


def test_95_of_100_sentences_have_their_markup_at_the_right_words(
    name: str, drafts: Drafts
) -> None:
    holds = TABLES[name][1]
    wrong = [text for _, text, wanted in drafts if not any(holds(text, one) for one in wanted)]
    assert len(drafts) >= 60
    assert len(wrong) <= 0.05 * len(drafts), wrong


def test_every_tag_comes_back_once(drafts: Drafts) -> None:
    for source, text, _ in drafts:
        assert sorted(TAG.findall(text)) == sorted(TAG.findall(source))


def test_no_space_is_lost_or_doubled_around_markup(drafts: Drafts) -> None:
    for _, text, _ in drafts:
        assert "  " not in text
        assert not re.search(r"\w<g[^>]*>\w|\w</g>\w|<g[^>]*> | </g>", text), text
