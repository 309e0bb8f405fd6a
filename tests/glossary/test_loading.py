"""Loading glossaries: which entry wins, and the cache of compiled tables."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from workflow.glossary import Glossary, PartOfSpeech, Term, cache, compiling, po
from workflow.glossary.table import Table

SHIPPED = Path(__file__).parents[2] / "glossaries" / "human-rights.es-en.po"


def save(path: Path, *terms: Term) -> Path:
    path.write_text(po.write(terms), encoding="utf-8")
    return path


def english(glossary: Glossary, text: str) -> list[str]:
    return [match.target for match in glossary.find(text)]


def test_of_two_glossaries_the_first_one_wins(tmp_path: Path) -> None:
    first = save(tmp_path / "1.po", Term("penal", "penitentiary", also=("prison",)))
    second = save(tmp_path / "2.po", Term("penal", "prison"), Term("cárcel", "prison"))
    both = Glossary.load([first, second])
    assert english(both, "el penal y la cárcel") == ["penitentiary", "prison"]
    assert len(both.terms) == 2


def test_an_entry_keeps_its_wordings_from_later_entries(tmp_path: Path) -> None:
    first = save(tmp_path / "1.po", Term("reclusorio", "penitentiary"))
    second = save(tmp_path / "2.po", Term("cárcel", "prison", variants=("reclusorio",)))
    both = Glossary.load([first, second])
    assert english(both, "la cárcel y el reclusorio") == ["prison", "penitentiary"]
    assert english(Glossary.load([second, first]), "el reclusorio") == ["prison"]


def test_entries_of_another_part_of_speech_stand_beside_each_other(tmp_path: Path) -> None:
    first = save(tmp_path / "1.po", Term("general", "general"))
    second = save(tmp_path / "2.po", Term("general", "general", PartOfSpeech.ADJECTIVE))
    assert len(Glossary.load([first, second]).terms) == 2


@pytest.fixture
def compilations(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many terms each compilation had."""
    counts: list[int] = []
    original = compiling.compile_table

    def counted(terms: Sequence[Term]) -> Table:
        counts.append(len(terms))
        return original(terms)

    monkeypatch.setattr(compiling, "compile_table", counted)
    return counts


def test_a_glossary_is_compiled_once(tmp_path: Path, compilations: list[int]) -> None:
    path = save(tmp_path / "terms.po", Term("cárcel", "prison"))
    first = Glossary.load(path, cache_directory=tmp_path / "cache")
    again = Glossary.load(path, cache_directory=tmp_path / "cache")
    assert compilations == [1]
    assert again.terms == first.terms
    assert again.find("las cárceles") == first.find("las cárceles")


def test_a_changed_glossary_is_compiled_again(tmp_path: Path, compilations: list[int]) -> None:
    path = save(tmp_path / "terms.po", Term("cárcel", "prison"))
    Glossary.load(path, cache_directory=tmp_path / "cache")
    save(path, Term("cárcel", "jail"))
    changed = Glossary.load(path, cache_directory=tmp_path / "cache")
    assert compilations == [1, 1]
    assert english(changed, "la cárcel") == ["jail"]


def test_the_order_of_glossaries_makes_another_table(tmp_path: Path) -> None:
    one, other = b"msgid", b"msgstr"
    assert cache.key([one, other]) != cache.key([other, one])
    assert cache.key([one + other]) != cache.key([one, other])


@pytest.mark.parametrize("damage", ["cut", "changed", "empty", "other", "directory"])
def test_a_damaged_table_is_made_anew(tmp_path: Path, compilations: list[int], damage: str) -> None:
    path = save(tmp_path / "terms.po", Term("cárcel", "prison"))
    directory = tmp_path / "cache"
    Glossary.load(path, cache_directory=directory)
    (table,) = directory.iterdir()
    data = table.read_bytes()
    table.unlink()
    if damage == "directory":
        table.mkdir()
    else:
        table.write_bytes(
            {
                "cut": data[:-5],
                "changed": data[:-1] + bytes([data[-1] ^ 1]),
                "empty": b"",
                "other": b"no table at all" * 9,
            }[damage]
        )
    assert english(Glossary.load(path, cache_directory=directory), "la cárcel") == ["prison"]
    assert compilations == [1, 1]


def test_a_cache_that_cannot_be_written_is_left_alone(tmp_path: Path) -> None:
    path = save(tmp_path / "terms.po", Term("cárcel", "prison"))
    (tmp_path / "cache").write_text("a file stands where the directory would be")
    loaded = Glossary.load(path, cache_directory=tmp_path / "cache")
    assert english(loaded, "la cárcel") == ["prison"]


def test_old_tables_are_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "terms.po"
    for number in range(cache.KEPT + 3):
        save(path, Term("cárcel", f"prison {number}"))
        Glossary.load(path, cache_directory=tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == cache.KEPT


def test_the_cache_stands_where_the_user_keeps_caches(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "mine"))
    Glossary.load(save(tmp_path / "terms.po", Term("cárcel", "prison")))
    assert list((tmp_path / "mine" / "workflow").iterdir())
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache.default_directory() == tmp_path / ".cache" / "workflow"


def test_with_a_table_in_the_cache_nothing_of_the_compiler_is_imported(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from workflow.glossary import Glossary; "
        f"g = Glossary.load({str(SHIPPED)!r}, cache_directory=pathlib.Path({str(tmp_path)!r})); "
        "assert g.find('régimen de excepción'); "
        "print(*{'polib', 'inflect', 'simplemma', 'workflow.glossary.compiling'} & {*sys.modules})"
    )
    runs = [
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert set(runs[0].stdout.split()) == {"polib", "workflow.glossary.compiling"}
    assert runs[1].stdout.split() == []


def test_a_glossary_without_terms_finds_nothing() -> None:
    assert Glossary([]).find("el régimen de excepción") == []
