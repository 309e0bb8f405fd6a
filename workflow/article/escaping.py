"""Write plain characters so that Markdown reads them as themselves, with few backslashes."""

from __future__ import annotations

import re
from enum import IntEnum

from markdown_it.common.html_blocks import block_names
from markdown_it.common.html_re import HTML_TAG_RE


class Care(IntEnum):
    """How much is escaped; the least that reads back right is used."""

    NONE = 0
    LIKELY = 1
    """What in its surroundings may have a meaning."""
    ALL = 2
    """Every character that can have a meaning."""


_LIKELY = re.compile(
    r"\\(?=[!-/:-@\[-`{-~\n]|$)"
    r"|[`\[\]]"
    r"|\*(?!\s)|(?<!\s)\*"  # an asterisk between blanks is only an asterisk
    r"|(?<!\w)_|_(?!\w)"  # so is an underscore inside a word
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|~(?=[~\w])|(?<=[\w~])~"
    r"|\^(?=\[)"
    r"|\{(?=[{%:#.])"
    r"|\$(?=\S)"
)
_ALL = re.compile(r"[\\`*_\[\]<>&~|^${}!]")

_HTML_BLOCK_START = (
    r"<(?:[!?]|/?(?:script|pre|style|textarea|" + "|".join(block_names) + r")(?=[\s/>]|$))"
)
_BLOCK_START = re.compile(
    r"\d{1,9}(?P<delimiter>[.)])(?=[ \t]|$)"  # ordered list
    r"|\*?\[(?:[^\[\]\\]|\\.)+\](?P<colon>:)"  # link, footnote or abbreviation definition
    r"|[-+*:~](?=[ \t]|$)"  # bullet list, definition list
    r"|\[[ xX]\](?=[ \t])"  # task
    r"|#{1,6}(?=[ \t]|$)|>"
    r"|=+[ \t]*$|(?P<rule>[-_*])[ \t]*(?:(?P=rule)[ \t]*)+$"  # setext underline, thematic break
    r"|`{3}(?=[^`]*$)|~{3}|\+{3}"
    r"|" + _HTML_BLOCK_START,
    re.IGNORECASE,
)
_BLOCK_WORD = re.compile(
    r"(?:\d{1,9}[.)]|[-+*:~]|#{1,6}|=+|[-_*|:]{2,})\Z"
    r"|>|```|~~~|\+\+\+|<[A-Za-z/!?]|\*?\[.+\]:|\[[ xX]\]?\Z"
)


BUILDER_MARK = re.compile(r"\{(?=[{%])|\$(?=\$)|(?<=\$)\$")
"""What would begin a shortcode or mathematics, perhaps together with a text further down."""
_BRACE = re.compile(r"\{(?=[{%])")
_DOLLARS = re.compile(r"(?<!\\)\$(?=\$)|(?<=\$)\$")  # all of them: one left could end `$x<$`


def escape_text(text: str, care: Care) -> str:
    """`text` as inline Markdown."""
    if care is Care.NONE:
        return text
    return (_LIKELY if care is Care.LIKELY else _ALL).sub(r"\\\g<0>", text)


def defuse(raw: str) -> str:
    """Markdown text so that it begins no shortcode and no mathematics."""
    return _DOLLARS.sub(r"\\\g<0>", _BRACE.sub(r"\g<0>\\", raw))


def guard_line(line: str) -> str:
    """`line` so that it does not begin a list, a heading, a fence, a definition, ...

    CommonMark 0.31.2, chapters 4 and 5; footnotes, tasks and definition lists as GitHub and
    PHP Markdown Extra have them.
    """
    match = _BLOCK_START.match(line)
    if match is None or HTML_TAG_RE.match(line):
        return line
    at = match.start(match.lastgroup) if match.lastgroup in ("delimiter", "colon") else 0
    return f"{line[:at]}\\{line[at:]}"


def unguarded(line: str) -> str:
    """What `guard_line` was given, when `line` may be what it gave back."""
    bare = line.replace("\\", "", 1)
    return bare if bare != line and guard_line(bare) == line else line


def may_start_line(word: str) -> bool:
    """May a wrapped line begin with `word`, or would it then begin a block?"""
    return _BLOCK_WORD.match(word) is None
