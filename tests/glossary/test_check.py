"""The check of terms: what it reports, what it lets pass, what it suggests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workflow.checks.terms import (
    FORBIDDEN,
    LOST_AGAIN,
    MISSING,
    RULES,
    check_target_terms,
    check_terms,
)
from workflow.findings import Finding, Severity
from workflow.glossary import Enforce, Glossary, PartOfSpeech, Term, spanish

DATA = Path(__file__).parent / "data"


def cases(name: str) -> list[dict[str, Any]]:
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("case", cases("pairs"), ids=lambda case: f"{case['target']}"[:60])
def test_a_pair_is_judged_as_a_translator_judges_it(
    shipped: Glossary, case: dict[str, Any]
) -> None:
    found = list(check_terms(case["source"], case["target"], shipped))
    assert bool(found) == (case["expect"] == "violation")


def test_of_pairs_kept_apart_at_least_95_percent_are_judged_rightly(shipped: Glossary) -> None:
    right = alarms = violations = 0
    for case in cases("pairs-apart"):
        alarm = any(True for _ in check_terms(case["source"], case["target"], shipped))
        violation = case["expect"] == "violation"
        right += alarm and violation
        alarms += alarm
        violations += violation
    assert right >= 0.95 * alarms
    assert right >= 0.95 * violations


DETERMINERS = {
    ("m", "sg"): "del",
    ("f", "sg"): "de la",
    ("m", "pl"): "de los",
    ("f", "pl"): "de las",
}


def in_a_sentence(term: Term, wording: str) -> str:
    """A wording where its part of speech may stand."""
    if term.part_of_speech is PartOfSpeech.ADJECTIVE:
        return f"Era una persona {wording} según el informe."
    if term.part_of_speech is PartOfSpeech.LABEL:
        return wording
    if term.part_of_speech in (PartOfSpeech.VERB, PartOfSpeech.PHRASE, PartOfSpeech.NAME):
        return f"Ayer {wording} en la sesión."
    first = wording.split()[0].lower()
    determiner = DETERMINERS[spanish.gender_of(first), spanish.number_of(first)]
    return f"Ayer se habló {determiner} {wording} en la sesión."


def test_every_rendering_of_every_entry_is_judged_rightly(shipped: Glossary) -> None:
    wrong = []
    for term in shipped.terms:
        for wording in (term.source, *term.variants):
            source = in_a_sentence(term, wording)
            right = (term.target, *term.also)
            for rendering in (*right, *term.forbidden, "matter"):
                target = f"Yesterday they spoke about the {rendering} in the session."
                alarm = any(True for _ in check_terms(source, target, shipped))
                if alarm == (rendering in right):
                    wrong.append((wording, rendering))
    assert wrong == []


STATE = Term(
    "régimen de excepción",
    "state of emergency",
    forbidden=("regime of exception", "emergency regime"),
    also=("emergency powers",),
)
DETENTION = Term("detención", "detention", forbidden=("stop",), also=("arrest",))


def found(source: str, target: str, *terms: Term) -> list[Finding]:
    return list(check_terms(source, target, Glossary(terms)))


def test_a_lost_term_is_named_with_its_english() -> None:
    source = "Sigue el régimen de excepción."
    (finding,) = found(source, "It goes on.", STATE)
    assert (finding.rule, finding.severity) == (MISSING.id, Severity.ERROR)
    assert finding.source is not None
    assert source[finding.source.start : finding.source.end] == "régimen de excepción"
    assert finding.suggestion == "state of emergency"


@pytest.mark.parametrize(
    ("source", "target", "wrong", "suggestion"),
    [
        (
            "el régimen de excepción",
            "the emergency regime",
            "emergency regime",
            "state of emergency",
        ),
        (
            "los regímenes de excepción",
            "the emergency regimes",
            "emergency regimes",
            "states of emergency",
        ),
        ("RÉGIMEN DE EXCEPCIÓN", "EMERGENCY REGIME", "EMERGENCY REGIME", "STATE OF EMERGENCY"),
        (
            "Régimen de excepción",
            "Emergency regime renewed",
            "Emergency regime",
            "State of emergency",
        ),
        (
            "del régimen de excepción",
            "the emergency regime’s end",
            "emergency regime",
            "state of emergency",
        ),
    ],
)
def test_a_forbidden_rendering_is_marked_with_what_would_be_right(
    source: str, target: str, wrong: str, suggestion: str
) -> None:
    (finding,) = found(source, target, STATE)
    assert finding.rule == FORBIDDEN.id
    assert finding.target is not None
    assert target[finding.target.start : finding.target.end] == wrong
    assert finding.suggestion == suggestion


def test_each_forbidden_rendering_is_marked_at_its_own_match() -> None:
    source = "El régimen de excepción. Otro régimen de excepción."
    target = "The state of emergency. Another emergency regime."
    (finding,) = found(source, target, STATE)
    assert finding.source is not None
    assert finding.source.start == source.rindex("régimen")


def test_also_accepted_is_right() -> None:
    assert not found("el régimen de excepción", "the emergency powers", STATE)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("la detención", "they were arrested"),
        ("la detención", "his detentions"),
        ("la detención", "the Detention"),
        ("la detención", "the detention's end"),
        ("la detención", "the detention’s end"),
        ("la detención", "the *detention*"),
    ],
)
def test_inflection_capitals_and_possessives_do_not_matter(source: str, target: str) -> None:
    assert not found(source, target, DETENTION)


@pytest.mark.parametrize(
    ("approved", "written"),
    [
        ("pretrial detention", "pre-trial detention"),
        ("ill-treatment", "ill treatment"),
        ("forced labor", "forced labour"),
        ("defense lawyer", "defence lawyer"),
        ("criminalization", "criminalisation"),
        ("Escazú Agreement", "Escazu Agreement"),
        ("violation of rights", "violation of their rights"),
        ("enforced disappearance", "enforced or involuntary disappearance"),
        ("extrajudicial execution", "extrajudicial, summary and arbitrary executions"),
        ("Attorney General's Office", "Attorney General’s Office"),
    ],
)
def test_spelling_and_what_may_stand_inside_do_not_matter(approved: str, written: str) -> None:
    assert not found("la cosa", f"It is the {written} here.", Term("cosa", approved))


@pytest.mark.parametrize(
    ("approved", "written"),
    [
        ("arbitrary detention", "arbitrary. Detention"),
        ("WHO", "who"),
        ("UN", "un"),
        ("mass grave", "mass of the grave"),
        ("state of emergency", "state and emergency"),
    ],
)
def test_other_words_are_not_the_term(approved: str, written: str) -> None:
    assert found("la cosa", f"So it is {written} here.", Term("cosa", approved))


def test_a_forbidden_word_inside_an_approved_rendering_is_right() -> None:
    process = Term("proceso", "trial", forbidden=("process",))
    due = Term("debido proceso", "due process")
    assert not found("el debido proceso en el proceso", "due process at the trial", process, due)


def test_a_single_forbidden_word_may_stand_for_something_else() -> None:
    assert not found("la detención", "the detention did not stop", DETENTION)
    assert found("la detención", "the stop", DETENTION)


def test_a_forbidden_phrase_is_wrong_beside_the_approved_one_too() -> None:
    target = "the state of emergency, or emergency regime"
    assert [one.rule for one in found("el régimen de excepción", target, STATE)] == [FORBIDDEN.id]


def test_a_pronoun_may_stand_for_a_later_mention() -> None:
    source = "El régimen de excepción sigue. El régimen de excepción daña."
    assert not found(source, "The state of emergency goes on. It does harm.", STATE)


@pytest.mark.parametrize(
    ("source", "target", "term"),
    [
        (
            "El régimen de excepción sigue. El régimen de excepción daña.",
            "The state of emergency goes on. The emergency harms all.",
            STATE,
        ),
        (
            "En El Salvador hay miedo. El Salvador calla.",
            "There is fear in El Salvador. The country is silent.",
            Term("El Salvador", "El Salvador", PartOfSpeech.NAME, enforce=Enforce.KEEP),
        ),
        (
            "El régimen de excepción sigue; el régimen de excepción daña.",
            "The state of emergency goes on, harming all.",
            STATE,
        ),
    ],
)
def test_a_later_mention_may_be_shorter(source: str, target: str, term: Term) -> None:
    assert not found(source, target, term)


def test_a_term_lost_in_one_of_two_sentences_is_reported() -> None:
    source = "El régimen de excepción sigue. El régimen de excepción daña a todos."
    target = "The state of emergency goes on. The special measures harm everybody."
    (finding,) = found(source, target, STATE)
    assert finding.rule == LOST_AGAIN.id
    assert finding.source is not None
    assert finding.source.start == source.rindex("régimen")


def test_what_depends_on_the_context_is_a_warning() -> None:
    pain = Term("pena", "sentence", forbidden=("pain",), enforce=Enforce.CHECK)
    assert [one.severity for one in found("la pena", "the pain", pain)] == [Severity.WARNING]


def test_a_quoted_title_is_not_corrected() -> None:
    source = "El informe «Régimen de excepción» salió ayer."
    assert not found(source, "The report “Regime of Exception” came out yesterday.", STATE)


def test_quoted_speech_is_checked() -> None:
    source = "«Vivimos en régimen de excepción», dijo."
    assert found(source, "“We live in a regime of exception,” she said.", STATE)


def test_a_name_translated_is_reported_and_its_words_elsewhere_are_not() -> None:
    name = Term(
        "El País", "El País", PartOfSpeech.NAME, forbidden=("The Country",), enforce=Enforce.KEEP
    )
    assert found("El País lo dijo.", "The Country said it.", name)
    assert not found("El País lo dijo en el país.", "El País said it in the country.", name)


def test_several_peoples_are_not_people() -> None:
    people = Term("pueblo indígena", "Indigenous people", plural="Indigenous peoples")
    assert not found("los pueblos indígenas", "indigenous peoples", people)
    assert found("los pueblos indígenas", "indigenous people", people)
    assert not found("el pueblo indígena", "the Indigenous people", people)


def test_a_text_without_terms_has_no_findings() -> None:
    assert not found("Hola.", "An emergency regime.", STATE)


def test_forbidden_renderings_are_found_without_the_spanish() -> None:
    target = "They live under an emergency regime. The process is long."
    process = Term("proceso", "trial", forbidden=("process",))
    (finding,) = check_target_terms(target, Glossary([STATE, process]))
    assert finding.source is None
    assert finding.suggestion == "state of emergency"


def test_a_single_word_is_wrong_anywhere_only_when_its_entry_says_so() -> None:
    acronym = Term("CIDH", "IACHR", PartOfSpeech.ACRONYM, forbidden=("CIDH",), anywhere=True)
    assert list(check_target_terms("The CIDH said", Glossary([acronym])))


def test_what_another_entry_accepts_is_not_wrong_anywhere() -> None:
    other = Term("régimen de emergencia", "emergency regime")
    assert not list(check_target_terms("an emergency regime", Glossary([STATE, other])))


def test_the_rules_are_those_of_the_findings() -> None:
    assert [rule.id for rule in RULES] == ["T101", "T102", "T103"]


@pytest.mark.parametrize("piece", ["the ", "and ", "state of ", "“", "pre-", "a, "])
def test_a_hostile_text_is_checked_in_one_pass(piece: str) -> None:
    assert found("el régimen de excepción", piece * 20_000, STATE)
