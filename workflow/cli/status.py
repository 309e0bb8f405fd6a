"""`workflow status`: where every article stands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from workflow.cli.console import Troubles, articles_argument, json_option, table, to_option
from workflow.cli.engines import Engines

if TYPE_CHECKING:
    from workflow.comparison import Comparison
    from workflow.located import Located
    from workflow.project import Project
    from workflow.translation import Job


@click.command(
    short_help="Where every article stands.",
    epilog="""\b
Examples:
  workflow status
  workflow status --json | jq '.articles[] | select(.stale)'
  workflow status --json | jq '.articles[].outdated[].reasons'
""",
)
@articles_argument
@to_option
@json_option
def status(articles: tuple[str, ...], target: str | None, as_json: bool) -> int:
    """Show, for each article, its segments by state, its findings, and whether it is stale.

    Stale: the Spanish has changed since some of its English was written. Outdated: what the
    machine drafted would come out otherwise today, by another engine, package, setting or
    glossary; `workflow translate --outdated` drafts it anew.
    """
    from workflow.comparison import compare_article
    from workflow.examination import Standards, examine
    from workflow.gate.tasks import Examiner, task_of
    from workflow.glossary import Glossary
    from workflow.project import Project
    from workflow.translation import Job

    project = Project.find()
    language = target or project.config.target
    config = project.config
    glossary = Glossary.load(project.glossary_paths())
    standards = Standards(glossary, config.source, language, config.variety)
    examiner = Examiner(project, language)
    engines = Engines(project, config.engine, language)
    job = Job(project, language, glossary, project.glossary_hash(), engines.load)
    troubles = Troubles(project.relative)
    rows = []
    try:
        for article in project.find_articles(articles, language):
            with troubles.caught():
                comparison = compare_article(project, article, language)
                task = task_of(article)
                known = task is article
                found = examine(comparison, standards) if known else examiner.examine(task)
                row = _row(comparison, found, project)
                rows.append({**row, "outdated": _outdated(job, comparison)})
    finally:
        engines.close()
    if as_json:
        click.echo(json.dumps({"articles": rows}, ensure_ascii=False, indent=2))
    else:
        click.echo(_as_text(rows))
    return 2 if troubles.count else 0


def _outdated(job: Job, comparison: Comparison) -> list[dict[str, Any]]:
    """The segments that the machine would draft otherwise today, and why."""
    from workflow.catalog import State
    from workflow.translation import made_with, outdated

    entries = comparison.catalog.entries
    if not any(entry.state is State.MACHINE for entry in entries):
        return []
    document = comparison.source
    today = made_with(job, document, _signature(job))
    found = outdated(job, document, entries, today)
    return [
        {
            "segment": segment.id,
            "line": segment.line,
            "reasons": [
                {"cause": why.cause.value, "before": why.before, "after": why.after}
                for why in found[segment.id]
            ],
        }
        for segment in document.segments
        if segment.id in found
    ]


def _signature(job: Job) -> str:
    """Of the engine of today; empty where none is installed: then the glossary alone tells."""
    from workflow.errors import EngineError

    try:
        return job.load_engine().signature
    except EngineError:
        return ""


def _row(comparison: Comparison, found: list[Located], project: Project) -> dict[str, Any]:
    from workflow.catalog import State
    from workflow.findings import Severity

    states = Counter(entry.state for entry in comparison.catalog.texts)
    severities = Counter(f.finding.severity for f in found if f.suppression is None)
    return {
        "article": comparison.article.slug,
        "source": project.relative(comparison.article.source),
        "english": None if comparison.page is None else project.relative(comparison.page),
        "segments": len(comparison.catalog.texts),
        "states": {state.value: states[state] for state in State},
        "findings": {severity.value: severities[severity] for severity in Severity},
        "stale": states[State.STALE] > 0,
        "omitted": _omitted(comparison),
    }


def _omitted(comparison: Comparison) -> list[dict[str, Any]]:
    """The segments that are left out of the English, and why."""
    from workflow.review.approval import last_editor

    return [
        {
            "segment": one.segment.id,
            "line": one.segment.line,
            "reason": one.entry.arrangement.reason,
            "by": last_editor(one.entry),
        }
        for one in comparison.pairings
        if one.entry.arrangement.reason is not None
    ]


def _as_text(rows: list[dict[str, Any]]) -> str:
    states = ("untranslated", "machine", "edited", "approved", "stale")
    shown = table(
        ("article", "segments", *states, "outdated", "errors", "warnings", "notes", "english"),
        [
            (
                row["article"],
                row["segments"],
                *(row["states"][state] for state in states),
                len(row["outdated"]),
                *(row["findings"][key] for key in ("error", "warning", "info")),
                row["english"] or "none",
            )
            for row in rows
        ],
    )
    more = (line for row in rows for line in (*_reasons(row), *_left_out(row)))
    return "\n".join([shown, *more])


def _left_out(row: dict[str, Any]) -> Iterator[str]:
    """A line for each segment that is left out."""
    for one in row["omitted"]:
        why = one["reason"] or "no reason is given"
        yield f"{row['source']}:{one['line']}: left out by {one['by'] or 'somebody'}: {why}"


_SHOWN_LINES = 8


def _reasons(row: dict[str, Any]) -> Iterator[str]:
    """A line for each reason why drafts of an article would come out otherwise, and where."""
    places: dict[str, list[int]] = {}
    for one in row["outdated"]:
        for why in one["reasons"]:
            change = f"{why['cause']}: {why['before'] or '-'} → {why['after'] or '-'}"
            places.setdefault(change, []).append(one["line"])
    for change, lines in places.items():
        first = ", ".join(map(str, lines[:_SHOWN_LINES]))
        more = f" and {len(lines) - _SHOWN_LINES} more" if len(lines) > _SHOWN_LINES else ""
        word = "line" if len(lines) == 1 else "lines"
        yield f"{row['source']}: outdated by {change} ({word} {first}{more})"
