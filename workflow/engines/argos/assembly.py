"""Sentences put together into drafts: texts joined, alignment and findings moved, tags placed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workflow.engines.argos.literals import lost
from workflow.engines.argos.rendering import Rendering
from workflow.engines.argos.rules import LITERAL_CHANGED
from workflow.engines.argos.sentences import Sentence
from workflow.engines.base import AlignedSpan, Draft
from workflow.engines.markup import TaggedText, escape
from workflow.engines.tagged import project
from workflow.findings import Finding, Span, finding

_CANDIDATES = 3


@dataclass(frozen=True, slots=True)
class _Joined:
    text: str
    words: tuple[AlignedSpan, ...]
    sentences: tuple[AlignedSpan, ...]


def assemble(
    sources: Sequence[TaggedText],
    cut: Sequence[Sentence],
    chosen: Sequence[Rendering],
    others: Sequence[Sequence[Rendering]],
) -> list[Draft]:
    """One draft for each source from the renderings of its sentences."""
    members: list[list[int]] = [[] for _ in sources]
    for number, sentence in enumerate(cut):
        members[sentence.segment].append(number)
    return [
        _draft(
            source,
            [cut[n] for n in numbers],
            [chosen[n] for n in numbers],
            [others[n] for n in numbers],
        )
        for source, numbers in zip(sources, members, strict=True)
    ]


def _draft(
    source: TaggedText,
    cut: Sequence[Sentence],
    chosen: Sequence[Rendering],
    others: Sequence[Sequence[Rendering]],
) -> Draft:
    joined = _join(source, cut, chosen)
    text = project(source, joined.text, joined.words, joined.sentences)
    findings = [
        found
        for sentence, rendering, place in zip(cut, chosen, joined.sentences, strict=True)
        for found in _findings(sentence, rendering, place.target_start)
    ]
    candidates: list[str] = []
    for rank in range(_CANDIDATES):
        other = [
            ranked[rank] if rank < len(ranked) else best
            for best, ranked in zip(chosen, others, strict=True)
        ]
        candidates.append(_tagged(source, cut, other))
    distinct = tuple(c for c in dict.fromkeys(candidates) if c != text)
    return Draft(text, joined.words, distinct, tuple(findings))


def _tagged(source: TaggedText, cut: Sequence[Sentence], renderings: Sequence[Rendering]) -> str:
    """The tagged target; words are only aligned where there are tags to place."""
    if not source.tags:
        return escape(_joined_text(source, cut, renderings))
    joined = _join(source, cut, renderings)
    return project(source, joined.text, joined.words, joined.sentences)


def _joined_text(
    source: TaggedText, cut: Sequence[Sentence], renderings: Sequence[Rendering]
) -> str:
    parts, cursor = [], 0
    for sentence, rendering in zip(cut, renderings, strict=True):
        parts += [source.plain[cursor : sentence.start], rendering.text]
        cursor = sentence.end
    return "".join(parts) + source.plain[cursor:]


def _join(source: TaggedText, cut: Sequence[Sentence], renderings: Sequence[Rendering]) -> _Joined:
    """The texts with the white space of the source between them."""
    parts: list[str] = []
    words: list[AlignedSpan] = []
    spans: list[AlignedSpan] = []
    cursor = length = 0
    for sentence, rendering in zip(cut, renderings, strict=True):
        gap = source.plain[cursor : sentence.start]
        length += len(gap)
        parts += [gap, rendering.text]
        spans.append(
            AlignedSpan(sentence.start, sentence.end, length, length + len(rendering.text))
        )
        words += (
            AlignedSpan(
                span.source_start + sentence.start,
                span.source_end + sentence.start,
                span.target_start + length,
                span.target_end + length,
            )
            for span in rendering.alignment(sentence)
        )
        length += len(rendering.text)
        cursor = sentence.end
    parts.append(source.plain[cursor:])
    return _Joined("".join(parts), tuple(words), tuple(spans))


def _findings(sentence: Sentence, rendering: Rendering, offset: int) -> Iterator[Finding]:
    """What is wrong with the rendering, its spans over the segment."""
    damaged = (
        finding(
            LITERAL_CHANGED,
            f"“{sentence.text[start:end]}” is missing or damaged in the draft.",
            source=Span(start, end),
        )
        for start, end in lost(sentence.text, rendering.text)
    )
    for found in (*rendering.defects, *rendering.findings, *damaged):
        yield replace(
            found,
            source=_moved(found.source, sentence.start),
            target=_moved(found.target, offset),
        )


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)
