"""Every example of the editors' page is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workflow.checks.numbers import RULES
from workflow.numbers import compare, misquoted_cells

PAGE = (Path(__file__).parents[2] / "docs" / "numbers.md").read_text("utf-8")
_CELL = r"\| ([^|\n]+) "
_VERDICT = r"\| (ok|(?:review|drift)(?: [a-z-]+)?) \|$"
ROW = re.compile(f"^{_CELL * 2}{_VERDICT}", re.MULTILINE)
QUOTED = re.compile(f"^{_CELL * 4}{_VERDICT}", re.MULTILINE)


@pytest.mark.parametrize(("source", "target", "expected"), ROW.findall(PAGE))
def test_an_example_gets_the_verdict_it_shows(source: str, target: str, expected: str) -> None:
    verdict, _, kind = expected.partition(" ")
    drifts = compare(source, target)
    assert min((drift.verdict.value for drift in drifts), default="ok") == verdict, drifts
    if kind:
        assert kind in {drift.kind.value for drift in drifts}


@pytest.mark.parametrize(("column", "row", "figure", "prose", "expected"), QUOTED.findall(PAGE))
def test_an_example_of_a_table_gets_the_verdict_it_shows(
    column: str, row: str, figure: str, prose: str, expected: str
) -> None:
    table = {"h": (0, 0, 1), "r": (0, 1, 0), "c": (0, 1, 1)}
    texts = [("p", prose), ("h", column), ("r", row), ("c", figure)]
    verdicts = [found.verdict.value for found in misquoted_cells(texts, table)]
    assert verdicts == ([] if expected == "ok" else [expected])


def test_every_rule_is_documented_with_its_name() -> None:
    headings = re.findall(r"^### (N\d{3}) ([a-z-]+)$", PAGE, re.MULTILINE)
    assert headings == [(rule.id, rule.name) for rule in RULES]
