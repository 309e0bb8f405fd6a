"""The examples of docs/markdown.md are what happens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workflow.article import Kind, parse

PAGE = Path(__file__).parents[2] / "docs" / "markdown.md"
ROW = re.compile(r"^\| `([\w-]+)` \| `(.*⏎?.*)` \| (`.*`) \|$", re.MULTILINE)
ROWS = [
    (kind, markdown.replace("\\|", "|").replace("⏎", "\n"), re.findall(r"`([^`]*)`", texts))
    for kind, markdown, texts in ROW.findall(PAGE.read_text(encoding="utf-8"))
    if kind in set(Kind)
]


def test_every_kind_of_segment_has_an_example() -> None:
    assert {kind for kind, _, _ in ROWS} == set(Kind)


@pytest.mark.parametrize(("kind", "markdown", "texts"), ROWS, ids=[row[0] for row in ROWS])
def test_an_example_gives_these_texts(kind: str, markdown: str, texts: list[str]) -> None:
    assert [s.message for s in parse(markdown).segments if s.kind.value == kind] == texts
