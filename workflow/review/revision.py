"""One way to change an article's English: people's edits first, then the change, then all files.

Whatever changes a catalog goes through here, so that no run can overwrite what a person wrote,
and none that ends half-way leaves a page that could be misread later.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, partial
from pathlib import Path

from workflow.article import Document, Fallback
from workflow.catalog import Catalog, Entry, parse_catalog, serialize, write_catalog
from workflow.comparison import options, parse_page, read_article
from workflow.edition.links import as_drafted, for_readers
from workflow.errors import Refused, WorkflowError
from workflow.examination import Standards, check_entry
from workflow.files import read_text
from workflow.findings import Finding, shortened
from workflow.following import Followed, follow
from workflow.glossary import Glossary
from workflow.locking import locked
from workflow.pages import draft_page, paired_page
from workflow.people import editor
from workflow.placing import anchored, placed, unplaceable
from workflow.project import Article, Project
from workflow.records import settled_text, tidy, write_settling
from workflow.review.edition_edits import edition_edits, known_edition, outrun, with_edition
from workflow.review.edits import Edit, page_edits, po_edits
from workflow.review.history import line_authors
from workflow.review.readback import PairedChanges, WaiverRequest, paired_changes
from workflow.review.settling import Choose, Sign, apply_ticks, take_in


@dataclass(frozen=True, slots=True)
class Desk:
    """What working on an article needs beside the article."""

    project: Project
    language: str
    """Of the English side."""
    glossary: Glossary
    choose: Choose = lambda changes: None
    """Asked when two places changed one segment differently; knowing nothing, the run stops."""

    def standards(self, spanish: str) -> Standards:
        """What the English of an article with this Spanish is checked against here."""
        config = self.project.config
        standards = Standards(self.glossary, config.source, self.language, config.variety)
        return standards.for_article(spanish)


@dataclass(frozen=True, slots=True)
class ReadBack:
    """What stands on the disk, people's edits taken in; nothing of it is written yet."""

    catalog: Catalog
    edits: tuple[Edit, ...]
    pages: Mapping[Path, str | None]
    """Text of the draft and of the paired file; None where there was none."""


@dataclass(frozen=True, slots=True)
class Revision:
    """An article after a change, all of its files written."""

    article: Article
    catalog: Catalog
    edits: tuple[Edit, ...]
    """People's edits that were taken into the catalog."""
    findings: Mapping[str, Sequence[Finding]]
    """What stands unwaived against each segment, by its id."""
    fallbacks: tuple[Fallback, ...]
    """Segments whose English could not be placed safely, left in Spanish on the page."""
    written: tuple[Path, ...]
    """Files whose bytes changed."""


def revise(
    desk: Desk, article: Article, change: Callable[[Document, Catalog], Catalog]
) -> Revision:
    """Take people's edits in, follow the Spanish, `change` the catalog, write all three files.

    Raises `WorkflowError` (bad file, conflict, whatever `change` raises) and then leaves every
    file as it was.
    """
    with locked(desk.project, article):
        tidy(desk.project, _edited(article))
        document = read_article(desk.project, article)
        read = read_back(desk, article)
        followed = follow(read.catalog, document.segments)
        _refuse_unplaceable(document, followed, read.edits)
        catalog = anchored(document, change(document, anchored(document, followed.catalog)))
        # Edits are on the disk before anything else changes: should the run end half-way,
        # no page can be misread later.
        if article.catalog.exists():
            pages = {path: text for path, text in read.pages.items() if text is not None}
            write_settling(desk.project, article.catalog, serialize(read.catalog), pages)
        revision = _write(desk, article, document, catalog, read)
        tidy(desk.project, _edited(article))
        return revision


def read_back(desk: Desk, article: Article, files: Sequence[Path] | None = None) -> ReadBack:
    """The catalog with every edit that people made in it and in `files`.

    These are all that people may edit when None: the draft, the paired file, the edition.
    Raises `WorkflowError` for an edit that cannot be placed and for two that contradict.
    """
    stored = read_text(article.catalog) if article.catalog.exists() else ""
    catalog = parse_catalog(stored, article.catalog, desk.language)
    pages = _pages(desk, article, catalog, files or _edited(article))
    if pages.touched and not article.catalog.exists():
        raise WorkflowError(
            "stands here without its catalog",
            path=desk.project.relative(next(iter(pages.touched))),
            hint=f"restore {desk.project.relative(article.catalog)}, or move this file away",
        )
    found = _find_edits(desk, article, catalog, stored, pages)
    sign = _signer(desk.project.root)
    catalog, taken = take_in(catalog, found.edits, sign=sign, choose=desk.choose)
    if found.edition is not None:
        catalog = with_edition(catalog, found.edition, article.edition)
    catalog = apply_ticks(
        catalog,
        found.paired,
        concerns=_concerns(desk, article),
        sign=sign,
        four_eyes=desk.project.config.review.four_eyes,
    )
    return ReadBack(catalog, tuple(taken), pages.now)


@dataclass(frozen=True, slots=True)
class _Pages:
    """What people may edit of an article, by path; None where there is, or was, nothing."""

    began: Mapping[Path, str | None]
    """As it was settled last."""
    now: Mapping[Path, str | None]

    @property
    def touched(self) -> dict[Path, str]:
        """Those that are not as they were settled."""
        now = self.now.items()
        return {path: text for path, text in now if text not in (None, self.began[path])}


def _pages(desk: Desk, article: Article, catalog: Catalog, files: Sequence[Path]) -> _Pages:
    began = {path: settled_text(desk.project, path) for path in files}
    now = {
        path: read_text(path) if path.exists() else None
        for path in files
        if path != article.edition
        or began[path] is not None
        or known_edition(catalog)  # else it may be an older one, or another's
    }
    return _Pages(began, now)


@dataclass(frozen=True, slots=True)
class _Found:
    """What people changed since the files were settled."""

    edits: Sequence[Edit]
    paired: PairedChanges
    edition: Document | None
    """The edition, where that is one of the files that they changed."""


def _find_edits(
    desk: Desk, article: Article, catalog: Catalog, stored: str, pages: _Pages
) -> _Found:
    """The edits of the catalog, stored so, and of the pages, in the order they are weighed in."""
    touched, began = pages.touched, pages.began
    reading = options(desk.project)
    edits = po_edits(catalog, stored, article.catalog)
    if article.draft in touched:
        text, before = touched[article.draft], began[article.draft]
        edits += page_edits(
            catalog, text, article.draft, via="draft", began=before, options=reading
        )
    edition = _edition(desk, article, touched.get(article.edition))
    if edition is not None:
        settled = _edition(desk, article, began[article.edition])
        found = edition_edits(catalog, edition, article.edition, settled)
        returned = partial(_through_an_edition, desk, article)
        edits += [*found, *outrun(catalog, found, stored, article.catalog, returned)]
    paired = PairedChanges()
    if article.review in touched:
        text, before = touched[article.review], began[article.review]
        paired = paired_changes(catalog, text, article.review, before, reading)
        edits += paired.edits
    return _Found(edits, paired, edition)


def as_it_stands(
    desk: Desk, article: Article, files: Sequence[Path] | None = None
) -> tuple[Document, Catalog]:
    """The article and its English, people's edits in `files` (see `read_back`) taken in.

    Nothing is written. Raises `WorkflowError` as `read_back` does.
    """
    document = read_article(desk.project, article)
    catalog = follow(read_back(desk, article, files).catalog, document.segments).catalog
    return document, anchored(document, catalog)


def _edited(article: Article) -> Sequence[Path]:
    """What people edit beside the catalog itself."""
    return article.draft, article.review, article.edition


def _edition(desk: Desk, article: Article, text: str | None) -> Document | None:
    """A text of the edition as the catalog knows it: an edition has addresses of its own."""
    return None if text is None else drafted_edition(desk, article, text)


def drafted_edition(desk: Desk, article: Article, text: str) -> Document:
    """A text of the edition, parsed, with the addresses of the draft."""
    page = parse_page(desk.project, text, article.edition)
    text = as_drafted(desk.project, desk.language, article, page)
    return parse_page(desk.project, text, article.edition)


def _through_an_edition(desk: Desk, article: Article, english: str) -> Document:
    """What is read back of an English after it was published."""
    page = parse_page(desk.project, english, article.draft)
    return drafted_edition(desk, article, for_readers(desk.project, desk.language, article, page))


def _signer(root: Path) -> Sign:
    """Lines that came through a commit are their author's, all others the present editor's."""
    here = cache(lambda: (editor(root), date.today().isoformat()))
    authors = cache(line_authors)

    def sign(path: Path, first: int, last: int) -> tuple[str, str]:
        lines = authors(path)[first - 1 : last] if first else []
        known = [author for author in lines if author is not None]
        if not known or len(known) < len(lines):
            return here()
        latest = max(known, key=lambda author: author.at)
        return latest.name, latest.on

    return sign


def _concerns(desk: Desk, article: Article) -> Callable[[Entry, WaiverRequest], bool]:
    """Tells whether a finding stands against an entry; reads the Spanish once it is asked."""
    standards = cache(lambda: desk.standards(read_text(article.source)))

    def concerns(entry: Entry, request: WaiverRequest) -> bool:
        found = check_entry(entry, standards())
        return any((f.rule, f.message) == (request.rule, request.message) for f in found)

    return concerns


def _refuse_unplaceable(document: Document, followed: Followed, edits: Sequence[Edit]) -> None:
    """Raise `Refused` with every edit whose English cannot be arranged on the page as it says."""
    if not edits:
        return
    reasons = unplaceable(document, followed.catalog)
    edited = {edit.segment_id: edit for edit in edits}
    errors = [
        WorkflowError(
            f"“{shortened(edit.text)}” cannot be placed: {reason}",
            path=edit.path,
            line=edit.line or None,
        )
        for now, reason in reasons.items()
        if (edit := edited.get(followed.origins.get(now, now))) is not None
    ]
    if errors:
        raise Refused(errors)


def _write(
    desk: Desk, article: Article, document: Document, catalog: Catalog, read: ReadBack
) -> Revision:
    """Render and write all three files, the catalog first; it is the truth."""
    standards = desk.standards(document.source)
    findings = {entry.id: check_entry(entry, standards) for entry in catalog.entries}
    english = placed(document, catalog)
    languages = f"{desk.project.config.source} → {desk.language}"
    pages = {
        article.draft: draft_page(article, document, catalog, english.rendering),
        article.review: paired_page(
            article, document, catalog, english.blocks, findings, languages
        ),
    }
    written = [article.catalog] if write_catalog(article.catalog, catalog) else []
    for path, text in pages.items():
        _still(path, read.pages[path])
        if write_settling(desk.project, path, text, {path: text}):
            written.append(path)
    return Revision(
        article, catalog, read.edits, findings, english.rendering.fallbacks, tuple(written)
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
