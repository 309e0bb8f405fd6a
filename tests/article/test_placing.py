"""Translations in their place: few backslashes, the source's own lines, nothing broken."""

from __future__ import annotations

import tomllib

import pytest

from tests.article.examples import DATA
from workflow.article import parse

CASES = tomllib.loads((DATA / "placing.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_how_a_translation_is_placed(case: dict[str, str]) -> None:
    document = parse(case["source"])
    ids = {segment.message: segment.id for segment in document.segments}
    targets = {ids[message]: target for message, target in dict(case["targets"]).items()}
    rendering = document.rendering(targets)
    assert rendering.text == case["rendered"]
    assert not rendering.fallbacks


def test_an_empty_translation_stays_in_the_source_and_is_reported() -> None:
    document = parse("Uno.\n\nDos.\n")
    rendering = document.rendering({document.segments[1].id: "  "})
    assert rendering.text == "Uno.\n\nDos.\n"
    (fallback,) = rendering.fallbacks
    assert (fallback.segment_id, fallback.line) == (document.segments[1].id, 3)
    assert "empty" in fallback.reason


def test_a_block_level_tag_at_the_start_stays_in_the_source_and_is_reported() -> None:
    document = parse("Uno <b>dos</b>.\n\nTres.\n")
    rendering = document.rendering({document.segments[0].id: "<div>One</div> <b>two</b>"})
    assert rendering.text == "Uno <b>dos</b>.\n\nTres.\n"
    assert [fallback.line for fallback in rendering.fallbacks] == [1]


def test_the_alt_of_an_image_that_is_gone_is_reported() -> None:
    document = parse("Ve ![uno](a.png).\n")
    sentence, alt = document.segments
    rendering = document.rendering({sentence.id: "See.", alt.id: "one"})
    assert rendering.text == "See.\n"
    assert [fallback.segment_id for fallback in rendering.fallbacks] == [alt.id]


def test_unknown_ids_change_nothing() -> None:
    assert parse("Uno.\n").render({"nobody": "One."}) == "Uno.\n"
