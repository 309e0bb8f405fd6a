"""Approvals: a person takes responsibility for one English text of one Spanish text."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from workflow.article import fingerprint
from workflow.catalog import Catalog, Entry, Note, State
from workflow.findings import Finding


def approve(entry: Entry, *, by: str, on: str) -> Entry:
    """The entry with an approval that binds both of its texts as they stand."""
    both = {"source": fingerprint(entry.original), "target": fingerprint(entry.target)}
    others = tuple(note for note in entry.notes if note.key != "approved")
    note = Note("approved", {"by": by, "on": on, **both})
    return replace(entry, fuzzy=False, previous=None, notes=(*others, note))


def withdraw(entry: Entry) -> Entry:
    """The entry without any approval."""
    return replace(entry, notes=tuple(note for note in entry.notes if note.key != "approved"))


def last_editor(entry: Entry) -> str | None:
    """Who last edited the English, None when nobody did."""
    edits = (note.data.get("by") for note in entry.notes if note.key == "edited")
    return next((by for by in edits if isinstance(by, str)), None)


def approver(entry: Entry) -> str | None:
    """Who approved the texts that stand now, None when nobody did."""
    if entry.state is not State.APPROVED:
        return None
    approvals = [note.data.get("by") for note in entry.notes if note.key == "approved"]
    return next((by for by in reversed(approvals) if isinstance(by, str)), None)


def same_person(one: str | None, other: str | None) -> bool:
    """Whether two names are one, whatever their capitals and blanks."""
    return one is not None and other is not None and _folded(one) == _folded(other)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def refusal(entry: Entry, by: str, *, four_eyes: bool) -> str | None:
    """Why this person cannot approve the entry, None when nothing is in the way."""
    if entry.state is State.UNTRANSLATED:
        return "it has no English yet"
    if four_eyes and same_person(last_editor(entry), by):
        return f"{by} last edited it, and four eyes are wanted"
    return None


def approve_entries(
    catalog: Catalog, chosen: Collection[str], *, by: str, on: str, four_eyes: bool
) -> tuple[Catalog, dict[str, str]]:
    """The catalog with the entries of these ids approved, and why others of them are not."""
    refused: dict[str, str] = {}

    def change(entry: Entry) -> Entry:
        if entry.id not in chosen or entry.state is State.APPROVED:
            return entry
        reason = refusal(entry, by, four_eyes=four_eyes)
        if reason is not None:
            refused[entry.id] = reason
            return entry
        return approve(entry, by=by, on=on)

    return catalog.map(change), refused


def clean_entries(catalog: Catalog, findings: Mapping[str, Sequence[Finding]]) -> set[str]:
    """Ids of the segments that a person edited and that nothing stands against."""
    edited = (entry.id for entry in catalog.texts if entry.state is State.EDITED)
    return {entry_id for entry_id in edited if not findings.get(entry_id)}
