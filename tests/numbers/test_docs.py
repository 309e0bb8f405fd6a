"""Every example of the editors' page is true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from workflow.checks.numbers import RULES
from workflow.numbers import compare

PAGE = (Path(__file__).parents[2] / "docs" / "numbers.md").read_text("utf-8")
ROW = re.compile(r"^\| (.+) \| (.+) \| (ok|(?:review|drift)(?: [a-z-]+)?) \|$", re.MULTILINE)


@pytest.mark.parametrize(("source", "target", "expected"), ROW.findall(PAGE))
def test_an_example_gets_the_verdict_it_shows(source: str, target: str, expected: str) -> None:
    verdict, _, kind = expected.partition(" ")
    drifts = compare(source, target)
    assert min((drift.verdict.value for drift in drifts), default="ok") == verdict, drifts
    if kind:
        assert kind in {drift.kind.value for drift in drifts}


def test_every_rule_is_documented_with_its_name() -> None:
    headings = re.findall(r"^### (N\d{3}) ([a-z-]+)$", PAGE, re.MULTILINE)
    assert headings == [(rule.id, rule.name) for rule in RULES]
