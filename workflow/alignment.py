"""Which paragraphs of an English page belong to which entry of the catalog."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workflow.arrangement import PARAGRAPHS, added_text
from workflow.article import Document, Kind, Segment, fingerprint, fingerprint_parts
from workflow.article.arranging import SPLITTABLE
from workflow.article.containers import Container, containers
from workflow.catalog import Entry
from workflow.following import SAME_PLACE, bag, likeness


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch where page and catalog have different numbers of paragraphs."""

    expected: int
    """How many there were to be."""
    found: int
    line: int
    """Line (1-based) of the page at which the stretch begins."""


Pair = tuple[Entry, tuple[Segment, ...]]
"""An entry and its paragraphs on the page, one at least."""


@dataclass(frozen=True, slots=True)
class PageAlignment:
    """Pairs in the order of the catalog, and what could not be paired."""

    pairs: tuple[Pair, ...]
    gaps: tuple[Gap, ...]
    added: tuple[tuple[str, Segment], ...] = ()
    """Paragraphs marked as added, each with the id of the segment that it stands behind."""


Parts = Callable[[Entry], Sequence[str]]
"""Gives the fingerprints of the paragraphs that a page is known to have had for an entry."""


def drafted_parts(entry: Entry) -> Sequence[str]:
    """What the draft had for it when that was last recorded."""
    return entry.recorded_parts


def shown_parts(entry: Entry) -> Sequence[str]:
    """What a page has for it that is rendered from the catalog as it is."""
    if entry.target:
        return [fingerprint(text) for text in entry.arrangement.paragraphs]
    return [fingerprint(entry.source)]


def published_parts(entry: Entry) -> Sequence[str]:
    """What the edition has for it: what was published, or what is about to be."""
    return shown_parts(entry) if entry.published is None else fingerprint_parts(entry.published)


def align_page(
    entries: Sequence[Entry], page: Document, parts: Parts = drafted_parts
) -> PageAlignment:
    """Pair the entries with the segments of the page that was rendered from them.

    The page has the paragraphs of the entries in their order; where a person changed their number,
    those that are still as recorded are the fixed points. Several paragraphs between two of them
    are the English of one entry where just that stood there, and nothing else could be meant.
    """
    last_line = page.source.count("\n") + 1
    expected = [Expected(parts(entry), entry.arrangement.paragraphs) for entry in entries]
    places = containers(page)
    marked = {s.id for s, at in zip(page.segments, places, strict=True) if _is_marked(s, at)}
    own = [(s, at) for s, at in zip(page.segments, places, strict=True) if s.id not in marked]
    aligned = align_texts(expected, [s for s, _ in own], [at for _, at in own])
    pairs = [pair for pair in zip(entries, aligned.texts, strict=True) if pair[1]]
    gaps = (
        Gap(gap.expected, gap.found, gap.segment.line if gap.segment else last_line)
        for gap in aligned.gaps
    )
    added = [_with_anchor(s, pairs) for s in page.segments if s.id in marked]
    return PageAlignment(tuple(pairs), tuple(gaps), tuple(added))


def _is_marked(segment: Segment, place: Container) -> bool:
    is_paragraph = segment.kind is Kind.PARAGRAPH and not place
    return is_paragraph and added_text(segment.message) is not None


def _with_anchor(segment: Segment, pairs: Sequence[Pair]) -> tuple[str, Segment]:
    """The segment with the entry of the text above it."""
    above = [entry for entry, texts in pairs if texts[0].start < segment.start]
    return (above[-1].after or above[-1].id if above else ""), segment


@dataclass(frozen=True, slots=True)
class Expected:
    """What stood somewhere for an entry."""

    parts: Sequence[str]
    """Fingerprints of its paragraphs."""
    paragraphs: Sequence[str] = ()
    """They themselves, as far as is known."""


@dataclass(frozen=True, slots=True)
class _TextGap:
    expected: int
    found: int
    segment: Segment | None
    """The first one, None at the end."""


@dataclass(frozen=True, slots=True)
class AlignedTexts:
    """For each text that was expected what stands there."""

    texts: Sequence[tuple[Segment, ...]]
    gaps: Sequence[_TextGap]


def align_texts(
    expected: Sequence[Expected],
    segments: Sequence[Segment],
    places: Sequence[Container],
) -> AlignedTexts:
    """Segments, with the containers that they stand in, as paragraphs of the expected texts."""
    if len(expected) == 1 and len(segments) > 1 and _may_be_one_text(segments, places):
        return AlignedTexts([tuple(segments)], [])
    owners = [index for index, one in enumerate(expected) for _ in one.parts]
    ours = [part for one in expected for part in one.parts]
    theirs = [fingerprint(segment.message) for segment in segments]
    found: list[list[Segment]] = [[] for _ in expected]
    gaps: list[tuple[Sequence[int], _TextGap]] = []
    several = {index for index, one in enumerate(expected) if len(one.parts) > 1}
    for i, j, a, b in _runs(ours, theirs, whole=not several):
        concerned = sorted(set(owners[i:j]))
        is_clear = len(concerned) == 1 or several.isdisjoint(concerned)
        if j - i == b - a and (
            is_clear or ours[i:j] == theirs[a:b] or _alike(expected, owners, i, segments[a:b])
        ):
            for owner, segment in zip(owners[i:j], segments[a:b], strict=True):
                found[owner].append(segment)
        elif len(concerned) == 1 and a < b and _may_be_one_text(segments[a:b], places[a:b]):
            found[concerned[0]] += segments[a:b]
        else:
            gap = _TextGap(j - i, b - a, segments[a] if a < len(segments) else None)
            gaps.append((concerned, gap))
    left = [g for owners, g in gaps if g.found or not all(found[owner] for owner in owners)]
    return AlignedTexts([tuple(texts) for texts in found], left)


def _alike(
    expected: Sequence[Expected], owners: Sequence[int], first: int, segments: Sequence[Segment]
) -> bool:
    """Whether each text has words of the paragraph in whose place it would be, from `first` on."""
    for place, segment in enumerate(segments, first):
        one = expected[owners[place]]
        number = place - owners.index(owners[place])
        if len(one.paragraphs) != len(one.parts):
            return False
        if likeness(bag(one.paragraphs[number]), bag(segment.message)) < SAME_PLACE:
            return False
    return True


def english_of(segments: Sequence[Segment]) -> str:
    """The paragraphs of an entry as the catalog keeps them."""
    return PARAGRAPHS.join(segment.message for segment in segments)


def _may_be_one_text(segments: Sequence[Segment], places: Sequence[Container]) -> bool:
    return len(set(places)) == 1 and all(segment.kind in SPLITTABLE for segment in segments)


def _runs(
    ours: Sequence[str], theirs: Sequence[str], *, whole: bool
) -> Iterator[tuple[int, int, int, int]]:
    """Index ranges `(i, j, a, b)` that cover both lists, equal or changed.

    Lists of one length go together `whole` where they may, so that the cost is linear but where a
    person changed the number of paragraphs.
    """
    if ours == theirs or (whole and len(ours) == len(theirs)):
        yield 0, len(ours), 0, len(theirs)
        return
    matcher = difflib.SequenceMatcher(None, ours, theirs, autojunk=False)
    for _, i, j, a, b in matcher.get_opcodes():
        yield i, j, a, b
