"""Changes as a standing HTML page: both languages side by side, nothing loaded from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from workflow.review.diff import Change, Run
from workflow.review.diff_text import inline, summary, what_happened
from workflow.review.versions import Row, VersionDiff

_STYLE = """\
:root { color-scheme: light dark; --line: #767676; --del: #8c1d18; --del-bg: #fdecea;
  --ins: #0b5d1e; --ins-bg: #e6f4ea; }
@media (prefers-color-scheme: dark) { :root { --line: #9aa0a6; --del: #ffb4ab; --del-bg: #4a1512;
  --ins: #a8dab5; --ins-bg: #12351c; } }
body { font: 1rem/1.55 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem;
  padding: 0 1rem; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { border-top: 1px solid var(--line); overflow-wrap: anywhere; padding: .6rem;
  text-align: start; vertical-align: top; }
thead th:first-child { width: 7rem; }
del { background: var(--del-bg); color: var(--del); text-decoration: line-through; }
ins { background: var(--ins-bg); color: var(--ins); text-decoration: underline; }
.said { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute;
  white-space: nowrap; width: 1px; }
@media (max-width: 40rem) { thead { position: absolute; clip-path: inset(50%); }
  tr, th, td { display: block; } td { border-top: 0; } }"""

_PAGE = """\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
<p>{summary}.</p>
{table}
</main>
</body>
</html>
"""

_TABLE = """\
<table>
<caption class="said">Changed segments, the Spanish on the left, the English on the right</caption>
<thead>
<tr><th scope="col">Line</th><th scope="col">Spanish</th><th scope="col">English</th></tr>
</thead>
<tbody>
{rows}
</tbody>
</table>"""

_TAGS = {
    Change.DELETED: '<del><span class="said">deleted: </span>{words}'
    '<span class="said"> end of deletion </span></del>',
    Change.INSERTED: '<ins><span class="said">inserted: </span>{words}'
    '<span class="said"> end of insertion </span></ins>',
}
"""Not every screen reader says `del` and `ins`, so words that only it reads say so."""


def as_html(diff: VersionDiff) -> str:
    """A whole page; colours follow the reader's choice of light or dark."""
    title = escape(f"{diff.article.slug}: changes against {diff.against}")
    rows = "\n".join(_row(diff, row) for row in diff.changed)
    table = _TABLE.format(rows=rows) if rows else ""
    return _PAGE.format(style=_STYLE, title=title, summary=summary(diff), table=table)


def _row(diff: VersionDiff, row: Row) -> str:
    changed = _cell(diff.language, marked(row.diff.runs), *_figures(row))
    beside = _cell(diff.beside, escape(row.beside), *_proposal(row))
    cells = changed + beside if diff.against == "source" else beside + changed
    head = f"{row.line or '–'}<br>{what_happened(row)}"
    return f'<tr id="s-{escape(row.diff.id)}"><th scope="row">{head}</th>{cells}</tr>'


def _cell(language: str, *parts: str) -> str:
    return f'<td lang="{escape(language)}">{"".join(parts)}</td>'


def _figures(row: Row) -> list[str]:
    figures = escape("; ".join(row.figures))
    return [f"<p>Figures: <strong>{figures}</strong></p>"] if figures else []


def _proposal(row: Row) -> list[str]:
    return [] if row.proposal is None else [f"<p>Proposed: {escape(row.proposal)}</p>"]


def marked(runs: Sequence[Run]) -> str:
    """The words as HTML, what changed in them marked for eyes and for screen readers."""
    return inline(runs, _marked, escape)


def _marked(change: Change, words: str) -> str:
    return _TAGS[change].format(words=words)
