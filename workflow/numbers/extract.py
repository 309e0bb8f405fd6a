"""Read the quantities of one text."""

from __future__ import annotations

from workflow.numbers.grammar import read
from workflow.numbers.model import Quantity


def extract(text: str, language: str) -> list[Quantity]:
    """Every quantity of `text` in order; `language` is a code such as `es`."""
    return list(read(text, language).quantities)
