"""The checks: every family of findings over one pair of texts, and over a whole article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workflow.article import Plain, plain
from workflow.checks import completeness, document, language, numbers, state, style, terms
from workflow.checks.completeness import check_completeness
from workflow.checks.language import check_language, check_target_language, foreign
from workflow.checks.numbers import check_numbers
from workflow.checks.quotations import within
from workflow.checks.scope import Family, runs
from workflow.checks.style import check_style
from workflow.checks.terms import check_target_terms, check_terms
from workflow.findings import Finding, Rule, Span
from workflow.glossary import Glossary

RULES: tuple[Rule, ...] = (
    *numbers.RULES,
    *document.RULES,
    *terms.RULES,
    *completeness.RULES,
    *language.RULES,
    *style.RULES,
    *state.RULES,
)
"""Every rule there is, family by family."""

__all__ = ["RULES", "check_pair", "check_target"]


def check_pair(
    source: str,
    target: str,
    *,
    source_lang: str = "es",
    target_lang: str = "en",
    variety: str = "en-US",
    glossary: Glossary | None = None,
) -> list[Finding]:
    """Findings about one segment and its translation, both in (inline) Markdown or plain text.

    Spans count characters of the two strings given. Without a `glossary` terms are not checked;
    `scope.not_run` says what else is not, between other languages than Spanish and English.
    Errors come first, then warnings; within a severity the order is that of the texts.
    """
    source_text, target_text = plain(source), plain(target)
    found = _families(source_text, target_text, source_lang, target_lang, glossary)
    mapped = (
        replace(
            finding,
            source=_mapped(finding.source, source_text),
            target=_mapped(finding.target, target_text),
        )
        for finding in found
    )
    # Typography reads Markdown: it knows what stands between two words that markup parts.
    style = check_style(target, variety) if runs(Family.STYLE, source_lang, target_lang) else ()
    return sorted((*mapped, *style), key=_order)


def check_target(
    target: str, *, variety: str = "en-US", glossary: Glossary | None = None
) -> list[Finding]:
    """Findings about one segment of English whose Spanish is not at hand; spans as above."""
    text = plain(target)
    found = [*check_target_language(text.text, text.emphasized)]
    if glossary is not None:
        found += check_target_terms(text.text, glossary)
    mapped = (replace(f, target=_mapped(f.target, text)) for f in found)
    spanish = [
        Span(*text.place(span.start, span.end)) for span in foreign(text.text, text.emphasized)
    ]
    style = (
        found
        for found in check_style(target, variety)
        if found.target is None or not within(found.target, spanish)
    )
    return sorted((*mapped, *style), key=_order)


def _families(
    spanish: Plain, english: Plain, source_lang: str, target_lang: str, glossary: Glossary | None
) -> Iterator[Finding]:
    source, target = spanish.text, english.text
    if runs(Family.NUMBERS, source_lang, target_lang):
        yield from check_numbers(spanish.with_code, english.with_code, source_lang, target_lang)
    if glossary is not None and runs(Family.TERMS, source_lang, target_lang):
        yield from check_terms(source, target, glossary)
    yield from check_completeness(source, target, source_lang, target_lang)
    yield from check_language(source, target, source_lang, target_lang, english.emphasized)


def _mapped(span: Span | None, text: Plain) -> Span | None:
    """A span of running text as a span of the Markdown it was taken from."""
    return None if span is None else Span(*text.place(span.start, span.end))


_WEIGHTS = {"error": 0, "warning": 1, "info": 2}


def _order(finding: Finding) -> tuple[int, int, str]:
    place = finding.target or finding.source or Span(0, 0)
    return _WEIGHTS[finding.severity], place.start, finding.rule
