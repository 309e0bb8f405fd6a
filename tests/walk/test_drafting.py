"""Drafts of segments, from an engine whose tags Markdown cannot have where it puts them."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from workflow.article import parse
from workflow.drafting import Manner, constraints, draft_segments
from workflow.engines.base import Constraint, Draft
from workflow.glossary import Glossary


class LastBreak:
    """Puts a line break behind the last word, where it is none."""

    name = signature = "last-break"

    def translate(
        self, tagged: Sequence[str], terms: Sequence[Sequence[Constraint]] | None = None
    ) -> list[Draft]:
        """*One two.* for every text, its break last."""
        return [Draft("One two." + '<x id="1"/>' * text.count("<x")) for text in tagged]

    def close(self) -> None:
        """Nothing is open."""


def test_a_draft_that_cannot_be_written_stays_in_spanish_and_stops_no_other() -> None:
    segments = parse("Uno\\\ndos.\n\nTres.\n").segments
    (drafts,) = draft_segments(segments, LastBreak(), Glossary(()), Manner(marks=False))
    assert [draft.markdown for draft in drafts] == ["Uno\\\ndos.", "One two."]


@pytest.mark.parametrize(
    ("variety", "date", "time"),
    [("en-US", "January 30, 2026", "6:30 p.m."), ("en-GB", "30 January 2026", "6:30 pm")],
)
def test_figures_are_fixed_as_the_variety_of_english_writes_them(
    variety: str, date: str, time: str
) -> None:
    text = "El 30 de enero de 2026, a las 18.30 h."
    fixed = constraints(text, Glossary(()), Manner(variety=variety))
    assert [one.target for one in fixed] == [date, time]
