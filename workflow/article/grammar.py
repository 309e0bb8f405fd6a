"""Read Markdown with markdown-it-py so that every inline token knows where it stands.

Two passes: `parse_blocks` gives block tokens only; `parse_tokens` reads one inline text and notes
the span of each token in `token.meta["at"]`. Only the tokenizer loop moves `state.pos`, so noting
it before and after each rule is enough.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import table
from markdown_it.rules_inline.state_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

MAX_NESTING = 100
"""Levels of quotes and lists; deeper text is refused, never silently dropped."""

_OPTIONAL_RULES = {
    "later_table": re.compile(r"\|"),
    "deflist": re.compile(r"[\r\n][ \t>*+\-\d.)]*[:~][ \t]"),
    "footnote_def": re.compile(r"\[\^"),
}
"""Rules of blocks that slow every paragraph, and what a text must have for them to matter."""

Environment = dict[str, Any]
"""What a document defines: `references` (links) and `footnotes`, as markdown-it keeps them."""


class TracedState(StateInline):
    """Inline state that remembers where its pending text began and its last range ended."""

    pending_start = 0
    range_end = 0

    def pushPending(self) -> Token:
        token = super().pushPending()
        token.meta["at"] = (self.pending_start, self.pending_start + len(token.content))
        return token


class TracedInline(ParserInline):
    """markdown-it's inline parser, noting the span of each token."""

    def tokenize(self, state: StateInline) -> None:
        assert isinstance(state, TracedState)
        rules = self.ruler.getRules("")
        nesting = state.md.options["maxNesting"]
        end = state.posMax
        while state.pos < end:
            start, known = state.pos, len(state.tokens)
            if not state.pending:
                state.pending_start = start
            if state.level < nesting:
                for rule in rules:
                    if rule(state, False):
                        break
            if state.pos > start:
                _trace(state, start, known)
            else:
                state.append_pending(state.src[start])
                state.pos += 1
        state.range_end = end
        if state.pending:
            state.pushPending()

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        state = TracedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _trace(state: TracedState, start: int, known: int) -> None:
    """Give the tokens that one rule pushed their spans."""
    if len(state.tokens) == known:
        return
    new = [token for token in state.tokens[known:] if "at" not in token.meta]
    if not new:
        return
    first, last = new[0], new[-1]
    if first.type == "link_open" and first.info == "auto":
        first.meta["at"] = (start, state.pos)
        for token in new[1:]:
            token.meta["at"] = (state.pos, state.pos)
    elif first.type == "link_open":
        first.meta["at"] = (start, start + 1)
        last.meta["at"] = (state.range_end, state.pos)
    elif len(new) == 1:
        first.meta["at"] = (start, state.pos)
    else:  # a run of emphasis or strikethrough markers
        for token in new:
            token.meta["at"] = (start, start + len(token.content))
            start += len(token.content)


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark")
    parser.enable("strikethrough")
    # A line that begins a list or a heading heads no table (GFM 4.10); markdown-it's own order
    # asks for tables first.
    rules = parser.block.ruler
    rules.before("lheading", "later_table", table, {"alt": ["paragraph", "reference"]})
    parser.use(footnote_plugin, move_to_end=False, always_match_refs=True)
    parser.use(deflist_plugin)
    return parser


def _ready(parser: MarkdownIt) -> MarkdownIt:
    """The parser with its chains of rules compiled: they are filled in sight of other threads."""
    parser.parse("a")
    return parser


@cache
def _block_parser(unused_rules: tuple[str, ...]) -> MarkdownIt:
    parser = _parser().disable(["inline", *unused_rules])
    parser.options["maxNesting"] = MAX_NESTING
    parser.options["inline_definitions"] = True
    return _ready(parser)


@cache
def _inline_parser() -> MarkdownIt:
    parser = _parser().disable(["fragments_join", "text_join"])
    traced = TracedInline()
    traced.ruler, traced.ruler2 = parser.inline.ruler, parser.inline.ruler2
    parser.inline = traced
    return _ready(parser)


def parse_blocks(text: str) -> tuple[list[Token], Environment]:
    """Block tokens of `text` (inline tokens unparsed) and what it defines."""
    environment: Environment = {}
    unused = tuple(rule for rule, need in _OPTIONAL_RULES.items() if not need.search(text))
    return _block_parser(unused).parse(text, environment), environment


def parse_tokens(text: str, environment: Environment) -> list[Token]:
    """Inline tokens of `text`, each with its span `(start, end)` in `meta["at"]`."""
    parser = _inline_parser()
    return parser.inline.parse(text, parser, environment, [])
