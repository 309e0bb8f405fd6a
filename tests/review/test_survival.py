"""Nothing is lost: runs killed at any moment, and a disk that takes no more."""

from __future__ import annotations

import io
import os
import random
import re
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.review.conftest import CATALOG, DRAFT, PAIRED, SOURCE, draft_all, item
from workflow.cli import run

WORDS = ("uno", "dos", "tres", "cuatro", "cinco", "seis")
PLACES = dict(zip(WORDS, (DRAFT, PAIRED, DRAFT, PAIRED, DRAFT, PAIRED), strict=True))
"""Where each paragraph is edited: one place each, as two would be a conflict."""
KILLS = 200


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Six paragraphs, each with an English of its own that ends in the number of its edit."""
    monkeypatch.chdir(tmp_path)
    SOURCE.parent.mkdir(parents=True)
    SOURCE.write_text("\n\n".join(f"La fila {word}." for word in WORDS) + "\n", encoding="utf-8")
    draft_all({f"La fila {word}.": f"The row {word}, v0." for word in WORDS})
    return tmp_path


def in_a_child(work: Callable[[], int]) -> int:
    """Start `work` in a process of its own; its id."""
    child = os.fork()
    if child == 0:
        sys.stdout = sys.stderr = io.StringIO()
        code = -1
        try:
            code = work()
        finally:
            os._exit(code)
    return child


def how_long(work: Callable[[], int]) -> float:
    """Seconds that `work` takes in a child, to its end."""
    started = time.monotonic()
    assert os.waitpid(in_a_child(work), 0)[1] == 0
    return time.monotonic() - started


def take_in() -> int:
    return run(["review", "nota", "--apply"])


def write(word: str, version: int) -> None:
    """A person's edit, in the place of this paragraph."""
    path = PLACES[word]
    text = path.read_text(encoding="utf-8")
    edited, times = re.subn(rf"(The row {word}, v)\d+", rf"\g<1>{version}", text)
    assert times == 1, f"{word!r} stands {times} times in {path}"
    path.write_text(edited, encoding="utf-8")


def test_no_edit_is_lost_however_often_a_run_is_killed(article: Path) -> None:
    chance = random.Random(480)
    whole_run = min(how_long(take_in) for _ in range(3))
    wanted: dict[str, int] = {}
    killed = version = 0
    while killed < KILLS:
        version += 1
        word = chance.choice(WORDS)
        write(word, version)
        wanted[word] = version
        child = in_a_child(take_in)
        time.sleep(chance.uniform(0, whole_run))
        os.kill(child, signal.SIGKILL)
        killed += os.WIFSIGNALED(os.waitpid(child, 0)[1])
        for path in (CATALOG, DRAFT, PAIRED):
            assert path.read_text(encoding="utf-8").endswith("\n"), f"{path} is not whole"
    assert take_in() == 0
    for word, version in wanted.items():
        english = f"The row {word}, v{version}."
        assert item(f"La fila {word}.").msgstr == english
        assert all(english in path.read_text(encoding="utf-8") for path in (DRAFT, PAIRED))


@pytest.mark.parametrize("size", [0, 100, 500])
def test_a_disk_that_takes_no_more_loses_nothing(article: Path, size: int) -> None:
    write("uno", 1)
    write("dos", 2)
    before = {path: path.read_bytes() for path in (DRAFT, PAIRED)}

    def on_a_full_disk() -> int:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return take_in()

    assert os.waitstatus_to_exitcode(os.waitpid(in_a_child(on_a_full_disk), 0)[1]) == 2
    assert before == {path: path.read_bytes() for path in (DRAFT, PAIRED)}
    assert take_in() == 0
    assert item("La fila uno.").msgstr == "The row uno, v1."
    assert item("La fila dos.").msgstr == "The row dos, v2."
