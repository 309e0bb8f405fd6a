"""A project: its folders, its `workflow.toml`, and which file of an article is where."""

from __future__ import annotations

import hashlib
import os
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from workflow.errors import WorkflowError
from workflow.files import read_text
from workflow.resources import GLOSSARY, bundled

CONFIG_NAME = "workflow.toml"
VARIETIES = ("en-US", "en-GB")
ENGINES = ("auto", "argos", "apertium")


@dataclass(frozen=True, slots=True)
class ArticleConfig:
    """What of an article is translated, beside its running text."""

    front_matter: tuple[str, ...] | None = None
    """Front-matter keys whose values are for readers; None means the defaults."""
    shortcode_parameters: tuple[str, ...] | None = None
    """Shortcode parameters whose values are for readers; None means the defaults."""


@dataclass(frozen=True, slots=True)
class ReviewConfig:
    """What a review asks of people."""

    four_eyes: bool = False
    """Whether somebody other than the last editor of a segment has to approve it."""


@dataclass(frozen=True, slots=True)
class Config:
    """`workflow.toml`, checked; every key has a default, so no file is needed to start."""

    source: str = "es"
    target: str = "en"
    variety: str = "en-US"
    engine: str = "auto"
    articles: str = "articles"
    """Folder that holds `es/`, `catalogs/`, `drafts/`, `review/` and the editions."""
    typography: bool = True
    """Whether drafts are set as an English editor sets them."""
    glossaries: tuple[str, ...] | None = None
    """Paths from the project's root; None means the one in `glossaries/`, else the bundled one."""
    article: ArticleConfig = field(default_factory=ArticleConfig)
    review: ReviewConfig = field(default_factory=ReviewConfig)


@dataclass(frozen=True, slots=True)
class Article:
    """One article and the places of its files for one target language."""

    slug: str
    """Path under the source folder without `.md`: `2026/muertes-bajo-custodia`."""
    source: Path
    catalog: Path
    draft: Path
    review: Path
    edition: Path


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with articles, found from where the command runs."""

    root: Path
    config: Config

    @classmethod
    def find(cls, start: Path | None = None) -> Project:
        """The project around `start` (default: here): the nearest folder with a `workflow.toml`.

        Without one, `start` itself with the defaults. Raises `WorkflowError` for a bad file.
        """
        start = (start or Path.cwd()).resolve()
        for folder in (start, *start.parents):
            if (folder / CONFIG_NAME).is_file():
                return cls(folder, read_config(folder / CONFIG_NAME))
        return cls(start, Config())

    @property
    def source_folder(self) -> Path:
        """Where the source articles stand."""
        return self.root / self.config.articles / self.config.source

    def article(self, source: Path, target: str | None = None) -> Article:
        """The article whose source is at `source`, in or outside the source folder."""
        target = target or self.config.target
        try:
            slug = source.relative_to(self.source_folder).with_suffix("").as_posix()
        except ValueError:
            slug = source.stem
        base = self.root / self.config.articles
        return Article(
            slug=slug,
            source=source,
            catalog=base / "catalogs" / target / f"{slug}.po",
            draft=base / "drafts" / target / f"{slug}.md",
            review=base / "review" / target / f"{slug}.md",
            edition=base / target / f"{slug}.md",
        )

    def find_articles(self, names: Iterable[str] = (), target: str | None = None) -> list[Article]:
        """The articles named by path or slug, in that order; none named = all, sorted.

        Raises `WorkflowError` for a name that is no article, for two articles that would share
        their files, and for a source folder without articles.
        """
        names = list(names)
        sources = [self._resolve(name) for name in names] if names else self._all()
        articles = [self.article(source, target) for source in dict.fromkeys(sources)]
        taken: dict[str, Path] = {}
        for article in articles:
            other = taken.setdefault(article.slug, article.source)
            inside = self.source_folder / f"{article.slug}.md"
            if other == article.source and inside.is_file() and inside != article.source:
                other = inside
            if other != article.source:
                raise WorkflowError(
                    f"would share its files with {self.relative(other)}",
                    path=self.relative(article.source),
                    hint="give one of the two another name",
                )
        return articles

    def _all(self) -> list[Path]:
        found = sorted(p for p in self.source_folder.rglob("*.md") if p.is_file())
        if not found:
            raise WorkflowError(
                "there are no articles here",
                path=self.relative(self.source_folder),
                hint="name an article's path, or run `workflow init` to begin a project",
            )
        return found

    def _resolve(self, name: str) -> Path:
        path = Path(name)
        if path.is_dir():
            raise WorkflowError("this is a directory, not an article", path=name)
        if path.is_file():
            return self._source_of(path.resolve())
        slug = name.removesuffix(".md")
        inside = self.source_folder / f"{slug}.md"
        if inside.is_file():
            return inside
        raise WorkflowError(
            "is neither a file nor the slug of an article",
            path=name,
            hint=f"articles stand in {self.relative(self.source_folder)}",
        )

    def _source_of(self, path: Path) -> Path:
        """The source of an article named by any of its files (draft, catalog, paired, edition)."""
        base = self.root / self.config.articles
        target = self.config.target
        for folder in ("catalogs", "drafts", "review", "."):
            try:
                slug = path.relative_to(base / folder / target).with_suffix("").as_posix()
            except ValueError:
                continue
            source = self.source_folder / f"{slug}.md"
            if source.is_file():
                return source
        return path

    def glossary_paths(self) -> list[Path]:
        """The project's glossaries, first one first in rank; else the bundled one."""
        if self.config.glossaries is not None:
            return [self.root / name for name in self.config.glossaries]
        own = self.root / GLOSSARY
        return [own if own.is_file() else bundled(GLOSSARY)]

    def glossary_hash(self) -> str:
        """Short hash over the bytes of the glossaries, in their order.

        Raises `WorkflowError` when one cannot be read.
        """
        digest = hashlib.sha256()
        for path in self.glossary_paths():
            digest.update(read_text(path).encode())
            digest.update(b"\0")
        return digest.hexdigest()[:12]

    def relative(self, path: Path) -> str:
        """`path` as a person at the prompt writes it: from here when it is near, else whole."""
        here = os.path.relpath(path)
        return here if not here.startswith("../../..") else str(path)

    def own_folder(self, name: str) -> Path:
        """A folder for locks or records of this checkout: made, safe to delete, never committed.

        Raises `WorkflowError` when it cannot be made.
        """
        own = self.root / ".workflow"
        folder = own / name
        try:
            folder.mkdir(parents=True, exist_ok=True)
            ignore = own / ".gitignore"
            if not ignore.exists():
                ignore.write_text("*\n", encoding="utf-8")
        except OSError as error:
            raise WorkflowError(f"cannot be made: {error.strerror}", path=folder) from error
        return folder


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
    article = _table(data, "article", ArticleConfig, path, text)
    review = _table(data, "review", ReviewConfig, path, text)
    _check_keys(data, Config, "", path, text)
    config = Config(
        **_with_tuples(data),
        article=ArticleConfig(**_with_tuples(article)),
        review=ReviewConfig(**_with_tuples(review)),
    )
    for key, value, legal in (
        ("variety", config.variety, VARIETIES),
        ("engine", config.engine, ENGINES),
    ):
        if value not in legal:
            raise WorkflowError(
                f"{key} = {value!r}: legal values are {', '.join(legal)}",
                path=path,
                line=_line(text, key),
            )
    return config


def _table(
    data: dict[str, Any], name: str, model: type[_Model], path: Path, text: str
) -> dict[str, Any]:
    """The table `name`, taken out of `data`, its keys checked."""
    table = data.pop(name, {})
    if not isinstance(table, dict):
        raise WorkflowError(f"`{name}` must be a table", path=path, line=_line(text, name))
    _check_keys(table, model, f"{name}.", path, text)
    return table


def _with_tuples(data: Mapping[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in data.items()}


_Model = Config | ArticleConfig | ReviewConfig
_LISTS = {"glossaries", "front_matter", "shortcode_parameters"}
_SWITCHES = {"typography", "four_eyes"}


def _check_keys(
    data: Mapping[str, object],
    model: type[_Model],
    prefix: str,
    path: Path,
    text: str,
) -> None:
    legal = [f.name for f in fields(model)]
    for key, value in data.items():
        line = _line(text, key)
        if key not in legal:
            names = ", ".join(prefix + name for name in legal)
            raise WorkflowError(
                f"unknown key {prefix + key!r}: legal keys are {names}", path=path, line=line
            )
        if key in _LISTS:
            if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
                raise WorkflowError(
                    f"{prefix + key} must be a list of strings", path=path, line=line
                )
        elif key in _SWITCHES:
            if not isinstance(value, bool):
                raise WorkflowError(f"{prefix + key} must be true or false", path=path, line=line)
        elif not isinstance(value, str):
            raise WorkflowError(f"{prefix + key} must be a string", path=path, line=line)


def _line(text: str, key: str) -> int | None:
    """Line (1-based) on which a key first stands at the start of a line."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip(" [").startswith(key):
            return number
    return None
