"""`--changed-from`: what is new since a git revision, in real repositories."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.gate.conftest import ENGLISH, Findings, edit

DRIFT = ("1,240", "12,400")
SINCE = ("--changed-from", "HEAD")


def rules(found: list[dict[str, Any]]) -> list[str]:
    return [f["rule"] for f in found if f["severity"] != "info"]


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def committed(pair: Path) -> None:
    edit("en.md", *DRIFT)
    git("init", "-q", "-b", "main")
    git("add", "es.md", "en.md")
    git("commit", "-q", "-m", "both")


def test_only_changed_segments_count(committed: None, findings: Findings) -> None:
    assert rules(findings("--changed-from", "HEAD")) == []
    edit("en.md", "85 families", "58 families")
    (found,) = findings("--changed-from", "HEAD")
    assert "58" in found["message"]
    assert len([f for f in findings() if f["severity"] == "error"]) == 2


def test_english_whose_spanish_has_changed_counts(committed: None, findings: Findings) -> None:
    edit("es.md", "85 familias", "95 familias")
    (found,) = findings("--changed-from", "HEAD")
    assert found["source"]["line"] == 11


def test_a_moved_paragraph_has_not_changed(committed: None, findings: Findings) -> None:
    edit("en.md", "# The ministry's figures\n", "# The ministry's figures\n\n\n")
    assert rules(findings("--changed-from", "HEAD")) == []


def test_a_new_file_and_a_renamed_one_are_told_apart(committed: None, run: Run) -> None:
    git("mv", "en.md", "english.md")
    Path("new.md").write_text(ENGLISH.replace(*DRIFT), encoding="utf-8")
    arguments = ("--changed-from", "HEAD", "--json", "--pair", "es.md")
    renamed = run("check", *arguments, "english.md")
    assert json.loads(renamed.stdout)["findings"] == []
    new = run("check", *arguments, "new.md")
    assert len(json.loads(new.stdout)["findings"]) == 1


def test_a_revision_that_is_none_is_refused(pair: Path, run: Run) -> None:
    done = run("check", "--pair", "es.md", "en.md", "--changed-from", "HEAD")
    assert done.returncode == 2 and "no revision of a git repository" in done.stderr


# --- what has not changed itself, and yet is found since


def commit(*paths: str) -> None:
    git("add", *paths)
    git("commit", "-q", "-m", "more")


def test_spanish_whose_english_was_taken_out_counts(committed: None, findings: Findings) -> None:
    gone = "None of them had received a written explanation from the prison authorities.\n\n"
    edit("en.md", gone, "")
    (found,) = findings(*SINCE)
    assert found["rule"] == "W104"
    assert found["source"]["line"] == 13 and found["target"] is None


def test_english_whose_spanish_was_taken_out_counts(committed: None, findings: Findings) -> None:
    gone = "- Las entrevistas se grabaron con permiso.\n"
    edit("es.md", gone, "")
    assert rules(findings(*SINCE)) == ["W104"]


def test_what_had_no_counterpart_before_does_not_count(committed: None, findings: Findings) -> None:
    gone = "None of them had received a written explanation from the prison authorities.\n\n"
    edit("en.md", gone, "")
    commit("en.md")
    edit("en.md", "three weeks", "three long weeks")
    assert "W104" in rules(findings())
    assert rules(findings(*SINCE)) == []


def test_a_page_whose_english_was_deleted_counts(committed: None, run: Run) -> None:
    Path("es").mkdir()
    Path("en").mkdir()
    for name in ("one.md", "two.md"):
        Path("es", name).write_text("Llegaron 12 personas.\n", encoding="utf-8")
        Path("en", name).write_text("Twelve people arrived.\n", encoding="utf-8")
    Path("es", "never.md").write_text("Nadie vino.\n", encoding="utf-8")
    commit("es", "en")
    Path("en", "two.md").unlink()
    done = run("check", "--source-dir", "es", "--target-dir", "en", "--json", *SINCE)
    (found,) = json.loads(done.stdout)["findings"]
    assert (found["rule"], found["source"]["path"]) == ("W103", "es/two.md")


def test_a_comment_counts_when_its_text_was_corrected(committed: None, findings: Findings) -> None:
    edit(
        "en.md",
        "The ministry counted",
        "<!-- workflow:ignore N104 said so -->\n\nThe ministry counted",
    )
    commit("en.md")
    assert rules(findings(*SINCE)) == []
    edit("en.md", *reversed(DRIFT))
    assert rules(findings(*SINCE)) == ["W108"]


def test_a_comment_that_was_unused_counts_when_its_text_changes(
    committed: None, findings: Findings
) -> None:
    comment = "<!-- workflow:ignore N105 said so -->\n\n"
    edit("en.md", "The researchers visited", f"{comment}The researchers visited")
    commit("en.md")
    edit("en.md", "three weeks", "three long weeks")
    assert rules(findings(*SINCE)) == []
    edit("en.md", "The researchers visited", "The inspectors visited")
    assert rules(findings(*SINCE)) == ["W108"]


def test_a_finding_whose_comment_was_taken_away_counts(committed: None, findings: Findings) -> None:
    comment = "<!-- workflow:ignore N104 said so -->\n\n"
    edit("en.md", "The ministry counted", f"{comment}The ministry counted")
    commit("en.md")
    edit("en.md", comment, "")
    assert rules(findings(*SINCE)) == ["N104"]


def test_a_figure_that_another_now_contradicts_counts(newsroom: Path, run: Run) -> None:
    Path("es.md").write_text("# Murieron 480 presos\n\nEl informe cuenta 480 presos muertos.\n")
    english = "# 480 prisoners died\n\nThe report counts 480 dead prisoners.\n"
    Path("en.md").write_text(english, encoding="utf-8")
    git("init", "-q", "-b", "main")
    commit("es.md", "en.md")
    edit("en.md", "# 480", "# 470")
    done = run("check", "--pair", "es.md", "en.md", "--json", *SINCE)
    found = json.loads(done.stdout)["findings"]
    assert {one["target"]["line"] for one in found if one["rule"].startswith("N")} == {1, 3}


def test_an_article_of_a_project_is_compared_with_itself_as_it_was(
    newsroom: Path, run: Run
) -> None:
    assert run("translate", "--engine", "apertium").returncode == 0
    git("init", "-q", "-b", "main")
    commit("articles")
    draft = Path("articles/drafts/en/nota.md")
    assert json.loads(run("check", "--json", *SINCE).stdout)["findings"] == []
    added = "- Nobody knows how many.\n"
    text = draft.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("- "))
    draft.write_text(text.replace(line, f"{line}\n{added.rstrip()}"), encoding="utf-8")
    found = json.loads(run("check", "--json", *SINCE).stdout)["findings"]
    assert "W104" in rules(found)
