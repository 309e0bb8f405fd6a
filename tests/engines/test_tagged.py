"""Tags put back around a translation: at the right words, once each, nested as they were."""

from __future__ import annotations

import re
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.engines.cases import tagged
from workflow.engines.base import AlignedSpan
from workflow.engines.markup import Tag, TaggedText, escape
from workflow.engines.tagged import project, standing_alone
from workflow.errors import EngineError

TAG: Final = re.compile(r"<[^>]*>")


def links(source: str, target: str, pairs: str) -> list[AlignedSpan]:
    """`perro=dog gato_negro=black_cat`: the first place of each on both sides."""
    found = []
    for pair in pairs.split():
        here, there = (side.replace("_", " ") for side in pair.split("="))
        start, place = source.index(here), target.index(there)
        found.append(AlignedSpan(start, start + len(here), place, place + len(there)))
    return found


def projected(marked: str, target: str, pairs: str) -> str:
    source = TaggedText.parse(tagged(marked))
    return project(source, target, links(source.plain, target, pairs))


def test_reading_takes_tags_out_and_decodes_entities() -> None:
    read = TaggedText.parse('A &amp; <g id="1">B &lt;<x id="2"/></g> &#8364;&#xe9;')
    assert read.plain == "A & B < €é"
    outer = read.tags[0]
    assert (outer.id, outer.start, outer.end, outer.void) == ("1", 4, 7, False)
    assert [(tag.id, tag.start, tag.end, tag.void) for tag in outer.children] == [("2", 7, 7, True)]
    assert [tag.id for tag in read.walk()] == ["1", "2"]


@pytest.mark.parametrize(
    "broken",
    ["<g id='1'>a", "a</g>", "a < b", "a & b", "<b>a</b>", "<g id='1'>a</g></g>", "&nbsp;"],
)
def test_what_is_not_well_formed_is_refused(broken: str) -> None:
    with pytest.raises(EngineError, match="not well-formed"):
        TaggedText.parse(broken)


@pytest.mark.parametrize(
    ("marked", "plain"),
    [
        ("Una línea{1}otra", "Una línea otra"),
        ("Una frase.{1}Otra.", "Una frase. Otra."),
        ("{1 Nombre}{2}{3 Cargo}", "Nombre Cargo"),
        ("una nota{1}.", "una nota."),
        ("una nota{1} y más", "una nota y más"),
        ("el código {1} vale", "el código  vale"),
        ("({1})", "()"),
        ("{1}inicio y final{2}", "inicio y final"),
    ],
)
def test_a_void_tag_between_glued_words_reads_as_a_space(marked: str, plain: str) -> None:
    assert TaggedText.parse(tagged(marked)).plain == plain


@pytest.mark.parametrize(
    ("marked", "target", "pairs", "expected"),
    [
        # marks that English sets otherwise
        ("{1 «Sí»}, dijo.", '"Yes," he said.', "Sí=Yes dijo=said", '{1 "Yes,"} he said.'),
        ("«Sí»{1}, dijo.", "“Yes,” he said.", "Sí=Yes dijo=said", "“Yes,”{1} he said."),
        ("«{1 Sí}», dijo.", '"Yes," he said.', "Sí=Yes dijo=said", '"{1 Yes}," he said.'),
        # tags like words of their own, side by side where the words between them are gone
        ("lea {1} y {2} hoy", "read today", "lea=read hoy=today", "read {1} {2} today"),
        # brackets that hold nothing else, and that the engine has dropped
        ("un juez ({1}) vino", "a judge came", "juez=judge vino=came", "a judge ({1}) came"),
        ("un juez [{1}].", "a judge.", "juez=judge", "a judge [{1}]."),
        ("un juez ({1}) vino", "a judge () came", "juez=judge vino=came", "a judge ({1}) came"),
        # reordering
        ("casa {1 blanca}", "white house", "casa=house blanca=white", "{1 white} house"),
        (
            "{1 mujeres {2 detenidas}} ayer",
            "yesterday detained women",
            "mujeres=women detenidas=detained ayer=yesterday",
            "yesterday {1 {2 detained} women}",
        ),
        ("{1 a} {2 b} {3 c}", "z y x", "a=x b=y c=z", "{3 z} {2 y} {1 x}"),
        # one word rendered by several, several by one
        ("lo {1 llevó}", "took him away", "lo=him llevó=took llevó=away", "{1 took} him away"),
        ("{1 sin embargo}, no", "however, no", "sin_embargo=however no=no", "{1 however}, no"),
        ("{1 derechos} humanos", "human rights", "derechos_humanos=human_rights",
         "human {1 rights}"),
        ("{1 derechos} {2 humanos}", "human rights", "derechos_humanos=human_rights",
         "{2 human} {1 rights}"),
        ("{1 desaparición} forzada", "enforced disappearance",
         "desaparición_forzada=enforced_disappearance", "enforced {1 disappearance}"),
        ("{1 Amnistía} Internacional", "Amnesty International",
         "Amnistía_Internacional=Amnesty_International", "{1 Amnesty} International"),
        ("{1 verdad}, {2 justicia} y {3 vida}", "truth, justice and life",
         "verdad,_justicia_y_vida=truth,_justice_and_life", "{1 truth}, {2 justice} and {3 life}"),
        ("estado de {1 sitio}", "state of siege", "estado_de_sitio=state_of_siege",
         "state of {1 siege}"),
        ("toque de {1 queda}", "curfew", "toque_de_queda=curfew", "{1 curfew}"),
        # punctuation inside and outside
        ("{1 Nota:} sí", "Note: yes", "Nota=Note sí=yes", "{1 Note:} yes"),
        ("{1 Nota}: sí", "Note: yes", "Nota=Note sí=yes", "{1 Note}: yes"),
        ("«{1 sí}», no", "“yes”, no", "sí=yes no=no", "“{1 yes}”, no"),
        ("{1 «sí»}, no", "“yes”, no", "sí=yes no=no", "{1 “yes”}, no"),
        ("{1 ¿Sí?} No.", "Yes? No.", "Sí=Yes No=No", "{1 Yes?} No."),
        ("uno ({1 dos}) tres", "one (two) three", "uno=one dos=two tres=three",
         "one ({1 two}) three"),
        # footnote references
        ("uno{1}. Dos", "one. Two", "uno=one Dos=Two", "one{1}. Two"),
        ("uno.{1} Dos", "one. Two", "uno=one Dos=Two", "one.{1} Two"),
        ("la nota{1} roja", "the red note", "la=the nota=note roja=red", "the red note{1}"),
        ("{1 nota}{2} roja", "red note", "nota=note roja=red", "red {1 note}{2}"),
        ("{1 nota{2}} roja", "red note", "nota=note roja=red", "red {1 note{2}}"),
        ("uno{1}{2}, dos", "one, two", "uno=one dos=two", "one{1}{2}, two"),
        # tags that stand like words
        ("usa {1} aquí", "use here", "usa=use aquí=here", "use {1} here"),
        ("usa {1}, aquí", "use, here", "usa=use aquí=here", "use {1}, here"),
        ("usa ({1}) aquí", "use () here", "usa=use aquí=here", "use ({1}) here"),
        ("{1} usa", "use", "usa=use", "{1} use"),
        ("usa {1}", "use", "usa=use", "use {1}"),
        ("usa {1} {2} aquí", "use here", "usa=use aquí=here", "use {1} {2} here"),
        # line breaks
        ("uno dos{1}tres", "one two three", "uno=one dos=two tres=three", "one two{1}three"),
        ("uno.{1}Dos", "one. Two", "uno=one Dos=Two", "one.{1}Two"),
        ("{1 uno}{2}{3 dos}", "one two", "uno=one dos=two", "{1 one}{2}{3 two}"),
        # whole segments and edges
        ("{1 uno dos}", "one two three", "uno=one", "{1 one two three}"),
        ("{1 {2 uno.}}", "one.", "uno=one", "{1 {2 one.}}"),
        ("{1}{2 uno}{3}", "one", "uno=one", "{1}{2 one}{3}"),
        ("{1 {2}} uno", "one", "uno=one", "{1 {2}} one"),
        # symbols and emoji are words, dashes are not
        ("ver {1 🔗}", "see 🔗", "ver=see 🔗=🔗", "see {1 🔗}"),
        ("{1 50 %} más", "50% more", "50=50 más=more", "{1 50%} more"),
        # special characters stay escaped
        ("{1 a &amp; b} &lt;c&gt;", "a & b <c>", "a=a b=b c=c", "{1 a &amp; b} &lt;c&gt;"),
    ],
)  # fmt: skip
def test_tags_follow_their_words(marked: str, target: str, pairs: str, expected: str) -> None:
    assert projected(marked, target, pairs) == tagged(expected)


@pytest.mark.parametrize(
    ("marked", "target", "expected"),
    [
        ("ayer {1 Ginebra} cayó", "Geneva fell yesterday", "Geneva {1 fell} yesterday"),
        ("caso {1 Cristosal}", "Cristosal case", "{1 Cristosal} case"),
        ("uno dos{1}tres cuatro", "one two three four", "one two{1}three four"),
        ("{1 uno} dos", "", "{1 }"),
    ],
)  # fmt: skip
def test_without_alignment_names_and_relative_places_decide(
    marked: str, target: str, expected: str
) -> None:
    expected = tagged(expected).replace("{1 }", '<g id="1"></g>')
    assert projected(marked, target, "") == expected


def test_an_anchor_says_where_a_void_tag_goes() -> None:
    source = TaggedText.parse("usa <x id='1'/> aquí hoy")
    assert standing_alone(source) == [4]
    target = "today use here"
    assert project(source, target, [AlignedSpan(4, 4, 9, 9)]) == "today use <x id='1'/> here"


def test_tags_never_leave_their_sentence() -> None:
    source = TaggedText.parse(tagged("Uno {1 dos}. {2 Tres cuatro.} Cinco{3}."))
    target = "A b. C d e. F."
    sentences = [
        AlignedSpan(0, 8, 0, 4),
        AlignedSpan(9, 21, 5, 11),
        AlignedSpan(22, 28, 12, 14),
    ]
    expected = tagged("A {1 b}. {2 C d e.} F{3}.")
    assert project(source, target, [], sentences) == expected


WORDS: Final = st.text("abñ. ,«»(&<😀", min_size=0, max_size=12)


@st.composite
def trees(draw: st.DrawFn, depth: int = 3) -> str:
    """Tagged content with tags nested to `depth`, ids to be numbered afterwards."""
    parts = []
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["text", "void", "pair"]))
        if kind == "text":
            parts.append(escape(draw(WORDS)))
        elif kind == "void":
            parts.append('<x id="#"/>')
        elif depth:
            parts.append(f'<g id="#">{draw(trees(depth - 1))}</g>')
    return "".join(parts)


def numbered(text: str) -> str:
    pieces = text.split('"#"')
    return "".join(f'{piece}"{n}"' for n, piece in enumerate(pieces[:-1])) + pieces[-1]


def shape(tag: Tag) -> tuple[str, frozenset[object]]:
    """A tag with what stands inside it, order aside."""
    return tag.opening, frozenset(shape(child) for child in tag.children)


@settings(max_examples=300, deadline=None)
@given(trees(), st.text("xyz. ,“”()&😀", max_size=40), st.data())
def test_no_tag_is_lost_or_doubled_or_leaves_its_parent(
    content: str, target: str, data: st.DataObject
) -> None:
    source = TaggedText.parse(numbered(content))
    count = data.draw(st.integers(0, 8))
    edge = st.tuples(st.integers(0, len(source.plain)), st.integers(0, len(source.plain)))
    other = st.tuples(st.integers(0, len(target)), st.integers(0, len(target)))
    spans = [AlignedSpan(*sorted(data.draw(edge)), *sorted(data.draw(other))) for _ in range(count)]
    result = project(source, target, spans)
    assert sorted(TAG.findall(result)) == sorted(TAG.findall(numbered(content)))
    read = TaggedText.parse(result)
    assert {shape(tag) for tag in read.tags} == {shape(tag) for tag in source.tags}
    marks = [char for char in source.plain if not char.isalnum() and not char.isspace()]
    kept = "".join(read.plain.split())
    wanted = "".join(target.split())
    assert kept == wanted or (marks and len(kept) >= len(wanted))


def test_thousands_of_tags_are_placed() -> None:
    marked = " ".join(f"{{{n} uno}} dos{{{n + 5000}}}" for n in range(2000))
    source = TaggedText.parse(tagged(marked))
    words = [match.span() for match in re.finditer(r"\w+", source.plain)]
    spans = [AlignedSpan(*span, *span) for span in words]
    assert project(source, source.plain, spans) == tagged(marked)


def test_deep_nesting_is_read_and_put_back() -> None:
    text = "".join(f'<g id="{n}">' for n in range(300)) + "uno" + "</g>" * 300
    assert project(TaggedText.parse(text), "one", []) == text.replace("uno", "one")
