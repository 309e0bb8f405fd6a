"""The glossary as others use it: load it, read its terms, find them in a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from os import PathLike
from pathlib import Path

from workflow.errors import GlossaryError
from workflow.glossary import cache, spanish
from workflow.glossary.matching import Candidate, Reading
from workflow.glossary.matching import find as find_candidates
from workflow.glossary.model import Enforce, Gender, Match, Number, PartOfSpeech, Term
from workflow.glossary.readings import Surroundings, judge
from workflow.glossary.table import Table, term_of
from workflow.glossary.tokens import Gap, Token, tokens

Paths = str | PathLike[str] | Sequence[str | PathLike[str]]


class Glossary:
    """Terms and their approved English.

    Of several glossaries the first one wins: an entry stands in the place of all later entries
    with the same source and part of speech, and keeps its wordings from later entries.
    """

    def __init__(self, terms: Iterable[Term]) -> None:
        self._table = _compiled(tuple(terms))
        self._elsewhere: frozenset[int] = frozenset()

    @classmethod
    def load(cls, paths: Paths, *, cache_directory: Path | None = None) -> Glossary:
        """The glossary in the PO file(s) at `paths`, the first one winning.

        `cache_directory` keeps compiled tables (`cache.default_directory()` when None); it may be
        deleted at any time and is left alone when it cannot be written.
        Raises `GlossaryError` when a file cannot be read.
        """
        files = [paths] if isinstance(paths, (str, PathLike)) else list(paths)
        contents = [_read(file) for file in files]
        directory = cache_directory or cache.default_directory()
        name = cache.key(contents)
        table = cache.load(directory, name)
        if table is None:
            table = _compiled_from(contents, files)
            cache.store(directory, name, table)
        return cls._of(table)

    @classmethod
    def _of(cls, table: Table, elsewhere: frozenset[int] = frozenset()) -> Glossary:
        glossary = cls.__new__(cls)
        glossary._table = table
        glossary._elsewhere = elsewhere
        return glossary

    def for_article(self, text: str) -> Glossary:
        """This glossary as it holds in an article with that Spanish.

        A homograph whose entry names its context is no term in an article that has none of it:
        a word has one sense per discourse (Gale, Church and Yarowsky 1992). A few sentences are
        no discourse and tell nothing.
        """
        bound = self._contexts
        if not bound or len(text.split(None, DISCOURSE)) < DISCOURSE:
            return self
        folded = spanish.fold(text)
        elsewhere = frozenset(
            term for pattern, terms in bound if not pattern.search(folded) for term in terms
        )
        if elsewhere == self._elsewhere:
            return self
        # One object for one reading: what is remembered of texts is remembered by the glossary.
        return self._readings.setdefault(elsewhere, Glossary._of(self._table, elsewhere))

    @cached_property
    def _readings(self) -> dict[frozenset[int], Glossary]:
        return {}

    @cached_property
    def _contexts(self) -> list[tuple[re.Pattern[str], list[int]]]:
        """Each context of entries, as a pattern over folded text, and the terms that name it."""
        terms: dict[tuple[str, ...], list[int]] = {}
        for index, term in enumerate(self.terms):
            if term.context:
                terms.setdefault(term.context, []).append(index)
        return [(_any_of(words), indexes) for words, indexes in terms.items()]

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """Every term, in the order of the files."""
        return tuple(term_of(values) for values in self._table.terms)

    @cached_property
    def refused_anywhere(self) -> dict[str, tuple[Term, str]]:
        """Renderings that are wrong in any English text → the term, its approved English.

        Those of several words and those of entries marked so, unless another entry accepts them;
        of several terms that forbid one rendering, the one that names it first.
        """
        everything = list(zip(self.terms, self._table.renderings, strict=True))
        accepted = {one.casefold() for _, english in everything for one in english.accepted}
        refused: dict[str, tuple[int, Term, str]] = {}
        for term, english in everything:
            pairs = zip(english.forbidden, english.forbidden_plurals, strict=True)
            for rank, (rendering, many) in enumerate(pairs):
                several = " " in rendering or term.anywhere
                if not several or rendering.casefold() in accepted:
                    continue
                if rendering not in refused or rank < refused[rendering][0]:
                    approved = english.plural if many else english.singular
                    refused[rendering] = (rank, term, approved)
        return {rendering: (term, approved) for rendering, (_, term, approved) in refused.items()}

    def find(self, text: str) -> list[Match]:
        """The terms in Spanish `text`, in order, none overlapping.

        `text` is running text or Markdown inline; offsets count its characters.
        """
        words = tokens(text)
        read = self._judge(text, words)
        return [self._match(one, words) for one in find_candidates(self._table, words, read)]

    def replaceable(self, text: str) -> list[Match]:
        """The terms in `text` whose English may be put into a draft, in order, none overlapping.

        Those that `find` hides inside a longer one that is only checked are among them:
        *régimen de excepción* in *levantar el régimen de excepción*.
        """
        words = tokens(text)
        read = self._judge(text, words)

        def certain(candidate: Candidate) -> Reading:
            checked = self.terms[candidate.term].enforce is Enforce.CHECK
            sure = not checked and not candidate.gap and read(candidate) is Reading.CERTAIN
            return Reading.CERTAIN if sure else Reading.REFUSED

        return [self._match(one, words) for one in find_candidates(self._table, words, certain)]

    def _judge(self, text: str, words: Sequence[Token]) -> Callable[[Candidate], Reading]:
        read = judge(self.terms, Surroundings(text, words))
        if not self._elsewhere:
            return read
        elsewhere = self._elsewhere
        return lambda one: Reading.REFUSED if one.term in elsewhere else read(one)

    def _match(self, candidate: Candidate, words: Sequence[Token]) -> Match:
        term = self.terms[candidate.term]
        number = _number(candidate, term, words)
        english = self._table.renderings[candidate.term]
        many = number == "pl"
        target = english.plural if many else english.singular
        target_number = english.plural_number if many else english.singular_number
        if term.part_of_speech is PartOfSpeech.VERB:
            target = english.tenses[candidate.forms[0][4] or "base"]
        elif many and english.people and _stands_for_people(candidate, words):
            target, target_number = english.people, "pl"
        wrong_number = english.collective if many else ()
        accepted = [one for one in english.accepted if one not in wrong_number]
        doubtful = candidate.reading is Reading.DOUBTFUL
        return Match(
            term=term,
            index=candidate.term,
            start=words[candidate.first].start,
            end=words[candidate.last - 1].end,
            number=number,
            gender=_gender(candidate, term, words),
            target=target,
            target_number="pl" if target_number == "pl" else "sg",
            accepted=(target, *(one for one in accepted if one != target)),
            forbidden=english.forbidden,
            enforce=Enforce.CHECK if doubtful else term.enforce,
            gap=candidate.gap,
        )


DISCOURSE = 80
"""Words from which a text tells by what it is about in which sense it uses a word."""


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Any of the words, in text that is folded; a beginning with its star ends anywhere."""
    patterns = (
        re.escape(spanish.fold(word.rstrip("*"))) + ("" if word.endswith("*") else r"\b")
        for word in words
    )
    return re.compile(rf"\b(?:{'|'.join(patterns)})")


def _stands_for_people(candidate: Candidate, words: Sequence[Token]) -> bool:
    """Whether an adjective is a noun here: *los salvadoreños*, *miles de salvadoreños*."""
    before = words[candidate.first - 1].text.lower() if candidate.first else ""
    soft = words[candidate.first].gap is Gap.SOFT
    return not before or (soft and before in _BEFORE_NOUNS)


_BEFORE_NOUNS = spanish.DETERMINERS | spanish.PREPOSITIONS | spanish.PLURAL_DETERMINERS


def _read(file: str | PathLike[str]) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise GlossaryError(
            f"the glossary cannot be read: {error.strerror or error}", path=file
        ) from error


def _compiled(terms: Sequence[Term]) -> Table:
    # Imported here, for with a table in the cache nothing of it is needed.
    from workflow.glossary.compiling import compile_table

    return compile_table(terms)


def _compiled_from(contents: Sequence[bytes], files: Sequence[str | PathLike[str]]) -> Table:
    from workflow.glossary import po

    pairs = zip(contents, files, strict=True)
    return _compiled(merged([po.read(po.decode(content, file), file) for content, file in pairs]))


def merged(groups: Sequence[Sequence[Term]]) -> list[Term]:
    """The terms of several glossaries; an entry hides later ones of the same name."""
    terms: dict[tuple[str, str], Term] = {}
    for group in groups:
        for term in group:
            terms.setdefault((_key(term.source), term.part_of_speech.value), term)
    return list(terms.values())


def _key(source: str) -> str:
    return " ".join(unicodedata.normalize("NFC", source).casefold().split())


def _number(candidate: Candidate, term: Term, words: Sequence[Token]) -> Number:
    """The number of the head; of an abbreviation, what its determiner or the term itself says."""
    if candidate.forms[candidate.head][1] == "pl":
        return "pl"
    wording = (term.source, *term.variants)[candidate.wording]
    if not wording.isupper():
        return "sg"
    before = words[candidate.first - 1].text.lower() if candidate.first else ""
    plural = before in spanish.PLURAL_DETERMINERS or spanish.is_plural(term.source)
    return "pl" if plural else "sg"


def _gender(candidate: Candidate, term: Term, words: Sequence[Token]) -> Gender:
    """The gender of the head; a feminine determiner tells where the form does not (*la fiscal*)."""
    before = words[candidate.first - 1].text.lower() if candidate.first else ""
    if before in spanish.FEMININE_DETERMINERS:
        return "f"
    if term.gender in ("m", "f") and candidate.wording == 0:
        return "f" if term.gender == "f" else "m"
    return "f" if candidate.forms[candidate.head][2] == "f" else "m"
