"""Read a text into front matter, block tokens, fields and top-level blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from workflow.article.blocks import BlockReader, TopBlock
from workflow.article.fields import Field
from workflow.article.frontmatter import FrontMatter, find_front_matter
from workflow.article.grammar import MAX_NESTING, Environment, parse_blocks
from workflow.article.inline import Context
from workflow.article.lines import Lines
from workflow.article.masking import mask, masked_spans
from workflow.article.options import ArticleOptions
from workflow.article.strings import inner_field
from workflow.article.values import front_matter_fields
from workflow.errors import ArticleError

_NESTING = frozenset({"blockquote_open", "list_item_open", "dd_open", "footnote_reference_open"})


@dataclass(frozen=True, slots=True)
class Body:
    """The Markdown of an article: block tokens and where their lines are."""

    source: str
    """The whole article."""
    start: int
    """Offset where the Markdown begins."""
    lines: Lines
    """Lines of the article; a masked stretch counts as one."""
    first_line: int
    """Index of the line where the Markdown begins."""
    tokens: list[Token]
    environment: Environment

    def span(self, first: int, last: int) -> tuple[int, int, int]:
        """Offsets of whole lines, and first line, that the tokens `[first, last)` take."""
        if first == 0 and last == len(self.tokens):
            return self.start, len(self.source), 0
        line, behind = self.tokens[first].map or (0, 0)
        start = self.lines.starts[self.first_line + line]
        last_line = self.first_line + behind
        whole = last_line >= len(self.lines)  # the last line of the file has no line end
        end = len(self.source) if whole else self.lines.starts[last_line]
        return start, max(end, start), line

    def line_of(self, token: Token) -> int:
        """Line of a token, from 1."""
        return self.first_line + (token.map[0] if token.map else 0) + 1


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that is known of a text; `fields` in order, slots behind what holds them."""

    text: str
    front: FrontMatter | None
    body: Body
    fields: list[Field]
    blocks: list[TopBlock]


def read_body(text: str, behind: int) -> Body:
    """The block tokens of the Markdown that begins at offset `behind`.

    Raises `ArticleError` when it nests too deep to be read.
    """
    spans = [span for span in masked_spans(text) if span[0] >= behind]
    hidden = mask(text, spans)
    tokens, environment = parse_blocks(hidden[behind:])
    lines = Lines(hidden)
    first_line = lines.position(behind)[0] - 1
    lines.starts[first_line] = behind  # a byte order mark is no part of the first line
    body = Body(text, behind, lines, first_line, tokens, environment)
    for token in tokens:
        if token.level >= MAX_NESTING - 1 and token.type in _NESTING:
            raise ArticleError(
                f"quotes and lists are nested more than {MAX_NESTING - 1} levels deep",
                line=body.line_of(token),
                hint="take some levels away",
            )
    return body


def read(text: str, options: ArticleOptions) -> Reading:
    """Read a whole article.

    Raises `ArticleError` when its front matter is broken or it nests too deep.
    """
    front = find_front_matter(text)
    body = read_body(text, front.behind if front else int(text.startswith("\ufeff")))
    context = Context(body.environment, options)
    values = list(front_matter_fields(text, front, context)) if front else []
    return _reading(text, front, values, body, context)


def _reading(
    text: str,
    front: FrontMatter | None,
    values: Sequence[Field],
    body: Body,
    context: Context,
) -> Reading:
    reader = BlockReader(text, body.lines, body.first_line, context)
    blocks, fields = reader.read(body.tokens)
    front_blocks = [TopBlock("front matter", v.start, v.end, v.key, v.text) for v in values]
    return Reading(text, front, body, [*values, *_with_slots(fields)], [*front_blocks, *blocks])


def _with_slots(fields: Sequence[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _with_slots([inner_field(field, slot) for slot in field.slots()])
