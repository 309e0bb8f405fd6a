"""Finding the wordings of a compiled table in Spanish words: longest first, each word once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from workflow.glossary import spanish
from workflow.glossary.table import Form, Table
from workflow.glossary.tokens import Gap, Token
from workflow.glossary.wordlist import words as word_set

MAX_GAP = 2
"""How many foreign words may stand inside a term: *detención presuntamente arbitraria*."""
MAX_DETERMINERS = 2
"""How many determiners may follow a preposition inside a term: *de todos los derechos*."""


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


@dataclass(frozen=True, slots=True)
class _Path:
    """A way through the trie: where it is, and how it came there."""

    node: int
    position: int
    forms: tuple[Form, ...]
    determiners: int
    """Skipped in all."""
    run: int
    """Skipped just before `position`."""
    gap: bool


Judge = Callable[[Candidate], Reading]


def find(table: Table, words: Sequence[Token], judge: Judge) -> list[Candidate]:
    """What `judge` accepts of the wordings in `words`: none overlapping, in the order of text."""
    found: list[Candidate] = []
    excluded: list[Candidate] = []
    roots = table.edges[0]
    for position, word in enumerate(words):
        for form in forms_of(table, word.text):
            if form[0] not in roots:
                continue
            start = _Path(roots[form[0]], position + 1, (form,), 0, 0, False)
            for candidate in _walk(table, words, start, position):
                (excluded if candidate.exception else found).append(candidate)
    if not found:
        return []
    return _longest(_judged(_not_excluded(found, excluded), judge))


def forms_of(table: Table, word: str) -> tuple[Form, ...]:
    """What a written word may be; accents may be missing or misplaced, but not at its end.

    *detencion* and *régimenes* are misspelt; *capturó* is another word than *captura*.
    """
    lowered = word.lower()
    forms = table.forms.get(lowered)
    if forms is not None:
        return forms
    if lowered.isascii():
        return ()
    folded = spanish.fold(lowered)
    if folded == lowered or lowered[-1] in "áéíóú":
        return ()
    return table.forms.get(folded, ())


def _walk(table: Table, words: Sequence[Token], path: _Path, first: int) -> Iterator[Candidate]:
    """Every wording that `path` has come to the end of, or comes to by going on."""
    ends = () if path.run else table.ends.get(path.node, ())
    for term, wording, head, exception, determiners in ends:
        cost = sum(form[3] for form in path.forms) + 2 * (determiners != path.determiners)
        yield Candidate(
            term, wording, first, path.position, cost, path.forms, head, path.gap, bool(exception)
        )
    if path.position >= len(words) or not table.edges[path.node]:
        return
    steps = list(_steps(table, words, path))
    if not steps and not path.gap and len(path.forms):
        steps = list(_leaps(table, words, path))
    for step in steps:
        yield from _walk(table, words, step, first)


def _steps(table: Table, words: Sequence[Token], path: _Path) -> Iterator[_Path]:
    """The path gone on by the next word, as a word of the term or as a determiner in it."""
    word = words[path.position]
    if word.gap is Gap.HARD:
        return
    edges = table.edges[path.node]
    for form in forms_of(table, word.text):
        node = edges.get(form[0])
        if node is not None and (word.gap is Gap.SOFT or node in table.commas):
            yield _Path(node, path.position + 1, (*path.forms, form), path.determiners, 0, path.gap)
    may_skip = path.node in table.determiners and path.run < MAX_DETERMINERS
    if may_skip and word.gap is Gap.SOFT and word.text.lower() in spanish.DETERMINERS:
        yield _Path(
            path.node,
            path.position + 1,
            path.forms,
            path.determiners + 1,
            path.run + 1,
            path.gap,
        )


def _leaps(table: Table, words: Sequence[Token], path: _Path) -> Iterator[_Path]:
    """The path gone on behind words that are not of the term."""
    for skipped in range(1, MAX_GAP + 1):
        position = path.position + skipped
        if position >= len(words) or not _may_stand_inside(words[position - 1], skipped):
            return
        leapt = _Path(path.node, position, path.forms, path.determiners, 0, True)
        steps = list(_steps(table, words, leapt))
        if steps:
            yield from steps
            return


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
            yield _doubtful(candidate)


def _doubtful(candidate: Candidate) -> Candidate:
    return Candidate(
        candidate.term,
        candidate.wording,
        candidate.first,
        candidate.last,
        candidate.cost,
        candidate.forms,
        candidate.head,
        candidate.gap,
        candidate.exception,
        Reading.DOUBTFUL,
    )


def _longest(found: Iterator[Candidate]) -> list[Candidate]:
    """Those that no longer (or nearer, or later defined) one overlaps."""
    ranked = sorted(
        found,
        key=lambda one: (
            -len(one.forms),
            one.gap,
            -one.reading,
            one.verbal,
            one.cost,
            -one.term,
            one.first,
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
