"""What a text says, as a hash: re-wrapping, other escapes or emphasis marks do not change it."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from functools import cache

from workflow.article.inline import read_inline, standalone
from workflow.article.meaning import meaning

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_BETWEEN = "+"


@cache  # a run asks for the same texts in the catalog, the draft and the paired file
def fingerprint(markdown: str) -> str:
    """Hash over the parsed inline parts of `markdown`: kinds, words, targets.

    White space counts as one space, entities and escapes as what they stand for. Titles and
    images' descriptions are segments of their own, and so no part of the text around them.
    A text of several paragraphs has that of each, in order: see `fingerprint_parts`.
    """
    paragraphs = _BLANK_LINES.split(markdown.strip()) if "\n" in markdown else [markdown]
    return _BETWEEN.join(map(_fingerprint, paragraphs))


def fingerprint_parts(fingerprint: str) -> list[str]:
    """The fingerprints of a text's paragraphs."""
    return fingerprint.split(_BETWEEN)


def _fingerprint(markdown: str) -> str:
    items = meaning(read_inline(markdown, standalone(markdown)))
    words = unicodedata.normalize("NFC", json.dumps(items, ensure_ascii=False))
    return hashlib.sha256(words.encode()).hexdigest()[:16]
