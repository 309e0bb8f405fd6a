"""What is rendered from a catalog is read back as unchanged, for every sample article."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.article import Document, parse
from workflow.catalog import Catalog, Entry
from workflow.config import Config
from workflow.following import follow
from workflow.pages import draft_page, paired_page
from workflow.placing import placed
from workflow.project import Article, Project
from workflow.review.edits import page_edits
from workflow.review.readback import paired_changes

ROOT = Path(__file__).resolve().parents[2]
ARTICLES = sorted((ROOT / "articles" / "es").glob("*.md"))
VOWELS = str.maketrans("aeiou", "áéíóú")


def pseudo(tagged: str) -> str:
    """A translation that keeps every tag and changes most words."""
    pieces = tagged.replace("<", "\0<").replace(">", ">\0").split("\0")
    return "".join(p if p.startswith("<") or "&" in p else p.translate(VOWELS) for p in pieces)


def drafted(path: Path) -> tuple[Article, Document, Catalog]:
    document = parse(path.read_text(encoding="utf-8"))
    segments = {segment.id: segment for segment in document.segments}

    def draft(entry: Entry) -> Entry:
        segment = segments[entry.id]
        return entry.drafted(segment.untag(pseudo(segment.tagged)), {"signature": "pseudo|1"})

    catalog = follow(Catalog("en"), document.segments).catalog.map(draft)
    return Project(ROOT, Config()).article(path), document, catalog


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_a_rendered_draft_holds_no_edits(path: Path) -> None:
    article, document, catalog = drafted(path)
    rendering = document.rendering(catalog.targets())
    assert rendering.fallbacks == ()
    page = draft_page(article, document, catalog, rendering)
    assert page_edits(catalog, page, article.draft, via="draft", began=None) == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_rendered_paired_file_holds_no_edits(path: Path, newline: str) -> None:
    article, document, catalog = drafted(path)
    blocks = placed(document, catalog).blocks
    page = paired_page(article, document, catalog, blocks, {}, "es → en")
    changes = paired_changes(catalog, page.replace("\n", newline), article.review)
    assert (changes.edits, changes.ticks) == ((), ())
    ticked = page.replace("[ ] approved", "[x] approved").replace("\n", newline)
    changes = paired_changes(catalog, ticked, article.review)
    assert {tick.segment_id for tick in changes.ticks} == {e.id for e in catalog.entries}
    assert all(tick.approved for tick in changes.ticks)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_every_segment_stands_in_the_paired_file(path: Path) -> None:
    article, document, catalog = drafted(path)
    blocks = placed(document, catalog).blocks
    page = paired_page(article, document, catalog, blocks, {}, "es → en")
    for block in document.blocks:
        if block.segment_ids:
            lines = [line.rstrip(" \\") for line in block.source.split("\n")]
            assert all(line in page for line in lines), block.source
