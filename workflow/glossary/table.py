"""The compiled table of a glossary: everything that matching needs, as plain data.

It holds only dicts, lists, tuples, strings and numbers; `compiling` makes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, TypeAlias

from workflow.glossary.model import Enforce, PartOfSpeech, Term

Form: TypeAlias = tuple[int, str, str, int, str]
"""Class of the word, number (none of a preposition), gender, cost, tense of a verb form."""
Start: TypeAlias = tuple[int, Form]
"""Node of the trie that a word leads to from its root, and how the word is read."""
Entry: TypeAlias = tuple[tuple[Form, ...], tuple[Start, ...]]
"""What a word may be anywhere in a wording, and as its first word."""
Renderings: TypeAlias = tuple[
    str, str, str, str, tuple[str, ...], tuple[str, ...], dict[str, str], tuple[bool, ...]
]
"""The English of a term: approved singular and plural, the number of each (`sg`, `pl`), accepted,
forbidden, of a verb the approved form for each tense, and which of the forbidden are plural."""
End: TypeAlias = tuple[int, int, int, int, int]
"""Term, which wording (0 = the source itself), head word, exception or not, and (as bits) before
which of its words the wording has a determiner."""


@dataclass(slots=True)
class Table:
    """What a glossary compiles to."""

    terms: list[tuple[Any, ...]] = field(default_factory=list)
    """The fields of each `Term`."""
    renderings: list[Renderings] = field(default_factory=list)
    """The English of each term, inflected."""
    words: dict[str, Entry] = field(default_factory=dict)
    """Word in lower case, with and without its accents → what it may be."""
    edges: list[dict[int, int]] = field(default_factory=lambda: [{}])
    """Node of the trie → class of the next word → node."""
    ends: dict[int, tuple[End, ...]] = field(default_factory=dict)
    """Node → the wordings that end there."""
    determiners: dict[int, bool] = field(default_factory=dict)
    """Nodes after which determiners may stand."""
    commas: dict[int, bool] = field(default_factory=dict)
    """Nodes before which a comma may stand."""

    def plain(self) -> tuple[Any, ...]:
        """As nested plain data, for a cache."""
        return tuple(getattr(self, one.name) for one in fields(self))


def restore(plain: tuple[Any, ...]) -> Table:
    """The table that `Table.plain` was made from."""
    return Table(*plain)


def term_of(values: tuple[Any, ...]) -> Term:
    """The term with these fields."""
    named = dict(zip((one.name for one in fields(Term)), values, strict=True))
    part, enforce = PartOfSpeech(named["part_of_speech"]), Enforce(named["enforce"])
    return Term(**{**named, "part_of_speech": part, "enforce": enforce})
