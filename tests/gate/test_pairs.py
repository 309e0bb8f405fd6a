"""`workflow check --pair` and `--source-dir`: pages that were translated anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.gate.conftest import ENGLISH, SPANISH, Findings, edit


def test_a_faithful_translation_has_no_errors(pair: Path, findings: Findings) -> None:
    assert [f for f in findings() if f["severity"] == "error"] == []


def test_a_changed_figure_is_drift_at_both_places(pair: Path, findings: Findings) -> None:
    edit("en.md", "1,240", "12,400")
    (found,) = [f for f in findings() if f["severity"] == "error"]
    assert found["rule"].startswith("N")
    assert (found["target"]["path"], found["target"]["line"]) == ("en.md", 7)
    assert (found["source"]["path"], found["source"]["line"]) == ("es.md", 7)
    assert ENGLISH.split("\n")[6][found["target"]["column"] - 1 :].startswith("1,240")


def test_a_figure_in_the_second_of_two_merged_paragraphs_has_its_own_line(
    pair: Path, findings: Findings
) -> None:
    edit("es.md", "Ninguna de ellas", "Ninguna de las 62 familias de la capital")
    edit("en.md", "detained.\n\nNone of them", "detained. None of the 26 families of the capital")
    errors = [f for f in findings() if f["severity"] == "error"]
    assert {(f["source"]["line"], f["target"]["line"]) for f in errors} == {(13, 11)}


def test_a_part_without_english_is_an_error_at_its_line(pair: Path, findings: Findings) -> None:
    edit("en.md", "None of them had received a written explanation", "")
    edit("en.md", " from the prison authorities.\n\n", "")
    (found,) = [f for f in findings() if f["severity"] == "error"]
    assert found["rule"] == "W104" and found["source"]["line"] == 13 and found["target"] is None


def test_a_part_without_spanish_is_an_error_at_its_line(pair: Path, findings: Findings) -> None:
    edit("es.md", "- Las visitas duraron tres semanas.\n", "")
    (found,) = [f for f in findings() if f["rule"] == "W104"]
    assert found["target"]["line"] == 15 and found["source"] is None
    assert "The visits lasted three weeks" in found["message"]


def test_lengths_and_negations_are_hints_where_people_translated(
    pair: Path, findings: Findings
) -> None:
    edit("en.md", "None of them had received", "All of them had received")
    found = {f["rule"]: f["severity"] for f in findings()}
    assert found.get("C105") == "warning"


def test_several_pairs_are_checked_in_their_order(pair: Path, run: Run) -> None:
    for name in ("a", "b"):
        Path(f"{name}.md").write_text(ENGLISH.replace("85", "58"), encoding="utf-8")
    done = run("check", "--pair", "es.md", "b.md", "--pair", "es.md", "a.md", "--json")
    errors = [f for f in json.loads(done.stdout)["findings"] if f["severity"] == "error"]
    assert [f["target"]["path"] for f in errors] == ["b.md", "a.md"]
    assert done.returncode == 1


def test_folders_are_paired_by_name(pair: Path, run: Run) -> None:
    pages = {"es/a.md": SPANISH, "en/a.md": ENGLISH, "es/sub/b.md": SPANISH, "en/sub/b.md": ENGLISH}
    pages["en/sub/b.md"] = ENGLISH.replace("85", "58")
    for name, text in pages.items():
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(text, encoding="utf-8")
    done = run("check", "--source-dir", "es", "--target-dir", "en", "--json")
    data = json.loads(done.stdout)
    assert data["summary"]["articles"] == 2
    errors = [f for f in data["findings"] if f["severity"] == "error"]
    assert [f["target"]["path"] for f in errors] == ["en/sub/b.md"]


def test_a_pattern_says_what_the_files_have_in_common(pair: Path, run: Run) -> None:
    Path("nota.es.md").write_text(SPANISH, encoding="utf-8")
    Path("nota.en.md").write_text(ENGLISH.replace("85", "58"), encoding="utf-8")
    where = ("--source-dir", ".", "--target-dir", ".")
    done = run("check", *where, "--pattern", "{}.es.md={}.en.md", "--json")
    data = json.loads(done.stdout)
    assert data["summary"]["articles"] == 1 and data["summary"]["error"] == 1


def test_pages_of_one_folder_alone_are_said(pair: Path, run: Run) -> None:
    for name in ("es/solo.md", "en/only.md"):
        Path(name).parent.mkdir()
        Path(name).write_text("Texto de una página.\n", encoding="utf-8")
    done = run("check", "--source-dir", "es", "--target-dir", "en")
    assert "es/solo.md:1:1: warning W103" in done.stdout
    assert "en/only.md:1:1: error W104" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--pair", "es.md", "nowhere.md"), "nowhere.md: there is no such file"),
        (("--source-dir", "."), "go together"),
        (("--pattern", "{}.md"), "--pattern is about"),
        (("--source-dir", ".", "--target-dir", "gone"), "gone: there is no such folder"),
        (("--source-dir", ".", "--target-dir", "."), "nothing tells them apart"),
        (("--source-dir", ".", "--target-dir", ".", "--pattern", "x"), "is no pattern"),
        (("--source-dir", ".", "--target-dir", ".", "--pattern", "{}.a={}.b"), "has no file"),
    ],
)
def test_what_cannot_be_paired_is_refused(
    pair: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    done = run("check", *arguments)
    assert done.returncode == 2 and said in done.stderr and "Traceback" not in done.stderr


def test_an_edition_written_by_hand_is_checked_where_the_project_looks_for_it(
    pair: Path, run: Run
) -> None:
    for name, language in (("es.md", "es"), ("en.md", "en")):
        place = pair / "articles" / language / "cifras.md"
        place.parent.mkdir(parents=True)
        (pair / name).rename(place)
    assert run("check").returncode == 0
    edit("articles/en/cifras.md", "1,240", "12,400")
    done = run("check")
    assert done.returncode == 1 and "articles/en/cifras.md:7:22: error N1" in done.stdout
    (row,) = json.loads(run("status", "--json").stdout)["articles"]
    assert row["findings"]["error"] == 1
