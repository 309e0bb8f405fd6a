"""The pieces that a model reads and writes, and the characters of the text that they stand for."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Sequence
from typing import Protocol

Range = tuple[int, int]
"""Half-open range of characters."""

_WORD_MARK = "▁"
_JOINER = "@@"
_LOOK_AHEAD = 24
"""Characters that a normalizer may have dropped or changed before a piece is found again."""
WORD = re.compile(r"[^\W_]+(?:[.,:'’-][^\W_]+)*|[^\w\s]|_")
"""Words (figures and hyphenated words whole) and single signs."""


class Tokenizer(Protocol):
    """What a package offers: sentence to pieces and back."""

    def encode(self, sentence: str) -> list[str]:
        """The pieces of a sentence."""

    def decode(self, tokens: list[str]) -> str:
        """The sentence that pieces make."""


def surface(piece: str) -> str:
    """What a piece writes: `▁pre` is `pre`, `deten@@` is `deten`, `&apos;` is an apostrophe."""
    return html.unescape(piece.removeprefix(_WORD_MARK).removesuffix(_JOINER))


def places(pieces: Sequence[str], text: str) -> list[Range]:
    """Where each piece stands in `text`; an empty range where a normalizer changed it.

    Pieces are sought from left to right, each a little ahead of the last one found.
    """
    folded = _folded(text)
    cursor = 0
    found: list[Range] = []
    for piece in pieces:
        wanted = _folded(surface(piece))
        while cursor < len(text) and text[cursor].isspace():
            cursor += 1
        limit = cursor + len(wanted) + _LOOK_AHEAD
        start = folded.find(wanted, cursor, limit) if wanted else -1
        if start < 0:
            found.append((cursor, cursor))
        else:
            cursor = start + len(wanted)
            found.append((start, cursor))
    return found


def _folded(text: str) -> str:
    """The text as normalizers leave it, in lower case, character for character."""
    forms = (unicodedata.normalize("NFKC", character).lower() for character in text)
    return "".join(
        form if len(form) == 1 else character for form, character in zip(forms, text, strict=True)
    )


def word_ranges(text: str) -> list[Range]:
    """The words and signs of a text."""
    return [match.span() for match in WORD.finditer(text)]


def owners(pieces: Sequence[Range], words: Sequence[Range]) -> list[int | None]:
    """For each piece the number of the word that it belongs to."""
    result: list[int | None] = []
    word = 0
    for start, end in pieces:
        while word < len(words) and words[word][1] <= start:
            word += 1
        inside = word < len(words) and start < end and words[word][0] < end
        result.append(word if inside else None)
    return result


def trimmed(text: str, window: Range, edges: frozenset[str]) -> Range:
    """The window without words of `edges` at its ends, when others remain."""
    inside = [
        (start, end)
        for start, end in word_ranges(text)
        if window[0] <= start and end <= window[1] and text[start:end].casefold() not in edges
    ]
    return (inside[0][0], inside[-1][1]) if inside else window
