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


BROKEN = {
    "Prueba de repetición sin fin.": "C102",
    "Prueba de omisión: el juez habló y la fiscal calló durante todo el largo juicio.": "C101",
    "Prueba de número: murieron 480 personas.": "N104",
    "Prueba de negación: no hay pruebas.": "C105",
    "Prueba de copia: la sentencia queda sin traducir.": "C103",
    "Prueba de marcador: XX1XX habló con XX2XX.": "C913",
}


def test_sentences_that_a_package_breaks_go_to_the_other_engine_or_are_flagged_once(
    newsroom: Path, run: Run, tmp_path: Path
) -> None:
    own = {"ARGOS_PACKAGES_DIR": str(tmp_path / "packages")}
    run("models", "install", str(PACKAGES / "tiny-es_en.argosmodel"), env=own)
    for article in (newsroom / "articles/es").glob("*.md"):
        article.unlink()
    (newsroom / "articles/es/roto.md").write_text("\n\n".join(BROKEN) + "\n", encoding="utf-8")
    alone = own | {"PATH": "/nowhere"}
    assert run("translate", "--engine", "argos", env=alone).returncode == 0
    found = _found(run("check", "--format", "json", env=own).stdout)
    assert set(BROKEN.values()) <= {rule for rule, _, _ in found}
    assert len(found) == len(set(found))
    assert run("translate", "--engine", "argos", "--force-machine", env=own).returncode == 0
    mended = {rule for rule, _, _ in _found(run("check", "--format", "json", env=own).stdout)}
    assert "C914" in mended
    assert not set(BROKEN.values()) & mended


def _found(report: str) -> list[tuple[str, str, str]]:
    """Rule, message and place of every finding."""
    return [
        (found["rule"], found["message"], json.dumps(found.get("target")))
        for found in json.loads(report)["findings"]
    ]


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
