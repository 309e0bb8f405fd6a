"""The PO file of a glossary: one layout, nothing lost, errors that say where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import GlossaryError
from workflow.glossary import Enforce, Glossary, PartOfSpeech, Term, po

words = st.text("abcñáéíóúü", min_size=1, max_size=8)
phrases = st.lists(words, min_size=1, max_size=3).map(" ".join)
lists = st.lists(phrases, max_size=3, unique=True).map(tuple)
terms = st.builds(
    Term,
    source=phrases,
    target=phrases,
    part_of_speech=st.sampled_from(PartOfSpeech),
    variants=lists,
    forbidden=lists,
    also=lists,
    singular=st.just("") | phrases,
    plural=st.just("") | phrases,
    gender=st.sampled_from(["", "m", "f", "mf"]),
    exceptions=lists,
    enforce=st.sampled_from(Enforce),
    anywhere=st.booleans(),
    note=st.just("") | phrases,
    authority=st.just("") | phrases,
    domain=st.just("") | phrases,
)


def entry(*lines: str) -> str:
    return 'msgid ""\nmsgstr ""\n\n' + "\n".join(lines) + "\n"


def test_the_shipped_glossary_is_laid_out_in_the_one_way(shipped_text: str) -> None:
    assert po.formatted(shipped_text) == shipped_text


def test_the_shipped_glossary_has_at_least_500_terms_with_their_authorities(
    shipped: Glossary,
) -> None:
    assert len(shipped.terms) >= 500
    assert all(term.authority and term.domain for term in shipped.terms)


@given(st.lists(terms, max_size=4, unique_by=lambda term: (term.source, term.part_of_speech)))
def test_what_is_written_is_read_again(some: list[Term]) -> None:
    text = po.write(some)
    assert sorted(po.read(text), key=repr) == sorted(some, key=repr)
    assert po.formatted(text) == text


def test_the_order_and_the_wrapping_of_a_file_do_not_matter() -> None:
    one = entry('msgctxt "noun"', 'msgid "zona"', 'msgstr "area"')
    other = '\n# also: a |\n# also: b\nmsgctxt "noun"\nmsgid ""\n"abrigo "\n"caro"\nmsgstr "coat"\n'
    formatted = po.formatted(one + other)
    assert formatted.index("abrigo caro") < formatted.index("zona")
    assert "# also: a | b\n" in formatted


def test_a_comment_without_a_known_key_is_a_note() -> None:
    (term,) = po.read(entry("# Ask Ana first", 'msgctxt "noun"', 'msgid "a"', 'msgstr "b"'))
    assert term.note == "Ask Ana first"


def test_an_entry_without_a_part_of_speech_is_a_noun() -> None:
    (term,) = po.read(entry('msgid "a"', 'msgstr "b"'))
    assert term.part_of_speech is PartOfSpeech.NOUN


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (['msgctxt "thing"', 'msgid "a"', 'msgstr "b"'], "part of speech: thing"),
        (['msgctxt "noun"', 'msgid "a"', 'msgstr ""'], "“a” lacks one language"),
        (["# enforce: maybe", 'msgid "a"', 'msgstr "b"'], "enforce: maybe"),
        (["#, fuzzy", 'msgid "a"', 'msgstr "b"'], "“a” is marked fuzzy"),
        (["# gender: x", 'msgid "a"', 'msgstr "b"'], "gender: x"),
        (["# anywhere: perhaps", 'msgid "a"', 'msgstr "b"'], "anywhere: perhaps"),
        (['msgid "a', 'msgstr "b"'], "bad PO"),
        (["<<<<<<< HEAD", 'msgid "a"', 'msgstr "b"'], "bad PO"),
    ],
)
def test_an_error_names_the_file_and_the_line(lines: list[str], message: str) -> None:
    with pytest.raises(GlossaryError, match=message) as caught:
        po.read(entry(*lines), "terms.po")
    assert caught.value.path == "terms.po"
    assert caught.value.line is not None
    assert caught.value.line >= 4


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "\ufeff"])
def test_an_empty_file_is_a_glossary_without_terms(tmp_path: Path, text: str) -> None:
    path = tmp_path / "terms.po"
    path.write_text(text, encoding="utf-8")
    assert Glossary.load(path).terms == ()


def test_line_ends_of_windows_are_read(shipped: Glossary, shipped_text: str) -> None:
    assert tuple(po.read(shipped_text.replace("\n", "\r\n"))) == shipped.terms


@pytest.mark.parametrize("kind", ["missing", "directory", "not UTF-8"])
def test_a_file_that_cannot_be_read_is_an_error_with_its_path(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "terms.po"
    if kind == "directory":
        path.mkdir()
    if kind == "not UTF-8":
        path.write_bytes(b'msgid "a"\nmsgstr "\xf1"\n')
    with pytest.raises(GlossaryError) as caught:
        Glossary.load(path, cache_directory=tmp_path / "cache")
    assert caught.value.path == path
    if kind == "not UTF-8":
        assert caught.value.line == 2
