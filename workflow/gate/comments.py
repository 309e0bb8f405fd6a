"""`<!-- workflow:ignore N105 reason -->`: findings that the text itself asks to ignore.

A comment inside a paragraph, item or cell is about that text; one that stands alone is about the
next block, or, inside a list or quote, about the next text there. Both pages may have them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workflow.article import Block, Document, Segment, fingerprint
from workflow.article.comments import Comment, comments
from workflow.findings import Finding, finding
from workflow.gate.rules import BAD_IGNORE, UNUSED_IGNORE
from workflow.located import Acceptance, Located, Place, Suppression
from workflow.places import Page

_ASKS = re.compile(r"workflow:ignore\b")
_RULE = re.compile(r"[A-Z]\d{3}")
_SEPARATORS = re.compile(r"[\s,]+")
_MOST_LIKE_A_RULE = re.compile(r"(?:[A-Za-z]\d+|[A-Z]):?")


@dataclass(frozen=True, slots=True)
class Ignore:
    """A comment that asks to ignore findings of `rules` between two places of its file."""

    place: Place
    rules: tuple[str, ...]
    reason: str
    first: tuple[int, int]
    last: tuple[int, int]
    """Line and column where what it is about begins and ends."""
    subject: str
    """Fingerprint of what it is about."""

    def covers(self, located: Located) -> bool:
        """Whether it is about the place of a finding in its file."""
        places = (located.target, located.source)
        return any(
            place is not None
            and place.path == self.place.path
            and self.first <= place.start <= self.last
            for place in places
        )


def settle_ignored(found: Sequence[Located], pages: Sequence[Page]) -> list[Located]:
    """`found`, those that a comment covers suppressed; comments that do nothing are findings."""
    ignores: list[Ignore] = []
    refused: list[Located] = []
    for page in pages:
        for comment in comments(page.document):
            if _ASKS.match(comment.text):
                read = _read(comment, page)
                if isinstance(read, Ignore):
                    ignores.append(read)
                else:
                    place = page.place(comment.start, comment.end)
                    subject = _subject(page, *_about(comment, page.document))
                    refused.append(_about_comment(read, place, subject, pages))
    if not ignores and not refused:
        return list(found)
    used: set[tuple[int, str]] = set()
    by_line = _by_line(ignores)
    settled = [_settled(located, ignores, by_line, used) for located in found]
    return [*settled, *refused, *_unused(ignores, used, pages)]


def _by_line(ignores: Sequence[Ignore]) -> Mapping[tuple[Path, int], Sequence[int]]:
    """Which of the comments are about a line of a file, by their numbers."""
    found: defaultdict[tuple[Path, int], list[int]] = defaultdict(list)
    for number, ignore in enumerate(ignores):
        for line in range(ignore.first[0], ignore.last[0] + 1):
            found[ignore.place.path, line].append(number)
    return found


def _settled(
    located: Located,
    ignores: Sequence[Ignore],
    by_line: Mapping[tuple[Path, int], Sequence[int]],
    used: set[tuple[int, str]],
) -> Located:
    rule = located.finding.rule
    places = [place for place in (located.target, located.source) if place is not None]
    near = [number for place in places for number in by_line.get((place.path, place.line), ())]
    for number in near:
        ignore = ignores[number]
        if rule in ignore.rules and ignore.covers(located):
            used.add((number, rule))
            if located.suppression is None:
                accepted = Suppression(Acceptance.IGNORED, ignore.reason)
                located = replace(located, suppression=accepted)
    return located


def _unused(
    ignores: Sequence[Ignore], used: set[tuple[int, str]], pages: Sequence[Page]
) -> Iterator[Located]:
    for number, ignore in enumerate(ignores):
        for rule in ignore.rules:
            if (number, rule) not in used:
                message = f"there is no {rule} to ignore here"
                said = finding(UNUSED_IGNORE, message)
                yield _about_comment(said, ignore.place, ignore.subject, pages)


def _about_comment(said: Finding, place: Place, subject: str, pages: Sequence[Page]) -> Located:
    """A finding about a comment, on the side that its file is."""
    if place.path == pages[-1].path:
        return Located(said, None, None, place, subject)
    return Located(said, None, place, None, subject)


def _subject(page: Page, start: int, end: int) -> str:
    """What a comment is about, whatever line it stands on."""
    return fingerprint(page.document.source[start:end])


def _read(comment: Comment, page: Page) -> Ignore | Finding:
    """The comment as a request, or what is wrong with it."""
    words = _SEPARATORS.split(comment.text)[1:]
    names = []
    for word in words:
        if not _MOST_LIKE_A_RULE.fullmatch(word):
            break
        names.append(word.rstrip(":"))
    wrong = [name for name in names if not _RULE.fullmatch(name)]
    if wrong:
        return finding(BAD_IGNORE, f"{wrong[0]!r} is no rule; rules are like N105")
    if not names:
        return finding(BAD_IGNORE, "names no rule; write workflow:ignore N105 and the reason")
    reason = re.sub(r"^[\s:–—-]+", "", " ".join(words[len(names) :]))
    if not reason:
        return finding(BAD_IGNORE, f"gives no reason to ignore {', '.join(names)}")
    start, end = _about(comment, page.document)
    about = page.place(start, end)
    place = page.place(comment.start, comment.end)
    last = (about.end_line, about.end_column)
    subject = _subject(page, start, end)
    return Ignore(place, tuple(names), reason, about.start, last, subject)


def _about(comment: Comment, document: Document) -> tuple[int, int]:
    """What of the file a comment is about."""
    number = bisect_right(document.blocks, comment.start, key=lambda b: b.start) - 1
    block = document.blocks[number] if number >= 0 else None
    if block is not None and comment.start < block.end:
        inside = _segments_of(block, document)
        for segment in inside:
            if segment.start <= comment.start < segment.end:
                return segment.start, segment.end
        for segment in inside:
            if segment.start >= comment.end:
                return segment.start, segment.end
    for later in document.blocks[number + 1 :]:
        if later.segment_ids and later.start >= comment.end:
            return later.start, later.end
    return comment.start, comment.end


def _segments_of(block: Block, document: Document) -> Sequence[Segment]:
    first = bisect_left(document.segments, block.start, key=lambda s: s.start)
    return document.segments[first : first + len(block.segment_ids)]
