"""What is wrong with a glossary itself: doubles, contradictions, wordings that are never found."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workflow.findings import Severity
from workflow.glossary.glossary import Glossary, merged
from workflow.glossary.model import Enforce, PartOfSpeech, Term
from workflow.glossary.renderings import renderings


class ProblemKind(StrEnum):
    """Kinds of problems."""

    DUPLICATE = "duplicate"
    CONTRADICTION = "contradiction"
    FORBIDDEN_TARGET = "forbidden-target"
    NEVER_FOUND = "never-found"
    REPEATED = "repeated"
    CHANGED_NAME = "changed-name"
    HIDDEN = "hidden"


_SEVERITIES = {
    ProblemKind.DUPLICATE: Severity.ERROR,
    ProblemKind.CONTRADICTION: Severity.ERROR,
    ProblemKind.FORBIDDEN_TARGET: Severity.WARNING,
    ProblemKind.NEVER_FOUND: Severity.ERROR,
    ProblemKind.REPEATED: Severity.WARNING,
    ProblemKind.CHANGED_NAME: Severity.WARNING,
    ProblemKind.HIDDEN: Severity.WARNING,
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend in a glossary."""

    kind: ProblemKind
    term: Term
    message: str

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        return _SEVERITIES[self.kind]


def check(terms: Sequence[Term]) -> list[Problem]:
    """The problems of a glossary, in the order of its terms."""
    places = {id(term): place for place, term in enumerate(terms)}
    problems = [problem for rule in _RULES for problem in rule(terms)]
    return sorted(problems, key=lambda problem: places[id(problem.term)])


def check_together(glossaries: Mapping[str, Sequence[Term]]) -> dict[str, list[Problem]]:
    """The problems of a project's glossaries by their names, given first to last.

    Those of each by itself, and then what they say to each other: the first one wins, so that an
    entry there hides later ones for its wordings, and may forbid what a later one approves.
    """
    problems = {name: check(terms) for name, terms in glossaries.items()}
    for name, problem in (*_hidden(glossaries), *_forbidden_elsewhere(glossaries)):
        problems[name].append(problem)
    return problems


def _hidden(glossaries: Mapping[str, Sequence[Term]]) -> Iterator[tuple[str, Problem]]:
    """Wordings that an earlier glossary takes, and those that it has with the same English."""
    owners: dict[tuple[str, str], tuple[str, Term]] = {}
    for name, terms in glossaries.items():
        for term in terms:
            for wording in (term.source, *term.variants):
                key = (wording.casefold(), term.part_of_speech.value)
                first, other = owners.setdefault(key, (name, term))
                if first == name or (other.target == term.target and wording != term.source):
                    continue
                same = other.target == term.target
                message = (
                    f"“{wording}” stands in {first} already"
                    if same
                    else f"“{wording}” is “{term.target}” here and “{other.target}” in {first}, "
                    "which wins"
                )
                yield name, Problem(ProblemKind.HIDDEN, term, message)


def _forbidden_elsewhere(glossaries: Mapping[str, Sequence[Term]]) -> Iterator[tuple[str, Problem]]:
    """English approved in one glossary and forbidden in another, by entries that are in force."""
    in_force = {id(term) for term in merged(list(glossaries.values()))}
    forbidden: dict[str, list[tuple[str, Term]]] = {}
    approved: list[tuple[str, Term]] = []
    for name, terms in glossaries.items():
        for term in terms:
            if id(term) in in_force:
                approved.append((name, term))
                for text in _refused(term):
                    forbidden.setdefault(text, []).append((name, term))
    for name, term in approved:
        for elsewhere, other in forbidden.get(term.target.casefold(), ()):
            if elsewhere != name:
                message = (
                    f"“{term.target}” is a forbidden rendering in {elsewhere}, "
                    f"entry “{other.source}”"
                )
                yield name, Problem(ProblemKind.FORBIDDEN_TARGET, term, message)


def _refused(term: Term) -> Iterator[str]:
    """The forbidden renderings that are wrong whatever the Spanish, folded."""
    for text in renderings(term).forbidden:
        if " " in text or term.anywhere:
            yield text.casefold()


def _duplicates(terms: Sequence[Term]) -> Iterator[Problem]:
    """Two entries for the same words and part of speech."""
    first: dict[tuple[str, str], Term] = {}
    for term in terms:
        key = (term.source.casefold(), term.part_of_speech.value)
        other = first.setdefault(key, term)
        if other is not term:
            yield Problem(
                ProblemKind.DUPLICATE, term, f"“{term.source}” stands there twice ({key[1]})"
            )


def _contradictions(terms: Sequence[Term]) -> Iterator[Problem]:
    """One wording with two renderings, and a rendering both approved and forbidden."""
    owners: dict[tuple[str, str], Term] = {}
    for term in terms:
        for wording in (term.source, *term.variants):
            key = (wording.casefold(), term.part_of_speech.value)
            other = owners.setdefault(key, term)
            if other is not term and other.target != term.target and other.source != term.source:
                message = (
                    f"“{wording}” is “{term.target}” here and “{other.target}” "
                    f"in the entry “{other.source}”"
                )
                yield Problem(ProblemKind.CONTRADICTION, term, message)
        right = {text.casefold() for text in (term.target, term.plural, *term.also) if text}
        for text in term.forbidden:
            if text.casefold() in right:
                message = f"“{text}” is both right and forbidden for “{term.source}”"
                yield Problem(ProblemKind.CONTRADICTION, term, message)


def _forbidden_targets(terms: Sequence[Term]) -> Iterator[Problem]:
    """A rendering that is approved for one term and, in several words, forbidden for another."""
    forbidden: dict[str, Term] = {}
    for term in terms:
        for text in _refused(term):
            forbidden.setdefault(text, term)
    for term in terms:
        other = forbidden.get(term.target.casefold())
        if other is not None and other is not term:
            message = f"“{term.target}” is a forbidden rendering in the entry “{other.source}”"
            yield Problem(ProblemKind.FORBIDDEN_TARGET, term, message)


def _never_found(terms: Sequence[Term]) -> Iterator[Problem]:
    """Wordings that no text can match, or that another entry takes."""
    glossary = Glossary(terms)
    by_place: Mapping[int, Term] = dict(enumerate(terms))
    for place, term in by_place.items():
        for wording in (term.source, *term.variants):
            found = glossary.find(_in_context(term, wording))
            if any(match.index == place for match in found):
                continue
            taken = next((match.term.source for match in found), None)
            if taken == term.source:
                continue  # a double, which has its own finding
            reason = f": the entry “{taken}” takes it" if taken else ""
            message = f"“{wording}” is never found{reason}"
            yield Problem(ProblemKind.NEVER_FOUND, term, message)


def _in_context(term: Term, wording: str) -> str:
    """A wording where a reader would meet it: a noun after a determiner."""
    lowered = wording.split(" ")[0].islower()
    return f"su {wording}" if term.part_of_speech is PartOfSpeech.NOUN and lowered else wording


def _repeated(terms: Sequence[Term]) -> Iterator[Problem]:
    """Values that say again what the entry says already."""
    for term in terms:
        for text in {term.source} & set(term.variants):
            yield Problem(ProblemKind.REPEATED, term, f"the variant “{text}” is the term itself")
        for text in {term.target} & set(term.also):
            yield Problem(ProblemKind.REPEATED, term, f"“{text}” is the approved English already")


def _changed_names(terms: Sequence[Term]) -> Iterator[Problem]:
    """Names to keep whose English is another."""
    for term in terms:
        if term.enforce is Enforce.KEEP and term.target != term.source:
            message = f"“{term.source}” is to be kept, yet its English is “{term.target}”"
            yield Problem(ProblemKind.CHANGED_NAME, term, message)


_RULES: tuple[Callable[[Sequence[Term]], Iterator[Problem]], ...] = (
    _duplicates,
    _contradictions,
    _forbidden_targets,
    _never_found,
    _repeated,
    _changed_names,
)
