"""Projects: configuration that is checked, articles that are found by any of their names."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from tests.conftest import Run
from workflow.config import Config, read_config
from workflow.config_reference import schema
from workflow.errors import WorkflowError
from workflow.project import Project
from workflow.resources import GLOSSARY
from workflow.setup import CONFIG, create_project


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_no_configuration_is_needed(newsroom: Path) -> None:
    assert Project.find().config == Config()


def test_the_configuration_that_init_writes_is_legal(tmp_path: Path) -> None:
    config = read_config(write(tmp_path / "workflow.toml", CONFIG))
    assert config == Config(glossaries=(GLOSSARY,), article=config.article)
    assert "alt" in (config.article.shortcode_parameters or ())


def test_this_checkout_is_configured_as_init_does() -> None:
    root = Path(__file__).resolve().parent.parent
    assert (root / "workflow.toml").read_text(encoding="utf-8") == CONFIG


def fits_the_schema(text: str) -> bool:
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False
    return Draft7Validator(schema()).is_valid(data)


def test_the_schema_is_one_and_takes_what_init_writes() -> None:
    Draft7Validator.check_schema(schema())
    assert fits_the_schema(CONFIG) and fits_the_schema("")


@pytest.mark.parametrize("config", ["PLACES", "WRONG", "ELSEWHERE"])
def test_the_schema_and_the_reader_agree(config: str) -> None:
    tables = {"PLACES": PLACES, "WRONG": WRONG, "ELSEWHERE": ELSEWHERE}
    for text in tables[config]:
        assert fits_the_schema(text) == (config == "PLACES"), text


WRONG = {
    'varity = "en-GB"\n': (1, "legal keys are", "variety"),
    '\nvariety = "en-AU"\n': (2, "legal values are", "en-GB"),
    'source = "es"\nengine = 3\n': (2, "must be a string", "engine"),
    'glossaries = "one.po"\n': (1, "must be a list", "glossaries"),
    "typography = 1\n": (1, "true or false", "typography"),
    '[article]\nfront_mater = ["title"]\n': (2, "legal keys are", "article.front_matter"),
    'source = "es\n': (1, "is not valid TOML", ""),
}


@pytest.mark.parametrize("text", WRONG)
def test_a_wrong_key_or_value_is_named_with_what_is_legal(tmp_path: Path, text: str) -> None:
    line, message, legal = WRONG[text]
    with pytest.raises(WorkflowError) as caught:
        read_config(write(tmp_path / "workflow.toml", text))
    assert caught.value.line == line
    assert message in caught.value.message and legal in caught.value.message


def test_a_project_is_found_from_any_folder_below(tmp_path: Path) -> None:
    write(tmp_path / "workflow.toml", 'variety = "en-GB"\n')
    below = tmp_path / "articles" / "es"
    below.mkdir(parents=True)
    assert Project.find(below).root == tmp_path
    assert Project.find(below).config.variety == "en-GB"


@pytest.mark.parametrize(
    "name",
    [
        "nota",
        "nota.md",
        "articles/es/nota.md",
        "articles/drafts/en/nota.md",
        "articles/review/en/nota.md",
    ],
)
def test_an_article_answers_to_its_slug_and_to_its_files(newsroom: Path, name: str) -> None:
    if "/es/" not in name and "/" in name:
        write(newsroom / name, "x")
    assert [article.slug for article in Project.find().find_articles([name])] == ["nota"]


def test_articles_in_folders_keep_their_folder(newsroom: Path) -> None:
    write(newsroom / "articles/es/2026/otra.md", "Hola.\n")
    slugs = [article.slug for article in Project.find().find_articles()]
    assert slugs == ["2026/otra", "nota"]


def test_two_articles_may_not_share_their_files(newsroom: Path) -> None:
    write(newsroom / "elsewhere/nota.md", "Hola.\n")
    with pytest.raises(WorkflowError, match="share its files"):
        Project.find().find_articles(["elsewhere/nota.md"])


def test_init_makes_a_project_that_can_be_checked(tmp_path: Path, run: Run) -> None:
    done = run("init", "newsroom", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    root = tmp_path / "newsroom"
    for name in ("workflow.toml", "glossaries/human-rights.es-en.po", "articles/en"):
        assert (root / name).exists()
    assert len(list((root / "articles" / "es").glob("*.md"))) == 1
    assert run("status", cwd=root).returncode == 0


def test_init_keeps_what_stands_there(tmp_path: Path) -> None:
    config = write(tmp_path / "workflow.toml", 'variety = "en-GB"\n')
    made, kept = create_project(tmp_path)
    assert kept == [config] and config not in made
    assert config.read_text(encoding="utf-8") == 'variety = "en-GB"\n'


def test_init_over_a_file_is_refused(tmp_path: Path, run: Run) -> None:
    write(tmp_path / "taken", "")
    done = run("init", "taken", cwd=tmp_path)
    assert done.returncode == 2 and "Traceback" not in done.stderr


PLACES = {
    "": ("articles/es/2026/nota.md", "2026/nota", "articles/en/2026/nota.md"),
    '[publication]\nlayout = "suffix"\n': (
        "articles/2026/nota.es.md",
        "2026/nota",
        "articles/2026/nota.en.md",
    ),
    '[publication.slugs]\n"2026/nota" = "a-note"\n': (
        "articles/es/2026/nota.md",
        "2026/nota",
        "articles/en/2026/a-note.md",
    ),
    '[publication]\nlayout = "suffix"\nslugs = { "2026/nota" = "a-note" }\n': (
        "articles/2026/nota.es.md",
        "2026/nota",
        "articles/2026/a-note.en.md",
    ),
}


@pytest.mark.parametrize("config", PLACES)
def test_an_edition_stands_where_the_layout_and_its_slug_say(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, config: str
) -> None:
    source, slug, edition = PLACES[config]
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "workflow.toml", config)
    write(tmp_path / source, "# Nota\n")
    write(tmp_path / edition, "# Note\n")
    project = Project.find()
    (article,) = project.find_articles()
    assert (article.slug, article.edition) == (slug, tmp_path / edition)
    for name in (source, slug, edition):
        assert project.find_articles([name]) == [article]


ELSEWHERE = {
    '[publication]\nlayout = "flat"\n': "legal values are folder, suffix",
    '[publication]\nurl = "example.org/{slug}"\n': "https://example.org/{lang}/{slug}/",
    '[publication]\nurl = "https://example.org/"\n': "does not fit",
    '[publication.slugs]\nnota = "../note"\n': "does not fit",
    "[publication.slugs]\nnota = 3\n": "must be a table of strings",
    'publication = "suffix"\n': "must be a table",
}


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_place_that_cannot_be_is_refused(tmp_path: Path, text: str) -> None:
    said = ELSEWHERE[text]
    with pytest.raises(WorkflowError, match=said.replace("{", r"\{")):
        read_config(write(tmp_path / "workflow.toml", text))
