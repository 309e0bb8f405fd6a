"""Where the cells of a table row stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

from workflow.article.lines import Mapping

_PIPE = re.compile(r"(?<!\\)\|")


def cell_mappings(row: str, base: int, contents: Sequence[str]) -> list[Mapping | None]:
    """For each cell's content (pipes unescaped) its offsets in the file; None: no such cell.

    `row` is the whole line, container prefix included; it starts at offset `base`.
    """
    cuts = [match.start() for match in _PIPE.finditer(row)]
    spans = list(zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(row)], strict=True))
    for skipped in (1, 0):  # a leading pipe makes the first span empty or a container's prefix
        found = _fit(row, base, contents, spans[skipped:], at_line_start=skipped == 0)
        if found is not None:
            return found
    return [None] * len(contents)


def _fit(
    row: str,
    base: int,
    contents: Sequence[str],
    spans: Sequence[tuple[int, int]],
    at_line_start: bool,
) -> list[Mapping | None] | None:
    found: list[Mapping | None] = []
    for number, content in enumerate(contents):
        if number >= len(spans):
            if content:
                return None
            found.append(None)
            continue
        start, end = spans[number]
        raw, wanted = row[start:end].rstrip(), content.replace("|", "\\|")
        if number == 0 and at_line_start:  # behind the container's prefix
            if not wanted or not raw.endswith(wanted):
                return None
        elif raw.strip() != wanted:
            return None
        found.append(_mapping(base + start + len(raw) - len(wanted), content) if content else None)
    return found


def _mapping(start: int, content: str) -> Mapping:
    """Each escaped pipe takes one more character in the file than in the content."""
    inner, outer = [0], [start]
    for extra, match in enumerate(re.finditer(r"\|", content), 1):
        inner.append(match.end())
        outer.append(start + match.end() + extra)
    return Mapping(tuple(inner), tuple(outer))
