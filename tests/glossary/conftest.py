"""The shipped glossary, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from workflow.glossary import Glossary

SHIPPED = Path(__file__).parents[2] / "glossaries" / "human-rights.es-en.po"


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Glossary:
    return Glossary.load(SHIPPED, cache_directory=tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def shipped_text() -> str:
    return SHIPPED.read_text(encoding="utf-8")
