"""The findings that the Apertium engine writes about its own drafts."""

from __future__ import annotations

from typing import Final

from workflow.findings import Rule, Severity

UNKNOWN_WORD: Final = Rule(
    "C901",
    "unknown-word",
    Severity.WARNING,
    "The engine does not know a Spanish word and left it as it is.",
)
UNKNOWN_NAME: Final = Rule(
    "C902",
    "unknown-name",
    Severity.INFO,
    "The engine does not know a capitalised word and took it for a name.",
)
IMPERSONAL: Final = Rule(
    "C903",
    "impersonal-verb",
    Severity.WARNING,
    "The engine lost the “se” of a Spanish passive: who does what may be wrong in the English.",
)
NEGATION: Final = Rule(
    "C904",
    "doubtful-negation",
    Severity.WARNING,
    "The engine may have put a Spanish negation into English wrongly.",
)
TERM_NOT_PLACED: Final = Rule(
    "C905",
    "fixed-text-not-placed",
    Severity.WARNING,
    "The engine could not put a fixed term or figure into its draft.",
)

UNINFLECTED: Final = Rule(
    "C906",
    "uninflected-word",
    Severity.WARNING,
    "The engine knows an English word and not its form: the tense or number may be wrong.",
)

RULES: Final = (UNKNOWN_WORD, UNKNOWN_NAME, IMPERSONAL, NEGATION, TERM_NOT_PLACED, UNINFLECTED)
