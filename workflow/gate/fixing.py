"""What of a text's findings a program may mend by itself, and the text with that mended.

Safe is: typography that is wrong in any English, a figure whose digits stay and whose separators
change, and a forbidden rendering of a term that has one approved form. Each fix is put in and the
text checked again; one that does not take its finding away, or brings another, is taken back.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from workflow.findings import Finding, Severity, Span
from workflow.glossary.english import article_for

Check = Callable[[str], list[Finding]]
"""Findings about one English text."""
_TYPOGRAPHY = frozenset({"S101", "S102", "S103", "S104", "S105", "S106", "S107", "S109", "S110"})
_SEPARATORS = re.compile(r"[.,'’\s\u00a0\u2009\u202f]")
_ARTICLE = re.compile(r"\b([Aa]n?)(\s+)$")


@dataclass(frozen=True, slots=True)
class Fix:
    """Words of a text that were, or would be, mended."""

    start: int
    """Where they stand in the text as it was."""
    before: str
    after: str
    finding: Finding


def is_safe(finding: Finding, text: str) -> bool:
    """Whether the finding's suggestion may be put in without a person's judgement."""
    span = finding.target
    if span is None or finding.suggestion is None:
        return False
    if finding.rule in _TYPOGRAPHY or finding.certain:
        return True
    return finding.rule.startswith("N") and _same_digits(
        text[span.start : span.end], finding.suggestion
    )


def _same_digits(before: str, after: str) -> bool:
    """Whether a figure differs in its separators alone."""
    return (
        before != after
        and any(c.isdigit() for c in before)
        and _SEPARATORS.sub("", before) == _SEPARATORS.sub("", after)
    )


def mended(text: str, check: Check, wanted: Collection[tuple[str, str]]) -> tuple[str, list[Fix]]:
    """The text with every safe fix in it, and the fixes in the order of the text.

    `wanted` are the rules and messages of the findings that are to be mended.
    """
    fixes: list[Fix] = []
    findings = check(text)
    now, left = text, Counter(map(_weight, findings))
    # From the end, so that the places of the others stay as they are.
    for finding in sorted(findings, key=_start, reverse=True):
        if (finding.rule, finding.message) not in wanted or not is_safe(finding, text):
            continue
        fix = _fix(finding, text)
        if fixes and fix.start + len(fix.before) > fixes[-1].start:
            continue
        tried = now[: fix.start] + fix.after + now[fix.start + len(fix.before) :]
        after = Counter(map(_weight, check(tried)))
        if after <= left and after[_weight(finding)] < left[_weight(finding)]:
            now, left = tried, after
            fixes.append(fix)
    return now, fixes[::-1]


def _start(finding: Finding) -> int:
    return -1 if finding.target is None else finding.target.start


def _weight(finding: Finding) -> tuple[str, Severity]:
    """Findings of one rule are alike here: messages quote words that a fix elsewhere changes."""
    return finding.rule, finding.severity


def _fix(finding: Finding, text: str) -> Fix:
    span, after = finding.target or Span(0, 0), finding.suggestion or ""
    start = span.start
    article = _ARTICLE.search(text, max(0, start - 8), start)
    if article and finding.certain:
        right = article_for(after)
        if article[1].isupper() or article[1][0].isupper():
            right = right.capitalize()
        start, after = article.start(), f"{right}{article[2]}{after}"
    return Fix(start, text[start : span.end], after, finding)


def applied(text: str, fixes: Sequence[Fix]) -> str:
    """A text with fixes that stand in it in order."""
    parts, done = [], 0
    for fix in fixes:
        parts += [text[done : fix.start], fix.after]
        done = fix.start + len(fix.before)
    return "".join(parts) + text[done:]
