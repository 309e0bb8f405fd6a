"""The parts of an inline text: what they are, where they stand, what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, StrEnum


class Kind(StrEnum):
    """What a segment is on the page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list-item"
    TABLE_CELL = "table-cell"
    BLOCKQUOTE = "blockquote"
    FOOTNOTE = "footnote"
    TERM = "term"
    DEFINITION = "definition"
    ABBREVIATION = "abbreviation"
    IMAGE_ALT = "image-alt"
    LINK_TITLE = "link-title"
    CAPTION = "caption"
    HTML = "html"
    FRONT_MATTER = "front-matter"


class Role(Enum):
    """How a piece takes part in the text."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    FIXED = "fixed"
    SOFT = "soft break"
    HARD = "hard break"


@dataclass(frozen=True, slots=True)
class Slot:
    """A text of its own inside a fixed piece or a tag: an image's alt, a title, a caption."""

    kind: Kind
    start: int
    end: int
    quote: str = ""
    """The delimiter around it; none for Markdown in brackets."""
    owner: str = ""
    """What it belongs to (a link target, an attribute), to find it again in a translation."""
    label: str = ""
    """For an image whose text is also the label of its definition: that label."""
    until: int = -1
    """Where the image ends."""


@dataclass(slots=True)
class Piece:
    """A stretch `[start, end)` of an inline text."""

    role: Role
    start: int
    end: int
    name: str = ""
    """Text, or the kind of tag: `em`, `link`, `image`, `code`, `html`, `masked`, ..."""
    meaning: str = ""
    """Text: its decoded characters. A tag: what must not change (link target, code, HTML tag)."""
    number: int = 0
    """The tag's number; an opening and its closing piece share one."""
    slots: tuple[Slot, ...] = field(default=())
