"""The engine of a command: loaded when it is first asked for, closed at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workflow.engines.base import Engine
    from workflow.project import Project


class Engines:
    """The engine for one project and language."""

    def __init__(self, project: Project, name: str, language: str) -> None:
        self._project, self._name, self._language = project, name, language
        self._engine: Engine | None = None

    def load(self) -> Engine:
        """The engine; raises `EngineError` that names what to install."""
        from workflow.engines import load_engine

        if self._engine is None:
            config = self._project.config
            self._engine = load_engine(
                self._name, config.source, self._language, variety=config.variety
            )
        return self._engine

    def close(self) -> None:
        """End its processes, if it was ever loaded."""
        if self._engine is not None:
            self._engine.close()
