"""Make a translation keep the markup of its source: a lost link, a stray marker."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workflow.article.escaping import Care
from workflow.article.fields import Field, fold_piece, folded, one_line
from workflow.article.inline import REFERENCE_ENDS
from workflow.article.meaning import markup
from workflow.article.pieces import Piece, Role
from workflow.article.skeleton import skeleton

_EMPHASIS = frozenset({("em", ""), ("strong", "")})
_MARK = re.compile(r"\*(?!\s)|(?<!\s)\*")
_BRACKETS = re.compile(r"(?<!!)\[([^\[\]]+)\](?:\[\])?(?![\[(:])")


def settled(field: Field, target: str) -> str | None:
    """`target` as it may stand in the field, mended where its markup broke; None: it cannot.

    Markup that a person added or left out on purpose is theirs; but when an unpaired character
    took the source's markup apart, it is escaped.
    """
    target = target.strip(" \t\r\n")
    if has_same_skeleton(field, target) and field.place.fits(target):
        return target
    if _keeps_markup(field, target):
        return target
    for mended in (*_with_labels(field, target), *_escaped(field, target)):
        if _keeps_markup(field, mended):
            return mended
    return target if field.place.fits(target) else None


def has_same_skeleton(field: Field, target: str) -> bool:
    """Is it certain, without parsing, that `target` has the field's markup and no other?"""
    theirs = skeleton(target)
    return theirs is not None and theirs == skeleton(folded(field))


def _keeps_markup(field: Field, target: str) -> bool:
    """Is the source's markup all there, with nothing new but what a person would add?"""
    wanted = markup(field.pieces)
    pieces = field.place.pieces(target, field.context)
    found = markup(pieces)
    stray = [
        piece
        for piece in pieces
        if piece.role is Role.FIXED
        and piece.name == "html"
        and found[piece.name, piece.meaning] > wanted[piece.name, piece.meaning]
    ]
    if wanted.keys() & _EMPHASIS and _lone_marks(pieces) > _lone_marks(field.pieces):
        return False  # it may have paired with a mark of the source's
    return not wanted - found and not stray and field.place.fits(target)


def _lone_marks(pieces: Sequence[Piece]) -> int:
    """How many asterisks that might be emphasis are only characters."""
    return sum(len(_MARK.findall(piece.meaning)) for piece in pieces if piece.name == "text")


def _with_labels(field: Field, target: str) -> Iterator[str]:
    """`[new text]` and `[new text][]` as `[new text][label]`, in order."""
    found = markup(field.place.pieces(target, field.context))
    labels = []
    for label, target_of_link in _reference_links(field):
        if found["link", target_of_link]:
            found["link", target_of_link] -= 1
        else:
            labels.append(label)
    brackets = list(_BRACKETS.finditer(target))
    if labels and len(labels) == len(brackets):
        out, done = [], 0
        for match, label in zip(brackets, labels, strict=True):
            out += [target[done : match.start()], f"[{match[1]}][{label}]"]
            done = match.end()
        yield "".join(out) + target[done:]


def _reference_links(field: Field) -> Iterator[tuple[str, str]]:
    """Label and link target of links whose label is their text."""
    opened: list[Piece] = []
    for piece in field.pieces:
        if piece.role is Role.OPEN:
            opened.append(piece)
        elif piece.role is Role.CLOSE:
            opening = opened.pop()
            if field.text[piece.start : piece.end] in REFERENCE_ENDS:
                yield one_line(field.text[opening.end : piece.start]), opening.meaning


def _escaped(field: Field, target: str) -> Iterator[str]:
    """Everything escaped but the source's own markup, where it stands literally in `target`.

    Of more places than the source has, the last are taken, then the first.
    """
    wanted = Counter(
        fold_piece(field.text, piece)
        for piece in field.pieces
        if piece.role in (Role.OPEN, Role.CLOSE, Role.FIXED)
    )
    if not wanted:
        yield _escape_literal(field, target, Care.LIKELY)
        yield _escape_literal(field, target, Care.ALL)
        return
    raws = sorted(wanted, key=len, reverse=True)
    found = list(re.finditer("|".join(map(_literally, raws)), target))
    for matches in (found[::-1], found):
        left = wanted.copy()
        kept = []
        for match in matches:
            if left[match[0]]:
                left[match[0]] -= 1
                kept.append(match.span())
        for care in (Care.LIKELY, Care.ALL):
            yield _escape_around(field, target, sorted(kept), care)


def _literally(raw: str) -> str:
    """A pattern for markup as it is written; of a longer run of marks, those next to the words."""
    pattern = re.escape(raw)
    if raw.strip("*_~"):
        return pattern
    mark = re.escape(raw[0])
    return rf"{pattern}(?!{mark})(?=\S)|(?<=[^\s{mark}]){pattern}"


def _escape_around(field: Field, target: str, kept: list[tuple[int, int]], care: Care) -> str:
    out, done = [], 0
    for start, end in kept:
        out += [_escape_literal(field, target[done:start], care), target[start:end]]
        done = end
    return "".join(out) + _escape_literal(field, target[done:], care)


def _escape_literal(field: Field, markup_text: str, care: Care) -> str:
    """Escape what is not escaped yet: the text is Markdown already."""
    parts = re.split(r"(\\[!-/:-@\[-`{-~]|&#?\w+;|\\\n)", markup_text)
    parts[::2] = [field.place.escape(part, care) for part in parts[::2]]
    return "".join(parts)


def escaped_throughout(field: Field, target: str) -> str:
    """`target` with every character escaped that is not markup."""
    pieces = field.place.pieces(target, field.context)
    return "".join(
        field.place.escape(piece.meaning, Care.ALL)
        if piece.role is Role.TEXT
        else fold_piece(target, piece)
        for piece in pieces
    )
