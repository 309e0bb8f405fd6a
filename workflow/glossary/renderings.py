"""The English of a term: what counts as right and what as wrong, in every inflection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from workflow.glossary import english, spanish
from workflow.glossary.model import PartOfSpeech, Term

Renderings: TypeAlias = tuple[str, str, str, str, tuple[str, ...], tuple[str, ...]]
"""Approved singular, approved plural, number of each (`sg`, `pl`), accepted, forbidden."""

_TENSES = ("base", "third", "past", "participle", "gerund")


def renderings(term: Term) -> Renderings:
    """The English of `term`; `accepted` and `forbidden` hold every inflection, each once."""
    singular, plural = approved(term)
    accepted = _unique(
        [singular, plural, *_inflected(term, (term.target, *term.also))],
    )
    refused = _unique(_inflected(term, term.forbidden))
    return (
        singular,
        plural,
        "pl" if singular == plural and english.is_plural(plural) else "sg",
        "pl" if singular != plural or english.is_plural(plural) else "sg",
        accepted,
        tuple(text for text in refused if text not in accepted),
    )


def approved(term: Term) -> tuple[str, str]:
    """The approved English in the singular and in the plural."""
    if term.part_of_speech is not PartOfSpeech.NOUN:
        return term.target, term.plural or term.target
    if spanish.number_of(term.source.split()[0].lower()) == "sg":
        return term.singular or term.target, term.plural or english.pluralize(term.target)
    counted = term.plural != term.target
    singular = english.singularize(term.target) if counted else term.target
    return term.singular or singular, term.plural or term.target


def in_tense(term: Term, tense: str) -> str:
    """The approved English of a verb in the tense of the Spanish."""
    return english.conjugate(term.target, tense or "base")


def _inflected(term: Term, texts: Iterable[str]) -> list[str]:
    found: list[str] = []
    for text in texts:
        found.append(text)
        if term.part_of_speech is PartOfSpeech.NOUN:
            found += [english.pluralize(text), english.singularize(text)]
        elif term.part_of_speech is PartOfSpeech.VERB:
            found += [english.conjugate(text, tense) for tense in _TENSES]
    return found


def _unique(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(text for text in texts if text))
