"""`<!-- workflow:off -->` and `<!-- workflow:on -->` within running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workflow.article.html_tags import OFF, ON
from workflow.article.pieces import Piece, Role

SWITCH = re.compile(f"{OFF.pattern}|{ON.pattern}")
_HTML = frozenset({"html", "kept"})


@dataclass(frozen=True, slots=True)
class Switched:
    """What the switches of a text leave of it: `[start, end)`, and what holds behind it."""

    start: int
    end: int
    is_off: bool


def switched(text: str, pieces: Sequence[Piece], *, is_off: bool) -> Switched:
    """What of a text is for translation, when it begins switched off or on.

    Off and on again within the text are left to its tags; so is a switch inside emphasis or a
    link, which cannot be cut in two.
    """
    start, end = (len(text), len(text)) if is_off else (0, len(text))
    depth = 0
    for piece in pieces:
        depth += {Role.OPEN: 1, Role.CLOSE: -1}.get(piece.role, 0)
        if piece.name not in _HTML:
            continue
        for match in SWITCH.finditer(text, piece.start, piece.end):
            turns_off = OFF.fullmatch(match[0]) is not None
            if turns_off and not is_off and depth == 0:
                end = match.start()
            elif is_off and not turns_off:
                start, end = (match.end() if start == len(text) else start), len(text)
            is_off = turns_off
    return Switched(start, max(start, end), is_off)
