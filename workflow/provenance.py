"""What a draft was made with, and why it would come out otherwise today."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from workflow.drafting import Manner, SegmentDraft

UNSET = "none"
"""Marks that are left as the engine wrote them, in a language whose figures are too."""

Terms = Sequence[tuple[str, str]]
"""Words of the Spanish that are a term, and the English they get."""


class Cause(StrEnum):
    """What may differ between then and now."""

    ENGINE = "engine"
    VERSION = "version"
    PACKAGE = "package"
    SETTINGS = "settings"
    TYPOGRAPHY = "typography"
    GLOSSARY = "glossary"


_PARTS = (Cause.ENGINE, Cause.VERSION, Cause.PACKAGE, Cause.SETTINGS)
"""Of an engine's signature, in its order."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What drafts are made with."""

    signature: str
    """Of the engine: `engine|version|package|settings`; empty when there is none here."""
    glossary: str
    """Hash of the glossaries."""
    typography: str
    """What sets the figures and marks: a variety of English, its figures alone, or `UNSET`."""

    def record(self, draft: SegmentDraft) -> dict[str, object]:
        """What the catalog keeps of a draft beside its text."""
        kept: dict[str, object] = {
            "signature": self.signature,
            "glossary": self.glossary,
            "typography": self.typography,
        }
        if draft.terms:
            kept["terms"] = [list(pair) for pair in draft.terms]
        if draft.findings:
            kept["findings"] = list(draft.findings)
        return kept


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that makes today's draft another one; a side without it is empty."""

    cause: Cause
    before: str
    after: str

    def __str__(self) -> str:
        return f"{self.cause}: {self.before or '-'} → {self.after or '-'}"


def typography_of(manner: Manner) -> str:
    """What the catalog keeps of a manner of writing."""
    if not manner.is_english:
        return UNSET
    return manner.variety if manner.marks else f"figures {manner.variety}"


def reasons(draft: Mapping[str, Any], today: Circumstances, terms: Terms) -> list[Reason]:
    """Why the segment of `draft`, a record of the catalog, would be drafted otherwise today.

    `terms` are those that its Spanish has in today's glossary. Where the record does not say which
    terms were put in, another glossary is a reason of its own.
    """
    found = _engine_reasons(str(draft.get("signature", "")), today.signature)
    typography = str(draft.get("typography", today.typography))
    if typography != today.typography:
        found.append(Reason(Cause.TYPOGRAPHY, typography, today.typography))
    if draft.get("glossary") != today.glossary:
        found += _term_reasons(draft, terms, today.glossary)
    return found


def _engine_reasons(before: str, after: str) -> list[Reason]:
    """What differs in the signature; another engine differs in all, and that is one reason."""
    if not before or not after:
        return []
    pairs = zip(_PARTS, before.split("|", 3), after.split("|", 3), strict=False)
    found = [Reason(part, then, now) for part, then, now in pairs if then != now]
    return found[:1] if found and found[0].cause is Cause.ENGINE else found


def _term_reasons(draft: Mapping[str, Any], terms: Terms, glossary: str) -> list[Reason]:
    put_in = draft.get("terms", [])
    if not isinstance(put_in, list):
        return [Reason(Cause.GLOSSARY, str(draft.get("glossary", "")), glossary)]
    then = [(str(words), str(english)) for words, english in put_in]
    before, after = dict(then), dict(terms)
    return [
        Reason(Cause.GLOSSARY, _told(words, before), _told(words, after))
        for words in sorted(before.keys() | after.keys())
        if before.get(words) != after.get(words)
    ]


def _told(words: str, terms: Mapping[str, str]) -> str:
    return f"“{words}” as “{terms[words]}”" if words in terms else ""


def terms_put_in(draft: Mapping[str, Any]) -> int:
    """How many glossary terms a record says were put into its draft."""
    terms = draft.get("terms", ())
    return terms if isinstance(terms, int) else len(terms)
