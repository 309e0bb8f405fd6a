"""English renderings in an English text: found whatever their capitals, hyphens and spelling."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from workflow.glossary.english import PREPOSITIONS, family, fold_spelling
from workflow.glossary.spanish import fold
from workflow.glossary.tokens import blanked
from workflow.glossary.wordlist import word_set

_WORD = re.compile(r"[^\W_]+(?:[.&/][^\W_]+)*(?:['’][^\W_]+)?")
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
JOINED_PREFIXES = word_set("pre anti re mega post self co semi sub over under")
"""Prefixes written with a hyphen or without: *pre-trial*, *pretrial*."""
_SOFT = re.compile(r"['’]?[\s*_~\[\]>,-]*\Z")
DETERMINERS = word_set("the a an his her its their our your my this that these those any")
"""What may stand inside a rendering besides its words: *violation of (their) rights*."""
_COORDINATION = word_set("and or")
MAX_COORDINATED = 5
"""How many words a coordination may put inside: *enforced (or involuntary) disappearance*."""

TITLE_WORDS = word_set(
    "report book documentary article story film movie series campaign song titled entitled "
    "headline statement resolution essay podcast program programme exhibition collection "
    "novel poem chronicle column editorial study chapter bulletin magazine album mural congress "
    "seminar forum workshop manual guide lecture speech video project leaflet slogan hashtag play"
)
"""What the quoted title of a work follows."""
_QUOTED = re.compile(r"(?=[«“\"])(?:“([^“”\n]{2,160})”|\"([^\"\n]{2,160})\"|«([^«»\n]{2,160})»)")


class _Word(NamedTuple):
    key: str
    """Lower case, no accents, one spelling, no possessive, prefixes joined."""
    exact: str
    """As written, without the possessive."""
    start: int
    end: int
    comma: bool
    """Whether a comma stands before it."""
    hard: bool
    """Whether a full stop or the like stands before it."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A rendering at its place in an English text."""

    rendering: str
    """As the glossary writes it."""
    text: str
    """As the text writes it."""
    start: int
    end: int
    first: int
    """Index of its first word in the text."""
    last: int
    """Index after its last word."""
    words: int
    """How many words of the rendering it has."""

    @property
    def loose(self) -> bool:
        """Whether other words stand inside."""
        return self.last - self.first > self.words

    @property
    def rank(self) -> tuple[int, bool, int]:
        """What comes first of overlapping occurrences: the longest, the exact, the leftmost."""
        return -self.words, self.loose, self.first

    @property
    def capitalized(self) -> bool:
        """Whether it has all initial capitals of the glossary: *The Country*, not *the country*."""
        expected = re.findall(r"\w+", self.rendering)
        written = re.findall(r"\w+", self.text)
        return not any(
            glossary[0].isupper() and text[0].islower()
            for glossary, text in zip(expected, written, strict=False)
        )

    def like(self, replacement: str) -> str:
        """`replacement` with the capitals of the words it replaces."""
        if len(self.text) > 3 and self.text.isupper():
            return replacement.upper()
        if self.text[0].isupper() and replacement[0].islower():
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
        self._titles = quoted_titles(text)

    def find(self, renderings: Iterable[str]) -> list[Occurrence]:
        """Where any of the renderings stands: none overlapping, longest first, in order."""
        found = [one for rendering in renderings for one in self._occurrences(rendering)]
        found.sort(key=lambda one: one.rank)
        taken: set[int] = set()
        kept = []
        for one in found:
            span = range(one.first, one.last)
            if taken.isdisjoint(span):
                taken.update(span)
                kept.append(one)
        return sorted(kept, key=lambda one: one.first)

    def assign(self, groups: Sequence[Sequence[str]]) -> list[list[Occurrence]]:
        """For each group of renderings its occurrences; of overlapping ones the longest holds.

        What two groups render alike belongs to both.
        """
        found = [(one, number) for number, group in enumerate(groups) for one in self.find(group)]
        found.sort(key=lambda pair: (pair[0].rank, pair[1]))
        assigned: list[list[Occurrence]] = [[] for _ in groups]
        owners: dict[int, Occurrence] = {}
        for one, number in found:
            over = [owners[at] for at in range(one.first, one.last) if at in owners]
            if all((two.first, two.last) == (one.first, one.last) for two in over):
                owners.update((at, one) for at in range(one.first, one.last))
                assigned[number].append(one)
        return [sorted(group, key=lambda one: one.first) for group in assigned]

    def outside(self, renderings: Sequence[str], covered: Sequence[Occurrence]) -> list[Occurrence]:
        """Occurrences of the renderings in none of `covered` and in no quoted title."""
        return [
            one
            for one in self.find(renderings)
            if not any(_hides(good, one) for good in covered)
            and not any(start <= one.start and one.end <= end for start, end in self._titles)
        ]

    def has_kin_of(self, renderings: Iterable[str]) -> bool:
        """Whether a word of the family of a one-word rendering stands here: *torture, tortured*."""
        families = {family(one.lower()) for one in renderings if one.islower() and one.isalpha()}
        return any(family(key) in families for key in self._places if len(key) > 3)

    def has_words_of(self, renderings: Iterable[str]) -> bool:
        """Whether all words of one of the renderings stand here, in any order."""
        return any(
            all(word.key in self._places for word in _sought(rendering)) for rendering in renderings
        )

    def _occurrences(self, rendering: str) -> Iterator[Occurrence]:
        sought = _sought(rendering)
        for at in self._places.get(sought[0].key, ()) if sought else ():
            last = self._match(at, sought)
            if last is not None:
                start, end = self._words[at].start, self._words[last - 1].end
                yield Occurrence(rendering, self.text[start:end], start, end, at, last, len(sought))

    def _match(self, at: int, sought: tuple[_Word, ...]) -> int | None:
        """The index after the last word of a rendering that begins at word `at`."""
        words = self._words
        place = at
        for position, one in enumerate(sought):
            found: int | None = place
            next_to_it = place < len(words) and words[place].key == one.key
            if position and not (next_to_it and one.hard):
                found = self._next(place, one.key)
            if found is None or (one.exact and words[found].exact != one.exact):
                return None
            place = found + 1
        return place

    def _next(self, place: int, key: str) -> int | None:
        """Where the next word `key` of a rendering stands, at `place` or behind what may be there.

        Determiners may stand there, and a coordination of what came before.
        """
        words = self._words
        for at in range(place, min(place + 2, len(words))):
            if words[at].hard:
                return None
            if words[at].key == key:
                return at
            if words[at].key not in DETERMINERS:
                break
        return self._behind_coordination(place, key)

    def _behind_coordination(self, place: int, key: str) -> int | None:
        words = self._words
        if place >= len(words) or key in PREPOSITIONS:
            return None
        if not words[place].comma and words[place].key not in _COORDINATION:
            return None
        seen = False
        for at in range(place, min(place + MAX_COORDINATED, len(words))):
            if words[at].hard:
                return None
            if words[at].key == key:
                return at if seen and at > place + 1 else None
            seen = seen or words[at].key in _COORDINATION
        return None


def _hides(good: Occurrence, one: Occurrence) -> bool:
    """Whether a right rendering makes a wrong one inside it right.

    Not when only the words that it does not have made it: *access to (the) public information*.
    """
    inside = good.first <= one.first and one.last <= good.last
    same = good.first == one.first and one.last == good.last
    return inside and not (same and good.loose and not one.loose)


def quoted_titles(text: str) -> list[tuple[int, int]]:
    """Spans of what stands in quotation marks as the title of a work."""
    return [match.span() for match in _QUOTED.finditer(text) if _is_title(text, match)]


def _is_title(text: str, match: re.Match[str]) -> bool:
    quoted = next(group for group in match.groups() if group).strip()
    if not quoted[:1].isupper():
        return False
    long_words = [word for word in re.findall(r"\w+", quoted) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in long_words)
    if len(long_words) > 1 and capitals == len(long_words):
        return True
    before = re.findall(r"\w+", text[max(0, match.start() - 60) : match.start()].lower())[-4:]
    return quoted[-1] not in ".!?" and not TITLE_WORDS.isdisjoint(before)


def _words(text: str) -> list[_Word]:
    visible = blanked(text)
    words: list[_Word] = []
    last = 0
    for match in _WORD.finditer(visible):
        start, end = match.span()
        between = visible[last:start]
        last = end
        exact = _without_possessive(match.group())
        if between == "-" and words and words[-1].key in JOINED_PREFIXES:
            before = words.pop()
            joined = before.exact + exact
            joined_end = start + len(exact)
            words.append(before._replace(key=_key(joined), exact=joined, end=joined_end))
            continue
        comma, hard = _kind_of_gap(between)
        word = _key(exact), exact, start, start + len(exact), comma, hard
        # The constructor of a named tuple costs twice as much, and this is the innermost loop.
        words.append(tuple.__new__(_Word, word))
    return words


@lru_cache(maxsize=16384)
def _without_possessive(word: str) -> str:
    return _POSSESSIVE.sub("", word)


@lru_cache(maxsize=4096)
def _kind_of_gap(between: str) -> tuple[bool, bool]:
    """Whether a comma stands between two words, and whether something parts them."""
    return "," in between, _SOFT.match(between) is None


@lru_cache(maxsize=16384)
def _key(word: str) -> str:
    return fold_spelling(fold(word).replace("’", "'"))


@lru_cache(maxsize=65536)
def _sought(rendering: str) -> tuple[_Word, ...]:
    """The words of a rendering; `exact` only of acronyms, which must be written so."""
    return tuple(
        word if word.exact.isupper() and len(word.exact) > 1 else word._replace(exact="")
        for word in _words(rendering)
    )
