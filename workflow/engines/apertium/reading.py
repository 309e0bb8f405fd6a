"""How the source is read before it is translated: names, unknown words, capitals, small errors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from workflow.engines.apertium import lexicon
from workflow.engines.apertium.stream import Unit


@dataclass(frozen=True, slots=True)
class Reading:
    """A source segment as units, ready for translation."""

    plain: str
    units: tuple[Unit, ...]
    gaps: tuple[str, ...]
    initial: frozenset[int]
    """Numbers of the units that begin a sentence with a capital."""
    unknown: tuple[Unit, ...]
    """Words that the dictionary does not hold."""

    ends: frozenset[int]
    """Numbers of the units that end a sentence, or a part of one like a colon."""

    def begins(self, n: int) -> bool:
        """Whether a sentence begins with a capital at unit `n`, or behind the brackets there."""
        while n < len(self.units) and self.units[n].is_bracket:
            n += 1
        return n in self.initial


def read(plain: str, units: Sequence[Unit], gaps: Sequence[str]) -> Reading:
    """Units with what misleads the transfer taken away.

    Names become carriers, so that they are not translated; unknown words too, so that the words
    around them are; a sentence's first word loses its capital, which the rules would put on
    another word (capitals return when the target is written).
    """
    kept, between = _merged_names(plain, units, gaps)
    unknown = tuple(unit for unit in kept if unit.unknown)
    initial = frozenset(n for n, unit in enumerate(kept) if _begins(kept, n, unit, plain))
    changed = [_prepared(unit, plain, n in initial) for n, unit in enumerate(kept)]
    ends = frozenset(n for n, unit in enumerate(changed) if unit.has("sent"))
    return Reading(plain, tuple(changed), tuple(between), initial, unknown, ends)


def with_brackets(units: Sequence[Unit], gaps: Sequence[str]) -> tuple[list[Unit], list[str]]:
    """Units with the quotation marks between them as units of their own."""
    kept: list[Unit] = []
    between = [""]
    for n, gap in enumerate(gaps):
        place = units[n - 1].end if n else 0
        for char in gap:
            if char in lexicon.BRACKETS:
                readings = lexicon.BRACKETS[char]
                kept.append(Unit(place, place + 1, readings[0], readings, stands_for=char))
                between.append("")
            else:
                between[-1] += char
            place += 1
        if n < len(units):
            kept.append(units[n])
            between.append("")
    return kept, between


def lemmas(unit: Unit) -> set[str]:
    """The dictionary forms a unit may be read as, in small letters."""
    return {part.partition("<")[0].casefold() for part in re.split(r"[/+]", unit.readings)}


def _begins(units: Sequence[Unit], n: int, unit: Unit, plain: str) -> bool:
    """Whether a unit is the capitalised first word of a sentence."""
    while n and units[n - 1].is_bracket:
        n -= 1
    return plain[unit.start : unit.start + 1].isupper() and (n == 0 or units[n - 1].has("sent"))


def _prepared(unit: Unit, plain: str, initial: bool) -> Unit:
    surface = plain[unit.start : unit.end]
    if unit.stands_for is not None:
        return unit
    if unit.unknown:
        return _carried(unit, surface)
    if (
        initial
        and not unit.has("np")
        and not unit.has("acr")
        and surface[1:] == surface[1:].lower()
    ):
        return replace(unit, surface=_small(unit.surface), readings=_small_readings(unit.readings))
    return unit


def _carried(unit: Unit, surface: str) -> Unit:
    """An unknown word as a name, a noun or an adverb that keeps its text."""
    if surface[:1].isupper():
        readings = lexicon.NAME
    elif surface.endswith("mente"):
        readings = lexicon.ADVERB
    elif surface.endswith(lexicon.UNGUESSABLE) or not surface.isalpha():
        return unit
    else:
        readings = f"{lexicon.NOUNS['m']}<{'pl' if surface.endswith('s') else 'sg'}>"
    return replace(unit, readings=readings, stands_for=surface)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _small_readings(readings: str) -> str:
    return "/".join(_small(reading) for reading in readings.split("/"))


def _merged_names(
    plain: str, units: Sequence[Unit], gaps: Sequence[str]
) -> tuple[Sequence[Unit], Sequence[str]]:
    """Names of several words (*San Salvador*, *Nayib Bukele*) as one carrier each.

    In a heading of many capitals only those that are certain.
    """
    capitals = sum(plain[unit.start : unit.start + 1].isupper() for unit in units)
    heading = capitals > 0.6 * len(units) and len(units) > 4
    name_end = _certain_name_end if heading else _name_end
    kept: list[Unit] = []
    between = [gaps[0]]
    n = 0
    while n < len(units):
        end = name_end(plain, units, gaps, n)
        if end > n:
            start, stop = units[n].start, units[end - 1].end
            kept.append(Unit(start, stop, "Madrid", lexicon.NAME, stands_for=plain[start:stop]))
        else:
            end = n + 1
            kept.append(units[n])
        between.append(gaps[end])
        n = end
    return kept, between


def _name_end(plain: str, units: Sequence[Unit], gaps: Sequence[str], n: int) -> int:
    """Past the last unit of the name that begins with unit `n`; `n` when none does."""
    inside = n > 0 and not units[n - 1].has("sent") and not units[n - 1].is_bracket
    unit = units[n]
    if not _capitalised(plain, unit):
        return n
    before = units[n - 1].surface if n else ""
    if _no_noun(unit) and before in lexicon.PLACE_PREPOSITIONS:
        return n + 1
    if _begins_place(unit):
        following = units[n + 1 : n + 2] if gaps[n + 1] == " " else []
        named = any(_capitalised(plain, later) for later in following)
        if not named or not (inside or following[0].has("ant")):
            return n
    elif not _of_person(unit) or unit.has("loc"):
        return n
    end = n + 1
    while end < len(units) and gaps[end] == " " and _capitalised(plain, units[end]):
        end += 1
    return end if end > n + 1 else n


def _certain_name_end(plain: str, units: Sequence[Unit], gaps: Sequence[str], n: int) -> int:
    """Past a name like *El Salvador*; `n` when none begins with unit `n`."""
    following = units[n + 1 : n + 2] if gaps[n + 1] == " " else []
    known = any(_capitalised(plain, later) and later.has("ant") for later in following)
    return n + 2 if known and _capitalised(plain, units[n]) and _begins_place(units[n]) else n


def _begins_place(unit: Unit) -> bool:
    """Whether a word is *El*, *San* or the like, with one capital."""
    surface = unit.surface
    return surface == surface.capitalize() and surface.casefold() in lexicon.TITLES_OF_PLACES


def _capitalised(plain: str, unit: Unit) -> bool:
    return unit.stands_for is None and plain[unit.start : unit.start + 1].isupper()


def _no_noun(unit: Unit) -> bool:
    """Whether a word is only an adjective or a verb in the dictionary."""
    return not unit.unknown and all(
        "<adj>" in reading or "<vblex>" in reading for reading in unit.readings.split("/")
    )


def _of_person(unit: Unit) -> bool:
    return unit.unknown or unit.has("ant") or unit.has("cog")
