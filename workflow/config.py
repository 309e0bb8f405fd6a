"""`workflow.toml`: every key with its default and its meaning, and how the file is read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError
from workflow.files import read_text

CONFIG_NAME = "workflow.toml"
VARIETIES = ("en-US", "en-GB")
ENGINES = ("auto", "argos", "apertium")
LAYOUTS = ("folder", "suffix")


def _key(default: Any, about: str, legal: tuple[str, ...] = (), pattern: str = "") -> Any:
    """A key of the file: its default, a sentence on it, and which strings it may hold."""
    metadata = {"about": about, "legal": legal, "pattern": pattern}
    if isinstance(default, dict):
        return field(default_factory=dict, hash=False, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True, slots=True)
class ArticleConfig:
    """What of an article is translated, beside its running text."""

    front_matter: tuple[str, ...] | None = _key(
        None,
        "Front-matter keys whose values are for readers, at any depth (`title`) or in one place "
        "(`image.alt`).",
    )
    shortcode_parameters: tuple[str, ...] | None = _key(
        None, "Parameters of shortcodes whose values are for readers."
    )


@dataclass(frozen=True, slots=True)
class ReviewConfig:
    """What a review asks of people."""

    four_eyes: bool = _key(
        False, "Whether somebody other than the last editor of a segment has to approve it."
    )


@dataclass(frozen=True, slots=True)
class PublicationConfig:
    """Where editions stand, in the repository and on the web."""

    layout: str = _key(
        "folder",
        "`folder`: `es/slug.md` and `en/slug.md`; `suffix`: `slug.es.md` and `slug.en.md` side by "
        "side.",
        LAYOUTS,
    )
    url: str | None = _key(
        None,
        "Address of an article on the web, with `{lang}` and `{slug}`: "
        "`https://example.org/{lang}/{slug}/`.",
        pattern=r"https?://[^\s{}]+(?:\{lang\}[^\s{}]*)?\{slug\}[^\s{}]*",
    )
    slugs: Mapping[str, str] = _key(
        {}, "English slugs of articles, by their own slug.", pattern=r"[^\s/\\.][^\s/\\]*"
    )


@dataclass(frozen=True, slots=True)
class Config:
    """The languages, the engine, the folders."""

    source: str = _key("es", "Language of the articles.")
    target: str = _key("en", "Language of the editions.")
    variety: str = _key(
        "en-US", "English of the editions: spelling, quotation marks, the engine's mode.", VARIETIES
    )
    engine: str = _key("auto", "Which engine drafts; `auto` takes the best one installed.", ENGINES)
    articles: str = _key("articles", "Folder of the articles, catalogs, drafts and editions.")
    typography: bool = _key(True, "Whether drafts are set as an English editor sets them.")
    glossaries: tuple[str, ...] | None = _key(
        None,
        "Paths of the glossaries, the first one first in rank; without the key the one in "
        "`glossaries/`, else the bundled one.",
    )
    article: ArticleConfig = field(default_factory=ArticleConfig)
    review: ReviewConfig = field(default_factory=ReviewConfig)
    publication: PublicationConfig = field(default_factory=PublicationConfig)


Table = ArticleConfig | ReviewConfig | PublicationConfig
TABLES: Mapping[str, type[Table]] = {
    "article": ArticleConfig,
    "review": ReviewConfig,
    "publication": PublicationConfig,
}
KINDS: Mapping[str, tuple[type, str]] = {
    "str": (str, "a string"),
    "str | None": (str, "a string"),
    "bool": (bool, "true or false"),
    "tuple[str, ...] | None": (list, "a list of strings"),
    "Mapping[str, str]": (dict, "a table of strings"),
}
"""What TOML has to give for each type that a key is declared with, and its name."""


def read_config(path: Path) -> Config:
    """`workflow.toml` as a `Config`.

    Raises `WorkflowError` naming the file and line for bad TOML, and naming the legal keys or
    values for a wrong one.
    """
    text = read_text(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else None
        raise WorkflowError(f"is not valid TOML: {error}", path=path, line=line) from None
    tables: dict[str, Table] = {}
    for name, model in TABLES.items():
        table = data.pop(name, {})
        if not isinstance(table, dict):
            raise _wrong(f"`{name}` must be a table", path, text, name)
        tables[name] = model(**_checked(table, model, f"{name}.", path, text))
    return Config(**_checked(data, Config, "", path, text), **tables)  # type: ignore[arg-type]


def _checked(
    data: Mapping[str, object], model: type[Config | Table], prefix: str, path: Path, text: str
) -> dict[str, Any]:
    """The values of a table, lists as tuples, once every key and value is a legal one."""
    known = {f.name: f for f in fields(model)}
    for key, value in data.items():
        if key not in known:
            legal = ", ".join(prefix + name for name in known)
            raise _wrong(f"unknown key {prefix + key!r}: legal keys are {legal}", path, text, key)
        complaint = _complaint(known[key], value)
        if complaint is not None:
            raise _wrong(f"{prefix + key}{complaint}", path, text, key)
    return {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}


def _complaint(known: Field[Any], value: object) -> str | None:
    """What is wrong with the value of a key, None when nothing is."""
    kind, name = KINDS[str(known.type)]
    items: list[object] = []
    if isinstance(value, list):
        items = value
    elif isinstance(value, dict):
        items = list(value.values())
    if not isinstance(value, kind) or not all(isinstance(item, str) for item in items):
        return f" must be {name}"
    legal, pattern = known.metadata["legal"], known.metadata["pattern"]
    if legal and value not in legal:
        return f" = {value!r}: legal values are {', '.join(legal)}"
    wrong = [item for item in items or [value] if pattern and not re.fullmatch(pattern, str(item))]
    if wrong:
        return f": {wrong[0]!r} does not fit. {known.metadata['about']}"
    return None


def _wrong(message: str, path: Path, text: str, key: str) -> WorkflowError:
    """The error, with the first line (1-based) on which the key stands."""
    lines = enumerate(text.splitlines(), 1)
    line = next((n for n, said in lines if said.lstrip(' ["').startswith(key)), None)
    return WorkflowError(message, path=path, line=line)
