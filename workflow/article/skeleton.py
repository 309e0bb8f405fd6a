"""The markup of an inline text as a skeleton that can be compared without parsing it.

A text is cut into stretches of markup, kept as they are, and words between them. Words begin no
inline construct (CommonMark 0.31.2, chapter 6), and everything in which they would count (a link
target or label, code, an HTML tag, an entity) is part of a stretch. So two texts with the same
stretches, whose emphasis marks have neighbours of the same class, have the same markup around
other words. A text for which that is not certain has no skeleton.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from enum import Enum
from functools import lru_cache

from markdown_it.common.utils import isPunctChar, isWhiteSpace

from workflow.article.masking import may_hold_regions

Skeleton = tuple[tuple[str, str], ...]
"""Stretches of markup; with each, the classes of the characters around emphasis marks."""

_PHRASING = (
    "a|abbr|b|bdi|big|br|cite|del|dfn|em|font|i|img|ins|mark|q|s|small|span|strong|sub|sup|u"
)
_VALUE = r"\"[^<>\"`{}$\\\n]*\"|'[^<>'`{}$\\\n]*'"
_IN_ADDRESS = r"[^\s<>\"'`\]}|*~\[&{$^\\]"
_IN_PARENTHESES = r"\([^\s()\[\]`{}$<>\\;]*\)"
_PART = re.compile(
    r"(?P<marks>[*_~]+)"
    r"|(?P<bracket>\[(?!\^|(?=[^\s\[\]]*\]\()[^\s\[\]`]*?[/.:#]))"
    r"|(?P<exact>\\(?:[^{}$(\[\\]|\\(?![(\[]))"
    r"|(?<!`)(?P<ticks>`+)(?!`)[^`{}$\\]+(?P=ticks)(?!`)"  # code
    r"|\[\^[^\s\[\]`{}$<\\]+\](?![(\[:])"  # footnote mark
    r"|\[[^\s\[\]`{}$<>*_~&\\]+(?=\]\()"  # a link whose text may be its target
    rf"|\]\((?!javascript:|vbscript:|file:|data:)(?:[^\s()\[\]`{{}}$<>\\;]|{_IN_PARENTHESES})*"
    r"(?:[ ]\"[^\"()\[\]`{}$<>\\;\n]*\")?\)"  # end of a link
    r"|\]\[[^\[\]`{}$<\\\n]+\](?![(\[:])"  # end of a reference link
    rf"|</?(?:{_PHRASING})(?:[ ](?:[^<>\"'`{{}}$\\\n]|{_VALUE})*)?>"
    r"|&(?:[A-Za-z]\w*|#\w+);"
    rf"|(?<=http|ttps)://{_IN_ADDRESS}*(?<!_)(?=[\s<>\"'`\]}}|]|\Z)"
    r"|(?<=[\w.+-])@(?:[^\W_]|-)++(?:\.(?:[^\W_]|-)++)+(?![\w@])"  # of a mail address
    r"|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{[:#.][^{}\n]*\})"  # what the page builder reads
    r"|(?P<unsure>[^:@&]|(?<=mailto):|:(?=//)|@(?=[\w-]+\.)|&(?=[\w#]))",  # address, entity
    re.IGNORECASE,
)
_MARKUP = re.compile(r"[\\`*_~\[\]<>&{}$@^\r\n\x00\ue000:]")
_SLOTS = re.compile(r"[!^]\[")
"""An image or an inline footnote: its words are another text."""
_LETTER = re.compile(r"[^\W_]")
_ADDRESS = re.compile(r"[wW][wW][wW]\.")
_KEPT = "translate"


class Part(Enum):
    """What a part of a text is."""

    WORDS = "words"
    MARKS = "emphasis marks"
    BRACKET = "an opening bracket"
    EXACT = "markup with everything that counts in it"


_KINDS = {"marks": Part.MARKS, "bracket": Part.BRACKET, "exact": Part.EXACT}


@lru_cache(maxsize=4)  # a translation is compared, then laid out
def _marked(text: str) -> tuple[tuple[Part, int, int], ...] | None:
    """The parts of an inline Markdown text that are not words; None: not certain."""
    mark = _MARKUP.search(text)
    if mark is None:
        return None if _ADDRESS.search(text) else ()
    if may_hold_regions(text):
        return None
    may_be_kept = "<" in text and _KEPT in text.lower()
    found: list[tuple[Part, int, int]] = []
    while mark:
        match = _PART.match(text, mark.start())
        if match is None:  # a colon, an ampersand: words
            mark = _MARKUP.search(text, mark.end())
            continue
        kind = _KINDS.get(match.lastgroup or "")
        start, end = match.span()
        if kind is None or (may_be_kept and text[start] == "<"):
            return None
        found.append((kind, start, end))
        mark = _MARKUP.search(text, end)
    if _ADDRESS.search(text) and any(_ADDRESS.search(text, *gap) for gap in _gaps(text, found)):
        return None
    return tuple(found)


def _gaps(text: str, found: Sequence[tuple[Part, int, int]]) -> Iterator[tuple[int, int]]:
    """Spans of the words between parts."""
    done = 0
    for _, start, end in found:
        if start > done:
            yield done, start
        done = end
    if done < len(text):
        yield done, len(text)


def parts(text: str) -> list[tuple[Part, int, int]] | None:
    """The parts of an inline Markdown text with their spans, without gaps; None: not certain."""
    found = _marked(text)
    if found is None:
        return None
    words = [(Part.WORDS, start, end) for start, end in _gaps(text, found)]
    return sorted([*found, *words], key=lambda part: part[1])


def certain_words(text: str) -> bool:
    """Is there, without parsing, certainly a letter or figure in the running text?"""
    found = _marked(text)
    return (
        found is not None
        and not _SLOTS.search(text)
        and any(
            _LETTER.search(text, start, end) and not text.startswith(("://", "@"), end)
            for start, end in _gaps(text, found)
        )
    )


def skeleton(text: str) -> Skeleton | None:
    """The skeleton of an inline Markdown text; None: only a parser can tell."""
    found = _marked(text)
    if not found:
        return None if found is None else ()
    return tuple(_stretches(text, found))


def _stretches(text: str, found: Sequence[tuple[Part, int, int]]) -> Iterator[tuple[str, str]]:
    for kind, start, end in found:
        stretch = text[start:end]
        if kind is Part.MARKS:
            yield stretch, _class(text[start - 1 : start]) + _class(text[end : end + 1])
        elif stretch[0] == "[":  # of a link, or of an image
            yield stretch, "!" if text[start - 1 : start] == "!" else ""
        elif stretch[0] == ":" and kind is Part.EXACT:  # an address behind its scheme
            yield stretch, text[start - 5 : start].lower()
        elif stretch[0] == "@":
            yield stretch, _local_part(text[:start])
        elif kind is Part.EXACT and not (stretch[0] == "&" and _is_written_out(stretch)):
            yield stretch, ""


def _local_part(before: str) -> str:
    """What of the text before an @ belongs to the address."""
    at = len(before)
    while at and (before[at - 1].isalnum() or before[at - 1] in "_.+-"):
        at -= 1
    return before[at:]


@lru_cache(maxsize=256)
def _is_written_out(entity: str) -> bool:
    """Is an entity only another way to write a letter, a figure or a typographic mark?"""
    said = html.unescape(entity)
    return said.isalnum() or not said.isascii()


@lru_cache(maxsize=1024)
def _class(character: str) -> str:
    """What the rules of emphasis tell apart: blanks and edges, punctuation, masks, all else."""
    if not character or isWhiteSpace(ord(character)):
        return "b"
    if character in "{}":
        return "m"
    return "p" if isPunctChar(character) else "w"
