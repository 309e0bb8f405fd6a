"""Compiling a glossary: each term expanded into classes of word forms, and a trie over these.

A class holds all inflections of one word, so that the trie stays as small as the glossary.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from enum import StrEnum
from typing import Any

from workflow.glossary import spanish
from workflow.glossary.conjugation import verb_forms
from workflow.glossary.model import Gender, PartOfSpeech, Term
from workflow.glossary.renderings import renderings
from workflow.glossary.table import JOINED, End, Form, Table
from workflow.glossary.tokens import Gap, tokens


def compile_table(terms: Sequence[Term]) -> Table:
    """The table of `terms`; of two with one wording, the first one wins."""
    trie = _Trie()
    for index, term in enumerate(terms):
        trie.table.terms.append(_values(term))
        trie.table.renderings.append(renderings(term))
        for wording, source in enumerate((term.source, *term.variants)):
            trie.insert(term, source, (index, wording, 0))
        for exception in term.exceptions:
            trie.insert(term, exception, (index, 0, 1))
    return trie.finished()


class _Trie:
    """A table in the making."""

    def __init__(self) -> None:
        self.table = Table()
        self._classes: dict[tuple[str, str], int] = {}
        self._forms: dict[str, dict[Form, None]] = {}
        self._ends: dict[int, dict[End, None]] = {}

    def insert(self, term: Term, source: str, key: tuple[int, int, int]) -> None:
        """Add one wording of a term, or an exception, and the forms of its words.

        `key`: the term, the wording, and whether it is an exception, whose determiners count.
        """
        index, wording, exception = key
        node, head, determiners, place, after_function_word = 0, -1, 0, 0, False
        listed = False
        words = tokens(source)
        for position, word in enumerate(words):
            written = word.text.lower()
            if after_function_word and written in spanish.DETERMINERS and not exception:
                determiners |= 1 << place
                continue
            lowered = spanish.CONTRACTIONS.get(written, written)
            kind = word_kind(term, lowered, word.text, position, len(words), bool(exception))
            if head < 0 and kind not in (FIXED, FUNCTION, CONJUNCTION):
                head = place
            place += 1
            determiners |= int(written in spanish.CONTRACTIONS) << place
            node = self._step(node, lowered, kind)
            after_function_word = kind in (FUNCTION, CONJUNCTION, VERB) and len(words) > 1
            if after_function_word:
                self.table.determiners[node] = True
            comma = word.gap is Gap.COMMA and position > 0
            listed = listed or comma
            if comma or (listed and kind == CONJUNCTION):
                self.table.commas[node] = True
        if node:
            end = (index, wording, max(head, 0), exception, determiners)
            self._ends.setdefault(node, {})[end] = None

    def finished(self) -> Table:
        """The table of all that was inserted."""
        roots = self.table.edges[0]
        for word, found in self._forms.items():
            starts = tuple((roots[form[0]], form) for form in found if form[0] in roots)
            self.table.words[word] = (tuple(found), starts)
        self.table.ends = {node: tuple(found) for node, found in self._ends.items()}
        return self.table

    def _step(self, node: int, word: str, kind: str) -> int:
        """The node behind a word, which is made where it is not there yet."""
        number = self._classes.setdefault((word, kind), len(self._classes))
        if number == len(self._classes) - 1:
            self._add_forms(word, kind, number)
        edges = self.table.edges[node]
        if number not in edges:
            edges[number] = len(self.table.edges)
            self.table.edges.append({})
        return edges[number]

    def _add_forms(self, word: str, kind: str, number: int) -> None:
        for text, form in _forms(word, kind, number):
            self._forms.setdefault(text, {})[form] = None
            if text[-1] not in spanish.ACCENTED:
                self._forms.setdefault(spanish.fold(text), {})[form] = None


FUNCTION = "function"
"""A preposition, or a conjunction inside a name."""
CONJUNCTION = "conjunction"
"""What joins the words of a common term, and may be exchanged: *inhumanos y (o) degradantes*."""
VERB = "verb"
FIXED = "fixed"
"""A word with one form."""


def word_kind(
    term: Term, word: str, written: str, position: int, count: int, exception: bool
) -> str:
    """How a word of a wording inflects: `FIXED`, `FUNCTION`, `VERB`, or by gender.

    `f` and `m` have forms of that gender only, `fm` and `mf` of the other one too.
    """
    if word in spanish.COORDINATION and not exception and term.part_of_speech in _COMMON:
        return CONJUNCTION
    if word in spanish.PREPOSITIONS or word in spanish.CONJUNCTIONS:
        return FUNCTION
    if exception and word in spanish.DETERMINERS:
        return FIXED
    if term.part_of_speech in (PartOfSpeech.NAME, PartOfSpeech.ACRONYM) or not word.isalpha():
        return FIXED
    if word in spanish.INVARIABLE:
        return FIXED
    if written.isupper() and len(written) > 1:
        return FIXED
    verbal = term.part_of_speech is PartOfSpeech.VERB and not exception
    if position == 0 and (verbal or (exception and _is_infinitive(word))):
        return VERB
    gender = own_gender(term, word, position)
    if count == 1 and not _has_both_genders(term, word):
        return gender
    return gender + ("f" if gender == "m" else "m")


_COMMON = (PartOfSpeech.NOUN, PartOfSpeech.ADJECTIVE, PartOfSpeech.PHRASE)


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
    return spanish.is_person(word)


def _forms(word: str, kind: str, number: int) -> list[tuple[str, Form]]:
    if kind == VERB:
        return [(form.text, (number, form.number, "m", 0, form.tense)) for form in verb_forms(word)]
    if kind == CONJUNCTION:
        return [
            (text, (number, JOINED, "m", 2 * (spanish.COORDINATION[word] != meaning), ""))
            for text, meaning in spanish.COORDINATION.items()
        ]
    if kind in (FIXED, FUNCTION):
        spelled = [word, *(short for short, long in spanish.CONTRACTIONS.items() if long == word)]
        counted = "" if kind == FUNCTION else spanish.number_of(word)
        return [(text, (number, counted, "m", 0, "")) for text in spelled]
    genders: tuple[Gender, ...] = ("f",) if kind[0] == "f" else ("m",)
    if kind == "mf":
        genders = ("m", "f")
    return [
        (form.text, (number, form.number, form.gender, form.cost, ""))
        for form in spanish.nominal_forms(word, *genders)
    ]


def _values(term: Term) -> tuple[Any, ...]:
    """The fields of a term as plain strings, booleans and tuples of strings."""
    values = (getattr(term, one.name) for one in fields(Term))
    return tuple(str(value) if isinstance(value, StrEnum) else value for value in values)
