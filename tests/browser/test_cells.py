"""The cells of tables, each with its row and the heading above it."""

from __future__ import annotations

from workflow.article import parse
from workflow.review.browser.cells import cell_labels

TABLES = """\
| Año | Muertes |
| --- | ---: |
| 2024 | Ocho |
|  | Nueve |

Lugar | Hecho
--- | ---
Soya\\|pango | Captura

> | Uno | Dos |
> | --- | --- |
> | tres | cuatro |
"""


def test_a_cell_is_named_by_its_row_and_its_heading() -> None:
    document = parse(TABLES)
    labels = cell_labels(document)
    found = {segment.message: labels[segment.id] for segment in document.segments}
    assert found == {
        "Año": "column heading",
        "Muertes": "column heading",
        "2024": "row 1, Año",
        "Ocho": "row 1, Muertes",
        "Nueve": "row 2, Muertes",
        "Lugar": "column heading",
        "Hecho": "column heading",
        "Soya|pango": "row 1, Lugar",
        "Captura": "row 1, Hecho",
        "Uno": "column heading",
        "Dos": "column heading",
        "tres": "row 1, Uno",
        "cuatro": "row 1, Dos",
    }


def test_what_is_no_cell_has_no_place_in_a_table() -> None:
    assert cell_labels(parse("Nada | nadie.\n")) == {}
