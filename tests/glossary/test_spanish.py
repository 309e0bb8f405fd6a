"""The forms of Spanish words: by rule, against a dictionary of 600,000 forms."""

from __future__ import annotations

import pytest
from simplemma import is_known, lemmatize

from workflow.glossary import Glossary, PartOfSpeech, spanish
from workflow.glossary.conjugation import verb_forms


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("régimen", "regímenes"),
        ("detención", "detenciones"),
        ("orden", "órdenes"),
        ("crimen", "crímenes"),
        ("imagen", "imágenes"),
        ("joven", "jóvenes"),
        ("juez", "jueces"),
        ("cárcel", "cárceles"),
        ("país", "países"),
        ("interés", "intereses"),
        ("mes", "meses"),
        ("víctima", "víctimas"),
        ("retén", "retenes"),
        ("bien", "bienes"),
        ("israelí", "israelíes"),
        ("carácter", "caracteres"),
        ("líder", "líderes"),
    ],
)
def test_plurals_follow_the_grammar(singular: str, plural: str) -> None:
    assert spanish.plural(singular) == plural
    assert singular in spanish.singulars(plural)


@pytest.mark.parametrize("word", ["crisis", "antidisturbios", "trans", "hábeas"])
def test_what_has_one_form_for_both_numbers_is_its_own_plural(word: str) -> None:
    assert spanish.plural(word) == word


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("detención libertad salud costumbre crisis cárcel orden persona agresión víctimas", "f"),
        ("régimen problema día fiscal recurso penal terrorista juicios", "m"),
    ],
)
def test_the_gender_of_a_noun_is_told_by_its_ending_or_its_list(words: str, gender: str) -> None:
    for word in words.split():
        assert spanish.gender_of(word) == gender, word


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("detenido", {"detenido", "detenida", "detenidos", "detenidas"}),
        ("defensor", {"defensor", "defensora", "defensores", "defensoras"}),
        ("juez", {"juez", "jueza", "jueces", "juezas"}),
        ("salvadoreño", {"salvadoreño", "salvadoreña", "salvadoreños", "salvadoreñas"}),
        ("fiscal", {"fiscal", "fiscales"}),
    ],
)
def test_words_for_people_have_their_feminine(word: str, forms: set[str]) -> None:
    assert {form.text for form in spanish.nominal_forms(word, "m", "f")} == forms


def test_the_form_of_the_dictionary_is_nearest() -> None:
    costs = {form.text: form.cost for form in spanish.nominal_forms("defensor", "m", "f")}
    assert costs == {"defensor": 0, "defensores": 1, "defensora": 2, "defensoras": 3}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("violar", "violo viola violan violó violaron violaba viole violará violando violada"),
        ("juzgar", "juzga juzgó juzgue juzgué juzgaron"),
        ("negar", "niega niegan negó niegue neguemos"),
        ("detener", "detiene detuvo detuvieron detenga detendrá detenido deteniendo"),
        ("imponer", "impone impuso impuesto imponga impondría"),
        ("perseguir", "persigue persiguió persiga persiguiendo perseguía"),
        ("desaparecer", "desaparece desaparezca desapareció"),
        ("construir", "construye construyó construyeron construyendo"),
        ("prescribir", "prescribe prescribió prescrito"),
        ("exigir", "exige exija exigió"),
        ("capturar", "capturarlo capturándolos"),
        ("absolver", "absuelve absolvió absuelto"),
        ("traducir", "traduzca tradujo tradujeron"),
    ],
)
def test_verbs_are_conjugated(verb: str, forms: str) -> None:
    known = {form.text for form in verb_forms(verb)}
    assert set(forms.split()) <= known, set(forms.split()) - known


def test_the_dictionary_agrees_with_the_conjugation_of_every_verb_of_the_glossary(
    shipped: Glossary,
) -> None:
    verbs = {
        term.source.split()[0] for term in shipped.terms if term.part_of_speech is PartOfSpeech.VERB
    }
    pairs = [
        (verb, form.text)
        for verb in verbs
        for form in verb_forms(verb)
        if form.tense in ("third", "past", "gerund", "future")
    ]
    wrong = [pair for pair in pairs if lemmatize(pair[1], "es") != pair[0]]
    assert len(wrong) <= 0.03 * len(pairs), wrong


def test_the_dictionary_agrees_with_the_plurals_of_the_words_of_the_glossary(
    shipped: Glossary,
) -> None:
    words = {
        word
        for term in shipped.terms
        if term.part_of_speech is PartOfSpeech.NOUN
        for word in term.source.lower().split()
        if word.isalpha() and spanish.number_of(word) == "sg"
    } - spanish.PREPOSITIONS - spanish.CONJUNCTIONS - spanish.DETERMINERS  # fmt: skip
    plurals = {word: spanish.plural(word) for word in words - set(spanish.CONTRACTIONS)}
    known = {word: many for word, many in plurals.items() if is_known(many, "es")}
    wrong = [many for word, many in known.items() if lemmatize(many, "es") != lemmatize(word, "es")]
    assert len(known) > 300
    assert len(known) >= 0.95 * len(plurals), plurals.keys() - known.keys()
    assert len(wrong) <= 0.05 * len(known), wrong


@pytest.mark.parametrize(
    ("word", "folded"),
    [("Excepción", "excepcion"), ("AÑO", "año"), ("vergüenza", "verguenza"), ("a", "a")],
)
def test_accents_are_folded_and_letters_kept(word: str, folded: str) -> None:
    assert spanish.fold(word) == folded
