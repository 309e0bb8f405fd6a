"""What a draft was made with stands beside it; status says what would come out otherwise today."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polib
import pytest

from tests.conftest import Run
from workflow.provenance import Cause, Circumstances, reasons

SOURCE = Path("articles/es/nota.md")
CATALOG = Path("articles/catalogs/en/nota.po")
GLOSSARY = Path("glossaries/own.po")
ENTRY = 'msgctxt "noun"\nmsgid "régimen de excepción"\nmsgstr "{english}"\n'
HEADER = 'msgid ""\nmsgstr "Language: en\\n"\n\n'


def write_glossary(english: str) -> None:
    GLOSSARY.write_text(HEADER + ENTRY.format(english=english), encoding="utf-8")


def outdated(run: Run) -> list[dict[str, Any]]:
    (article,) = json.loads(run("status", "--json").stdout)["articles"]
    found: list[dict[str, Any]] = article["outdated"]
    return found


@pytest.fixture
def drafted(newsroom: Path, run: Run) -> Path:
    GLOSSARY.parent.mkdir()
    write_glossary("state of emergency")
    settings = f'engine = "apertium"\nglossaries = ["{GLOSSARY}"]\n'
    (newsroom / "workflow.toml").write_text(settings, encoding="utf-8")
    assert run("translate").returncode == 0
    return newsroom


def test_a_draft_names_engine_version_package_settings_and_glossary(drafted: Path) -> None:
    entry = next(e for e in polib.pofile(str(CATALOG)) if e.msgid == "El régimen de excepción")
    record = json.loads(entry.comment.split("draft: ")[1].splitlines()[0])
    assert len(record["signature"].split("|")) == 4
    assert record["signature"].startswith("apertium|")
    assert record["glossary"]
    assert record["typography"] == "en-US"
    assert record["terms"] == [["régimen de excepción", "state of emergency"]]


def test_what_was_just_drafted_is_not_outdated(drafted: Path, run: Run) -> None:
    assert outdated(run) == []


def test_a_changed_term_outdates_the_segments_that_have_it(drafted: Path, run: Run) -> None:
    write_glossary("emergency powers")
    (one,) = outdated(run)
    assert SOURCE.read_text("utf-8").splitlines()[one["line"] - 1] == "# El régimen de excepción"
    (why,) = one["reasons"]
    assert why["cause"] == "glossary"
    assert "state of emergency" in why["before"] and "emergency powers" in why["after"]


def test_a_term_of_no_article_outdates_nothing(drafted: Path, run: Run) -> None:
    more = '\nmsgctxt "noun"\nmsgid "toque de queda"\nmsgstr "curfew"\n'
    GLOSSARY.write_text(GLOSSARY.read_text("utf-8") + more, encoding="utf-8")
    assert outdated(run) == []


def test_another_variety_outdates_every_draft(drafted: Path, run: Run) -> None:
    settings = (drafted / "workflow.toml").read_text("utf-8")
    (drafted / "workflow.toml").write_text('variety = "en-GB"\n' + settings, encoding="utf-8")
    causes = {why["cause"] for one in outdated(run) for why in one["reasons"]}
    assert {"package", "typography"} <= causes


def test_status_says_so_in_a_line_for_each_reason(drafted: Path, run: Run) -> None:
    write_glossary("emergency powers")
    shown = run("status").stdout
    assert "outdated by glossary: “régimen de excepción” as “state of emergency”" in shown
    assert "(line 7)" in shown


def test_translate_can_draft_anew_what_is_outdated_and_nothing_else(
    drafted: Path, run: Run
) -> None:
    before = {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(CATALOG))}
    write_glossary("emergency powers")
    assert run("translate", "--outdated").returncode == 0
    after = {entry.msgctxt: entry.msgstr for entry in polib.pofile(str(CATALOG))}
    changed = [key for key in after if after[key] != before[key]]
    assert [after[key] for key in changed] == ["The emergency powers"]
    assert outdated(run) == []


def test_an_edited_segment_is_never_outdated(drafted: Path, run: Run) -> None:
    draft = drafted / "articles/drafts/en/nota.md"
    text = draft.read_text("utf-8")
    draft.write_text(text.replace("# The state of emergency", "# State of emergency"), "utf-8")
    assert run("translate").returncode == 0
    write_glossary("emergency powers")
    assert outdated(run) == []


NOW = Circumstances("argos|ctranslate2 4.8|es_en-1.9-ab|beam 4", "g2", "en-US")


@pytest.mark.parametrize(
    ("signature", "causes"),
    [
        (NOW.signature, []),
        ("apertium|3.8|spa-eng|ff", [Cause.ENGINE]),
        ("argos|ctranslate2 4.7|es_en-1.9-ab|beam 4", [Cause.VERSION]),
        ("argos|ctranslate2 4.8|es_en-1.0-cd|beam 4", [Cause.PACKAGE]),
        ("argos|ctranslate2 4.8|es_en-1.9-ab|beam 8", [Cause.SETTINGS]),
    ],
)
def test_a_reason_names_the_part_of_the_signature(signature: str, causes: list[Cause]) -> None:
    record = {"signature": signature, "glossary": "g2"}
    assert [why.cause for why in reasons(record, NOW, [])] == causes


def test_without_an_engine_here_the_glossary_alone_tells() -> None:
    record = {
        "signature": "apertium|3.8|spa-eng|ff",
        "glossary": "g1",
        "terms": [["reo", "inmate"]],
    }
    nowhere = Circumstances("", "g2", "en-US")
    (why,) = reasons(record, nowhere, [("reo", "prisoner")])
    assert str(why) == "glossary: “reo” as “inmate” → “reo” as “prisoner”"
