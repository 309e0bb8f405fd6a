"""Two servers and the command line on one article at once: nothing fails, nothing is lost."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.browser.conftest import ENGLISH, Serve, Served
from tests.browser.visiting import segment, send
from tests.conftest import Run
from tests.review.conftest import item

ROUNDS = 4
PAGES = ("/", "/article/nota", "/versions/nota", "/overview/nota", "/article/nota?show=findings")


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads that take turns as often as can be."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def test_nothing_fails_and_every_accepted_edit_is_there(
    serve: Serve, hasty: None, run: Run
) -> None:
    servers = [serve("Ana Paz"), serve("Eva Sol")]
    ids = {spanish: segment(spanish) for spanish in ENGLISH}

    def write(server: Served, spanish: str) -> list[int]:
        answers = []
        for number in range(ROUNDS):
            page = server.get(f"/segment/{ids[spanish]}/nota")
            tag = page.headers["etag"].strip('"')
            text = f"{ENGLISH[spanish]} Version {number}."
            answers += [page.status, send(server, "save", spanish, text=text, etag=tag).status]
            answers.append(send(server, "comment", spanish, comment=f"No. {number}").status)
        return answers

    def read(server: Served) -> list[int]:
        return [server.get(page).status for page in PAGES * ROUNDS]

    def command() -> list[int]:
        return [303 if run("review", "nota", "--apply").returncode == 0 else 500 for _ in "ab"]

    with ThreadPoolExecutor(10) as pool:
        work = [pool.submit(write, servers[i % 2], spanish) for i, spanish in enumerate(ENGLISH)]
        work += [pool.submit(read, server) for server in servers]
        work.append(pool.submit(command))
        statuses = {status for one in work for status in one.result()}
    assert statuses <= {200, 303}
    for spanish, english in ENGLISH.items():
        entry = item(spanish)
        assert entry.msgstr == f"{english} Version {ROUNDS - 1}."
        assert entry.tcomment.count("comment: {") == ROUNDS
