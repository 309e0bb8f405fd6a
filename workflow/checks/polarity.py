"""Negations counted on both sides: a draft must not say the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.checks.languages import Polarity, en, es
from workflow.findings import Finding, Rule, Severity, Span, finding

NEGATION_LOST = Rule(
    "C105",
    "negation-lost",
    Severity.ERROR,
    "The source denies something that the translation does not deny.",
)
NEGATION_ADDED = Rule(
    "C106",
    "negation-added",
    Severity.ERROR,
    "The translation denies something that the source does not deny.",
)
RULES = (NEGATION_LOST, NEGATION_ADDED)
TABLES = {"es": es.POLARITY, "en": en.POLARITY}


@dataclass(frozen=True, slots=True)
class _Count:
    """How often a text negates: at least, at most, and by weak words besides."""

    least: int
    most: int
    weak: int
    words: tuple[Span, ...]


def check_polarity(
    source: str, target: str, source_lang: str = "es", target_lang: str = "en"
) -> Iterator[Finding]:
    """Findings for negations lost or added between two sentences or segments.

    Nothing is said about languages without a table.
    """
    if source_lang not in TABLES or target_lang not in TABLES:
        return
    ours = _count(source, TABLES[source_lang])
    theirs = _count(target, TABLES[target_lang])
    if ours.least > theirs.most + max(0, theirs.weak - ours.weak):
        what = ", ".join(_quoted(source, ours.words))
        yield finding(
            NEGATION_LOST,
            f"The source negates ({what}), the translation does so {_times(theirs.least)}.",
            source=ours.words[0],
            target=theirs.words[0] if theirs.words else None,
        )
    elif theirs.least > ours.most + max(0, ours.weak - theirs.weak):
        what = ", ".join(_quoted(target, theirs.words))
        yield finding(
            NEGATION_ADDED,
            f"The translation negates ({what}), the source does so {_times(ours.least)}.",
            source=ours.words[0] if ours.words else None,
            target=theirs.words[0],
        )


def _count(text: str, table: Polarity) -> _Count:
    text = table.neutral.sub(_blank, text)
    optional = sum(1 for _ in table.optional.finditer(text))
    text = table.optional.sub(_blank, text)
    least, most, found = 0, optional, []
    clause_end = 0
    open_clause = False
    for match in table.negator.finditer(text):
        if table.clause.search(text, clause_end, match.start()):
            open_clause = False
        most += 1
        if not (open_clause and match[0].lower() in table.echo):
            least += 1
            found.append(Span(match.start(), match.end()))
        open_clause = True
        clause_end = match.end()
    weak = sum(1 for _ in table.weak.finditer(table.negator.sub(_blank, text)))
    return _Count(least, most, weak, tuple(found))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _quoted(text: str, spans: tuple[Span, ...]) -> Iterator[str]:
    return (f"“{text[span.start : span.end]}”" for span in spans)


def _times(count: int) -> str:
    return {0: "nowhere", 1: "only once"}.get(count, f"only {count} times")
