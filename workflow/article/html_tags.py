"""Pair the HTML tags of an inline text and keep untranslatable regions whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workflow.article.pieces import Piece, Role

_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
KEPT = frozenset(["code", "kbd", "samp", "var", "tt", "pre", "script", "style", "textarea", "svg", "math"])
"""Elements whose content is never prose."""
NOT_TRANSLATED = re.compile(r"""\btranslate\s*=\s*["']?no\b""", re.IGNORECASE)
OFF = re.compile(r"<!--\s*workflow:off\s*-->")
ON = re.compile(r"<!--\s*workflow:on\s*-->")


def tag_name(tag: str) -> tuple[str, bool]:
    """Lower-case element name and whether it is a closing tag; no name for comments."""
    match = _NAME.match(tag)
    return (match[2].lower(), bool(match[1])) if match else ("", False)


def is_kept(tag: str) -> bool:
    """Does this opening tag begin a region that is never translated?"""
    return tag_name(tag)[0] in KEPT or bool(NOT_TRANSLATED.search(tag))


def pair_tags(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """HTML tags that match become opening and closing pieces; kept regions one fixed piece."""
    stack: list[Piece] = []
    for piece in pieces:
        raw = text[piece.start : piece.end]
        if piece.role is Role.OPEN:
            stack.append(piece)
        elif piece.role is Role.CLOSE:
            while stack and stack.pop().role is not Role.OPEN:
                pass
        elif piece.name == "html":
            piece.meaning = _without_slots(piece, text)
            _match_tag(piece, raw, stack)
    return _close_regions(pieces, text)


def _match_tag(piece: Piece, raw: str, stack: list[Piece]) -> None:
    name, closing = tag_name(raw)
    if not name or name in _VOID or raw.endswith("/>"):
        return
    if not closing:
        stack.append(piece)
        return
    for depth in range(len(stack) - 1, -1, -1):
        opening = stack[depth]
        if opening.role is Role.OPEN:
            return
        if opening.meaning and tag_name(opening.meaning)[0] == name:
            opening.role, piece.role = Role.OPEN, Role.CLOSE
            del stack[depth:]
            return


def _without_slots(piece: Piece, text: str) -> str:
    parts, done = [], piece.start
    for slot in piece.slots:
        parts.append(text[done : slot.start])
        done = slot.end
    parts.append(text[done : piece.end])
    return " ".join("".join(parts).split())


def _close_regions(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """Make `<code>…</code>`, `translate="no"` and `workflow:off` regions one fixed piece each."""
    out: list[Piece] = []
    until: int | None = None  # depth at which the kept region ends
    depth = 0
    for piece in pieces:
        raw = text[piece.start : piece.end]
        if piece.role is Role.CLOSE:
            depth -= 1
        if until is None:
            out.append(piece)
            if piece.name == "html" and (
                (piece.role is Role.OPEN and is_kept(raw)) or OFF.fullmatch(raw)
            ):
                piece.role, piece.name, piece.slots = Role.FIXED, "kept", ()
                until = depth if raw[1] != "!" else -1
                depth += raw[1] != "!"
                continue
        else:
            out[-1].end = piece.end
            out[-1].meaning = text[out[-1].start : piece.end]
            if (until == -1 and ON.fullmatch(raw)) or (piece.role is Role.CLOSE and depth == until):
                until = None
        if piece.role is Role.OPEN:
            depth += 1
    return out
