"""Front matter: where it stands, which of its values are for readers, fields added to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from workflow.article.options import ArticleOptions
from workflow.errors import ArticleError

FieldValue = str | int | float | bool | Sequence["FieldValue"] | Mapping[str, "FieldValue"]

_FENCED = re.compile(
    r"\A\ufeff?(?P<fence>---|\+\+\+)[ \t]*(?:\r\n?|\n)(?P<body>.*?)"
    r"^(?:(?P=fence)|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_JSON_START = re.compile(r"\A\ufeff?\{\s*\"")
_KEY_LINE = re.compile(r"^[\w\"'][^\n:#]*:(?:[ \t]|$)", re.MULTILINE)


class Syntax(Enum):
    """The three languages of front matter."""

    YAML = "---"
    TOML = "+++"
    JSON = "{"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """`text[start:end]` is the front matter's body; the Markdown begins at `behind`."""

    syntax: Syntax
    start: int
    end: int
    behind: int


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string value: its dotted path, its span in the file, its decoded text."""

    path: str
    start: int
    end: int
    value: str
    style: str
    """`plain`, `'`, `"`, `|`, `>`, and for TOML three quotes as well."""


def find_front_matter(text: str) -> FrontMatter | None:
    """The front matter of a document, if it has one.

    Raises `ArticleError` when it cannot be read.
    """
    match = _FENCED.match(text)
    if match is not None:
        syntax = Syntax(match["fence"])
        if syntax is Syntax.TOML or _is_yaml(match["body"]):
            return FrontMatter(syntax, *match.span("body"), match.end())
        return None
    if _JSON_START.match(text):
        start = text.index("{")
        try:
            _, end = json.JSONDecoder().raw_decode(text, start)
        except json.JSONDecodeError as error:
            raise ArticleError(
                f"the JSON front matter cannot be read: {error.msg}", line=error.lineno
            ) from None
        return FrontMatter(Syntax.JSON, start, end, end)
    return None


def starts_front_matter(text: str) -> bool:
    """Would `text` be read as beginning with front matter?"""
    try:
        return find_front_matter(text) is not None
    except ArticleError:
        return True


def _is_yaml(body: str) -> bool:
    """Is this meant as YAML, and not two thematic breaks with Markdown between them?"""
    lines = [line for line in body.splitlines() if line.strip() and line.lstrip()[0] != "#"]
    return not lines or bool(_KEY_LINE.match(lines[0]))


def front_matter_scalars(
    text: str, front: FrontMatter, options: ArticleOptions
) -> Iterator[Scalar]:
    """Values for readers, in order.

    Raises `ArticleError` with the line when the front matter is broken.
    """
    from workflow.article.yaml_fields import yaml_scalars

    if front.syntax is Syntax.YAML:
        for scalar in yaml_scalars(text, front.start, front.end):
            if is_for_readers(scalar.path, options) and scalar.value.strip():
                yield scalar


def is_for_readers(path: str, options: ArticleOptions) -> bool:
    """Does the value at this dotted path hold words for readers?"""
    name = path.rpartition(".")[2]
    return path in options.front_matter_keys or name in options.front_matter_keys


def with_fields(text: str, fields: Mapping[str, FieldValue]) -> str:
    """`text` with top-level front-matter fields replaced or added at the end; no other change.

    A document without front matter gets some (YAML).
    """
    front = find_front_matter(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    if front is None:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items()]
        body = newline.join(["---", *lines, "---", "", ""])
        return mark + body + text[len(mark) :]
    body = text[front.start : front.end]
    for key, value in fields.items():
        entry = f"{key}: {json.dumps(value, ensure_ascii=False)}{newline}"
        body, count = re.subn(
            rf"^{re.escape(key)}[ \t]*:.*(?:\r\n?|\n)(?:[ \t]+.*(?:\r\n?|\n))*",
            lambda _: entry,
            body,
            count=1,
            flags=re.MULTILINE,
        )
        if not count:
            body += entry
    return text[: front.start] + body + text[front.end :]
