"""The Spanish dash: dialogue, asides of a narrator in a quotation, asides in a sentence.

Spanish sets a dash off on the outside and glues it on the inside: *vino —tarde— y se fue*. At the
start of a line it opens speech: *—No sé —dijo la madre—. Nadie vino.* (RAE, Ortografía de la
lengua española, 2010, on the raya). English closes dashes up on both sides and writes speech in
quotation marks; what cannot be told apart for certain stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow.typography.dialogue import dialogue, speech_start
from workflow.typography.lines import TAIL, Dash, Line, Side, set_off_dashes, spans
from workflow.typography.markup import SPACE
from workflow.typography.model import Change, TypographyRule
from workflow.typography.narration import attributes, leave, resume

_ANY_DASH = re.compile("[—–-]+")
# At the start of a text Markdown would read a hyphen as a list, so there it may be escaped.
_FIRST_DASH = re.compile(rf"\s*(?P<dash>\\?[—–-]{{1,2}}{SPACE}*)(?![\d—–-])")
_STOPS = ".,;:?!"
_FULL_STOP = re.compile(r"[^\W_]{2}[.]\s")
_LETTER = re.compile(r"[^\W\d_]")
_QUOTATIONS = (("«", "»"), ("“", "”"))


def dashes(text: str, covered: str) -> Iterator[Change]:
    """All dashes of `text` that are certainly Spanish, as English has them."""
    for start, end in spans(covered):
        line = Line(text, covered, start, end)
        speech = speech_start(line)
        if speech is None:
            yield from _asides(line)
        else:
            yield from _asides(Line(text, covered, start, speech))
            yield from dialogue(Line(text, covered, speech, end))


def _asides(line: Line) -> Iterator[Change]:
    """Asides between dashes, in running text and inside quotations."""
    quotation = _Quotation(line.covered, line.start)
    pending: Dash | None = None
    for dash in set_off_dashes(line, line.start):
        if pending is not None and _belong(line, pending, dash):
            yield from _aside(line, pending, dash, quotation.at(pending.place))
            pending = None
            continue
        if pending is not None:
            yield from _unclosed(line, pending)
        pending = dash if dash.side is Side.OPENING else None
    if pending is not None:
        yield from _unclosed(line, pending)


def _belong(line: Line, opening: Dash, closing: Dash) -> bool:
    """Whether two dashes are a pair: one of each side, alike, no sentence ending between them."""
    alike = closing.side is Side.CLOSING and opening.glyph == closing.glyph
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
    line: Line, opening: Dash, closing: Dash, quotation: tuple[str, str] | None
) -> Iterator[Change]:
    words = line.covered[opening.place + 1 : closing.place]
    if quotation and attributes(words):
        yield leave(line, opening.place, quotation[1])
        yield resume(line, closing.place, quotation)
    elif opening.glyph == "—" or _LETTER.match(words):
        yield _glue_left(line, opening)
        yield _glue_right(line, closing)


def _unclosed(line: Line, dash: Dash) -> Iterator[Change]:
    """An aside that never closes still loses its space, but not at the start of a written line."""
    wrapped = line.covered[line.gap_before(dash.place) : dash.place].find("\n") >= 0
    if dash.glyph == "—" and not wrapped and line.last_mark(dash.place):
        yield _glue_left(line, dash)


def _glue_left(line: Line, dash: Dash) -> Change:
    return line.change(line.gap_before(dash.place), dash.place + 1, "—", TypographyRule.DASH)


def _glue_right(line: Line, dash: Dash) -> Change:
    """English drops a comma after a dash, and the dash before any other mark or at the end."""
    tail = TAIL.match(line.covered, dash.place + 1, line.end)
    assert tail is not None  # each part of the pattern may be empty
    if tail["closer"] or tail["mark"] not in ("", ",") or tail.end() == line.end:
        return line.change(dash.place, dash.place + 1, "", TypographyRule.DASH)
    stop = tail.start("outer") if tail["outer"] else tail.end()
    return line.change(dash.place, stop, "—", TypographyRule.DASH)


# --- Dashes that an engine changed ----------------------------------------------------------------


def spanish_dashes(text: str, covered: str, source: str) -> Iterator[Change]:
    """Dashes that an engine wrote otherwise (*-*, *–*, spaces on both sides), as `source` has them.

    `source` is the Spanish with markup covered. Nothing unless both have as many dashes.
    """
    model = list(set_off_dashes(Line(source, source, 0, len(source)), 0))
    found = _loose_dashes(text, covered)
    if len(model) != len(found) or any(dash.glyph != "—" for dash in model):
        return
    line = Line(text, covered, 0, len(text))
    for dash, (start, end) in zip(model, found, strict=True):
        if dash.side is Side.OPENING:
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
