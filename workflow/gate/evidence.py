"""What speaks for two stretches of text being translations of each other, as a cost in nats.

Lengths after Gale and Church (1993, "A Program for Aligning Sentences in Bilingual Corpora");
words that look alike after Simard, Foster and Isabelle (1992, cognates of four letters).
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from workflow.article import Kind, Segment, plain

_RATIO = 0.92
"""Letters of the English for one of the Spanish."""
_VARIANCE = 6.8
"""Of the English's letters, for each letter of the Spanish (Gale and Church, table 3)."""
_LONGEST_DEVIATION = 9.0
"""Cost at which a length says all it can say."""
_TYPICAL = 0.14
"""Share of marks in common (Dice) that speaks neither for nor against a pair."""
_WEIGHT = 12.0
_DOUBT = 8
"""Marks that a pair must have before they weigh half of what they can."""

_NOTHING_IN_COMMON = 2.5
"""Cost of figures, or of code and links, on both sides that are all different."""
_ON_ONE_SIDE = 0.5
"""Cost where one side alone has any: numbers become words, links come and go."""
_IN_COMMON = 1.0
"""What is gained where some are the same."""

_KEPT = re.compile(r"`([^`\n]+)`|\]\([^()\s]*?([^()\s/]+)/?(?:\s[^()]*)?\)")
_WORD = re.compile(r"[^\W\d_]{4,}|\d+(?:[.,]\d+)*")
_LETTERS = re.compile(r"\w")
_COGNATE = 4
_FIXED = frozenset({Kind.IMAGE_ALT, Kind.LINK_TITLE, Kind.CAPTION, Kind.ABBREVIATION})
"""What never becomes running text."""


@dataclass(frozen=True, slots=True)
class Text:
    """One segment, or several that stand together, as an alignment sees them."""

    kind: Kind
    size: int
    """Letters and digits."""
    marks: Counter[str]
    """Figures (their digits) and the first letters of words, without accents."""
    figures: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    """Code, and the last parts of links' targets: what a translation keeps."""

    def joined(self, other: Text) -> Text:
        """Both as one text."""
        return Text(
            self.kind,
            self.size + other.size,
            self.marks + other.marks,
            self.figures | other.figures,
            self.fixed | other.fixed,
        )


def text_of(segment: Segment) -> Text:
    """What a segment shows of itself without its language being known."""
    words = plain(segment.message).text
    marks = Counter(map(_mark, _WORD.findall(words)))
    return Text(
        segment.kind,
        len(_LETTERS.findall(words)),
        marks,
        frozenset(mark for mark in marks if mark[0].isdigit()),
        frozenset(code or target for code, target in _KEPT.findall(segment.message)),
    )


def _mark(word: str) -> str:
    if word[0].isdigit():
        return re.sub(r"[.,]", "", word)
    letters = unicodedata.normalize("NFD", word[: _COGNATE + 1].lower())
    return "".join(c for c in letters if not unicodedata.combining(c))[:_COGNATE]


def cost(source: Text, target: Text) -> float:
    """How much speaks against a pair, in nats; below 0 when something speaks for it."""
    kinds = _kind_cost(source.kind, target.kind)
    if math.isinf(kinds):
        return kinds
    kept = _kept_cost(source.figures, target.figures) + _kept_cost(source.fixed, target.fixed)
    return kinds + kept + _length_cost(source.size, target.size) + _mark_cost(source, target)


def least_cost(source: Text, target: Text) -> float:
    """No pair of these lengths costs less, whatever its words; quick to know."""
    return _length_cost(source.size, target.size) - _WEIGHT * (1 - _TYPICAL) - 2 * _IN_COMMON


def _kind_cost(source: Kind, target: Kind) -> float:
    if source is target:
        return 0.0
    if source in _FIXED or target in _FIXED:
        return math.inf
    return 6.0 if Kind.TABLE_CELL in (source, target) else 3.0


def _length_cost(source: int, target: int) -> float:
    mean = (source + target / _RATIO) / 2 + 1
    deviation = abs(target - source * _RATIO) / math.sqrt(mean * _VARIANCE)
    tail = math.erfc(deviation / math.sqrt(2))
    return min(-math.log(tail), _LONGEST_DEVIATION) if tail > 0 else _LONGEST_DEVIATION


def _kept_cost(ours: frozenset[str], theirs: frozenset[str]) -> float:
    """What figures, or code and links, say; little where one side alone has some."""
    if not ours or not theirs:
        return _ON_ONE_SIDE if ours or theirs else 0.0
    return _NOTHING_IN_COMMON if ours.isdisjoint(theirs) else -_IN_COMMON


def _mark_cost(source: Text, target: Text) -> float:
    fewer, more = sorted((source.marks, target.marks), key=len)
    total = source.marks.total() + target.marks.total()
    shared = sum(min(count, more[mark]) for mark, count in fewer.items() if mark in more)
    if not total:
        return 0.0
    return _WEIGHT * (_TYPICAL - 2 * shared / total) * total / (total + _DOUBT)
