"""Tagged segments read: their plain text and their numbered tags."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workflow.errors import EngineError

_PIECE: Final = re.compile(
    r"(?P<open><g\b[^<>]*(?<!/)>)|(?P<close></g\s*>)|(?P<void><[gx]\b[^<>]*/>)"
    r"|(?P<entity>&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)|(?P<text>[^<&]+)"
)
_ID: Final = re.compile(r"""\bid=["']([^"']*)["']""")
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
OPENING: Final = frozenset("([{«“‘‹¿¡—–/")
"""No space follows these."""
CLOSING: Final = frozenset(")]}»”’›.,;:!?…%—–/")
"""No space precedes these."""


def escape(text: str) -> str:
    """Plain text as XML content."""
    return text.translate(_ESCAPES)


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag of a segment: paired around `[start, end)` of the plain text, or void."""

    id: str
    opening: str
    """As written: `<g id="1">`, `<x id="2"/>`."""
    closing: str
    """`</g>`; empty for a void tag."""
    start: int
    end: int
    """Equal to `start`, but for a void tag that stands for a space (see `TaggedText.plain`)."""
    children: tuple[Tag, ...] = ()

    @property
    def void(self) -> bool:
        """Whether it holds no content (`<x id="2"/>`)."""
        return not self.closing


@dataclass(frozen=True, slots=True)
class TaggedText:
    """A tagged segment read: what engines translate, and what they must put back."""

    plain: str
    """Tags taken out, entities decoded. A void tag glued between two words (a line break) reads
    as one space, so that no two words run together."""
    tags: tuple[Tag, ...]
    """The outermost tags in order; inner ones are their `children`."""

    @classmethod
    def parse(cls, tagged: str) -> TaggedText:
        """Read XML content with `<g id="1">…</g>` and `<x id="2"/>`.

        Raises `EngineError` when tags are not well-formed.
        """
        return _Reader().read(tagged)

    def walk(self) -> Iterator[Tag]:
        """Every tag, in the order in which they open."""
        waiting = list(reversed(self.tags))
        while waiting:
            tag = waiting.pop()
            yield tag
            waiting.extend(reversed(tag.children))


class _Reader:
    """Reads one tagged segment piece by piece."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._open: list[tuple[str, int]] = []
        self._children: list[list[Tag]] = [[]]

    def read(self, tagged: str) -> TaggedText:
        pieces = _pieces(tagged)
        following = _following(pieces)
        for (kind, written, position), after in zip(pieces, following, strict=True):
            if kind == "open":
                self._open.append((written, self._length))
                self._children.append([])
            elif kind == "close" and not self._open:
                raise _malformed(tagged, position)
            elif kind == "close":
                opening, start = self._open.pop()
                inner = tuple(self._children.pop())
                self._put(Tag(_id(opening), opening, written, start, self._length, inner))
            elif kind == "void":
                start = self._length
                if _parts_words(self._text[-1][-1:] if self._text else "", after):
                    self._add(" ")
                self._put(Tag(_id(written), written, "", start, self._length))
            else:
                self._add(written)
        if self._open:
            raise _malformed(tagged, len(tagged))
        return TaggedText("".join(self._text), tuple(self._children[0]))

    def _put(self, tag: Tag) -> None:
        self._children[-1].append(tag)

    def _add(self, text: str) -> None:
        self._text.append(text)
        self._length += len(text)


def _pieces(tagged: str) -> list[tuple[str, str, int]]:
    """Kind (open, close, void, text), text as read, and place of every piece."""
    pieces = []
    position = 0
    while position < len(tagged):
        piece = _PIECE.match(tagged, position)
        if piece is None:
            raise _malformed(tagged, position)
        kind, written = piece.lastgroup or "text", piece[0]
        if kind == "entity":
            kind, written = "text", _decoded(written)
        pieces.append((kind, written, position))
        position = piece.end()
    return pieces


def _following(pieces: Sequence[tuple[str, str, int]]) -> list[str]:
    """For each piece the first character of text after it."""
    after, following = "", []
    for kind, written, _ in reversed(pieces):
        following.append(after)
        after = written[0] if kind == "text" else after
    return following[::-1]


def _parts_words(before: str, after: str) -> bool:
    """Whether a void tag between these characters holds two words apart, as a line break does."""
    return (
        bool(before.strip())
        and bool(after.strip())
        and before not in OPENING
        and after not in CLOSING
    )


def _id(opening: str) -> str:
    found = _ID.search(opening)
    return found[1] if found else ""


def _decoded(entity: str) -> str:
    name = entity[1:-1]
    if name in _ENTITIES:
        return _ENTITIES[name]
    code = int(name[2:], 16) if name[1] == "x" else int(name[1:])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _malformed(tagged: str, position: int) -> EngineError:
    return EngineError(
        f"the tags of a segment are not well-formed at “{tagged[position : position + 20]}”",
        hint='expected <g id="1">…</g>, <x id="2"/> and escaped &, < and >',
    )


def verbatim(tag: Tag, plain: str) -> str:
    """A tag as it was written, with all that it holds of `plain`."""
    if tag.void:
        return tag.opening
    out, cursor = tag.opening, tag.start
    for child in tag.children:
        out += escape(plain[cursor : child.start]) + verbatim(child, plain)
        cursor = child.end
    return out + escape(plain[cursor : tag.end]) + tag.closing


def hollow(tag: Tag) -> str:
    """A tag with the tags that it holds and no text."""
    return tag.opening + "".join(map(hollow, tag.children)) + tag.closing
