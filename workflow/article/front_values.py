"""Front matter as values: for those who only want to know what it says."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from workflow.article.frontmatter import Syntax, find_front_matter
from workflow.article.scalars import whole


def front_values(text: str) -> dict[str, str]:
    """Top-level values of a readable front matter by key, as text: dates in ISO order.

    Tables, lists and empty values are left out. An article without front matter has none.
    """
    values = front_matter(text).items()
    scalars = ((key, value) for key, value in values if not isinstance(value, dict | list | bool))
    said = {key: whole(str(value)) for key, value in scalars}
    return {key: value for key, value in said.items() if value not in ("", "None")}


def front_matter(text: str) -> dict[str, Any]:
    """A readable front matter as its language's own values, none for an article without one."""
    front = find_front_matter(text)
    if front is None:
        return {}
    values = _loaded(front.syntax, text[front.start : front.end])
    return {str(k): v for k, v in values.items()} if isinstance(values, dict) else {}


def _loaded(syntax: Syntax, body: str) -> Any:
    if syntax is Syntax.TOML:
        return tomllib.loads(body.replace("\r\n", "\n"))
    if syntax is Syntax.JSON:
        return json.loads(body)
    from workflow.article.full_yaml import load_yaml  # slow to import, and few commands want it

    return load_yaml(body)
