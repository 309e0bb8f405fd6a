"""Edited English taken apart: every word lands in its segment, or the text is refused."""

from __future__ import annotations

import pytest

from workflow.article import Document, fingerprint, parse
from workflow.article.frontmatter import with_fields
from workflow.article.readback import read_back, read_back_document
from workflow.errors import ArticleError

PAGE = """\
---
title: Uno
---
# Dos

Tres ![cuatro](a.png "cinco") [seis][x]
y siete.

- ocho
- nueve
  - 1978. diez

| once | doce |
| --- | --- |
| trece | |

> [!NOTE]
> catorce

<p>quince <b>dieciséis</b></p>

```
código
```

[x]: https://x.org "diecisiete"

[^1]: dieciocho
"""


def english_of(document: Document) -> dict[str, str]:
    return {
        s.id: s.untag(
            "The "
            + s.tagged.upper()
            .replace("G ID", "g id")
            .replace("X ID", "x id")
            .replace("</G>", "</g>")
        )
        for s in document.segments
    }


def test_a_rendered_page_gives_back_its_translations() -> None:
    document = parse(PAGE)
    targets = english_of(document)
    text = with_fields(document.render(targets), {"lang": "en", "translation_of": "uno"})
    assert read_back_document(document, text) == targets


def test_each_block_gives_back_its_own() -> None:
    document = parse(PAGE)
    targets = english_of(document)
    found: dict[str, str] = {}
    for block, text in zip(document.blocks, document.rendering(targets).block_texts, strict=True):
        found |= read_back(block, document, text)
    assert found == targets


def test_a_formatter_between_changes_nothing() -> None:
    document = parse("- uno *dos*\n- tres\n\n| a | b |\n|---|---|\n| c | d |\n")
    text = "* one _two_\n\n* three\n\n| A   | B   |\n| --- | --- |\n| C   | D   |\n"
    assert list(read_back_document(document, text).values()) == [
        *("one _two_", "three", "A", "B", "C", "D")
    ]


def test_the_words_of_a_slot_are_read_for_the_slot_alone() -> None:
    document = parse("Mira ![perro](a.png).\n")
    sentence, alt = document.segments
    assert read_back(document.blocks[0], document, "Look ![dog](a.png)!") == {
        sentence.id: "Look ![perro](a.png)!",
        alt.id: "dog",
    }


def test_an_image_taken_out_leaves_its_alt_out() -> None:
    document = parse("Mira ![perro](a.png).\n")
    assert read_back(document.blocks[0], document, "Look!") == {document.segments[0].id: "Look!"}


@pytest.mark.parametrize(
    ("english", "line", "complaint"),
    [
        ("- one\n", 1, "missing"),
        ("- one\n- two\n- three\n", 3, "list item"),
        ("one\n", 1, "paragraph"),
        ("- one\n\n# two\n", 1, "missing"),
        ("- one\n- > two\n", 2, "quote"),
        ("", 1, "missing"),
        ("- one\n- two\n\nthree\n", 4, "more than"),
    ],
)
def test_another_build_is_refused_with_its_line(english: str, line: int, complaint: str) -> None:
    document = parse("- uno\n- dos\n")
    with pytest.raises(ArticleError, match=complaint) as caught:
        read_back(document.blocks[0], document, english)
    assert caught.value.line == line


def test_changed_code_and_link_targets_of_definitions_are_refused() -> None:
    document = parse("```\na\n```\n\n[x]: y\n")
    with pytest.raises(ArticleError, match="code"):
        read_back(document.blocks[0], document, "```\nb\n```\n")
    with pytest.raises(ArticleError, match="link definition"):
        read_back(document.blocks[1], document, "[x]: z\n")


def test_words_in_a_cell_that_is_empty_in_the_spanish_are_refused() -> None:
    document = parse("| a | b |\n|---|---|\n| c | |\n")
    with pytest.raises(ArticleError, match="Spanish has none") as caught:
        read_back_document(document, "| a | b |\n|---|---|\n| c | d |\n")
    assert caught.value.line == 3


def test_a_page_with_another_build_is_refused_with_its_line() -> None:
    document = parse("---\ntitle: a\n---\n\nUno.\n\nDos.\n")
    with pytest.raises(ArticleError) as caught:
        read_back_document(document, "---\ntitle: a\nlang: en\n---\n\nOne.\n\n## Two.\n")
    assert caught.value.line == 8


def test_definitions_of_the_document_are_known_in_a_block() -> None:
    document = parse("Ver [uno][x].\n\n[x]: y\n")
    (text,) = read_back(document.blocks[0], document, "See [one][x].").values()
    assert fingerprint(text) == fingerprint("See [one][x].")
    assert document.render({document.segments[0].id: text}).startswith("See [one][x].")
