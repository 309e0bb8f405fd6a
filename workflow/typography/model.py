"""What typography says of a text: changes at their places, and how changes add up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum


class TypographyRule(StrEnum):
    """Why a change was made; `docs/typography.md` explains each to editors."""

    INVERTED_MARKS = "inverted-marks"
    SPACE_BEFORE = "space-before-punctuation"
    SPACE_AFTER = "space-after-punctuation"
    PERCENT_SPACE = "percent-space"
    BRACKET_SPACE = "bracket-space"
    DOUBLE_SPACE = "double-space"
    DOUBLED_MARK = "doubled-mark"
    NOTE_REFERENCE = "note-reference"
    DIALOGUE = "dialogue"
    DASH = "dash"
    QUOTES = "quotation-marks"
    QUOTE_PUNCTUATION = "quotation-punctuation"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Change:
    """`before`, which stands at `[start, end)` of the text, becomes `after`."""

    start: int
    end: int
    before: str
    after: str
    rule: TypographyRule


@dataclass(frozen=True, slots=True)
class Typography:
    """A text as an English editor sets it, and what was changed to get there."""

    text: str
    changes: tuple[Change, ...]
    """Sorted, never overlapping; places are in the text that was given."""


def apply(text: str, changes: Iterable[Change]) -> str:
    """`text` with sorted, non-overlapping `changes` made."""
    parts: list[str] = []
    done = 0
    for change in changes:
        parts += [text[done : change.start], change.after]
        done = change.end
    return "".join([*parts, text[done:]])


def disjoint(changes: Iterable[Change]) -> list[Change]:
    """`changes` in order of place, without those that overlap an earlier one or change nothing."""
    kept: list[Change] = []
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        free = not kept or change.start >= kept[-1].end
        if free and change.before != change.after:
            kept.append(change)
    return kept


@dataclass(frozen=True, slots=True)
class _Step:
    """A change of the first or the second round, placed in the text between the two rounds."""

    start: int
    end: int
    change: Change
    round: int


def compose(text: str, first: Sequence[Change], second: Sequence[Change]) -> tuple[Change, ...]:
    """One round of changes over `text` that does what `first` and then `second` do.

    `first` is placed in `text`, `second` in `apply(text, first)`.
    """
    between = apply(text, first)
    composed: list[Change] = []
    shift = 0
    for group in _overlapping(_steps(first, second)):
        start, end = group[0].start, max(step.end for step in group)
        grown = sum(len(s.change.after) - len(s.change.before) for s in group if s.round == 1)
        origin = start - shift, end - shift - grown
        shift += grown
        inside = [
            Change(s.start - start, s.end - start, "", s.change.after, s.change.rule)
            for s in group
            if s.round == 2
        ]
        before, after = text[slice(*origin)], apply(between[start:end], inside)
        if before != after:
            composed.append(Change(*origin, before, after, group[-1].change.rule))
    return tuple(composed)


def _steps(first: Sequence[Change], second: Sequence[Change]) -> list[_Step]:
    steps: list[_Step] = []
    shift = 0
    for change in first:
        start = change.start + shift
        steps.append(_Step(start, start + len(change.after), change, 1))
        shift += len(change.after) - len(change.before)
    steps += [_Step(change.start, change.end, change, 2) for change in second]
    return sorted(steps, key=lambda step: (step.start, step.end, step.round))


def _overlapping(steps: Iterable[_Step]) -> list[list[_Step]]:
    groups: list[list[_Step]] = []
    reach = -1
    for step in steps:
        if groups and step.start < reach:
            groups[-1].append(step)
            reach = max(reach, step.end)
        else:
            groups.append([step])
            reach = step.end
    return groups
