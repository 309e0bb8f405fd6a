"""Changing a glossary file: an entry added or replaced, terms of another tool taken in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from os import PathLike

from workflow.errors import GlossaryError
from workflow.glossary import po
from workflow.glossary.model import Term


@dataclass(frozen=True, slots=True)
class Merged:
    """A glossary with terms taken in."""

    text: str
    """The PO file."""
    added: tuple[Term, ...]
    conflicting: tuple[Term, ...]
    """Terms that the glossary has with other English; they were not taken in."""


def with_term(text: str, term: Term, path: str | PathLike[str] | None = None) -> str:
    """The PO glossary `text` with `term` as a new entry.

    Raises `GlossaryError` when it has an entry for the same words and part of speech, or when the
    new one lacks a language.
    """
    if not po.clean(term.source) or not po.clean(term.target):
        raise GlossaryError(
            f"the term “{term.source or term.target}” lacks one language",
            path=path,
            hint="give the Spanish and the English",
        )
    terms = po.read(text, path)
    for other in terms:
        if _key(other) == _key(term):
            line = po.lines_of(text)[(other.source, other.part_of_speech)]
            raise GlossaryError(
                f"“{other.source}” is “{other.target}” already",
                path=path,
                line=line,
                hint="change that entry in the file",
            )
    return po.write([*terms, term])


def merge(text: str, terms: Iterable[Term], path: str | PathLike[str] | None = None) -> Merged:
    """The PO glossary `text` with those of `terms` that it does not have yet.

    A wording that it renders alike is there already, be it a variant or another part of speech:
    some formats hold neither.
    """
    merged = po.read(text, path)
    known = {_key(term): term for term in merged}
    english: dict[str, set[str]] = {}
    for term in merged:
        for wording in (term.source, *term.variants):
            english.setdefault(wording.casefold(), set()).add(term.target)
    added: list[Term] = []
    conflicting: list[Term] = []
    for term in terms:
        if term.target in english.get(term.source.casefold(), ()):
            continue
        other = known.setdefault(_key(term), term)
        if other is term:
            added.append(term)
            english.setdefault(term.source.casefold(), set()).add(term.target)
        else:
            conflicting.append(term)
    return Merged(po.write([*merged, *added]), tuple(added), tuple(conflicting))


def _key(term: Term) -> tuple[str, str]:
    return term.source.casefold(), term.part_of_speech.value
