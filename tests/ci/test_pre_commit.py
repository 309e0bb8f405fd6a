"""The hooks, in a newsroom's repository, installed and run by pre-commit itself."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.ci.conftest import GIT, OFFLINE, ROOT

HOOKS = {hook["id"]: hook for hook in YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")}
PRE_COMMIT = (sys.executable, "-m", "pre_commit")
DRAFT = "articles/drafts/en/nota.md"


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A copy of this repository as it stands, to be installed from, and its revision."""
    folder = tmp_path_factory.mktemp("hooks") / "workflow"
    subprocess.run([*GIT, "clone", "-q", "--no-local", str(ROOT), str(folder)], check=True)
    manifest = (ROOT / ".pre-commit-hooks.yaml").read_bytes()
    (folder / ".pre-commit-hooks.yaml").write_bytes(manifest)
    for command in (("add", "-A"), ("commit", "-q", "--allow-empty", "-m", "As it stands")):
        subprocess.run([*GIT, *command], cwd=folder, check=True)
    revision = subprocess.check_output([*GIT, "rev-parse", "HEAD"], cwd=folder, text=True)
    return folder, revision.strip()


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has installed."""
    return tmp_path_factory.mktemp("store")


@pytest.fixture
def newsroom_with_hooks(repository: Path, hooks: tuple[Path, str]) -> Path:
    """The newsroom's repository with every hook in its configuration."""
    source, revision = hooks
    lines = ["repos:", f"  - repo: file://{source}", f"    rev: {revision}", "    hooks:"]
    lines += [f"      - id: {name}" for name in HOOKS]
    (repository / ".pre-commit-config.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    subprocess.run([*GIT, "add", ".pre-commit-config.yaml"], cwd=repository, check=True)
    return repository


def run(
    hook: str, repository: Path, store: Path, *options: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PRE_COMMIT, "run", hook, "--verbose", *options],
        cwd=repository,
        env={**os.environ, **OFFLINE, "PRE_COMMIT_HOME": str(store)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def test_the_manifest_is_one_that_pre_commit_accepts() -> None:
    command = [*PRE_COMMIT, "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")]
    assert subprocess.run(command, check=False).returncode == 0


@pytest.mark.parametrize("hook", ["workflow-check", "workflow-numbers", "workflow-check-all"])
@pytest.mark.parametrize("path", [DRAFT, "articles/es/nota.md", "articles/catalogs/en/nota.po"])
def test_a_drift_stops_the_commit_of_any_file_of_the_article(
    newsroom_with_hooks: Path, store: Path, hook: str, path: str
) -> None:
    done = run(hook, newsroom_with_hooks, store, "--files", path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert f"{DRAFT}:" in done.stdout and "error N105" in done.stdout


def test_a_clean_article_may_be_committed_beside_one_that_is_not(
    newsroom_with_hooks: Path, store: Path
) -> None:
    done = run("workflow-check", newsroom_with_hooks, store, "--files", "articles/es/clean.md")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 article checked" in done.stdout


def test_what_is_no_article_runs_nothing(newsroom_with_hooks: Path, store: Path) -> None:
    (newsroom_with_hooks / "notes.md").write_text("480\n", encoding="utf-8")
    for hook in HOOKS:
        done = run(hook, newsroom_with_hooks, store, "--files", "notes.md")
        assert done.returncode == 0 and "no files to check" in done.stdout


def test_a_broken_glossary_stops_its_commit(newsroom_with_hooks: Path, store: Path) -> None:
    glossary = newsroom_with_hooks / "glossaries" / "human-rights.es-en.po"
    glossary.parent.mkdir()
    glossary.write_text('msgctxt "noun"\nmsgid "preso"\nmsgstr ""\n', encoding="utf-8")
    path = str(glossary.relative_to(newsroom_with_hooks))
    done = run("workflow-glossary", newsroom_with_hooks, store, "--files", path)
    assert done.returncode == 1, done.stdout + done.stderr
    assert path in done.stdout


def test_a_commit_itself_is_stopped(newsroom_with_hooks: Path, store: Path) -> None:
    environment = {**os.environ, **OFFLINE, "PRE_COMMIT_HOME": str(store)}
    subprocess.run([*PRE_COMMIT, "install"], cwd=newsroom_with_hooks, env=environment, check=True)
    source = newsroom_with_hooks / "articles" / "es" / "nota.md"
    source.write_text(source.read_text(encoding="utf-8") + "\nFin.\n", encoding="utf-8")
    committed = [*GIT, "commit", "-qam", "More"]
    done = subprocess.run(
        committed, cwd=newsroom_with_hooks, env=environment, capture_output=True, check=False
    )
    assert done.returncode == 1
    assert b"N105" in done.stdout + done.stderr
