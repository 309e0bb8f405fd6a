"""The compiled table of a glossary: everything that matching needs, as plain data.

Compiling expands each term into classes of word forms (all inflections of one word) and a trie
over these classes; the result holds only dicts, lists, tuples, strings and numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeAlias

from workflow.glossary import spanish
from workflow.glossary.conjugation import verb_forms
from workflow.glossary.model import Enforce, Gender, PartOfSpeech, Term
from workflow.glossary.renderings import Renderings, renderings
from workflow.glossary.tokens import Gap, tokens

VERSION = 2
"""Raised whenever the same glossary would compile to another table."""

Form: TypeAlias = tuple[int, str, str, int, str]
"""Class of the word, number, gender, cost, English tense of a verb form."""
End: TypeAlias = tuple[int, int, int, int, int]
"""Term, which wording (0 = the source itself), head word, exception or not, determiners in it."""


@dataclass(slots=True)
class Table:
    """What a glossary compiles to."""

    terms: list[tuple[Any, ...]] = field(default_factory=list)
    """The fields of each `Term`."""
    renderings: list[Renderings] = field(default_factory=list)
    """The English of each term, inflected."""
    forms: dict[str, tuple[Form, ...]] = field(default_factory=dict)
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
        return (
            self.terms, self.renderings, self.forms, self.edges, self.ends, self.determiners,
            self.commas,
        )  # fmt: skip


def compile_table(terms: Sequence[Term]) -> Table:
    """The table of `terms`; of two with one wording, the later one wins."""
    table = Table()
    classes: dict[tuple[str, str], int] = {}
    forms: dict[str, dict[Form, None]] = {}
    ends: dict[int, dict[End, None]] = {}
    for index, term in enumerate(terms):
        table.terms.append(_values(term))
        table.renderings.append(renderings(term))
        for wording, source in enumerate((term.source, *term.variants)):
            _insert(table, classes, forms, ends, term, source, (index, wording, 0))
        for exception in term.exceptions:
            _insert(table, classes, forms, ends, term, exception, (index, 0, 1))
    table.forms = {word: tuple(found) for word, found in forms.items()}
    table.ends = {node: tuple(found) for node, found in ends.items()}
    return table


def _insert(
    table: Table,
    classes: dict[tuple[str, str], int],
    forms: dict[str, dict[Form, None]],
    ends: dict[int, dict[End, None]],
    term: Term,
    source: str,
    key: tuple[int, int, int],
) -> None:
    """Add one wording of a term to the trie, and the forms of its words to the word list."""
    index, wording, exception = key
    node, head, determiners, place, after_function_word = 0, -1, 0, 0, False
    words = tokens(source)
    for position, word in enumerate(words):
        lowered = word.text.lower()
        if after_function_word and lowered in spanish.DETERMINERS:
            determiners += 1
            continue
        lowered = spanish.CONTRACTIONS.get(lowered, lowered)
        kind = word_kind(term, lowered, word.text, position, len(words), bool(exception))
        if head < 0 and kind not in (FIXED, "function"):
            head = place
        place += 1
        node = _step(table, classes, forms, node, lowered, kind)
        after_function_word = kind in ("function", "verb") and len(words) > 1
        if after_function_word:
            table.determiners[node] = True
        if word.gap is Gap.COMMA and position:
            table.commas[node] = True
    if node:
        ends.setdefault(node, {})[(index, wording, max(head, 0), exception, determiners)] = None


def _step(
    table: Table,
    classes: dict[tuple[str, str], int],
    forms: dict[str, dict[Form, None]],
    node: int,
    word: str,
    kind: str,
) -> int:
    number = classes.setdefault((word, kind), len(classes))
    if number == len(classes) - 1:
        for text, form in _forms(word, kind, number):
            forms.setdefault(text, {})[form] = None
            forms.setdefault(spanish.fold(text), {})[form] = None
    edges = table.edges[node]
    if number not in edges:
        edges[number] = len(table.edges)
        table.edges.append({})
    return edges[number]


FIXED = "fixed"


def word_kind(
    term: Term, word: str, written: str, position: int, count: int, exception: bool
) -> str:
    """How a word of a wording inflects: a key of `_forms`."""
    if word in spanish.PREPOSITIONS or word in spanish.CONJUNCTIONS:
        return "function"
    if term.part_of_speech in (PartOfSpeech.NAME, PartOfSpeech.ACRONYM) or not word.isalpha():
        return FIXED
    if word in spanish.INVARIABLE:
        return FIXED
    if written.isupper() and len(written) > 1:
        return FIXED
    if term.part_of_speech is PartOfSpeech.VERB and position == 0:
        return "verb"
    if position == 0 and _is_infinitive(word) and exception:
        return "verb"
    gender = own_gender(term, word, position)
    if count == 1 and not _has_both_genders(term, word):
        return gender
    return gender + ("f" if gender == "m" else "m")


def own_gender(term: Term, word: str, position: int) -> Gender:
    """The gender of a word of a wording, by the entry when it says so."""
    if position == 0 and term.gender:
        return "f" if term.gender == "f" else "m"
    return spanish.gender_of(word)


def _is_infinitive(word: str) -> bool:
    return len(word) > 3 and word.endswith(("ar", "er", "ir"))


def _has_both_genders(term: Term, word: str) -> bool:
    if term.gender:
        return term.gender == "mf"
    if term.part_of_speech is PartOfSpeech.ADJECTIVE:
        return True
    if term.part_of_speech not in (PartOfSpeech.NOUN, PartOfSpeech.PROPER_NOUN):
        return False
    return word.endswith(spanish.PERSON_ENDINGS) and word not in spanish.NOT_PERSONS


def _forms(word: str, kind: str, number: int) -> list[tuple[str, Form]]:
    if kind == "verb":
        return [(form.text, (number, form.number, "m", 0, form.tense)) for form in verb_forms(word)]
    if kind in (FIXED, "function"):
        spelled = [word, *(short for short, long in spanish.CONTRACTIONS.items() if long == word)]
        plural = spanish.number_of(word) if word.isalpha() else "sg"
        return [(text, (number, plural, "m", 0, "")) for text in spelled]
    genders: tuple[Gender, ...] = ("f",) if kind[0] == "f" else ("m",)
    if kind == "mf":
        genders = ("m", "f")
    return [
        (form.text, (number, form.number, form.gender, form.cost, ""))
        for form in spanish.nominal_forms(word, *genders)
    ]


def restore(plain: tuple[Any, ...]) -> Table:
    """The table that `Table.plain` was made from."""
    return Table(*plain)


def _values(term: Term) -> tuple[Any, ...]:
    """The fields of a term as plain strings, booleans and tuples of strings."""
    values = (getattr(term, one.name) for one in fields(Term))
    return tuple(str(value) if isinstance(value, StrEnum) else value for value in values)


def term_of(values: tuple[Any, ...]) -> Term:
    """The term with these fields."""
    named = dict(zip((one.name for one in fields(Term)), values, strict=True))
    part, enforce = PartOfSpeech(named["part_of_speech"]), Enforce(named["enforce"])
    return Term(**{**named, "part_of_speech": part, "enforce": enforce})
