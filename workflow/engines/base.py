"""What every translation engine takes and gives: tagged segments in, drafts out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from workflow.findings import Finding

Gender = Literal["m", "f"]
Number = Literal["sg", "pl"]


@dataclass(frozen=True, slots=True)
class Constraint:
    """A stretch of the source whose English is fixed: a glossary term or a written figure.

    Offsets count characters of the segment's plain text (tags taken out, entities decoded), as
    `markup.TaggedText.parse(tagged).plain` gives it.
    """

    start: int
    end: int
    target: str
    """The approved English, inflected to the number of the Spanish."""
    part_of_speech: str = "noun"
    """`noun`, `name`, `adjective` (participles too), `verb`, `adverb`, `phrase` or `number`."""
    gender: Gender = "m"
    """Of the Spanish, so that what agrees with it is still analysed rightly."""
    number: Number = "sg"
    """Of the Spanish."""
    target_number: Number = "sg"
    """Of the English: verbs and determiners agree with it."""
    forbidden: tuple[str, ...] = ()
    """Renderings that must not appear, already inflected."""
    accepted: tuple[str, ...] = ()
    """Other renderings that count as right; `target` always does."""


@dataclass(frozen=True, slots=True)
class AlignedSpan:
    """A stretch of the source's plain text and the stretch of the target's that renders it."""

    source_start: int
    source_end: int
    target_start: int
    target_end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """What an engine made of one segment."""

    text: str
    """Tagged target: XML content holding exactly the tags of the source."""
    alignment: tuple[AlignedSpan, ...] = ()
    """Over the plain texts, in source order; may be incomplete."""
    candidates: tuple[str, ...] = ()
    """Other tagged targets, best first; `text` is not among them."""
    findings: tuple[Finding, ...] = ()
    """What the engine itself knows to be doubtful; spans count plain characters."""


class Engine(Protocol):
    """An offline translation engine for one pair of languages."""

    @property
    def name(self) -> str:
        """`apertium` or `argos`."""

    @property
    def signature(self) -> str:
        """`engine|version|package|settings`: the same signature gives the same bytes."""

    def translate(
        self,
        tagged: Sequence[str],
        terms: Sequence[Sequence[Constraint]] | None = None,
    ) -> list[Draft]:
        """One draft for each tagged segment, in order.

        Raises `EngineError` when the engine fails for good.
        """

    def close(self) -> None:
        """Give back processes and memory; a closed engine may be used again."""
