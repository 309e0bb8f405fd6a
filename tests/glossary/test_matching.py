"""Finding terms in running Spanish: cases, what is measured on cases kept apart, properties."""

from __future__ import annotations

import json
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.glossary import Enforce, Glossary, PartOfSpeech, Term
from workflow.glossary.model import Match

DATA = Path(__file__).parent / "data"


def cases(name: str) -> list[dict[str, Any]]:
    lines = (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def certainty(match: Match) -> str:
    if match.gap:
        return "gap"
    return "certain" if match.replaceable else "check"


@pytest.mark.parametrize("case", cases("matches"), ids=lambda case: str(case["text"])[:40])
def test_terms_are_found_with_their_english(shipped: Glossary, case: dict[str, Any]) -> None:
    text = case["text"]
    found = [[text[m.start : m.end], m.target, certainty(m)] for m in shipped.find(text)]
    assert found == case["matches"]


def test_of_terms_in_cases_kept_apart_at_least_95_percent_are_found_and_right(
    shipped: Glossary,
) -> None:
    right = found = wanted = 0
    for case in cases("matches-apart"):
        text = case["text"]
        got = Counter((text[m.start : m.end], m.target) for m in shipped.find(text))
        expected = Counter((words, english) for words, english, _ in case["matches"])
        right += (got & expected).total()
        found += got.total()
        wanted += expected.total()
    assert right >= 0.95 * found
    assert right >= 0.95 * wanted


def glossary(*terms: Term) -> Glossary:
    return Glossary(terms)


def english(glossary: Glossary, text: str) -> list[str]:
    return [match.target for match in glossary.find(text)]


def test_the_longest_term_wins_and_each_word_counts_once() -> None:
    some = glossary(
        Term("prisión", "prison"),
        Term("prisión preventiva", "pretrial detention"),
        Term("prisión preventiva oficiosa", "mandatory pretrial detention"),
    )
    text = "prisión preventiva oficiosa, prisión preventiva y prisión"
    assert english(some, text) == ["mandatory pretrial detention", "pretrial detention", "prison"]


def test_an_entry_for_women_beats_the_generated_feminine() -> None:
    some = glossary(
        Term("defensora del pueblo", "female ombudsperson"),
        Term("defensor del pueblo", "ombudsperson"),
    )
    assert english(some, "la defensora y el defensor del pueblo") == ["ombudsperson"]
    assert english(some, "la defensora del pueblo") == ["female ombudsperson"]


def test_an_exception_holds_for_its_own_entry_only() -> None:
    some = glossary(
        Term("captura", "arrest", exceptions=("captura de pantalla",)),
        Term("pantalla", "screen"),
    )
    assert english(some, "una captura de pantalla") == ["screen"]
    assert english(some, "unas capturas de pantalla y una captura") == ["screen", "arrest"]


def test_an_exception_inflects_like_a_term() -> None:
    some = glossary(Term("fiscal", "prosecutor", exceptions=("paraíso fiscal",)))
    assert english(some, "los paraísos fiscales") == []


def test_a_match_with_other_words_inside_is_never_replaced() -> None:
    (match,) = glossary(Term("detención arbitraria", "arbitrary detention")).find(
        "una detención presuntamente arbitraria"
    )
    assert match.gap
    assert not match.replaceable


def test_a_term_inside_one_that_is_only_checked_may_be_replaced() -> None:
    some = glossary(
        Term("levantar el toque", "lift the curfew", PartOfSpeech.VERB, enforce=Enforce.CHECK),
        Term("detención arbitraria", "arbitrary detention"),
        Term("detención", "detention"),
        Term("toque", "curfew"),
    )
    text = "levantaron el toque tras la detención muy arbitraria"
    assert english(some, text) == ["lifted the curfew", "arbitrary detention"]
    assert [match.target for match in some.replaceable(text)] == ["curfew", "detention"]


def test_only_what_may_be_replaced_is_replaced(shipped: Glossary) -> None:
    text = "Los migrantes detenidos por el fiscal viven bajo el régimen de excepción."
    assert [match.target for match in shipped.replaceable(text)] == ["state of emergency"]


@pytest.mark.parametrize(
    "text",
    [
        "una detención. Arbitraria es la ley",
        "una detención que fue arbitraria",
        "la detención; arbitraria siempre",
        "la detención ordenada ayer por la arbitraria autoridad",
    ],
)
def test_words_of_another_clause_are_no_gap(text: str) -> None:
    assert english(glossary(Term("detención arbitraria", "arbitrary detention")), text) == []


def test_what_an_engine_needs_has_the_names_of_its_constraint() -> None:
    (match,) = glossary(
        Term("prueba", "evidence", forbidden=("test",), also=("proof",), plural="evidence")
    ).find("las pruebas")
    assert match.constraint_fields() == {
        "start": 4,
        "end": 11,
        "target": "evidence",
        "part_of_speech": "noun",
        "gender": "f",
        "number": "pl",
        "target_number": "sg",
        "forbidden": ("test", "tests"),
        "accepted": ("proof",),
    }


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        (PartOfSpeech.PROPER_NOUN, "name"),
        (PartOfSpeech.ACRONYM, "name"),
        (PartOfSpeech.VERB, "verb"),
    ],
)
def test_an_engine_knows_names_by_one_name(part: PartOfSpeech, expected: str) -> None:
    (match,) = glossary(Term("ONU", "UN", part)).find("ONU")
    assert match.constraint_fields()["part_of_speech"] == expected


@pytest.mark.parametrize(
    ("spanish", "expected"),
    [
        ("viola la ley", "violates the law"),
        ("violan la ley", "violate the law"),
        ("violó la ley", "violated the law"),
        ("violaban la ley", "violated the law"),
        ("violará la ley", "will violate the law"),
        ("violarían la ley", "would violate the law"),
        ("han violado la ley", "violated the law"),
        ("violando la ley", "violating the law"),
        ("violar la ley", "violate the law"),
        ("que viole la ley", "violate the law"),
    ],
)
def test_a_verb_keeps_its_tense(spanish: str, expected: str) -> None:
    some = glossary(Term("violar la ley", "violate the law", PartOfSpeech.VERB))
    assert english(some, spanish) == [expected]


@pytest.mark.parametrize(
    ("text", "gender"),
    [("la fiscal", "f"), ("el fiscal", "m"), ("una jueza", "f"), ("las ONG", "f")],
)
def test_the_gender_is_that_of_the_words_in_the_text(text: str, gender: str) -> None:
    some = glossary(
        Term("fiscal", "prosecutor"),
        Term("juez", "judge", gender="mf"),
        Term("ONG", "NGO", PartOfSpeech.ACRONYM),
    )
    assert [match.gender for match in some.find(text)] == [gender]


def test_a_doubtful_reading_is_checked_and_not_replaced() -> None:
    (match,) = glossary(Term("detenido", "detainee")).find("los migrantes detenidos")
    assert match.enforce is Enforce.CHECK


@pytest.mark.parametrize(
    "text", ["", " ", "…", "«»", "---", "\n\n\n", "```", "<br>", "[](", "0", "\u00ad\u0301"]
)
def test_a_text_without_words_has_no_terms(shipped: Glossary, text: str) -> None:
    assert shipped.find(text) == []


fragments = st.sampled_from(
    ["régimen", "de", "la", "excepción", "estado", "derechos", "humanos", "violación", "El",
     "Salvador", "fue", "detenida", "los", "detenidos", "«", "»", ",", ".", "\n", "-", "**", "[",
     "](x)", "presuntamente", "arbitraria", "detención", "CIDH", "y", "http://a.b", "\u0301"]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(fragments, max_size=25).map(" ".join))
def test_matches_stand_in_the_text_in_order_and_apart(shipped: Glossary, text: str) -> None:
    matches = shipped.find(text)
    assert all(0 <= match.start < match.end <= len(text) for match in matches)
    assert all(one.end <= other.start for one, other in pairwise(matches))
    assert all(match.target in match.accepted for match in matches)


@settings(max_examples=200)
@given(st.lists(fragments, max_size=12).map(" ".join))
def test_what_comes_in_another_paragraph_changes_nothing(shipped: Glossary, text: str) -> None:
    alone = [(match.start, match.target) for match in shipped.find(text)]
    followed = shipped.find(text + "\n\nTexto aparte.")
    assert [(match.start, match.target) for match in followed] == alone


@pytest.mark.parametrize(
    "piece", ["de la ", "estado de ", "«", "a.", "](", "violación a los ", "x@", "` ", "\n> "]
)
def test_a_hostile_text_is_searched_in_one_pass(shipped: Glossary, piece: str) -> None:
    assert isinstance(shipped.find(piece * 20_000), list)


def test_an_adjective_of_origin_that_stands_for_people_is_plural_in_english() -> None:
    some = glossary(Term("salvadoreño", "Salvadoran", PartOfSpeech.ADJECTIVE))
    assert english(some, "Los salvadoreños votaron.") == ["Salvadorans"]
    assert english(some, "Miles de salvadoreñas huyeron.") == ["Salvadorans"]
    assert english(some, "los presos salvadoreños") == ["Salvadoran"]
    assert english(some, "Una salvadoreña murió.") == ["Salvadoran"]


def test_a_title_that_follows_its_kind_of_work_is_left_alone() -> None:
    some = glossary(Term("tortura", "torture"), Term("toque de queda", "curfew"))
    assert english(some, "Leyó el libro La tortura y el documental *Toque de queda*.") == []
    assert english(some, "El informe documenta la tortura.") == ["torture"]


HEARING = Term("audiencia", "hearing", forbidden=("audience",), context=("juez*", "el fiscal"))
CONCERT = "La audiencia aplaudió durante un rato y el grupo volvió a salir a escena. " * 8


def test_a_homograph_is_no_term_in_an_article_that_has_nothing_of_its_context() -> None:
    assert not glossary(HEARING).for_article(CONCERT).find("La audiencia aplaudió.")
    assert not glossary(HEARING).for_article(CONCERT).replaceable("La audiencia aplaudió.")


@pytest.mark.parametrize("said", ["La jueza llegó.", "Un JUEZ llegó.", "Llegó el fiscal."])
def test_a_homograph_is_the_term_in_an_article_with_a_word_of_its_context(said: str) -> None:
    assert glossary(HEARING).for_article(CONCERT + said).find("La audiencia empezó.")


def test_a_few_sentences_do_not_tell_what_an_article_is_about() -> None:
    assert glossary(HEARING).for_article("La audiencia duró poco.").find("La audiencia duró poco.")


def test_articles_of_one_kind_share_one_reading_of_the_glossary() -> None:
    known = glossary(HEARING)
    assert known.for_article(CONCERT) is known.for_article(CONCERT + "Y cantó.")


SEE_MORE = Term("ver más", "see more", part_of_speech=PartOfSpeech.LABEL)


@pytest.mark.parametrize("text", ["Ver más", "Murió ayer. [Ver más](x)", "(ver más)", "Ver más:"])
def test_a_label_is_found_where_it_stands_by_itself(text: str) -> None:
    assert english(glossary(SEE_MORE), text) == ["see more"]


@pytest.mark.parametrize(
    "text", ["No se puede ver más allá.", "Ver más noticias", "Quiso ver más."]
)
def test_a_label_is_no_term_in_running_text(text: str) -> None:
    assert english(glossary(SEE_MORE), text) == []


CRUEL = Term("trato cruel, inhumano o degradante", "cruel, inhuman or degrading treatment")


@pytest.mark.parametrize(
    "text",
    [
        "trato cruel, inhumano o degradante",
        "tratos crueles, inhumanos y degradantes",
        "tratos crueles, inhumanos, o degradantes",
        "tratos crueles inhumanos y/o degradantes",
    ],
)
def test_conjunctions_of_a_term_take_each_others_place(text: str) -> None:
    (match,) = glossary(CRUEL).find(f"Denuncian {text} en la cárcel.")
    assert len(text) == match.end - match.start and match.replaceable


def test_the_conjunction_of_a_name_stays_as_it_is() -> None:
    ministry = Term("Ministerio de Justicia y Paz", "Ministry of Justice and Peace",
                    PartOfSpeech.PROPER_NOUN)  # fmt: skip
    assert not glossary(ministry).find("el Ministerio de Justicia o Paz")


def test_a_phrase_with_another_conjunction_is_checked_only() -> None:
    truth = Term("verdad y justicia", "truth and justice", PartOfSpeech.PHRASE)
    matches = glossary(truth).find("Verdad y justicia. No hubo verdad o justicia.")
    assert [match.replaceable for match in matches] == [True, False]
