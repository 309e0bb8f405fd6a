"""The article as another page arranges it: paragraphs twice or more, blocks left out or added.

The result is read again and must have the blocks that were meant. Where it has not, more is put
between what would have grown together; where that does not help, the place stays as it is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from markdown_it.token import Token

from workflow.article.blocks import BLOCK_KINDS
from workflow.article.composing import apply
from workflow.article.cutting import Change, Gap, additions_by_place, difference, edits_of
from workflow.article.document import Document, Segment, parse
from workflow.article.pieces import Kind
from workflow.article.places import PARAGRAPH
from workflow.errors import ArticleError

SPLITTABLE = frozenset({Kind.PARAGRAPH, Kind.BLOCKQUOTE, Kind.LIST_ITEM})
"""What may be several paragraphs on another page."""
_REMOVABLE = frozenset(
    {
        "heading_open",
        "paragraph_open",
        "bullet_list_open",
        "ordered_list_open",
        "list_item_open",
        "blockquote_open",
        "table_open",
        "html_block",
        "dl_open",
    }
)
_NOTES = ("definition", "footnote")
_PATIENCE = 12
"""How often the page is read again before all that is special on it is given up."""

_NO_SPLIT = "only a paragraph can be several, in the text, in a quote or in a list"
_NO_SPLIT_WITH_PARTS = "a paragraph with an image or a titled link in it cannot be several"
_NO_REMOVAL = {
    "table": "a cell cannot be left out by itself: leave out the whole row or table",
    "note": "a note cannot be left out: leave out what refers to it",
    "part": "this cannot be left out by itself: leave out what it stands in",
}
_NOT_THE_SAME = "the page around it would no longer be the same"
_NO_ADDITION = "nothing can be added behind this: only behind a block of the text"


@dataclass(frozen=True, slots=True)
class Arranged:
    """A document in the arrangement of another page."""

    document: Document
    places: tuple[tuple[str, int], ...]
    """For each of its segments: id of the original's, and which paragraph of it this is, from 0."""
    refused: Mapping[str, str] = field(default_factory=dict)
    """Ids of segments that could not be arranged as wanted, and why."""


Added = Mapping[str, Sequence[tuple[str, Sequence[str]]]]
"""By segment what stands behind its block: an id, and its paragraphs, each on one line."""


def arrange(document: Document, counts: Mapping[str, int], added: Added | None = None) -> Arranged:
    """The document with as many paragraphs for a segment as `counts` says where that is not one.

    With 0 the segment is left out, and with it a whole block, item or row none of whose segments
    stays. What is `added` are segments of the page as well.
    """
    added = added or {}
    refused: dict[str, str] = {}
    changes = [
        *_splits(document, counts, refused),
        *_removals(document, counts, refused),
        *_additions(document, added, refused),
    ]
    changes.sort(key=lambda change: change.first)
    apart = {change.first for change in changes if change.added}
    for change in changes:
        if not apart.isdisjoint((change.first, change.last)):
            change.gap = Gap.NOTHING  # what is added stands between
    for _ in range(_PATIENCE):
        standing = [change for change in changes if change.gap is not Gap.GIVEN_UP]
        made = _made(document, standing)
        if isinstance(made, Arranged):
            return replace(made, refused=refused)
        _distrust(standing, made, refused)
    refused.update((one, _NOT_THE_SAME) for change in changes for one in change.ids)
    return Arranged(document, tuple((s.id, 0) for s in document.segments), refused)


def _made(document: Document, changes: Sequence[Change]) -> Arranged | int:
    """The page with these changes, or the token of the original from which it came out otherwise.

    Comments that separate are blocks of their own; nothing else is new.
    """
    if not changes:
        return Arranged(document, tuple((s.id, 0) for s in document.segments))
    try:
        page = parse(apply(document.source, edits_of(document, changes)), document.options)
    except ArticleError:
        return 0
    where = difference(document, page, changes)
    if where is not None:
        return where
    meant = list(_segments(document, changes))
    for (_, _, message, token), found in zip_longest(meant, page.segments, fillvalue=_NOTHING):
        if not isinstance(found, Segment) or found.message.split() != message.split():
            return token
    return Arranged(page, tuple((one, number) for one, number, _, _ in meant))


_NOTHING = ("", 0, "", 0)


def _segments(document: Document, changes: Sequence[Change]) -> Iterator[tuple[str, int, str, int]]:
    """What the page's segments shall be: id, which paragraph, message, token of the original."""
    gone = {one for change in changes if change.leaves_out for one in change.ids}
    copies = {change.ids[0]: change.copies for change in changes if change.copies}
    behind = additions_by_place(changes)
    waiting = sorted(behind, reverse=True)
    for segment in document.segments:
        token = segment.field.token
        while waiting and waiting[-1] <= token:
            yield from _paragraphs(behind[waiting.pop()])
        if segment.id not in gone:
            for number in range(copies.get(segment.id, 0) + 1):
                yield segment.id, number, segment.message, token
    while waiting:
        yield from _paragraphs(behind[waiting.pop()])


def _paragraphs(changes: Sequence[Change]) -> Iterator[tuple[str, int, str, int]]:
    for change in changes:
        for number, text in enumerate(change.added):
            yield change.ids[0], number, text, change.first


def _distrust(standing: Sequence[Change], token: int, refused: dict[str, str]) -> None:
    """Take more care of the last change before the token where the page came out otherwise."""
    before = [change for change in standing if change.first <= token] or standing
    culprit = before[-1]
    culprit.gap = Gap(culprit.gap + 1) if culprit.leaves_out else Gap.GIVEN_UP
    if culprit.gap is Gap.GIVEN_UP:
        refused.update((one, _NOT_THE_SAME) for one in culprit.ids)


# --- what is to change


def _splits(
    document: Document, counts: Mapping[str, int], refused: dict[str, str]
) -> Iterator[Change]:
    owners = {id(s.field.parent) for s in document.segments if s.field.parent is not None}
    for segment in document.segments:
        count, own = counts.get(segment.id, 1), segment.field
        if count < 2:
            continue
        if not _is_whole_paragraph(segment):
            refused[segment.id] = _NO_SPLIT
        elif id(own) in owners:
            refused[segment.id] = _NO_SPLIT_WITH_PARTS
        else:
            yield Change(own.token - 1, own.token + 2, (segment.id,), count - 1)


def _is_whole_paragraph(segment: Segment) -> bool:
    own = segment.field
    ends = own.within + len(own.text) == len(own.whole or own.text)
    paragraph = segment.kind in SPLITTABLE and own.place is PARAGRAPH
    return paragraph and ends and own.parent is None and not own.has_neighbours


def _additions(document: Document, added: Added, refused: dict[str, str]) -> Iterator[Change]:
    if not added:
        return
    tokens = document.reading.body.tokens
    closings = _closings(tokens)
    blocks = [block for block in document.blocks if block.key is None]
    starts = [i for i, t in enumerate(tokens) if t.level == 0 and t.type in BLOCK_KINDS]
    behind = {block.id: closings.get(i, i + 1) for block, i in zip(blocks, starts, strict=True)}
    for block in document.blocks:
        for segment_id in block.segment_ids:
            for one, paragraphs in added.get(segment_id, ()):
                if block.id not in behind or block.kind in _NOTES:
                    refused[one] = _NO_ADDITION
                elif paragraphs:
                    first = behind[block.id]
                    yield Change(first, first, (one,), added=paragraphs, at=block.end)


def _removals(
    document: Document, counts: Mapping[str, int], refused: dict[str, str]
) -> Iterator[Change]:
    omitted = {s.id for s in document.segments if counts.get(s.id, 1) == 0}
    if not omitted:
        return
    for segment in document.segments:
        if segment.id in omitted and segment.field.token < 0:
            refused[segment.id] = _NO_REMOVAL["part"]
    tokens = document.reading.body.tokens
    inside = [s for s in document.segments if s.field.token >= 0]
    at = [segment.field.token for segment in inside]
    found = _Removals(tokens, _closings(tokens), inside, at, omitted - refused.keys(), refused)
    yield from found.within(0, len(tokens), "")


def _closings(tokens: Sequence[Token]) -> dict[int, int]:
    """Index of each opening token -> index behind its closing one."""
    closings, opened = {}, []
    for index, token in enumerate(tokens):
        if token.nesting > 0:
            opened.append(index)
        elif token.nesting < 0:
            closings[opened.pop()] = index + 1
    return closings


@dataclass(frozen=True, slots=True)
class _Removals:
    """Finds the largest blocks none of whose segments stays."""

    tokens: Sequence[Token]
    closings: Mapping[int, int]
    segments: Sequence[Segment]
    at: Sequence[int]
    """Index of each segment's token."""
    omitted: set[str]
    refused: dict[str, str]

    def within(self, first: int, last: int, container: str) -> Iterator[Change]:
        """The blocks to be left out among the tokens `[first, last)` of a container."""
        index, is_first = first, True
        while index < last:
            token = self.tokens[index]
            behind = self.closings.get(index, index + 1)
            inside = self._inside(index, behind)
            gone = [segment for segment in inside if segment.id in self.omitted]
            if gone and len(gone) == len(inside) and self._goes(token, container, is_first):
                gap = Gap.COMMENT if self._would_join(index, behind) else Gap.NOTHING
                yield Change(index, behind, [segment.id for segment in inside], gap=gap)
            elif gone and token.nesting > 0 and token.type not in ("paragraph_open", "th_open"):
                yield from self.within(index + 1, behind - 1, token.type)
            elif gone:
                why = _NO_REMOVAL[_trouble(token, container)]
                self.refused.update((segment.id, why) for segment in gone)
            index, is_first = behind, False

    def _inside(self, first: int, behind: int) -> Sequence[Segment]:
        """The segments of the tokens `[first, behind)`."""
        return self.segments[bisect_left(self.at, first) : bisect_left(self.at, behind)]

    def _would_join(self, first: int, behind: int) -> bool:
        """Whether a list ends before these tokens and one like it begins behind them."""
        if not 0 < first < behind < len(self.tokens):
            return False
        before, after = self.tokens[first - 1], self.tokens[behind]
        is_list = after.type in ("bullet_list_open", "ordered_list_open")
        return is_list and (before.type, before.markup) == (
            after.type.replace("open", "close"),
            after.markup,
        )

    def _goes(self, token: Token, container: str, is_first: bool) -> bool:
        if token.type == "tr_open":
            return container == "tbody_open"
        if container == "list_item_open" and is_first:
            return False
        return token.type in _REMOVABLE and container not in ("footnote_reference_open", "dl_open")


def _trouble(token: Token, container: str) -> str:
    if container in ("tr_open", "thead_open") or token.type in ("th_open", "td_open", "tr_open"):
        return "table"
    if container == "footnote_reference_open" or token.type == "definition":
        return "note"
    return "part"
