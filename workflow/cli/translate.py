"""`workflow translate`: Spanish articles into catalogs, English drafts and paired Markdown."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from workflow.cli.console import (
    Troubles,
    articles_argument,
    count,
    json_option,
    progress,
    table,
    to_option,
)
from workflow.cli.engines import Engines

if TYPE_CHECKING:
    from workflow.project import Project
    from workflow.translation import Outcome


@click.command(
    short_help="Draft articles in English, glossary and figures held.",
    epilog="""\b
Examples:
  workflow translate                                every article of the project
  workflow translate muertes-bajo-custodia          one, by its slug
  workflow translate articles/es/nota.md --engine apertium
  workflow translate --force-machine --explain      draft anew, list what was mended
""",
)
@articles_argument
@to_option
@click.option(
    "--engine",
    type=click.Choice(["auto", "argos", "apertium"]),
    help="Translation engine (default: the project's; auto takes Argos when it has a package).",
)
@click.option(
    "--outdated",
    is_flag=True,
    help="Draft machine segments anew that would come out otherwise today (see status).",
)
@click.option(
    "--force-machine", is_flag=True, help="Draft machine segments anew; edited ones stay."
)
@click.option(
    "--no-typography", is_flag=True, help="Leave quotation marks, dashes and spaces as drafted."
)
@click.option(
    "--explain", is_flag=True, help="List every change made in the engine's words, and its rule."
)
@json_option
def translate(
    articles: tuple[str, ...],
    target: str | None,
    engine: str | None,
    outdated: bool,
    force_machine: bool,
    no_typography: bool,
    explain: bool,
    as_json: bool,
) -> int:
    """Translate articles into an English draft and a paired file for review.

    Edits that people made in the catalog, the draft or the paired file are taken in first and
    are never overwritten. What is translated already is left alone; where the Spanish has
    changed, only those segments are drafted again, or marked stale when a person wrote them.
    """
    from workflow.checks.scope import not_run
    from workflow.glossary import Glossary
    from workflow.project import Project
    from workflow.translation import Job, Redraft, translate_article

    project = Project.find()
    language = target or project.config.target
    redraft = Redraft.OUTDATED if outdated else Redraft.NOTHING
    if force_machine:
        redraft = Redraft.EVERYTHING
    chosen = project.find_articles(articles, language)
    engines = Engines(project, engine or project.config.engine, language)
    troubles = Troubles(project.relative)
    outcomes = []
    try:
        with progress(len(chosen) * 100, "translating") as advance:
            job = Job(
                project=project,
                language=language,
                glossary=Glossary.load(project.glossary_paths()),
                glossary_hash=project.glossary_hash(),
                load_engine=engines.load,
                redraft=redraft,
                typography=project.config.typography and not no_typography,
                progress=lambda share: advance(round(share * 100)),
            )
            for article in chosen:
                with troubles.caught():
                    outcomes.append(translate_article(job, article))
    finally:
        engines.close()
    if explain and not as_json:
        for line in _explained(project, outcomes):
            click.echo(line)
    unchecked = list(not_run(project.config.source, language))
    if as_json:
        click.echo(_as_json(project, outcomes, unchecked))
    else:
        click.echo(_as_text(project, outcomes, unchecked))
    return 2 if troubles.count else 0


def _as_text(project: Project, outcomes: list[Outcome], unchecked: list[str]) -> str:
    from workflow.findings import Severity, shortened

    if not outcomes:
        return "nothing was translated"
    rows = [
        (
            outcome.article.slug,
            "+".join(outcome.engines) or "-",
            outcome.segments,
            outcome.words,
            outcome.terms,
            *(outcome.findings.get(severity, 0) for severity in Severity),
            len(outcome.written),
        )
        for outcome in outcomes
    ]
    head = (
        "article",
        "engine",
        "segments",
        "words",
        "terms enforced",
        "errors",
        "warnings",
        "notes",
    )
    lines = [table((*head, "files written"), rows)]
    for outcome in outcomes:
        for edit in outcome.edits:
            where = project.relative(edit.path) + (f":{edit.line}" if edit.line else "")
            lines.append(f"taken in from {where}: “{shortened(' '.join(edit.text.split()), 60)}”")
        for fallback in outcome.fallbacks:
            where = f"{project.relative(outcome.article.source)}:{fallback.line}"
            lines.append(f"left in Spanish: {where}: {fallback.reason}")
    lines += [f"not checked: {what}" for what in unchecked]
    written = [path for outcome in outcomes for path in outcome.written]
    if not written:
        articles = count(len(outcomes), "article")
        lines.append(f"Nothing to do: {articles} up to date.")
    else:
        lines += [f"wrote {project.relative(path)}" for path in written]
    return "\n".join(lines)


def _explained(project: Project, outcomes: list[Outcome]) -> list[str]:
    """One line for each change that was made in an engine's draft."""
    return [
        f"{project.relative(outcome.article.source)}:{line}: {change.rule}: "
        f"`{change.before}` → `{change.after}`"
        for outcome in outcomes
        for line, change in outcome.finish
    ]


def _as_json(project: Project, outcomes: list[Outcome], unchecked: list[str]) -> str:
    return json.dumps(
        {
            "articles": [
                {
                    "article": outcome.article.slug,
                    "engines": list(outcome.engines),
                    "segments": outcome.segments,
                    "words": outcome.words,
                    "terms": outcome.terms,
                    "states": {state.value: n for state, n in sorted(outcome.states.items())},
                    "findings": {s.value: n for s, n in sorted(outcome.findings.items())},
                    "edits": [
                        {
                            "segment": edit.segment_id,
                            "via": edit.via,
                            "path": project.relative(edit.path),
                            "line": edit.line or None,
                            "text": edit.text,
                        }
                        for edit in outcome.edits
                    ],
                    "changes": [
                        {"line": line, "rule": c.rule, "before": c.before, "after": c.after}
                        for line, c in outcome.finish
                    ],
                    "fallbacks": [
                        {"segment": f.segment_id, "line": f.line, "reason": f.reason}
                        for f in outcome.fallbacks
                    ],
                    "written": [project.relative(path) for path in outcome.written],
                }
                for outcome in outcomes
            ],
            "not_checked": unchecked,
        },
        ensure_ascii=False,
        indent=2,
    )
