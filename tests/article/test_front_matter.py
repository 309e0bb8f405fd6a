"""Front matter: values for readers are translated, every other byte stays."""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from tests.article.test_properties import PROPERTY
from workflow.article import ArticleOptions, parse
from workflow.article.frontmatter import with_fields
from workflow.article.full_yaml import full_scalars
from workflow.article.scalars import Scalar, Style
from workflow.article.simple_yaml import simple_scalars
from workflow.errors import ArticleError

YAML_PAGE = """\
---
# comentario
title: "Los «desaparecidos»: 3"   # nota
slug: los-desaparecidos
date: 2026-01-31
description: 'Madres d''Ayotzinapa'
subtitle: Sin comillas
tags: [uno, dos]
cover:
  image: a.png
  caption: Una foto
  credits:
    - title: Autora
      name: X
summary: >-
  Texto doblado
  en líneas.

  Otro párrafo.
abstract: |
  Literal
  envuelto.

  - punto
title_number: 12
lead: 12
---
Cuerpo.
"""


def front_matter_of(text: str) -> list[tuple[str | None, str]]:
    return [(block.key, block.source) for block in parse(text).blocks if block.key]


def loaded(text: str) -> dict[str, object]:
    return YAML(typ="safe", pure=True).load(re.split(r"^---\n", text, flags=re.MULTILINE)[1])


def test_yaml_values_for_readers_are_segments() -> None:
    assert front_matter_of(YAML_PAGE) == [
        ("title", "Los «desaparecidos»: 3"),
        ("description", "Madres d'Ayotzinapa"),
        ("subtitle", "Sin comillas"),
        ("cover.caption", "Una foto"),
        ("cover.credits.title", "Autora"),
        ("summary", "Texto doblado en líneas.\nOtro párrafo."),
        ("abstract", "Literal\nenvuelto.\n\n- punto"),
    ]


def test_line_ends_without_meaning_are_folded_in_the_message() -> None:
    messages = [segment.message for segment in parse(YAML_PAGE).segments]
    assert "Literal envuelto.\n\n- punto" in messages


def test_translated_yaml_keeps_all_else_and_reads_back() -> None:
    document = parse(YAML_PAGE)
    targets = {s.id: s.untag(s.tagged.replace("o", "ó")) for s in document.segments[:-1]}
    text = document.render(targets)
    assert text == YAML_PAGE.replace("desaparecidos»", "desaparecidós»").replace(
        "Los «", "Lós «"
    ).replace("Ayotzinapa", "Ayótzinapa").replace("Sin comillas", "Sin cómillas").replace(
        "Una foto", "Una fótó"
    ).replace("Autora", "Autóra").replace("Texto doblado", "Textó dóbladó").replace(
        "Otro párrafo", "Otró párrafó"
    ).replace("envuelto", "envueltó").replace("punto", "puntó")
    assert loaded(text)["summary"] == "Textó dóbladó en líneas.\nOtró párrafó."


@pytest.mark.parametrize(
    "value",
    [
        *("a: b", "- a", "# a", "a # b", "'a", '"a" b', "[a]", "{a}", "yes", "12", "2026-01-31"),
        *(
            "a\\b",
            "@a",
            "`a",
            "%a",
            "!a",
            "&a",
            "*a",
            "? a",
            "| a",
            "> a",
            "null",
            "a:",
            "“a”",
            "---",
        ),
    ],
)
@pytest.mark.parametrize("source", ["Uno", "'Uno'", '"Uno"', "{x: 1, title: Uno}", "|\n  Uno"])
def test_any_value_is_written_so_that_yaml_reads_it_back(value: str, source: str) -> None:
    key = "x" if source.startswith("{") else "title"
    document = parse(f"---\n{key}: {source}\nother: 1\n---\n")
    text = document.render({document.segments[0].id: value})
    found = loaded(text)
    title = found["x"]["title"] if key == "x" else found["title"]  # type: ignore[index]
    assert str(title).rstrip("\n") == value
    assert found["other"] == 1


def test_html_entities_of_a_title_are_decoded_for_engines() -> None:
    document = parse("---\ntitle: Pr&aacute;ctica &amp; m&aacute;s\n---\n")
    (segment,) = document.segments
    assert segment.tagged == "Práctica &amp; más"
    assert segment.message == "Pr&aacute;ctica &amp; m&aacute;s"
    assert document.render({segment.id: segment.untag(segment.tagged)}) == document.source


TOML_PAGE = """\
+++
title = "Los \\"otros\\"" # nota
date = 2026-01-31
description = 'Literal'
tags = ["title", "b"]
inline = { caption = "Pie", x = [1, { title = "Hondo" }] }

[cover]
caption = \"\"\"
Varias
líneas\"\"\"

[[resources]]
title = "Uno"
[[resources]]
title = "Dos"
+++
Cuerpo.
"""


def test_toml_values_for_readers_are_segments_and_read_back() -> None:
    assert front_matter_of(TOML_PAGE) == [
        ("title", 'Los "otros"'),
        ("description", "Literal"),
        ("inline.caption", "Pie"),
        ("inline.x.title", "Hondo"),
        ("cover.caption", "Varias\nlíneas"),
        ("resources.title", "Uno"),
        ("resources.title", "Dos"),
    ]
    document = parse(TOML_PAGE)
    text = document.render({s.id: f"'{s.message}' \"\\" for s in document.segments})
    found = tomllib.loads(text.split("+++\n")[1])
    assert found["title"] == '\'Los "otros"\' "\\'
    assert found["inline"]["x"][1]["title"] == "'Hondo' \"\\"
    assert found["cover"]["caption"] == "'Varias\nlíneas'\n\"\\"
    assert [r["title"] for r in found["resources"]] == ["'Uno' \"\\", "'Dos' \"\\"]


def test_json_values_for_readers_are_segments_and_read_back() -> None:
    page = '{\n  "title": "Uno \\"x\\"",\n  "cover": [{"caption": "Dos", "n": 1}]\n}\n\nCuerpo.\n'
    document = parse(page)
    assert front_matter_of(page) == [("title", 'Uno "x"'), ("cover.caption", "Dos")]
    text = document.render({s.id: s.message + ' "y"' for s in document.segments})
    found, end = json.JSONDecoder().raw_decode(text)
    assert found == {"title": 'Uno "x" "y"', "cover": [{"caption": 'Dos "y"', "n": 1}]}
    assert text[end:] == '\n\nCuerpo. "y"\n'


def test_keys_are_configurable_by_name_and_by_path() -> None:
    page = "---\ntitle: Uno\nseo:\n  alt: Dos\nimage:\n  alt: Tres\n---\n"
    options = ArticleOptions(front_matter_keys=frozenset({"seo.alt"}))
    assert [s.message for s in parse(page, options).segments] == ["Dos"]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("---\ntitle: a: b\n---\n", 2),
        ("---\nx: 1\ntitle: [a\n---\nHola.\n", 4),
        ('---\na: 1\nb: 2\ntitle: "a\n---\n', 4),
        ("+++\na = 1\nb = = 2\n+++\n", 3),
        ('{\n "a": 1,\n "b" 2\n}\n', 3),
    ],
)
def test_broken_front_matter_is_an_error_with_its_line(page: str, line: int) -> None:
    with pytest.raises(ArticleError, match="front matter") as caught:
        parse(page)
    assert caught.value.line in (line, line - 1)


@pytest.mark.parametrize("text", ["", "\ufeff", "---\n---\n", "---\ntitle: 1\n---", "\n\n"])
def test_an_article_without_words_is_no_error(text: str) -> None:
    assert parse(text).segments == ()
    assert parse(text).render({}) == text


@pytest.mark.parametrize(
    "text", ["---\nUno\n---\nDos\n", "---\n\n# Uno\n\n---\n", "+++\nUno\n+++\n"]
)
def test_thematic_breaks_are_no_front_matter(text: str) -> None:
    assert not front_matter_of(text)
    assert [s.kind.value for s in parse(text).segments] != []


# -- fields added


def test_fields_are_replaced_in_place_and_added_at_the_end() -> None:
    page = "---\ntitle: Uno # x\nlang: es\nlist:\n- a\n# fin\n---\nHola.\n"
    assert with_fields(page, {"lang": "en", "list": ["b", 1], "machine": {"engine": "x: y"}}) == (
        '---\ntitle: Uno # x\nlang: en\nlist: ["b", 1]\n# fin\n'
        'machine:\n  engine: "x: y"\n---\nHola.\n'
    )


def test_front_matter_is_made_where_there_is_none() -> None:
    assert with_fields("Hola.\n", {"lang": "en"}) == "---\nlang: en\n---\n\nHola.\n"
    assert (
        with_fields("\ufeffHola.\r\n", {"a": True})
        == "\ufeff---\r\na: true\r\n---\r\n\r\nHola.\r\n"
    )
    assert with_fields("", {"lang": "en"}) == "---\nlang: en\n---\n"


def test_fields_in_toml_stand_before_the_first_table() -> None:
    page = "+++\na = 1\nlang = \"es\" # x\n\n[t]\nlang = 'x'\n+++\nHola.\n"
    text = with_fields(page, {"lang": "en", "machine": {"engine": "x"}})
    assert tomllib.loads(text.split("+++\n")[1]) == {
        "a": 1,
        "lang": "en",
        "machine": {"engine": "x"},
        "t": {"lang": "x"},
    }
    assert text.endswith("\n[t]\nlang = 'x'\n+++\nHola.\n")


def test_fields_in_json() -> None:
    text = with_fields(
        '{\n  "a": {"lang": 1},\n  "lang": "es"\n}\nHola.\n', {"lang": "en", "b": [1]}
    )
    assert text == '{\n  "a": {"lang": 1},\n  "lang": "en",\n  "b": [1]\n}\nHola.\n'


@pytest.mark.parametrize("value", ["a: b", "yes", "2026-01-31", "", " x", "“a” #b", "a\nb", 'a"b'])
def test_any_string_of_a_new_field_reads_back(value: str) -> None:
    text = with_fields("Hola.\n", {"x": value, "y": {"z": value}})
    assert loaded(text) == {"x": value, "y": {"z": value}}


@pytest.mark.parametrize(
    "page", ['---\ntitle: "a {} b"\n---\nX.\n', '{{"title": "a {} b"}}\n\nX.\n']
)
@pytest.mark.parametrize(
    ("escape", "read"), [("\\ud83d\\ude00", "😀"), ("\\ud83d", "\ufffd"), ("\\ude00", "\ufffd")]
)
def test_halves_of_characters_are_never_read(page: str, escape: str, read: str) -> None:
    text = page.format(escape)
    document = parse(text)
    assert document.segments[0].message == f"a {read} b"
    assert document.render({}) == text


WORDS = st.lists(
    st.sampled_from(["uno", "dos:tres", "«así»", "d'os", "a#b", "12", "-x", "¿No?", "94 %"]),
    min_size=1,
    max_size=4,
).map(" ".join)
STRETCHES = st.lists(st.one_of(WORDS, st.sampled_from(["", "  - punto", "* x"])), min_size=1)


def _yaml_value(inner: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    """The lines of a value behind a key; those but the first are one level further in."""
    return st.one_of(
        st.lists(inner, min_size=1, max_size=2).map(
            lambda values: ["", *(line for n, v in enumerate(values) for line in _entry(n, v))]
        ),
        st.lists(WORDS, min_size=1, max_size=2).map(lambda v: ["", *(f"- {x}" for x in v)]),
    )


def _entry(number: int, value: list[str]) -> list[str]:
    return [f"k{number}: {value[0]}".rstrip(), *(f"  {line}" if line else "" for line in value[1:])]


YAML_VALUES = st.recursive(
    st.one_of(
        st.lists(WORDS, min_size=1, max_size=3),
        WORDS.map(lambda text: ["'" + text.replace("'", "''") + "'"]),
        WORDS.map(lambda text: [f'"{text}"  # nota']),
        st.tuples(st.sampled_from([">", ">-", "|", "|-"]), WORDS, STRETCHES).map(
            lambda p: [p[0], p[1], *p[2]]
        ),
    ),
    _yaml_value,
    max_leaves=4,
)


@PROPERTY
@given(st.lists(YAML_VALUES, min_size=1, max_size=3), st.sampled_from(["\n", "\r\n"]))
def test_yaml_is_read_the_same_with_and_without_a_full_parser(
    values: list[list[str]], line_end: str
) -> None:
    lines = [line for number, value in enumerate(values) for line in _entry(number, value)]
    text = "".join(line + line_end for line in lines)
    simple = simple_scalars(text, 0, len(text))
    if simple is None:
        return
    full = [
        s for s in full_scalars(text, 0, len(text)) if s.value not in ("12", "12 12", "12 12 12")
    ]
    assert [said(s, text) for s in simple] == [said(s, text) for s in full]


FLOW_ITEMS = st.sampled_from(
    [
        *(
            "uno dos",
            "«así»",
            '"a: b, [c]"',
            "'d \"e\"'",
            '"l\'État"',
            "'d''os'",
            '""',
            "a-b",
            "x/y.z",
        ),
        *("12", "1.5", "-3", "007", "1e3", "1a", ".5", ".", "2026-01-31", "1,000", "true", "yes"),
        *(
            "null",
            "Null",
            "~",
            "-",
            "- a",
            "a -",
            "_",
            "é",
            "½",
            "&a b",
            "*a",
            "!t",
            "?",
            "a:b",
            "a #b",
        ),
        *("a: b", '"a": b', '"a\\tb"', "a#b", "", "#", "http://x.y", "١٢", '"a" b', "[", "}"),
    ]
)
FLOW_KEYS = st.sampled_from(["a: ", '"a b": ', "a-b:   ", "a:", '"a":', "é: ", "12: ", "'a': "])


def _flow(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """A list between brackets or a mapping between braces."""
    comma = st.sampled_from([", ", ",", " , "])
    pairs = st.tuples(FLOW_KEYS, inner).map("".join)
    return st.one_of(
        st.tuples(comma, st.lists(inner, max_size=3)).map(lambda p: f"[{p[0].join(p[1])}]"),
        st.tuples(comma, st.lists(pairs, max_size=3)).map(lambda p: f"{{ {p[0].join(p[1])}}}"),
    )


@PROPERTY
@given(
    st.sampled_from(["k: ", "k:\n  - ", "k:\n  x: "]),
    _flow(st.recursive(FLOW_ITEMS, _flow, max_leaves=4)),
    st.sampled_from(["", "  ", " # nota", "#", "]", " a", "\n  a", "\nb: c"]),
)
def test_brackets_and_braces_are_read_the_same_with_and_without_a_full_parser(
    key: str, value: str, rest: str
) -> None:
    text = f"{key}{value}{rest}\n"
    simple = simple_scalars(text, 0, len(text))
    if simple is not None:
        assert simple == list(full_scalars(text, 0, len(text)))


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (
            '[{"engine": "x", "version": ""}, {"engine": "y"}]',
            [("a.engine", '"x"'), ("a.version", '""'), ("a.engine", '"y"')],
        ),
        (
            "{ name: Ana Paz, at: [1, 'Lima'], tags: [], on: true }  # nota",
            [("a.name", "Ana Paz"), ("a.at", "'Lima'")],
        ),
        ("[[uno, 2.5], {}, null]", [("a", "uno")]),
    ],
)
def test_brackets_and_braces_need_no_full_parser(value: str, found: list[tuple[str, str]]) -> None:
    text = f"a: {value}\n"
    simple = simple_scalars(text, 0, len(text))
    assert simple is not None
    assert [(s.path, text[s.start : s.end]) for s in simple] == found
    assert simple == list(full_scalars(text, 0, len(text)))


def said(scalar: Scalar, text: str) -> tuple[str, str, str, Style]:
    """What counts of a scalar; how its last lines end does not."""
    raw = text[scalar.start : scalar.end].rstrip()
    return scalar.path, raw, scalar.value.strip("\n"), scalar.style


def test_a_plain_value_of_several_lines_comes_back_in_lines() -> None:
    page = (
        "---\ndescription: Una descripción que ocupa\n  varias líneas del archivo, ninguna\n"
        "  muy larga.\nslug: x\n---\nUno.\n"
    )
    first = parse(page).segments[0]
    assert first.message == (
        "Una descripción que ocupa varias líneas del archivo, ninguna muy larga."
    )
    english = "A description that takes several lines of the file, none of them very long."
    assert parse(page).render({first.id: english}) == (
        "---\ndescription: A description that takes\n  several lines of the file, none of\n"
        "  them very long.\nslug: x\n---\nUno.\n"
    )
