"""A glossary as a PO file: reading, writing, and the one way in which it is laid out.

    # variants: otra forma | y otra
    # forbidden: wrong rendering
    #. authority: who says so
    #. domain: detention
    msgctxt "noun"
    msgid "término"
    msgstr "term"

Lists are separated by ` | `. Any other translator comment is kept as a note.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path

import polib

from workflow.errors import GlossaryError
from workflow.glossary.model import Enforce, PartOfSpeech, Term

SEPARATOR = " | "
_LISTS = {
    "variants": "variants",
    "forbidden": "forbidden",
    "also": "also",
    "except": "exceptions",
}
"""Key of a comment line → field of a term that holds several values."""
_TEXTS = ("singular", "plural", "gender", "enforce", "anywhere", "note")
"""Comment lines with one value."""
_EXTRACTED = ("authority", "domain")
"""Extracted comment lines (`#.`)."""
_KEYS = (*_LISTS, *_TEXTS)
_HEADER = {
    "Project-Id-Version": "glossary",
    "Language": "en",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


def read(text: str, path: str | PathLike[str] | None = None) -> list[Term]:
    """The terms of a PO glossary, in the order of the file.

    Raises `GlossaryError`, with `path` and the line, for bad PO, an unknown part of speech,
    a term without English, and values that are none of the legal ones.
    """
    catalog = _parse(text, path)
    return [_term(entry, path) for entry in catalog if not entry.obsolete]


def read_file(path: str | PathLike[str]) -> list[Term]:
    """The terms of the PO glossary at `path`; raises `GlossaryError`."""
    return read(decode(read_bytes(path), path), path)


def read_bytes(path: str | PathLike[str]) -> bytes:
    """The bytes of a glossary; raises `GlossaryError` when it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise GlossaryError(
            f"the glossary cannot be read: {error.strerror or error}", path=path
        ) from error


def decode(data: bytes, path: str | PathLike[str] | None = None) -> str:
    """`data` as text; raises `GlossaryError` when it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise GlossaryError(
            "the glossary is not UTF-8", path=path, line=line, hint="save it as UTF-8"
        ) from error


def write(terms: Iterable[Term]) -> str:
    """`terms` as a PO glossary: sorted, one line a string, the same bytes for the same terms."""
    catalog = polib.POFile(wrapwidth=0)
    catalog.metadata = dict(_HEADER)
    catalog.extend(_entry(term) for term in sorted(terms, key=_order))
    return str(catalog).rstrip("\n") + "\n"


def formatted(text: str, path: str | PathLike[str] | None = None) -> str:
    """`text` laid out in the one way; formatting twice changes nothing."""
    return write(read(text, path))


def line_of(text: str, term: Term) -> int:
    """The line (1-based) on which the entry of `term` begins its `msgid`."""
    catalog = _parse(text, None)
    for entry in catalog:
        if entry.msgid == term.source and _part(entry.msgctxt) is term.part_of_speech:
            return entry.linenum or 1
    return 1


def _parse(text: str, path: str | PathLike[str] | None) -> polib.POFile:
    # polib takes a path or the text itself and guesses which: text always holds a line break.
    try:
        return polib.pofile(text + "\n", wrapwidth=0, check_for_duplicates=False)
    except (OSError, ValueError, UnicodeError) as error:
        message, line = _syntax_error(str(error))
        raise GlossaryError(
            f"bad PO: {message}", path=path, line=line, hint="mend the entry at this line"
        ) from error


def _syntax_error(message: str) -> tuple[str, int | None]:
    """Message and line of polib's `Syntax error in po file … (line 12): reason`."""
    _, found, rest = message.rpartition("(line ")
    number, _, reason = rest.partition(")")
    if not found or not number.isdigit():
        return "the file cannot be read as PO", None
    return reason.lstrip(": ").strip() or "syntax error", int(number)


def _part(context: str | None) -> PartOfSpeech | None:
    try:
        return PartOfSpeech(context or PartOfSpeech.NOUN)
    except ValueError:
        return None


def _term(entry: polib.POEntry, path: str | PathLike[str] | None) -> Term:
    line = entry.linenum or 1
    part = _part(entry.msgctxt)
    if part is None:
        raise GlossaryError(
            f"“{entry.msgctxt}” is no part of speech",
            path=path,
            line=line,
            hint="one of: " + ", ".join(PartOfSpeech),
        )
    source, target = _clean(entry.msgid), _clean(entry.msgstr)
    if not source or not target:
        raise GlossaryError(
            f"the term “{source or target}” lacks one language", path=path, line=line
        )
    values, notes = _comments(entry.tcomment, _KEYS)
    extracted, other = _comments(entry.comment, _EXTRACTED)
    lists = {field: _split(values.get(key, "")) for key, field in _LISTS.items()}
    return Term(
        source=source,
        target=target,
        part_of_speech=part,
        singular=values.get("singular", ""),
        plural=values.get("plural", ""),
        gender=_choice(values, "gender", ("", "m", "f", "mf"), path, line),
        enforce=Enforce(_choice(values, "enforce", tuple(Enforce), path, line) or Enforce.YES),
        anywhere=_choice(values, "anywhere", ("", "yes", "no"), path, line) == "yes",
        note=" ".join(filter(None, [values.get("note", ""), *notes, *other])),
        authority=extracted.get("authority", ""),
        domain=extracted.get("domain", ""),
        **lists,
    )


def _choice(
    values: dict[str, str],
    key: str,
    legal: tuple[str, ...],
    path: str | PathLike[str] | None,
    line: int,
) -> str:
    value = values.get(key, "")
    if value and value not in legal:
        names = ", ".join(name for name in legal if name)
        raise GlossaryError(
            f"“{key}: {value}” is not known", path=path, line=line, hint=f"one of: {names}"
        )
    return value


def _comments(comment: str, keys: tuple[str, ...]) -> tuple[dict[str, str], list[str]]:
    """Values of the known keys (lines of a repeated list key are joined), and other lines."""
    values: dict[str, str] = {}
    others: list[str] = []
    for line in comment.split("\n"):
        key, colon, value = line.partition(":")
        key, value = key.strip().lower(), _clean(value)
        if not colon or key not in keys:
            others.append(_clean(line))
        elif key in values:
            joint = SEPARATOR if key in _LISTS else " "
            values[key] = f"{values[key]}{joint}{value}"
        else:
            values[key] = value
    return values, [line for line in others if line]


def _split(value: str) -> tuple[str, ...]:
    parts = (_clean(part) for part in value.split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _clean(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _entry(term: Term) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=term.part_of_speech.value,
        msgid=term.source,
        msgstr=term.target,
        tcomment="\n".join(f"{key}: {value}" for key, value in _lines(term)),
        comment="\n".join(
            f"{key}: {getattr(term, key)}" for key in _EXTRACTED if getattr(term, key)
        ),
    )


def _lines(term: Term) -> Iterator[tuple[str, str]]:
    for key, field in _LISTS.items():
        if getattr(term, field):
            yield key, SEPARATOR.join(getattr(term, field))
    for key in ("singular", "plural", "gender"):
        if getattr(term, key):
            yield key, getattr(term, key)
    if term.enforce is not Enforce.YES:
        yield "enforce", term.enforce.value
    if term.anywhere:
        yield "anywhere", "yes"
    if term.note:
        yield "note", term.note


def _order(term: Term) -> tuple[str, str, str]:
    folded = unicodedata.normalize("NFD", term.source.casefold())
    plain = "".join(mark for mark in folded if not unicodedata.combining(mark))
    return plain, term.source, term.part_of_speech.value
