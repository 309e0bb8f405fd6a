"""Cut a text into words, numerals and signs, in one linear pass; what is not prose is masked."""

from __future__ import annotations

import re
from itertools import accumulate

from workflow.numbers.lexicon import Lexicon
from workflow.numbers.table import fold

# A numeral with its inner separators; a run of letters (snake_case is one word); any other visible
# sign. Emphasis marks (* _ ~) are gaps: `**480** muertos` reads like `480 muertos`. A single ~ at
# a number is *about*.
_NUMERAL = r"\d+(?:[.,'’]\d+)*"
_WORD = r"[^\W\d_]+(?:_+[^\W_]+)*"
_TOKEN = re.compile(rf"([a-zñç]++(?!\w)|{_WORD}|{_NUMERAL}|[^\w\s*~_]|(?<!~)~(?=\d))")
_NUMERALS = re.compile(_NUMERAL)
_MARKED = re.compile(r"\d[.,'’]\d")
_SNAKE_CASE = re.compile(r"_(?<=[^\W\d_]_)_*[^\W_]")
_MARKED_UP = (
    r"``*[^`]*`+"  # code span
    r"|\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"]*\")?\)"  # link target with its title
    r"|\]\[[^\[\]]*\]"  # reference
    r"|</?[A-Za-z][^<>]*>|<[A-Za-z][A-Za-z+.-]*:[^<>\s]*>"  # tag, autolink
    r"|https?://[^\s<>\"”»]*|www\.[^\s<>\"”»]*"
    r"|\{\{[^{}]*\}\}"  # shortcode
    r"|&#?\w+;"
)
"""Every alternative begins with a character of its own: `re` skips to the next of them at once."""
_ADDRESSED = (
    r"|(?<![\w.+-])[\w.+-]*@[\w-]+\.[\w.-]+"
    r"|(?<!\w)@\w+"  # handle
)
_HIDDEN = re.compile(_MARKED_UP)
_HIDDEN_WITH_ADDRESSES = re.compile(_MARKED_UP + _ADDRESSED)
_MARKUP = re.compile(r"`|<|@|&|\]\(|\]\[|://|www\.|\{\{")
"""What hidden text has in it; alternatives that begin with a character are quick to look for."""


_MARGIN = 16
"""No rule looks further beyond the words that it has found: an empty word ends every search."""
_NO_WORDS = [""] * _MARGIN
_NO_STARTS = [1 << 60] * _MARGIN
_NO_ENDS = [-1] * _MARGIN


class Tokens:
    """The words of a text, folded (lower case, no accents), with their places.

    A margin of empty words follows the last one, so that a look a little beyond either end
    (`words[-1]` before the first) finds an empty word, glued to nothing.
    """

    __slots__ = ("count", "dated", "ends", "lexicon", "openings", "starts", "text", "words")

    def __init__(self, text: str, lexicon: Lexicon) -> None:
        self.text = text
        self.lexicon = lexicon
        parts = _TOKEN.split(fold(mask(text)))
        edges = list(accumulate(map(len, parts)))
        self.words: list[str] = parts[1::2]
        self.starts: list[int] = edges[0:-1:2]
        self.ends: list[int] = edges[1::2]
        self.count = len(self.words)
        known = lexicon.starts
        self.openings = [i for i, w in enumerate(self.words) if w in known or "0" <= w < ":"]
        """Indexes of the words at which a quantity may begin."""
        self.dated = not lexicon.gates.dated.isdisjoint(self.words)
        """Whether a month or weekday is among the words."""
        self.words += _NO_WORDS
        self.starts += _NO_STARTS
        self.ends += _NO_ENDS

    def glued(self, index: int) -> bool:
        """Whether nothing stands between the words at `index` and `index + 1`."""
        return self.ends[index] == self.starts[index + 1]

    def gap(self, index: int) -> str:
        """What stands between the words at `index` and `index + 1`."""
        return self.text[self.ends[index] : self.starts[index + 1]]


def numerals(text: str) -> list[str]:
    """The numerals of a text's prose that hold a separator, in order."""
    if _MARKED.search(text) is None:
        return []
    prose = mask(text)
    found = _TOKEN if _SNAKE_CASE.search(prose) else _NUMERALS
    return [word for word in found.findall(prose) if not word.isalnum() and word[0].isdecimal()]


def mask(text: str) -> str:
    """`text` with code, link targets, tags and addresses blanked, every offset kept."""
    if _MARKUP.search(text) is None:
        return text
    return _hidden(text).sub(_blank, text)


def _hidden(text: str) -> re.Pattern[str]:
    """What of `text` is not prose."""
    return _HIDDEN_WITH_ADDRESSES if "@" in text else _HIDDEN


def code_spans(text: str) -> list[str]:
    """The code spans of `text` with their backticks, in order."""
    return [found[0] for found in _hidden(text).finditer(text) if found[0][0] == "`"]


def _blank(match: re.Match[str]) -> str:
    found = match.group()
    # The bracket that closes a link's text stays: it parts words, and it was in the prose.
    return "]" + " " * (len(found) - 1) if found[0] == "]" else " " * len(found)
