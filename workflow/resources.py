"""The glossary and the sample article that come with the package, wherever it is installed."""

from __future__ import annotations

from pathlib import Path

GLOSSARY = "glossaries/human-rights.es-en.po"
SAMPLE = "articles/es/muertes-bajo-custodia.md"


def bundled(name: str) -> Path:
    """Path of a bundled file: inside the wheel, or in the checkout when running from one."""
    package = Path(__file__).resolve().parent
    inside = package / "data" / name
    return inside if inside.is_file() else package.parent / name
