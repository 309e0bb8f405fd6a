"""What is new since a git revision: found in changed text, or not found in the files as they were.

A paragraph whose counterpart is gone has not changed itself, nor has a figure that another one now
contradicts. So what has changed is examined once more as it was; of the findings outside changed
text, those that were there already are left out.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workflow.gate.changes import Changes
from workflow.gate.filepairs import FilePair
from workflow.gate.identity import Known, from_root, known_by
from workflow.gate.running import run
from workflow.gate.tasks import EnglishPage, Examiner, Task, inputs, task_of
from workflow.located import Located
from workflow.project import Article


@dataclass(frozen=True, slots=True)
class Earlier:
    """Tells which findings of a run's tasks are new since a revision."""

    changes: Changes
    examiner: Examiner
    tasks: Sequence[Task]
    jobs: int | None = None
    """Processes at work at once; None as many as there are processors."""

    def new(self, found: Sequence[Located]) -> list[Located]:
        """Of `found`, what stands in changed segments, and what the revision had not."""
        relative = from_root(self.changes.project.root)
        changed = {path: task for task in self._changed() for path in inputs(task)}
        touched = {n for n, located in enumerate(found) if self.changes.touch(located)}
        doubtful = {
            n: changed[located.place.path]
            for n, located in enumerate(found)
            if n not in touched
            and located.suppression is None
            and located.place is not None
            and located.place.path in changed
        }
        before = self._found_before(list(dict.fromkeys(doubtful.values())))
        for n in doubtful:
            known = known_by(found[n], relative)
            if before[known]:
                before[known] -= 1
            else:
                touched.add(n)
        return [located for n, located in enumerate(found) if n in touched]

    def _changed(self) -> list[Task]:
        names = self.changes.names
        return [task for task in self.tasks if any(p.resolve() in names for p in _files(task))]

    def _found_before(self, tasks: Sequence[Task]) -> Counter[Known]:
        """What nobody had accepted of the findings about the files as they were."""
        relative = from_root(self.changes.project.root)
        with tempfile.TemporaryDirectory(prefix="workflow-earlier-") as folder:
            files = _Files(self.changes, Path(folder))
            before = [task for task in map(files.task, tasks) if task is not None]
            return Counter(
                known_by(located, lambda path: relative(files.origins[path]))
                for outcome in run(before, self.examiner, jobs=self.jobs, memory=None)
                for located in outcome.found
                if located.suppression is None
            )


def _files(task: Task) -> Iterator[Path]:
    """The files of a task, the one that is missing too."""
    yield from inputs(task)
    if isinstance(task, FilePair) and task.missing is not None:
        yield task.missing


class _Files:
    """The files of tasks as they were, written into a folder."""

    def __init__(self, changes: Changes, folder: Path) -> None:
        self._changes = changes
        self._folder = folder
        self.origins: dict[Path, Path] = {}
        """Of each file there, which one it was."""

    def task(self, task: Task) -> Task | None:
        """The task with the files as they were; None when there were none."""
        if isinstance(task, Article):
            return task_of(
                replace(
                    task,
                    source=self._file(task.source),
                    catalog=self._file(task.catalog),
                    edition=self._file(task.edition),
                    draft=self._file(task.draft),
                )
            )
        if isinstance(task, EnglishPage):
            page = self._if_there(task.path)
            return None if page is None else EnglishPage(page)
        source, target = (
            self._if_there(path or task.missing) for path in (task.source, task.target)
        )
        return FilePair(source, target) if source or target else None

    def _if_there(self, path: Path | None) -> Path | None:
        copy = None if path is None else self._file(path)
        return copy if copy is not None and copy.exists() else None

    def _file(self, path: Path) -> Path:
        copy = self._folder / str(len(self.origins)) / path.name
        text = self._changes.text_before(path)
        if text is not None:
            copy.parent.mkdir()
            copy.write_bytes(text.encode())
        self.origins[copy] = path
        return copy
