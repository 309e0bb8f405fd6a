"""The engines that several modules of this room ask, each started once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workflow.engines.argos import ArgosEngine
from workflow.engines.packages import install

NEWSROOM = Path(__file__).parents[1] / "data" / "engines" / "newsroom-es_en.argosmodel"


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArgosEngine]:
    """A neural engine whose package has learned a small grammar, not the sentences it is asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path_factory.mktemp("news") / "packages"))
        install(NEWSROOM)
        engine = ArgosEngine("es", "en")
    yield engine
    engine.close()
