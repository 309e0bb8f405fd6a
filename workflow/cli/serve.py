"""`workflow serve`: the articles in a browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from workflow.cli.console import to_option

if TYPE_CHECKING:
    from workflow.review.browser.server import Place

_EXTRA = "pip install 'workflow[serve]'"


@click.command(
    short_help="Review the articles in a browser.",
    epilog="""\b
Examples:
  workflow serve                        prints the address to open
  workflow serve --as "Ana Paz" --open  in her name, and opens the browser
  workflow serve --port 0               any port that is free
""",
)
@to_option
@click.option("--as", "name", metavar="NAME", help="Who edits and approves (default: git's user).")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8765,
    show_default=True,
    help="Port to listen on; 0 for any that is free.",
)
@click.option("--open", "opens", is_flag=True, help="Open the address in the browser.")
def serve(target: str | None, name: str | None, host: str, port: int, opens: bool) -> int:
    """Serve the articles for review: side by side, checked as one types, approved by key.

    The pages show what stands in the files at that moment, edits made elsewhere included, and
    write through the same catalogs as the other commands. The address that is printed holds a
    key, new at each start; keep it to yourself. Other machines can reach the server only with
    --host. Ctrl-C ends it; what was saved is in the catalog.
    """
    from pathlib import Path

    from workflow.errors import WorkflowError
    from workflow.people import editor
    from workflow.project import Project

    try:
        from workflow.review.browser.server import serve as run
    except ModuleNotFoundError as error:
        said = f"the browser needs the package {error.name!r}, which is not installed"
        raise WorkflowError(said, hint=_EXTRA) from None

    start = Path.cwd()
    person = name or editor(Project.find(start).root)

    def ready(place: Place) -> None:
        if place.is_public:
            click.echo(_warning(place, person), err=True)
        click.echo(f"Open {place.address}")
        click.echo(f"You are {person}. Ctrl-C ends it.")
        if opens:
            click.launch(place.address)

    try:
        run(start, target, person, host=host, port=port, ready=ready)
    except KeyboardInterrupt:
        click.echo("\nended: what was saved is in the catalogs", err=True)
    return 0


def _warning(place: Place, person: str) -> str:
    return (
        f"{click.style('warning:', fg='yellow')} other machines can reach {place.host}. Whoever "
        f"has the address reads the articles and edits and approves as {person}; nothing is "
        "encrypted on the way."
    )
