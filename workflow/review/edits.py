"""Edits that people made in an article's English: in the PO file, in the draft, in the edition.

Each text is compared with what was last recorded for its segment (see `Entry.recorded`): only a
place whose text differs from that was edited. What cannot be placed is refused with its line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.alignment import Gap, PageAlignment, Parts, align_page, drafted_parts, english_of
from workflow.arrangement import added_text
from workflow.article import ArticleOptions, Document, Segment, fingerprint, parse
from workflow.article.outside import first_difference_outside
from workflow.catalog import Catalog, Entry, State, addition_id, target_lines
from workflow.errors import Refused, WorkflowError

_PLACES = {"po": "PO file", "paired": "paired file"}


def place_of(via: str) -> str:
    """What people call the place of an edit: `paired` is the paired file."""
    return _PLACES.get(via, via)


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
    after: str = ""
    """Of what has no Spanish: the segment behind whose block it stands."""


def unchanged(entry: Entry, text: str) -> bool:
    """Whether `text` is nothing new for the entry: what was recorded, its English or Spanish."""
    seen = fingerprint(text)
    if seen == entry.recorded or (entry.source and seen == fingerprint(entry.source)):
        return True
    return bool(entry.target) and seen == fingerprint(entry.target)


def po_edits(catalog: Catalog, text: str, path: Path) -> list[Edit]:
    """Segments whose English was changed in the PO file itself; `text` is what it was read from."""
    edited = [
        entry
        for entry in catalog.texts
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
    """Segments whose English was changed in the draft since it was `began`, if that is known.

    Raises `Refused` with every place where its segments are not the catalog's, or where what is no
    segment was changed.
    """
    page, before = parse(text, options), None if began is None else parse(began, options)
    aligned = aligned_texts(catalog.texts, page, path)
    refuse_outside(page, before, path)
    stood = drafted(catalog.texts, before)
    edits = [
        edit_of(entry.id, segments, via, path, page)
        for entry, segments in aligned.pairs
        if not unchanged(entry, said := english_of(segments))
        and stood.get(entry.id) != fingerprint(said)
    ]
    return [*edits, *additions(aligned, via, path, page)]


def aligned_texts(
    entries: Sequence[Entry], page: Document, path: Path, parts: Parts = drafted_parts
) -> PageAlignment:
    """The texts of a page with their entries; raises `Refused` for all that have none."""
    aligned = align_page(entries, page, parts)
    if aligned.gaps:
        raise Refused([_unplaceable(gap, path) for gap in aligned.gaps])
    return aligned


def edit_of(
    entry_id: str, segments: Sequence[Segment], via: str, path: Path, page: Document
) -> Edit:
    """The English that stands on a page for an entry, as an edit of it."""
    end = last_line(page.source, segments[-1])
    return Edit(entry_id, english_of(segments), via, path, segments[0].line, end)


def additions(aligned: PageAlignment, via: str, path: Path, page: Document) -> Iterator[Edit]:
    """What is marked on a page as added."""
    for after, segment in aligned.added:
        text = added_text(segment.message) or ""
        end = last_line(page.source, segment)
        yield Edit(addition_id(after, text), text, via, path, segment.line, end, after)


def refuse_outside(page: Document, before: Document | None, path: Path) -> None:
    """Raise `WorkflowError` where what is no segment is not as `before`, if that is known."""
    line = None if before is None else first_difference_outside(page, before)
    if line is not None:
        raise outside_changed(path, line)


def outside_changed(path: Path, line: int | None = None) -> WorkflowError:
    """The error for a person who changed what is no segment of a page."""
    return WorkflowError(
        "what was changed here is no text of the article and would be lost",
        path=path,
        line=line,
        hint="code, HTML and other front matter come from the Spanish: change them there",
    )


def drafted(
    entries: Sequence[Entry], page: Document | None, parts: Parts = drafted_parts
) -> dict[str, str]:
    """Fingerprints of a page's texts by entry; none when it is not these entries'."""
    if page is None:
        return {}
    aligned = align_page(entries, page, parts)
    pairs = () if aligned.gaps else aligned.pairs
    return {entry.id: fingerprint(english_of(segments)) for entry, segments in pairs}


def last_line(text: str, segment: Segment) -> int:
    """Line (1-based) of `text` on which the segment ends."""
    return segment.line + text.count("\n", segment.start, segment.end)


_HINTS = {
    (True, True): "it cannot be told which belongs to which: split or leave out in the paired file",
    (True, False): "begin a note of your own with `added: `; a paragraph of the Spanish may be "
    "several here, where its own text is divided",
    (False, True): "write `omitted: REASON` in the place of what is to be left out",
}
"""By whether there is something, and whether there was to be."""


def _unplaceable(gap: Gap, path: Path) -> WorkflowError:
    return WorkflowError(
        f"{gap.found} paragraphs, items or cells stand here where the article has {gap.expected}",
        path=path,
        line=gap.line,
        hint=_HINTS[gap.found > 0, gap.expected > 0],
    )
