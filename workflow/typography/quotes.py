"""Quotation marks of the variety, and where a stop beside them goes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workflow.typography.markup import EMPHASIS, MARKS, NOTE, OPAQUE, REST, SPACE, THIN
from workflow.typography.model import Change, TypographyRule
from workflow.typography.pairing import STRAIGHT, Mark, Role, left_of, paired
from workflow.typography.varieties import VERBS_OF_SAYING, Stops, Variety

_SPACE = re.compile(SPACE)
_GAP = re.compile(f"{SPACE}*")
_SAYING = re.compile(
    rf",{SPACE}(?:[^\W\d_]+{SPACE}){{0,3}}?(?:{'|'.join(sorted(VERBS_OF_SAYING))})\b"
)
_MARKUP = re.compile(f"{MARKS}+")
_WORDS = re.compile(r"[^\W\d_]+")
_REACH = 40
"""Within so many characters before a colon the verb that announces a quotation stands."""
_SENTENCE_END = ".?!…"


def quotes(text: str, covered: str, variety: Variety, *, curl: bool) -> Iterator[Change]:
    """Changes that give every quotation the marks of `variety`.

    Straight marks become curly ones only with `curl`, and only when all of them are pairs.
    """
    marks = paired(covered, variety)
    place = 0
    done = 0
    while place < len(marks):
        run = _run_of_closers(covered, marks, place)
        if run:
            change = _closing(text, covered, run, done, variety, curl)
        else:
            change = _opening(text, covered, marks[place], variety, curl)
        yield change
        done = change.end
        place += max(len(run), 1)


def has_curly(covered: str) -> bool:
    """Whether `covered` has typographic quotation marks, so that straight ones would clash."""
    return any(mark in covered for mark in "«»‹›“”‘")


def _opening(text: str, covered: str, mark: Mark, variety: Variety, curl: bool) -> Change:
    gap = _GAP.match(covered, mark.end)
    end = gap.end() if gap and mark.kind != STRAIGHT else mark.end
    left = covered[mark.start - 1] if mark.start else " "
    glued = mark.kind == "guillemet" and (left.isalpha() or left in ",;:")
    after = " " * glued + _glyph(text, mark, variety, curl)
    return _change(text, mark.start, end, after, TypographyRule.QUOTES)


def _closing(
    text: str, covered: str, run: Sequence[Mark], done: int, variety: Variety, curl: bool
) -> Change:
    """The marks of `run`, which stand side by side, and the stop after them where it moves.

    `done` is where the change before this one ended.
    """
    glyphs = [_glyph(text, mark, variety, curl) for mark in run]
    start, end = run[0].start, run[-1].end
    if run[0].kind == "guillemet" or (run[0].kind != STRAIGHT and run[0].partner is not None):
        start = max(_start_of_gap(covered, start), done)
    markup = _MARKUP.match(covered, end)
    stop_at = markup.end() if markup else end
    stop = covered[stop_at : stop_at + 1]
    moved = _stop_inside(covered, run, stop_at, variety) if stop and stop in ".," else None
    if moved is None:
        return _change(text, start, end, "".join(glyphs), TypographyRule.QUOTES)
    place, kept = moved
    glyphs.insert(place, kept)
    after = "".join(glyphs) + text[end:stop_at]
    return _change(text, start, stop_at + 1, after, TypographyRule.QUOTE_PUNCTUATION)


def _glyph(text: str, mark: Mark, variety: Variety, curl: bool) -> str:
    written = text[mark.start : mark.end]
    if mark.kind == STRAIGHT and not curl:
        return written
    return variety.marks(mark.depth)[mark.role is Role.CLOSES]


def _run_of_closers(covered: str, marks: Sequence[Mark], place: int) -> Sequence[Mark]:
    """The closing marks from `place` on that stand side by side, maybe with spaces between."""
    end = place
    while end < len(marks) and marks[end].role is Role.CLOSES:
        if end > place and covered[marks[end - 1].end : marks[end].start].strip():
            break
        end += 1
    return marks[place:end]


def _stop_inside(
    covered: str, run: Sequence[Mark], stop_at: int, variety: Variety
) -> tuple[int, str] | None:
    """Before which mark of `run` the stop after it goes, and what of it; None when it stays."""
    stop, follows = covered[stop_at], covered[stop_at + 1 : stop_at + 2]
    last = left_of(covered, run[0].start)
    over = not follows or follows.isspace()
    if stop_at > run[-1].end and not over:
        return None  # emphasis does not end between a mark and a letter
    said = _SAYING.match(covered, stop_at) is not None
    if last in _SENTENCE_END and last:
        return (0, "") if over and (stop == "." or (said and last in "?!")) else None
    if not last or last in f",;:{OPAQUE}{NOTE}" or follows.isdigit() or follows == ".":
        return None
    if variety.stops is Stops.INSIDE or said:
        return 0, stop
    whole = stop == "." and over and _quotes_a_sentence(covered, run[-1].partner)
    return (len(run) - 1, stop) if whole else None


def _quotes_a_sentence(covered: str, opening: int | None) -> bool:
    """Whether the quotation that opens there begins with a capital and is a sentence of its own.

    It is at the start of a sentence, and behind *she said:* (Guardian style guide, on quotation
    marks).
    """
    if opening is None or not _right(covered, opening).isupper():
        return False
    start = _start_of_gap(covered, opening)
    left = left_of(covered, start)
    if left == ":":
        before = _WORDS.findall(covered, max(start - _REACH, 0), start)
        return not VERBS_OF_SAYING.isdisjoint(before)
    return not left or left == "\n" or left in _SENTENCE_END


def _right(covered: str, place: int) -> str:
    """The first character of the quotation whose mark stands at `place`."""
    place += 1
    while place < len(covered) and covered[place] in EMPHASIS + THIN + REST + '«‹“‘" ':
        place += 1
    return covered[place : place + 1]


def _start_of_gap(covered: str, place: int) -> int:
    while place > 0 and _SPACE.match(covered[place - 1]):
        place -= 1
    return place


def _change(text: str, start: int, end: int, after: str, rule: TypographyRule) -> Change:
    return Change(start, end, text[start:end], after, rule)
