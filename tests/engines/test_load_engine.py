"""Which engine is loaded, and what a person is told when there is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.engines import load_engine
from workflow.engines.apertium import ApertiumEngine, modes
from workflow.errors import EngineError


@pytest.fixture
def no_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def modes_of(data: Path, *names: str) -> Path:
    (data / "modes").mkdir(parents=True)
    for name in names:
        (data / "modes" / f"{name}.mode").write_text("")
    return data


@pytest.mark.usefixtures("no_packages")
def test_auto_takes_apertium_when_no_package_is_installed() -> None:
    engine = load_engine()
    assert isinstance(engine, ApertiumEngine)
    assert engine.name == "apertium"


@pytest.mark.usefixtures("no_packages")
def test_without_any_engine_both_remedies_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(modes, "DATA", tmp_path)
    with pytest.raises(EngineError) as error:
        load_engine("auto", "es", "pt")
    assert "apt install apertium apertium-es-pt" in str(error.value)
    assert "workflow models install es pt" in str(error.value)


def test_an_unknown_engine_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(EngineError, match="argos and apertium"):
        load_engine("google")


@pytest.mark.parametrize(
    ("target", "package"),
    [("en", "apertium-eng-spa"), ("pt", "apertium-es-pt"), ("fr", "apertium-fr-es"),
     ("ca", "apertium-spa-cat"), ("gl", "apertium-es-gl"), ("it", "apertium-spa-ita")],
)  # fmt: skip
def test_a_missing_mode_names_its_debian_package(target: str, package: str, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=f"apt install apertium {package}"):
        ApertiumEngine("es", target, data=tmp_path)


def test_a_pair_without_a_package_says_what_there_is(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match=r"from es to .*ca.*en.*fr.*pt"):
        ApertiumEngine("es", "ja", data=tmp_path)


@pytest.mark.parametrize(
    ("names", "target", "variety", "chosen"),
    [
        (["spa-eng", "spa-eng_US"], "en", "en-US", "spa-eng_US"),
        (["spa-eng", "spa-eng_US"], "en", "en-GB", "spa-eng"),
        (["spa-eng"], "en", "en-US", "spa-eng"),
        (["es-pt", "es-pt_BR"], "pt", "en-US", "es-pt"),
        (["es-pt", "es-pt_BR"], "pt", "pt-BR", "es-pt_BR"),
        (["es-fr", "fr-es"], "fr", "en-US", "es-fr"),
        (["spa-por", "es-pt"], "pt", "", "spa-por"),
    ],
)
def test_the_mode_fits_pair_and_variety(
    names: list[str], target: str, variety: str, chosen: str, tmp_path: Path
) -> None:
    data = modes_of(tmp_path / "apertium", *names)
    assert modes.find_mode("es", target, variety, data).stem == chosen


def test_a_mode_is_installed_or_not(tmp_path: Path) -> None:
    data = modes_of(tmp_path / "apertium", "spa-cat")
    assert modes.installed("es", "ca", data)
    assert not modes.installed("es", "pt", data)
