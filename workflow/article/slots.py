"""Find the texts inside fixed things: attributes of HTML tags, parameters, link titles."""

from __future__ import annotations

import re
from functools import lru_cache

from markdown_it.common.utils import unescapeAll

from workflow.article.pieces import Kind, Slot

_TITLE = re.compile(
    r"""[ \t\n](?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))[ \t\n]*\)?\Z""",
    re.DOTALL,
)


_SHOWN = re.compile(r"\{\{[<%]/\*")
_CONTAINED = re.compile(r"\n[ \t>]*")
"""A line end, and what a quote puts before the next line."""


@lru_cache(maxsize=32)
def _assignment(names: frozenset[str]) -> re.Pattern[str]:
    alternatives = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(
        rf"""(?<![\w-])({alternatives})\s*=\s*"""
        r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)')""",
        re.IGNORECASE | re.DOTALL,
    )


def may_hold(text: str, names: frozenset[str]) -> bool:
    """Is there `name="…"` anywhere in `text` for one of the names?"""
    return bool(names) and "=" in text and _assignment(names).search(text) is not None


def assigned_slots(
    text: str, start: int, end: int, kind: Kind, names: frozenset[str]
) -> tuple[Slot, ...]:
    """Values of `name="…"` in `text[start:end]` for the given names, quotes left out.

    A shortcode between `/*` and `*/` is only shown.
    """
    if not names or "=" not in text[start:end] or _SHOWN.match(text, start):
        return ()
    found = []
    for match in _assignment(names).finditer(text, start, end):
        group = 2 if match[2] is not None else 3
        span = match.span(group)
        if text[span[0] : span[1]].strip():
            quote = text[span[0] - 1]
            found.append(Slot(kind, *span, quote, match[1].lower()))
    return tuple(found)


def title_slot(text: str, start: int, end: int, title: str, owner: str) -> tuple[Slot, ...]:
    """Where `title` (its decoded text) stands at the end of `text[start:end]`, a link's tail."""
    if not title.strip():
        return ()
    match = _TITLE.search(text, start, end)
    if match is None:
        return ()
    group = next(number for number in (1, 2, 3) if match[number] is not None)
    if title.split() not in (_said(match[group]), _said(_CONTAINED.sub("\n", match[group]))):
        return ()
    first, last = match.span(group)
    return (Slot(Kind.LINK_TITLE, first, last, text[first - 1], owner),)


def _said(raw: str) -> list[str]:
    """The words of a title as it stands in the file."""
    return unescapeAll(raw).split()
