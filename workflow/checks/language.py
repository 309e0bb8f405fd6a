"""Is the translation English, and are its names those of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow.checks.languages import en, es
from workflow.checks.names import RULES as NAME_RULES
from workflow.checks.names import check_names
from workflow.findings import Finding, Rule, Severity, Span, finding

SPANISH_LEFT = Rule(
    "L101",
    "spanish-left",
    Severity.ERROR,
    "Words of the translation are still Spanish.",
)
FURNITURE_LEFT = Rule(
    "L102",
    "spanish-furniture",
    Severity.WARNING,
    "A label of the page is still Spanish: “Autor:”, “Suscríbete”, “Ver más”.",
)
RULES: tuple[Rule, ...] = (SPANISH_LEFT, FURNITURE_LEFT, *NAME_RULES)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(r"[.;:!?¿¡()\[\]{}«»“”\"|\n—]|\*|(?<!\w)_|_(?!\w)")
_FURNITURE = re.compile(rf"(?<!\w)(?:{es.FURNITURE})(?!\w)", re.IGNORECASE)
_CLEAR = 3
"""Score of a run whose words could all stand inside a name."""
_LABEL_BEFORE = re.compile(r"(?:^|[\n|>*#_.!?])\s*$")
_REACH = 200
"""Characters before a run in which a label that names it as a citation may stand."""
_CITATION = re.compile(r"[\s*_>(\[]*(?:the )?original\b[^:]{0,30}:", re.IGNORECASE)
_LABEL_AFTER = re.compile(r"\s*(?:$|[:|\n*_.!»→>])")


def check_language(
    source: str, target: str, source_lang: str = "es", target_lang: str = "en"
) -> Iterator[Finding]:
    """Findings about Spanish left in `target`, and about names of `source` that it changed.

    Nothing is said of other languages than Spanish and English.
    """
    if (source_lang.split("-")[0], target_lang.split("-")[0]) != ("es", "en"):
        return
    yield from check_target_language(target)
    yield from check_names(source, target)


def check_target_language(target: str) -> Iterator[Finding]:
    """Findings about Spanish left in an English text, found without its source.

    Names (`Comisión Nacional de los Derechos Humanos`) and short quotations in italics or
    quotation marks are left alone.
    """
    taken: list[Span] = []
    for span in _spanish_runs(target):
        taken.append(span)
        yield finding(SPANISH_LEFT, f"“{target[span.start : span.end]}” is Spanish.", target=span)
    for match in _FURNITURE.finditer(target):
        if any(span.start < match.end() and match.start() < span.end for span in taken):
            continue
        before, after = (
            target[max(0, match.start() - 20) : match.start()],
            target[match.end() : match.end() + 20],
        )
        if _LABEL_BEFORE.search(before) and _LABEL_AFTER.match(after):
            span = Span(match.start(), match.end())
            yield finding(FURNITURE_LEFT, f"“{match[0]}” is Spanish.", target=span)


def _spanish_runs(text: str) -> Iterator[Span]:
    """Stretches of Spanish, in order."""
    for start, end in _clauses(text):
        if _is_quotation(text, start, end):
            continue
        run: list[re.Match[str]] = []
        for match in _WORD.finditer(text, start, end):
            if _is_english(match[0]):
                yield from _judged(run, text)
                run = []
            else:
                run.append(match)
        yield from _judged(run, text)


def _clauses(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _is_english(word: str) -> bool:
    lower = word.lower()
    return (
        (lower in en.FUNCTION_WORDS and lower not in es.FUNCTION_WORDS)
        or "'" in word
        or "’" in word
    )


def _judged(run: list[re.Match[str]], text: str) -> Iterator[Span]:
    """The run without English or neutral words at its edges, when what remains is Spanish."""
    telling = [index for index, match in enumerate(run) if _mark(match[0])]
    if not telling:
        return
    words = run[telling[0] : telling[-1] + 1]
    if _is_name(words) or _is_cited(words, text):
        return
    score = sum(_mark(match[0]) for match in words)
    if any(map(_is_telling, words)):
        # One Spanish function word is enough beside a word that ends as Spanish words do.
        beside = run[: telling[0]][-1:] + run[telling[-1] + 1 :][:1]
        score += any(_ends_spanish(match[0]) for match in beside)
    elif score < _CLEAR:
        return
    if score >= 2:
        yield Span(words[0].start(), words[-1].end())


def _ends_spanish(word: str) -> bool:
    lower = word.lower()
    return (
        word[0].islower()
        and lower not in en.LOANS
        and lower not in en.SHARED
        and lower.endswith(("as", "os", "ada", "ado"))
    )


def _mark(word: str) -> int:
    """How much a word tells that it is Spanish: 0 nothing, 2 it can be nothing else."""
    lower = word.lower()
    if lower in en.LOANS:
        return 0
    if lower in es.FUNCTION_WORDS:
        return 0 if lower in es.SHARED_FUNCTION_WORDS or word[0].isupper() else 1
    if word[0].isupper():
        return 0
    return 2 if _spelled(lower) else 0


def _spelled(lower: str) -> bool:
    return any(c in "áéíóúñ" for c in lower) or es.TELLING_ENDINGS.search(lower) is not None


def _is_telling(match: re.Match[str]) -> bool:
    """Whether the word is none of those that stand inside names."""
    return _mark(match[0]) > 0 and match[0] not in es.NAME_PARTICLES


def _is_name(words: list[re.Match[str]]) -> bool:
    """Capitalised words joined by particles: `Museo de la Memoria y los Derechos`."""
    return all(match[0][0].isupper() or match[0] in es.NAME_PARTICLES for match in words)


def _is_cited(words: list[re.Match[str]], text: str) -> bool:
    """The title of the original, named as such: `Original article: …`; or an account's name."""
    before = text[max(0, words[0].start() - _REACH) : words[0].start()]
    line = before[before.rfind("\n") + 1 :]
    return _CITATION.match(line) is not None or line.endswith(("@", "#", "/"))


_QUOTES = {"*": "*", "_": "_", "“": "”", '"': '"', "‘": "’", "«": "»", "(": ")"}


def _is_quotation(text: str, start: int, end: int) -> bool:
    """Up to five words alone in italics, quotation marks or brackets: the original's own."""
    if start == 0 or end >= len(text):
        return False
    closing = _QUOTES.get(text[start - 1])
    return closing == text[end] and len(text[start:end].split()) <= 5
