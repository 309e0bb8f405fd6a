"""Waivers: a person accepts one finding about two texts, with a reason."""

from __future__ import annotations

from dataclasses import replace

from workflow.article import fingerprint
from workflow.catalog import Entry, Note


def waive(entry: Entry, rule: str, message: str, reason: str, *, by: str, on: str) -> Entry:
    """The entry with this finding accepted for its texts as they stand; any change voids it."""
    data = {
        "rule": rule,
        "message": message,
        "reason": reason,
        "source": fingerprint(entry.original),
        "target": fingerprint(entry.target),
    }
    known = [note.data for note in entry.notes if note.key == "waiver"]
    if any(all(old.get(key) == value for key, value in data.items()) for old in known):
        return entry
    return replace(entry, notes=(*entry.notes, Note("waiver", {"by": by, "on": on, **data})))
