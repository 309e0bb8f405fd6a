"""The Apertium engine: segments in, drafts out."""

from __future__ import annotations

import hashlib
import re
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workflow.engines.apertium import modes, spanish_english
from workflow.engines.apertium.adaptation import adapt
from workflow.engines.apertium.agreement import agreeing
from workflow.engines.apertium.capitals import Capitals
from workflow.engines.apertium.injection import (
    first_word,
    inject,
    mask,
    stretches,
)
from workflow.engines.apertium.order import subjects_first
from workflow.engines.apertium.process import SILENCE_SECONDS, Chain, run
from workflow.engines.apertium.reading import Reading, read, with_brackets
from workflow.engines.apertium.rules import TERM_NOT_PLACED, UNINFLECTED, UNKNOWN_NAME, UNKNOWN_WORD
from workflow.engines.apertium.stream import Piece, analysed, hide, numbered, pieces
from workflow.engines.apertium.verbs import carrier_readings
from workflow.engines.apertium.writing import (
    Written,
    mend_articles,
    place_fixed,
    write,
)
from workflow.engines.base import Constraint, Draft
from workflow.engines.markup import TaggedText
from workflow.engines.tagged import project, standing_alone
from workflow.errors import EngineError
from workflow.findings import Finding, Span, finding

_ATTACH: Final = ["apertium-wblank-attach"]
_DATA_FILE: Final = re.compile(r"'(/[^']+)'")


class ApertiumEngine:
    """Translates with the Apertium that is installed; one pipeline for as long as it lives."""

    def __init__(
        self,
        source: str = "es",
        target: str = "en",
        variety: str = "en-US",
        *,
        data: Path | None = None,
        silence: float = SILENCE_SECONDS,
    ) -> None:
        """Find the mode for the pair; nothing is started yet.

        Raises `EngineError` naming the package to install when there is none.
        """
        self._mode = modes.find_mode(source, target, variety, data)
        self._english = (source, target) == ("es", "en")
        analyse, translate = _programs(self._mode)
        self._analysis = Chain(analyse, silence)
        self._translation = Chain(translate, silence)
        self._capitals = Capitals(self._translation.exchange)
        self._signature: str | None = None

    @property
    def name(self) -> str:
        """`apertium`."""
        return "apertium"

    @property
    def signature(self) -> str:
        """`apertium|version|mode|digest`, of the files that the mode names and of our rules."""
        if self._signature is None:
            version = run(["apertium", "-V"], lambda why: f"Apertium does not run: {why}")
            number = re.search(r"\d[\d.]*", version)
            digest = _data_digest(self._mode)
            self._signature = f"apertium|{number[0] if number else '?'}|{self._mode.stem}|{digest}"
        return self._signature

    def translate(
        self,
        tagged: Sequence[str],
        terms: Sequence[Sequence[Constraint]] | None = None,
    ) -> list[Draft]:
        """One draft for each tagged segment, in order, with `terms` as they are approved.

        Raises `EngineError` when Apertium fails twice or a segment is not well-formed.
        """
        sources = [TaggedText.parse(segment) for segment in tagged]
        wanted = terms if terms is not None else [()] * len(sources)
        readings = self._read(sources, wanted)
        streams = self._translation.exchange(
            [numbered(reading.units, reading.gaps) for reading in readings]
        )
        found = [pieces(stream) for stream in streams]
        self._capitals.learn(found, readings)
        return [
            self._draft(source, reading, draft)
            for source, reading, draft in zip(sources, readings, found, strict=True)
        ]

    def close(self) -> None:
        """Stop the programs; the next translation starts them again."""
        self._analysis.close()
        self._translation.close()

    def _read(
        self, sources: Sequence[TaggedText], terms: Sequence[Sequence[Constraint]]
    ) -> list[Reading]:
        verbs = self._verbs(sources, terms)
        masked = [
            mask(source.plain, stretches(source.plain, wanted, standing_alone(source), verbs))
            for source, wanted in zip(sources, terms, strict=True)
        ]
        streams = self._analysis.exchange([text.text for text in masked])
        readings = []
        for source, text, stream in zip(sources, masked, streams, strict=True):
            units, gaps = with_brackets(*inject(text, *analysed(stream)))
            if self._english:
                reading = agreeing(read(source.plain, *adapt(units, gaps)))
                readings.append(subjects_first(reading))
            else:
                readings.append(read(source.plain, units, gaps))
        return readings

    def _verbs(
        self, sources: Sequence[TaggedText], terms: Sequence[Sequence[Constraint]]
    ) -> dict[str, str]:
        """The first words of the verbs among the terms, with their analyses as verbs."""
        words = {
            first_word(source.plain, term): ""
            for source, wanted in zip(sources, terms, strict=True)
            for term in wanted
            if term.part_of_speech == "verb" and self._english
        }
        streams = self._analysis.exchange([hide(word) for word in words])
        for word, stream in zip(words, streams, strict=True):
            units, _ = analysed(stream)
            words[word] = carrier_readings(units[0].readings) if len(units) == 1 else ""
        return words

    def _draft(self, source: TaggedText, reading: Reading, found: Sequence[Piece]) -> Draft:
        if self._english:
            found = spanish_english.attach_verbs(found)
        placed, missing = place_fixed(found, reading)
        findings: list[Finding] = []
        if self._english:
            findings += spanish_english.impersonal(reading, found)
            placed = spanish_english.attach_words(placed, reading)
            placed = spanish_english.align_negation(placed, reading)
            placed, doubts = spanish_english.mend_negation(placed, reading)
            findings += doubts
            placed = spanish_english.mend_possessives(placed, reading)
            placed = mend_articles(spanish_english.mend_other(placed, reading))
        written = write(self._capitals.set(placed, reading), reading, missing)
        findings += _unknown(reading, written) + _missing(reading, written)
        findings += _uninflected(reading, found)
        text = project(source, written.text, written.alignment)
        return Draft(text, written.alignment, (), tuple(findings))


def _unknown(reading: Reading, written: Written) -> list[Finding]:
    """A finding for each word that the dictionary does not hold, once for each spelling."""
    places = {span.source_start: span for span in reversed(written.alignment)}
    findings, seen = [], set()
    for unit in reading.unknown:
        surface = reading.plain[unit.start : unit.end]
        if surface in seen or not surface.strip() or not surface[0].isalpha():
            continue
        seen.add(surface)
        span = places.get(unit.start)
        rule = UNKNOWN_NAME if surface[0].isupper() else UNKNOWN_WORD
        findings.append(
            finding(
                rule,
                f"Apertium does not know “{surface}”",
                source=Span(unit.start, unit.end),
                target=Span(span.target_start, span.target_end) if span else None,
            )
        )
    return findings


def _uninflected(reading: Reading, found: Sequence[Piece]) -> list[Finding]:
    """A finding for each word that the generator wrote without its inflection."""
    units = [reading.units[n] for piece in found if "#" in piece.marks for n in piece.units[:1]]
    return [
        finding(
            UNINFLECTED,
            f"Apertium could not inflect what renders “{reading.plain[unit.start : unit.end]}”",
            source=Span(unit.start, unit.end),
        )
        for unit in units
        if unit.stands_for is None
    ]


def _missing(reading: Reading, written: Written) -> list[Finding]:
    return [
        finding(
            TERM_NOT_PLACED,
            f"“{unit.stands_for}” has no place in the draft",
            source=Span(unit.start, unit.end),
            suggestion=unit.stands_for,
        )
        for unit in (reading.units[n] for n in written.missing)
        if unit.stands_for
    ]


def _programs(mode: Path) -> tuple[list[list[str]], list[list[str]]]:
    """The programs of a mode, flushing at NUL: analysis, and all that follows."""
    command = run(
        ["apertium-wblank-mode", "-z", str(mode)],
        lambda why: f"Apertium 3.8 or newer is needed to run {mode}: {why}",
    )
    command = command.replace("$1", "-g").replace("$2", "")
    programs = [shlex.split(program) for program in command.split(" | ")]
    if _ATTACH not in programs:
        raise EngineError(f"{mode} is not a mode this engine can run", path=mode)
    split = programs.index(_ATTACH)
    return programs[:split], programs[split + 1 :]


def _data_digest(mode: Path) -> str:
    """A short digest of the mode, the data files that it names, and the rules of this engine."""
    text = mode.read_text(encoding="utf-8")
    digest = hashlib.sha256(text.encode())
    named = [Path(name) for name in dict.fromkeys(_DATA_FILE.findall(text))]
    for path in (*named, *sorted(Path(__file__).parent.glob("*.py"))):
        if path.is_file():
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:12]
