"""What typography must not touch: a text of the same length in which markup cannot be read.

Code, link targets, HTML, shortcodes and addresses are covered by stand-ins, one for each
character, so that a place in the cover is a place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

OPAQUE = "\ufffc"
"""Stands for something that reads like a word: code, an address, a shortcode, an image. Running
text from which markup was taken out has the same character in its place (`workflow.article`)."""
THIN = "\ue001"
"""Stands for markup with no width of its own: tags, brackets and targets of links."""
NOTE = "\ue002"
"""Stands for a footnote reference."""
REST = "\ue003"
"""Second and later characters of a quotation mark written as an entity."""

SPACE = "[ \u00a0\u2009\u202f]"
"""A space on a line, breakable or not; a class for patterns over the cover."""
EMPHASIS = "*_~"
"""Characters of emphasis, which the eye looks through."""
MARKS = f"[{EMPHASIS}{THIN}]"
"""Markup that the eye looks through: emphasis and everything thin."""

_ENTITIES = {
    "laquo": "«",
    "raquo": "»",
    "lsaquo": "‹",
    "rsaquo": "›",
    "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’",
    "mdash": "—",
    "ndash": "–",
    "iquest": "¿",
    "iexcl": "¡",
    "hellip": "…",
}
_SPACE_ENTITIES = frozenset({"nbsp", "thinsp", "#160", "#8239", "#xA0"})

# Each alternative starts with its own character, and none can run over the start of the next one
# for long: scanning is linear in the length of the text.
_MARKUP = re.compile(
    r"""
      (?P<escape> \\[!-/:-@\[-`{-~] )
    | (?P<ticks> `+ )
    | (?P<comment> <!-- )
    | (?P<tag> </?[A-Za-z][^<>]*> )
    | (?P<autolink> <[A-Za-z][A-Za-z0-9+.-]*:[^\s<>]*> )
    | (?P<target> \]\(\s*(?:<[^<>\n]*>|[^\s()<]*(?:\([^\s()]*\)[^\s()]*)?)
        (?:\s+(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'))?\s*\) )
    | (?P<label> \]\[[^\[\]]*\] )
    | (?P<note> \[\^[^\s\[\]]+\] )
    | (?P<shortcode> \{\{[^{}]*\}\} | \{%[^{}%]*%\} )
    | (?P<attributes> \{[:\#.][^{}]*\} )
    | (?P<address> (?:https?://|www\.)[^\s<>«»“”"]*[^\s<>«»“”".,;:!?)*_~'’] )
    | (?P<path> (?<![\w.@/-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/[^\s<>«»“”"()\]]* )
    | (?P<entity> &(?:[A-Za-z]+|\#\d+|\#[xX][0-9A-Fa-f]+); )
    | (?P<bracket> !?\[ )
    | (?P<list> ^[ \t]*(?:[-+*>|]|\#{1,6}|\d{1,9}[.)])(?=[ \t])[ \t]+ )
    """,
    re.VERBOSE | re.MULTILINE,
)
_MAY_BE_MARKUP = re.compile(r"[\\`<\[\]{&/\n]|www\.")
"""What every markup but that of a list has in it: most texts have none, which is quick to know."""
_THIN_KINDS = frozenset({"tag", "target", "label", "bracket", "list", "attributes", "comment"})


@lru_cache(maxsize=64)  # a check and the typography that it asks for cover the same text
def cover(text: str) -> str:
    """`text` with markup covered; same length, and equal to `text` where nothing is covered."""
    if not _MAY_BE_MARKUP.search(text) and not _MARKUP.match(text):
        return text
    parts: list[str] = []
    done = 0
    for start, end, covered in _covered(text):
        parts += [text[done:start], covered]
        done = end
    return "".join([*parts, text[done:]])


def _covered(text: str) -> Iterator[tuple[int, int, str]]:
    """Spans of markup in order, each with what covers it."""
    ticks = _Fences(text)
    comment_ends = True
    place = 0
    while match := _MARKUP.search(text, place):
        start, place, kind = match.start(), match.end(), match.lastgroup or ""
        if kind == "ticks":
            end = ticks.closing(start, place)
            if end is None:
                continue
            place = end
        elif kind == "comment":
            found = text.find("-->", place) if comment_ends else -1
            comment_ends = found >= 0
            if not comment_ends:
                continue
            place = found + 3
        yield start, place, _cover_of(kind, text[start:place])


def _cover_of(kind: str, markup: str) -> str:
    if kind == "entity":
        return _cover_of_entity(markup)
    if kind == "note":
        return NOTE * len(markup)
    return (THIN if kind in _THIN_KINDS else OPAQUE) * len(markup)


def _cover_of_entity(markup: str) -> str:
    name = markup[1:-1]
    if name in _SPACE_ENTITIES:
        return "\u00a0" * len(markup)
    mark = _ENTITIES.get(name)
    return mark + REST * (len(markup) - 1) if mark else OPAQUE * len(markup)


class _Fences:
    """Finds where code spans close: at the next run of as many backticks (CommonMark 6.1)."""

    def __init__(self, text: str) -> None:
        self._runs: dict[int, list[int]] = {}
        for run in reversed(list(re.finditer("`+", text))):
            self._runs.setdefault(len(run[0]), []).append(run.start())

    def closing(self, start: int, end: int) -> int | None:
        """End of the code span whose opening run is `[start, end)`; None when it never closes."""
        runs = self._runs.get(end - start, [])
        while runs and runs[-1] < end:
            runs.pop()
        return runs[-1] + (end - start) if runs else None
