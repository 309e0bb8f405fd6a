"""Terms: the approved English of Spanish words, found in running text and checked in English."""

from workflow.glossary.glossary import Glossary
from workflow.glossary.model import ConstraintFields, Enforce, Match, PartOfSpeech, Term

__all__ = ["ConstraintFields", "Enforce", "Glossary", "Match", "PartOfSpeech", "Term"]
