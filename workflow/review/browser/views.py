"""Pages to read: the list of articles, an article, one of its segments, what has changed."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from workflow.catalog import Entry
from workflow.errors import WorkflowError
from workflow.project import Article
from workflow.review.browser.pages import Mode, facts, page, room, segment_page
from workflow.review.browser.presenting import Filter, chosen, row, wording_view
from workflow.review.browser.shelf import Snapshot

PATIENCE = 2.0
"""Seconds that the list may take; articles that were not read by then are in it without counts."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An article in the list: how it stands, or why it cannot be read, or neither yet."""

    article: Article
    snapshot: Snapshot | None = None
    trouble: str = ""


def index(request: Request) -> Response:
    """All articles with how far they are."""
    shelf = room(request).shelf
    end, late = monotonic() + PATIENCE, False
    listed = []
    for article in shelf.articles():
        try:
            snapshot = shelf.known(article)
            if snapshot is None and not late:
                snapshot = shelf.snapshot(article)
                late = monotonic() > end
            listed.append(Listed(article, snapshot))
        except WorkflowError as error:
            listed.append(Listed(article, trouble=str(error)))
    waiting = sum(not (one.snapshot or one.trouble) for one in listed)
    return page(request, "index.html", listed=listed, waiting=waiting, title="Articles", slug="")


def article(request: Request) -> Response:
    """An article side by side, all of it or what a filter keeps."""
    snapshot, which = open_article(request), _filter(request)
    person = room(request).person
    rows = [row(snapshot, entry, person) for entry in chosen(snapshot, which)]
    values = {**facts(snapshot), **_kept(snapshot, which)}
    return page(request, "article.html", rows=rows, mode=Mode(), **values)


def overview(request: Request) -> Response:
    """How far an article is, for a page that lies open."""
    snapshot = open_article(request)
    values = {**facts(snapshot), **_kept(snapshot, _filter(request))}
    return page(request, "_overview.html", **values)


def _filter(request: Request) -> Filter:
    wanted = request.query_params.get("show", Filter.ALL.value)
    return Filter(wanted) if wanted in list(Filter) else Filter.ALL


def _kept(snapshot: Snapshot, which: Filter) -> dict[str, Any]:
    """The filter, and how many segments each one keeps."""
    return {"which": which, "kept": {one.value: len(chosen(snapshot, one)) for one in Filter}}


def segment(request: Request) -> Response:
    """A segment with its forms."""
    snapshot = open_article(request)
    entry = find_entry(snapshot, request.path_params["segment"])
    found = room(request).shelf.wordings(entry)
    wordings = tuple(wording_view(wording, entry.source) for wording in found)
    return segment_page(request, snapshot, entry, Mode(opened=True, wordings=wordings))


def shown(request: Request) -> Response:
    """A segment as the article shows it."""
    snapshot = open_article(request)
    return segment_page(
        request, snapshot, find_entry(snapshot, request.path_params["segment"]), Mode()
    )


def versions(request: Request) -> Response:
    """What is shown of each segment, as hashes: a page that lies open asks what has changed."""
    return JSONResponse(open_article(request).versions)


def open_article(request: Request) -> Snapshot:
    """The article that the address names.

    Raises `NoSuchArticle`, and `WorkflowError` when its files cannot be read.
    """
    shelf = room(request).shelf
    return shelf.snapshot(shelf.article(request.path_params["slug"]))


def find_entry(snapshot: Snapshot, segment_id: str) -> Entry:
    """The entry of this id; raises `HTTPException` when the article has none."""
    entry = snapshot.catalog.by_id().get(segment_id)
    if entry is None:
        raise HTTPException(404, "the article has no such segment any more")
    return entry
