"""Input that makes careless parsers hang or crash: all of it is read, or refused with a line."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from workflow.article import parse
from workflow.errors import ArticleError

MANY = 4_000
FEW = 300

HEAVY: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "[" * n + "a",
    "bracket pairs": lambda n: "[" * n + "a" + "]" * n,
    "image openers": lambda n: "![[" * n + " a",
    "link openers": lambda n: "[a](" * n,
    "link openers with angle": lambda n: "[a](<b" * n,
    "nested links": lambda n: "[a " * n + "](b)" * n,
    "no-break spaces and signs": lambda n: "\u00a0\ufffd" * n + "\u00a0",
    "asterisks": lambda n: "*" * n + " a",
    "strong openers": lambda n: "**a " * n,
    "strong inside words": lambda n: "a**b" * n,
    "nested emphasis": lambda n: "*a " * n + "b*" * n,
    "backtick runs of all lengths": lambda n: "".join("e" + "`" * k for k in range(int(n**0.5))),
    "tag openers": lambda n: "<a " * n + "a",
    "unpaired tags": lambda n: "<b>" * n + "a" + "</i>" * n,
    "nested tags": lambda n: "<b>" * n + "a" + "</b>" * n,
    "comment openers": lambda n: "a <!-- " * n,
    "shortcode openers": lambda n: "a {{< " * n,
    "inline footnotes": lambda n: "^[a " * n,
    "backslashes": lambda n: "\\" * n + "a",
    "definitions": lambda n: (
        "".join(f'[l{k}]: u{k} "t {k}"\n' for k in range(5 * n // 2)) + "\n[l5] a\n"
    ),
    "rows": lambda n: "|a|b|\n|-|-|\n" + "|c|d|\n" * n,
    "paragraphs in HTML": lambda n: "<div>\n" + "<p>a</p>\n" * n + "</div>\n",
    "one line, of a megabyte": lambda n: "Hola mundo cruel, " * 15 * n,
    "an address that is none": lambda n: "a-" * n + "@",
    "mathematics in HTML": lambda n: "<div>" + "<i>{{x}}</i>" * n + "</div>",
    "regions that do not end": lambda n: "{% highlight %}a\n\n" * n,
    "images without text": lambda n: "![[]()" * n + " a",
    "many tables": lambda n: "|a|b|\n|-|-|\n|c|d|\n\n" * (n // 10),
    "comment openers in a row": lambda n: "<!-- a\n" * n,
    "alerts with titles": lambda n: "> [!NOTE] a\n> b\n\n" * (n // 10),
    "terms of one definition": lambda n: "a\n" * n + ": b\n" * n,
    "one paragraph of lines": lambda n: "a b\n" * n,
    "many paragraphs": lambda n: "Los *casos* de 1.204 [personas](x) siguen.\n\n" * (n // 2),
}


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_input_is_read_translated_and_rendered(name: str) -> None:
    text = HEAVY[name](MANY)
    document = parse(text)
    assert document.render({}) == text
    rendering = document.rendering({s.id: f"{s.message} more" for s in document.segments})
    assert len(rendering.fallbacks) <= 1
    assert len(parse(rendering.text).segments) == len(document.segments)


def calls(text: str) -> int:
    """How many functions reading and rendering a text calls, those of C included."""
    count = 0

    def seen(_frame: object, event: str, _function: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(seen)
    try:
        document = parse(text)
        document.rendering({s.id: f"{s.message} more" for s in document.segments})
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("name", HEAVY)
def test_twice_the_input_is_twice_the_work(name: str) -> None:
    few, many = (calls(HEAVY[name](size)) for size in (FEW, 2 * FEW))
    assert many < 2.3 * few + 1_000


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
