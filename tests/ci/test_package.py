"""What is shipped: the wheel and the source, and that all places name one version."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

from tests.ci.conftest import OFFLINE, ROOT
from workflow import __version__

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.mark.parametrize(
    "name",
    [
        "workflow/py.typed",
        "workflow/data/vocabulary/es.words",
        "workflow/data/glossaries/human-rights.es-en.po",
        "workflow/explanations/numbers.toml",
        "workflow/review/browser/static/review.css",
        f"workflow-{__version__}.dist-info/licenses/LICENSE",
    ],
)
def test_the_wheel_holds_what_is_read_at_run_time(wheel: Path, name: str) -> None:
    assert name in zipfile.ZipFile(wheel).namelist()


def test_the_wheel_is_for_every_machine(wheel: Path) -> None:
    assert wheel.name == f"workflow-{__version__}-py3-none-any.whl"


def test_the_wheel_holds_nothing_else(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert tops == {"workflow", f"workflow-{__version__}.dist-info"}


def test_the_source_can_be_built_and_tested(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, env={**os.environ, **OFFLINE}, check=True)
    with tarfile.open(next(tmp_path.glob("*.tar.gz"))) as source:
        names = {name.partition("/")[2] for name in source.getnames()}
    wanted = {"LICENSE", "CHANGELOG.md", "hatch_build.py", "Makefile", "tests/conftest.py"}
    assert wanted | {"glossaries/human-rights.es-en.po"} <= names
    assert not [name for name in names if name.startswith((".venv", ".workflow", "fuzz/found"))]


def test_all_places_name_one_version() -> None:
    assert PROJECT["version"] == __version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+)", changes, re.M)
    assert newest is not None and newest[1] == __version__
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\bv(\d+\.\d+\.\d+)\b", page)) == {__version__}


def test_every_dependency_says_from_which_version() -> None:
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    assert all(">=" in requirement for group in groups for requirement in group)
