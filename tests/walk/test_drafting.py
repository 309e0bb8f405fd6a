"""Drafts of segments, from an engine whose tags Markdown cannot have where it puts them."""

from __future__ import annotations

from collections.abc import Sequence

from workflow.article import parse
from workflow.drafting import draft_segments
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
    (drafts,) = draft_segments(segments, LastBreak(), Glossary(()), None)
    assert [draft.markdown for draft in drafts] == ["Uno\\\ndos.", "One two."]
