"""What the checks of completeness and language must know of each language, as data."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Polarity:
    """How a language negates; all patterns are for texts in lower case."""

    neutral: re.Pattern[str]
    """Phrases with a negative word that negate nothing: `sin embargo`, `not only`."""
    optional: re.Pattern[str]
    """Phrases whose rendering may be negative or not: `no dejó de` is `kept` or `did not stop`."""
    negator: re.Pattern[str]
    """Words that negate."""
    firm: re.Pattern[str]
    """Words that deny by themselves: their counterpart must negate in some way."""
    denial: re.Pattern[str]
    """Either of these, to know at once that a text denies nothing."""
    shared: re.Pattern[str]
    """What joins two negations that the other language may say once: `no come y no duerme`."""
    echo: frozenset[str]
    """Negators that add nothing after another one: `no vino nadie`, `neither ... nor`."""
    joining: frozenset[str]
    """Echoes that go on a negation even in another clause: `no tiene luz, agua ni cama`."""
    clause: re.Pattern[str]
    """Where another echo is no longer one."""
    weak: re.Pattern[str]
    """Words that can render a negation without being one: `lack`, `unable`, `carece`."""


def words(text: str) -> frozenset[str]:
    """A table of words written as running text."""
    return frozenset(text.split())


def pattern(*alternatives: str) -> re.Pattern[str]:
    """A pattern of whole words in lower case (any case takes twice the time), from expressions."""
    return re.compile(rf"(?<!\w)(?<!\w[’'])(?:{'|'.join(alternatives)})(?!\w)")


def separators(marks: str, conjunctions: str) -> re.Pattern[str]:
    """A pattern of marks and conjunctions; both together (`, and`) are one."""
    either = "|".join(conjunctions.split())
    return re.compile(rf"(?:{marks})\s*(?:(?:{either})\b)?|\b(?:{either})\b", re.IGNORECASE)
