"""The plan of the house, held by the code: who may import what, and how long a file may be."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "workflow"
FILES = sorted(PACKAGE.rglob("*.py"))
LONGEST = 400

ONLY_IN = {
    "click": ("workflow/cli/",),
    "polib": ("workflow/catalog.py", "workflow/glossary/po.py"),
    "ruamel": ("workflow/article/",),
    "markdown_it": ("workflow/article/",),
    "mdit_py_plugins": ("workflow/article/",),
    "ctranslate2": ("workflow/engines/argos/", "workflow/engines/argos.py"),
    "argostranslate": (
        "workflow/engines/argos/",
        "workflow/engines/argos.py",
        "workflow/engines/packages.py",
    ),
    "jinja2": ("workflow/review/browser/", "workflow/edition/web.py"),
    "markupsafe": ("workflow/review/browser/", "workflow/edition/web.py"),
    "nh3": ("workflow/edition/web.py",),
    "simplemma": (),
    "starlette": ("workflow/review/browser/",),
    "uvicorn": ("workflow/review/browser/",),
    "sentencex": ("workflow/engines/sentences.py",),
}
STRANGERS = {
    "workflow/numbers/": ("workflow.glossary", "workflow.article", "workflow.engines"),
    "workflow/glossary/": ("workflow.numbers", "workflow.article", "workflow.engines"),
    "workflow/article/": ("workflow.numbers", "workflow.glossary", "workflow.engines"),
    "workflow/typography/": ("workflow.numbers", "workflow.glossary", "workflow.engines"),
}
CORE = [path for path in FILES if "cli" not in path.relative_to(PACKAGE).parts]


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_library_is_known_to_its_room_alone(path: Path) -> None:
    for module in imports(path):
        rooms = ONLY_IN.get(module.partition(".")[0])
        assert rooms is None or name_of(path).startswith(rooms), f"{name_of(path)}: {module}"


@pytest.mark.parametrize("room", STRANGERS)
def test_rooms_that_know_nothing_of_each_other(room: str) -> None:
    for path in FILES:
        if name_of(path).startswith(room):
            known = [m for m in imports(path) if m.startswith(STRANGERS[room])]
            assert not known, f"{name_of(path)}: {known}"


@pytest.mark.parametrize("path", CORE, ids=name_of)
def test_the_core_neither_prints_nor_reads_the_command_line(path: Path) -> None:
    modules = set(imports(path))
    assert not {m for m in modules if m.startswith("workflow.cli")} or path.name == "__main__.py"
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not (isinstance(node, ast.Name) and node.id == "print"), name_of(path)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST
