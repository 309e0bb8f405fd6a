"""`workflow check`: today's Spanish against today's English."""

from __future__ import annotations

import click

from workflow.cli.console import (
    Troubles,
    articles_argument,
    count,
    json_option,
    progress,
    to_option,
)


@click.command(
    short_help="Today's Spanish against today's English.",
    epilog="""\b
Examples:
  workflow check                                 every article; exit code 1 on errors
  workflow check muertes-bajo-custodia           one, by its slug
  workflow check --json | jq .summary            for programs
  workflow check --fail-on warning               strict: warnings fail too
""",
)
@articles_argument
@to_option
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Least severity that makes the exit code 1.",
)
@json_option
def check(articles: tuple[str, ...], target: str | None, fail_on: str, as_json: bool) -> int:
    """Check the English against the Spanish: numbers, terms, completeness, language, style.

    The edition is checked where there is one, else the draft. Every finding names its place in
    both files, its rule, and what was read on both sides. Nothing is written.
    """
    from workflow.comparison import compare_article
    from workflow.examination import examine
    from workflow.findings import Severity
    from workflow.glossary import Glossary
    from workflow.project import Project
    from workflow.reporting import as_json as report_json
    from workflow.reporting import as_text

    project = Project.find()
    language = target or project.config.target
    chosen = project.find_articles(articles, language)
    glossary = Glossary.load(project.glossary_paths())
    troubles = Troubles(project.relative)
    found = []
    with progress(len(chosen), "checking") as advance:
        for article in chosen:
            with troubles.caught():
                comparison = compare_article(project, article, language)
                found += examine(comparison, glossary, target_lang=language)
            advance(1)
    if as_json:
        click.echo(report_json(found, project.relative, articles=len(chosen)))
    else:
        if found:
            click.echo(as_text(found, project.relative, colour=click.style))
        click.echo(_summary([f.finding.severity for f in found], len(chosen)), err=True)
    if troubles.count:
        return 2
    failing = {"error": {Severity.ERROR}, "warning": {Severity.ERROR, Severity.WARNING}}
    return int(any(f.finding.severity in failing.get(fail_on, set()) for f in found))


def _summary(severities: list[str], articles: int) -> str:
    parts = [
        count(severities.count(severity), noun)
        for severity, noun in (("error", "error"), ("warning", "warning"), ("info", "note"))
    ]
    return f"{count(articles, 'article')} checked: {', '.join(parts)}"
