"""`workflow serve` as a person runs it."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import Run

Begin = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def begin(drafted: Path) -> Iterator[Begin]:
    """Start `workflow serve …` in a process of its own."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-u", "-m", "workflow", "serve", "--port", "0", *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def address_of(process: subprocess.Popen[str]) -> str:
    """The address that a server prints when it listens."""
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("Open http://"), line
    return line.removeprefix("Open ").strip()


def ask(address: str) -> tuple[int, str | None]:
    """Status of the answer, and where it leads."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    try:
        connection.request("GET", f"{parts.path}?{parts.query}")
        answer = connection.getresponse()
        return answer.status, answer.headers["location"]
    finally:
        connection.close()


def test_it_prints_the_address_that_opens_the_door_and_whose_name_it_works_in(
    begin: Begin,
) -> None:
    process = begin("--as", "Ana Paz")
    address = address_of(process)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?token=[\w-]{32}", address)
    assert ask(address) == (303, "/")
    assert process.stdout is not None
    assert "You are Ana Paz." in process.stdout.readline()


def test_every_start_has_a_key_of_its_own(begin: Begin) -> None:
    keys = {address_of(begin()).partition("token=")[2] for _ in range(2)}
    assert len(keys) == 2


@pytest.mark.skipif(os.name != "posix", reason="signals of other systems")
def test_ctrl_c_ends_it_cleanly(begin: Begin) -> None:
    process = begin()
    ask(address_of(process))
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 0
    assert said.strip() == "ended: what was saved is in the catalogs"


def test_open_to_other_machines_it_warns(begin: Begin) -> None:
    process = begin("--host", "0.0.0.0", "--as", "Ana Paz")
    address_of(process)
    assert process.stderr is not None
    said = process.stderr.readline()
    assert "warning: other machines can reach 0.0.0.0" in said
    assert "approves as Ana Paz" in said


def test_on_this_machine_alone_it_does_not_warn(begin: Begin) -> None:
    process = begin("--host", "localhost")
    address_of(process)
    process.send_signal(signal.SIGINT)
    assert "warning" not in process.communicate(timeout=60)[1]


def test_a_port_in_use_is_told_with_what_to_do(drafted: Path, run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run("serve", "--port", port)
    assert done.returncode == 2
    assert f"port {port} is in use" in done.stderr
    assert "--port 0" in done.stderr


def test_a_host_that_is_none_is_told(drafted: Path, run: Run) -> None:
    done = run("serve", "--host", "no such host")
    assert (done.returncode, "there is no such address" in done.stderr) == (2, True)


def test_without_the_extra_it_tells_what_to_install(drafted: Path, run: Run) -> None:
    (drafted / "starlette.py").write_text(
        "raise ModuleNotFoundError('no', name='starlette')", encoding="utf-8"
    )
    done = run("serve", env={"PYTHONPATH": str(drafted)})
    assert done.returncode == 2
    assert "'starlette'" in done.stderr
    assert "pip install 'workflow[serve]'" in done.stderr


def test_a_folder_without_articles_is_told_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("serve", "--port", "0")
    assert (done.returncode, "there are no articles here" in done.stderr) == (2, True)
