"""The application: addresses, and what is answered when something is wrong."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from workflow.errors import WorkflowError
from workflow.review.browser import actions, views
from workflow.review.browser.pages import HERE, Room, trouble_page
from workflow.review.browser.security import Access, Guard
from workflow.review.browser.shelf import NoSuchArticle


def make_app(room: Room, access: Access, cookie: str) -> ASGIApp:
    """The guarded application."""
    app = Starlette(
        routes=[
            Route("/", views.index),
            Route("/article/{slug:path}", views.article),
            Route("/segment/{segment}/{slug:path}", views.segment),
            Route("/shown/{segment}/{slug:path}", views.shown),
            Route("/overview/{slug:path}", views.overview),
            Route("/versions/{slug:path}", views.versions),
            Route("/check/{segment}/{slug:path}", actions.check, methods=["POST"]),
            *actions.routes(),
            Mount("/static", StaticFiles(directory=HERE / "static")),
        ],
        exception_handlers={
            WorkflowError: _trouble,
            HTTPException: _refused,
            Exception: _failed,
        },
    )
    app.state.room = room
    return Guard(app, access, cookie)


def _trouble(request: Request, error: Exception) -> Response:
    """What is wrong on the disk, where, and what to do."""
    assert isinstance(error, WorkflowError)
    return trouble_page(request, error, 404 if isinstance(error, NoSuchArticle) else 409)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return trouble_page(request, WorkflowError(error.detail), error.status_code)


def _failed(request: Request, error: Exception) -> Response:
    """A mistake of ours: no traceback for people; nothing was half-written."""
    said = f"this should not have happened: {type(error).__name__}: {error}"
    return trouble_page(request, WorkflowError(said, hint="report it"), 500)
