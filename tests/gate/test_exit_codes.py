"""Every way a check can end, and the exit code that says so: 0, 1, 2, 130, 141."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.gate.conftest import ENGLISH, edit

PAIR = ("--pair", "es.md", "en.md")
CLEAN, FINDINGS, COULD_NOT_RUN, INTERRUPTED, CLOSED_PIPE = 0, 1, 2, 130, 141


def start(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "workflow", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **options,  # type: ignore[call-overload]
    )


def test_nothing_found(pair: Path, run: Run) -> None:
    assert run("check", *PAIR).returncode == CLEAN


def test_an_error_found(pair: Path, run: Run) -> None:
    edit("en.md", "1,240", "12,400")
    assert run("check", *PAIR).returncode == FINDINGS


@pytest.mark.parametrize(
    ("least", "code"), [("error", CLEAN), ("warning", FINDINGS), ("never", CLEAN)]
)
def test_warnings_fail_when_asked(pair: Path, run: Run, least: str, code: int) -> None:
    edit("en.md", "What is missing", "¿What is missing?")
    assert run("check", *PAIR, "--fail-on", least).returncode == code


@pytest.mark.parametrize(
    "arguments",
    [
        ("--pair", "es.md", "nowhere.md"),
        ("--pair", "es.md", "."),
        ("--pair", "es.md", "latin.md"),
        ("--pair", "es.md", "broken.md"),
        ("--pair", "es.md", "empty.md"),
        ("nowhere",),
        ("--no-such-option",),
        ("--jobs", "0", *PAIR),
        ("--select", "X", *PAIR),
        (*PAIR, "--baseline", "nowhere.json"),
        (*PAIR, "-o", "nowhere\N{WHITE RIGHT POINTING INDEX}/../es.md/x"),
    ],
)
def test_what_cannot_be_read_or_understood(
    pair: Path, run: Run, arguments: tuple[str, ...]
) -> None:
    Path("latin.md").write_bytes("prisión\n".encode("latin-1"))
    Path("broken.md").write_text("---\ntitle: [\n---\n\nText.\n", encoding="utf-8")
    Path("empty.md").write_bytes(b"")
    done = run("check", *arguments)
    assert done.returncode == COULD_NOT_RUN
    assert done.stderr and "Traceback" not in done.stderr


def test_bad_input_outweighs_findings_and_the_rest_is_checked(pair: Path, run: Run) -> None:
    edit("en.md", "1,240", "12,400")
    done = run("check", "--pair", "es.md", "gone.md", *PAIR)
    assert done.returncode == COULD_NOT_RUN and "12,400" in done.stdout


def test_bad_settings(pair: Path, run: Run) -> None:
    Path("workflow.toml").write_text("sauce = 1\n", encoding="utf-8")
    done = run("check", *PAIR)
    assert done.returncode == COULD_NOT_RUN and "workflow.toml:1" in done.stderr


FAILING = """
import sys
import workflow.gate.tasks as tasks
def examine(self, task):
    raise ZeroDivisionError("a fault of ours")
tasks.Examiner.examine = examine
from workflow.cli import run
sys.exit(run(sys.argv[1:]))
"""


def test_an_uncaught_failure(pair: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", FAILING, "check", *PAIR],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == COULD_NOT_RUN
    assert "should not have happened" in done.stderr and "Traceback" not in done.stderr


@pytest.mark.parametrize("form", ["concise", "json", "sarif"])
def test_a_closed_pipe(pair: Path, form: str) -> None:
    text = ENGLISH + "".join(f"\nThe {n} families «spoke».\n" for n in range(2000))
    Path("en.md").write_text(text, encoding="utf-8")
    process = start("check", *PAIR, "-f", form)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    said = process.stderr.read()
    assert process.wait(60) == CLOSED_PIPE
    assert b"Traceback" not in said and b"BrokenPipe" not in said
    process.stderr.close()


@contextmanager
def waiting_check(*more: str) -> Iterator[subprocess.Popen[bytes]]:
    """A check that has begun and waits: one of its pages is a pipe that nobody writes to."""
    os.mkfifo("waits.md")
    process = start(
        "check", "--no-cache", *more, "--pair", "es.md", "waits.md", start_new_session=True
    )
    # Opening succeeds once the check has the other end open: it is reading by then.
    deadline = time.monotonic() + 60
    writer = None
    while writer is None:
        assert process.poll() is None and time.monotonic() < deadline, process.communicate()
        with suppress(OSError):
            writer = os.open("waits.md", os.O_WRONLY | os.O_NONBLOCK)
    try:
        yield process
    finally:
        os.close(writer)


def test_an_interrupt(pair: Path) -> None:
    with waiting_check() as process:
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == INTERRUPTED
    assert b"interrupted" in said and b"Traceback" not in said


def test_an_interrupt_of_several_processes(pair: Path) -> None:
    for number in range(40):
        Path(f"{number}.md").write_text(ENGLISH, encoding="utf-8")
    others = [part for number in range(40) for part in ("--pair", "es.md", f"{number}.md")]
    with waiting_check("--jobs", "2", *others) as process:
        os.killpg(process.pid, signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == INTERRUPTED
    assert b"interrupted" in said and b"Traceback" not in said


def test_a_check_that_was_killed_leaves_nothing_half_written(pair: Path) -> None:
    with waiting_check("-f", "sarif", "-o", "out.sarif") as process:
        process.kill()
        process.communicate(timeout=60)
    assert not Path("out.sarif").exists()
    assert not [path for path in Path().iterdir() if path.name.startswith(".out")]


def test_an_engine_that_is_killed_again_and_again(newsroom: Path, run: Run) -> None:
    bin_ = newsroom / "bin"
    bin_.mkdir()
    dies = "#!/bin/sh\nhead -c 1 >/dev/null\nkill -KILL $$\n"
    for name in ("lt-proc", "apertium-tagger"):
        (bin_ / name).write_text(dies, encoding="utf-8")
        (bin_ / name).chmod(0o755)
    path = f"{bin_}{os.pathsep}{os.environ['PATH']}"
    done = run("translate", "--engine", "apertium", env={"PATH": path})
    assert done.returncode == COULD_NOT_RUN
    assert "error" in done.stderr and "Traceback" not in done.stderr
    assert not (newsroom / "articles/drafts/en/nota.md").exists()
