"""The findings that the neural engine writes about its own drafts."""

from __future__ import annotations

from typing import Final

from workflow.findings import Rule, Severity

TERM_REPLACED: Final = Rule(
    "C911",
    "fixed-text-replaced",
    Severity.WARNING,
    "A fixed term or figure was put over the engine's own words: the grammar around it may suffer.",
)
TERM_NOT_PLACED: Final = Rule(
    "C912",
    "fixed-text-missing",
    Severity.WARNING,
    "The engine found no place for a fixed term or figure in its draft.",
)
LITERAL_CHANGED: Final = Rule(
    "C913",
    "literal-changed",
    Severity.WARNING,
    "An address, a code or the like of the source is missing or damaged in the draft.",
)
OTHER_ENGINE: Final = Rule(
    "C914",
    "other-engine",
    Severity.INFO,
    "The neural engine broke this sentence; the other engine drafted it.",
)

RULES: Final = (TERM_REPLACED, TERM_NOT_PLACED, LITERAL_CHANGED, OTHER_ENGINE)
