"""Fixed texts that no hypothesis has: the sentence is decoded anew around them.

First with the approved words as the end of a target prefix, at the place where the attention puts
the term, and forbidden words suppressed (re-decoding with the wrong word banned: Bogoychev and
Chen, WMT 2023); where that fails the aligned words are replaced, and a finding says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from workflow.engines.argos import terms
from workflow.engines.argos.alignment import target_window
from workflow.engines.argos.model import PLAIN, Hypothesis, Model
from workflow.engines.argos.rendering import Rendering, judge, render
from workflow.engines.argos.rules import TERM_NOT_PLACED, TERM_REPLACED
from workflow.engines.argos.sentences import Sentence
from workflow.engines.argos.tokens import Range, places
from workflow.engines.base import AlignedSpan, Constraint
from workflow.findings import Span, finding

_ROUNDS = 4
"""Fixed texts of one sentence that are re-decoded one after the other."""

Work = dict[int, Rendering]
"""Renderings by the number of their sentence."""


def enforce(model: Model, sentences: Sequence[Sentence], work: Work, pair: tuple[str, str]) -> Work:
    """The renderings with the fixed texts that they lack, as far as it can be done."""
    result = dict(work)
    open_work = {n: rendering for n, rendering in work.items() if rendering.unmet}
    for _ in range(_ROUNDS):
        better = _redecoded(model, sentences, open_work, pair)
        result |= better
        open_work = {n: rendering for n, rendering in better.items() if rendering.unmet}
        if not open_work:
            break
    for number, rendering in result.items():
        if rendering.unmet:
            result[number] = _replaced(sentences[number], rendering, pair)
    return result


def _redecoded(
    model: Model, sentences: Sequence[Sentence], work: Work, pair: tuple[str, str]
) -> Work:
    """The renderings that got better by decoding anew around the first text they lack."""
    batches: dict[tuple[tuple[str, ...], ...], list[tuple[int, list[str]]]] = defaultdict(list)
    for number, rendering in work.items():
        prefix = _prefix(model, sentences[number], rendering)
        if prefix is not None:
            banned = _banned(model, sentences[number], rendering)
            batches[banned].append((number, prefix))
    better: Work = {}
    for banned, jobs in batches.items():
        decoded = model.decode(
            [sentences[number].pieces for number, _ in jobs],
            PLAIN,
            prefixes=[prefix for _, prefix in jobs],
            suppressed=banned,
        )
        for (number, _), hypotheses in zip(jobs, decoded, strict=True):
            best = _best(model, sentences[number], hypotheses, pair)
            if best is not None and _measure(best) < _measure(work[number]):
                better[number] = best
    return better


def _prefix(model: Model, sentence: Sentence, rendering: Rendering) -> list[str] | None:
    """The pieces before the first text that is missing, and those of the text itself."""
    placed = [
        (window, constraint)
        for constraint in rendering.unmet
        if (window := _window(sentence, rendering, constraint)) is not None
    ]
    if not placed or not rendering.pieces:
        return None
    (start, _), constraint = min(placed, key=lambda item: item[0])
    spans = places(rendering.pieces, rendering.text)
    kept = [piece for piece, (_, end) in zip(rendering.pieces, spans, strict=True) if end <= start]
    before = model.text(kept)
    term = terms.written(constraint, sentence.text, before)
    mended = terms.with_article(before + " ", term).rstrip()
    if mended != before:
        kept = model.target_pieces(mended)
    return kept + model.target_pieces(term)


def _banned(model: Model, sentence: Sentence, rendering: Rendering) -> tuple[tuple[str, ...], ...]:
    """The pieces of the forbidden renderings that are in the way."""
    words = {
        word
        for constraint in rendering.unmet
        for word in terms.forbidden_in(constraint, rendering.text)
        if not any(word.casefold() in c.target.casefold() for c in sentence.constraints)
    }
    return tuple(tuple(model.target_pieces(word)) for word in sorted(words))


def _best(
    model: Model, sentence: Sentence, hypotheses: Sequence[Hypothesis], pair: tuple[str, str]
) -> Rendering | None:
    """The most likely of the hypotheses with the fewest faults and nothing said twice."""
    renderings = [
        rendering
        for rendering in (render(sentence, hypothesis, pair) for hypothesis in hypotheses)
        if not any(terms.doubled(c, rendering.text) for c in sentence.constraints)
    ]
    least = min(map(_measure, renderings), default=None)
    good = [rendering for rendering in renderings if _measure(rendering) == least]
    scores = model.scores([sentence.pieces] * len(good), [r.pieces for r in good])
    ranked = sorted(zip(scores, good, strict=True), key=lambda item: -item[0])
    return ranked[0][1] if ranked else None


def _measure(rendering: Rendering) -> tuple[int, int]:
    return len(rendering.unmet), rendering.flaws


def _window(sentence: Sentence, rendering: Rendering, constraint: Constraint) -> Range | None:
    """Where the rendering says what the constraint fixes otherwise."""
    for form in terms.forbidden_in(constraint, rendering.text):
        return terms.occurrences(rendering.text, form)[0]
    original = sentence.text[constraint.start : constraint.end]
    literal = terms.occurrences(rendering.text, original)
    if literal:
        return literal[0]
    return target_window(rendering.alignment(sentence), constraint.start, constraint.end)


def _replaced(sentence: Sentence, rendering: Rendering, pair: tuple[str, str]) -> Rendering:
    """The rendering with what it still lacks put over the aligned words, and findings."""
    findings = list(rendering.findings)
    for constraint in rendering.unmet:
        window = _window(sentence, rendering, constraint)
        taken = [
            span
            for other in sentence.constraints
            if other not in rendering.unmet
            for span in terms.occurrences(rendering.text, other.target)
        ]
        source = Span(constraint.start, constraint.end)
        if window is None or any(a < window[1] and window[0] < b for a, b in taken):
            findings.append(
                finding(
                    TERM_NOT_PLACED,
                    f"“{constraint.target}” found no place in the draft.",
                    source=source,
                )
            )
            continue
        rendering = _put(sentence, rendering, constraint, window, pair)
        place = terms.occurrences(rendering.text, constraint.target)
        findings.append(
            finding(
                TERM_REPLACED,
                f"“{constraint.target}” was put over the engine's own words.",
                source=source,
                target=Span(*place[0]) if place else None,
            )
        )
    return replace(rendering, findings=tuple(findings))


def _put(
    sentence: Sentence,
    rendering: Rendering,
    constraint: Constraint,
    window: Range,
    pair: tuple[str, str],
) -> Rendering:
    """The approved words over a window, and the alignment moved along."""
    text = terms.replaced(constraint, sentence.text, rendering.text, window)
    shift = len(text) - len(rendering.text)
    start, end = window
    moved = [
        AlignedSpan(
            span.source_start,
            span.source_end,
            span.target_start + (shift if span.target_start >= end else 0),
            span.target_end + (shift if span.target_start >= end else 0),
        )
        for span in rendering.alignment(sentence)
        if span.target_end <= start or span.target_start >= end
    ]
    moved.append(AlignedSpan(constraint.start, constraint.end, start, end + shift))
    moved.sort(key=lambda span: (span.source_start, span.target_start))
    return replace(judge(sentence, text, pair), known=tuple(moved))
