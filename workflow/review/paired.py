"""Paired Markdown: the Spanish, the findings and the English of every block, in one file.

Rendered right on GitHub, edited by hand or in a pull request, read back exactly. Rules of the
format: a blank line after every mark (formatters insert one), hashes over words and not layout,
the Spanish quoted as display and guard, one task line a finding (tick and reason = waiver), and
English lines that look like marks are guarded by a backslash. A file with any error is refused
whole, with all errors and their lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from workflow.errors import Refused, WorkflowError
from workflow.findings import Severity

BEGIN, END = "<!-- en -->", "<!-- /en -->"
_HEADER = "<!-- paired {languages}: {slug} -->"
_HEADER_LINE = re.compile(r"<!-- paired .*-->")
_OPEN = re.compile(r"<!-- block (?P<id>[\w-]+) src=(?P<hash>[0-9a-f]+) (?P<kind>[^>]*?) ?-->")
_BOX = re.compile(r"[-*+] \[(?P<tick>[ xX])\] approved")
_ALERT = re.compile(r">\s*\\?\[!(?:CAUTION|WARNING|NOTE)\\?\]")
_TASK = re.compile(r">\s*[-*+] \[[ xX]\] ")
_FLAG = re.compile(
    r">\s*[-*+] \[(?P<tick>[ xX])\] (?:\*\*|__)(?P<rule>[A-Z]\d{3})(?:\*\*|__) "
    r"(?P<message>.*) Reason:(?P<reason>.*)"
)
_MARK = re.compile(r"^(\\*)(?=<!-- (?:/?en -->|block ))")
_GUARDED = re.compile(r"^\\(?=\\*<!-- (?:/?en -->|block ))")
_NEWLINE = re.compile(r"\r\n?|\n")
_ALERTS = {Severity.ERROR: "CAUTION", Severity.WARNING: "WARNING", Severity.INFO: "NOTE"}


@dataclass(frozen=True, slots=True)
class Flag:
    """A finding as an editor meets it: one task line; ticked and with a reason it is waived."""

    rule: str
    severity: Severity
    message: str
    waived: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PairedBlock:
    """One block of the document, both texts in Markdown."""

    id: str
    kind: str
    hash: str
    """Hash over the words of the Spanish."""
    source: str
    target: str
    flags: tuple[Flag, ...] = ()
    approved: bool = False
    source_line: int = 0
    """Line (1-based) of the file on which the Spanish starts, when read."""
    target_line: int = 0
    """Line (1-based) of the file on which the English starts, when read."""
    box_line: int = 0
    """Line (1-based) of the file on which the box stands, when read."""


def render_paired(blocks: Sequence[PairedBlock], slug: str, languages: str = "es → en") -> str:
    """The paired file of these blocks; the same blocks give the same bytes."""
    lines = [_HEADER.format(languages=languages, slug=slug), ""]
    for block in blocks:
        lines += [f"<!-- block {block.id} src={block.hash} {block.kind} -->", ""]
        if block.source:  # what an editor added has none
            lines += [f"> {line}" if line else ">" for line in block.source.split("\n")]
            lines.append("")
        lines += _flag_lines(block.flags)
        english = [_MARK.sub(r"\1\\", line) for line in block.target.split("\n")]
        lines += [BEGIN, "", *english, "", END, ""]
        lines += [f"- [{'x' if block.approved else ' '}] approved", ""]
    return "\n".join(lines[:-1]) + "\n"


def _flag_lines(flags: Sequence[Flag]) -> list[str]:
    lines: list[str] = []
    for severity, alert in _ALERTS.items():
        chosen = [flag for flag in flags if flag.severity is severity]
        if not chosen:
            continue
        lines += [f"> [!{alert}]", ">"]
        for flag in chosen:
            tick = "x" if flag.waived else " "
            message = " ".join(flag.message.split())
            reason = f" {flag.reason}" if flag.reason else ""
            lines.append(f"> - [{tick}] **{flag.rule}** {message} Reason:{reason}")
        lines.append("")
    return lines


def read_paired(text: str, path: Path) -> list[PairedBlock]:
    """The blocks of a paired file, as a person left them.

    Raises `Refused` with every error and its line: text outside the marks, a missing mark or
    box, a block that stands twice.
    """
    lines = [line.rstrip() for line in _NEWLINE.split(text.removeprefix("\ufeff"))]
    starts = [i for i, line in enumerate(lines) if _OPEN.fullmatch(line)]
    errors = [
        WorkflowError("text outside a block would be lost", path=path, line=i + 1)
        for i, line in enumerate(lines[: starts[0] if starts else len(lines)])
        if line and not _HEADER_LINE.fullmatch(line)
    ]
    blocks: list[PairedBlock] = []
    seen: dict[str, int] = {}
    for start, end in pairwise([*starts, len(lines)]):
        try:
            block = _read_block(lines, start, end, path)
        except WorkflowError as error:
            errors.append(error)
            continue
        if block.id in seen:
            message = f"block {block.id} stands twice, first on line {seen[block.id]}"
            errors.append(WorkflowError(message, path=path, line=start + 1))
        seen[block.id] = start + 1
        blocks.append(block)
    if errors:
        raise Refused(errors)
    return blocks


def _read_block(lines: list[str], start: int, end: int, path: Path) -> PairedBlock:
    mark = _OPEN.fullmatch(lines[start])
    assert mark is not None
    name = f"block {mark['id']}"
    begins = [i for i in range(start, end) if lines[i] == BEGIN]
    ends = [i for i in range(start, end) if lines[i] == END]
    if len(begins) != 1 or len(ends) != 1 or ends[0] < begins[0]:
        raise WorkflowError(f"{name} needs one {BEGIN} and one {END}", path=path, line=start + 1)
    begin, close = begins[0], ends[0]
    source, source_line, rest = _read_source(lines, start + 1, begin)
    tail = [i for i in range(close + 1, end) if lines[i]]
    box = _BOX.fullmatch(lines[tail[0]]) if tail else None
    if box is None:
        raise WorkflowError(
            f"{name} has no approval box", path=path, line=close + 1, hint="- [ ] approved"
        )
    if len(tail) > 1:
        raise WorkflowError(
            f"text after the approval box of {name} would be lost", path=path, line=tail[1] + 1
        )
    english = [_GUARDED.sub("", line) for line in lines[begin + 1 : close]]
    first = next((i for i, line in enumerate(english) if line), 0)
    return PairedBlock(
        id=mark["id"],
        kind=mark["kind"],
        hash=mark["hash"],
        source="\n".join(source),
        target="\n".join(english).strip("\n"),
        flags=tuple(_read_flags(lines, rest, begin, path)),
        approved=box["tick"] != " ",
        source_line=source_line + 1,
        target_line=begin + 2 + first,
        box_line=tail[0] + 1,
    )


def _read_source(lines: list[str], start: int, end: int) -> tuple[list[str], int, int]:
    """The quoted Spanish, the index of its first line, and the index behind it."""
    i = start
    while i < end and not lines[i]:
        i += 1
    first = i
    while i < end and lines[i].startswith(">"):
        i += 1
    return [re.sub(r"^> ?", "", line) for line in lines[first:i]], first, i


def _read_flags(lines: list[str], start: int, end: int, path: Path) -> list[Flag]:
    flags: list[Flag] = []
    severity = Severity.WARNING
    errors = []
    by_alert = {alert: severity for severity, alert in _ALERTS.items()}
    for first, line in _unwrapped(lines, start, end):
        flag = _FLAG.fullmatch(line)
        if _ALERT.fullmatch(line):
            severity = by_alert[re.sub(r"[^A-Z]", "", line)]
        elif flag is not None:
            reason = flag["reason"].strip()
            flags.append(Flag(flag["rule"], severity, flag["message"], flag["tick"] != " ", reason))
        else:
            message = "text between the Spanish and the English would be lost"
            errors.append(WorkflowError(message, path=path, line=first + 1))
    if errors:
        raise Refused(errors)
    return flags


def _unwrapped(lines: list[str], start: int, end: int) -> Iterator[tuple[int, str]]:
    """The alert's lines with their index, tasks that a formatter wrapped on one line again."""
    first, task = 0, ""
    for i in range(start, end):
        line = lines[i]
        continues = task and re.match(r">\s*[^\s>]", line) and not _TASK.match(line)
        if continues and not _ALERT.fullmatch(line):
            task += " " + line[1:].strip()
            continue
        if task:
            yield first, task
        first, task = i, line if _TASK.match(line) else ""
        if not task and line not in ("", ">"):
            yield i, line
    if task:
        yield first, task


def definitions(blocks: Sequence[PairedBlock]) -> str:
    """Definitions of links and notes, unfenced: the context that other blocks are read in."""
    fenced = [block for block in blocks if block.kind == "definitions"]
    return "\n\n".join(unfenced(block.target) for block in fenced)


def unfenced(text: str) -> str:
    """The inside of a fenced block, or the text itself where there is no fence."""
    lines = text.split("\n")
    if len(lines) >= 2 and lines[0].startswith(("```", "~~~")):
        return "\n".join(lines[1:-1])
    return text
