"""The edition's page: the approved English, and in its front matter where it comes from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urljoin

from workflow.article import Document
from workflow.article.front_values import front_values
from workflow.article.frontmatter import with_fields, without_fields
from workflow.article.new_fields import FieldValue
from workflow.catalog import Catalog, Entry
from workflow.comparison import parse_page
from workflow.edition.links import as_drafted, for_readers, public_url
from workflow.edition.share import unedited_share
from workflow.pages import engines_used, original_title
from workflow.placing import placed
from workflow.project import Article
from workflow.review.approval import approver, last_editor
from workflow.review.revision import Desk

OWN_PLACE = ("permalink", "url", "slug", "canonical", "canonical_url", "aliases", "redirect_from")
"""Keys that say where the Spanish page is; in the edition they would take its place."""
_ADDRESS_KEYS = ("original_url", "canonical", "canonical_url", "url", "permalink")
_AUTHOR_KEYS = ("author", "authors", "byline")


def edition_page(
    desk: Desk,
    article: Article,
    document: Document,
    catalog: Catalog,
    facts: Mapping[str, FieldValue],
) -> str:
    """The edition, with `facts` of its publication among its front matter.

    The same Spanish, catalog and neighbouring editions give the same bytes; no clock, no present
    user.
    """
    page = without_fields(placed(document, catalog).rendering.text, OWN_PLACE)
    page = for_readers(desk.project, desk.language, article, _parsed(desk, article, page))
    return with_fields(page, {**_fields(desk, article, document, catalog), **facts})


def same_but_for_links(desk: Desk, article: Article, text: str, wanted: str) -> tuple[str, str]:
    """Two texts of an edition, ready to be compared: links to articles lead to the Spanish ones."""
    first, second = (
        as_drafted(desk.project, desk.language, article, _parsed(desk, article, page))
        for page in (text, wanted)
    )
    return first, second


def _parsed(desk: Desk, article: Article, page: str) -> Document:
    return parse_page(desk.project, page, article.edition)


def _fields(
    desk: Desk, article: Article, document: Document, catalog: Catalog
) -> dict[str, FieldValue]:
    entries = catalog.texts
    fields: dict[str, FieldValue] = {
        "lang": catalog.language,
        "translation_of": os.path.relpath(article.source, article.edition.parent),
        **dict(_original(desk, article, document)),
    }
    slug = desk.project.english_slug(article.slug).rpartition("/")[2]
    if slug != article.slug.rpartition("/")[2]:
        fields["slug"] = slug
    translators = _once(last_editor(entry) for entry in entries)
    if translators:
        fields["translator"] = translators
    fields["reviewed_by"] = _once(approver(entry) for entry in entries)
    fields["reviewed_on"] = max(_approval_dates(entries), default="")
    engines = engines_used(catalog)
    if engines:
        edited = round(100 * (1 - unedited_share(catalog)))
        fields["machine_translation"] = {"engines": engines, "edited_percent": edited}
    fields["disclosure"] = _disclosure(entries, machine=bool(engines))
    glossaries = _once(str(e.draft.get("glossary", "")) or None for e in entries if e.draft)
    if glossaries:
        fields["glossary_version"] = glossaries
    fields["source_sha256"] = hashlib.sha256(document.source.encode()).hexdigest()
    return fields


def _original(desk: Desk, article: Article, document: Document) -> Iterator[tuple[str, FieldValue]]:
    """What a reader who wants the Spanish needs: title, address, date, author."""
    project, said = desk.project, front_values(document.source)
    title = original_title(document)
    if title is not None:
        yield "original_title", title
    address = next((said[key] for key in _ADDRESS_KEYS if key in said), None)
    url = public_url(project, article.slug, project.config.source)
    if address is not None and project.config.publication.url is not None:
        url = urljoin(project.config.publication.url, address)
    elif address is not None:
        url = address
    if url is not None:
        yield "original_url", url
    if "date" in said:
        yield "original_date", said["date"]
    for key in _AUTHOR_KEYS:
        if key in said:
            yield "original_author", said[key]
            english = _as_a_term(desk, said[key])
            if english is not None:
                yield key, english
            break


def _as_a_term(desk: Desk, spanish: str) -> str | None:
    """The glossary's English of a whole text, such as a byline; None when it is no term."""
    matches = desk.glossary.find(spanish)
    whole = (m.target for m in matches if (m.start, m.end) == (0, len(spanish)))
    return next(whole, None)


def _approval_dates(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        yield from (str(n.data.get("on", "")) for n in entry.notes if n.key == "approved")


def _disclosure(entries: Iterable[Entry], *, machine: bool) -> str:
    people = _once(approver(entry) for entry in entries)
    answer = "answers" if len(people) == 1 else "answer"
    how = (
        "Translated by machine from the Spanish and" if machine else "Translated from the Spanish,"
    )
    return f"{how} reviewed and approved by {', '.join(people)}, who {answer} for the text."


def _once(names: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))
