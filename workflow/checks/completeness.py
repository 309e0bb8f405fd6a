"""Is all of the source there, once, in English: omission, repetition, copies, polarity."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from workflow.checks import polarity
from workflow.checks.clauses import left_out
from workflow.checks.coverage import rendered, unrelated
from workflow.checks.languages import en, es
from workflow.checks.repetition import REPETITION, check_repetition
from workflow.checks.scope import Family, base, runs
from workflow.checks.vocabulary import has_word
from workflow.checks.words import WORD, Words, lowered
from workflow.engines.sentences import split
from workflow.findings import Finding, Rule, Severity, Span, finding, shortened

OMISSION = Rule(
    "C101",
    "text-omitted",
    Severity.ERROR,
    "The translation is much shorter than the source: a clause or a sentence is missing.",
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
UNRELATED = Rule(
    "C110",
    "text-unrelated",
    Severity.ERROR,
    "The translation says something else: hardly a word of the source has a counterpart.",
)
RULES: tuple[Rule, ...] = (
    OMISSION,
    CLAUSE,
    UNRELATED,
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
    yield from _copied(ours, theirs, *sentences, pair)
    yield from check_repetition(ours, theirs)
    if not runs(Family.CLAUSES, *pair):
        yield from _lengths(ours, theirs, *sentences, shortest=_TOO_SHORT)
        return
    by_sentence = list(_by_sentence(ours, theirs, *sentences, pair))
    missing = any(found.rule in _MISSING for found in by_sentence)
    shortest = _TOO_SHORT if missing else _TOO_SHORT_ALONE
    yield from _lengths(ours, theirs, *sentences, shortest=shortest)
    yield from _truncation(source, target)
    yield from by_sentence


_MISSING = frozenset((CLAUSE.id, UNRELATED.id, polarity.NEGATION_LOST.id))
"""What is found beside the shortness of a text that lost something."""


def _by_sentence(
    source: Words,
    target: Words,
    source_sentences: Sequence[tuple[int, int]],
    target_sentences: Sequence[tuple[int, int]],
    pair: tuple[str, str],
) -> Iterator[Finding]:
    """What is left out, turned round or invented, sentence by sentence."""
    units = _units(source.text, target.text, source_sentences, target_sentences)
    for n, (ours, theirs) in enumerate(units):
        spanish = source.text[ours.start : ours.end]
        english = target.text[theirs.start : theirs.end]
        near = slice(units[max(0, n - 1)][1].start, units[min(n + 1, len(units) - 1)][1].end)
        # Two sentences may have changed places.
        if unrelated(spanish, english) and unrelated(spanish, target.text[near]):
            message = f"Hardly a word renders “{shortened(spanish, 40)}”."
            yield finding(UNRELATED, message, source=ours, target=theirs)
            continue
        yield from _omissions(source, target, ours, theirs)
        for found in polarity.check_polarity(spanish, english, *pair):
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


def _copied(
    source: Words,
    target: Words,
    source_sentences: Sequence[tuple[int, int]],
    target_sentences: Sequence[tuple[int, int]],
    pair: tuple[str, str],
) -> Iterator[Finding]:
    """Sentences of a longer text that are those of the source."""
    if len(target_sentences) < 2:
        return
    said = {tuple(source.folded[source.within(*place)]) for place in source_sentences}
    for place in target_sentences:
        sentence = target.text[slice(*place)]
        if tuple(target.folded[target.within(*place)]) in said and _is_untranslated(sentence, pair):
            message = f"“{shortened(sentence, 40)}” is the source itself."
            yield finding(COPY, message, target=Span(*place))


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


_SHORTISH = -1.0
"""Standard deviations: a short text without its final point (a heading may lose it) was cut if it
is shorter than this."""
_SENTENCE_WORDS = 8
_TAIL = 3
"""Content words of a sentence of which the last ones stand near its end in English too."""


def _is_cut(source: str, target: str) -> bool:
    """Whether a target without its final point lacks what the source ends with.

    A question keeps its mark, and so do whole sentences, whatever their length: there one of the
    last words is enough. Of a short text the very last one must be missing, and some length.
    """
    ours, theirs = Words.of(source), Words.of(target)
    found = rendered(source, target)
    if len(ours.folded) >= _SENTENCE_WORDS or source.rstrip(_CLOSERS).endswith("?"):
        return not all(found[-_TAIL:])
    return _deviation(ours.size(), theirs.size()) < _SHORTISH and not any(found[-1:])


def _dangles(word: str, source: str, target: str) -> bool:
    """Whether the last word asks for another: any such word, if the final point is missing too."""
    if word.lower() not in en.DANGLING and not (
        word.lower() in en.LINKING and _breaks_off(source, target)
    ):
        return False
    if not target.rstrip(_SENTENCE_END).endswith(" " + word) or word == "A":
        return False  # the letter of a paragraph: 6(1)(a); a mark at school
    before = WORD.findall(source[-40:])[-1:]
    if not before or before[0].lower() in es.FUNCTION_WORDS:
        return False
    return len(WORD.findall(source)) > 1


def _breaks_off(source: str, target: str) -> bool:
    """Whether the target lacks the final point of the source, or its last word."""
    if not target[-1].isalnum():
        return False
    return source[-1] in _SENTENCE_END or not any(rendered(source, target)[-1:])


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
    gap = left_out(sentence, target.text[theirs.start : theirs.end], deviation)
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


_TOO_SHORT, _TOO_SHORT_ALONE, _TOO_LONG = -3.0, -3.5, 3.2
"""Standard deviations from the expected length that are a finding; where no sentence seems to lack
anything, a few more: people who write for a living write tightly."""
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
    *,
    shortest: float,
) -> Iterator[Finding]:
    """Sentences missing or joined, text missing (below `shortest`) or added."""
    theirs = len(target_sentences)
    numbers = f"{len(target.folded)} words for {len(source.folded)}"
    if _is_short(source, target, shortest):
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


def _is_short(source: Words, target: Words, shortest: float) -> bool:
    """Whether the target is too short for what its source says without idioms."""
    # What is not short for the whole of the source is not short for a part of it.
    if _deviation(source.size(), target.size()) >= shortest:
        return False
    told = Words.of(es.IDIOMS.sub(" ", lowered(source.text)))
    deviation = _deviation(told.size(), target.size())
    if deviation >= _FAR_TOO_SHORT:
        found = rendered(source.text, target.text)
        if found.count(False) <= _UNRENDERED * len(found):
            return False
    return deviation < shortest


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


_FEW = 2
_ABBREVIATION = re.compile(r"(?:\b(?:p\. ?e|e\.? ?g|i\. ?e|p\. ?ej|ejemplo)\.|\.\.\.|…)\W*$", re.I)
"""What a sentence does not end with, though a capital follows: *p. e. Windows*."""
