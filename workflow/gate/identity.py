"""What makes two findings of different runs the same one: never a line number."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workflow.located import Located

Relative = Callable[[Path], str]
"""Writes a path in the way of a report, with `/` between its parts."""
_LINE = re.compile(r"\bline \d+")


@dataclass(frozen=True, slots=True)
class Known:
    """What a finding is known by, wherever it stands in its file."""

    subject: str
    rule: str
    message: str


def known_by(located: Located, relative: Relative) -> Known:
    """What to know a finding by."""
    return Known(subject_of(located, relative), located.finding.rule, message_of(located))


def from_root(root: Path) -> Relative:
    """Paths as they are wherever in a project the command runs."""
    return lambda path: os.path.relpath(path, root).replace(os.sep, "/")


def subject_of(located: Located, relative: Relative) -> str:
    """Hash of the text that a finding is about; of its file, where it is about the whole page."""
    place = located.place
    if located.subject or place is None:
        return located.subject
    return hashlib.sha256(relative(place.path).encode()).hexdigest()[:16]


def message_of(located: Located) -> str:
    """The message without the numbers of lines, which move."""
    return _LINE.sub("line", located.finding.message)


def fingerprints(found: Iterable[Located], relative: Relative) -> Iterator[str]:
    """A hash for each finding that stays when lines move; equal ones are counted."""
    seen: Counter[str] = Counter()
    for located in found:
        path = "" if located.place is None else relative(located.place.path)
        subject = subject_of(located, relative)
        parts = (located.finding.rule, path, subject, message_of(located))
        digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"
