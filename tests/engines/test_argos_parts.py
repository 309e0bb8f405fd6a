"""What the neural engine is made of: heads, pieces and their places, literals, parts."""

import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.engines.argos.alignment import align, attended_window
from workflow.engines.argos.heads import with_all_heads
from workflow.engines.argos.literals import literals, lost, mend
from workflow.engines.argos.sentences import sentences
from workflow.engines.argos.terms import forbidden_in, unmet, with_article
from workflow.engines.argos.tokens import places, surface, trimmed, word_ranges
from workflow.engines.base import AlignedSpan, Constraint

PACKAGE = Path(__file__).parents[1] / "data" / "engines" / "tiny-es_en.argosmodel"
HEADS = b"decoder/alignment_heads\0"


@pytest.fixture(scope="module")
def model() -> bytes:
    with zipfile.ZipFile(PACKAGE) as archive:
        return archive.read("translate-es_en/model/model.bin")


def alignment_heads(model: bytes) -> int:
    # After the name: rank (one byte), type (one byte), size (four bytes), a 16-bit number.
    (heads,) = struct.unpack_from("<h", model, model.index(HEADS) + len(HEADS) + 6)
    return int(heads)


def test_all_heads_of_a_model_are_averaged(model: bytes) -> None:
    assert alignment_heads(model) == 1
    assert alignment_heads(with_all_heads(model)) == 4


def test_nothing_else_of_a_model_changes(model: bytes) -> None:
    changed = [
        i for i, (a, b) in enumerate(zip(model, with_all_heads(model), strict=True)) if a != b
    ]
    assert len(changed) == 1


@given(st.binary(max_size=64))
def test_a_model_of_another_layout_stays_as_it_is(data: bytes) -> None:
    assert with_all_heads(data) == data


@pytest.mark.parametrize(
    ("pieces", "text", "expected"),
    [
        (["▁At", "▁le", "ast", "."], "At least.", ["At", "le", "ast", "."]),
        (["Se@@", "e", "&apos;s"], "See's", ["Se", "e", "'s"]),
        (["▁1.", "o", "▁de"], "1.º de", ["1.", "º", "de"]),
        (["&quot;", "No", "&quot;"], "«No»", ["", "No", ""]),
        (["▁", "▁x"], "x", ["", "x"]),
    ],
)
def test_pieces_are_found_in_their_text(pieces: list[str], text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in places(pieces, text)] == expected


@given(st.text(max_size=40))
def test_the_places_of_pieces_are_in_order(text: str) -> None:
    found = places(["▁" + word for word in text.split()], text)
    assert found == sorted(found)


def test_a_piece_says_what_it_writes() -> None:
    assert [surface(piece) for piece in ("▁pre", "deten@@", "&amp;")] == ["pre", "deten", "&"]


SOURCE, TARGET = "la mano dura.", "the iron fist."
SOURCE_PIECES, TARGET_PIECES = ["▁la", "▁mano", "▁dura", "."], ["▁the", "▁iron", "▁fist", "."]
ATTENTION = [[0.8, 0.1, 0.1, 0], [0, 0.3, 0.7, 0], [0, 0.8, 0.2, 0], [0.1, 0, 0.2, 0.7]]


def test_words_are_aligned_with_what_they_attend_to() -> None:
    spans = align(SOURCE, TARGET, SOURCE_PIECES, TARGET_PIECES, ATTENTION)
    assert spans == [
        AlignedSpan(0, 2, 0, 3),
        AlignedSpan(3, 7, 9, 13),
        AlignedSpan(8, 12, 4, 8),
        AlignedSpan(12, 13, 13, 14),
    ]


def test_the_window_of_a_term_holds_all_its_words() -> None:
    window = attended_window(SOURCE, TARGET, SOURCE_PIECES, TARGET_PIECES, ATTENTION, (3, 12))
    assert window == (4, 13)


def test_a_term_without_attention_has_no_window() -> None:
    silent = [[0.0] * 4] * 4
    assert attended_window(SOURCE, TARGET, SOURCE_PIECES, TARGET_PIECES, silent, (3, 12)) is None


def test_a_window_loses_the_function_words_at_its_edges() -> None:
    text = "cases of torture in"
    assert trimmed(text, (6, 19), frozenset({"of", "in"})) == (9, 16)
    assert trimmed(text, (6, 8), frozenset({"of", "in"})) == (6, 8)


def test_figures_and_hyphenated_words_are_one_word() -> None:
    text = "At 5:30, 1,300 ex-soldiers left."
    assert [text[a:b] for a, b in word_ranges(text)] == [
        "At", "5:30", ",", "1,300", "ex-soldiers", "left", ".",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "broken", "mended"),
    [
        ("Vea https://a.org/x_1.", "See https: / / a.org / x 1.", "See https://a.org/x_1."),
        ("A las 5:30 h.", "At 5: 30.", "At 5:30."),
        ("Escriba a yo@a.org.", "Write to yo @ a.org.", "Write to yo@a.org."),
        ("El caso AB_12 sigue.", "Case AB 12 goes on.", "Case AB_12 goes on."),
        (r"Vea http://a.org/\1.", "See http: //a.org/\\1.", r"See http://a.org/\1."),
    ],
)
def test_literals_are_mended(source: str, broken: str, mended: str) -> None:
    assert mend(source, broken) == mended


def test_a_literal_that_is_gone_is_told() -> None:
    source = "Vea XX2XX y https://a.org a las 5:30."
    assert [source[a:b] for a, b in lost(source, "See a.org at half past five.")] == [
        "XX2XX",
        "https://a.org",
    ]


def test_ordinary_words_and_figures_are_no_literals() -> None:
    assert literals("En 2021, 1.300 personas (el 94 %) de la ONU y EE. UU. a las 3.") == []


@given(st.text(alphabet="aA1_:/.@# ", max_size=30), st.text(max_size=30))
def test_mending_leaves_what_has_no_literal(source: str, target: str) -> None:
    assert literals(source) or mend(source, target) == target


def characters(text: str) -> list[str]:
    return list(text)


@given(st.text(alphabet="ab .,;1\n", max_size=400))
def test_sentences_hold_every_character_but_white_space(text: str) -> None:
    parts = sentences(text, 0, (), "es", characters)
    kept = "".join(text[part.start : part.end] for part in parts)
    assert "".join(kept.split()) == "".join(text.split())


def test_no_constraint_is_cut_in_two() -> None:
    text = "palabra " * 60
    fixed = Constraint(200, 280, "words")
    parts = sentences(text, 0, (fixed,), "es", characters)
    assert len(parts) > 1
    assert [c.target for part in parts for c in part.constraints] == ["words"]


def test_a_line_that_begins_anew_is_a_sentence_of_its_own() -> None:
    text = "Calle 12 San Salvador"
    parts = sentences(text, 0, (), "es", characters, breaks=[9])
    assert [part.text for part in parts] == ["Calle 12", "San Salvador"]


def test_a_line_that_goes_on_with_a_small_letter_does_not_cut_its_sentence() -> None:
    parts = sentences("El juez firmó, según dijo.", 0, (), "es", characters, breaks=[15])
    assert len(parts) == 1


def test_a_model_does_not_read_brackets_that_hold_nothing() -> None:
    (part,) = sentences("El juez () vino.", 0, (), "es", characters)
    assert "".join(part.pieces) == "El juez vino."
    assert part.text == "El juez () vino."


def test_a_term_across_two_sentences_joins_them() -> None:
    text = "Lo dijo EE. UU. Hoy no."
    parts = sentences(text, 0, (Constraint(8, 19, "the U.S. today"),), "es", characters)
    assert [text[part.start : part.end] for part in parts] == [text]


def test_two_terms_of_one_rendering_need_two_of_it() -> None:
    terms = [Constraint(0, 5, "curfew"), Constraint(9, 14, "curfew")]
    assert unmet(terms, "A curfew.") == [terms[1]]
    assert unmet(terms, "A curfew and a curfew.") == []


def test_a_forbidden_word_inside_the_approved_text_is_allowed() -> None:
    fixed = Constraint(0, 5, "state of emergency", forbidden=("emergency",))
    assert forbidden_in(fixed, "The state of emergency.") == []
    assert forbidden_in(fixed, "The state of emergency, an emergency.") == ["emergency"]


@pytest.mark.parametrize(
    ("before", "following", "expected"),
    [
        ("It was a ", "arbitrary arrest", "It was an "),
        ("An ", "forced disappearance", "A "),
        ("In the ", "the Court", "In "),
        ("the plan ", "arrest", "the plan "),
    ],
)
def test_the_article_fits_what_follows(before: str, following: str, expected: str) -> None:
    assert with_article(before, following) == expected
