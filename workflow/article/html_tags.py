"""Pair the HTML tags of an inline text and keep untranslatable regions whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from workflow.article.pieces import Piece, Role

TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<\?.*?(?:\?>|\Z)|<!\[CDATA\[.*?(?:\]\]>|\Z)"
    r"|<[!/]?[A-Za-z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>"
    r"|\A\s*<[!/]?[A-Za-z][^>]*(?:>|\Z)",  # what begins an HTML block is a tag, however broken
    re.DOTALL,
)
_VALUE = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')", re.DOTALL)
_NAME = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_VOID = frozenset(_VOID_NAMES.split())
_KEPT_NAMES = "code kbd samp var tt pre script style textarea svg math"
KEPT = frozenset(_KEPT_NAMES.split())
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
    frames = [_Frame()]
    for piece in pieces:
        if piece.role is Role.OPEN:
            frames.append(_Frame())
        elif piece.role is Role.CLOSE:
            frames.pop()
        elif piece.name == "html":
            piece.meaning = _without_slots(piece, text)
            frames[-1].see(piece, text[piece.start : piece.end])
    return _close_regions(pieces, text)


class _Frame:
    """The unmatched HTML tags since the last Markdown pair opened."""

    def __init__(self) -> None:
        self._open: list[tuple[str, Piece]] = []
        self._count: Counter[str] = Counter()

    def see(self, piece: Piece, raw: str) -> None:
        """Remember an opening tag; match a closing one with the nearest of its name."""
        name, closing = tag_name(raw)
        if not name or name in _VOID or raw.endswith("/>"):
            return
        if not closing:
            self._open.append((name, piece))
            self._count[name] += 1
        elif self._count[name]:
            while True:
                other, opening = self._open.pop()
                self._count[other] -= 1
                if other == name:
                    break
            opening.role, piece.role = Role.OPEN, Role.CLOSE


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
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        last = _region_end(pieces, index, text) if piece.name == "html" else index
        if last > index or _begins_region(piece, text):
            out += _kept(pieces[index : last + 1], text)
        else:
            out.append(piece)
        index = last + 1
    return out


def _kept(region: Sequence[Piece], text: str) -> Iterator[Piece]:
    """One fixed piece, parted by tags whose other half stands outside the region."""
    loose = _without_partner(region)
    for is_loose, run in groupby(enumerate(region), key=lambda one: one[0] in loose):
        run_pieces = [piece for _, piece in run]
        if is_loose:
            yield from run_pieces
            continue
        kept = Piece(Role.FIXED, run_pieces[0].start, run_pieces[-1].end, "kept")
        kept.meaning = " ".join(text[kept.start : kept.end].split())
        yield kept


def _without_partner(region: Sequence[Piece]) -> set[int]:
    """Indices of opening pieces that nothing closes here, and of closing ones not opened here."""
    opened: list[int] = []
    loose: set[int] = set()
    for index, piece in enumerate(region):
        if piece.role is Role.OPEN:
            opened.append(index)
        elif piece.role is Role.CLOSE and opened:
            opened.pop()
        elif piece.role is Role.CLOSE:
            loose.add(index)
    return loose.union(opened)


def _begins_region(piece: Piece, text: str) -> bool:
    raw = text[piece.start : piece.end]
    return piece.name == "html" and (
        (piece.role is Role.OPEN and is_kept(raw)) or bool(OFF.fullmatch(raw))
    )


def _region_end(pieces: Sequence[Piece], first: int, text: str) -> int:
    """Index of the last piece of the kept region that begins at `first`, if one does."""
    if not _begins_region(pieces[first], text):
        return first
    if pieces[first].role is Role.FIXED:
        for index in range(first + 1, len(pieces)):
            piece = pieces[index]
            if piece.name == "html" and ON.fullmatch(text[piece.start : piece.end]):
                return index
        return len(pieces) - 1
    depth = 0
    for index in range(first, len(pieces)):
        depth += {Role.OPEN: 1, Role.CLOSE: -1}.get(pieces[index].role, 0)
        if depth == 0:
            return index
    return len(pieces) - 1


def html_skeleton(text: str) -> list[str]:
    """The tags of a stretch of HTML, values left out."""
    return [" ".join(_VALUE.sub("=", tag).split()) for tag in TAG.findall(text)]
