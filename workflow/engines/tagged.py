"""Tagged translations: the tags of a segment put back around the words that render theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

from workflow.engines.base import AlignedSpan
from workflow.engines.gaps import marks_before, offset_of_mark
from workflow.engines.markup import CLOSING, OPENING, Tag, TaggedText, escape, hollow, verbatim
from workflow.engines.placement import Alignment, Range, words

__all__ = ["Tag", "TaggedText", "escape", "project"]


def standing_alone(source: TaggedText) -> list[int]:
    """Offsets of the void tags that stand like words of their own (code, images) in order."""
    found = []
    for tag in source.walk():
        if not tag.void or tag.end > tag.start:
            continue
        before, after = source.plain[: tag.start][-1:], source.plain[tag.start :][:1]
        if (not before.strip() or before in OPENING) and (not after.strip() or after in CLOSING):
            found.append(tag.start)
    return sorted(set(found))


def line_breaks(source: TaggedText) -> list[int]:
    """Offsets behind the void tags that part two words as a line break does, in order."""
    return [tag.end for tag in source.walk() if tag.void and tag.end > tag.start]


_BRACKETS: Final = {"(": ")", "[": "]"}


class _Hold(Enum):
    """What a void tag holds on to."""

    WORD_BEFORE = -1
    NOTHING = 0
    WORD_AFTER = 1
    LINES = 2


@dataclass(frozen=True, slots=True)
class _Point:
    """Void tags that stand together, as one run of markup."""

    start: int
    end: int
    markup: str
    hold: _Hold


@dataclass(frozen=True, slots=True)
class _Level:
    """Tags inside one paired tag (or the segment), with what their parent covers."""

    tags: tuple[Tag, ...]
    source: Range
    target: Range


@dataclass(frozen=True, slots=True)
class _Edges:
    """What the tags around words fix for the void tags of their level, in target word numbers."""

    ends: dict[int, int]
    """Where the tag that ends at a source offset ends."""
    starts: dict[int, int]
    """Where the tag that starts at a source offset starts."""
    closed: list[Range]
    """Their windows, in order: no void tag inside."""
    anchors: dict[int, int]
    """Target characters given for source offsets."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A tag or point at its characters in the target."""

    key: tuple[int, int, int]
    """Word number, points before ranges, order in the source."""
    start: int
    end: int
    item: Tag | _Point


def project(
    source: TaggedText,
    target: str,
    alignment: Iterable[AlignedSpan] = (),
    sentences: Sequence[AlignedSpan] = (),
) -> str:
    """The plain translation `target` of `source.plain` with all the tags of `source` in it.

    `alignment` aligns words over the plain texts; an entry whose source range is empty says
    where a void tag at that place goes. `sentences` aligns whole sentences: tags never leave
    theirs. Without links a tag stands where its neighbours or its relative place say. Every tag
    comes back once, nested as it was.
    """
    if not source.tags:
        return escape(target)
    spans = list(alignment)
    aligned = Alignment(source.plain, target, spans, sentences)
    anchors = {
        span.source_start: span.target_start
        for span in spans
        if span.source_start == span.source_end
    }
    out: list[str] = []
    whole = _Level(source.tags, (0, len(source.plain)), (0, len(target)))
    waiting: list[str | _Level] = [whole]
    while waiting:
        piece = waiting.pop()
        if isinstance(piece, str):
            out.append(piece)
        else:
            waiting.extend(reversed(_written(piece, _place(piece, aligned, anchors), target)))
    return "".join(out)


def _written(level: _Level, placed: Sequence[_Placed], target: str) -> list[str | _Level]:
    """Text, markup and inner levels of a level, in order, with the spaces a void tag asks for."""
    pieces: list[str | _Level] = []
    cursor, end = level.target
    trim = False
    for place in placed:
        text = target[cursor : place.start]
        text = text.lstrip() if trim else text
        trim = False
        cursor = place.end
        if isinstance(place.item, Tag):
            inner = _Level(
                place.item.children, (place.item.start, place.item.end), (place.start, place.end)
            )
            pieces += [escape(text), place.item.opening, inner, place.item.closing]
            continue
        point = place.item
        if point.hold is _Hold.LINES:
            pieces += [escape(text.rstrip()), point.markup]
            trim = True
        elif point.hold is _Hold.NOTHING:
            before, after = _spaces(text, target[cursor:end], cursor > level.target[0])
            if not text.rstrip() and pieces[-1:] == [" "]:
                before = ""  # the tag before this one has asked for it
            pieces += [escape(text.rstrip()), before, point.markup, after]
            trim = True
        else:
            pieces += [escape(text), point.markup]
    rest = target[cursor:end]
    return [*pieces, escape(rest.lstrip() if trim else rest)]


def _spaces(text: str, rest: str, inside: bool) -> tuple[str, str]:
    """The spaces on both sides of a void tag that stands like a word of its own."""
    left, right = text.rstrip()[-1:], rest.lstrip()[:1]
    before = " " if inside and left not in OPENING else ""
    after = " " if right and right not in CLOSING else ""
    return before, after


def _place(level: _Level, aligned: Alignment, anchors: dict[int, int]) -> list[_Placed]:
    """Where the tags of a level go, in the order of the target, none over another."""
    within = aligned.target_range(*level.target)
    ranges = [tag for tag in level.tags if aligned.source_count(tag.start, tag.end)]
    found = aligned.windows([(tag.start, tag.end) for tag in ranges], level.source, within)
    windows = {tag.start: window for tag, window in zip(ranges, found, strict=True) if window}
    edges = _Edges(
        {tag.end: windows[tag.start][1] for tag in ranges if tag.start in windows},
        {start: first for start, (first, _) in windows.items()},
        sorted(windows.values()),
        anchors,
    )
    placed = [
        _place_range(item, order, windows[item.start], level, aligned)
        if isinstance(item, Tag)
        else _place_point(item, order, edges, level, aligned)
        for order, item in enumerate(_items(level, windows, aligned))
    ]
    placed.sort(key=lambda place: place.key)
    return _disjoint(placed, level.target)


def _items(level: _Level, windows: dict[int, Range], aligned: Alignment) -> Iterator[Tag | _Point]:
    """Tags around words one by one; the others as points, together when nothing parts them."""
    plain = aligned.source
    together: list[Tag] = []
    for tag in level.tags:
        around_words = tag.end > tag.start and tag.start in windows
        if together and (around_words or plain[together[-1].end : tag.start].strip()):
            yield _bracketed(_point(together, plain), level, aligned)
            together = []
        if around_words:
            yield tag
        else:
            together.append(tag)
    if together:
        yield _bracketed(_point(together, plain), level, aligned)


def _bracketed(point: _Point, level: _Level, aligned: Alignment) -> _Point:
    """The point with the brackets that hold nothing else, where the target has lost them."""
    opening, closing = aligned.source[: point.start][-1:], aligned.source[point.end :][:1]
    held = level.source[0] < point.start and point.end < level.source[1]
    if not held or _BRACKETS.get(opening) != closing:
        return point
    if opening + closing in "".join(aligned.target.split()):
        return point
    return _Point(point.start - 1, point.end + 1, opening + point.markup + closing, _Hold.NOTHING)


def _point(tags: Sequence[Tag], plain: str) -> _Point:
    start, end = tags[0].start, tags[-1].end
    markup, cursor = "", start
    for tag in tags:
        markup += escape(plain[cursor : tag.start])
        markup += hollow(tag) if words(plain[tag.start : tag.end]) else verbatim(tag, plain)
        cursor = tag.end
    before, after = plain[start - 1 : start] if start else "", plain[end : end + 1]
    if any(tag.void and tag.end > tag.start for tag in tags):
        hold = _Hold.LINES
    elif before.strip() and before not in OPENING:
        hold = _Hold.WORD_BEFORE
    elif after.strip() and after not in CLOSING:
        hold = _Hold.WORD_AFTER
    else:
        hold = _Hold.NOTHING
    return _Point(start, end, markup, hold)


def _place_range(tag: Tag, order: int, window: Range, level: _Level, aligned: Alignment) -> _Placed:
    """The characters of a window, with the punctuation that the tag holds in the source."""
    first, last = window
    start = _cut(tag.start, tag.start, first, level, aligned, ending=False)
    end = _cut(tag.end, tag.end, last, level, aligned, ending=True)
    return _Placed((first, 1, order), start, end, tag)


def _place_point(
    point: _Point, order: int, edges: _Edges, level: _Level, aligned: Alignment
) -> _Placed:
    """The character where a point stands: glued to a tag, at its anchor, or by the links."""
    within = aligned.target_range(*level.target)
    boundary = None
    if point.hold is _Hold.WORD_BEFORE:
        boundary = edges.ends.get(point.start)
    elif point.hold is _Hold.WORD_AFTER:
        boundary = edges.starts.get(point.end)
    if boundary is None:
        boundary = aligned.anchored(edges.anchors.get(point.start), within, edges.closed)
    if boundary is None:
        stick = 0 if point.hold is _Hold.LINES else point.hold.value
        at = (point.start, point.end)
        boundary = aligned.boundary(at, level.source, within, edges.closed, stick)
    again = aligned.again(point.start, point.end)
    if again is not None and level.target[0] <= again[0] and again[1] <= level.target[1]:
        return _Placed((aligned.target_range(*again)[0], 0, order), *again, point)
    ending = point.hold is not _Hold.WORD_AFTER
    place = _cut(point.start, point.end, boundary, level, aligned, ending=ending)
    return _Placed((boundary, 0, order), place, place, point)


def _cut(
    start: int, end: int, boundary: int, level: _Level, aligned: Alignment, *, ending: bool
) -> int:
    """The target character for an edge at source `[start, end)` and a boundary between words."""
    left, right = aligned.source_gap(start, end)
    low, high = aligned.gap_at(boundary)
    low, high = max(low, level.target[0]), min(high, level.target[1])
    if start == level.source[0] and low == level.target[0]:
        return low
    if end == level.source[1] and high == level.target[1]:
        return high
    gap = aligned.target[low:high]
    count = marks_before(gap, left, right, ending=ending)
    return low + offset_of_mark(gap, count, ending=ending)


def _disjoint(placed: Sequence[_Placed], bounds: Range) -> list[_Placed]:
    """The same places, none beginning before the one ahead of it ends."""
    result, cursor = [], bounds[0]
    for place in placed:
        start = min(max(place.start, cursor), bounds[1])
        cursor = min(max(place.end, start), bounds[1])
        result.append(_Placed(place.key, start, cursor, place.item))
    return result
