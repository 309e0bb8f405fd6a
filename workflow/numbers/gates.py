"""Which words beside a number may add to it: most add nothing, and then no rule needs to look.

Each gate holds every word with which the rules behind it can begin, drawn from the language's own
table. A gate may let too much through, never too little: tests read with all gates open.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from workflow.numbers.table import Language, Phrase


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Gates:
    """Words that open the way to a rule."""

    special: Container[str]
    """At which a phrase may be found that is a quantity by itself: *11-S*, *half*, *both*."""
    clock: Container[str]
    """At which a time begins besides its hour: *noon*, *half past*; or right after the hour."""
    dated: frozenset[str]
    """Without which a text has no day of a month, save those in digits: *enero*, *lunes*."""
    named_time: frozenset[str]
    """Without which a text has no weekday and no period: *lunes*, cada *mes*."""
    century: Container[str]
    """Before or after a number: *siglo* 21, 21st*-*century."""
    label: Container[str]
    """Before a numeral: *artículo* 14, *n.º* 3."""
    unit: Container[str]
    """After a number: 5 *km*, 5 *de* pesos, 5 *largos* años, 5*'*11"."""
    bound: Container[str]
    """Before a figure: *al menos*, *unos*, *superó con creces los*."""
    bound_after: frozenset[str]
    """Near after a figure: 480 *o más*, 40 familias, *como mínimo*."""
    link: Container[str]
    """Before the second figure of a pair: 5 *a* 7, 45 votos *a* 12."""


def gates_of(
    language: Language,
    phrases: Iterable[str],
    units: Iterable[str],
    bounds: Iterable[str],
) -> Gates:
    """The gates of a language; `phrases`, `units` and `bounds` are the words that those begin at.

    For a bound, read from the figure backwards, that is its last word.
    """
    return Gates(
        special=language.half_before.union(phrases),
        clock=_firsts(
            language.am,
            language.pm,
            language.mornings,
            language.nights,
            language.hour_signs,
            language.quarters_past,
            language.clock_words,
            language.quarters_before,
        ).union(
            language.zones,
            ":",
            language.minutes_after,
            language.minutes_before,
            language.minutes_to,
        ),
        dated=frozenset(language.weekdays).union(language.months),
        named_time=frozenset(language.weekdays).union(phrase[-1] for phrase in language.rates),
        century=language.century_words | {"-"},
        label=_lasts(language.labels, language.label_links) | {"^"},
        unit=frozenset("-\"”″'’′").union(
            units, language.scaled_currencies, language.of_words, language.between
        ),
        bound=_lasts(language.bound_fillers).union(
            "-,", language.of_words, bounds, language.skippable
        ),
        bound_after=_firsts(*language.bounds_after.values()),
        link=language.range_links.union(
            "/&",
            language.skippable,
            language.dimension_links,
            language.versus,
            language.range_openers,
            _lasts(language.reversals),
        ),
    )


def _firsts(*tables: Iterable[Phrase]) -> frozenset[str]:
    return frozenset(phrase[0] for table in tables for phrase in table)


def _lasts(*tables: Iterable[Phrase]) -> frozenset[str]:
    return frozenset(phrase[-1] for table in tables for phrase in table)
