"""The comments of a page, where they are comments and not code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.article.document import Document
from workflow.article.pieces import Role

_OPENING = "<!--"
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Comment:
    """`<!-- text -->` at `[start, end)` of the file."""

    start: int
    end: int
    text: str


def comments(document: Document) -> list[Comment]:
    """The HTML comments of a page, in order; none of its code and front matter."""
    if _OPENING not in document.source:
        return []
    found = {comment.start: comment for comment in (*_in_blocks(document), *_in_texts(document))}
    return [found[start] for start in sorted(found)]


def _in_blocks(document: Document) -> Iterator[Comment]:
    body = document.reading.body
    for token in body.tokens:
        if token.type == "html_block" and token.map:
            first, behind = (body.first_line + line for line in token.map)
            start, end = body.lines.starts[first], body.lines.ends[behind - 1]
            for match in _COMMENT.finditer(document.source, start, end):
                yield Comment(match.start(), match.end(), match[1].strip())


def _in_texts(document: Document) -> Iterator[Comment]:
    for field in document.reading.fields:
        if _OPENING not in field.text:
            continue
        for piece in field.pieces:
            match = _COMMENT.fullmatch(piece.meaning) if piece.role is Role.FIXED else None
            if match and piece.name == "html":
                end = field.offset(piece.end - 1) + 1
                yield Comment(field.offset(piece.start), end, match[1].strip())
