"""A package tried on one sentence before it is trusted."""

from __future__ import annotations

from workflow.checks.completeness import ADDITION, COPY, OMISSION, check_completeness
from workflow.checks.repetition import REPETITION
from workflow.engines.argos.model import Model
from workflow.engines.packages import Package
from workflow.errors import EngineError

PROBES = {
    "es": "Las familias esperan una respuesta.",
    "en": "The families are waiting for an answer.",
    "pt": "As famílias esperam uma resposta.",
    "fr": "Les familles attendent une réponse.",
    "ca": "Les famílies esperen una resposta.",
    "it": "Le famiglie aspettano una risposta.",
    "de": "Die Familien warten auf eine Antwort.",
}
"""A plain sentence in each source language."""
_DEGENERATE = {rule.id for rule in (OMISSION, REPETITION, COPY, ADDITION)}


def check_model(model: Model, package: Package) -> None:
    """Refuse, with an `EngineError`, a model whose answer to a plain sentence is degenerate.

    Wrongly quantized or damaged packages load without complaint and repeat a syllable for ever.
    """
    probe = PROBES.get(package.source)
    if probe is None:
        return
    answer = model.decode([model.pieces(probe)])[0][0].text
    wrong = [
        found.message
        for found in check_completeness(probe, answer, package.source, package.target)
        if found.rule in _DEGENERATE
    ]
    if not any(character.isalpha() for character in answer):
        wrong.append("it has no letters")
    if wrong:
        shown = answer if len(answer) < 60 else answer[:60] + "…"
        raise EngineError(
            f"the package is unusable: of “{probe}” it made “{shown}”",
            path=package.path,
            hint="remove it and install another version, or draft with --engine apertium",
        )
