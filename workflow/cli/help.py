"""`workflow help`: what `--help` says, asked for the other way round."""

from __future__ import annotations

import click


@click.command(
    "help",
    short_help="Show how a command is used.",
    epilog="""\b
Examples:
  workflow help                    all commands
  workflow help check              one
  workflow help glossary find      one of a group
""",
)
@click.argument("names", nargs=-1, metavar="[COMMAND]...")
@click.pass_context
def show_help(context: click.Context, names: tuple[str, ...]) -> int:
    """Show what a command does, its options and examples; without a name, all commands.

    The same as `--help` behind the command. All of it is one page in docs/commands.md.
    """
    asked = context.find_root()
    for name in names:
        group = asked.command
        command = group.get_command(asked, name) if isinstance(group, click.Group) else None
        if command is None:
            raise click.UsageError(f"`{asked.command_path}` has no command {name!r}")
        asked = click.Context(command, info_name=name, parent=asked)
    click.echo(asked.get_help())
    return 0
