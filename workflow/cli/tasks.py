"""What `check` and `baseline` examine: the options that say so, and the run itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from workflow.cli.console import Troubles, articles_argument, progress, to_option

if TYPE_CHECKING:
    from workflow.gate.tasks import Examiner, Task
    from workflow.located import Located

_Command = TypeVar("_Command", bound=Callable[..., Any])
_FILE = click.Path(path_type=Path)

_OPTIONS = (
    articles_argument,
    to_option,
    click.option(
        "--target",
        "pages",
        multiple=True,
        type=_FILE,
        help="An English page whose Spanish is not at hand; may be repeated.",
    ),
    click.option(
        "--pair",
        "pairs",
        nargs=2,
        multiple=True,
        type=_FILE,
        metavar="ES EN",
        help="A page and its translation, made anywhere; may be repeated.",
    ),
    click.option(
        "--source-dir", type=_FILE, metavar="DIR", help="A folder of pages, made anywhere."
    ),
    click.option(
        "--target-dir", type=_FILE, metavar="DIR", help="The folder of their translations."
    ),
    click.option(
        "--pattern",
        metavar="NAME",
        help="How their files are called, {} for what both have in common: '{}.es.md={}.en.md' "
        "(default: {}.md in both).",
    ),
    click.option(
        "-j",
        "--jobs",
        type=click.IntRange(min=1),
        help="Processes at work at once (default: one for each processor, for many files).",
    ),
    click.option(
        "--no-cache", is_flag=True, help="Do not use or keep what earlier checks have found."
    ),
)


def task_options(command: _Command) -> _Command:
    """The options that say what is examined, and how."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the options of one run chose."""

    examiner: Examiner
    tasks: tuple[Task, ...]
    jobs: int | None
    cached: bool

    def examine(self) -> tuple[list[Located], int]:
        """All findings, in the order of the tasks; and how many files could not be examined."""
        from workflow.gate.memory import Memory
        from workflow.gate.running import run

        memory = Memory.of(self.examiner) if self.cached else None
        troubles = Troubles(self.examiner.project.relative)
        found: list[Located] = []
        with progress(len(self.tasks), "checking") as advance:
            for outcome in run(self.tasks, self.examiner, jobs=self.jobs, memory=memory):
                for error in outcome.errors:
                    with troubles.caught():
                        raise error
                found += outcome.found
                advance(1)
        return found, troubles.count


def choose(
    articles: tuple[str, ...],
    target: str | None,
    pages: tuple[Path, ...],
    pairs: tuple[tuple[Path, Path], ...],
    source_dir: Path | None,
    target_dir: Path | None,
    pattern: str | None,
    jobs: int | None,
    no_cache: bool,
) -> Chosen:
    """The tasks of a run: what is named, else every article of the project."""
    from workflow.gate.filepairs import SAME_NAME, FilePair, find_pairs
    from workflow.gate.tasks import EnglishPage, Examiner, task_of
    from workflow.project import Project

    if (source_dir is None) != (target_dir is None):
        raise click.UsageError("--source-dir and --target-dir go together")
    if pattern is not None and source_dir is None:
        raise click.UsageError("--pattern is about --source-dir and --target-dir")
    project = Project.find()
    language = target or project.config.target
    tasks: list[Task] = [FilePair(*pair) for pair in pairs]
    if source_dir is not None and target_dir is not None:
        tasks += find_pairs(source_dir, target_dir, pattern or SAME_NAME)
    tasks += [EnglishPage(page) for page in pages]
    if articles or not tasks:
        tasks = [*map(task_of, project.find_articles(articles, language)), *tasks]
    return Chosen(Examiner(project, language), tuple(tasks), jobs, not no_cache)
