"""What an editor does: save, approve, withdraw, waive, comment, and the check while typing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from workflow.errors import WorkflowError
from workflow.review.browser.forms import read_form
from workflow.review.browser.pages import (
    Mode,
    conflict_page,
    page,
    room,
    segment_page,
    trouble_page,
    wants_fragment,
)
from workflow.review.browser.presenting import address
from workflow.review.browser.shelf import Snapshot
from workflow.review.browser.texts import typed
from workflow.review.browser.views import find_entry, open_article
from workflow.review.editing import (
    Change,
    ChangeRefused,
    OutdatedError,
    Person,
    add_text,
    approving,
    as_message,
    change_segment,
    commenting,
    editing,
    leaving_out,
    successor,
    taking_away,
    waiving,
    withdrawing,
)

Form = Mapping[str, str]
Action = Callable[[Form, Person, Snapshot], Change]
VIA = "browser"

ACTIONS: dict[str, Action] = {
    "save": lambda form, by, snapshot: editing(_field(form, "text"), by, VIA),
    "omit": lambda form, by, snapshot: leaving_out(_field(form, "reason"), by, VIA),
    "remove": lambda form, by, snapshot: taking_away(by, VIA),
    "approve": lambda form, by, snapshot: approving(
        by, four_eyes=snapshot.desk.project.config.review.four_eyes
    ),
    "withdraw": lambda form, by, snapshot: withdrawing(),
    "waive": lambda form, by, snapshot: waiving(
        _field(form, "rule"),
        _field(form, "message"),
        _field(form, "reason"),
        by,
        snapshot.standards,
    ),
    "comment": lambda form, by, snapshot: commenting(_field(form, "comment"), by),
}
"""By the first part of their address."""
ADD = "add"
"""The action that is about no segment of its own: what it adds stands behind one."""
_WITH_FORMS = ("save", "omit", "waive", "comment", ADD)
"""What is refused is shown with the forms open, to be mended."""
_OF_ANY_TEXT = ("comment", ADD)
"""What is said about a segment whatever its texts are by then."""


def routes() -> list[Route]:
    """One route for each action."""
    return [
        Route(f"/{name}/{{segment}}/{{slug:path}}", _endpoint(name), methods=["POST"])
        for name in (*ACTIONS, ADD)
    ]


def _field(form: Form, name: str) -> str:
    """A field that the form must have."""
    if name not in form:
        raise HTTPException(400, f"the form has no field {name!r}")
    return form[name]


def _endpoint(name: str) -> Callable[[Request], object]:
    async def endpoint(request: Request) -> Response:
        form = await read_form(request)
        return await run_in_threadpool(_act, request, name, form)

    return endpoint


def _act(request: Request, name: str, form: Form) -> Response:
    """Make the change; whatever is in its way, what the person wrote comes back to them."""
    try:
        return _changed(request, name, form)
    except OutdatedError as error:
        return _outdated(request, error, form)
    except ChangeRefused as error:
        snapshot = open_article(request)
        entry = find_entry(snapshot, request.path_params["segment"])
        mode = Mode(name in _WITH_FORMS, _refused(error, form), form.get("text"))
        return segment_page(request, snapshot, entry, mode, 422)
    except WorkflowError as error:
        return trouble_page(request, error, 409, _written(form))


def _changed(request: Request, name: str, form: Form) -> Response:
    shelf, person = room(request).shelf, room(request).person
    segment_id, slug = request.path_params["segment"], request.path_params["slug"]
    tag = request.headers.get("if-match", "").strip('"') or form.get("etag")
    if name in _OF_ANY_TEXT:
        tag = None
    elif not tag:
        raise HTTPException(428, "the request does not say what its sender saw")
    by = Person(person, date.today().isoformat())
    if name == ADD:
        with shelf.writing:
            add_text(shelf.desk(), shelf.article(slug), segment_id, _field(form, "note"), by, VIA)
    else:
        change = ACTIONS[name](form, by, open_article(request))
        with shelf.writing:
            change_segment(shelf.desk(), shelf.article(slug), segment_id, tag, change)
    if not wants_fragment(request):
        return RedirectResponse(f"{address('article', slug)}#s-{segment_id}", 303)
    snapshot = open_article(request)
    return segment_page(request, snapshot, find_entry(snapshot, segment_id), Mode())


def _outdated(request: Request, error: OutdatedError, form: Form) -> Response:
    """Both texts; without a text of theirs, what stands now and that it has changed."""
    snapshot = open_article(request)
    entry = error.entry or successor(snapshot.catalog, form.get("origin", ""))
    yours = form.get("text", "")
    if beside := form.get("comment") or form.get("note"):
        entry, yours = None, beside
    if entry is None or yours:
        return conflict_page(request, snapshot, entry, yours)
    return segment_page(request, snapshot, entry, Mode(notice=_refused(error, form)), 412)


async def check(request: Request) -> Response:
    """What stands against the text that somebody is typing; nothing is written."""
    form = await read_form(request)
    return await run_in_threadpool(_checked, request, _field(form, "text"))


def _checked(request: Request, text: str) -> Response:
    snapshot = open_article(request)
    entry = find_entry(snapshot, request.path_params["segment"])
    try:
        view = typed(snapshot, entry, as_message(text))
    except ChangeRefused as error:
        return page(request, "_typed.html", 422, view=None, notice=_sentence(error))
    language = snapshot.desk.language
    return page(request, "_typed.html", view=view, notice="", target_lang=language)


def _written(form: Form) -> str:
    """What somebody wrote, whatever the form was for."""
    fields = ("text", "comment", "note", "reason")
    return next((form[name] for name in fields if form.get(name)), "")


def _refused(error: WorkflowError, form: Form) -> str:
    """Why a form was refused, and what of it has no field to stand in again."""
    kept = (f" Your {name} was: {form[name]}" for name in ("reason", "note") if form.get(name))
    return "".join((_sentence(error), *kept))


def _sentence(error: WorkflowError) -> str:
    text = str(error)
    return text[:1].upper() + text[1:] + "."
