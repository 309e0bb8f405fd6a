"""Edits over the plain text of a tagged segment, put into the segment itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from workflow.engines.markup import Tag, TaggedText, escape

Edit = tuple[int, int, str]
"""Start and end over the plain text, and what stands there afterwards."""


def apply_edits(tagged: str, edits: Iterable[Edit]) -> str:
    """`tagged` with `edits` made in its words; its tags stay where they are.

    An edit that reaches over a tag is left out: which side its words belong to is not known.
    Edits must not overlap.
    """
    text = TaggedText.parse(tagged)
    bounds = sorted({place for tag in text.walk() for place in (tag.start, tag.end)})
    breaks = [(tag.start, tag.end) for tag in text.walk() if tag.void and tag.end > tag.start]
    kept = [edit for edit in sorted(edits) if _inside(edit, bounds, breaks)]
    return _Writer(text.plain, kept).write(0, len(text.plain), text.tags)


def _inside(edit: Edit, bounds: Sequence[int], breaks: Sequence[tuple[int, int]]) -> bool:
    start, end, _ = edit
    crosses = any(start < place < end for place in bounds)
    return not crosses and not any(start < b and a < end for a, b in breaks)


class _Writer:
    """Writes a tagged text again, taking each edit at its place once."""

    def __init__(self, plain: str, edits: Sequence[Edit]) -> None:
        self._plain = plain
        self._edits = edits
        self._next = 0

    def write(self, start: int, end: int, tags: Sequence[Tag]) -> str:
        out: list[str] = []
        at = start
        for tag in tags:
            out.append(self._text(at, tag.start))
            out.append(tag.opening)
            if not tag.void:
                out += [self.write(tag.start, tag.end, tag.children), tag.closing]
            at = tag.end
        out.append(self._text(at, end))
        return "".join(out)

    def _text(self, start: int, end: int) -> str:
        out: list[str] = []
        at = start
        while self._next < len(self._edits) and self._edits[self._next][1] <= end:
            a, b, new = self._edits[self._next]
            out += [self._plain[at:a], new]
            at = b
            self._next += 1
        return escape("".join((*out, self._plain[at:end])))
