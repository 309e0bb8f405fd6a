"""Word links: attention, corrected by what is known of words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workflow.engines.argos.links import link


def linked(source: str, target: str, *rows: str) -> dict[str, str]:
    """The source word of each target word; `rows` give its attention in hundredths."""
    ours, theirs = source.split(), target.split()
    matrix = [[int(number) / 100 for number in row.split()] for row in rows]
    return {
        word: "-" if place is None else ours[place]
        for word, place in zip(theirs, link(matrix, ours, theirs), strict=True)
    }


def test_a_word_goes_with_the_one_that_it_attends_to_most() -> None:
    assert linked("mano dura", "iron fist", "30 70", "80 20") == {"iron": "dura", "fist": "mano"}


def test_words_spelt_alike_go_together_against_more_attention() -> None:
    links = linked("detención arbitraria", "arbitrary detention", "26 63", "21 58")
    assert links == {"arbitrary": "arbitraria", "detention": "detención"}


def test_of_two_words_with_one_counterpart_one_moves_to_the_word_that_has_none() -> None:
    assert linked("toque queda", "night curfew", "20 70", "30 60") == {
        "night": "queda",
        "curfew": "toque",
    }


def test_an_article_goes_with_the_article_of_its_noun() -> None:
    links = linked("murieron los presos", "the prisoners died", "60 20 20", "0 10 90", "90 0 10")
    assert links == {"the": "los", "prisoners": "presos", "died": "murieron"}


def test_an_article_is_found_beyond_an_adjective() -> None:
    links = linked("el informe final", "the last report", "10 80 10", "0 20 80", "0 90 10")
    assert links["the"] == "el"


def test_a_preposition_goes_with_the_one_before_its_noun() -> None:
    links = linked(
        "acceso a la justicia", "access to justice", "60 0 0 40", "20 10 0 60", "10 0 0 80"
    )
    assert links == {"access": "acceso", "to": "a", "justice": "justicia"}


def test_a_preposition_does_not_go_with_an_article() -> None:
    links = linked(
        "según la jueza", "according to the judge", "90 5 5", "30 40 20", "0 70 30", "0 5 95"
    )
    assert links == {"according": "según", "to": "según", "the": "la", "judge": "jueza"}


def test_a_preposition_before_other_words_goes_with_the_one_behind_the_last_noun() -> None:
    links = linked(
        "crimen de lesa humanidad",
        "crime against humanity",
        "60 0 20 10",
        "40 0 20 30",
        "10 0 20 40",
    )
    assert links["against"] == "de"


def test_a_sign_goes_with_the_same_sign_alone() -> None:
    assert linked("no , sí", "no ; yes", "90 5 5", "5 90 5", "5 5 90")[";"] == "-"


def test_a_word_that_attends_to_nothing_in_particular_has_no_link() -> None:
    assert linked("uno dos", "three", "10 10") == {"three": "-"}


WORDS = st.lists(
    st.sampled_from(["the", "of", "at", "prison", "prisión", "la", "de", "a", ",", "«", "30", "X"]),
    max_size=9,
)


@given(WORDS, WORDS, st.data())
def test_any_attention_gives_each_word_one_place_or_none(
    source: list[str], target: list[str], data: st.DataObject
) -> None:
    row = st.lists(st.floats(0, 1), min_size=len(source), max_size=len(source))
    matrix = [data.draw(row) for _ in target]
    links = link(matrix, source, target)
    assert len(links) == len(target)
    assert all(place is None or 0 <= place < len(source) for place in links)
