"""Gates only save time: with all of them open, every text reads the same."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from workflow.numbers.gates import Gates
from workflow.numbers.grammar import read_tokens
from workflow.numbers.languages import LANGUAGES
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import Lexicon, lexicon_of

DATA = Path(__file__).parent / "data" / "compare"


class _Everything(frozenset[str]):
    """A set that every word is in."""

    def __contains__(self, word: object) -> bool:
        return True

    def isdisjoint(self, words: object) -> bool:
        return False


@cache
def opened(code: str) -> Lexicon:
    lexicon = Lexicon(LANGUAGES[code])
    lexicon.gates = Gates(**{gate.name: _Everything() for gate in fields(Gates)})
    return lexicon


@pytest.mark.parametrize("table", sorted(DATA.glob("*.tsv")), ids=lambda table: table.stem)
def test_a_closed_gate_hides_nothing(table: Path) -> None:
    for line in table.read_text("utf-8").splitlines():
        _, *texts = line.split("\t")
        for text, code in zip(texts, ("es", "en"), strict=True):
            gated = read_tokens(Tokens(text, lexicon_of(code)))
            assert read_tokens(Tokens(text, opened(code))).quantities == gated.quantities
