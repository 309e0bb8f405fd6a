"""An article as a web page that stands alone: for reading, for archives, for search engines.

Addresses, languages and credits as search engines read them: reciprocal `hreflang`
(developers.google.com, localized versions) and schema.org's NewsArticle with `translator` and
`translationOfWork`. Pictures beside the article are part of the page; its HTML is cleaned.
"""

from __future__ import annotations

import base64
import json
import mimetypes
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nh3
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from workflow.article import parse
from workflow.article.front_values import front_matter, front_values
from workflow.article.html import body_html
from workflow.article.links import with_addresses
from workflow.days import written_day
from workflow.edition.links import file_at, public_url, split_address
from workflow.files import read_text, write_text
from workflow.project import Article, Project

_TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    keep_trailing_newline=True,
)
_TEMPLATES.filters["day"] = written_day
_LANGUAGES = {"es": "Español", "en": "English", "pt": "Português", "fr": "Français", "ca": "Català"}
_ATTRIBUTES = {**nh3.ALLOWED_ATTRIBUTES, "*": {"id", "class", "lang", "dir", "title"}}
_ATTRIBUTES["input"] = {"type", "checked", "disabled"}
_ELEMENTS = nh3.ALLOWED_TAGS | {"figure", "figcaption", "section", "input"}
_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml|avif);base64,")
_PEOPLE = {"author": "author", "translator": "translator", "reviewed_by": "editor"}
"""Front-matter keys and schema.org's names for the same people."""
_LARGEST_PICTURE = 5_000_000
_BODY_HEADING = re.compile(r"\A\s*<h1>(.*?)</h1>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class WebPage:
    """One article in one language."""

    language: str
    path: Path
    """Where the page stands below the chosen folder: `en/slug.html`."""
    url: str | None
    """Its address on the web; None when the project does not say."""
    text: str
    """The article's Markdown."""
    folder: Path
    """Where addresses in the Markdown begin."""

    @property
    def said(self) -> Mapping[str, str]:
        """What the front matter says."""
        return front_values(self.text)


def write_web_pages(project: Project, article: Article, language: str, folder: Path) -> list[Path]:
    """Write the edition as HTML, and the Spanish beside it; the files whose bytes changed.

    Each names the other, so that readers and search engines find both. Raises `WorkflowError`
    when there is no edition or a file cannot be read or written.
    """
    edition, original = _pages(project, article, language)
    written = []
    for page, other in ((edition, original), (original, edition)):
        path = folder / page.path
        if write_text(path, _rendered(project, page, other)):
            written.append(path)
    return written


def _pages(project: Project, article: Article, language: str) -> tuple[WebPage, WebPage]:
    english, spanish = project.english_slug(article.slug), article.slug
    return (
        WebPage(
            language,
            Path(language) / f"{english}.html",
            public_url(project, article.slug, language),
            read_text(article.edition),
            article.edition.parent,
        ),
        WebPage(
            project.config.source,
            Path(project.config.source) / f"{spanish}.html",
            public_url(project, article.slug, project.config.source),
            read_text(article.source),
            article.source.parent,
        ),
    )


def _rendered(project: Project, page: WebPage, other: WebPage) -> str:
    body = body_html(_self_contained(project, page))
    heading = _BODY_HEADING.match(body)
    title = page.said.get("title") or (_text_of(heading[1]) if heading else page.path.stem)
    clean = nh3.clean(
        body[heading.end() :] if heading else body,
        tags=_ELEMENTS,
        attributes=_ATTRIBUTES,
        attribute_filter=_kept,
        url_schemes={*nh3.ALLOWED_URL_SCHEMES, "data"},
        link_rel=None,
    )
    return _TEMPLATES.get_template("edition.html").render(
        page=page,
        said=page.said,
        title=title,
        body=Markup(clean),
        other=other,
        other_title=other.said.get("title", other.path.stem),
        other_href=_address(other, page),
        people={key: ", ".join(_names(page, key)) for key in _PEOPLE},
        alternates=[(one.language, _address(one, page)) for one in (page, other)],
        languages=_LANGUAGES,
        data=Markup(_json_ld(page, other, title)),
    )


def _address(one: WebPage, seen_from: WebPage) -> str:
    return one.url or _relative(one.path, seen_from.path.parent)


def _relative(path: Path, start: Path) -> str:
    return Path(os.path.relpath(path, start)).as_posix()


def _text_of(html: str) -> str:
    return str(Markup(html).striptags())


def _kept(element: str, attribute: str, value: str) -> str | None:
    """The attribute's value, None to leave it out: pictures alone may hold their data."""
    if value.lstrip().lower().startswith("data:"):
        is_picture = element == "img" and attribute == "src" and _PICTURE.match(value)
        return value if is_picture else None
    return value


def _self_contained(project: Project, page: WebPage) -> str:
    """The Markdown with its pictures in it, and links to articles as links to their pages."""

    def change(address: str) -> str:
        path, rest = split_address(address)
        place = file_at(path, page.folder)
        if place is None:
            return address
        if place.suffix == ".md":
            return _page_of(project, page, place) + rest
        return _picture(place) or address

    return with_addresses(parse(page.text), change)


def _page_of(project: Project, page: WebPage, place: Path) -> str:
    """The address of another article's page."""
    article = project.article(project.source_of(place), page.language)
    is_edition = place == article.edition
    language = page.language if is_edition else project.config.source
    slug = project.english_slug(article.slug) if is_edition else article.slug
    url = public_url(project, article.slug, language)
    return url or _relative(Path(language) / f"{slug}.html", page.path.parent)


def _picture(place: Path) -> str | None:
    """A picture's bytes as an address; None for what is no picture or too large."""
    kind, _ = mimetypes.guess_type(place.name)
    if kind is None or not kind.startswith("image/") or place.stat().st_size > _LARGEST_PICTURE:
        return None
    return f"data:{kind};base64,{base64.b64encode(place.read_bytes()).decode()}"


def _json_ld(page: WebPage, other: WebPage, title: str) -> str:
    """The page as a schema.org NewsArticle; safe inside a script element."""
    said = page.said
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": title,
        "inLanguage": page.language,
        **dict(_credits(page)),
    }
    relation = "translationOfWork" if "translation_of" in said else "workTranslation"
    counterpart = {"@type": "NewsArticle", "inLanguage": other.language}
    if "title" in other.said:
        counterpart["headline"] = other.said["title"]
    if other.url is not None:
        counterpart["url"] = other.url
    data[relation] = counterpart
    return json.dumps(data, ensure_ascii=False, indent=2).replace("<", "\\u003c")


def _credits(page: WebPage) -> Iterator[tuple[str, Any]]:
    said = page.said
    if page.url is not None:
        yield "url", page.url
        yield "mainEntityOfPage", page.url
    for key, field in (("date", "datePublished"), ("reviewed_on", "dateModified")):
        if key in said:
            yield field, said[key]
    if "description" in said:
        yield "description", said["description"]
    for key, field in _PEOPLE.items():
        names = _names(page, key)
        if names:
            yield field, _people(names)


def _names(page: WebPage, key: str) -> list[str]:
    """The people that the front matter names under a key, one or several."""
    named = front_matter(page.text).get(key)
    return [str(name) for name in (named if isinstance(named, list) else [named]) if name]


def _people(names: list[str]) -> list[dict[str, str]]:
    return [{"@type": "Person", "name": name} for name in names]
