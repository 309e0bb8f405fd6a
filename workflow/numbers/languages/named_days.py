"""Days known in Spanish, and in English about them, by number and initial: 11-S, 8M."""

from __future__ import annotations

from workflow.numbers.table import Phrase

_DAYS = {
    "11s": (9, 11), "11m": (3, 11), "1o": (10, 1), "23f": (2, 23), "20n": (11, 20), "8m": (3, 8),
    "25n": (11, 25), "18o": (10, 18), "20d": (12, 20), "24m": (3, 24), "15m": (5, 15),
    "28s": (9, 28), "19s": (9, 19), "30s": (9, 30),
}  # fmt: skip

LETTERED_DAYS: dict[Phrase, tuple[int, int]] = {
    form: date
    for day, date in _DAYS.items()
    for form in ((day[:-1], "-", day[-1]), (day[:-1], day[-1]))
}
"""Each with and without its hyphen, as (month, day)."""
