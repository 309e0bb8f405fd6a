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

from markdown_it.common.utils import isPunctChar, isWhiteSpace

Skeleton = tuple[tuple[str, str], ...]
"""Stretches of markup; with each, the classes of the characters around emphasis marks."""

_PHRASING = "a|abbr|b|bdi|big|br|cite|del|dfn|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|u"
_VALUE = r"\"[^<>\"`{}$\\\n]*\"|'[^<>'`{}$\\\n]*'"
_STRETCH = re.compile(
    r"[^\\`*_~\[\]<>&{}$@^\r\n\x00\ue000:]*+(?:"  # words
    r"(?P<marks>[*_~]+)"
    r"|(?P<bracket>\[(?!\^|[^\s\[\]]*[/.:@#]))"
    r"|(?P<exact>\\[^{}$]"
    r"|(?<!`)(?P<ticks>`+)(?!`)[^`{}$\\]+(?P=ticks)(?!`)"  # code
    r"|\[\^[^\s\[\]`{}$<\\]+\](?![(\[:])"  # footnote mark
    r"|\[[^\s\[\]`{}$<>*_~&\\]+(?=\]\()"  # a link whose text may be its target
    r"|\]\((?!javascript:|vbscript:|file:|data:)[^\s()\[\]`{}$<>\\;]*"  # end of a link
    r"(?:[ ]\"[^\"()\[\]`{}$<>\\;\n]*\")?\)"
    r"|\]\[[^\[\]`{}$<\\\n]+\](?![(\[:])"  # end of a reference link
    rf"|</?(?:{_PHRASING})(?:[ ](?:[^<>\"'`{{}}$\\\n]|{_VALUE})*)?>"
    r"|&(?:[A-Za-z]\w*|#\w+);"
    r"|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\{[:#.][^{}\n]*\})"  # masked
    r"|:(?!//)(?<!mailto:)|@(?![\w-]+\.)|&(?![\w#])"  # no address, no entity
    r"|(?P<unsure>[\S\s])|\Z)",
    re.IGNORECASE,
)


def skeleton(text: str) -> Skeleton | None:
    """The skeleton of an inline Markdown text; None: only a parser can tell."""
    found = []
    addresses = 0
    for match in _STRETCH.finditer(text):
        kind = match.lastgroup
        if kind == "exact" and "translate" not in match[kind].lower():
            addresses += match[kind].lower().count("www.")
            if not (match[kind][0] == "&" and html.unescape(match[kind]).isalnum()):
                found.append((match[kind], ""))
        elif kind == "marks":
            found.append((match[kind], _around(text, *match.span(kind))))
        elif kind == "bracket":
            start = match.start(kind)
            found.append(("[", text[start - 1 : start] if text[start - 1 : start] == "!" else ""))
        elif kind is not None:
            return None
    return tuple(found) if text.lower().count("www.") == addresses else None


def _around(text: str, start: int, end: int) -> str:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return _class(before) + _class(after)


def _class(character: str) -> str:
    """What the rules of emphasis tell apart: blanks, punctuation, masks, all else."""
    if isWhiteSpace(ord(character)):
        return "b"
    if character in "{}":
        return "m"
    return "p" if isPunctChar(character) else "w"
