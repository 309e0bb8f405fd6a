"""Packages by name, from a server of our own that offers an index in the official format."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from workflow.cli import cli
from workflow.engines.download import fetch
from workflow.engines.packages import installed, list_installed
from workflow.errors import WorkflowError

ENGINES = Path(__file__).parents[1] / "data" / "engines"
PACKAGE = (ENGINES / "tiny-es_en.argosmodel").read_bytes()


@dataclass
class Server:
    """What the server offers and how it fails; the requests that it got."""

    files: dict[str, bytes] = field(default_factory=dict)
    cuts: list[int] = field(default_factory=list)
    """Bytes after which the next answers are cut."""
    ranges: list[str | None] = field(default_factory=list)
    """The `Range` header of each request for a package."""
    url: str = ""

    def offer(self, *entries: dict[str, object]) -> None:
        self.files["/index.json"] = json.dumps(entries).encode()

    def entry(self, **changes: object) -> dict[str, object]:
        return {
            "package_version": "1.0",
            "argos_version": "1.9",
            "from_code": "es",
            "from_name": "Spanish",
            "to_code": "en",
            "to_name": "English",
            "links": [f"{self.url}es_en.argosmodel"],
        } | changes


def _handler(state: Server) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            content = state.files.get(self.path)
            if content is None:
                self.send_error(404)
                return
            asked = self.headers.get("Range")
            if self.path != "/index.json":
                state.ranges.append(asked)
            tag = f'"{hashlib.sha256(content).hexdigest()}"'
            start = 0
            if asked and self.headers.get("If-Range") == tag:
                start = int(asked.removeprefix("bytes=").removesuffix("-"))
            self.send_response(206 if start else 200)
            self.send_header("ETag", tag)
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            rest = content[start:]
            if self.path != "/index.json" and state.cuts:
                rest = rest[: state.cuts.pop(0)]
            self.wfile.write(rest)

        def log_message(self, *_: object) -> None:
            return

    return Handler


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    state = Server(files={"/es_en.argosmodel": PACKAGE})
    running = ThreadingHTTPServer(("127.0.0.1", 0), _handler(state))
    state.url = f"http://127.0.0.1:{running.server_port}/"
    state.offer(state.entry())
    thread = threading.Thread(target=running.serve_forever, args=(0.01,))
    thread.start()
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", state.url)
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    yield state
    running.shutdown()
    running.server_close()
    thread.join()


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_a_package_is_downloaded_checked_and_installed(server: Server, tmp_path: Path) -> None:
    package = fetch("es", "en")
    assert package == installed("es", "en")
    assert package.checksum == hashlib.sha256(PACKAGE).hexdigest()
    assert leftovers(tmp_path / "cache") == []


def test_the_newest_version_is_taken(server: Server) -> None:
    server.files["/old.argosmodel"] = b"old"
    server.offer(
        server.entry(package_version="0.9", links=[f"{server.url}old.argosmodel"]),
        server.entry(package_version="0.10"),
    )
    assert fetch("es", "en").version == "1.0"


def test_progress_is_told_with_the_size(server: Server) -> None:
    told: list[tuple[int, int | None]] = []
    fetch("es", "en", lambda there, whole: told.append((there, whole)))
    assert told[-1] == (len(PACKAGE), len(PACKAGE))
    assert [there for there, _ in told] == sorted(there for there, _ in told)


def test_a_cut_download_goes_on_where_it_was_cut(server: Server) -> None:
    server.cuts = [300_000, 100_000]
    fetch("es", "en")
    assert server.ranges == [None, "bytes=300000-", "bytes=400000-"]


def test_a_download_cut_again_and_again_is_resumed_by_the_next_call(server: Server) -> None:
    server.cuts = [1_000, 0]
    with pytest.raises(WorkflowError, match="cannot be downloaded"):
        fetch("es", "en")
    assert list_installed() == []
    fetch("es", "en")
    assert server.ranges[-1] == "bytes=1000-"


def test_a_file_that_changed_in_between_is_downloaded_anew(server: Server) -> None:
    server.cuts = [1_000, 0]
    with pytest.raises(WorkflowError):
        fetch("es", "en")
    other = (ENGINES / "tiny-bpe-es_en.argosmodel").read_bytes()
    server.files["/es_en.argosmodel"] = other
    assert fetch("es", "en").checksum == hashlib.sha256(other).hexdigest()


def test_a_wrong_file_is_refused_and_not_kept(server: Server, tmp_path: Path) -> None:
    server.files["/es_en.argosmodel"] = b"<html>Sorry</html>"
    with pytest.raises(WorkflowError, match="no zip archive"):
        fetch("es", "en")
    assert list_installed() == []
    assert leftovers(tmp_path / "cache") == []


def test_a_package_for_another_pair_is_refused(server: Server) -> None:
    server.offer(server.entry(to_code="fr"))
    with pytest.raises(WorkflowError, match="translates es → en, not es → fr"):
        fetch("es", "fr")
    assert list_installed() == []


def test_a_dead_link_is_passed_over(server: Server) -> None:
    server.offer(
        server.entry(links=[f"{server.url}gone", "ipfs://Qm", f"{server.url}es_en.argosmodel"])
    )
    assert fetch("es", "en").version == "1.0"


def test_a_link_to_a_wrong_file_is_passed_over(server: Server) -> None:
    server.files["/page.html"] = b"<html>Sorry</html>"
    server.offer(server.entry(links=[f"{server.url}page.html", f"{server.url}es_en.argosmodel"]))
    assert fetch("es", "en").version == "1.0"


def test_a_wrong_file_is_an_error_that_names_its_link(server: Server) -> None:
    server.files["/es_en.argosmodel"] = b"<html>Sorry</html>"
    with pytest.raises(WorkflowError, match=r"http://127\S*/es_en.argosmodel: .* no zip archive"):
        fetch("es", "en")


def test_links_that_are_all_dead_are_an_error_that_names_them(server: Server) -> None:
    server.offer(server.entry(links=[f"{server.url}gone"]))
    with pytest.raises(WorkflowError, match=r"gone: 404"):
        fetch("es", "en")


def test_a_pair_that_is_not_offered_is_an_error_that_lists_what_is(server: Server) -> None:
    with pytest.raises(WorkflowError, match="from es there is: en"):
        fetch("es", "fi")


@pytest.mark.parametrize("content", [b"<html>", b"{}", b"[1]", b'{"a": 1}', b"\xff"])
def test_an_index_of_another_format_is_an_error(server: Server, content: bytes) -> None:
    server.files["/index.json"] = content
    with pytest.raises(WorkflowError, match=r"no index of Argos packages|offers no package"):
        fetch("es", "en")


def test_without_a_connection_the_error_says_what_to_do(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:1/")
    with pytest.raises(WorkflowError, match="workflow models install FILE"):
        fetch("es", "en")


def test_the_command_installs_by_name_and_shows_the_checksum(server: Server) -> None:
    result = CliRunner().invoke(cli, ["models", "install", "es", "en"])
    assert result.exit_code == 0, result.output
    assert "installed es → en 1.0" in result.output
    assert hashlib.sha256(PACKAGE).hexdigest() in result.output


def test_the_command_shows_progress_and_size_where_there_is_no_terminal(server: Server) -> None:
    result = CliRunner().invoke(cli, ["models", "install", "es", "en"])
    size = f"{len(PACKAGE) / 1_000_000:.1f}"
    assert f"{size} of {size} MB" in result.output.splitlines()


def test_the_list_for_programs_holds_the_checksum(server: Server) -> None:
    fetch("es", "en")
    listed = json.loads(CliRunner().invoke(cli, ["models", "list", "--json"]).stdout)
    assert listed["packages"][0]["sha256"] == hashlib.sha256(PACKAGE).hexdigest()
