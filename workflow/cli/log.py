"""`workflow log`: who did what when."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from workflow.cli.console import article_argument, json_option, to_option

if TYPE_CHECKING:
    from workflow.review.log import Event


@click.command(
    short_help="Who did what when.",
    epilog="""\b
Examples:
  workflow log muertes-bajo-custodia
  workflow log muertes-bajo-custodia --json | jq '.events[] | select(.what == "approved")'
""",
)
@article_argument
@to_option
@json_option
def log(article: str, target: str | None, as_json: bool) -> int:
    """Show who edited, approved and waived what in an article, and when.

    From the notes of its catalog and, in a git repository, the catalog's commits. Of the edits
    and approvals of a segment the catalog keeps the last; earlier ones are in git.
    """
    from workflow.catalog import read_catalog
    from workflow.comparison import read_article
    from workflow.project import Project
    from workflow.review.log import article_log

    project = Project.find()
    language = target or project.config.target
    chosen = project.find_articles([article], language)[0]
    document = read_article(project, chosen)
    catalog = read_catalog(chosen.catalog, language)
    events = article_log(chosen, document, catalog) if chosen.catalog.exists() else []
    if as_json:
        answer = {"article": chosen.slug, "events": [asdict(event) for event in events]}
        click.echo(json.dumps(answer, ensure_ascii=False))
    elif events:
        click.echo("\n".join(_line(project.relative(chosen.source), event) for event in events))
    else:
        click.echo(f"{chosen.slug}: nobody has edited or approved anything yet")
    return 0


def _line(path: str, event: Event) -> str:
    where = f"{path}:{event.line}: " if event.line else ""
    detail = " ".join(event.detail.split())
    return f"{event.on or '-':10}  {event.by}  {event.what}  {where}{detail}"
