"""`docs/commands.md`, made from the commands themselves: `python -m workflow.cli.reference`."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from workflow.cli import cli

_HEAD = """\
# Commands

Made from the commands' own help by `python -m workflow.cli.reference > docs/commands.md`.
"""


def commands(group: click.Group, path: tuple[str, ...]) -> Iterator[tuple[str, click.Command]]:
    """Every command below `group` with its full name, groups before their commands."""
    for name, command in sorted(group.commands.items()):
        yield " ".join((*path, name)), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


def reference() -> str:
    """The whole page, in Markdown."""
    parts = [_HEAD, _section("workflow", cli)]
    parts += [_section(name, command) for name, command in commands(cli, ("workflow",))]
    return "\n".join(parts)


def _section(name: str, command: click.Command) -> str:
    with click.Context(
        command, info_name=name, terminal_width=90, help_option_names=["-h", "--help"]
    ) as context:
        return f"## {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    sys.stdout.write(reference())
