"""String values of YAML front matter with their exact places."""

from __future__ import annotations

from collections.abc import Iterator

from workflow.article.scalars import Scalar
from workflow.article.simple_yaml import simple_scalars


def yaml_scalars(text: str, start: int, end: int) -> Iterator[Scalar]:
    """Every string value of the YAML in `text[start:end]`, in order.

    Raises `ArticleError` with the line in `text` when it is not YAML.
    """
    simple = simple_scalars(text, start, end)
    if simple is None:
        # The whole of YAML takes longer to import than most front matter to read.
        from workflow.article.full_yaml import full_scalars

        simple = list(full_scalars(text, start, end))
    yield from simple
