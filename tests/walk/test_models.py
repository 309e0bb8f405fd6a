"""The neural engine from the command line: a package installed, used and removed."""

from __future__ import annotations

import json
from pathlib import Path

import polib
import pytest

from tests.conftest import Run

PACKAGES = Path(__file__).resolve().parents[1] / "data" / "engines"
SENTENCES = "Los derechos humanos no se negocian.\n\nEl cuerpo apareció en una fosa común.\n"


@pytest.mark.parametrize("name", ["tiny-es_en.argosmodel", "tiny-bpe-es_en.argosmodel"])
def test_an_installed_package_drafts_and_can_be_removed(
    newsroom: Path, run: Run, name: str, tmp_path: Path
) -> None:
    own = {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    assert "no packages" in run("models", "list", env=own).stdout
    installed = run("models", "install", str(PACKAGES / name), env=own)
    assert installed.returncode == 0, installed.stderr
    assert len(json.loads(run("models", "list", "--json", env=own).stdout)["packages"]) == 1
    (newsroom / "articles/es/nota.md").write_text(SENTENCES, encoding="utf-8")
    done = run("translate", env=own)
    assert done.returncode == 0, done.stderr
    draft = (newsroom / "articles/drafts/en/nota.md").read_text(encoding="utf-8")
    assert "Human rights are not negotiable." in draft
    assert "mass grave" in draft
    entries = polib.pofile(str(newsroom / "articles/catalogs/en/nota.po"))
    assert all('"signature": "argos|' in entry.comment for entry in entries)
    assert run("models", "remove", "es", "en", env=own).returncode == 0
    assert run("models", "remove", "es", "en", env=own).returncode == 2


def test_a_file_that_is_no_package_leaves_nothing_behind(
    newsroom: Path, run: Run, tmp_path: Path
) -> None:
    own = {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    done = run("models", "install", "articles/es/nota.md", env=own)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert "no packages" in run("models", "list", env=own).stdout
    assert not list((tmp_path / "packages").glob("*")) if (tmp_path / "packages").exists() else True


def test_without_a_package_the_neural_engine_says_what_to_do(newsroom: Path, run: Run) -> None:
    done = run("translate", "--engine", "argos")
    assert done.returncode == 2 and "workflow models install" in done.stderr
