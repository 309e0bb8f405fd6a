"""The stream format: text goes in and comes out as it was, whatever it holds."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from workflow.engines.apertium.injection import inject, mask, stretches
from workflow.engines.apertium.stream import Piece, Unit, analysed, hide, numbered, pieces, show
from workflow.engines.base import Constraint

SPECIAL = re.compile(r"[\[\]\\^$/{}@<>~*#]")


@given(st.text())
def test_hidden_text_has_nothing_that_means_something_to_the_programs(text: str) -> None:
    hidden = hide(text)
    assert len(hidden) == len(text)
    assert not SPECIAL.search(hidden)
    assert not any(char.isspace() and char != " " for char in hidden)


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc", "Z", "Co"))))
def test_hidden_text_is_shown_as_it_was(text: str) -> None:
    assert show(hide(text)) == text


def test_units_know_their_places_and_what_stands_between() -> None:
    units, gaps = analysed(r"¡^Hola/Hola<ij>$ a\@b ^x\/y/*x\/y$^./.<sent>$ ")
    assert [(unit.surface, unit.start, unit.end) for unit in units] == [
        ("Hola", 1, 5),
        ("x/y", 10, 13),
        (".", 13, 14),
    ]
    assert gaps == ["¡", " a@b ", "", " "]
    assert units[1].unknown
    assert units[0].has("ij") and not units[0].has("n")


def test_every_unit_gets_its_number() -> None:
    units = [Unit(0, 1, "a", "a<pr>"), Unit(2, 3, "b/c", "b<n>")]
    assert numbered(units, ["", " ", "!"]) == r"[[t:w:0]]^a/a<pr>$ [[t:w:1]]^b\/c/b<n>$!"


def test_words_come_back_with_their_units_and_without_marks() -> None:
    stream = "It [[t:w:1; t:w:0]]#give[[/]] [[t:w:2]]*xyz[[/]]."
    assert pieces(stream) == [
        Piece("It "),
        Piece("give", (1, 0), "#"),
        Piece(" "),
        Piece("xyz", (2,), "*"),
        Piece("."),
    ]


@given(st.data())
def test_units_find_their_place_in_the_source_around_placeholders(data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(["casa", "rojo", "y", "[x]"]), min_size=1))
    plain = " ".join(words)
    spans = [match.span() for match in re.finditer(r"\S+", plain)]
    chosen = [span for span in spans if data.draw(st.booleans())]
    terms = [Constraint(start, end, "TERM") for start, end in chosen]
    masked = mask(plain, stretches(plain, terms, [], {}))
    stream = re.sub(r"\w+", lambda found: f"^{found[0]}/{found[0]}<n>$", masked.text)
    units, _ = inject(masked, *analysed(stream))
    for unit in units:
        if unit.stands_for is None:
            assert plain[unit.start : unit.end] == show(unit.surface)
        else:
            assert (unit.start, unit.end) in chosen


def test_what_is_no_word_for_its_length_is_left_alone() -> None:
    text = "a" * 100_000
    assert [stretch.target for stretch in stretches(text, [], [], {})] == [text]
