"""From words of a segment to their place in its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workflow.article import Document, Segment
from workflow.article.lines import Lines
from workflow.article.offsets import source_offset
from workflow.findings import Span
from workflow.located import Place


@dataclass(frozen=True, slots=True)
class Page:
    """A file and what was read in it."""

    path: Path
    document: Document
    _lines: list[Lines] = field(default_factory=list, repr=False, compare=False)

    def place(self, start: int, end: int) -> Place:
        """The place of the characters `[start, end)` of the file."""
        if not self._lines:  # most pages have no findings
            self._lines.append(Lines(self.document.source))
        lines = self._lines[0]
        return Place(self.path, *lines.position(start), *lines.position(end))

    def place_of(self, segments: Sequence[Segment], span: Span | None) -> Place:
        """The place of a span of the segments' joined text; of all of them without one."""
        if span is None:
            return self.place(segments[0].start, segments[-1].end)
        start = self.offset(segments, span.start)
        end = start
        if span.end > span.start:
            end = max(start, self.offset(segments, span.end - 1) + 1)
        return self.place(start, end)

    def offset(self, segments: Sequence[Segment], index: int) -> int:
        """Offset in the file of character `index` of the segments' joined text."""
        for segment in segments[:-1]:
            if index <= len(segment.message):
                return source_offset(self.document, segment, index)
            index -= len(segment.message) + len(JOINT)
        return source_offset(self.document, segments[-1], index)


JOINT = "\n"
"""Between segments that are read as one text: a soft line break."""


def joined(segments: Sequence[Segment]) -> str:
    """The Markdown of segments that stand together, as one text."""
    return JOINT.join(segment.message for segment in segments)
