"""The paired file read back: what a person edited, ticked and waived in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workflow.article import ArticleOptions, fingerprint, parse
from workflow.catalog import Catalog, Entry, State
from workflow.errors import ArticleError, Refused, WorkflowError
from workflow.review.edits import Edit, last_line, unchanged
from workflow.review.paired import PairedBlock, definitions, read_paired, unfenced

_FOLDED = re.compile(r"[ \t\n]+")
"""Blanks that a layout may put in; a no-break space is a part of the text."""


@dataclass(frozen=True, slots=True)
class Tick:
    """An approval newly ticked or unticked in the paired file, for the texts that stand there.

    A box left as it was says nothing: words edited under a ticked one are nobody's approved words.
    """

    segment_id: str
    source: str
    target: str
    approved: bool
    path: Path
    line: int


@dataclass(frozen=True, slots=True)
class WaiverRequest:
    """A finding ticked in the paired file with a reason."""

    segment_ids: tuple[str, ...]
    rule: str
    message: str
    reason: str
    path: Path
    line: int
    """Of the block's box."""


@dataclass(frozen=True, slots=True)
class PairedChanges:
    """What a person did in a paired file."""

    edits: tuple[Edit, ...] = ()
    ticks: tuple[Tick, ...] = ()
    waivers: tuple[WaiverRequest, ...] = ()


def paired_changes(
    catalog: Catalog,
    text: str,
    path: Path,
    began: str | None = None,
    options: ArticleOptions | None = None,
) -> PairedChanges:
    """What a person changed, ticked and waived in the paired file since it was `began`, if known.

    Raises `Refused` with every error at once: marks, edited Spanish, a block whose English has
    another structure than its Spanish.
    """
    stood = _began(catalog, began, path, options)
    edits: list[Edit] = []
    ticks: list[Tick] = []
    waivers: list[WaiverRequest] = []
    for block, pairs in _matched(catalog, text, path, options):
        approved = all(entry.state is State.APPROVED for entry, *_ in pairs)
        for entry, source, target, (line, last) in pairs:
            before, ticked = stood.get(entry.id, (None, approved))
            if before != fingerprint(target) and not unchanged(entry, target):
                edits.append(Edit(entry.id, target, "paired", path, line, last))
            if block.approved != ticked:
                ticks.append(Tick(entry.id, source, target, block.approved, path, block.box_line))
        ids = tuple(entry.id for entry, *_ in pairs)
        waivers += [
            WaiverRequest(ids, flag.rule, flag.message, flag.reason, path, block.box_line)
            for flag in block.flags
            if flag.waived and flag.reason
        ]
    return PairedChanges(tuple(edits), tuple(ticks), tuple(waivers))


def _began(
    catalog: Catalog, text: str | None, path: Path, options: ArticleOptions | None
) -> dict[str, tuple[str, bool]]:
    """Fingerprint of the English and whether its box was ticked, by entry, in an earlier file."""
    if text is None:
        return {}
    try:
        matched = _matched(catalog, text, path, options)
    except WorkflowError:  # it was the file of another catalog
        return {}
    return {
        entry.id: (fingerprint(target), block.approved)
        for block, pairs in matched
        for entry, _, target, _ in pairs
    }


_Pair = tuple[Entry, str, str, tuple[int, int]]
"""An entry, its Spanish and English in the file, and the first and last line of the English."""


def _matched(
    catalog: Catalog, text: str, path: Path, options: ArticleOptions | None
) -> list[tuple[PairedBlock, list[_Pair]]]:
    """The blocks of a paired file with their entries; raises `Refused` with every error."""
    blocks = read_paired(text, path)
    context = _Context(definitions(blocks), options)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in reversed(catalog.entries):
        entries[fingerprint(entry.source)].append(entry)
    matched: list[tuple[PairedBlock, list[_Pair]]] = []
    errors: list[WorkflowError] = []
    for block in blocks:
        try:
            matched.append((block, _pairs(block, context, entries, path)))
        except WorkflowError as error:
            errors.append(error)
    if errors:
        raise Refused(errors)
    return matched


def block_hash(kind: str, texts: Sequence[str]) -> str:
    """Hash of a block's Spanish over its words: what guards the quote against edits."""
    return fingerprint("\n\n".join(fingerprint(text) for text in (kind, *texts)))[:8]


@dataclass(frozen=True, slots=True)
class _Context:
    """What the texts of a block are read with."""

    definitions: str
    options: ArticleOptions | None


def _pairs(
    block: PairedBlock, context: _Context, entries: dict[str, list[Entry]], path: Path
) -> list[_Pair]:
    """The entry and the texts of each segment of a block."""
    sources = [text for text, _ in _texts(block, block.source, context, block.source_line, path)]
    if block_hash(block.kind, sources) != block.hash:
        raise WorkflowError(
            f"the Spanish of block {block.id} was edited here",
            path=path,
            line=block.source_line,
            hint="change the article instead",
        )
    targets = _texts(block, block.target, context, block.target_line, path)
    if len(sources) != len(targets):
        raise WorkflowError(
            f"the English of block {block.id} has {len(targets)} parts where the Spanish has "
            f"{len(sources)}",
            path=path,
            line=block.target_line,
            hint="keep its paragraphs, items and cells as they are",
        )
    pairs = []
    for source, (target, lines) in zip(sources, targets, strict=True):
        waiting = entries.get(fingerprint(source))
        if not waiting:
            raise WorkflowError(
                f"block {block.id} is not in the catalog", path=path, line=block.source_line
            )
        pairs.append((waiting.pop(), source, target, lines))
    return pairs


def _texts(
    block: PairedBlock, text: str, context: _Context, line: int, path: Path
) -> list[tuple[str, tuple[int, int]]]:
    """The segments of one side of a block, each with its lines in the paired file."""
    if block.kind.startswith("front matter"):
        return [(_FOLDED.sub(" ", text).strip(), (line, line + text.count("\n")))]
    behind = context.definitions
    if block.kind == "definitions":
        text, line, behind = unfenced(text), line + 1, ""
    whole = f"{text}\n\n{behind}" if behind else text
    try:
        segments = parse(whole, context.options).segments
    except ArticleError as error:
        raise WorkflowError(error.message, path=path, line=line) from None
    return [
        (s.message, (line + s.line - 1, line + last_line(whole, s) - 1))
        for s in segments
        if s.start < len(text)
    ]
