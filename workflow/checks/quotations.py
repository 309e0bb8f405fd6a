"""Spanish that an English text holds on purpose: quotations, titles, the original that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workflow.findings import Span
from workflow.glossary.target import TITLE_WORDS

Stretches = Sequence[tuple[int, int]]

_MARKS = re.compile(
    r"“[^“”\n]+”|\"[^\"\n]+\"|‘(?<!\w‘)[^‘’\n]+’(?!\w)|\([^()\n]+\)|\*[^*\n]+\*|_(?<!\w_)[^_\n]+_(?!\w)"
)
"""What stands between quotation marks, in brackets, or emphasized where the text is Markdown."""
_SHORT = 5
"""Words that may stand alone between marks: a term of the original, a title, a cry."""
_ORIGINAL = re.compile(r"\b(?:spanish|originally|literally|castilian)\b", re.IGNORECASE)
"""What says of words beside it that they are the original's."""
_REACH = 60
_CITATION = re.compile(
    r"(?:^|\n)[\s*_>(\[]*(?:(?:the )?original\b[^:\n]{0,30}|spanish (?:original|version|title)):",
    re.IGNORECASE,
)
"""The title of the original, named as such at the beginning of a line: `Original article: …`"""


def intended(text: str, emphasized: Stretches = ()) -> list[Span]:
    """Stretches of an English `text` that may be Spanish.

    `emphasized` are those that its Markdown marks: a quotation in italics inside an English
    sentence is the author's choice; a whole paragraph in italics may have been forgotten.
    """
    spans = [Span(*place) for place in emphasized if _is_part(text, *place)]
    spans += [Span(*match.span()) for match in _MARKS.finditer(text) if _is_quotation(text, match)]
    return [*spans, *citations(text)]


def citations(text: str) -> Iterator[Span]:
    """Where the title of the Spanish original stands, label and all, to the end of its line."""
    for match in _CITATION.finditer(text):
        end = text.find("\n", match.end())
        yield Span(match.start(), len(text) if end < 0 else end)


def without_citations(text: str) -> str:
    """`text` with as many blanks in the place of each citation."""
    for span in citations(text):
        text = text[: span.start] + " " * (span.end - span.start) + text[span.end :]
    return text


def within(span: Span, stretches: Sequence[Span]) -> bool:
    """Whether `span` lies in one of the stretches."""
    return any(one.start <= span.start and span.end <= one.end for one in stretches)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether other words stand beside a stretch, or it is short."""
    return _is_short(text[start:end]) or bool(re.search(r"\w", text[:start] + text[end:]))


def _is_quotation(text: str, match: re.Match[str]) -> bool:
    if _is_short(match[0]):
        return True
    if match[0][0] in "*_":
        return _is_part(text, *match.span())
    before = text[max(0, match.start() - _REACH) : match.start()]
    after = text[match.end() : match.end() + _REACH]
    introduced = _ORIGINAL.search(before) or _ORIGINAL.search(after)
    return introduced is not None or not TITLE_WORDS.isdisjoint(
        re.findall(r"\w+", before.lower())[-4:]
    )


def _is_short(words: str) -> bool:
    return len(words.split()) <= _SHORT
