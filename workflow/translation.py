"""The walk of an article: Spanish and people's edits in, catalog, draft and paired file out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from workflow.article import Document, Fallback, Segment
from workflow.article.flags import switched_off
from workflow.catalog import Catalog, Entry, State
from workflow.drafting import Finish, Manner, SegmentDraft, draft_segments, terms_of
from workflow.engines.base import Engine
from workflow.findings import Severity
from workflow.glossary import Glossary
from workflow.project import Article, Project
from workflow.provenance import Circumstances, Reason, reasons, terms_put_in, typography_of
from workflow.region import language_of
from workflow.review.edits import Edit
from workflow.review.revision import Desk, Revision, revise

_DRAFTING = 0.8
"""Share of an article's time that drafting takes; checks and files take the rest."""


class Redraft(Enum):
    """Which drafts of the machine are made anew."""

    NOTHING = "nothing"
    OUTDATED = "outdated"
    """Those that would come out otherwise today."""
    EVERYTHING = "everything"


@dataclass(frozen=True, slots=True)
class Job:
    """What translating one article needs beside the article."""

    project: Project
    language: str
    glossary: Glossary
    glossary_hash: str
    """Of the glossary files, noted with each draft."""
    load_engine: Callable[[], Engine]
    """Called only when there is something to draft."""
    redraft: Redraft = Redraft.NOTHING
    """Which machine segments are drafted anew; a person's words are never touched."""
    typography: bool = True
    """Whether drafts are set as an English editor sets them."""
    progress: Callable[[float], None] = lambda share: None
    """Called with the share (0-1) of the article done since the last call; they sum up to 1."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article."""

    article: Article
    engines: tuple[str, ...]
    """Names of the engines whose drafts stand in it."""
    segments: int
    words: int
    """Of the Spanish."""
    terms: int
    """Glossary terms put into the drafts that stand in it."""
    states: dict[State, int]
    findings: dict[Severity, int]
    edits: tuple[Edit, ...]
    """People's edits that were taken into the catalog."""
    finish: tuple[tuple[int, Finish], ...]
    """Line of the Spanish, and what was changed in the engine's draft of the segment there."""
    fallbacks: tuple[Fallback, ...]
    """Segments whose English could not be placed safely, left in Spanish on the page."""
    written: tuple[Path, ...]
    """Files whose bytes changed."""


def translate_article(job: Job, article: Article) -> Outcome:
    """Translate one article: read edits back, follow the Spanish, draft, write all three files.

    Raises `WorkflowError` (bad file, conflict, engine) and then leaves every file as it was.
    """
    finish: list[tuple[int, Finish]] = []

    def draft(document: Document, catalog: Catalog) -> Catalog:
        waiting = _waiting(job, document, catalog)
        drafts = _draft(job, waiting, document)
        lines = {segment.id: segment.line for segment in waiting}
        for made in drafts.values():
            finish.extend((lines[made.segment_id], change) for change in made.finish)
        if not waiting:
            job.progress(_DRAFTING)
        if not drafts:
            return catalog
        return _with_drafts(catalog, drafts, circumstances(job, document))

    revision = revise(Desk(job.project, job.language, job.glossary), article, draft)
    job.progress(1 - _DRAFTING)
    return _outcome(revision, tuple(finish))


def circumstances(job: Job, document: Document) -> Circumstances:
    """What a draft of this article would be made with today; loads the engine."""
    return made_with(job, document, job.load_engine().signature)


def made_with(job: Job, document: Document, signature: str) -> Circumstances:
    """What a draft of this article would be made with by the engine of this signature."""
    return Circumstances(signature, job.glossary_hash, typography_of(_manner(job, document)))


def outdated(
    job: Job, document: Document, entries: Sequence[Entry], today: Circumstances
) -> dict[str, list[Reason]]:
    """Segments whose draft, by the machine and untouched, would come out otherwise, and why.

    `entries` are those of the document's segments, in their order.
    """
    manner = _manner(job, document)
    glossary = job.glossary.for_article(document.source)
    found: dict[str, list[Reason]] = {}
    for segment, entry in zip(document.segments, entries, strict=True):
        if entry.state is State.MACHINE and entry.draft is not None:
            terms = terms_of(segment, glossary, manner)
            why = reasons(entry.draft, today, terms)
            if why:
                found[segment.id] = why
    return found


def _waiting(job: Job, document: Document, catalog: Catalog) -> list[Segment]:
    """The segments that the machine is to write; never one where a person's words stand."""
    states = [entry.state for entry in catalog.entries]
    again: Collection[str] = ()
    if job.redraft is Redraft.EVERYTHING:
        again = {entry.id for entry in catalog.entries if entry.state is State.MACHINE}
    elif job.redraft is Redraft.OUTDATED and State.MACHINE in states:
        again = outdated(job, document, catalog.entries, circumstances(job, document)).keys()
    return [
        segment
        for segment, entry in zip(document.segments, catalog.entries, strict=True)
        if _wants_draft(entry) or entry.id in again
    ]


def _wants_draft(entry: Entry) -> bool:
    """Whether there is no English for today's Spanish, by the machine or a person."""
    return entry.state is State.UNTRANSLATED or (entry.state is State.STALE and not entry.human)


def _manner(job: Job, document: Document) -> Manner:
    """How the drafts of this article are written."""
    config = job.project.config
    marks = job.typography and not switched_off(document.source, "typography")
    language = language_of(document.source, config.source)
    return Manner(language, job.language, config.variety, marks)


def _draft(job: Job, segments: Sequence[Segment], document: Document) -> dict[str, SegmentDraft]:
    """Drafts by segment id."""
    drafts: dict[str, SegmentDraft] = {}
    if not segments:
        return drafts
    glossary = job.glossary.for_article(document.source)
    engine, manner = job.load_engine(), _manner(job, document)
    for chunk in draft_segments(segments, engine, glossary, manner):
        drafts.update((draft.segment_id, draft) for draft in chunk)
        job.progress(_DRAFTING * len(chunk) / len(segments))
    return drafts


def _with_drafts(
    catalog: Catalog, drafts: dict[str, SegmentDraft], made_with: Circumstances
) -> Catalog:
    def change(entry: Entry) -> Entry:
        draft = drafts.get(entry.id)
        return entry if draft is None else entry.drafted(draft.markdown, made_with.record(draft))

    return catalog.map(change)


def _outcome(revision: Revision, finish: tuple[tuple[int, Finish], ...]) -> Outcome:
    entries = revision.catalog.entries
    machine = [entry.draft for entry in entries if entry.draft and not entry.human]
    return Outcome(
        article=revision.article,
        engines=tuple(sorted({str(d["signature"]).partition("|")[0] for d in machine})),
        segments=len(entries),
        words=sum(len(entry.source.split()) for entry in entries),
        terms=sum(terms_put_in(draft) for draft in machine),
        states=dict(Counter(entry.state for entry in entries)),
        findings=dict(Counter(f.severity for found in revision.findings.values() for f in found)),
        edits=revision.edits,
        finish=finish,
        fallbacks=revision.fallbacks,
        written=revision.written,
    )
