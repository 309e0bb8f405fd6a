"""A language's table compiled into indexes by first or last word, ready for one-pass reading."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import IntEnum
from fractions import Fraction
from functools import cache
from typing import Generic, TypeVar

from workflow.errors import WorkflowError
from workflow.numbers.gates import gates_of
from workflow.numbers.languages import LANGUAGES
from workflow.numbers.model import Bound, Kind
from workflow.numbers.table import Language, Phrase, fold

T = TypeVar("T")


VULGAR_FRACTIONS = {
    sign: Fraction(unicodedata.numeric(sign)).limit_denominator(10) for sign in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
}


# Roman numerals up to 99: centuries, chapters, monarchs.
ROMANS = tuple(
    ten + one
    for ten in ("", "x", "xx", "xxx", "xl", "l", "lx", "lxx", "lxxx", "xc")
    for one in ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    if ten + one
)


class _Entry(Generic[T]):
    """The phrases of one anchor, by the word beside it; of each, the longest first."""

    __slots__ = ("after", "alone", "before")

    def __init__(self) -> None:
        self.before: dict[str, list[tuple[Phrase, int, T]]] = {}
        """By the word before the anchor, where the phrase has one."""
        self.after: dict[str, list[tuple[Phrase, int, T]]] = {}
        """By the word after an anchor that is the phrase's first word."""
        self.alone: list[T] = []
        """The meaning of the anchor by itself."""

    def add(self, phrase: Phrase, place: int, meaning: T) -> None:
        """Add a phrase whose anchor is its word at `place`."""
        if len(phrase) == 1:
            self.alone.append(meaning)
            return
        beside, table = (phrase[place - 1], self.before) if place else (phrase[1], self.after)
        table.setdefault(beside, []).append((phrase, place, meaning))


class PhraseIndex(Generic[T]):
    """Phrases with a meaning, found by one of their words (the anchor), longest first."""

    __slots__ = ("entries",)

    def __init__(
        self, meanings: Iterable[tuple[Phrase, T]], anchor: Callable[[Phrase], int]
    ) -> None:
        self.entries: dict[str, _Entry[T]] = {}
        for phrase, meaning in sorted(meanings, key=lambda entry: -len(entry[0])):
            place = anchor(phrase)
            self.entries.setdefault(phrase[place], _Entry()).add(phrase, place, meaning)

    def find(self, words: list[str], index: int) -> tuple[int, int, T] | None:
        """The longest phrase whose anchor stands at `index`: its start, stop and meaning.

        `words` ends in a margin of empty words, as those of `Tokens` do.
        """
        entry = self.entries.get(words[index])
        if entry is None:
            return None
        found = None
        if entry.before and (group := entry.before.get(words[index - 1])) is not None:
            found = _match(group, words, index)
        if entry.after and (group := entry.after.get(words[index + 1])) is not None:
            other = _match(group, words, index)
            if found is None or (other is not None and other[1] - other[0] > found[1] - found[0]):
                found = other
        if found is None and entry.alone:
            return index, index + 1, entry.alone[0]
        return found


def _match(
    group: list[tuple[Phrase, int, T]], words: list[str], index: int
) -> tuple[int, int, T] | None:
    for phrase, place, meaning in group:
        start = index - place
        stop = start + len(phrase)
        if start >= 0 and tuple(words[start:stop]) == phrase:
            return start, stop, meaning
    return None


def first(phrase: Phrase) -> int:
    """Anchor phrases at their first word: they are looked up from the left."""
    return 0


def last(phrase: Phrase) -> int:
    """Anchor phrases at their last word: they are looked up from what follows them."""
    return len(phrase) - 1


class Start(IntEnum):
    """What reading a word may begin; the more it tells, the lower the number."""

    NUMBER = 1
    COLLECTIVE = 2
    LEXICAL = 3
    DECADE = 4
    MONTH = 5
    CLOCK = 6
    ROMAN = 7
    LAST = 8
    ARTICLE = 9
    IDIOM = 10


class Half(IntEnum):
    """The half of the day that a time is said to be in."""

    AM = 1
    PM = 2
    MORNING = 3
    """Twelve in the morning is noon."""
    NIGHT = 4
    """Twelve at night is midnight."""


Unit = tuple[Kind, str]


class Lexicon:
    """The indexes of one language."""

    __slots__ = (
        "after",
        "age_before",
        "before",
        "below_zero",
        "bound_fillers",
        "clock_openers",
        "clock_signs",
        "clock_words",
        "continuations",
        "currency_signs",
        "decade_articles",
        "decade_links",
        "decade_openers",
        "eras",
        "floating",
        "gates",
        "half_after",
        "hour_signs",
        "idioms",
        "label_links",
        "labels",
        "language",
        "lexical",
        "life_decades",
        "meridiem",
        "named_days",
        "of_each",
        "one_in",
        "parts_after",
        "quarters_before",
        "quarters_past",
        "rates",
        "starts",
        "units",
    )  # fmt: skip

    def __init__(self, language: Language) -> None:
        self.language = language
        self.starts = _starts(language)
        self.clock_signs = _clock_signs(language)
        self.continuations = _continuations(language)
        self.before = PhraseIndex(_contracted(language), last)
        self.after = PhraseIndex(_flat(language.bounds_after), first)
        self.units = PhraseIndex(_units(language), first)
        self.currency_signs = PhraseIndex(_signs(language.currencies), last)
        self.lexical = PhraseIndex(language.lexical.items(), self._anchor)
        self.idioms = _set(language.idioms, self._anchor)
        self.half_after = _set(language.half_after, first)
        self.parts_after = PhraseIndex(language.parts_after.items(), first)
        self.one_in = _set(language.one_in, first)
        self.of_each = _set([phrase for phrase in language.one_in if phrase[1:]], last)
        self.decade_openers = _set(language.decade_openers, last)
        self.decade_articles = _set(language.decade_articles, last)
        self.decade_links = _set(language.decade_links, last)
        self.bound_fillers = _set(language.bound_fillers, last)
        self.life_decades = _set(language.life_decades, first)
        self.clock_openers = _set(language.clock_openers, last)
        self.clock_words = PhraseIndex(language.clock_words.items(), first)
        self.quarters_past = PhraseIndex(language.quarters_past.items(), first)
        self.quarters_before = PhraseIndex(language.quarters_before.items(), first)
        self.meridiem = PhraseIndex(_halves(language), first)
        self.named_days = PhraseIndex(language.named_days.items(), self._anchor)
        self.floating = PhraseIndex(_flat(language.floating), first)
        self.hour_signs = _set(language.hour_signs, first)
        self.rates = PhraseIndex(language.rates.items(), first)
        self.eras = _set(language.eras, first)
        self.labels = PhraseIndex(language.labels.items(), last)
        self.label_links = _set(language.label_links, last)
        self.age_before = _set(language.age_before, last)
        self.below_zero = _set(language.below_zero, first)
        named = (*self.lexical.entries, *self.named_days.entries)
        self.gates = gates_of(language, named, self.units.entries, self.before.entries)

    def _anchor(self, phrase: Phrase) -> int:
        """The first word of `phrase` at which reading stops anyway; an article only at need."""
        stops = [i for i, w in enumerate(phrase) if w[0].isdecimal() or w in self.starts]
        telling = [i for i in stops if self.starts.get(phrase[i]) is not Start.ARTICLE]
        return (telling or stops or [0])[0]


def _continuations(language: Language) -> frozenset[str]:
    """Words and signs that may go on with a number."""
    rounds = {word + ending for word in language.rounds for ending in ("", "s", "es")}
    halves = {phrase[0] for phrase in language.half_after}
    return frozenset(
        {"-", language.joiner, *rounds, *halves}.union(
            language.scales, language.denominators, language.ordinals
        )
    )


def _clock_signs(language: Language) -> frozenset[str]:
    """What may follow the hour of a time."""
    tables = (
        language.am, language.pm, language.mornings, language.nights, language.hour_signs,
        tuple(language.quarters_past),
    )  # fmt: skip
    firsts = {phrase[0] for table in tables for phrase in table}
    links = (*language.minutes_after, *language.minutes_before, *language.minutes_to)
    return frozenset({":", *firsts, *links, *language.zones})


def _flat(table: Mapping[Bound, tuple[Phrase, ...]]) -> list[tuple[Phrase, Bound]]:
    return [(phrase, bound) for bound, phrases in table.items() for phrase in phrases]


def _contracted(language: Language) -> list[tuple[Phrase, Bound]]:
    """The bounds before a figure, fused with an article too: *más de*, *más del*."""
    entries = _flat(language.bounds_before)
    fused = language.contractions
    return entries + [
        ((*phrase[:-1], fold(form)), bound)
        for phrase, bound in entries
        for form in fused.get(phrase[-1], ())
    ]


def _set(phrases: Iterable[Phrase], anchor: Callable[[Phrase], int]) -> PhraseIndex[bool]:
    return PhraseIndex([(phrase, True) for phrase in phrases], anchor)


def _units(language: Language) -> list[tuple[Phrase, Unit]]:
    table: list[tuple[Phrase, Unit]] = []
    table += [(p, (Kind.PERCENT, "percent")) for p in language.percents]
    table += [(p, (Kind.PERCENT, "permille")) for p in language.permilles]
    table += [(p, (Kind.POINTS, "point")) for p in language.points]
    table += [(p, (Kind.POINTS, "points")) for p in language.plain_points]
    table += [(p, (Kind.MONEY, unit)) for p, unit in language.currencies.items()]
    table += [(p, (Kind.MEASURE, unit)) for p, unit in language.units.items()]
    table += [(p, (Kind.DURATION, unit)) for p, unit in language.durations.items()]
    table += [(p, (Kind.AGE, "year")) for p in language.age_after]
    table += [((word,), (Kind.MULTIPLE, "")) for word in language.times_words]
    # A 9-square-meter cell: the words of a unit may be hyphenated.
    hyphenated = [(_hyphened(p), unit) for p, unit in table if len(p) > 1 and "-" not in p]
    return table + hyphenated


def _hyphened(phrase: Phrase) -> Phrase:
    return tuple("-".join(phrase).replace("-", " - ").split())


def _halves(language: Language) -> list[tuple[Phrase, Half]]:
    tables = {
        Half.AM: language.am,
        Half.PM: language.pm,
        Half.MORNING: language.mornings,
        Half.NIGHT: language.nights,
    }
    return [(phrase, half) for half, phrases in tables.items() for phrase in phrases]


def _signs(currencies: Mapping[Phrase, str]) -> list[tuple[Phrase, str]]:
    """The currency phrases that may stand before the amount: signs and codes, not names."""
    return [(p, unit) for p, unit in currencies.items() if not p[-1].isalpha() or len(p[-1]) <= 3]


def _starts(language: Language) -> dict[str, Start]:
    starts: dict[str, Start] = {
        p[0]: Start.LEXICAL for p in language.named_days if not p[0][0].isdecimal()
    }
    for table, start in (
        (ROMANS, Start.ROMAN),
        ([p[0] for p in language.clock_words if not p[0].isdecimal()], Start.CLOCK),
        (language.months, Start.MONTH),
        (language.decades, Start.DECADE),
        (language.collectives, Start.COLLECTIVE),
        (language.lasts, Start.LAST),
        (language.half_before, Start.NUMBER),
        (language.rounds, Start.NUMBER),
        (language.denominators, Start.NUMBER),
        (language.ordinals, Start.NUMBER),
        (language.scales, Start.NUMBER),
        (language.cardinals, Start.NUMBER),
        (VULGAR_FRACTIONS, Start.NUMBER),
        (language.articles, Start.ARTICLE),
    ):
        starts.update(dict.fromkeys(table, start))
    for phrase in language.lexical:
        if not any(word in starts or word[0].isdecimal() for word in phrase):
            starts[_rarest(language, phrase)] = Start.LEXICAL
    return starts


def _rarest(language: Language, phrase: Phrase) -> str:
    """The word at which to stop for a phrase: for *in the middle* not at every *in*.

    A unit is none: *a day* counts.
    """
    told = [word for word in phrase if word not in language.skippable | language.of_words]
    units = {name for name, *_ in language.durations}
    rare = [word for word in told if word.isalpha() and word not in language.stop_words | units]
    return (rare or told or phrase)[0]


def _regional(tag: str) -> Language:
    """The language of a tag, with the marks and dates of its region where they differ."""
    code, _, region = tag.partition("-")
    language = LANGUAGES[code]
    if region in language.point_regions:
        language = replace(language, decimal_mark=".", group_mark=",")
    if region in language.peso_regions:
        language = replace(language, currencies={**language.currencies, ("$",): "peso"})
    if region in language.day_first_regions:
        language = replace(language, month_first=False)
    return language


@cache
def lexicon_of(tag: str) -> Lexicon:
    """The indexes for a language code or tag: `es`, `es-MX`, `en_GB`.

    Raises `WorkflowError` for a language that has no table.
    """
    if tag in LANGUAGES:
        return Lexicon(LANGUAGES[tag])
    tag = tag.replace("_", "-")
    code = tag.partition("-")[0]
    if code not in LANGUAGES:
        known = ", ".join(sorted(code for code in LANGUAGES if "-" not in code))
        raise WorkflowError(f"no table of numbers for the language {tag!r}", hint=f"known: {known}")
    return Lexicon(_regional(tag))
