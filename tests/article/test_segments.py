"""What is a segment, what it is called, and where it stands."""

from __future__ import annotations

import tomllib

import pytest

from tests.article.examples import DATA
from workflow.article import ArticleOptions, parse

CASES = tomllib.loads((DATA / "segments.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_what_is_a_segment(case: dict[str, object]) -> None:
    document = parse(str(case["markdown"]))
    assert [[s.kind.value, s.tagged] for s in document.segments] == case["segments"]


def test_a_segment_says_where_it_stands() -> None:
    text = "# Uno\n\n> - dos\n>   tres ![cuatro](x)\n"
    heading, item, alt = parse(text).segments
    assert (heading.line, heading.column, heading.source) == (1, 3, "Uno")
    assert (item.line, item.column) == (3, 5)
    assert item.source == text[item.start : item.end] == "dos\n>   tres ![cuatro](x)"
    assert item.message == "dos tres ![cuatro](x)"
    assert (alt.line, alt.column, alt.source) == (4, 12, "cuatro")


def test_ids_stay_when_other_segments_are_inserted_or_wrapped_anew() -> None:
    before = {s.message: s.id for s in parse("Uno dos.\n\nTres.\n").segments}
    after = {s.message: s.id for s in parse("# Nuevo\n\nUno\ndos.\n\nMás.\n\n- Tres.\n").segments}
    assert before == {message: after[message] for message in before}


def test_equal_texts_have_ids_of_their_own() -> None:
    first, second = parse("Sí.\n\nSí.\n").segments
    assert second.id == f"{first.id}-2"


def test_shortcode_parameters_and_attributes_are_configurable() -> None:
    text = '{{< x alt="uno" caption="dos" >}}\n\n<i data-tip="tres" title="cuatro">cinco</i>\n'
    options = ArticleOptions(
        shortcode_parameters=frozenset({"alt"}), html_attributes=frozenset({"data-tip"})
    )
    assert [s.message for s in parse(text, options).segments if "i" not in s.tagged] == [
        "uno",
        "tres",
    ]


def test_blocks_hold_all_segments_once_in_order() -> None:
    text = (
        "---\ntitle: Uno\n---\n# Dos\n\nTres ![cuatro](a).\n\n- cinco\n\n```\nx\n```\n\n"
        '[a]: b "seis"\n[^1]: siete\n'
    )
    document = parse(text)
    assert [block.kind for block in document.blocks] == [
        *("front matter", "heading", "paragraph", "list", "code", "definition", "footnote")
    ]
    assert [i for block in document.blocks for i in block.segment_ids] == [
        segment.id for segment in document.segments
    ]
    assert document.blocks[0].key == "title"
    assert [block.source for block in document.blocks[:3]] == ["Uno", "# Dos", "Tres ![cuatro](a)."]
    assert [block.line for block in document.blocks] == [2, 4, 6, 8, 10, 14, 15]


def test_the_texts_of_the_blocks_are_those_of_the_rendered_page() -> None:
    document = parse("---\ntitle: Uno\n---\n# Dos\n\n- tres\n- cuatro\n")
    targets = {s.id: f"{s.message}: {n}" for n, s in enumerate(document.segments)}
    rendering = document.rendering(targets)
    assert rendering.block_texts == ("Uno: 0", "# Dos: 1", "- tres: 2\n- cuatro: 3")
    for text in rendering.block_texts[1:]:
        assert text in rendering.text
