"""S rules: Spanish typography left in English, and marks that an engine left behind.

What typography would set differently is its to say (`workflow.typography`); these rules report the
part of it that is wrong in any English, and the Spanish figures that can be nothing else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workflow.findings import Finding, Rule, Severity, Span, finding
from workflow.typography import SPACE, Change, TypographyRule, anglicize, apply, cover

GUILLEMETS = Rule(
    "S101", "guillemets", Severity.WARNING, "Spanish quotation marks «» stand in the English."
)
INVERTED_MARK = Rule("S102", "inverted-mark", Severity.WARNING, "¿ or ¡ stands in the English.")
SPACE_BEFORE_MARK = Rule(
    "S103",
    "space-before-mark",
    Severity.WARNING,
    "A space stands before a punctuation mark or just inside a bracket.",
)
PERCENT_SPACE = Rule(
    "S104", "percent-space", Severity.WARNING, "A space stands between a figure and its % sign."
)
SPANISH_DASH = Rule(
    "S105",
    "spanish-dash",
    Severity.WARNING,
    "A dash opens speech or sets off an aside as Spanish does it.",
)
SPANISH_NUMBER = Rule(
    "S106",
    "spanish-number",
    Severity.WARNING,
    "A figure is written with Spanish separators.",
)
SPANISH_ORDINAL = Rule(
    "S107", "spanish-ordinal", Severity.WARNING, "n.º, 1.º or 3.ª stands in the English."
)
ENGINE_MARK = Rule(
    "S108",
    "engine-mark",
    Severity.WARNING,
    "The engine marked a word that it did not know or could not inflect.",
)
DOUBLE_SPACE = Rule("S109", "double-space", Severity.INFO, "Two spaces stand where one should.")
MARKS = Rule(
    "S110",
    "punctuation",
    Severity.WARNING,
    "A mark is doubled, or the space after it is missing.",
)
RULES = (
    GUILLEMETS,
    INVERTED_MARK,
    SPACE_BEFORE_MARK,
    PERCENT_SPACE,
    SPANISH_DASH,
    SPANISH_NUMBER,
    SPANISH_ORDINAL,
    ENGINE_MARK,
    DOUBLE_SPACE,
    MARKS,
)

# Changes of typography that are wrong in any English. The others are matters of variety.
_FAULTS = {
    TypographyRule.INVERTED_MARKS: (INVERTED_MARK, "¿ and ¡ are not used in English"),
    TypographyRule.SPACE_BEFORE: (SPACE_BEFORE_MARK, "a space stands before the mark"),
    TypographyRule.BRACKET_SPACE: (SPACE_BEFORE_MARK, "a space stands just inside the bracket"),
    TypographyRule.PERCENT_SPACE: (PERCENT_SPACE, "a space stands before the % sign"),
    TypographyRule.DOUBLE_SPACE: (DOUBLE_SPACE, "two spaces"),
    TypographyRule.DOUBLED_MARK: (MARKS, "a punctuation mark is doubled"),
    TypographyRule.SPACE_AFTER: (MARKS, "the space after the mark is missing"),
}
_DASHES = frozenset({TypographyRule.DASH, TypographyRule.DIALOGUE})
# What typography leaves alone because it cannot tell who speaks: two speakers on one line.
_LOOSE_DASH = re.compile(rf"(?<=\S){SPACE}—(?=\w)")
_OPENING, _CLOSING = "«‹", "»›"


@dataclass(frozen=True, slots=True)
class _Figure:
    """A form of Spanish figures that no English text has, and how English writes it."""

    rule: Rule
    pattern: re.Pattern[str]
    rewrite: Callable[[re.Match[str]], str]
    message: str


_TO_ENGLISH_SEPARATORS = str.maketrans(".,", ",.")
_NOT_IN_NUMBER = r"(?<![\w.,/:-])"
_ORDINAL_ENDINGS = {1: "st", 2: "nd", 3: "rd"}


def _separators_exchanged(match: re.Match[str]) -> str:
    return match[0].translate(_TO_ENGLISH_SEPARATORS)


def _english_ordinal(match: re.Match[str]) -> str:
    value = int(match[1])
    ending = "th" if value % 100 in (11, 12, 13) else _ORDINAL_ENDINGS.get(value % 10, "th")
    return f"{value}{ending}"


# One group of three after a point (1.300) may be an English decimal: the number check reads it
# together with the Spanish.
_FIGURES = (
    _Figure(
        SPANISH_NUMBER,
        re.compile(rf"{_NOT_IN_NUMBER}\d{{1,3}}(?:\.\d{{3}}){{2,}}(?:,\d+)?(?![\d.,]*\d|/)"),
        _separators_exchanged,
        "points group the thousands",
    ),
    _Figure(
        SPANISH_NUMBER,
        re.compile(rf"{_NOT_IN_NUMBER}\d{{1,3}}\.\d{{3}},\d{{1,2}}(?![\d.,]*\d)"),
        _separators_exchanged,
        "a point groups the thousands and a comma is the decimal mark",
    ),
    _Figure(
        SPANISH_NUMBER,
        re.compile(
            rf"{_NOT_IN_NUMBER}\d+,\d{{1,2}}(?=\s?%|\s(?:percent|per cent|million|billion)\b)"
        ),
        _separators_exchanged,
        "a comma is the decimal mark",
    ),
    _Figure(
        SPANISH_ORDINAL,
        re.compile(r"(?<![\w.])(\d{1,4})\.[ºª](?!\w)"),
        _english_ordinal,
        "this is a Spanish ordinal",
    ),
    _Figure(
        SPANISH_ORDINAL,
        re.compile(r"(?<!\w)([nN])\.º(?=\s*\d)"),
        lambda match: "No.",
        "this is the Spanish abbreviation for number",
    ),
)
_MAY_BE_SPANISH = re.compile(r"[.,][\dºª]")
"""What each of these has in it."""
_ADDRESS = re.compile(r"(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}")

# Apertium's marks: * unknown word, @ no translation, # no form. A handle, a hashtag, a footnote
# asterisk or emphasis look alike, so only what none of them can be counts.
_STAR = re.compile(
    r"(?P<opens>(?<![\w*\\])\\?\*(?=[^\W\d_])[\w-]+)|(?P<closes>(?<=[^\s*\\])\*(?!\*))"
)
_UNTRANSLATED = re.compile(r"(?<![\w@/.])@(?=\w*[^\W\x00-\x7f]|[a-z]+_[a-z_]+\b)\w+")
_FORMLESS = re.compile(
    r"(?<![\w#&/])#(?:be|have|do|not|the|a|an|of|to|and|or|this|that|it|he|she|they|will|can)\b"
)
_ENGINE_MARKS = (
    ("@", _UNTRANSLATED, "the engine has no translation for this word"),
    ("#", _FORMLESS, "the engine could not inflect this word"),
)


def check_style(target: str, variety: str = "en-US") -> Iterator[Finding]:
    """What in `target`, English running text or inline Markdown, is no English typography.

    `variety` ("en-US", "en-GB") decides which marks are suggested, not what is found.
    """
    covered = cover(target)
    yield from _typography(target, covered, anglicize(target, variety).changes)
    yield from _figures(target, covered)
    yield from _engine_marks(target, covered)


# --- Typography ---------------------------------------------------------------------------------


def _typography(target: str, covered: str, changes: Sequence[Change]) -> Iterator[Finding]:
    for change in changes:
        if change.rule in _FAULTS:
            rule, message = _FAULTS[change.rule]
            span = Span(change.start, change.end)
            yield finding(rule, message, target=span, suggestion=change.after)
    for spans, rule, message in (
        (_quotations(covered, changes), GUILLEMETS, "Spanish quotation marks"),
        (_dashes(target, changes), SPANISH_DASH, "a dash is set as in Spanish"),
    ):
        for span in spans:
            yield finding(rule, message, target=span, suggestion=_corrected(target, changes, span))
    if not any(change.rule in _DASHES for change in changes):
        for match in _LOOSE_DASH.finditer(covered) if "—" in covered else ():
            yield finding(SPANISH_DASH, "a dash is set as in Spanish", target=Span(*match.span()))


def _quotations(covered: str, changes: Sequence[Change]) -> Iterator[Span]:
    """What stands between guillemets, marks included; the outermost ones of a nest."""
    start = depth = 0
    last: Change | None = None
    for change in changes:
        marks = covered[change.start : change.end]
        opened = sum(marks.count(mark) for mark in _OPENING)
        closed = sum(marks.count(mark) for mark in _CLOSING)
        if (not opened and not closed) or (depth == 0 and _is_arrow(covered, change)):
            continue
        if depth == 0:
            start = change.start
        depth = max(depth + opened - closed, 0)
        last = change
        if depth == 0:
            yield Span(start, change.end)
    if depth and last is not None:
        yield Span(start, last.end)


def _is_arrow(covered: str, change: Change) -> bool:
    """Whether a lone mark stands apart, as in *Next »*: no quotation is closed after a space."""
    mark = covered[change.start : change.end].strip()
    before, after = covered[: change.start][-1:], covered[change.end :][:1]
    paired = all(any(one in covered for one in side) for side in (_OPENING, _CLOSING))
    if mark in tuple(_CLOSING):
        return not paired and (before.isspace() or covered[change.start].isspace())
    return mark in tuple(_OPENING) and not paired and after.isspace()


def _dashes(target: str, changes: Sequence[Change]) -> Iterator[Span]:
    """What stands between dashes that are set as in Spanish, line by line."""
    start: int | None = None
    end = 0
    for change in changes:
        if change.rule not in _DASHES:
            continue
        if start is not None and "\n" in target[end : change.start]:
            yield Span(start, end)
            start = None
        start = change.start if start is None else start
        end = change.end
    if start is not None:
        yield Span(start, end)


def _corrected(target: str, changes: Sequence[Change], span: Span) -> str:
    """The text of `span` with all changes made in it."""
    first = bisect_left(changes, span.start, key=lambda change: change.start)
    last = bisect_left(changes, span.end, key=lambda change: change.end) + 1
    inside = [
        Change(c.start - span.start, c.end - span.start, c.before, c.after, c.rule)
        for c in changes[first:last]
        if c.end <= span.end
    ]
    return apply(target[span.start : span.end], inside)


# --- Figures and marks of the engine ------------------------------------------------------------


def _figures(target: str, covered: str) -> Iterator[Finding]:
    if not _MAY_BE_SPANISH.search(covered):
        return
    for figure in _FIGURES:
        for match in figure.pattern.finditer(covered):
            if not _ADDRESS.fullmatch(match[0]):
                yield finding(
                    figure.rule,
                    f"“{match[0]}”: {figure.message}",
                    target=Span(*match.span()),
                    suggestion=figure.rewrite(match),
                )


def _engine_marks(target: str, covered: str) -> Iterator[Finding]:
    for span in _unknown_words(target, covered) if "*" in target else ():
        word = target[span.start : span.end]
        message = f"“{word}”: the engine does not know this word"
        yield finding(ENGINE_MARK, message, target=span, suggestion=word.lstrip("\\*"))
    for mark, pattern, message in _ENGINE_MARKS:
        for match in pattern.finditer(covered) if mark in covered else ():
            yield finding(ENGINE_MARK, f"“{match[0]}”: {message}", target=Span(*match.span()))


def _unknown_words(target: str, covered: str) -> Iterator[Span]:
    """Words after a * that no later * makes emphasis; not a note (*Names were changed.)."""
    pending: list[Span] = []
    for match in _STAR.finditer(target):
        if match["closes"]:
            if covered[match.start()] == "*" and pending and target[pending[-1].start] == "*":
                pending.pop()
        elif target[match.start()] == "\\" or covered[match.start()] == "*":
            word = match["opens"].lstrip("\\*")
            if match.start() or not word[0].isupper():
                pending.append(Span(*match.span()))
    yield from pending
