"""Words of a text with their places, and what stands between them."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

OPAQUE = re.compile(
    r"""
    `[^`\n]+`                                   # code
    | <[a-z/!][^<>\n]*>                         # an HTML tag or an address in angle brackets
    | (?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)   # the target of a link
    | (?:https?://|www\.)[^\s<>)\]]+
    | (?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w@\#])[@\#][^\W_]\w*                # handles and hashtags
    | (?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|gob|gov|edu|int|sv|mx|ar|cl|co|es|pe|gt
        |html?|pdf|md|docx?|xlsx?|jpe?g|png|csv)(?:\.[a-z]{2})?(?:/[^\s<>)\]]*)?(?!\w)
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What is no running text: no term is looked for in it, none is corrected."""

_WORD = re.compile(r"[^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*")

_SOFT = re.compile(r"(?!.*\n[ \t>]*\n)[\s*_~\[\]>\u00ad\u200b-]*\Z", re.DOTALL)
"""What may stand between two words of one term: blanks, one line break, emphasis, a hyphen."""
_COMMA = re.compile(r"\s*[,.]\s*\Z")
"""What may also stand there when the term itself has a comma or a full stop."""


class Gap(IntEnum):
    """Kinds of what stands before a word."""

    SOFT = 0
    COMMA = 1
    HARD = 2


class Token(NamedTuple):
    """One word; `gap` says what stands between it and the word before."""

    text: str
    start: int
    end: int
    gap: Gap


def blanked(text: str) -> str:
    """`text` with everything opaque replaced by as many blanks (tags) or hard stops (the rest)."""
    return OPAQUE.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    soft = match.group().startswith(("<", "("))
    return (" " if soft else "\x00") * len(match.group())


def tokens(text: str) -> list[Token]:
    """The words of `text`, in order, outside what is opaque."""
    visible = blanked(text) if _MAY_BE_OPAQUE.search(text) else text
    found: list[Token] = []
    last = 0
    for match in _WORD.finditer(visible):
        start, end = match.span()
        gap = Gap.SOFT if start - last == 1 and visible[last] == " " else _gap(visible, last, start)
        found.append(Token(match.group(), start, end, gap))
        last = end
    return found


def _gap(text: str, start: int, end: int) -> Gap:
    between = text[start:end]
    if _COMMA.match(between):
        return Gap.COMMA
    return Gap.SOFT if _SOFT.match(between) else Gap.HARD


_MAY_BE_OPAQUE = re.compile(r"[`<@#/\]]|\w\.\w")
