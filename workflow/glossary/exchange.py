"""Glossaries of other tools: CSV for DeepL, TSV for OmegaT; TBX is in `tbx`.

Each writer has a reader that gives back what the format can hold.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from os import PathLike

from workflow.errors import GlossaryError
from workflow.glossary import po, tbx
from workflow.glossary.model import Term


class Format(StrEnum):
    """The formats of other tools."""

    CSV = "csv"
    """Two columns without a heading: what DeepL takes."""
    TSV = "tsv"
    """Three columns, source, target and comment: what OmegaT takes."""
    TBX = "tbx"
    """TBX-Basic (ISO 30042)."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file of another tool gave."""

    terms: tuple[Term, ...]
    left_out: tuple[str, ...]
    """What could not be taken, with its place and the reason."""


def export(terms: Sequence[Term], to: Format) -> str:
    """`terms` in the format of another tool."""
    return {Format.CSV: to_csv, Format.TSV: to_tsv, Format.TBX: tbx.write}[to](terms)


def import_from(text: str, form: Format, path: str | PathLike[str] | None = None) -> Imported:
    """The terms in a file of another tool.

    Raises `GlossaryError`, with the line, for what is not in the format, and when no term at all
    can be taken.
    """
    if form is Format.TBX:
        imported = Imported(*tbx.read(text, path))
    else:
        imported = _from_rows(_rows(text, form, path))
    if not imported.terms:
        first = f" ({imported.left_out[0]})" if imported.left_out else ""
        raise GlossaryError(
            f"no term with Spanish and English is in it{first}",
            path=path,
            hint=f"{form.value.upper()} needs {_NEEDED[form]}",
        )
    return imported


_NEEDED = {
    Format.CSV: "two columns, Spanish and English, with commas or semicolons between them",
    Format.TSV: "two columns, Spanish and English, with a tab between them",
    Format.TBX: "entries with a term in `es` and one in `en`",
}


def to_csv(terms: Iterable[Term]) -> str:
    """Two columns; each variant has a row of its own, each Spanish wording one row only."""
    rows: dict[str, str] = {}
    for term in terms:
        for source in (term.source, *term.variants):
            rows.setdefault(source, term.target)
    return _table(rows.items(), csv.excel)


def to_tsv(terms: Iterable[Term]) -> str:
    """Source, target and everything else as a comment that OmegaT shows.

    OmegaT reads no quotes, so that none are written; values never hold tabs or line breaks.
    """
    lines = ("\t".join((term.source, term.target, comment(term))).rstrip() for term in terms)
    return "".join(f"{line}\n" for line in lines)


def comment(term: Term) -> str:
    """All of a term but its source and target, as one line: `key: value · key: value`."""
    return " · ".join(f"{key}: {value}" for key, value in po.values(term) if value)


def from_comment(term: Term, text: str) -> Term:
    """`term` with what `comment` wrote; anything else is its note."""
    keys = "|".join(map(re.escape, po.KEYS))
    parts = re.split(rf"(?:^| · )({keys}): ", text)
    named = dict(zip(parts[1::2], parts[2::2], strict=True))
    return po.with_values(replace(term, note=parts[0].strip()), named)


def _table(rows: Iterable[tuple[str, ...]], dialect: type[csv.Dialect]) -> str:
    out = io.StringIO()
    csv.writer(out, dialect, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _rows(
    text: str, form: Format, path: str | PathLike[str] | None
) -> list[tuple[int, Sequence[str]]]:
    """Rows with their lines (1-based)."""
    text = text.removeprefix("\ufeff")
    if form is Format.TSV:
        return [(at, line.split("\t")) for at, line in enumerate(text.splitlines(), 1)]
    reader = csv.reader(io.StringIO(text, newline=""), _dialect(text), strict=True)
    rows: list[tuple[int, Sequence[str]]] = []
    try:
        rows.extend((reader.line_num, row) for row in reader)
    except csv.Error as error:
        raise GlossaryError(f"bad CSV: {error}", path=path, line=reader.line_num) from error
    return rows


def _dialect(text: str) -> type[csv.Dialect]:
    """Comma or, as spreadsheets in Spanish write it, semicolon."""
    first = text.partition("\n")[0]
    semicolons = first.count(";") > first.count(",")
    return _Semicolon if semicolons else csv.excel


class _Semicolon(csv.excel):
    delimiter = ";"


_HEADINGS = frozenset({("source", "target"), ("es", "en"), ("spanish", "english")})


def _from_rows(rows: Iterable[tuple[int, Sequence[str]]]) -> Imported:
    terms: dict[tuple[str, str], Term] = {}
    left_out = []
    for line, row in rows:
        cells = [po.clean(cell) for cell in row]
        if not any(cells) or cells[0].startswith("#"):
            continue
        if line == 1 and tuple(cell.lower() for cell in cells[:2]) in _HEADINGS:
            continue
        if len(cells) < 2 or not cells[0] or not cells[1]:
            left_out.append(f"line {line}: “{' '.join(cells)}” lacks one language")
            continue
        term = from_comment(Term(cells[0], cells[1]), cells[2] if len(cells) > 2 else "")
        key = (term.source, term.part_of_speech.value)
        if key in terms and terms[key].target != term.target:
            left_out.append(f"line {line}: “{term.source}” stands there already")
            continue
        terms.setdefault(key, term)
    return Imported(tuple(terms.values()), tuple(left_out))
