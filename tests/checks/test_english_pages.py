"""English pages without their Spanish: what was planted is found, and clean pages are clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.article import parse, plain
from workflow.checks import check_target
from workflow.checks.document import SegmentText, check_document
from workflow.findings import Span
from workflow.glossary import Glossary

DATA = Path(__file__).parent / "data"
PAGES = DATA / "pages"
PLANTED = [line.split("\t") for line in (DATA / "planted.tsv").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def glossary(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    shipped = Path(__file__).parents[2] / "glossaries" / "human-rights.es-en.po"
    return Glossary.load(shipped, cache_directory=tmp_path_factory.mktemp("cache"))


def findings(name: str, glossary: Glossary) -> list[tuple[str, str]]:
    """Rule and words of each finding on a page."""
    segments = parse((PAGES / name).read_text("utf-8")).segments
    found = [
        (finding.rule, _words(segment.message, finding.target))
        for segment in segments
        for finding in check_target(segment.message, glossary=glossary)
    ]
    texts = {segment.id: plain(segment.message).text for segment in segments}
    pairs = [SegmentText(id, "", text) for id, text in texts.items()]
    found += [
        (clash.rule.id, _words(texts[clash.second_id], clash.second))
        for clash in check_document(pairs)
    ]
    return found


def _words(text: str, span: Span | None) -> str:
    return "" if span is None else text[span.start : span.end]


@pytest.mark.parametrize("name", sorted(page.name for page in PAGES.glob("clean-*.md")))
def test_on_a_clean_page_nothing_is_found(name: str, glossary: Glossary) -> None:
    assert findings(name, glossary) == []


def test_at_least_95_of_100_planted_faults_are_found(glossary: Glossary) -> None:
    pages = {name: findings(name, glossary) for name, _, _ in PLANTED}
    missed = [
        (name, rules, words)
        for name, rules, words in PLANTED
        if not any(
            rule in rules.split() and (words in found or (found and found in words))
            for rule, found in pages[name]
        )
    ]
    assert len(missed) <= 0.05 * len(PLANTED), missed
