"""What a person does on the pages by forms alone, and what they read there."""

from __future__ import annotations

import re
from html import unescape

from tests.browser.conftest import Answer, Served
from tests.review.conftest import item

RIGHT = "At least **480** people have died in custody."


def segment(spanish: str) -> str:
    """The id of the segment whose Spanish holds `spanish`."""
    return str(item(spanish).msgctxt)


def tag(served: Served, spanish: str) -> str:
    """The entity tag of a segment as it stands."""
    return served.get(f"/segment/{segment(spanish)}/nota").headers["etag"].strip('"')


def send(served: Served, action: str, spanish: str, **form: str) -> Answer:
    """Do something to a segment, having seen it as it stands unless `etag` says otherwise."""
    form.setdefault("etag", tag(served, spanish))
    return served.post(f"/{action}/{segment(spanish)}/nota", form)


def words(answer: Answer) -> str:
    """The page's text, tags out."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", answer.text)).split())


def editor_of(answer: Answer) -> str:
    """What stands in the editor of a page."""
    found = re.search(r'<textarea[^>]*name="text"[^>]*>\n(.*?)</textarea>', answer.text, re.DOTALL)
    assert found is not None
    return unescape(found[1])


def waiver_of(served: Served) -> dict[str, str]:
    """The finding of the one wrong figure, as its form sends it."""
    text = served.get(f"/segment/{segment('480')}/nota").text
    fields = re.findall(r'name="(rule|message)" value="([^"]*)"', text)
    return {name: unescape(value) for name, value in fields}


def send_to(served: Served, action: str, segment_id: str, form: dict[str, str]) -> Answer:
    return served.post(f"/{action}/{segment_id}/nota", form)
