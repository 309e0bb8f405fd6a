"""The catalog: one PO file per article and target language, the truth about every segment.

Plain PO that Poedit and Weblate open. `msgctxt` is the segment's id, `msgid` its Markdown with
soft line breaks folded, `msgstr` its English. A segment's state is derived, never stored:

==============================================  ============
empty `msgstr`                                  untranslated
`fuzzy` with a previous msgid                   stale
`fuzzy`, and the text is the machine's          machine
anything else                                   edited
…with an approval whose hashes of both fit      approved
==============================================  ============

`#.` lines are ours: `#. mt: "…"` (the machine's text, the baseline of diffs) and
`#. draft: {…}` (what made it). Translator comments `# key: {JSON}` are `edited`, `approved`,
`waiver` and `comment`; any other comment line is kept as it is. A retired segment (`#~`) keeps its
English, these comments and what it was stale for, and none of the `#.` lines.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import polib

from workflow.article import fingerprint
from workflow.errors import WorkflowError
from workflow.files import read_text, write_text

_PREVIOUS = "previous Spanish"
"""Key of the comment line with the Spanish that a retired segment's English was made for."""
_UNCLOSED = re.compile(
    r"""^[ \t]*(?:\#(?:~\|?|\|)[ \t]*)?(?:msg\w+(?:\[\d+\])?[ \t]+)?"""
    r""""(?:[^"\\\r\n]|\\.)*\\?[ \t\r]*$""",
    re.MULTILINE,
)
"""A line of a PO file whose string is never closed."""


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
    notes: tuple[Note, ...] = ()
    comments: tuple[str, ...] = ()
    """Comment lines of other tools and people, kept as they are."""
    flags: tuple[str, ...] = ()
    """PO flags other than `fuzzy`."""

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
        both = (fingerprint(self.source), fingerprint(self.target))
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

    def edited(self, target: str, *, by: str, on: str, via: str) -> Entry:
        """With a person's English: who (`by`), when (`on`, ISO date), where (`via`)."""
        text = fingerprint(target)
        note = Note("edited", {"by": by, "on": on, "via": via, "text": text})
        kept = tuple(n for n in self.notes if n.key != "edited")
        return replace(self, target=target, fuzzy=False, previous=None, notes=(note, *kept))

    def drafted(self, target: str, draft: Mapping[str, Any]) -> Entry:
        """With the machine's English, in place of an earlier machine text."""
        notes = tuple(n for n in self.notes if n.key != "edited")
        return replace(
            self, target=target, machine=target, fuzzy=True, previous=None, draft=draft, notes=notes
        )


@dataclass(frozen=True, slots=True)
class Catalog:
    """All segments of one article in one target language, in the order of the document."""

    language: str
    entries: tuple[Entry, ...] = ()
    retired: tuple[Entry, ...] = ()
    """Segments that have left the Spanish, with the human English that stood for them."""

    def by_id(self) -> dict[str, Entry]:
        """The entries by segment id."""
        return {entry.id: entry for entry in self.entries}

    def with_entries(self, entries: Iterable[Entry]) -> Catalog:
        """The same catalog with these entries."""
        return Catalog(self.language, tuple(entries), self.retired)

    def map(self, change: Callable[[Entry], Entry]) -> Catalog:
        """The same catalog with each entry changed by `change`."""
        return self.with_entries(change(entry) for entry in self.entries)

    def targets(self) -> dict[str, str]:
        """English by segment id, for rendering; untranslated segments are left out."""
        return {entry.id: entry.target for entry in self.entries if entry.target}


def read_catalog(path: Path, language: str) -> Catalog:
    """The catalog at `path`, empty when there is none; errors are those of `parse_catalog`."""
    return parse_catalog(read_text(path), path, language) if path.exists() else Catalog(language)


def parse_catalog(text: str, path: Path, language: str) -> Catalog:
    """The catalog that a PO text holds; errors name `path`.

    Raises `WorkflowError` with file and line for what is not PO, for an entry without an id,
    for two entries with one id, and for a broken line of ours.
    """
    if unclosed := _UNCLOSED.search(text):
        # polib takes the last character for the quotation mark, and loses it
        raise WorkflowError(
            "a text without its closing quotation mark",
            path=path,
            line=text.count("\n", 0, unclosed.start()) + 1,
            hint="mend the line or restore the file",
        )
    try:
        po = polib.pofile(_Text(f"{text}\n"), wrapwidth=0, encoding="utf-8")
    except (OSError, ValueError, IndexError) as error:
        line = _line_of(str(error))
        raise WorkflowError(
            "is not valid PO", path=path, line=line, hint="mend the line or restore the file"
        ) from None
    seen: dict[str, int] = {}
    entries, retired = [], []
    for item in po:
        if not item.msgctxt:
            raise WorkflowError("an entry without msgctxt", path=path, line=item.linenum)
        if item.obsolete:
            retired.append(_entry(item, path))
            continue
        if item.msgctxt in seen:
            raise WorkflowError(
                f"two entries with msgctxt {item.msgctxt!r}, the first on line "
                f"{seen[item.msgctxt]}",
                path=path,
                line=item.linenum,
                hint="keep one of the two",
            )
        seen[item.msgctxt] = item.linenum or 0
        entries.append(_entry(item, path))
    return Catalog(language, tuple(entries), tuple(retired))


class _Text(str):
    """What polib reads as a file with these lines; Python's `str` breaks lines at more marks."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        return list(io.StringIO(self, newline=None))


_STRING = re.compile(r'[ \t]*(?P<keyword>msg[a-z_]+(?:\[\d+\])?)?[ \t]*"(?P<text>.*)"[ \t\r]*')
"""A line of a PO file with a string, of a keyword or going on."""


def target_lines(text: str) -> dict[str, tuple[int, int]]:
    """First and last line (1-based) of the `msgstr` of each entry of a PO text, by its id."""
    lines: dict[str, tuple[int, int]] = {}
    keyword = entry_id = ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _STRING.fullmatch(line)
        if match is None:
            continue
        keyword = match["keyword"] or keyword
        if keyword == "msgctxt":
            entry_id = match["text"] if match["keyword"] else entry_id + match["text"]
        elif keyword == "msgstr":
            first = number if match["keyword"] else lines[entry_id][0]
            lines[entry_id] = first, number
    return lines


def write_catalog(path: Path, catalog: Catalog) -> bool:
    """Write the catalog, all or nothing; True when its bytes changed."""
    return write_text(path, serialize(catalog))


def serialize(catalog: Catalog) -> str:
    """The PO text: byte-stable, no line references, no dates in the header, no wrapping."""
    po = polib.POFile(wrapwidth=0)
    po.metadata = {
        "Language": catalog.language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "X-Generator": "workflow",
    }
    po.extend(_item(entry, obsolete=False) for entry in catalog.entries)
    po.extend(_item(entry, obsolete=True) for entry in catalog.retired)
    return str(po)


def _entry(item: polib.POEntry, path: Path) -> Entry:
    """One PO item as an entry; our own comment lines are taken apart."""
    machine: str | None = None
    draft: Mapping[str, Any] | None = None
    previous: str | None = item.previous_msgid or None
    notes, comments = [], []
    for line in item.comment.split("\n"):
        key, _, rest = line.partition(": ")
        if key == "mt":
            machine = str(_json(rest, path, item))
        elif key == "draft":
            draft = _json(rest, path, item)
    for line in item.tcomment.split("\n") if item.tcomment else ():
        key, _, rest = line.partition(": ")
        if key in NOTE_KEYS and rest.startswith("{"):
            notes.append(Note(key, _json(rest, path, item)))
        elif key == _PREVIOUS and rest.startswith('"'):
            previous = str(_json(rest, path, item))
        else:
            comments.append(line)
    return Entry(
        id=item.msgctxt,
        source=item.msgid,
        target=item.msgstr,
        previous=previous,
        fuzzy="fuzzy" in item.flags,
        machine=machine,
        draft=draft,
        notes=tuple(notes),
        comments=tuple(comments),
        flags=tuple(flag for flag in item.flags if flag != "fuzzy"),
    )


def _item(entry: Entry, *, obsolete: bool) -> polib.POEntry:
    own = []
    if entry.machine is not None:
        own.append(f"mt: {_dump(entry.machine)}")
    if entry.draft is not None:
        own.append(f"draft: {_dump(entry.draft)}")
    people = [*entry.comments, *(f"{note.key}: {_dump(note.data)}" for note in entry.notes)]
    if obsolete and entry.previous is not None:  # polib reads over `#~| msgid`
        people.append(f"{_PREVIOUS}: {_dump(entry.previous)}")
    return polib.POEntry(
        msgctxt=entry.id,
        msgid=entry.source,
        msgstr=entry.target,
        previous_msgid=None if obsolete else entry.previous,
        comment="\n".join(own),
        tcomment="\n".join(people),
        flags=["fuzzy", *entry.flags] if entry.fuzzy else list(entry.flags),
        obsolete=obsolete,
    )


# Python's `str.splitlines` breaks lines at these too; escaped, one line of ours stays one.
_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(", ", ": ")).translate(_BREAKS)


def _json(text: str, path: Path, item: polib.POEntry) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        raise WorkflowError(
            f"a comment of entry {item.msgctxt!r} is not JSON: {text[:60]}",
            path=path,
            line=item.linenum,
            hint="remove the comment line or mend it",
        ) from None


def _line_of(message: str) -> int | None:
    """The line number in polib's message, "Syntax error in po file … (line 12)…"."""
    _, _, rest = message.partition("(line ")
    number = rest.partition(")")[0]
    return int(number) if number.isdigit() else None
