"""Tables of sentence pairs by phenomenon: what is drift, what is for review, what is silent."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workflow.numbers import compare

DATA = Path(__file__).parent / "data" / "compare"


def cases() -> Iterator[object]:
    for table in sorted(DATA.glob("*.tsv")):
        for number, line in enumerate(table.read_text("utf-8").splitlines(), 1):
            expected, source, target = line.split("\t")
            yield pytest.param(expected, source, target, id=f"{table.stem}:{number}")


@pytest.mark.parametrize(("expected", "source", "target"), list(cases()))
def test_each_pair_gets_its_verdict(expected: str, source: str, target: str) -> None:
    verdict, _, kind = expected.partition(" ")
    drifts = compare(source, target)
    worst = min((drift.verdict.value for drift in drifts), default="ok")
    assert worst == verdict, [drift.message for drift in drifts]
    if kind:
        assert kind in {drift.kind.value for drift in drifts}, [d.message for d in drifts]
