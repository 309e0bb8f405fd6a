"""What `workflow.toml` may hold, made from the code that reads it: a page and a JSON Schema.

python -m workflow.config_reference page   > docs/configuration.md
python -m workflow.config_reference schema > docs/workflow.schema.json
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import Field, fields
from typing import Any

from workflow.config import TABLES, Config, Table

_TYPES: dict[str, dict[str, Any]] = {
    "str": {"type": "string"},
    "str | None": {"type": "string"},
    "bool": {"type": "boolean"},
    "tuple[str, ...] | None": {"type": "array", "items": {"type": "string"}},
    "Mapping[str, str]": {"type": "object", "additionalProperties": {"type": "string"}},
}
_HEAD = """\
# Configuration

`workflow.toml` stands in the project's root folder; every key may be left out, and a project needs
no such file to begin. An unknown key or value is an error that names the legal ones. Made from the
code by `python -m workflow.config_reference page > docs/configuration.md`.

[workflow.schema.json](workflow.schema.json) is the same for editors: with its path in the first
line of the file (`#:schema path/to/workflow.schema.json`) those that know TOML schemas complete the
keys and mark what is wrong.
"""


def schema() -> dict[str, Any]:
    """A JSON Schema (draft 7) of the file."""
    top = _object(Config, (f for f in fields(Config) if f.name not in TABLES))
    for name, model in TABLES.items():
        top["properties"][name] = _object(model, fields(model))
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "workflow.toml", **top}


def _object(model: type[Config | Table], keys: Any) -> dict[str, Any]:
    return {
        "type": "object",
        "description": _about(model),
        "properties": {key.name: _property(key) for key in keys},
        "additionalProperties": False,
    }


def _property(key: Field[Any]) -> dict[str, Any]:
    said: dict[str, Any] = {"description": _plain(key.metadata["about"]), **_TYPES[str(key.type)]}
    if key.metadata["legal"]:
        said["enum"] = list(key.metadata["legal"])
    if key.metadata["pattern"]:
        pattern = f"^(?:{key.metadata['pattern']})$"
        if said["type"] == "object":
            said["additionalProperties"] = {"type": "string", "pattern": pattern}
        else:
            said["pattern"] = pattern
    if isinstance(key.default, str | bool):
        said["default"] = key.default
    return said


def _about(model: type[Config | Table]) -> str:
    return _plain((model.__doc__ or "").split("\n")[0])


def _plain(markdown: str) -> str:
    return markdown.replace("`", "")


def page() -> str:
    """The same for people, in Markdown."""
    parts = [_HEAD, _section("Of the whole project", Config)]
    parts += [_section(f"[{name}]", model) for name, model in TABLES.items()]
    return "\n".join(parts)


def _section(title: str, model: type[Config | Table]) -> str:
    return f"## {title}\n\n{_about(model)}\n\n" + "".join(f"{row}\n" for row in _rows(model))


def _rows(model: type[Config | Table]) -> Iterator[str]:
    yield "| key | default | meaning |"
    yield "|---|---|---|"
    for key in fields(model):
        if key.name not in TABLES:
            default = f"`{json.dumps(key.default)}`" if isinstance(key.default, str | bool) else ""
            legal = ", ".join(f"`{value}`" for value in key.metadata["legal"])
            values = f" Values: {legal}." if legal else ""
            yield f"| `{key.name}` | {default} | {key.metadata['about']}{values} |"


def schema_text() -> str:
    """The schema as a file."""
    return json.dumps(schema(), indent=2) + "\n"


if __name__ == "__main__":
    sys.stdout.write({"page": page, "schema": schema_text}[sys.argv[1]]())
