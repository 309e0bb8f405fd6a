"""Number rules (N1xx): every figure of the source must say the same in the target."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow.checks.scope import base
from workflow.checks.vocabulary import has_word
from workflow.findings import Finding, Rule, Severity, Span, finding
from workflow.numbers import compare
from workflow.numbers.model import DriftKind, Verdict

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING
_RULES = {
    DriftKind.MISSING: Rule(
        "N101", "number-missing", _ERROR, "A figure of the source is missing from the translation."
    ),
    DriftKind.ADDED: Rule(
        "N102", "number-added", _ERROR, "The translation has a figure that the source has not."
    ),
    DriftKind.VALUE: Rule("N103", "number-changed", _ERROR, "A figure has another value."),
    DriftKind.SCALE: Rule(
        "N104", "scale-changed", _ERROR, "A figure is ten or a thousand times too large or small."
    ),
    DriftKind.BOUND: Rule(
        "N105", "bound-changed", _ERROR,
        "“At least”, “more than”, “up to” or the like was changed, added or lost.",
    ),
    DriftKind.UNIT: Rule("N106", "unit-changed", _ERROR, "A figure has another unit, or lost it."),
    DriftKind.CURRENCY: Rule(
        "N107", "currency-changed", _ERROR, "An amount is in another currency, or in none."
    ),
    DriftKind.CONVERTED: Rule(
        "N108", "unit-converted", _WARNING, "A measure was converted into another unit."
    ),
    DriftKind.SWAPPED: Rule(
        "N109", "numbers-swapped", _ERROR, "Two figures stand at each other's nouns."
    ),
    DriftKind.ORDER: Rule(
        "N110", "order-changed", _ERROR, "The two figures of a range, change or score are reversed."
    ),
    DriftKind.DATE: Rule("N111", "date-changed", _ERROR, "A date is another, or lost a part."),
    DriftKind.TIME: Rule("N112", "time-changed", _ERROR, "A time of day is another."),
    DriftKind.SIGN: Rule("N113", "sign-changed", _ERROR, "A figure lost or gained its minus."),
    DriftKind.KIND: Rule(
        "N114", "kind-changed", _ERROR, "A figure became one of another kind (three, third)."
    ),
    DriftKind.IDENTIFIER: Rule(
        "N115", "identifier-changed", _ERROR, "The number of a law, case or phone is another."
    ),
    DriftKind.ROUNDED: Rule("N116", "number-rounded", _WARNING, "A figure was rounded."),
    DriftKind.AMBIGUOUS: Rule(
        "N117", "number-ambiguous", _WARNING, "A figure can be read in two ways."
    ),
}  # fmt: skip
RULES: tuple[Rule, ...] = tuple(_RULES.values())

_SEVERITY = {Verdict.DRIFT: _ERROR, Verdict.REVIEW: _WARNING}


def check_numbers(
    source: str, target: str, source_lang: str = "es", target_lang: str = "en"
) -> Iterator[Finding]:
    """A finding for every figure that the target does not render as the source has it."""
    same = source == target
    for drift in compare(source, target, source_lang, target_lang):
        if same and _means_the_same(source, drift.source_span or drift.target_span, source_lang):
            continue
        ours, theirs = _name(source, drift.source_span), _name(target, drift.target_span)
        yield finding(
            _RULES[drift.kind],
            drift.message,
            severity=_WARNING if ours != theirs else _SEVERITY[drift.verdict],
            source=None if drift.source_span is None else Span(*drift.source_span),
            target=None if drift.target_span is None else Span(*drift.target_span),
            suggestion=drift.suggestion,
        )


_LETTERS = re.compile(r"[^\W\d_]{1,12}$")


def _name(text: str, span: tuple[int, int] | None) -> str:
    """The letters that a figure goes on, as in *v2*, *R3*, *X1*; empty for figures of their own.

    A translation may leave such a name out, or have another one; another figure after the same
    letters has changed.
    """
    if span is None or not text[span[0]].isdigit():
        return ""
    letters = _LETTERS.search(text, max(0, span[0] - 12), span[0])
    return letters[0] if letters else ""


_WORDS = re.compile(r"[^\W\d_]{3,}")
_PLAIN = re.compile(r"[\w\s]+")


def _means_the_same(text: str, span: tuple[int, int] | None, language: str) -> bool:
    """Whether a figure of a text that stands on both sides can be read in one way only.

    *1.300* and *3/4/2024* say other things in another language, and *100 mil* says nothing there;
    *221C* in a checksum, or the title of an English source, is what it is.
    """
    figure = text[slice(*span)] if span else ""
    if not _PLAIN.fullmatch(figure):
        return False
    return not any(has_word(word.lower(), base(language)) for word in _WORDS.findall(figure))
