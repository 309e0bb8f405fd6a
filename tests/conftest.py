"""Fixtures shared by all rooms: a project on the disk and the command line as a user runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Nothing here depends on how busy the machine is.
settings.register_profile("calm", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("calm")

# A job in the background ignores Ctrl-C, and so would every program that these tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

Run = Callable[..., subprocess.CompletedProcess[str]]

ARTICLE = """\
---
title: "Al menos 480 muertos en cárceles, 94 % no eran pandilleros"
date: 2026-01-31
author: Redacción
---

# El régimen de excepción

Al menos **480** personas han muerto bajo custodia. La [Fiscalía](https://ejemplo.org) no dijo nada.

- Detención arbitraria de 1.300 jóvenes.
- Desaparición forzada.

| Año | Muertes |
| --- | ---: |
| 2024 | 1.240 |

> «Nadie nos dijo nada», afirmó la madre de un detenido.[^1]

[^1]: Entrevista del 3 de mayo de 2025.
"""


@pytest.fixture(autouse=True)
def _own_caches(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing on this machine is read or changed: no user's caches, packages or git identity."""
    home = tmp_path_factory.getbasetemp() / "home"
    home.mkdir(exist_ok=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_CACHE_HOME", str(home / "cache"))
    monkeypatch.setenv("XDG_DATA_HOME", str(home / "data"))
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(home / "packages"))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(home / "gitconfig"))


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project with one small article, `nota`; the current directory is its root."""
    source = tmp_path / "articles" / "es" / "nota.md"
    source.parent.mkdir(parents=True)
    source.write_text(ARTICLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    yield tmp_path


@pytest.fixture
def run() -> Run:
    """Run `workflow …` in a process of its own, as a user does; texts are UTF-8."""

    def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, **dict(options.pop("env", {}))}  # type: ignore[call-overload]
        return subprocess.run(
            [sys.executable, "-m", "workflow", *arguments],
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=environment,
            timeout=120,
            check=False,
            **options,  # type: ignore[call-overload]
        )

    return run
