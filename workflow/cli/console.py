"""What the commands share: tables, progress on a terminal, the options that several have."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from workflow.errors import Refused, WorkflowError

json_option = click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
to_option = click.option(
    "--to", "target", metavar="LANG", help="Target language (default: the project's, `en`)."
)


def _complete_article(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Slugs that begin so, for Tab in a shell; file names where none does."""
    from workflow.project import Project

    try:
        slugs = [article.slug for article in Project.find().find_articles()]
    except WorkflowError:
        slugs = []
    fitting = [CompletionItem(slug) for slug in slugs if slug.startswith(incomplete)]
    return fitting or [CompletionItem(incomplete, type="file")]


articles_argument = click.argument(
    "articles", nargs=-1, metavar="[ARTICLE]...", shell_complete=_complete_article
)
article_argument = click.argument("article", shell_complete=_complete_article)


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns padded to their widest cell, numbers to the right."""
    cells = [list(head), *([str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[i]) for row in cells) for i in range(len(head))]
    right = [all(not isinstance(row[i], str) for row in rows) for i in range(len(head))]
    lines = []
    for row in cells:
        padded = (
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(row, widths, right, strict=True)
        )
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


def count(number: int, noun: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


@contextmanager
def progress(length: int, label: str) -> Iterator[Callable[[int], None]]:
    """A progress bar on standard error when that is a terminal; yields its `advance`."""
    if not sys.stderr.isatty() or length == 0:
        yield lambda steps: None
        return
    with click.progressbar(length=length, label=label, file=sys.stderr) as bar:
        yield bar.update


def show_error(error: WorkflowError) -> None:
    """Print an error on standard error; each of several on a line of its own."""
    for one in error.errors if isinstance(error, Refused) else (error,):
        click.echo(f"{click.style('error:', fg='red')} {one}", err=True)


class Troubles:
    """Errors of single articles: shown at once, counted for the exit code, the rest goes on."""

    def __init__(self, relative: Callable[[Path], str]) -> None:
        self._relative = relative
        self.count = 0

    @contextmanager
    def caught(self) -> Iterator[None]:
        """Show a `WorkflowError` of the block and go on behind it."""
        try:
            yield
        except WorkflowError as error:
            self.count += 1
            for one in error.errors if isinstance(error, Refused) else (error,):
                if isinstance(one.path, Path):
                    one.path = self._relative(one.path)
            show_error(error)
