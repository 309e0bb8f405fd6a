"""`workflow check --fix` and `--diff`: what a program may mend, and how it writes it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.gate.conftest import edit
from workflow.findings import Finding, Severity, Span
from workflow.gate.fixing import is_safe, mended

PAIR = ("--pair", "es.md", "en.md")


def number(text: str, suggestion: str) -> Finding:
    return Finding("N104", Severity.ERROR, "…", None, Span(0, len(text)), suggestion)


@pytest.mark.parametrize(
    ("text", "suggestion", "safe"),
    [
        ("1.300", "1,300", True),
        ("1 300", "1,300", True),
        ("12,5 %", "12.5%", True),
        ("480", "490", False),
        ("over 480", "at least 480", False),
        ("1.3 million", "1,300", False),
        ("many", "much", False),
    ],
)
def test_a_figure_is_mended_when_its_digits_stay(text: str, suggestion: str, safe: bool) -> None:
    assert is_safe(number(text, suggestion), text) is safe


def test_a_fix_that_brings_another_finding_is_taken_back() -> None:
    def check(text: str) -> list[Finding]:
        if text == "a  b":
            return [Finding("S109", Severity.INFO, "two spaces", None, Span(1, 3), " ")]
        return [Finding("T102", Severity.ERROR, "worse")]

    assert mended("a  b", check, {("S109", "two spaces")}) == ("a  b", [])


def test_only_what_was_found_to_stand_is_mended() -> None:
    def check(text: str) -> list[Finding]:
        at = text.find("  ")
        found = Finding("S109", Severity.INFO, "two spaces", None, Span(at, at + 2), " ")
        return [found] if at >= 0 else []

    assert mended("a  b", check, set()) == ("a  b", [])
    assert mended("a  b", check, {("S109", "two spaces")})[0] == "a b"


# --- foreign pages


@pytest.fixture
def spoiled(pair: Path) -> Path:
    edit("es.md", "Qué falta", "Qué falta «hoy»")
    edit("en.md", "What is missing", "What is missing «today»")
    edit("en.md", "1,240 deaths", "1.240.000 deaths")
    edit("es.md", "1.240 muertes", "1.240.000 muertes")
    edit("en.md", "three weeks", "four weeks")
    return pair


def test_the_diff_shows_what_would_change_and_writes_nothing(spoiled: Path, run: Run) -> None:
    before = Path("en.md").read_bytes()
    done = run("check", *PAIR, "--diff")
    assert done.returncode == 1
    removed = [line for line in done.stdout.split("\n") if line.startswith("-")]
    added = [line for line in done.stdout.split("\n") if line.startswith("+")]
    assert removed[0] == "--- a/en.md" and added[0] == "+++ b/en.md"
    assert any("1.240.000" in line for line in removed)
    assert any("1,240,000" in line for line in added)
    assert any("“today”" in line for line in added)
    assert "four weeks" not in "".join(removed)
    assert Path("en.md").read_bytes() == before


def test_the_diff_is_a_patch_that_gives_what_fix_writes(spoiled: Path, run: Run) -> None:
    patch = run("check", *PAIR, "--diff").stdout
    patched = Path("patched")
    patched.mkdir()
    (patched / "en.md").write_bytes(Path("en.md").read_bytes())
    subprocess.run(
        ["git", "apply", "-"], cwd=patched, input=patch, text=True, check=True, encoding="utf-8"
    )
    run("check", *PAIR, "--fix")
    assert Path("en.md").read_bytes() == (patched / "en.md").read_bytes()


def test_fix_changes_the_words_in_question_and_no_other_byte(spoiled: Path, run: Run) -> None:
    before = Path("en.md").read_text(encoding="utf-8")
    done = run("check", *PAIR, "--fix")
    expected = before.replace("1.240.000", "1,240,000").replace("«today»", "“today”")
    assert Path("en.md").read_text(encoding="utf-8") == expected
    assert "“1.240.000” → “1,240,000”" in done.stderr
    assert done.returncode == 1 and "weeks" in done.stdout, "what is not safe is left, and fails"


def test_a_second_fix_changes_nothing(spoiled: Path, run: Run) -> None:
    run("check", *PAIR, "--fix")
    once = Path("en.md").read_bytes()
    assert run("check", *PAIR, "--diff").returncode == 0
    run("check", *PAIR, "--fix")
    assert Path("en.md").read_bytes() == once


def test_what_is_ignored_or_not_selected_is_not_mended(spoiled: Path, run: Run) -> None:
    edit(
        "en.md",
        "## What is missing",
        "<!-- workflow:ignore S101 quoted so -->\n\n## What is missing",
    )
    run("check", *PAIR, "--fix", "--select", "S")
    text = Path("en.md").read_text(encoding="utf-8")
    assert "«today»" in text


def test_a_forbidden_rendering_gets_the_one_approved_form_and_its_article(
    pair: Path, run: Run
) -> None:
    Path("glossaries").mkdir()
    Path("glossaries/own.po").write_text(
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        '# forbidden: common grave\nmsgctxt "noun"\nmsgid "fosa común"\nmsgstr "unmarked grave"\n',
        encoding="utf-8",
    )
    Path("workflow.toml").write_text('glossaries = ["glossaries/own.po"]\n', encoding="utf-8")
    Path("es.md").write_text("Hallaron una fosa común cerca del río.\n", encoding="utf-8")
    Path("en.md").write_text("They found a common grave near the river.\n", encoding="utf-8")
    assert "T102" in run("check", *PAIR).stdout
    assert run("check", *PAIR, "--fix").returncode == 0
    text = Path("en.md").read_text(encoding="utf-8")
    assert text == "They found an unmarked grave near the river.\n"


def test_an_english_page_alone_is_mended(pair: Path, run: Run) -> None:
    Path("page.md").write_text("He said «no» twice.\n", encoding="utf-8")
    run("check", "--target", "page.md", "--fix")
    assert Path("page.md").read_text(encoding="utf-8") == "He said “no” twice.\n"


# --- articles

DRAFT = Path("articles/drafts/en/nota.md")
CATALOG = Path("articles/catalogs/en/nota.po")


@pytest.fixture
def translated(newsroom: Path, run: Run) -> Path:
    assert run("translate", "--engine", "apertium").returncode == 0
    text = DRAFT.read_text(encoding="utf-8")
    assert "1,300" in text
    DRAFT.write_text(text.replace("1,300", "1.300"), encoding="utf-8")
    return newsroom


def test_an_article_is_mended_through_its_catalog(translated: Path, run: Run) -> None:
    assert run("check", "--select", "N").returncode == 1
    done = run("check", "--select", "N", "--fix")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1,300" in DRAFT.read_text(encoding="utf-8")
    catalog = CATALOG.read_text(encoding="utf-8")
    assert (
        '"via": "fix"' in catalog and "1.300" not in catalog.replace("msgid", "").split("msgstr")[1]
    )
    assert run("status").returncode == 0


def test_edits_made_elsewhere_are_taken_in_first(translated: Path, run: Run) -> None:
    text = DRAFT.read_text(encoding="utf-8")
    line = next(line for line in text.split("\n") if line.startswith("> "))
    DRAFT.write_text(text.replace(line, '> "Nobody told us anything," she said.[^1]'), "utf-8")
    run("check", "--select", "N", "--fix")
    text = DRAFT.read_text(encoding="utf-8")
    assert "Nobody told us anything" in text and "1,300" in text


def test_the_diff_of_an_article_is_that_of_its_draft(translated: Path, run: Run) -> None:
    before = DRAFT.read_bytes()
    done = run("check", "--select", "N", "--diff")
    assert done.returncode == 1 and f"+++ b/{DRAFT}" in done.stdout
    assert DRAFT.read_bytes() == before
