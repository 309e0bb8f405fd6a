"""What a build server has: the program as it is installed there, and a newsroom's repository.

Installing is real, but needs no network: what the package and its build need is found where the
tests run.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import textwrap
from pathlib import Path

import pytest

from tests.conftest import ARTICLE

ROOT = Path(__file__).resolve().parents[2]
OFFLINE = {
    "PYTHONPATH": sysconfig.get_path("purelib"),
    "PIP_NO_INDEX": "1",
    "PIP_NO_BUILD_ISOLATION": "0",  # pip reads this as "no isolation"
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    "VIRTUALENV_NO_PERIODIC_UPDATE": "1",
}
PATH = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
"""`python` is the one that the tests run with: what is installed is for no other."""
GIT = ("git", "-c", "user.name=Test", "-c", "user.email=test@example.org")


def shell(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a script as GitHub's and GitLab's runners do: bash that stops at the first failure."""
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, **OFFLINE, "PATH": PATH, **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def block(section: str, language: str) -> str:
    """The first code block of that language below a heading of `docs/ci.md`."""
    page = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    body = page.partition(f"## {section}\n")[2].partition("\n## ")[0]
    found = re.search(rf"```{language}\n(.*?)```", body, re.DOTALL)
    assert found, section
    return textwrap.dedent(found[1])


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", str(folder)]
    subprocess.run([*command, str(ROOT)], env={**os.environ, **OFFLINE}, check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with one clean article and one in whose draft a bound has drifted."""
    folder = tmp_path_factory.mktemp("newsroom")
    sources = folder / "articles" / "es"
    sources.mkdir(parents=True)
    (sources / "clean.md").write_text("Llegaron 12 personas.\n", encoding="utf-8")
    (sources / "nota.md").write_text(ARTICLE, encoding="utf-8")
    workflow = [sys.executable, "-m", "workflow", "translate", "--engine", "apertium"]
    subprocess.run(workflow, cwd=folder, check=True, capture_output=True)
    draft = folder / "articles" / "drafts" / "en" / "nota.md"
    text = draft.read_text(encoding="utf-8")
    drifted = text.replace("At least **480**", "Over **480**")
    assert drifted != text
    draft.write_text(drifted, encoding="utf-8")
    shutil.rmtree(folder / ".workflow")
    for command in (("init", "-q"), ("add", "-A"), ("commit", "-qm", "All")):
        subprocess.run([*GIT, *command], cwd=folder, check=True)
    return folder


@pytest.fixture
def repository(prepared: Path, tmp_path: Path) -> Path:
    """A copy of that repository, to do with as one likes."""
    return Path(shutil.copytree(prepared, tmp_path / "newsroom"))
