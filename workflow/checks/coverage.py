"""A clause of the source that has no counterpart in the translation: evidence weighed together.

Each content word of the source is either rendered by some word of the target (a word of the table
of frequent words, or one that looks alike) or not. Among the stretches between commas and
conjunctions (and adverbial phrases, where these are few) the one is sought whose words are most
likelier to be unrendered if it was left out than if it was translated. That the target is short by
as much, that it has fewer commas and *and*s, and that no word of it comes from nowhere (a free
rendering) adds to the evidence.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from workflow.checks.languages import en, es
from workflow.checks.languages.names import EXONYMS
from workflow.checks.languages.spanish_english import LEXICON
from workflow.findings import Span

_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = "0"
_LONGEST_ENDING = 7


class _Kind(Enum):
    """How often a word's rendering is recognised when it is there: measured on human pairs."""

    LISTED = 0.88
    COGNATE = 0.5
    NAME = 0.9
    OTHER = 0.55


_CHANCE = 0.12
"""How often a word that was left out seems to be there."""
_SURE_PART = 0.8
"""Of a clause, what was surely left out: its edges reach into what was translated freely."""
_NOT_SHORT = 0.4
"""Standard deviations over the expected length from which nothing can be missing."""
_LONGEST_CLAUSES, _LONGEST_WORDS = 3, 14
"""Clauses that a gap may have, and content words."""
_SEVERAL = 1
"""Separators from which a sentence has clauses enough to look for."""
_STRANGE = 0.2
"""Part of the target's content words that nothing explains in a good translation."""
_STRANGE_IF_FREE = 0.7
"""The same of a stretch that was rendered too freely to be recognised."""
_CAREFUL = 8
"""Words that the average rate counts for when the rate of one translation is estimated."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for an omission."""

    words: float
    """Logarithm of the likelihood ratio of the clause's words."""
    length: float
    """The same of the target's length, `_MOST_LENGTH` at most."""
    members: int
    """By how many commas and *and*s the target has fewer."""
    strangers: float
    """Logarithm of the likelihood ratio of words that come from nowhere."""
    places: int
    """Clauses where a gap might seem to be."""

    @property
    def sum(self) -> float:
        """Above 0 it is enough.

        The weights are those of a logistic regression on our own pairs: good ones by people and
        Apertium, broken ones in which a clause was left out, and up to four of them joined in one
        long sentence. With the constant, one of 100 good pairs has enough.
        """
        return (
            0.51 * self.words
            + 0.22 * self.length
            + 1.48 * self.members
            + 0.95 * self.strangers
            - 1.23 * math.log(self.places)
            - 0.4
        )


_MOST_LENGTH = 5.0
_FEWEST, _MOST = -2, 3
"""Bounds of the difference in separators, for free translations make sentences of clauses."""

Word: TypeAlias = tuple[_Kind, bool]
"""What kind of word it is, and whether something in the target renders it."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """Content words `[first, last)` of a source, between two separators."""

    first: int
    last: int
    weight: float
    """Logarithm of the likelihood ratio: how much likelier its words are if it was left out."""


def left_out(source: str, target: str, deviation: float, spread: float) -> Span | None:
    """The clause of `source` that `target` left out, if there is enough evidence for one.

    `deviation` is the target's distance from its expected length in standard deviations, `spread`
    the standard deviation of the logarithm of the ratio of lengths.
    """
    if deviation > _NOT_SHORT:
        return None
    source = es.IDIOMS.sub(lambda match: " " * len(match[0]), source)
    places = [match for match in _WORD.finditer(source) if _content(match[0])]
    bounds = _bounds(source, places)
    clause = _likeliest(_judged(places, source, target), bounds)
    if clause is None or clause.weight <= 0:
        return None
    members = _fewer(source, es.LIST_SEPARATORS, target, en.LIST_SEPARATORS)
    if clause.last - clause.first == 1 and members < 1:
        return None  # a single word may well be rendered by nothing, but as a member of a list
    letters = [len(match[0]) for match in places]
    share = sum(letters[clause.first : clause.last]) / sum(letters)
    evidence = _Evidence(
        words=clause.weight,
        length=_length_evidence(deviation, spread, share),
        members=members,
        strangers=_stranger_evidence(source, target, clause.last - clause.first),
        places=len(bounds),
    )
    if evidence.sum <= 0:
        return None
    return Span(places[clause.first].start(), places[clause.last - 1].end())


def rendered(source: str, target: str) -> list[bool]:
    """Of each content word of `source`, in order, whether something in `target` renders it."""
    places = [match for match in _WORD.finditer(source) if _content(match[0])]
    return [found for _, found in _judged(places, source, target)]


def _bounds(source: str, places: Sequence[re.Match[str]]) -> list[int]:
    """Which content words begin a clause, and their number at the end.

    In a sentence of few clauses adverbial phrases are as good as clauses; in a long one they would
    be so many that something in it always seems to be missing.
    """
    between = [source[before.end() : after.start()] for before, after in pairwise(places)]
    inner = [at for at, text in enumerate(between, 1) if _separates(text)]
    if len(inner) < _SEVERAL:
        inner = [at for at, text in enumerate(between, 1) if _separates(text) or _links(text)]
    return [0, *inner, len(places)]


@lru_cache(maxsize=4096)
def _separates(between: str) -> bool:
    return es.SEPARATORS.search(between) is not None


@lru_cache(maxsize=4096)
def _links(between: str) -> bool:
    return es.LINKS.search(between) is not None


def _likeliest(words: Sequence[Word], bounds: Sequence[int]) -> _Clause | None:
    """The stretch of whole clauses whose words are most likely unrendered, but never everything.

    How literal the rest of the translation is decides how much a missing word tells.
    """
    best: _Clause | None = None
    for place, first in enumerate(bounds):
        for last in bounds[place + 1 : place + 1 + _LONGEST_CLAUSES]:
            if last - first in (0, len(words)) or last - first > _LONGEST_WORDS:
                continue
            freedom = _freedom([*words[:first], *words[last:]])
            weight = sum(_weight(*word, freedom) for word in words[first:last])
            if best is None or weight > best.weight:
                best = _Clause(first, last, weight)
    return best


def _length_evidence(deviation: float, spread: float, share: float) -> float:
    """Logarithm of the likelihood ratio of two normal distributions of the target's length."""
    expected = math.log(max(0.05, 1 - _SURE_PART * share)) / spread
    return min(_MOST_LENGTH, (deviation**2 - (deviation - expected) ** 2) / 2)


def _fewer(source: str, ours: re.Pattern[str], target: str, theirs: re.Pattern[str]) -> int:
    """How many more separators the source has."""
    difference = len(ours.findall(source)) - len(theirs.findall(target))
    return max(_FEWEST, min(_MOST, difference))


def _stranger_evidence(source: str, target: str, words: int) -> float:
    """How much likelier as many strangers are if a stretch of so many words was left out.

    Strangers are words of the target that no word of the source explains: where a stretch was
    rendered freely, its rendering is among them. Both numbers are taken to be Poisson's.
    """
    total, strangers = _strangers(source, target)
    left = max(0.5, _STRANGE * total)
    rendered = max(0.5, _STRANGE * max(0, total - words)) + _STRANGE_IF_FREE * words
    return strangers * math.log(left / rendered) + rendered - left


def _strangers(source: str, target: str) -> tuple[int, int]:
    """How many content words the target has, and how many of them nothing explains."""
    ours = _WORD.findall(source)
    forms = {form for word in ours for form in renderings_of(fold(word))}
    bones = {_skeleton(word)[:5] for word in ours}
    theirs = [w for w in _WORD.findall(target) if len(w) > 2 and w.lower() not in en.FUNCTION_WORDS]
    strange = sum(
        1
        for word in theirs
        if _skeleton(word)[:5] not in bones
        and not any(word[:length].lower() in forms for length in range(2, len(word) + 1))
    )
    return len(theirs), strange


def _freedom(words: Sequence[Word]) -> float:
    """How many words a translation leaves unrecognised, for one that an average one does."""
    expected = sum(1 - kind.value for kind, _ in words)
    missed = sum(not found for _, found in words)
    typical = _CAREFUL * (1 - _Kind.LISTED.value)
    return max(1.0, (missed + typical) / (expected + typical))


def _weight(kind: _Kind, found: bool, freedom: float) -> float:
    """Logarithm of how much likelier this is of a word left out than of one translated."""
    missing = min(0.9, (1 - kind.value) * freedom)
    if found:
        return math.log(_CHANCE / (1 - missing))
    return math.log((1 - _CHANCE) / missing)


@dataclass(frozen=True, slots=True)
class _Content:
    """What is known of a content word of the source, wherever it stands."""

    signs: tuple[str, ...]
    """Beginnings of words, or of their skeletons, that render it."""
    kind: _Kind
    """What kind of word it is inside a sentence."""
    opening: _Kind
    """The same at its beginning, where a capital tells nothing."""


@lru_cache(maxsize=16384)
def _content(word: str) -> _Content | None:
    """What is known of a word of the source; None for one without content of its own."""
    lower = word.lower()
    if len(word) <= 2 or lower in es.FUNCTION_WORDS or lower in es.LIGHT_WORDS:
        return None
    forms = renderings_of(fold(word))
    figure = (_FIGURE,) if lower in es.NUMBER_WORDS else ()
    ending = es.WORD_ENDINGS.search(lower) is not None
    opening = _Kind.LISTED if forms else _Kind.COGNATE if ending else _Kind.OTHER
    kind = opening
    if word[0].isupper():
        kind = _Kind.OTHER if forms or ending else _Kind.NAME
    return _Content((*forms, _skeleton(word)[:5], *figure), kind, opening)


def _judged(places: Sequence[re.Match[str]], source: str, target: str) -> list[Word]:
    """What kind of word each is, and whether something in the target renders it."""
    beginnings = _beginnings(target)
    words = []
    for match in places:
        content = _content(match[0])
        assert content is not None
        kind = content.kind
        if kind is not content.opening and _opens(match.start(), source):
            kind = content.opening
        words.append((kind, not beginnings.isdisjoint(content.signs)))
    return words


def _opens(start: int, source: str) -> bool:
    """Whether a sentence begins there."""
    return source[max(0, start - 8) : start].rstrip()[-1:] in ".?!"


@lru_cache(maxsize=4096)
def renderings_of(folded: str) -> tuple[str, ...]:
    """The beginnings of the renderings of a word (folded): those of its longest entry."""
    if folded in EXONYMS:
        return EXONYMS[folded]
    for length in range(len(folded), 1, -1):
        forms = LEXICON.get(folded[:length])
        if forms is not None and len(folded) - length <= _LONGEST_ENDING:
            return forms
    return ()


def _beginnings(target: str) -> frozenset[str]:
    """Every beginning of every word, and those of its skeleton; a mark if there are figures."""
    result = {_FIGURE} if any(map(str.isdigit, target)) else set()
    for word in _WORD.findall(target):
        result.update(_beginnings_of(word))
    return frozenset(result)


@lru_cache(maxsize=8192)
def _beginnings_of(word: str) -> tuple[str, ...]:
    lower = word.lower()
    return (*(lower[:length] for length in range(2, len(lower) + 1)), _skeleton(word)[:5])


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """The word in lower case without accents."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("sh", "s"),
    ("c", "k"), ("q", "k"), ("y", "i"), ("z", "s"), ("j", "i"),
)  # fmt: skip
"""Spellings in which the languages differ for one sound."""


@lru_cache(maxsize=16384)
def _skeleton(word: str) -> str:
    """The word as both languages would spell it: `escuela`, `school`: `skuela`, `skhool`."""
    bones = fold(word)
    if re.match(r"es[^aeiou]", bones):
        bones = bones[1:]
    for spelling, sound in _SOUNDS:
        bones = bones.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", bones)
