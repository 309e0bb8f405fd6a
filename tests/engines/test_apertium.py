"""The Apertium engine on real Apertium: hostile text, names, negation, spaces, determinism."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.engines.apertium import ApertiumEngine
from workflow.engines.base import Draft
from workflow.engines.markup import escape

MARKED = re.compile(r"(?<!\w)[*@#]\w|\[\[|\]\]|\^\w|qzx")


@pytest.fixture(scope="module")
def engine() -> Iterator[ApertiumEngine]:
    engine = ApertiumEngine()
    yield engine
    engine.close()


def draft(engine: ApertiumEngine, plain: str) -> Draft:
    return engine.translate([escape(plain)])[0]


def english(engine: ApertiumEngine, plain: str) -> str:
    return unescape(draft(engine, plain).text)


@pytest.mark.parametrize(
    "text",
    [
        "[]\\^$/{}@<>",
        "[[t:w:1]][[/]]",
        "^/<>$",
        "\\",
        "\\\\]",
        "$[",
        "[]\x5c\x5c",
        "😀",
        "ا\u200f",
        "",
        "...",
        "~~~ *** ###",
        "\ue000",
        "123",
    ],
)
def test_what_is_not_spanish_comes_back_as_it_is(engine: ApertiumEngine, text: str) -> None:
    assert english(engine, text) == text


def test_control_characters_become_spaces(engine: ApertiumEngine) -> None:
    assert english(engine, "El juez\0habló\x07ayer\r\ncon\tella.") == english(
        engine, "El juez habló ayer con ella."
    )


def test_white_space_around_a_segment_is_kept(engine: ApertiumEngine) -> None:
    assert english(engine, "\n  El juez habló. \n") == "\n  The judge spoke. \n"
    assert english(engine, " \n ") == " \n "


@pytest.mark.parametrize(
    "shielded",
    [
        "https://ejemplo.org/ruta_a/y?x=[1]&y={2}#el",
        "www.ejemplo.org/la-ley",
        "la.prensa+y@ejemplo.com.sv",
        "@la_prensa",
        "#NiUnaMenos",
        "informe_y_anexo.pdf",
        "informe-anual.pdf",
    ],
)
def test_addresses_and_identifiers_are_not_translated(
    engine: ApertiumEngine, shielded: str
) -> None:
    text = english(engine, f"El informe está en {shielded} desde ayer.")
    assert text == f"The report is in {shielded} from yesterday."


def test_a_text_of_100_kilobytes_comes_back_whole(engine: ApertiumEngine) -> None:
    sentence = "El juez [uno] firmó la orden {dos}. "
    text = english(engine, sentence * 2800)
    assert text == "The judge [one] signed the order {two}. " * 2800


def test_only_tags_come_back_as_they_are(engine: ApertiumEngine) -> None:
    segments = ['<x id="1"/>', '<g id="1"><x id="2"/></g>', '<g id="1"></g>', "<g id='1'> </g>"]
    assert [draft.text for draft in engine.translate(segments)] == segments


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=8))
def test_any_text_gets_one_answer_without_marks_of_the_programs(texts: list[str]) -> None:
    engine = SHARED
    drafts = engine.translate([escape(text) for text in texts])
    assert len(drafts) == len(texts)
    for text, found in zip(texts, drafts, strict=True):
        plain = unescape(found.text)
        kept = [char for char in text if char in "[]{}^$\\<>~"]
        assert [char for char in plain if char in "[]{}^$\\<>~"] == kept
        for span in found.alignment:
            assert 0 <= span.source_start <= span.source_end <= len(text)
            assert 0 <= span.target_start <= span.target_end <= len(plain)


SHARED = ApertiumEngine()


def test_the_same_input_gives_the_same_drafts_in_any_company(engine: ApertiumEngine) -> None:
    segments = ["Nadie vino.", "La <g id='1'>Fiscalía</g> acusó a xyz.", "El 3 de mayo."]
    together = engine.translate(segments)
    assert together == engine.translate(segments)
    assert together == [engine.translate([segment])[0] for segment in segments]


@pytest.mark.parametrize(
    ("spanish", "wanted"),
    [
        ("Nadie vino.", "Nobody came."),
        ("Nadie podrá salir de la cárcel.", "Nobody will be able to exit"),
        ("Ningún preso habló.", "No prisoner spoke."),
        ("Ninguna mujer firmó.", "No woman signed."),
        ("Ninguno de los presos habló.", "None of the prisoners spoke."),
        ("Según el informe, ninguna de las madres firmó.", "none of the mothers signed."),
        ("Nada cambió.", "Nothing changed."),
        ("El juez no firmó nada.", "did not sign anything."),
        ("No vino nadie.", "did not come anybody."),
        ("No vino nunca.", "did not come ever."),
        ("El gobierno nunca respondió.", "The government never answered."),
        ("Nadie ha visto nada.", "Nobody has seen anything."),
        ("Sin ningún motivo, el juez firmó.", "Without any"),
        ("Ni el juez ni la madre firmaron.", "Neither the judge nor the mother signed."),
        ("El juez no habló ni firmó.", "did not speak nor signed."),
        ("No sabe que nadie firmó.", "that nobody signed."),
    ],
)
def test_negation_is_not_reversed(engine: ApertiumEngine, spanish: str, wanted: str) -> None:
    assert wanted in english(engine, spanish)


def test_a_negation_that_cannot_be_settled_is_reported(engine: ApertiumEngine) -> None:
    found = draft(engine, "Quiero que venga nadie.").findings
    assert [finding.rule for finding in found] == ["C904"]


@pytest.mark.parametrize(
    ("spanish", "kept"),
    [
        ("El presidente de El Salvador viajó a San Salvador.", ["El Salvador", "San Salvador"]),
        ("El Salvador tiene cárceles.", ["El Salvador has"]),
        ("El juez Juan Guerra habló con Rosa Flores.", ["Juan Guerra", "Rosa Flores"]),
        ("Las madres de Sonora hablaron.", ["The mothers of Sonora"]),
        ("El presidente Nayib Bukele habló.", ["The president Nayib Bukele spoke."]),
        ("El preso murió en La Libertad.", ["in La Libertad."]),
        ("Cristosal publicó el informe.", ["Cristosal published the report."]),
        ("El director de la Fundación Xyzzy habló.", ["Xyzzy spoke."]),
    ],
)
def test_names_are_not_translated(engine: ApertiumEngine, spanish: str, kept: list[str]) -> None:
    text = english(engine, spanish)
    assert [name for name in kept if name not in text] == []


@pytest.mark.parametrize(
    ("spanish", "wanted"),
    [
        ("xyzzy publicó el informe.", "xyzzy published the report."),
        ("Xyzzy publicó el informe.", "Xyzzy published the report."),
        ("el juez habló.", "the judge spoke."),
        ("El juez habló. La madre firmó.", "The judge spoke. The mother signed."),
        ("¿Habló el juez? Sí.", "? Yes."),
        ("El Tribunal Supremo habló en enero.", "court spoke in January."),
        ("EL JUEZ FIRMÓ", "THE JUDGE SIGNED"),
        ("español e inglés", "Spanish and English"),
        ("en enero", "in January"),
        ("enero de 2020", "January"),
        ("Habló... el juez, dijo.", "... the judge"),
        ("privadas de libertad", "deprived of liberty"),
        ("no hay agua", "there is not water"),
    ],
)
def test_capitals_stand_where_they_should(
    engine: ApertiumEngine, spanish: str, wanted: str
) -> None:
    assert wanted in english(engine, spanish)


def test_people_as_objects_take_no_to(engine: ApertiumEngine) -> None:
    assert english(engine, "La policía detuvo a 480 personas.") == "The police detained 480 people."
    assert english(engine, "El juez liberó al preso.") == "The judge released the prisoner."
    assert " to the judge" in english(engine, "La madre escribió al juez.")


def test_bajo_before_a_noun_is_under(engine: ApertiumEngine) -> None:
    assert "under custody" in english(engine, "Los presos murieron bajo custodia.")
    assert "low level" in english(engine, "Tiene un bajo nivel.")


def test_unknown_words_are_reported_and_never_marked(engine: ApertiumEngine) -> None:
    found = draft(engine, "Los pandilleros de Xyzzy viven.")
    assert found.text == "The pandilleros of Xyzzy live."
    word, name = found.findings
    assert (word.rule, name.rule) == ("C901", "C902")
    assert word.target is not None
    assert found.text[word.target.start : word.target.end] == "pandilleros"


def test_a_word_without_its_inflection_is_reported(engine: ApertiumEngine) -> None:
    found = draft(engine, "El juez amuralló la casa.")
    assert [finding.rule for finding in found.findings] == ["C906"]
    assert "#" not in found.text


def test_an_impersonal_verb_is_reported_and_leaves_no_hole(engine: ApertiumEngine) -> None:
    found = draft(engine, "El avión se cayó ayer.")
    assert "  " not in found.text
    assert [finding.rule for finding in found.findings] == ["C903"]


def test_drafts_hold_no_marks_and_no_double_spaces(engine: ApertiumEngine) -> None:
    sentences = [
        "Se lo dijo a la abogada y a los xyzzados.",
        "Dáselo, dijo; pero ¿quién se lo da?",
        "El niño —que tenía 3 años— se fue (solo).",
        "Según el art. 5, núm. 3, se prohíbe la tortura…",
        "Los EE. UU. y la UE se reunieron a las 17:30 h.",
        "Prorrogáronse las órdenes; habríase dicho que sí.",
    ]
    for found in engine.translate(sentences):
        assert not MARKED.search(found.text), found.text
        assert "  " not in found.text


def test_the_alignment_says_which_words_render_which(engine: ApertiumEngine) -> None:
    source = "La madre del preso habló."
    found = engine.translate([source])[0]
    pairs = {
        source[span.source_start : span.source_end]: found.text[span.target_start : span.target_end]
        for span in found.alignment
    }
    assert pairs["madre"] == "mother"
    assert pairs["preso"] == "prisoner"
    assert pairs["habló"] == "spoke"


@pytest.mark.parametrize(("variety", "word"), [("en-US", "defense"), ("en-GB", "defence")])
def test_the_variety_of_english_is_the_one_asked_for(variety: str, word: str) -> None:
    engine = ApertiumEngine(variety=variety)
    assert word in english(engine, "La defensa existe.")
    assert ("eng_US" in engine.signature) == (variety == "en-US")
    engine.close()


def test_the_signature_names_version_mode_and_data(engine: ApertiumEngine) -> None:
    assert re.fullmatch(r"apertium\|3\.[\d.]+\|spa-eng_US\|[0-9a-f]{12}", engine.signature)
