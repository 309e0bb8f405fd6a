"""Verbs and determiners in the number of fixed English, where that of the Spanish is the other.

*los malos tratos son* is *the ill-treatment is*, *la fuerza pública entra* is *the security forces
enter*: the rules into English give a verb the number of the Spanish one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workflow.engines.apertium.reading import Reading
from workflow.engines.apertium.stream import Unit

_FARTHEST: Final = 12
"""Units that may stand between a subject and its verb."""
_MODIFIERS: Final = ("adj", "adv", "pp", "n", "np", "det", "num", "pr")
"""Kinds of words between them: *los malos tratos graves de la policía no son*."""


def agreeing(reading: Reading) -> Reading:
    """The reading with finite verbs in the English number of the fixed nouns they go with."""
    units = list(reading.units)
    for n, unit in enumerate(units):
        if not unit.counted:
            continue
        verb = _verb_behind(units, n) if _may_be_subject(units, n) else None
        if verb is None:
            verb = _verb_before(units, n)
        if verb is not None and _has_number(units[verb], unit.counted):
            units[verb] = _renumbered(units[verb], unit.counted)
    return replace(reading, units=tuple(units))


def _phrase_start(units: Sequence[Unit], n: int) -> int:
    while n and any(units[n - 1].has(kind) for kind in ("det", "num", "adj")):
        if units[n - 1].has("pr"):
            break
        n -= 1
    return n


def _may_be_subject(units: Sequence[Unit], n: int) -> bool:
    """Whether neither a preposition nor a verb stands before the noun's phrase."""
    start = _phrase_start(units, n)
    before = units[start - 1] if start else None
    return before is None or not (before.has("pr") or _finite(before))


def _verb_behind(units: Sequence[Unit], n: int) -> int | None:
    """The finite verb of the clause whose subject ends at `n` or with what belongs to it."""
    aside = False
    for k in range(n + 1, min(len(units), n + 1 + _FARTHEST)):
        unit = units[k]
        if unit.has("cm"):
            aside = not aside
        elif not aside and _finite(unit):
            return k
        elif unit.has("sent") or not (aside or any(unit.has(kind) for kind in _MODIFIERS)):
            return None
    return None


def _verb_before(units: Sequence[Unit], n: int) -> int | None:
    """The verb that a subject follows which begins its sentence: *Continúan los malos tratos*."""
    verb = _phrase_start(units, n) - 1
    opens = verb == 0 or (verb > 0 and units[verb - 1].has("sent"))
    return verb if opens and _finite(units[verb]) else None


def _finite(unit: Unit) -> bool:
    """Whether a unit is a verb of the third person: *son* and *ha* whatever else they may be."""
    if unit.stands_for is not None or not unit.has("p3"):
        return False
    sure = unit.has("vbser", "p3") or unit.has("vbhaver", "p3")
    return sure or all("<vb" in reading for reading in unit.readings.split("/"))


def _of_third_person(verb: Unit) -> list[str]:
    return [reading for reading in verb.readings.split("/") if "<p3>" in reading]


def _has_number(verb: Unit, number: str) -> bool:
    return all(f"<{number}>" in reading for reading in _of_third_person(verb))


def _renumbered(verb: Unit, number: str) -> Unit:
    other = "sg" if number == "pl" else "pl"
    readings = "/".join(_of_third_person(verb))
    return replace(verb, readings=readings.replace(f"<{number}>", f"<{other}>"))
