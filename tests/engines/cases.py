"""Reads the tables of cases: marked Spanish, and what the English must hold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from workflow.engines.base import Constraint, Gender, Number

DATA = Path(__file__).parent / "data"
_FIXED = re.compile(r"\[([^\]]*)\]\{([^|}]*)\|([^}]*)\}")


@dataclass(frozen=True)
class TermCase:
    """A sentence with fixed stretches; one of `wanted` must be in the draft (^ at its start)."""

    plain: str
    terms: tuple[Constraint, ...]
    wanted: tuple[str, ...]

    def holds(self, text: str) -> bool:
        return any(
            text.startswith(part[1:]) if part.startswith("^") else part in text
            for part in self.wanted
        )


def rows(name: str) -> list[tuple[str, tuple[str, ...]]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    pairs = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(marked, tuple(wanted.split("|"))) for marked, wanted in pairs]


def term_cases(name: str) -> list[TermCase]:
    return [_term_case(marked, wanted) for marked, wanted in rows(name)]


def _term_case(marked: str, wanted: tuple[str, ...]) -> TermCase:
    plain, terms, cursor = "", [], 0
    for found in _FIXED.finditer(marked):
        plain += marked[cursor : found.start()]
        kind, gender, number, *english = found[3].split()
        terms.append(
            Constraint(
                len(plain),
                len(plain) + len(found[1]),
                found[2],
                kind,
                cast(Gender, gender),
                cast(Number, number),
                cast(Number, english[0] if english else number),
            )
        )
        plain += found[1]
        cursor = found.end()
    return TermCase(plain + marked[cursor:], tuple(terms), wanted)


def tagged(marked: str) -> str:
    """`{1 words}` as `<g id="1">words</g>`, `{1}` as `<x id="1"/>`."""
    text = re.sub(r"\{(\d+)\}", r'<x id="\1"/>', marked)
    before = ""
    while before != text:
        before, text = text, re.sub(r"\{(\d+) ([^{}]*)\}", r'<g id="\1">\2</g>', text)
    return text
