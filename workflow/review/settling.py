"""Edits, ticks and waivers put into the catalog, each in the name of the person who made it.

Two places that say different things about one segment are a conflict, shown with both texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from workflow.arrangement import on_one_line
from workflow.article import fingerprint
from workflow.catalog import Catalog, Entry, State
from workflow.errors import Refused, WorkflowError
from workflow.review.approval import approve, refusal, withdraw
from workflow.review.edits import Edit, place_of
from workflow.review.readback import PairedChanges, Tick, WaiverRequest
from workflow.review.waivers import waive

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

    known = catalog.by_id()
    fresh = {e.segment_id: e.after for e in edits if e.after and e.segment_id not in known}
    added = (Entry(one, "", after=after) for one, after in fresh.items())
    catalog = replace(catalog, added=(*catalog.added, *added))

    def change(entry: Entry) -> Entry:
        changes = by_id.get(entry.id)
        if not changes:
            return entry
        # The paired file shows both texts, so it settles what the draft alone would not.
        edit = max(changes, key=lambda edit: _RANKS.index(edit.via))
        if entry.recorded == fingerprint(edit.text):  # chosen as it stands in the catalog
            return entry
        by, on = sign(edit.path, edit.line, edit.last_line)
        edited = entry.edited(edit.text, by=by, on=on, via=edit.via)
        if entry.state is State.STALE and edit.via != "paired":
            return replace(edited, previous=entry.previous, fuzzy=True)
        return edited

    catalog = catalog.map(change)
    return catalog.without_emptied(), [changes[0] for changes in by_id.values()]


def _conflict(changes: Sequence[Edit]) -> WorkflowError:
    first, second = changes[0], next(c for c in changes if c.text != changes[0].text)
    return WorkflowError(
        f"segment {first.segment_id} was changed in two places: “{on_one_line(first.text)}” in the "
        f"{place_of(first.via)}, “{on_one_line(second.text)}” in the {place_of(second.via)}",
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
