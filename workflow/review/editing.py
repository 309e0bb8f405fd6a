"""One segment changed by a person who has its texts in sight: edit, approve, waive, comment.

Each change names what the person saw (`seen`). When the segment says something else by then,
whoever changed it and wherever, nothing is written and both texts are in the error.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from workflow.arrangement import PARAGRAPHS, omitted, paragraphs_of
from workflow.article import Document, fingerprint
from workflow.catalog import Catalog, Entry, Note, State, addition_id
from workflow.errors import WorkflowError
from workflow.examination import Standards, check_entry
from workflow.placing import unplaceable
from workflow.project import Article
from workflow.review.approval import approve, refusal, withdraw
from workflow.review.revision import Desk, Revision, revise
from workflow.review.waivers import waive

Change = Callable[[Entry], Entry]
_SOFT_BREAK = re.compile(r"(?<!\\)[ \t]*\n[ \t]*")


class ChangeRefused(WorkflowError):
    """A change that cannot be made; the message says why."""


class OutdatedError(WorkflowError):
    """The segment is no longer what the person saw."""

    def __init__(self, entry: Entry | None) -> None:
        super().__init__("somebody changed this segment meanwhile")
        self.entry = entry
        """As it stands now; None when the article has no such segment any more."""


@dataclass(frozen=True, slots=True)
class Person:
    """Who changes something, and on which day (ISO)."""

    name: str
    on: str


def seen(entry: Entry) -> str:
    """Hash of an English and all of its Spanish, character by character: the entity tag."""
    texts = json.dumps([entry.original, entry.target])
    return hashlib.sha256(texts.encode()).hexdigest()[:16]


def change_segment(
    desk: Desk, article: Article, segment_id: str, tag: str | None, change: Change
) -> Revision:
    """Change the segment if it still is what `seen` gave `tag` for, and write the article.

    Without a tag whatever stands there is changed.

    Raises `OutdatedError` when it is not, `ChangeRefused` when `change` does, and `WorkflowError`
    for what is wrong on the disk; then nothing is written.
    """

    def changed(document: Document, catalog: Catalog) -> Catalog:
        entry = catalog.by_id().get(segment_id)
        if entry is None or (tag is not None and seen(entry) != tag):
            raise OutdatedError(entry)
        new = change(entry)
        after = catalog.map(lambda one: new if one.id == segment_id else one)
        after = after.without_emptied()
        reason = unplaceable(document, after).get(segment_id)
        if reason is not None and new.target != entry.target:
            raise ChangeRefused(f"it cannot be placed: {reason}")
        return after

    return revise(desk, article, changed)


def editing(text: str, by: Person, via: str) -> Change:
    """Put a person's English in place; saving it as it is settles a stale segment."""

    def change(entry: Entry) -> Entry:
        target = as_message(text)
        if target == entry.target and entry.state is not State.STALE:
            return entry
        return entry.edited(target, by=by.name, on=by.on, via=via)

    return change


def add_text(
    desk: Desk, article: Article, segment_id: str, text: str, by: Person, via: str
) -> Revision:
    """Add paragraphs behind the block of a segment: a translator's note.

    Raises `OutdatedError` when there is no such segment, `ChangeRefused` for what is no paragraph,
    and `WorkflowError` for what is wrong on the disk; then nothing is written.
    """

    def added(document: Document, catalog: Catalog) -> Catalog:
        if segment_id not in {entry.id for entry in catalog.entries}:
            raise OutdatedError(None)
        said = as_message(text)
        one = addition_id(segment_id, said)
        known = catalog.by_id().get(one, Entry(one, "", after=segment_id))
        if known.target:
            return catalog
        # One that was taken away and still stands in the edition comes back as it was.
        new = known.edited(said, by=by.name, on=by.on, via=via)
        others = (entry for entry in catalog.added if entry.id != one)
        after = replace(catalog, added=(*others, new))
        reason = unplaceable(document, after).get(new.id)
        if reason is not None:
            raise ChangeRefused(f"it cannot be placed: {reason}")
        return after

    return revise(desk, article, added)


def leaving_out(reason: str, by: Person, via: str) -> Change:
    """Leave the segment out of the English, for a reason."""
    why = " ".join(reason.split())

    def change(entry: Entry) -> Entry:
        if not why:
            raise ChangeRefused("leaving a text out needs a reason")
        return editing(omitted(why), by, via)(entry)

    return change


def taking_away(by: Person, via: str) -> Change:
    """Take away what somebody added."""

    def change(entry: Entry) -> Entry:
        if not entry.after:
            raise ChangeRefused("only what was added can be taken away")
        return entry.edited("", by=by.name, on=by.on, via=via)

    return change


def as_message(text: str) -> str:
    """What somebody typed, as the catalog has it: soft line breaks are spaces.

    A blank line parts paragraphs. Raises `ChangeRefused` for no text.
    """
    paragraphs = paragraphs_of(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not paragraphs:
        raise ChangeRefused("the English cannot be empty: `omitted: REASON` leaves a text out")
    return PARAGRAPHS.join(_SOFT_BREAK.sub(" ", paragraph) for paragraph in paragraphs)


def approving(by: Person, *, four_eyes: bool) -> Change:
    """Take responsibility for the English; who may not is told why."""

    def change(entry: Entry) -> Entry:
        reason = refusal(entry, by.name, four_eyes=four_eyes)
        if reason is not None:
            raise ChangeRefused(f"not approved: {reason}")
        if entry.state is State.APPROVED:
            return entry
        return approve(entry, by=by.name, on=by.on)

    return change


def withdrawing() -> Change:
    """Take the approval back."""
    return withdraw


def waiving(rule: str, message: str, reason: str, by: Person, standards: Standards) -> Change:
    """Accept a finding that stands, for a reason."""

    def change(entry: Entry) -> Entry:
        if not reason.strip():
            raise ChangeRefused("a waiver needs a reason")
        found = check_entry(entry, standards)
        if not any((f.rule, f.message) == (rule, message) for f in found):
            raise ChangeRefused("this finding no longer stands")
        why = " ".join(reason.split())
        return waive(entry, rule, message, why, by=by.name, on=by.on)

    return change


def commenting(text: str, by: Person) -> Change:
    """Say something about the segment; it stands in the catalog and in the log."""

    def change(entry: Entry) -> Entry:
        if not text.strip():
            raise ChangeRefused("the comment is empty")
        note = Note("comment", {"by": by.name, "on": by.on, "text": text.strip()})
        return replace(entry, notes=(*entry.notes, note))

    return change


def successor(catalog: Catalog, source: str) -> Entry | None:
    """The entry whose English was made for a Spanish with this fingerprint, since changed."""
    for entry in catalog.entries:
        if entry.previous is not None and fingerprint(entry.previous) == source:
            return entry
    return None
