"""`workflow diff`: what changed, word by word."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from workflow.cli.console import Troubles, articles_argument, json_option, to_option

if TYPE_CHECKING:
    from workflow.project import Project
    from workflow.review.diff import Change
    from workflow.review.versions import VersionDiff


@click.command(
    short_help="What changed, word by word.",
    epilog="""\b
Examples:
  workflow diff muertes-bajo-custodia                      what people changed in the draft
  workflow diff muertes-bajo-custodia --against source     what changed in the Spanish since
  workflow diff muertes-bajo-custodia --against git:HEAD~3
  workflow diff muertes-bajo-custodia --format html > changes.html
""",
)
@articles_argument
@to_option
@click.option(
    "--against",
    default="machine",
    show_default=True,
    metavar="VERSION",
    help="machine, published, source, or git:REV.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "html"]),
    default="text",
    show_default=True,
    help="How it is written; html is a page of its own.",
)
@json_option
def diff(
    articles: tuple[str, ...], target: str | None, against: str, form: str, as_json: bool
) -> int:
    """Show what changed between today's English and another version of it, word by word.

    Versions: `machine`, what the machine wrote; `published`, the edition; `git:REV`, the
    catalog in a revision; `source`: what changed in the Spanish since the English was written,
    changed figures first, with the new figures put into the English where that is certain.
    Edits that were not taken in yet are shown too; nothing is written.
    """
    from workflow.glossary import Glossary
    from workflow.project import Project
    from workflow.review.revision import Desk
    from workflow.review.versions import AGAINST, REVISION, diff_article

    if against not in AGAINST and not against.startswith(REVISION):
        raise click.UsageError(f"--against {against}: {', '.join(AGAINST)} or git:REV")
    project = Project.find()
    language = target or project.config.target
    chosen = project.find_articles(articles, language)
    if form == "html" and len(chosen) > 1:
        raise click.UsageError("an HTML page is about one article: name it")
    desk = Desk(project, language, Glossary.load(project.glossary_paths()))
    troubles = Troubles(project.relative)
    found = []
    for article in chosen:
        with troubles.caught():
            found.append(diff_article(desk, article, against))
    if as_json:
        click.echo(json.dumps({"articles": [_as_dict(d) for d in found]}, ensure_ascii=False))
    elif found:
        click.echo(_written(project, found, form))
    return 2 if troubles.count else 0


def _written(project: Project, found: Sequence[VersionDiff], form: str) -> str:
    from workflow.review.diff_html import as_html
    from workflow.review.diff_text import as_markdown, as_text, bracketed

    coloured = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    mark = _coloured if coloured else bracketed
    writers: dict[str, Callable[[VersionDiff, str], str]] = {
        "text": lambda one, path: as_text(one, path, mark),
        "markdown": as_markdown,
        "html": lambda one, _: as_html(one),
    }
    return "\n\n".join(writers[form](d, project.relative(d.article.source)) for d in found)


def _coloured(change: Change, words: str) -> str:
    """Red and struck out, green and underlined: never told apart by colour alone."""
    if change == "-":
        return click.style(words, fg="red", strikethrough=True)
    return click.style(words, fg="green", underline=True)


def _as_dict(found: VersionDiff) -> dict[str, Any]:
    return {
        "article": found.article.slug,
        "against": found.against,
        "segments": len(found.rows),
        "changed": [
            {
                "segment": row.diff.id,
                "line": row.line,
                "fate": row.diff.fate.value,
                "moved": row.diff.moved,
                "words": [[run.change.value, run.before, run.text] for run in row.diff.runs],
                "beside": row.beside,
                "figures": list(row.figures),
                "proposal": row.proposal,
            }
            for row in found.changed
        ],
    }
