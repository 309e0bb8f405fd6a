"""`workflow check --fix` and `--diff`: safe fixes, shown or written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workflow.cli.console import Troubles, count
from workflow.cli.tasks import Chosen

if TYPE_CHECKING:
    from workflow.gate.fixing import Fix
    from workflow.gate.repairs import Wanted
    from workflow.gate.tasks import Task
    from workflow.located import Located
    from workflow.review.revision import Desk


def show_fixes(run: Chosen, found: Sequence[Located]) -> tuple[int, int]:
    """Print what `write_fixes` would change, as a diff; how many fixes, how many troubles."""
    from workflow.gate.repairs import plan_article, plan_page
    from workflow.project import Article

    project, total = run.examiner.project, 0
    troubles = Troubles(project.relative)
    for task, wanted in _wanted(run, found):
        with troubles.caught():
            if isinstance(task, Article):
                repair = plan_article(_desk(run), task, wanted)
            else:
                planned = plan_page(project, task, run.examiner.standards, wanted)
                if planned is None:
                    continue
                repair = planned
            total += len(repair.fixes)
            click.echo(repair.diff(project.relative(repair.path)), nl=False)
    click.echo(f"{count(total, 'safe change')} would be made", err=True)
    return total, troubles.count


def write_fixes(run: Chosen, found: Sequence[Located]) -> tuple[int, int]:
    """Make every safe fix, each named on standard error; how many fixes, how many troubles."""
    from datetime import date

    from workflow.gate.repairs import Signature, plan_page, repair_article, repair_page
    from workflow.people import editor
    from workflow.project import Article

    project, total = run.examiner.project, 0
    signature = Signature(editor(project.root), date.today().isoformat())
    troubles = Troubles(project.relative)
    for task, wanted in _wanted(run, found):
        with troubles.caught():
            if isinstance(task, Article):
                fixes = repair_article(_desk(run), task, wanted, signature)
                _tell(project.relative(task.draft), fixes)
                if fixes and task.edition.exists():
                    edition = project.relative(task.edition)
                    click.echo(f"{edition}: publish again, the edition is as it was", err=True)
                total += len(fixes)
                continue
            repair = plan_page(project, task, run.examiner.standards, wanted)
            if repair is not None and repair.fixes:
                repair_page(repair)
                _tell(project.relative(repair.path), repair.fixes)
                total += len(repair.fixes)
    return total, troubles.count


def _tell(name: str, fixes: Sequence[Fix]) -> None:
    for fix in fixes:
        click.echo(f"{name}: {fix.finding.rule} “{fix.before}” → “{fix.after}”", err=True)


def _wanted(run: Chosen, found: Sequence[Located]) -> Iterator[tuple[Task, Wanted]]:
    """The tasks that have findings, and those findings."""
    from workflow.gate.repairs import wanted_in
    from workflow.gate.tasks import inputs

    by_path: defaultdict[Path, list[Located]] = defaultdict(list)
    for located in found:
        if located.place is not None and located.finding.suggestion is not None:
            by_path[located.place.path].append(located)
    for task in run.tasks:
        own = [located for path in dict.fromkeys(inputs(task)) for located in by_path[path]]
        if own:
            yield task, wanted_in(own)


def _desk(run: Chosen) -> Desk:
    from workflow.review.revision import Desk

    examiner = run.examiner
    glossary = examiner.standards.glossary
    assert glossary is not None, "a project has a glossary"
    return Desk(examiner.project, examiner.language, glossary)
