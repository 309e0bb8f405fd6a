"""Negations counted on both sides: a draft must not say the opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from workflow.checks.languages import Polarity, en, es
from workflow.checks.words import lowered
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
    """How often a text negates: at least, at most, and by words that deny besides."""

    least: int
    most: int
    firm: int
    words: tuple[Span, ...]
    rest: str
    """The text without its negations."""
    table: Polarity

    @property
    def weak(self) -> int:
        """How many words weaken; counted only for texts whose negations differ."""
        return sum(1 for _ in self.table.weak.finditer(self.rest))


def check_polarity(
    source: str, target: str, source_lang: str = "es", target_lang: str = "en"
) -> Iterator[Finding]:
    """Findings for negations lost or added between two sentences or segments.

    Nothing is said about languages without a table.
    """
    source_lang, target_lang = source_lang.partition("-")[0], target_lang.partition("-")[0]
    if source_lang not in TABLES or target_lang not in TABLES:
        return
    tables = TABLES[source_lang], TABLES[target_lang]
    low = lowered(source), lowered(target)
    if not any(table.denial.search(text) for table, text in zip(tables, low, strict=True)):
        return
    ours, theirs = map(_count, low, tables)
    if _denies_more(ours, theirs):
        what = ", ".join(_quoted(source, ours.words))
        yield finding(
            NEGATION_LOST,
            f"The source negates ({what}), the translation does so {_times(theirs.least)}.",
            source=ours.words[0],
            target=theirs.words[0] if theirs.words else None,
        )
    elif _denies_more(theirs, ours):
        what = ", ".join(_quoted(target, theirs.words))
        yield finding(
            NEGATION_ADDED,
            f"The translation negates ({what}), the source does so {_times(ours.least)}.",
            source=ours.words[0] if ours.words else None,
            target=theirs.words[0],
        )


def _denies_more(one: _Count, other: _Count) -> bool:
    """Whether some negation of the first text cannot be rendered by anything in the second."""
    if one.least > other.most and one.least > other.most + max(0, other.weak - one.weak):
        return True
    return 0 < one.firm > other.most - one.least and one.least + one.firm > other.most + other.weak


def _count(text: str, table: Polarity) -> _Count:
    """The negations of a text in lower case."""
    text = table.neutral.sub(_blank, text)
    optional = sum(1 for _ in table.optional.finditer(text))
    if optional:
        text = table.optional.sub(_blank, text)
    least, most = 0, optional
    found: list[Span] = []
    clause_end = 0
    open_clause = False
    for match in table.negator.finditer(text):
        if table.clause.search(text, clause_end, match.start()):
            open_clause = False
        most += 1
        word = match[0]
        goes_on = open_clause or (word in table.joining and bool(found))
        echoes = goes_on and word in table.echo
        joined = found and table.shared.search(text[max(0, match.start() - 20) : match.start()])
        if not (echoes or joined):
            least += 1
            found.append(Span(match.start(), match.end()))
        open_clause = True
        clause_end = match.end()
    rest = table.negator.sub(_blank, text) if most > optional else text
    firm = [Span(*match.span()) for match in table.firm.finditer(rest)]
    return _Count(least, most, len(firm), tuple(found or firm), rest, table)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _quoted(text: str, spans: tuple[Span, ...]) -> Iterator[str]:
    return (f"“{text[span.start : span.end]}”" for span in spans)


def _times(count: int) -> str:
    return {0: "nowhere", 1: "only once"}.get(count, f"only {count} times")
