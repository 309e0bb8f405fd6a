"""The walk of an article, with the real Apertium."""

from __future__ import annotations

import re
from pathlib import Path

import polib
import pytest
from ruamel.yaml import YAML

from tests.conftest import Run

DRAFT = Path("articles/drafts/en/nota.md")
CATALOG = Path("articles/catalogs/en/nota.po")
PAIRED = Path("articles/review/en/nota.md")
SOURCE = Path("articles/es/nota.md")
FILES = (DRAFT, CATALOG, PAIRED)


def entry(text: str) -> polib.POEntry:
    """The catalog's entry whose Spanish holds `text`."""
    return next(e for e in polib.pofile(str(CATALOG)) if text in e.msgid and not e.obsolete)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def translated(newsroom: Path, run: Run) -> Path:
    done = run("translate", "--engine", "apertium")
    assert done.returncode == 0, done.stderr
    return newsroom


def test_one_run_writes_catalog_draft_and_paired_file(translated: Path) -> None:
    assert all(path.is_file() for path in FILES)
    draft = DRAFT.read_text(encoding="utf-8")
    assert "state of emergency" in draft.lower()
    assert "480" in draft and "1,300" in draft and "94%" in draft
    assert "«" not in draft
    assert not (translated / "articles" / "en").exists()


def test_the_draft_says_what_it_was_made_from_and_by(translated: Path) -> None:
    front = DRAFT.read_text(encoding="utf-8").split("---")[1]
    fields = YAML(typ="safe").load(front)
    assert fields["lang"] == "en"
    assert fields["translation_of"] == "../../es/nota.md"
    assert fields["original_title"].startswith("Al menos 480 muertos en cárceles")
    (engine,) = fields["machine_translation"]["engines"]
    assert engine["engine"] == "apertium" and engine["version"]
    assert "date: 2026-01-31\nauthor: Redacción\n" in front


def test_a_second_run_changes_nothing_and_says_so(translated: Path, run: Run) -> None:
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in FILES}
    again = run("translate")
    assert again.returncode == 0
    assert "Nothing to do" in again.stdout
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in FILES} == before


def test_the_same_article_gives_the_same_bytes(
    translated: Path, run: Run, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("other")
    (other / SOURCE).parent.mkdir(parents=True)
    (other / SOURCE).write_bytes(SOURCE.read_bytes())
    assert run("translate", "--engine", "apertium", cwd=other).returncode == 0
    assert [(other / path).read_bytes() for path in FILES] == [p.read_bytes() for p in FILES]


def _in_draft(old: str, new: str) -> None:
    edit(DRAFT, old, new)


def _in_catalog(old: str, new: str) -> None:
    po = polib.pofile(str(CATALOG), wrapwidth=0)
    item = next(e for e in po if e.msgstr == old)
    item.msgstr = new
    item.flags = []
    po.save()


def _in_catalog_still_fuzzy(old: str, new: str) -> None:
    edit(CATALOG, f'msgstr "{old}"', f'msgstr "{new}"')


def _in_paired(old: str, new: str) -> None:
    head, _, rest = PAIRED.read_text(encoding="utf-8").partition(f"<!-- en -->\n\n- {old}")
    if rest:
        PAIRED.write_text(f"{head}<!-- en -->\n\n- {new}{rest}", encoding="utf-8")
        return
    edit(PAIRED, f"- {old}\n", f"- {new}\n")


PLACES = [_in_draft, _in_catalog, _in_catalog_still_fuzzy, _in_paired]


@pytest.mark.parametrize("change", PLACES)
@pytest.mark.parametrize("fresh_clone", [False, True])
def test_an_edit_survives_wherever_it_was_made(
    translated: Path, run: Run, change: object, fresh_clone: bool
) -> None:
    old = entry("Desaparición forzada").msgstr
    if fresh_clone:
        _forget_local_records(translated)
    change(old, "Enforced disappearances.")  # type: ignore[operator]
    done = run("translate", "--force-machine", "--engine", "apertium")
    assert done.returncode == 0, done.stderr
    item = entry("Desaparición forzada")
    assert item.msgstr == "Enforced disappearances."
    assert "fuzzy" not in item.flags
    assert "Enforced disappearances." in DRAFT.read_text(encoding="utf-8")
    assert "Enforced disappearances." in PAIRED.read_text(encoding="utf-8")


def _forget_local_records(root: Path) -> None:
    for path in (root / ".workflow" / "pages").iterdir():
        path.unlink()


def test_two_places_that_disagree_are_refused_and_nothing_changes(
    translated: Path, run: Run
) -> None:
    old = entry("Desaparición forzada").msgstr
    _in_draft(old, "One wording.")
    _in_paired(old, "Another wording.")
    before = [path.read_bytes() for path in FILES]
    done = run("translate")
    assert done.returncode == 2
    assert "One wording." in done.stderr and "Another wording." in done.stderr
    assert [path.read_bytes() for path in FILES] == before


def test_a_paragraph_added_to_the_draft_is_refused_with_its_line(
    translated: Path, run: Run
) -> None:
    text = DRAFT.read_text(encoding="utf-8")
    line = text[: text.index("\n- ")].count("\n") + 1
    DRAFT.write_text(text.replace("\n- ", "\nA new paragraph.\n\n- ", 1), encoding="utf-8")
    done = run("translate")
    assert done.returncode == 2
    assert (
        re.search(rf"articles/drafts/en/nota\.md:{line}\d?: ", done.stderr)
        or str(DRAFT) in done.stderr
    )
    assert "A new paragraph." in DRAFT.read_text(encoding="utf-8")


def test_changed_spanish_makes_a_persons_english_stale_and_keeps_it(
    translated: Path, run: Run
) -> None:
    old = entry("1.300 jóvenes").msgstr
    _in_draft(old, "Arbitrary detention of 1,300 young men.")
    run("translate")
    edit(SOURCE, "1.300 jóvenes", "1.350 jóvenes")
    assert run("translate").returncode == 0
    item = entry("1.350 jóvenes")
    assert item.msgstr == "Arbitrary detention of 1,300 young men."
    assert item.previous_msgid == "Detención arbitraria de 1.300 jóvenes."
    assert "fuzzy" in item.flags


def test_changed_spanish_is_drafted_again_where_the_machine_wrote(
    translated: Path, run: Run
) -> None:
    edit(SOURCE, "1.300 jóvenes", "1.350 jóvenes")
    assert run("translate").returncode == 0
    assert "1,350" in entry("1.350 jóvenes").msgstr
    assert entry("1.350 jóvenes").previous_msgid is None


def test_spanish_that_changes_back_is_no_longer_stale(translated: Path, run: Run) -> None:
    _in_draft(entry("1.300 jóvenes").msgstr, "Arbitrary detention of 1,300 young men.")
    run("translate")
    edit(SOURCE, "1.300 jóvenes", "1.350 jóvenes")
    run("translate")
    edit(SOURCE, "1.350 jóvenes", "1.300 jóvenes")
    run("translate")
    item = entry("1.300 jóvenes")
    assert item.msgstr == "Arbitrary detention of 1,300 young men."
    assert "fuzzy" not in item.flags and item.previous_msgid is None


def test_moved_paragraphs_keep_their_edits(translated: Path, run: Run) -> None:
    _in_draft(entry("Desaparición forzada").msgstr, "Enforced disappearances.")
    run("translate")
    text = SOURCE.read_text(encoding="utf-8")
    item = "- Desaparición forzada.\n"
    moved = text.replace(item, "").replace("- Detención", item + "- Detención")
    SOURCE.write_text(moved, encoding="utf-8")
    assert run("translate").returncode == 0
    draft = DRAFT.read_text(encoding="utf-8")
    assert draft.index("Enforced disappearances.") < draft.index("1,300")


def test_a_persons_english_outlives_the_spanish_it_was_for(translated: Path, run: Run) -> None:
    _in_draft(entry("Desaparición forzada").msgstr, "Enforced disappearances.")
    run("translate")
    text = SOURCE.read_text(encoding="utf-8")
    SOURCE.write_text(text.replace("- Desaparición forzada.\n", ""), encoding="utf-8")
    run("translate")
    assert "Enforced disappearances." not in DRAFT.read_text(encoding="utf-8")
    SOURCE.write_text(text, encoding="utf-8")
    run("translate")
    assert "Enforced disappearances." in DRAFT.read_text(encoding="utf-8")


def test_a_draft_without_its_catalog_is_not_overwritten(translated: Path, run: Run) -> None:
    CATALOG.unlink()
    _in_draft(re.findall(r"^- (.*)$", DRAFT.read_text(encoding="utf-8"), re.MULTILINE)[1], "Mine.")
    done = run("translate")
    assert done.returncode == 2
    assert "Mine." in DRAFT.read_text(encoding="utf-8")
    assert not CATALOG.exists()


def test_a_ticked_box_approves_and_an_edit_voids_it(translated: Path, run: Run) -> None:
    text = PAIRED.read_text(encoding="utf-8")
    PAIRED.write_text(text.replace("- [ ] approved", "- [x] approved"), encoding="utf-8")
    assert run("translate").returncode == 0
    status = run("status", "--json").stdout
    assert '"machine": 0' in status
    assert "- [x] approved" in PAIRED.read_text(encoding="utf-8")
    _in_draft(entry("Desaparición forzada").msgstr, "Enforced disappearances.")
    run("translate")
    assert '"edited": 1' in run("status", "--json").stdout


def test_changes_in_the_engines_words_can_be_listed(newsroom: Path, run: Run) -> None:
    done = run("translate", "--engine", "apertium", "--explain")
    assert re.search(r"nota\.md:\d+: quotation-marks: `«` → `“`", done.stdout)


def test_typography_can_be_left_alone(newsroom: Path, run: Run) -> None:
    assert run("translate", "--engine", "apertium", "--no-typography").returncode == 0
    assert "«" in DRAFT.read_text(encoding="utf-8")


@pytest.mark.parametrize("switch", ["article", "project"])
def test_typography_can_be_switched_off_for_good(newsroom: Path, run: Run, switch: str) -> None:
    if switch == "article":
        edit(SOURCE, "author: Redacción\n", "author: Redacción\ntypography: false\n")
    else:
        Path("workflow.toml").write_text("typography = false\n", encoding="utf-8")
    assert run("translate", "--engine", "apertium").returncode == 0
    assert "«" in DRAFT.read_text(encoding="utf-8")


def test_figures_are_british_where_the_marks_are_left_alone(newsroom: Path, run: Run) -> None:
    Path("workflow.toml").write_text('variety = "en-GB"\n', encoding="utf-8")
    SOURCE.write_text("Murió «ayer», el 30 de enero de 2026.\n", encoding="utf-8")
    assert run("translate", "--engine", "apertium", "--no-typography").returncode == 0
    draft = DRAFT.read_text(encoding="utf-8")
    assert "«" in draft and "30 January 2026" in draft


def test_british_english_has_british_quotation_marks(newsroom: Path, run: Run) -> None:
    Path("workflow.toml").write_text('variety = "en-GB"\n', encoding="utf-8")
    assert run("translate", "--engine", "apertium").returncode == 0
    assert "> ‘" in DRAFT.read_text(encoding="utf-8")
