"""The two texts of a segment as a page shows them: findings at their words, terms, the list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from markupsafe import Markup

from workflow.article import Plain, plain
from workflow.article.inline import read_inline, standalone
from workflow.article.meaning import Item, markup
from workflow.catalog import Entry
from workflow.examination import check_entry
from workflow.findings import Finding, Span
from workflow.glossary import Glossary, Match
from workflow.review.browser.markup import Mark, MarkKind, render
from workflow.review.browser.shelf import Snapshot
from workflow.rules import RULES


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in the list below its text."""

    number: int
    """Stands at its words too."""
    rule: str
    meaning: str
    """What the rule says, in a sentence."""
    severity: str
    message: str
    suggestion: str | None
    corrected: str | None
    """The whole English with the suggestion in place."""
    waiver: str | None
    """Why somebody accepted it."""
    waivable: bool
    """Whether it is about this segment alone."""


@dataclass(frozen=True, slots=True)
class TermView:
    """A term of the glossary that stands in the Spanish."""

    spanish: str
    english: str
    forbidden: str
    authority: str
    note: str


@dataclass(frozen=True, slots=True)
class TextView:
    """The English with its findings at the words they are about, and the Spanish likewise."""

    source: Markup
    target: Markup
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding as the page shows it."""

    finding: Finding
    waiver: str | None = None
    waivable: bool = True


def text_view(snapshot: Snapshot, entry: Entry) -> TextView:
    """The segment as it stands."""
    return _text_view(entry, _found(snapshot, entry), snapshot.desk.glossary)


def _found(snapshot: Snapshot, entry: Entry) -> list[_Found]:
    own = [_Found(finding, why) for finding, why in snapshot.findings[entry.id]]
    return [*own, *(_Found(f, waivable=False) for f in snapshot.clashes.get(entry.id, ()))]


def typed(snapshot: Snapshot, entry: Entry, text: str) -> TextView:
    """The segment as it would be with what somebody is typing."""
    if text != entry.target:
        entry = replace(entry, target=text, fuzzy=False, previous=None)
    found = [_Found(finding) for finding in check_entry(entry, snapshot.standards)]
    return _text_view(entry, found, snapshot.desk.glossary)


def _text_view(entry: Entry, found: Sequence[_Found], glossary: Glossary) -> TextView:
    """Both texts with findings and terms marked, and the list of the findings."""
    numbers = iter(range(1, len(found) + 1))
    numbered = [(one, next(numbers) if one.waiver is None else 0) for one in found]
    sources = _marks(numbered, lambda finding: finding.source)
    targets = _marks(numbered, lambda finding: finding.target)
    return TextView(
        render(entry.original, [*sources, *_term_marks(entry.original, glossary)]),
        render(entry.target, list(targets)),
        tuple(_finding(one, number, entry.target) for one, number in numbered),
    )


def _marks(
    numbered: Sequence[tuple[_Found, int]], side: Callable[[Finding], Span | None]
) -> Iterator[Mark]:
    """The places of the findings that stand, on one side."""
    for one, number in numbered:
        span, found = side(one.finding), one.finding
        if span is not None and number:
            kind = MarkKind(found.severity.value)
            yield Mark(span.start, span.end, kind, found.message, number)


def _finding(one: _Found, number: int, english: str) -> FindingView:
    finding = one.finding
    rule = RULES.get(finding.rule)
    return FindingView(
        number,
        finding.rule,
        rule.summary if rule is not None else "",
        finding.severity.value,
        finding.message,
        finding.suggestion,
        _corrected(finding, english),
        one.waiver,
        one.waivable,
    )


def _corrected(finding: Finding, english: str) -> str | None:
    """The English with the suggestion in place; None where markup would not survive that."""
    span, suggestion = finding.target, finding.suggestion
    if span is None or not suggestion or span.start >= span.end:
        return None
    corrected = english[: span.start] + suggestion + english[span.end :]
    return corrected if _markup(corrected) == _markup(english) else None


def _markup(markdown: str) -> Counter[Item]:
    return markup(read_inline(markdown, standalone(markdown)))


@lru_cache(maxsize=4096)  # of an article, one Spanish changes at a time
def _matches(source: str, glossary: Glossary) -> tuple[tuple[Match, ...], Plain]:
    running = plain(source)
    return tuple(glossary.find(running.text)), running


def _term_marks(source: str, glossary: Glossary) -> Iterator[Mark]:
    matches, running = _matches(source, glossary)
    for match in matches:
        start, end = running.place(match.start, match.end)
        authority = f" ({match.term.authority})" if match.term.authority else ""
        yield Mark(start, end, MarkKind.TERM, f"{match.target}{authority}")


def terms(source: str, glossary: Glossary) -> tuple[TermView, ...]:
    """The terms in a Spanish text, each once."""
    matches, running = _matches(source, glossary)
    found = {match.index: match for match in reversed(matches)}
    return tuple(
        TermView(
            running.text[match.start : match.end],
            match.target,
            ", ".join(match.term.forbidden),
            match.term.authority,
            match.term.note,
        )
        for match in reversed(found.values())
    )
