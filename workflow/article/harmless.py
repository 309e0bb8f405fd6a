"""Which translations cannot change the blocks around them, so that nothing need be read again.

Blocks begin with the first character of a line, and that is nearly always ASCII punctuation or a
figure (CommonMark 0.31.2, chapters 4 and 5); within a line only a pipe matters, to tables. What is
not certainly harmless is read again and compared.
"""

from __future__ import annotations

import re

from workflow.article.composing import Composed
from workflow.article.html_prose import HtmlText
from workflow.article.mending import has_same_skeleton
from workflow.article.pieces import Kind
from workflow.article.places import CELL, HEADING

_LINE = re.compile(
    r"(?:[^\x00-\x7f\s]|[A-Za-z]"
    r"|[\"'(),.;?!/%&@{}\]^]"  # ASCII marks that begin no block
    r"|\d+(?![\d.)])|\d+[.)](?=\S)"  # a figure, but no number of a list
    r"|\*{1,3}[^\s*]|_{1,3}[^\s_]|`{1,2}[^`\s]|\$[^$]"
    r"|\[(?![\^ \]]|[xX]\]))"  # a link, but no task and no note
    r"[^|\\]*\Z"
)
_DEFINITION_MARK = "]:"
_BLANK_LINE = re.compile(r"\n[ \t>]*(?:\r?\n|\Z)")


def is_harmless(composed: Composed) -> bool:
    """Is it certain that the translation leaves the blocks around it as they are?"""
    place = composed.field.place
    if composed.field.kind is Kind.HTML:
        return not isinstance(place, HtmlText) or _is_harmless_html(composed)
    if place is CELL:
        return re.search(r"[|\\\n]", composed.seen) is None
    if place is HEADING:
        return re.search(r"[|\\\n]|#\Z", composed.seen) is None
    if _DEFINITION_MARK in composed.seen:
        return False
    if "\n" not in composed.seen:
        return _LINE.match(composed.seen) is not None
    return all(map(_LINE.match, composed.seen.split("\n")))


def _is_harmless_html(composed: Composed) -> bool:
    """A block of HTML ends with a blank line, or with a tag, of which there are no new ones."""
    return has_same_skeleton(composed.field, composed.text) and not any(
        _BLANK_LINE.search(edit.new) for edit in composed.edits
    )
