"""`workflow check`: today's Spanish against today's English."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workflow.cli.fix import show_fixes, write_fixes
from workflow.cli.output import FORMATS, OrderedCommand, pair_outputs, write_report
from workflow.cli.tasks import Chosen, choose, task_options

if TYPE_CHECKING:
    from workflow.gate.verdict import Verdict


@click.command(
    cls=OrderedCommand,
    short_help="Today's Spanish against today's English.",
    epilog="""\b
Examples:
  workflow check                                 every article; exit code 1 on errors
  workflow check muertes-bajo-custodia           one, by its slug
  workflow check --pair nota.es.md nota.en.md    two files, translated anywhere
  workflow check --source-dir es --target-dir en two folders, files of one name together
  workflow check --target edition.md             English alone: Spanish left, forbidden terms
  workflow check --format full                   with the lines and carets
  workflow check --json | jq .summary            for programs
  workflow check -f github -f sarif -o out.sarif two formats, the second into a file
  workflow check -f junit -o a.xml -f sarif -o b two files, and nothing on standard output
  workflow check --select N --fail-on warning    numbers alone, warnings fail too
  workflow check --changed-from origin/main      only what this branch has touched
  workflow check --diff                          what --fix would change
""",
)
@task_options
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
    help="File for the --format before it; may be repeated. Others go to standard output.",
)
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@click.option(
    "--select", multiple=True, metavar="RULE", help="Only these rules; a family: N, T, C, L, S, W."
)
@click.option("--ignore", multiple=True, metavar="RULE", help="Not these rules or families.")
@click.option(
    "--changed-from",
    metavar="REF",
    help="Only what is new since this git revision: findings in segments of which either side has "
    "changed, and those that the files as they were did not have.",
)
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="Findings that do not count (default: the project's workflow-baseline.json, if any).",
)
@click.option(
    "--fix",
    is_flag=True,
    help="Make the safe changes: separators of figures, typography, forbidden renderings of terms "
    "with one approved form.",
)
@click.option(
    "--diff",
    "show_diff",
    is_flag=True,
    help="Show what --fix would change, as a diff; write nothing. Exit code 1 if there is any.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "never"]),
    default="error",
    show_default=True,
    help="Least severity that makes the exit code 1.",
)
def check(
    formats: tuple[str, ...],
    outputs: tuple[Path, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    changed_from: str | None,
    baseline: Path | None,
    fix: bool,
    show_diff: bool,
    fail_on: str,
    as_json: bool,
    **chosen: Any,
) -> int:
    """Check the English against the Spanish: numbers, terms, completeness, language, style.

    The edition is checked where there is one, else the draft. Every finding names its place in
    both files, its rule, and what was read on both sides. Nothing is written to the articles but
    with --fix: to an article through its catalog, edits that people made taken in first and their
    approvals withdrawn where their words change; to other pages in the file itself.
    """
    written = pair_outputs(formats, outputs)
    annotated = any(output.format == "github" for output in written)
    _known(select + ignore)
    run = choose(**chosen)
    verdict = _verdict(run, select, ignore, changed_from, baseline)
    found, troubles = run.examine()
    report = verdict.report(found, len(run.tasks), annotated)
    if show_diff:
        changes, more = show_fixes(run, report.found)
        return 2 if troubles + more else int(changes > 0)
    if fix:
        _, more = write_fixes(run, report.found)
        found, troubles = run.examine()
        troubles += more
        report = verdict.report(found, len(run.tasks), annotated)
    write_report(report, written)
    return 2 if troubles else int(report.fails(fail_on))


def _known(names: Sequence[str]) -> None:
    if not names:
        return
    from workflow.rules import RULES

    for name in names:
        if not any(rule.startswith(name) for rule in RULES):
            raise click.UsageError(f"there is no rule {name!r}; rules are {', '.join(RULES)}")


def _verdict(
    run: Chosen,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    changed_from: str | None,
    baseline: Path | None,
) -> Verdict:
    """What counts of the findings; its errors come before a long run, not after it."""
    from workflow.gate.baseline import BASELINE_NAME, read_baseline
    from workflow.gate.verdict import Verdict

    project = run.examiner.project
    own = project.root / BASELINE_NAME
    path = baseline or (own if own.is_file() else None)
    earlier = None
    if changed_from is not None:
        from workflow.gate.changes import Changes
        from workflow.gate.earlier import Earlier

        changes = Changes.since(project, changed_from)
        earlier = Earlier(changes, run.examiner, run.tasks, run.jobs)
    return Verdict(project, select, ignore, earlier, None if path is None else read_baseline(path))
