"""Fields: the texts of a document that may be translated, and the place each one stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

from workflow.article.inline import Context
from workflow.article.lines import Mapping
from workflow.article.pieces import Kind, Piece, Role, Slot


class Place(Protocol):
    """How a text is read from its place in the file and written into it."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        """The parts of a text that stands here."""

    def escape(self, text: str, level: int) -> str:
        """Plain characters as they must be written here; a higher level escapes more."""

    def write(self, text: str, field: Field) -> str:
        """The bytes that put `text`, in this place's own markup, into the field's span."""


@dataclass(slots=True)
class Field:
    """A text in its place; `start` and `end` are its span in the file."""

    kind: Kind
    place: Place
    text: str
    start: int
    end: int
    context: Context
    mapping: Mapping | None = None
    """From offsets in `text` to offsets in the file, where they differ by more than `start`."""
    key: str = ""
    """Path of a front-matter value; owner of a slot."""
    parent: Field | None = None
    prefix: str = ""
    """What a continuation line begins with in the file: `> `, an item's indent."""
    _pieces: list[Piece] | None = field(default=None, repr=False)

    @property
    def pieces(self) -> list[Piece]:
        """The field's parts, read when first asked for."""
        if self._pieces is None:
            self._pieces = self.place.pieces(self.text, self.context)
        return self._pieces

    def slots(self) -> Iterator[Slot]:
        """Texts of their own inside this one, in order."""
        for piece in self.pieces:
            yield from piece.slots

    def offset(self, inner: int) -> int:
        """Where in the file the character at `inner` stands."""
        return self.start + inner if self.mapping is None else self.mapping(inner)


def folded(field: Field) -> str:
    """The field's Markdown on one line: soft breaks are a space, hard breaks `\\` and a new line."""
    if "\n" not in field.text:
        return field.text.strip()
    out = []
    for piece in field.pieces:
        if piece.role is Role.SOFT:
            out.append(" ")
        elif piece.role is Role.HARD and "\n" in field.text[piece.start : piece.end]:
            out.append("\\\n")
        else:
            out.append(" ".join(field.text[piece.start : piece.end].split("\n")))
    return "".join(out).strip()
