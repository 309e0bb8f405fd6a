"""String values of TOML front matter with their exact places."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field

from workflow.article.scalars import Scalar, Style
from workflow.errors import ArticleError

_LINE = re.compile(r"line (\d+)")
_STYLES = {
    '"""': Style.TOML_MULTILINE,
    "'''": Style.TOML_MULTILINE,
    '"': Style.DOUBLE,
    "'": Style.TOML_LITERAL,
}
_TOKEN = re.compile(
    r"(?P<comment>#[^\n]*)"
    r'|(?P<string>"""(?:[^\\]|\\.)*?"{3,5}(?!")|\'\'\'.*?\'{3,5}(?!\')'
    r"|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*')"
    r"|(?P<mark>\[\[|\]\]|[\[\]{}=,.\n])"
    r"|(?P<bare>[^\s\[\]{}=,.#\"']+(?:\.[^\s\[\]{}=,#\"']+)*)",
    re.DOTALL,
)


def toml_scalars(text: str, start: int, end: int) -> Iterator[Scalar]:
    """Every string value of the TOML in `text[start:end]`, in order.

    Raises `ArticleError` with the line in `text` when it is not TOML.
    """
    body = text[start:end].replace("\r\n", "\n")
    try:
        tomllib.loads(body)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = _LINE.search(str(error))
        line = text.count("\n", 0, start) + int(found[1] if found else 1)
        raise ArticleError(
            f"the TOML front matter cannot be read: {str(error).split(' (')[0]}", line=line
        ) from None
    yield from _Scanner().scan(text, start, end)


@dataclass(slots=True)
class _Scanner:
    """Walks the tokens of valid TOML and keeps the path of the value it is at."""

    table: list[str] = field(default_factory=list)
    keys: list[list[str]] = field(default_factory=lambda: [[]])
    """The key before each open value: of the line, then of each inline table."""
    opened: list[str] = field(default_factory=list)
    """Brackets and braces that are open."""
    in_value: bool = False

    def scan(self, text: str, start: int, end: int) -> Iterator[Scalar]:
        """The string values, in order."""
        in_header = False
        for match in _TOKEN.finditer(text, start, end):
            token = match[0]
            if match["comment"]:
                continue
            at_line_start = not self.opened and not self.in_value and not self.keys[0]
            if token in ("[", "[[") and at_line_start and not in_header:
                in_header, self.table = True, []
            elif in_header:
                in_header = token not in ("]", "]]")
                if match["bare"] or match["string"]:
                    self.table += _key_parts(token)
            elif match["mark"]:
                self._see(token)
            elif self.in_value and match["string"]:
                yield self._scalar(match)
            elif not self.in_value:
                self.keys[-1] += _key_parts(token)

    def _see(self, mark: str) -> None:
        if mark == "=":
            self.in_value = True
        elif mark == "{":
            self.opened.append(mark)
            self.keys.append([])
            self.in_value = False
        elif mark in ("[", "[["):
            self.opened += list(mark)
        elif mark == "," and self.opened and self.opened[-1] == "{":
            self.keys[-1] = []
            self.in_value = False
        elif mark in ("]", "]]", "}"):
            for _ in mark:
                if self.opened.pop() == "{":
                    self.keys.pop()
            self.in_value = True
        elif mark == "\n" and not self.opened:
            self.keys = [[]]
            self.in_value = False

    def _scalar(self, match: re.Match[str]) -> Scalar:
        raw = match[0]
        style = next(style for start, style in _STYLES.items() if raw.startswith(start))
        value = tomllib.loads("x = " + raw.replace("\r\n", "\n"))["x"]
        path = [*self.table, *(part for key in self.keys for part in key)]
        return Scalar(".".join(path), *match.span(), value, style)


def toml_entry(body: str, key: str) -> tuple[tuple[int, int] | None, int]:
    """Where the top-level entry `key` stands, and where one more may be put.

    That is behind the last entry before the first table.
    """
    depth = 0
    start: int | None = None  # of the entry that is being read
    name, behind = "", 0
    for match in _TOKEN.finditer(body):
        token = match[0]
        if start is None and token in ("[", "[["):
            break
        if start is None and (match["bare"] or match["string"]):
            start, name = match.start(), ".".join(_key_parts(token))
        elif match["mark"] and token in "[[{":
            depth += len(token)
        elif match["mark"] and token in "]]}":
            depth -= len(token)
        elif token == "\n" and depth == 0 and start is not None:
            behind = match.end()
            if name == key:
                return (start, len(body[:behind].rstrip())), behind
            start = None
    if start is not None:
        behind = len(body)
        if name == key:
            return (start, len(body.rstrip())), behind
    return None, behind


def _key_parts(token: str) -> list[str]:
    if token[0] in "\"'":
        return [str(tomllib.loads(f"x = {token}")["x"])]
    return token.split(".")
