"""English renderings in an English text: found whatever their capitals, hyphens and spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from workflow.glossary.english import fold_spelling
from workflow.glossary.tokens import blanked
from workflow.glossary.wordlist import words as word_set

_WORD = re.compile(r"[^\W_]+(?:[.&/][^\W_]+)*(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
JOINED_PREFIXES = word_set("pre anti non re mega post self co semi sub over under")
"""Prefixes written with a hyphen or without: *pre-trial*, *pretrial*."""
_SOFT = re.compile(r"[\s*_~\[\]>,-]*\Z")
SKIPPED = word_set("the a an his her its their our your my this that these those any")
"""Determiners that may follow a preposition inside a rendering: *violation of (their) rights*."""
_BEFORE_SKIPPED = word_set("of to in on for from with without against under by and or")


class _Word(NamedTuple):
    key: str
    """Lower case, one spelling, no possessive, prefixes joined."""
    exact: str
    """As written, without the possessive."""
    start: int
    end: int
    hard: bool
    """Whether a full stop or the like stands before it."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A rendering at its place in an English text."""

    text: str
    start: int
    end: int
    first: int
    """Index of its first word in the text."""
    last: int
    """Index after its last word."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return self.last - self.first

    def like(self, replacement: str) -> str:
        """`replacement` with the capitals of the words it replaces."""
        letters = self.text
        if len(letters) > 3 and letters.isupper():
            return replacement.upper()
        if letters[0].isupper() and not replacement[0].isupper():
            return replacement[0].upper() + replacement[1:]
        return replacement


class TargetText:
    """An English text, indexed by its words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._words = _words(text)
        self._places: dict[str, list[int]] = {}
        for at, word in enumerate(self._words):
            self._places.setdefault(word.key, []).append(at)

    def find(self, renderings: Iterable[str]) -> list[Occurrence]:
        """Where any of the renderings stands, longest first, none overlapping, in order."""
        found = [one for rendering in renderings for one in self._occurrences(rendering)]
        found.sort(key=lambda one: (one.first - one.last, one.first))
        taken: set[int] = set()
        kept = []
        for one in found:
            if taken.isdisjoint(range(one.first, one.last)):
                taken.update(range(one.first, one.last))
                kept.append(one)
        return sorted(kept, key=lambda one: one.first)

    def assign(self, groups: Sequence[Sequence[str]]) -> list[list[Occurrence]]:
        """For each group of renderings its occurrences; of overlapping ones the longest holds."""
        everything = [
            (one, number)
            for number, renderings in enumerate(groups)
            for one in self.find(renderings)
        ]
        everything.sort(key=lambda pair: (pair[0].first - pair[0].last, pair[1]))
        assigned: list[list[Occurrence]] = [[] for _ in groups]
        owners: dict[int, Occurrence] = {}
        for one, number in everything:
            span = range(one.first, one.last)
            over = [owners[at] for at in span if at in owners]
            if not over or all((two.first, two.last) == (one.first, one.last) for two in over):
                owners.update((at, one) for at in span)
                assigned[number].append(one)
        return assigned

    def outside(self, renderings: Sequence[str], covered: Sequence[Occurrence]) -> list[Occurrence]:
        """Occurrences of the renderings that lie in none of `covered`."""
        return [
            one
            for one in self.find(renderings)
            if not any(good.first <= one.first and one.last <= good.last for good in covered)
        ]

    def _occurrences(self, rendering: str) -> Iterable[Occurrence]:
        keys, exact = _keys(rendering)
        if not keys:
            return
        for at in self._places.get(keys[0], ()):
            last = self._match(at, keys, exact)
            if last is not None:
                start, end = self._words[at].start, self._words[last - 1].end
                yield Occurrence(self.text[start:end], start, end, at, last)

    def _match(self, at: int, keys: tuple[str, ...], exact: tuple[str, ...]) -> int | None:
        """The index after the last word of a rendering that begins at word `at`."""
        words = self._words
        place = at
        for position, (key, capitals) in enumerate(zip(keys, exact, strict=True)):
            if position and place < len(words) and self._skippable(place, key, keys[position - 1]):
                place += 1
            if place >= len(words) or words[place].key != key:
                return None
            if position and words[place].hard:
                return None
            if capitals and words[place].exact != capitals:
                return None
            place += 1
        return place

    def _skippable(self, place: int, key: str, before: str) -> bool:
        word = self._words[place]
        return word.key in SKIPPED and word.key != key and before in _BEFORE_SKIPPED


def _words(text: str) -> list[_Word]:
    visible = blanked(text)
    words: list[_Word] = []
    last = 0
    for match in _WORD.finditer(visible):
        start, end = match.span()
        between = visible[last:start]
        last = end
        exact = _POSSESSIVE.sub("", match.group())
        if between == "-" and words and words[-1].key in JOINED_PREFIXES:
            before = words.pop()
            joined = before.exact + exact
            words.append(_Word(_key(joined), joined, before.start, end, before.hard))
            continue
        words.append(_Word(_key(exact), exact, start, end, _SOFT.match(between) is None))
    return words


def _key(word: str) -> str:
    return fold_spelling(word.lower().replace("’", "'"))


@lru_cache(maxsize=65536)
def _keys(rendering: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of a rendering to compare, and for acronyms how they must be written."""
    words = _words(rendering)
    keys = tuple(word.key for word in words)
    exact = tuple(
        word.exact if word.exact.isupper() and len(word.exact) > 1 else "" for word in words
    )
    return keys, exact
