"""What speaks for two stretches of text being translations of each other, as a cost in nats.

Lengths after Gale and Church (1993, "A Program for Aligning Sentences in Bilingual Corpora");
words that look alike after Simard, Foster and Isabelle (1992, cognates of four letters), and those
that the table of frequent words says are renderings of each other.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from workflow.article import Kind, Segment, plain
from workflow.checks.coverage import fold, renderings_of
from workflow.checks.languages import en, es

_RATIO = 0.92
"""Letters of the English for one of the Spanish."""
_VARIANCE = 6.8
"""Of the English's letters, for each letter of the Spanish (Gale and Church, table 3)."""
_LONGEST_DEVIATION = 6.0
"""Cost at which a length says all it can say."""
_TYPICAL = 0.3
"""Share of words in common (Dice) that speaks neither for nor against a pair: of our own pairs one
of a hundred good ones has less, and one of a hundred that are none has as much."""
_WEIGHT = 24.0
_EXPANDED = 0.6
"""How much the share of the source's words alone counts: a translation may say more."""
_DOUBT = 8
"""Words that a pair must have before they weigh half of what they can."""

_NOTHING_IN_COMMON = 2.5
"""Cost of figures, or of code and links, on both sides that are all different."""
_ON_ONE_SIDE = 0.5
"""Cost where one side alone has any: numbers become words, links come and go."""
_IN_COMMON = 1.0
"""What is gained where some are the same."""

_KEPT = re.compile(r"`([^`\n]+)`|\]\([^()\s]*?([^()\s/]+)/?(?:\s[^()]*)?\)")
_WORD = re.compile(r"[^\W\d_]{3,}|\d+(?:[.,]\d+)*")
_LETTERS = re.compile(r"\w")
_COGNATE = 4
_FIXED = frozenset({Kind.IMAGE_ALT, Kind.LINK_TITLE, Kind.CAPTION, Kind.ABBREVIATION})
"""What never becomes running text."""

Marks = Callable[[str], frozenset[str]]
"""What a word shows of itself: beginnings by which it and its renderings are known."""


def cognate_marks(word: str) -> frozenset[str]:
    """The first letters of a word of any language, which languages have in common."""
    return frozenset([fold(word)[:_COGNATE]] if len(word) >= _COGNATE else [])


@lru_cache(maxsize=16384)
def spanish_marks(word: str) -> frozenset[str]:
    """The first letters of a Spanish word and of its renderings; none of a function word."""
    if word.lower() in es.FUNCTION_WORDS:
        return frozenset()
    folded = fold(word)
    return frozenset(form[:_COGNATE] for form in (folded, *renderings_of(folded)))


@lru_cache(maxsize=16384)
def english_marks(word: str) -> frozenset[str]:
    """The first letters of an English word, for renderings of every length."""
    if word.lower() in en.FUNCTION_WORDS:
        return frozenset()
    folded = fold(word)
    return frozenset([folded[: _COGNATE - 1], folded[:_COGNATE]])


@dataclass(frozen=True, slots=True)
class Text:
    """One segment, or several that stand together, as an alignment sees them."""

    kind: Kind
    size: int
    """Letters and digits."""
    words: tuple[frozenset[str], ...]
    """Marks of each word that has any; of a figure its digits."""
    marks: frozenset[str]
    """Those of all words."""
    figures: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    """Code, and the last parts of links' targets: what a translation keeps."""

    def joined(self, other: Text) -> Text:
        """Both as one text."""
        return Text(
            self.kind,
            self.size + other.size,
            self.words + other.words,
            self.marks | other.marks,
            self.figures | other.figures,
            self.fixed | other.fixed,
        )


def text_of(segment: Segment, marks: Marks = cognate_marks) -> Text:
    """What a segment shows of itself; `marks` tells it of words in the segment's language."""
    text = plain(segment.message).text
    found = _WORD.findall(text)
    figures = [re.sub(r"[.,]", "", word) for word in found if word[0].isdigit()]
    words = [marks(word) for word in found if not word[0].isdigit()]
    words += [frozenset([figure]) for figure in figures]
    telling = tuple(filter(None, words))
    return Text(
        segment.kind,
        len(_LETTERS.findall(text)),
        telling,
        frozenset().union(*telling),
        frozenset(figures),
        frozenset(code or target for code, target in _KEPT.findall(segment.message)),
    )


def cost(source: Text, target: Text) -> float:
    """How much speaks against a pair, in nats; below 0 when something speaks for it."""
    kinds = _kind_cost(source.kind, target.kind)
    if math.isinf(kinds):
        return kinds
    kept = _kept_cost(source.figures, target.figures) + _kept_cost(source.fixed, target.fixed)
    return kinds + kept + _length_cost(source.size, target.size) + _word_cost(source, target)


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


def _word_cost(source: Text, target: Text) -> float:
    total = len(source.words) + len(target.words)
    if not total:
        return 0.0
    shared = sum(not word.isdisjoint(target.marks) for word in source.words)
    share = 2 * min(shared, len(target.words)) / total
    if source.words and len(source.words) < len(target.words):
        share = max(share, _EXPANDED * shared / len(source.words))
    return _WEIGHT * (_TYPICAL - share) * total / (total + _DOUBT)
