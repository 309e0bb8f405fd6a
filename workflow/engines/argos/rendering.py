"""A hypothesis of the model judged: what it says, what it lacks, how its words align."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from workflow.checks.completeness import check_completeness
from workflow.engines.argos import terms
from workflow.engines.argos.alignment import align, attended_window, target_window
from workflow.engines.argos.literals import lost, mend
from workflow.engines.argos.model import Attention, Hypothesis
from workflow.engines.argos.sentences import Sentence
from workflow.engines.argos.tokens import Range
from workflow.engines.base import AlignedSpan, Constraint
from workflow.findings import Finding, Severity
from workflow.numbers import Verdict, compare, repair

_ADDED_POINT = re.compile(r"[^\W_]{3,}\.$")
"""A final point that belongs to no abbreviation (`U.S.`) and no ellipsis."""


@dataclass(frozen=True, slots=True)
class Rendering:
    """A sentence in the target language, with what is wrong with it."""

    text: str
    defects: tuple[Finding, ...]
    """Findings of completeness; spans over the sentence and `text`."""
    wrong: int
    """Literals of the sentence that are not there, and figures that are others."""
    unmet: tuple[Constraint, ...]
    score: float = 0.0
    """Mean log-probability of a piece."""
    pieces: tuple[str, ...] = ()
    attention: Attention = ()
    known: tuple[AlignedSpan, ...] = ()
    """Its alignment, where no attention tells it."""
    findings: tuple[Finding, ...] = ()
    """What was doubtful in making it."""

    @property
    def flaws(self) -> int:
        """How many things are wrong with it, fixed texts apart."""
        return 2 * self.errors + len(self.defects) + self.wrong

    @property
    def errors(self) -> int:
        """How many of its defects are errors."""
        return sum(found.severity is Severity.ERROR for found in self.defects)

    def alignment(self, sentence: Sentence) -> tuple[AlignedSpan, ...]:
        """Its words aligned with those of the sentence."""
        if not self.attention:
            return self.known
        spans = align(sentence.text, self.text, sentence.pieces, self.pieces, self.attention)
        return tuple(_with_fixed(spans, sentence, self.text))

    def window(self, sentence: Sentence, start: int, end: int) -> Range | None:
        """The stretch of its text that renders `[start, end)` of the sentence."""
        if not self.attention:
            return target_window(self.known, start, end)
        part = (start, end)
        return attended_window(
            sentence.text, self.text, sentence.pieces, self.pieces, self.attention, part
        )


def _with_fixed(spans: Sequence[AlignedSpan], sentence: Sentence, text: str) -> list[AlignedSpan]:
    """The spans, with each fixed text that stands once in `text` aligned as the whole it is.

    Attention knows nothing of words that the model would not have written.
    """
    result = list(spans)
    wanted = Counter(constraint.target.casefold() for constraint in sentence.constraints)
    for constraint in sentence.constraints:
        places = terms.occurrences(text, constraint.target)
        if len(places) != 1 or wanted[constraint.target.casefold()] != 1:
            continue
        whole = AlignedSpan(constraint.start, constraint.end, *places[0])
        result = [span for span in result if not _touch(span, whole)] + [whole]
    return sorted(result, key=lambda span: (span.source_start, span.target_start))


def _touch(one: AlignedSpan, other: AlignedSpan) -> bool:
    return (one.source_start < other.source_end and other.source_start < one.source_end) or (
        one.target_start < other.target_end and other.target_start < one.target_end
    )


def render(sentence: Sentence, hypothesis: Hypothesis, pair: tuple[str, str]) -> Rendering:
    """The hypothesis as a rendering of the sentence, with what is wrong with it."""
    return replace(
        judge(sentence, _mended(sentence, hypothesis), pair),
        score=hypothesis.score,
        pieces=hypothesis.pieces,
        attention=hypothesis.attention,
    )


def unjudged(sentence: Sentence, hypothesis: Hypothesis) -> Rendering:
    """The hypothesis as a rendering of which only the fixed texts are looked at."""
    text = _mended(sentence, hypothesis)
    return Rendering(
        text,
        (),
        0,
        _unmet(sentence, text, 0),
        hypothesis.score,
        hypothesis.pieces,
        hypothesis.attention,
    )


def _mended(sentence: Sentence, hypothesis: Hypothesis) -> str:
    """What it says, with capitals as in the sentence and its literals restored.

    The point that models put after a heading goes.
    """
    text = hypothesis.text.upper() if sentence.capitals else hypothesis.text
    if sentence.text[-1:].isalnum() and _ADDED_POINT.search(text):
        text = text[:-1]
    return mend(sentence.text, text)


def judge(
    sentence: Sentence,
    text: str,
    pair: tuple[str, str],
) -> Rendering:
    """A text as a rendering of the sentence, with what is wrong with it."""
    defects = tuple(check_completeness(sentence.text, text, *pair))
    drifts = _drifts(sentence.text, text, pair)
    wrong = sum(1 for _ in lost(sentence.text, text)) + drifts
    return Rendering(text, defects, wrong, _unmet(sentence, text, drifts))


def verbatim(sentence: Sentence) -> Rendering:
    """The sentence as it is: figures and signs that need no translation."""
    whole = AlignedSpan(0, len(sentence.text), 0, len(sentence.text))
    unmet = _unmet(sentence, sentence.text, 0)
    return Rendering(sentence.text, (), 0, unmet, known=(whole,))


def first_good(renderings: Iterable[Rendering]) -> tuple[Rendering, list[Rendering]]:
    """The best rendering and the others; the first one without fault is not looked past."""
    seen: list[Rendering] = []
    for rendering in renderings:
        seen.append(rendering)
        if not rendering.flaws and not rendering.unmet:
            break
    best = best_of(seen)
    return best, [rendering for rendering in seen if rendering is not best]


def best_of(renderings: Sequence[Rendering]) -> Rendering:
    """The one with the fewest flaws, then with the fewest fixed texts missing, then the first."""
    return min(renderings, key=lambda rendering: (rendering.flaws, len(rendering.unmet)))


def _unmet(sentence: Sentence, text: str, drifts: int) -> tuple[Constraint, ...]:
    """The constraints that the text breaks.

    A figure that is right may be written in other words; it is fixed only where the Spanish one
    still stands, or where some figure is wrong.
    """
    return tuple(
        constraint
        for constraint in terms.unmet(sentence.constraints, text)
        if constraint.part_of_speech != "number"
        or drifts
        or terms.occurrences(text, sentence.text[constraint.start : constraint.end])
    )


def _drifts(source: str, text: str, pair: tuple[str, str]) -> int:
    """Figures of the source that the text has changed, Spanish ways of writing them apart."""
    if pair != ("es", "en"):
        return 0
    drifts = compare(source, repair(source, text).text)
    return sum(drift.verdict is Verdict.DRIFT for drift in drifts)
