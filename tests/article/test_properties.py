"""Documents made from the grammar of constructs: what holds for all of them."""

from __future__ import annotations

from html import unescape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.article.examples import HOSTILE, pseudo, structure
from workflow.article import parse

PROPERTY = settings(
    deadline=None, max_examples=40, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)

WORDS = (
    *("la", "madre", "480", "1.204", "«así»", "desaparición", "Sr.", "94 %", "año", "—", "¿No?"),
    *(
        "R&D",
        "5 * 3",
        "a_b",
        "[sic]",
        "$5",
        "مرحبا",
        "\u202bאב\u202c",
        "👩\u200d👧",
        "e\u0301l",
        "uno\u200bdos",
    ),
)
LABELS = ("uno", "dos")
DEFINITIONS = '\n[uno]: https://a.org/1 "El título"\n[dos]: <b c>\n\n[^n]: La nota *al* pie.\n'


def _inline() -> st.SearchStrategy[str]:
    words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)

    def wrap(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
        return st.one_of(
            st.tuples(st.sampled_from(["*", "**", "~~", "_"]), inner).map(
                lambda p: p[0] + p[1] + p[0]
            ),
            inner.map(lambda text: f'[{text}](https://x.org/2019 "Un título")'),
            inner.map(lambda text: f"<b>{text}</b>"),
            st.tuples(inner, st.sampled_from(LABELS)).map(lambda p: f"[{p[0]}][{p[1]}]"),
        )

    fixed = st.sampled_from(
        [
            *(
                "`código`",
                "[^n]",
                "![un perro](p.png 'Fido')",
                "<https://a.org>",
                "https://b.org/x_y",
            ),
            *(
                "{{< ref x >}}",
                "$x^2$",
                "<br>",
                "&aacute;",
                "\\*",
                "<!-- no -->",
                "ana@x.org",
                "[uno]",
            ),
            *("<code>no</code>", "^[nota aparte]", "![uno]", "{{< figure caption='Un pie' >}}"),
            *(
                "[uno][]",
                "![otro][dos]",
                "{% include x.html title='Más' %}",
                "{{ page.x }}",
                "$$y$$",
            ),
            *("<img src=x alt=\"Una foto\" title='Dos'>", '<a href="u" aria-label="Tres">aquí</a>'),
            *(
                '<span translate="no">Hache</span>',
                "<!-- workflow:off -->no *no*<!-- workflow:on -->",
            ),
            *("[/a/b](/a/b)", "`` ` ``", "&nbsp;", "\\(x_1\\)", "{:.c}", "[^ñ]"),
        ]
    )
    nested = st.recursive(words, wrap, max_leaves=3)
    return st.lists(st.one_of(words, nested, fixed), min_size=1, max_size=5).map(" ".join)


INLINE = _inline()
SENTENCES = (
    "Llegó la <b>Sra. Paz</b>.",
    "*Habló* con ella.",
    "Ver [esto](x).[^n]",
    "y sin punto",
    "«¿No?»",
)
LINES = st.lists(INLINE, min_size=1, max_size=3).map("\n".join)
LEAVES = st.one_of(
    INLINE.map(lambda text: f"## {text}\n"),
    INLINE.map(lambda text: f"{text}\n===\n"),
    LINES.map(lambda text: f"{text}\n"),
    st.tuples(INLINE, INLINE).map(lambda p: f"{p[0]}\\\n{p[1]}  \ny más\n"),
    st.lists(INLINE, min_size=2, max_size=2).map(
        lambda cells: "| a | b |\n| --- | ---: |\n| " + " | ".join(cells) + " |\n"
    ),
    INLINE.map(lambda text: f"Término\n: {text}\n"),
    st.just("```\ncódigo - no\n```\n"),
    st.just('<div>\n<p title="Uno">Hola <i>tú</i></p>\n</div>\n'),
    st.just("***\n"),
    st.just('{{< figure src="a.png" caption="Una foto" >}}\n'),
    INLINE.map(lambda text: f"## {text} ##\n"),
    INLINE.map(lambda text: f"{text} {{#id}}\n---\n"),
    st.lists(INLINE, min_size=2, max_size=3).map(
        lambda cells: "a | b | c\\|d\n:-|-|-\n" + " | ".join(cells) + "\n"
    ),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(
        lambda lines: "\n".join(lines) + "\n"
    ),
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3).map(
        lambda lines: "<section>\n  <p>" + "\n  ".join(lines) + "</p>\n</section>\n"
    ),
    st.sampled_from(
        [
            "Uno\nDos\n: tres\n  cuatro\n: cinco\n",
            "*[ONU]: Naciones Unidas\n*[OEA]: Los Estados\n",
            "<details><summary>Uno</summary>\n\nDos **tres**\n\n</details>\n",
            '<img src="a" alt="Uno" aria-label=\'Dos &amp; tres\'>\n',
            '<p markdown="1">Uno **dos** [tres](u "cuatro")\ny `no`</p>\n',
            '<div markdown="1">\n- uno\n- *dos*\n</div>\n',
            "<pre>\nno *no*\n\nno</pre>\n",
            "<script>\nno = '*';\n</script>\n",
            '<div translate="no">\n\nno\n\n</div>\n',
            "<!-- no\n\nno -->\n",
            "<!-- workflow:off -->\n\n- no\n\n<!-- workflow:on -->\n",
            "{% highlight ruby %}\nno = 1\n\n# no\n{% endhighlight %}\n",
            "{{% nota %}}\nUno.\n{{% /nota %}}\n",
            "Uno\n{: .clase}\n",
            "$$\nx = y\n$$\n",
            "    código\n",
            '[tres]: x "Un\n  título"\n',
            "> [!TIP] Un título\n> Uno\n> dos\n",
        ]
    ),
)


READ_BACK = [h for h in HOSTILE if "[" not in h and "](" not in h and "{" not in h]
"""Beginnings that are words wherever they stand: no address, no label, no shortcode."""


def _prefixed(text: str, first: str, rest: str) -> str:
    lines = text.rstrip("\n").split("\n")
    return (
        first
        + ("\n".join([lines[0], *(rest + line if line else rest.rstrip() for line in lines[1:])]))
        + "\n"
    )


def _contain(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    several = st.lists(inner, min_size=1, max_size=2).map("\n".join)
    return st.one_of(
        several.map(lambda text: _prefixed(text, "> ", "> ")),
        several.map(lambda text: _prefixed("[!NOTE]\n" + text, "> ", "> ")),
        several.map(lambda text: _prefixed(text, "- ", "  ")),
        several.map(lambda text: _prefixed(text, "12. ", "    ")),
        LINES.map(lambda text: _prefixed(text, "- [ ] ", "  ")),
    )


NOTE = st.just("[^ñ]: Uno.\n\n    Dos\n    tres.\n")
"""At the top only: in a quote cmark-gfm reads its second paragraph as code."""
BLOCKS = st.lists(
    st.one_of(st.recursive(LEAVES, _contain, max_leaves=3), NOTE), min_size=1, max_size=4
)
FRONT = st.sampled_from(
    [
        "",
        '---\ntitle: "Un título: dos"\nslug: x\n---\n',
        "---\ndescription: >-\n  Texto doblado\n  aquí\ntags: [a]\n---\n\n",
        "+++\ntitle = 'Uno'\n[a]\nsummary = \"Dos\"\n+++\n",
        '{"title": "Uno"}\n\n',
        '{"seo": {"title": "Uno \\\\u00e9"}, "x": [{"caption": "Dos\\\\ntres"}]}\n\n',
        "---\n# nota\nseo:\n  title: 'd''os' # x\n  list:\n  - caption: Tres\n---\n",
        "---\nabstract: |\n  Uno dos.\n  Tres.\n\n  - punto\nlead: {title: cuatro}\n---\n",
        '+++\nsummary = """\nUno\ndos"""\n[[x]]\ncaption = "Tres"\n+++\n',
    ]
)
PAGES = st.tuples(FRONT, BLOCKS.map("\n".join)).map(lambda p: p[0] + p[1] + DEFINITIONS)
BODIES = BLOCKS.map(lambda blocks: "\n".join(blocks) + DEFINITIONS)
LINE_ENDS = st.sampled_from(["\n", "\r\n"])


@PROPERTY
@given(PAGES, LINE_ENDS)
def test_an_untranslated_page_keeps_its_bytes(page: str, line_end: str) -> None:
    text = page.replace("\n", line_end)
    document = parse(text)
    assert document.render({}) == text
    assert document.render({s.id: s.untag(s.tagged) for s in document.segments}) == text


@PROPERTY
@given(BODIES, LINE_ENDS)
def test_a_translated_page_keeps_its_structure(page: str, line_end: str) -> None:
    text = page.replace("\n", line_end)
    document = parse(text)
    rendering = document.rendering({s.id: s.untag(pseudo(s.tagged)) for s in document.segments})
    assert not rendering.fallbacks
    assert structure(rendering.text) == structure(text)


@PROPERTY
@given(BODIES, st.lists(st.sampled_from([h for h in HOSTILE if "[" not in h]), min_size=1))
def test_a_page_of_hostile_words_keeps_its_structure(page: str, beginnings: list[str]) -> None:
    document = parse(page)
    targets = {}
    for number, segment in enumerate(document.segments):
        hostile = beginnings[number % len(beginnings)].replace("&", "&amp;").replace("<", "&lt;")
        targets[segment.id] = segment.untag(hostile + segment.tagged)
    rendering = document.rendering(targets)
    assert not rendering.fallbacks
    assert structure(rendering.text) == structure(page)


@PROPERTY
@given(BODIES, st.lists(st.sampled_from(READ_BACK), min_size=1, max_size=4))
def test_hostile_words_are_read_back_as_they_were_given(page: str, beginnings: list[str]) -> None:
    document = parse(page)
    given_words, targets = [], {}
    for number, segment in enumerate(document.segments):
        hostile = beginnings[number % len(beginnings)].replace("&", "&amp;").replace("<", "&lt;")
        given_words.append(said(hostile + segment.tagged))
        targets[segment.id] = segment.untag(hostile + segment.tagged)
    rendered = parse(document.render(targets))
    assert [said(segment.tagged) for segment in rendered.segments] == given_words


def said(tagged: str) -> list[str]:
    """The words and tags of a tagged text, wherever its lines ended."""
    return unescape(tagged).split()


@PROPERTY
@given(BODIES, st.lists(st.text("ab *_`[]()<>|\\~!#-+=:.&;{}%$^\n1", max_size=12), min_size=1))
def test_whatever_is_placed_the_blocks_stay(page: str, targets: list[str]) -> None:
    document = parse(page)
    given_targets = {
        segment.id: targets[number % len(targets)]
        for number, segment in enumerate(document.segments)
    }
    rendered = parse(document.render(given_targets))
    assert [block.kind for block in rendered.blocks] == [block.kind for block in document.blocks]


@PROPERTY
@given(st.text("aé *_`[]()<>|\\~!#-+=:.&;{}%$^\n\r\t\0\ufeff1\"'/"))
def test_any_text_keeps_its_bytes(text: str) -> None:
    document = parse("Hola\n\n" + text)
    assert document.render({}) == document.source
    assert document.render({s.id: s.untag(s.tagged) for s in document.segments}) == document.source
