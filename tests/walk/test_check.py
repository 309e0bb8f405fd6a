"""`workflow check`: today's Spanish against today's English, with places in both files."""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

SOURCE = Path("articles/es/nota.md")
DRAFT = Path("articles/drafts/en/nota.md")
EDITION = Path("articles/en/nota.md")


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{old!r} is not in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def translated(newsroom: Path, run: Run) -> Path:
    assert run("translate", "--engine", "apertium").returncode == 0
    return newsroom


def findings(run: Run, *arguments: str) -> list[dict[str, Any]]:
    answer = run("check", "--json", *arguments)
    assert answer.returncode in (0, 1), answer.stderr
    return list(json.loads(answer.stdout)["findings"])


def numbers(run: Run) -> list[dict[str, Any]]:
    return [f for f in findings(run) if f["rule"].startswith("N")]


def test_a_fresh_draft_has_no_number_drift(translated: Path, run: Run) -> None:
    assert numbers(run) == []


def test_a_figure_that_changed_this_morning_is_drift_with_both_places(
    translated: Path, run: Run
) -> None:
    replace(SOURCE, "Al menos **480**", "Al menos **490**")
    done = run("check")
    assert done.returncode == 1
    drift = [f for f in numbers(run) if f["severity"] == "error"]
    assert len(drift) == 1
    assert "490" in drift[0]["message"] and "480" in drift[0]["message"]
    source = SOURCE.read_text(encoding="utf-8").split("\n")[drift[0]["source"]["line"] - 1]
    target = DRAFT.read_text(encoding="utf-8").split("\n")[drift[0]["target"]["line"] - 1]
    assert "**490**" in source and "480" in target
    assert drift[0]["source"]["path"] == str(SOURCE)
    assert drift[0]["target"]["path"] == str(DRAFT)
    assert any(f["rule"] == "W101" for f in findings(run))


def test_a_figure_changed_in_the_draft_is_drift(translated: Path, run: Run) -> None:
    replace(DRAFT, "1,300", "1,030")
    assert run("check").returncode == 1
    assert [f["severity"] for f in numbers(run)] == ["error"]


def test_a_changed_bound_is_drift_with_what_would_be_right(translated: Path, run: Run) -> None:
    text = DRAFT.read_text(encoding="utf-8")
    DRAFT.write_text(text.replace("At least 480", "Over 480"), encoding="utf-8")
    found = [f for f in numbers(run) if f["rule"] == "N105"]
    assert [f["severity"] for f in found] == ["error"]
    assert "at least 480" in found[0]["suggestion"].lower()


def test_the_edition_is_checked_where_there_is_one(translated: Path, run: Run) -> None:
    EDITION.parent.mkdir(parents=True)
    EDITION.write_bytes(DRAFT.read_bytes())
    replace(EDITION, "1,300", "13,000")
    found = numbers(run)
    assert found and all(f["target"]["path"] == str(EDITION) for f in found)
    assert any(f["rule"] == "W105" for f in findings(run))


def test_an_article_without_english_is_said_to_be_unchecked(newsroom: Path, run: Run) -> None:
    done = run("check")
    assert done.returncode == 0 and "W103" in done.stdout


def test_english_that_fits_nowhere_is_an_error(translated: Path, run: Run) -> None:
    text = DRAFT.read_text(encoding="utf-8")
    DRAFT.write_text(text.replace("\n- ", "\nA new paragraph.\n\n- ", 1), encoding="utf-8")
    done = run("check")
    assert done.returncode == 1 and "W104" in done.stdout


def test_a_waived_finding_no_longer_fails(translated: Path, run: Run) -> None:
    replace(DRAFT, "1,300", "1,030")
    run("translate")
    review = Path("articles/review/en/nota.md")
    text = review.read_text(encoding="utf-8")
    lines = text.split("\n")
    at = next(i for i, line in enumerate(lines) if "**N1" in line and "1,030" in line)
    lines[at] = lines[at].replace("- [ ]", "- [x]") + " the ministry corrected it"
    review.write_text("\n".join(lines), encoding="utf-8")
    assert run("translate").returncode == 0
    assert numbers(run) == []
    waived = json.loads(run("check", "--json").stdout)["accepted"]
    assert [(w["how"], w["reason"]) for w in waived] == [("waived", "the ministry corrected it")]
    replace(DRAFT, "1,030", "1,031")
    assert len(numbers(run)) == 1
    run("translate")
    unused = [f["message"] for f in findings(run) if f["rule"] == "W106"]
    assert len(unused) == 1 and "the ministry corrected it" in unused[0]


def test_rules_can_be_selected_and_ignored(translated: Path, run: Run) -> None:
    replace(DRAFT, "1,300", "1,030")
    assert {f["rule"][0] for f in findings(run, "--select", "N")} == {"N"}
    assert not [f for f in findings(run, "--ignore", "N") if f["rule"].startswith("N")]
    assert run("check", "--select", "X9").returncode == 2


def test_fail_on_decides_the_exit_code(translated: Path, run: Run) -> None:
    replace(DRAFT, "1,300", "1,030")
    assert run("check", "--fail-on", "never").returncode == 0
    assert run("check", "--fail-on", "error").returncode == 1


def test_every_format_holds_the_drift(translated: Path, run: Run) -> None:
    replace(DRAFT, "1,300", "1,030")
    concise = run("check", "--select", "N").stdout
    line, column = concise.split(f"{DRAFT}:", 1)[1].split(":")[:2]
    full = run("check", "-f", "full", "--select", "N").stdout
    assert "^^^^^" in full and f"{DRAFT}:{line}:{column}" in full
    github = run("check", "-f", "github", "--select", "N").stdout
    assert github.startswith(f"::error file={DRAFT},line={line},")
    sarif = json.loads(run("check", "-f", "sarif", "--select", "N").stdout)
    assert sarif["version"] == "2.1.0"
    assert sarif["runs"][0]["results"][0]["ruleId"].startswith("N")
    junit = ET.fromstring(run("check", "-f", "junit", "--select", "N").stdout)
    assert junit[0].get("failures") == "1"
    rdjson = json.loads(run("check", "-f", "rdjson", "--select", "N").stdout)
    assert rdjson["diagnostics"][0]["suggestions"][0]["text"] == "1,300"


def test_two_formats_at_once_the_second_into_a_file(translated: Path, run: Run) -> None:
    done = run("check", "-f", "concise", "-f", "sarif", "-o", "out.sarif")
    assert done.returncode in (0, 1)
    assert json.loads(Path("out.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


def test_pairs_from_a_pipe(newsroom: Path) -> None:
    lines = [
        {"id": "a", "source": "Al menos 480 muertos", "target": "Over 480 deaths"},
        {"id": "b", "source": "El 94 % de los casos", "target": "94% of cases"},
    ]
    done = subprocess.run(
        [sys.executable, "-m", "workflow", "check-pairs"],
        input="".join(json.dumps(line) + "\n" for line in lines),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [a["id"] for a in answers] == ["a", "b"]
    assert [f["rule"][0] for f in answers[0]["findings"]] == ["N"]
    assert answers[1]["findings"] == []
    assert done.returncode == 1


@pytest.mark.parametrize(
    "line",
    [
        *("nonsense", "[1]", '{"source": 1, "target": "x"}', "\xff"),
        '{"source": "half of a character: \\ud800", "target": "x"}',
    ],
)
def test_a_bad_line_is_named(newsroom: Path, line: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "workflow", "check-pairs"],
        input=b'{"source": "a", "target": "b"}\n' + line.encode("latin-1") + b"\n",
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert b"standard input:2:" in done.stderr and b"Traceback" not in done.stderr


def test_the_english_may_not_contradict_itself(translated: Path, run: Run) -> None:
    text = SOURCE.read_text(encoding="utf-8")
    again = text.replace("- Detención", "- Al menos 480 muertes documentadas.\n- Detención")
    SOURCE.write_text(again, encoding="utf-8")
    assert run("translate").returncode == 0
    draft = DRAFT.read_text(encoding="utf-8")
    assert not [f for f in findings(run) if f["rule"].startswith("N2")]
    assert "- At least 480 deaths" in draft
    DRAFT.write_text(draft.replace("- At least 480", "- More than 480"), encoding="utf-8")
    rules = {f["rule"] for f in findings(run)}
    assert {"N105", "N201"} <= rules


def test_an_english_page_alone_is_checked_for_what_needs_no_spanish(
    newsroom: Path, run: Run
) -> None:
    page = Path("published.md")
    page.write_text(
        "# Over 480 Deaths in Prisons\n\nAutor: The newsroom\n\n"
        "Under the emergency regime at least 480 deaths were counted, «a beacon of hope».\n",
        encoding="utf-8",
    )
    done = run("check", "--target", "published.md", "--json")
    assert done.returncode == 1
    found = {f["rule"]: f["target"]["line"] for f in json.loads(done.stdout)["findings"]}
    assert found == {"T102": 5, "L102": 3, "S101": 5, "N201": 5}
