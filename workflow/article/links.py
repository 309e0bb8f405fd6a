"""Addresses on a page, of links, images, definitions and HTML, and the page with others in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from markdown_it.common.utils import unescapeAll

from workflow.article.document import Document
from workflow.article.html_tags import TAG
from workflow.article.pieces import Kind, Piece
from workflow.article.reading import Body

_ADDRESS = r"(?:<(?P<pointed>[^<>\n]*)>|(?P<bare>[^\s<][^\s]*?))"
_IN_BRACKETS = re.compile(rf"\]\([ \t\n]*{_ADDRESS}(?=[ \t\n]+[\"'(]|[ \t\n]*\)\Z)")
"""At the end of an inline link or image; its text may hold another one."""
_IN_DEFINITION = re.compile(rf"[ \t>]*\[(?:[^\[\]\\]|\\.)+\]:\s*{_ADDRESS}(?=\s|\Z)")
_IN_TAG = re.compile(r"\s(?:href|src|poster)\s*=\s*(?P<quote>[\"'])(?P<bare>.*?)(?P=quote)", re.I)
_NEEDS_POINTED = re.compile(r"[\s()]|\A<|\A\Z")


@dataclass(frozen=True, slots=True)
class Address:
    """Where an address stands in a page."""

    start: int
    end: int
    """`text[start:end]` is the address as written, angle brackets included."""
    value: str
    """Escapes and entities decoded."""
    in_tag: bool = False
    """It is the value of an HTML attribute."""


def addresses(document: Document) -> list[Address]:
    """Every address of the page's body that a reader can follow or see, in order."""
    found = {a.start: a for a in (*_of_texts(document), *_of_blocks(document.reading.body))}
    return [found[start] for start in sorted(found)]


def with_addresses(document: Document, change: Callable[[str], str]) -> str:
    """The page's text with every address replaced by what `change` makes of it."""
    text, parts, done = document.source, [], 0
    for address in addresses(document):
        new = change(address.value)
        if new != address.value:
            parts += [text[done : address.start], _written(new, address)]
            done = address.end
    return "".join([*parts, text[done:]])


def _written(value: str, place: Address) -> str:
    value = value.replace("$", "%24").replace("{", "%7B")  # no math, no shortcode begins here
    if place.in_tag:
        return value.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#39;")
    return f"<{value}>" if _NEEDS_POINTED.search(value) else value


def _of_texts(document: Document) -> Iterator[Address]:
    """Addresses inside running texts."""
    for item in document.reading.fields:
        if item.parent is not None or item.kind is Kind.FRONT_MATTER:
            continue
        for piece in item.pieces:
            for start, end, value, in_tag in _of_piece(item.text, piece):
                yield Address(item.offset(start), item.offset(start) + end - start, value, in_tag)


def _of_piece(text: str, piece: Piece) -> Iterator[tuple[int, int, str, bool]]:
    raw = text[piece.start : piece.end]
    if piece.name == "html":
        for match in _IN_TAG.finditer(raw):
            yield *_span(match, piece.start), unescapeAll(match["bare"]), True
    elif piece.name in ("link", "image") and raw.endswith(")"):
        inside = _IN_BRACKETS.search(raw)
        if inside is not None:
            yield *_span(inside, piece.start), _decoded(inside), False


def _of_blocks(body: Body) -> Iterator[Address]:
    """Addresses in definitions and in HTML blocks, however deep they stand."""
    starts = [*body.lines.starts[body.first_line :], len(body.source)]
    for token in body.tokens:
        if token.map is None or token.type not in ("definition", "html_block"):
            continue
        first, last = (starts[min(line, len(starts) - 1)] for line in token.map)
        raw = body.source[first:last]
        if token.type == "definition":
            definition = _IN_DEFINITION.match(raw)
            if definition is not None:
                yield Address(*_span(definition, first), _decoded(definition))
            continue
        for tag in TAG.finditer(raw):
            for match in _IN_TAG.finditer(tag[0]):
                span = _span(match, first + tag.start())
                yield Address(*span, unescapeAll(match["bare"]), in_tag=True)


def _span(match: re.Match[str], base: int) -> tuple[int, int]:
    """The address with the brackets around it."""
    groups = match.groupdict()
    if groups.get("pointed") is not None:
        start, end = match.span("pointed")
        return base + start - 1, base + end + 1
    start, end = match.span("bare")
    return base + start, base + end


def _decoded(match: re.Match[str]) -> str:
    return unescapeAll(match["bare"] if match["pointed"] is None else match["pointed"])
