"""Days written for people."""

from __future__ import annotations

import pytest

from workflow.days import written_day


@pytest.mark.parametrize(
    ("written", "language", "wanted"),
    [
        ("2026-01-31", "en", "January 31, 2026"),
        ("2026-05-03T10:00:00Z", "en", "May 3, 2026"),
        ("2026-09-01 08:30", "es", "1 de septiembre de 2026"),
        ("2026-03-15", "pt", "15 de março de 2026"),
        ("2026-01-31", "xx", "2026-01-31"),
        ("2026-02-30", "en", "2026-02-30"),
        ("2026-01-311", "en", "2026-01-311"),
        ("last spring", "en", "last spring"),
        ("", "en", ""),
    ],
)
def test_a_day_is_written_as_the_language_writes_it(
    written: str, language: str, wanted: str
) -> None:
    assert written_day(written, language) == wanted
