"""Completeness: what a translation left out, said twice, left in Spanish or turned round."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.checks.completeness import RULES, check_completeness
from workflow.checks.language import check_language
from workflow.checks.numbers import check_numbers

PAIRS = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "completeness.jsonl")
    .read_text("utf-8")
    .splitlines()
]
NAMES = {rule.id: rule.name for rule in RULES}


def found(source: str, target: str) -> set[str]:
    return {NAMES[finding.rule] for finding in check_completeness(source, target)}


Verdicts = list[tuple[dict[str, str], bool]]


@pytest.fixture(scope="module")
def verdicts() -> Verdicts:
    """Every pair, and whether anything is found in it."""
    return [
        (
            pair,
            any(check_completeness(pair["source"], pair["target"]))
            or any(check_language(pair["source"], pair["target"]))
            # The figures of good pairs have an exam of their own.
            or (pair["kind"] != "good" and any(check_numbers(pair["source"], pair["target"]))),
        )
        for pair in PAIRS
    ]


def test_at_least_95_of_100_broken_pairs_are_flagged(verdicts: Verdicts) -> None:
    broken = [flagged for pair, flagged in verdicts if pair["kind"] != "good"]
    assert len(broken) > 300
    assert sum(broken) >= 0.95 * len(broken)


def test_every_kind_of_damage_is_mostly_flagged(verdicts: Verdicts) -> None:
    total = Counter(pair["kind"] for pair, _ in verdicts)
    caught = Counter(pair["kind"] for pair, flagged in verdicts if flagged)
    assert {kind for kind in total if caught[kind] < 0.85 * total[kind]} == {"good"}


@pytest.mark.parametrize("origin", ["human", "apertium", "argos"])
def test_at_most_3_of_100_good_pairs_are_flagged(origin: str, verdicts: Verdicts) -> None:
    good = [
        flagged for pair, flagged in verdicts if pair["kind"] == "good" and pair["from"] == origin
    ]
    assert len(good) >= 60
    assert sum(good) <= 0.03 * len(good)


NAMES_ALONE = ["Windows macOS Linux Apple iOS Android", "Ricardo Lafuente", "floriana", "DigiCert"]


@pytest.mark.parametrize("text", NAMES_ALONE)
def test_names_that_come_back_as_they_were_are_no_copy(text: str) -> None:
    assert found(text, text) == set()


OMITTED_PHRASES = [
    ("La fiscal archivó el caso por falta de pruebas.", "The prosecutor closed the case."),
    ("Trabajaba de noche para poder estudiar de día.", "She worked nights."),
]


@pytest.mark.parametrize(("source", "target"), OMITTED_PHRASES)
def test_an_adverbial_phrase_that_was_left_out_of_a_short_sentence_is_found(
    source: str, target: str
) -> None:
    assert found(source, target) & {"clause-omitted", "text-omitted"}


FAITHFUL = [
    ("No vino nadie.", "No one came."),
    ("Nadie vino.", "Nobody came."),
    ("No tenía luz ni agua.", "It had no electricity or water."),
    ("No tenía luz ni agua ni cama.", "It had no electricity, no water and no bed."),
    ("Ni la madre ni el padre hablaron.", "Neither the mother nor the father spoke."),
    ("No solo mintió, sino que huyó.", "He not only lied, he fled."),
    ("Sin embargo, la familia espera.", "However, the family is waiting."),
    ("No obstante, la fiscal apeló.", "Nevertheless, the prosecutor appealed."),
    ("No hay pruebas contra él.", "There is a lack of evidence against him."),
    ("El Gobierno no respondió.", "The Government failed to respond."),
    ("La detención no era legal.", "The arrest was illegal."),
    ("Desconocen su paradero.", "They do not know where he is."),
    ("No dejó de buscarlo.", "She kept looking for him."),
    ("Todavía no hay sentencia.", "There has yet to be a ruling."),
    ("No cabe duda de que mintió.", "He undoubtedly lied."),
    ("Murieron no menos de 20 presos.", "At least 20 prisoners died."),
    ("No hay más que silencio.", "There is only silence."),
    ("La Ley N.º 5 sigue en vigor.", "Law No. 5 is still in force."),
    ("El juez negó la visita.", "The judge refused the visit."),
    ("La niña nunca jamás volvió.", "The girl never came back."),
    ("No dude en escribirnos.", "Feel free to write to us."),
    ("Si no responde, llame otra vez.", "Unless he answers, call again."),
    ("Tampoco respondió el juez.", "Nor did the judge answer."),
    ("Los paquetes se quedan en la puerta.", "Parcels get no further than the gate."),
    ("Es un sitio distinto al tuyo.", "It is a site that is not yours."),
    ("No para de llover.", "It keeps raining."),
    ("No está claro quién pagó.", "It is unclear who paid."),
    ("Le dijo: “no salgas”.", "She told him: ‘don’t go out’."),
    ("Lo hallaron sin vida.", "He was found dead."),
    ("Impidieron que hablara con nadie.", "They kept her from speaking to anyone."),
    ("Lo que hizo es innegable.", "What he did cannot be denied."),
    ("Nunca pidió perdón, tampoco ayer.", "He never apologized, yesterday included."),
]


@pytest.mark.parametrize(("source", "target"), FAITHFUL)
def test_a_negation_may_be_said_in_another_way(source: str, target: str) -> None:
    assert found(source, target) == set()


REVERSED = [
    ("Nadie vino a la audiencia.", "Anybody came to the hearing.", "negation-lost"),
    ("Ningún juez firmó la orden.", "Any judge signed the order.", "negation-lost"),
    ("Murió sin ver a su hijo.", "He died seeing his son.", "negation-lost"),
    ("No hay impunidad.", "There is impunity.", "negation-lost"),
    ("Tampoco respondió.", "He also answered.", "negation-lost"),
    ("La zona carece de agua.", "The area has water.", "negation-lost"),
    ("El juez no negó los hechos.", "The judge denied the facts.", "negation-lost"),
    ("Dos jueces votaron en contra de la ley.", "Two judges voted for the law.", "negation-lost"),
    ("No se sabe cuántos siguen allí.", "It is known how many are still there.", "negation-lost"),
    ("La familia espera.", "The family does not wait.", "negation-added"),
    ("El juez firmó la orden.", "The judge never signed the order.", "negation-added"),
]


@pytest.mark.parametrize(("source", "target", "rule"), REVERSED)
def test_a_negation_lost_or_added_is_found(source: str, target: str, rule: str) -> None:
    assert rule in found(source, target)


def test_polarity_is_compared_sentence_by_sentence() -> None:
    source = "El testigo no habló. La jueza firmó."
    target = "The witness spoke. The judge did not sign."
    assert found(source, target) == {"negation-lost", "negation-added"}


def test_a_missing_clause_is_found_with_its_place() -> None:
    source = "El coche, que venía cargado de armas y municiones, se detuvo frente a la iglesia."
    findings = list(check_completeness(source, "The car stopped in front of the church."))
    places = [finding.source for finding in findings if NAMES[finding.rule] == "clause-omitted"]
    assert any(place and "armas" in source[place.start : place.end] for place in places)


def test_a_missing_sentence_is_found() -> None:
    source = "La huelga empezó en mayo. Los obreros pedían agua. La empresa llamó a la policía."
    assert found(source, "The strike began in May. The company called the police.")


@pytest.mark.parametrize(
    "target",
    [
        "the the the the.",
        "The police arrived the police arrived at night.",
        "The police arrived at night and then the police arrived at night in the village.",
        "The mainmainmain the main the main the main.",
    ],
)
def test_a_repetition_is_found(target: str) -> None:
    assert "text-repeated" in found("La policía llegó de noche a la aldea y nadie gritó.", target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Nunca, nunca más.", "Never, never again."),
        ("Justicia, justicia y justicia.", "Justice, justice and justice."),
        ("Dijo que eso que pasó fue grave.", "He said that that was serious."),
        ("Uno por uno, paso a paso.", "One by one, step by step."),
    ],
)
def test_what_the_source_repeats_may_be_repeated(source: str, target: str) -> None:
    assert "text-repeated" not in found(source, target)


@pytest.mark.parametrize("text", ["Derechos humanos", "La ley no rige.", "Introducción"])
def test_a_copy_of_the_spanish_is_found(text: str) -> None:
    assert found(text, text) == {"untranslated-copy"}


def test_a_sentence_that_was_left_in_spanish_among_others_is_found() -> None:
    source = "Vinieron armados. Preguntaron por el maestro. Nadie contestó."
    target = "They came armed. Preguntaron por el maestro. Nobody answered."
    assert "untranslated-copy" in found(source, target)


@pytest.mark.parametrize(
    "text",
    [
        "Santa Ana",
        "480 – 20",
        "José Antonio Kast",
        "https://ejemplo.org",
        "CIDH",
        "¡…!",
        "Hospital",
    ],
)
def test_names_and_figures_may_stay(text: str) -> None:
    assert found(text, text) == set()


def test_a_text_that_was_english_already_may_stay() -> None:
    text = "The title of the book is in English."
    assert found(text, text) == set()


@pytest.mark.parametrize(
    "target",
    [
        "The prosecutor said that the",
        "The prosecutor said that the defendant had",
        "The prosecutor said that the defendant,",
        "The prosecutor said.",
    ],
)
def test_a_broken_off_text_is_found(target: str) -> None:
    assert found("La fiscal dijo que el acusado había huido del país en marzo.", target)


CUT_SHORT = [
    ("¿Quién dio la orden de disparar?", "Who gave the order"),
    ("El cura escondió en la cripta a dos familias perseguidas.", "The priest hid two persecuted"),
    ("La marcha: treinta años después del golpe", "The March: Thirty Years after"),
]


@pytest.mark.parametrize(("source", "target"), CUT_SHORT)
def test_a_text_without_the_point_and_the_last_words_of_its_source_is_cut(
    source: str, target: str
) -> None:
    assert "text-truncated" in found(source, target)


def test_a_heading_may_lose_its_point() -> None:
    assert found("Los derechos de la infancia.", "The Rights of Children") == set()


def test_a_text_that_says_something_else_is_found_by_the_sentence() -> None:
    source = "El puente cayó en marzo. Los pescadores perdieron sus redes y sus barcas."
    target = "The bridge fell in March. The minister praised the new schools of the capital."
    assert found(source, target) == {"text-unrelated"}


def test_sentences_that_changed_places_are_not_unrelated() -> None:
    source = "¿Quién pagó los fusiles y los uniformes? ¿Dónde enterraron a los maestros muertos?"
    target = "Where did they bury the dead teachers? Who paid for the rifles and uniforms?"
    assert found(source, target) == set()


def test_a_free_translation_is_not_unrelated() -> None:
    source = "Cuesta creer que a estas alturas nadie haya pedido perdón."
    assert found(source, "It is hard to believe that nobody has apologized yet.") == set()


def test_joined_sentences_are_found() -> None:
    source = "El juez habló. La fiscal calló."
    assert "sentences-merged" in found(source, "The judge spoke and the prosecutor was silent.")


def test_a_sentence_may_be_split() -> None:
    source = "El juez habló durante una hora y la fiscal calló."
    assert found(source, "The judge spoke for an hour. The prosecutor was silent.") == set()


def test_an_empty_translation_says_nothing_here() -> None:
    assert found("La ley rige.", "") == set()


OTHER_PAIRS = [
    ("Nadie vino a la casa.", "Ninguém veio à casa.", set()),
    ("La casa.", "La casa.", set()),
    (
        "La casa de las familias sin tierra ni agua.",
        "A casa das famílias a casa das famílias sem água.",
        {"text-repeated"},
    ),
]


@pytest.mark.parametrize(("source", "target", "expected"), OTHER_PAIRS)
def test_other_languages_are_checked_for_what_needs_no_table(
    source: str, target: str, expected: set[str]
) -> None:
    findings = check_completeness(source, target, "es", "pt")
    assert {NAMES[finding.rule] for finding in findings} == expected


@given(st.text(max_size=60), st.text(max_size=60))
def test_spans_lie_inside_their_texts(source: str, target: str) -> None:
    for finding in check_completeness(source, target):
        for span, text in ((finding.source, source), (finding.target, target)):
            assert span is None or 0 <= span.start <= span.end <= len(text)


@pytest.mark.parametrize("unit", ["no ", "a", "ni, ", "¿", "the the ", "un- ", ". ", "A. "])
def test_hostile_texts_take_no_longer_than_their_length_asks(unit: str) -> None:
    text = unit * (40_000 // len(unit))
    assert isinstance(list(check_completeness(text, text[:-1] + "x")), list)
