"""Publication: the gate that an article has to pass, the edition, and the proof of it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path

from workflow.article import Document
from workflow.article.front_values import front_values
from workflow.article.new_fields import FieldValue
from workflow.catalog import Catalog, Note, State
from workflow.checks.state import check_lost
from workflow.edition.page import edition_page, same_but_for_links
from workflow.edition.share import unedited_share
from workflow.errors import WorkflowError
from workflow.examination import check_entry
from workflow.files import read_text
from workflow.findings import Severity
from workflow.placing import lines_of, placed
from workflow.project import Article
from workflow.records import settled_text, write_settling
from workflow.review.approval import approver, last_editor, same_person
from workflow.review.edition_edits import as_published, known_edition
from workflow.review.revision import Desk, as_it_stands, drafted_edition, revise

WARN_UNEDITED, MOST_UNEDITED = 0.50, 0.95
"""Shares of words as the machine wrote them from which publishing warns, and above which it stops.

The first is Wikipedia's content translation's default; the second lets through what is mostly
names and figures.
"""
ACCEPTED = "publish-unedited"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an article is not ready, and the line of the Spanish it is about."""

    line: int
    message: str
    refuses: bool = True
    """Else it only warns."""


class NotReadyError(WorkflowError):
    """An article that may not be published, with all reasons."""

    exit_code = 1

    def __init__(self, article: Article, reasons: tuple[Reason, ...]) -> None:
        super().__init__("is not ready to be published", path=article.source)
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Publication:
    """An edition that was written, or would be."""

    edition: Path
    unedited: float
    """Share (0-1) of its words that are as the machine wrote them."""
    warnings: tuple[Reason, ...]
    changed: bool
    """Whether the file's bytes changed."""


def publish_article(desk: Desk, article: Article, accepted: Note | None = None) -> Publication:
    """Write the edition of an article that is approved and clean.

    `accepted` records that and why so much unedited machine text is published.
    Raises `NotReadyError` with every reason, and then leaves every file as it was.
    """
    documents: list[Document] = []
    warnings: list[Reason] = []

    def change(document: Document, catalog: Catalog) -> Catalog:
        catalog = _with_acceptance(catalog, accepted)
        warnings.extend(_passed(desk, article, document, catalog))
        documents.append(document)
        return catalog

    catalog = revise(desk, article, change).catalog
    _refuse_anothers(desk, article)
    text = edition_page(desk, article, documents[0], catalog, _facts(catalog))
    _refuse_unknown(desk, article, catalog, text)
    changed = write_settling(desk.project, article.edition, text, {article.edition: text})
    # Last: should the run end before, the edition says what its segments say in the catalog.
    page = drafted_edition(desk, article, text)
    revise(desk, article, lambda _, now: as_published(now, page, article.edition))
    return Publication(article.edition, unedited_share(catalog), tuple(warnings), changed)


def check_ready(desk: Desk, article: Article, accepted: Note | None = None) -> Publication:
    """What `publish_article` would say of the article; nothing is written."""
    document, catalog = as_it_stands(desk, article)
    warnings = _passed(desk, article, document, _with_acceptance(catalog, accepted))
    return Publication(article.edition, unedited_share(catalog), warnings, changed=False)


def verify_edition(desk: Desk, article: Article) -> str:
    """SHA-256 of the edition, once it is proved to be what was approved, byte for byte.

    Raises `WorkflowError` when there is none; `NotReadyError` when what is approved today is not
    the whole article, or gives another page than the one that stands there.
    """
    text = read_text(article.edition)
    document, catalog = as_it_stands(desk, article, (article.draft, article.review))
    _passed(desk, article, document, catalog)
    wanted = edition_page(desk, article, document, catalog, _facts(catalog))
    found, wanted = same_but_for_links(desk, article, text, wanted)
    if found != wanted:
        pairs = zip_longest(found.split("\n"), wanted.split("\n"))
        line = next(i for i, (is_, be) in enumerate(pairs, 1) if is_ != be)
        message = f"{article.edition.name}:{line} is not what was approved"
        raise NotReadyError(article, (Reason(1, message),))
    return hashlib.sha256(text.encode()).hexdigest()


def _passed(
    desk: Desk, article: Article, document: Document, catalog: Catalog
) -> tuple[Reason, ...]:
    """The warnings of an article that may be published; raises `NotReadyError` for all others."""
    reasons = tuple(gate(desk, document, catalog))
    if any(reason.refuses for reason in reasons):
        raise NotReadyError(article, reasons)
    return reasons


def gate(desk: Desk, document: Document, catalog: Catalog) -> Iterator[Reason]:
    """Everything that stands against publishing, in the order of the article."""
    four_eyes = desk.project.config.review.four_eyes
    standards = desk.standards(document.source)
    lines = lines_of(document, catalog)
    for entry in catalog.texts:
        line = lines[entry.id]
        if entry.state is not State.APPROVED:
            yield Reason(line, _NOT_APPROVED[entry.state])
        elif four_eyes and same_person(approver(entry), last_editor(entry)):
            yield Reason(line, f"{approver(entry)} approved their own edit")
        for finding in check_entry(entry, standards):
            if finding.severity is Severity.ERROR:
                yield Reason(line, f"{finding.rule} {finding.message}")
    for finding in check_lost(catalog):
        yield Reason(1, f"{finding.rule} {finding.message}", refuses=False)
    for fallback in placed(document, catalog).rendering.fallbacks:
        yield Reason(fallback.line, f"its English cannot stand here: {fallback.reason}")
    yield from _unedited(catalog)


_NOT_APPROVED = {
    State.UNTRANSLATED: "it has no English",
    State.MACHINE: "nobody has approved the machine's English",
    State.EDITED: "nobody has approved the English",
    State.STALE: "the Spanish has changed since the English was written",
}


def _unedited(catalog: Catalog) -> Iterator[Reason]:
    share = unedited_share(catalog)
    if share >= WARN_UNEDITED:
        message = f"{share:.0%} of the words are as the machine wrote them"
        yield Reason(1, message, share > MOST_UNEDITED and _acceptance(catalog) is None)


def _with_acceptance(catalog: Catalog, accepted: Note | None) -> Catalog:
    """The catalog with the note on its first entry, in place of an earlier one."""
    if accepted is None or not catalog.entries:
        return catalog
    first, *rest = catalog.entries
    notes = tuple(note for note in first.notes if note.data.get("for") != ACCEPTED)
    return catalog.with_entries((replace(first, notes=(*notes, accepted)), *rest))


def _acceptance(catalog: Catalog) -> str | None:
    """Why unedited machine text may be published, None when nobody said so."""
    notes = (note.data for entry in catalog.entries for note in entry.notes)
    reasons = (data.get("text") for data in notes if data.get("for") == ACCEPTED)
    return next((reason for reason in reasons if isinstance(reason, str)), None)


def _facts(catalog: Catalog) -> dict[str, FieldValue]:
    """What the edition says of its own publication."""
    accepted = _acceptance(catalog)
    return {} if accepted is None else {"unedited_accepted": accepted}


def _refuse_unknown(desk: Desk, article: Article, catalog: Catalog, text: str) -> None:
    """Raise `WorkflowError` when a page stands in the edition's place that nothing is known of."""
    path = article.edition
    known = known_edition(catalog) or settled_text(desk.project, path) is not None
    if not known and path.exists() and read_text(path) != text:
        raise WorkflowError(
            "was not written by `workflow publish`, as far as is known here, and would be lost",
            path=desk.project.relative(path),
            hint=f"`workflow diff {article.slug} --against published` compares; then move it away",
        )


def _refuse_anothers(desk: Desk, article: Article) -> None:
    """Raise `WorkflowError` when the edition of another article stands in this one's place."""
    if not article.edition.exists():
        return
    original = front_values(read_text(article.edition)).get("translation_of")
    here = os.path.relpath(article.source, article.edition.parent)
    if original is not None and original != here:
        raise WorkflowError(
            f"is the edition of {original}",
            path=desk.project.relative(article.edition),
            hint="give one of the two another slug in workflow.toml, [publication.slugs]",
        )
