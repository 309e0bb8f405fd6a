"""String values of front matter: what all three languages have in common."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_HALF = re.compile("[\ud800-\udfff]")


class Style(Enum):
    """How a string is written."""

    PLAIN = "plain"
    PLAIN_IN_FLOW = "plain, between brackets or braces"
    SINGLE = "'"
    DOUBLE = '"'
    LITERAL = "|"
    FOLDED = ">"
    TOML_LITERAL = "TOML, '"
    TOML_MULTILINE = "TOML, three quotes"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string value: its dotted path, its span in the file, its decoded text."""

    path: str
    start: int
    end: int
    value: str
    style: Style


def whole(text: str) -> str:
    """`text` without halves of characters, which an escape (`\\ud83d`) can write and no file hold.

    Two that belong together become their character, a single one U+FFFD (Unicode, section 3.9).
    """
    if not _HALF.search(text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
