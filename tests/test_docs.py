"""The documentation says what the program does today."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from workflow import config_reference
from workflow.cli import cli
from workflow.cli.reference import commands, reference

ROOT = Path(__file__).resolve().parent.parent
COMMANDS = dict(commands(cli, ("workflow",)))


def test_the_reference_is_current() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "python -m workflow.cli.reference > docs/commands.md"


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("configuration.md", config_reference.page),
        ("workflow.schema.json", config_reference.schema_text),
    ],
)
def test_the_reference_of_the_configuration_is_current(name: str, made: Callable[[], str]) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert page == made(), f"python -m workflow.config_reference … > docs/{name}"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    command = COMMANDS[name]
    assert command.help
    if not isinstance(command, click.Group):
        assert command.epilog and f"  {name}" in command.epilog.replace("| workflow", "  workflow")
        assert all(getattr(o, "help", True) for o in command.params if isinstance(o, click.Option))


@pytest.mark.parametrize("name", [n for n in COMMANDS if n.count(" ") == 1])
def test_every_command_is_in_the_readme(name: str) -> None:
    assert name in (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))])
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name}: {target}"
