"""Compare the blocks of a rendered article with what its source and the edits promise."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from markdown_it.token import Token

from workflow.article.composing import Composed
from workflow.article.html_tags import html_skeleton
from workflow.article.masking import MASK, masked

_MASKS = re.compile(f"{MASK}+")
_LEAVES = frozenset({"paragraph_open", "heading_open"})


class LineShift:
    """How edits move the lines below them.

    `changes` are (first line, last line, lines added) of each edit in the source, in order;
    the rendered lines are counted from line `origin`.
    """

    def __init__(self, changes: Sequence[tuple[int, int, int]], origin: int) -> None:
        self._origin = origin
        moving = [change for change in changes if change[2]]
        self._firsts = [first for first, _, _ in moving]
        self._lasts = [last for _, last, _ in moving]
        self._added = [0, *accumulate(added for _, _, added in moving)]

    def __call__(self, lines: Sequence[int] | None) -> list[int] | None:
        """Where a token's `[first line, line behind]` is in the rendered article."""
        if lines is None:
            return None
        start, behind = lines
        return [
            start - self._origin + self._added[bisect_left(self._firsts, start)],
            behind - self._origin + self._added[bisect_right(self._lasts, behind - 1)],
        ]


def first_difference(
    source: Sequence[Token],
    rendered: Sequence[Token],
    composed: Mapping[int, Sequence[Composed]],
    shift: LineShift,
) -> int | None:
    """Index of the first source token that came out otherwise than meant; None: all is well.

    `composed` are the changed fields by the index of their token.
    """
    for index, (before, after) in enumerate(zip(source, rendered, strict=False)):
        if not _same(before, after, shift):
            return index
        if index not in composed:
            if before.content != after.content:
                return index
        elif not _as_meant(before, after, composed[index]):
            return index
    if len(source) != len(rendered):
        return min(len(source), len(rendered))
    return None


def _as_meant(before: Token, after: Token, composed: Sequence[Composed]) -> bool:
    if before.type == "html_block":
        return html_skeleton(before.content) == html_skeleton(after.content)
    if before.type != "inline":
        return True
    text, done = [], 0
    whole = composed[0].field.whole or composed[0].field.text
    for part in composed:
        at = part.field.within
        text += [whole[done:at], part.seen]
        done = at + len(part.field.text)
    return _words(after.content) == _words(masked("".join(text) + whole[done:]))


def _same(before: Token, after: Token, shift: LineShift) -> bool:
    return (
        before.type == after.type
        and before.level == after.level
        and before.hidden == after.hidden
        and before.markup == after.markup
        and before.info == after.info
        and before.attrs == after.attrs
        and _same_lines(before, shift(before.map), after.map)
        and _definition(before) == _definition(after)
    )


def _same_lines(token: Token, expected: list[int] | None, found: list[int] | None) -> bool:
    if token.nesting == 1 and token.type not in _LEAVES and expected and found:
        return expected[0] == found[0]  # where it ends, its contents tell
    return expected == found


def _definition(token: Token) -> tuple[str, str, bool] | None:
    if token.type != "definition":
        return None
    return token.meta["id"], token.meta["url"], bool(token.meta["title"])


def _words(text: str) -> list[str]:
    return _MASKS.sub(MASK, text).replace("\\\n", "\n").split()
