"""The sample articles: what they show between them, and that they say they are samples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin
from ruamel.yaml import YAML

ROOT = Path(__file__).resolve().parent.parent
ARTICLES = sorted((ROOT / "articles" / "es").glob("*.md"))
PARSER = MarkdownIt("commonmark").enable("table").use(front_matter_plugin).use(footnote_plugin)


def body_of(article: Path) -> str:
    return article.read_text(encoding="utf-8").split("---\n", 2)[2]


def front_matter_of(article: Path) -> dict[str, object]:
    matter = article.read_text(encoding="utf-8").split("---\n", 2)[1]
    fields = YAML(typ="safe").load(matter)
    assert isinstance(fields, dict)
    return fields


def types_of(article: Path) -> set[str]:
    """Token types of the article, block and inline."""
    tokens = PARSER.parse(article.read_text(encoding="utf-8"))
    return {t.type for token in tokens for t in (token, *(token.children or ()))}


def prose_of(article: Path) -> str:
    """The words of the body: no code, addresses, tags or shortcodes."""
    text = re.sub(r"```.*?```|\{\{.*?\}\}", "", body_of(article), flags=re.DOTALL)
    text = re.sub(r"^\[\w[^\]]*\]: .*(?:\n +.*)?$", "", text, flags=re.MULTILINE)
    text = re.sub(r"`[^`\n]*`", "código", text)
    return re.sub(r"\]\([^)]*\)|\[\^\w+\]:?|<[^>]*>", "", text)


BODIES = "\n".join(body_of(article) for article in ARTICLES)
MATTERS = "\n".join(article.read_text("utf-8").split("---\n", 2)[1] for article in ARTICLES)
TYPES = {kind for article in ARTICLES for kind in types_of(article)}

TOKENS = (
    "heading_open",
    "bullet_list_open",
    "ordered_list_open",
    "table_open",
    "blockquote_open",
    "image",
    "link_open",
    "footnote_ref",
    "footnote_open",
    "code_inline",
    "fence",
    "code_block",
    "html_block",
    "hardbreak",
    "hr",
    "strong_open",
    "em_open",
)

CONSTRUCTS = {
    "a setext heading": r"^\S.*\n={3,}$",
    "a list in a list": r"^[-*] .*\n +[-*] ",
    "a numbered list in a list": r"^2\. (?:.*\n)+? +1\. ",
    "a quotation in a block quote": r"^> «",
    "a block quote in a block quote": r"^> > ",
    "an inline link with a title": r"\]\(https?://\S+ \"",
    "a reference link": r"\]\[\w+\]",
    "a reference definition with a title": r"^\[\w+\]: \S+ ['\"]",
    "an image with alt and title": r"!\[[^\]]+\]\(\S+ \"",
    "a shortcode with alt and caption": r"\{\{< figure .*alt=\".+\" caption=\".+\" >\}\}",
    "a paired shortcode": r"\{\{% \w+ .*%\}\}\n.*\n\{\{% /\w+ %\}\}",
    "prose in HTML": r"<p>[^<]{20,}",
    "an HTML attribute to translate": r"<img [^>]*alt=\"",
    "a hard break of spaces": r"\S  $",
    "a hard break of a backslash": r"\\$",
    "a task list": r"^- \[[ x]\] ",
    "a GitHub alert": r"^> \[!NOTE\]",
    "an escaped pipe in a table": r"^\|.*\\\|",
    "a dialogue": r"^—\S.* —\S",
    "an aside in a quotation": r"«[^»]* —dice[^»]*—",
    "nested quotation marks": r"«[^»]*“[^”]+”[^»]*»",
    "a note reference before the mark": r"\w\[\^\w+\]\.",
}

MATTER = {
    "double quotes": r'^title: "',
    "single quotes": r"^title: '",
    "no quotes": r"^title: \w",
    "a folded block": r"^description: >-$",
    "a flow list": r"^tags: \[",
    "a block list": r"^tags:\n  - ",
    "a nested field": r"^\w+:\n  \w+: ",
    "a flow mapping": r"^image: \{",
    "a comment line": r"^# ",
    "a comment after a value": r"\S +# ",
    "an address": r"^canonical: \S*https://",
    "a date": r"^date: \d{4}-\d{2}-\d{2}$",
    "an author": r"^author: ",
}

NUMBERS = {
    "at least": r"[Aa]l menos 480",
    "percent": r"94 %",
    "percent with a no-break space": r"\d\u00a0%",
    "a decimal": r"40,9",
    "thousands with a point": r"\b1\.300\b",
    "thousands with a space": r"\b100\u00a0000\b",
    "millions of dollars": r"2\.400 millones de dólares",
    "a thousand millions": r"\bmil millones\b",
    "half a million": r"medio millón",
    "one in n": r"\b1 de cada \d",
    "one in n, in words": r"[Uu]no de cada tres",
    "a third": r"[Uu]n tercio",
    "two thirds": r"dos tercios",
    "twice": r"\bel doble\b",
    "threefold": r"\btriplicó\b",
    "points": r"puntos porcentuales",
    "a date": r"27 de marzo de 2022",
    "the first of a month": r"1\.º de \w+",
    "a time": r"17:30 h",
    "a time in words": r"cinco y media",
    "a decade": r"años setenta",
    "a century": r"siglo XXI",
    "an article of a law": r"artículos? \d",
    "a decree": r"Decreto Legislativo n\.º 333",
    "a Roman numeral": r"Protocolo II",
    "an age": r"\d+ años",
    "nearly": r"[Cc]asi (?:un|el|dos|treinta)",
    "up to": r"[Hh]asta el \d",
    "around": r"[Cc]erca de(?:l)? (?:\d|un millar|medio)",
    "some": r"\bunos \d",
    "dozens": r"[Dd]ecenas de",
    "a hundred or so": r"[Uu]n centenar de",
    "more than": r"[Mm]ás de \d",
    "at most": r"como máximo \d",
    "a range with between": r"entre \d+ y \d+",
    "a range with from": r"\bde \d[\d,]* a \d",
    "fewer than": r"menos de \d",
    "number words": r"[Tt]reinta y cinco",
    "a below-zero figure": r"-97",
    "money with cents": r"1,50 dólares",
    "a measure": r"kilómetros|metros",
    "a resolution": r"64/292",
}


def test_there_are_at_least_four_articles() -> None:
    assert len(ARTICLES) >= 4


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)
def test_an_article_has_400_to_900_words(article: Path) -> None:
    assert 400 <= len(re.findall(r"\w+(?:[-’.,]\w+)*", prose_of(article))) <= 900


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)
def test_an_article_says_that_it_is_a_sample(article: Path) -> None:
    matter = front_matter_of(article)
    assert matter["sample"] is True
    assert {"title", "description", "author", "date", "tags"} <= matter.keys()
    assert "Este artículo es una muestra" in body_of(article)
    assert "ilustrativ" in body_of(article)


@pytest.mark.parametrize("kind", TOKENS)
def test_the_articles_hold_every_kind_of_block_and_inline(kind: str) -> None:
    assert kind in TYPES


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_the_articles_hold_every_construct(construct: str) -> None:
    assert re.search(CONSTRUCTS[construct], BODIES, re.MULTILINE)


@pytest.mark.parametrize("construct", MATTER)
def test_the_front_matter_is_written_in_every_style(construct: str) -> None:
    assert re.search(MATTER[construct], MATTERS, re.MULTILINE)


@pytest.mark.parametrize("kind", NUMBERS)
def test_the_articles_hold_numbers_of_every_kind(kind: str) -> None:
    assert re.search(NUMBERS[kind], BODIES)


def test_one_article_is_wrapped_and_one_has_a_sentence_on_each_line() -> None:
    lines = {article.stem: body_of(article).splitlines() for article in ARTICLES}
    prose = {
        stem: [line for line in body if line and not line.startswith(("|", "[", "<", " "))]
        for stem, body in lines.items()
    }
    longest = {stem: max(map(len, body)) for stem, body in prose.items()}
    assert longest["sentencia-amnistia"] <= 80
    assert all(
        not re.search(r"[a-záéíóú]{3}\. [A-ZÁÉÍÓÚ]", line)
        for line in prose["desapariciones-forzadas"]
        if not line.startswith("—")
    )
    assert max(longest.values()) > 300


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.stem)
def test_the_typography_is_spanish(article: Path) -> None:
    prose = prose_of(article)
    assert '"' not in prose
    assert not re.search(r"\d%| [,;:.!?](?:\s|$)|[,.]»", prose)
    assert prose.count("«") == prose.count("»")
    assert prose.count("¿") == prose.count("?")
    assert prose.count("¡") == prose.count("!") - prose.count("![") - prose.count("[!")


def test_the_table_of_deaths_adds_up() -> None:
    rows = re.findall(
        r"^\| (?:\*\*)?(Total|\d{4}).*?\| (?:\*\*)?(\d+).*?\| (?:\*\*)?(\d+)", BODIES, re.M
    )
    years = [
        (int(deaths), int(unconvicted)) for year, deaths, unconvicted in rows if year != "Total"
    ]
    assert [tuple(map(sum, zip(*years, strict=True)))] == [
        (int(deaths), int(unconvicted)) for year, deaths, unconvicted in rows if year == "Total"
    ]
