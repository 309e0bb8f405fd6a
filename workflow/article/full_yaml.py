"""String values of any YAML front matter with their exact places, read with ruamel.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator
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


def full_scalars(text: str, start: int, end: int) -> Iterator[Scalar]:
    """Every string value of the YAML in `text[start:end]`, in order.

    Raises `ArticleError` with the line in `text` when it is not YAML.
    """
    node = _composed(text, start, end)
    if isinstance(node, MappingNode):
        seen: set[int] = set()
        for scalar in _walk(node, "", text, start, in_flow=False):
            if scalar.start not in seen:  # an alias is its anchor once more
                seen.add(scalar.start)
                yield scalar


def load_yaml(body: str) -> Any:
    """The values of YAML that was read before without an error."""
    return _yaml().load(body)


def _yaml() -> YAML:
    """A reader for one text: it keeps its place in itself, and the browser reads in threads."""
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
