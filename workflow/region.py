"""Which region's Spanish an article is written in: its front matter says so, else its figures."""

from __future__ import annotations

import re
from functools import lru_cache

from workflow.numbers import regional_tag

_FRONT_MATTER = re.compile(
    r"\A\ufeff?(?:---|\+\+\+)[ \t]*\n(.*?)^(?:---|\+\+\+)[ \t]*$", re.DOTALL | re.MULTILINE
)
_TAG = re.compile(
    r"^(?:lang|language|locale|idioma)[ \t]*[:=][ \t]*[\"']?([A-Za-z]{2})[-_]([A-Za-z]{2}|\d{3})\b",
    re.MULTILINE,
)


@lru_cache(maxsize=16)  # a command asks several times about one article
def language_of(text: str, language: str) -> str:
    """The language tag by which the figures of a whole article are to be read.

    `es-MX` where its front matter says so (`lang: es-MX`), `es-419` where it writes 1,300.50, and
    `language` as it is where neither tells or it has a region already.
    """
    if "-" in language:
        return language
    front = _FRONT_MATTER.match(text)
    said = _TAG.search(front.group(1)) if front else None
    if said is not None and said.group(1).lower() == language:
        return f"{language}-{said.group(2).upper()}"
    return regional_tag(text, language)
