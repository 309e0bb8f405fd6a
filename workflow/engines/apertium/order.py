"""Subjects that stand behind their verb in Spanish, put before it, and passives with *se*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from workflow.engines.apertium import lexicon
from workflow.engines.apertium.reading import Reading, lemmas
from workflow.engines.apertium.stream import Unit

_QUOTATIONS: Final = {"»": "«", "”": "“", "’": "‘", "›": "‹", '"': '"'}
"""The marks that open quotations, by those that close them."""


def subjects_first(reading: Reading) -> Reading:
    """*Murieron 480 personas* turned round, *se aprobó la ley* as "la ley fue aprobada".

    Only where the verb cannot have an object, so that what follows it is its subject; Apertium
    would write "they died 480 people". So can none have that tells who spoke: *«No», dijo él*.
    """
    units = list(reading.units)
    n = 0
    while n < len(units):
        told = _tells_who_spoke(units[n], reading.plain)
        verb = n + 1 if told else _verb_end(units, n)
        if verb > n:
            phrase = _subject_end(units, verb)
            if told and phrase == verb and verb < len(units) and units[verb].has("prn", "tn"):
                phrase += 1
            impersonal = _is_object(reading.plain, units, verb) and not _has_subject(units, n)
            agreed = impersonal or _agree(units[n:verb], units[verb:phrase])
            if phrase > verb and agreed and _plain_gaps(reading.gaps, n, phrase):
                passive = _passive(units[n:verb], plural=_plural(units[verb:phrase]))
                units[n:phrase] = [*units[verb:phrase], *passive]
                n = phrase - 1
            elif _has_subject(units, n) and _surely_passive(units[n:verb]):
                units[n:verb] = _passive(units[n:verb], plural=_plural(units[n:verb]))
                n = verb - 1
        n += 1
    return replace(reading, units=tuple(units))


def _tells_who_spoke(unit: Unit, plain: str) -> bool:
    """Whether a verb of saying stands behind a quotation that begins its sentence, or a dash."""
    if unit.stands_for is not None or not unit.has("vblex", "p3"):
        return False
    if lexicon.SAYING.isdisjoint(lemmas(unit)):
        return False
    before = plain[: unit.start].rstrip(" ,")
    opening = _QUOTATIONS.get(before[-1:])
    if opening is None:
        return before.endswith(("—", "–"))
    lead = before[: max(0, before.rfind(opening, 0, len(before) - 1))].rstrip()
    return not lead or lead[-1] in ".?!…:»”"


def _plural(units: Sequence[Unit]) -> bool:
    """Whether a phrase is plural: by what it joins, its first noun or first word with a number."""
    if any(unit.has("cnjcoo") for unit in units):
        return True
    nouns = [unit for unit in units if _is_noun(unit)] or list(units)
    numbered = (unit for unit in nouns if unit.has("pl") or unit.has("sg"))
    return any(not unit.has("sg") for unit in [*numbered][:1])


def _agree(verb: Sequence[Unit], subject: Sequence[Unit]) -> bool:
    """Whether a verb and what follows it have the same number; two subjects may have either.

    A verb with its pronoun on its end (*dale*) is no statement that a subject could be in front of.
    """
    finite = next((unit for unit in verb if unit.has("p3") and not unit.has("prn")), None)
    if finite is None:
        return False
    joined = any(unit.has("cnjcoo") for unit in subject)
    counted = any(_is_noun(unit) for unit in subject)
    return finite.has("p3", "pl" if _plural(subject) else "sg") or joined or not counted


def _is_object(plain: str, units: Sequence[Unit], n: int) -> bool:
    """Whether the *a* of people stood before unit `n`: *se detuvo a 480 personas*."""
    if not 0 < n < len(units):
        return False
    between = plain[units[n - 1].end : units[n].start].strip().casefold()
    return between == "a" or plain[units[n].start : units[n].end].casefold() == "al"


def _plain_gaps(gaps: Sequence[str], start: int, end: int) -> bool:
    """Whether nothing but one space stands between the units `start` to `end`."""
    return all(gap == " " for gap in gaps[start + 1 : end])


def _verb_end(units: Sequence[Unit], n: int) -> int:
    """Past the verb phrase without an object that begins at `n`; `n` when there is none."""
    start = n
    if _word(units, n) == "no":
        n += 1
    reflexive = _word(units, n) == "se"
    known = lexicon.PASSIVES | lexicon.TAKES_PEOPLE if reflexive else lexicon.INTRANSITIVES
    n += reflexive
    if n >= len(units) or units[n].stands_for is not None or not units[n].has("p3"):
        return start
    unit = units[n]
    if unit.has("vbhaver") and n + 1 < len(units):
        been = not reflexive and units[n + 1].has("vbser", "pp")
        participle = n + 1 + been
        if participle < len(units) and units[participle].has("vblex", "pp"):
            fits = been or not known.isdisjoint(lemmas(units[participle]))
            return participle + 1 if fits else start
    elif unit.has("vbser") and not reflexive and n + 1 < len(units):
        return n + 2 if units[n + 1].has("vblex", "pp") else start
    elif unit.has("vblex", "p3") and not known.isdisjoint(lemmas(unit)):
        return n + 1
    return start


def _passive(verb: Sequence[Unit], *, plural: bool) -> list[Unit]:
    """*se aprobó* as "fue aprobado", *se ha aprobado* as "ha sido aprobado"; others as they are."""
    words = [unit.surface.casefold() for unit in verb]
    if "se" not in words:
        return list(verb)
    at = words.index("se")
    finite = verb[at + 1]
    if finite.has("vbhaver"):
        been = replace(verb[at], surface="sido", readings="ser<vbser><pp><m><sg>")
        return [*verb[:at], finite, been, *verb[at + 2 :]]
    reading = next(r for r in finite.readings.split("/") if "<vblex>" in r and "<p3>" in r)
    lemma, _, tags = reading.partition("<vblex>")
    number = "pl" if plural else "sg"
    tags = tags.replace("<sg>", f"<{number}>").replace("<pl>", f"<{number}>")
    be = replace(verb[at], surface="ser", readings=f"ser<vbser>{tags}")
    participle = replace(finite, readings=f"{lemma}<vblex><pp><m><{number}>", forms=())
    return [*verb[:at], be, participle, *verb[at + 2 :]]


def _surely_passive(verb: Sequence[Unit]) -> bool:
    """Whether the verb of a *se* never means that somebody does it to themselves."""
    found = {lemma for unit in verb if unit.has("vblex") for lemma in lemmas(unit)}
    return bool(found & lexicon.PASSIVES) and not found & lexicon.REFLEXIVES


def _has_subject(units: Sequence[Unit], n: int) -> bool:
    """Whether a noun stands right before a passive: *la ley se aprobó*."""
    return n > 0 and _is_noun(units[n - 1])


def _subject_end(units: Sequence[Unit], n: int) -> int:
    """Past the noun phrase at `n` with what is joined to it; `n` when there is none."""
    end = _phrase_end(units, n)
    while end > n and _word(units, end) in {"de", "del", "y", "e"}:
        joined = _word(units, end) in {"y", "e"}
        more = _phrase_end(units, end + 1)
        if more == end + 1 or (joined and more < len(units) and _finite(units[more])):
            break
        end = more
    return end


def _phrase_end(units: Sequence[Unit], n: int) -> int:
    """Past one noun phrase: *al menos 480 personas inocentes*, *la ley*."""
    start = n
    if _dated(units, n) or _dated(units, n + 1):
        return start
    if _word(units, n) in lexicon.BOUNDS or _carries(units, n, lexicon.ALMOST):
        n += 1
    while n < len(units) and (units[n].has("det") or units[n].has("num")):
        if units[n].has("pr"):
            return start  # *llegó al albergue*: no subject begins with *al*
        n += 1
    while n + 1 < len(units) and units[n].has("adj") and _is_noun(units[n + 1]):
        n += 1
    if n == start and n < len(units) and units[n].has("adv"):
        return start  # *murió cerca*, *murió tarde*: no fence, no afternoon
    if n < len(units) and _is_noun(units[n]) and lexicon.TIME_NOUNS.isdisjoint(lemmas(units[n])):
        n += 1
        while n < len(units) and units[n].has("adj") and not _finite(units[n]):
            n += 1
        return n
    counted = n > start and units[n - 1].has("num") and not (n < len(units) and _is_noun(units[n]))
    return n if counted else start


def _dated(units: Sequence[Unit], n: int) -> bool:
    """Whether a unit carries a date."""
    words = (units[n].stands_for or "").casefold().split() if n < len(units) else []
    return not lexicon.MONTHS.isdisjoint(words)


def _is_noun(unit: Unit) -> bool:
    return unit.has("n") or unit.has("np")


def _finite(unit: Unit) -> bool:
    return unit.stands_for is None and unit.has("p3") and not unit.has("n")


def _carries(units: Sequence[Unit], n: int, readings: str) -> bool:
    return n < len(units) and units[n].readings == readings


def _word(units: Sequence[Unit], n: int) -> str:
    return units[n].surface.casefold() if n < len(units) else ""
