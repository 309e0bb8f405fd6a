"""The edition as a web page: it stands alone, names both languages, and does no harm."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.review.conftest import ENGLISH, PAIRED, SOURCE, SPANISH, Workflow, draft_all

PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082"
)
MORE = """
![Un patio](patio.png)

| Año | Muertes |
|---|---|
| 2022 | 90 |

<script>alert(1)</script>
<p onclick="alert(2)">Hola. <a href="javascript:alert(3)">aquí</a></p>

{{< aviso >}}

[Otra](otra.md), [datos](data:text/html;base64,PHNjcmlwdD4=)
"""


@pytest.fixture
def public(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workflow: Workflow) -> Path:
    """An article published with its web pages in the folder `public`."""
    monkeypatch.chdir(tmp_path)
    SOURCE.parent.mkdir(parents=True)
    SOURCE.write_text(SPANISH + MORE, encoding="utf-8")
    (SOURCE.parent / "patio.png").write_bytes(PICTURE)
    (SOURCE.parent / "otra.md").write_text("Hola.\n", encoding="utf-8")
    Path("workflow.toml").write_text(
        '[publication]\nurl = "https://example.org/{lang}/{slug}/"\nslugs = { nota = "deaths" }\n',
        encoding="utf-8",
    )
    rest = {
        "Un patio": "A courtyard",
        "Año": "Year",
        "Muertes": "Deaths",
        "Hola.": "Hello.",
        "2022": "2022",
        "90": "90",
    }
    links = "[{}](otra.md), [{}](data:text/html;base64,PHNjcmlwdD4=)"
    rest[links.format("Otra", "datos")] = links.format("Another", "data")
    rest['Hola. <a href="javascript:alert(3)">aquí</a>'] = (
        'Hello. <a href="javascript:alert(3)">here</a>'
    )
    draft_all({**ENGLISH, **rest})
    assert workflow("review", "nota").code == 0
    text = PAIRED.read_text(encoding="utf-8").replace("[ ] approved", "[x] approved")
    PAIRED.write_text(text, encoding="utf-8")
    answer = workflow("publish", "nota", "--html", "public", "--accept-unedited", "a test")
    assert answer.code == 0, answer.out + answer.err
    assert answer.out.endswith("wrote public/en/deaths.html\nwrote public/es/nota.html\n")
    return tmp_path / "public"


@pytest.fixture
def english(public: Path) -> str:
    return (public / "en" / "deaths.html").read_text(encoding="utf-8")


def linked_data(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    return dict(json.loads(found[1]))


def test_both_pages_name_their_language_and_each_other(public: Path, english: str) -> None:
    spanish = (public / "es" / "nota.html").read_text(encoding="utf-8")
    assert '<html lang="en">' in english and '<html lang="es">' in spanish
    for page in (english, spanish):
        for language, slug in (("en", "deaths"), ("es", "nota")):
            address = f"https://example.org/{language}/{slug}/"
            assert f'<link rel="alternate" hreflang="{language}" href="{address}">' in page
    assert '<link rel="canonical" href="https://example.org/en/deaths/">' in english


def test_search_engines_learn_who_answers_for_the_translation(english: str, public: Path) -> None:
    data = linked_data(english)
    assert data["@type"] == "NewsArticle" and data["inLanguage"] == "en"
    assert data["headline"] == "Deaths in prisons" and data["datePublished"] == "2026-01-31"
    original = {"@type": "NewsArticle", "inLanguage": "es", "headline": "Muertes en las cárceles"}
    assert data["translationOfWork"] == {**original, "url": "https://example.org/es/nota/"}
    assert data["editor"] and "translationOfWork" not in linked_data(
        (public / "es" / "nota.html").read_text(encoding="utf-8")
    )


def test_the_page_stands_alone(english: str) -> None:
    assert 'src="data:image/png;base64,iVBOR' in english and 'alt="A courtyard"' in english
    assert not re.search(r'<(?:link rel="stylesheet"|script src|img src="(?!data:))', english)
    assert 'href="https://example.org/es/otra/"' in english


def test_nothing_in_the_article_can_run(english: str) -> None:
    body = english.split("</header>")[1]
    for danger in ("<script", "onclick", "javascript:", 'href="data:', 'href="javascript', "{{"):
        assert danger not in body
    assert "Hello." in body


def test_an_html_checker_finds_nothing(public: Path) -> None:
    tidy = shutil.which("tidy")
    assert tidy is not None, "the tests need Debian's package tidy"
    for page in sorted(public.rglob("*.html")):
        done = subprocess.run([tidy, "-q", "-e", page], capture_output=True, text=True, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")


def test_the_same_edition_gives_the_same_pages(public: Path, workflow: Workflow) -> None:
    before = {path: path.read_bytes() for path in public.rglob("*.html")}
    answer = workflow("publish", "nota", "--html", "public")
    assert answer.code == 0 and "wrote public" not in answer.out
    assert before == {path: path.read_bytes() for path in public.rglob("*.html")}


def test_the_day_is_written_in_the_language_of_its_page(public: Path, english: str) -> None:
    spanish = (public / "es" / "nota.html").read_text(encoding="utf-8")
    assert '<time datetime="2026-01-31">January 31, 2026</time>' in english
    assert '<time datetime="2026-01-31">31 de enero de 2026</time>' in spanish
