"""`workflow baseline`: let today's findings be, so that only new ones fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from workflow.cli.console import count
from workflow.cli.tasks import choose, task_options


@click.command(
    short_help="Let today's findings be; only new ones fail.",
    epilog="""\b
Examples:
  workflow baseline                              writes workflow-baseline.json: commit it
  workflow baseline --pair nota.es.md nota.en.md for the same pairs as the check
  workflow baseline -o old.json                  for `workflow check --baseline old.json`
""",
)
@task_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file (default: workflow-baseline.json in the project's folder).",
)
def baseline(output: Path | None, **chosen: Any) -> int:
    """Write down every finding of today; `workflow check` then fails for new ones only.

    A finding is known by its rule, the hash of its Spanish and its message: when the Spanish
    changes, or what was read in the English, it is a new one. What was mended since is dropped.
    """
    from workflow.files import write_text
    from workflow.gate.baseline import BASELINE_NAME, baseline_text
    from workflow.gate.identity import from_root

    run = choose(**chosen)
    found, troubles = run.examine()
    if troubles:
        click.echo("nothing was written: some files could not be checked", err=True)
        return 2
    project = run.examiner.project
    path = output or project.root / BASELINE_NAME
    write_text(path, baseline_text(found, from_root(project.root)))
    standing = sum(located.suppression is None for located in found)
    click.echo(f"{project.relative(path)}: {count(standing, 'finding')}")
    return 0
