"""Fixed English put into the pipeline: a carrier word lends its grammar, the English its text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from workflow.engines.apertium import lexicon
from workflow.engines.apertium.stream import Unit, hide
from workflow.engines.apertium.verbs import approved_forms
from workflow.engines.base import Constraint

_VERBATIM: Final = re.compile(
    r"\S{120,}|(?:https?|ftp)://[^\s<>«»“”]*[^\s<>«»“”.,;:!?)\]'\"]|www\.[\w.-]+\w(?:/[^\s<>«»“”]*\w)?"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w+"
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|info|int|gob|gov|edu|es|sv|mx|pdf|html?|md|csv|xlsx?|docx?)\b"
    r"|\b\w+_\w+\b"
)
"""Addresses, handles, file names and identifiers are not translated, nor what is no word for its
length: the programs, and the other patterns here, take quadratic time over that."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the source that a placeholder stands for."""

    start: int
    end: int
    """Characters of the source; an empty stretch is a void tag that stands like a word."""
    readings: tuple[str, ...]
    """The analyses of each carrier word."""
    target: str
    forms: tuple[tuple[str, str], ...] = ()
    counted: str = ""
    """Both as for a unit."""


@dataclass(frozen=True, slots=True)
class Masked:
    """A source text with placeholders for its stretches."""

    text: str
    stretches: tuple[Stretch, ...]
    starts: tuple[int, ...]
    """Where the placeholder of each stretch begins in `text`."""

    def source_offset(self, offset: int) -> int:
        """The source character for a character of `text` outside placeholders."""
        before = bisect_left(self.starts, offset) - 1
        if before < 0:
            return offset
        placeholder = self.starts[before] + len(lexicon.PLACEHOLDER)
        return offset - placeholder + self.stretches[before].end


def stretches(
    plain: str,
    constraints: Sequence[Constraint],
    points: Sequence[int],
    verbs: Mapping[str, str],
) -> list[Stretch]:
    """What is put in: the constraints that a carrier can stand for, addresses and the like as
    they are, and void tags at `points`.

    Of overlapping constraints the first and longest counts. One that begins or ends inside a
    word is left out, and a verb whose forms are not known. `verbs` has the analyses of the
    first words of verbs.
    """
    fitting = [
        _without_full_stop(plain, c)
        for c in constraints
        if c.target and _whole_words(plain, c.start, c.end)
    ]
    wanted = [
        Stretch(
            c.start,
            c.end,
            _carriers(plain[c.start : c.end], c),
            _with_article(plain, c),
            counted=c.number if c.number != c.target_number else "",
        )
        for c in fitting
        if c.part_of_speech != "verb"
    ]
    for c in fitting:
        readings = verbs.get(first_word(plain, c), "")
        forms = approved_forms(c, readings) if c.part_of_speech == "verb" and readings else ()
        if forms:
            wanted.append(Stretch(c.start, c.end, (readings,), c.target, forms))
    wanted += [
        Stretch(*found.span(), (lexicon.NAME,), found[0]) for found in _VERBATIM.finditer(plain)
    ]
    wanted += [Stretch(point, point, (lexicon.NAME,), "") for point in points]
    chosen: list[Stretch] = []
    for stretch in sorted(wanted, key=lambda stretch: (stretch.start, -stretch.end)):
        if not chosen or stretch.start >= chosen[-1].end:
            chosen.append(stretch)
    return chosen


def mask(plain: str, wanted: Sequence[Stretch]) -> Masked:
    """`plain` hidden from the stream format, with a placeholder for each stretch."""
    parts, starts, cursor, length = [], [], 0, 0
    for stretch in wanted:
        between = hide(plain[cursor : stretch.start])
        starts.append(length + len(between))
        parts += [between, lexicon.PLACEHOLDER]
        length = starts[-1] + len(lexicon.PLACEHOLDER)
        cursor = stretch.end
    parts.append(hide(plain[cursor:]))
    return Masked("".join(parts), tuple(wanted), tuple(starts))


def inject(
    masked: Masked, units: Sequence[Unit], gaps: Sequence[str]
) -> tuple[list[Unit], list[str]]:
    """Units at their places in the source, with carriers instead of placeholders, and the gaps."""
    at = dict(zip(masked.starts, masked.stretches, strict=True))
    result: list[Unit] = []
    between = [gaps[0]]
    for unit, gap in zip(units, gaps[1:], strict=True):
        stretch = at.get(unit.start)
        if stretch is None:
            start = masked.source_offset(unit.start)
            end = start + unit.end - unit.start
            result.append(replace(unit, start=start, end=end))
        else:
            carriers = _units(stretch)
            result += carriers
            between += [" "] * (len(carriers) - 1)
        between.append(gap)
    return result, between


def _units(stretch: Stretch) -> list[Unit]:
    return [
        Unit(
            stretch.start,
            stretch.end,
            reading.partition("<")[0],
            reading,
            stands_for=stretch.target,
            forms=stretch.forms,
            counted=stretch.counted,
        )
        for reading in stretch.readings
    ]


def _whole_words(plain: str, start: int, end: int) -> bool:
    """Whether the stretch has words, and no letter touches it: its placeholder is letters."""
    before, after = plain[max(0, start - 1) : start], plain[end : end + 1]
    return any(map(str.isalnum, plain[start:end])) and not (before.isalnum() or after.isalnum())


def _with_article(plain: str, constraint: Constraint) -> str:
    """The approved English, with the article that some names have in English alone.

    Not behind a comma (*Washington, Estados Unidos*), and not where the name is all there is.
    """
    target = constraint.target
    before, after = plain[: constraint.start].rstrip(), plain[constraint.end :]
    if target not in lexicon.NAMED_WITH_ARTICLE or not any(map(str.isalnum, before + after)):
        return target
    word = before.rpartition(" ")[2].casefold()
    apart = before.endswith((",", "(", "[", "/", "-", "–", "—", ":"))
    return target if apart or word in lexicon.ARTICLES else f"the {target}"


def _without_full_stop(plain: str, constraint: Constraint) -> Constraint:
    """A constraint that ends a sentence with its abbreviation leaves the full stop outside."""
    after = plain[constraint.end :].lstrip()[:1]
    ends = plain[constraint.end - 1] == "." and not constraint.target.endswith(".")
    if ends and (not after or after.isupper() or after in "»”)"):
        return replace(constraint, end=constraint.end - 1)
    return constraint


def first_word(plain: str, constraint: Constraint) -> str:
    """The word of a constraint that is inflected when it is a verb."""
    return plain[constraint.start : constraint.end].split(" ", 1)[0]


def _carriers(surface: str, constraint: Constraint) -> tuple[str, ...]:
    kind, number = constraint.part_of_speech, constraint.number
    if kind == "number":
        return _number_carriers(constraint.target)
    if kind in {"name", "proper noun", "acronym"}:
        return (lexicon.NAME,)
    if kind == "adjective" and " " in constraint.target:
        return (f"{lexicon.PARTICIPLE}<{constraint.gender}><{number}>",)
    if kind == "adjective":
        return (f"{lexicon.ADJECTIVE}<{number}>",)
    if kind == "adverb":
        return (lexicon.ADVERB,)
    if kind == "phrase":
        joins = surface.casefold().split()[-1] in {"de", "del", "a", "al", "con", "por", "en"}
        return (lexicon.PREPOSITION if joins else lexicon.ADVERB,)
    return (f"{lexicon.NOUNS[constraint.gender]}<{constraint.target_number}>",)


def _number_carriers(target: str) -> tuple[str, ...]:
    words = target.casefold().replace(",", " ").split()
    dated = any(word in lexicon.MONTHS for word in words)
    if not dated:
        return (lexicon.NUMERAL,)
    days = any(word.isdigit() and len(word) < 3 for word in words)
    years = any(word.isdigit() and len(word) == 4 for word in words)
    return lexicon.DATE[0 if days else 2 : 5 if years else 3]
