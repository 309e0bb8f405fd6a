"""The exam of the number check: pairs written apart from it; the floor it must not fall below."""

from __future__ import annotations

import csv
from pathlib import Path

from workflow.numbers import compare

CASES = Path(__file__).with_name("cases.tsv")


def verdict(source: str, target: str) -> str:
    verdicts = {drift.verdict.value for drift in compare(source, target)}
    return "drift" if "drift" in verdicts else "review" if verdicts else "ok"


def share(expected: str, *answers: str) -> float:
    """Share of the pairs of one kind that get one of these answers."""
    with CASES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        right = [
            verdict(row["source"], row["target"]) in answers
            for row in rows
            if row["expect"] == expected
        ]
    assert len(right) >= 8
    return sum(right) / len(right)


def test_changed_figures_are_caught() -> None:
    assert share("drift", "drift", "review") >= 0.97


def test_good_translations_are_left_in_peace() -> None:
    assert share("ok", "ok") >= 0.97
