"""Whatever a file or the machine does: a clear error, exit code 2, and nothing lost."""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ARTICLE, Run

SOURCE = Path("articles/es/nota.md")
DRAFT = Path("articles/drafts/en/nota.md")
CATALOG = Path("articles/catalogs/en/nota.po")
PAIRED = Path("articles/review/en/nota.md")
FILES = (DRAFT, CATALOG, PAIRED)

REFUSED = {
    "not UTF-8": (b"# Uno\n\nDos a\xf1os\n", "nota.md:3: is not UTF-8"),
    "UTF-16": ("# Uno\n".encode("utf-16"), "nota.md:1: is not UTF-8"),
    "empty": (b"", "is empty"),
    "blank": (b"\xef\xbb\xbf \n\n", "is empty"),
    "broken YAML": (b'---\ntitle: "Uno\nfecha: [1\n---\n\nDos.\n', "nota.md:"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_an_article_that_cannot_be_read_is_named_and_refused(
    newsroom: Path, run: Run, name: str
) -> None:
    data, message = REFUSED[name]
    SOURCE.write_bytes(data)
    done = run("translate", "--engine", "apertium")
    assert done.returncode == 2
    assert message in done.stderr and "Traceback" not in done.stderr
    assert not any(path.exists() for path in FILES)


ODD = {
    "only front matter": "---\ntitle: La cárcel\n---\n",
    "no final newline": ARTICLE.rstrip("\n"),
    "CRLF": ARTICLE.replace("\n", "\r\n"),
    "byte order mark": "\ufeff" + ARTICLE,
    "deep nesting": "> " * 1000 + "Hola, mundo.\n",
    "NUL": "Hola\0, mundo.\n",
    "no words": "---\ndate: 2026-01-01\n---\n\n---\n",
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_article_is_translated_or_refused_with_its_line(
    newsroom: Path, run: Run, name: str
) -> None:
    SOURCE.write_bytes(ODD[name].encode())
    done = run("translate", "--engine", "apertium")
    assert "Traceback" not in done.stderr
    if done.returncode == 0:
        assert run("translate").stdout.count("Nothing to do") == 1
    else:
        assert done.returncode == 2 and "nota.md:" in done.stderr
        assert not any(path.exists() for path in FILES)


def test_line_ends_of_the_source_are_the_drafts(newsroom: Path, run: Run) -> None:
    SOURCE.write_bytes(ARTICLE.replace("\n", "\r\n").encode())
    assert run("translate", "--engine", "apertium").returncode == 0
    draft = DRAFT.read_bytes()
    assert draft.count(b"\n") == draft.count(b"\r\n")


def test_a_directory_and_a_missing_article_are_refused(newsroom: Path, run: Run) -> None:
    for name in ("articles/es", "nowhere", "articles/es/nowhere.md"):
        done = run("translate", name)
        assert done.returncode == 2 and name in done.stderr and "Traceback" not in done.stderr


def test_without_articles_the_error_says_how_to_begin(tmp_path: Path, run: Run) -> None:
    done = run("translate", cwd=tmp_path)
    assert done.returncode == 2 and "workflow init" in done.stderr


def test_one_bad_article_does_not_hold_up_the_others(newsroom: Path, run: Run) -> None:
    (SOURCE.parent / "mala.md").write_bytes(b"\xff")
    done = run("translate", "--engine", "apertium")
    assert done.returncode == 2 and "mala.md:1" in done.stderr
    assert DRAFT.exists()


def _snapshot(root: Path) -> dict[Path, bytes]:
    return {
        p: p.read_bytes() for p in root.rglob("*") if p.is_file() and ".workflow" not in p.parts
    }


@pytest.fixture
def translated(newsroom: Path, run: Run) -> Path:
    assert run("translate", "--engine", "apertium").returncode == 0
    return newsroom


BAD_PO = {
    "conflict marks": ('msgid "Desaparición', '<<<<<<< HEAD\nmsgid "Desaparición'),
    "an open string": ('msgstr "', 'msgstr ""x'),
    "two entries of one id": ("", ""),
}


@pytest.mark.parametrize("name", BAD_PO)
def test_a_catalog_edited_into_bad_po_is_refused_with_its_line(
    translated: Path, run: Run, name: str
) -> None:
    text = CATALOG.read_text(encoding="utf-8")
    if name == "two entries of one id":
        last = text.strip().split("\n\n")[-1]
        text += "\n" + last + "\n"
    else:
        old, new = BAD_PO[name]
        at = text.rindex(old)
        text = text[:at] + new + text[at + len(old) :]
    CATALOG.write_text(text, encoding="utf-8")
    before = _snapshot(translated)
    done = run("translate", "--force-machine")
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert "articles/catalogs/en/nota.po:" in done.stderr
    assert _snapshot(translated) == before


def test_a_full_disk_leaves_every_file_as_it_was(translated: Path) -> None:
    SOURCE.write_text(ARTICLE + "\nOtro párrafo.\n" * 3000, encoding="utf-8")
    before = _snapshot(translated)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    done = subprocess.run(
        [sys.executable, "-m", "workflow", "translate", "--engine", "apertium"],
        capture_output=True,
        text=True,
        preexec_fn=limit,
        timeout=120,
        check=False,
    )
    assert done.returncode == 2 and "cannot be written" in done.stderr
    assert _snapshot(translated) == before


def _without_override() -> None:
    """Make root obey permissions: drop CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH."""
    drop_from_bounding_set = 24
    for capability in (1, 2):
        ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)


@pytest.mark.parametrize("path", [SOURCE, CATALOG, DRAFT, PAIRED])
def test_without_permission_the_error_names_the_file(translated: Path, path: Path) -> None:
    before = _snapshot(translated)
    path.chmod(0o000)
    done = subprocess.run(
        [sys.executable, "-m", "workflow", "translate"],
        capture_output=True,
        text=True,
        preexec_fn=_without_override,
        timeout=120,
        check=False,
    )
    path.chmod(0o644)
    assert done.returncode == 2
    assert f"{path}: cannot be read" in done.stderr and "Traceback" not in done.stderr
    assert _snapshot(translated) == before


def _engine_of(process: subprocess.Popen[str]) -> bool:
    """Whether a process of the translation pipeline runs below `process`."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
            name = (path.parent / "comm").read_text().strip()
        except OSError:
            continue
        if name.startswith(("lt-proc", "apertium", "lrx-proc")) and _descends(
            int(fields[1]), process.pid
        ):
            return True
    return False


def _descends(pid: int, ancestor: int) -> bool:
    while pid > 1:
        if pid == ancestor:
            return True
        try:
            stat = Path(f"/proc/{pid}/stat").read_text()
        except OSError:
            return False
        pid = int(stat.rpartition(")")[2].split()[1])
    return False


def test_ctrl_c_in_the_middle_loses_nothing(translated: Path, run: Run) -> None:
    SOURCE.write_text(ARTICLE + "\nOtro párrafo de la historia.\n" * 4000, encoding="utf-8")
    before = _snapshot(translated)
    process = subprocess.Popen(
        [sys.executable, "-m", "workflow", "translate", "--engine", "apertium"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    while process.poll() is None and not _engine_of(process):
        pass
    os.kill(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130 and "Traceback" not in errors
    assert _snapshot(translated) == before
    assert run("translate", "--engine", "apertium").returncode == 0


def test_two_processes_on_one_article_both_end_well(newsroom: Path, run: Run) -> None:
    command = [sys.executable, "-m", "workflow", "translate", "--engine", "apertium"]
    pair = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    answers = [process.communicate(timeout=120) for process in pair]
    assert [process.returncode for process in pair] == [0, 0], answers
    assert "Nothing to do" in run("translate").stdout


def test_a_closed_pipe_ends_quietly(translated: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "workflow", "check", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
        assert process.wait(timeout=60) == 141
    assert b"Traceback" not in errors and b"Exception" not in errors
