"""A project: its folders, its `workflow.toml`, and which file of an article is where."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from workflow.config import CONFIG_NAME, Config, read_config
from workflow.errors import WorkflowError
from workflow.files import read_text
from workflow.resources import GLOSSARY, bundled

OWN_FOLDERS = ("catalogs", "drafts", "review")
"""Beside the articles: what is kept of them, a folder for each language in each."""


def _repository(folder: Path) -> Path:
    """The top of the repository that a folder stands in; the current directory without one."""
    around = (folder, *folder.parents)
    return next((top for top in around if (top / ".git").exists()), Path.cwd())


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
    def base(self) -> Path:
        """The folder of everything that belongs to the articles."""
        return self.root / self.config.articles

    @property
    def source_folder(self) -> Path:
        """Where the source articles stand."""
        return self.base if self._suffixed else self.base / self.config.source

    def source_path(self, slug: str) -> Path:
        """Where the source of the article of that slug stands, or would."""
        return self.source_folder / f"{slug}{self._ending}"

    def article(self, source: Path, target: str | None = None) -> Article:
        """The article whose source is at `source`, in or outside the source folder."""
        target = target or self.config.target
        try:
            slug = source.relative_to(self.source_folder).as_posix()
        except ValueError:
            slug = source.name
        slug = slug.removesuffix(self._ending).removesuffix(".md")
        english = self.english_slug(slug) if target == self.config.target else slug
        return Article(
            slug=slug,
            source=source,
            catalog=self.base / "catalogs" / target / f"{slug}.po",
            draft=self.base / "drafts" / target / f"{slug}.md",
            review=self.base / "review" / target / f"{slug}.md",
            edition=self.base / f"{english}.{target}.md"
            if self._suffixed
            else self.base / target / f"{english}.md",
        )

    @property
    def _suffixed(self) -> bool:
        return self.config.publication.layout == "suffix"

    @property
    def _ending(self) -> str:
        """How the names of source articles end."""
        return f".{self.config.source}.md" if self._suffixed else ".md"

    def english_slug(self, slug: str) -> str:
        """The slug of an article's edition: in the article's folder, under its own name if any."""
        folder, slash, name = slug.rpartition("/")
        return f"{folder}{slash}{self.config.publication.slugs.get(slug, name)}"

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
            inside = self.source_path(article.slug)
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
        found = sorted(p for p in self.source_folder.rglob(f"*{self._ending}") if p.is_file())
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
            return self.source_of(path.resolve())
        inside = self.source_path(name.removesuffix(self._ending).removesuffix(".md"))
        if inside.is_file():
            return inside
        raise WorkflowError(
            "is neither a file nor the slug of an article",
            path=name,
            hint=f"articles stand in {self.relative(self.source_folder)}",
        )

    def source_of(self, path: Path) -> Path:
        """The source of an article named by any of its files (draft, catalog, paired, edition)."""
        target = self.config.target
        for folder in (*(self.base / name / target for name in OWN_FOLDERS), self.base / target):
            if path.is_relative_to(folder):
                slug = path.relative_to(folder).with_suffix("").as_posix()
                if self.source_path(slug).is_file():
                    return self.source_path(slug)
        return self._of_edition(path) or path

    def _of_edition(self, path: Path) -> Path | None:
        """The source of the article whose edition would be `path`."""
        slugs = [*self.config.publication.slugs, path.name.split(".")[0]]
        if path.is_relative_to(self.base):
            name = path.relative_to(self.base).as_posix()
            slugs.append(name.removesuffix(f".{self.config.target}.md"))
        sources = (self.source_path(slug) for slug in slugs)
        return next((s for s in sources if s.is_file() and self.article(s).edition == path), None)

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

    def in_repository(self, path: Path) -> str:
        """`path` as what reads a whole repository wants it: from its top, with `/` between parts.

        Where there is none around the project, from here.
        """
        return os.path.relpath(path, _repository(self.root)).replace(os.sep, "/")

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
