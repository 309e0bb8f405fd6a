"""The articles as they stand on the disk at this moment, read again only when they changed."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from time import monotonic

from workflow.article import Document, Kind, plain
from workflow.article.cells import cells_of
from workflow.catalog import Catalog, Entry, State, read_catalog
from workflow.checks.document import SegmentText, check_document
from workflow.config import CONFIG_NAME
from workflow.errors import WorkflowError
from workflow.examination import Standards, entry_findings, waiver
from workflow.findings import Finding, Severity
from workflow.glossary import Glossary
from workflow.locking import locked
from workflow.pages import original_title
from workflow.placing import lines_of, placed
from workflow.project import Article, Project
from workflow.review.browser.cells import cell_labels
from workflow.review.revision import Desk, as_it_stands
from workflow.review.wordings import Memory, Wording, remember, wordings_for

Stamp = tuple[tuple[int, int, int] | None, ...]
"""Of several files: when each was written, its size and its number; None where there is none."""

PATIENCE = 1.0
"""Seconds that reading what was approved in other articles may take."""


class _ChangedMeanwhileError(Exception):
    """The files of an article changed while it was read."""


class NoSuchArticle(WorkflowError):
    """No article has this slug."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a segment stands in the article."""

    line: int
    kind: Kind
    block: str
    """Kind of the block around it."""
    key: str | None
    """Of the front-matter field."""
    level: int
    """Of a heading, 1-6; 0 for all else."""
    begins: bool
    """Whether it is the first of its block."""
    cell: str
    """Row and column of a table's cell, in words."""


@dataclass(frozen=True)
class Snapshot:
    """An article with every edit that people made in its files; nothing of it is written."""

    desk: Desk
    article: Article
    document: Document
    catalog: Catalog
    findings: Mapping[str, tuple[tuple[Finding, str | None], ...]]
    """By segment: each finding, and why somebody accepted it."""
    clashes: Mapping[str, tuple[Finding, ...]]
    """By segment: its figures that do not go with those of another one."""
    fallbacks: Mapping[str, str]
    """Segments whose English cannot stand on the page, and why."""

    @property
    def standards(self) -> Standards:
        """What the English of this article is checked against."""
        return self.desk.standards(self.document.source)

    @cached_property
    def spots(self) -> dict[str, Spot]:
        """The place of each segment, by its id."""
        kinds = {segment.id: segment for segment in self.document.segments}
        cells = cell_labels(self.document)
        spots = {}
        for block in self.document.blocks:
            for index, segment_id in enumerate(block.segment_ids):
                segment = kinds[segment_id]
                level = _level(block.source) if segment.kind is Kind.HEADING else 0
                cell = cells.get(segment_id, "")
                spots[segment_id] = Spot(
                    segment.line, segment.kind, block.kind, block.key, level, index == 0, cell
                )
        for entry in self.catalog.added:
            behind = spots[entry.after]
            spots[entry.id] = Spot(behind.line, Kind.PARAGRAPH, "added", None, 0, True, "")
        return spots

    @property
    def title(self) -> str:
        """The Spanish title, else the slug."""
        return original_title(self.document) or self.article.slug

    @cached_property
    def states(self) -> Counter[State]:
        """How many segments are in each state."""
        return Counter(entry.state for entry in self.catalog.texts)

    @cached_property
    def severities(self) -> Counter[Severity]:
        """How many findings nobody accepted, by their severity."""
        return Counter(f.severity for entry in self.catalog.texts for f in self.standing(entry))

    @cached_property
    def versions(self) -> dict[str, str]:
        """What is shown of each segment, as a hash."""
        return {
            entry.id: hashlib.sha256(repr((entry, *self._told(entry.id))).encode()).hexdigest()[:12]
            for entry in self.catalog.texts
        }

    def _told(self, segment_id: str) -> tuple[object, ...]:
        found, clashes = self.findings[segment_id], self.clashes.get(segment_id)
        return found, clashes, self.fallbacks.get(segment_id)

    def standing(self, entry: Entry) -> list[Finding]:
        """What stands against the segment and nobody accepted."""
        own = [finding for finding, why in self.findings[entry.id] if why is None]
        return [*own, *self.clashes.get(entry.id, ())]


def _level(source: str) -> int:
    """Of a heading in Markdown: its number signs, else its underline."""
    marks = len(source) - len(source.lstrip("#"))
    if marks:
        return min(marks, 6)
    return 1 if source.rstrip().endswith("=") else 2


def take(desk: Desk, article: Article) -> Snapshot:
    """Read an article as it stands now.

    Raises `WorkflowError` for a file that cannot be read and for edits that contradict.
    """
    document, catalog = as_it_stands(desk, article)
    standards = desk.standards(document.source)
    findings = {
        entry.id: tuple((f, waiver(entry, f)) for f in entry_findings(entry, standards))
        for entry in catalog.texts
    }
    clashes = _clashes(document, catalog, standards)
    fallbacks = placed(document, catalog).rendering.fallbacks
    reasons = {fallback.segment_id: fallback.reason for fallback in fallbacks}
    return Snapshot(desk, article, document, catalog, findings, clashes, reasons)


def _clashes(
    document: Document, catalog: Catalog, standards: Standards
) -> dict[str, tuple[Finding, ...]]:
    """Figures of the English that do not go together, at the later of their two places."""
    lines = lines_of(document, catalog)
    english = {entry.id: plain(entry.text) for entry in catalog.texts if entry.text}
    cells = cells_of(document)
    texts = [
        SegmentText(
            entry.id, plain(entry.original).text, english[entry.id].text, cells.get(entry.id)
        )
        for entry in catalog.texts
        if entry.text
    ]
    found: dict[str, tuple[Finding, ...]] = {}
    for clash in check_document(texts, standards.source_lang, standards.target_lang):
        finding = clash.finding(english[clash.second_id], lines[clash.first_id])
        found[clash.second_id] = (*found.get(clash.second_id, ()), finding)
    return found


class Shelf:
    """A project's articles, glossary and settings, as fresh as the files they stand in."""

    def __init__(self, start: Path, language: str | None) -> None:
        self._start = start
        self._language = language
        self._desk: tuple[Stamp, Desk] | None = None
        self._snapshots: dict[str, tuple[Desk, Stamp, Snapshot]] = {}
        self._memories: dict[str, tuple[Stamp, Memory]] = {}
        self.writing = threading.Lock()
        """Held by whoever writes: one change at a time is what one process can do safely."""

    def desk(self) -> Desk:
        """The project with its glossary, read again when either changed.

        Raises `WorkflowError` for a bad `workflow.toml` and for a bad glossary.
        """
        if self._desk is not None and self._desk[0] == _stamp(_settings(self._desk[1].project)):
            return self._desk[1]
        project = Project.find(self._start)
        stamp = _stamp(_settings(project))
        language = self._language or project.config.target
        desk = Desk(project, language, Glossary.load(project.glossary_paths()))
        self._desk = (stamp, desk)
        return desk

    def articles(self) -> list[Article]:
        """All articles, sorted by their slugs."""
        desk = self.desk()
        return desk.project.find_articles(target=desk.language)

    def article(self, slug: str) -> Article:
        """The article of this slug; only those that were listed are ever opened."""
        for article in self.articles():
            if article.slug == slug:
                return article
        raise NoSuchArticle("there is no such article", path=slug)

    def snapshot(self, article: Article) -> Snapshot:
        """The article as it stands now.

        Raises `WorkflowError` for a file that cannot be read and for edits that contradict.
        """
        known = self.known(article)
        if known is not None:
            return known
        try:
            return self._taken(article)
        except _ChangedMeanwhileError:  # somebody writes: no view between two of their files
            with locked(self.desk().project, article):
                return self._taken(article, last=True)

    def _taken(self, article: Article, *, last: bool = False) -> Snapshot:
        """A view of the article; raises `_ChangedMeanwhileError` for a mixed one but the `last`."""
        desk, stamp = self.desk(), _stamp(_files(article))
        try:
            snapshot = take(desk, article)
        except WorkflowError:
            if last or stamp == _stamp(_files(article)):
                raise
            raise _ChangedMeanwhileError from None
        if not last and stamp != _stamp(_files(article)):
            raise _ChangedMeanwhileError
        self._snapshots[article.slug] = (desk, stamp, snapshot)
        return snapshot

    def known(self, article: Article) -> Snapshot | None:
        """The article as it stands now, if it was read since its files last changed."""
        desk, stamp, snapshot = self._snapshots.get(article.slug, (None, (), None))
        fresh = desk is self.desk() and stamp == _stamp(_files(article))
        return snapshot if fresh else None

    def wordings(self, entry: Entry) -> tuple[Wording, ...]:
        """What was approved for equal or similar Spanish, here or elsewhere, and is different.

        Articles that were not read in time are asked the next time.
        """
        desk, end = self.desk(), monotonic() + PATIENCE
        memories = []
        for article in self.articles():
            stamp = _stamp([article.catalog])
            known = self._memories.get(article.slug)
            if (known is None or known[0] != stamp) and monotonic() < end:
                known = stamp, remember(article.slug, read_catalog(article.catalog, desk.language))
                self._memories[article.slug] = known
            memories += [known[1]] if known is not None else []
        return wordings_for(entry, memories, desk.project.config.source, desk.language)


def _files(article: Article) -> tuple[Path, ...]:
    """All that a snapshot is made from."""
    return article.source, article.catalog, article.draft, article.review, article.edition


def _settings(project: Project) -> list[Path]:
    return [project.root / CONFIG_NAME, *project.glossary_paths()]


def _stamp(paths: Iterable[Path]) -> Stamp:
    return tuple(_state(path) for path in paths)


def _state(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
