"""A clause of the source that has no counterpart in the translation: evidence weighed together.

Among the stretches between commas and conjunctions (and adverbial phrases, where these are few) the
one is sought whose words are most likelier to be unrendered if it was left out than if it was
translated. That the target is short, that it has fewer commas and *and*s, and that no word of it
comes from nowhere where the clause should stand (a free rendering) adds to the evidence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from workflow.checks.coverage import ContentWord, Kind, content_words, strangers, target_words
from workflow.checks.languages import en, es
from workflow.checks.words import lowered
from workflow.findings import Span

_CHANCE = 0.12
"""How often a word that was left out seems to be there."""
_NOT_SHORT = 0.4
"""Standard deviations over the expected length from which nothing can be missing."""
_LONGEST_CLAUSES, _LONGEST_WORDS = 3, 14
"""Clauses that a gap may have, and content words."""
_SEVERAL = 1
"""Separators from which a sentence has clauses enough to look for."""
_FEW = 9
"""Content words of a sentence in which a single one that is missing is missed."""
_STRANGE = 0.2
"""Part of the target's content words that nothing explains in a good translation."""
_STRANGE_IF_FREE = 0.7
"""The same of a stretch that was rendered too freely to be recognised."""
_BESIDE = 2
"""Words on either side of a clause that tell where in the target it should stand."""
_CAREFUL = 8
"""Words that the average rate counts for when the rate of one translation is estimated."""
_FEWEST, _MOST = -2, 3
"""Bounds of the difference in separators, for free translations make sentences of clauses."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """Content words `[first, last)` of a source, between two separators."""

    first: int
    last: int
    weight: float
    """Logarithm of the likelihood ratio: how much likelier its words are if it was left out."""


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What speaks for an omission."""

    missing: int
    """Words of the clause that nothing renders."""
    telling: int
    """Of these, the ones whose rendering would have been recognised."""
    found: int
    """Words of the clause that something renders."""
    words: int
    """Content words of the whole sentence: the more, the likelier one seems to be missing."""
    deviation: float
    """The target's distance from its expected length in standard deviations."""
    members: int
    """By how many commas and *and*s the target has fewer."""
    strangers: float
    """Logarithm of the likelihood ratio of words that come from nowhere."""

    @property
    def sum(self) -> float:
        """Above 0 it is enough.

        The weights are those of a logistic regression on good pairs by people and Apertium, and on
        the same with a clause left out.
        """
        return (
            0.50 * self.missing
            + 0.52 * self.telling
            - 1.32 * self.found
            - 1.07 * math.log(1 + self.words)
            - 0.92 * self.deviation
            + 0.72 * self.members
            + 1.02 * self.strangers
            - 1.0
        )


def left_out(source: str, target: str, deviation: float) -> Span | None:
    """The clause of `source` that `target` left out, if there is enough evidence for one.

    `deviation` is the target's distance from its expected length in standard deviations.
    """
    if deviation > _NOT_SHORT:
        return None
    source = _without_idioms(source)
    words = content_words(source, target)
    clause = _likeliest(words, _bounds(source, words))
    if clause is None or clause.weight <= 0:
        return None
    members = _fewer(source, es.LIST_SEPARATORS, target, en.LIST_SEPARATORS)
    inside = words[clause.first : clause.last]
    if len(inside) == 1 and (members < 1 or len(words) > _FEW):
        return None  # a single word may well be rendered by nothing, but as a member of a list
    missing = [word for word in inside if not word.rendered]
    evidence = _Evidence(
        missing=len(missing),
        telling=sum(word.kind in (Kind.LISTED, Kind.NAME) for word in missing),
        found=len(inside) - len(missing),
        words=len(words),
        deviation=deviation,
        members=members,
        strangers=_stranger_evidence(source, target, words, clause),
    )
    if evidence.sum <= 0 or (len(inside) == 1 and evidence.strangers < 0):
        return None
    return Span(inside[0].start, inside[-1].end)


def _without_idioms(source: str) -> str:
    """`source` with its idioms blanked, every place kept."""
    for match in es.IDIOMS.finditer(lowered(source)):
        start, end = match.span()
        source = source[:start] + " " * (end - start) + source[end:]
    return source


def _bounds(source: str, words: Sequence[ContentWord]) -> list[int]:
    """Which content words begin a clause, and their number at the end.

    In a sentence of few clauses adverbial phrases are as good as clauses; in a long one they would
    be so many that something in it always seems to be missing.
    """
    between = [source[before.end : after.start] for before, after in pairwise(words)]
    inner = [at for at, text in enumerate(between, 1) if _separates(text)]
    if len(inner) < _SEVERAL:
        inner = [at for at, text in enumerate(between, 1) if _separates(text) or _links(text)]
    return [0, *inner, len(words)]


@lru_cache(maxsize=4096)
def _separates(between: str) -> bool:
    return es.SEPARATORS.search(between) is not None


@lru_cache(maxsize=4096)
def _links(between: str) -> bool:
    return es.LINKS.search(between) is not None


def _likeliest(words: Sequence[ContentWord], bounds: Sequence[int]) -> _Clause | None:
    """The stretch of whole clauses whose words are most likely unrendered, but never everything.

    How literal the rest of the translation is decides how much a missing word tells.
    """
    best: _Clause | None = None
    for place, first in enumerate(bounds):
        for last in bounds[place + 1 : place + 1 + _LONGEST_CLAUSES]:
            if last - first in (0, len(words)) or last - first > _LONGEST_WORDS:
                continue
            freedom = _freedom([*words[:first], *words[last:]])
            weight = sum(_weight(word, freedom) for word in words[first:last])
            if best is None or weight > best.weight:
                best = _Clause(first, last, weight)
    return best


def _fewer(source: str, ours: re.Pattern[str], target: str, theirs: re.Pattern[str]) -> int:
    """How many more separators the source has."""
    difference = len(ours.findall(source)) - len(theirs.findall(target))
    return max(_FEWEST, min(_MOST, difference))


def _stranger_evidence(
    source: str, target: str, words: Sequence[ContentWord], clause: _Clause
) -> float:
    """How much likelier as many strangers are if the clause was left out.

    Strangers are words of the target that no word of the source explains: where a clause was
    rendered freely, its rendering is among them, between what renders the words beside it. Both
    numbers are taken to be Poisson's.
    """
    theirs = target_words(target)
    before = [
        place
        for word in words[max(0, clause.first - _BESIDE) : clause.first]
        if (place := _place(word, [w.beginnings for w in theirs])) is not None
    ]
    after = [
        place
        for word in words[clause.last : clause.last + _BESIDE]
        if (place := _place(word, [w.beginnings for w in theirs])) is not None
    ]
    first = min(before + after) if before else 0
    last = max(before + after) if after else len(theirs)
    if last <= first:
        first, last = 0, len(theirs)
    strange = [one for one in strangers(source, theirs)[first:last] if one is not None]
    count = clause.last - clause.first
    left = max(0.5, _STRANGE * len(strange))
    free = max(0.5, _STRANGE * max(0, len(strange) - count) + _STRANGE_IF_FREE * count)
    return sum(strange) * math.log(left / free) + free - left


def _place(word: ContentWord, beginnings: Sequence[frozenset[str]]) -> int | None:
    """Where in the target the first word stands that renders this one."""
    return next((at for at, has in enumerate(beginnings) if not has.isdisjoint(word.signs)), None)


def _freedom(words: Sequence[ContentWord]) -> float:
    """How many words a translation leaves unrecognised, for one that an average one does."""
    expected = sum(1 - word.kind for word in words)
    missed = sum(not word.rendered for word in words)
    typical = _CAREFUL * (1 - Kind.LISTED)
    return max(1.0, (missed + typical) / (expected + typical))


def _weight(word: ContentWord, freedom: float) -> float:
    """Logarithm of how much likelier this is of a word left out than of one translated."""
    missing = min(0.9, (1 - word.kind) * freedom)
    if word.rendered:
        return math.log(_CHANCE / (1 - missing))
    return math.log((1 - _CHANCE) / missing)
