"""The fuzz job itself: every seed, what was once found among them, and a few changes of each."""

from __future__ import annotations

import random
import subprocess
import sys
from itertools import islice
from pathlib import Path

import pytest

from fuzz.run import LIMIT, cases, seeds_of, smallest, tried
from fuzz.targets import TARGETS, Target
from workflow.errors import WorkflowError

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.parametrize("name", TARGETS)
def test_no_seed_and_nothing_once_found_shows_a_bug(name: str) -> None:
    seeds = seeds_of(TARGETS[name])
    assert seeds
    assert [(bug, seed[:200]) for seed in seeds if (bug := tried(TARGETS[name], seed))] == []


@pytest.mark.parametrize("name", TARGETS)
def test_the_same_seed_makes_the_same_cases(name: str) -> None:
    first, second = (list(islice(cases(TARGETS[name], random.Random(7)), 60)) for _ in range(2))
    assert first == second
    assert len(set(first)) > 30


def _breaks_on_an_x(data: bytes) -> None:
    if b"!" in data:
        raise WorkflowError("a person is told of this")
    assert b"x" not in data


def _hangs_on_an_x(data: bytes) -> None:
    while b"x" in data:
        pass


def test_an_error_for_people_is_no_bug() -> None:
    assert tried(Target("t", _breaks_on_an_x, ()), b"a!x") is None


def test_any_other_error_is_a_bug_with_its_place() -> None:
    bug = tried(Target("t", _breaks_on_an_x, ()), b"ax")
    assert bug is not None
    assert str(bug).startswith("AssertionError at test_fuzz.py:")


def test_what_does_not_end_is_stopped_and_is_a_bug() -> None:
    bug = tried(Target("t", _hangs_on_an_x, ()), b"ax", limit=0.05)
    assert bug is not None
    assert bug.error == "more than 0.05 s"
    assert LIMIT > 1


def test_a_case_is_made_small() -> None:
    target = Target("t", _breaks_on_an_x, ())
    bug = tried(target, b"long before x long after")
    assert bug is not None
    assert smallest(target, b"long before x long after", bug) == b"x"


def test_the_job_runs_from_the_shell_and_tells_how_much_it_did(tmp_path: Path) -> None:
    command = [sys.executable, "fuzz/run.py", "--seconds", "1", "--target", "settings"]
    done = subprocess.run(
        [*command, "--found", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "settings: " in done.stdout
    assert "0 bugs in " in done.stdout
