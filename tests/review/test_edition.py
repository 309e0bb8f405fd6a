"""The edition's page: its address, its links, and what its front matter says of the original."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.review.conftest import DRAFT, ENGLISH, PAIRED, SOURCE, Workflow, draft_all, edit, item
from workflow.article.front_values import front_values

BODY = """
Al menos **480** personas han muerto bajo custodia.
"""
LINKS = """
Lea la [otra nota](otra.md#parte), [esta nota](nota.md), la [web](/es/otra/?a=1), la [página
entera](https://example.org/es/otra), una [ajena](https://example.com/es/otra/), la
[foto](foto.jpg), el [texto aparte](../aparte.md) y el [perdido](perdido.md).
"""
MESSAGE = LINKS.strip().replace("\n", " ")
IN_ENGLISH = (
    "Read the [other story](otra.md#parte), [this story](nota.md), the [site](/es/otra/?a=1), the "
    "[whole page](https://example.org/es/otra), a [foreign one](https://example.com/es/otra/), "
    "the [photo](foto.jpg), the [text apart](../aparte.md) and the [lost one](perdido.md)."
)
Publish = Callable[[], str]


@pytest.fixture
def newsroom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    SOURCE.parent.mkdir(parents=True)
    return tmp_path


@pytest.fixture
def publish(newsroom: Path, workflow: Workflow) -> Publish:
    """Draft, approve everything and publish; the answer's output."""

    def call() -> str:
        draft_all({**ENGLISH, MESSAGE: IN_ENGLISH})
        assert workflow("review", "nota").code == 0
        paired = Path(PAIRED)
        text = paired.read_text(encoding="utf-8").replace("[ ] approved", "[x] approved")
        paired.write_text(text, encoding="utf-8")
        answer = workflow("publish", "nota", "--accept-unedited", "a test of the page")
        assert answer.code == 0, answer.out + answer.err
        return answer.out

    return call


def fields(path: str) -> dict[str, object]:
    return dict(YAML(typ="safe").load(Path(path).read_text(encoding="utf-8").split("---")[1]))


def test_the_original_can_be_found_from_the_edition(newsroom: Path, publish: Publish) -> None:
    head = "---\ndate: 2026-01-31\nauthor: Ana Ruiz\npermalink: /es/muertes/\naliases:\n- /a\n---\n"
    SOURCE.write_text(head + BODY, encoding="utf-8")
    (newsroom / "workflow.toml").write_text(
        '[publication]\nurl = "https://example.org/{lang}/{slug}/"\n', encoding="utf-8"
    )
    publish()
    said = fields("articles/en/nota.md")
    assert said["original_url"] == "https://example.org/es/muertes/"
    assert (said["original_date"], said["original_author"]) == ("2026-01-31", "Ana Ruiz")
    assert said["author"] == "Ana Ruiz" and not {"permalink", "aliases"} & set(said)


def test_the_address_follows_from_the_slug_when_the_article_has_none(
    newsroom: Path, publish: Publish
) -> None:
    SOURCE.write_text(BODY, encoding="utf-8")
    (newsroom / "workflow.toml").write_text(
        '[publication]\nurl = "https://example.org/{lang}/{slug}/"\n', encoding="utf-8"
    )
    publish()
    assert fields("articles/en/nota.md")["original_url"] == "https://example.org/es/nota/"


def test_a_byline_that_is_a_term_is_in_english(newsroom: Path, publish: Publish) -> None:
    (newsroom / "glossaries").mkdir()
    (newsroom / "glossaries/human-rights.es-en.po").write_text(
        'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Redacción"\nmsgstr "Staff"\n',
        encoding="utf-8",
    )
    SOURCE.write_text("---\nauthor: Redacción\n---\n" + BODY, encoding="utf-8")
    publish()
    said = fields("articles/en/nota.md")
    assert (said["author"], said["original_author"]) == ("Staff", "Redacción")


def test_an_edition_has_the_english_slug_that_it_was_given(
    newsroom: Path, publish: Publish, workflow: Workflow
) -> None:
    SOURCE.write_text("---\nslug: muertes\n---\n" + BODY, encoding="utf-8")
    (newsroom / "workflow.toml").write_text(
        '[publication]\nslugs = { nota = "deaths" }\n', encoding="utf-8"
    )
    assert publish().endswith("wrote articles/en/deaths.md\n")
    assert fields("articles/en/deaths.md")["slug"] == "deaths"
    assert workflow("publish", "articles/en/deaths.md", "--verify").code == 0


def test_in_the_suffix_layout_both_stand_side_by_side(
    newsroom: Path, publish: Publish, workflow: Workflow
) -> None:
    (newsroom / "articles/nota.es.md").write_text(BODY, encoding="utf-8")
    config = '[publication]\nlayout = "suffix"\n'
    (newsroom / "workflow.toml").write_text(config, encoding="utf-8")
    assert publish().endswith("wrote articles/nota.en.md\n")
    assert fields("articles/nota.en.md")["translation_of"] == "nota.es.md"
    assert workflow("check").code == 0


@pytest.fixture
def linked(newsroom: Path) -> Path:
    """An article with links to another one, to itself, to files and elsewhere."""
    (newsroom / "workflow.toml").write_text(
        '[publication]\nurl = "https://example.org/{lang}/{slug}/"\nslugs = { otra = "another" }\n',
        encoding="utf-8",
    )
    SOURCE.write_text(BODY + LINKS, encoding="utf-8")
    for name in ("es/otra.md", "es/foto.jpg", "aparte.md"):
        (newsroom / "articles" / name).write_text("Hola.\n", encoding="utf-8")
    return newsroom


def test_links_lead_to_the_spanish_while_there_is_no_edition(
    linked: Path, publish: Publish
) -> None:
    publish()
    page = (linked / "articles/en/nota.md").read_text(encoding="utf-8")
    for address in (
        "(../es/otra.md#parte)",
        "(nota.md)",
        "(/es/otra/?a=1)",
        "(https://example.org/es/otra/)",
        "(https://example.com/es/otra/)",
        "(../es/foto.jpg)",
        "(../aparte.md)",
        "(perdido.md)",
    ):
        assert address in page


def test_links_lead_to_editions_where_they_exist(
    linked: Path, publish: Publish, workflow: Workflow
) -> None:
    publish()
    (linked / "articles/en/another.md").write_text("Hello.\n", encoding="utf-8")
    assert workflow("publish", "nota", "--verify").code == 0  # what was approved has not changed
    assert workflow("publish", "nota").out.endswith("wrote articles/en/nota.md\n")
    page = (linked / "articles/en/nota.md").read_text(encoding="utf-8")
    for address in (
        "(another.md#parte)",
        "(/en/another/?a=1)",
        "(https://example.org/en/another/)",
    ):
        assert address in page
    assert workflow("publish", "nota", "--verify").code == 0
    edit(Path("articles/en/nota.md"), "480", "470")
    answer = workflow("publish", "nota", "--verify")
    assert answer.code == 1 and "is not what was approved" in answer.out


def test_the_edition_of_another_article_is_not_written_over(
    newsroom: Path, publish: Publish, workflow: Workflow
) -> None:
    SOURCE.write_text(BODY, encoding="utf-8")
    publish()
    (newsroom / "articles/es/otra.md").write_text(BODY, encoding="utf-8")
    (newsroom / "articles/es/nota.md").unlink()
    (newsroom / "workflow.toml").write_text(
        '[publication]\nslugs = { otra = "nota" }\n', encoding="utf-8"
    )
    (newsroom / "articles/catalogs/en/nota.po").rename(newsroom / "articles/catalogs/en/otra.po")
    answer = workflow("publish", "otra", "--accept-unedited", "a test")
    assert answer.code == 2 and "is the edition of ../es/nota.md" in answer.err


@pytest.mark.parametrize(
    ("head", "keys"),
    [
        ("---\nurl: /x/\ntitle: T\nslug: >\n  a\n  b\nz: 1\n---\n", ["title", "z"]),
        ('+++\nurl = "/x/"\ntitle = "T"\naliases = [\n"/a",\n]\n[x]\nslug = "y"\n+++\n', ["title"]),
        ('{"url": "/x/", "title": "T", "slug": "x"}\n', ["title"]),
        ('{\n  "title": "T",\n  "aliases": ["/a"],\n  "z": 1\n}\n', ["title", "z"]),
        ('{"slug": "x"}\n', []),
    ],
)
def test_the_edition_does_not_take_the_place_of_the_spanish_page(
    head: str, keys: list[str]
) -> None:
    from workflow.article.frontmatter import without_fields
    from workflow.edition.page import OWN_PLACE

    text = without_fields(head + "Hola.\n", OWN_PLACE)
    assert list(front_values(text)) == keys
    if head.startswith("{"):
        json.loads(text.removesuffix("Hola.\n"))


def test_an_edit_of_the_edition_itself_is_taken_in(
    linked: Path, publish: Publish, workflow: Workflow
) -> None:
    publish()
    (linked / "articles/en/another.md").write_text("Hello.\n", encoding="utf-8")
    workflow("publish", "nota")
    edition = linked / "articles/en/nota.md"
    text = edition.read_text(encoding="utf-8")
    edition.write_text(text.replace("Read the [other story]", "See the [other story]"), "utf-8")
    answer = workflow("review", "nota", "--apply")
    assert answer.code == 0, answer.err
    assert "articles/en/nota.md:" in answer.out and "in the edition: “See the" in answer.out
    assert "(otra.md#parte)" in item("otra nota").msgstr  # the address that the Spanish has
    assert workflow("publish", "nota", "--check-only").code == 1  # nobody has approved it yet
    assert "See the [other story]" in Path(DRAFT).read_text(encoding="utf-8")


def test_an_older_edition_is_not_taken_for_an_edit(
    newsroom: Path, publish: Publish, workflow: Workflow
) -> None:
    SOURCE.write_text(BODY, encoding="utf-8")
    publish()
    edit(DRAFT, "have died", "died")
    assert "in the draft" in workflow("review", "nota", "--apply").out
    assert "0 edits" in workflow("review", "nota", "--apply").out
    assert "have died" in (newsroom / "articles/en/nota.md").read_text(encoding="utf-8")


def test_an_older_edition_lacks_what_was_drafted_since_and_nothing_else(
    newsroom: Path, publish: Publish, workflow: Workflow
) -> None:
    table = "\n| Año | Muertes |\n|---|---|\n| 2022 | 132 |\n"
    english = {"Año": "Year", "Muertes": "Deaths", "2022": "2022", "132": "132"}
    list_ = "\n- La Fiscalía calla.\n- Las familias esperan.\n"
    SOURCE.write_text(BODY + table + list_, encoding="utf-8")
    draft_all({**ENGLISH, **english})
    publish()
    SOURCE.write_text(BODY + table + "| 2023 | 250 |\n" + list_, encoding="utf-8")
    draft_all({**ENGLISH, **english, "2023": "2023", "250": "250"})
    said = [line for line in workflow("check").out.splitlines() if not line.startswith(" ")]
    assert all("W102 not in the edition yet" in line for line in said)
    assert [line.split(" ")[0] for line in said] == [
        "articles/es/nota.md:7:3:",
        "articles/es/nota.md:7:10:",
    ]
