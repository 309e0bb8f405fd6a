"""What people have approved before: the English of equal and of similar Spanish, in any article.

Each article has an index of its own, made again only when its catalog changes. Two texts are as
alike as the words that they share (Dice), figures all alike. Of a text's words so many must be in
one as alike as `ALIKE` that it suffices to look its longest up, the rarest ones mostly.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from workflow.arrangement import is_merged
from workflow.article import fingerprint
from workflow.catalog import Catalog, Entry, State
from workflow.following import bag
from workflow.numbers import patch
from workflow.review.approval import approver

ALIKE = 0.7
"""Likeness (0-1) from which the English of another Spanish is of use."""
MOST = 5
"""How many wordings an editor is shown."""
_MOST_FITTED = 50
"""How many of the likest are looked at, for several may come to say the same."""

_Token = tuple[str, int]
"""A word, and the how-manieth of its text."""


@dataclass(frozen=True, slots=True)
class Wording:
    """An English that somebody approved."""

    english: str
    article: str
    """Slug of the article that it stands in."""
    by: str
    """Who approved it."""
    spanish: str
    """What it was approved for."""
    likeness: float = 1.0
    """Of that to the Spanish at hand, from 0 to 1."""
    is_patched: bool = False
    """Whether `english` has the figures of the Spanish at hand, all that it differs in."""

    @property
    def words(self) -> str:
        """Fingerprint of the English."""
        return fingerprint(self.english)


@dataclass(frozen=True, slots=True)
class Memory:
    """The approved wordings of one article, and which of them have a word."""

    wordings: Sequence[Wording]
    sizes: Sequence[int]
    """How many words the Spanish of each has."""
    places: Mapping[_Token, Sequence[int]]


def remember(slug: str, catalog: Catalog) -> Memory:
    """What is approved in an article."""
    wordings = [
        Wording(entry.target, slug, approver(entry) or "", entry.source)
        for entry in catalog.entries
        if entry.state is State.APPROVED and not is_merged(entry.target)
    ]
    places: dict[_Token, list[int]] = defaultdict(list)
    sizes = []
    for index, wording in enumerate(wordings):
        tokens = _tokens(wording.spanish)
        sizes.append(len(tokens))
        for token in tokens:
            places[token].append(index)
    return Memory(wordings, sizes, dict(places))


def wordings_for(
    entry: Entry, memories: Iterable[Memory], source: str, target: str
) -> tuple[Wording, ...]:
    """What was approved for equal and similar Spanish and says something else than the entry.

    The likest first, each English once, with the figures of the entry where all else is the same;
    `source` and `target` are the languages.
    """
    tokens = _tokens(entry.source)
    rare = sorted(tokens, key=lambda token: (-len(token[0]), token))
    looked_up = rare[: len(tokens) - ceil(_least_shared(len(tokens))) + 1]
    found = [
        wording
        for memory in memories
        for wording in _alike(memory, entry.source, tokens, looked_up)
    ]
    found.sort(key=lambda wording: -wording.likeness)
    kept: dict[str, Wording] = {}
    for wording in found[:_MOST_FITTED]:
        fitted = _fitted(wording, entry.source, source, target)
        if fitted.words != fingerprint(entry.target):
            kept.setdefault(fitted.words, fitted)
        if len(kept) == MOST:
            break
    return tuple(kept.values())


def _tokens(text: str) -> list[_Token]:
    return [(word, n) for word, count in bag(text).items() for n in range(count)]


def _least_shared(size: int) -> float:
    """How many words a text of `size` words shares at least with one that is alike."""
    return ALIKE * size / (2 - ALIKE)


def _alike(
    memory: Memory, spanish: str, tokens: Sequence[_Token], looked_up: Sequence[_Token]
) -> Iterator[Wording]:
    """The wordings for Spanish that is alike; equal Spanish is alike in figures too."""
    candidates = {index for token in looked_up for index in memory.places.get(token, ())}
    least = _least_shared(len(tokens))
    shared = Counter(
        index
        for token in (tokens if candidates else ())
        for index in memory.places.get(token, ())
        if index in candidates
    )
    for index, count in shared.items():
        wording = memory.wordings[index]
        likeness = 2 * count / (len(tokens) + memory.sizes[index])
        if count >= least and likeness >= ALIKE:
            is_same = fingerprint(wording.spanish) == fingerprint(spanish)
            # Whatever else differs, equal words are no equal text.
            yield replace(wording, likeness=1.0 if is_same else min(likeness, 0.99))


def _fitted(wording: Wording, spanish: str, source: str, target: str) -> Wording:
    """The wording with the figures of this Spanish, where they are all that differs."""
    if wording.likeness == 1.0:
        return wording
    patched = patch(wording.spanish, spanish, wording.english, source, target)
    if patched is None:
        return wording
    return replace(wording, english=patched, is_patched=True)
