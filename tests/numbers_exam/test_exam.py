"""The exams of the number check: pairs written apart from it; the floor it must not fall below."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from workflow.numbers import compare

EXAMS = [Path(__file__).with_name(f"{name}.tsv") for name in ("cases", "news", "reports", "wire")]

every_exam = pytest.mark.parametrize("exam", EXAMS, ids=lambda exam: exam.stem)


def verdict(source: str, target: str) -> str:
    verdicts = {drift.verdict.value for drift in compare(source, target)}
    return "drift" if "drift" in verdicts else "review" if verdicts else "ok"


def share(exam: Path, expected: str, *answers: str) -> float:
    """Share of the pairs of one kind that get one of these answers."""
    with exam.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        right = [
            verdict(row["source"], row["target"]) in answers
            for row in rows
            if row["expect"] == expected
        ]
    assert len(right) >= 8
    return sum(right) / len(right)


@every_exam
def test_changed_figures_are_caught(exam: Path) -> None:
    assert share(exam, "drift", "drift", "review") >= 0.97


@every_exam
def test_good_translations_are_left_in_peace(exam: Path) -> None:
    assert share(exam, "ok", "ok") >= 0.97
