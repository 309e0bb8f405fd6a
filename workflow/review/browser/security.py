"""Who may talk to the server: whoever has its token, under a name of this machine, from its pages.

A page of another site can make a browser send requests here. Three things keep it out: the token
(a cookie that only the address printed at the start sets), the Host header (a foreign name that
was made to point here is refused), and Sec-Fetch-Site or Origin on whatever changes something.
`same-site` is not enough: another port of this machine is the same site.
"""

from __future__ import annotations

import ipaddress
import re
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",  # with less, forms would say Origin: null
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-store",
}
"""Sent with every answer."""
_READING = ("GET", "HEAD")
_HOST = re.compile(r"(?P<name>\[[\da-fA-F:.]+\]|[^\s\[\]:/@?#]+)(?::\d{1,5})?")
"""A Host header (RFC 9110, 7.2): a name or address, and perhaps a port."""


@dataclass(frozen=True, slots=True)
class Access:
    """What a request must show."""

    token: str
    names: frozenset[str]
    """Names of this machine, in small letters."""
    any_address: bool = False
    """Whether every IP address is a name too: rebinding needs a name that can be pointed here."""

    def knows(self, host: str) -> bool:
        """Whether a Host header is about this machine."""
        match = _HOST.fullmatch(host)
        if match is None:
            return False
        name = match["name"].strip("[]").lower()
        return name in self.names or (self.any_address and _is_address(name))

    def fits(self, token: str) -> bool:
        """Whether it is the token, compared in a time that tells nothing."""
        return secrets.compare_digest(token.encode(), self.token.encode())


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


class Guard:
    """Refuses what does not come from the editor's own pages; adds `HEADERS` to every answer."""

    def __init__(self, app: ASGIApp, access: Access, cookie: str) -> None:
        self._app = app
        self._access = access
        self._cookie = cookie

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or hand it on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
            await send(message)

        answer = self._refusal(scope) or self._entrance(scope)
        await (answer or self._app)(scope, receive, guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """Why the request is refused whoever sends it."""
        headers = Headers(scope=scope)
        if not self._access.knows(headers.get("host", "")):
            return PlainTextResponse("this server does not go by that name", 421)
        if scope["method"] in _READING or _same_origin(headers):
            return None
        return PlainTextResponse("changes come from the pages of this server only", 403)

    def _entrance(self, scope: Scope) -> Response | None:
        """Without the cookie: the way in with the token, nothing else."""
        cookies = cookie_parser(Headers(scope=scope).get("cookie", ""))
        if self._access.fits(cookies.get(self._cookie, "")):
            return None
        query = parse_qs(scope["query_string"].decode("latin-1"))
        given = query.get("token", [""])[0]
        if scope["path"] == "/" and scope["method"] in _READING and self._access.fits(given):
            answer = RedirectResponse("/", 303)
            answer.set_cookie(
                self._cookie, self._access.token, path="/", httponly=True, samesite="strict"
            )
            return answer
        return PlainTextResponse(
            "open the address that `workflow serve` printed: it holds the key", 403
        )


def _same_origin(headers: Headers) -> bool:
    """Whether a page of this server sent it; a program that is no browser says nothing of it."""
    site = headers.get("sec-fetch-site")
    if site is not None:
        return site == "same-origin"
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")
