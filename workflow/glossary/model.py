"""What a glossary is made of: terms as they stand in the file, and matches found in a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal, TypedDict

Gender = Literal["m", "f"]
Number = Literal["sg", "pl"]


class PartOfSpeech(StrEnum):
    """What kind of words a term is; stands in the `msgctxt` of its entry."""

    NOUN = "noun"
    PROPER_NOUN = "proper noun"
    NAME = "name"
    ACRONYM = "acronym"
    ADJECTIVE = "adjective"
    VERB = "verb"
    ADVERB = "adverb"
    PHRASE = "phrase"
    LABEL = "label"
    """Furniture of a page, such as *Ver más*: in running text its words are no term."""


class Enforce(StrEnum):
    """How far a term is enforced."""

    YES = "yes"
    """Put into drafts, and checked."""
    CHECK = "check"
    """Checked, never put in: its sense depends on the context."""
    KEEP = "keep"
    """A name that stays as it is in the source."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a glossary, as written by a person."""

    source: str
    """The Spanish, in the form of a dictionary."""
    target: str
    """The approved English that goes with `source`."""
    part_of_speech: PartOfSpeech = PartOfSpeech.NOUN
    variants: tuple[str, ...] = ()
    """Other Spanish wordings with the same English."""
    forbidden: tuple[str, ...] = ()
    """English renderings that are wrong for this term."""
    also: tuple[str, ...] = ()
    """English renderings that count as right besides `target`."""
    singular: str = ""
    """The English singular where `target` is plural and the rule would get it wrong."""
    plural: str = ""
    """The English plural where the rule would get it wrong; the target itself: no plural."""
    gender: str = ""
    """`m`, `f` or `mf` of the Spanish where its ending misleads; `mf` has feminine forms."""
    exceptions: tuple[str, ...] = ()
    """Spanish wordings in which `source` is not this term."""
    context: tuple[str, ...] = ()
    """Words of which an article has one when it means this term; `juez*` is a beginning."""
    enforce: Enforce = Enforce.YES
    anywhere: bool = False
    """Whether the forbidden renderings, even single words, are wrong in any English text."""
    note: str = ""
    authority: str = ""
    domain: str = ""


class ConstraintFields(TypedDict):
    """What an engine must know of a match; the names are those of the engines' constraint."""

    start: int
    end: int
    target: str
    part_of_speech: str
    gender: Gender
    number: Number
    target_number: Number
    forbidden: tuple[str, ...]
    accepted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A term found in a Spanish text."""

    term: Term
    index: int
    """Of the term among `Glossary.terms`."""
    start: int
    end: int
    """The words matched are `text[start:end]`."""
    number: Number
    """Of the Spanish words."""
    gender: Gender
    """Of the Spanish words."""
    target: str
    """The approved English in the number of the Spanish."""
    target_number: Number
    """Of `target`: `pruebas` is plural, `evidence` is not."""
    accepted: tuple[str, ...]
    """Every rendering that counts as right, inflected; `target` is the first."""
    forbidden: tuple[str, ...]
    """Every rendering that counts as wrong, inflected."""
    enforce: Enforce
    """As the term says, or weaker: `check` where the reading is not certain."""
    gap: bool = False
    """Whether other words stand inside; such a match is checked and never replaced."""

    @property
    def part_of_speech(self) -> PartOfSpeech:
        """Of the term."""
        return self.term.part_of_speech

    @property
    def replaceable(self) -> bool:
        """Whether a draft may be made with the approved English in this place."""
        return self.enforce is not Enforce.CHECK and not self.gap

    def constraint_fields(self) -> ConstraintFields:
        """What an engine needs to put the approved English in this place."""
        return ConstraintFields(
            start=self.start,
            end=self.end,
            target=self.target,
            part_of_speech=_ENGINE_PARTS.get(self.part_of_speech, self.part_of_speech.value),
            gender=self.gender,
            number=self.number,
            target_number=self.target_number,
            forbidden=self.forbidden,
            accepted=self.accepted[1:],
        )


_ENGINE_PARTS = {
    PartOfSpeech.PROPER_NOUN: "name",
    PartOfSpeech.ACRONYM: "name",
    PartOfSpeech.LABEL: "phrase",
}
"""Engines know fewer kinds of words than a glossary: what behaves like a name is one."""
