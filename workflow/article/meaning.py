"""What an inline text says, whatever its escapes, emphasis marks and line breaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from workflow.article.pieces import Piece, Role

Item = tuple[str, str]
"""Name and meaning of a part: `("text", "Hola")`, `("link", "https://…")`, `("/link", "")`."""

EMPHASIS = frozenset({"em", "strong", "s"})
_BLANKS = re.compile(r"[ \t\r\n]+")


def meaning(pieces: Iterable[Piece]) -> list[Item]:
    """The parts in order; neighbouring text joined, white space folded, empty text left out."""
    return joined(item(piece) for piece in pieces)


def item(piece: Piece) -> Item:
    """What one piece says."""
    if piece.role is Role.SOFT:
        return ("text", " ")
    if piece.role is Role.TEXT or piece.name == "address":
        return ("text", piece.meaning)
    if piece.role is Role.CLOSE:
        return ("/" + piece.name, "")
    return (piece.name, piece.meaning)


def joined(items: Iterable[Item]) -> list[Item]:
    """Items with neighbouring text joined and its blanks folded, none at the edges."""
    runs: list[tuple[str, list[str]]] = []
    for name, value in items:
        if name == "text" and runs and runs[-1][0] == "text":
            runs[-1][1].append(value)
        else:
            runs.append((name, [value]))
    out = []
    for position, (name, values) in enumerate(runs):
        value = "".join(values)
        if name == "text":
            value = _BLANKS.sub(" ", value)
            value = value.lstrip(" ") if position == 0 else value
            value = value.rstrip(" ") if position == len(runs) - 1 else value
        if name != "text" or value:
            out.append((name, value))
    return out


def markup(pieces: Iterable[Piece]) -> Counter[Item]:
    """How often each tag stands in a text; closing tags and line breaks left out."""
    return Counter(
        (piece.name, piece.meaning) for piece in pieces if piece.role in (Role.OPEN, Role.FIXED)
    )
