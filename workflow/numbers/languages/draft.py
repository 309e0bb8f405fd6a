"""English as machines write it that keep Spanish number formats and render Spanish word by word."""

from __future__ import annotations

from dataclasses import replace

from workflow.numbers.languages.en import ENGLISH
from workflow.numbers.table import phrases, words

_TENS = {word: value for word, value in ENGLISH.cardinals.items() if value % 10 == 0 < value}

DRAFT_ENGLISH = replace(
    ENGLISH,
    code="en-x-draft",
    decimal_mark=",",
    group_mark=".",
    month_first=False,
    ordinal_suffixes=ENGLISH.ordinal_suffixes | words("º ª er ro ra do da to ta mo ma vo va no na"),
    scales={**ENGLISH.scales, "millions": 10**6, "billions": 10**9, "thousands": 1000},
    half_after=(*ENGLISH.half_after, *phrases("and_half and_average")),
    decade_openers=phrases(
        "years the_years decade_of the_decade_of decade_of_the the_decade_of_the"
    ),
    decades={**ENGLISH.decades, **_TENS},
    clock_openers=(*ENGLISH.clock_openers, *phrases("at_the to_the from_the until_the")),
    quarters_past={("and", "average"): 30, ("and", "half"): 30, ("and", "quarter"): 15},
    pm=(*ENGLISH.pm, *phrases("of_the_evening of_the_afternoon of_the_late")),
    mornings=(*ENGLISH.mornings, *phrases("of_the_morning of_the_tomorrow")),
    nights=(*ENGLISH.nights, *phrases("of_the_night")),
)
