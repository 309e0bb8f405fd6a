"""Where the cells of an article's tables stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow.article.document import Document, Segment
from workflow.article.pieces import Kind

Cell = tuple[int, int, int]
"""Which table, row and column, each from 0; the headings are row 0."""

_PIPE = re.compile(r"(?<!\\)\|")
_EDGE = re.compile(r"[ \t>]*(?P<pipe>\|)?")
_RULE = 1
"""Lines between the headings of a table and its first row."""


def cells_of(document: Document) -> dict[str, Cell]:
    """The place of each cell that is a segment, by its id; empty cells are none."""
    places: dict[str, Cell] = {}
    for number, table in enumerate(_tables(document)):
        top = table[0].line
        for cell in table:
            row = max(cell.line - top - _RULE, 0)
            places[cell.id] = number, row, _column(document.source, cell)
    return places


def _tables(document: Document) -> Iterator[list[Segment]]:
    """The cells of each table; every line of one has a pipe, and the line between two has none."""
    lines = document.source.split("\n")
    table: list[Segment] = []
    for cell in (s for s in document.segments if s.kind is Kind.TABLE_CELL):
        if table and not all("|" in line for line in lines[table[-1].line : cell.line]):
            yield table
            table = []
        table.append(cell)
    if table:
        yield table


def _column(source: str, cell: Segment) -> int:
    """Of a cell, from 0."""
    line = source[source.rfind("\n", 0, cell.start) + 1 : cell.start]
    edge = _EDGE.match(line)
    return len(_PIPE.findall(line)) - bool(edge and edge["pipe"])
