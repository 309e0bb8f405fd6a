"""Number rules over a whole article (N2xx): figures that do not go together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.article import Plain
from workflow.checks.quotations import without_citations
from workflow.checks.scope import Family, runs
from workflow.findings import Finding, Rule, Severity, Span
from workflow.numbers import Verdict, contradictions, misquoted_cells, renderings
from workflow.numbers.document import Contradiction

CONTRADICTION = Rule(
    "N201",
    "figures-contradict",
    Severity.ERROR,
    "Two places of the English give one figure differently, and the Spanish does not.",
)
TWO_RENDERINGS = Rule(
    "N202",
    "figure-rendered-twice",
    Severity.WARNING,
    "One figure of the Spanish is written in two ways in the English.",
)
RULES = (CONTRADICTION, TWO_RENDERINGS)

_SEVERITY = {Verdict.DRIFT: Severity.ERROR, Verdict.REVIEW: Severity.WARNING}


@dataclass(frozen=True, slots=True)
class SegmentText:
    """The running texts of one segment, by its id."""

    id: str
    source: str
    target: str
    cell: tuple[int, int, int] | None = None
    """Of a table's cell: which table, row and column, from 0; the headings are row 0."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two figures of the English that do not go together, at their places."""

    rule: Rule
    severity: Severity
    first_id: str
    first: Span
    first_text: str
    second_id: str
    second: Span
    second_text: str

    def finding(self, second: Plain, line: int) -> Finding:
        """What is said of the second text, at its place there; the first is on this line."""
        message = f"“{self.second_text}” here, “{self.first_text}” on line {line}"
        where = Span(*second.place(self.second.start, self.second.end))
        return Finding(self.rule.id, self.severity, message, None, where)


def check_document(
    segments: Sequence[SegmentText], source_lang: str = "es", target_lang: str = "en"
) -> Iterator[Clash]:
    """Figures on which the English of an article disagrees with itself; headline first.

    What the Spanish contradicts in the same two places is its author's business, not drift.
    """
    if not runs(Family.NUMBERS, source_lang, target_lang):
        return
    cells = {s.id: s.cell for s in segments if s.cell is not None}
    seen: set[tuple[str, str]] = set()
    # The title of a Spanish original is no English, whatever it says.
    targets = [(s.id, without_citations(s.target)) for s in segments]
    contradicting = _contradictions(targets, cells, target_lang)
    sources = [(s.id, s.source) for s in segments] if contradicting else []
    told = {_places(found) for found in _contradictions(sources, cells, source_lang)}
    for found in contradicting:
        if _places(found) not in told | seen:
            seen.add(_places(found))
            yield _clash(CONTRADICTION, found)
    pairs = [(s.id, s.source, s.target) for s in segments]
    for found in renderings(pairs, source_lang, target_lang):
        alike = found.first.quantity.text == found.second.quantity.text
        if _places(found) not in seen and not alike:
            yield _clash(TWO_RENDERINGS, found)


def _contradictions(
    texts: Sequence[tuple[str, str]], cells: Mapping[str, tuple[int, int, int]], language: str
) -> list[Contradiction]:
    return [*contradictions(texts, language), *misquoted_cells(texts, cells, language)]


def _places(found: Contradiction) -> tuple[str, str]:
    one, other = sorted((found.first.segment_id, found.second.segment_id))
    return one, other


def _clash(rule: Rule, found: Contradiction) -> Clash:
    first, second = found.first.quantity, found.second.quantity
    return Clash(
        rule,
        _SEVERITY[found.verdict],
        found.first.segment_id,
        Span(first.start, first.end),
        first.text,
        found.second.segment_id,
        Span(second.start, second.end),
        second.text,
    )
