"""The stream format of Apertium: plain text in, lexical units numbered, aligned words out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

_SHIFT: Final = 0xF0000
"""Private characters (plane 15) stand for those that mean something to the programs."""
_SPECIAL: Final = "[]\\^$/{}@<>~*#\u00ad"
_HIDE: Final = {ord(char): chr(_SHIFT + ord(char)) for char in _SPECIAL}
_SHOW: Final = {_SHIFT + ord(char): char for char in _SPECIAL}
_UNIT: Final = re.compile(r"\^((?:\\.|[^\\/$])*)/((?:\\.|[^\\$])*)\$|\\?(.)", re.DOTALL)
_WORD: Final = re.compile(r"\[\[([^\[\]]*)\]\](.*?)\[\[/\]\]|\[[^\[\]]*\]", re.DOTALL)
_ESCAPE: Final = re.compile(r"\\(.)")
_NUMBER: Final = re.compile(r"t:w:(\d+)")
_SPACE: Final = re.compile(r"[\s\x00-\x1f\x7f]")
_UNFIT: Final = re.compile("[\ud800-\udfff\U000f0000-\U000f00ff]")
_MARKS: Final = re.compile(r"^[*@#]+|(?<=[\w ])[#](?=[\w ]|$)")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or multiword of the source as the morphological dictionary read it."""

    start: int
    end: int
    """Characters of the source."""
    surface: str
    readings: str
    """Analyses as in the stream: `vino<n><m><sg>/venir<vblex><ifi><p3><sg>`."""
    stands_for: str | None = None
    """What takes the place of its translation, for a carrier; `None` for a word that is translated.
    """
    forms: tuple[tuple[str, str], ...] = ()
    """For the carrier of a verb: each of its English forms, and what then takes its place."""
    counted: str = ""
    """For the carrier of a noun: the number of the Spanish where that of its English is another."""

    @property
    def unknown(self) -> bool:
        """Whether the dictionary does not hold it."""
        return self.readings.startswith("*")

    @property
    def is_bracket(self) -> bool:
        """Whether it is a bracket, a quotation mark or an opening question mark."""
        return any(tag in self.readings for tag in ("<lpar>", "<rpar>", "<lquest>"))

    def has(self, tag: str, *more: str) -> bool:
        """Whether one reading holds all of the tags, written without brackets."""
        if f"<{tag}>" not in self.readings:
            return False
        return not more or any(
            all(f"<{wanted}>" in reading for wanted in (tag, *more))
            for reading in self.readings.split("/")
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the target: a translated word with the units it renders, or what is between."""

    text: str
    units: tuple[int, ...] = ()
    marks: str = ""
    """What the generator complained of: `*` unknown, `@` no translation, `#` no inflection."""

    def saying(self, text: str) -> Piece:
        """The same piece with another text."""
        return replace(self, text=text)


def hide(text: str) -> str:
    """`text` for the pipeline, character for character: what means something there is replaced."""
    return _UNFIT.sub("\ufffd", _SPACE.sub(" ", text)).translate(_HIDE)


def show(text: str) -> str:
    """What the pipeline wrote, with the hidden characters back."""
    return text if text.isascii() else text.translate(_SHOW)


def analysed(stream: str) -> tuple[list[Unit], list[str]]:
    """Units of an analysed stream with offsets, and the text before each (one more at the end)."""
    units: list[Unit] = []
    gaps = [""]
    position = 0
    for found in _UNIT.finditer(stream):
        surface, readings, other = found.groups()
        if surface is None:
            gaps[-1] += other
            position += len(other)
        else:
            surface = _bare(surface)
            units.append(Unit(position, position + len(surface), surface, readings))
            gaps.append("")
            position += len(surface)
    return units, gaps


def numbered(units: Sequence[Unit], gaps: Sequence[str]) -> str:
    """The stream for the rest of the pipeline: every unit with its number in a word blank."""
    parts = [gaps[0]]
    for number, (unit, gap) in enumerate(zip(units, gaps[1:], strict=True)):
        parts.append(f"[[t:w:{number}]]^{_escaped(unit.surface)}/{unit.readings}${gap}")
    return "".join(parts)


def pieces(stream: str) -> list[Piece]:
    """A translated stream cut into words with their units, and the text between them."""
    return [piece for piece in _cut(stream) if piece.text]


def _cut(stream: str) -> Iterator[Piece]:
    position = 0
    for found in _WORD.finditer(stream):
        yield _piece(stream[position : found.start()], ())
        position = found.end()
        if found[1] is not None:
            yield _piece(found[2], tuple(dict.fromkeys(map(int, _NUMBER.findall(found[1])))))
    yield _piece(stream[position:], ())


def _piece(text: str, units: tuple[int, ...]) -> Piece:
    bare = _bare(text)
    if not units:
        return Piece(bare.replace("@", "").replace("#", "").replace("*", ""))
    if bare.isalnum():
        return Piece(bare, units)
    marks = "".join(dict.fromkeys("".join(_MARKS.findall(bare))))
    return Piece(_MARKS.sub("", bare), units, marks)


def _bare(text: str) -> str:
    return _ESCAPE.sub(r"\1", text) if "\\" in text else text


def _escaped(text: str) -> str:
    return re.sub(r"([\[\]\\^$/{}@<>])", r"\\\1", text)
