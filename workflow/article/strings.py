"""Places that hold plain characters between quotes: link titles, attributes, parameters."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from markdown_it.common.utils import unescapeAll

from workflow.article.escaping import BUILDER_MARK, Care, defuse
from workflow.article.fields import Field, one_line
from workflow.article.inline import Context, read_inline
from workflow.article.pieces import Kind, Piece, Role, Slot
from workflow.article.places import BRACKETED

_LONE_MARK = re.compile(r"[*`]|(?<!\w)_|_(?!\w)")
_TAG_LIKE = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_MARKDOWN_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~]|$)|&(?=#?\w+;)|<(?=[A-Za-z/!?])")


def as_entities(pattern: re.Pattern[str], text: str) -> str:
    """`text` with what matches (one character each) as numeric entities."""
    return pattern.sub(lambda match: f"&#{ord(match[0])};", text)


class PlainText:
    """What all of them share: their text has no markup of its own."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        """One piece of text."""
        return [Piece(Role.TEXT, 0, len(text), "text", text)] if text else []

    def escape(self, text: str, care: Care) -> str:
        """Nothing: `write` does it."""
        return text

    def fits(self, text: str) -> bool:
        """Anything does."""
        return True

    def seen(self, written: str, field: Field) -> str:
        """What was written."""
        return written

    def meant(self, text: str) -> str:
        """The same."""
        return text

    def carry(self, text: str) -> str:
        """As it is."""
        return text


@dataclass(frozen=True, slots=True)
class LinkTitle(PlainText):
    """A link title in quotes or parentheses."""

    quote: str

    def read(self, raw: str) -> str:
        """The decoded title."""
        return one_line(unescapeAll(raw))

    def write(self, text: str, field: Field) -> str:
        """Backslashes before what would end it, be decoded, or pair with something outside."""
        delimiters = "()" if self.quote == "(" else self.quote
        text = _MARKDOWN_ESCAPE.sub(r"\\\g<0>", one_line(text))
        text = re.sub(f"[{re.escape(delimiters)}]", r"\\\g<0>", text)
        return defuse(text).replace("`", "&#96;")


@dataclass(frozen=True, slots=True)
class Attribute(PlainText):
    """The value of an HTML attribute."""

    quote: str

    def read(self, raw: str) -> str:
        """The decoded value."""
        return one_line(html.unescape(raw))

    def write(self, text: str, field: Field) -> str:
        """Entities for what would end it, be decoded, or pair with something outside."""
        text = _ENTITY.sub("&amp;", one_line(text))
        text = text.replace(self.quote, "&quot;" if self.quote == '"' else "&#39;")
        return as_entities(re.compile(f"[<>`]|{BUILDER_MARK.pattern}"), text)


@dataclass(frozen=True, slots=True)
class Parameter(PlainText):
    """The value of a shortcode's parameter."""

    quote: str

    def read(self, raw: str) -> str:
        """The decoded value."""
        return one_line(html.unescape(re.sub(r"\\([\"'\\])", r"\1", raw)))

    def write(self, text: str, field: Field) -> str:
        """Backslashes before quotes, no tags; what would end the shortcode, taken apart.

        A mark without a partner would find one outside where Markdown is read first.
        """
        text = _TAG_LIKE.sub("&lt;", _ENTITY.sub("&amp;", one_line(text)))
        text = "".join(
            as_entities(_LONE_MARK, piece.meaning)
            if piece.name == "text"
            else text[piece.start : piece.end]
            for piece in read_inline(text, Context())
        )
        text = text.replace("\\", "\\\\").replace(self.quote, "\\" + self.quote)
        return re.sub(r"([>%}])(?=\}\}|\})|(?<=\{)(?=\{)", r"\1 ", text)


_QUOTED: dict[Kind, type[LinkTitle] | type[Attribute] | type[Parameter]] = {
    Kind.LINK_TITLE: LinkTitle,
    Kind.HTML: Attribute,
    Kind.CAPTION: Parameter,
}


def slot_field(text: str, slot: Slot, context: Context, token: int) -> Field:
    """The slot of `text`, a whole file, as a field."""
    return _field(text, slot, slot.start, slot.end, context, token)


def inner_field(parent: Field, slot: Slot) -> Field:
    """The slot of a field's text as a field."""
    start, end = parent.offset(slot.start), parent.offset(slot.end)
    field = _field(parent.text, slot, start, end, parent.context, parent.token)
    field.parent = parent
    return field


def _field(text: str, slot: Slot, start: int, end: int, context: Context, token: int) -> Field:
    raw = text[slot.start : slot.end]
    if slot.kind not in _QUOTED:
        return Field(slot.kind, BRACKETED, raw, start, end, context, token, slot=slot)
    place = _QUOTED[slot.kind](slot.quote)
    return Field(slot.kind, place, place.read(raw), start, end, context, token, slot=slot)
