"""The walk of an article: Spanish and people's edits in, catalog, draft and paired file out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from workflow.article import Document, Fallback, Segment
from workflow.article.flags import switched_off
from workflow.catalog import Catalog, Entry, State, read_catalog, write_catalog
from workflow.comparison import read_article
from workflow.drafting import Finish, SegmentDraft, draft_segments
from workflow.engines.base import Engine
from workflow.errors import WorkflowError
from workflow.examination import Standards, check_entry
from workflow.files import read_text, write_text
from workflow.findings import Severity
from workflow.following import follow
from workflow.glossary import Glossary
from workflow.locking import locked
from workflow.pages import draft_page, paired_page
from workflow.people import editor
from workflow.project import Article, Project
from workflow.records import is_settled, settle
from workflow.review.readback import (
    Edit,
    PairedChanges,
    WaiverRequest,
    apply_ticks,
    draft_edits,
    paired_changes,
    po_edits,
    take_in,
)

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

    @property
    def standards(self) -> Standards:
        """What the English is checked against."""
        config = self.project.config
        return Standards(self.glossary, config.source, self.language, config.variety)


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


@dataclass(frozen=True, slots=True)
class _Read:
    """What stood on the disk when the run began, people's edits taken in."""

    catalog: Catalog
    edits: tuple[Edit, ...]
    pages: Mapping[Path, str | None]
    """Text of the draft and of the paired file; None where there was none."""


def translate_article(job: Job, article: Article) -> Outcome:
    """Translate one article: read edits back, follow the Spanish, draft, write all three files.

    Raises `WorkflowError` (bad file, conflict, engine) and then leaves every file as it was.
    """
    with locked(job.project, article):
        document = read_article(job.project, article)
        read = _read_back(job, article)
        catalog = follow(read.catalog, document.segments).catalog
        waiting = [
            segment
            for segment, entry in zip(document.segments, catalog.entries, strict=True)
            if _wants_draft(entry, job.force_machine)
        ]
        drafts, signature = _draft(job, waiting, document)
        # Edits are on the disk before anything else changes: should the run end half-way,
        # no page can be misread later.
        if article.catalog.exists():
            write_catalog(article.catalog, read.catalog)
        for path, text in read.pages.items():
            if text is not None:
                settle(job.project, path, text)
        catalog = _with_drafts(catalog, drafts, signature, job.glossary_hash)
        outcome = _write(job, article, document, catalog, read)
        lines = {segment.id: segment.line for segment in waiting}
        finish = [(lines[d.segment_id], change) for d in drafts.values() for change in d.finish]
        job.progress(1 - _DRAFTING if waiting else 1)
        return replace(outcome, finish=tuple(finish))


def _read_back(job: Job, article: Article) -> _Read:
    """The catalog with every edit that people made in it, in the draft and in the paired file."""
    catalog = read_catalog(article.catalog, job.language)
    pages = {
        path: read_text(path) if path.exists() else None for path in (article.draft, article.review)
    }
    touched = {
        path: text
        for path, text in pages.items()
        if text is not None and not is_settled(job.project, path, text)
    }
    if touched and not article.catalog.exists():
        raise WorkflowError(
            "stands here without its catalog",
            path=job.project.relative(next(iter(touched))),
            hint=f"restore {job.project.relative(article.catalog)}, or move this file away",
        )
    edits = po_edits(catalog, article.catalog)
    if article.draft in touched:
        edits += draft_edits(catalog, touched[article.draft], article.draft)
    paired = PairedChanges()
    if article.review in touched:
        paired = paired_changes(catalog, touched[article.review], article.review)
        edits += paired.edits
    by, on = editor(job.project.root), date.today().isoformat()
    catalog, taken = take_in(catalog, edits, by=by, on=on)
    concerns = _concerns(job.standards)
    catalog = apply_ticks(catalog, paired, concerns=concerns, by=by, on=on)
    return _Read(catalog, tuple(taken), pages)


def _concerns(standards: Standards) -> Callable[[Entry, WaiverRequest], bool]:
    def concerns(entry: Entry, request: WaiverRequest) -> bool:
        found = check_entry(entry, standards)
        return any((f.rule, f.message) == (request.rule, request.message) for f in found)

    return concerns


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
    for chunk in draft_segments(segments, engine, job.glossary, variety):
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


def _write(
    job: Job, article: Article, document: Document, catalog: Catalog, read: _Read
) -> Outcome:
    """Render and write all three files, the catalog first; it is the truth."""
    findings = {entry.id: check_entry(entry, job.standards) for entry in catalog.entries}
    rendering = document.rendering(catalog.targets())
    languages = f"{job.project.config.source} → {job.language}"
    pages = {
        article.draft: draft_page(article, document, catalog, rendering),
        article.review: paired_page(article, document, catalog, rendering, findings, languages),
    }
    written = [article.catalog] if write_catalog(article.catalog, catalog) else []
    for path, text in pages.items():
        _still(path, read.pages[path])
        if write_text(path, text):
            written.append(path)
        settle(job.project, path, text)
    machine = [entry.draft for entry in catalog.entries if entry.draft and not entry.human]
    return Outcome(
        article=article,
        engines=tuple(sorted({str(d["signature"]).partition("|")[0] for d in machine})),
        segments=len(catalog.entries),
        words=sum(len(entry.source.split()) for entry in catalog.entries),
        terms=sum(int(draft.get("terms", 0)) for draft in machine),
        states=dict(Counter(entry.state for entry in catalog.entries)),
        findings=dict(Counter(f.severity for found in findings.values() for f in found)),
        edits=read.edits,
        finish=(),
        fallbacks=rendering.fallbacks,
        written=tuple(written),
    )


def _still(path: Path, text: str | None) -> None:
    """Raise `WorkflowError` when somebody changed the file since it was read."""
    now = read_text(path) if path.exists() else None
    if now != text:
        raise WorkflowError(
            "was edited while this run was at work",
            path=path,
            hint="nothing is lost: run again to take the edit in",
        )
