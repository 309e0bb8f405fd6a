"""Offline translation engines behind one protocol."""

from __future__ import annotations

from workflow.engines.base import Engine
from workflow.errors import EngineError

__all__ = ["Engine", "load_engine"]


def load_engine(
    name: str = "auto", source: str = "es", target: str = "en", variety: str = "en-US"
) -> Engine:
    """The engine `argos`, `apertium`, or with `auto` the best of them installed for the pair.

    `auto` prefers Argos, whose English reads better, when a package for the pair is installed.
    Raises `EngineError` that names what to install.
    """
    if name == "argos" or (name == "auto" and _argos_ready(source, target)):
        from workflow.engines.argos import ArgosEngine

        return ArgosEngine(source, target, variety, fallback=_other(source, target, variety))
    if name == "apertium":
        return _apertium(source, target, variety)
    if name != "auto":
        raise EngineError(
            f"there is no engine “{name}”", hint="the engines are auto, argos and apertium"
        )
    try:
        return _apertium(source, target, variety)
    except EngineError as error:
        raise EngineError(
            f"no engine here translates from {source} to {target}",
            hint=f"Apertium: {error.hint}; Argos: workflow models install {source} {target}",
        ) from error


def _apertium(source: str, target: str, variety: str) -> Engine:
    from workflow.engines.apertium import ApertiumEngine

    return ApertiumEngine(source, target, variety)


def _other(source: str, target: str, variety: str) -> Engine | None:
    """Apertium for the sentences that Argos breaks, where it is installed for the pair."""
    try:
        return _apertium(source, target, variety)
    except EngineError:
        return None


def _argos_ready(source: str, target: str) -> bool:
    from workflow.engines.packages import installed

    return bool(installed(source, target))
