"""Pairs of pages that this program did not make, and the gate as a person runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run

SPANISH = """\
---
title: Las cifras del ministerio
---

# Las cifras del ministerio

El ministerio contó 1.240 muertes durante el año pasado, según el informe que publicó en marzo.

## Qué dice el informe

Los investigadores visitaron doce cárceles y hablaron con 85 familias de las personas detenidas.

Ninguna de ellas había recibido una explicación por escrito de las autoridades penitenciarias.

- Las visitas duraron tres semanas.
- Las entrevistas se grabaron con permiso.

## Qué falta

La organización pidió al gobierno los registros médicos, que siguen sin publicarse hasta hoy.
"""
ENGLISH = """\
---
title: The ministry's figures
---

# The ministry's figures

The ministry counted 1,240 deaths during the past year, according to the report published in March.

## What the report says

The researchers visited twelve prisons and spoke with 85 families of the people detained.

None of them had received a written explanation from the prison authorities.

- The visits lasted three weeks.
- The interviews were recorded with permission.

## What is missing

The organization asked the government for the medical records, which remain unpublished to this day.
"""

Findings = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """`es.md` and `en.md` in a folder that is no project; the current directory is there."""
    monkeypatch.chdir(tmp_path)
    Path("es.md").write_text(SPANISH, encoding="utf-8")
    Path("en.md").write_text(ENGLISH, encoding="utf-8")
    return tmp_path


@pytest.fixture
def findings(run: Run) -> Findings:
    """The findings of `workflow check --pair es.md en.md …`, as JSON."""

    def findings(*arguments: str, key: str = "findings") -> list[dict[str, Any]]:
        done = run("check", "--pair", "es.md", "en.md", "--json", *arguments)
        assert done.returncode in (0, 1), done.stderr
        return list(json.loads(done.stdout)[key])

    return findings


def edit(name: str, old: str, new: str) -> None:
    """Replace the one place of `old` in a file."""
    path = Path(name)
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} is not once in {name}"
    path.write_text(text.replace(old, new), encoding="utf-8")
