"""Markdown of an article as HTML: safe by construction, marks at their words."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workflow.review.browser.markup import Mark, MarkKind, render

PLAIN = [
    ("Al menos **480** *muertos*", "Al menos <strong>480</strong> <em>muertos</em>"),
    ("`a < b` & c", "<code>a &lt; b</code> &amp; c"),
    ("uno\\\ndos", "uno<br>dos"),
    ("5 < 6 \\* 7 &amp; 8", "5 &lt; 6 * 7 &amp; 8"),
    ("H<sub>2</sub>O", "H<sub>2</sub>O"),
    ("<i>Gaceta", '<span class="raw">&lt;i&gt;</span>Gaceta'),
    ('<b onclick="x()">no</b>', "<b>no</b>"),
    ("<script>x()</script>", '<span class="raw">&lt;script&gt;x()&lt;/script&gt;</span>'),
    (
        '<img src=x onerror="x()">',
        '<span class="raw">&lt;img src=x onerror=&#34;x()&#34;&gt;</span>',
    ),
    ("![foto](a.jpg)", '<span class="raw">[image: a.jpg]</span>'),
    ("[aquí](/es/nota)", '<span class="link" title="/es/nota">aquí</span>'),
    (
        "[aquí](https://a.example/?b&c)",
        '<a href="https://a.example/?b&amp;c" title="https://a.example/?b&amp;c" target="_blank" '
        'rel="noopener noreferrer">aquí</a>',
    ),
]


@pytest.mark.parametrize(("markdown", "html"), PLAIN)
def test_markdown_is_shown_as_what_it_means(markdown: str, html: str) -> None:
    assert render(markdown) == html


@pytest.mark.parametrize(
    "address",
    ["javascript:x()", "JaVaScRiPt:x()", "vbscript:x", "data:text/html,x", "file:///etc/passwd"],
)
def test_only_addresses_of_the_web_and_of_mail_are_followed(address: str) -> None:
    for markdown in (f"[x]({address})", f"<{address}>", f"[x](<{address}>)"):
        assert "<a " not in render(markdown)


def error(start: int, end: int, number: int = 1) -> Mark:
    return Mark(start, end, MarkKind.ERROR, "wrong", number)


def number(one: int) -> str:
    return f'<sup><span class="said"> finding </span>{one}</sup>'


def test_a_finding_is_marked_at_its_words_across_markup() -> None:
    html = render("Over **480** people", [error(0, 12)])
    begin, end = '<mark class="error" title="wrong">', "</mark>"
    assert html == f"{begin}Over {end}<strong>{begin}480{number(1)}{end}</strong> people"


def test_two_findings_may_overlap() -> None:
    html = render("one two three", [error(0, 7, 1), error(4, 13, 2)])
    assert html.count("<mark") == 4
    assert html.index(number(1)) < html.index(number(2))


def test_a_term_says_its_english_to_the_pointer() -> None:
    mark = Mark(3, 10, MarkKind.TERM, 'state of "emergency"')
    html = '<span class="term" title="state of &#34;emergency&#34;">régimen</span>'
    assert render("el régimen", [mark]) == f"el {html}"


class Outline(HTMLParser):
    """Reads HTML as strictly as a proof wants it: what is opened is closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {(name, value or "") for name, value in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    handle_decl = unknown_decl = handle_pi = handle_comment


OURS = "a abbr b br cite code del em i mark q s small span strong sub sup u"
PARTS = """
a 480 ** * _ ` < > & " ' \\ [ ] ( ) ![ <b> </b> <i> </em> <script> </script> <!-- --> <a href=
onclick= javascript: https://e.example &lt; &#x3c; {{< >}} ]]> <![CDATA[ <br> é
"""
HOSTILE = st.lists(
    st.sampled_from([*PARTS.split(), " ", "\\\n"]) | st.text(max_size=3), max_size=24
).map("".join)
MARKS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(MarkKind)), max_size=4
)


@given(HOSTILE, MARKS)
@example("<b>*x</b>*", [])
def test_whatever_stands_in_an_article_the_html_is_ours_and_whole(
    markdown: str, spans: list[tuple[int, int, MarkKind]]
) -> None:
    outline = Outline()
    marks = [Mark(*span, "said", number) for number, span in enumerate(spans)]
    outline.feed(render(markdown, marks))
    outline.close()
    assert not outline.open
    assert outline.tags <= set(OURS.split())
    for name, value in outline.attributes:
        assert name in {"class", "title", "href", "target", "rel"}
        assert name != "href" or value.lower().startswith(("http://", "https://", "mailto:"))
