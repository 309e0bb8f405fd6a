"""Glossaries of other tools: what their formats can hold is written and read back."""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import GlossaryError
from workflow.glossary import Enforce, Glossary, PartOfSpeech, Term
from workflow.glossary.exchange import Format, export, import_from

TERM = Term(
    "sí, «quizá»",
    'yes, "perhaps"',
    variants=("tal vez",),
    forbidden=("yes maybe",),
    also=("maybe",),
    plural="yeses",
    gender="mf",
    exceptions=("quizá no",),
    enforce=Enforce.CHECK,
    anywhere=True,
    note="also: see the style guide",
    authority="RAE; house",
    domain="general",
)


@pytest.mark.parametrize("form", [Format.TSV, Format.TBX])
def test_nothing_of_the_shipped_glossary_is_lost(shipped: Glossary, form: Format) -> None:
    imported = import_from(export(shipped.terms, form), form)
    assert imported.terms == shipped.terms
    assert imported.left_out == ()


@pytest.mark.parametrize("form", [Format.TSV, Format.TBX])
@pytest.mark.parametrize("part", PartOfSpeech)
@pytest.mark.parametrize("enforce", Enforce)
def test_a_term_with_everything_in_it_comes_back(
    form: Format, part: PartOfSpeech, enforce: Enforce
) -> None:
    values = {name: getattr(TERM, name) for name in Term.__slots__}
    term = Term(**{**values, "part_of_speech": part, "enforce": enforce})
    assert import_from(export([term], form), form).terms == (term,)


letters = st.text("abcñáé,;\"'«»<&|", min_size=1, max_size=6).map(lambda one: one.replace("|", "/"))
phrases = st.lists(letters, min_size=1, max_size=3).map(" ".join)
lists = st.lists(phrases, max_size=3, unique=True).map(tuple)


@pytest.mark.parametrize("form", [Format.TSV, Format.TBX])
@given(
    term=st.builds(
        Term,
        source=phrases,
        target=phrases,
        variants=lists,
        forbidden=lists,
        also=lists,
        exceptions=lists,
        note=st.just("") | phrases,
        authority=st.just("") | phrases,
    )
)
def test_any_characters_come_back(form: Format, term: Term) -> None:
    imported = import_from(export([term], form), form)
    assert imported.terms == (term,)


def test_deepl_gets_two_columns_and_each_wording_once(shipped: Glossary) -> None:
    rows = list(csv.reader(export(shipped.terms, Format.CSV).splitlines()))
    assert {len(row) for row in rows} == {2}
    assert len({row[0] for row in rows}) == len(rows)
    assert ["régimen de excepción", "state of emergency"] in rows
    assert ["detención preventiva", "pretrial detention"] in rows


def test_pairs_of_deepl_come_back(shipped: Glossary) -> None:
    imported = import_from(export(shipped.terms, Format.CSV), Format.CSV)
    pairs = {(term.source, term.target) for term in imported.terms}
    assert {(term.source, term.target) for term in shipped.terms} <= pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("a,b\nc,d\n", [("a", "b"), ("c", "d")]),
        ("a;b\r\nc;d\r\n", [("a", "b"), ("c", "d")]),
        ("\ufeffsource,target\na,b\n", [("a", "b")]),
        ('"a, ""x""",b\n\n', [('a, "x"', "b")]),
        ("a,b,es,en\n", [("a", "b")]),
        ("a,b\na,b\n", [("a", "b")]),
    ],
)
def test_csv_of_spreadsheets_is_understood(text: str, pairs: list[tuple[str, str]]) -> None:
    imported = import_from(text, Format.CSV)
    assert [(term.source, term.target) for term in imported.terms] == pairs
    assert imported.left_out == ()


def test_what_is_left_out_is_named_with_its_line() -> None:
    imported = import_from("a,b\nonly\na,other\n,x\n", Format.CSV)
    assert [one.split(":")[0] for one in imported.left_out] == ["line 2", "line 3", "line 4"]


def test_bad_csv_is_an_error_with_its_line() -> None:
    with pytest.raises(GlossaryError) as caught:
        import_from('a,b\n"c,d\n', Format.CSV, "terms.csv")
    assert caught.value.path == "terms.csv"
    assert caught.value.line is not None


def test_omegat_comments_that_are_not_ours_are_notes() -> None:
    (term,) = import_from("# header\nperro\tdog\tthe animal\n", Format.TSV).terms
    assert (term.source, term.target, term.note) == ("perro", "dog", "the animal")


def test_tbx_is_well_formed_and_marks_what_is_preferred_and_deprecated() -> None:
    root = ET.fromstring(export([TERM], Format.TBX))
    assert root.get("type") == "TBX-Basic"
    statuses = [note.text for note in root.iter() if note.get("type") == "administrativeStatus"]
    assert statuses.count("preferredTerm-admn-sts") == 3
    assert statuses.count("deprecatedTerm-admn-sts") == 1


OLD_TBX = """<?xml version="1.0"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1"><descrip type="subjectField">law</descrip>
<langSet xml:lang="en-US"><tig><term>curfew</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>lockdown</term>
<termNote type="administrativeStatus">supersededTerm-admn-sts</termNote></tig></langSet>
<langSet xml:lang="es-SV"><ntig><termGrp><term>toque de queda</term>
<termNote type="partOfSpeech">noun</termNote></termGrp></ntig></langSet></termEntry>
<termEntry id="c2"><langSet xml:lang="en"><tig><term>alone</term></tig></langSet></termEntry>
</body></text></martif>"""


def test_tbx_of_2008_is_read_too() -> None:
    imported = import_from(OLD_TBX, Format.TBX)
    assert imported.terms == (
        Term("toque de queda", "curfew", forbidden=("lockdown",), domain="law"),
    )
    assert imported.left_out == ("c2: lacks one language",)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no xml",
        "<tbx>",
        "<tbx/>",
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
        + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "&a;"}">' for n in range(9))
        + "]><tbx>&a8;</tbx>",
    ],
)
def test_a_file_that_is_no_tbx_is_an_error(text: str) -> None:
    with pytest.raises(GlossaryError):
        import_from(text, Format.TBX, "terms.tbx")
