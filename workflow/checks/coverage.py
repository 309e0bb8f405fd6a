"""Which content words of a source something in the target renders.

A word is rendered by a word of the table of frequent words (`languages/spanish_english.txt`), or by
one that looks alike in both languages.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from workflow.checks.languages import en, es
from workflow.checks.languages.names import ANY_COUNTRY, COUNTRIES, EXONYMS
from workflow.checks.languages.spanish_english import LEXICON, WHOLE

WORD = re.compile(r"[^\W\d_]+")
_FIGURE = "0"
_LONGEST_ENDING = 7
_TELLING_STEM, _LONG_STEM = 4, 6
"""Letters from which a stem may have endings that make another word of it, and any ending."""


class Kind(float, Enum):
    """How often a word's rendering is recognised when it is there: measured on human pairs."""

    LISTED = 0.88
    COGNATE = 0.5
    NAME = 0.9
    OTHER = 0.55


class ContentWord(NamedTuple):
    """A word of the source that says something by itself."""

    start: int
    end: int
    kind: Kind
    signs: tuple[str, ...]
    """Beginnings of words, or of their skeletons, that render it."""
    rendered: bool
    """Whether something in the target does."""


@lru_cache(maxsize=16)  # asked of a sentence for what is unrelated, then for what was left out
def content_words(source: str, target: str) -> tuple[ContentWord, ...]:
    """The content words of `source` in order, and whether something in `target` renders each."""
    beginnings = frozenset().union(*(word.beginnings for word in target_words(target)))
    if any(map(str.isdigit, target)):
        beginnings |= {_FIGURE}
    words = []
    countries = _countries(source, target)
    for match in WORD.finditer(source):
        content = _content(match[0])
        if content is None:
            continue
        kind = content.kind
        if kind is not content.opening and _opens(match.start(), source):
            kind = content.opening
        found = match.start() in countries or not beginnings.isdisjoint(content.signs)
        words.append(ContentWord(*match.span(), kind, content.signs, found))
    return tuple(words)


def _countries(source: str, target: str) -> frozenset[int]:
    """Where words of countries stand that the target names in short: `Reino Unido`, `the UK`."""
    if not ANY_COUNTRY.search(source):
        return frozenset()
    return frozenset(
        place
        for name, forms in COUNTRIES.items()
        if forms.search(target)
        for match in name.finditer(source)
        for place in range(*match.span())
    )


def rendered(source: str, target: str) -> list[bool]:
    """Of each content word of `source`, in order, whether something in `target` renders it."""
    return [word.rendered for word in content_words(source, target)]


_WORDS_TO_TELL = 4
_HARDLY_ANY, _MOSTLY = 0.2, 0.5
"""Of four content words or more, the part that chance renders in a text which says something else;
and of such a text, the part that nothing explains. Two of 3,122 good pairs have both."""


def unrelated(source: str, target: str) -> bool:
    """Whether `target` says something else than `source`: an engine's invention, a wrong place."""
    words = content_words(source, target)
    found = sum(word.rendered for word in words)
    if len(words) < _WORDS_TO_TELL or found > _HARDLY_ANY * len(words):
        return False
    strange = [one for one in strangers(source, target_words(target)) if one is not None]
    return sum(strange) >= max(1, _MOSTLY * len(strange))


@dataclass(frozen=True, slots=True)
class TargetWord:
    """A word of the target."""

    text: str
    beginnings: frozenset[str]
    """All its beginnings, and that of its skeleton."""


def target_words(target: str) -> list[TargetWord]:
    """The words of `target`, in order."""
    return [_target_word(word) for word in WORD.findall(target)]


def strangers(source: str, words: Sequence[TargetWord]) -> list[bool | None]:
    """Of each word of the target, whether no word of `source` explains it; None for light ones."""
    ours = WORD.findall(source)
    known = {form for word in ours for form in renderings_of(fold(word))}
    known |= {_skeleton(word)[:5] for word in ours}
    return [
        None
        if len(word.text) <= 2 or word.text.lower() in en.FUNCTION_WORDS
        else known.isdisjoint(word.beginnings)
        for word in words
    ]


@dataclass(frozen=True, slots=True)
class _Content:
    """What is known of a content word of the source, wherever it stands."""

    signs: tuple[str, ...]
    """Beginnings of words, or of their skeletons, that render it."""
    kind: Kind
    """What kind of word it is inside a sentence."""
    opening: Kind
    """The same at its beginning, where a capital tells nothing."""


@lru_cache(maxsize=16384)
def _content(word: str) -> _Content | None:
    """What is known of a word of the source; None for one without content of its own."""
    lower = word.lower()
    if len(word) <= 2 or lower in es.FUNCTION_WORDS or lower in es.LIGHT_WORDS:
        return None
    forms = renderings_of(fold(word))
    figure = (_FIGURE,) if lower in es.NUMBER_WORDS else ()
    ending = es.WORD_ENDINGS.search(lower) is not None
    opening = Kind.LISTED if forms else Kind.COGNATE if ending else Kind.OTHER
    kind = opening
    if word[0].isupper():
        kind = Kind.OTHER if forms or ending else Kind.NAME
    return _Content((*forms, _skeleton(word)[:5], *figure), kind, opening)


def _opens(start: int, source: str) -> bool:
    """Whether a sentence begins there."""
    return source[max(0, start - 8) : start].rstrip()[-1:] in ".?!"


@lru_cache(maxsize=4096)
def renderings_of(folded: str) -> tuple[str, ...]:
    """The beginnings of the renderings of a word (folded): those of its longest entry."""
    if folded in EXONYMS:
        return EXONYMS[folded]
    if (forms := LEXICON.get(folded + WHOLE)) is not None:
        return forms
    for length in range(len(folded), max(1, len(folded) - _LONGEST_ENDING - 1), -1):
        forms = LEXICON.get(folded[:length])
        if forms is not None and _inflects(length, folded[length:]):
            return forms
    return ()


def _inflects(stem: int, ending: str) -> bool:
    """Whether a stem of so many letters may have this ending: `com` is not that of `comercio`."""
    if stem >= _LONG_STEM or es.INFLECTIONS.fullmatch(ending):
        return True
    return stem >= _TELLING_STEM and es.DERIVATIONS.fullmatch(ending) is not None


@lru_cache(maxsize=8192)
def _target_word(word: str) -> TargetWord:
    lower = word.lower()
    beginnings = (lower[:length] for length in range(2, len(lower) + 1))
    return TargetWord(word, frozenset((*beginnings, _skeleton(word)[:5])))


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """The word in lower case without accents."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


_SOUNDS = (
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("qu", "k"), ("sh", "s"),
    ("c", "k"), ("q", "k"), ("y", "i"), ("z", "s"), ("j", "i"),
)  # fmt: skip
"""Spellings in which the languages differ for one sound."""


@lru_cache(maxsize=16384)
def _skeleton(word: str) -> str:
    """The word as both languages would spell it: `escuela`, `school`: `skuela`, `skhool`."""
    bones = fold(word)
    if re.match(r"es[^aeiou]", bones):
        bones = bones[1:]
    for spelling, sound in _SOUNDS:
        bones = bones.replace(spelling, sound)
    return re.sub(r"(.)\1", r"\1", bones)
