"""What of a page is not for translation: code, HTML tags, other front matter. It has no catalog."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator

from workflow.article.document import Document
from workflow.article.front_values import front_matter
from workflow.article.html_tags import html_skeleton

_CODE = frozenset({"fence", "code_block"})


def first_difference_outside(page: Document, other: Document) -> int | None:
    """Line (1-based) of `page` where something other than its segments is not as in `other`.

    None when all of it is. Layout and markers, which formatters change, do not count.
    """
    ours, theirs = [*_outside(page)], [content for content, _ in _outside(other)]
    for index, (content, line) in enumerate(ours):
        if index >= len(theirs) or content != theirs[index]:
            return line
    return page.source.count("\n") + 1 if len(ours) < len(theirs) else None


def outside_fingerprint(page: Document) -> str:
    """Hash over all of a page that is no segment; layout and markers do not count."""
    contents = json.dumps([content for content, _ in _outside(page)], ensure_ascii=False)
    return hashlib.sha256(contents.encode()).hexdigest()[:16]


def _outside(page: Document) -> Iterator[tuple[object, int]]:
    """Each thing with its line; the same things in the same order give the same list."""
    segments = {block.key for block in page.blocks if block.key is not None}
    for path, value in _values(front_matter(page.source), ""):
        if path not in segments:
            yield (path, value), _line_of(page.source, path)
    body = page.reading.body
    for token in body.tokens:
        if token.type in _CODE:
            yield (token.type, token.info.strip(), token.content.strip()), body.line_of(token)
        elif token.type == "html_block":
            yield html_skeleton(token.content), body.line_of(token)


def _values(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Every scalar of a front matter with its dotted path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, path)
    else:
        yield path, str(value)


def _line_of(text: str, path: str) -> int:
    """The line on which a key first stands; front matter is at the top of the file."""
    name = path.rpartition(".")[2]
    lines = enumerate(text.splitlines(), 1)
    return next((n for n, line in lines if line.lstrip(" \t-\"'").startswith(name)), 1)
