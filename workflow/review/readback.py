"""Taking people's edits into the catalog, wherever they were made: PO, draft or paired file.

Each text is compared with what was last recorded for its segment (see `Entry.recorded`): only a
place whose text differs from that was edited. Two places that say different things are a
conflict, shown with both texts; what cannot be placed is refused with its line.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workflow.alignment import Gap, align_page
from workflow.article import ArticleOptions, Segment, fingerprint, parse
from workflow.catalog import Catalog, Entry, State
from workflow.errors import ArticleError, Refused, WorkflowError
from workflow.review.approval import approve, refusal, withdraw
from workflow.review.paired import PairedBlock, definitions, read_paired, unfenced
from workflow.review.waivers import waive

_FOLDED = re.compile(r"[ \t\n]+")
"""Blanks that a layout may put in; a no-break space is a part of the text."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A person's English for one segment."""

    segment_id: str
    text: str
    via: str
    """`po`, `draft`, `paired` or `edition`."""
    path: Path
    line: int
    last_line: int


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


def unchanged(entry: Entry, text: str) -> bool:
    """Whether `text` is nothing new for the entry: what was recorded, its English or Spanish."""
    seen = fingerprint(text)
    if seen in (entry.recorded, fingerprint(entry.source)):
        return True
    return bool(entry.target) and seen == fingerprint(entry.target)


def po_edits(catalog: Catalog, path: Path) -> list[Edit]:
    """Segments whose English was changed in the PO file itself."""
    return [
        Edit(entry.id, entry.target, "po", path, 0, 0)
        for entry in catalog.entries
        if entry.target
        and entry.state is not State.MACHINE
        and entry.recorded != fingerprint(entry.target)
    ]


def page_edits(
    catalog: Catalog,
    text: str,
    path: Path,
    *,
    via: str,
    began: str | None,
    options: ArticleOptions | None = None,
) -> list[Edit]:
    """Segments whose English was changed in a page since it was `began`, if that is known.

    The page is the draft, or the edition with the draft's addresses. Raises `Refused` with every
    place where its segments are not the catalog's.
    """
    page = parse(text, options).segments
    aligned = align_page(catalog.entries, page, last_line=text.count("\n") + 1)
    if aligned.gaps:
        raise Refused([_unplaceable(gap, path) for gap in aligned.gaps])
    stood = _drafted(catalog, began, options)
    return [
        Edit(entry.id, segment.message, via, path, segment.line, _last_line(text, segment))
        for entry, segment in aligned.pairs
        if not unchanged(entry, segment.message)
        and stood.get(entry.id) != fingerprint(segment.message)
    ]


def _drafted(catalog: Catalog, text: str | None, options: ArticleOptions | None) -> dict[str, str]:
    """Fingerprints of a page's segments by entry; none when it is not this catalog's."""
    if text is None:
        return {}
    aligned = align_page(catalog.entries, parse(text, options).segments, last_line=1)
    pairs = () if aligned.gaps else aligned.pairs
    return {entry.id: fingerprint(segment.message) for entry, segment in pairs}


def _last_line(text: str, segment: Segment) -> int:
    return segment.line + text.count("\n", segment.start, segment.end)


def _unplaceable(gap: Gap, path: Path) -> WorkflowError:
    return WorkflowError(
        f"{len(gap.segments)} paragraphs, items or cells stand here where the article has "
        f"{len(gap.entries)}",
        path=path,
        line=gap.line,
        hint="keep one for each of the Spanish",
    )


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
        (s.message, (line + s.line - 1, line + _last_line(whole, s) - 1))
        for s in segments
        if s.start < len(text)
    ]


Sign = Callable[[Path, int, int], tuple[str, str]]
"""Who wrote the lines `first` to `last` of a file, and when (ISO date)."""


_RANKS = ("edition", "draft", "po", "paired")
Choose = Callable[[Sequence[Edit]], Edit | None]
"""Which of several edits of one segment is to stand; None = that is not known."""


def take_in(
    catalog: Catalog, edits: Sequence[Edit], *, sign: Sign, choose: Choose
) -> tuple[Catalog, list[Edit]]:
    """The catalog with these edits, and the edits that were new.

    An edit in a page does not settle a stale segment (the new Spanish is not in sight there);
    one in the paired file or an unfuzzied one in the PO does.
    Raises `Refused` where two places changed one segment differently and `choose` knows no better.
    """
    by_id: dict[str, list[Edit]] = defaultdict(list)
    for edit in edits:
        by_id[edit.segment_id].append(edit)
    conflicts: list[WorkflowError] = []
    for segment_id, changes in by_id.items():
        if len({fingerprint(edit.text) for edit in changes}) > 1:
            chosen = choose(changes)
            by_id[segment_id] = changes if chosen is None else [chosen]
            conflicts += [] if chosen else [_conflict(changes)]
    if conflicts:
        raise Refused(conflicts)

    def change(entry: Entry) -> Entry:
        changes = by_id.get(entry.id)
        if not changes:
            return entry
        # The paired file shows both texts, so it settles what the draft alone would not.
        edit = max(changes, key=lambda edit: _RANKS.index(edit.via))
        by, on = sign(edit.path, edit.line, edit.last_line)
        edited = entry.edited(edit.text, by=by, on=on, via=edit.via)
        if entry.state is State.STALE and edit.via != "paired":
            return replace(edited, previous=entry.previous, fuzzy=True)
        return edited

    return catalog.map(change), [changes[0] for changes in by_id.values()]


def _conflict(changes: Sequence[Edit]) -> WorkflowError:
    first, second = changes[0], next(c for c in changes if c.text != changes[0].text)
    return WorkflowError(
        f"segment {first.segment_id} was changed in two places: “{first.text}” in the "
        f"{first.via}, “{second.text}” in the {second.via}",
        path=second.path,
        line=second.line or None,
        hint="make both the same, or let `workflow review --apply` ask which is right",
    )


def apply_ticks(
    catalog: Catalog,
    changes: PairedChanges,
    *,
    concerns: Callable[[Entry, WaiverRequest], bool],
    sign: Sign,
    four_eyes: bool,
) -> Catalog:
    """The catalog with the approvals and waivers of a paired file.

    An approval binds the two texts that stood in the file: it holds only while both still do.
    `concerns` tells which of a block's segments the waived finding is about. Raises `Refused` for
    every tick of somebody who may not give it.
    """
    ticks = {tick.segment_id: tick for tick in changes.ticks}
    refused: list[WorkflowError] = []
    waivers: dict[str, list[WaiverRequest]] = defaultdict(list)
    for request in changes.waivers:
        for segment_id in request.segment_ids:
            waivers[segment_id].append(request)

    def change(entry: Entry) -> Entry:
        tick = ticks.get(entry.id)
        if tick is not None:
            try:
                entry = _ticked(entry, tick, sign, four_eyes=four_eyes)
            except WorkflowError as error:
                refused.append(error)
        for request in waivers.get(entry.id, ()):
            if concerns(entry, request):
                by, on = sign(request.path, request.line, request.line)
                entry = waive(entry, request.rule, request.message, request.reason, by=by, on=on)
        return entry

    ticked = catalog.map(change)
    if refused:
        raise Refused(refused)
    return ticked


def _ticked(entry: Entry, tick: Tick, sign: Sign, *, four_eyes: bool) -> Entry:
    if not tick.approved:
        return withdraw(entry) if entry.state is State.APPROVED else entry
    both = (fingerprint(tick.source), fingerprint(tick.target))
    fits = both == (fingerprint(entry.source), fingerprint(entry.target))
    if not fits or not entry.target or entry.state is State.APPROVED:
        return entry
    by, on = sign(tick.path, tick.line, tick.line)
    reason = refusal(entry, by, four_eyes=four_eyes)
    if reason is not None:
        hint = "untick it here; somebody else ticks it"
        message = f"the tick cannot stand: {reason}"
        raise WorkflowError(message, path=tick.path, line=tick.line, hint=hint)
    return approve(entry, by=by, on=on)
