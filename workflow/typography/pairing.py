"""Which quotation marks are a pair, and how deep they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from workflow.typography.markup import EMPHASIS, REST, THIN
from workflow.typography.varieties import Variety

STRAIGHT = "straight"
_MARK = re.compile(f'[«»‹›“”‘’"]{REST}*')
_OPENING = {"«": "guillemet", "‹": "small guillemet", "“": "double", "‘": "single"}
_CLOSING = {"»": "guillemet", "›": "small guillemet", "”": "double", "’": "single"}
# A draft may have changed one mark of a pair; these close each other when nothing better does.
_ALIKE = {"guillemet": "double", "double": "guillemet"}
_BEFORE_OPENING = "([{—–-/¿¡«‹“‘\"'"


class Role(Enum):
    """What a mark does to a quotation."""

    OPENS = "opens"
    CLOSES = "closes"


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark at `[start, end)`, once its role and depth are known."""

    start: int
    end: int
    kind: str
    role: Role
    depth: int = 0
    """Odd where the variety's outer marks belong, even where its inner ones do."""
    partner: int | None = None
    """Where the mark that opens this quotation starts."""


def paired(covered: str, variety: Variety) -> list[Mark]:
    """All quotation marks of the text in order, with role, depth and partner."""
    found = [match.span() for match in _MARK.finditer(covered)]
    straight = _straight_pairs(covered, [span for span in found if covered[span[0]] == '"'])
    single = _single_pairs(covered, [start for start, _ in found])
    marks = []
    for start, end in found:
        glyph = covered[start]
        if glyph == '"' and start in straight:
            marks.append(Mark(start, end, STRAIGHT, straight[start]))
        elif glyph in "‘’" and start in single:
            marks.append(Mark(start, end, "single", single[start]))
        elif glyph in "«‹“" or (glyph == "»" and _continues(covered, start)):
            marks.append(Mark(start, end, _kind(glyph), Role.OPENS))
        elif glyph in "»›”":
            marks.append(Mark(start, end, _kind(glyph), Role.CLOSES))
    return _with_depth(marks, variety)


def _kind(glyph: str) -> str:
    return _OPENING.get(glyph) or _CLOSING[glyph]


def _continues(covered: str, place: int) -> bool:
    """Whether » opens a further paragraph of a quotation (RAE: *comillas de seguir*)."""
    follows = covered[place + 1 : place + 2]
    return (follows.isalnum() or follows in tuple("¿¡—…")) and left_of(covered, place) in ("", "\n")


def _with_depth(marks: Sequence[Mark], variety: Variety) -> list[Mark]:
    open_marks: list[Mark] = []
    kinds: Counter[str] = Counter()
    placed = []
    for mark in marks:
        if mark.role is Role.OPENS:
            depth = open_marks[-1].depth + 1 if open_marks else _depth_outside(mark, variety)
            mark = replace(mark, depth=depth)
            open_marks.append(mark)
            kinds[mark.kind] += 1
            placed.append(mark)
        elif mark.kind != "single" or (open_marks and open_marks[-1].kind == "single"):
            placed.append(_closed(mark, open_marks, kinds))
    return placed


def _depth_outside(mark: Mark, variety: Variety) -> int:
    """Depth of a quotation that is inside no other.

    Single marks of their own are a gloss or a headline's choice, right in every variety: they
    count as the depth at which the variety writes them.
    """
    return 2 if mark.kind == "single" and variety.inner[0] == "‘" else 1


def _closed(mark: Mark, open_marks: list[Mark], kinds: Counter[str]) -> Mark:
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


def _straight_pairs(covered: str, spans: Sequence[tuple[int, int]]) -> dict[int, Role]:
    """Roles of the straight marks; none when any is unsure (a measure in inches, a lost half)."""
    roles: dict[int, Role] = {}
    opens = True
    for start, end in spans:
        if opens and not (_can_open(covered, start) and covered[end : end + 1].strip()):
            return {}
        if not opens and covered[start - 1].isspace():
            return {}
        roles[start] = Role.OPENS if opens else Role.CLOSES
        opens = not opens
    return roles if opens else {}


def _can_open(covered: str, place: int) -> bool:
    left = left_of(covered, place)
    return not left or left.isspace() or left in _BEFORE_OPENING


def _single_pairs(covered: str, starts: Sequence[int]) -> dict[int, Role]:
    """Roles of ‘ and ’; a ’ that is not the partner of a ‘ is an apostrophe."""
    roles: dict[int, Role] = {}
    opened = False
    weak: int | None = None
    for start in starts:
        if covered[start] == "‘":
            if opened and weak is not None:
                roles[weak] = Role.CLOSES
            opened, weak = True, None
            roles[start] = Role.OPENS
        elif covered[start] == "’" and opened:
            closes = _closes_single(covered, start)
            if closes:
                roles[start] = Role.CLOSES
                opened, weak = False, None
            elif closes is None:
                weak = start
    if weak is not None:
        roles[weak] = Role.CLOSES
    return roles


def _closes_single(covered: str, place: int) -> bool | None:
    """Whether ’ closes a quotation; None when it may as well be the genitive of a plural."""
    left, right = covered[place - 1 : place], covered[place + 1 : place + 2]
    if right.isalnum() or (left.isspace() and right):
        return False
    return None if left in ("s", "z") and right.isspace() else True


def left_of(covered: str, place: int) -> str:
    """The character before `place`, seen through emphasis and thin markup."""
    while place > 0 and covered[place - 1] in EMPHASIS + THIN:
        place -= 1
    return covered[place - 1 : place] if place else ""
