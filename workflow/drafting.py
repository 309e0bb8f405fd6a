"""From Spanish segments to English drafts: figures and terms fixed, engine run, text set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.article import Segment, TagError
from workflow.engines.base import Constraint, Draft, Engine
from workflow.engines.edits import apply_edits
from workflow.engines.tagged import TaggedText
from workflow.figures import figures
from workflow.findings import Finding
from workflow.glossary import Glossary
from workflow.numbers import Style, repair
from workflow.typography import anglicize

CHUNK_WORDS = 10_000
"""Words given to an engine in one call: a whole article, but for giants."""


@dataclass(frozen=True, slots=True)
class Finish:
    """A change that was made in an engine's draft, and the rule it was made by."""

    rule: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SegmentDraft:
    """The finished draft of one segment."""

    segment_id: str
    markdown: str
    findings: tuple[dict[str, str], ...]
    """What the engine said of it: `rule`, `severity`, `message`, and the words it is about."""
    terms: tuple[tuple[str, str], ...]
    """The terms that were put into it: the words of the Spanish, the approved English."""
    finish: tuple[Finish, ...]
    """What was changed in the engine's words, figures first, then typography."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How drafts are written, and how the figures of their Spanish are read."""

    language: str = "es"
    """The tag by which the source's figures are read."""
    target: str = "en"
    """The language of the drafts. Into another than English neither terms nor figures nor marks
    are put, for what is put in would be English."""
    variety: str = "en-US"
    """The English whose figures and marks they get."""
    marks: bool = True
    """Whether they get its marks; else those stay as the engine wrote them."""

    @property
    def is_english(self) -> bool:
        """Whether the drafts are English, of any variety."""
        return self.target.partition("-")[0] == "en"

    @property
    def style(self) -> Style:
        """How figures are written."""
        return Style(variety=self.variety)


DEFAULT_MANNER = Manner()


def draft_segments(
    segments: Sequence[Segment], engine: Engine, glossary: Glossary, manner: Manner
) -> Iterator[list[SegmentDraft]]:
    """Drafts of the segments, chunk by chunk; the same input and engine give the same drafts.

    Raises `EngineError` when the engine fails for good.
    """
    for chunk in _chunks(segments):
        plains = [TaggedText.parse(segment.tagged).plain for segment in chunk]
        wanted = [constraints(text, glossary, manner) for text in plains]
        drafts = engine.translate([segment.tagged for segment in chunk], wanted)
        yield [
            _finished(segment, text, draft, fixed, manner)
            for segment, text, draft, fixed in zip(chunk, plains, drafts, wanted, strict=True)
        ]


def terms_of(segment: Segment, glossary: Glossary, manner: Manner) -> list[tuple[str, str]]:
    """The terms that a draft of `segment` gets: the words of the Spanish, the approved English."""
    text = TaggedText.parse(segment.tagged).plain
    return list(_terms(text, constraints(text, glossary, manner)))


def _chunks(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    chunk: list[Segment] = []
    words = 0
    for segment in segments:
        chunk.append(segment)
        words += segment.message.count(" ") + 1
        if words >= CHUNK_WORDS:
            yield chunk
            chunk, words = [], 0
    if chunk:
        yield chunk


def constraints(text: str, glossary: Glossary, manner: Manner = DEFAULT_MANNER) -> list[Constraint]:
    """What is fixed in a text: glossary terms first, then figures that stand in no term."""
    if not manner.is_english:
        return []
    terms = [Constraint(**match.constraint_fields()) for match in glossary.replaceable(text)]
    taken = [(term.start, term.end) for term in terms]
    numbers = [
        Constraint(
            start=figure.start,
            end=figure.end,
            target=figure.target,
            part_of_speech="number",
            number="pl",
            target_number="pl",
        )
        for figure in figures(text, manner.language, manner.style)
        if not any(start < figure.end and figure.start < end for start, end in taken)
    ]
    return sorted((*terms, *numbers), key=lambda constraint: constraint.start)


def _terms(text: str, fixed: Sequence[Constraint]) -> Iterator[tuple[str, str]]:
    for constraint in fixed:
        if constraint.part_of_speech != "number":
            yield text[constraint.start : constraint.end], constraint.target


def _finished(
    segment: Segment,
    source: str,
    draft: Draft,
    fixed: Sequence[Constraint],
    manner: Manner,
) -> SegmentDraft:
    """The engine's draft with its figures and its typography in English, as Markdown."""
    engine_plain = TaggedText.parse(draft.text).plain
    mended: Sequence[tuple[int, int, str]] = ()
    if manner.is_english:
        mended = repair(source, engine_plain, manner.language, manner.style).edits
    finish = [Finish("figure", engine_plain[start:end], new) for start, end, new in mended]
    try:
        markdown = segment.untag(apply_edits(draft.text, mended))
    except TagError:  # it stays in Spanish, and every check says so
        return SegmentDraft(segment.id, segment.message, (), (), ())
    if manner.is_english and manner.marks:
        # Typography reads Markdown: it knows what stands between two words that markup parts.
        typography = anglicize(markdown, manner.variety, source=source)
        finish += [Finish(c.rule.value, c.before, c.after) for c in typography.changes]
        markdown = typography.text
    return SegmentDraft(
        segment.id,
        markdown,
        tuple(_noted(finding, source, engine_plain) for finding in draft.findings),
        tuple(_terms(source, fixed)),
        tuple(finish),
    )


def _noted(finding: Finding, source: str, target: str) -> dict[str, str]:
    """A finding as the catalog keeps it: words instead of offsets, which later edits shift."""
    noted = {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "message": finding.message,
    }
    for name, span, text in (
        ("source", finding.source, source),
        ("target", finding.target, target),
    ):
        if span is not None:
            noted[name] = text[span.start : span.end]
    return noted
