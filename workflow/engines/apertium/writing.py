"""The translated pieces of a segment written out: fixed English, articles, capitals, spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workflow.engines.apertium import lexicon
from workflow.engines.apertium.reading import Reading
from workflow.engines.apertium.stream import Piece, show
from workflow.engines.base import AlignedSpan
from workflow.engines.markup import CLOSING

_ARTICLE: Final = re.compile(r"(?:^|[ ])(an?)$", re.IGNORECASE)
_SPACES: Final = re.compile(" {2,}")


@dataclass(frozen=True, slots=True)
class Written:
    """A plain target with its word alignment."""

    text: str
    alignment: tuple[AlignedSpan, ...]
    missing: tuple[int, ...]
    """Numbers of the carriers whose text has no place in the target."""


def place_fixed(pieces: Sequence[Piece], reading: Reading) -> tuple[list[Piece], tuple[int, ...]]:
    """Pieces with the fixed text instead of the carriers' translation, each once.

    Also the numbers of the carriers that no piece renders.
    """
    units = reading.units
    written: set[int] = set()
    result: list[Piece] = []
    for piece in pieces:
        carried = [n for n in piece.units if units[n].stands_for is not None]
        if not carried:
            result.append(piece)
            continue
        forms = _forms(reading, carried)
        if forms:
            words = piece.text.split(" ")
            used = [forms[word.casefold()][0] for word in words if word.casefold() in forms]
            written.update(units[n].start for n in used)
            said = " ".join(forms.get(word.casefold(), (0, word))[1] for word in words)
            result.append(piece.saying(said))
            continue
        texts = []
        for n in carried:
            if units[n].start not in written:
                texts.append(units[n].stands_for or "")
                written.add(units[n].start)
        if not texts and result and not result[-1].text.strip():
            result.pop()
        result.append(piece.saying(" ".join(texts)))
    missing = [
        n
        for n, unit in enumerate(units)
        if unit.stands_for is not None and unit.start not in written
    ]
    return result, tuple(n for n in missing if not _placed_apart(result, reading, n))


def _forms(reading: Reading, numbers: Sequence[int]) -> dict[str, tuple[int, str]]:
    """What the carriers of a fixed verb, and of an adverb at it, may be rendered by: whose it is
    and the text in its place; nothing where there is no verb."""
    units = reading.units
    forms = {form: (n, text) for n in numbers for form, text in units[n].forms}
    adverb = next((n for n in numbers if units[n].readings == lexicon.ADVERB), None)
    if forms and adverb is not None:
        forms[lexicon.ADVERB_FORM] = (adverb, units[adverb].stands_for or "")
    return forms


def _placed_apart(pieces: list[Piece], reading: Reading, number: int) -> bool:
    """Say the fixed verb where the pipeline wrote its carrier as a word of no unit, if it did."""
    forms = dict(reading.units[number].forms)
    for at, piece in enumerate(pieces):
        words = piece.text.split(" ")
        if not piece.units and any(word.casefold() in forms for word in words):
            said = " ".join(forms.get(word.casefold(), word) for word in words)
            pieces[at] = piece.saying(said)
            return True
    return False


def mend_articles(pieces: Sequence[Piece]) -> list[Piece]:
    """Pieces with *a* and *an* as the words after them want it."""
    from workflow.glossary.english import article_for  # only where a draft needs it: it loads much

    result = list(pieces)
    for n, piece in enumerate(pieces[:-1]):
        found = _ARTICLE.search(piece.text)
        following = "".join(later.text for later in pieces[n + 1 : n + 6]).lstrip()
        if found and following:
            article = article_for(following)
            article = article.capitalize() if found[1][0] == "A" else article
            result[n] = piece.saying(piece.text[: found.start(1)] + article)
    return result


def write(pieces: Sequence[Piece], reading: Reading, missing: Sequence[int]) -> Written:
    """The text of the pieces, no space doubled or lost, and which source words each renders.

    White space around the whole segment is the source's.
    """
    plain = reading.plain
    margin = plain[: len(plain) - len(plain.lstrip())]
    parts, length = [margin], len(margin)
    spans: list[AlignedSpan] = []
    following = _following_units(pieces)
    for piece, added_for in zip(pieces, following, strict=True):
        text = show(piece.text)
        if "  " in text:
            text = _SPACES.sub(" ", text)
        if text.startswith(" ") and (length == len(margin) or parts[-1].endswith(" ")):
            text = text[1:]
        if _tight(piece, reading) and length > len(margin) and parts[-1].endswith(" "):
            length -= len(parts[-1]) - len(parts[-1].rstrip(" "))
            parts[-1] = parts[-1].rstrip(" ")
        spans += _spans(text, length, piece.units or added_for, reading)
        if text:
            parts.append(text)
            length += len(text)
    spans.sort(key=lambda span: (span.source_start, span.source_end, span.target_start))
    text = "".join(parts)
    return Written(
        margin if not plain.strip() else text.rstrip() + plain[len(plain.rstrip()) :],
        tuple(dict.fromkeys(spans)),
        tuple(missing),
    )


def _following_units(pieces: Sequence[Piece]) -> list[tuple[int, ...]]:
    """For each piece the units of the next one that has any."""
    units: tuple[int, ...] = ()
    result = []
    for piece in reversed(pieces):
        result.append(units)
        units = piece.units or units
    return result[::-1]


def _spans(text: str, start: int, units: Sequence[int], reading: Reading) -> list[AlignedSpan]:
    """The alignment of a piece with its units; a word that Apertium adds goes with the next."""
    if units and not text.strip() and all(reading.units[n].stands_for != "" for n in units):
        return []
    start += len(text) - len(text.lstrip())
    end = start + len(text.strip())
    return [AlignedSpan(reading.units[n].start, reading.units[n].end, start, end) for n in units]


def _tight(piece: Piece, reading: Reading) -> bool:
    """Whether a piece is a mark that no space stands before in the source."""
    if not piece.units or len(piece.text) != 1 or piece.text not in CLOSING:
        return False
    start = reading.units[piece.units[0]].start
    return start > 0 and not reading.plain[start - 1].isspace()
