"""Signing an article off: which segments a person approves, and which cannot be."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from workflow.article import Document
from workflow.catalog import Catalog, State
from workflow.errors import WorkflowError
from workflow.examination import Standards, check_entry
from workflow.placing import lines_of
from workflow.project import Article
from workflow.review.approval import approve_entries, clean_entries
from workflow.review.revision import Desk, revise


@dataclass(frozen=True, slots=True)
class Place:
    """A segment, by its id and its line in the Spanish."""

    segment_id: str
    line: int


@dataclass(frozen=True, slots=True)
class SignOff:
    """What became of the segments that somebody wanted to approve."""

    approved: tuple[Place, ...]
    """Newly approved."""
    refused: tuple[tuple[Place, str], ...]
    """Not approved, and why."""
    left: int
    """Segments of the article that are not approved yet."""


def sign_off(
    desk: Desk, article: Article, segments: Collection[str], *, clean: bool, by: str, on: str
) -> SignOff:
    """Approve the segments of these ids and, with `clean`, all edited ones without findings.

    Raises `WorkflowError` for an id that is not in the article, and then changes nothing.
    """
    before: set[str] = set()
    refused: dict[str, str] = {}
    lines: dict[str, int] = {}

    def change(document: Document, catalog: Catalog) -> Catalog:
        lines.update(lines_of(document, catalog))
        standards = desk.standards(document.source)
        wanted = _wanted(article, catalog, segments, standards if clean else None)
        before.update(_approved(catalog))
        four_eyes = desk.project.config.review.four_eyes
        approved, reasons = approve_entries(catalog, wanted, by=by, on=on, four_eyes=four_eyes)
        refused.update(reasons)
        return approved

    catalog = revise(desk, article, change).catalog
    now = _approved(catalog)
    return SignOff(
        tuple(Place(e.id, lines[e.id]) for e in catalog.texts if e.id in now - before),
        tuple((Place(entry_id, lines[entry_id]), why) for entry_id, why in refused.items()),
        len(catalog.texts) - len(now),
    )


def _wanted(
    article: Article, catalog: Catalog, segments: Collection[str], clean_by: Standards | None
) -> set[str]:
    """The ids named and, where standards are given, those that are clean by them."""
    unknown = set(segments) - catalog.by_id().keys()
    if unknown:
        raise WorkflowError(
            f"has no segment {min(unknown)!r}",
            path=article.source,
            hint="`workflow diff --json` and `workflow check --json` name them",
        )
    if clean_by is None:
        return set(segments)
    found = {entry.id: check_entry(entry, clean_by) for entry in catalog.texts}
    return set(segments) | clean_entries(catalog, found)


def _approved(catalog: Catalog) -> set[str]:
    return {entry.id for entry in catalog.texts if entry.state is State.APPROVED}
