"""Walk the block tokens of a document: its top-level blocks and the fields in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from workflow.article.fields import Field, Place, part_of
from workflow.article.html_prose import HTML_TEXT, HtmlRegions, html_fields
from workflow.article.inline import Context
from workflow.article.lines import Lines, Mapping
from workflow.article.masking import masked
from workflow.article.pieces import Kind
from workflow.article.places import CELL, FIRST_CELL, HEADING, PARAGRAPH, SINGLE_LINE, UNDERLINED
from workflow.article.slots import title_slot
from workflow.article.strings import slot_field
from workflow.article.tables import cell_mappings

BLOCK_KINDS = {
    "heading_open": "heading",
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "table_open": "table",
    "blockquote_open": "blockquote",
    "html_block": "html",
    "footnote_reference_open": "footnote",
    "definition": "definition",
    "fence": "code",
    "code_block": "code",
    "hr": "rule",
    "dl_open": "definition list",
}
_CONTAINER_KINDS = {
    "list_item_open": Kind.LIST_ITEM,
    "blockquote_open": Kind.BLOCKQUOTE,
    "footnote_reference_open": Kind.FOOTNOTE,
    "dd_open": Kind.DEFINITION,
}
_NEIGHBOURS = frozenset({Kind.TERM, Kind.DEFINITION})
"""CommonMark, which has no definition lists, reads them as one paragraph."""
_ALERT = re.compile(r"\[!\w+\][+-]?[ \t]*(?:\n|(?=\S)|\Z)")
_DEFINITION = re.compile(r"^:[ \t]+(?=\S)", re.MULTILINE)
_FIRST_LINE = re.compile(r".*\n")
_TASK = re.compile(r"\[[ xX]\][ \t]+")
# markdown-it-py takes a list item for a further term where its definition could follow
_MARKER = re.compile(r"(?:[-+*>]|\d{1,9}[.)]|#{1,6})[ \t]+")
_COMMENTS = frozenset({"", "#"})
"""Where definitions point that are written as comments: `[//]: # (so)`."""
_ABBREVIATION = re.compile(r"\*\[[^\]\n]+\]:[ \t]+")
_LINE_END = re.compile("\n")
_LIST_MARKER = re.compile(r"(?:[-*+]|\d{1,9}[.)])(?=[ \t])|\[\^[^\]]*\]:|:(?=[ \t])|[^\s>]")


@dataclass(frozen=True, slots=True)
class TopBlock:
    """A block at the top of a document: `text[start:end]`, whole lines without the last end."""

    kind: str
    start: int
    end: int
    key: str | None = None
    """Dotted path of a front-matter value."""
    value: str = ""
    """That value, decoded."""


class BlockReader:
    """Reads fields and top-level blocks out of the block tokens of `text`.

    `first_line` is the line of `text` where the Markdown begins, behind the front matter.
    """

    def __init__(self, text: str, lines: Lines, first_line: int, context: Context) -> None:
        self._text = text
        self._lines = lines
        self._first = first_line
        self._context = context
        self._regions = HtmlRegions()

    def read(self, tokens: Sequence[Token]) -> tuple[list[TopBlock], list[Field]]:
        """Top-level blocks and fields in the order of the file."""
        blocks: list[TopBlock] = []
        fields: list[Field] = []
        containers: list[str] = []
        index = 0
        while index < len(tokens):
            token = tokens[index]
            if token.level == 0 and token.type in BLOCK_KINDS:
                blocks.append(self._block(token))
            if token.type in _CONTAINER_KINDS:
                containers.append(token.type)
            elif token.nesting < 0 and f"{token.type[:-5]}open" in _CONTAINER_KINDS:
                containers.pop()
            if token.type == "tr_open":
                end = next(i for i in range(index, len(tokens)) if tokens[i].type == "tr_close")
                cells = [i for i in range(index, end) if tokens[i].type == "inline"]
                fields += self._cells(token, cells, [tokens[cell].content for cell in cells])
                index = end
            elif token.type == "inline":
                fields += self._inline(index, token, tokens[index - 1], containers)
            elif token.type == "html_block":
                fields += self._html(index, token)
            elif token.type == "definition":
                fields += self._definition(index, token)
            index += 1
        return blocks, fields

    def _block(self, token: Token) -> TopBlock:
        start, end = self._span(token)
        return TopBlock(BLOCK_KINDS[token.type], start, end)

    def _span(self, token: Token) -> tuple[int, int]:
        """Span of the token's lines, blank lines at the end left out."""
        assert token.map is not None
        first, last = (self._first + line for line in token.map)
        last = max(min(last, len(self._lines)), first + 1)
        start = self._lines.starts[first]
        end = self._lines.ends[last - 1]
        return start, start + len(self._text[start:end].rstrip())

    # -- kinds of fields

    def _inline(
        self, index: int, token: Token, parent: Token, containers: Sequence[str]
    ) -> Iterator[Field]:
        if not token.content or token.map is None:
            return
        if self._regions.are_kept and not self._regions.may_switch(token.content):
            return
        kind = _CONTAINER_KINDS[containers[-1]] if containers else Kind.PARAGRAPH
        place = PARAGRAPH
        if parent.type == "heading_open":
            kind, place = Kind.HEADING, HEADING if parent.markup[0] == "#" else UNDERLINED
        elif parent.type == "dt_open":
            kind, place = Kind.TERM, SINGLE_LINE
        whole = self._field(index, token, kind, place)
        if whole is not None:
            for part in self._regions.switch(whole):
                part = part if part is whole else self._in_lines(part)
                yield from self._parts(part, containers[-1:])

    def _field(self, index: int, token: Token, kind: Kind, place: Place) -> Field | None:
        """All of a token's text as a field."""
        rows = self._rows(token, place is HEADING)
        if rows is None:
            return None
        text, mapping, prefix = rows
        start, end = mapping(0), mapping(len(text))
        field = Field(kind, place, text, start, end, self._context, index, mapping, prefix)
        field.has_neighbours = kind in _NEIGHBOURS
        return self._in_lines(field)

    def _in_lines(self, field: Field) -> Field:
        """The field, knowing what its second line begins with and where its first one does."""
        if "\n" not in field.text:
            return field
        first = self._lines.index(field.start)
        starts = (field.offset(found.end()) for found in _LINE_END.finditer(field.text))
        second = next((at for at in starts if self._lines.index(at) > first), None)
        if second is not None:  # a line end inside mathematics ends no line of the paragraph
            field.prefix = self._text[self._lines.starts[self._lines.index(second)] : second]
            field.lead = field.start - self._lines.starts[first] - len(field.prefix)
        return field

    def _parts(self, whole: Field, container: Sequence[str]) -> Iterator[Field]:
        """The field without the mark of an alert or a task; abbreviations one by one."""
        text = whole.text
        if whole.kind is Kind.HEADING:
            yield whole
            return
        if _ABBREVIATION.match(text):
            done = 0
            for line in text.split("\n"):
                mark = _ABBREVIATION.match(line)
                if mark:
                    start, end = done + mark.end(), done + len(line)
                    yield _single_line(whole, start, end, Kind.ABBREVIATION)
                done += len(line) + 1
            return
        if (text.startswith(":") or "\n:" in text) and _DEFINITION.search(text):
            yield from self._definitions(whole)
            return
        mark = None
        if whole.kind is Kind.BLOCKQUOTE:
            mark = _ALERT.match(text)
            if mark and not mark[0].endswith("\n") and "\n" in text:  # its title on the same line
                whole.has_neighbours = True
                yield _single_line(whole, mark.end(), text.index("\n"), whole.kind)
                mark = _FIRST_LINE.match(text)
        elif "list_item_open" in container:
            mark = _TASK.match(text)
        elif whole.kind is Kind.TERM:
            mark = _MARKER.match(text)
        if mark is None:
            yield whole
        elif mark.end() < len(text):
            rest = self._in_lines(part_of(whole, mark.end(), len(text)))
            rest.has_neighbours = whole.has_neighbours
            yield rest

    def _definitions(self, whole: Field) -> Iterator[Field]:
        """Terms and definitions that CommonMark reads as one paragraph, line by line."""
        begin, done = 0, 0
        lines = whole.text.split("\n")
        for number, line in enumerate(lines):
            mark = _DEFINITION.match(line)
            if mark:
                begin = done + mark.end()
            done += len(line) + 1
            is_last = number + 1 == len(lines) or _DEFINITION.match(lines[number + 1])
            if not begin:
                yield _single_line(whole, done - 1 - len(line), done - 1, Kind.TERM)
            elif is_last:
                part = self._in_lines(part_of(whole, begin, done - 1))
                part.kind, part.has_neighbours = Kind.DEFINITION, True
                yield part

    def _rows(self, token: Token, is_atx: bool) -> tuple[str, Mapping, str] | None:
        """The token's text as in the file, where it stands, and its continuation prefix."""
        assert token.map is not None
        first = self._first + token.map[0]
        if "\n" not in token.content and not is_atx:
            return self._row(token.content.rstrip(), first)
        inner, outer, texts = [], [], []
        done = 0
        contents = token.content.rstrip().split("\n")
        prefix = ""
        for number, content in enumerate(contents):
            start, end = self._lines.starts[first + number], self._lines.ends[first + number]
            line = self._text[start:end]
            body = content.lstrip(" \t") if number else content
            if is_atx:
                at = _atx_start(line)
            else:
                stripped = line.rstrip() if number == len(contents) - 1 else line
                at = len(stripped) - len(body)
            if at < 0:
                return None
            if number == 0:
                prefix = _continuation(line[:at])
            inner.append(done)
            outer.append(start + at)
            texts.append(line[at : at + len(body)])
            done += len(body) + 1
        return "\n".join(texts), Mapping(tuple(inner), tuple(outer)), prefix

    def _row(self, content: str, number: int) -> tuple[str, Mapping, str] | None:
        """The text of a token that has only one line."""
        start = self._lines.starts[number]
        line = self._text[start : self._lines.ends[number]]
        at = len(line.rstrip()) - len(content)
        if at < 0:
            return None
        mapping = Mapping((0,), (start + at,))
        return line[at : at + len(content)], mapping, _continuation(line[:at])

    def _cells(self, row: Token, cells: Sequence[int], contents: Sequence[str]) -> Iterator[Field]:
        assert row.map is not None
        if self._regions.are_kept and not any(map(self._regions.may_switch, contents)):
            return
        line = self._first + row.map[0]
        start, end = self._lines.starts[line], self._lines.ends[line]
        mappings = cell_mappings(masked(self._text[start:end]), start, contents)
        for cell, content, mapping in zip(cells, contents, mappings, strict=True):
            if mapping is None or not content:
                continue
            first, last = mapping(0), mapping(len(content))
            raw = self._text[first:last].replace("\\|", "|")
            bare = cell == cells[0] and "|" not in self._text[start:first]
            place = FIRST_CELL if bare else CELL
            whole = Field(Kind.TABLE_CELL, place, raw, first, last, self._context, cell, mapping)
            yield from self._regions.switch(whole)

    def _html(self, index: int, token: Token) -> Iterator[Field]:
        block = self._field(index, token, Kind.HTML, HTML_TEXT)
        if block is not None:
            yield from map(self._in_lines, html_fields(block, self._regions))

    def _definition(self, index: int, token: Token) -> Iterator[Field]:
        start, end = self._span(token)
        title, url = token.meta["title"], token.meta["url"]
        if url in _COMMENTS:
            return
        for slot in title_slot(self._text, start, end, title, url):
            field = slot_field(self._text, slot, self._context, index)
            field.text = " ".join(title.split())
            yield field


def _single_line(whole: Field, start: int, end: int, kind: Kind) -> Field:
    """A part of a field that has its line to itself."""
    part = part_of(whole, start, end)
    part.kind, part.place, part.has_neighbours = kind, SINGLE_LINE, True
    return part


def _atx_start(line: str) -> int:
    """Where the text of an ATX heading begins."""
    hashes = line.index("#")
    after = hashes + len(line[hashes:]) - len(line[hashes:].lstrip("#"))
    return after + len(line[after:]) - len(line[after:].lstrip(" \t"))


def _continuation(prefix: str) -> str:
    """What a second line begins with, when the first begins with `prefix`."""
    return _LIST_MARKER.sub(lambda match: " " * len(match[0]), prefix) if prefix else ""
