"""The catalog: one PO file per article and target language, the truth about every segment.

Plain PO that Poedit and Weblate open. `msgctxt` is the segment's id, `msgid` its Markdown with
soft line breaks folded, `msgstr` its English, arranged as `arrangement.py` says. A segment's state
is derived, see `entry.py`. What an editor added stands behind its block, with a line `# added
after: "…"` and no Spanish.

`#.` lines are ours: `#. mt: "…"` (the machine's text, the baseline of diffs), `#. draft: {…}`
(what made it) and `#. edition: "…"` (fingerprint of what the edition says for the segment).
Translator comments `# key: {JSON}` are `edited`, `approved`, `waiver` and `comment`; any other
comment line is kept as it is. A retired segment (`#~`) keeps its English, these comments and what
it was stale for, and none of the `#.` lines.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import polib

from workflow.arrangement import PARAGRAPHS, merged_groups
from workflow.entry import NOTE_KEYS, Entry, Note, State, addition_id, is_addition
from workflow.errors import WorkflowError
from workflow.files import read_text, write_text

__all__ = [
    "Catalog",
    "Entry",
    "Note",
    "State",
    "addition_id",
    "is_addition",
    "parse_catalog",
    "read_catalog",
    "serialize",
    "target_lines",
    "write_catalog",
]

_PREVIOUS = "previous Spanish"
"""Key of the comment line with the Spanish that a retired segment's English was made for."""
_AFTER = "added after"
"""Key of the comment line with the segment whose block an added text follows."""
_NO_SPANISH = "(added in the translation)"
"""Stands in the place of the Spanish of an added text: PO knows no entry without one."""
_FRAME = "X-Edition-Frame"
"""Header field with the fingerprint of what in the edition is no segment."""
_UNCLOSED = re.compile(
    r"""\n[ \t]*(?:\#(?:~\|?|\|)[ \t]*)?(?:msg\w+(?:\[\d+\])?[ \t]+)?"""
    r""""(?:[^"\\\r\n]|\\.)*\\?[ \t\r]*$""",
    re.MULTILINE,
)
"""A line of a PO file whose string is never closed."""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All segments of one article in one target language, in the order of the document."""

    language: str
    entries: tuple[Entry, ...] = ()
    retired: tuple[Entry, ...] = ()
    """Segments that have left the Spanish, with the human English that stood for them."""
    added: tuple[Entry, ...] = ()
    """What editors added, a translator's note for one, each behind the block of a segment."""
    edition_frame: str | None = None
    """Fingerprint of what in the edition is no segment, when it was last written."""

    def __post_init__(self) -> None:
        groups = self.groups
        if groups or any(entry.group for entry in self.entries):
            object.__setattr__(self, "entries", tuple(_grouped(self.entries, groups)))

    @property
    def groups(self) -> dict[int, list[int]]:
        """Which entries, by index, have their English in that of another; itself among them."""
        return merged_groups([(entry.source, entry.target) for entry in self.entries])

    def by_id(self) -> dict[str, Entry]:
        """The entries by segment id."""
        return {entry.id: entry for entry in (*self.entries, *self.added)}

    @property
    def texts(self) -> tuple[Entry, ...]:
        """All that is or may be on the page, in its order: segments and what was added."""
        return tuple(entry for entry in self.kept if entry.target or not entry.after)

    @property
    def kept(self) -> tuple[Entry, ...]:
        """The same with what was taken away since and still stands in the edition."""
        if not self.added:
            return self.entries
        behind: dict[str, list[Entry]] = {}
        for entry in self.added:
            behind.setdefault(entry.after, []).append(entry)
        return tuple(text for entry in self.entries for text in (entry, *behind.get(entry.id, ())))

    @property
    def in_edition(self) -> tuple[Entry, ...]:
        """What stands in the edition: all that may be on a page while nothing is known of it."""
        known = tuple(entry for entry in self.kept if entry.published is not None)
        return known or self.texts

    def with_entries(self, entries: Iterable[Entry]) -> Catalog:
        """The same catalog with these entries."""
        return replace(self, entries=tuple(entries))

    def map(self, change: Callable[[Entry], Entry]) -> Catalog:
        """The same catalog with each entry, added ones too, changed by `change`."""
        entries, added = tuple(map(change, self.entries)), tuple(map(change, self.added))
        return replace(self, entries=entries, added=added)

    def without_emptied(self) -> Catalog:
        """The same catalog without what was added, then taken away, and is in no edition."""
        standing = tuple(entry for entry in self.added if entry.target or entry.published)
        return self if standing == self.added else replace(self, added=standing)

    def targets(self) -> dict[str, str]:
        """English by segment id, for rendering; untranslated segments are left out."""
        return {entry.id: entry.target for entry in self.entries if entry.target}


def _grouped(entries: Sequence[Entry], groups: Mapping[int, Sequence[int]]) -> Iterator[Entry]:
    """The entries, each with the Spanish of those that are merged into it."""
    for index, entry in enumerate(entries):
        group = PARAGRAPHS.join(entries[member].source for member in groups.get(index, ()))
        yield entry if entry.group == group else replace(entry, group=group)


def read_catalog(path: Path, language: str) -> Catalog:
    """The catalog at `path`, empty when there is none; errors are those of `parse_catalog`."""
    return parse_catalog(read_text(path), path, language) if path.exists() else Catalog(language)


def parse_catalog(text: str, path: Path, language: str) -> Catalog:
    """The catalog that a PO text holds; errors name `path`.

    Raises `WorkflowError` with file and line for what is not PO, for an entry without an id,
    for two entries with one id, and for a broken line of ours.
    """
    lines = f"\n{text}"
    if unclosed := _UNCLOSED.search(lines):
        # polib takes the last character for the quotation mark, and loses it
        raise WorkflowError(
            "a text without its closing quotation mark",
            path=path,
            line=lines.count("\n", 0, unclosed.start()) + 1,
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
    entries: list[Entry] = []
    retired: list[Entry] = []
    added: list[Entry] = []
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
        entry = _entry(item, path)
        (added if entry.after else entries).append(entry)
    return Catalog(language, tuple(entries), tuple(retired), tuple(added), po.metadata.get(_FRAME))


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
    if catalog.edition_frame is not None:
        po.metadata[_FRAME] = catalog.edition_frame
    po.extend(_item(entry, obsolete=False) for entry in catalog.kept)
    po.extend(_item(entry, obsolete=True) for entry in catalog.retired)
    return str(po)


def _entry(item: polib.POEntry, path: Path) -> Entry:
    """One PO item as an entry; our own comment lines are taken apart."""
    machine: str | None = None
    draft: Mapping[str, Any] | None = None
    published: str | None = None
    previous: str | None = item.previous_msgid or None
    after = ""
    notes, comments = [], []
    for line in item.comment.split("\n"):
        key, _, rest = line.partition(": ")
        if key == "mt":
            machine = str(_json(rest, path, item))
        elif key == "draft":
            draft = _json(rest, path, item)
        elif key == "edition":
            published = str(_json(rest, path, item))
    for line in item.tcomment.split("\n") if item.tcomment else ():
        key, _, rest = line.partition(": ")
        if key in NOTE_KEYS and rest.startswith("{"):
            notes.append(Note(key, _json(rest, path, item)))
        elif key == _PREVIOUS and rest.startswith('"'):
            previous = str(_json(rest, path, item))
        elif key == _AFTER and rest.startswith('"'):
            after = str(_json(rest, path, item))
        else:
            comments.append(line)
    return Entry(
        id=item.msgctxt,
        source="" if after else item.msgid,
        target=item.msgstr,
        previous=previous,
        fuzzy="fuzzy" in item.flags,
        machine=machine,
        draft=draft,
        published=published,
        notes=tuple(notes),
        comments=tuple(comments),
        flags=tuple(flag for flag in item.flags if flag != "fuzzy"),
        after=after,
    )


def _item(entry: Entry, *, obsolete: bool) -> polib.POEntry:
    own = []
    if entry.machine is not None:
        own.append(f"mt: {_dump(entry.machine)}")
    if entry.draft is not None:
        own.append(f"draft: {_dump(entry.draft)}")
    if entry.published is not None:
        own.append(f"edition: {_dump(entry.published)}")
    people = [*entry.comments, *(f"{note.key}: {_dump(note.data)}" for note in entry.notes)]
    if obsolete and entry.previous is not None:  # polib reads over `#~| msgid`
        people.append(f"{_PREVIOUS}: {_dump(entry.previous)}")
    if entry.after:
        people.append(f"{_AFTER}: {_dump(entry.after)}")
    return polib.POEntry(
        msgctxt=entry.id,
        msgid=_NO_SPANISH if entry.after else entry.source,
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
