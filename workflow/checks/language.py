"""Is the translation English, and are its names those of the source."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workflow.checks.coverage import fold
from workflow.checks.languages import en, es, names
from workflow.checks.names import RULES as NAME_RULES
from workflow.checks.names import check_names
from workflow.checks.quotations import Stretches, intended, within
from workflow.checks.scope import Family, runs
from workflow.checks.vocabulary import has_word
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
_BREAK = re.compile(r"[.;:!?¿¡()\[\]{}«»“”\"|\n—*_](?<!\w_(?=\w))")
_FURNITURE = re.compile(rf"(?<!\w)(?:{es.FURNITURE})(?!\w)", re.IGNORECASE)
_MAY_BE_FURNITURE = (
    re.compile(rf"\A\s*(?:{es.FURNITURE})", re.IGNORECASE),
    re.compile(rf"[\n|>*#_.!?»›→]\s*(?:{es.FURNITURE})", re.IGNORECASE),
    re.compile(rf"\s\s{{19}}(?:{es.FURNITURE})", re.IGNORECASE),
)
"""Where a label may stand, quick to look for: most texts have none."""
_CLEAR = 3
"""Score of a run whose words could all stand inside a name."""
_ENOUGH = 2
"""Score of a run that has a word which names have not."""
_LABEL_BEFORE = re.compile(r"(?:^|[\n|>*#_.!?»›→])\s*$")
_LABEL_AFTER = re.compile(r"\s*(?:$|[:|\n*_.!»→>])")


def check_language(
    source: str,
    target: str,
    source_lang: str = "es",
    target_lang: str = "en",
    emphasized: Stretches = (),
) -> Iterator[Finding]:
    """Findings about Spanish left in `target`, and about names of `source` that it changed.

    `emphasized` are the stretches of `target` in italics. Nothing is said of other languages than
    Spanish and English.
    """
    if not runs(Family.WORDS, source_lang, target_lang):
        return
    yield from check_target_language(target, emphasized)
    yield from check_names(source, target)


def check_target_language(target: str, emphasized: Stretches = ()) -> Iterator[Finding]:
    """Findings about Spanish left in an English text, found without its source.

    Names (`Comisión Nacional de los Derechos Humanos`), quotations in italics (`emphasized` says
    where the Markdown has them), short ones in quotation marks and titles are left alone.
    """
    intentional = intended(target, emphasized)
    taken: list[Span] = []
    for span in _spanish_runs(target, emphasized):
        if not within(span, intentional):
            taken.append(span)
            what = target[span.start : span.end]
            yield finding(SPANISH_LEFT, f"“{what}” is Spanish.", target=span)
    yield from _label(target)
    if not any(place.search(target) for place in _MAY_BE_FURNITURE):
        return
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


def _label(target: str) -> Iterator[Finding]:
    """A text of one word, such as the head of a column, that is a Spanish noun."""
    word = target.strip()
    noun = word.istitle() and es.LABEL_ENDINGS.search(word) and fold(word) not in names.FIRST
    if noun and _is_alone("es", "en", word.lower()):
        start = target.index(word)
        span = Span(start, start + len(word))
        yield finding(FURNITURE_LEFT, f"“{word}” is Spanish.", target=span)


def foreign(target: str, emphasized: Stretches = ()) -> list[Span]:
    """Stretches of an English text that are Spanish on purpose: quotations, titles, citations."""
    runs = list(_spanish_runs(target, emphasized))
    return [
        one
        for one in intended(target, emphasized)
        if any(within(run, [one]) for run in runs) or _is_cry(target[one.start : one.end])
    ]


def _is_cry(quoted: str) -> bool:
    """Whether a short quotation has an inverted mark and no word of English."""
    words = [word.lower() for word in _WORD.findall(quoted)]
    return quoted.strip('“"‘*_')[:1] in ("¡", "¿") and not any(map(_is_english, words))


def _spanish_runs(text: str, emphasized: Stretches) -> Iterator[Span]:
    """Stretches of Spanish, in order."""
    if not any(map(_tells_spanish, _WORD.findall(text))):
        return  # most texts; nothing would be left of any run
    for start, end in _clauses(text, emphasized):
        run: list[str] = []
        places: list[Span] = []
        for match in _WORD.finditer(text, start, end):
            if not _is_english(match[0]):
                run.append(match[0])
                places.append(Span(*match.span()))
                continue
            if run:  # most words of an English text end no run
                yield from _judged(run, places, text)
                run, places = [], []
        if run:
            yield from _judged(run, places, text)


def _clauses(text: str, emphasized: Stretches) -> Iterator[tuple[int, int]]:
    """What stands between punctuation marks; a title or phrase in italics stands by itself."""
    breaks = [match.span() for match in _BREAK.finditer(text)]
    for first, last in emphasized:
        if text[first].isupper() or " " in text[first:last]:
            breaks += [(first, first), (last, last)]
    start = 0
    for end, after in sorted(breaks):
        yield start, end
        start = after
    yield start, len(text)


@lru_cache(maxsize=16384)
def _is_english(word: str) -> bool:
    lower = word.lower()
    if lower in es.FUNCTION_WORDS or lower == "a":
        return False
    return (
        lower in en.FUNCTION_WORDS
        or "'" in word
        or "’" in word
        or (word.islower() and _is_alone("en", "es", lower))
    )


@lru_cache(maxsize=16384)
def _tells_spanish(word: str) -> bool:
    """Whether a word is no English one and tells something by itself."""
    return not _is_english(word) and _mark(word) > 0


def _judged(run: Sequence[str], places: Sequence[Span], text: str) -> Iterator[Span]:
    """The run without English or neutral words at its edges, when what remains is Spanish."""
    marks = _marks(run)
    telling = [index for index, mark in enumerate(marks) if mark]
    if not telling or text[places[telling[0]].start - 1 : places[telling[0]].start] in _HANDLES:
        return
    first, last = telling[0], telling[-1] + 1
    in_english = any(map(_is_english, _WORD.findall(text)))
    if _is_name(run, first, last) or (in_english and _is_institution(run, last)):
        return
    particles = all(run[index] in es.NAME_PARTICLES for index in telling)
    if sum(marks) >= (_CLEAR if particles else _ENOUGH):
        opens = run[0][0].isupper() and all(has_word(word.lower()) for word in run[:first])
        yield Span(places[0 if opens else first].start, places[last - 1].end)


_HANDLES = ("@", "#", "/")
"""Before the name of an account or a page."""


def _marks(run: Sequence[str]) -> list[int]:
    """How much each word of a run tells that it is Spanish: 0 nothing, 2 it can be nothing else.

    Words that English texts have too tell something only beside a word of Spanish alone.
    """
    marks = [_mark(word) for word in run]
    if not any(
        mark and word not in es.FUNCTION_WORDS for word, mark in zip(run, marks, strict=True)
    ):
        return marks
    marks = [
        mark or int(word in es.SHARED_FUNCTION_WORDS and word not in en.FUNCTION_WORDS | en.LOANS)
        for word, mark in zip(run, marks, strict=True)
    ]
    if run[0][0].isupper() and len(run) > 1 and run[1][0].islower():
        marks[0] = int(_is_accented(run[0]) or _is_alone("es", "en", run[0].lower()))
    return marks


def _mark(word: str) -> int:
    lower = word.lower()
    if lower in en.LOANS or word[0].isupper():
        return 0
    if lower in es.FUNCTION_WORDS:
        return int(lower not in es.SHARED_FUNCTION_WORDS)
    if _is_accented(word) or es.TELLING_ENDINGS.search(lower):
        return 2
    return int(lower not in en.SHARED and _is_alone("es", "en", lower))


def _is_accented(word: str) -> bool:
    return any(letter in "áéíóúñ" for letter in word.lower())


@lru_cache(maxsize=8192)
def _is_alone(language: str, other: str, lower: str) -> bool:
    """Whether a language has a word that the other one has not."""
    return len(lower) > 2 and has_word(lower, language) and not has_word(lower, other)


def _is_name(run: Sequence[str], first: int, last: int) -> bool:
    """Whether words stand in a name with capitals: `Museo de la Memoria`.

    `first` and `last` bound what tells Spanish in the run; what is capitalised beside it counts.
    """
    while first and _may_stand_in_name(run[first - 1]):
        first -= 1
    while last < len(run) and _may_stand_in_name(run[last]):
        last += 1
    words = run[first:last]
    capitals = [index for index, word in enumerate(words) if word[0].isupper()]
    if len(capitals) < 2:
        return False
    name = words[capitals[0] : capitals[-1] + 1]
    beside = [*words[: capitals[0]], *words[capitals[-1] + 1 :]]
    return all(map(_may_stand_in_name, name)) and not any(map(_mark, beside))


def _is_institution(run: Sequence[str], last: int) -> bool:
    """Whether the run is a name in small letters: `Ley general en materia de asilo`."""
    for first, word in enumerate(run[:last]):
        if word[0].isupper():
            return fold(word) in names.INSTITUTION and not any(map(_is_finite, run[first:last]))
    return False


def _may_stand_in_name(word: str) -> bool:
    return word[0].isupper() or word in es.FUNCTION_WORDS


def _is_finite(word: str) -> bool:
    return word in es.AUXILIARIES or es.FINITE_ENDINGS.search(word) is not None
