"""What a text says, as a hash: re-wrapping, other escapes or emphasis marks do not change it."""

from __future__ import annotations

import hashlib
import json
import unicodedata

from markdown_it.common.utils import unescapeAll

from workflow.article.inline import read_inline, standalone
from workflow.article.meaning import meaning


def fingerprint(markdown: str) -> str:
    """Hash over the parsed inline parts of `markdown`: kinds, words, targets, titles.

    White space counts as one space, entities and escapes as what they stand for.
    """
    pieces = read_inline(markdown, standalone(markdown))
    items = meaning(pieces)
    for piece in pieces:
        items += [(slot.kind, unescapeAll(markdown[slot.start : slot.end])) for slot in piece.slots]
    words = unicodedata.normalize("NFC", json.dumps(items, ensure_ascii=False))
    return hashlib.sha256(words.encode()).hexdigest()[:16]
