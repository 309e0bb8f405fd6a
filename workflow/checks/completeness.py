"""Is all of the source there, once, in English: omission, repetition, copies, polarity."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from workflow.checks import polarity
from workflow.checks.coverage import left_out, rendered
from workflow.checks.languages import en, es
from workflow.checks.scope import Family, base, runs
from workflow.checks.vocabulary import has_word
from workflow.checks.words import WORD, Words
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
    ours, theirs = Words.of(source), Words.of(target)
    if ours.folded == theirs.folded:
        if _is_untranslated(source, pair):
            yield finding(COPY, "The translation is the source itself.", target=_whole(target))
        return
    sentences = split(source, pair[0]), split(target, pair[1])
    yield from _repetitions(ours, theirs)
    yield from _lengths(ours, theirs, *sentences)
    if not runs(Family.CLAUSES, *pair):
        return
    yield from _truncation(source, target)
    for sentence, rendering in _units(source, target, *sentences):
        yield from _omissions(ours, theirs, sentence, rendering)
        for found in polarity.check_polarity(
            source[sentence.start : sentence.end], target[rendering.start : rendering.end], *pair
        ):
            yield _moved(found, sentence.start, rendering.start)


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


def _is_untranslated(text: str, pair: tuple[str, str]) -> bool:
    """Whether a text that came back as it was would have been translated."""
    if pair == ("es", "en"):
        return _is_spanish(text)
    # Languages near each other share many short phrases.
    return sum(1 for word in WORD.findall(text) if word.islower()) > _SHARED_PHRASE


_SHARED_PHRASE = 5


def _is_spanish(text: str) -> bool:
    """Whether a text has Spanish prose in it, and is not only names, figures or English."""
    words = WORD.findall(_ADDRESS.sub(" ", text))
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
    if not (word.isupper() or word[1:].islower()):
        return False  # macOS, DigiCert
    if not (has_word(lower) or es.TELLING_ENDINGS.search(lower)):
        return False
    if lower in en.LOANS or lower in en.SHARED or lower in es.NAME_PARTICLES:
        return False
    ending = es.WORD_ENDINGS if word[0].isupper() else es.LIKELY_ENDINGS
    return ending.search(lower) is not None and not en.SHARED_ENDINGS.search(lower)


# --- repetition

_RUN = 5
"""Words that a text does not say twice unless its source does."""


def _repetitions(source: Words, target: Words) -> Iterator[Finding]:
    """The first stretch that the target repeats and the source does not."""
    doubled = _doubled(target)
    stretch = doubled or _said_twice(target.folded)
    if stretch is None or _repeats(source.folded):
        return
    span = Span(target.starts[stretch.start], target.ends[stretch.stop - 1])
    how = "is repeated" if doubled else "stands there twice"
    yield finding(REPETITION, f"“{target.text[span.start : span.end]}” {how}.", target=span)


def _said_twice(words: Sequence[str]) -> range | None:
    """Where a text says a run of words for the second time, the first one done."""
    runs = list(zip(*(words[first:] for first in range(_RUN)), strict=False))
    if len(set(runs)) == len(runs):
        return None
    seen: dict[tuple[str, ...], int] = {}
    for start, run in enumerate(runs):
        if start - seen.setdefault(run, start) >= _RUN and _telling(run):
            return range(start, start + _RUN)
    return None


def _telling(run: Sequence[str]) -> bool:
    """Whether at least three words of a run are no mere function words."""
    return sum(word not in en.FUNCTION_WORDS for word in run) >= 3


def _repeats(words: Sequence[str]) -> bool:
    """Whether a text repeats a word at once or three words anywhere."""
    if any(first == second for first, second in pairwise(words)):
        return True
    runs = Counter(zip(words, words[1:], words[2:], strict=False))
    return any(count > 1 for count in runs.values())


def _doubled(words: Words) -> range | None:
    """The shortest stretch of up to eight words that follows at once upon itself."""
    for length in range(1, 9):
        again = bytes(map(eq, words.folded[length:], words.folded))
        first = again.find(b"\1" * length)
        while length == 1 and first >= 0 and _may_double(words, first):
            first = again.find(b"\1", first + 1)
        if first >= 0:
            return range(first + length, first + 2 * length)
    return None


def _may_double(words: Words, first: int) -> bool:
    """Whether a word may follow upon itself, as this one does."""
    between = words.text[words.ends[first] : words.starts[first + 1]]
    return words.folded[first] in _DOUBLE or bool(between.strip())


_DOUBLE = frozenset(["that", "had", "very", "no", "so", "bye", "ha", "who", "is"])
"""English words that may follow upon themselves."""


# --- truncation


def _truncation(source: str, target: str) -> Iterator[Finding]:
    """Whether the target ends where the source does not."""
    ours, theirs = source.rstrip(_CLOSERS), target.rstrip(_CLOSERS)
    if not ours or not theirs:
        return
    last = WORD.findall(theirs[-40:])[-1:]
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
    ours, theirs = Words.of(source), Words.of(target)
    limit = _SLIGHTLY_SHORT if len(ours.folded) >= _SENTENCE_WORDS else _SHORTISH
    short = _deviation(ours.size(), theirs.size()) < limit
    return short and not any(rendered(source, target)[-1:])


def _dangles(word: str, source: str, target: str) -> bool:
    """Whether the last word asks for another: any such word, if the final point is missing too."""
    broken_off = source[-1] in _SENTENCE_END and target[-1].isalnum()
    if word.lower() not in en.DANGLING and not (word.lower() in en.LINKING and broken_off):
        return False
    if not target.rstrip(_SENTENCE_END).endswith(" " + word):
        return False  # the letter of a paragraph: 6(1)(a)
    before = WORD.findall(source[-40:])[-1:]
    if not before or before[0].lower() in es.FUNCTION_WORDS:
        return False
    return len(WORD.findall(source)) > 1


_LAST_WORD = re.compile(r"(\w+)\.$")


def _abbreviated(text: str) -> bool:
    """Whether the final point may belong to an abbreviation: `EE. UU.`, `a. m.`."""
    word = _LAST_WORD.search(text[-8:])  # longer than any abbreviation
    return word is not None and (len(word[1]) <= 2 or word[1].lower() in ("etc", "ej", "art"))


def _omissions(source: Words, target: Words, ours: Span, theirs: Span) -> Iterator[Finding]:
    """A clause of a sentence of the source that nothing in its rendering renders."""
    size = source.size(ours.start, ours.end)
    deviation = _deviation(size, target.size(theirs.start, theirs.end))
    sentence = source.text[ours.start : ours.end]
    gap = left_out(sentence, target.text[theirs.start : theirs.end], deviation, _spread(size))
    if gap is not None:
        yield finding(
            CLAUSE,
            f"Nothing renders “{sentence[gap.start : gap.end]}”.",
            source=Span(gap.start + ours.start, gap.end + ours.start),
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
_UNRENDERED = 0.3
"""Share of content words that even a complete translation may render beyond recognition."""
_FAR_TOO_SHORT = -5.0
"""The same where most words are rendered: *Trust in Email* says *correo electrónico*."""


_SPELLED_OUT = 18
"""Letters by which a name is longer than the acronym that stood for it."""
_ACRONYM = re.compile(r"\b[A-ZÁÉÍÓÚÑ]{2,7}\b")


def _spread(source: int) -> float:
    """Standard deviation of the logarithm of the ratio for a source of this size."""
    return _SPREAD + _SHORT_SPREAD / math.sqrt(source)


def _deviation(source: int, target: int) -> float:
    """By how many standard deviations a target of this size is too long (below 0: too short)."""
    return math.log(target / (source * _RATIO)) / _spread(source)


def _lengths(
    source: Words,
    target: Words,
    source_sentences: Sequence[tuple[int, int]],
    target_sentences: Sequence[tuple[int, int]],
) -> Iterator[Finding]:
    """Sentences missing or joined, text missing or added."""
    theirs = len(target_sentences)
    numbers = f"{len(target.folded)} words for {len(source.folded)}"
    if _is_short(source, target):
        yield finding(OMISSION, f"The translation is short: {numbers}.", target=_whole(target.text))
    elif _deviation(_spelled_out(source), target.size()) > _TOO_LONG:
        yield finding(ADDITION, f"The translation is long: {numbers}.", target=_whole(target.text))
    elif len(source_sentences) > theirs and (ours := _count(source, source_sentences)) > theirs:
        yield finding(
            MERGED,
            f"The source has {ours} sentences, the translation {theirs} ({numbers}).",
            source=_whole(source.text),
            target=_whole(target.text),
        )


def _is_short(source: Words, target: Words) -> bool:
    """Whether the target is too short for what its source says without idioms."""
    # What is not short for the whole of the source is not short for a part of it.
    if _deviation(source.size(), target.size()) >= _TOO_SHORT:
        return False
    told = Words.of(es.IDIOMS.sub(" ", source.text))
    deviation = _deviation(told.size(), target.size())
    if deviation >= _FAR_TOO_SHORT:
        found = rendered(source.text, target.text)
        if found.count(False) <= _UNRENDERED * len(found):
            return False
    return deviation < _TOO_SHORT


def _spelled_out(source: Words) -> int:
    """The size of a source whose acronyms are written as names."""
    return source.size() + _SPELLED_OUT * len(_ACRONYM.findall(source.text))


def _count(words: Words, sentences: Sequence[tuple[int, int]]) -> int:
    """Sentences that have a few words and do not go on after an abbreviation."""
    return sum(
        len(words.starts[words.within(*place)]) >= _FEW
        and not _ABBREVIATION.search(words.text[: place[0]])
        for place in sentences
    )


_FEW = 3
_ABBREVIATION = re.compile(r"(?:\b(?:p\. ?e|e\.? ?g|i\. ?e|p\. ?ej|ejemplo)\.|\.\.\.|…)\W*$", re.I)
"""What a sentence does not end with, though a capital follows: *p. e. Windows*."""
