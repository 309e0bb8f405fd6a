"""A carrier for verbs: it shows which English form a sentence asks for."""

from __future__ import annotations

from workflow.engines.apertium import lexicon
from workflow.engines.base import Constraint


def carrier_readings(readings: str) -> str:
    """The analyses of a word as a verb, of the carrier verb instead of its own; empty if none."""
    kept = [
        lexicon.VERB + reading[reading.index("<vblex>") :].partition("#")[0]
        for reading in readings.split("/")
        if "<vblex>" in reading and "+" not in reading
    ]
    return "/".join(dict.fromkeys(kept))


def carrier_forms(base: str, readings: str) -> tuple[tuple[str, str], ...]:
    """The English forms of the carrier, and those of the verb phrase `base` that they stand for."""
    from workflow.glossary.english import conjugate  # only where a verb stands: it loads much

    tenses = dict(lexicon.VERB_FORMS)
    if "<pp>" in readings:
        tenses["worked"] = "participle"
    return tuple((form, conjugate(base, tense)) for form, tense in tenses.items())


def approved_forms(constraint: Constraint, readings: str) -> tuple[tuple[str, str], ...]:
    """The forms of an approved verb, when its base is among what the constraint accepts."""
    from workflow.glossary.english import conjugate  # only where a verb stands: it loads much

    target = constraint.target.removeprefix("will ").removeprefix("would ")
    known = {target, *constraint.accepted}
    rest = target.partition(" ")[2]
    for base in (target, *constraint.accepted):
        forms = {tense: conjugate(base, tense) for tense in lexicon.VERB_FORMS.values()}
        same = target in forms.values() and base.partition(" ")[2] == rest
        if same and {base, forms["third"], forms["gerund"]} <= known:
            return carrier_forms(base, readings)
    return ()
