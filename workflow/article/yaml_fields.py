"""String values of YAML front matter with their exact places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from workflow.article.scalars import Scalar, Style
from workflow.errors import ArticleError

_STYLES = {
    None: Style.PLAIN,
    "": Style.PLAIN,
    "'": Style.SINGLE,
    '"': Style.DOUBLE,
    "|": Style.LITERAL,
    ">": Style.FOLDED,
}
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)+")
_PLAIN = (
    r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`=]|-(?=\w))"
    r"(?:[^\n\r:#\"']|:(?=[^\s])|(?<=[^\s])#|(?<=\w)['\"])*"
)
_SIMPLE_LINE = re.compile(
    r"(?P<blank>[ \t]*(?:#.*)?$)"
    r"|(?P<indent>[ ]*)(?P<dash>-[ ]+)?(?:(?P<key>[A-Za-z_][\w-]*):(?=[ ]|$))?[ ]*"
    rf"(?:(?P<plain>{_PLAIN})|\"(?P<double>[^\"\\\n]*)\"|'(?P<single>[^'\n]*)'"
    r"|(?P<flow>\[[\w ,./-]*\]))?[ ]*$"
)
_LINES = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+")
_NOT_A_STRING = re.compile(
    r"[-+.]?[\d.][\d_.,:eExXoO+a-fA-F-]*(?:[Tt ][\d:.+Zz -]+)?|~|null|true|false|yes|no|on|off|y|n"
    r"|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)

_UNSAFE_PLAIN = re.compile(
    r"^[\s\-?:,\[\]{}#&*!|>'\"%@`=]|:(?=\s|$)|\s#|\s$|[\x00-\x1f\x7f-\x9f\ufeff\u2028\u2029]"
)


def yaml_scalars(text: str, start: int, end: int) -> Iterator[Scalar]:
    """Every string value of the YAML in `text[start:end]`, in order.

    Raises `ArticleError` with the line in `text` when it is not YAML.
    """
    simple = _simple_scalars(text, start, end)
    if simple is not None:
        yield from simple
        return
    node = _composed(text, start, end)
    if isinstance(node, MappingNode):
        seen: set[int] = set()
        for scalar in _walk(node, "", text, start, in_flow=False):
            if scalar.start not in seen:  # an alias is its anchor once more
                seen.add(scalar.start)
                yield scalar


def is_safe_plain(value: str) -> bool:
    """May this string stand in block YAML without quotes?"""
    return not _UNSAFE_PLAIN.search(value) and _is_string(value)


def _is_string(plain: str) -> bool:
    """Does YAML read this bare word or phrase as a string?"""
    return bool(plain) and not _NOT_A_STRING.fullmatch(plain)


def _simple_scalars(text: str, start: int, end: int) -> list[Scalar] | None:
    """The values of front matter that has only `key: value` lines, nested or in lists.

    That is most front matter, and a full YAML parser takes longer for it than Markdown takes for
    the article. None: something else is there, or the indents are not plainly right.
    """
    found: list[Scalar] = []
    outline = _Outline()
    for line in _LINES.finditer(text, start, end):
        match = _SIMPLE_LINE.match(line[0].rstrip("\r\n"))
        if match is None:
            return None
        if match["blank"] is not None:
            continue
        scalar = _simple_scalar(match, line.start())
        path = outline.place(match, has_value=scalar is not None or match["flow"] is not None)
        if path is None:
            return None
        if scalar and path and (scalar.style is not Style.PLAIN or _is_string(scalar.value)):
            found.append(replace(scalar, path=path))
    return found


class _Outline:
    """Keys that are open, by the column they stand in."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str, bool]] = []  # column, key or "-", may hold a block

    def place(self, match: re.Match[str], *, has_value: bool) -> str | None:
        """Path of the line's value (empty for an item without key); None: not plainly right."""
        column = len(match["indent"])
        if match["dash"]:
            if not self._enter(column, "-"):
                return None
            self._open.append((column, "-", True))
            column += len(match["dash"])
        if match["key"]:
            if not self._enter(column, match["key"]):
                return None
            self._open.append((column, match["key"], not has_value))
        elif not match["dash"] or not has_value:
            return None
        else:
            self._open[-1] = (self._open[-1][0], "-", False)
            return ""
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


def _simple_scalar(match: re.Match[str], base: int) -> Scalar | None:
    for name, style, quotes in (
        ("plain", Style.PLAIN, 0),
        ("double", Style.DOUBLE, 1),
        ("single", Style.SINGLE, 1),
    ):
        if match[name] is not None:
            value = match[name].rstrip(" ") if style is Style.PLAIN else match[name]
            first = base + match.start(name)
            return Scalar("", first - quotes, first + len(value) + quotes, value, style)
    return None


@cache
def _yaml() -> YAML:
    return YAML(typ="safe", pure=True)


def _composed(text: str, start: int, end: int) -> Any:
    try:
        return _yaml().compose(text[start:end])
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark and error.context_mark and not text[start + mark.index : end].strip():
            mark = error.context_mark  # something is never closed: where it begins
        raise _broken(text, start, mark.index if mark else 0, error.problem) from None
    except (YAMLError, RecursionError, ValueError) as error:
        raise _broken(text, start, 0, str(error).split("\n")[0]) from None


def _broken(text: str, start: int, index: int, problem: str | None) -> ArticleError:
    line = len(re.findall(r"\r\n?|\n", text[: start + index])) + 1
    return ArticleError(
        f"the YAML front matter cannot be read: {problem or 'unknown problem'}",
        line=line,
        hint="a value that holds a colon or begins with a special character needs quotes",
    )


def _walk(node: Any, path: str, text: str, base: int, *, in_flow: bool) -> Iterator[Scalar]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            inner = f"{path}.{key.value}" if path else str(key.value)
            yield from _walk(value, inner, text, base, in_flow=in_flow or bool(node.flow_style))
    elif isinstance(node, SequenceNode):
        for value in node.value:
            yield from _walk(value, path, text, base, in_flow=in_flow or bool(node.flow_style))
    elif isinstance(node, ScalarNode) and str(node.tag).endswith(":str"):
        start, end = base + node.start_mark.index, base + node.end_mark.index
        if properties := _PROPERTIES.match(text, start, end):
            start = properties.end()
        style = _STYLES[node.style]
        if style is Style.PLAIN and in_flow:
            style = Style.PLAIN_IN_FLOW
        yield Scalar(path, start, end, str(node.value), style)
