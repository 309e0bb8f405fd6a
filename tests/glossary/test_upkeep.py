"""Keeping a glossary: its own check, new entries, and what a change touches."""

from __future__ import annotations

import pytest

from workflow.errors import GlossaryError
from workflow.findings import Severity
from workflow.glossary import Enforce, Glossary, PartOfSpeech, Term, lint, po
from workflow.glossary.edit import merge, with_term
from workflow.glossary.impact import changed, impact
from workflow.glossary.lint import ProblemKind


def kinds(*terms: Term) -> list[ProblemKind]:
    return [problem.kind for problem in lint.check(terms)]


def test_nothing_is_wrong_with_the_shipped_glossary(shipped: Glossary) -> None:
    assert lint.check(shipped.terms) == []


def test_what_no_reader_can_have_meant_is_an_error_and_the_rest_a_warning() -> None:
    problems = lint.check([Term("reo", "prisoner", variants=("…",), also=("prisoner",))])
    assert {one.kind: one.severity for one in problems} == {
        ProblemKind.NEVER_FOUND: Severity.ERROR,
        ProblemKind.REPEATED: Severity.WARNING,
    }


@pytest.mark.parametrize(
    ("terms", "kind"),
    [
        ([Term("reo", "prisoner"), Term("Reo", "inmate")], ProblemKind.DUPLICATE),
        (
            [Term("reo", "prisoner", variants=("recluso",)), Term("recluso", "inmate")],
            ProblemKind.CONTRADICTION,
        ),
        ([Term("reo", "prisoner", forbidden=("Prisoner",))], ProblemKind.CONTRADICTION),
        ([Term("reo", "prisoner", also=("jail bird",), forbidden=("jail bird",))],
         ProblemKind.CONTRADICTION),
        (
            [Term("reo", "death row inmate"), Term("preso", "x", forbidden=("death row inmate",))],
            ProblemKind.FORBIDDEN_TARGET,
        ),
        ([Term("reo", "prisoner", variants=("…",))], ProblemKind.NEVER_FOUND),
        (
            [Term("reo", "prisoner", exceptions=("reo político",), variants=("reo político",))],
            ProblemKind.NEVER_FOUND,
        ),
        ([Term("reo", "prisoner", variants=("reo",))], ProblemKind.REPEATED),
        ([Term("reo", "prisoner", also=("prisoner",))], ProblemKind.REPEATED),
        (
            [Term("El Faro", "The Beacon", PartOfSpeech.NAME, enforce=Enforce.KEEP)],
            ProblemKind.CHANGED_NAME,
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_glossary_is_found(terms: list[Term], kind: ProblemKind) -> None:
    assert kind in kinds(*terms)


@pytest.mark.parametrize(
    "terms",
    [
        [Term("estado de sitio", "state of siege"), Term("régimen de sitio", "state of siege")],
        [Term("prueba", "evidence", forbidden=("test",)), Term("ensayo", "test")],
        [Term("general", "general"), Term("general", "overall", PartOfSpeech.ADJECTIVE)],
        [Term("denuncia", "complaint"), Term("denunciar", "report", PartOfSpeech.VERB)],
    ],
)
def test_what_is_right_with_a_glossary_is_let_be(terms: list[Term]) -> None:
    assert kinds(*terms) in ([], [ProblemKind.NEVER_FOUND])


def test_a_new_entry_goes_to_its_place() -> None:
    text = po.write([Term("abogado", "lawyer"), Term("zona", "area")])
    longer = with_term(text, Term("juez", "judge"))
    assert [term.source for term in po.read(longer)] == ["abogado", "juez", "zona"]


def test_an_entry_that_is_there_is_not_added_again() -> None:
    text = po.write([Term("juez", "judge")])
    with pytest.raises(GlossaryError, match="“juez” is “judge” already") as caught:
        with_term(text, Term("Juez", "magistrate"), "terms.po")
    assert caught.value.line is not None


def test_terms_of_others_are_taken_in_unless_they_contradict() -> None:
    text = po.write([Term("juez", "judge")])
    merged = merge(
        text, [Term("juez", "magistrate"), Term("reo", "prisoner"), Term("juez", "judge")]
    )
    assert [term.target for term in po.read(merged.text)] == ["judge", "prisoner"]
    assert [term.target for term in merged.added] == ["prisoner"]
    assert [term.target for term in merged.conflicting] == ["magistrate"]


def test_a_change_touches_the_texts_whose_terms_it_changes() -> None:
    old = Glossary([Term("reo", "prisoner"), Term("juez", "judge")])
    new = Glossary([Term("reo", "inmate"), Term("juez", "judge", note="of any court")])
    texts = {"a": "Los reos hablan.", "b": "El juez calla.", "c": "Nada."}
    (touched,) = impact(old, new, texts)
    assert touched.key == "a"
    assert [match.target for match in touched.before] == ["prisoners"]
    assert [match.target for match in touched.after] == ["inmates"]


def test_changed_entries_are_listed_with_what_they_were() -> None:
    old = Glossary([Term("reo", "prisoner"), Term("juez", "judge")])
    new = Glossary([Term("reo", "inmate"), Term("perito", "expert")])
    assert [(a.target if a else "", b.target if b else "") for a, b in changed(old, new)] == [
        ("judge", ""),
        ("", "expert"),
        ("prisoner", "inmate"),
    ]


def across(*glossaries: list[Term]) -> list[tuple[str, ProblemKind]]:
    named = {f"{number}.po": terms for number, terms in enumerate(glossaries, 1)}
    found = lint.check_together(named).items()
    return [(name, problem.kind) for name, problems in found for problem in problems]


def test_an_entry_that_an_earlier_glossary_hides_is_told() -> None:
    found = across([Term("reo", "prisoner")], [Term("Reo", "inmate"), Term("pena", "sentence")])
    assert found == [("2.po", ProblemKind.HIDDEN)]


def test_an_entry_that_an_earlier_glossary_has_alike_is_told() -> None:
    assert across([Term("reo", "prisoner")], [Term("reo", "prisoner")]) == [
        ("2.po", ProblemKind.HIDDEN)
    ]


def test_a_variant_that_an_earlier_glossary_renders_otherwise_is_told() -> None:
    later = Term("preso", "inmate", variants=("reo",))
    assert across([Term("reo", "prisoner")], [later]) == [("2.po", ProblemKind.HIDDEN)]


def test_one_word_as_a_noun_and_as_a_verb_is_no_contradiction() -> None:
    verb = Term("denuncia", "reports", PartOfSpeech.VERB)
    assert across([Term("denuncia", "complaint")], [verb]) == []


def test_english_that_another_glossary_forbids_is_told_where_it_is_approved() -> None:
    strict = Term("fosa", "grave", forbidden=("common grave",))
    assert across([strict], [Term("fosa común", "common grave")]) == [
        ("2.po", ProblemKind.FORBIDDEN_TARGET)
    ]


def test_what_a_hidden_entry_forbids_counts_no_more() -> None:
    first, second = Term("fosa común", "common grave"), Term("fosa", "pit")
    hidden = Term("fosa", "grave", forbidden=("common grave",))
    assert across([first, second], [hidden]) == [("2.po", ProblemKind.HIDDEN)]
