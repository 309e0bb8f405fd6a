"""Which quote, list item or cell each segment of a document stands in."""

from __future__ import annotations

from collections.abc import Sequence

from workflow.article.document import Document

Container = tuple[int, ...]
"""A path: which of the containers at each level, from the page inwards."""
_LEAVES = frozenset({"paragraph_open", "heading_open"})


def containers(document: Document) -> Sequence[Container]:
    """The container of each segment, in order; a value of the front matter is one of its own."""
    paths: dict[int, Container] = {}
    path: list[int] = []
    counts = [0]
    for index, token in enumerate(document.reading.body.tokens):
        if token.type == "inline":
            paths[index] = tuple(path)
        elif token.type in _LEAVES or token.type[:-5] + "open" in _LEAVES:
            continue
        elif token.nesting > 0:
            counts[-1] += 1
            path.append(counts[-1])
            counts.append(0)
        elif token.nesting < 0:
            path.pop()
            counts.pop()
        else:  # HTML, a definition: a container of its own
            counts[-1] += 1
            paths[index] = (*path, counts[-1])
    return [
        paths[segment.field.token] if segment.field.token >= 0 else (-1, place)
        for place, segment in enumerate(document.segments)
    ]
