"""The paired file read back: what a person edited, ticked and waived in it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from workflow.alignment import Expected, align_texts, english_of
from workflow.arrangement import PARAGRAPHS, added_text, arranged
from workflow.article import ArticleOptions, Kind, Segment, fingerprint, fingerprint_parts, parse
from workflow.article.containers import Container, containers
from workflow.catalog import Catalog, Entry, State, addition_id
from workflow.errors import ArticleError, Refused, WorkflowError
from workflow.review.edits import Edit, last_line, unchanged
from workflow.review.paired import PairedBlock, definitions, read_paired, unfenced

ADDED = "added"
"""Kind of a block that an editor added: it has no Spanish."""
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
        known = [entry for entry, *_ in pairs if entry.target or not entry.after]
        approved = all(entry.state is State.APPROVED for entry in known)
        for entry, source, target, (line, last) in pairs:
            before, ticked = stood.get(entry.id, (None, approved))
            if before != fingerprint(target) and not unchanged(entry, target):
                edits.append(Edit(entry.id, target, "paired", path, line, last, entry.after))
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
    added = {entry.id: entry for entry in catalog.added}
    matched: list[tuple[PairedBlock, list[_Pair]]] = []
    errors: list[WorkflowError] = []
    for block in blocks:
        try:
            if block.kind == ADDED:
                pairs = [_added(block, context, added, path)]
            else:
                pairs = _pairs(block, context, entries, added, path)
            matched.append((block, pairs))
        except WorkflowError as error:
            errors.append(error)
    if errors:
        raise Refused(errors)
    return matched


def block_hash(kind: str, texts: Sequence[str]) -> str:
    """Hash of a block's Spanish over its words: what guards the quote against edits."""
    return fingerprint(" ".join(fingerprint(text) for text in (kind, *texts)))[:8]


@dataclass(frozen=True, slots=True)
class _Context:
    """What the texts of a block are read with."""

    definitions: str
    options: ArticleOptions | None


def _pairs(
    block: PairedBlock,
    context: _Context,
    entries: dict[str, list[Entry]],
    added: Mapping[str, Entry],
    path: Path,
) -> list[_Pair]:
    """The entry and the texts of each segment of a block, and what an editor added behind it."""
    spanish = _read(block, block.source, context, block.source_line, path)
    sources = [text for text, _ in spanish.texts]
    if block_hash(block.kind, sources) != block.hash:
        raise WorkflowError(
            f"the Spanish of block {block.id} was edited here",
            path=path,
            line=block.source_line,
            hint="change the article instead",
        )
    found = [_entry(block, source, entries, path) for source in sources]
    page = _read(block, block.target, context, block.target_line, path)
    targets = _targets(block, page, found, spanish, path)
    pairs = [
        (entry, source, text, lines)
        for entry, source, (text, lines) in zip(found, sources, targets, strict=True)
    ]
    for text, lines in page.added:
        after = found[-1].id
        fresh = addition_id(after, text)
        pairs.append((added.get(fresh, Entry(fresh, "", after=after)), "", text, lines))
    return pairs


def _added(block: PairedBlock, context: _Context, added: Mapping[str, Entry], path: Path) -> _Pair:
    """What was added, as it stands now; without a text it is to go."""
    entry = added.get(block.id)
    if entry is None:
        raise WorkflowError(
            f"block {block.id} is not in the catalog", path=path, line=block.target_line
        )
    page = _read(block, block.target, context, block.target_line, path)
    if any(kind is not Kind.PARAGRAPH for kind in page.kinds) or len(set(page.containers)) > 1:
        raise WorkflowError(
            "what is added can be paragraphs only", path=path, line=block.target_line
        )
    first, last = (page.texts[0][1][0], page.texts[-1][1][1]) if page.texts else (0, 0)
    text = PARAGRAPHS.join(text for text, _ in page.texts)
    return entry, "", text, (first or block.target_line, last or block.target_line)


def _entry(block: PairedBlock, source: str, entries: dict[str, list[Entry]], path: Path) -> Entry:
    """The entry of a Spanish text, the first of those that have it and were not asked for yet."""
    waiting = entries.get(fingerprint(source))
    if not waiting:
        raise WorkflowError(
            f"block {block.id} is not in the catalog", path=path, line=block.source_line
        )
    return waiting.pop()


_Text = tuple[str, tuple[int, int]]
"""A text and its first and last line in the paired file."""


def _targets(
    block: PairedBlock,
    page: _Side,
    entries: Sequence[Entry],
    spanish: _Side,
    path: Path,
) -> Sequence[_Text]:
    """The English of each entry of a block: its paragraphs, or the mark that leaves it out."""
    marks = {arranged(text).reason for text, _ in page.texts}
    if len(page.texts) == 1 and (len(entries) == 1 or None not in marks):
        return list(page.texts) * len(entries)  # one text, or the whole block is left out
    shape = [len(list(run)) for _, run in groupby(page.containers)]
    runs = [len(list(run)) for _, run in groupby(spanish.containers)]
    aligned = _in_runs(page, entries, runs, shape) if len(runs) == len(shape) else None
    if aligned is not None:
        return aligned
    if len(entries) == len(page.texts) and len(runs) < len(shape):
        return page.texts
    raise WorkflowError(
        f"the English of block {block.id} has {len(page.texts)} parts where the Spanish has "
        f"{len(entries)}",
        path=path,
        line=block.target_line,
        hint="an item or cell more or less cannot be placed; a paragraph may be several, and "
        "`omitted: REASON` in the place of a text leaves it out",
    )


def _in_runs(
    page: _Side, entries: Sequence[Entry], runs: Sequence[int], shape: Sequence[int]
) -> Sequence[_Text] | None:
    """The English of each entry where page and Spanish have the same items and cells.

    None where a paragraph could be the English of one or of another entry.
    """
    texts: list[_Text] = []
    first = at = 0
    for count, there in zip(runs, shape, strict=True):
        concerned = entries[first : first + count]
        expected = [_expected(entry) for entry in concerned]
        found = align_texts(
            expected, page.segments[at : at + there], page.containers[at : at + there]
        )
        if found.gaps or not all(found.texts):
            return None
        lines = dict(zip(page.segments[at : at + there], page.texts[at : at + there], strict=True))
        for segments in found.texts:
            (_, (begin, _)), (_, (_, end)) = lines[segments[0]], lines[segments[-1]]
            texts.append((english_of(segments), (begin, end)))
        first, at = first + count, at + there
    return texts


def _expected(entry: Entry) -> Expected:
    """What the paired file had for an entry, where what is left out has its mark."""
    parts = fingerprint_parts(entry.recorded or fingerprint(entry.target or entry.source))
    return Expected(parts, entry.arrangement.paragraphs or (entry.target,))


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of a block, read."""

    texts: Sequence[_Text]
    segments: Sequence[Segment] = ()
    containers: Sequence[Container] = ()
    added: Sequence[_Text] = ()
    """What stands below it and begins with `added:`."""

    @property
    def kinds(self) -> Sequence[Kind]:
        """What each of its segments is."""
        return [segment.kind for segment in self.segments]


def _read(block: PairedBlock, text: str, context: _Context, line: int, path: Path) -> _Side:
    """The segments of one side of a block, each with its lines in the paired file."""
    if block.kind.startswith("front matter"):
        return _Side([(_FOLDED.sub(" ", text).strip(), (line, line + text.count("\n")))])
    behind = context.definitions
    if block.kind == "definitions":
        text, line, behind = unfenced(text), line + 1, ""
    whole = f"{text}\n\n{behind}" if behind else text
    try:
        document = parse(whole, context.options)
    except ArticleError as error:
        raise WorkflowError(error.message, path=path, line=line) from None
    own = [segment for segment in document.segments if segment.start < len(text)]
    places = containers(document)
    texts = [(s.message, (line + s.line - 1, line + last_line(whole, s) - 1)) for s in own]
    count = len(own)
    while count and places[count - 1] == () and added_text(own[count - 1].message):
        count -= 1
    added = [(added_text(text) or "", lines) for text, lines in texts[count:]]
    return _Side(texts[:count], own[:count], places[:count], added)
