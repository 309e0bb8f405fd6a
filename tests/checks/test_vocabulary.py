"""Common words of Spanish, kept in a cache that may vanish or break."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.checks import vocabulary


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    vocabulary._list.cache_clear()
    return tmp_path / "workflow"


def test_a_common_word_is_known_and_a_name_is_not(cache: Path) -> None:
    assert vocabulary.has_word("casa") and vocabulary.has_word("desaparecidas")
    assert not vocabulary.has_word("bukele") and not vocabulary.has_word("end")


@pytest.mark.parametrize("damage", ["cut", "gone"])
def test_a_damaged_or_missing_cache_is_made_again(cache: Path, damage: str) -> None:
    assert vocabulary.has_word("casa")
    [file] = cache.iterdir()
    file.write_bytes(file.read_bytes()[:1000]) if damage == "cut" else file.unlink()
    vocabulary._list.cache_clear()
    assert vocabulary.has_word("zapato")
    assert file.read_bytes().endswith(b"\nEND\n")


def test_a_cache_that_cannot_be_written_is_done_without(
    cache: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert vocabulary.has_word("casa")
