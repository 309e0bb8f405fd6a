"""Findings that people accept: by a comment in the text, by a baseline."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.gate.conftest import SPANISH, Findings, edit

DRIFT = ("1,240", "12,400")


def rules(found: list[dict[str, Any]]) -> list[str]:
    return [f["rule"] for f in found if f["severity"] != "info"]


@pytest.fixture
def drift(pair: Path, findings: Findings) -> str:
    """The rule that the changed figure breaks."""
    edit("en.md", *DRIFT)
    (rule,) = rules(findings())
    return rule


# --- comments


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        (
            "en.md",
            "The ministry counted",
            "<!-- workflow:ignore {} agreed -->\n\nThe ministry counted",
        ),
        (
            "en.md",
            "The ministry counted",
            "<!-- workflow:ignore {} agreed -->\nThe ministry counted",
        ),
        ("en.md", "past year", "past year <!-- workflow:ignore {} agreed -->"),
        (
            "es.md",
            "El ministerio contó",
            "<!-- workflow:ignore {} agreed -->\n\nEl ministerio contó",
        ),
        ("es.md", "año pasado", "<!-- workflow:ignore {} agreed --> año pasado"),
    ],
)
def test_a_comment_beside_a_text_or_before_it_accepts_a_finding(
    drift: str, findings: Findings, name: str, before: str, after: str
) -> None:
    edit(name, before, after.format(drift))
    assert rules(findings()) == []
    (accepted,) = findings(key="accepted")
    assert (accepted["rule"], accepted["how"], accepted["reason"]) == (drift, "ignored", "agreed")


def test_a_comment_may_name_several_rules(drift: str, findings: Findings) -> None:
    edit("en.md", "The ministry counted", "«The» ministry counted")
    edit(
        "en.md", "past year", f"past year <!-- workflow:ignore S101, {drift}: as they print it -->"
    )
    assert rules(findings()) == []
    assert {f["reason"] for f in findings(key="accepted")} == {"as they print it"}


def test_a_comment_is_about_the_next_block_alone(drift: str, findings: Findings) -> None:
    edit(
        "en.md",
        "# The ministry's figures",
        f"<!-- workflow:ignore {drift} agreed -->\n\n# The ministry's figures",
    )
    assert sorted(rules(findings())) == sorted([drift, "W108"])


def test_in_a_list_a_comment_is_about_the_next_item(pair: Path, findings: Findings) -> None:
    edit("en.md", "three weeks", "two weeks")
    (rule,) = rules(findings())
    edit("en.md", "- The visits", f"- <!-- workflow:ignore {rule} agreed --> The visits")
    assert rules(findings()) == []


def test_an_unused_comment_is_reported_at_its_line(pair: Path, findings: Findings) -> None:
    edit(
        "en.md", "## What is missing", "<!-- workflow:ignore N105 agreed -->\n\n## What is missing"
    )
    (found,) = findings()
    assert (found["rule"], found["severity"], found["target"]["line"]) == ("W108", "warning", 18)


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("workflow:ignore N105", "gives no reason"),
        ("workflow:ignore", "names no rule"),
        ("workflow:ignore because it is right", "names no rule"),
        ("workflow:ignore N1 whole families", "is no rule"),
    ],
)
def test_a_comment_without_rule_or_reason_is_an_error(
    pair: Path, findings: Findings, comment: str, said: str
) -> None:
    edit("en.md", "## What is missing", f"<!-- {comment} -->\n\n## What is missing")
    (found,) = findings()
    assert (found["rule"], found["severity"]) == ("W107", "error") and said in found["message"]


@pytest.mark.parametrize("code", ["`{}`", "    {}", "```\n{}\n```"])
def test_a_comment_in_code_is_code(drift: str, findings: Findings, code: str) -> None:
    text = code.format(f"<!-- workflow:ignore {drift} agreed -->")
    for name in ("es.md", "en.md"):
        path = Path(name)
        body = path.read_text(encoding="utf-8").replace("# ", f"# X\n\n{text}\n\n# ", 1)
        path.write_text(body, encoding="utf-8")
    assert drift in rules(findings())


def test_a_selected_family_does_not_make_comments_unused(drift: str, findings: Findings) -> None:
    edit("en.md", "past year", f"past year <!-- workflow:ignore {drift} agreed -->")
    assert rules(findings("--select", "S")) == rules(findings("--select", "W")) == []


# --- baseline


def baseline(run: Run) -> None:
    done = run("baseline", "--pair", "es.md", "en.md")
    assert done.returncode == 0, done.stderr


def test_findings_of_the_baseline_do_not_fail(drift: str, findings: Findings, run: Run) -> None:
    baseline(run)
    assert rules(findings()) == []
    assert [f["how"] for f in findings(key="accepted")] == ["baselined"]
    assert run("check", "--pair", "es.md", "en.md").returncode == 0


def test_a_new_finding_fails(drift: str, findings: Findings, run: Run) -> None:
    baseline(run)
    edit("en.md", "85 families", "58 families")
    (found,) = [f for f in findings() if f["severity"] == "error"]
    assert "58" in found["message"]


def test_a_second_finding_like_one_of_the_baseline_fails(
    drift: str, findings: Findings, run: Run
) -> None:
    baseline(run)
    for name in ("es.md", "en.md"):
        path = Path(name)
        lines = path.read_text(encoding="utf-8").split("\n")
        path.write_text("\n".join([*lines, lines[6], ""]), encoding="utf-8")
    assert rules(findings()) == [drift]


def test_moved_text_stays_in_the_baseline(drift: str, findings: Findings, run: Run) -> None:
    baseline(run)
    for name, old, new in (
        ("es.md", "# Las cifras del ministerio", "Una nota breve.\n\n# Las cifras del ministerio"),
        ("en.md", "# The ministry's figures", "A short note.\n\n# The ministry's figures"),
    ):
        edit(name, old, new)
    assert rules(findings()) == []


def test_changed_spanish_leaves_the_baseline(drift: str, findings: Findings, run: Run) -> None:
    baseline(run)
    edit("es.md", "publicó en marzo", "difundió en marzo")
    assert drift in rules(findings())


def test_the_same_findings_give_the_same_bytes(drift: str, run: Run) -> None:
    baseline(run)
    path = Path("workflow-baseline.json")
    first = path.read_bytes()
    baseline(run)
    assert path.read_bytes() == first


def test_what_was_mended_is_said_and_dropped(drift: str, run: Run) -> None:
    baseline(run)
    edit("en.md", *reversed(DRIFT))
    assert "1 of the baseline are gone" in run("check", "--pair", "es.md", "en.md").stderr
    baseline(run)
    assert json.loads(Path("workflow-baseline.json").read_text("utf-8"))["findings"] == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 1, "findings": {"a": [1]}}', "{"])
def test_a_broken_baseline_is_refused(pair: Path, run: Run, text: str) -> None:
    Path("workflow-baseline.json").write_text(text, encoding="utf-8")
    done = run("check", "--pair", "es.md", "en.md")
    assert done.returncode == 2 and "workflow-baseline.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_baseline_is_written_of_files_that_cannot_be_read(pair: Path, run: Run) -> None:
    Path("en.md").write_bytes(b"\xff")
    assert run("baseline", "--pair", "es.md", "en.md").returncode == 2
    assert not Path("workflow-baseline.json").exists()


def test_sarif_says_how_findings_were_accepted(drift: str, run: Run) -> None:
    baseline(run)
    edit("en.md", "85 families", "58 families <!-- workflow:ignore N103 corrected since -->")
    log = json.loads(run("check", "--pair", "es.md", "en.md", "-f", "sarif").stdout)
    suppressions = [r["suppressions"][0] for r in log["runs"][0]["results"] if "suppressions" in r]
    assert sorted(s["kind"] for s in suppressions) == ["external", "inSource"]
    assert {s["status"] for s in suppressions} == {"accepted"}
    assert any("corrected since" in s["justification"] for s in suppressions)


def test_the_pages_of_these_tests_are_clean(pair: Path, findings: Findings) -> None:
    assert SPANISH and findings() == []
