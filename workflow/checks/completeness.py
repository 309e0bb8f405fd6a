"""Is all of the source there, once, in English: omission, repetition, copies, polarity."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workflow.checks import polarity
from workflow.checks.coverage import left_out, rendered
from workflow.checks.languages import en, es
from workflow.checks.scope import Family, base, runs
from workflow.checks.vocabulary import has_word
from workflow.engines.sentences import split
from workflow.findings import Finding, Rule, Severity, Span, finding

OMISSION = Rule(
    "C101",
    "text-omitted",
    Severity.ERROR,
    "The translation is much shorter than the source: a clause or a sentence is missing.",
)
REPETITION = Rule(
    "C102", "text-repeated", Severity.ERROR, "The translation says something twice or more."
)
COPY = Rule("C103", "untranslated-copy", Severity.ERROR, "The source stands there untranslated.")
TRUNCATION = Rule(
    "C104", "text-truncated", Severity.ERROR, "The translation breaks off before its end."
)
ADDITION = Rule(
    "C107",
    "text-added",
    Severity.WARNING,
    "The translation is much longer than the source: something was added.",
)
MERGED = Rule(
    "C108",
    "sentences-merged",
    Severity.WARNING,
    "The translation has fewer sentences than the source.",
)
CLAUSE = Rule(
    "C109",
    "clause-omitted",
    Severity.WARNING,
    "A clause of the source has no counterpart in the translation.",
)
RULES: tuple[Rule, ...] = (
    OMISSION,
    CLAUSE,
    REPETITION,
    COPY,
    TRUNCATION,
    *polarity.RULES,
    ADDITION,
    MERGED,
)

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ADDRESS = re.compile(r"\S+(?:://|@)\S+|www\.\S+")
_SENTENCE_END = ".!?…"
_CLOSERS = "\"'”’»)]*_ \n\t"


def check_completeness(
    source: str, target: str, source_lang: str = "es", target_lang: str = "en"
) -> Iterator[Finding]:
    """Findings about what `target` left out, repeated, left untranslated or turned round.

    Both are running text (or Markdown inline) of one segment or sentence. An empty target says
    nothing here: whether a segment is translated at all is a matter of workflow. Omitted clauses,
    truncation and polarity are looked for between Spanish and English alone.
    """
    if not source.strip() or not target.strip():
        return
    pair = (base(source_lang), base(target_lang))
    if _words(source) == _words(target):
        if _is_untranslated(source, pair):
            yield finding(COPY, "The translation is the source itself.", target=_whole(target))
        return
    source_sentences, target_sentences = split(source, pair[0]), split(target, pair[1])
    yield from _repetitions(source, target)
    yield from _lengths(source, target, source_sentences, target_sentences)
    if not runs(Family.CLAUSES, *pair):
        return
    yield from _truncation(source, target)
    for ours, theirs in _units(source, target, source_sentences, target_sentences):
        yield from _omissions(source, target, ours, theirs)
        for found in polarity.check_polarity(
            source[ours.start : ours.end], target[theirs.start : theirs.end], *pair
        ):
            yield _moved(found, ours.start, theirs.start)


def _whole(text: str) -> Span:
    return Span(0, len(text))


def _moved(found: Finding, source: int, target: int) -> Finding:
    def shifted(span: Span | None, by: int) -> Span | None:
        return None if span is None else Span(span.start + by, span.end + by)

    return Finding(
        found.rule,
        found.severity,
        found.message,
        shifted(found.source, source),
        shifted(found.target, target),
        found.suggestion,
    )


def _units(
    source: str,
    target: str,
    source_sentences: Sequence[tuple[int, int]],
    target_sentences: Sequence[tuple[int, int]],
) -> list[tuple[Span, Span]]:
    """Sentence by sentence where both sides have as many, else the whole."""
    if len(source_sentences) != len(target_sentences):
        return [(_whole(source), _whole(target))]
    return [
        (Span(*ours), Span(*theirs))
        for ours, theirs in zip(source_sentences, target_sentences, strict=True)
    ]


# --- copies


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _is_untranslated(text: str, pair: tuple[str, str]) -> bool:
    """Whether a text that came back as it was would have been translated."""
    if pair == ("es", "en"):
        return _is_spanish(text)
    # Languages near each other share many short phrases.
    return sum(1 for word in _WORD.findall(text) if word.islower()) > _SHARED_PHRASE


_SHARED_PHRASE = 5


def _is_spanish(text: str) -> bool:
    """Whether a text has Spanish prose in it, and is not only names, figures or English."""
    words = _WORD.findall(_ADDRESS.sub(" ", text))
    lower = [word.lower() for word in words]
    english = sum(word in en.FUNCTION_WORDS and word not in es.FUNCTION_WORDS for word in lower)
    spanish = sum(
        word in es.FUNCTION_WORDS and word not in es.SHARED_FUNCTION_WORDS and given.islower()
        for word, given in zip(lower, words, strict=True)
    )
    # A word that English has as well is Spanish beside words that it has not.
    known = (has_word(word, "en") and not spanish for word in lower)
    prose = sum(_is_prose(word) and not alike for word, alike in zip(words, known, strict=True))
    return prose > 0 and prose + spanish > english


def _is_prose(word: str) -> bool:
    """Whether a word looks Spanish and would have been translated."""
    lower = word.lower()
    if any(character.isdigit() for character in word) or (word.isupper() and len(word) < 7):
        return False
    if lower in en.LOANS or lower in en.SHARED or lower in es.NAME_PARTICLES:
        return False
    ending = es.WORD_ENDINGS if word[0].isupper() else es.LIKELY_ENDINGS
    return ending.search(lower) is not None and not en.SHARED_ENDINGS.search(lower)


# --- repetition

_RUN = 5
"""Words that a text does not say twice unless its source does."""


def _repetitions(source: str, target: str) -> Iterator[Finding]:
    """The first stretch that the target repeats and the source does not."""
    found = list(_WORD.finditer(target))
    words = [match[0].casefold() for match in found]
    allowed = _repeats([word.casefold() for word in _WORD.findall(source)])
    for start, length in _doubled(words, target, found):
        if allowed:
            break
        span = Span(found[start].start(), found[start + length - 1].end())
        yield finding(REPETITION, f"“{target[span.start : span.end]}” is repeated.", target=span)
        return
    seen: dict[tuple[str, ...], int] = {}
    for start in range(len(words) - _RUN + 1):
        run = tuple(words[start : start + _RUN])
        if run in seen and start - seen[run] >= _RUN and _telling(run) and not allowed:
            span = Span(found[start].start(), found[start + _RUN - 1].end())
            yield finding(
                REPETITION, f"“{target[span.start : span.end]}” stands there twice.", target=span
            )
            return
        seen.setdefault(run, start)


def _telling(run: Sequence[str]) -> bool:
    """Whether at least three words of a run are no mere function words."""
    return sum(word not in en.FUNCTION_WORDS for word in run) >= 3


def _repeats(words: Sequence[str]) -> bool:
    """Whether a text repeats a word at once or three words anywhere."""
    if any(first == second for first, second in pairwise(words)):
        return True
    runs = Counter(zip(words, words[1:], words[2:], strict=False))
    return any(count > 1 for count in runs.values())


def _doubled(
    words: Sequence[str], text: str, places: Sequence[re.Match[str]]
) -> Iterator[tuple[int, int]]:
    """Starts and lengths of stretches of up to eight words that follow at once upon themselves."""
    for length in range(1, 9):
        same = 0
        for index in range(length, len(words)):
            same = same + 1 if words[index] == words[index - length] else 0
            if same < length:
                continue
            gap = text[places[index - length].end() : places[index - length + 1].start()]
            if length == 1 and (words[index] in _DOUBLE or gap.strip()):
                continue
            yield index - length + 1, length
            return


_DOUBLE = frozenset(["that", "had", "very", "no", "so", "bye", "ha", "who", "is"])
"""English words that may follow upon themselves."""


# --- truncation


def _truncation(source: str, target: str) -> Iterator[Finding]:
    """Whether the target ends where the source does not."""
    ours, theirs = source.rstrip(_CLOSERS), target.rstrip(_CLOSERS)
    if not ours or not theirs:
        return
    last = _WORD.findall(theirs[-40:])[-1:]
    tail = Span(max(0, len(theirs) - 20), len(theirs))
    ended = ours[-1] in _SENTENCE_END and not _abbreviated(ours)
    if ended and theirs[-1] in ",;-–—:":
        yield finding(TRUNCATION, f"The translation ends with “{theirs[-1]}”.", target=tail)
    elif last and _dangles(last[0], ours, theirs):
        yield finding(TRUNCATION, f"The translation ends with “{last[0]}”.", target=tail)
    elif ended and theirs[-1].isalnum() and _is_cut(source, target):
        yield finding(
            TRUNCATION, "The source ends its sentence, the translation does not.", target=tail
        )


_SHORTISH, _SLIGHTLY_SHORT = -1.0, -0.4
"""Standard deviations: a text without its final point and shorter than this was cut, where its
source is short (a heading may lose its point) or a whole sentence."""
_SENTENCE_WORDS = 8


def _is_cut(source: str, target: str) -> bool:
    """Whether a target without its final point is short and lacks the last word of the source."""
    whole = len(_WORD.findall(source)) >= _SENTENCE_WORDS
    limit = _SLIGHTLY_SHORT if whole else _SHORTISH
    short = _deviation(_size(source), _size(target)) < limit
    return short and not any(rendered(source, target)[-1:])


def _dangles(word: str, source: str, target: str) -> bool:
    """Whether the last word asks for another: any such word, if the final point is missing too."""
    before = _WORD.findall(source[-40:])[-1:]
    if not before or before[0].lower() in es.FUNCTION_WORDS or len(_WORD.findall(source)) < 2:
        return False
    if not target.rstrip(_SENTENCE_END).endswith(" " + word):
        return False  # the letter of a paragraph: 6(1)(a)
    if word.lower() in en.DANGLING:
        return True
    return word.lower() in en.LINKING and source[-1] in _SENTENCE_END and target[-1].isalnum()


def _abbreviated(text: str) -> bool:
    """Whether the final point may belong to an abbreviation: `EE. UU.`, `a. m.`."""
    word = re.search(r"(\w+)\.$", text)
    return word is not None and (len(word[1]) <= 2 or word[1].lower() in ("etc", "ej", "art"))


def _omissions(source: str, target: str, ours: Span, theirs: Span) -> Iterator[Finding]:
    """A clause of the source that nothing in the target renders."""
    sentence, rendering = source[ours.start : ours.end], target[theirs.start : theirs.end]
    size = _size(sentence)
    gap = left_out(sentence, rendering, _deviation(size, _size(rendering)), _spread(size))
    if gap is not None:
        span = Span(gap.start + ours.start, gap.end + ours.start)
        yield finding(
            CLAUSE,
            f"Nothing renders “{source[span.start : span.end]}”.",
            source=span,
            target=theirs,
        )


# --- lengths

_RATIO = 0.92
"""English for Spanish, in characters: median of the calibration set."""
_SPREAD = 0.06
"""Standard deviation of the logarithm of that ratio in long texts."""
_SHORT_SPREAD = 0.7
"""What shortness adds to it: divided by the square root of the characters."""


_TOO_SHORT, _TOO_LONG = -3.0, 3.2
"""Standard deviations from the expected length that are a finding."""
_FAR_TOO_SHORT = -5.0
"""The same where every word seems to be rendered: *Trust in Email* says *correo electrónico*."""


_SPELLED_OUT = 18
"""Letters by which a name is longer than the acronym that stood for it."""
_ACRONYM = re.compile(r"\b[A-ZÁÉÍÓÚÑ]{2,7}\b")


def _acronyms(text: str) -> int:
    return len(_ACRONYM.findall(text))


def _spread(source: int) -> float:
    """Standard deviation of the logarithm of the ratio for a source of this size."""
    return _SPREAD + _SHORT_SPREAD / math.sqrt(source)


def _deviation(source: int, target: int) -> float:
    """By how many standard deviations a target of this size is too long (below 0: too short)."""
    return math.log(target / (source * _RATIO)) / _spread(source)


def _size(text: str) -> int:
    return sum(map(len, _WORD.findall(text))) + 1


def _lengths(
    source: str,
    target: str,
    source_sentences: Sequence[tuple[int, int]],
    target_sentences: Sequence[tuple[int, int]],
) -> Iterator[Finding]:
    """Sentences missing or joined, text missing or added."""
    ours = _count(source, source_sentences)
    theirs = len(target_sentences)
    told = es.IDIOMS.sub(" ", source)
    deviation = _deviation(_size(told), _size(target))
    unrendered = rendered(source, target).count(False)
    numbers = f"{len(_WORD.findall(target))} words for {len(_WORD.findall(source))}"
    if deviation < _TOO_SHORT and (unrendered or deviation < _FAR_TOO_SHORT):
        yield finding(OMISSION, f"The translation is short: {numbers}.", target=_whole(target))
    elif _deviation(_size(source) + _SPELLED_OUT * _acronyms(source), _size(target)) > _TOO_LONG:
        yield finding(ADDITION, f"The translation is long: {numbers}.", target=_whole(target))
    elif ours > theirs:
        yield finding(
            MERGED,
            f"The source has {ours} sentences, the translation {theirs} ({numbers}).",
            source=_whole(source),
            target=_whole(target),
        )


def _count(text: str, sentences: Sequence[tuple[int, int]]) -> int:
    """Sentences that have a few words and do not go on after an abbreviation."""
    return sum(
        len(_WORD.findall(text[start:end])) >= _FEW and not _ABBREVIATION.search(text[:start])
        for start, end in sentences
    )


_FEW = 3
_ABBREVIATION = re.compile(r"(?:\b(?:p\. ?e|e\.? ?g|i\. ?e|p\. ?ej|ejemplo)\.|\.\.\.|…)\W*$", re.I)
"""What a sentence does not end with, though a capital follows: *p. e. Windows*."""
