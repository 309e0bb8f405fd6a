"""Figures told alike are paired without a judgement; the judge must agree."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.numbers import extract
from workflow.numbers.agreement import judge
from workflow.numbers.judgement import SAME

DATA = Path(__file__).parent / "data" / "compare"


@pytest.mark.parametrize("table", sorted(DATA.glob("*.tsv")), ids=lambda table: table.stem)
def test_a_figure_agrees_with_itself(table: Path) -> None:
    for line in table.read_text("utf-8").splitlines():
        _, source, target = line.split("\t")
        for quantity in (*extract(source, "es"), *extract(target, "en")):
            if not quantity.others and not quantity.digits:
                assert judge(quantity, quantity) == SAME, quantity
