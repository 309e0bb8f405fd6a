"""Argos packages by name: found in the official index, downloaded with resumption, installed."""

from __future__ import annotations

import http.client
import json
import os
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflow.engines import packages
from workflow.engines.packages import Package
from workflow.errors import WorkflowError

INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
"""The official index; `ARGOS_PACKAGE_INDEX` names another."""
_ATTEMPTS = 4
_TIMEOUT = 30.0
"""Seconds without a byte after which a connection counts as cut."""
_CHUNK = 1 << 18
_MOST_INDEX = 16 << 20
_MOST_PACKAGE = 4 << 30

Progress = Callable[[int, int | None], None]
"""Called with the bytes there so far and, if known, all there will be."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that the index offers."""

    source: str
    target: str
    version: str
    links: tuple[str, ...]


def fetch(source: str, target: str, progress: Progress | None = None) -> Package:
    """Download the newest package for the pair and install it.

    A download that was cut is resumed, now or at the next call. Raises `WorkflowError` when the
    index or the package cannot be had, or the file is not what it should be.
    """
    offer = offered(source, target)
    file = _downloads() / f"translate-{source}_{target}-{_safe(offer.version)}.argosmodel"
    problems = []
    for link in offer.links:
        try:
            _download(link, file, progress)
            return packages.install(file, (source, target))
        except _Unreachable as problem:
            problems.append(str(problem))
        except WorkflowError as error:
            if error.path != file:
                raise
            problems.append(f"{link}: {error.message}")
        finally:
            file.unlink(missing_ok=True)
    raise WorkflowError(
        f"the package {source} → {target} cannot be downloaded: {'; '.join(problems)}",
        hint="try again: what came of a cut download is kept; or get the .argosmodel file on "
        "another machine and run `workflow models install FILE`",
    )


def offered(source: str, target: str) -> Offer:
    """The newest package of the index for the pair; raises `WorkflowError` when there is none."""
    url = _index_url()
    try:
        with _opened(url) as answer:
            entries = json.loads(answer.read(_MOST_INDEX))
        offers = [offer for entry in entries if (offer := _offer(entry)) is not None]
    except (_Unreachable, OSError, http.client.HTTPException) as problem:
        raise WorkflowError(
            f"the index of packages cannot be read: {url}: {_reason(problem)}",
            hint="check the connection, or get the .argosmodel file on another machine and run "
            "`workflow models install FILE`",
        ) from problem
    except (ValueError, TypeError, RecursionError) as problem:
        raise WorkflowError(f"this is no index of Argos packages: {url}") from problem
    fitting = [offer for offer in offers if (offer.source, offer.target) == (source, target)]
    if not fitting:
        into = sorted({offer.target for offer in offers if offer.source == source})
        raise WorkflowError(
            f"the index offers no package {source} → {target}",
            hint=f"from {source} there is: {', '.join(into) or 'none'}",
        )
    return max(fitting, key=lambda offer: packages.version_key(offer.version))


class _Unreachable(Exception):
    """A link did not give what it should."""


def _index_url() -> str:
    configured = os.environ.get("ARGOS_PACKAGE_INDEX") or packages.setting("ARGOS_PACKAGE_INDEX")
    base = configured or INDEX
    if base.endswith(".json"):
        return base
    return urllib.parse.urljoin(base if base.endswith("/") else base + "/", "index.json")


def _offer(entry: object) -> Offer | None:
    """An entry of the index, if it is a translation package with links of the web."""
    if not isinstance(entry, dict):
        raise ValueError("an entry is no object")
    links = tuple(
        link
        for link in entry.get("links") or ()
        if isinstance(link, str) and urllib.parse.urlsplit(link).scheme in ("http", "https")
    )
    if entry.get("type", "translate") != "translate" or not links:
        return None
    return Offer(
        str(entry.get("from_code")),
        str(entry.get("to_code")),
        str(entry.get("package_version", "")),
        links,
    )


def _downloads() -> Path:
    folder = packages.home("XDG_CACHE_HOME", ".cache") / "workflow" / "downloads"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WorkflowError(
            f"cannot keep downloads here: {error.strerror or error}", path=folder
        ) from error
    return folder


def _safe(version: str) -> str:
    return re.sub(r"[^0-9A-Za-z.]", "_", version)[:40] or "0"


def _opened(url: str, headers: Mapping[str, str] | None = None) -> Any:
    request = urllib.request.Request(url, headers={"User-Agent": "workflow", **(headers or {})})
    try:
        return urllib.request.urlopen(request, timeout=_TIMEOUT)
    except urllib.error.HTTPError as error:
        if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            return error
        raise _Unreachable(f"{error.code} {error.reason}") from error
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise _Unreachable(_reason(error)) from error


def _reason(error: BaseException) -> str:
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or error
    return str(reason) or type(error).__name__


def _download(url: str, file: Path, progress: Progress | None) -> None:
    """Bring the file of `url` to `file`, from where an earlier attempt was cut.

    Raises `_Unreachable` when it does not come, `WorkflowError` when it cannot be written.
    """
    part = file.with_suffix(".part")
    for attempt in range(1, _ATTEMPTS + 1):
        before = _size(part)
        try:
            _continue(url, part, progress)
            part.replace(file)
            _tag(part).unlink(missing_ok=True)
            return
        except (_Unreachable, http.client.HTTPException, TimeoutError, ConnectionError) as problem:
            if attempt == _ATTEMPTS or _size(part) == before:
                raise _Unreachable(f"{url}: {_reason(problem)}") from problem
        except OSError as error:
            raise WorkflowError(
                f"the download cannot be written: {error.strerror or error}", path=part
            ) from error


def _continue(url: str, part: Path, progress: Progress | None) -> None:
    """Append to `part` what is missing of `url`; begin anew when the file there has changed."""
    there, tag = _size(part), _read_tag(part)
    headers = {"Range": f"bytes={there}-", "If-Range": tag} if there and tag else {}
    with _opened(url, headers) as answer:
        if answer.status == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            part.unlink(missing_ok=True)
            raise ConnectionError("the file there is shorter than what came before")
        resumed = answer.status == http.HTTPStatus.PARTIAL_CONTENT
        there = there if resumed else 0
        length = answer.headers.get("Content-Length")
        whole = there + int(length) if length and length.isdigit() else None
        if whole is not None and whole > _MOST_PACKAGE:
            raise _Unreachable(f"it is {whole:,} bytes long")
        if not resumed:
            _tag(part).write_text(_validator(answer.headers), "utf-8")
        with part.open("ab" if resumed else "wb") as out:
            while chunk := answer.read(_CHUNK):
                out.write(chunk)
                there += len(chunk)
                if progress is not None:
                    progress(there, whole)
                if there > _MOST_PACKAGE:
                    raise _Unreachable("it does not end")
    if whole is not None and there < whole:
        raise ConnectionError(f"cut after {there:,} of {whole:,} bytes")


def _validator(headers: Mapping[str, str]) -> str:
    """What tells the server that the file is still the same: a strong ETag, else its date."""
    tag = headers.get("ETag") or ""
    return tag if tag and not tag.startswith("W/") else headers.get("Last-Modified") or ""


def _tag(part: Path) -> Path:
    return part.with_suffix(".tag")


def _read_tag(part: Path) -> str:
    try:
        return _tag(part).read_text("utf-8")
    except OSError:
        return ""


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
