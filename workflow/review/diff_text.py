"""Changes for reading: on a terminal, in a pipe, in Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from workflow.review.diff import Change, Fate, Run
from workflow.review.versions import Row, VersionDiff

Mark = Callable[[Change, str], str]
"""Marks the words of a deleted or inserted run."""

_MARKS = {Change.DELETED: ("[-", "-]"), Change.INSERTED: ("{+", "+}")}
_TAGS = {Change.DELETED: ("<del>", "</del>"), Change.INSERTED: ("<ins>", "</ins>")}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>&#|~!{}()+.=$-])")


def bracketed(change: Change, words: str) -> str:
    """`[-old-]` and `{+new+}`, as git and wdiff write them."""
    before, behind = _MARKS[change]
    return f"{before}{words}{behind}"


def inline(runs: Sequence[Run], mark: Mark, clean: Callable[[str], str]) -> str:
    """The runs as one text, each `clean`ed; what replaces deleted words stands close to them."""
    parts: list[str] = []
    last = Change.SAME
    for run in runs:
        words = clean(run.text)
        if not (last is Change.DELETED and run.change is Change.INSERTED):
            parts.append(clean(run.before))
        parts.append(words if run.change is Change.SAME else mark(run.change, words))
        last = run.change
    return "".join(parts)


def summary(diff: VersionDiff) -> str:
    """`3 of 42 segments changed, 1 added, 1 moved`."""
    fates = [row.diff.fate for row in diff.rows]
    counts = [
        f"{fates.count(Fate.CHANGED)} of {len(fates) - fates.count(Fate.REMOVED)} segments changed"
    ]
    for noun, number in (
        ("added", fates.count(Fate.ADDED)),
        ("removed", fates.count(Fate.REMOVED)),
        ("moved", sum(row.diff.moved for row in diff.rows)),
    ):
        counts += [f"{number} {noun}"] if number else []
    return ", ".join(counts)


def what_happened(row: Row) -> str:
    """`changed, moved`."""
    words = [] if row.diff.fate is Fate.SAME else [row.diff.fate.value]
    return ", ".join([*words, *(["moved"] if row.diff.moved else [])])


def as_text(diff: VersionDiff, relative: str, mark: Mark = bracketed) -> str:
    """One stanza a segment: its place in the file `relative`, both languages, the proposal."""
    lines = [f"{diff.article.slug} against {diff.against}: {summary(diff)}"]
    for row in diff.changed:
        lines += ["", *_stanza(diff, row, relative, mark)]
    return "\n".join(lines)


def _stanza(diff: VersionDiff, row: Row, relative: str, mark: Mark) -> Iterator[str]:
    yield f"{relative}:{row.line or '-'}: {what_happened(row)}"
    if row.figures:
        yield f"    figures: {'; '.join(row.figures)}"
    if row.beside:
        yield f"    {diff.beside}  {_visible(row.beside)}"
    yield f"    {diff.language}  {inline(row.diff.runs, mark, _visible)}"
    if row.proposal is not None:
        yield f"    proposed: {_visible(row.proposal)}"


def _visible(text: str) -> str:
    """On one line, without what could steer a terminal."""
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text.replace("\n", " "))


def as_markdown(diff: VersionDiff, relative: str) -> str:
    """A Markdown page; the texts stand in it as they are typed, their markup in sight."""
    lines = [f"# {_escaped(diff.article.slug)}: changes against {_escaped(diff.against)}", ""]
    lines += [f"{summary(diff)}.", ""]
    for row in diff.changed:
        lines += [f"## {_escaped(relative)}:{row.line or '-'}: {what_happened(row)}", ""]
        if row.figures:
            lines += [f"Figures: **{_escaped('; '.join(row.figures))}**", ""]
        if row.beside:
            lines += [f"> {_escaped(row.beside)}", ""]
        lines += [inline(row.diff.runs, _tagged, _escaped), ""]
        if row.proposal is not None:
            lines += [f"Proposed: {_escaped(row.proposal)}", ""]
    return "\n".join(lines[:-1])


def _tagged(change: Change, words: str) -> str:
    before, behind = _TAGS[change]
    return f"{before}{words}{behind}"


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", _visible(text))
