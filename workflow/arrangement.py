"""How the English of a segment is arranged: in one paragraph or in several, or left out, and why.

It is written in the text itself, so that the catalog, the paired file, the draft, Poedit and the
browser all show and keep the same: a blank line parts paragraphs, and a text that says no more
than `omitted: REASON` leaves its segment out. Left out as `merged`, its English stands in that of
the segment before it, as `merged with next` in that of the one behind it. A paragraph that begins
with `added:` is no segment's: a translator's note, which stands behind the block above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_OMITTED = re.compile(r"omitted:(?P<reason>.*)")
_ADDED = re.compile(r"added:[ \t]*(?P<text>\S.*)", re.DOTALL)
_MERGED = {"merged": -1, "merged with next": 1}
"""Reasons that say where the English went: how many places further."""
_AROUND = (("[", "]"), ('"', '"'), ("'", "'"), ("(", ")"))
"""What stands around a text of its own inside another: a title, an image's description."""
_NEAR = 8
"""Among how many segments before it such a text is looked for."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The English of a segment, taken apart."""

    paragraphs: tuple[str, ...]
    """As Markdown; none where the segment is left out."""
    reason: str | None = None
    """Why it is left out, None when it is not; empty where nobody said it."""

    @property
    def text(self) -> str:
        """The English that stands on the page."""
        return PARAGRAPHS.join(self.paragraphs)


PARAGRAPHS = "\n\n"
"""Between the paragraphs of one segment."""


def on_one_line(text: str) -> str:
    """A text for a line of a report."""
    return " ¶ ".join(paragraphs_of(text))


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text, blank lines between them."""
    parts = (part.strip() for part in _BLANK_LINES.split(text.strip()))
    return [part for part in parts if part]


@lru_cache(maxsize=8192)  # asked again and again of every text of an article
def arranged(target: str) -> Arrangement:
    """How a segment's English is arranged."""
    paragraphs = paragraphs_of(target)
    mark = _OMITTED.fullmatch(paragraphs[0]) if len(paragraphs) == 1 else None
    return (
        Arrangement(tuple(paragraphs)) if mark is None else Arrangement((), mark["reason"].strip())
    )


def omitted(reason: str) -> str:
    """The mark that leaves a segment out."""
    return f"omitted: {reason}"


def misread_mark(target: str) -> bool:
    """Whether a mark stands among other paragraphs, where it says nothing."""
    paragraphs = arranged(target).paragraphs
    return any(_OMITTED.fullmatch(part) for part in paragraphs)


def added_text(paragraph: str) -> str | None:
    """What a paragraph adds for which there is no Spanish; None for one that does not."""
    mark = _ADDED.fullmatch(paragraph)
    return None if mark is None else mark["text"]


def guarded(text: str) -> str:
    """The same Markdown, and no mark: what a machine wrote leaves nothing out and adds nothing."""
    is_mark = _OMITTED.fullmatch(text.strip()) or _ADDED.fullmatch(text.strip())
    return text.replace(":", "\\:", 1) if is_mark else text


def is_merged(target: str) -> bool:
    """Whether a text is left out because its English stands in another."""
    return target.startswith("omitted:") and arranged(target).reason in _MERGED


def merged_groups(texts: Sequence[tuple[str, str]]) -> dict[int, list[int]]:
    """Which segments, by index, have their English in that of another; itself among them, in order.

    `texts` are the Spanish and the English of all segments of an article.
    """
    groups: dict[int, list[int]] = {}
    for index, (_, target) in enumerate(texts):
        if not is_merged(target):
            continue
        step = _MERGED[arranged(target).reason or ""]
        holder = _holder(texts, index, step)
        if holder is None:
            holder = _holder(texts, index, -step)
        if holder is not None:
            groups.setdefault(holder, [holder]).append(index)
    return {holder: sorted(members) for holder, members in groups.items()}


def _holder(texts: Sequence[tuple[str, str]], index: int, step: int) -> int | None:
    """The nearest segment in one direction that can hold the English of another."""
    index += step
    while 0 <= index < len(texts):
        target = texts[index][1]
        if arranged(target).reason is None and not _stands_in_another(texts, index):
            return index
        index += step
    return None


def _stands_in_another(texts: Sequence[tuple[str, str]], index: int) -> bool:
    """Whether the Spanish is a title or description inside that of a segment before it."""
    inner = texts[index][0]
    before = (source for source, _ in texts[max(0, index - _NEAR) : index])
    wrapped = [f"{a}{inner}{b}" for a, b in _AROUND]
    return any(one in source for source in before for one in wrapped)
