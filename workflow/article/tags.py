"""Segments as XML content with numbered tags, and back to Markdown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape as escape_xml
from html import unescape

from workflow.article.fields import Field
from workflow.article.pieces import Piece, Role

_TAG = re.compile(r"""<g id=["'](\d+)["']>|</g>|<x id=["'](\d+)["']\s*/>""")
_STRAY = re.compile(r"</?[gx]\b[^>]*>")
_EMPHASIS = frozenset({"em", "strong", "s"})
LEVELS = 3


class TagError(ValueError):
    """A tagged translation does not hold exactly the tags of its source."""


@dataclass(frozen=True, slots=True)
class Node:
    """One item of a tagged text; `number` is 0 for text."""

    role: Role
    text: str = ""
    number: int = 0


def tagged(field: Field) -> str:
    """The field as XML content: `<g id="1">…</g>` for pairs, `<x id="2"/>` for fixed things."""
    out = []
    for piece in field.pieces:
        match piece.role:
            case Role.TEXT:
                out.append(escape_xml(piece.meaning, quote=False))
            case Role.SOFT:
                out.append(" ")
            case Role.OPEN:
                out.append(f'<g id="{piece.number}">')
            case Role.CLOSE:
                out.append("</g>")
            case _:
                out.append(f'<x id="{piece.number}"/>')
    return "".join(out)


def read_tagged(text: str, pieces: Sequence[Piece]) -> list[Node]:
    """The items of a tagged text.

    Raises `TagError` unless it holds each tag of `pieces` once, well nested.
    """
    nodes: list[Node] = []
    open_numbers: list[int] = []
    done = 0
    for match in _TAG.finditer(text):
        _add_text(nodes, text[done : match.start()])
        done = match.end()
        if match[1]:
            open_numbers.append(int(match[1]))
            nodes.append(Node(Role.OPEN, number=open_numbers[-1]))
        elif match[2]:
            nodes.append(Node(Role.FIXED, number=int(match[2])))
        elif open_numbers:
            nodes.append(Node(Role.CLOSE, number=open_numbers.pop()))
        else:
            raise TagError("a </g> closes nothing")
    _add_text(nodes, text[done:])
    if open_numbers:
        raise TagError(f'<g id="{open_numbers[-1]}"> is never closed')
    _same_tags(nodes, pieces)
    return nodes


def _add_text(nodes: list[Node], raw: str) -> None:
    if not raw:
        return
    if stray := _STRAY.search(raw):
        raise TagError(f"{stray[0]} is no tag of the source")
    nodes.append(Node(Role.TEXT, unescape(raw)))


def _same_tags(nodes: Sequence[Node], pieces: Sequence[Piece]) -> None:
    wanted = {
        piece.number: piece.role is Role.OPEN
        for piece in pieces
        if piece.role in (Role.OPEN, Role.FIXED, Role.HARD)
    }
    seen: dict[int, bool] = {}
    for node in nodes:
        if node.role in (Role.OPEN, Role.FIXED):
            if node.number in seen:
                raise TagError(f"tag {node.number} stands there twice")
            seen[node.number] = node.role is Role.OPEN
    for number in wanted:
        if number not in seen:
            raise TagError(f"tag {number} is lost")
    for number, is_pair in seen.items():
        if wanted.get(number) is not is_pair:
            raise TagError(f"tag {number} is not a tag of the source")


def untag(field: Field, text: str) -> str:
    """The Markdown of a tagged translation, safe for the field's place.

    Raises `TagError` when tags are lost, doubled or invented.
    """
    if text == tagged(field):
        from workflow.article.fields import folded

        return folded(field)
    nodes = read_tagged(text, field.pieces)
    wanted = _expected(nodes, field.pieces)
    markdown = ""
    for level in range(LEVELS):
        markdown = _write(nodes, field, level).strip()
        if meaning(field.place.pieces(markdown, field.context)) == wanted:
            return markdown
    return markdown


def _write(nodes: Sequence[Node], field: Field, level: int) -> str:
    opening = {p.number: p for p in field.pieces if p.role is not Role.CLOSE and p.number}
    closing = {p.number: p for p in field.pieces if p.role is Role.CLOSE}
    out = []
    for node in nodes:
        if node.role is Role.TEXT:
            out.append(field.place.escape(node.text, level))
            continue
        piece = (closing if node.role is Role.CLOSE else opening)[node.number]
        raw = field.text[piece.start : piece.end]
        out.append("\\\n" if piece.role is Role.HARD and "\n" in raw else raw)
    return "".join(out)


def _expected(nodes: Sequence[Node], pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    by_number = {p.number: p for p in pieces if p.role is not Role.CLOSE and p.number}
    items = []
    for node in nodes:
        if node.role is Role.TEXT:
            items.append(("text", node.text))
        elif node.role is Role.CLOSE:
            items.append(("/" + by_number[node.number].name, ""))
        else:
            piece = by_number[node.number]
            items.append((piece.name, piece.meaning))
    return _joined(items)


def meaning(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """What a text says, whatever its escapes and wraps: names and meanings of its parts."""
    items = []
    for piece in pieces:
        match piece.role:
            case Role.TEXT:
                items.append(("text", piece.meaning))
            case Role.SOFT:
                items.append(("text", " "))
            case Role.CLOSE:
                items.append(("/" + piece.name, ""))
            case _:
                items.append((piece.name, piece.meaning))
    return _joined(items)


def _joined(items: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    out: list[tuple[str, str]] = []
    for name, value in items:
        if name == "text" and out and out[-1][0] == "text":
            out[-1] = ("text", out[-1][1] + value)
        else:
            out.append((name, value))
    out = [(n, " ".join(v.split()) if n == "text" else v) for n, v in out]
    return [item for item in out if item != ("text", "")]
