"""Where the cells of a table stand: which row, under which heading."""

from __future__ import annotations

from workflow.article import Document
from workflow.article.cells import cells_of


def cell_labels(document: Document) -> dict[str, str]:
    """By segment: `column heading`, or `row 2, Muertes` in the words of the Spanish heading."""
    places = cells_of(document)
    messages = {segment.id: segment.message for segment in document.segments}
    headings = {
        (table, column): messages[cell] for cell, (table, row, column) in places.items() if not row
    }
    labels: dict[str, str] = {}
    for cell, (table, row, column) in places.items():
        heading = headings.get((table, column))
        told = f"row {row}" if heading is None else f"row {row}, {heading}"
        labels[cell] = told if row else "column heading"
    return labels
