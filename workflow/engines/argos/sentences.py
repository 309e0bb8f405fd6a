"""Segments cut into what the model reads at a time, and put together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from workflow.engines.argos.model import MAX_PIECES
from workflow.engines.argos.tokens import Range
from workflow.engines.base import Constraint
from workflow.engines.sentences import split

_LETTER = re.compile(r"[^\W\d_]")
_HOLLOW = re.compile(r"\(\s*\)\s?|\[\s*\]\s?")
_BREAK = re.compile(r"[;:,—–)][\"”»]?\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence (or a part of one too long for the model) of a segment."""

    segment: int
    """Number of its segment."""
    start: int
    """Place in the segment's plain text, outer white space left out."""
    end: int
    text: str
    """What it says: the plain text with every white space a plain space."""
    pieces: tuple[str, ...]
    """What the model reads; nothing when there is nothing to translate."""
    constraints: tuple[Constraint, ...] = ()
    """Their offsets count characters of `text`."""

    @property
    def capitals(self) -> bool:
        """Whether it is all in capitals: models translate that badly, so they read it small."""
        return _in_capitals(self.text)


def sentences(
    plain: str,
    segment: int,
    constraints: Sequence[Constraint],
    language: str,
    encode: Callable[[str], list[str]],
    *,
    breaks: Sequence[int] = (),
) -> list[Sentence]:
    """The sentences of a segment, in order; no constraint is cut in two.

    A line that begins after one of `breaks` is a sentence of its own when it has no small letter
    there: lines of an address or a list, which a model would run together or leave out.
    """
    result = []
    for start, end in _unbroken(_lines(plain, split(plain, language), breaks), constraints):
        for low, high in _parts(plain, start, end, constraints, encode):
            text = re.sub(r"\s", " ", plain[low:high])
            inside = tuple(
                replace(c, start=c.start - low, end=c.end - low)
                for c in constraints
                if low <= c.start < c.end <= high
            )
            pieces = tuple(encode(_readable(text))) if _LETTER.search(text) else ()
            result.append(Sentence(segment, low, high, text, pieces, inside))
    return result


def _lines(plain: str, spans: Sequence[Range], breaks: Sequence[int]) -> list[Range]:
    """The spans, cut at the breaks before a line that begins anew."""
    begun = [place for place in breaks if not plain[place : place + 1].islower()]
    result: list[Range] = []
    for start, end in spans:
        inside = [place for place in begun if start < place < end]
        result += zip([start, *inside], [*inside, end], strict=True)
    return result


def _unbroken(spans: Sequence[Range], constraints: Sequence[Constraint]) -> list[Range]:
    """The spans, joined where a constraint runs across their border."""
    result: list[Range] = []
    inner = sorted((c.start, c.end) for c in constraints)
    for start, end in spans:
        if result and any(low < start < high for low, high in inner):
            start = result.pop()[0]
        result.append((start, end))
    return result


def _parts(
    plain: str,
    start: int,
    end: int,
    constraints: Sequence[Constraint],
    encode: Callable[[str], list[str]],
) -> list[Range]:
    """`[start, end)` without outer white space, halved at a clause until the model can read it."""
    waiting, result = [(start, end)], []
    while waiting:
        low, high = waiting.pop()
        text = plain[low:high]
        low, high = low + len(text) - len(text.lstrip()), low + len(text.rstrip())
        if low >= high:
            continue
        long = high - low > MAX_PIECES and len(encode(_readable(plain[low:high]))) > MAX_PIECES
        cut = _cut(plain, low, high, constraints) if long else None
        if cut is None:
            result.append((low, high))
        else:
            waiting += [(cut, high), (low, cut)]
    return result


def _cut(plain: str, low: int, high: int, constraints: Sequence[Constraint]) -> int | None:
    """The place nearest to the middle where a clause, else a word, else anything ends."""
    middle = (low + high) // 2
    clauses = [match.end() for match in _BREAK.finditer(plain, low, high)]
    words = [match.end() for match in re.finditer(r"\s+", plain[low:high])]
    free = [
        [cut for cut in cuts if low < cut < high and not _inside(cut, constraints)]
        for cuts in (clauses, [low + word for word in words], [middle])
    ]
    near = [c for c in free[0] if abs(c - middle) < (high - low) // 3]
    return min(near or free[1] or free[2], key=lambda cut: abs(cut - middle), default=None)


def _inside(cut: int, constraints: Sequence[Constraint]) -> bool:
    return any(c.start < cut < c.end for c in constraints)


def _in_capitals(text: str) -> bool:
    letters = _LETTER.findall(text)
    return len(letters) > 4 and " " in text.strip() and "".join(letters).isupper()


def _readable(text: str) -> str:
    """The text as the model reads it: small where all is in capitals, no brackets around nothing.

    Such brackets hold code or a picture; models drop them or put something in.
    """
    text = _HOLLOW.sub("", text)
    return text.capitalize() if _in_capitals(text) else text
