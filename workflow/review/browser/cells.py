"""Where the cells of a table stand: which row, under which heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow.article import Document, Kind, Segment

_PIPE = re.compile(r"(?<!\\)\|")
_EDGE = re.compile(r"[ \t>]*(?P<pipe>\|)?")
_RULE = 1
"""Lines between the headings of a table and its first row."""


def cell_labels(document: Document) -> dict[str, str]:
    """By segment: `column heading`, or `row 2, Muertes` in the words of the Spanish heading."""
    labels: dict[str, str] = {}
    for table in _tables(document):
        headings: dict[int, str] = {}
        top = table[0].line
        for cell in table:
            column = _column(document.source, cell)
            if cell.line == top:
                headings[column] = cell.message
                labels[cell.id] = "column heading"
            else:
                row = f"row {cell.line - top - _RULE}"
                labels[cell.id] = f"{row}, {headings[column]}" if column in headings else row
    return labels


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
