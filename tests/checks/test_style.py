"""The style check: what is wrong in any English, and silence over what is a choice."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.checks.style import RULES, check_style

DATA = Path(__file__).resolve().parent / "data"


def faults() -> list[list[str]]:
    lines = (DATA / "style_faults.tsv").read_text(encoding="utf-8").splitlines()
    return [line.replace("␣", "\u00a0").split("\t") for line in lines[2:]]


GOOD = (DATA / "good_english.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("rule", "text", "found", "suggestion"), faults())
def test_spanish_typography_is_found_with_what_would_be_right(
    rule: str, text: str, found: str, suggestion: str
) -> None:
    findings = [finding for finding in check_style(text) if finding.rule == rule]
    places = [text[f.target.start : f.target.end] for f in findings if f.target]
    assert found in places
    expected = None if suggestion == "-" else suggestion
    assert findings[places.index(found)].suggestion == expected


@pytest.mark.parametrize("text", GOOD.splitlines())
def test_good_english_is_left_in_peace(text: str) -> None:
    assert list(check_style(text)) == []


def test_good_english_is_left_in_peace_as_a_page() -> None:
    assert list(check_style(GOOD)) == []


def test_every_rule_is_found_in_the_table() -> None:
    assert {row[0] for row in faults()} == {rule.id for rule in RULES}


def test_the_variety_decides_the_marks_suggested() -> None:
    american, british = (next(check_style("«a»", v)) for v in ("en-US", "en-GB"))
    assert (american.suggestion, british.suggestion) == ("“a”", "‘a’")


def test_a_quotation_is_one_finding() -> None:
    found = list(check_style("«She said “no” and «yes»», and «more»"))
    assert [finding.rule for finding in found] == ["S101", "S101"]


def test_an_unknown_word_is_no_emphasis() -> None:
    text = "The *pandillero met *them* and *others"
    found = [text[f.target.start : f.target.end] for f in check_style(text) if f.target]
    assert found == ["*pandillero", "*others"]
