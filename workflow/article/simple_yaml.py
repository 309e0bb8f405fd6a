"""Read the YAML that most front matter is, without a full YAML parser.

A full parser takes longer for it than Markdown takes for the whole article. What is not plainly
simple is left to the parser.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workflow.article.scalars import Scalar, Style

_PLAIN = (
    r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`=]|-(?=\w))"
    r"(?:[^\n\r:#]|:(?=[^\s])|(?<=[^\s])#)*"
)
_SIMPLE_LINE = re.compile(
    r"(?P<blank>[ \t]*(?:#.*)?$)"
    r"|(?P<indent>[ ]*)(?P<dash>-[ ]+)?(?:(?P<key>[A-Za-z_][\w-]*):(?=[ ]|$))?[ ]*"
    rf"(?:(?P<plain>{_PLAIN})|\"(?P<double>[^\"\\\n]*)\"|'(?P<single>(?:[^'\n]|'')*)'"
    r"|(?P<flow>[\[{].*)|(?P<block>[|>])-?)?(?:[ ]+#.*|[ ]*)$"
)
_CONTINUATION = re.compile(rf"[ ]+(?P<plain>{_PLAIN})$")
_LINES = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_QUOTABLE = r"[^\\'\"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]"
_FLOW_TOKEN = re.compile(
    rf" *(?:(?P<open>[\[{{])|(?P<close>[\]}}])|(?P<comma>,)"
    rf"|(?:\"(?P<quoted>{_QUOTABLE}{{1,100}})\"|(?P<bare>[A-Za-z_][\w-]{{0,99}})): +"
    rf"|(?P<item>[\w./][\w./-]*(?: +[\w./-]+)*|'(?:{_QUOTABLE}|\")*'|\"(?:{_QUOTABLE}|')*\"))"
)
_FLOW_END = re.compile(r"(?: +#.*| *)$")
_KNOWN_VALUE = re.compile(r"[0-9]+(?:\.[0-9]+)?|null|true|false")
_PAIRS = {"[": "]", "{": "}"}
_KEYS = frozenset({"quoted", "bare"})
_VALUES = frozenset({"open", "item"})
_ENDS = frozenset({"comma", "close"})
_FLOW_ORDER = {
    "[": {"open": _VALUES | {"close"}, "comma": _VALUES, "item": _ENDS, "close": _ENDS},
    "{": {
        **{"open": _KEYS | {"close"}, "comma": _KEYS, "item": _ENDS, "close": _ENDS},
        **dict.fromkeys(_KEYS, _VALUES),
    },
}
"""Between brackets and between braces: what may stand behind what."""
_NOT_A_STRING = re.compile(
    r"[-+.]?[\d.][\d_.,:eExXoO+a-fA-F-]*(?:[Tt ][\d:.+Zz -]+)?|~|null|true|false|yes|no|on|off|y|n"
    r"|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)

_UNSAFE_PLAIN = re.compile(
    r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=]|:(?=\s|$)|\s#|\s$|[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]"
)
_QUOTED = {"double": Style.DOUBLE, "single": Style.SINGLE}
_FLOW_STYLES = {"'": Style.SINGLE, '"': Style.DOUBLE}
_BLOCKS = {"|": Style.LITERAL, ">": Style.FOLDED}


def is_safe_plain(value: str) -> bool:
    """May this string stand in block YAML without quotes?"""
    return not _UNSAFE_PLAIN.search(value) and _is_string(value)


def _is_string(plain: str) -> bool:
    """Does YAML read this bare word or phrase as a string?"""
    return bool(plain) and not _NOT_A_STRING.fullmatch(plain)


def simple_scalars(text: str, start: int, end: int) -> list[Scalar] | None:
    """The strings of YAML that has only `key: value` lines, nested, in lists and in blocks.

    None: something else is there, or the indents are not plainly right.
    """
    found: list[Scalar] = []
    outline = _Outline()
    lines = list(_LINES.finditer(text, start, end))
    at = 0
    while at < len(lines):
        match = _SIMPLE_LINE.match(lines[at][0].rstrip("\r\n"))
        if match is None:
            return None
        at += 1
        if match["blank"] is not None:
            continue
        path = outline.place(match)
        if path is None:
            return None
        if match["block"]:
            behind = _block_end(lines, at, outline.column)
            scalars = _block_scalar(match, lines[at - 1 : behind], path)
        elif match["plain"]:
            behind = _plain_end(lines, at, outline.column)
            scalars = _plain_scalar(match, lines[at - 1 : behind], path)
        elif match["flow"]:
            behind = at
            scalars = _flow_scalars(match, lines[at - 1], path)
        else:
            behind = at
            scalars = _quoted_scalars(match, lines[at - 1], path)
        if scalars is None:
            return None
        found += scalars
        at = behind
    return found


class _Outline:
    """Keys that are open, by the column they stand in."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str, bool]] = []  # column, key or "-", may hold a block

    @property
    def column(self) -> int:
        """Where the innermost key or dash stands."""
        return self._open[-1][0]

    def place(self, match: re.Match[str]) -> str | None:
        """Dotted path of the line's value; None: the line is not plainly right here."""
        column = len(match["indent"])
        has_value = any(match[name] is not None for name in ("plain", *_QUOTED, "flow", "block"))
        if match["dash"]:
            if not self._enter(column, "-"):
                return None
            self._open.append((column, "-", match["key"] is not None))
            column += len(match["dash"])
        if match["key"]:
            if not self._enter(column, match["key"]):
                return None
            self._open.append((column, match["key"], not has_value))
        elif not match["dash"] or not has_value:
            return None
        return ".".join(key for _, key, _ in self._open if key != "-")

    def _enter(self, column: int, key: str) -> bool:
        """Close what ends before `column`; may `key` stand there?"""
        closed: tuple[int, str, bool] | None = None
        while self._open and (
            self._open[-1][0] > column
            or (self._open[-1][0] == column and not (key == "-" and self._open[-1][1] != "-"))
        ):
            closed = self._open.pop()
        if closed is not None:
            return closed[0] == column and (closed[1] == "-") == (key == "-")
        if not self._open:
            return column == 0 and key != "-"
        return self._open[-1][2]


def _quoted_scalars(match: re.Match[str], line: re.Match[str], path: str) -> list[Scalar]:
    """The string of a line whose value is quoted, if it is."""
    for name, style in _QUOTED.items():
        if match[name] is not None:
            first = line.start() + match.start(name) - 1
            value = match[name].replace("''", "'") if style is Style.SINGLE else match[name]
            return [Scalar(path, first, first + len(match[name]) + 2, value, style)]
    return []


def _flow_scalars(match: re.Match[str], line: re.Match[str], path: str) -> list[Scalar] | None:
    """The strings of a line whose value stands between brackets or braces, with their paths.

    None: it goes on in the next line, or something in it is not plainly simple.
    """
    found: list[Scalar] = []
    around: list[tuple[str, str]] = []  # brackets that are open, and the paths they stand at
    allowed, at = _VALUES - {"item"}, match.start("flow")
    while allowed:
        token = _FLOW_TOKEN.match(match.string, at)
        if token is None or token.lastgroup not in allowed:
            return None
        kind, at = token.lastgroup, token.end()
        if kind == "open":
            around.append((token["open"], path))
        elif kind == "close":
            bracket, path = around.pop()
            if token["close"] != _PAIRS[bracket]:
                return None
        elif kind in _KEYS:
            path = ".".join(filter(None, (around[-1][1], token[kind])))
        elif kind == "item":
            said = _flow_value(token["item"])
            if said is None:
                return None
            first, end = (line.start() + offset for offset in token.span("item"))
            found += (Scalar(path, first, end, value, style) for value, style in said)
        allowed = _FLOW_ORDER[around[-1][0]][kind] if around else frozenset()
    return found if _FLOW_END.match(match.string, at) else None


def _flow_value(item: str) -> list[tuple[str, Style]] | None:
    """The string of an item, none for a number or the like; None: only a full reader knows."""
    if style := _FLOW_STYLES.get(item[0]):
        return [(item[1:-1], style)]
    if _KNOWN_VALUE.fullmatch(item):
        return []
    return [(item, Style.PLAIN_IN_FLOW)] if _is_string(item) else None


def _plain_end(lines: Sequence[re.Match[str]], at: int, column: int) -> int:
    """Index of the first line that does not continue a plain scalar whose key is in `column`."""
    while at < len(lines) and _CONTINUATION.match(_bare(lines[at])):
        if _indent(lines[at][0]) <= column:
            break
        at += 1
    return at


def _plain_scalar(
    match: re.Match[str], lines: Sequence[re.Match[str]], path: str
) -> list[Scalar] | None:
    """The plain scalar of a line and those that continue it; None: it is not a simple one."""
    if len(lines) > 1 and match[0].rstrip(" ") != match[0][: match.end("plain")].rstrip(" "):
        return None  # a comment ends it
    words = [match["plain"].rstrip(" "), *(_bare(line).strip(" ") for line in lines[1:])]
    value = " ".join(words)
    if not _is_string(value):
        return []
    first = lines[0].start() + match.start("plain")
    end = first + len(words[0])
    if len(lines) > 1:
        end = lines[-1].start() + len(_bare(lines[-1]).rstrip(" "))
    return [Scalar(path, first, end, value, Style.PLAIN)]


def _bare(line: re.Match[str]) -> str:
    """A line without its end."""
    return line[0].rstrip("\r\n")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _block_end(lines: Sequence[re.Match[str]], at: int, column: int) -> int:
    """Index of the first line behind a block scalar whose key stands in `column`."""
    while at < len(lines):
        line = lines[at][0]
        if line.strip() and _indent(line) <= column:
            break
        at += 1
    return at


def _block_scalar(
    match: re.Match[str], lines: Sequence[re.Match[str]], path: str
) -> list[Scalar] | None:
    """The block scalar of a header line and its content; None: it is not a simple one."""
    content = [_bare(line) for line in lines[1:]]
    if not content or not content[0].strip():
        return None
    indent = _indent(content[0])
    if any(line[:indent].strip() for line in content):
        return None
    bodies = [line[indent:] for line in content]
    while not bodies[-1]:
        bodies.pop()
    style = _BLOCKS[match["block"]]
    value = _folded(bodies) if style is Style.FOLDED else "\n".join(bodies)
    if not match[0].rstrip().endswith("-"):
        value += "\n"
    first = lines[0].start() + match.start("block")
    return [Scalar(path, first, lines[-1].end(), value, style)]


def _folded(lines: Sequence[str]) -> str:
    """The text of a folded block: one line end is a blank, but not beside an indented line.

    YAML 1.2.2, section 8.1.3.
    """
    out = [lines[0]]
    blank = 0
    last = lines[0]
    for line in lines[1:]:
        if not line:
            blank += 1
            continue
        if line[0] in " \t" or last[0] in " \t":
            out.append("\n" * (blank + 1))
        else:
            out.append("\n" * blank or " ")
        out.append(line)
        last, blank = line, 0
    return "".join(out)
