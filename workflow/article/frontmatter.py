"""Front matter: where it stands, and fields added to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from workflow.article.lines import first_line_end
from workflow.article.new_fields import (
    FieldValue,
    json_with,
    json_without,
    toml_with,
    toml_without,
    yaml_with,
    yaml_without,
)
from workflow.errors import ArticleError

_FENCED = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?P<body>(?:.*?(?:\r\n?|\n))??)"
    r"(?:(?P=fence)|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)",
    re.DOTALL,
)
_JSON_START = re.compile(r"\A\ufeff?\{\s*(?:\"|\}\s*$)")
_KEY_LINE = re.compile(r"(?:[\w.-]+|\"[^\"]*\"|'[^']*')[ \t]*:(?:\s|$)")
_TOML_LINE = re.compile(r"[\w.\"'-]+[ \t]*=|\[")
_LINE_END = re.compile(r"\r\n?|\n")


class Syntax(Enum):
    """The three languages of front matter, by how it begins."""

    YAML = "---"
    TOML = "+++"
    JSON = "{"


_EDITORS = {Syntax.YAML: yaml_with, Syntax.TOML: toml_with, Syntax.JSON: json_with}
_REMOVERS = {Syntax.YAML: yaml_without, Syntax.TOML: toml_without, Syntax.JSON: json_without}


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`text[start:end]` is the front matter's body; the Markdown begins at `behind`."""

    syntax: Syntax
    start: int
    end: int
    behind: int


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter of a document, if it has one.

    Two thematic breaks with other text between them are none. Raises `ArticleError` when it is
    JSON that cannot be read (YAML and TOML are read later).
    """
    match = _FENCED.match(text)
    if match is not None:
        syntax = Syntax(match["fence"])
        is_meant = _looks_like(match["body"], _KEY_LINE if syntax is Syntax.YAML else _TOML_LINE)
        return FrontMatter(syntax, *match.span("body"), match.end()) if is_meant else None
    if _JSON_START.match(text):
        return _find_json(text)
    return None


def starts_front_matter(text: str) -> bool:
    """Would `text` be read as beginning with front matter?"""
    try:
        return find_front_matter(text) is not None
    except ArticleError:
        return True


def _looks_like(body: str, wanted: re.Pattern[str]) -> bool:
    """Is the first line that is no comment an entry, or is there nothing at all?"""
    for line in _LINE_END.split(body):
        if line.strip() and not line.lstrip().startswith("#"):
            return bool(wanted.match(line))
    return not body.strip()


def _find_json(text: str) -> FrontMatter | None:
    start = text.index("{")
    try:
        _, end = json.JSONDecoder().raw_decode(text, start)
    except (json.JSONDecodeError, RecursionError) as error:
        raise ArticleError(
            f"the JSON front matter cannot be read: {getattr(error, 'msg', 'nested too deep')}",
            line=getattr(error, "lineno", 1),
        ) from None
    rest = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)").match(text, end)
    return FrontMatter(Syntax.JSON, start, end, rest.end()) if rest else None


def with_fields(text: str, fields: Mapping[str, FieldValue]) -> str:
    """`text` with top-level front-matter fields replaced, or added at the end; no other change.

    A document without front matter gets some, in YAML. Raises `ArticleError` when the front
    matter there is cannot be read.
    """
    newline = first_line_end(text)
    front = find_front_matter(text)
    if front is None:
        start = int(text.startswith("\ufeff"))
        body = yaml_with("", fields, newline)
        gap = newline if text[start:].strip() else ""
        return f"{text[:start]}---{newline}{body}---{newline}{gap}{text[start:]}"
    body = _EDITORS[front.syntax](text[front.start : front.end], fields, newline)
    return text[: front.start] + body + text[front.end :]


def without_fields(text: str, keys: Iterable[str]) -> str:
    """`text` without those top-level front-matter fields; no other change.

    Raises `ArticleError` when the front matter there is cannot be read.
    """
    front = find_front_matter(text)
    if front is None:
        return text
    body = text[front.start : front.end]
    for key in keys:
        body = _REMOVERS[front.syntax](body, key)
    return text[: front.start] + body + text[front.end :]
