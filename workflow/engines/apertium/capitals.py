"""Capitals of the target: where sentences begin as in the source, and on names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from workflow.engines.apertium import lexicon
from workflow.engines.apertium.reading import Reading
from workflow.engines.apertium.stream import Piece, Unit, numbered, pieces

_LETTER: Final = re.compile(r"[^\W\d_]")
_PRONOUN: Final = "I"


class Capitals:
    """Tells the capitals that English wants (*Spanish*, *January*) from those of a first word.

    Apertium gives every first word one, whatever the source has. A word is tried behind another
    to see whether it keeps its capital there; what was found is remembered.
    """

    def __init__(self, ask: Callable[[Sequence[str]], list[str]]) -> None:
        """`ask` translates streams of lexical units."""
        self._ask = ask
        self._lasting: dict[str, bool] = {}

    def learn(self, drafts: Sequence[Sequence[Piece]], readings: Sequence[Reading]) -> None:
        """Find out about all words of drafts that stand first without a capital in the source."""
        wanted = {}
        for draft, reading in zip(drafts, readings, strict=True):
            for n in _first_words(draft, reading):
                for number in draft[n].units:
                    unit = reading.units[number]
                    if unit.readings not in self._lasting:
                        wanted[unit.readings] = unit
        streams = self._ask([numbered(_behind_another(unit), _GAPS) for unit in wanted.values()])
        for key, stream in zip(wanted, streams, strict=True):
            found = next((piece.text for piece in pieces(stream) if 2 in piece.units), "")
            self._lasting[key] = found[:1].isupper()

    def set(self, draft: Sequence[Piece], reading: Reading) -> list[Piece]:
        """Pieces with a capital at the sentences that begin with one in the source, and only there.

        A segment all in capitals stays so.
        """
        letters = "".join(_LETTER.findall(reading.plain))
        if len(letters) > 1 and letters.isupper():
            return [piece.saying(piece.text.upper()) for piece in draft]
        result = list(draft)
        for n in _first_words(draft, reading):
            if not self._lasts(draft[n], reading):
                result[n] = draft[n].saying(_small(draft[n].text))
        for n in _starts(draft, reading):
            result[n] = result[n].saying(_capital(result[n].text))
        return result

    def _lasts(self, piece: Piece, reading: Reading) -> bool:
        units = [reading.units[n] for n in piece.units]
        return any(
            unit.stands_for is not None or self._lasting.get(unit.readings, False) for unit in units
        )


_GAPS: Final = ("", "", " ", "")


def _behind_another(unit: Unit) -> list[Unit]:
    """A name, a comma, and the word: it does not stand first."""
    return [
        Unit(0, 0, "Madrid", lexicon.NAME),
        Unit(0, 0, ",", ",<cm>"),
        unit,
    ]


def _beginnings(draft: Sequence[Piece], reading: Reading) -> Iterator[tuple[int, bool]]:
    """Pieces that hold the first word of a sentence, and whether the source has a capital there."""
    due: bool | None = reading.begins(0)
    for n, piece in enumerate(draft):
        if due is not None and _LETTER.search(piece.text):
            yield n, due
            due = None
        elif due is not None and any(char.isdigit() for char in piece.text):
            due = None
        if not reading.ends.isdisjoint(piece.units):
            due = any(reading.begins(k + 1) for k in piece.units)


def _starts(draft: Sequence[Piece], reading: Reading) -> list[int]:
    return [n for n, due in _beginnings(draft, reading) if due]


def _first_words(draft: Sequence[Piece], reading: Reading) -> list[int]:
    """Pieces with the capital of a first word that the source does not give them."""
    return [
        n
        for n, due in _beginnings(draft, reading)
        if not due and _is_titled(draft[n].text) and not _from_capital(draft[n], reading)
    ]


def _is_titled(text: str) -> bool:
    word = text.strip()
    return word[:1].isupper() and word[1:] == word[1:].lower() and word != _PRONOUN


def _from_capital(piece: Piece, reading: Reading) -> bool:
    """Whether a word that is rendered here has a capital in the source."""
    return any(
        reading.plain[reading.units[n].start : reading.units[n].start + 1].isupper()
        for n in piece.units
    )


def _small(text: str) -> str:
    first = _LETTER.search(text)
    return text if first is None else text[: first.start()] + text[first.start() :].lower()


def _capital(text: str) -> str:
    """The first letter large, unless a capital inside says that the word is written so."""
    first = _LETTER.search(text)
    if first is None or any(char.isupper() for char in text.split()[0]):
        return text
    return text[: first.start()] + first[0].upper() + text[first.end() :]
