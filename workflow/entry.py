"""One segment in the catalog, or what an editor added: its texts, its state, what people did.

A segment's state is derived, never stored:

==============================================  ============
empty English                                   untranslated
fuzzy with a previous Spanish                   stale
fuzzy, and the text is the machine's            machine
anything else                                   edited
…with an approval whose hashes of both fit      approved
==============================================  ============
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from workflow.arrangement import Arrangement, arranged, guarded
from workflow.article import fingerprint, fingerprint_parts

_ADDITION = "added-"
_OMITTED = "omitted"
"""Key in the record of an edit that left the segment out: the page has no text for it."""


def addition_id(after: str, text: str) -> str:
    """The id of what somebody adds behind the block of a segment."""
    return f"{_ADDITION}{fingerprint(f'{after} {text}')[:8]}"


def is_addition(entry_id: str) -> bool:
    """Whether it is the id of what an editor added; those of segments begin otherwise."""
    return entry_id.startswith(_ADDITION)


class State(StrEnum):
    """Where a segment stands on its way to the edition."""

    UNTRANSLATED = "untranslated"
    MACHINE = "machine"
    EDITED = "edited"
    APPROVED = "approved"
    STALE = "stale"


NOTE_KEYS = ("edited", "approved", "waiver", "comment")


@dataclass(frozen=True, slots=True)
class Note:
    """A fact about a segment that a person made: an edit, an approval, a waiver, a comment."""

    key: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One segment in the catalog."""

    id: str
    source: str
    """The Spanish, Markdown with soft line breaks folded to spaces."""
    target: str = ""
    previous: str | None = None
    """The Spanish that `target` was made for, when it has changed since."""
    fuzzy: bool = False
    machine: str | None = None
    """What the machine wrote, the baseline for "what did a person change"."""
    draft: Mapping[str, Any] | None = None
    """Provenance of the machine's text: signature, glossary hash, the engine's own findings."""
    published: str | None = None
    """Fingerprint of the English last written to the edition or taken in from it."""
    notes: tuple[Note, ...] = ()
    comments: tuple[str, ...] = ()
    """Comment lines of other tools and people, kept as they are."""
    flags: tuple[str, ...] = ()
    """PO flags other than `fuzzy`."""
    after: str = ""
    """Of a text that an editor added and no Spanish stands for: the segment whose block it follows.

    It has no `source`.
    """
    group: str = ""
    """The Spanish of all segments whose English stands in this one's; empty where it is alone.

    The catalog sets it: it follows from what is left out as merged.
    """

    @property
    def original(self) -> str:
        """All the Spanish that the English is for."""
        return self.group or self.source

    @property
    def arrangement(self) -> Arrangement:
        """The English taken apart: its paragraphs, or why it is left out."""
        return arranged(self.target)

    @property
    def text(self) -> str:
        """The English that stands on the page; empty where it is left out."""
        return self.arrangement.text

    @property
    def state(self) -> State:
        """Derived from the texts, the fuzzy flag and the approvals."""
        if not self.target:
            return State.UNTRANSLATED
        if self.fuzzy and self.previous is not None:
            return State.STALE
        if self.fuzzy and self.target == self.machine:
            return State.MACHINE
        return State.APPROVED if self._approved() else State.EDITED

    def _approved(self) -> bool:
        approvals = [note.data for note in self.notes if note.key == "approved"]
        if self.fuzzy or not approvals:
            return False
        both = (fingerprint(self.original), fingerprint(self.target))
        return any((data.get("source"), data.get("target")) == both for data in approvals)

    @property
    def human(self) -> bool:
        """Whether a person's words stand here, which no machine may overwrite."""
        if self.state is State.STALE:
            return self.target != self.machine
        return self.state in (State.EDITED, State.APPROVED)

    @property
    def recorded(self) -> str | None:
        """Fingerprint of the English that was last taken in or drafted, None when there is none.

        A text whose fingerprint differs was changed by a person since.
        """
        edits = [note.data.get("text") for note in self.notes if note.key == "edited"]
        if edits and isinstance(edits[-1], str):
            return edits[-1]
        return None if self.machine is None else fingerprint(self.machine)

    @property
    def recorded_parts(self) -> list[str]:
        """Fingerprints of the paragraphs that the page had for it when that was recorded."""
        edits = [note.data for note in self.notes if note.key == "edited"]
        if edits and edits[-1].get(_OMITTED):
            return []
        return fingerprint_parts(self.recorded or fingerprint(self.target or self.source))

    def edited(self, target: str, *, by: str, on: str, via: str) -> Entry:
        """With a person's English: who (`by`), when (`on`, ISO date), where (`via`)."""
        text = fingerprint(target)
        omitted = {} if arranged(target).reason is None else {_OMITTED: True}
        note = Note("edited", {"by": by, "on": on, "via": via, "text": text, **omitted})
        kept = tuple(n for n in self.notes if n.key != "edited")
        return replace(self, target=target, fuzzy=False, previous=None, notes=(note, *kept))

    def drafted(self, target: str, draft: Mapping[str, Any]) -> Entry:
        """With the machine's English, in place of an earlier machine text."""
        target = guarded(target)
        notes = tuple(n for n in self.notes if n.key != "edited")
        return replace(
            self, target=target, machine=target, fuzzy=True, previous=None, draft=draft, notes=notes
        )
