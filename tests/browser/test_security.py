"""Who may talk to the server, and what it tells browsers to refuse."""

from __future__ import annotations

import pytest

from tests.browser.conftest import TOKEN, Served
from tests.review.conftest import CATALOG, item
from workflow.review.browser.security import HEADERS, Access

READABLE = ("/", "/article/nota", "/static/review.js", "/versions/nota")


@pytest.mark.parametrize("path", READABLE)
@pytest.mark.parametrize("cookie", ["", "workflow={}", "workflow-{}=wrong", "workflow-{}=é"])
def test_without_the_key_nothing_is_shown(served: Served, path: str, cookie: str) -> None:
    answer = served.get(path, cookie=cookie.format(served.port))
    assert answer.status == 403
    assert "workflow serve" in answer.text


def test_the_key_in_the_address_is_changed_for_a_cookie_that_no_script_reads(
    served: Served,
) -> None:
    answer = served.get(f"/?token={TOKEN}", cookie="")
    assert (answer.status, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize(
    "path", ["/?token=wrong", "/article/nota?token={}", "//evil.example/?token={}"]
)
def test_the_key_opens_the_front_door_only(served: Served, path: str) -> None:
    assert served.get(path.format(TOKEN), cookie="").status == 403


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{}", "127.0.0.1.evil.example:{}", "localhost.evil", "a:b"],
)
def test_a_foreign_name_that_points_here_is_refused(served: Served, host: str) -> None:
    assert served.get("/", host=host.format(served.port)).status == 421


@pytest.mark.parametrize("host", ["localhost:{}", "127.0.0.1:{}", "[::1]:{}", "LOCALHOST"])
def test_the_names_of_this_machine_are_known(served: Served, host: str) -> None:
    assert served.get("/", host=host.format(served.port)).status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"sec_fetch_site": "cross-site"},
        {"sec_fetch_site": "same-site"},
        {"sec_fetch_site": "none"},
        {"sec_fetch_site": "", "origin": "http://evil.example"},
        {"sec_fetch_site": "", "origin": "null"},
        {"sec_fetch_site": "", "origin": "http://127.0.0.1:1"},
    ],
)
def test_other_sites_change_nothing(served: Served, headers: dict[str, str]) -> None:
    before = CATALOG.read_bytes()
    segment = item("480").msgctxt
    form = {"etag": _tag(served, segment), "text": "Owned."}
    assert served.post(f"/save/{segment}/nota", form, **headers).status == 403
    assert CATALOG.read_bytes() == before


def test_a_program_that_is_no_browser_may_change_things_with_the_key(served: Served) -> None:
    segment = item("480").msgctxt
    answer = served.post(
        f"/save/{segment}/nota",
        {"text": "At least **480** people have died in custody."},
        sec_fetch_site="",
        if_match=f'"{_tag(served, segment)}"',
    )
    assert answer.status == 303
    assert item("480").msgstr.startswith("At least")


def _tag(served: Served, segment: str) -> str:
    return served.get(f"/segment/{segment}/nota").headers["etag"].strip('"')


@pytest.mark.parametrize("path", [*READABLE, "/nothing", "/article/nothing"])
@pytest.mark.parametrize("headers", [{}, {"host": "evil.example"}, {"cookie": ""}])
def test_every_answer_tells_the_browser_what_to_refuse(
    served: Served, path: str, headers: dict[str, str]
) -> None:
    answer = served.get(path, **headers)
    assert HEADERS.items() <= answer.headers.items()
    assert "unsafe" not in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "path",
    [
        "/article/../../../../etc/passwd",
        "/article/..%2f..%2f..%2fetc%2fpasswd",
        "/article/%2e%2e/%2e%2e/secret",
        "/article/%2Fetc%2Fpasswd",
        "/article/nota%00",
        "/static/../app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e/app.py",
        "/static//etc/passwd",
        "/segment/..%2f..%2fsecret/nota",
        "/shown/%22%3E%3Cscript%3E/nota",
    ],
)
def test_nothing_outside_is_reached(served: Served, path: str) -> None:
    (CATALOG.parents[3] / "secret.md").write_text("# secret", encoding="utf-8")
    answer = served.get(path)
    assert answer.status == 404
    assert "<script>" not in answer.text.replace('<script src="', "")


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/save/x/nota"), ("POST", "/article/nota"), ("DELETE", "/")]
)
def test_an_address_answers_to_its_own_methods(served: Served, method: str, path: str) -> None:
    assert served.ask(method, path, sec_fetch_site="same-origin").status == 405


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        ("text=" + "a" * 1_000_001, "", 413),
        ("&".join("a=b" for _ in range(21)), "", 400),
        ("text=%ff", "", 400),
        ("text=é", "", 400),
        ('{"text": "a"}', "application/json", 415),
        ("text=a", "text/plain", 415),
        ("other=a", "", 428),
    ],
)
def test_a_form_that_no_page_of_ours_sends_is_refused(
    served: Served, body: str, kind: str, status: int
) -> None:
    headers = {"content_type": kind} if kind else {}
    path = f"/save/{item('480').msgctxt}/nota"
    assert served.ask("POST", path, body, sec_fetch_site="same-origin", **headers).status == status


@pytest.mark.parametrize(
    ("host", "public", "known"),
    [
        ("127.0.0.1:80", False, True),
        ("192.168.1.7:8765", False, False),
        ("192.168.1.7:8765", True, True),
        ("[fe80::1]:8765", True, True),
        ("newsroom:8765", True, True),
        ("evil.example:8765", True, False),
        ("192.168.1.7.evil.example", True, False),
        ("", True, False),
        ("[::1", True, False),
        ("localhost:99999999", True, False),
        ("user@localhost", False, False),
    ],
)
def test_open_to_other_machines_addresses_are_names_and_foreign_names_are_not(
    host: str, public: bool, known: bool
) -> None:
    access = Access("key", frozenset({"127.0.0.1", "localhost", "newsroom"}), any_address=public)
    assert access.knows(host) is known
