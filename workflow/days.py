"""A day as people of a language write it, for pages that are read."""

from __future__ import annotations

from datetime import date

from workflow.numbers.languages import LANGUAGES

_FORMS = {
    "en": "{month} {day}, {year}",
    "es": "{day} de {month} de {year}",
    "pt": "{day} de {month} de {year}",
}
"""By language; English as AP writes it."""


def written_day(written: str, language: str) -> str:
    """`2026-01-31`, perhaps with a time behind it, as `January 31, 2026`; anything else as it is.

    So are dates of languages whose months are not known.
    """
    form = _FORMS.get(language)
    try:
        day = date.fromisoformat(written[:10])
    except ValueError:
        return written
    if form is None or written[10:11] not in ("", "T", " "):
        return written
    # The full name stands before its abbreviations.
    months = LANGUAGES[language].months
    month = next(name for name, number in months.items() if number == day.month)
    month = month.capitalize() if language == "en" else month
    return form.format(day=day.day, month=month, year=day.year)
