"""What a page sends: fields of a form, bounded in size and number."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

MOST_BYTES = 1_000_000
MOST_FIELDS = 20


async def read_form(request: Request) -> Mapping[str, str]:
    """The fields of an URL-encoded form.

    Raises `HTTPException` for one that is too large, of another kind, or not UTF-8.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "a form was expected")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > MOST_BYTES:
            raise HTTPException(413, "this is too long for one segment")
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:
        raise HTTPException(400, "the form cannot be read") from None
    return dict(pairs)
