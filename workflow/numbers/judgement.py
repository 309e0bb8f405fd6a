"""What can be said of one quantity of a source and one of its target: how close they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from workflow.numbers.model import DriftKind, Kind, Quantity


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


def same_value(source: Quantity, target: Quantity) -> Judgement | None:
    """SAME when the values are equal, REVIEW when only another reading of one of them is."""
    if source.value == target.value and source.others == target.others:
        return SAME
    readings = {source.value, *source.others} & {target.value, *target.others}
    if readings and Kind.ORDINAL in (source.kind, target.kind):
        return SAME
    if readings:
        return Judgement(Closeness.REVIEW, DriftKind.AMBIGUOUS)
    return None
