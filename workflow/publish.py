"""Publication: the gate that an article has to pass, the edition, and the proof of it."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from workflow.article import Document
from workflow.article.frontmatter import find_front_matter, with_fields
from workflow.article.new_fields import FieldValue
from workflow.catalog import Catalog, Entry, Note, State
from workflow.comparison import read_article
from workflow.errors import WorkflowError
from workflow.examination import check_entry
from workflow.files import read_text, write_text
from workflow.findings import Severity
from workflow.following import follow
from workflow.pages import describe_signature, machine_signatures, original_title
from workflow.project import Article
from workflow.review.approval import approver, last_editor, same_person
from workflow.review.diff import Change, compare_words
from workflow.review.revision import Desk, read_back, revise

WARN_UNEDITED, MOST_UNEDITED = 0.50, 0.95
"""Shares of words as the machine wrote them from which publishing warns, and above which it stops.

The first is Wikipedia's content translation's default; the second lets through what is mostly
names and figures.
"""
ACCEPTED = "publish-unedited"
_WORD = re.compile(r"\w+")
_OWN_PLACE = re.compile(
    r"(?m)^(?:permalink|url|slug|canonical)[ \t]*[:=][^\r\n]*(?:\r\n?|\n)"
    r"(?:[ \t]+[^\r\n]*(?:\r\n?|\n))*"
)
"""Keys of YAML and TOML that say where the Spanish page is, with their continuation lines."""


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
    text = edition_page(article, documents[0], catalog)
    changed = write_text(article.edition, text)
    return Publication(article.edition, unedited_share(catalog), tuple(warnings), changed)


def check_ready(desk: Desk, article: Article, accepted: Note | None = None) -> Publication:
    """What `publish_article` would say of the article; nothing is written."""
    document, catalog = _as_it_stands(desk, article)
    warnings = _passed(desk, article, document, _with_acceptance(catalog, accepted))
    return Publication(article.edition, unedited_share(catalog), warnings, changed=False)


def verify_edition(desk: Desk, article: Article) -> str:
    """SHA-256 of the edition, once it is proved to be what was approved, byte for byte.

    Raises `WorkflowError` when there is none; `NotReadyError` when what is approved today is not
    the whole article, or gives another page than the one that stands there.
    """
    text = read_text(article.edition)
    document, catalog = _as_it_stands(desk, article)
    _passed(desk, article, document, catalog)
    wanted = edition_page(article, document, catalog)
    if text != wanted:
        pairs = zip(text.split("\n"), wanted.split("\n"), strict=False)
        line = next((i for i, (is_, be) in enumerate(pairs, 1) if is_ != be), 1)
        message = f"{article.edition.name}:{line} is not what was approved"
        raise NotReadyError(article, (Reason(1, message),))
    return hashlib.sha256(text.encode()).hexdigest()


def _as_it_stands(desk: Desk, article: Article) -> tuple[Document, Catalog]:
    document = read_article(desk.project, article)
    return document, follow(read_back(desk, article).catalog, document.segments).catalog


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
    for segment, entry in zip(document.segments, catalog.entries, strict=True):
        if entry.state is not State.APPROVED:
            yield Reason(segment.line, _NOT_APPROVED[entry.state])
        elif four_eyes and same_person(approver(entry), last_editor(entry)):
            yield Reason(segment.line, f"{approver(entry)} approved their own edit")
        for finding in check_entry(entry, desk.standards):
            if finding.severity is Severity.ERROR:
                yield Reason(segment.line, f"{finding.rule} {finding.message}")
    for fallback in document.rendering(catalog.targets()).fallbacks:
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


def unedited_share(catalog: Catalog) -> float:
    """Share (0-1) of the English words that are as the machine wrote them, approved or not."""
    kept = words = 0
    for entry in catalog.entries:
        words += len(_WORD.findall(entry.target))
        for run in compare_words(entry.machine or "", entry.target):
            kept += len(_WORD.findall(run.text)) * (run.change is Change.SAME)
    return kept / words if words else 0.0


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


def edition_page(article: Article, document: Document, catalog: Catalog) -> str:
    """The edition: the approved English, and in its front matter where it comes from.

    The same Spanish and catalog give the same bytes; no clock, no present user.
    """
    text = _without_its_place(document.render(catalog.targets()))
    return with_fields(text, _fields(article, document, catalog))


def _without_its_place(text: str) -> str:
    """The page without the address of the Spanish one."""
    front = find_front_matter(text)
    if front is None:
        return text
    return (
        text[: front.start] + _OWN_PLACE.sub("", text[front.start : front.end]) + text[front.end :]
    )


def _fields(article: Article, document: Document, catalog: Catalog) -> dict[str, FieldValue]:
    entries = catalog.entries
    approvals = [n.data for e in entries for n in e.notes if n.key == "approved"]
    fields: dict[str, FieldValue] = {
        "lang": catalog.language,
        "translation_of": os.path.relpath(article.source, article.edition.parent),
    }
    title = original_title(document)
    if title is not None:
        fields["original_title"] = title
    translators = _once(last_editor(entry) for entry in entries)
    if translators:
        fields["translator"] = translators
    fields["reviewed_by"] = _once(approver(entry) for entry in entries)
    fields["reviewed_on"] = max((str(data.get("on", "")) for data in approvals), default="")
    engines = [describe_signature(engine) for engine in machine_signatures(catalog)]
    if engines:
        edited = round(100 * (1 - unedited_share(catalog)))
        fields["machine_translation"] = {"engines": engines, "edited_percent": edited}
    fields["disclosure"] = _disclosure(entries, machine=bool(engines))
    accepted = _acceptance(catalog)
    if accepted is not None:
        fields["unedited_accepted"] = accepted
    glossaries = _once(str(e.draft.get("glossary", "")) or None for e in entries if e.draft)
    if glossaries:
        fields["glossary_version"] = glossaries
    fields["source_sha256"] = hashlib.sha256(document.source.encode()).hexdigest()
    return fields


def _disclosure(entries: Iterable[Entry], *, machine: bool) -> str:
    people = ", ".join(_once(approver(entry) for entry in entries))
    how = (
        "Translated by machine from the Spanish and" if machine else "Translated from the Spanish,"
    )
    return f"{how} reviewed and approved by {people}, who answer for the text."


def _once(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))
