"""`workflow status`: where every article stands."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

import click

from workflow.cli.console import Troubles, articles_argument, json_option, table, to_option

if TYPE_CHECKING:
    from workflow.comparison import Comparison
    from workflow.located import Located


@click.command(
    short_help="Where every article stands.",
    epilog="""\b
Examples:
  workflow status
  workflow status --json | jq '.articles[] | select(.stale)'
""",
)
@articles_argument
@to_option
@json_option
def status(articles: tuple[str, ...], target: str | None, as_json: bool) -> int:
    """Show, for each article, its segments by state, its findings, and whether it is stale.

    Stale: the Spanish has changed since some of its English was written.
    """
    from workflow.comparison import compare_article
    from workflow.examination import Standards, examine
    from workflow.glossary import Glossary
    from workflow.project import Project

    project = Project.find()
    language = target or project.config.target
    config = project.config
    glossary = Glossary.load(project.glossary_paths())
    standards = Standards(glossary, config.source, language, config.variety)
    troubles = Troubles(project.relative)
    rows = []
    for article in project.find_articles(articles, language):
        with troubles.caught():
            comparison = compare_article(project, article, language)
            found = examine(comparison, standards)
            page = None if comparison.page is None else project.relative(comparison.page)
            rows.append(_row(comparison, found, page))
    if as_json:
        click.echo(json.dumps({"articles": rows}, ensure_ascii=False, indent=2))
    else:
        click.echo(_as_text(rows))
    return 2 if troubles.count else 0


def _row(comparison: Comparison, found: list[Located], page: str | None) -> dict[str, Any]:
    from workflow.catalog import State
    from workflow.findings import Severity

    states = Counter(entry.state for entry in comparison.catalog.entries)
    severities = Counter(f.finding.severity for f in found if f.suppression is None)
    return {
        "article": comparison.article.slug,
        "english": page,
        "segments": len(comparison.catalog.entries),
        "states": {state.value: states[state] for state in State},
        "findings": {severity.value: severities[severity] for severity in Severity},
        "stale": states[State.STALE] > 0,
    }


def _as_text(rows: list[dict[str, Any]]) -> str:
    states = ("untranslated", "machine", "edited", "approved", "stale")
    return table(
        ("article", "segments", *states, "errors", "warnings", "notes", "english"),
        [
            (
                row["article"],
                row["segments"],
                *(row["states"][state] for state in states),
                *(row["findings"][key] for key in ("error", "warning", "info")),
                row["english"] or "none",
            )
            for row in rows
        ],
    )
