"""From a character of a segment's message back to its place in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workflow.article.pieces import Kind, Role

if TYPE_CHECKING:
    from workflow.article.document import Document, Segment


def source_offset(document: Document, segment: Segment, index: int) -> int:
    """Offset in `document.source` of character `index` of `segment.message`.

    Never beyond the segment's own span; an index behind the last character gives its end.
    """
    field = segment.field
    if segment.kind is Kind.FRONT_MATTER:
        quoted = document.source[segment.start : segment.start + 1] in ("'", '"')
        return min(segment.start + quoted + index, segment.end)
    lead = len(field.text) - len(field.text.lstrip())
    if "\n" not in field.text:
        return min(field.offset(min(index + lead, len(field.text))), segment.end)
    left = index + lead
    for piece in field.pieces:
        length = piece.end - piece.start
        if piece.role is Role.SOFT:
            length = 1
        elif piece.role is Role.HARD and "\n" in field.text[piece.start : piece.end]:
            length = 2
        if left < length:
            inside = 0 if piece.role in (Role.SOFT, Role.HARD) else left
            return min(field.offset(piece.start + inside), segment.end)
        left -= length
    return segment.end
