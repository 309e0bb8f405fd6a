"""Edits that people made in an article's English: in the PO file, in the draft, in the edition.

Each text is compared with what was last recorded for its segment (see `Entry.recorded`): only a
place whose text differs from that was edited. What cannot be placed is refused with its line.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workflow.alignment import Gap, align_page
from workflow.article import ArticleOptions, Document, Segment, fingerprint, parse
from workflow.article.outside import first_difference_outside
from workflow.catalog import Catalog, Entry, State, target_lines
from workflow.errors import Refused, WorkflowError


@dataclass(frozen=True, slots=True)
class Edit:
    """A person's English for one segment."""

    segment_id: str
    text: str
    via: str
    """`po`, `draft`, `paired` or `edition`."""
    path: Path
    line: int
    last_line: int


def unchanged(entry: Entry, text: str) -> bool:
    """Whether `text` is nothing new for the entry: what was recorded, its English or Spanish."""
    seen = fingerprint(text)
    if seen in (entry.recorded, fingerprint(entry.source)):
        return True
    return bool(entry.target) and seen == fingerprint(entry.target)


def po_edits(catalog: Catalog, text: str, path: Path) -> list[Edit]:
    """Segments whose English was changed in the PO file itself; `text` is what it was read from."""
    edited = [
        entry
        for entry in catalog.entries
        if entry.target
        and entry.state is not State.MACHINE
        and entry.recorded != fingerprint(entry.target)
    ]
    lines = target_lines(text) if edited else {}
    return [
        Edit(entry.id, entry.target, "po", path, *lines.get(entry.id, (0, 0))) for entry in edited
    ]


def page_edits(
    catalog: Catalog,
    text: str,
    path: Path,
    *,
    via: str,
    began: str | None,
    options: ArticleOptions | None = None,
) -> list[Edit]:
    """Segments whose English was changed in a page since it was `began`, if that is known.

    The page is the draft, or the edition with the draft's addresses. Raises `Refused` with every
    place where its segments are not the catalog's, or where what is no segment was changed.
    """
    page = parse(text, options)
    before = None if began is None else parse(began, options)
    aligned = align_page(catalog.entries, page.segments, last_line=text.count("\n") + 1)
    if aligned.gaps:
        raise Refused([_unplaceable(gap, path) for gap in aligned.gaps])
    line = None if before is None else first_difference_outside(page, before)
    if line is not None:
        raise WorkflowError(
            "what was changed here is no text of the article and would be lost",
            path=path,
            line=line,
            hint="code, HTML and other front matter come from the Spanish: change them there",
        )
    stood = _drafted(catalog, before)
    return [
        Edit(entry.id, segment.message, via, path, segment.line, last_line(text, segment))
        for entry, segment in aligned.pairs
        if not unchanged(entry, segment.message)
        and stood.get(entry.id) != fingerprint(segment.message)
    ]


def _drafted(catalog: Catalog, page: Document | None) -> dict[str, str]:
    """Fingerprints of a page's segments by entry; none when it is not this catalog's."""
    if page is None:
        return {}
    aligned = align_page(catalog.entries, page.segments, last_line=1)
    pairs = () if aligned.gaps else aligned.pairs
    return {entry.id: fingerprint(segment.message) for entry, segment in pairs}


def last_line(text: str, segment: Segment) -> int:
    """Line (1-based) of `text` on which the segment ends."""
    return segment.line + text.count("\n", segment.start, segment.end)


def _unplaceable(gap: Gap, path: Path) -> WorkflowError:
    return WorkflowError(
        f"{len(gap.segments)} paragraphs, items or cells stand here where the article has "
        f"{len(gap.entries)}",
        path=path,
        line=gap.line,
        hint="keep one for each of the Spanish",
    )
