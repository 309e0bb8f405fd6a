"""The places inline Markdown may stand in: paragraphs, headings, cells, brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from workflow.article.escaping import BUILDER_MARK, Care, defuse, escape_text, guard_line, unguarded
from workflow.article.fields import Field, Place, fold_piece, one_line
from workflow.article.inline import Context, layout_pieces, read_inline
from workflow.article.layout import lay_out, layout_of
from workflow.article.pieces import Kind, Piece, Role
from workflow.article.skeleton import parts

_HARD_BREAK = re.compile(r"(?:\\| {2,})\n[ \t]*")
_ESCAPED_HASHES = re.compile(r"(?:(?<=[ \t])|^)\\(?=#+$)")
_MAY_END_BRACKETS = re.compile(r"[\\`\[\]<>&{$\n]")
_EDGE_PIPE = re.compile(r"\A\\?\||\\?\|\Z")
_ESCAPED_EDGE_PIPE = re.compile(r"\A&#124;|&#124;\Z")
_CARET = re.compile(r"\\?\^")
_CLOSING_HASHES = re.compile(r"(?:(?<=[ \t])|^)#+$")


def _defused(text: str, context: Context) -> str:
    """`text` with what would begin a shortcode or mathematics escaped."""
    if "{" not in text and "$" not in text:
        return text
    if not BUILDER_MARK.search(text) or parts(text) is not None:
        return text  # what is markup for certain is meant so
    return "".join(
        defuse(text[piece.start : piece.end])
        if piece.name == "text"
        else text[piece.start : piece.end]
        for piece in read_inline(text, context)
    )


def _hard_breaks(field: Field) -> list[str]:
    """What stands before the line end of each hard break in the source."""
    if not _HARD_BREAK.search(field.text):
        return []
    return [
        field.text[piece.start : piece.end].split("\n")[0]
        for piece in field.pieces
        if piece.role is Role.HARD and "\n" in field.text[piece.start : piece.end]
    ]


def _on_one_line(text: str, field: Field) -> str:
    text = _defused(text, field.context)
    return one_line(_HARD_BREAK.sub("<br>", text)) if "\n" in text else text.strip(" \t")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One or more lines; broken as the source's are."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        """Inline Markdown."""
        return read_inline(text, context)

    def escape(self, text: str, care: Care) -> str:
        """Backslashes where needed."""
        return escape_text(text, care)

    def fits(self, text: str) -> bool:
        """Anything does."""
        return True

    def write(self, text: str, field: Field) -> str:
        """Lines with the container's prefix, none of which begins a block."""
        if "\n" not in text and "\n" not in field.text:
            text = _defused(text, field.context)
            return guard_line(text) if field.begins_line else text
        layout = layout_of(field.text, len(field.prefix), _hard_breaks(field), field.lead)
        text = _defused(text, field.context)
        lines = lay_out(text, layout_pieces(text, field.context), layout, field.prefix)
        if field.begins_line:
            lines[:1] = [guard_line(line) for line in lines[:1]]
        return f"\n{field.prefix}".join(lines)

    def seen(self, written: str, field: Field) -> str:
        """The lines without the container's prefix."""
        return written.replace(f"\n{field.prefix}", "\n")

    def meant(self, text: str) -> str:
        """The lines without the backslashes that keep them from beginning a block."""
        return "\\\n".join(unguarded(line) for line in text.split("\\\n"))

    def carry(self, text: str) -> str:
        """As it is."""
        return text


@dataclass(frozen=True, slots=True)
class Underlined(Paragraph):
    """A setext heading: with a pipe at its edge it would head a table."""

    def write(self, text: str, field: Field) -> str:
        """Lines as in a paragraph, pipes at the edges as entities."""
        return _EDGE_PIPE.sub("&#124;", Paragraph.write(self, text, field))

    def meant(self, text: str) -> str:
        """Pipes at the edges as they are."""
        return Paragraph.meant(self, _ESCAPED_EDGE_PIPE.sub("|", text))


@dataclass(frozen=True, slots=True)
class SingleLine(Paragraph):
    """A term, an abbreviation: guarded like a paragraph, but never more than one line."""

    def write(self, text: str, field: Field) -> str:
        """One line that begins no block."""
        line = _on_one_line(text, field)
        return guard_line(line) if field.begins_line else line


@dataclass(frozen=True, slots=True)
class Heading(Paragraph):
    """An ATX heading: a closing run of hashes would vanish."""

    def write(self, text: str, field: Field) -> str:
        """One line; hashes at its end escaped."""
        line = _on_one_line(text, field)
        return _CLOSING_HASHES.sub(r"\\\g<0>", line) if line.endswith("#") else line

    def meant(self, text: str) -> str:
        """Hashes at its end as they are."""
        return _ESCAPED_HASHES.sub("", text)


@dataclass(frozen=True, slots=True)
class Cell(Paragraph):
    """A table cell: a pipe would end it."""

    def write(self, text: str, field: Field) -> str:
        """One line, pipes escaped."""
        return self.carry(_on_one_line(text, field))

    def seen(self, written: str, field: Field) -> str:
        """Pipes without their backslash."""
        return written.replace("\\|", "|")

    def meant(self, text: str) -> str:
        """The same."""
        return text

    def carry(self, text: str) -> str:
        """Pipes escaped."""
        return text.replace("|", "\\|")


@dataclass(frozen=True, slots=True)
class FirstCell(Cell):
    """The first cell of a row that begins without a pipe."""

    def write(self, text: str, field: Field) -> str:
        """One line that begins no block, pipes escaped."""
        return guard_line(Cell.write(self, text, field))

    def meant(self, text: str) -> str:
        """Without the backslash of the guard."""
        return unguarded(text)


@dataclass(frozen=True, slots=True)
class Bracketed(Paragraph):
    """The text of an image or of an inline footnote."""

    def fits(self, text: str) -> bool:
        """A bracket that pairs with the surrounding ones would end it."""
        if not _MAY_END_BRACKETS.search(text):
            return True
        tokens = read_inline(f"![{text}](x)", Context())
        return len(tokens) == 1 and tokens[0].name == "image"

    def meant(self, text: str) -> str:
        """The same."""
        return text

    def write(self, text: str, field: Field) -> str:
        """One line; a backtick would pair with one around the brackets."""
        text = _defused(text, field.context)
        pieces = read_inline(text, field.context)
        line = one_line(
            "".join(
                text[piece.start : piece.end].replace("`", "&#96;")
                if piece.name == "text"
                else fold_piece(text, piece).replace("\\\n", " ")
                for piece in pieces
            )
        )
        # GitHub, which has no inline footnotes, would read brackets with a caret as a mark of one
        return f" {line}" if _CARET.match(line) and field.kind is Kind.FOOTNOTE else line


PARAGRAPH: Place = Paragraph()
SINGLE_LINE: Place = SingleLine()
UNDERLINED: Place = Underlined()
HEADING: Place = Heading()
CELL: Place = Cell()
FIRST_CELL: Place = FirstCell()
BRACKETED: Place = Bracketed()
