"""Frequent Spanish words and the beginnings of their English renderings."""

from __future__ import annotations

from pathlib import Path


def _read(path: Path) -> dict[str, tuple[str, ...]]:
    """`beginning beginning: form form`, one entry a line; lines with # are for people."""
    table = {}
    for line in path.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            beginnings, _, forms = line.partition(":")
            table.update(dict.fromkeys(beginnings.split(), tuple(forms.split())))
    return table


WHOLE = "."
"""Ends an entry that is a whole word and the beginning of no other one."""
LEXICON = _read(Path(__file__).with_name("spanish_english.txt"))
"""Beginnings of Spanish words, without accents, and those of their English renderings."""
