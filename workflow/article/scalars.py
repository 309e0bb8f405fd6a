"""String values of front matter: what all three languages have in common."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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
