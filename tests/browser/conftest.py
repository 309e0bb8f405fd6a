"""A project that is served, a visitor that speaks HTTP, and a real Chromium."""

from __future__ import annotations

import http.client
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import pytest
import uvicorn
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.review.conftest import SOURCE, draft_all
from workflow.review.browser.app import make_app
from workflow.review.browser.pages import Room
from workflow.review.browser.security import Access
from workflow.review.browser.server import LOOPBACK, listen
from workflow.review.browser.shelf import Shelf

TOKEN = "the-key-of-this-test"

SPANISH = """\
---
title: Muertes en las cárceles
---

# El régimen de excepción

Al menos **480** personas han muerto bajo custodia.

- La Fiscalía calla.
- Las familias esperan.

El tribunal leyó la sentencia el lunes.
"""
ENGLISH = {
    "Muertes en las cárceles": "Deaths in prisons",
    "El régimen de excepción": "The state of emergency",
    "Al menos **480** personas han muerto bajo custodia.":
        "More than **480** people have died in custody.",
    "La Fiscalía calla.": "The Prosecutor’s Office is silent.",
    "Las familias esperan.": "The families wait.",
    "El tribunal leyó la sentencia el lunes.": "The court read the sentence on Monday.",
}  # fmt: skip


@pytest.fixture
def drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project whose article has a machine draft with one wrong figure; we stand in it."""
    monkeypatch.chdir(tmp_path)
    SOURCE.parent.mkdir(parents=True)
    SOURCE.write_text(SPANISH, encoding="utf-8")
    draft_all(ENGLISH)
    return tmp_path


@dataclass(frozen=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    text: str


@dataclass(frozen=True)
class Served:
    """A server at work."""

    port: int
    cookies: Mapping[str, str] = field(default_factory=dict)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def address(self) -> str:
        """What an editor opens first."""
        return f"{self.origin}/?token={TOKEN}"

    def ask(self, method: str, path: str, body: str | None = None, **headers: str) -> Answer:
        """One request, byte for byte as given; underscores in names of headers are hyphens."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            sent = {"host": f"127.0.0.1:{self.port}", "cookie": f"workflow-{self.port}={TOKEN}"}
            sent |= {name.replace("_", "-"): value for name, value in headers.items()}
            data = None if body is None else body.encode()
            if data is not None:
                sent.setdefault("content-type", "application/x-www-form-urlencoded")
                sent["content-length"] = str(len(data))
            for name, value in sent.items():
                if value:
                    connection.putheader(name, value)
            connection.endheaders(data)
            answer = connection.getresponse()
            text = answer.read().decode()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, text)
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page as an editor's browser does."""
        return self.ask("GET", path, **headers)

    def post(self, path: str, form: Mapping[str, str], **headers: str) -> Answer:
        """Send a form as a page of this server does."""
        return self.ask(
            "POST", path, urlencode(form), **{"sec_fetch_site": "same-origin"} | headers
        )


Serve = Callable[..., Served]


@pytest.fixture
def serve(drafted: Path) -> Iterator[Serve]:
    """Serve the project in a person's name, on a port of its own."""
    running: list[tuple[uvicorn.Server, threading.Thread]] = []

    def start(person: str = "Ana Paz") -> Served:
        listening = listen("127.0.0.1", 0)
        port = listening.getsockname()[1]
        app = make_app(
            Room(Shelf(drafted, None), person),
            Access(TOKEN, frozenset(LOOPBACK)),
            f"workflow-{port}",
        )
        server = uvicorn.Server(
            uvicorn.Config(app, log_config=None, log_level="critical", lifespan="off")
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
        thread.start()
        running.append((server, thread))
        return Served(port)

    yield start
    for server, thread in running:
        server.should_exit = server.force_exit = True
        thread.join()


@pytest.fixture
def served(serve: Serve) -> Served:
    """The project, served in Ana Paz's name."""
    return serve()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        pytest.fail("Chromium is needed: `make test` installs it on Debian")
    expect.set_options(timeout=30_000)  # as patient as all else here: machines may be busy
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, served: Served) -> Iterator[Page]:
    """A tab that has entered; nothing may go wrong in its scripts."""
    context = chromium.new_context()
    tab = context.new_page()
    faults: list[str] = []
    tab.on("pageerror", lambda error: faults.append(str(error)))
    tab.goto(served.address)
    yield tab
    context.close()
    assert not faults
