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


@pytest.mark.parametrize("before", ["", "> ", "- "])
def test_a_paragraph_does_not_become_a_term_of_what_stands_below_it(before: str) -> None:
    within = before.replace("-", " ")
    source = f"{before}Una nota\n{within}breve\n{within.rstrip()}\n{within}: de la redacción\n"
    document = parse(source)
    rendering = document.rendering({document.segments[0].id: "A note"})
    assert [s.kind for s in parse(rendering.text).segments] == [s.kind for s in document.segments]
    assert [fallback.line for fallback in rendering.fallbacks] == [1]


def test_the_alt_of_an_image_that_is_gone_is_reported() -> None:
    document = parse("Ve ![uno](a.png).\n")
    sentence, alt = document.segments
    rendering = document.rendering({sentence.id: "See.", alt.id: "one"})
    assert rendering.text == "See.\n"
    assert [fallback.segment_id for fallback in rendering.fallbacks] == [alt.id]


def test_unknown_ids_change_nothing() -> None:
    assert parse("Uno.\n").render({"nobody": "One."}) == "Uno.\n"


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_last_block_may_end_without_a_line_end(end: str) -> None:
    document = parse(f"## Uno\n- [Dos](x)\n- Tres{end}")
    rendering = document.rendering({s.id: f"{s.message} sí" for s in document.segments})
    assert rendering.fallbacks == ()
    assert rendering.text == f"## Uno sí\n- [Dos](x) sí\n- Tres sí{end}"


def test_a_shortcode_that_has_a_line_to_itself_keeps_it() -> None:
    document = parse('{{% nota titulo="Uno" %}}\nDos tres.\nCuatro.\n{{% /nota %}}\n')
    targets = {s.id: s.message.replace("Dos", "Two") for s in document.segments}
    assert document.render(targets) == (
        '{{% nota titulo="Uno" %}}\nTwo tres.\nCuatro.\n{{% /nota %}}\n'
    )


def test_a_no_break_space_in_html_prose_stays() -> None:
    document = parse("<p>Uno&nbsp;dos</p>\n")
    targets = {s.id: s.untag(s.tagged.replace("Uno", "One")) for s in document.segments}
    assert "One\xa0dos" in document.render(targets).replace("&nbsp;", "\xa0")
