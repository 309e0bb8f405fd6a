"""`workflow check`: today's Spanish against today's English."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflow.cli.console import Troubles, articles_argument, count, progress, to_option

if TYPE_CHECKING:
    from workflow.examination import Located
    from workflow.reporting.report import Report

FORMATS = ("concise", "full", "json", "github", "sarif", "junit", "rdjson")


@click.command(
    short_help="Today's Spanish against today's English.",
    epilog="""\b
Examples:
  workflow check                                 every article; exit code 1 on errors
  workflow check muertes-bajo-custodia           one, by its slug
  workflow check --target edition.md             English alone: Spanish left, forbidden terms
  workflow check --format full                   with the lines and carets
  workflow check --json | jq .summary            for programs
  workflow check -f github -f sarif -o out.sarif two formats, the second into a file
  workflow check --select N --fail-on warning    numbers alone, warnings fail too
""",
)
@articles_argument
@to_option
@click.option(
    "--target",
    "pages",
    multiple=True,
    type=click.Path(path_type=Path),
    help="An English page whose Spanish is not at hand; may be repeated.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    type=click.Choice(FORMATS),
    help="How findings are written (default: concise); may be given several times.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    multiple=True,
    type=click.Path(path_type=Path),
    help="File for a format, the last one for the last --format; else standard output.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--select", multiple=True, metavar="RULE", help="Only these rules; a family: N, T, C, L, S, W."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules or families.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Least severity that makes the exit code 1.",
)
def check(
    articles: tuple[str, ...],
    target: str | None,
    pages: tuple[Path, ...],
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    as_json: bool,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
) -> int:
    """Check the English against the Spanish: numbers, terms, completeness, language, style.

    The edition is checked where there is one, else the draft. Every finding names its place in
    both files, its rule, and what was read on both sides. Nothing is written to the articles.
    """
    from workflow.comparison import compare_article, parse_page
    from workflow.examination import Standards, examine, examine_english
    from workflow.files import read_text
    from workflow.findings import Severity
    from workflow.glossary import Glossary
    from workflow.project import Project
    from workflow.reporting.report import Report

    chosen_formats = (*formats, "json") if as_json else formats or ("concise",)
    if len(outputs) > len(chosen_formats):
        raise click.UsageError("there are more --output files than formats")
    _known(select + ignore)
    project = Project.find()
    language = target or project.config.target
    chosen = [] if pages and not articles else project.find_articles(articles, language)
    config = project.config
    glossary = Glossary.load(project.glossary_paths())
    standards = Standards(glossary, config.source, language, config.variety)
    troubles = Troubles(project.relative)
    found: list[Located] = []
    with progress(len(chosen), "checking") as advance:
        for article in chosen:
            with troubles.caught():
                comparison = compare_article(project, article, language)
                found += examine(comparison, standards)
            advance(1)
    for page in pages:
        with troubles.caught():
            found += examine_english(page, parse_page(project, read_text(page), page), standards)
    wanted = [located for located in found if _wanted(located, select, ignore)]
    report = Report(
        found=[located for located in wanted if located.waiver is None],
        accepted=[located for located in wanted if located.waiver is not None],
        articles=len(chosen) + len(pages),
        relative=project.relative,
    )
    _write(report, chosen_formats, outputs)
    if troubles.count:
        return 2
    failing = {"error": {Severity.ERROR}, "warning": {Severity.ERROR, Severity.WARNING}}
    return int(any(f.finding.severity in failing.get(fail_on, set()) for f in report.found))


def _known(names: Sequence[str]) -> None:
    if not names:
        return
    from workflow.rules import RULES

    for name in names:
        if not any(rule.startswith(name) for rule in RULES):
            raise click.UsageError(f"there is no rule {name!r}; rules are {', '.join(RULES)}")


def _wanted(located: Located, select: Sequence[str], ignore: Sequence[str]) -> bool:
    rule = located.finding.rule
    return (not select or rule.startswith(tuple(select))) and not (
        ignore and rule.startswith(tuple(ignore))
    )


def _write(report: Report, formats: Sequence[str], outputs: Sequence[Path]) -> None:
    from workflow.files import write_text

    free = len(formats) - len(outputs)
    for index, name in enumerate(formats):
        if index >= free:
            write_text(outputs[index - free], _formatted(report, name, coloured=False) + "\n")
            continue
        text = _formatted(report, name, coloured=sys.stdout.isatty())
        if text:
            click.echo(text)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if "github" in formats and summary and report.found:
        from workflow.reporting.github import as_summary

        with open(summary, "a", encoding="utf-8") as stream:
            stream.write(as_summary(report))
    if set(formats) & {"concise", "full"}:
        click.echo(_summary(report), err=True)


def _formatted(report: Report, name: str, *, coloured: bool) -> str:
    from workflow.reporting.text import as_concise, as_full, unpainted

    paint = click.style if coloured and "NO_COLOR" not in os.environ else unpainted
    if name == "concise":
        return as_concise(report, paint)
    if name == "full":
        return as_full(report, paint)
    return _for_machines(report, name)


def _for_machines(report: Report, name: str) -> str:
    """A format that no person reads; only its own module is loaded."""
    if name in ("json", "rdjson"):
        from workflow.reporting.machine import as_json, as_rdjson

        return as_json(report) if name == "json" else as_rdjson(report)
    if name == "github":
        from workflow.reporting.github import as_github

        return as_github(report)
    if name == "junit":
        from workflow.reporting.junit import as_junit

        return as_junit(report)
    from workflow.reporting.sarif import as_sarif
    from workflow.rules import RULES

    return as_sarif(report, RULES)


def _summary(report: Report) -> str:
    from workflow.findings import Severity

    parts = [
        count(report.count(severity), noun)
        for severity, noun in (
            (Severity.ERROR, "error"),
            (Severity.WARNING, "warning"),
            (Severity.INFO, "note"),
        )
    ]
    waived = f", {count(len(report.accepted), 'waiver')}" if report.accepted else ""
    return f"{count(report.articles, 'article')} checked: {', '.join(parts)}{waived}"
