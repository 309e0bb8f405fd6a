"""What a shell asks: completion by Tab, and help."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run


def completed(run: Run, words: str) -> list[str]:
    """What Tab offers behind these words, as bash asks for it."""
    count = len(words.split(" ")) - 1
    environment = {
        "_WORKFLOW_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(count),
    }
    return [line.rpartition(",")[2] for line in run(env=environment).stdout.splitlines()]


def test_commands_are_completed(run: Run) -> None:
    assert completed(run, "workflow check") == ["check", "check-pairs"]
    assert completed(run, "workflow glossary f") == ["find", "format"]


def test_options_and_their_values_are_completed(run: Run) -> None:
    assert completed(run, "workflow check --fail-") == ["--fail-on"]
    assert completed(run, "workflow check --fail-on ") == ["error", "warning", "never"]


@pytest.mark.parametrize("command", ["check", "translate", "approve", "publish"])
def test_articles_are_completed_by_their_slugs(newsroom: Path, run: Run, command: str) -> None:
    source = newsroom / "articles" / "es" / "nota.md"
    for name in ("norte.md", "otra.md"):
        shutil.copy(source, source.with_name(name))
    assert completed(run, f"workflow {command} no") == ["norte", "nota"]


def test_where_no_slug_fits_the_shell_offers_files(newsroom: Path, run: Run) -> None:
    answer = run(
        env={
            "_WORKFLOW_COMPLETE": "bash_complete",
            "COMP_WORDS": "workflow check articles/",
            "COMP_CWORD": "2",
        }
    )
    assert answer.stdout.startswith("file,")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_its_script(run: Run, shell: str) -> None:
    answer = run(env={"_WORKFLOW_COMPLETE": f"{shell}_source"})
    assert answer.returncode == 0
    assert "_WORKFLOW_COMPLETE=" + f"{shell}_complete" in answer.stdout


def test_bash_completes_with_its_script(newsroom: Path) -> None:
    script = """
        eval "$(_WORKFLOW_COMPLETE=bash_source workflow)"
        COMP_WORDS=(workflow check no) COMP_CWORD=2
        _workflow_completion workflow
        echo "${COMPREPLY[@]}"
    """
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["nota"], done.stderr


@pytest.mark.parametrize("names", [(), ("check",), ("glossary",), ("glossary", "find")])
def test_help_says_what_the_option_says(run: Run, names: tuple[str, ...]) -> None:
    asked = run("help", *names)
    assert asked.returncode == 0
    assert asked.stdout == run(*names, "--help").stdout


@pytest.mark.parametrize("names", [("nonsense",), ("check", "more"), ("glossary", "nonsense")])
def test_help_for_what_is_no_command_is_an_error(run: Run, names: tuple[str, ...]) -> None:
    asked = run("help", *names)
    assert asked.returncode == 2
    assert names[-1] in asked.stderr
