"""Punctuation between words: on which side of a boundary each mark stands."""

from __future__ import annotations

from typing import Final

_OPENERS: Final = frozenset("([{«“‘‹¿¡\"'—–")
"""Marks that may open what follows them."""
_NEVER_CLOSING: Final = frozenset("([{«“‘‹¿¡")
_QUOTES: Final = str.maketrans("«“‹‘»”›’", '""""""""')
"""Quotation marks of every kind as one: engines put others in their place."""


def marks_before(gap: str, left: str, right: str, *, ending: bool) -> int:
    """How many punctuation marks of a target `gap` stand before a boundary inside it.

    `left` and `right` are the source's text on both sides of the boundary, up to the next
    words. `ending`: the boundary closes something, so that it stays near the word before it.
    """
    marks = "".join(gap.split())
    before, after = "".join(left.split()), "".join(right.split())
    alike, ours, theirs = (text.translate(_QUOTES) for text in (marks, before, after))
    if ending and ours == '"' and len(theirs) == 1 and alike == theirs + ours:
        return len(marks)  # `»,` became `,”`
    fits_left = bool(before) and alike.startswith(ours)
    fits_right = bool(after) and alike.endswith(theirs)
    if fits_left and (ending or not fits_right):
        return len(before)
    if fits_right:
        return len(marks) - len(after)
    if ending:
        closing = next((i for i, mark in enumerate(marks) if mark in _NEVER_CLOSING), len(marks))
        return min(len(before), closing)
    opening = next(
        (i for i, mark in enumerate(reversed(marks)) if mark not in _OPENERS), len(marks)
    )
    return len(marks) - min(len(after), opening)


def offset_of_mark(gap: str, count: int, *, ending: bool) -> int:
    """Offset in `gap` behind its first `count` marks: tight after them, or before what follows."""
    places = [i for i, char in enumerate(gap) if not char.isspace()]
    if ending:
        return places[count - 1] + 1 if count else 0
    return places[count] if count < len(places) else len(gap)
