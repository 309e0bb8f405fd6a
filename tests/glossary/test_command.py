"""`workflow glossary` as a person uses it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

GLOSSARY = Path("glossaries/human-rights.es-en.po")


@pytest.fixture
def project(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    assert run("init", str(tmp_path)).returncode == 0
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_terms_are_listed_for_programs(project: Path, run: Run) -> None:
    terms = json.loads(run("glossary", "list", "--json").stdout)["terms"]
    assert len(terms) >= 500
    assert {"source", "target", "part_of_speech"} <= set(terms[0])


def test_an_inflected_term_is_found_with_its_authority(project: Path, run: Run) -> None:
    done = run("glossary", "find", "los regímenes de excepción")
    assert "regímenes de excepción → states of emergency" in done.stdout
    assert "authority:" in done.stdout


def test_an_added_term_is_found_and_the_file_stays_formatted(project: Path, run: Run) -> None:
    done = run("glossary", "add", "carpeta fantasma", "ghost file", "--forbidden", "ghost folder")
    assert done.returncode == 0, done.stderr
    assert "ghost files" in run("glossary", "find", "dos carpetas fantasma").stdout
    assert run("glossary", "format", "--check").returncode == 0


def test_a_term_that_stands_there_is_not_added_twice(project: Path, run: Run) -> None:
    before = GLOSSARY.read_bytes()
    done = run("glossary", "add", "fosa común", "common grave")
    assert done.returncode == 2 and f"{GLOSSARY}:" in done.stderr
    assert GLOSSARY.read_bytes() == before


def test_the_bundled_glossary_is_nobodys_to_change(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("glossary", "add", "uno", "one")
    assert done.returncode == 2 and "workflow init" in done.stderr


def test_the_bundled_glossary_has_no_errors(project: Path, run: Run) -> None:
    assert run("glossary", "check").returncode == 0


@pytest.mark.parametrize("extension", ["csv", "tsv", "tbx"])
def test_what_is_exported_comes_back_without_change(
    project: Path, run: Run, extension: str
) -> None:
    assert run("glossary", "export", f"terms.{extension}").returncode == 0
    before = GLOSSARY.read_bytes()
    done = run("glossary", "import", f"terms.{extension}")
    assert done.returncode == 0, done.stderr
    assert GLOSSARY.read_bytes() == before


def test_an_unknown_format_is_refused(project: Path, run: Run) -> None:
    assert run("glossary", "export", "terms.xls").returncode == 2


def test_a_change_shows_the_segments_it_touches(project: Path, run: Run) -> None:
    for arguments in (
        ["init", "-q"],
        ["add", "-A"],
        ["-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", *arguments], check=True)
    assert json.loads(run("glossary", "impact", "--json").stdout)["segments"] == []
    text = GLOSSARY.read_text(encoding="utf-8")
    changed = text.replace('msgstr "state of emergency"', 'msgstr "emergency rule"')
    GLOSSARY.write_text(changed, encoding="utf-8")
    rows = json.loads(run("glossary", "impact", "--json").stdout)["segments"]
    assert rows and all("emergency rule" in " ".join(row["after"]) for row in rows)
    assert run("glossary", "impact", "--since", "nowhere").returncode == 2


@pytest.mark.parametrize(("source", "target"), [("", "checkpoint"), ("retén", " ")])
def test_a_term_without_one_language_is_refused_and_nothing_is_written(
    run: Run, project: Path, source: str, target: str
) -> None:
    before = GLOSSARY.read_bytes()
    done = run("glossary", "add", source, target)
    assert done.returncode == 2
    assert "lacks one language" in done.stderr
    assert GLOSSARY.read_bytes() == before


def test_checking_a_glossary_with_an_unknown_part_of_speech_names_the_line(
    run: Run, project: Path
) -> None:
    GLOSSARY.write_text('msgctxt "nuon"\nmsgid "x"\nmsgstr "y"\n', encoding="utf-8")
    done = run("glossary", "check")
    assert done.returncode == 2
    assert "human-rights.es-en.po:1: “part of speech: nuon” is not known" in done.stderr


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", ""),
        ("a.csv", "reo\nrequisa\n"),
        ("a.tsv", "reo,prisoner\nrequisa,search\n"),
        ("a.tbx", '<tbx><text><body><conceptEntry id="1"/></body></text></tbx>'),
    ],
)
def test_a_file_without_any_usable_term_is_refused(
    run: Run, project: Path, name: str, text: str
) -> None:
    before = GLOSSARY.read_bytes()
    Path(name).write_text(text, encoding="utf-8")
    done = run("glossary", "import", name)
    assert done.returncode == 2
    assert f"{name}: no term with Spanish and English is in it" in done.stderr
    assert GLOSSARY.read_bytes() == before


def test_several_glossaries_are_checked_against_each_other(run: Run, project: Path) -> None:
    entry = 'msgctxt "noun"\nmsgid "{}"\nmsgstr "{}"\n'
    house = entry.format("fosa común", "common pit") + entry.format("coche celular", "prison car")
    Path("house.po").write_text(house, encoding="utf-8")
    config = Path("workflow.toml")
    ours = 'glossaries = ["house.po", "glossaries/human-rights.es-en.po"]'
    text = config.read_text(encoding="utf-8")
    lines = [ours if "glossaries" in line else line for line in text.splitlines()]
    config.write_text("\n".join(lines), encoding="utf-8")
    told = run("glossary", "check").stdout
    assert "“fosa común” is “mass grave” here and “common pit” in house.po, which wins" in told
    assert "house.po:4: warning forbidden-target “prison car”" in told


def test_what_limits_a_term_is_given_with_it(run: Run, project: Path) -> None:
    limits = ("--except", "retén de agua", "--context", "polici*", "--plural", "check points")
    assert run("glossary", "add", "retén fijo", "check point", *limits).returncode == 0
    text = GLOSSARY.read_text(encoding="utf-8")
    entry = next(one for one in text.split("\n\n") if 'msgid "retén fijo"' in one)
    assert "# except: retén de agua\n# context: polici*\n# plural: check points" in entry
