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

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from os import PathLike

import polib

from workflow.errors import GlossaryError
from workflow.glossary.model import Enforce, PartOfSpeech, Term

SEPARATOR = " | "
_LISTS = {
    "variants": "variants",
    "forbidden": "forbidden",
    "also": "also",
    "except": "exceptions",
    "context": "context",
}
"""Key of a comment line → field of a term that holds several values."""
_COMMENTS = (*_LISTS, "singular", "plural", "gender", "enforce", "anywhere", "note")
"""Keys of translator comments (`#`)."""
_EXTRACTED = ("authority", "domain")
"""Keys of extracted comments (`#.`)."""
_PART = "part of speech"
KEYS = (_PART, *_COMMENTS, *_EXTRACTED)
"""Everything that a term has besides its source and target, by its name in files."""
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
    a term without English or marked fuzzy, and values that are none of the legal ones.
    """
    catalog = _parse(text, path)
    return [_term(entry, path) for entry in catalog if not entry.obsolete]


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


def lines_of(text: str) -> dict[tuple[str, PartOfSpeech], int]:
    """Source and part of speech of each entry of a PO glossary → its line (1-based)."""
    return {
        (clean(entry.msgid), PartOfSpeech(entry.msgctxt or PartOfSpeech.NOUN)): entry.linenum or 1
        for entry in _parse(text, None)
        if not entry.obsolete
    }


_LINE = re.compile(
    r"""\s*(?:\#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*")?\s*"""
)
"""What a line of a PO file may be: empty, a comment, a keyword with a string, or a string."""


def _parse(text: str, path: str | PathLike[str] | None) -> polib.POFile:
    for number, line in enumerate(text.split("\n"), 1):
        # polib reads over broken lines and loses what they say.
        if _LINE.fullmatch(line) is None:
            raise GlossaryError(
                f"bad PO: “{line.strip()[:40]}” is no line of a PO file",
                path=path,
                line=number,
                hint="mend this line",
            )
    try:
        # polib takes a path or the text itself; what holds a line break is a text.
        return polib.pofile(text + "\n", wrapwidth=0, check_for_duplicates=False)
    except (OSError, ValueError, UnicodeError) as error:
        message, line_number = _syntax_error(str(error))
        raise GlossaryError(f"bad PO: {message}", path=path, line=line_number) from error


def _syntax_error(message: str) -> tuple[str, int | None]:
    """Message and line of polib's `Syntax error in po file … (line 12): reason`."""
    _, found, rest = message.rpartition("(line ")
    number, _, reason = rest.partition(")")
    if not found or not number.isdigit():
        return "the file cannot be read as PO", None
    return reason.lstrip(": ").strip() or "syntax error", int(number)


def _term(entry: polib.POEntry, path: str | PathLike[str] | None) -> Term:
    line = entry.linenum or 1
    source, target = clean(entry.msgid), clean(entry.msgstr)
    if not source or not target:
        raise GlossaryError(
            f"the term “{source or target}” lacks one language", path=path, line=line
        )
    if entry.fuzzy:
        raise GlossaryError(
            f"the term “{source}” is marked fuzzy",
            path=path,
            line=line,
            hint="decide on its English and take the mark away",
        )
    named, notes = _comments(entry.tcomment, _COMMENTS)
    extracted, others = _comments(entry.comment, _EXTRACTED)
    if notes or others:
        named["note"] = " ".join(filter(None, [named.get("note", ""), *notes, *others]))
    named[_PART] = entry.msgctxt or PartOfSpeech.NOUN
    try:
        return with_values(Term(source, target), named | extracted)
    except GlossaryError as error:
        raise GlossaryError(error.message, path=path, line=line, hint=error.hint) from error


_CHOICES: dict[str, tuple[str, ...]] = {
    _PART: tuple(PartOfSpeech),
    "gender": ("m", "f", "mf"),
    "enforce": tuple(Enforce),
    "anywhere": ("yes", "no"),
}
"""Keys whose values are fixed."""


def with_values(term: Term, named: Mapping[str, str]) -> Term:
    """`term` with the values of some of `KEYS`, as files write them.

    Raises `GlossaryError` for a value that is none of the legal ones.
    """
    for key, legal in _CHOICES.items():
        if named.get(key) and named[key] not in legal:
            raise GlossaryError(
                f"“{key}: {named[key]}” is not known", hint="one of: " + ", ".join(legal)
            )
    texts = ("singular", "plural", "gender", "note", *_EXTRACTED)
    changes: dict[str, object] = {key: named[key] for key in texts if key in named}
    changes |= {field: split(named[key]) for key, field in _LISTS.items() if key in named}
    if named.get(_PART):
        changes["part_of_speech"] = PartOfSpeech(named[_PART])
    if named.get("enforce"):
        changes["enforce"] = Enforce(named["enforce"])
    if "anywhere" in named:
        changes["anywhere"] = named["anywhere"] == "yes"
    return replace(term, **changes)  # type: ignore[arg-type]


def values(term: Term) -> Iterator[tuple[str, str]]:
    """Everything of a term besides its source and target, as files write it, in their order."""
    yield _PART, term.part_of_speech.value
    for key, field in _LISTS.items():
        yield key, SEPARATOR.join(getattr(term, field))
    yield "singular", term.singular
    yield "plural", term.plural
    yield "gender", term.gender
    yield "enforce", "" if term.enforce is Enforce.YES else term.enforce.value
    yield "anywhere", "yes" if term.anywhere else ""
    yield "note", term.note
    yield "authority", term.authority
    yield "domain", term.domain


def _comments(comment: str, keys: tuple[str, ...]) -> tuple[dict[str, str], list[str]]:
    """Values of the known keys (a list may go on in a second line), and all other lines."""
    named: dict[str, str] = {}
    others: list[str] = []
    for line in comment.split("\n"):
        key, colon, value = line.partition(":")
        key, value = key.strip().lower(), clean(value)
        if not colon or key not in keys:
            others.append(clean(line))
        elif key in named:
            named[key] = f"{named[key]}{SEPARATOR if key in _LISTS else ' '}{value}"
        else:
            named[key] = value
    return named, [line for line in others if line]


def split(value: str) -> tuple[str, ...]:
    """The values of a list, each once."""
    parts = (clean(part) for part in value.split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


def clean(text: str) -> str:
    """`text` in one line, with single blanks, in Unicode's composed form."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _entry(term: Term) -> polib.POEntry:
    lines = {key: f"{key}: {value}" for key, value in values(term) if value}
    return polib.POEntry(
        msgctxt=term.part_of_speech.value,
        msgid=term.source,
        msgstr=term.target,
        tcomment="\n".join(lines[key] for key in _COMMENTS if key in lines),
        comment="\n".join(lines[key] for key in _EXTRACTED if key in lines),
    )


def _order(term: Term) -> tuple[str, str, str]:
    folded = unicodedata.normalize("NFD", term.source.casefold())
    plain = "".join(mark for mark in folded if not unicodedata.combining(mark))
    return plain, term.source, term.part_of_speech.value
