"""What is decided without parsing is decided as a parser would."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.article.examples import DATA
from tests.article.test_properties import BODIES, PAGES, PROPERTY
from workflow.article import grammar, parse, rendering
from workflow.article.grammar import parse_blocks
from workflow.article.inline import Context, read_inline
from workflow.article.pieces import Role
from workflow.article.skeleton import certain_words, skeleton

REFERENCES = {
    label: {"href": f"/{label}", "title": ""} for label in ("A", "UNO", "B C", "HTTPS", "D.E")
}
MARKUP = [*(DATA / "markup.txt").read_text(encoding="utf-8").splitlines(), " ", "\\\n"]
WORDS = (
    "a",
    "uno",
    "b c",
    "https",
    "d.e",
    "«x»",
    "1",
    " ",
    "é ",
    " (f) ",
    "t",
    "u",
    ".",
    "?!",
    "—",
)
TEXTS = st.lists(
    st.one_of(st.sampled_from(MARKUP), st.integers(0, len(WORDS) - 1)), min_size=1, max_size=9
)

BLOCK_MARKUP = (
    *("a", " ", "\n", "\r", "\n\n", "    ", "\t", "> ", "- ", "1. ", ": ", "~ ", ":", "~\t", "|"),
    *(
        "|-|-|",
        ":-",
        "-|-",
        "[^1]",
        "[^1]: ",
        "[a]: b",
        "# ",
        "===",
        "```",
        "<b>",
        "*[c]: ",
        "\ue000",
    ),
)


def written(parts: list[str | int], shift: int) -> str:
    """The parts in a row, each word replaced by another."""
    return "".join(
        part if isinstance(part, str) else WORDS[(part * (1 + shift) + shift) % len(WORDS)]
        for part in parts
    )


def markup_of(text: str) -> list[tuple[str, str, str]]:
    context = Context({"references": REFERENCES})
    return [
        (piece.role.value, piece.name, piece.meaning)
        for piece in read_inline(text, context)
        if piece.role is not Role.TEXT
    ]


@PROPERTY
@given(st.lists(st.tuples(TEXTS, st.integers(1, 14)), min_size=60, max_size=60))
def test_texts_of_one_skeleton_have_the_same_markup(
    cases: list[tuple[list[str | int], int]],
) -> None:
    for parts, shift in cases:
        one, other = written(parts, 0), written(parts, shift)
        if skeleton(one) is not None and skeleton(one) == skeleton(other):
            assert markup_of(one) == markup_of(other), (one, other)


@PROPERTY
@given(st.lists(TEXTS, min_size=60, max_size=60))
def test_words_that_are_certain_are_there(cases: list[list[str | int]]) -> None:
    for parts in cases:
        text = written(parts, 0)
        pieces = read_inline(text, Context({"references": REFERENCES}))
        words = [p for p in pieces if p.role is Role.TEXT and any(map(str.isalnum, p.meaning))]
        assert words or not certain_words(text), text


@PROPERTY
@given(st.one_of(PAGES, st.lists(st.sampled_from(BLOCK_MARKUP), max_size=12).map("".join)))
def test_rules_that_are_not_asked_would_have_found_nothing(text: str) -> None:
    tokens, environment = parse_blocks(text)
    every_rule: dict[str, object] = {}
    assert tokens == grammar._block_parser(()).parse(text, every_rule)
    assert environment == every_rule


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a **b** c", "uno **dos tres** cuatro"),
        ("[a](u) y `x`", "Ver [el texto](u) con `x`"),
        ("Fue[^1] así.", "It was[^1] so."),
        ("Art. 5 &amp; 6: <b>no</b>\\*", "Article 5 &amp; 6: <b>not that</b>\\*"),
        ("[`a.b`](/c) ¡no!", "[`a.b`](/c) &iexcl;not&nbsp;so!"),
        ("<img src='a'> b", "<img src='a'> other"),
        ("Escribe a ana.b@x.org.", "Write to ana.b@x.org."),
        ("[uno](a_(b)) dos", "[one](a_(b)) two"),
        ("está https://x.org/a.", "is at https://x.org/a."),
        ("c&oacute;digo", "code"),
    ],
)
def test_usual_texts_have_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) is not None
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("[uno]", "[dos]"),
        ("`a`", "`b`"),
        ("a*b*", "a *b*"),
        ("[a](u)", "![a](u)"),
        ("[x.org](x.org)", "[y.org](x.org)"),
        ("http://x", "https://x"),
        ("<code>a</code>", "<code>b</code>"),
        ("<b translate='no'>a</b>", "<b translate='no'>b</b>"),
        ("[uno](a b)", "[dos](a b)"),
        ("www.a", "www.b"),
        ("a@x.org", "b@x.org"),
        ("a.b@x.org", "c.b@x.org"),
    ],
)
def test_words_that_count_are_no_matter_of_skeletons(one: str, other: str) -> None:
    assert skeleton(one) is None or skeleton(one) != skeleton(other)


@PROPERTY
@given(
    BODIES,
    st.lists(
        st.text("ab1 *_`[]()<>|\\~!#-+=:.&;{}%$^\n\t«", min_size=1, max_size=10)
        | st.sampled_from(["Uno.", "1. dos", "*a* b", "[a]: b", "—", "(1) x", "[a](b)", "`c` d"]),
        min_size=1,
    ),
)
def test_a_page_is_the_same_whether_harmless_texts_are_checked_or_not(
    page: str, words: list[str]
) -> None:
    document = parse(page)
    targets = {
        segment.id: words[number % len(words)] + (segment.message if number % 3 else "")
        for number, segment in enumerate(document.segments)
    }
    quick = document.rendering(targets)
    with patch.object(rendering, "is_harmless", lambda composed: False):
        assert parse(page).rendering(targets) == quick
