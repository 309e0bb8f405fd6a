"""Sentence splitting as Spanish orthography has it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.engines.sentences import split

CASES = [
    line
    for line in (Path(__file__).parent / "data" / "sentences.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def pieces(text: str, language: str = "es") -> list[str]:
    return [text[start:end] for start, end in split(text, language)]


@pytest.mark.parametrize("case", CASES)
def test_a_text_is_split_where_its_sentences_end(case: str) -> None:
    language, _, marked = case.partition(" ")
    assert pieces(marked.replace("|", ""), language) == marked.split("|")


@given(st.text(alphabet="aAeEuU 1.º?¿!«»\"'()—-\n…", max_size=80))
def test_the_pieces_join_back_to_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


@given(st.text(max_size=80))
def test_no_piece_is_empty(text: str) -> None:
    assert all(pieces(text))


def test_a_blank_line_ends_a_sentence_without_a_point() -> None:
    assert pieces("Un título\n\nel texto") == ["Un título\n\n", "el texto"]


def test_a_language_without_a_table_is_split_all_the_same() -> None:
    assert pieces("Bom dia. Até logo.", "pt") == ["Bom dia. ", "Até logo."]


def test_no_text_has_no_sentences() -> None:
    assert split("") == []
