"""Quotation marks: which are a pair, how deep they stand, and where a stop beside them goes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from workflow.typography.markup import EMPHASIS, NOTE, OPAQUE, REST, SPACE, THIN
from workflow.typography.model import Change, TypographyRule
from workflow.typography.varieties import VERBS_OF_SAYING, Stops, Variety

_MARK = re.compile(f'[«»‹›“”‘’"]{REST}*')
_OPENING = {"«": "guillemet", "‹": "small guillemet", "“": "double", "‘": "single"}
_CLOSING = {"»": "guillemet", "›": "small guillemet", "”": "double", "’": "single"}
_STRAIGHT = "straight"
# A draft may have changed one mark of a pair; these close each other when nothing better does.
_ALIKE = {"guillemet": "double", "double": "guillemet"}
_BEFORE_OPENING = "([{—–-/¿¡«‹“‘\"'"
_SPACE = re.compile(SPACE)
_GAP = re.compile(f"{SPACE}*")
_SAYING = re.compile(
    rf",{SPACE}(?:[^\W\d_]+{SPACE}){{0,3}}?(?:{'|'.join(sorted(VERBS_OF_SAYING))})\b"
)
_SENTENCE_END = ".?!…"


class _Role(Enum):
    OPENS = "opens"
    CLOSES = "closes"


@dataclass(frozen=True, slots=True)
class _Mark:
    """A quotation mark at `[start, end)`, once its role and depth are known."""

    start: int
    end: int
    kind: str
    role: _Role
    depth: int = 0
    """Odd where the variety's outer marks belong, even where its inner ones do."""
    partner: int | None = None
    """Where the mark that opens this quotation starts."""


def quotes(text: str, covered: str, variety: Variety, *, curl: bool) -> Iterator[Change]:
    """Changes that give every quotation the marks of `variety`.

    Straight marks become curly ones only with `curl`, and only when all of them are pairs.
    """
    marks = _paired(covered, variety)
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


# --- Which marks there are ----------------------------------------------------------------------


def _paired(covered: str, variety: Variety) -> list[_Mark]:
    """All quotation marks of the text in order, with role, depth and partner."""
    found = [match.span() for match in _MARK.finditer(covered)]
    straight = _straight_pairs(covered, [span for span in found if covered[span[0]] == '"'])
    single = _single_pairs(covered, [start for start, _ in found])
    marks = []
    for start, end in found:
        glyph = covered[start]
        if glyph == '"' and start in straight:
            marks.append(_Mark(start, end, _STRAIGHT, straight[start]))
        elif glyph in "‘’" and start in single:
            marks.append(_Mark(start, end, "single", single[start]))
        elif glyph in "«‹“" or (glyph == "»" and _continues(covered, start)):
            marks.append(_Mark(start, end, _kind(glyph), _Role.OPENS))
        elif glyph in "»›”":
            marks.append(_Mark(start, end, _kind(glyph), _Role.CLOSES))
    return _with_depth(marks, variety)


def _kind(glyph: str) -> str:
    return _OPENING.get(glyph) or _CLOSING[glyph]


def _continues(covered: str, place: int) -> bool:
    """Whether » opens a paragraph of a longer quotation, as Spanish does (RAE, III.3.8.3)."""
    follows = covered[place + 1 : place + 2]
    return (follows.isalnum() or follows in tuple("¿¡—…")) and _left(covered, place) in ("", "\n")


def _with_depth(marks: Sequence[_Mark], variety: Variety) -> list[_Mark]:
    open_marks: list[_Mark] = []
    kinds: Counter[str] = Counter()
    placed = []
    for mark in marks:
        if mark.role is _Role.OPENS:
            depth = open_marks[-1].depth + 1 if open_marks else _depth_outside(mark, variety)
            mark = replace(mark, depth=depth)
            open_marks.append(mark)
            kinds[mark.kind] += 1
            placed.append(mark)
        elif mark.kind != "single" or (open_marks and open_marks[-1].kind == "single"):
            placed.append(_closed(mark, open_marks, kinds))
    return placed


def _depth_outside(mark: _Mark, variety: Variety) -> int:
    """Depth of a quotation that is inside no other.

    Single marks of their own are a gloss or a headline's choice, right in every variety: they
    count as the depth at which the variety writes them.
    """
    return 2 if mark.kind == "single" and variety.inner[0] == "‘" else 1


def _closed(mark: _Mark, open_marks: list[_Mark], kinds: Counter[str]) -> _Mark:
    """`mark` with the depth of what it closes, which is taken off the open marks."""
    kind = mark.kind if kinds[mark.kind] else _ALIKE.get(mark.kind, mark.kind)
    if not open_marks:
        return replace(mark, depth=1)
    if not kinds[kind]:
        kind = open_marks[-1].kind
    while True:
        last = open_marks.pop()
        kinds[last.kind] -= 1
        if last.kind == kind:
            return replace(mark, depth=last.depth, partner=last.start)


def _straight_pairs(covered: str, spans: Sequence[tuple[int, int]]) -> dict[int, _Role]:
    """Roles of the straight marks; none when any is unsure (a measure in inches, a lost half)."""
    roles: dict[int, _Role] = {}
    opens = True
    for start, end in spans:
        if opens and not (_can_open(covered, start) and covered[end : end + 1].strip()):
            return {}
        if not opens and covered[start - 1].isspace():
            return {}
        roles[start] = _Role.OPENS if opens else _Role.CLOSES
        opens = not opens
    return roles if opens else {}


def _can_open(covered: str, place: int) -> bool:
    left = _left(covered, place)
    return not left or left.isspace() or left in _BEFORE_OPENING


def _single_pairs(covered: str, starts: Sequence[int]) -> dict[int, _Role]:
    """Roles of ‘ and ’; a ’ that is not the partner of a ‘ is an apostrophe."""
    roles: dict[int, _Role] = {}
    opened = False
    weak: int | None = None
    for start in starts:
        if covered[start] == "‘":
            if opened and weak is not None:
                roles[weak] = _Role.CLOSES
            opened, weak = True, None
            roles[start] = _Role.OPENS
        elif covered[start] == "’" and opened:
            closes = _closes_single(covered, start)
            if closes:
                roles[start] = _Role.CLOSES
                opened, weak = False, None
            elif closes is None:
                weak = start
    if weak is not None:
        roles[weak] = _Role.CLOSES
    return roles


def _closes_single(covered: str, place: int) -> bool | None:
    """Whether ’ closes a quotation; None when it may as well be the genitive of a plural."""
    left, right = covered[place - 1 : place], covered[place + 1 : place + 2]
    if right.isalnum() or (left.isspace() and right):
        return False
    return None if left in ("s", "z") and right.isspace() else True


# --- What becomes of them -----------------------------------------------------------------------


def _opening(text: str, covered: str, mark: _Mark, variety: Variety, curl: bool) -> Change:
    gap = _GAP.match(covered, mark.end)
    end = gap.end() if gap and mark.kind != _STRAIGHT else mark.end
    left = covered[mark.start - 1] if mark.start else " "
    glued = mark.kind == "guillemet" and (left.isalpha() or left in ",;:")
    after = " " * glued + _glyph(text, mark, variety, curl)
    return _change(text, mark.start, end, after, TypographyRule.QUOTES)


def _closing(
    text: str, covered: str, run: Sequence[_Mark], done: int, variety: Variety, curl: bool
) -> Change:
    """The marks of `run`, which stand side by side, and the stop after them where it moves.

    `done` is where the change before this one ended.
    """
    glyphs = [_glyph(text, mark, variety, curl) for mark in run]
    start, end = run[0].start, run[-1].end
    if run[0].kind == "guillemet" or (run[0].kind != _STRAIGHT and run[0].partner is not None):
        start = max(_start_of_gap(covered, start), done)
    stop = covered[end : end + 1]
    moved = _stop_inside(covered, run, variety) if stop and stop in ".," else None
    if moved is None:
        return _change(text, start, end, "".join(glyphs), TypographyRule.QUOTES)
    place, kept = moved
    glyphs.insert(place, kept)
    return _change(text, start, end + 1, "".join(glyphs), TypographyRule.QUOTE_PUNCTUATION)


def _glyph(text: str, mark: _Mark, variety: Variety, curl: bool) -> str:
    written = text[mark.start : mark.end]
    if mark.kind == _STRAIGHT and not curl:
        return written
    return variety.marks(mark.depth)[mark.role is _Role.CLOSES]


def _run_of_closers(covered: str, marks: Sequence[_Mark], place: int) -> Sequence[_Mark]:
    """The closing marks from `place` on that stand side by side, maybe with spaces between."""
    end = place
    while end < len(marks) and marks[end].role is _Role.CLOSES:
        if end > place and covered[marks[end - 1].end : marks[end].start].strip():
            break
        end += 1
    return marks[place:end]


def _stop_inside(covered: str, run: Sequence[_Mark], variety: Variety) -> tuple[int, str] | None:
    """Before which mark of `run` the stop after it goes, and what of it; None when it stays."""
    end = run[-1].end
    stop, follows = covered[end], covered[end + 1 : end + 2]
    last = _left(covered, run[0].start)
    over = not follows or follows.isspace()
    said = _SAYING.match(covered, end) is not None
    if last in _SENTENCE_END and last:
        return (0, "") if over and (stop == "." or (said and last in "?!")) else None
    if not last or last in f",;:{OPAQUE}{NOTE}" or follows.isdigit() or follows == ".":
        return None
    if variety.stops is Stops.INSIDE or said:
        return 0, stop
    whole = stop == "." and over and _quotes_a_sentence(covered, run[-1].partner)
    return (len(run) - 1, stop) if whole else None


def _quotes_a_sentence(covered: str, opening: int | None) -> bool:
    """Whether the quotation that opens there starts the sentence and begins with a capital."""
    if opening is None:
        return False
    left = _left(covered, _start_of_gap(covered, opening))
    return _right(covered, opening).isupper() and (
        not left or left == "\n" or left in _SENTENCE_END
    )


def _left(covered: str, place: int) -> str:
    """The character before `place`, seen through emphasis and thin markup."""
    while place > 0 and covered[place - 1] in EMPHASIS + THIN:
        place -= 1
    return covered[place - 1 : place] if place else ""


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
