"""Hard breaks of two blanks, which editors strip and formatters move, written with a backslash."""

from __future__ import annotations

import re

from workflow.article.document import parse
from workflow.article.pieces import Kind, Role

_BLANKS = re.compile(r" {2,}(?=\r\n?|\n)")


def backslash_breaks(markdown: str) -> str:
    """`markdown` with every hard break of trailing blanks written as `\\` and a line end."""
    if not _BLANKS.search(markdown):
        return markdown
    breaks = []
    for segment in parse(markdown).segments:
        if segment.kind is Kind.FRONT_MATTER:
            continue
        for piece in segment.field.pieces:
            if piece.role is Role.HARD:
                start = segment.field.offset(piece.start)
                found = _BLANKS.match(markdown, start)
                if found:
                    breaks.append(found.span())
    out, at = [], 0
    for start, end in sorted(set(breaks)):
        out += [markdown[at:start], "\\"]
        at = end
    return "".join(out) + markdown[at:]
