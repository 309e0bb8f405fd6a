"""Which segments of the files have changed since a git revision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workflow.article import Document, fingerprint
from workflow.comparison import parse_page
from workflow.errors import WorkflowError
from workflow.files import read_text
from workflow.located import Located, Place
from workflow.places import Page
from workflow.project import Project
from workflow.review.history import changed_since, text_in


@dataclass(frozen=True)
class Changes:
    """What has changed in a project since a revision."""

    project: Project
    revision: str
    names: Mapping[Path, str | None]
    """Each file that differs or is gone, and its name in the revision; None for a new one."""
    _read: dict[Path, Sequence[Place]] = field(default_factory=dict)

    @classmethod
    def since(cls, project: Project, revision: str) -> Changes:
        """Raises `WorkflowError` when there is no repository or no such revision."""
        return cls(project, revision, changed_since(project.root, revision))

    def touch(self, located: Located) -> bool:
        """Whether a finding stands, on either side, in a segment that has changed."""
        return any(self._touch(place) for place in (located.source, located.target) if place)

    def text_before(self, path: Path) -> str | None:
        """A file's text in the revision; None when it had none there."""
        path = path.resolve()
        if path not in self.names:
            return read_text(path) if path.is_file() else None
        name = self.names[path]
        return None if name is None else text_in(self.project.root, self.revision, name)

    def _touch(self, place: Place) -> bool:
        path = place.path.resolve()
        if path not in self.names:
            return False
        if path not in self._read:
            self._read[path] = self._changed(path)
        last = (place.end_line, place.end_column)
        return any(
            changed.start <= last and place.start <= (changed.end_line, changed.end_column)
            for changed in self._read[path]
        )

    def _changed(self, path: Path) -> Sequence[Place]:
        """Where the segments stand that the file had not in the revision."""
        page = Page(path, parse_page(self.project, read_text(path), path))
        old = self._old(path)
        if old is None:
            return [page.place(0, len(page.document.source))]
        left = Counter(fingerprint(segment.message) for segment in old.segments)
        changed = []
        for segment in page.document.segments:
            key = fingerprint(segment.message)
            if left[key] > 0:
                left[key] -= 1
            else:
                changed.append(page.place(segment.start, segment.end))
        return changed

    def _old(self, path: Path) -> Document | None:
        text = self.text_before(path)
        if text is None:
            return None
        try:
            return parse_page(self.project, text, path)
        except WorkflowError:
            return None  # it could not be read then, so all of it is new
