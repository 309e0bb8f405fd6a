"""The memory of approved wordings: equal and similar Spanish, its figures, what it costs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.catalog import Catalog
from workflow.entry import Entry
from workflow.following import bag, likeness
from workflow.review.approval import approve
from workflow.review.wordings import ALIKE, Memory, Wording, remember, wordings_for

DEATHS = ("Murieron 470 personas bajo custodia en 2024.", "470 people died in custody in 2024.")


def memory(*texts: tuple[str, str]) -> Memory:
    """An article in which Ana approved these texts."""
    entries = (Entry(f"s{i}", es, en) for i, (es, en) in enumerate(texts))
    approved = tuple(approve(entry, by="Ana", on="2026-01-31") for entry in entries)
    return remember("otra", Catalog("en", approved))


def found(spanish: str, *memories: Memory, english: str = "") -> tuple[Wording, ...]:
    return wordings_for(Entry("here", spanish, english), memories, "es", "en")


def test_the_english_of_equal_spanish_is_remembered() -> None:
    (wording,) = found(DEATHS[0], memory(DEATHS))
    assert (wording.english, wording.article, wording.by) == (DEATHS[1], "otra", "Ana")
    assert wording.likeness == 1 and not wording.is_patched


def test_figures_that_alone_differ_are_those_of_the_spanish_at_hand() -> None:
    (wording,) = found("Murieron 512 personas bajo custodia en 2025.", memory(DEATHS))
    assert wording.english == "512 people died in custody in 2025." and wording.is_patched


def test_the_english_of_similar_spanish_comes_as_it_was_approved() -> None:
    (wording,) = found("Murieron 470 mujeres bajo custodia en 2024.", memory(DEATHS))
    assert wording.english == DEATHS[1] and ALIKE <= wording.likeness < 1


@pytest.mark.parametrize("spanish", ["La Fiscalía calla.", "Murieron dos.", "…"])
def test_other_spanish_has_no_wording(spanish: str) -> None:
    assert found(spanish, memory(DEATHS)) == ()


def test_what_stands_there_already_is_not_offered() -> None:
    assert found(DEATHS[0], memory(DEATHS), english=DEATHS[1]) == ()


def test_one_wording_of_several_articles_is_offered_once_and_the_likest_first() -> None:
    other = ("Murieron 470 hombres bajo custodia en 2024.", "470 men died in custody in 2024.")
    offered = found(DEATHS[0], memory(other, DEATHS), memory(DEATHS))
    assert [wording.english for wording in offered] == [DEATHS[1], other[1]]


def test_what_nobody_approved_is_no_wording() -> None:
    edited = Catalog("en", (Entry("s", *DEATHS),))
    assert found(DEATHS[0], remember("otra", edited)) == ()


TEXT = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "ff"]), min_size=1, max_size=9).map(
    " ".join
)


@given(TEXT, st.lists(TEXT, max_size=5, unique=True))
def test_looking_few_words_up_finds_all_that_is_alike(spanish: str, others: list[str]) -> None:
    known = memory(*((text, f"English {i}") for i, text in enumerate(others)))
    alike = {text for text in others if likeness(bag(spanish), bag(text)) >= ALIKE}
    assert {wording.spanish for wording in found(spanish, known)} == alike
