"""Nouns that are counted, by the concept that they share with other languages."""

from __future__ import annotations

from workflow.numbers.table import words

STOP_WORDS = words("")
NOUNS: dict[str, str] = {}
