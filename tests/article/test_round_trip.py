"""The same bytes when nothing changes, the same structure when every word does."""

from __future__ import annotations

import re

import pytest

from tests.article.examples import HOSTILE, pseudo, spec_examples, structure
from workflow.article import parse

READ_DIFFERENTLY = {"commonmark-0.31.2 626"}  # cmark-gfm has the comments of CommonMark 0.29
BARE_ADDRESS = re.compile(r"www\.|://|@")  # whether GitHub links one depends on what is before it
EXAMPLES = list(spec_examples())
COMPARABLE = [(name, text) for name, text in EXAMPLES if name not in READ_DIFFERENTLY]

VARIANTS = {
    "as it is": lambda text: text,
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "mixed line ends": lambda text: text.replace("\n", "\r\n", 1),
    "byte order mark": lambda text: "\ufeff" + text,
    "no final line end": lambda text: text.rstrip("\n"),
    "in a quote": lambda text: "".join(f"> {line}\n" for line in text.split("\n")),
    "in a list": lambda text: "- " + text.replace("\n", "\n  "),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_an_untranslated_example_keeps_its_bytes(variant: str) -> None:
    for name, markdown in EXAMPLES:
        text = VARIANTS[variant](markdown)
        document = parse(text)
        assert document.render({}) == text, name
        assert document.render({s.id: s.message for s in document.segments}) == text, name
        assert document.render({s.id: s.untag(s.tagged) for s in document.segments}) == text, name


@pytest.mark.parametrize("variant", ["as it is", "CRLF", "in a quote", "in a list"])
def test_a_translated_example_keeps_its_structure(variant: str) -> None:
    for name, markdown in COMPARABLE:
        text = VARIANTS[variant](markdown)
        document = parse(text)
        targets = {s.id: s.untag(pseudo(s.tagged)) for s in document.segments}
        rendering = document.rendering(targets)
        assert not rendering.fallbacks, name
        assert structure(rendering.text) == structure(text), name


@pytest.mark.parametrize("beginning", HOSTILE)
def test_hostile_words_keep_the_structure(beginning: str) -> None:
    escaped = beginning.replace("&", "&amp;").replace("<", "&lt;")
    for name, markdown in COMPARABLE[::4]:
        if BARE_ADDRESS.search(markdown):
            continue
        document = parse(markdown)
        targets = {s.id: s.untag(escaped + s.tagged) for s in document.segments}
        rendering = document.rendering(targets)
        assert not rendering.fallbacks, name
        assert structure(rendering.text) == structure(markdown), name
