"""Take an edited English text apart again: which words belong to which segment.

The English must be built like the Spanish: what cannot be placed is refused with its line, never
dropped and never guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from markdown_it.token import Token

from workflow.article.composing import Edit, apply, numbered_slots
from workflow.article.document import Block, Document
from workflow.article.fields import Field, fold_pieces
from workflow.article.html_tags import html_skeleton
from workflow.article.pieces import Kind, Slot
from workflow.article.reading import Reading, read, read_fragment
from workflow.article.strings import inner_field
from workflow.errors import ArticleError

_NAMES = {
    "paragraph": "paragraph",
    "heading": "heading",
    "bullet_list": "list",
    "ordered_list": "numbered list",
    "list_item": "list item",
    "blockquote": "quote",
    "table": "table",
    "tr": "table row",
    "th": "table cell",
    "td": "table cell",
    "fence": "code block",
    "code_block": "code block",
    "html_block": "HTML block",
    "hr": "rule",
    "definition": "link definition",
    "footnote_reference": "footnote",
    "dl": "definition list",
    "dt": "term",
    "dd": "definition",
}
_KEPT = frozenset({"fence", "code_block"})


def read_back(block: Block, document: Document, english: str) -> dict[str, str]:
    """The English of each segment of `block`, read from the edited text of that block.

    Raises `ArticleError` with the line within `english` when it is built differently.
    """
    if block.key is not None:
        return {identity: english.strip() for identity in block.segment_ids[:1]}
    if not block.segment_ids and english.split() == block.source.split():
        return {}
    source = document.reading
    edited = read_fragment(english, document.options, source.body.environment)
    first, last = _tokens_of(block, source)
    _require_same_build(source.body.tokens[first:last], edited)
    fields = [field for field in source.fields if first <= field.token < last]
    texts = dict(_paired(fields, first, edited))
    return _by_segment(document, texts)


def read_back_document(document: Document, english: str) -> dict[str, str]:
    """The English of every segment of `document`, read from an edited page.

    Front-matter fields that the Spanish has not are no matter. Raises `ArticleError` with the
    line in `english` when the page is built differently.
    """
    source = document.reading
    edited = read(english, document.options)
    _require_same_build(source.body.tokens, edited)
    fields = [field for field in source.fields if field.token >= 0]
    texts = dict(_paired(fields, 0, edited))
    values = _values(edited)
    for key, field in _values(source).items():
        if key in values:
            texts[id(field)] = fold_pieces(values[key].text, values[key].pieces)
    return _by_segment(document, texts)


def _by_segment(document: Document, texts: Mapping[int, str]) -> dict[str, str]:
    return {
        segment.id: texts[id(segment.field)]
        for segment in document.segments
        if id(segment.field) in texts
    }


def _values(reading: Reading) -> dict[tuple[str, int], Field]:
    """Front-matter values by path, and which of equal paths."""
    found: dict[tuple[str, int], Field] = {}
    count: defaultdict[str, int] = defaultdict(int)
    for field in reading.fields:
        if field.kind is Kind.FRONT_MATTER:
            found[field.key, count[field.key]] = field
            count[field.key] += 1
    return found


def _tokens_of(block: Block, source: Reading) -> tuple[int, int]:
    """Range of the tokens of a top-level block."""
    body = source.body
    line = body.lines.index(block.start) - body.first_line
    first = next(
        index
        for index, token in enumerate(body.tokens)
        if token.level == 0 and token.map is not None and token.map[0] == line
    )
    last = first + 1
    while body.tokens[last - 1].level > 0 or body.tokens[last - 1].nesting > 0:
        last += 1
    return first, last


# -- the same build


def _require_same_build(source: Sequence[Token], edited: Reading) -> None:
    found = edited.body.tokens
    line = edited.body.first_line + 1
    for before, after in zip(source, found, strict=False):
        line = edited.body.line_of(after) if after.map else line
        if _build(before) != _build(after):
            raise ArticleError(_difference(before, after), line=line)
    if len(found) > len(source):
        extra = found[len(source)]
        line = edited.body.line_of(extra) if extra.map else line
        raise ArticleError(f"here is a {_name(extra)} more than in the Spanish", line=line)
    if len(found) < len(source):
        missing = source[len(found)]
        raise ArticleError(
            f"the {_name(missing)} of the Spanish is missing", line=len(edited.body.lines)
        )


def _build(token: Token) -> tuple[str, str, str]:
    """What must not differ; a formatter may change bullets, tightness and fences."""
    match token.type:
        case "html_block":
            return token.type, "", "\n".join(html_skeleton(token.content))
        case "definition":
            return token.type, str(token.meta["id"]), str(token.meta["url"])
        case "footnote_reference_open":
            return token.type, str(token.meta["label"]), ""
        case kind if kind in _KEPT:
            return "code", token.info.strip(), token.content.rstrip()
        case _:
            return token.type, token.tag, ""


def _difference(before: Token, after: Token) -> str:
    if after.nesting < 0:
        return f"a {_name(before)} of the Spanish is missing here"
    if before.nesting < 0:
        return f"here is a {_name(after)} more than in the Spanish"
    if _name(before) != _name(after):
        return f"here is a {_name(after)}; the Spanish has a {_name(before)}"
    if before.type in _KEPT:
        return "the code differs from the Spanish page's; code is not translated"
    return f"the {_name(after)} differs from the Spanish page's in more than its words"


def _name(token: Token) -> str:
    kind = token.type.removesuffix("_open").removesuffix("_close")
    return _NAMES.get(kind, "text")


# -- the words


def _paired(fields: Sequence[Field], first: int, edited: Reading) -> Iterator[tuple[int, str]]:
    """The English of each field, by `id()`; `first` is the index of the fields' first token."""
    there = _by_token(edited.fields, 0)
    children: defaultdict[int, list[Field]] = defaultdict(list)
    for field in fields:
        if field.parent is not None:
            children[id(field.parent)].append(field)
    here = _by_token(fields, first)
    for token in sorted({*here, *there}):
        ours, theirs = here.get(token, []), there.get(token, [])
        for field, english in zip(ours, theirs, strict=False):
            yield from _texts(field, english, children)
        for english in theirs[len(ours) :]:
            if english.has_words:
                raise ArticleError(
                    "here are words where the Spanish has none", line=_line(english, edited)
                )


def _by_token(fields: Sequence[Field], first: int) -> dict[int, list[Field]]:
    found: defaultdict[int, list[Field]] = defaultdict(list)
    for field in fields:
        if field.parent is None and field.token >= 0:
            found[field.token - first].append(field)
    return found


def _line(field: Field, reading: Reading) -> int:
    return reading.body.lines.index(field.start) + 1


def _texts(
    field: Field, english: Field, children: Mapping[int, Sequence[Field]]
) -> Iterator[tuple[int, str]]:
    """The field's own English, its slots as in the Spanish, and that of each slot."""
    inside = children.get(id(field), ())
    ours = dict(numbered_slots(child.slot for child in inside if child.slot))
    by_slot = {id(child.slot): child for child in inside}
    edits = []
    for key, slot in numbered_slots(english.slots()):
        if key not in ours:
            continue
        edits.append(_restored(slot, ours[key], field.text))
        yield from _texts(by_slot[id(ours[key])], inner_field(english, slot), children)
    text = apply(english.text, edits)
    pieces = field.place.pieces(text, english.context)
    yield id(field), field.place.meant(fold_pieces(text, pieces))


def _restored(slot: Slot, source: Slot, text: str) -> Edit:
    """The edit that puts the Spanish back into a slot; `text` holds the source's slot."""
    if source.label:
        return Edit(slot.start, slot.until, text[source.start : source.until])
    return Edit(slot.start, slot.end, text[source.start : source.end])
