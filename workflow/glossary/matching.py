"""Finding the wordings of a compiled table in Spanish words: longest first, each word once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from typing import NamedTuple

from workflow.glossary import spanish
from workflow.glossary.table import Entry, Form, Table
from workflow.glossary.tokens import Gap, Token
from workflow.glossary.wordlist import word_set

MAX_GAP = 2
"""How many foreign words may stand inside a term: *detención presuntamente arbitraria*."""
MAX_DETERMINERS = 2
"""How many determiners may follow a preposition inside a term: *de todos los derechos*."""

_REACH = MAX_DETERMINERS + MAX_GAP + 1
"""Among how many words after the first one the second must be."""


class Reading(IntEnum):
    """How sure it is that words which look like a term are that term."""

    REFUSED = 0
    DOUBTFUL = 1
    CERTAIN = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording of a term at its place among the words of a text."""

    term: int
    wording: int
    """0: the source itself; n: its n-th variant."""
    first: int
    """Index of its first word."""
    last: int
    """Index after its last word."""
    cost: int
    """How far it is from the wording in the glossary."""
    forms: tuple[Form, ...]
    """How each of its words was read."""
    head: int
    """Which of `forms` is that of the head."""
    gap: bool
    exception: bool
    reading: Reading = Reading.CERTAIN

    @property
    def verbal(self) -> bool:
        """Whether its first word is read as a form of a verb."""
        return bool(self.forms[0][4])


class _Path(NamedTuple):
    """A way through the trie: where it is, and how it came there."""

    node: int
    position: int
    forms: tuple[Form, ...]
    determiners: int
    """As bits: before which words of the wording a determiner was skipped."""
    articles: int
    """As bits: before which of these it was a singular article, alone or in a contraction."""
    run: int
    """Skipped just before `position`."""
    gap: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """A text to search: its words, and what the table knows of each."""

    table: Table
    words: Sequence[Token]
    known: Sequence[Entry]


Judge = Callable[[Candidate], Reading]
_UNKNOWN: Entry = ((), ())


def find(table: Table, words: Sequence[Token], judge: Judge) -> list[Candidate]:
    """What `judge` accepts of the wordings in `words`: none overlapping, in the order of text."""
    found: list[Candidate] = []
    excluded: list[Candidate] = []
    known = table.words
    lowered = [word.text.lower() for word in words]
    text = _Text(table, words, [known.get(word) or _looked_up(table, word) for word in lowered])
    for position, (_, starts) in enumerate(text.known):
        if not starts:
            continue
        near = {form[0] for forms, _ in text.known[position + 1 :][:_REACH] for form in forms}
        for node, form in starts:
            if node not in table.ends and table.edges[node].keys().isdisjoint(near):
                continue
            article = int(lowered[position] in spanish.CONTRACTIONS) << 1
            start = _Path(node, position + 1, (form,), article, article, 0, False)
            for candidate in _walk(text, start, position):
                (excluded if candidate.exception else found).append(candidate)
    if not found:
        return []
    return _longest(_judged(_not_excluded(found, excluded), judge))


def _looked_up(table: Table, word: str) -> Entry:
    """What a word that is not in the table may be: misspelt, or of both genders.

    Accents may be missing or misplaced, but not at its end: *detencion* and *régimenes* are
    misspelt; *procesó* is another word than *proceso*.
    """
    known = table.words
    if not word.isalpha() or word[-1] in "xs":
        for plain in spanish.inclusive(word):
            if plain in known:
                return known[plain]
    if word.isascii() or word[-1] in spanish.ACCENTED:
        return _UNKNOWN
    return known.get(spanish.fold(word), _UNKNOWN)


def _walk(text: _Text, start: _Path, first: int) -> Iterator[Candidate]:
    """Every wording that the path `start` comes to the end of by going on."""
    ends = text.table.ends
    paths = [start]
    while paths:
        path = paths.pop()
        if path.node in ends and not path.run:
            yield from _ended(text.table, path, first)
        if path.position < len(text.words) and text.table.edges[path.node]:
            paths.extend(_steps(text, path) or _leaps(text, path))


def _ended(table: Table, path: _Path, first: int) -> Iterator[Candidate]:
    """The wordings that end where `path` is."""
    for term, wording, head, exception, determiners in table.ends[path.node]:
        if _means_one(path, path.articles & ~determiners):
            continue
        cost = sum(form[3] for form in path.forms) + (determiners ^ path.determiners).bit_count()
        yield Candidate(
            term, wording, first, path.position, cost, path.forms, head, path.gap, bool(exception)
        )


def _means_one(path: _Path, inserted: int) -> bool:
    """Whether an article makes of a kind a single thing: *estado de sitio*, *estado del sitio*.

    `inserted`: the words before which an article stands that the wording does not have. A plural
    changes nothing (*violación de (los) derechos*), nor does a singular in place of a plural.
    """
    return any(
        inserted >> place & 1 and form[1] == "sg" and form[3] % 2 == 0
        for place, form in enumerate(path.forms)
    )


def _steps(text: _Text, path: _Path) -> list[_Path]:
    """The path gone on by the next word, as a word of the term or as a determiner in it."""
    table = text.table
    node, position, forms, determiners, articles, run, gap = path
    edges = table.edges[node]
    fitting = [form for form in text.known[position][0] if form[0] in edges]
    if not fitting and node not in table.determiners:
        return []
    word = text.words[position]
    if word.gap is Gap.HARD:
        return []
    lowered = word.text.lower()
    here = 1 << len(forms)
    contracted = here << 1 if lowered in spanish.CONTRACTIONS else 0
    steps = [
        _Path(
            edges[form[0]],
            position + 1,
            (*forms, form),
            determiners | contracted,
            articles | contracted,
            0,
            gap,
        )
        for form in fitting
        if word.gap is Gap.SOFT or edges[form[0]] in table.commas
    ]
    may_skip = node in table.determiners and run < MAX_DETERMINERS and word.gap is Gap.SOFT
    if may_skip and lowered in spanish.DETERMINERS:
        one = articles | here if lowered in ("el", "la") else articles
        steps.append(_Path(node, position + 1, forms, determiners | here, one, run + 1, gap))
    return steps


def _leaps(text: _Text, path: _Path) -> list[_Path]:
    """The path gone on behind words that are not of the term."""
    edges = text.table.edges[path.node]
    last = min(path.position + MAX_GAP, len(text.words) - 1)
    for position in range(path.position + 1, last + 1 if not path.gap else 0):
        if not any(form[0] in edges for form in text.known[position][0]):
            continue
        inside = text.words[path.position : position]
        if all(_may_stand_inside(word, place) for place, word in enumerate(inside, 1)):
            return _steps(text, path._replace(position=position, run=0, gap=True))
    return []


_FINITE = re.compile(r"(?:ó|aron|ieron|aba|aban|ía|ían|rá|rán|ará|arán)$")
_NO_INSERTION = (
    spanish.DETERMINERS
    | spanish.PREPOSITIONS
    | word_set(
        "que se no lo le les es son fue fueron era eran está están ha han había al del como si "
        "cuando donde quien quienes cual cuyo pero sino sea sean ser"
    )
)


def _may_stand_inside(word: Token, place: int) -> bool:
    """Whether a word may be an adjective or adverb inside a term (or the *y* before its last)."""
    lowered = word.text.lower()
    if word.gap is not Gap.SOFT or not lowered.isalpha() or word.text != lowered:
        return False
    if lowered in spanish.CONJUNCTIONS:
        return place > 1
    return lowered not in _NO_INSERTION and not _FINITE.search(lowered)


def _not_excluded(found: Sequence[Candidate], excluded: Sequence[Candidate]) -> Iterator[Candidate]:
    """Those that lie in no exception of their own term."""
    exceptions: dict[int, list[tuple[int, int]]] = {}
    for candidate in excluded:
        if not candidate.gap:
            exceptions.setdefault(candidate.term, []).append((candidate.first, candidate.last))
    for candidate in found:
        spans = exceptions.get(candidate.term, ())
        if not any(first < candidate.last and candidate.first < last for first, last in spans):
            yield candidate


def _judged(found: Iterator[Candidate], judge: Judge) -> Iterator[Candidate]:
    for candidate in found:
        reading = judge(candidate)
        if reading is Reading.CERTAIN:
            yield candidate
        elif reading is Reading.DOUBTFUL:
            yield replace(candidate, reading=reading)


def _longest(found: Iterator[Candidate]) -> list[Candidate]:
    """Those that no longer (or nearer, or earlier defined) one overlaps."""
    ranked = sorted(
        found,
        key=lambda one: (
            -len(one.forms),
            one.gap,
            -one.reading,
            one.verbal,
            one.cost,
            one.first,
            one.term,
        ),
    )
    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in ranked:
        span = range(candidate.first, candidate.last)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(candidate)
    return sorted(kept, key=lambda one: one.first)
