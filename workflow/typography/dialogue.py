"""Dialogue: a line that a dash opens as speech, in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workflow.typography.lines import CLOSERS, SENTENCE_END, Dash, Line, Side, set_off_dashes
from workflow.typography.markup import EMPHASIS, MARKS, NOTE, OPAQUE, REST, SPACE
from workflow.typography.model import Change, TypographyRule
from workflow.typography.narration import attributes, leave, resume

_LINE_START = re.compile(rf"(?:\s|{MARKS})*+")
_CAPITAL = r"[^\W_a-záéíóúüñ]"
_SPEECH_START = re.compile(rf"{MARKS}*+[\"“‘«‹{OPAQUE}{REST}\u00a0\u2009\u202f ]*+(?:{_CAPITAL}|…)")
_AFTER_COLON = re.compile(rf":{SPACE}++(?=—{MARKS}*{_CAPITAL})")
# Before a figure a short dash is a minus.
_OPENING_DASH = re.compile(r"—(?!\s)|–(?![\s\d])")
_WORD = re.compile(r"[^\W\d_]+")


def speech_start(line: Line) -> int | None:
    """Where the dash stands that opens speech on this line."""
    match = _LINE_START.match(line.covered, line.start, line.end)
    place = match.end() if match else line.start
    if _OPENING_DASH.match(line.covered, place, line.end):
        return place
    colon = _AFTER_COLON.search(line.covered, line.start, line.end)
    return colon.end() if colon else None


def dialogue(line: Line) -> Iterator[Change]:
    """A line that starts with a dash, in quotation marks; nothing where its parts are unsure."""
    dashes = list(set_off_dashes(line, line.start + 1))
    if any(dash.glyph != line.covered[line.start] for dash in dashes):
        return
    narrations = _narrations(line, dashes)
    end = _end_of_speech(line)
    if narrations is None or not _SPEECH_START.match(line.covered, line.start + 1, line.end):
        return
    if not narrations and line.last_mark(end) not in tuple(SENTENCE_END + CLOSERS):
        return
    yield line.change(line.start, line.start + 1, "“", TypographyRule.DIALOGUE)
    speaking = True
    for opening, closing in narrations:
        yield leave(line, opening.place, "”")
        speaking = False
        if closing is not None:
            change = resume(line, closing.place, ("“", ""))
            speaking = change.after.endswith("“")
            yield change
    if speaking:
        yield line.change(end, end, "”", TypographyRule.DIALOGUE)


def _narrations(line: Line, found: Sequence[Dash]) -> list[tuple[Dash, Dash | None]] | None:
    """Dashes in pairs around a narrator's words, the last pair maybe open; None when unsure."""
    pairs: list[tuple[Dash, Dash | None]] = []
    for dash in found:
        opens = not pairs or pairs[-1][1] is not None
        if (dash.side is Side.OPENING) is not opens:
            return None
        if opens:
            pairs.append((dash, None))
        else:
            pairs[-1] = (pairs[-1][0], dash)
    return pairs if all(_is_narration(line, *pair) for pair in pairs) else None


def _is_narration(line: Line, opening: Dash, closing: Dash | None) -> bool:
    """Whether the words between are a narrator's, not the next speaker's."""
    words = line.covered[opening.place + 1 : closing.place if closing else line.end]
    match = _WORD.search(words)
    if match is None or line.last_mark(opening.place) in (":", ";", "—"):
        return False
    return closing is not None or match[0][0].islower() or attributes(words)


def _end_of_speech(line: Line) -> int:
    """After the last mark of the line; before notes and emphasis that hold all of the line."""
    outside = NOTE
    if line.covered[line.start - 1 : line.start] in tuple(EMPHASIS):
        outside += EMPHASIS
    place = line.end
    while line.covered[place - 1].isspace() or line.covered[place - 1] in outside:
        place -= 1
    return place
