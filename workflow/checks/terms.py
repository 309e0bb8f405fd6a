"""Terms: the approved English stands where the Spanish has a term of the glossary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.findings import Finding, Rule, Severity, Span, finding
from workflow.glossary import Enforce, Glossary, Match
from workflow.glossary.target import Occurrence, TargetText

MISSING = Rule(
    "T101",
    "term-missing",
    Severity.ERROR,
    "A term of the glossary stands in the Spanish, and its approved English is not in the English.",
)
FORBIDDEN = Rule(
    "T102",
    "forbidden-rendering",
    Severity.ERROR,
    "The English has a rendering that the glossary forbids.",
)
LOST_AGAIN = Rule(
    "T103",
    "term-lost-again",
    Severity.WARNING,
    "A term is rendered as approved in one sentence and missing in another.",
)
RULES: tuple[Rule, ...] = (MISSING, FORBIDDEN, LOST_AGAIN)


@dataclass(frozen=True, slots=True)
class _Group:
    """The matches of one term (or of several with one English) and what stands for them."""

    matches: Sequence[Match]
    accepted: Sequence[Occurrence]
    forbidden: Sequence[Occurrence]


def check_terms(source: str, target: str, glossary: Glossary) -> Iterator[Finding]:
    """What is wrong with the terms of `source` in `target`, in the order of the source.

    Both are running text or Markdown inline; the spans of the findings are over them.
    """
    matches = glossary.find(source)
    if not matches:
        return
    for group in _groups(matches, TargetText(target)):
        yield from _of_group(group)


def _groups(matches: Sequence[Match], text: TargetText) -> list[_Group]:
    """Matches by term, each with the stretches of English that belong to it alone."""
    by_term: dict[int, list[Match]] = {}
    for match in matches:
        by_term.setdefault(match.index, []).append(match)
    owners = sorted(by_term.values(), key=lambda group: -len(group[0].target))
    accepted = text.assign([group[0].accepted for group in owners])
    covered = [one for found in accepted for one in found]
    groups = [
        _Group(group, found, text.outside(group[0].forbidden, covered))
        for group, found in zip(owners, accepted, strict=True)
    ]
    return sorted(groups, key=lambda group: group.matches[0].start)


def _of_group(group: _Group) -> Iterator[Finding]:
    lost = len(group.matches) - len(group.accepted)
    wrong = [one for one in group.forbidden if lost > 0 or one.words > 1]
    for match, occurrence in zip(group.matches[-len(wrong) :], wrong, strict=False):
        yield _forbidden(match, occurrence)
    if not wrong and not group.accepted:
        yield _missing(group.matches[0])


def _forbidden(match: Match, occurrence: Occurrence) -> Finding:
    return finding(
        FORBIDDEN,
        f"“{occurrence.text}” is a forbidden rendering of “{match.term.source}”; "
        f"approved: “{match.target}”",
        severity=_severity(match),
        source=Span(match.start, match.end),
        target=Span(occurrence.start, occurrence.end),
        suggestion=occurrence.like(match.target),
    )


def _missing(match: Match) -> Finding:
    return finding(
        MISSING,
        f"“{match.term.source}” has no approved rendering here; approved: “{match.target}”",
        severity=_severity(match),
        source=Span(match.start, match.end),
        suggestion=match.target,
    )


def _severity(match: Match) -> Severity:
    """What depends on the context, or was read with other words inside, is not certain."""
    certain = match.enforce is not Enforce.CHECK and not match.gap
    return Severity.ERROR if certain else Severity.WARNING
