"""A parsed article: its segments, its blocks, and the same text with translations in it."""

from __future__ import annotations

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workflow.article.fields import Field, folded
from workflow.article.lines import Lines
from workflow.article.options import ArticleOptions
from workflow.article.pieces import Kind
from workflow.article.reading import Reading, read
from workflow.article.rendered import Fallback, Rendering
from workflow.article.tags import tagged, untag

if TYPE_CHECKING:
    from workflow.article.rendering import Renderer


@dataclass(frozen=True, slots=True)
class Segment:
    """One unit of translation."""

    id: str
    """Hash of the words, and which of equal ones it is: stable when others are inserted."""
    kind: Kind
    source: str
    """Markdown as in the file; decoded in front matter."""
    message: str
    """The Markdown on one line: a soft break is a space, a hard one `\\` and a line end."""
    start: int
    end: int
    line: int
    """From 1."""
    column: int
    """From 1."""
    field: Field = field(repr=False, compare=False)
    """How it is read and written; for this room only."""

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
    """A top-level block, or one front-matter value."""

    id: str
    """Hash of its text, and which of equal ones it is."""
    kind: str
    line: int
    source: str
    """Its Markdown without the last line end; decoded in front matter."""
    segment_ids: tuple[str, ...]
    key: str | None
    """Dotted path of a front-matter value."""
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article: `source` and what can be translated in it."""

    source: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    options: ArticleOptions
    reading: Reading = field(repr=False, compare=False)
    """How it was read; for this room only."""

    def render(self, targets: Mapping[str, str]) -> str:
        """The article with the given segments' Markdown in place; `{}` gives the same bytes."""
        return self._renderer(targets).run().text

    def rendering(self, targets: Mapping[str, str]) -> Rendering:
        """Like `render`, with the segments that had to stay in the source language."""
        renderer = self._renderer(targets)
        result = renderer.run()
        fallbacks = [
            Fallback(segment.id, segment.line, result.refused[id(segment.field)])
            for segment in self.segments
            if id(segment.field) in result.refused
        ]
        return Rendering(result.text, tuple(fallbacks), renderer.block_texts())

    def _renderer(self, targets: Mapping[str, str]) -> Renderer:
        from workflow.article.rendering import Renderer  # checks only read: they start without it

        by_field = {
            id(segment.field): targets[segment.id]
            for segment in self.segments
            if segment.id in targets and targets[segment.id] != segment.message
        }
        return Renderer(self.reading, by_field)


def parse(text: str, options: ArticleOptions | None = None) -> Document:
    """Read an article.

    Raises `ArticleError` when its front matter is broken or it nests too deep.
    """
    options = options or ArticleOptions()
    return document_of(read(text, options), options)


def document_of(reading: Reading, options: ArticleOptions) -> Document:
    """The document of what was read."""
    lines = Lines(reading.text)
    digests: dict[str, str] = {}  # a paragraph is often a block and a segment
    segments = tuple(_segments(reading, lines, _Identities(digests)))
    blocks = tuple(_blocks(reading, segments, lines, _Identities(digests)))
    return Document(reading.text, segments, blocks, options, reading)


def _segments(reading: Reading, lines: Lines, identify: _Identities) -> Iterator[Segment]:
    for item in reading.fields:
        if not item.has_words:
            continue
        is_value = item.kind is Kind.FRONT_MATTER
        message = folded(item)
        source = item.text if is_value else reading.text[item.start : item.end]
        identity = identify(message)
        where = lines.position(item.start)
        yield Segment(identity, item.kind, source, message, item.start, item.end, *where, item)


class _Identities:
    """Hashes of texts, and which of equal ones each is."""

    def __init__(self, digests: dict[str, str]) -> None:
        self._digests = digests
        self._seen: Counter[str] = Counter()

    def __call__(self, text: str) -> str:
        digest = self._digests.get(text)
        if digest is None:
            digest = self._digests[text] = _digest(text)
        self._seen[digest] += 1
        count = self._seen[digest]
        return digest if count == 1 else f"{digest}-{count}"


def _digest(text: str) -> str:
    words = " ".join(unicodedata.normalize("NFC", text).split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _blocks(
    reading: Reading, segments: Sequence[Segment], lines: Lines, identify: _Identities
) -> Iterator[Block]:
    at = 0
    for top in reading.blocks:
        first = at
        while at < len(segments) and segments[at].start < top.end:
            at += 1
        inside = segments[first:at]
        source = reading.text[top.start : top.end]
        if top.key is not None and inside:
            source = inside[0].source
        line, _ = lines.position(top.start)
        ids = tuple(segment.id for segment in inside)
        yield Block(identify(source), top.kind, line, source, ids, top.key, top.start, top.end)
