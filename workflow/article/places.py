"""The places a text may stand in: how it is read there and how it is written."""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass

from markdown_it.common.utils import unescapeAll

from workflow.article.fields import Field, Place
from workflow.article.frontmatter import Scalar
from workflow.article.inline import Context, read_inline
from workflow.article.pieces import Kind, Piece, Role, Slot

_PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
_CAREFUL = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)|[`\[\]]|\*(?!\s)|(?<!\s)\*|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)|~(?=[~\w])|(?<=[\w~])~|!$|\$(?=\S)|\{(?=[{%:#.])|\^(?=\[)"
)
_FULL = re.compile(r"[\\`*_\[\]<>&~|^$!{}]")
_START = re.compile(
    r"(?P<number>\d{1,9})(?P<after>[.)])(?=\s|$)"
    r"|(?P<mark>[-+](?=\s|$)|\*(?=[\s\[]|$)|#{1,6}(?=\s|$)|>|=+\s*$|[-_*](?:[ \t]*[-_*]){2,}\s*$"
    r"|`{3,}|~{3,}|\[(?=[^\]]*\]:)|:(?=\s)|~(?=\s)|<(?=[A-Za-z/!?])|\+{3}|-{3}|\|)"
)


def one_line(text: str) -> str:
    """Line ends and runs of blanks around them as one space."""
    return " ".join(part.strip() for part in text.splitlines()).strip() if "\n" in text else text


def guard_start(text: str) -> str:
    """`text` so that its first characters do not begin a list, heading, fence, ..."""
    match = _START.match(text)
    if match is None:
        return text
    at = match.start("after") if match["after"] else 0
    return f"{text[:at]}\\{text[at:]}"


@dataclass(frozen=True, slots=True)
class MarkdownPlace:
    """Inline Markdown in a paragraph of one or more lines."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        return read_inline(text, context)

    def escape(self, text: str, level: int) -> str:
        if level == 0:
            return text
        return (_CAREFUL if level == 1 else _FULL).sub(lambda match: "\\" + match[0], text)

    def write(self, text: str, field: Field) -> str:
        lines = text.replace("\\\n", "\0").split("\0")
        lines = [one_line(line) for line in lines]
        return f"\\\n{field.prefix}".join([guard_start(lines[0]), *lines[1:]])


@dataclass(frozen=True, slots=True)
class LinePlace(MarkdownPlace):
    """Inline Markdown that cannot have a second line."""

    def write(self, text: str, field: Field) -> str:
        return one_line(text.replace("\\\n", " "))


@dataclass(frozen=True, slots=True)
class HeadingPlace(LinePlace):
    """An ATX heading: a closing run of hashes would vanish."""

    def write(self, text: str, field: Field) -> str:
        return re.sub(r"(?<=\s)(#+)$|^(#+)$", r"\\\g<0>", LinePlace.write(self, text, field))


@dataclass(frozen=True, slots=True)
class CellPlace(LinePlace):
    """A table cell: pipes end it."""

    def write(self, text: str, field: Field) -> str:
        return LinePlace.write(self, text, field).replace("|", "\\|")


@dataclass(frozen=True, slots=True)
class AltPlace(LinePlace):
    """The text of an image or an inline footnote, between brackets."""

    def write(self, text: str, field: Field) -> str:
        return LinePlace.write(self, text, field)


class StringPlace:
    """Plain characters: titles, attributes, parameters, front matter."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        """One piece of text."""
        return [Piece(Role.TEXT, 0, len(text), "text", text)] if text else []

    def escape(self, text: str, level: int) -> str:
        """Nothing: the text is written by `write`."""
        return text


@dataclass(frozen=True, slots=True)
class TitlePlace(StringPlace):
    """A link title between quotes or parentheses."""

    quote: str

    def read(self, raw: str) -> str:
        """The decoded title."""
        return one_line(unescapeAll(raw))

    def write(self, text: str, field: Field) -> str:
        special = "()" if self.quote == "(" else self.quote
        text = re.sub(r"\\(?=[!-/:-@\[-`{-~]|$)|&(?=#?\w+;)", r"\\\g<0>", one_line(text))
        return "".join("\\" + c if c in special else c for c in text)


@dataclass(frozen=True, slots=True)
class AttributePlace(StringPlace):
    """The value of an HTML attribute."""

    quote: str

    def read(self, raw: str) -> str:
        """The decoded value."""
        return one_line(html.unescape(raw))

    def write(self, text: str, field: Field) -> str:
        text = re.sub(r"&(?=#?\w+;)", "&amp;", one_line(text))
        return text.replace(self.quote, "&quot;" if self.quote == '"' else "&#39;")


@dataclass(frozen=True, slots=True)
class ParameterPlace(StringPlace):
    """The value of a shortcode's parameter."""

    quote: str

    def read(self, raw: str) -> str:
        """The decoded value."""
        return one_line(re.sub(r"\\([\"'\\])", r"\1", raw))

    def write(self, text: str, field: Field) -> str:
        text = one_line(text).replace("\\", "\\\\")
        return text.replace(self.quote, "\\" + self.quote)


LINES: Place = MarkdownPlace()
HEADING: Place = HeadingPlace()
ONE_LINE: Place = LinePlace()
CELL: Place = CellPlace()
ALT: Place = AltPlace()
TITLE = {quote: TitlePlace(quote) for quote in "\"'("}
ATTRIBUTE = {quote: AttributePlace(quote) for quote in "\"'"}
PARAMETER = {quote: ParameterPlace(quote) for quote in "\"'"}


@dataclass(frozen=True, slots=True)
class ScalarPlace(StringPlace):
    """A front-matter value in YAML, TOML or JSON."""

    style: str

    def write(self, text: str, field: Field) -> str:
        text = one_line(text)
        if self.style == "'":
            return "'" + text.replace("'", "''") + "'"
        return json.dumps(text, ensure_ascii=False)


def scalar_place(scalar: Scalar) -> Place:
    """Where a front-matter value is written."""
    return ScalarPlace(scalar.style)


def slot_field(parent: Field, slot: Slot, text: str) -> Field:
    """The text of its own at `slot` in `parent`."""
    raw = parent.text[slot.start : slot.end]
    start, end = parent.offset(slot.start), parent.offset(slot.end)
    place: Place = ALT
    if slot.kind is Kind.LINK_TITLE:
        place, raw = TITLE[slot.quote], TITLE[slot.quote].read(raw)
    elif slot.kind is Kind.HTML:
        place, raw = ATTRIBUTE[slot.quote], ATTRIBUTE[slot.quote].read(raw)
    elif slot.kind is Kind.CAPTION:
        place, raw = PARAMETER[slot.quote], PARAMETER[slot.quote].read(raw)
    return Field(slot.kind, place, raw, start, end, parent.context, key=slot.owner, parent=parent)
