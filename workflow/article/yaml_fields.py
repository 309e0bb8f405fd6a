"""String values of YAML front matter with their exact places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, ScalarNode, SequenceNode

from workflow.article.frontmatter import Scalar
from workflow.errors import ArticleError


def yaml_scalars(text: str, start: int, end: int) -> Iterator[Scalar]:
    """Every string value of the YAML in `text[start:end]`, in order.

    Raises `ArticleError` with the line in `text` when it is not YAML.
    """
    body = text[start:end]
    try:
        node = YAML(typ="safe", pure=True).compose(body)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = text.count("\n", 0, start) + 1 + (mark.line if mark else 0)
        raise ArticleError(
            f"the YAML front matter cannot be read: {error.problem}",
            line=line,
            hint="put quotes around a value that holds a colon",
        ) from None
    if isinstance(node, MappingNode):
        yield from _walk(node, "", start)


def _walk(node: Any, path: str, base: int) -> Iterator[Scalar]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield from _walk(value, f"{path}.{key.value}" if path else str(key.value), base)
    elif isinstance(node, SequenceNode):
        for value in node.value:
            yield from _walk(value, path, base)
    elif isinstance(node, ScalarNode) and str(node.tag).endswith(":str"):
        yield Scalar(
            path,
            base + node.start_mark.index,
            base + node.end_mark.index,
            node.value,
            node.style or "plain",
        )
