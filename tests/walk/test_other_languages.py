"""Another target language, with the real Apertium: what works, and what is said not to run."""

from __future__ import annotations

import json
from pathlib import Path

import polib
import pytest

from tests.conftest import Run
from workflow.checks import check_pair
from workflow.checks.scope import not_run
from workflow.glossary import Glossary, Term

DRAFT = Path("articles/drafts/pt/nota.md")
CATALOG = Path("articles/catalogs/pt/nota.po")
PAIRED = Path("articles/review/pt/nota.md")


@pytest.fixture
def portuguese(newsroom: Path, run: Run) -> Path:
    done = run("translate", "--to", "pt")
    assert done.returncode == 0, done.stderr
    return newsroom


def test_catalog_draft_and_paired_file_are_portuguese(portuguese: Path) -> None:
    assert all(path.is_file() for path in (DRAFT, CATALOG, PAIRED))
    assert polib.pofile(str(CATALOG)).metadata["Language"] == "pt"
    draft = DRAFT.read_text("utf-8")
    assert "pessoas" in draft and "lang: pt" in draft
    assert "| --- | ---: |" in draft and "[^1]:" in draft


def test_nothing_english_is_put_into_portuguese(portuguese: Path) -> None:
    draft = DRAFT.read_text("utf-8")
    assert "state of emergency" not in draft
    assert "1.300" in draft and "1,300" not in draft


def test_figures_are_checked_in_portuguese(portuguese: Path, run: Run) -> None:
    DRAFT.write_text(DRAFT.read_text("utf-8").replace("1.300", "1.200"), encoding="utf-8")
    found = json.loads(run("check", "--to", "pt", "--json").stdout)["findings"]
    assert any(finding["rule"] == "N103" for finding in found)
    assert not any(finding["rule"].startswith("T") for finding in found)


def test_check_says_what_it_does_not_check(portuguese: Path, run: Run) -> None:
    found = json.loads(run("check", "--to", "pt", "--json").stdout)["findings"]
    told = [finding["message"] for finding in found if finding["rule"] == "W109"]
    assert "not checked: terms: no glossary for es → pt" in told
    assert not any("numbers" in message for message in told)
    assert "not checked: terms" in run("check", "--to", "pt").stdout


def test_translate_says_what_is_not_checked(portuguese: Path, run: Run) -> None:
    assert "not checked: terms: no glossary for es → pt" in run("translate", "--to", "pt").stdout
    report = json.loads(run("translate", "--to", "pt", "--json").stdout)
    assert "terms: no glossary for es → pt" in report["not_checked"]


def test_between_spanish_and_english_everything_is_checked() -> None:
    assert list(not_run("es-MX", "en")) == []


def test_a_language_without_a_table_of_numbers_is_no_error() -> None:
    glossary = Glossary([Term("reo", "prisoner")])
    found = check_pair("Murieron 480 reos.", "480 détenus sont morts.", target_lang="fr",
                       glossary=glossary)  # fmt: skip
    assert found == []
    assert "numbers: no table of numbers for es → fr" in list(not_run("es", "fr"))
