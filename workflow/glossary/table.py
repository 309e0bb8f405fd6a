"""The compiled table of a glossary: everything that matching needs, as plain data.

It holds only dicts, lists, tuples, strings and numbers; `compiling` makes it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple, TypeAlias

from workflow.glossary.model import Enforce, PartOfSpeech, Term

Form: TypeAlias = tuple[int, str, str, int, str]
"""Class of the word, number (none of a preposition), gender, cost, tense of a verb form."""
JOINED = "="
"""In the place of the number of a conjunction: what it joins agrees with what stands before it."""
Start: TypeAlias = tuple[int, Form]
"""Node of the trie that a word leads to from its root, and how the word is read."""
Entry: TypeAlias = tuple[tuple[Form, ...], tuple[Start, ...]]
"""What a word may be anywhere in a wording, and as its first word."""
End: TypeAlias = tuple[int, int, int, int, int]
"""Term, which wording (0 = the source itself), head word, exception or not, and (as bits) before
which of its words the wording has a determiner."""


class Renderings(NamedTuple):
    """The English of a term."""

    singular: str
    plural: str
    singular_number: str
    """Of `singular`: *whereabouts* is `pl`."""
    plural_number: str
    """Of `plural`: *evidence* is `sg`."""
    accepted: tuple[str, ...]
    """What counts as right, in every inflection."""
    collective: tuple[str, ...]
    """Of `accepted`, what names one only though it looks plural: *Indigenous people*."""
    forbidden: tuple[str, ...]
    """What counts as wrong, in every inflection."""
    forbidden_plurals: tuple[bool, ...]
    """Which of `forbidden` are plural."""
    tenses: dict[str, str]
    """Of a verb: the approved English for each tense of the Spanish."""
    people: str
    """Of an adjective of origin, the noun for several people: *Salvadorans*; else empty."""


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
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        values["renderings"] = [tuple(one) for one in self.renderings]
        return tuple(values.values())


def restore(plain: tuple[Any, ...]) -> Table:
    """The table that `Table.plain` was made from."""
    table = Table(*plain)
    table.renderings = [Renderings(*one) for one in table.renderings]
    return table


def term_of(values: tuple[Any, ...]) -> Term:
    """The term with these fields."""
    named = dict(zip((one.name for one in fields(Term)), values, strict=True))
    part, enforce = PartOfSpeech(named["part_of_speech"]), Enforce(named["enforce"])
    return Term(**{**named, "part_of_speech": part, "enforce": enforce})
