"""Two places that say different things about one segment: both shown, and a person asked."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.review.conftest import CATALOG, DRAFT, PAIRED, Workflow, edit, item

WAIT = "The families wait."


@pytest.fixture
def conflict(drafted: Path) -> Path:
    edit(DRAFT, WAIT, "The families are waiting.")
    edit(PAIRED, WAIT, "The families still wait.")
    return drafted


def on_a_terminal(answer: str, *arguments: str) -> tuple[int, str]:
    """Run `workflow …` with a terminal in front of it, on which `answer` is typed."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "workflow", *arguments], stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        os.write(ours, f"{answer}\n".encode())
        said = b""
        while chunk := read(ours):
            said += chunk
    os.close(ours)
    return process.returncode, said.decode()


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other side was closed: the end, on Linux
        return b""


def test_without_a_terminal_both_are_shown_and_nothing_is_changed(
    conflict: Path, workflow: Workflow
) -> None:
    before = [path.read_bytes() for path in (CATALOG, DRAFT, PAIRED)]
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2
    assert "The families are waiting." in answer.err and "The families still wait." in answer.err
    assert before == [path.read_bytes() for path in (CATALOG, DRAFT, PAIRED)]


@pytest.mark.parametrize(
    ("answer", "wanted"), [("1", "The families are waiting."), ("2", "The families still wait.")]
)
def test_on_a_terminal_the_one_that_is_chosen_stands_everywhere(
    conflict: Path, answer: str, wanted: str
) -> None:
    code, said = on_a_terminal(answer, "review", "nota", "--apply")
    assert code == 0, said
    assert f"1  {DRAFT}:" in said and f"2  {PAIRED}:" in said
    assert item("Las familias").msgstr == wanted
    for path in (DRAFT, PAIRED):
        assert wanted in path.read_text(encoding="utf-8")


def test_choosing_none_changes_nothing(conflict: Path) -> None:
    before = [path.read_bytes() for path in (CATALOG, DRAFT, PAIRED)]
    code, said = on_a_terminal("0", "review", "nota", "--apply")
    assert code == 2, said
    assert before == [path.read_bytes() for path in (CATALOG, DRAFT, PAIRED)]
