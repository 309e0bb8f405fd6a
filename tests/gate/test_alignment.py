"""Which segments of two pages go together, when no catalog knows."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gate.conftest import ENGLISH, SPANISH
from workflow.article import Kind, parse
from workflow.examination import Standards
from workflow.gate.beads import Bead, align
from workflow.gate.evidence import Text, cost, english_marks, spanish_marks, text_of
from workflow.gate.foreign import Stretch, aligned
from workflow.places import Page


def stretches(spanish: str, english: str) -> list[Stretch]:
    pages = (Page(Path("es.md"), parse(spanish)), Page(Path("en.md"), parse(english)))
    return aligned(*pages, Standards(None))


def shown(found: list[Stretch]) -> list[tuple[list[str], list[str]]]:
    """The first words of each side."""
    return [
        ([s.message[:12] for s in one.ours], [s.message[:12] for s in one.theirs]) for one in found
    ]


def test_pages_built_alike_go_together_one_by_one() -> None:
    found = stretches(SPANISH, ENGLISH)
    assert all(len(one.ours) == len(one.theirs) == 1 for one in found)
    assert len(found) == 10


def test_a_paragraph_that_the_english_lacks_stands_alone() -> None:
    lost = "None of them had received a written explanation from the prison authorities.\n\n"
    found = stretches(SPANISH, ENGLISH.replace(lost, ""))
    alone = [one for one in found if not one.theirs]
    assert shown(alone) == [(["Ninguna de e"], [])]
    assert all(one.ours for one in found)


def test_a_paragraph_that_the_spanish_lacks_stands_alone() -> None:
    added = "A spokesman declined to comment on the matter when he was reached by telephone.\n\n"
    found = stretches(SPANISH, ENGLISH.replace("## What is missing", added + "## What is missing"))
    assert [one for one in shown(found) if not one[0]] == [([], ["A spokesman "])]


def test_two_paragraphs_that_became_one_go_together() -> None:
    english = ENGLISH.replace("people detained.\n\nNone", "people detained. None")
    found = [one for one in stretches(SPANISH, english) if len(one.ours) == 2]
    assert shown(found) == [(["Los investig", "Ninguna de e"], ["The research"])]


def test_a_changed_figure_does_not_part_a_pair() -> None:
    english = ENGLISH.replace("1,240", "12,400")
    assert shown(stretches(SPANISH, english)) == shown(stretches(SPANISH, ENGLISH))


def test_front_matter_goes_together_by_its_keys() -> None:
    found = stretches(
        "---\ntitle: Uno\ndescription: Dos palabras\n---\n\nTexto breve.\n",
        "---\ndescription: Two words\ntitle: One\nsummary: More\n---\n\nShort text.\n",
    )
    assert shown(found)[:2] == [(["Uno"], ["One"]), (["Dos palabras"], ["Two words"])]


def test_pages_that_have_nothing_in_common_are_not_forced_together() -> None:
    english = "# Recipes\n\n" + "Boil the potatoes in salted water until soft.\n\n" * 4
    found = stretches(SPANISH, english)
    assert not any(one.ours and one.theirs and len(one.ours[0].message) > 60 for one in found)


@st.composite
def texts(draw: st.DrawFn) -> list[Text]:
    kinds = st.sampled_from([Kind.PARAGRAPH, Kind.HEADING, Kind.TABLE_CELL, Kind.IMAGE_ALT])
    words = st.text("ab1 ", max_size=12)
    return [text_of_words(draw(kinds), draw(words)) for _ in range(draw(st.integers(0, 12)))]


def text_of_words(kind: Kind, words: str) -> Text:
    segment = next(iter(parse(f"x {words}\n").segments))
    text = text_of(segment)
    return replace(text, kind=kind, figures=frozenset())


@given(texts(), texts())
def test_every_segment_is_in_one_bead_and_none_crosses(
    source: list[Text], target: list[Text]
) -> None:
    beads = align(source, target)
    at = Bead(0, 0, 0, 0)
    for bead in beads:
        assert (bead.i, bead.a) == (at.j, at.b)
        assert bead.j > bead.i or bead.b > bead.a
        at = bead
    assert (at.j, at.b) == (len(source), len(target))


@pytest.mark.parametrize(("n", "m"), [(0, 900), (900, 0), (2, 900), (900, 3), (600, 1)])
def test_pages_of_any_lengths_are_aligned(n: int, m: int) -> None:
    beads = align([text_of_words(Kind.PARAGRAPH, "a")] * n, [text_of_words(Kind.HEADING, "b")] * m)
    assert sum(bead.j - bead.i for bead in beads) == n
    assert sum(bead.b - bead.a for bead in beads) == m


def test_the_band_follows_a_long_page_from_which_paragraphs_were_taken() -> None:
    chance = random.Random(1)
    words = [f"{chance.randrange(10**6)} palabras número {chance.random()}" for _ in range(400)]
    source = [text_of_words(Kind.PARAGRAPH, one) for one in words]
    kept = [index for index in range(400) if index % 9]
    beads = align(source, [source[index] for index in kept])
    pairs = [(bead.i, kept[bead.a]) for bead in beads if bead.paired and bead.j - bead.i == 1]
    assert len(pairs) > 300 and all(one == other for one, other in pairs)


def test_a_pair_that_shares_words_and_figures_costs_less() -> None:
    paragraph = Kind.PARAGRAPH
    spanish = text_of_words(paragraph, "documentación internacional de 480 casos")
    close = text_of_words(paragraph, "international documentation of 480 cases")
    far = text_of_words(paragraph, "the prison guards would not let him speak")
    assert cost(spanish, close) < 0 < cost(spanish, far)


HEADS = "# Cómo denunciar\n\n## Antes\n\n{a}\n\n## Después\n\n{b}\n"


def test_an_inserted_list_does_not_draw_the_paragraphs_behind_it_to_itself() -> None:
    spanish = HEADS.format(
        a="Guarda los mensajes y anota la hora de cada llamada.",
        b="Lleva la denuncia a la fiscalía y pide una copia sellada.",
    )
    english = HEADS.format(
        a="## Which office\n\n- The police, if it is urgent.\n- The ombudsperson, at any hour.\n"
        "- The court, with a lawyer.\n\nKeep the messages and write down the time of each call.",
        b="Take the complaint to the prosecutor's office and ask for a stamped copy.",
    )
    found = stretches(spanish, english)
    assert all(one.theirs for one in found)
    assert [s.message[:16] for one in found if not one.ours for s in one.theirs] == [
        "Which office",
        "The police, if i",
        "The ombudsperson",
        "The court, with ",
    ]


def test_a_moved_section_is_not_paired_with_what_stands_in_its_place() -> None:
    spanish = (
        "Las madres buscan a sus hijos desaparecidos en los ríos.\n\n"
        "El alcalde vendió el terreno de la escuela a una empresa.\n\nNo hay juicio.\n"
    )
    english = (
        "The mayor sold the school's land to a company.\n\n"
        "The mothers search the rivers for their disappeared children.\n\nThere is no trial.\n"
    )
    pairs = [one for one in shown(stretches(spanish, english)) if one[0] and one[1]]
    assert (["Las madres b"], ["The mayor so"]) not in pairs
    assert (["No hay juici"], ["There is no "]) in pairs


def test_words_that_do_not_look_alike_are_known_as_renderings() -> None:
    spanish = next(iter(parse("Las madres buscan a sus hijos en los ríos.\n").segments))
    english = next(iter(parse("The mothers search for their sons in the rivers.\n").segments))
    known = cost(text_of(spanish, spanish_marks), text_of(english, english_marks))
    assert known < -2 < cost(text_of(spanish), text_of(english))
