"""Names of the source that the translation lost or changed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from workflow.checks.languages import names
from workflow.findings import Finding, Rule, Severity, Span, finding

NAME_CHANGED = Rule(
    "L103",
    "name-changed",
    Severity.WARNING,
    "A name of the source is missing or different in the translation.",
)
RULES: tuple[Rule, ...] = (NAME_CHANGED,)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_START = re.compile(r"(?:^|[.!?…:;\n«“\"(¿¡—])\s*[«“\"'(¿¡—*_]*\s*$")


def check_names(source: str, target: str) -> Iterator[Finding]:
    """A finding for each proper name of `source` of which `target` has no word."""
    present = {fold(word) for word in _WORD.findall(target)}
    present |= {part for word in present for part in word.split("-")}
    told: set[str] = set()
    for span, name in _names(source):
        missing = [word for word in _WORD.findall(name) if not _kept(word, present)]
        if missing and name not in told:
            told.add(name)
            what = " ".join(missing)
            yield finding(
                NAME_CHANGED, f"“{what}” of the source is not in the translation.", source=span
            )


def fold(word: str) -> str:
    """The word without case, accents and English possessive."""
    plain = unicodedata.normalize("NFD", re.sub(r"['’]s?$", "", word.casefold()))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _kept(word: str, present: set[str]) -> bool:
    folded = fold(word)
    if folded in present or folded in names.PARTICLES:
        return True
    return any(other in present for other in names.EXONYMS.get(folded, ()))


def _names(text: str) -> Iterator[tuple[Span, str]]:
    """Runs of capitalised words that are names of people or places, not of institutions."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if run and text[run[-1].end() : match.start()].strip(" \n"):
            yield from _judged(run, text)
            run = []
        if match[0][0].isupper() or (run and match[0] in names.PARTICLES):
            run.append(match)
        else:
            yield from _judged(run, text)
            run = []
    yield from _judged(run, text)


def _judged(run: list[re.Match[str]], text: str) -> Iterator[tuple[Span, str]]:
    while run and run[-1][0] in names.PARTICLES:
        run = run[:-1]
    if run and _opens(run[0], text) and not _known(run[0][0]):
        run = run[1:] if not (len(run) > 1 and _likely(run)) else run
    while run and fold(run[0][0]) in names.COMMON_OPENERS:
        run = run[1:]
    words = [match[0] for match in run]
    if not words or any(fold(word) in names.INSTITUTION for word in words):
        return
    if all(word.isupper() for word in words):
        return
    if _likely(run):
        span = Span(run[0].start(), run[-1].end())
        yield span, text[span.start : span.end]


def _opens(match: re.Match[str], text: str) -> bool:
    return _START.search(text[max(0, match.start() - 12) : match.start()]) is not None


def _known(word: str) -> bool:
    return fold(word) in names.FIRST or fold(word) in names.EXONYMS


def _likely(run: list[re.Match[str]]) -> bool:
    """Whether no word of the run looks like an ordinary Spanish noun or adjective."""
    return not any(
        names.ORDINARY.search(fold(match[0])) and not _known(match[0])
        for match in run
        if match[0][0].isupper()
    )
