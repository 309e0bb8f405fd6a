"""Fixed texts that no hypothesis has: the sentence is decoded anew around them.

The approved words end a target prefix, where the attention puts the term, and forbidden
words are suppressed (re-decoding with the wrong word banned: Bogoychev and Chen, WMT 2023). The
result competes with the plain replacement of the aligned words: faults first, then the score that
the model gives. A replacement leaves a finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from workflow.checks.languages import en
from workflow.engines.argos import terms
from workflow.engines.argos.model import AROUND, Model
from workflow.engines.argos.rendering import Rendering, judge, render
from workflow.engines.argos.rules import TERM_NOT_PLACED, TERM_REPLACED
from workflow.engines.argos.sentences import Sentence
from workflow.engines.argos.tokens import Range, places, trimmed
from workflow.engines.base import AlignedSpan, Constraint
from workflow.findings import Span, finding

_STRAYING = 2.0
"""Mean log-probability that a re-decoded text must gain for straying wholly from the first."""

Work = dict[int, Rendering]
"""Renderings by the number of their sentence."""


@dataclass(frozen=True, slots=True)
class _Job:
    """One fixed text to put into one sentence."""

    number: int
    sentence: Sentence
    rendering: Rendering
    constraint: Constraint
    window: Range
    """What stands in its place now."""

    @property
    def old(self) -> str:
        """The words in its place."""
        return self.rendering.text[slice(*self.window)]

    @property
    def literal(self) -> bool:
        """Whether a Spanish figure stands there as it is in the source: nothing else can change."""
        constraint = self.constraint
        original = self.sentence.text[constraint.start : constraint.end]
        return constraint.part_of_speech == "number" and self.old == original


def enforce(model: Model, sentences: Sequence[Sentence], work: Work, pair: tuple[str, str]) -> Work:
    """The renderings with the fixed texts that they lack, as far as they can be placed."""
    result = dict(work)
    waiting = {number for number, rendering in work.items() if rendering.unmet}
    while waiting:
        jobs = [
            job
            for number in sorted(waiting)
            if (job := _next_job(number, sentences[number], result[number])) is not None
        ]
        tried = _tried(model, jobs, pair)
        waiting = set()
        for job, best in zip(jobs, _best(model, jobs, tried), strict=True):
            if len(best.unmet) < len(job.rendering.unmet):
                result[job.number] = best
                waiting.add(job.number)
    return {
        number: _with_missing(rendering) if rendering.unmet else rendering
        for number, rendering in result.items()
    }


def _next_job(number: int, sentence: Sentence, rendering: Rendering) -> _Job | None:
    """The leftmost fixed text that is missing and has a place."""
    placed = [
        _Job(number, sentence, rendering, constraint, window)
        for constraint in rendering.unmet
        if (window := _window(sentence, rendering, constraint)) is not None
    ]
    return min(placed, key=lambda job: job.window, default=None)


def _window(sentence: Sentence, rendering: Rendering, constraint: Constraint) -> Range | None:
    """Where the rendering says what the constraint fixes otherwise."""
    for form in terms.forbidden_in(constraint, rendering.text):
        return terms.occurrences(rendering.text, form)[0]
    literal = terms.occurrences(rendering.text, sentence.text[constraint.start : constraint.end])
    if literal:
        return literal[0]
    window = rendering.window(sentence, constraint.start, constraint.end)
    if window is None:
        return None
    window = trimmed(rendering.text, window, en.FUNCTION_WORDS)
    taken = (
        place
        for other in sentence.constraints
        if other not in rendering.unmet
        for form in (other.target, *other.accepted)
        for place in terms.occurrences(rendering.text, form)
    )
    free = not any(start < window[1] and window[0] < end for start, end in taken)
    return window if free else None


def _tried(model: Model, jobs: Sequence[_Job], pair: tuple[str, str]) -> list[list[Rendering]]:
    """For each job the replacement, and what the model makes of the sentence around the text."""
    batches: dict[tuple[tuple[str, ...], ...], list[int]] = defaultdict(list)
    for index, job in enumerate(jobs):
        if job.rendering.pieces and not job.literal:
            batches[_banned(model, job)].append(index)
    tried: list[list[Rendering]] = [[_replaced(job, pair)] for job in jobs]
    for banned, indexes in batches.items():
        decoded = model.decode(
            [jobs[index].sentence.pieces for index in indexes],
            AROUND,
            prefixes=[_prefix(model, jobs[index]) for index in indexes],
            suppressed=banned,
        )
        for index, hypotheses in zip(indexes, decoded, strict=True):
            sentence = jobs[index].sentence
            tried[index] += (render(sentence, hypothesis, pair) for hypothesis in hypotheses)
    return tried


def _prefix(model: Model, job: _Job) -> list[str]:
    """The pieces of what stands before the place, and those of the fixed text."""
    start, _ = job.window
    rendering = job.rendering
    spans = places(rendering.pieces, rendering.text)
    kept = [piece for piece, (_, end) in zip(rendering.pieces, spans, strict=True) if end <= start]
    before = model.text(kept) if kept else ""
    term = job.constraint.target
    if not job.sentence.capitals:
        term = terms.written(job.constraint, job.sentence.text, before)
    mended = terms.with_article(before + " ", term).rstrip()
    if mended != before:
        kept = model.target_pieces(mended)
    return kept + model.target_pieces(term)


def _banned(model: Model, job: _Job) -> tuple[tuple[str, ...], ...]:
    """The pieces of the forbidden renderings that are in the way."""
    approved = [constraint.target.casefold() for constraint in job.sentence.constraints]
    words = [
        word
        for word in terms.forbidden_in(job.constraint, job.rendering.text)
        if not any(word.casefold() in target for target in approved)
    ]
    return tuple(tuple(model.target_pieces(word)) for word in words)


def _best(
    model: Model, jobs: Sequence[_Job], tried: Sequence[Sequence[Rendering]]
) -> list[Rendering]:
    """For each job the candidate with the fewest faults; of equal ones the likeliest."""
    equals = [_soundest(job, candidates) for job, candidates in zip(jobs, tried, strict=True)]
    scores = _scores(model, jobs, equals)
    return [
        _likeliest(candidates[0].text, rivals, scores[job.number])
        for job, candidates, rivals in zip(jobs, tried, equals, strict=True)
    ]


def _soundest(job: _Job, candidates: Sequence[Rendering]) -> list[Rendering]:
    faults = [_faults(job, candidate) for candidate in candidates]
    return [one for one, fault in zip(candidates, faults, strict=True) if fault == min(faults)]


def _scores(
    model: Model, jobs: Sequence[_Job], equals: Sequence[Sequence[Rendering]]
) -> dict[int, dict[str, float]]:
    """What the model thinks of texts that must be told apart, all asked at once; by sentence."""
    asked = [
        (job, text)
        for job, rivals in zip(jobs, equals, strict=True)
        for text in dict.fromkeys(rival.text for rival in rivals)
        if any(rival.text != text for rival in rivals)
    ]
    found = model.scores(
        [job.sentence.pieces for job, _ in asked],
        [model.target_pieces(text) for _, text in asked],
    )
    scores: dict[int, dict[str, float]] = {job.number: {} for job in jobs}
    for (job, text), score in zip(asked, found, strict=True):
        scores[job.number][text] = score
    return scores


def _likeliest(
    replaced: str, rivals: Sequence[Rendering], scores: Mapping[str, float]
) -> Rendering:
    """The rival that the model finds likeliest.

    Of the replacement only the grammar is in doubt, so what strays from it must be the likelier
    for it. Where the model itself writes the same, its rendering is taken: it is aligned better.
    """
    ranked = {text: score - _STRAYING * _distance(replaced, text) for text, score in scores.items()}
    best = max(ranked, key=lambda text: ranked[text], default=rivals[0].text)
    return [rival for rival in rivals if rival.text == best][-1 if best == replaced else 0]


def _faults(job: _Job, candidate: Rendering) -> tuple[int, int]:
    wrong = candidate.flaws + terms.doubled(job.constraint, candidate.text)
    wrong += terms.leftovers(job.constraint, job.rendering.text, job.window, candidate.text)
    return len(candidate.unmet), wrong


def _distance(one: str, other: str) -> float:
    """The part of the words of two texts that are not the same, in order."""
    return 1 - SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _replaced(job: _Job, pair: tuple[str, str]) -> Rendering:
    """The rendering with the fixed text over its place, the alignment moved along, a finding."""
    rendering = job.rendering
    start, end = job.window
    before = rendering.text[:start]
    term = terms.written(job.constraint, job.sentence.text, before)
    before = terms.with_article(before, term)
    text = before + term + rendering.text[end:]
    shift = len(text) - len(rendering.text)
    moved = [
        AlignedSpan(
            span.source_start,
            span.source_end,
            span.target_start + (shift if span.target_start >= end else 0),
            span.target_end + (shift if span.target_start >= end else 0),
        )
        for span in rendering.alignment(job.sentence)
        if span.target_end <= start or span.target_start >= end
    ]
    place = Span(len(before), len(before) + len(term))
    source = Span(job.constraint.start, job.constraint.end)
    moved.append(AlignedSpan(source.start, source.end, place.start, place.end))
    note = finding(
        TERM_REPLACED,
        f"“{term}” was put over “{job.old}”, which the engine had written.",
        source=source,
        target=place,
    )
    return replace(
        judge(job.sentence, text, pair),
        known=tuple(sorted(moved, key=lambda span: (span.source_start, span.target_start))),
        findings=rendering.findings if job.literal else (*rendering.findings, note),
    )


def _with_missing(rendering: Rendering) -> Rendering:
    """The rendering with a finding for each fixed text that has no place in it."""
    missing = (
        finding(
            TERM_NOT_PLACED,
            f"“{constraint.target}” found no place in the draft.",
            source=Span(constraint.start, constraint.end),
        )
        for constraint in rendering.unmet
    )
    return replace(rendering, findings=(*rendering.findings, *missing))
