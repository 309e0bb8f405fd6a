"""TBX-Basic (ISO 30042:2019, DCA style): what it can hold of a glossary, written and read back.

Wordings and renderings are terms with an administrative status: preferred, admitted, deprecated.
What TBX-Basic has no category for is kept in notes, `key: value` each. Older files (2008,
`martif`) are read too.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from os import PathLike

from workflow.errors import GlossaryError
from workflow.glossary import po
from workflow.glossary.model import Enforce, PartOfSpeech, Term

_NAMESPACE = "urn:iso:std:iso:30042:ed-2"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUS = "-admn-sts"
_PARTS = {
    PartOfSpeech.NOUN: ("noun", ""),
    PartOfSpeech.PROPER_NOUN: ("properNoun", ""),
    PartOfSpeech.NAME: ("properNoun", ""),
    PartOfSpeech.ACRONYM: ("noun", "acronym"),
    PartOfSpeech.ADJECTIVE: ("adjective", ""),
    PartOfSpeech.VERB: ("verb", ""),
    PartOfSpeech.ADVERB: ("adverb", ""),
    PartOfSpeech.PHRASE: ("other", "phrase"),
    PartOfSpeech.LABEL: ("other", "phrase"),
}
"""Part of speech → TBX's part of speech and term type; `name` is told from its being kept."""
_TOLD_APART = (
    (PartOfSpeech.NAME, False),
    (PartOfSpeech.PROPER_NOUN, True),
    (PartOfSpeech.LABEL, False),
    (PartOfSpeech.LABEL, True),
)
"""Parts of speech, kept or not, that come back only because a note names them."""
_GENDERS = {"m": "masculine", "f": "feminine"}
_NOTED = ("except", "context", "gender", "enforce", "anywhere", "note")
"""What goes into notes: TBX-Basic has no category for it."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A term of one language as TBX has it."""

    text: str
    status: str
    notes: dict[str, str]


def write(terms: Iterable[Term]) -> str:
    """`terms` as a TBX-Basic file."""
    root = ET.Element(
        "tbx", {"type": "TBX-Basic", "style": "dca", "xml:lang": "es", "xmlns": _NAMESPACE}
    )
    description = ET.SubElement(
        ET.SubElement(ET.SubElement(root, "tbxHeader"), "fileDesc"), "sourceDesc"
    )
    ET.SubElement(description, "p").text = "Glossary, Spanish to English"
    body = ET.SubElement(ET.SubElement(root, "text"), "body")
    for number, term in enumerate(terms, 1):
        _concept(ET.SubElement(body, "conceptEntry", {"id": f"c{number}"}), term)
    ET.indent(root)
    heading = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return heading + ET.tostring(root, encoding="unicode") + "\n"


def read(
    text: str,
    path: str | PathLike[str] | None = None,
    *,
    source: str = "es",
    target: str = "en",
) -> tuple[tuple[Term, ...], tuple[str, ...]]:
    """The terms of a TBX file, and what was left out, with the reason.

    Raises `GlossaryError` when `text` is no XML or holds no entries.
    """
    try:
        root = ET.fromstring(text.removeprefix("\ufeff").encode())
    except (ET.ParseError, ValueError) as error:
        line = getattr(error, "position", (None, 0))[0]
        raise GlossaryError(f"bad TBX: {error}", path=path, line=line) from error
    concepts = [one for one in root.iter() if _name(one) in ("conceptEntry", "termEntry")]
    if not concepts:
        raise GlossaryError("this TBX file has no entries", path=path)
    terms: list[Term] = []
    left_out: list[str] = []
    for number, concept in enumerate(concepts, 1):
        place = concept.get("id") or f"entry {number}"
        try:
            terms.append(_term(concept, source, target))
        except (LookupError, GlossaryError) as error:
            left_out.append(f"{place}: {error.args[0]}")
    return tuple(terms), tuple(left_out)


def _concept(concept: ET.Element, term: Term) -> None:
    if term.domain:
        ET.SubElement(concept, "descrip", {"type": "subjectField"}).text = term.domain
    if term.authority:
        ET.SubElement(concept, "admin", {"type": "source"}).text = term.authority
    named = dict(po.values(term))
    for key in _NOTED:
        if named[key] and not (key == "gender" and named[key] in _GENDERS):
            ET.SubElement(concept, "note").text = _note(key, named[key])
    if (term.part_of_speech, term.enforce is Enforce.KEEP) in _TOLD_APART:
        ET.SubElement(concept, "note").text = f"{po.KEYS[0]}: {term.part_of_speech}"
    for language, written in (("es", _spanish(term)), ("en", _english(term))):
        section = ET.SubElement(concept, "langSec", {"xml:lang": language})
        for one in written:
            _section(ET.SubElement(section, "termSec"), one)


def _note(key: str, value: str) -> str:
    """A note as such; other keys, and a note that looks like one, with their name."""
    plain = key == "note" and value.partition(": ")[0] not in po.KEYS
    return value if plain else f"{key}: {value}"


def _section(section: ET.Element, written: _Written) -> None:
    ET.SubElement(section, "term").text = written.text
    for kind, value in written.notes.items():
        ET.SubElement(section, "termNote", {"type": kind}).text = value
    status = written.status + "Term" + _STATUS
    ET.SubElement(section, "termNote", {"type": "administrativeStatus"}).text = status


def _spanish(term: Term) -> Iterator[_Written]:
    part, kind = _PARTS[term.part_of_speech]
    notes = {"partOfSpeech": part}
    if kind:
        notes["termType"] = kind
    if term.gender in _GENDERS:
        notes["grammaticalGender"] = _GENDERS[term.gender]
    yield _Written(term.source, "preferred", notes)
    for variant in term.variants:
        yield _Written(variant, "admitted", {"termType": "variant"})


def _english(term: Term) -> Iterator[_Written]:
    yield _Written(term.target, "preferred", {"partOfSpeech": _PARTS[term.part_of_speech][0]})
    for number in ("singular", "plural"):
        if getattr(term, number):
            yield _Written(getattr(term, number), "preferred", {"grammaticalNumber": number})
    for text in term.also:
        yield _Written(text, "admitted", {})
    for text in term.forbidden:
        yield _Written(text, "deprecated", {})


def _name(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _texts(element: ET.Element, name: str, kind: str | None = None) -> list[str]:
    return [
        po.clean("".join(one.itertext()))
        for one in element
        if _name(one) == name and (kind is None or one.get("type") == kind)
    ]


def _term(concept: ET.Element, source: str, target: str) -> Term:
    spanish, english = _written(concept, source), _written(concept, target)
    preferred = next((one for one in english if one.status == "preferred"), None)
    preferred = preferred or next((one for one in english if one.status != "deprecated"), None)
    if not spanish or preferred is None:
        raise LookupError("lacks one language")
    head = next((one for one in spanish if one.status == "preferred"), spanish[0])
    named = _notes(concept)
    named.setdefault(po.KEYS[0], _part_of(head, named.get("enforce", "")))
    for gender, written in _GENDERS.items():
        if head.notes.get("grammaticalGender") == written:
            named["gender"] = gender
    named["variants"] = _list(one for one in spanish if one is not head)
    others = [one for one in english if one is not preferred]
    inflected = [one for one in others if one.notes.get("grammaticalNumber")]
    for one in inflected:
        named[one.notes["grammaticalNumber"]] = one.text
    named["also"] = _list(
        one for one in others if one not in inflected and one.status != "deprecated"
    )
    named["forbidden"] = _list(one for one in others if one.status == "deprecated")
    return po.with_values(Term(head.text, preferred.text), named)


def _list(written: Iterable[_Written]) -> str:
    return po.SEPARATOR.join(one.text for one in written)


def _part_of(head: _Written, enforce: str) -> str:
    part = head.notes.get("partOfSpeech", "noun")
    kind = head.notes.get("termType", "")
    if kind in ("acronym", "phrase"):
        return kind
    if part == "properNoun":
        return PartOfSpeech.NAME if enforce == Enforce.KEEP else PartOfSpeech.PROPER_NOUN
    known = {tbx for tbx, _ in _PARTS.values()} - {"other"}
    return part if part in known else PartOfSpeech.NOUN if part == "noun" else PartOfSpeech.PHRASE


def _notes(concept: ET.Element) -> dict[str, str]:
    """Values of the keys in notes; all other notes are one."""
    named: dict[str, str] = {}
    for text in _texts(concept, "note"):
        key, colon, value = text.partition(": ")
        if not colon or key not in po.KEYS:
            key, value = "note", text
        named[key] = f"{named[key]} {value}" if key in named else value
    for kind, key in (("subjectField", "domain"), ("source", "authority")):
        found = _texts(concept, "descrip", kind) + _texts(concept, "admin", kind)
        if found:
            named[key] = "; ".join(found)
    return named


def _written(concept: ET.Element, language: str) -> list[_Written]:
    """The terms of one language (*es* takes *es-SV* too), in the order of the file."""
    found: list[_Written] = []
    for section in concept:
        code = (section.get(_LANG) or section.get("lang") or "").lower().replace("_", "-")
        if _name(section) in ("langSec", "langSet") and code.split("-")[0] == language:
            found.extend(_terms(section))
    return found


def _terms(section: ET.Element) -> Iterator[_Written]:
    for one in section.iter():
        if _name(one) not in ("termSec", "tig", "ntig"):
            continue
        texts = [po.clean("".join(term.itertext())) for term in one.iter() if _name(term) == "term"]
        notes = {
            note.get("type", ""): po.clean("".join(note.itertext()))
            for note in one.iter()
            if _name(note) == "termNote"
        }
        status = notes.pop("administrativeStatus", "").removesuffix(_STATUS).removesuffix("Term")
        status = "deprecated" if status == "superseded" else status
        if texts and texts[0]:
            yield _Written(texts[0], status, notes)
