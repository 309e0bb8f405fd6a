"""String values of JSON front matter with their exact places."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from workflow.article.scalars import Scalar, Style

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\]:,]', re.DOTALL)


def json_scalars(text: str, start: int, end: int) -> Iterator[Scalar]:
    """Every string value of the JSON object `text[start:end]`, in order; it must be valid."""
    path: list[str] = []  # one key for each open object; an array adds nothing
    opened: list[str] = []
    expects_key = False
    for match in _TOKEN.finditer(text, start, end):
        token = match[0]
        if token in "{[":
            opened.append(token)
            expects_key = token == "{"
            if expects_key:
                path.append("")
        elif token in "}]":
            if opened.pop() == "{":
                path.pop()
        elif token == ",":
            expects_key = opened[-1] == "{"
        elif token == ":":
            expects_key = False
        elif expects_key:
            path[-1] = json.loads(token)
        else:
            yield Scalar(".".join(path), *match.span(), json.loads(token), Style.DOUBLE)
