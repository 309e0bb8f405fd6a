"""Edits in the words of a tagged segment."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workflow.engines.edits import apply_edits
from workflow.engines.markup import TaggedText, escape


def test_words_change_and_tags_stay() -> None:
    tagged = 'In <g id="1">1.300</g> cases<x id="2"/> «A &amp; B»'
    edits = [(3, 8, "1,300"), (15, 16, "“"), (21, 22, "”")]
    assert TaggedText.parse(tagged).plain[3:8] == "1.300"
    assert apply_edits(tagged, edits) == 'In <g id="1">1,300</g> cases<x id="2"/> “A &amp; B”'


def test_an_edit_over_a_tag_is_left_out() -> None:
    assert apply_edits('a<g id="1">b</g>c', [(0, 2, "x")]) == 'a<g id="1">b</g>c'


def test_an_insertion_between_two_tags_is_made_once() -> None:
    assert apply_edits('<g id="1">a</g><x id="2"/>b', [(1, 1, "-")]).count("-") == 1


@given(st.text("ab <&.", max_size=12), st.integers(0, 12), st.text("xy<&", max_size=3))
def test_without_tags_it_is_a_plain_replacement(text: str, at: int, new: str) -> None:
    at = min(at, len(text))
    result = apply_edits(escape(text), [(at, len(text), new)])
    assert TaggedText.parse(result).plain == text[:at] + new
