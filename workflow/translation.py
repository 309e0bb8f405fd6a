"""The walk of an article: Spanish and people's edits in, catalog, draft and paired file out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.article import Document, Fallback, Segment
from workflow.article.flags import switched_off
from workflow.catalog import Catalog, Entry, State
from workflow.drafting import Finish, SegmentDraft, draft_segments
from workflow.engines.base import Engine
from workflow.findings import Severity
from workflow.glossary import Glossary
from workflow.project import Article, Project
from workflow.region import language_of
from workflow.review.readback import Edit
from workflow.review.revision import Desk, Revision, revise

_DRAFTING = 0.8
"""Share of an article's time that drafting takes; checks and files take the rest."""


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
    force_machine: bool = False
    """Draft machine segments anew; a person's words are never touched."""
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
        waiting = [
            segment
            for segment, entry in zip(document.segments, catalog.entries, strict=True)
            if _wants_draft(entry, job.force_machine)
        ]
        drafts, signature = _draft(job, waiting, document)
        lines = {segment.id: segment.line for segment in waiting}
        for made in drafts.values():
            finish.extend((lines[made.segment_id], change) for change in made.finish)
        if not waiting:
            job.progress(_DRAFTING)
        return _with_drafts(catalog, drafts, signature, job.glossary_hash)

    revision = revise(Desk(job.project, job.language, job.glossary), article, draft)
    job.progress(1 - _DRAFTING)
    return _outcome(revision, tuple(finish))


def _wants_draft(entry: Entry, force: bool) -> bool:
    """Whether the machine is to write this segment; never where a person's words stand."""
    if entry.state is State.UNTRANSLATED:
        return True
    if entry.state is State.STALE:
        return not entry.human
    return force and entry.state is State.MACHINE


def _draft(
    job: Job, segments: Sequence[Segment], document: Document
) -> tuple[dict[str, SegmentDraft], str]:
    """Drafts by segment id, and the signature of the engine that made them."""
    if not segments:
        return {}, ""
    engine = job.load_engine()
    drafts: dict[str, SegmentDraft] = {}
    typography = job.typography and not switched_off(document.source, "typography")
    variety = job.project.config.variety if typography else None
    language = language_of(document.source, job.project.config.source)
    for chunk in draft_segments(segments, engine, job.glossary, variety, language):
        drafts.update((draft.segment_id, draft) for draft in chunk)
        job.progress(_DRAFTING * len(chunk) / len(segments))
    return drafts, engine.signature


def _with_drafts(
    catalog: Catalog, drafts: dict[str, SegmentDraft], signature: str, glossary_hash: str
) -> Catalog:
    def change(entry: Entry) -> Entry:
        draft = drafts.get(entry.id)
        if draft is None:
            return entry
        provenance: dict[str, object] = {"signature": signature, "glossary": glossary_hash}
        if draft.terms:
            provenance["terms"] = draft.terms
        if draft.findings:
            provenance["findings"] = list(draft.findings)
        return entry.drafted(draft.markdown, provenance)

    return catalog.map(change)


def _outcome(revision: Revision, finish: tuple[tuple[int, Finish], ...]) -> Outcome:
    entries = revision.catalog.entries
    machine = [entry.draft for entry in entries if entry.draft and not entry.human]
    return Outcome(
        article=revision.article,
        engines=tuple(sorted({str(d["signature"]).partition("|")[0] for d in machine})),
        segments=len(entries),
        words=sum(len(entry.source.split()) for entry in entries),
        terms=sum(int(draft.get("terms", 0)) for draft in machine),
        states=dict(Counter(entry.state for entry in entries)),
        findings=dict(Counter(f.severity for found in revision.findings.values() for f in found)),
        edits=revision.edits,
        finish=finish,
        fallbacks=revision.fallbacks,
        written=revision.written,
    )
