"""Front-matter values as fields: how a string is written in its own style."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workflow.article.escaping import Care
from workflow.article.fields import Field
from workflow.article.frontmatter import FrontMatter, Syntax
from workflow.article.inline import Context
from workflow.article.json_fields import json_scalars
from workflow.article.layout import Layout, layout_of, plain_lines
from workflow.article.options import ArticleOptions
from workflow.article.pieces import Kind, Piece, Role
from workflow.article.scalars import Scalar, Style, whole
from workflow.article.simple_yaml import is_safe_plain
from workflow.article.strings import PlainText
from workflow.article.toml_fields import toml_scalars
from workflow.article.yaml_fields import yaml_scalars

_SCANNERS: dict[Syntax, Callable[[str, int, int], Iterator[Scalar]]] = {
    Syntax.YAML: yaml_scalars,
    Syntax.TOML: toml_scalars,
    Syntax.JSON: json_scalars,
}
_LINES = frozenset({Style.LITERAL, Style.TOML_MULTILINE})
"""Styles whose text has lines that need not mean anything."""
_ENTITY = re.compile(r"&(?:[A-Za-z]\w+|#\d+|#x[0-9A-Fa-f]+);")
_BLANK_ENDS = re.compile(r"[ \t]*\n\s*")
# In a block of lines a line end is a space, but not beside a blank line, a list item, a heading.
_LINE_END = re.compile(r"\n(?:[ \t]*\n)*")
_OWN_LINE = re.compile(r"[ \t]*(?:[-*+>#|]|\d+[.)]|[ \t])")


@dataclass(frozen=True, slots=True)
class Value(PlainText):
    """A string in YAML, TOML or JSON."""

    style: Style
    raw: str = ""
    """How it stands in the file."""
    column: int = 0
    """Where it begins in its line."""

    def pieces(self, text: str, context: Context) -> list[Piece]:
        """Text, entities decoded; line ends that mean something are fixed."""
        out: list[Piece] = []
        done = 0
        for match in [*_LINE_END.finditer(text), None]:
            start = match.start() if match else len(text)
            out += _decoded(text, done, start)
            if match is None:
                break
            soft = self.style in _LINES and match[0] == "\n"
            soft = soft and not _OWN_LINE.match(text, match.end())
            role, name = (Role.SOFT, "soft") if soft else (Role.FIXED, "lines")
            number = 0 if soft else 1 + sum(piece.role is Role.FIXED for piece in out)
            out.append(Piece(role, start, match.end(), name, match[0], number))
            done = match.end()
        return out

    def escape(self, text: str, care: Care) -> str:
        """An ampersand that would begin an entity; a line end is only a blank."""
        return _ENTITY.sub(lambda match: "&amp;" + match[0][1:], _BLANK_ENDS.sub(" ", text))

    def write(self, text: str, field: Field) -> str:
        """The scalar in the source's style, or in double quotes where that cannot hold it."""
        text = text.strip()
        match self.style:
            case Style.LITERAL | Style.FOLDED:
                return _block(text, self.raw, self.style)
            case Style.TOML_MULTILINE:
                return _toml_multiline(text, self.raw)
            case Style.PLAIN if is_safe_plain(text):
                return _plain(text, self.raw, self.column) if "\n" in self.raw else text
            case Style.SINGLE if "\n" not in text:
                return "'" + text.replace("'", "''") + "'"
            case Style.TOML_LITERAL if not re.search(r"['\n]", text):
                return f"'{text}'"
            case _:
                return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _decoded(text: str, start: int, end: int) -> Iterator[Piece]:
    done = start
    for match in _ENTITY.finditer(text, start, end):
        if match.start() > done:
            yield Piece(Role.TEXT, done, match.start(), "text", text[done : match.start()])
        yield Piece(Role.TEXT, *match.span(), "special", html.unescape(match[0]))
        done = match.end()
    if done < end:
        yield Piece(Role.TEXT, done, end, "text", text[done:end])


def _toml_multiline(text: str, raw: str) -> str:
    """Between three double quotes; lines, and the line ends beside them, as in the source."""
    inner = raw[3:-3].replace("\r\n", "\n")
    first = "\n" if inner.startswith("\n") else ""
    last = "\n" if inner.endswith("\n") else ""
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    text = _in_lines(text, _layout(inner.strip().split("\n")))
    return f'"""{first}{text}{last}"""'


def _plain(text: str, raw: str, column: int) -> str:
    """A plain scalar in lines as wide as the source's."""
    if "  " in text:
        return text  # at a line end one of the blanks would be lost
    lines = raw.split("\n")
    margin = lines[1][: len(lines[1]) - len(lines[1].lstrip())]
    layout = layout_of(raw, len(margin), lead=column - len(margin))
    newline = "\r\n" if lines[0].endswith("\r") else "\n"
    return f"{newline}{margin}".join(plain_lines(text, layout, len(margin)))


def _block(text: str, raw: str, style: Style) -> str:
    """A YAML block scalar with the source's header, indent and line width."""
    header, _, body = raw.partition("\n")
    lines = [line.rstrip() for line in body.rstrip().split("\n")]
    indent = min((len(line) - len(line.lstrip()) for line in lines if line), default=2)
    tail = body[len(body.rstrip()) :]
    layout = _layout([line[indent:] for line in lines])
    out: list[str] = []
    for paragraph in text.split("\n"):
        out += plain_lines(paragraph, layout)
        if style is Style.FOLDED:
            out.append("")
    while out and not out[-1]:
        out.pop()
    newline = "\r\n" if header.endswith("\r") else "\n"
    margin = " " * indent
    return f"{header}\n{newline.join(margin + line if line else '' for line in out)}{tail}"


def _layout(lines: Sequence[str]) -> Layout:
    """How the longest paragraph among these lines is broken."""
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if not line.strip() or _OWN_LINE.match(line):
            paragraphs.append([])
        if line.strip():
            paragraphs[-1].append(line)
    longest = max(paragraphs, key=lambda paragraph: len(paragraph))
    return layout_of("\n".join(longest), 0)


def _in_lines(text: str, layout: Layout) -> str:
    return "\n".join(line for part in text.split("\n") for line in plain_lines(part, layout))


def front_matter_fields(text: str, front: FrontMatter, context: Context) -> Iterator[Field]:
    """Values for readers, in order.

    Raises `ArticleError` with the line when the front matter is broken.
    """
    for scalar in _SCANNERS[front.syntax](text, front.start, front.end):
        path, value = whole(scalar.path), whole(scalar.value)
        if is_for_readers(path, context.options) and value.strip():
            yield Field(
                Kind.FRONT_MATTER,
                Value(scalar.style, text[scalar.start : scalar.end], _column(text, scalar.start)),
                value.strip("\n"),
                scalar.start,
                scalar.end,
                context,
                key=path,
            )


def _column(text: str, offset: int) -> int:
    return offset - 1 - max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset))


def is_for_readers(path: str, options: ArticleOptions) -> bool:
    """Does the value at this dotted path hold words for readers?"""
    return path in options.front_matter_keys or path.rpartition(".")[2] in options.front_matter_keys
