"""The server: a socket of this machine, the address with its key, until somebody stops it."""

from __future__ import annotations

import ipaddress
import os
import secrets
import socket
from collections.abc import Callable
from dataclasses import dataclass
from errno import EADDRINUSE
from pathlib import Path

import uvicorn

from workflow.errors import WorkflowError
from workflow.review.browser.app import make_app
from workflow.review.browser.pages import Room
from workflow.review.browser.security import Access
from workflow.review.browser.shelf import Shelf

LOOPBACK = ("localhost", "127.0.0.1", "::1")
EVERYWHERE = ("0.0.0.0", "::")


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens."""

    host: str
    port: int
    token: str

    @property
    def address(self) -> str:
        """What to open in a browser; it holds the key."""
        host = "127.0.0.1" if self.host in EVERYWHERE else self.host
        named = f"[{host}]" if ":" in host else host
        return f"http://{named}:{self.port}/?token={self.token}"

    @property
    def is_public(self) -> bool:
        """Whether other machines may reach it."""
        try:
            return not ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host not in LOOPBACK


def serve(
    start: Path,
    language: str | None,
    person: str,
    *,
    host: str,
    port: int,
    ready: Callable[[Place], None],
) -> None:
    """Serve the project around `start` until the process is stopped; `ready` when it listens.

    `port` 0 takes any free one. Raises `WorkflowError` for a bad project and for a place that
    cannot be listened on, `KeyboardInterrupt` when somebody stops it.
    """
    shelf = Shelf(start, language)
    shelf.articles()
    with listen(host, port) as listening:
        place = Place(host, listening.getsockname()[1], secrets.token_urlsafe(24))
        names = {*LOOPBACK, host.lower()}
        if place.is_public:
            names |= {socket.gethostname().lower(), socket.getfqdn().lower()}
        access = Access(place.token, frozenset(names), any_address=place.is_public)
        app = make_app(Room(shelf, person), access, cookie=f"workflow-{place.port}")
        config = uvicorn.Config(
            app,
            log_config=None,
            log_level="error" if os.environ.get("WORKFLOW_DEBUG") else "critical",
            access_log=False,
            lifespan="off",
            server_header=False,
            timeout_graceful_shutdown=2,
        )
        ready(place)
        uvicorn.Server(config).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; `WorkflowError` when it cannot be had."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except (socket.gaierror, UnicodeError):
        raise WorkflowError(f"--host {host}: there is no such address") from None
    listening = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(where)
        listening.listen()
    except OSError as error:
        listening.close()
        if error.errno == EADDRINUSE:
            hint = "another program listens there; --port 0 takes a free one"
            raise WorkflowError(f"port {port} is in use", hint=hint) from None
        raise WorkflowError(f"cannot listen on {host}, port {port}: {error.strerror}") from None
    return listening
