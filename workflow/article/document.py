"""A parsed article: its segments, its blocks, and the same text with translations in it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from workflow.article import rendering as _rendering
from workflow.article.blocks import BlockReader, TopBlock
from workflow.article.fields import Field, folded
from workflow.article.frontmatter import find_front_matter, front_matter_scalars
from workflow.article.grammar import parse_blocks
from workflow.article.inline import Context
from workflow.article.lines import Lines
from workflow.article.masking import mask, masked_spans
from workflow.article.options import ArticleOptions
from workflow.article.pieces import Kind
from workflow.article.places import scalar_place, slot_field
from workflow.article.tags import tagged, untag

_WORD = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Segment:
    """One unit of translation."""

    id: str
    """Hash of the words, and which of equal ones it is: stable when others are inserted."""
    kind: Kind
    source: str
    """Markdown as in the file; a decoded value for front matter."""
    message: str
    """The Markdown on one line: soft breaks are a space, hard ones `\\` and a line end."""
    start: int
    end: int
    line: int
    """From 1."""
    column: int
    """From 1."""
    field: Field = field(repr=False, compare=False)

    @property
    def tagged(self) -> str:
        """XML content: `<g id="1">…</g>` around paired markup, `<x id="2"/>` for fixed things."""
        return tagged(self.field)

    def untag(self, tagged: str) -> str:
        """The Markdown of a tagged translation, safe for this place.

        Raises `TagError` when tags are lost, doubled or invented.
        """
        return untag(self.field, tagged)


@dataclass(frozen=True, slots=True)
class Block:
    """A top-level block, or one front-matter field."""

    id: str
    kind: str
    line: int
    source: str
    """Its Markdown without the last line end; a decoded value for front matter."""
    segment_ids: tuple[str, ...]
    key: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article: `source` and what can be translated in it."""

    source: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    options: ArticleOptions
    context: Context = field(repr=False)

    def render(self, targets: Mapping[str, str]) -> str:
        """The article with the given segments' Markdown in place; `{}` gives the same bytes."""
        return self.rendering(targets).text

    def rendering(self, targets: Mapping[str, str]) -> _rendering.Rendering:
        """Like `render`, with the segments that had to stay in the source language."""
        return _rendering.render(self, targets)


def parse(text: str, options: ArticleOptions | None = None) -> Document:
    """Read an article.

    Raises `ArticleError` when its front matter is broken or it nests too deep.
    """
    options = options or ArticleOptions()
    lines = Lines(text)
    front = find_front_matter(text)
    behind = front.behind if front else int(text.startswith("\ufeff"))
    masked = mask(text, [s for s in masked_spans(text) if s[0] >= behind])
    tokens, environment = parse_blocks(masked[behind:])
    context = Context(environment, options)
    body_lines = Lines(masked)
    first_line = body_lines.position(behind)[0] - 1
    body_lines.starts[first_line] = behind  # a byte order mark is no part of the first line
    reader = BlockReader(text, body_lines, first_line, context)
    top_blocks, fields = reader.read(tokens)
    values: list[Field] = []
    front_blocks: list[TopBlock] = []
    if front is not None:
        for scalar in front_matter_scalars(text, front, options):
            place = scalar_place(scalar)
            values.append(
                Field(
                    Kind.FRONT_MATTER,
                    place,
                    scalar.value,
                    scalar.start,
                    scalar.end,
                    context,
                    key=scalar.path,
                )
            )
            front_blocks.append(TopBlock("front matter", scalar.start, scalar.end, scalar.path))
    segments = tuple(_segments([*values, *_with_slots(fields, text)], text, lines))
    blocks = tuple(_blocks([*front_blocks, *top_blocks], segments, text, lines))
    return Document(text, segments, blocks, options, context)


def _with_slots(fields: Iterable[Field], text: str) -> Iterator[Field]:
    for item in fields:
        yield item
        for slot in item.slots():
            inner = slot_field(item, slot, text)
            yield from _with_slots([inner], text)


def _segments(fields: Iterable[Field], text: str, lines: Lines) -> Iterator[Segment]:
    seen: Counter[str] = Counter()
    for item in fields:
        if not any(p.role.value == "text" and _WORD.search(p.meaning) for p in item.pieces):
            continue
        message = folded(item)
        source = item.text if item.kind is Kind.FRONT_MATTER else text[item.start : item.end]
        line, column = lines.position(item.start)
        identity = _identity(message, seen)
        yield Segment(
            identity, item.kind, source, message, item.start, item.end, line, column, item
        )


def _identity(text: str, seen: Counter[str]) -> str:
    words = " ".join(unicodedata.normalize("NFC", text).split())
    digest = hashlib.sha256(words.encode()).hexdigest()[:8]
    seen[digest] += 1
    return digest if seen[digest] == 1 else f"{digest}-{seen[digest]}"


def _blocks(
    tops: Sequence[TopBlock], segments: Sequence[Segment], text: str, lines: Lines
) -> Iterator[Block]:
    seen: Counter[str] = Counter()
    rest = list(segments)
    at = 0
    for top in tops:
        ids = []
        while at < len(rest) and rest[at].start < top.end:
            ids.append(rest[at].id)
            at += 1
        source = text[top.start : top.end]
        if top.key is not None and ids:
            source = rest[at - 1].source
        yield Block(
            _identity(source, seen),
            top.kind,
            lines.position(top.start)[0],
            source,
            tuple(ids),
            top.key,
            top.start,
            top.end,
        )
