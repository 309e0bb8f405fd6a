"""What can be said of one quantity of a source and one of its target: how close they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from workflow.numbers.model import DriftKind


class Closeness(IntEnum):
    """How well two quantities fit together as source and target of each other."""

    NONE = 0
    VALUE = 1
    """The number is the same, something about it is not."""
    REVIEW = 2
    """The same, as far as can be told; a person should look."""
    SAME = 3


@dataclass(frozen=True, slots=True)
class Judgement:
    """How close two quantities are and, unless they are the same, what changed."""

    closeness: Closeness
    change: DriftKind | None = None


SAME = Judgement(Closeness.SAME)
NONE = Judgement(Closeness.NONE)
