"""Edits that people made in the edition itself, on any machine.

The catalog keeps a fingerprint of what the edition says for each segment, and one of all else in
it. So an edit is known in a fresh clone, and an edition older than its catalog holds none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from workflow.alignment import english_of, published_parts
from workflow.article import Document, fingerprint
from workflow.article.outside import outside_fingerprint
from workflow.catalog import Catalog, target_lines
from workflow.review.edits import (
    Edit,
    additions,
    aligned_texts,
    drafted,
    edit_of,
    outside_changed,
    refuse_outside,
    unchanged,
)


def known_edition(catalog: Catalog) -> bool:
    """Whether the catalog knows what the edition said when it was last written or taken in."""
    return any(entry.published is not None for entry in catalog.texts)


def edition_edits(
    catalog: Catalog, page: Document, path: Path, before: Document | None
) -> list[Edit]:
    """Segments whose English was changed in the edition, a `page` with the draft's addresses.

    `before` is what was last taken in of it on this machine, if that is known. Raises `Refused`
    with every place where its segments are not those that were published, `WorkflowError` where
    what is no segment was changed.
    """
    texts = catalog.in_edition
    aligned = aligned_texts(texts, page, path, published_parts)
    if outside_fingerprint(page) != catalog.edition_frame:
        refuse_outside(page, before, path)
        if before is None:
            raise outside_changed(path)
    stood = drafted(texts, before, published_parts)
    edits = [
        edit_of(entry.id, segments, "edition", path, page)
        for entry, segments in aligned.pairs
        if not unchanged(entry, said := english_of(segments))
        and fingerprint(said) not in (entry.published, stood.get(entry.id))
    ]
    return [*edits, *additions(aligned, "edition", path, page)]


def outrun(
    catalog: Catalog,
    edits: Sequence[Edit],
    stored: str,
    path: Path,
    returned: Callable[[str], Document],
) -> list[Edit]:
    """What the catalog says where it and the edition both changed since that was written.

    `edits` are the edition's, `stored` is the PO text of the catalog at `path`; `returned` gives
    what comes back of an English through an edition, whose addresses are written in one way.
    """
    lines = target_lines(stored) if edits else {}
    known = catalog.by_id()
    found = []
    for edit in edits:
        entry = known.get(edit.segment_id)
        if entry is None or not entry.human or entry.published is None:
            continue
        now = english_of(returned(entry.target).segments)
        if entry.published not in (fingerprint(entry.target), fingerprint(now)):
            found.append(Edit(entry.id, entry.target, "po", path, *lines.get(entry.id, (0, 0))))
    return found


def with_edition(catalog: Catalog, page: Document, path: Path) -> Catalog:
    """The catalog that knows what the segments of the edition say, a `page` as above."""
    pairs = aligned_texts(catalog.in_edition, page, path, published_parts).pairs
    said = {entry.id: fingerprint(english_of(segments)) for entry, segments in pairs}
    return catalog.map(lambda entry: replace(entry, published=said.get(entry.id, entry.published)))


def as_published(catalog: Catalog, page: Document, path: Path) -> Catalog:
    """The catalog that knows all of the edition that was just written from it."""
    fresh = catalog.map(lambda entry: replace(entry, published=None))
    frame = outside_fingerprint(page)
    return replace(with_edition(fresh, page, path), edition_frame=frame)
