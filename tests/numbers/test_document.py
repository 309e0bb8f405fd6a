"""Figures of one article that contradict each other."""

from __future__ import annotations

import pytest

from workflow.numbers import DriftKind, Verdict, contradictions, renderings

HEADLINE = ("title", "Over 480 Deaths in Prisons, 94% Non-Gang Members")


def test_a_headline_with_another_bound_than_the_text_is_drift() -> None:
    (found,) = contradictions([HEADLINE, ("p1", "At least 480 deaths in custody were recorded.")])
    assert (found.verdict, found.kind) == (Verdict.DRIFT, DriftKind.BOUND)
    assert (found.first.segment_id, found.second.segment_id) == ("title", "p1")
    assert "Over 480" in found.message and "At least 480" in found.message


def test_a_headline_without_the_bound_of_the_text_is_for_review() -> None:
    (found,) = contradictions([("t", "480 Deaths"), ("p", "At least 480 deaths were recorded.")])
    assert found.verdict is Verdict.REVIEW


def test_a_headline_figure_that_the_text_gives_otherwise_is_for_review() -> None:
    (found,) = contradictions([("t", "490 Deaths"), ("p", "The 480 deaths were recorded.")])
    assert (found.verdict, found.kind) == (Verdict.REVIEW, DriftKind.VALUE)


def test_a_total_that_the_table_does_not_give_is_for_review() -> None:
    cells = [("c1", "Total"), ("c2", "482")]
    (found,) = contradictions([("t", "Deaths"), *cells, ("p", "A total of 480 people died.")])
    assert found.first.segment_id == "p"
    assert found.second.segment_id == "c2"


def test_a_total_that_the_table_gives_is_silent() -> None:
    cells = [("c1", "Total"), ("c2", "480")]
    assert contradictions([("t", "Deaths"), *cells, ("p", "A total of 480 people died.")]) == []


def test_the_same_figure_of_other_things_is_no_contradiction() -> None:
    text = "At least 480 deaths were recorded, and over 480 judges resigned."
    assert contradictions([("t", "Deaths"), ("p", text)]) == []


def test_an_article_that_repeats_itself_is_silent() -> None:
    text = "At least 480 deaths were recorded; 300 deaths were violent."
    assert contradictions([("t", "At Least 480 Deaths"), ("p", text)]) == []


def test_a_source_figure_rendered_in_two_ways_is_found() -> None:
    pairs = [("a", "unos 480 muertos", "about 480 dead"), ("b", "unos 480 muertos", "480 dead")]
    (found,) = renderings(pairs)
    assert (found.first.segment_id, found.second.segment_id) == ("a", "b")


def test_a_source_figure_rendered_alike_is_silent() -> None:
    pairs = [("a", "480 muertos", "480 dead"), ("b", "480 muertos", "480 deaths")]
    assert renderings(pairs) == []


@pytest.mark.parametrize(
    ("headline", "text"),
    [
        ("Over 480 Deaths in Prisons", "At least 480 people have died in custody."),
        ("More Than 480 Die in Prisons", "At least 480 deaths were recorded."),
        ("Over 312 Disappeared in Cauca", "At least 312 people have disappeared."),
        ("Over 30 Arrested", "Police arrested at least 30 people."),
        ("Nearly 1,300 Injured", "More than 1,300 people were wounded."),
    ],
)
def test_what_befell_people_tells_what_a_figure_counts(headline: str, text: str) -> None:
    found = contradictions([("title", headline), ("p1", "The state denies it."), ("p2", text)])
    assert [(f.verdict, f.kind) for f in found] == [(Verdict.DRIFT, DriftKind.BOUND)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("470 Deaths", "At least 480 people have died."),
        ("Prosecutors opened 46 investigations.", "None of the 64 investigations went to trial."),
    ],
)
def test_a_figure_that_was_told_otherwise_is_for_review(first: str, second: str) -> None:
    (found,) = contradictions([("a", first), ("b", second)])
    assert (found.verdict, found.kind) == (Verdict.REVIEW, DriftKind.VALUE)


def test_a_transposed_total_is_for_review() -> None:
    cells = [("c1", "Total"), ("c2", "243")]
    (found,) = contradictions([("t", "Deaths"), *cells, ("p", "The 234 deaths went unpunished.")])
    assert (found.verdict, found.second.segment_id) == (Verdict.REVIEW, "p")


def test_a_figure_that_refers_back_needs_no_bound() -> None:
    text = "At least 480 people died. The 480 deaths were counted by hand."
    assert contradictions([("t", "At Least 480 Deaths"), ("p", text)]) == []
