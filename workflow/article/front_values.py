"""Front matter as values: for those who only want to know what it says."""

from __future__ import annotations

import json
import tomllib
from typing import Any

from workflow.article.frontmatter import Syntax, find_front_matter


def front_values(text: str) -> dict[str, str]:
    """Top-level values of a readable front matter by key, as text: dates in ISO order.

    Tables, lists and empty values are left out. An article without front matter has none.
    """
    front = find_front_matter(text)
    if front is None:
        return {}
    body = text[front.start : front.end]
    values = _loaded(front.syntax, body)
    if not isinstance(values, dict):
        return {}
    said = {str(k): str(v) for k, v in values.items() if not isinstance(v, dict | list | bool)}
    return {key: value for key, value in said.items() if value not in ("", "None")}


def _loaded(syntax: Syntax, body: str) -> Any:
    if syntax is Syntax.TOML:
        return tomllib.loads(body.replace("\r\n", "\n"))
    if syntax is Syntax.JSON:
        return json.loads(body)
    from ruamel.yaml import YAML  # slow to import, and few commands want it

    return YAML(typ="safe", pure=True).load(body)
