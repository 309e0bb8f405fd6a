"""What would harm an editor, tried in a real browser: hostile articles, pages of other origins."""

from __future__ import annotations

import http.server
import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import TOKEN, Served
from tests.review.conftest import CATALOG, SOURCE, draft_all, item

HOSTILE = """\
---
title: "<script>hit('title')</script><img src=x onerror=hit('fm')>"
---

<script>hit("block")</script>

<img src="x" onerror="hit('block image')">

Uno <script>hit("inline")</script> y <img src=x onerror=hit("image")> y
[enlace](javascript:hit("link")) y <a href="javascript:hit('a')">aquí</a> y
<style>body { display: none }</style> fin.

</textarea><script>hit("textarea")</script> "><svg onload=hit("svg")>
"""


def test_nothing_in_a_hostile_article_runs(page: Page, served: Served) -> None:
    other = SOURCE.with_name("hostil.md")
    other.write_text(HOSTILE, encoding="utf-8")
    draft_all(
        dict.fromkeys(_messages(HOSTILE), "</textarea><script>hit('english')</script>"), "hostil"
    )
    hits: list[str] = []
    page.expose_function("hit", lambda name: hits.append(name))
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(f"{served.origin}/article/hostil")
    for opened in range(len(_messages(HOSTILE))):
        page.get_by_role("link", name="Edit").first.click()
        expect(page.locator("textarea")).to_have_count(opened + 1)
    page.keyboard.type("x")
    expect(page.locator(".typed > *").first).to_be_visible()
    page.goto(served.origin)
    assert hits == []
    assert all(url.startswith(served.origin) for url in requests)


def _messages(markdown: str) -> list[str]:
    from workflow.article import parse

    return [segment.message for segment in parse(markdown).segments]


@pytest.fixture
def foreign() -> Iterator[http.server.ThreadingHTTPServer]:
    """A page of another port of this machine: another origin, the same site."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(b"<!doctype html><title>Foreign</title><body></body>")

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_page_of_another_origin_reads_and_changes_nothing(
    page: Page, served: Served, foreign: http.server.ThreadingHTTPServer, name: str
) -> None:
    before = CATALOG.read_bytes()
    segment = item("480").msgctxt
    seen = served.get(f"/segment/{segment}/nota").headers["etag"].strip('"')
    page.goto(f"http://{name}:{foreign.server_port}/")
    target = f"{served.origin}/save/{segment}/nota"
    read = page.evaluate(
        """async (address) => {
            try { return await (await fetch(address, {credentials: "include"})).text(); }
            catch (error) { return "refused"; }
        }""",
        f"{served.origin}/article/nota",
    )
    assert read == "refused"
    page.evaluate(
        """([address, etag]) => {
            const frame = document.createElement("iframe");
            frame.src = address.replace(/save.*/, "");
            document.body.append(frame);
            const form = document.createElement("form");
            Object.assign(form, {method: "post", action: address});
            for (const [name, value] of Object.entries({etag, text: "Owned."})) {
                const field = document.createElement("input");
                Object.assign(field, {name, value});
                form.append(field);
            }
            document.body.append(form);
            form.submit();
        }""",
        [target, seen],
    )
    page.wait_for_url(target)
    expect(page.locator("body")).to_contain_text("this server only")
    assert CATALOG.read_bytes() == before


def test_the_key_is_not_in_any_page(page: Page, served: Served) -> None:
    page.get_by_role("link", name="Muertes en las cárceles").click()
    page.wait_for_url("**/article/nota")
    assert TOKEN not in page.content()
    assert TOKEN not in page.url
    assert page.evaluate("document.cookie") == ""
