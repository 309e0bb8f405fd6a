"""Input that makes careless parsers hang or crash: all of it is read, or refused with a line."""

from __future__ import annotations

import pytest

from workflow.article import parse
from workflow.errors import ArticleError

MANY = 6_000

HEAVY = {
    "open brackets": "[" * MANY + "a",
    "bracket pairs": "[" * MANY + "a" + "]" * MANY,
    "image openers": "![[" * MANY + " a",
    "link openers": "[a](" * MANY,
    "link openers with angle": "[a](<b" * MANY,
    "nested links": "[a " * MANY + "](b)" * MANY,
    "asterisks": "*" * MANY + " a",
    "strong openers": "**a " * MANY,
    "strong inside words": "a**b" * MANY,
    "nested emphasis": "*a " * MANY + "b*" * MANY,
    "backtick runs of all lengths": "".join("e" + "`" * n for n in range(150)),
    "tag openers": "<a " * MANY + "a",
    "unpaired tags": "<b>" * MANY + "a" + "</i>" * MANY,
    "nested tags": "<b>" * MANY + "a" + "</b>" * MANY,
    "comment openers": "a <!-- " * MANY,
    "shortcode openers": "a {{< " * MANY,
    "inline footnotes": "^[a " * MANY,
    "backslashes": "\\" * MANY + "a",
    "definitions": "".join(f'[l{n}]: u{n} "t {n}"\n' for n in range(10_000)) + "\n[l5] a\n",
    "rows": "|a|b|\n|-|-|\n" + "|c|d|\n" * MANY,
    "paragraphs in HTML": "<div>\n" + "<p>a</p>\n" * MANY + "</div>\n",
    "one line of a megabyte": "Hola mundo cruel, " * 58_000,
    "an address that is none": "a-" * MANY + "@",
    "mathematics in HTML": "<div>" + "<i>{{x}}</i>" * MANY + "</div>",
    "regions that do not end": "{% highlight %}a\n\n" * MANY,
    "images without text": "![[]()" * MANY + " a",
    "many tables": "|a|b|\n|-|-|\n|c|d|\n\n" * (MANY // 10),
    "comment openers in a row": "<!-- a\n" * MANY,
    "alerts with titles": "> [!NOTE] a\n> b\n\n" * (MANY // 10),
    "terms of one definition": "a\n" * MANY + ": b\n" * MANY,
    "one paragraph of lines": "a b\n" * MANY,
    "bytes": "Los *casos* de 1.204 [personas](x) siguen.\n\n" * 3_000,
}


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_input_is_read_translated_and_rendered(name: str) -> None:
    text = HEAVY[name]
    document = parse(text)
    assert document.render({}) == text
    rendering = document.rendering({s.id: f"{s.message} more" for s in document.segments})
    assert len(rendering.fallbacks) <= 1
    assert len(parse(rendering.text).segments) == len(document.segments)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Hola.\n\n" + "> " * 1_000 + "a\n", 3),
        ("1. " * 1_000 + "a\n", 1),
        ("".join("  " * n + "- a\n" for n in range(300)), 50),
        ("---\na: " + "[" * 2_000 + "\n---\n", 2),
        ('{"a": ' + "[" * 100_000 + "\n", 1),
        ("+++\na = " + "[" * 2_000 + "\n+++\n", 2),
    ],
    ids=["quotes", "numbered lists", "lists", "YAML", "JSON", "TOML"],
)
def test_deep_nesting_is_refused_with_its_line(text: str, line: int) -> None:
    with pytest.raises(ArticleError) as caught:
        parse(text)
    assert caught.value.line == line


def test_what_nests_as_deep_as_people_write_is_read() -> None:
    text = "> " * 40 + "a\n\n" + "".join("  " * n + "- b\n" for n in range(40))
    document = parse(text)
    assert len(document.segments) == 41
    rendered = document.render({s.id: "c d" for s in document.segments})
    assert len(parse(rendered).segments) == 41
