"""Lines put into an article and taken out of it, and whether the page then is what was meant.

What is put in are copies of a paragraph and paragraphs of an editor's own; what is taken out are
whole blocks. Where two blocks would grow together, a blank line or a comment stays between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from markdown_it.token import Token

from workflow.article.composing import Edit
from workflow.article.document import Document, Segment
from workflow.article.lines import first_line_end

_SEPARATOR = "<!-- -->"
_BLANK = re.compile(r"[ \t>]*")
_NUMBER = re.compile(r"(?P<before>[ \t>]*)(?P<number>\d{1,9})(?P<after>[.)])")


class Gap(IntEnum):
    """What is left where a block was."""

    NOTHING = 0
    BLANK_LINE = 1
    COMMENT = 2
    GIVEN_UP = 3


@dataclass(slots=True)
class Change:
    """A paragraph that becomes several, a block that is left out, or paragraphs between blocks."""

    first: int
    last: int
    """Its tokens, `[first, last)`; none where paragraphs are added."""
    ids: Sequence[str]
    """Of what it is for: segments, or what is added."""
    copies: int = 0
    """How many times more the paragraph stands there."""
    added: Sequence[str] = ()
    """The paragraphs that are added, each on one line."""
    at: int = 0
    """Offset of the end of the block that they stand behind."""
    gap: Gap = Gap.NOTHING

    @property
    def leaves_out(self) -> bool:
        """Whether its block is to go."""
        return not self.copies and not self.added


def additions_by_place(changes: Sequence[Change]) -> dict[int, list[Change]]:
    """What is added, by the token that it stands before."""
    found: dict[int, list[Change]] = {}
    for change in changes:
        if change.added:
            found.setdefault(change.first, []).append(change)
    return found


_Meant = tuple[str, int, Token | None, int]
"""A token of the page: type, level, the original's, and the original's index."""
_PARAGRAPH = (("paragraph_open", 0), ("inline", 1), ("paragraph_close", 0))


def difference(document: Document, page: Document, changes: Sequence[Change]) -> int | None:
    """The token of the document from which the page's blocks are other ones than meant."""
    tokens = document.reading.body.tokens
    meant = list(_meant(tokens, changes))
    found = page.reading.body.tokens
    for (kind, level, before, index), token in zip(meant, found, strict=False):
        if (token.type, token.level) != (kind, level) or not _alike(before, token):
            while index < len(tokens) and tokens[index].nesting < 0:
                index += 1  # a list that does not end where it should grows into what follows
            return index
    return len(tokens) if len(meant) != len(found) else None


def _meant(tokens: Sequence[Token], changes: Sequence[Change]) -> Iterator[_Meant]:
    """The tokens that the page shall have."""
    here = {change.first: change for change in changes if not change.added}
    before = additions_by_place(changes)
    index = 0
    while index <= len(tokens):
        for added in before.get(index, ()):
            for _ in added.added:
                yield from ((kind, level, None, index) for kind, level in _PARAGRAPH)
        if index == len(tokens):
            return
        one = here.get(index)
        span = range(index, one.last if one else index + 1)
        times = 1 if one is None else one.copies + 1 if one.copies else 0
        for _ in range(times):
            yield from ((tokens[i].type, tokens[i].level, tokens[i], i) for i in span)
        if one is not None and one.leaves_out and one.gap is Gap.COMMENT:
            yield "html_block", tokens[index].level, None, index
        index = span.stop


def _alike(before: Token | None, after: Token) -> bool:
    if after.type == "html_block" and before is None:
        return after.content.strip() == _SEPARATOR
    if before is not None and after.type in ("fence", "code_block", "html_block"):
        return before.content.split() == after.content.split()
    return True


def edits_of(document: Document, changes: Sequence[Change]) -> list[Edit]:
    """What changes in the file, in order."""
    segments = {segment.id: segment for segment in document.segments}
    edits: list[Edit] = []
    removals: list[Edit] = []
    for change in changes:
        if change.copies:
            edits.append(_copies(document, segments[change.ids[0]], change.copies))
        elif change.leaves_out:
            removals += _removal(document, change)
    for change in changes:
        if change.added:
            edits.append(_addition(document, change, removals))
    return sorted([*edits, *removals], key=lambda edit: (edit.start, edit.end))


def _addition(document: Document, change: Change, removals: Sequence[Edit]) -> Edit:
    """Paragraphs behind a block, also where the block itself is left out."""
    end = first_line_end(document.source)
    paragraphs = [text.replace("\n", end) for text in change.added]
    gone = next((e for e in removals if e.start < change.at <= e.end), None)
    if gone is not None:
        return Edit(gone.start, gone.start, end + "".join(text + end * 2 for text in paragraphs))
    lines = document.reading.body.lines
    behind = lines.index(change.at) + 1
    follows = behind < len(lines) and not _is_blank(
        document.source, lines.starts, lines.ends, behind
    )
    new = "".join(end * 2 + text for text in paragraphs) + (end if follows else "")
    return Edit(lines.ends[behind - 1], lines.ends[behind - 1], new)


def _copies(document: Document, segment: Segment, count: int) -> Edit:
    """The paragraph's Spanish again behind itself, in its container."""
    end = first_line_end(document.source)
    prefix = segment.field.prefix
    lines = segment.message.replace("\n", end + prefix)
    copy = end + prefix.rstrip() + end + prefix + lines
    return Edit(segment.end, segment.end, copy * count)


def _removal(document: Document, change: Change) -> Iterator[Edit]:
    """The block's lines out, and the blank ones behind it, before it where it is the last one."""
    body = document.reading.body
    starts, ends, text = body.lines.starts, body.lines.ends, document.source
    token = body.tokens[change.first]
    assert token.map is not None
    first, behind = (body.first_line + line for line in token.map)
    while behind - 1 > first and _is_blank(text, starts, ends, behind - 1):
        behind -= 1
    prefix = _prefix(text[starts[first] : ends[first]]) if token.level else ""
    if change.last == len(body.tokens) or body.tokens[change.last].nesting < 0:
        while first - 1 >= body.first_line and _is_blank(text, starts, ends, first - 1):
            first -= 1
    else:
        while behind < len(starts) and _is_blank(text, starts, ends, behind):
            behind += 1
    end = starts[behind] if behind < len(starts) else len(text)
    line_end = first_line_end(text)
    blank = prefix.rstrip() + line_end
    above = "" if first and _is_blank(text, starts, ends, first - 1) else blank
    left = {
        Gap.NOTHING: "",
        Gap.BLANK_LINE: blank,
        Gap.COMMENT: above + prefix + _SEPARATOR + line_end + blank,
    }[change.gap]
    yield Edit(starts[first], end, left)
    if token.type == "list_item_open":
        yield from _renumbered(document, change, starts, ends)


def _renumbered(
    document: Document, change: Change, starts: Sequence[int], ends: Sequence[int]
) -> Iterator[Edit]:
    """The number of a list's first item on the item that is the first now."""
    body = document.reading.body
    tokens = body.tokens
    opening, following = tokens[change.first - 1], change.last
    is_next = following < len(tokens) and tokens[following].type == "list_item_open"
    if opening.type != "ordered_list_open" or not is_next:
        return
    numbers = []
    for token in (tokens[change.first], tokens[following]):
        assert token.map is not None
        line = body.first_line + token.map[0]
        numbers.append((starts[line], _NUMBER.match(document.source[starts[line] : ends[line]])))
    (_, old), (at, new) = numbers
    if old is not None and new is not None and len(old["number"]) <= len(new["number"]):
        padding = " " * (len(new["number"]) - len(old["number"]))
        yield Edit(at + new.start("number"), at + new.end(), old["number"] + new["after"] + padding)


def _is_blank(text: str, starts: Sequence[int], ends: Sequence[int], line: int) -> bool:
    return _BLANK.fullmatch(text[starts[line] : ends[line]].rstrip("\r\n")) is not None


def _prefix(line: str) -> str:
    """What the lines of a container begin with, in place of a list's marks blanks."""
    match = re.match(r"[ \t>]*", line)
    return match[0] if match else ""
