"""What one `workflow check` examines, one task at a time: articles, pairs of files, pages."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from workflow.errors import WorkflowError
from workflow.gate.filepairs import FilePair
from workflow.located import Located
from workflow.project import Article, Project

if TYPE_CHECKING:
    from workflow.examination import Standards
    from workflow.places import Page


@dataclass(frozen=True, slots=True)
class EnglishPage:
    """An English page whose Spanish is not at hand."""

    path: Path


Task = Article | FilePair | EnglishPage


def task_of(article: Article) -> Task:
    """How an article is examined: one that no catalog knows is a pair made elsewhere."""
    if article.catalog.exists():
        return article
    pages = (path for path in (article.edition, article.draft) if path.exists())
    page = next(pages, None)
    return article if page is None else FilePair(article.source, page)


def inputs(task: Task) -> tuple[Path, ...]:
    """The files that a task reads, whether they are there or not; always in one order."""
    if isinstance(task, Article):
        return task.source, task.catalog, task.edition, task.draft
    if isinstance(task, FilePair):
        return tuple(path for path in (task.source, task.target) if path is not None)
    return (task.path,)


@dataclass(frozen=True)
class Examiner:
    """Examines tasks in one project, against its glossary and for one target language."""

    project: Project
    language: str

    @cached_property
    def standards(self) -> Standards:
        """What texts are checked against; loaded when the first task needs it."""
        from workflow.examination import Standards
        from workflow.glossary import Glossary

        config = self.project.config
        glossary = Glossary.load(self.project.glossary_paths())
        return Standards(glossary, config.source, self.language, config.variety)

    def load(self) -> None:
        """Load at once what is otherwise loaded by the first task: processes made later have it.

        What cannot be loaded is an error of each task.
        """
        import workflow.comparison
        import workflow.examination
        import workflow.gate.foreign  # noqa: F401

        with suppress(WorkflowError):
            _ = self.standards

    def __reduce__(self) -> tuple[type[Examiner], tuple[Project, str]]:
        """What another process needs to make its own, where processes do not share memory."""
        return type(self), (self.project, self.language)

    def examine(self, task: Task) -> list[Located]:
        """All findings about a task.

        Raises `WorkflowError` for a file that cannot be read.
        """
        from workflow.comparison import compare_article
        from workflow.examination import examine, examine_english
        from workflow.gate.foreign import examine_pair, missing_page

        if isinstance(task, Article):
            return examine(compare_article(self.project, task, self.language), self.standards)
        if isinstance(task, EnglishPage):
            return examine_english(self._read(task.path), self.standards)
        if task.source is not None and task.target is not None:
            return examine_pair(self._read(task.source), self._read(task.target), self.standards)
        if task.source is not None:
            return missing_page(self._read(task.source), is_source=True)
        assert task.target is not None
        return missing_page(self._read(task.target), is_source=False)

    def _read(self, path: Path) -> Page:
        from workflow.comparison import parse_page
        from workflow.files import read_text
        from workflow.places import Page

        return Page(path, parse_page(self.project, read_text(path), path))
