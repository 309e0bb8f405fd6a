"""Break translated text into lines the way the source was broken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from workflow.article.escaping import guard_line, may_start_line
from workflow.article.fields import fold_piece
from workflow.article.pieces import Piece, Role

_SENTENCE_END = re.compile(
    r"[.!?…][\"'”’»)\]*_~]*"
    r"(?:\[\^[^\]\s]+\]|(?<=\])(?:\([^()\s]*\)|\[[^\[\]]*\])|</[^<>]*>|<br ?/?>)*$"
)
_SENTENCE_START = re.compile(r"(?:[\"'“‘«(\[*_~¿¡—–-]|<[^<>]*>)*[A-ZÁÉÍÓÚÑÜ0-9]")
_ABBREVIATIONS_NAMES = (
    "Mr. Mrs. Ms. Dr. Prof. Sr. Sra. Dra. Gen. Col. Sgt. St. No. Nos. Art. Arts. para. "
    "paras. p. pp. vol. vs. v. cf. e.g. i.e. etc. al. U.S. U.N. Núm. núm. art. arts. párr. "
    "párrs."
)
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_NAMES.split())
_BLANKS = re.compile(r"[ \t\n]+")
_MARKS_BEFORE = re.compile(r"\A(?:[\"'“‘«(\[*_~]|<[^<>]*>)+")
_INITIAL = re.compile(r"(?:[\"'“‘«(\[*_~]|<[^<>]*>)*[A-ZÁÉÍÓÚÑ]\.\Z")
_ENDS_IN_ADDRESS = re.compile(r"(?:://|www\.|@)\S*\Z", re.IGNORECASE)
_SHORTCODE_LINE = re.compile(r"(?:\{\{[<%].*[>%]\}\}|\{%.*%\})\Z")
_USUAL_WIDTHS = (80, 72, 79, 78, 76, 75, 74, 70, 100, 120, 88, 90, 99, 119)


class Style(Enum):
    """How a paragraph is broken into lines."""

    ONE_LINE = "one line"
    SENTENCES = "one sentence per line"
    WRAPPED = "wrapped"


@dataclass(frozen=True, slots=True)
class Layout:
    """The style of a paragraph; `width` counts the container's prefix too."""

    style: Style
    width: int = 0
    lead: int = 0
    """How much further right than the others the first line begins."""
    hard_break: str = "\\"
    """What stands before the line end of a hard break."""
    alone: frozenset[str] = frozenset()
    """Beginnings of the shortcodes that have a line to themselves."""
    may_start: Callable[[str], bool] = may_start_line
    """May a line begin with this word?"""


def layout_of(text: str, indent: int, hard_breaks: Sequence[str] = (), lead: int = 0) -> Layout:
    """The layout of a source text whose lines stand `indent` columns in, the first `lead` more.

    `hard_breaks` are the ends of the lines that end in one.
    """
    mark = "  " if hard_breaks and all(end.startswith("  ") for end in hard_breaks) else "\\"
    lines = [line.strip() for line in text.split("\n")]
    if len(lines) - len(hard_breaks) < 2:
        return Layout(Style.ONE_LINE, hard_break=mark)
    alone = frozenset(_opening(line) for line in lines if _SHORTCODE_LINE.match(line))
    lines = [line for line in lines if not _SHORTCODE_LINE.match(line)]
    if len(lines) < 2:
        return Layout(Style.ONE_LINE, hard_break=mark, alone=alone)
    if all(_SENTENCE_END.search(line) for line in lines[:-1]) and all(
        len(list(sentences(line.split()))) == 1 for line in lines
    ):
        return Layout(Style.SENTENCES, hard_break=mark, alone=alone)
    return Layout(Style.WRAPPED, _width(lines, indent, lead), lead, mark, alone)


def _opening(shortcode: str) -> str:
    """The mark and name of a shortcode: what its translated parameters leave alone."""
    return " ".join(shortcode.split()[:2])


def _width(lines: Sequence[str], indent: int, lead: int) -> int:
    """The width that breaks these lines where they are broken; else the longest line's."""
    lengths = [indent + len(line) for line in lines]
    lengths[0] += lead
    longest = max(lengths)
    too_long = [
        length + 1 + len(following.split(maxsplit=1)[0])
        for length, following in zip(lengths, lines[1:], strict=False)
        if following
    ]
    fitting = [width for width in _USUAL_WIDTHS if longest <= width < min(too_long, default=0)]
    return fitting[0] if fitting else longest


def sentences(words: Sequence[str]) -> Iterator[list[str]]:
    """Words sentence by sentence."""
    sentence: list[str] = []
    for word, following in zip(words, [*words, ""][1:], strict=True):
        sentence.append(word)
        if (
            _SENTENCE_END.search(word)
            and _SENTENCE_START.match(following)
            and _MARKS_BEFORE.sub("", word) not in _ABBREVIATIONS
            and not _INITIAL.match(word)
        ):
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def lay_out(text: str, pieces: Sequence[Piece], layout: Layout, prefix: str) -> list[str]:
    """`text` in lines; no line but those behind hard breaks can begin a block."""
    out: list[str] = []
    for words in _words(text, pieces):
        lines = [
            line
            for run in _runs(words, layout.alone)
            for line in _LAYERS[layout.style](run, layout, len(prefix), 0 if out else layout.lead)
        ]
        if out and lines:
            # a backslash behind a bare address would become part of it
            out[-1] += "  " if _ENDS_IN_ADDRESS.search(out[-1]) else layout.hard_break
            lines[0] = guard_line(lines[0])
        out += lines
    return out


def _words(text: str, pieces: Sequence[Piece]) -> Iterator[list[str]]:
    """Unbreakable words of each stretch between hard breaks."""
    words: list[str] = []
    glued = False  # does the next text stick to the last word?
    for piece in pieces:
        raw = text[piece.start : piece.end]
        if piece.role is Role.HARD and "\n" in raw:
            yield words
            words, glued = [], False
            continue
        if piece.role in (Role.TEXT, Role.SOFT):
            parts = _BLANKS.split(raw)
        else:
            parts = [fold_piece(text, piece)]
        if glued and words and parts[0]:
            words[-1] += parts.pop(0)
        words += [part for part in parts if part]
        glued = bool(raw) and ((bool(parts) and bool(parts[-1])) or not parts)
    yield words


def _runs(words: list[str], alone: frozenset[str]) -> Iterator[list[str]]:
    """The words, those that stand alone on their line apart from the others."""
    if not alone:
        yield words
        return
    run: list[str] = []
    for word in words:
        if _SHORTCODE_LINE.match(word) and _opening(word) in alone:
            yield from filter(None, (run, [word]))
            run = []
        else:
            run.append(word)
    if run:
        yield run


def _one_line(words: Sequence[str], layout: Layout, indent: int, lead: int) -> list[str]:
    return [" ".join(words)] if words else []


def _sentence_lines(words: Sequence[str], layout: Layout, indent: int, lead: int) -> list[str]:
    lines: list[str] = []
    for sentence in sentences(words):
        line = " ".join(sentence)
        if lines and not layout.may_start(sentence[0]):
            lines[-1] += " " + line
        else:
            lines.append(line)
    return lines


def _fill(words: Sequence[str], layout: Layout, indent: int, lead: int) -> list[str]:
    """Words in lines as wide as the layout's, none of which begins a block."""
    width = layout.width - indent
    lines: list[str] = []
    line: list[str] = []
    length = lead - 1
    for word in words:
        is_full = bool(line) and length + 1 + len(word) > width
        if is_full and layout.may_start(word) and not line[-1].endswith("\\"):
            lines.append(" ".join(line))
            line, length = [], -1
        line.append(word)
        length += 1 + len(word)
    if line:
        lines.append(" ".join(line))
    return lines


def plain_lines(text: str, layout: Layout, indent: int = 0) -> list[str]:
    """A text without markup in lines that stand `indent` columns in."""
    return _LAYERS[layout.style](text.split(" "), layout, indent, layout.lead)


_LAYERS = {
    Style.ONE_LINE: _one_line,
    Style.SENTENCES: _sentence_lines,
    Style.WRAPPED: _fill,
}
