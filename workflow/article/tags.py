"""Segments as XML content with numbered tags (XLIFF's `g` and `x`), and back to Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from html import escape as escape_xml
from html import unescape

from workflow.article.escaping import Care
from workflow.article.fields import Field, fold_piece, folded, one_line
from workflow.article.inline import REFERENCE_ENDS
from workflow.article.meaning import Item, item, joined, meaning
from workflow.article.pieces import Kind, Piece, Role

_TAG = re.compile(r"""<g id=["'](\d+)["']\s*>|</g\s*>|<x id=["'](\d+)["']\s*/>""")
_STRAY = re.compile(r"</?[gx]\b[^>]*>")
_MARKDOWN_LIKE = re.compile(r"\](?=[(\[:])|[`\\]")


_BEFORE = frozenset({Role.FIXED, Role.CLOSE})
_BEHIND = frozenset({Role.FIXED, Role.OPEN})


class TagError(ValueError):
    """A tagged translation does not hold exactly the tags of its source, well nested."""


@dataclass(frozen=True, slots=True)
class Node:
    """One item of a tagged text; `number` is 0 for text."""

    role: Role
    text: str = ""
    number: int = 0


# -- to tags


def tagged(field: Field) -> str:
    """The field as XML content: `<g id="1">…</g>` for pairs, `<x id="2"/>` for fixed things."""
    return "".join(_as_xml(piece) for piece in field.pieces)


def _as_xml(piece: Piece) -> str:
    match piece.role:
        case Role.TEXT:
            text = escape_xml(piece.meaning, quote=False)
            # a literal `](`, backtick or backslash: tools that look for Markdown must not see it
            return _MARKDOWN_LIKE.sub(lambda match: f"&#{ord(match[0])};", text)
        case Role.SOFT:
            return " "
        case Role.OPEN:
            return f'<g id="{piece.number}">'
        case Role.CLOSE:
            return "</g>"
        case _:
            return f'<x id="{piece.number}"/>'


# -- and back


def untag(field: Field, text: str) -> str:
    """The Markdown of a tagged translation, as bare of backslashes as the field's place allows.

    Raises `TagError` when tags are lost, doubled or invented, or cannot stand where they do.
    """
    if text == tagged(field):
        return folded(field)
    nodes = _blanks_outside(read_tagged(text, field.pieces))
    for arranged in (nodes, _set_apart(nodes)):
        markdown = _written(field, arranged)
        if markdown is not None:
            return markdown
    raise TagError("the tags cannot stand in this order in Markdown")


def _written(field: Field, nodes: Sequence[Node]) -> str | None:
    """Markdown that reads as `nodes`, the barest there is."""
    writer = _Writer(field)
    wanted = writer.meaning(nodes)
    # parsers do not agree on what a backtick without a partner does to code behind it
    is_risky = (
        field.has_neighbours
        or (field.slot is not None and field.slot.kind is Kind.FOOTNOTE)
        or any(piece.name == "inline footnote" for piece in field.pieces)
        or any("`" in node.text for node in nodes)
        or _unlinks(nodes, field.pieces)
    )
    for attempt in _ATTEMPTS[is_risky:]:
        written = writer.write(nodes, attempt)
        for markdown in (field.place.meant(written), written):
            read = field.place.pieces(markdown, field.context)
            if meaning(read) == wanted and field.place.fits(markdown):
                return markdown
    return None


def read_tagged(text: str, pieces: Sequence[Piece]) -> list[Node]:
    """The items of a tagged text.

    Raises `TagError` unless it holds each tag of `pieces` once, well nested.
    """
    nodes: list[Node] = []
    open_numbers: list[int] = []
    done = 0
    for match in _TAG.finditer(text):
        nodes += _text_nodes(text[done : match.start()])
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
    nodes += _text_nodes(text[done:])
    if open_numbers:
        raise TagError(f'<g id="{open_numbers[-1]}"> is never closed')
    _require_same_tags(nodes, pieces)
    return nodes


def _text_nodes(raw: str) -> Iterator[Node]:
    if stray := _STRAY.search(raw):
        raise TagError(f"{stray[0]} is no tag of the source")
    if raw:
        yield Node(Role.TEXT, unescape(raw))


def _require_same_tags(nodes: Sequence[Node], pieces: Sequence[Piece]) -> None:
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
            raise TagError(f"tag {number} is no tag of the source")


def _blanks_outside(nodes: Sequence[Node]) -> list[Node]:
    """Blanks just inside a pair moved outside it: `** word **` is not emphasis."""
    forward = list(_shifted(nodes, Role.OPEN, str.lstrip))
    return list(_shifted(forward[::-1], Role.CLOSE, str.rstrip))[::-1]


def _shifted(nodes: Sequence[Node], role: Role, strip: Callable[[str, str], str]) -> Iterator[Node]:
    held: list[Node] = []
    for node in nodes:
        if node.role is role:
            held.append(node)
            continue
        if held and node.role is Role.TEXT:
            rest = strip(node.text, " \t\r\n")
            if rest != node.text:
                yield Node(Role.TEXT, " ")
            if not rest:
                continue
            node = replace(node, text=rest)
        yield from held
        held = []
        yield node
    yield from held


def _set_apart(nodes: Sequence[Node]) -> list[Node]:
    """`nodes` with a blank between tags side by side.

    Two code spans, or three emphases, that touch would be read as one.
    """
    out: list[Node] = []
    for node in nodes:
        if out and out[-1].role in _BEFORE and node.role in _BEHIND:
            out.append(Node(Role.TEXT, " "))
        out.append(node)
    return out


def _unlinks(nodes: Sequence[Node], pieces: Sequence[Piece]) -> bool:
    """Is there a bracket that nothing closes? GitHub links no bare address behind one."""
    text = "".join(node.text for node in nodes)
    return text.count("[") > text.count("]") and any(
        piece.name == "address" and "](" not in piece.meaning for piece in pieces
    )


class Marks(Enum):
    """Which characters emphasis is written with."""

    SOURCE = "as in the source"
    ASTERISKS = "asterisks, which also work inside words"
    ALTERNATE = "asterisks and underscores in turn, for neighbours"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One way to write a text; the first that reads back right is taken."""

    care: Care
    marks: Marks = Marks.SOURCE
    entities: bool = False
    """Letters outside emphasis as entities: next to punctuation its marks open and close."""


_ATTEMPTS = (
    Attempt(Care.NONE),
    Attempt(Care.LIKELY),
    *(
        Attempt(care, marks, entities)
        for care in (Care.LIKELY, Care.ALL)
        for entities in (False, True)
        for marks in Marks
    ),
)


class _Writer:
    """Writes the nodes of a translation with the markup of the source field."""

    def __init__(self, field: Field) -> None:
        self._field = field
        self._opening = {
            piece.number: piece
            for piece in field.pieces
            if piece.number and piece.role is not Role.CLOSE
        }
        self._closing = {p.number: p for p in field.pieces if p.role is Role.CLOSE}

    def meaning(self, nodes: Sequence[Node]) -> list[Item]:
        """What the written text must say."""
        return joined(self._item(node) for node in nodes)

    def _item(self, node: Node) -> Item:
        if node.role is Role.TEXT:
            return ("text", node.text)
        where = self._closing if node.role is Role.CLOSE else self._opening
        return item(where[node.number])

    def write(self, nodes: Sequence[Node], attempt: Attempt) -> str:
        """The Markdown of `nodes`."""
        out: list[str] = []
        starts: dict[int, int] = {}  # where in `out` the inside of each pair begins
        for position, node in enumerate(nodes):
            match node.role:
                case Role.TEXT:
                    out.append(self._text(nodes, position, attempt))
                case Role.OPEN:
                    out.append(self._open(node, attempt, out))
                    starts[node.number] = len(out)
                case Role.CLOSE:
                    out.append(self._close(node, attempt, out, starts[node.number]))
                case _:
                    out.append(fold_piece(self._field.text, self._opening[node.number]))
        return "".join(out).strip(" \t\n")

    def _text(self, nodes: Sequence[Node], position: int, attempt: Attempt) -> str:
        text = nodes[position].text
        first = last = ""
        if attempt.entities and text:
            before = nodes[position - 1] if position else None
            if before and before.role is Role.CLOSE and text[0].isalnum():
                first, text = f"&#{ord(text[0])};", text[1:]
            after = nodes[position + 1] if position + 1 < len(nodes) else None
            if after and after.role is Role.OPEN and text and text[-1].isalnum():
                text, last = text[:-1], f"&#{ord(text[-1])};"
        return first + self._field.place.escape(text, attempt.care) + last

    def _open(self, node: Node, attempt: Attempt, out: list[str]) -> str:
        piece = self._opening[node.number]
        if piece.name == "link" and out and out[-1].endswith("!"):
            out[-1] = out[-1][:-1] + "\\!"  # not an image
        return self._mark(piece, attempt)

    def _close(self, node: Node, attempt: Attempt, out: list[str], start: int) -> str:
        piece = self._closing[node.number]
        mark = self._mark(piece, attempt)
        if piece.name == "link" and mark in REFERENCE_ENDS:
            label = one_line(self._field.text[self._opening[node.number].end : piece.start])
            return mark if "".join(out[start:]) == label else f"][{label}]"
        return mark

    def _mark(self, piece: Piece, attempt: Attempt) -> str:
        raw = fold_piece(self._field.text, piece)
        if piece.name not in ("em", "strong") or attempt.marks is Marks.SOURCE:
            return raw
        underscore = attempt.marks is Marks.ALTERNATE and piece.number % 2 == 0
        return ("_" if underscore else "*") * len(raw)
