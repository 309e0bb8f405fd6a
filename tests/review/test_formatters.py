"""Formatters that pass over the paired file lose no edit and void no approval.

mdformat runs here. What Prettier makes of the same file is kept in data/constructs.prettier.md; to
make it anew, put the paired file that this test writes through `prettier --write`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import mdformat
import pytest

from tests.review.conftest import CATALOG, PAIRED, SOURCE, Workflow, draft_all, edit
from workflow.article import parse

DATA = Path(__file__).parent / "data"
OPTIONS: Mapping[str, object] = {"wrap": "keep", "number": False}


def pseudo(tagged: str) -> str:
    """An English of capitals: every word another one than in the Spanish, tags in place."""
    return re.sub(r"<[^>]*>|&\w+;|\w+", lambda m: m[0] if m[0][0] in "<&" else m[0].upper(), tagged)


@pytest.fixture
def approved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workflow: Workflow) -> Path:
    """An article with every construct, drafted, every box of its paired file ticked."""
    monkeypatch.chdir(tmp_path)
    SOURCE.parent.mkdir(parents=True)
    SOURCE.write_bytes((DATA / "constructs.md").read_bytes())
    document = parse(SOURCE.read_text(encoding="utf-8"))
    draft_all({s.message: s.untag(pseudo(s.tagged)) for s in document.segments})
    text = PAIRED.read_text(encoding="utf-8").replace("[ ] approved", "[x] approved")
    PAIRED.write_text(text, encoding="utf-8")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert answer.out.startswith("nota: 0 edits taken in, 46 of 46 approved"), answer.out
    return tmp_path


def with_mdformat(text: str) -> str:
    return mdformat.text(text, options=OPTIONS, extensions={"gfm", "footnote"})


def wrapped_tasks(text: str) -> str:
    """As `--wrap` does to the long lines of findings."""
    return re.sub(r"^(> - \[.\] .{20,40}?) ", r"\1\n>   ", text, flags=re.MULTILINE)


def with_prettier(text: str) -> str:
    return (DATA / "constructs.prettier.md").read_text(encoding="utf-8")


PASSES = [
    with_mdformat,
    with_prettier,
    wrapped_tasks,
    lambda text: text.replace("\n", "\r\n"),
    lambda text: "\ufeff" + text,
    lambda text: re.sub(r"^", "", text.rstrip()) + "   \n\n\n",
]


@pytest.mark.parametrize("formatted", PASSES)
def test_a_formatter_edits_nothing_and_voids_no_approval(
    approved: Path, workflow: Workflow, formatted: Callable[[str], str]
) -> None:
    before = CATALOG.read_bytes()
    text = formatted(PAIRED.read_bytes().decode())
    assert text != PAIRED.read_bytes().decode()
    PAIRED.write_bytes(text.encode())
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert answer.out.startswith("nota: 0 edits taken in, 46 of 46 approved"), answer.out
    assert CATALOG.read_bytes() == before


@pytest.mark.parametrize("formatted", PASSES[:3])
def test_an_edit_is_taken_in_from_a_formatted_file(
    approved: Path, workflow: Workflow, formatted: Callable[[str], str]
) -> None:
    PAIRED.write_text(formatted(PAIRED.read_text(encoding="utf-8")), encoding="utf-8")
    edit(PAIRED, "PRIMERO, EL REGISTRO.", "FIRST THE RECORD.")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert "nota: 1 edit taken in, 45 of 46 approved" in answer.out


def test_a_block_that_a_formatter_destroyed_is_refused_with_its_line(
    approved: Path, workflow: Workflow
) -> None:
    text = PAIRED.read_text(encoding="utf-8").replace("> Término\n> :", "> Término :")
    PAIRED.write_text(text, encoding="utf-8")
    line = text[: text.index("> Término :")].count("\n") + 1
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 2
    assert f"{PAIRED}:{line}: the Spanish of block" in answer.err
