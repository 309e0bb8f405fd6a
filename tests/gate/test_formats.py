"""What `workflow check` writes for GitHub, code scanning, Jenkins, GitLab and reviewdog."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.conftest import Run
from tests.gate.conftest import edit
from workflow.findings import Finding, Severity, Span
from workflow.located import Acceptance, Located, Place, Suppression
from workflow.reporting.github import SHOWN, as_github, as_summary
from workflow.reporting.junit import as_junit
from workflow.reporting.report import Report
from workflow.reporting.sarif import as_sarif
from workflow.rules import RULES

SCHEMA = json.loads(
    (Path(__file__).parent / "data" / "sarif-schema-2.1.0.json").read_text(encoding="utf-8")
)
PAIR = ("--pair", "es.md", "en.md")


def place(path: str = "en.md", line: int = 3, column: int = 5, end: int = 9) -> Place:
    return Place(Path(path), line, column, line, end)


def located(
    message: str = "a figure is missing",
    *,
    rule: str = "N101",
    severity: Severity = Severity.ERROR,
    at: Place | None = None,
    **more: Any,
) -> Located:
    found = Finding(rule, severity, message, Span(0, 4), Span(0, 4), more.pop("suggestion", None))
    return Located(found, "abc", place("es.md"), at or place(), "hash", **more)


def report(*found: Located, accepted: tuple[Located, ...] = (), **more: Any) -> Report:
    return Report(list(found), list(accepted), 1, str, str, **more)


# --- GitHub


def test_annotations_are_escaped() -> None:
    (line,) = as_github(report(located("50%\r\nnew: line", at=place("a,b:c%.md")))).split("\n")
    assert line == (
        "::error file=a%2Cb%3Ac%25.md,line=3,endLine=3,col=5,endColumn=9,title=N101"
        "::50%25%0D%0Anew: line"
    )


def test_a_finding_over_several_lines_has_no_columns() -> None:
    text = as_github(report(located(at=Place(Path("en.md"), 3, 5, 6, 2))))
    assert "line=3,endLine=6,title" in text and "col" not in text.lower().split("::")[1]


def test_no_more_annotations_than_github_shows_and_one_notice_with_the_rest() -> None:
    severities = [Severity.INFO] * 30 + [Severity.WARNING] * 30 + [Severity.ERROR] * 30
    lines = as_github(report(*(located(severity=each) for each in severities))).split("\n")
    levels = [line.split(" ")[0].strip(":").split("::")[0] for line in lines]
    assert [levels.count(level) for level in ("error", "warning", "notice")] == [SHOWN] * 3
    assert levels[0] == "error"
    left = 90 - 2 * SHOWN - (SHOWN - 1)
    assert lines[-1] == f"::notice::{left} more findings stand in the summary of this step"


def test_what_is_changed_comes_before_what_is_not() -> None:
    found = [located(f"number {n}") for n in range(40)]
    shown = as_github(report(*found, changed=frozenset({35, 39}))).split("\n")
    assert [line.rpartition("::")[2] for line in shown[:3]] == [
        "number 35",
        "number 39",
        "number 0",
    ]


def test_the_step_summary_holds_every_finding_in_one_table(
    pair: Path, run: Run, tmp_path: Path
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    edit("en.md", "1,240", "12,400")
    edit("en.md", "three weeks", "four weeks")
    run("check", *PAIR, "-f", "github", env={"GITHUB_STEP_SUMMARY": str(summary)})
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("before\n| place | severity | rule | finding |")
    assert text.count("| error |") == 2


def test_a_summary_is_cut_where_github_would_refuse_it() -> None:
    text = as_summary(report(*(located("x" * 2000) for _ in range(1000))))
    assert len(text.encode()) <= 1024 * 1024 and "more findings did not fit" in text


def test_a_cell_of_the_summary_cannot_break_the_table() -> None:
    text = as_summary(report(located("a | b\n`c` <b>*d*</b>")))
    assert "a \\| b \\`c\\` &lt;b>\\*d\\*&lt;/b> |" in text


# --- SARIF


def test_sarif_is_valid_by_the_official_schema(pair: Path, run: Run) -> None:
    edit("en.md", "1,240", "12,400")
    edit("en.md", "What is missing", "What is missing «today»")
    edit("en.md", "three weeks", "four <!-- workflow:ignore N103 said so --> weeks")
    log = json.loads(run("check", *PAIR, "-f", "sarif").stdout)
    jsonschema.Draft4Validator(SCHEMA).validate(log)
    assert len(log["runs"][0]["results"]) >= 3
    assert any("fixes" in result for result in log["runs"][0]["results"])


@pytest.mark.parametrize(
    "found",
    [
        report(),
        report(Located(Finding("W103", Severity.WARNING, "…"), None, place("es.md"), None)),
        report(Located(Finding("W103", Severity.WARNING, "…"), None, None, None)),
        report(accepted=(located(suppression=Suppression(Acceptance.WAIVED, "“so”")),)),
        report(*(located(rule=rule) for rule in RULES)),
        report(located(rule="N999"), located("€ñ\u2028", at=place("á b#?.md"))),
    ],
)
def test_any_report_is_valid_sarif(found: Report) -> None:
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(as_sarif(found, RULES)))


def run_of(found: Report) -> dict[str, Any]:
    return dict(json.loads(as_sarif(found, RULES))["runs"][0])


def test_sarif_paths_are_relative_uris() -> None:
    result = run_of(report(located(at=place("artículos/a b.md"))))["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "art%C3%ADculos/a%20b.md"


def test_fingerprints_stay_when_lines_move_and_differ_for_equal_findings() -> None:
    def hashes(*found: Located) -> list[str]:
        return [r["partialFingerprints"]["workflow/v1"] for r in run_of(report(*found))["results"]]

    one = located("“3” here, “4” on line 7")
    moved = located("“3” here, “4” on line 9", at=place(line=40))
    assert hashes(one) == hashes(moved)
    assert len(set(hashes(one, one))) == 2
    assert hashes(one) != hashes(located("another"))


def test_every_rule_used_is_described_once() -> None:
    run = run_of(report(located(), located(rule="T102"), located()))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["N101", "T102"]
    assert all(rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    assert [rules[r["ruleIndex"]]["id"] for r in run["results"]] == ["N101", "T102", "N101"]


# --- JUnit and rdjson


def test_junit_counts_failures_and_skips_what_was_accepted() -> None:
    waived = located("fine", suppression=Suppression(Acceptance.WAIVED, "the ministry said so"))
    suites = ET.fromstring(
        as_junit(
            report(located(), located(rule="S101", severity=Severity.WARNING), accepted=(waived,))
        )
    )
    (suite,) = suites
    assert (suite.get("tests"), suite.get("failures"), suite.get("skipped")) == ("3", "1", "1")
    cases = list(suite)
    assert cases[0].find("failure") is not None and cases[1].find("failure") is None
    skipped = cases[2].find("skipped")
    assert skipped is not None and "the ministry said so" in str(skipped.get("message"))
    assert (cases[0].get("file"), cases[0].get("line")) == ("en.md", "3")


def test_junit_holds_nothing_that_xml_cannot() -> None:
    ET.fromstring(as_junit(report(located("\x00\x0b\ud800 <&>"))))


def test_rdjson_counts_columns_in_bytes_and_offers_the_fix(pair: Path, run: Run) -> None:
    edit("en.md", "The ministry counted", "“Él” – The ministry counted")
    edit("en.md", "1,240", "1.240")
    done = run("check", *PAIR, "-f", "rdjson", "--select", "N")
    (diagnostic,) = json.loads(done.stdout)["diagnostics"]
    line = Path("en.md").read_bytes().split(b"\n")[6]
    at = line.index(b"1.240")
    (suggestion,) = diagnostic["suggestions"]
    assert suggestion["text"].startswith("1,240")
    assert suggestion["range"]["start"] == {"line": 7, "column": at + 1}
    assert diagnostic["related_locations"][0]["location"]["path"] == "es.md"


# --- several at once


@pytest.mark.parametrize(
    "arguments",
    [
        ("-f", "sarif", "-o", "a", "-f", "junit", "-o", "b", "-f", "concise"),
        ("-f", "concise", "-f", "sarif", "-o", "a", "-f", "junit", "-o", "b"),
        ("-o", "a", "-f", "sarif", "-f", "junit", "-o", "b", "-f", "concise"),
    ],
)
def test_each_file_gets_the_format_before_it(
    pair: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    edit("en.md", "1,240", "12,400")
    done = run("check", *PAIR, *arguments)
    assert done.stdout.startswith("en.md:7:")
    assert json.loads(Path("a").read_text(encoding="utf-8"))["version"] == "2.1.0"
    assert ET.fromstring(Path("b").read_text(encoding="utf-8")).tag == "testsuites"


def test_json_may_go_into_a_file(pair: Path, run: Run) -> None:
    done = run("check", *PAIR, "--json", "-o", "out.json")
    assert done.stdout == "" and "findings" in json.loads(Path("out.json").read_text("utf-8"))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "a", "-o", "b"), "more --output files"),
        (("-f", "sarif", "-o", "a", "-f", "junit", "-o", "a"), "one --output file"),
        (("-o", "gone/\0/a"), "error"),
    ],
)
def test_outputs_that_cannot_be_are_refused(
    pair: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    if "\0" in "".join(arguments):
        Path("gone").write_text("a file, not a folder", encoding="utf-8")
        arguments = ("-o", "gone/a")
    done = run("check", *PAIR, *arguments)
    assert done.returncode == 2 and said in done.stderr.lower() and "Traceback" not in done.stderr
