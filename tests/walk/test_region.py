"""How an article writes its figures reaches the draft and the check: es-MX, or told by itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run
from workflow.region import language_of

SOURCE = Path("articles/es/nota.md")
DRAFT = Path("articles/drafts/en/nota.md")
MEXICAN = """\
---
title: "El viaje"
lang: es-MX
---

Caminaron 1,500 kilómetros desde la frontera.

Pagaron $2,450 al llegar.
"""
TOLD_BY_FIGURES = """\
---
title: "El viaje"
---

Caminaron 1,500 kilómetros desde la frontera.

La inflación fue de 12.5 % y la canasta costó 1,125.50 quetzales.
"""
UNTOLD = """\
---
title: "El viaje"
---

Caminaron 1,500 kilómetros desde la frontera.
"""


def rules(run: Run) -> list[str]:
    answer = run("check", "--json", "--select", "N")
    return [finding["rule"] for finding in json.loads(answer.stdout)["findings"]]


def rewrite(old: str, new: str) -> None:
    text = DRAFT.read_text(encoding="utf-8")
    assert old in text
    DRAFT.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("article", [MEXICAN, TOLD_BY_FIGURES])
def test_a_comma_of_thousands_stays_one_in_the_draft(
    newsroom: Path, run: Run, article: str
) -> None:
    SOURCE.write_text(article, encoding="utf-8")
    assert run("translate", "--engine", "apertium").returncode == 0
    assert "1,500" in DRAFT.read_text(encoding="utf-8")
    assert "N117" not in rules(run)


@pytest.mark.parametrize("article", [MEXICAN, TOLD_BY_FIGURES])
def test_its_decimal_reading_is_drift(newsroom: Path, run: Run, article: str) -> None:
    SOURCE.write_text(article, encoding="utf-8")
    run("translate", "--engine", "apertium")
    rewrite("1,500", "1.5")
    assert "N104" in rules(run)


def test_where_nothing_tells_the_figure_is_for_review_and_left_as_it_is(
    newsroom: Path, run: Run
) -> None:
    SOURCE.write_text(UNTOLD, encoding="utf-8")
    run("translate", "--engine", "apertium")
    assert "1,500" in DRAFT.read_text(encoding="utf-8")
    assert rules(run) == ["N117"]


def test_a_bare_dollar_sign_of_mexico_may_become_pesos(newsroom: Path, run: Run) -> None:
    SOURCE.write_text(MEXICAN, encoding="utf-8")
    run("translate", "--engine", "apertium")
    text = DRAFT.read_text(encoding="utf-8")
    assert "2,450" in text and "$2,450" not in text
    assert "N107" not in rules(run)


@pytest.mark.parametrize(
    ("text", "language", "tag"),
    [
        (MEXICAN, "es", "es-MX"),
        (TOLD_BY_FIGURES, "es", "es-419"),
        (UNTOLD, "es", "es"),
        (MEXICAN, "pt", "pt"),
        (TOLD_BY_FIGURES, "es-ES", "es-ES"),
        ('+++\nlang = "es-cl"\n+++\n', "es", "es-CL"),
        ("lang: es-MX\n", "es", "es"),
    ],
)
def test_the_front_matter_says_it_else_the_figures(text: str, language: str, tag: str) -> None:
    assert language_of(text, language) == tag
