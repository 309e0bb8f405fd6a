"""A stretch of the source that has no counterpart in the translation: a likelihood-ratio test.

Each content word of the source is either rendered by some word of the target (a word of the table
of frequent words, or one that looks alike) or not. The stretch is sought whose words are most
likelier to be unrendered if it was left out than if it was translated; that the target is short by
as much adds to the evidence.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from workflow.checks.languages import en, es
from workflow.checks.languages.spanish_english import LEXICON
from workflow.findings import Span

_WORD = re.compile(r"[^\W\d_]+")
_FIGURE = "0"
_LEAST_WORDS = 2
"""Content words that a stretch must have."""
_LONGEST_ENDING = 7


class _Kind(Enum):
    """How often a word's rendering is recognised when it is there: measured on human pairs."""

    LISTED = 0.85
    COGNATE = 0.5
    NAME = 0.9
    OTHER = 0.35


_CHANCE = 0.12
"""How often a word that was left out seems to be there."""
_MOST_LENGTH = 2.5
"""Evidence that a length gives at most: it never decides alone."""
_SURE_PART = 0.8
"""Of a stretch, what was surely left out: its edges reach into what was translated freely."""
_NEED = 2.1
"""Evidence that a finding needs, besides that for the number of places where it might arise."""
_NOT_SHORT = 0.3
"""Standard deviations over the expected length from which nothing can be missing."""
_STRANGE = 0.2
"""Part of the target's content words that nothing explains in a good translation."""
_STRANGE_IF_FREE = 0.7
"""The same of a stretch that was rendered too freely to be recognised."""
_STRANGER_WEIGHT = 2.0
"""What this counts beside the words of the source: fitted on the calibration pairs."""
_CAREFUL = 8
"""Words that the average rate counts for when the rate of one translation is estimated."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of the source without counterpart."""

    span: Span
    weight: float
    """Logarithm of the likelihood ratio: how much likelier its words are if it was left out."""
    share: float
    """Its part of the source's characters."""
    words: int
    """Its content words."""
    among: int
    """Content words of the source."""


def left_out(source: str, target: str, deviation: float, spread: float) -> Gap | None:
    """The stretch that `target` left out, if words and length together say so.

    `deviation` is the target's distance from its expected length in standard deviations, `spread`
    the standard deviation of the logarithm of the ratio of lengths.
    """
    if deviation > _NOT_SHORT:
        return None
    gap = widest_gap(source, target)
    if gap is None or gap.weight < _NEED:
        return None
    expected = math.log(max(0.05, 1 - _SURE_PART * gap.share)) / spread
    # Half of the logarithm of the likelihood ratio of two normal distributions: in free
    # translations words and length are no independent witnesses.
    length = min(_MOST_LENGTH, (deviation**2 - (deviation - expected) ** 2) / 4)
    evidence = gap.weight + length + _stranger_evidence(source, target, gap.words)
    return gap if evidence > _NEED + math.log(max(4, gap.among)) else None


def widest_gap(source: str, target: str) -> Gap | None:
    """The stretch of the Spanish `source` that most likely has no counterpart in `target`.

    How literal the rest of the translation is decides how much a missing word tells.
    """
    places = [m for m in _WORD.finditer(source) if _is_content(m[0])]
    beginnings = _beginnings(target)
    words = [_judged(match, source, beginnings) for match in places]
    best = _heaviest([_weight(*word, 1.0) for word in words])
    if best is None:
        return None
    first, last = best
    freedom = _freedom(words[:first] + words[last:])
    weights = [_weight(*word, freedom) for word in words]
    best = _heaviest(weights)
    if best is None or best[1] - best[0] < _LEAST_WORDS:
        return None
    first, last = best
    span = Span(places[first].start(), places[last - 1].end())
    letters = sum(len(match[0]) for match in places)
    inside = sum(len(match[0]) for match in places[first:last])
    return Gap(span, sum(weights[first:last]), inside / letters, last - first, len(places))


def _stranger_evidence(source: str, target: str, words: int) -> float:
    """How much likelier as many strangers are if a stretch of so many words was left out.

    Strangers are words of the target that no word of the source explains: where a stretch was
    rendered freely, its rendering is among them. Both numbers are taken to be Poisson's.
    """
    total, strangers = _strangers(source, target)
    left = max(0.5, _STRANGE * total)
    rendered = max(0.5, _STRANGE * max(0, total - words)) + _STRANGE_IF_FREE * words
    return _STRANGER_WEIGHT * (strangers * math.log(left / rendered) + rendered - left)


def _strangers(source: str, target: str) -> tuple[int, int]:
    """How many content words the target has, and how many of them nothing explains."""
    ours = _WORD.findall(source)
    forms = {form for word in ours for form in _forms(fold(word))}
    bones = {_skeleton(word)[:5] for word in ours}
    theirs = [w for w in _WORD.findall(target) if len(w) > 2 and w.lower() not in en.FUNCTION_WORDS]
    strange = sum(
        1
        for word in theirs
        if _skeleton(word)[:5] not in bones
        and not any(word[:length].lower() in forms for length in range(2, len(word) + 1))
    )
    return len(theirs), strange


def _freedom(words: Sequence[tuple[_Kind, bool]]) -> float:
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


def _heaviest(weights: Sequence[float]) -> tuple[int, int] | None:
    best, best_sum, running, start = None, 0.0, 0.0, 0
    for index, weight in enumerate(weights):
        if running <= 0:
            running, start = 0.0, index
        running += weight
        if running > best_sum:
            best, best_sum = (start, index + 1), running
    return best


def _is_content(word: str) -> bool:
    lower = word.lower()
    return len(word) > 2 and lower not in es.FUNCTION_WORDS and lower not in es.LIGHT_WORDS


def _judged(match: re.Match[str], source: str, beginnings: frozenset[str]) -> tuple[_Kind, bool]:
    """What kind of word it is, and whether something in the target renders it."""
    word = match[0]
    forms = _forms(fold(word))
    found = any(form in beginnings for form in forms) or _skeleton(word)[:5] in beginnings
    if word.lower() in es.NUMBER_WORDS:
        found = found or _FIGURE in beginnings
    opens = (
        match.start() == 0
        or source[max(0, match.start() - 8) : match.start()].rstrip()[-1:] in ".?!"
    )
    return _kind(word, forms, opens), found


def _kind(word: str, forms: Sequence[str], opens: bool) -> _Kind:
    if word[0].isupper() and not opens:
        return _Kind.NAME if not forms and not es.WORD_ENDINGS.search(word.lower()) else _Kind.OTHER
    if forms:
        return _Kind.LISTED
    return _Kind.COGNATE if es.WORD_ENDINGS.search(word.lower()) else _Kind.OTHER


@lru_cache(maxsize=4096)
def _forms(folded: str) -> tuple[str, ...]:
    """The beginnings of the renderings of a word: those of its longest entry."""
    for length in range(len(folded), 1, -1):
        forms = LEXICON.get(folded[:length])
        if forms is not None and len(folded) - length <= _LONGEST_ENDING:
            return forms
    return ()


def _beginnings(target: str) -> frozenset[str]:
    """Every beginning of every word, and those of its skeleton; a mark if there are figures."""
    result = {_FIGURE} if any(character.isdigit() for character in target) else set()
    for word in _WORD.findall(target):
        lower, bones = word.lower(), _skeleton(word)
        result.update(lower[:length] for length in range(2, len(lower) + 1))
        result.add(bones[:5])
    return frozenset(result)


def fold(word: str) -> str:
    """The word in lower case without accents."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("sh", "s"),
    ("c", "k"), ("q", "k"), ("y", "i"), ("z", "s"), ("j", "i"),
)  # fmt: skip
"""Spellings in which the languages differ for one sound."""


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    """The word as both languages would spell it: `escuela`, `school`: `skuela`, `skhool`."""
    bones = fold(word)
    if re.match(r"es[^aeiou]", bones):
        bones = bones[1:]
    for spelling, sound in _SOUNDS:
        bones = bones.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", bones)
