"""Answers for people: the templates, and the pages that several places give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from workflow.catalog import Entry, State
from workflow.days import written_day
from workflow.errors import Refused, WorkflowError
from workflow.findings import Severity
from workflow.review.browser.presenting import Filter, WordingView, address, conflict, row
from workflow.review.browser.shelf import Shelf, Snapshot

HERE = Path(__file__).parent
FRAGMENT = "x-fragment"
"""A header of our own script's requests: it wants the segment alone. A form cannot send it."""

_TEMPLATES = Environment(
    loader=FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LANGUAGES = {"es": "Spanish", "en": "English", "pt": "Portuguese"}
_PROGRESS = [State.APPROVED, State.EDITED, State.STALE, State.MACHINE, State.UNTRANSLATED]
_TEMPLATES.filters["day"] = partial(written_day, language="en")
_TEMPLATES.globals.update(address=address, states=_PROGRESS, nouns=_NOUNS)


@dataclass(frozen=True, slots=True)
class Room:
    """What every page needs: the articles, and in whose name they are changed."""

    shelf: Shelf
    person: str


def room(request: Request) -> Room:
    """The room of the application that a request came to."""
    found = request.app.state.room
    assert isinstance(found, Room)
    return found


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page, or a part of one."""
    text = _TEMPLATES.get_template(template).render(person=room(request).person, **values)
    return HTMLResponse(text, status)


def wants_fragment(request: Request) -> bool:
    """Whether our script asks, which puts the answer into the page at hand."""
    return FRAGMENT in request.headers


@dataclass(frozen=True, slots=True)
class Mode:
    """How a segment is shown."""

    opened: bool = False
    """With its forms."""
    notice: str = ""
    """Something that has to be said about it first."""
    text: str | None = None
    """What stands in the editor, when it is not what stands in the catalog."""
    wordings: tuple[WordingView, ...] = ()
    """What was approved for equal and similar Spanish."""


def segment_page(
    request: Request, snapshot: Snapshot, entry: Entry, mode: Mode, status: int = 200
) -> HTMLResponse:
    """One segment, as a page of its own or for the page at hand."""
    view = row(snapshot, entry, room(request).person)
    template = "_segment.html" if wants_fragment(request) else "segment.html"
    answer = page(request, template, status, **facts(snapshot), row=view, mode=mode)
    answer.headers["etag"] = f'"{view.tag}"'
    return answer


def conflict_page(
    request: Request, snapshot: Snapshot, entry: Entry | None, yours: str
) -> HTMLResponse:
    """Somebody changed the segment meanwhile: what stands, and what they wrote, both kept."""
    template = "_conflict.html" if wants_fragment(request) else "conflict.html"
    view = conflict(entry, yours)
    return page(request, template, 412, **facts(snapshot), conflict=view)


def trouble_page(
    request: Request, error: WorkflowError, status: int, yours: str = ""
) -> HTMLResponse:
    """An error that a person can mend; what they had written stays in sight."""
    errors = error.errors if isinstance(error, Refused) else (error,)
    template = "_trouble.html" if wants_fragment(request) else "trouble.html"
    return page(request, template, status, errors=errors, yours=yours, slug="", title="Trouble")


def facts(snapshot: Snapshot) -> Mapping[str, Any]:
    """What the pages of an article say of the whole article."""
    desk = snapshot.desk
    source = desk.project.config.source
    return {
        "slug": snapshot.article.slug,
        "title": snapshot.title,
        "languages": {code: _LANGUAGES.get(code, code) for code in (source, desk.language)},
        "source_lang": source,
        "target_lang": desk.language,
        "counts": snapshot.states,
        "total": len(snapshot.catalog.texts),
        "four_eyes": desk.project.config.review.four_eyes,
        "filters": list(Filter),
    }
