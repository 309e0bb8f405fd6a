"""Inline Markdown as gap-free pieces: text, paired tags, fixed things and breaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from urllib.parse import unquote

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from workflow.article.grammar import Environment, parse_tokens
from workflow.article.html_tags import pair_tags
from workflow.article.masking import mask, masked_spans
from workflow.article.options import ArticleOptions
from workflow.article.pieces import Kind, Piece, Role, Slot
from workflow.article.skeleton import Part, parts
from workflow.article.slots import assigned_slots, title_slot

_SPECIAL = re.compile(
    r"\\|`|\*|_|\[|<|&|~|\^|\{|\$|@|\n|://|w[wW]{2}\.|W[wW]{2}\."
)  # alternatives that begin with a character are quick to look for
_BARE_LINK = re.compile(
    r"(?:https?://|ftp://|www\.|mailto:)[^\s<>\"'`\]}|]+|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+"
    r"|\]\([^\s()<>]+\)",  # the end of a link that is none
    re.IGNORECASE,
)
REFERENCE_ENDS = ("]", "][]")
"""How links and images end whose label is their text."""
_ROLES = {
    "softbreak": Role.SOFT,
    "hardbreak": Role.HARD,
    "em_open": Role.OPEN,
    "strong_open": Role.OPEN,
    "s_open": Role.OPEN,
    "em_close": Role.CLOSE,
    "strong_close": Role.CLOSE,
    "s_close": Role.CLOSE,
}
_LABEL = re.compile(r"\]\[([^\[\]]+)\]|\[([^\[\]]+)\]\[\]")
_MAY_HOLD_ADDRESS = re.compile(r"://|www\.|mailto:|@|\]\(", re.IGNORECASE)
_ADDRESS_LIKE = re.compile(r"\S*[/.:#]\S*")
_TRAILING = ".,;:!?*_~"


@dataclass(frozen=True, slots=True)
class Context:
    """What an inline text may refer to, and what in it is for readers."""

    environment: Environment = field(default_factory=dict)
    options: ArticleOptions = field(default_factory=ArticleOptions)
    _read: dict[str, list[Piece]] = field(default_factory=dict, repr=False)


def standalone(markdown: str) -> Context:
    """A context for Markdown away from its document: every label that it names is defined."""
    references = {
        normalizeReference(match[1] or match[2]): {"href": match[1] or match[2], "title": ""}
        for match in _LABEL.finditer(markdown)
    }
    return Context({"references": references})


def read_inline(text: str, context: Context) -> list[Piece]:
    """Pieces of `text` in order, without gaps; tags numbered from 1.

    The same text in the same context is read once.
    """
    pieces = context._read.get(text)
    if pieces is None:
        pieces = context._read[text] = _read(text, context)
    return pieces


def _read(text: str, context: Context) -> list[Piece]:
    if not _SPECIAL.search(text):
        return [Piece(Role.TEXT, 0, len(text), "text", text)] if text else []
    spans = masked_spans(text)
    masked = mask(text, spans).replace("\0", "\ufffd")
    pieces = sorted(
        _from_tokens(parse_tokens(masked, context.environment), text, context),
        key=lambda piece: (piece.start, piece.end),
    )
    pieces = _without_gaps(pieces, len(text))
    pieces = _split_masked(pieces, spans, text, context)
    pieces = list(_joined_text(pieces))
    if _MAY_HOLD_ADDRESS.search(text):
        pieces = [part for piece in pieces for part in split_addresses(piece)]
        _fix_own_addresses(pieces)
    return number_tags(pair_tags(pieces, text) if "<" in text else pieces)


def layout_pieces(text: str, context: Context) -> list[Piece]:
    """Like `read_inline`, where only words, breaks and what cannot be broken need be told apart."""
    found = parts(text)
    if found is None:
        return read_inline(text, context)
    return [Piece(_layout_role(kind, text[start:end]), start, end) for kind, start, end in found]


def _layout_role(kind: Part, raw: str) -> Role:
    if kind is Part.EXACT:
        return Role.HARD if raw == "\\\n" else Role.FIXED
    return Role.TEXT


def _from_tokens(tokens: Sequence[Token], text: str, context: Context) -> Iterator[Piece]:
    open_links: list[Token] = []
    for token in tokens:
        start, end = token.meta["at"]
        if token.type == "link_open" and token.info != "auto":
            open_links.append(token)
        if token.type == "link_close" and token.info != "auto":
            yield _link_end(open_links.pop(), start, end, text)
        elif start < end:
            yield _piece(token, start, end, text, context)


def _piece(token: Token, start: int, end: int, text: str, context: Context) -> Piece:
    raw = text[start:end]
    match token.type:
        case "text":  # an empty one is the second half of `**`
            role, name = (Role.TEXT, "text") if token.content else (Role.FIXED, "marker")
            return Piece(role, start, end, name, raw)
        case "text_special":
            is_blank = not token.content.strip(" \t\r\n")
            role, name = (Role.FIXED, "space") if is_blank else (Role.TEXT, "special")
            return Piece(role, start, end, name, token.content)
        case "link_open":
            role, name = (Role.FIXED, "autolink") if token.info == "auto" else (Role.OPEN, "link")
            return Piece(role, start, end, name, str(token.attrs["href"]))
        case "code_inline":
            return Piece(Role.FIXED, start, end, "code", raw.strip("`").replace("\n", " "))
        case "html_inline":
            slots = assigned_slots(text, start, end, Kind.HTML, context.options.html_attributes)
            return Piece(Role.FIXED, start, end, "html", slots=slots)
        case "image":
            return _image(token, start, end, text)
        case "footnote_ref" if raw.startswith("^["):
            slot = Slot(Kind.FOOTNOTE, start + 2, end - 1)
            return Piece(Role.FIXED, start, end, "inline footnote", slots=(slot,))
        case kind:
            role = _ROLES.get(kind, Role.FIXED)
            return Piece(role, start, end, token.tag or kind, raw if role is Role.FIXED else "")


def _link_end(opening: Token, start: int, end: int, text: str) -> Piece:
    target = str(opening.attrs["href"])
    slots: tuple[Slot, ...] = ()
    if text[end - 1] == ")":
        slots = title_slot(text, start, end, str(opening.attrs.get("title", "")), target)
    return Piece(Role.CLOSE, start, end, "link", target, slots=slots)


def _image(token: Token, start: int, end: int, text: str) -> Piece:
    target = str(token.attrs["src"])
    first = start + 2
    last = first + len(token.content)
    slots: tuple[Slot, ...] = ()
    if token.content.strip():
        slots = (Slot(Kind.IMAGE_ALT, first, last, owner=target, until=end),)
        if text[last:end] in REFERENCE_ENDS:
            slots = (replace(slots[0], label=token.content),)
    if text[end - 1] == ")":
        slots += title_slot(text, last, end, str(token.attrs.get("title", "")), target)
    return Piece(Role.FIXED, start, end, "image", target, slots=slots)


def _without_gaps(pieces: Sequence[Piece], length: int) -> list[Piece]:
    """Give marker halves to their tags, stray blanks to the break or text beside them."""
    whole: list[Piece] = []
    done = 0
    for piece in pieces:
        if piece.start > done and whole and piece.role not in (Role.SOFT, Role.HARD):
            whole[-1].end = piece.start
        elif piece.start > done:
            piece.start = done
        if piece.name == "marker" and whole and whole[-1].role is Role.CLOSE:
            whole[-1].end = piece.end
        elif whole and whole[-1].name == "marker":
            piece.start = whole[-1].start
            whole[-1] = piece
        else:
            whole.append(piece)
        done = piece.end
    if whole and done < length:
        whole[-1].end = length
    return whole


def _split_masked(
    pieces: Sequence[Piece], spans: Sequence[tuple[int, int]], text: str, context: Context
) -> list[Piece]:
    """Make every masked span that stands in running text a fixed piece."""
    if not spans:
        return list(pieces)
    out: list[Piece] = []
    rest = list(spans)
    for piece in pieces:
        while rest and rest[0][1] <= piece.start:
            rest.pop(0)
        start = piece.start
        while piece.role is Role.TEXT and rest and rest[0][1] <= piece.end:
            first, last = rest.pop(0)
            if first > start:
                out.append(Piece(Role.TEXT, start, first, "text", text[start:first]))
            slots = assigned_slots(
                text, first, last, Kind.CAPTION, context.options.shortcode_parameters
            )
            out.append(Piece(Role.FIXED, first, last, "masked", slots=slots))
            start = last
        if start == piece.start:
            out.append(piece)
        elif start < piece.end:
            out.append(Piece(Role.TEXT, start, piece.end, "text", text[start : piece.end]))
    return out


def _joined_text(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbouring plain text as one piece: markers that mean nothing are only characters."""
    for name, run in groupby(pieces, key=lambda piece: piece.name):
        parts = list(run)
        if name == "text" and len(parts) > 1:
            text = "".join(part.meaning for part in parts)
            yield Piece(Role.TEXT, parts[0].start, parts[-1].end, "text", text)
        else:
            yield from parts


def split_addresses(piece: Piece) -> Iterator[Piece]:
    """Bare addresses in running text are fixed pieces."""
    if piece.name != "text" or not _MAY_HOLD_ADDRESS.search(piece.meaning):
        yield piece
        return
    done = 0
    for match in _BARE_LINK.finditer(piece.meaning):
        address = _without_tail(match[0])
        first, last = match.start(), match.start() + len(address)
        if first > done:
            yield _cut(piece, done, first)
        start = piece.start + first
        yield Piece(Role.FIXED, start, start + len(address), "address", address)
        done = last
    if done < len(piece.meaning):
        yield _cut(piece, done, len(piece.meaning))


def _fix_own_addresses(pieces: Sequence[Piece]) -> None:
    """The text of a link that is nothing but its target is a fixed piece."""
    for opening, inside, closing in zip(pieces, pieces[1:], pieces[2:], strict=False):
        if (
            opening.name == closing.name == "link"
            and closing.role is Role.CLOSE
            and inside.name == "text"
            and _ADDRESS_LIKE.fullmatch(inside.meaning)
            and inside.meaning in _written_targets(opening.meaning)
        ):
            inside.role, inside.name = Role.FIXED, "address"


def _written_targets(target: str) -> tuple[str, str]:
    """A link's target as people write it."""
    target = target.removeprefix("mailto:")
    return target, unquote(target)


def _without_tail(address: str) -> str:
    """An address without the punctuation that follows it (GFM, extended autolinks)."""
    while address and (
        address[-1] in _TRAILING or (address[-1] == ")" and address.count(")") > address.count("("))
    ):
        address = address[:-1]
    return address


def _cut(piece: Piece, first: int, last: int) -> Piece:
    text = piece.meaning[first:last]
    return Piece(Role.TEXT, piece.start + first, piece.start + last, "text", text)


def number_tags(pieces: list[Piece]) -> list[Piece]:
    """Number tags in order of appearance; a closing piece has its opening piece's number."""
    last, open_numbers = 0, []
    for piece in pieces:
        if piece.role in (Role.OPEN, Role.FIXED, Role.HARD):
            last += 1
            piece.number = last
        if piece.role is Role.OPEN:
            open_numbers.append(last)
        elif piece.role is Role.CLOSE:
            piece.number = open_numbers.pop()
    return pieces
