"""What Apertium gets wrong between Spanish and English: mended where certain, else reported."""

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


def adapt(units: Sequence[Unit], gaps: Sequence[str]) -> tuple[list[Unit], list[str]]:
    """Units without what the tagger and the rules for English stumble over."""
    kept, between = _kept(units, gaps, [n for n in range(len(units)) if _superfluous(units, n)])
    for n, unit in enumerate(kept):
        if unit.surface.casefold() == "bajo" and _is_preposition(kept, n):
            kept[n] = replace(unit, readings="bajo<pr>")
    return kept, between


def _is_preposition(units: Sequence[Unit], n: int) -> bool:
    """*bajo* before a noun and without an article is *under*, not *low*."""
    follows = n + 1 < len(units) and (units[n + 1].has("n") or units[n + 1].has("det"))
    return follows and not (n and units[n - 1].has("det"))


def _kept(
    units: Sequence[Unit], gaps: Sequence[str], superfluous: Sequence[int]
) -> tuple[list[Unit], list[str]]:
    """Units without those of the given numbers; of a contraction the other half stays."""
    kept: list[Unit] = []
    between = [gaps[0]]
    left_out = set(superfluous)
    for n, (unit, gap) in enumerate(zip(units, gaps[1:], strict=True)):
        if n not in left_out:
            kept.append(unit)
            between.append(gap)
        elif unit.surface.casefold() in _HALVES:
            surface, readings = _HALVES[unit.surface.casefold()]
            kept.append(replace(unit, surface=surface, readings=readings))
            between.append(gap)
    return kept, between


_HALVES: Final = {
    "al": ("el", "el<det><def><m><sg>"),
    "del": ("de", "de<pr>"),
}
"""What stays of a contraction: the article of *al*, the preposition of *del*."""


def _superfluous(units: Sequence[Unit], n: int) -> bool:
    """Whether English says nothing for a word.

    The *a* before people as an object ("detained 480 people"), the article before a percentage
    ("94% of"), the *de* after a round number ("3 million people").
    """
    surface = units[n].surface.casefold()
    before = units[n - 1] if n else None
    after = units[n + 1].stands_for or "" if n + 1 < len(units) else ""
    if surface in {"a", "al"}:
        return before is not None and _takes_people(before)
    if surface in {"el", "un", "del"}:
        return after.endswith("%")
    return surface == "de" and before is not None and _is_round(before)


def _is_round(unit: Unit) -> bool:
    return (unit.stands_for or "").endswith(lexicon.ROUND) and unit.readings == lexicon.NUMERAL


def _takes_people(unit: Unit) -> bool:
    return (
        unit.stands_for is None
        and unit.has("vblex")
        and not unit.has("pp")
        and not lexicon.TAKES_PEOPLE.isdisjoint(lemmas(unit))
    )


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
        negated, verb_seen = _clause_before(reading.units, n)
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


def align_negation(pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    """Pieces in which *not* renders *no*, and *did* the verb: Apertium mixes them up."""
    result = list(pieces)
    for n, piece in enumerate(pieces):
        word = piece.text.casefold()
        for k in piece.units:
            if word == "not" and k and reading.units[k - 1].surface.casefold() == "no":
                result[n] = replace(piece, units=(k - 1,))
            elif word in _AUXILIARIES and reading.units[k].surface.casefold() == "no":
                result[n] = replace(piece, units=(min(k + 1, len(reading.units) - 1),))
    return result


_AUXILIARIES: Final = frozenset(("do", "does", "did"))


def mend_other(pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    """Pieces with *other* where Apertium writes "the another" or "others prisoners"."""
    result = list(pieces)
    for n, piece in enumerate(pieces):
        if piece.text.casefold() not in {"another", "others"} or not piece.units:
            continue
        before = [earlier.text.casefold() for earlier in pieces[max(0, n - 2) : n]]
        following = piece.units[-1] + 1
        noun = following < len(reading.units) and reading.units[following].has("n")
        if not _DETERMINERS.isdisjoint(before) or (noun and piece.text.casefold() == "others"):
            result[n] = piece.saying("other" if piece.text.islower() else "Other")
    return result


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


def _clause_before(units: Sequence[Unit], n: int) -> tuple[bool, bool]:
    """Whether a negative word, and whether a finite verb, stands before unit `n` in its clause."""
    negated = verb_seen = False
    for unit in reversed(units[:n]):
        surface = unit.surface.casefold()
        if unit.has("sent") or unit.has("cm") or surface in lexicon.CLAUSE_STARTS:
            break
        negated = negated or not lexicon.NEGATIVE.isdisjoint(lemmas(unit) | {surface})
        verb_seen = verb_seen or _finite(unit)
    return negated, verb_seen


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
    for n, piece in enumerate(pieces[:-1]):
        if unit in piece.units and piece.text in {"nobody", "nothing", "none"}:
            following = pieces[n + 1]
            if not following.units and following.text.strip().casefold() in {"it", "he", "they"}:
                pieces[n + 1] = following.saying(" ")
            return


def _paired_ni(pieces: Sequence[Piece], reading: Reading) -> list[Piece]:
    """The second *ni* of a sentence, or one after *no*, as *nor*."""
    result = list(pieces)
    for n, unit in enumerate(reading.units):
        if unit.surface.casefold() != "ni":
            continue
        sentence = _sentence_before(reading.units, n)
        if any(earlier.surface.casefold() in {"ni", "no"} for earlier in sentence):
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
