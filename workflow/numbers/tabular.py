"""Figures of an article's tables that its prose misquotes: *512 deaths*, where the total is 498."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import islice

from workflow.numbers.document import (
    ANYBODY,
    TOTALS,
    Contradiction,
    Mention,
    contradiction_of,
    is_bare,
    is_close,
    is_telling,
    is_total,
)
from workflow.numbers.grammar import Reading, read
from workflow.numbers.model import Bound, DriftKind, Kind, Quantity, Value, Verdict
from workflow.numbers.table import Phrase

_LEAD = 4
"""Texts from the top (title, summary, heading, first paragraph) that tell what a table sums up."""
_TABLES = 64
"""How many tables are looked into; no article has more."""
_LABEL = 4
"""How many words the name of a row may have."""
_EMPTY = TOTALS | {"number", "count", "numero", "cantidad"}
"""Words of a heading that do not tell what is counted."""
_BREAK = re.compile(r"[.!?]\W*\s")
_ROUND = 1000
"""*7,000 detainees* of 7,012 are rounded."""
_LOW = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
_HIGH = frozenset({Bound.AT_MOST, Bound.LESS_THAN})


@dataclass(slots=True)
class _Table:
    """What a table counts, by the words of its rows and columns."""

    columns: dict[int, frozenset[str]] = field(default_factory=dict)
    """Of each column, the names of the one thing that its heading says it counts."""
    rows: dict[Phrase, list[int]] = field(default_factory=dict)
    """Rows by the words of their first cell."""
    totals: list[int] = field(default_factory=list)
    """Rows whose first cell says so."""
    figures: dict[tuple[int, int], Mention] = field(default_factory=dict)
    """By row and column."""
    values: set[tuple[int, Value]] = field(default_factory=set)
    """The values of each column."""

    def add(self, row: int, column: int, segment_id: str, reading: Reading) -> None:
        """Take in a cell."""
        words = reading.tokens.words[: reading.tokens.count]
        if row == 0:
            self.columns[column] = _counted(reading, words)
        elif column == 0:
            if TOTALS.isdisjoint(words[:1]):
                self.rows.setdefault(tuple(words), []).append(row)
            else:
                self.totals.append(row)
        elif is_bare(reading):
            quantity = reading.quantities[0]
            self.figures[row, column] = Mention(segment_id, quantity, reading)
            self.values.add((column, quantity.value))

    def cell(
        self, names: frozenset[str], sentence: Sequence[str], told: bool
    ) -> tuple[int, int] | None:
        """The cell that a figure of those names in that sentence is held against.

        `told`: whether it tells the total where the sentence names no row.
        """
        columns = [column for column, counted in self.columns.items() if counted & names]
        if len(columns) != 1:
            return None
        labels = {
            label
            for first in range(len(sentence))
            for size in range(1, _LABEL + 1)
            if (label := tuple(sentence[first : first + size])) in self.rows
        }
        rows = [row for label in labels for row in self.rows[label]]
        if not rows and told:
            rows = self.totals
        return (rows[0], columns[0]) if len(rows) == 1 else None


def _counted(reading: Reading, words: Sequence[str]) -> frozenset[str]:
    """The names of what a heading counts: *Deaths*, *Number of deaths*; not *Violent deaths*."""
    language = reading.tokens.lexicon.language
    telling = [w for w in words if w.isalpha() and w not in _EMPTY and w not in language.stop_words]
    if len(telling) != 1:
        return frozenset()
    return frozenset({telling[0].rstrip("s"), language.nouns.get(telling[0], "")}) - ANYBODY


def misquoted_cells(
    segments: Sequence[tuple[str, str]],
    cells: Mapping[str, tuple[int, int, int]],
    language: str = "en",
) -> list[Contradiction]:
    """Figures of the prose that are others in the article's own tables, all of them for review.

    `segments` are (id, text) in the order of the article; `cells` has the table, row and column
    (from 0, the headings are row 0) of those that are cells. A figure is held against the cell of
    the row that its sentence names and of the column with its noun; against the total of that
    column where no row is named, when it is called a total or stands in the lead.
    """
    if not cells:
        return []
    tables: dict[int, _Table] = {}
    prose: list[tuple[int, str, Reading]] = []
    for place, (segment_id, text) in enumerate(segments):
        reading = read(text, language)
        if segment_id in cells:
            number, row, column = cells[segment_id]
            tables.setdefault(number, _Table()).add(row, column, segment_id, reading)
        elif reading.quantities:
            prose.append((place, segment_id, reading))
    return [
        contradiction_of(Verdict.REVIEW, DriftKind.VALUE, mention, cell)
        for place, segment_id, reading in prose
        for mention, sentence in _alone(segment_id, reading)
        if (cell := _misquoted(mention, sentence, tables.values(), place < _LEAD)) is not None
    ]


def _alone(segment_id: str, reading: Reading) -> Iterator[tuple[Mention, list[str]]]:
    """The counts that are the only one of their sentence, with its words."""
    text, tokens = reading.tokens.text, reading.tokens
    ends = [found.end() for found in _BREAK.finditer(text)]
    sentences: dict[int, list[Mention]] = {}
    for quantity in filter(is_telling, reading.quantities):
        if quantity.kind is not Kind.CARDINAL:
            continue
        place = bisect_left(ends, quantity.end)
        sentences.setdefault(place, []).append(Mention(segment_id, quantity, reading))
    for place, mentions in sentences.items():
        if len(mentions) == 1:
            first = bisect_left(tokens.starts, ends[place - 1]) if place else 0
            stop = bisect_left(tokens.starts, ends[place]) if place < len(ends) else tokens.count
            yield mentions[0], tokens.words[first:stop]


def _misquoted(
    mention: Mention, sentence: Sequence[str], tables: Iterable[_Table], lead: bool
) -> Mention | None:
    """The cell that a figure should have been, where no table with its noun has it there."""
    names, quantity = frozenset(mention.names), mention.quantity
    told = lead or is_total(mention.reading, quantity)
    wrong = None
    for table in islice(tables, _TABLES):
        place = table.cell(names, sentence, told)
        cell = table.figures.get(place) if place else None
        if place is None or cell is None:
            continue
        if _goes_with(quantity, cell.quantity):
            return None
        elsewhere = (place[1], quantity.value) in table.values
        # The figure of another row belies the row that is named; beside a total it is its own.
        named = place[0] not in table.totals
        if named if elsewhere else is_close(mention, cell):
            wrong = wrong or cell
    return wrong


def _goes_with(quantity: Quantity, cell: Quantity) -> bool:
    """Whether a figure of the prose can be that of the cell, with its bound or rounded."""
    told, value = quantity.value, cell.value
    if quantity.bound in _LOW:
        return told <= value
    if quantity.bound in _HIGH:
        return told >= value
    if quantity.bound is not Bound.NONE or told == value:
        return True
    step = _ROUND
    while told % (step * 10) == 0:
        step *= 10
    return told % step == 0 and abs(Fraction(told) - Fraction(value)) < step
