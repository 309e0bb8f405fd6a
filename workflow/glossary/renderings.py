"""The English of a term: what counts as right and what as wrong, in every inflection."""

from __future__ import annotations

from collections.abc import Iterable

from workflow.glossary import english, spanish
from workflow.glossary.model import PartOfSpeech, Term
from workflow.glossary.table import Renderings

_COPULAS = ("be", "become")
"""What a state may go without: *declared (to be) time-barred*."""
_TENSES = ("base", "third", "past", "participle", "gerund")


def renderings(term: Term) -> Renderings:
    """The English of `term`; `accepted` and `forbidden` hold every inflection, each once."""
    singular, plural = approved(term)
    people = _people(term)
    accepted = _unique(
        [singular, plural, people, *_inflected(term, (term.target, *term.also))],
    )
    refused = [one for one in _unique(_inflected(term, term.forbidden)) if one not in accepted]
    several = singular != plural
    looks_plural = several and english.is_plural(singular)
    verbal = term.part_of_speech is PartOfSpeech.VERB
    return Renderings(
        singular=singular,
        plural=plural,
        singular_number="pl" if not several and english.is_plural(plural) else "sg",
        plural_number="pl" if several or english.is_plural(plural) else "sg",
        accepted=accepted,
        collective=tuple(
            one for one in accepted if looks_plural and one.casefold() == singular.casefold()
        ),
        forbidden=tuple(refused),
        forbidden_plurals=tuple(english.is_plural(text) for text in refused),
        tenses={
            tense: english.conjugate(term.target, tense)
            for tense in english.VERB_PATTERNS
            if verbal
        },
        people=people,
    )


def approved(term: Term) -> tuple[str, str]:
    """The approved English in the singular and in the plural."""
    if term.part_of_speech is not PartOfSpeech.NOUN:
        return term.target, term.plural or term.target
    if not spanish.is_plural(term.source):
        return term.singular or term.target, term.plural or english.pluralize(term.target)
    counted = term.plural != term.target
    singular = english.singularize(term.target) if counted else term.target
    return term.singular or singular, term.plural or term.target


def _people(term: Term) -> str:
    """What an adjective of origin (English writes it with a capital) calls several people."""
    origin = term.part_of_speech is PartOfSpeech.ADJECTIVE and term.target[:1].isupper()
    return english.pluralize(term.target) if origin and " " not in term.target else ""


def _inflected(term: Term, texts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        found.append(text)
        if term.part_of_speech is PartOfSpeech.NOUN:
            found += [english.pluralize(text), english.singularize(text)]
        elif term.part_of_speech is PartOfSpeech.VERB:
            found += [english.conjugate(text, tense) for tense in _TENSES]
            verb, _, state = text.partition(" ")
            found += [state] * (verb in _COPULAS)
    return found


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
