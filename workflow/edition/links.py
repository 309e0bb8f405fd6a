"""Addresses of an edition: other articles in English where they exist, files where they are."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote

from workflow.article import Document
from workflow.article.links import with_addresses
from workflow.project import Article, Project

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|/|\Z")
_SITE = re.compile(r"https?://[^/]+")
_SLUG, _LANG = r"(?P<slug>[\w./-]+?)", r"[A-Za-z-]+"


def for_readers(project: Project, language: str, article: Article, page: Document) -> str:
    """The page, translated but with the Spanish page's addresses, as it stands in its own place.

    A link to an article of the project leads to its edition where there is one (or to this very
    article's), else to the Spanish still; a file beside the Spanish is found from the new place.
    """

    def choose(other: Article) -> Path:
        published = other.edition.is_file() or other == article
        return other.edition if published else other.source

    places = article.source.parent, article.edition.parent
    return with_addresses(page, _Router(project, language, choose, *places))


def as_drafted(project: Project, language: str, article: Article, edition: Document) -> str:
    """An edition with the addresses that its catalog knows: those of the Spanish page.

    Which other editions stood when a page was written is no part of what was approved.
    """
    places = article.edition.parent, article.source.parent
    return with_addresses(edition, _Router(project, language, lambda a: a.source, *places))


def public_url(project: Project, slug: str, language: str) -> str | None:
    """Where the article stands on the web in that language; None when the project does not say."""
    pattern = project.config.publication.url
    if pattern is None:
        return None
    if language == project.config.target:
        slug = project.english_slug(slug)
    return pattern.replace("{lang}", language).replace("{slug}", slug)


def split_address(address: str) -> tuple[str, str]:
    """The path, and the query and fragment behind it."""
    path = re.split("[?#]", address, maxsplit=1)[0]
    return path, address[len(path) :]


def file_at(path: str, folder: Path) -> Path | None:
    """The file that a relative address leads to from a folder, None when there is none."""
    place = Path(os.path.normpath(folder / unquote(path)))
    return place if place.is_file() and not _ELSEWHERE.match(path) else None


@dataclass(frozen=True, slots=True)
class _Router:
    """Changes an address that leads to an article or a file of the project; leaves all others."""

    project: Project
    language: str
    """Of the editions."""
    choose: Callable[[Article], Path]
    """Which of its two files a link to an article is to lead to."""
    here: Path
    """The folder that relative addresses begin from."""
    there: Path
    """The folder that they shall begin from."""

    def __call__(self, address: str) -> str:
        path, rest = split_address(address)
        new = self._on_the_web(path) or self._in_the_folders(path)
        return address if new is None else new + rest

    def _on_the_web(self, path: str) -> str | None:
        url = self.project.config.publication.url
        match = _pattern(url).fullmatch(path) if url else None
        article = self._with_slug(match["slug"]) if match else None
        if match is None or article is None:
            return None
        english = self.choose(article) == article.edition
        language = self.language if english else self.project.config.source
        new = public_url(self.project, article.slug, language)
        return new if new is None or match["site"] else _SITE.sub("", new)

    def _with_slug(self, slug: str) -> Article | None:
        """The article whose Spanish or English slug it is."""
        own = self.project.config.publication.slugs
        slugs = (slug, *(key for key in own if self.project.english_slug(key) == slug))
        sources = (self.project.source_path(known) for known in slugs)
        found = next((source for source in sources if source.is_file()), None)
        return None if found is None else self.project.article(found, self.language)

    def _in_the_folders(self, path: str) -> str | None:
        place = file_at(path, self.here)
        if place is None:
            return None
        article = self._of_file(place)
        wanted = place if article is None else self.choose(article)
        new = Path(os.path.relpath(wanted, self.there)).as_posix()
        return path if new == unquote(path) else new

    def _of_file(self, place: Path) -> Article | None:
        """The article that the file is the source or the edition of."""
        source = self.project.source_of(place)
        if source.suffix != ".md" or not source.is_relative_to(self.project.source_folder):
            return None
        article = self.project.article(source, self.language)
        return article if place in (article.source, article.edition) else None


@cache
def _pattern(url: str) -> re.Pattern[str]:
    """Finds the articles in addresses, with the site's name or from its root."""
    site = _SITE.match(url)
    assert site is not None  # the configuration was checked
    path = re.escape(url[site.end() :].rstrip("/"))
    path = path.replace(r"\{slug\}", _SLUG).replace(r"\{lang\}", _LANG)
    return re.compile(f"(?P<site>{re.escape(site[0])})?{path}/?")
