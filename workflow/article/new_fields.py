"""Write fields into the body of YAML, TOML or JSON front matter, leaving all else as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from workflow.article.simple_yaml import is_safe_plain
from workflow.article.toml_fields import toml_entry

FieldValue = str | int | float | bool | None | Sequence["FieldValue"] | Mapping[str, "FieldValue"]

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+\Z")
_JSON_KEY = re.compile(r'\s*,?\s*("(?:[^"\\]|\\.)*")\s*:\s*', re.DOTALL)
_LINES = re.compile(r"[^\r\n]*(?:\r\n?|\n)|[^\r\n]+\Z")


def yaml_with(body: str, fields: Mapping[str, FieldValue], newline: str) -> str:
    """YAML `body` with the fields."""
    for key, value in fields.items():
        entry = "".join(line + newline for line in _yaml_entry(key, value, ""))
        span = _yaml_span(body, key)
        if span is None:
            body = _ended(body, newline) + entry
        else:
            body = body[: span[0]] + entry + body[span[1] :]
    return body


def _ended(body: str, newline: str) -> str:
    return body if not body or body.endswith(("\n", "\r")) else body + newline


def _yaml_entry(key: str, value: FieldValue, indent: str) -> Iterator[str]:
    name = key if _BARE_KEY.match(key) else json.dumps(key, ensure_ascii=False)
    if isinstance(value, Mapping) and value:
        yield f"{indent}{name}:"
        for inner_key, inner in value.items():
            yield from _yaml_entry(inner_key, inner, indent + "  ")
    else:
        yield f"{indent}{name}: {_yaml_value(value)}"


def _yaml_value(value: FieldValue) -> str:
    if isinstance(value, str):
        return value if is_safe_plain(value) else json.dumps(value, ensure_ascii=False)
    return json.dumps(value, ensure_ascii=False)  # JSON is YAML


def _yaml_span(body: str, key: str) -> tuple[int, int] | None:
    """Where a top-level entry stands: its line and the deeper lines under it."""
    name = re.escape(key)
    wanted = re.compile(rf"(?:{name}|\"{name}\"|'{name}')[ \t]*:(?:\s|\Z)")
    start = end = None
    for line in _LINES.finditer(body):
        if start is None:
            if wanted.match(line[0]):
                start, end = line.span()
        elif line[0][0] in " \t" or re.match(r"-[ \t\r\n]", line[0]):
            if line[0].strip():
                end = line.end()
        elif line[0].strip():
            break
    return None if start is None or end is None else (start, end)


def toml_with(body: str, fields: Mapping[str, FieldValue], newline: str) -> str:
    """TOML `body` with the fields; new ones stand before the first table."""
    for key, value in fields.items():
        entry = f"{_toml_key(key)} = {_toml_value(value)}"
        span, behind = toml_entry(body, key)
        if span is not None:
            body = body[: span[0]] + entry + body[span[1] :]
        else:
            body = _ended(body[:behind], newline) + entry + newline + body[behind:]
    return body


def _toml_key(key: str) -> str:
    return key if _BARE_KEY.match(key) else json.dumps(key, ensure_ascii=False)


def _toml_value(value: FieldValue) -> str:
    if isinstance(value, Mapping):
        inner = ", ".join(f"{_toml_key(k)} = {_toml_value(v)}" for k, v in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(_toml_value(item) for item in value)}]"
    return json.dumps("" if value is None else value, ensure_ascii=False)


def json_with(body: str, fields: Mapping[str, FieldValue], newline: str) -> str:
    """The JSON object `body` with the fields."""
    for key, value in fields.items():
        written = json.dumps(value, ensure_ascii=False)
        span, last = _json_span(body, key)
        if span is not None:
            body = body[: span[0]] + written + body[span[1] :]
            continue
        indent = re.match(r"\{(\s*)", body)
        gap = indent[1] if indent and indent[1] else ""
        comma = "," if last > 1 else ""
        space = gap or (" " if comma else "")
        body = f"{body[:last]}{comma}{space}{json.dumps(key)}: {written}{body[last:]}"
    return body


def _json_span(body: str, key: str) -> tuple[tuple[int, int] | None, int]:
    """Where the value of a top-level key stands, and where the last value ends."""
    at = 1
    while match := _JSON_KEY.match(body, at):
        _, end = json.JSONDecoder().raw_decode(body, match.end())
        if json.loads(match[1]) == key:
            return (match.end(), end), end
        at = end
    return None, at


def yaml_without(body: str, key: str) -> str:
    """YAML `body` without a top-level entry."""
    span = _yaml_span(body, key)
    return body if span is None else body[: span[0]] + body[span[1] :]


def toml_without(body: str, key: str) -> str:
    """TOML `body` without a top-level entry."""
    span, _ = toml_entry(body, key)
    if span is None:
        return body
    line_end = _LINES.match(body, span[1])
    return body[: span[0]] + body[line_end.end() if line_end else span[1] :]


def json_without(body: str, key: str) -> str:
    """The JSON object `body` without a top-level entry, and without the comma it leaves over."""
    done = 1
    while match := _JSON_KEY.match(body, done):
        _, end = json.JSONDecoder().raw_decode(body, match.end())
        if json.loads(match[1]) == key:
            behind = re.compile(r"\s*,").match(body, end)
            if done == 1 and behind:  # the next entry takes the place of the first
                return body[: match.start(1)] + body[behind.end() :].lstrip()
            return body[:done] + body[end:]
        done = end
    return body
