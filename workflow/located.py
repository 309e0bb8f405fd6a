"""Findings at their places in the files: what a check says and every report is made from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workflow.findings import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: line and column count from 1, columns in characters."""

    path: Path
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def start(self) -> tuple[int, int]:
        """Line and column of its first character."""
        return self.line, self.column


class Acceptance(StrEnum):
    """How a person accepted a finding."""

    WAIVED = "waived"
    """Ticked in the paired file, with a reason."""
    IGNORED = "ignored"
    """By a comment in the text, with a reason."""
    BASELINED = "baselined"
    """It was there before: the baseline file has it."""


@dataclass(frozen=True, slots=True)
class Suppression:
    """That a finding counts no more, and why."""

    kind: Acceptance
    reason: str


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and where it stands in both files."""

    finding: Finding
    segment: str | None
    """Id of the segment, None when it is about the page as a whole."""
    source: Place | None
    target: Place | None
    subject: str = ""
    """Fingerprint of the Spanish it is about, of the English where there is none."""
    suppression: Suppression | None = None
    """None as long as nobody accepted it."""

    @property
    def place(self) -> Place | None:
        """The English's place, where there is one, else the Spanish's."""
        return self.target or self.source
