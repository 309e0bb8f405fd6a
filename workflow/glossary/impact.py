"""What a change of the glossary touches: texts with other terms, or with other English."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from workflow.glossary.glossary import Glossary
from workflow.glossary.model import Match, Term

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Touched(Generic[Key]):
    """A text to which a changed glossary means something else."""

    key: Key
    before: tuple[Match, ...]
    """Matches that only the old glossary has."""
    after: tuple[Match, ...]
    """Matches that only the new glossary has."""


def impact(old: Glossary, new: Glossary, texts: Mapping[Key, str]) -> list[Touched[Key]]:
    """The texts (Spanish segments by any key) that the change from `old` to `new` touches."""
    touched = []
    for key, text in texts.items():
        before, after = old.find(text), new.find(text)
        known = {_meaning(match) for match in before}
        kept = {_meaning(match) for match in after}
        if known != kept:
            touched.append(
                Touched(
                    key,
                    tuple(match for match in before if _meaning(match) not in kept),
                    tuple(match for match in after if _meaning(match) not in known),
                )
            )
    return touched


def changed(old: Glossary, new: Glossary) -> list[tuple[Term | None, Term | None]]:
    """Entries that differ, old and new; None on one side for a new or a removed entry."""
    before = {(term.source, term.part_of_speech): term for term in old.terms}
    after = {(term.source, term.part_of_speech): term for term in new.terms}
    keys = sorted(before.keys() | after.keys())
    pairs = [(before.get(key), after.get(key)) for key in keys]
    return [(one, other) for one, other in pairs if one != other]


def _meaning(match: Match) -> tuple[object, ...]:
    """All that makes a difference to a draft or its check."""
    return (
        match.start,
        match.end,
        match.target,
        match.accepted,
        match.forbidden,
        match.enforce,
        match.gap,
    )
