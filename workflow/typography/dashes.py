"""The Spanish dash: dialogue, asides of a narrator in a quotation, asides in a sentence.

Spanish sets a dash off on the outside and glues it on the inside: *vino —tarde— y se fue*. At the
start of a line it opens speech: *—No sé —dijo la madre—. Nadie vino.* (RAE, Ortografía de la
lengua española, 2010, III.3.7). English closes dashes up on both sides and writes speech in
quotation marks; what cannot be told apart for certain stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from workflow.typography.markup import EMPHASIS, MARKS, NOTE, OPAQUE, REST, SPACE, THIN
from workflow.typography.model import Change, TypographyRule
from workflow.typography.varieties import VERBS_OF_SAYING

_HARD_BREAK = re.compile(r"(?:\\|(?<! )[ ]{2,}+)\n|\n[ \t]*+\n")
_LINE_START = re.compile(rf"(?:\s|{MARKS})*+")
_CAPITAL = r"[^\W_a-záéíóúüñ]"
_SPEECH_START = re.compile(rf"{MARKS}*+[\"“‘«‹{OPAQUE}{REST}\u00a0\u2009\u202f ]*+(?:{_CAPITAL}|…)")
_AFTER_COLON = re.compile(rf":{SPACE}++(?=—{MARKS}*{_CAPITAL})")
_SPEECH_END = ".?!…"
_DASH = re.compile("[—–]")
_ANY_DASH = re.compile("[—–-]+")
# At the start of a text Markdown would read a hyphen as a list, so there it may be escaped.
_FIRST_DASH = re.compile(rf"\s*(?P<dash>\\?[—–-]{{1,2}}{SPACE}*)(?![\d—–-])")
_STOPS = ".,;:?!"
_CLOSERS = '»›”’"'
_TAIL = re.compile(
    rf"(?P<closer>[{_CLOSERS}]?)(?P<mark>[.,;:?!]?)(?P<outer>[{_CLOSERS}]?)(?P<gap>\s*)"
)
_FULL_STOP = re.compile(r"[^\W_]{2}[.]\s")
_WORD = re.compile(r"[^\W\d_]+")
_QUOTATIONS = (("«", "»"), ("“", "”"))
_LONGEST_ATTRIBUTION = 12
"""Words; what is longer is an aside of the speaker even when it holds a verb of saying."""


class _Side(Enum):
    OPENING = "set off on the left, glued on the right"
    CLOSING = "glued on the left, set off on the right"


@dataclass(frozen=True, slots=True)
class _Dash:
    place: int
    side: _Side
    glyph: str


@dataclass(frozen=True, slots=True)
class _Line:
    """A stretch of text between hard breaks; `covered` is the whole text with markup covered."""

    text: str
    covered: str
    start: int
    end: int

    def change(self, start: int, end: int, after: str, rule: TypographyRule) -> Change:
        return Change(start, end, self.text[start:end], after, rule)

    def gap_before(self, place: int) -> int:
        """Where the white space before `place` starts."""
        while place > self.start and self.covered[place - 1].isspace():
            place -= 1
        return place

    def gap_after(self, place: int) -> int:
        """Where the white space from `place` on ends."""
        while place < self.end and self.covered[place].isspace():
            place += 1
        return place

    def last_mark(self, place: int) -> str:
        """The character before `place`, seen through white space and markup; maybe none."""
        while place > self.start:
            place -= 1
            if not self.covered[place].isspace() and self.covered[place] not in EMPHASIS + THIN:
                return self.covered[place]
        return ""


def dashes(text: str, covered: str) -> Iterator[Change]:
    """All dashes of `text` that are certainly Spanish, as English has them."""
    for start, end in _spans(covered):
        line = _Line(text, covered, start, end)
        speech = _speech_start(line)
        if speech is None:
            yield from _asides(line)
        else:
            yield from _asides(_Line(text, covered, start, speech))
            yield from _dialogue(_Line(text, covered, speech, end))


def spanish_dashes(text: str, covered: str, source: str) -> Iterator[Change]:
    """Dashes that an engine wrote otherwise (*-*, *–*, spaces on both sides), as `source` has them.

    `source` is the Spanish with markup covered. Nothing unless both have as many dashes.
    """
    model = list(_find(_Line(source, source, 0, len(source)), 0))
    found = _loose_dashes(text, covered)
    if len(model) != len(found) or any(dash.glyph != "—" for dash in model):
        return
    line = _Line(text, covered, 0, len(text))
    for dash, (start, end) in zip(model, found, strict=True):
        if dash.side is _Side.OPENING:
            glued = start > 0 and not covered[start - 1].isspace()
            stop, after = line.gap_after(end), " " * glued + "—"
        else:
            start, stop, after = line.gap_before(start), line.gap_after(end), "—"
            if stop < len(covered) and covered[stop] not in _STOPS:
                after = "— "
        yield line.change(start, stop, after, TypographyRule.DASH)


def _loose_dashes(text: str, covered: str) -> list[tuple[int, int]]:
    """Dashes of any length that are set off on one side at least; no hyphen, minus or rule."""
    first = _FIRST_DASH.match(text)
    found = [first.span("dash")] if first else []
    for match in _ANY_DASH.finditer(covered, first.end() if first else 0):
        start, end = match.span()
        left, right = covered[start - 1 : start], covered[end : end + 1]
        free = not left or left.isspace() or not right or right.isspace() or right in _STOPS
        if free and not right.isdigit() and end - start <= 2:
            found.append((start, end))
    return found


def _spans(covered: str) -> Iterator[tuple[int, int]]:
    """Spans between hard breaks: a soft break is a space, and speech runs on over it."""
    start = 0
    for gap in _HARD_BREAK.finditer(covered):
        yield start, gap.start()
        start = gap.end()
    yield start, len(covered)


def _speech_start(line: _Line) -> int | None:
    """Where the dash stands that opens speech on this line."""
    match = _LINE_START.match(line.covered, line.start, line.end)
    place = match.end() if match else line.start
    if line.covered[place : place + 1] == "—" and not line.covered[place + 1 : place + 2].isspace():
        return place
    colon = _AFTER_COLON.search(line.covered, line.start, line.end)
    return colon.end() if colon else None


def _find(line: _Line, start: int) -> Iterator[_Dash]:
    """The dashes from `start` to the end of `line` that are set off on one side alone."""
    covered = line.covered
    for match in _DASH.finditer(covered, start, line.end):
        place = match.start()
        left = covered[place - 1] if place > start else " "
        right = covered[place + 1] if place + 1 < line.end else " "
        if left.isspace() and not right.isspace():
            yield _Dash(place, _Side.OPENING, match[0])
        elif not left.isspace() and (right.isspace() or right in ".,;:?!)]" + _CLOSERS):
            yield _Dash(place, _Side.CLOSING, match[0])


# --- Dialogue -----------------------------------------------------------------------------------


def _dialogue(line: _Line) -> Iterator[Change]:
    """A line that starts with a dash, in quotation marks; nothing where its parts are unsure."""
    narrations = _narrations(line, list(_find(line, line.start + 1)))
    end = _end_of_speech(line)
    if narrations is None or not _SPEECH_START.match(line.covered, line.start + 1, line.end):
        return
    if not narrations and line.last_mark(end) not in tuple(_SPEECH_END + _CLOSERS):
        return
    yield line.change(line.start, line.start + 1, "“", TypographyRule.DIALOGUE)
    speaking = True
    for opening, closing in narrations:
        yield _leave(line, opening.place, "”")
        speaking = False
        if closing is not None:
            change = _resume(line, closing.place, ("“", ""))
            speaking = change.after.endswith("“")
            yield change
    if speaking:
        yield line.change(end, end, "”", TypographyRule.DIALOGUE)


def _narrations(line: _Line, found: Sequence[_Dash]) -> list[tuple[_Dash, _Dash | None]] | None:
    """Dashes in pairs around a narrator's words, the last pair maybe open; None when unsure."""
    pairs: list[tuple[_Dash, _Dash | None]] = []
    for dash in found:
        opens = not pairs or pairs[-1][1] is not None
        if (dash.side is _Side.OPENING) is not opens:
            return None
        if opens:
            pairs.append((dash, None))
        else:
            pairs[-1] = (pairs[-1][0], dash)
    return pairs if all(_is_narration(line, *pair) for pair in pairs) else None


def _is_narration(line: _Line, opening: _Dash, closing: _Dash | None) -> bool:
    """Whether the words between are a narrator's, not the next speaker's."""
    words = line.covered[opening.place + 1 : closing.place if closing else line.end]
    match = _WORD.search(words)
    if match is None or line.last_mark(opening.place) in (":", ";", "—"):
        return False
    return closing is not None or match[0][0].islower() or _attributes(words)


def _end_of_speech(line: _Line) -> int:
    """After the last mark of the line; before notes and emphasis that hold all of the line."""
    outside = NOTE
    if line.covered[line.start - 1 : line.start] in tuple(EMPHASIS):
        outside += EMPHASIS
    place = line.end
    while line.covered[place - 1].isspace() or line.covered[place - 1] in outside:
        place -= 1
    return place


# --- Asides -------------------------------------------------------------------------------------


def _asides(line: _Line) -> Iterator[Change]:
    """Asides between dashes, in running text and inside quotations."""
    quotation = _Quotation(line.covered, line.start)
    pending: _Dash | None = None
    for dash in _find(line, line.start):
        if pending is not None and _belong(line, pending, dash):
            yield from _aside(line, pending, dash, quotation.at(pending.place))
            pending = None
            continue
        if pending is not None:
            yield from _unclosed(line, pending)
        pending = dash if dash.side is _Side.OPENING else None
    if pending is not None:
        yield from _unclosed(line, pending)


def _belong(line: _Line, opening: _Dash, closing: _Dash) -> bool:
    """Whether two dashes are a pair: one of each side, alike, no sentence ending between them."""
    alike = closing.side is _Side.CLOSING and opening.glyph == closing.glyph
    return alike and not _FULL_STOP.search(line.covered, opening.place, closing.place)


class _Quotation:
    """Tells which quotation is open at places asked for from left to right."""

    def __init__(self, covered: str, start: int) -> None:
        self._covered = covered
        self._place = start
        self._open = dict.fromkeys((*_QUOTATIONS, ('"', '"')), 0)

    def at(self, place: int) -> tuple[str, str] | None:
        """The marks of the quotation that is open at `place`."""
        passed = self._covered[self._place : place]
        self._place = place
        for marks in _QUOTATIONS:
            self._open[marks] += passed.count(marks[0]) - passed.count(marks[1])
        straight = ('"', '"')
        self._open[straight] = (self._open[straight] + passed.count('"')) % 2
        return next((marks for marks, count in self._open.items() if count > 0), None)


def _aside(
    line: _Line, opening: _Dash, closing: _Dash, quotation: tuple[str, str] | None
) -> Iterator[Change]:
    words = line.covered[opening.place + 1 : closing.place]
    if quotation and _attributes(words):
        yield _leave(line, opening.place, quotation[1])
        yield _resume(line, closing.place, quotation)
    elif opening.glyph == "—" or _WORD.match(words):
        yield _glue_left(line, opening)
        yield _glue_right(line, closing)


def _unclosed(line: _Line, dash: _Dash) -> Iterator[Change]:
    """An aside that never closes still loses its space, but not at the start of a written line."""
    wrapped = line.covered[line.gap_before(dash.place) : dash.place].find("\n") >= 0
    if dash.glyph == "—" and not wrapped and line.last_mark(dash.place):
        yield _glue_left(line, dash)


def _glue_left(line: _Line, dash: _Dash) -> Change:
    return line.change(line.gap_before(dash.place), dash.place + 1, "—", TypographyRule.DASH)


def _glue_right(line: _Line, dash: _Dash) -> Change:
    """English drops a comma after a dash, and the dash before any other mark or at the end."""
    tail = _TAIL.match(line.covered, dash.place + 1, line.end)
    assert tail is not None  # each part of the pattern may be empty
    if tail["closer"] or tail["mark"] not in ("", ",") or tail.end() == line.end:
        return line.change(dash.place, dash.place + 1, "", TypographyRule.DASH)
    stop = tail.start("outer") if tail["outer"] else tail.end()
    return line.change(dash.place, stop, "—", TypographyRule.DASH)


# --- A narrator in a quotation ------------------------------------------------------------------


def _attributes(words: str) -> bool:
    """Whether `words` attribute speech: *said the judge*, *the old judge said*, *he explains*."""
    found = [word.lower() for word in _WORD.findall(words)]
    short = 0 < len(found) <= _LONGEST_ATTRIBUTION
    return short and not VERBS_OF_SAYING.isdisjoint((*found[:3], found[-1]))


def _leave(line: _Line, dash: int, closing: str) -> Change:
    """Speech ends, a narrator begins: *No sé —dijo* becomes *“I don't know,” said*."""
    comma = "" if line.last_mark(dash) in tuple(_SPEECH_END + ",") else ","
    start = line.gap_before(dash)
    return line.change(start, dash + 1, f"{comma}{closing} ", TypographyRule.DIALOGUE)


def _resume(line: _Line, dash: int, marks: tuple[str, str]) -> Change:
    """A narrator ends: speech resumes between `marks`, or the line or the quotation is over."""
    opening, closing = marks
    tail = _TAIL.match(line.covered, dash + 1, line.end)
    assert tail is not None  # each part of the pattern may be empty
    mark = "" if line.covered[dash - 1] in _SPEECH_END else tail["mark"]
    if closing and closing in (tail["closer"], tail["outer"]):
        return line.change(dash, tail.start("gap"), mark, TypographyRule.DIALOGUE)
    closers = tail["closer"] + tail["outer"]
    if tail.end() == line.end:
        return line.change(dash, tail.start("gap"), closers + mark, TypographyRule.DIALOGUE)
    if not mark and line.covered[dash - 1] not in _SPEECH_END:
        mark = ","
    after = f"{closers}{mark} {opening}"
    return line.change(dash, tail.end(), after, TypographyRule.DIALOGUE)
