"""The rules explain themselves: every one has reasons, and examples that do what they say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import Run
from workflow import checks
from workflow.article import Document, fingerprint, parse
from workflow.catalog import Catalog, Entry, Note, read_catalog, write_catalog
from workflow.comparison import compare_article
from workflow.engines.apertium import ApertiumEngine
from workflow.engines.apertium import rules as apertium
from workflow.engines.apertium.modes import find_mode
from workflow.engines.argos import ArgosEngine
from workflow.engines.argos import rules as argos
from workflow.engines.base import Constraint, Engine
from workflow.engines.packages import install
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
DRAFTED = [rule for rule, told in TOLD.items() if told.engine]
ARTICLES = [rule for rule, told in TOLD.items() if told.fails.has_catalog]
CHECKED = [rule for rule in TOLD if rule not in DRAFTED + ARTICLES]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_explained(rule: str) -> None:
    told = TOLD[rule]
    assert told.why and told.authority and told.waive


def test_no_two_rules_have_one_id() -> None:
    everything = [*checks.RULES, *gate.RULES, *apertium.RULES, *argos.RULES]
    assert len({rule.id for rule in everything}) == len(everything) == len(RULES)
    assert len({rule.name for rule in everything}) == len(everything)


def test_nothing_is_explained_that_is_no_rule() -> None:
    assert set(TOLD) <= set(RULES)


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
    standards = replace(standards, target_lang=example.language)
    return {located.finding.rule for located in examine_pair(*pages, standards)}


@pytest.mark.parametrize("rule", CHECKED)
def test_what_fails_fails_by_its_rule(rule: str, standards: Standards) -> None:
    assert rule in found_in(TOLD[rule].fails, standards)


@pytest.mark.parametrize("rule", CHECKED)
def test_what_passes_is_clean(rule: str, standards: Standards) -> None:
    assert found_in(TOLD[rule].passes, standards) == set()


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
        lost = () if example.lost is None else (Entry("added-1", "", example.lost, after="gone"),)
        write_catalog(article.catalog, Catalog("en", tuple(entries(example, spanish)), lost))
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
    assert rule in found_in_article(TOLD[rule].fails, tmp_path, standards)


@pytest.mark.parametrize("rule", ARTICLES)
def test_what_passes_in_a_project_is_clean(rule: str, standards: Standards, tmp_path: Path) -> None:
    assert found_in_article(TOLD[rule].passes, tmp_path, standards) == set()


# --- examples of what engines say of their own drafts


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[tuple[str, str], Engine]]:
    """Each engine that an example is about, by its name and what is special about it."""
    folder = tmp_path_factory.mktemp("engines")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGOS_PACKAGES_DIR", str(folder / "packages"))
        install(ROOT / "tests/data/engines/tiny-es_en.argosmodel")
        found: dict[tuple[str, str], Engine] = {
            ("argos", ""): ArgosEngine("es", "en"),
            ("argos", "with apertium for what it breaks"): ArgosEngine(
                "es", "en", fallback=ApertiumEngine("es", "en")
            ),
            ("apertium", ""): ApertiumEngine("es", "en"),
            (
                "apertium",
                "when its dictionary has lost the word that holds the place",
            ): ApertiumEngine("es", "en", data=without_a_word(folder / "data", "plan")),
        }
    yield found
    for engine in found.values():
        engine.close()


def without_a_word(folder: Path, word: str) -> Path:
    """A folder with the mode that is installed here, which writes an English word nowhere."""
    mode = find_mode("es", "en", "en-US")
    ours = folder / "modes" / mode.name
    ours.parent.mkdir(parents=True)
    programs = mode.read_text(encoding="utf-8").strip()
    ours.write_text(f"{programs} | sed -u -z s/{word}//\n", encoding="utf-8")
    return folder


def said_by(engine: Engine, example: Example) -> set[str]:
    fixed = [
        Constraint(example.source.index(words), example.source.index(words) + len(words), english)
        for words, english in example.fixed.items()
    ]
    (draft,) = engine.translate([example.source], [fixed])
    return {finding.rule for finding in draft.findings}


@pytest.mark.parametrize("rule", DRAFTED)
def test_an_engine_says_so_of_its_own_draft(
    rule: str, engines: Mapping[tuple[str, str], Engine]
) -> None:
    told = TOLD[rule]
    name = told.engine or ""
    assert rule in said_by(engines[name, told.fails.setting or ""], told.fails)
    assert rule not in said_by(engines[name, told.passes.setting or ""], told.passes)
