"""The rules explain themselves: every one has reasons, and examples that do what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from workflow import checks
from workflow.article import Document, fingerprint, parse
from workflow.catalog import Catalog, Entry, Note, read_catalog, write_catalog
from workflow.comparison import compare_article
from workflow.engines import load_engine
from workflow.engines.apertium import rules as apertium
from workflow.engines.argos import rules as argos
from workflow.examination import Standards, examine
from workflow.explanations import Example, explanations
from workflow.gate import rules as gate
from workflow.gate.foreign import examine_pair
from workflow.glossary import Glossary
from workflow.places import Page
from workflow.project import Project
from workflow.reporting.rulebook import explained, rulebook
from workflow.rules import RULES

ROOT = Path(__file__).resolve().parents[2]
GLOSSARY = ROOT / "glossaries" / "human-rights.es-en.po"
TOLD = explanations()
PAIRS = [rule for rule, told in TOLD.items() if told.fails and not told.fails.has_catalog]
ARTICLES = [rule for rule, told in TOLD.items() if told.fails and told.fails.has_catalog]
DRAFTED = [rule for rule, told in TOLD.items() if told.engine == "apertium"]
CHECKED = [rule for rule in PAIRS if rule not in DRAFTED]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule: str) -> None:
    told = TOLD[rule]
    assert told.why and told.authority and told.waive
    assert (told.fails is None) == (told.passes is None)


def test_no_two_rules_have_one_id() -> None:
    everything = [*checks.RULES, *gate.RULES, *apertium.RULES, *argos.RULES]
    assert len({rule.id for rule in everything}) == len(everything) == len(RULES)
    assert len({rule.name for rule in everything}) == len(everything)


def test_nothing_is_explained_that_is_no_rule() -> None:
    assert set(TOLD) <= set(RULES)


def test_only_rules_about_engines_and_languages_may_lack_examples() -> None:
    lacking = [rule for rule, told in TOLD.items() if told.fails is None]
    assert all(rule.startswith("C9") or rule == "W109" for rule in lacking)


def test_the_manual_is_current() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert page == rulebook(RULES), "python -m workflow.reporting.rulebook > docs/rules.md"


def test_explain_says_what_the_manual_says(run: Run) -> None:
    done = run("explain", "N105")
    assert done.stdout == explained(RULES["N105"])
    assert done.stdout in (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")


# --- examples


@pytest.fixture(scope="module")
def standards() -> Standards:
    return Standards(Glossary.load(GLOSSARY))


def page(name: str, text: str | None) -> Page:
    return Page(Path(name), parse(f"{text}\n"))


def found_in(example: Example, standards: Standards) -> set[str]:
    pages = page("es.md", example.source), page("en.md", example.target)
    return {located.finding.rule for located in examine_pair(*pages, standards)}


@pytest.mark.parametrize("rule", CHECKED)
def test_what_fails_fails_by_its_rule(rule: str, standards: Standards) -> None:
    example = TOLD[rule].fails
    assert example is not None and rule in found_in(example, standards)


@pytest.mark.parametrize("rule", CHECKED)
def test_what_passes_is_clean(rule: str, standards: Standards) -> None:
    example = TOLD[rule].passes
    assert example is not None and found_in(example, standards) == set()


def entries(example: Example, spanish: Document) -> list[Entry]:
    (segment,) = spanish.segments
    entry = Entry(segment.id, segment.message)
    if example.state == "untranslated":
        return [entry]
    entry = entry.edited(example.target or "", by="Ana", on="2026-01-31", via="draft")
    if example.waived:
        data = {"rule": example.waived, "message": "…", "reason": "agreed"}
        note = Note("waiver", data)
        return [Entry(entry.id, entry.source, entry.target, notes=(*entry.notes, note))]
    if example.state == "approved":
        texts = {"source": fingerprint(entry.source), "target": fingerprint(entry.target)}
        note = Note("approved", {"by": "Ana", "on": "2026-01-31", **texts})
        return [Entry(entry.id, entry.source, entry.target, notes=(*entry.notes, note))]
    return [entry]


def found_in_article(example: Example, folder: Path, standards: Standards) -> set[str]:
    project = Project.find(folder)
    source = project.source_folder / "nota.md"
    source.parent.mkdir(parents=True)
    source.write_text(f"{example.source}\n", encoding="utf-8")
    article = project.article(source)
    if example.target is not None:
        spanish = parse(f"{example.before or example.source}\n")
        write_catalog(article.catalog, Catalog("en", tuple(entries(example, spanish))))
        assert read_catalog(article.catalog, "en").entries
        english = article.edition if example.edition else article.draft
        english.parent.mkdir(parents=True, exist_ok=True)
        english.write_text(f"{example.target}\n", encoding="utf-8")
    found = examine(compare_article(project, article, "en"), standards)
    return {located.finding.rule for located in found}


@pytest.mark.parametrize("rule", ARTICLES)
def test_what_fails_in_a_project_fails_by_its_rule(
    rule: str, standards: Standards, tmp_path: Path
) -> None:
    example = TOLD[rule].fails
    assert example is not None and rule in found_in_article(example, tmp_path, standards)


@pytest.mark.parametrize("rule", ARTICLES)
def test_what_passes_in_a_project_is_clean(rule: str, standards: Standards, tmp_path: Path) -> None:
    example = TOLD[rule].passes
    assert example is not None and found_in_article(example, tmp_path, standards) == set()


@pytest.mark.parametrize("rule", DRAFTED)
def test_an_engine_says_so_of_its_own_draft(rule: str) -> None:
    told = TOLD[rule]
    assert told.fails is not None and told.passes is not None
    engine = load_engine("apertium")
    bad, good = engine.translate([told.fails.source, told.passes.source])
    assert rule in {finding.rule for finding in bad.findings}
    assert rule not in {finding.rule for finding in good.findings}
