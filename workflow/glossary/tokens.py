"""Words of a text with their places, and what stands between them."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

_ENDINGS = (
    "com|org|net|info|gob|gov|edu|int|sv|mx|ar|cl|co|es|pe|gt|hn|html?|pdf|md|docx?|xlsx?|jpe?g|"
    "png|csv"
)
"""Ends of host and file names that stand in texts without anything that marks them as such."""

OPAQUE: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(trigger, re.IGNORECASE), re.compile(pattern, re.IGNORECASE))
    for trigger, pattern in (
        ("`", r"`[^`\n]+`"),
        ("<", r"<[a-z/!][^<>\n]*>"),
        (r"\]\(", r"(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"),
        ("[:w][/w]{2}", r"(?:https?://|www\.)[^\s<>)\]]+"),
        ("@", r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),
        ("[@#]", r"(?<![\w@#])[@#][^\W_]\w*"),
        (r"/(?<!\S/)", r"(?<!\S)/[\w.-]+(?:/[\w.-]*)*"),
        (
            rf"\.(?:{_ENDINGS})\b",
            rf"(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:{_ENDINGS})(?:\.[a-z]{{2}})?(?:/[^\s<>)\]]*)?(?!\w)",
        ),
    )
)
"""What is no running text (code, tags, targets of links, addresses, handles, paths, names of hosts
and files), each with what a text must have for it to be worth looking, which is quick to find."""
_MAY_BE_OPAQUE = re.compile(rf"[`<@#/]|\]\(|www|\.(?:{_ENDINGS})\b", re.IGNORECASE)
"""What a text must have for any of them to be in it; most have none."""

_WORD = re.compile(
    r"([^\W_]+(?:[\u0300-\u036f\u00ad]+[^\W_]*)*"
    r"(?:@s?(?!\w)|/[ao]s?(?!\w)|\([ao]s?\)s?|\(s\))?)"
)
"""A word, with what writers add to mean both genders or numbers: *detenid@s, detenidos/as*."""

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
    """`text` with all that is opaque replaced by as many blanks (tags) or hard stops (the rest).

    No term is looked for in it, and none is corrected.
    """
    if not _MAY_BE_OPAQUE.search(text):
        return text
    for trigger, pattern in OPAQUE:
        if trigger.search(text):
            text = pattern.sub(_blank, text)
    return text


def _blank(match: re.Match[str]) -> str:
    soft = match.group().startswith(("<", "("))
    return (" " if soft else "\x00") * len(match.group())


_DOTTED = re.compile(r"[A-ZÁÉÍÓÚÑ]\.(?<!\w..)(?:[A-ZÁÉÍÓÚÑ]\.)*[A-ZÁÉÍÓÚÑ](?!\w)")


def _undotted(acronym: re.Match[str]) -> str:
    """*O.N.U.* as one word, of the same length: a soft hyphen counts for nothing."""
    return acronym.group().replace(".", "\u00ad")


def tokens(text: str) -> list[Token]:
    """The words of `text`, in order, outside what is opaque."""
    visible = _DOTTED.sub(_undotted, blanked(text))
    parts = _WORD.split(visible)  # what stands between words, and the words, in turn
    edges = list(accumulate(map(len, parts)))
    words = zip(parts[1::2], edges[:-1:2], edges[1::2], map(_gap, parts[:-1:2]), strict=True)
    # The constructor of a named tuple costs twice as much, and this is the innermost loop.
    return [tuple.__new__(Token, word) for word in words]


@lru_cache(maxsize=4096)
def _gap(between: str) -> Gap:
    if _COMMA.match(between):
        return Gap.COMMA
    return Gap.SOFT if _SOFT.match(between) else Gap.HARD
