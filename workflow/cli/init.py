"""`workflow init`: a project to begin with."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    short_help="Make a project with a glossary and a sample.",
    epilog="""\b
Examples:
  workflow init                 here
  workflow init newsroom        in a new folder
""",
)
@click.argument("folder", default=".", metavar="[DIR]", type=click.Path(path_type=Path))
def init(folder: Path) -> int:
    """Make a project: folders, workflow.toml, the glossary and one sample article.

    Files that stand there already are kept as they are.
    """
    from workflow.setup import create_project

    made, kept = create_project(folder)
    for path in made:
        click.echo(f"made {path}")
    for path in kept:
        click.echo(f"kept {path} as it was")
    where = "" if folder == Path(".") else f"cd {folder} && "
    click.echo(f"next: {where}workflow translate")
    return 0
