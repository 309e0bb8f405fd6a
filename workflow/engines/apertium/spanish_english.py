"""What Apertium gets wrong in English: mended where certain, else reported."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from workflow.engines.apertium import lexicon
from workflow.engines.apertium.reading import Reading, lemmas
from workflow.engines.apertium.rules import IMPERSONAL, NEGATION
from workflow.engines.apertium.stream import Piece, Unit
from workflow.findings import Finding, Span, finding


def mend_negation(pieces: Sequence[Piece], reading: Reading) -> tuple[list[Piece], list[Finding]]:
    """Pieces in which *nadie*, *ningún*, *nada*, *nunca* negate where they do in Spanish.

    Before the verb they negate by themselves ("Nobody came"); after *no* they only agree with
    it. Where neither is sure, a finding.
    """
    result, findings = list(pieces), []
    for n, unit in enumerate(reading.units):
        forms = _forms(unit, reading.units[n + 1 : n + 2])
        if forms is None:
            continue
        negated, verb_seen = _clause_before(reading.units, reading.gaps, n)
        if verb_seen and not negated:
            findings.append(
                finding(
                    NEGATION,
                    f"“{unit.surface}” stands after the verb without a negation before it",
                    source=Span(unit.start, unit.end),
                )
            )
            continue
        _say(result, n, forms[1] if negated else forms[0])
        if not negated:
            _drop_dummy(result, n)
    return _paired_ni(result, reading), findings


def attach_verbs(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces in which the verb after *will* and *would* renders what they do.

    Apertium gives the Spanish future to *will* alone and the verb to nothing.
    """
    result: list[Piece] = []
    modal: Piece | None = None
    for piece in pieces:
        if modal is not None and not piece.units:
            parts = re.split(r"( +)", piece.text)
            result += [Piece(part, modal.units if part.strip() else ()) for part in parts if part]
        else:
            result.append(piece)
        modal = piece if piece.text.casefold() in _MODALS and piece.units else None
    return result


_MODALS: Final = frozenset(("will", "would"))


def attach_words(pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    """Pieces in which small words that Apertium sets apart render what they do: *not*, *no*."""
    rendered = {n for piece in pieces for n in piece.units}
    result: list[Piece] = []
    last = 0
    for piece in pieces:
        if piece.units or not piece.text.strip():
            result.append(piece)
            last = max(piece.units, default=last)
            continue
        for part in re.split(r"( +)", piece.text):
            wanted = _SMALL_WORDS.get(part.casefold(), frozenset())
            near = range(max(0, last - 3), min(len(reading.units), last + 4))
            unit = next(
                (
                    n
                    for n in near
                    if reading.units[n].surface.casefold() in wanted and n not in rendered
                ),
                None,
            )
            result.append(Piece(part, () if unit is None else (unit,)))
            rendered.add(-1 if unit is None else unit)
    return [piece for piece in result if piece.text]


_SMALL_WORDS: Final = {
    "not": frozenset(("no",)),
    "that": frozenset(("que",)),
    "to": frozenset(("a", "al", "para")),
    "of": frozenset(("de", "del")),
}


def align_negation(pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    """Pieces in which *not* renders *no*, and *did* the verb: Apertium mixes them up."""
    result = list(pieces)
    for n, piece in enumerate(pieces):
        word = piece.text.casefold()
        for k in piece.units:
            following = reading.units[k + 1 : k + 2]
            if word == "no" and any(u.surface.casefold() in _NOT_ALL for u in following):
                result[n] = piece.saying("not")
            elif word == "not" and k and reading.units[k - 1].surface.casefold() == "no":
                result[n] = replace(piece, units=(k - 1,))
            elif word in _AUXILIARIES and reading.units[k].surface.casefold() == "no":
                result[n] = replace(piece, units=(min(k + 1, len(reading.units) - 1),))
    return result


_NOT_ALL: Final = frozenset(("solo", "sólo", "solamente", "todo", "todos", "todas", "siempre"))
"""Words that *no* denies without a verb: *no solo*, *no todos*."""
_AUXILIARIES: Final = frozenset(("do", "does", "did"))


def mend_possessives(pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    """Pieces with *their* or *its* or *her* for *su* where the subject is known; else *his*."""
    result = list(pieces)
    for n, piece in enumerate(pieces):
        if piece.text not in {"his", "His"}:
            continue
        for k in piece.units:
            owner = _owner(reading.units[:k])
            if owner and reading.units[k].surface.casefold() in {"su", "sus"}:
                result[n] = piece.saying(owner if piece.text.islower() else owner.capitalize())
    return result


def _owner(units: Sequence[Unit]) -> str | None:
    """The possessive that goes with the noun phrase that begins a sentence, if it is certain."""
    sentence = [*_sentence_before(units, len(units))]
    subject = None
    for unit in reversed(sentence):
        if unit.has("n") and not unit.has("vblex", "p3"):
            subject = unit
        if subject or not (unit.has("det") or unit.has("adj") or unit.has("num")):
            break
    if subject is None:
        return None
    if subject.has("pl") and not subject.has("sg"):
        return "their"
    found = lemmas(subject) | {subject.surface.casefold()}
    if found & lexicon.INSTITUTIONS:
        return "its"
    return "her" if found & lexicon.WOMEN else None


def mend_other(pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    """Pieces with *other* where Apertium writes "the another", "others prisoners", or "another"
    for *otros*."""
    result = list(pieces)
    for n, piece in enumerate(pieces):
        if piece.text.casefold() not in {"another", "others"} or not piece.units:
            continue
        before = [earlier.text.casefold() for earlier in pieces[max(0, n - 2) : n]]
        following = piece.units[-1] + 1
        noun = following < len(reading.units) and reading.units[following].has("n")
        several = any(reading.units[k].surface.casefold() in _OTHERS for k in piece.units)
        one = several and piece.text.casefold() == "another"
        many = noun and piece.text.casefold() == "others"
        if not _DETERMINERS.isdisjoint(before) or one or many:
            result[n] = piece.saying("other" if piece.text.islower() else "Other")
    return result


_OTHERS: Final = frozenset(("otros", "otras"))
_DETERMINERS: Final = frozenset(
    ("the", "this", "that", "these", "those", "his", "its", "our", "my")
)


def _forms(unit: Unit, following: Sequence[Unit]) -> tuple[str, str] | None:
    """The English of a negative word by itself and under another negation."""
    if unit.stands_for is not None:
        return None
    for lemma in sorted(lemmas(unit) & lexicon.N_WORDS.keys()):
        alone = not unit.has("det") or any("de" in lemmas(later) for later in following)
        if lemma == "ninguno" and alone:
            return "none", "any"
        return lexicon.N_WORDS[lemma]
    return None


def _clause_before(units: Sequence[Unit], gaps: Sequence[str], n: int) -> tuple[bool, bool]:
    """Whether a negative word, and whether a finite verb, stands before unit `n` in its clause."""
    negated = verb_seen = False
    for k in range(n - 1, -1, -1):
        unit, surface = units[k], units[k].surface.casefold()
        if set(gaps[k + 1]) & _PAUSES or unit.is_bracket:
            break
        if unit.has("sent") or unit.has("cm") or surface in lexicon.CLAUSE_STARTS:
            break
        words = lemmas(unit) | set(surface.split())
        negated = negated or not lexicon.NEGATIVE.isdisjoint(words)
        verb_seen = verb_seen or _finite(unit)
    return negated, verb_seen


_PAUSES: Final = frozenset("—–;")
"""Marks between words that end a clause."""


def _finite(unit: Unit) -> bool:
    """Whether a unit can only be a finite verb."""
    return all(
        "<vb" in reading and not any(f"<{form}>" in reading for form in ("inf", "ger", "pp"))
        for reading in unit.readings.split("/")
    )


def _say(pieces: list[Piece], unit: int, word: str) -> None:
    """Put `word` in the place of what renders a unit."""
    first = True
    for n, piece in enumerate(pieces):
        if unit not in piece.units:
            continue
        if piece.text.casefold() in lexicon.N_RENDERINGS:
            pieces[n] = piece.saying(word if first else "")
            first = False


def _drop_dummy(pieces: list[Piece], unit: int) -> None:
    """Take away the *it* that Apertium adds between a negative subject and its verb."""
    for n, piece in enumerate(pieces):
        if unit in piece.units and piece.text in {"nobody", "nothing", "none"}:
            for k in range(n + 1, min(n + 3, len(pieces))):
                dummy = pieces[k].text.strip().casefold() in {"it", "he", "they"}
                if not pieces[k].units and dummy:
                    pieces[k] = Piece("")
            return


def _paired_ni(pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    """The second *ni* of a sentence, or one after *no*, as *nor*."""
    result = list(pieces)
    for n, unit in enumerate(reading.units):
        if unit.surface.casefold() != "ni":
            continue
        sentence = _sentence_before(reading.units, n)
        if any(not lexicon.NEGATIVE.isdisjoint(lemmas(earlier)) for earlier in sentence):
            for k, piece in enumerate(result):
                if n in piece.units and piece.text.casefold() == "neither":
                    result[k] = piece.saying("nor")
    return result


def _sentence_before(units: Sequence[Unit], n: int) -> Iterator[Unit]:
    for unit in reversed(units[:n]):
        if unit.has("sent"):
            return
        yield unit


def impersonal(reading: Reading, pieces: Sequence[Piece]) -> list[Finding]:
    """A finding for each *se* of the passive that left nothing in the English."""
    rendered = {n for piece in pieces if piece.text.strip() for n in piece.units}
    findings = []
    for n, unit in enumerate(reading.units[:-1]):
        verb = reading.units[n + 1]
        if unit.surface.casefold() != "se" or n in rendered or not verb.has("p3"):
            continue
        words = reading.plain[unit.start : verb.end]
        findings.append(
            finding(
                IMPERSONAL,
                f"“{words}” is translated without its “se”: say who, or use the passive",
                source=Span(unit.start, verb.end),
            )
        )
    return findings
