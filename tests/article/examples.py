"""Specification examples, hostile beginnings, and what a second, independent parser sees."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import cmarkgfm
from cmarkgfm.cmark import Options

DATA = Path(__file__).parent / "data"
OPTIONS = Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
WORDS_FOR_READERS = frozenset({"alt", "title", "aria-label"})
VOWELS = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")

HOSTILE = (
    *("1978. ", "- ", "# ", "+ ", "> ", "    ", "a_b*c ", "| ", "[ref]: ", "<b ", "~~~ ", "``` "),
    *(
        "---\n",
        "=== ",
        "](x) ",
        "** ",
        "` ",
        "![ ",
        "<div> ",
        "<!-- ",
        "&lt; ",
        "\\",
        "^[",
        "[^1]: ",
    ),
    *("* * *", ": ", "+++", "$$ ", "{{< ", "[ ] ", "</p>", "||", "*[y]: ", "{% "),
)


def spec_examples() -> Iterator[tuple[str, str]]:
    """Name and Markdown of every example of the specifications."""
    for path in sorted((DATA / "spec").glob("*.json")):
        for example in json.loads(path.read_text(encoding="utf-8")):
            yield f"{path.stem} {example['example']}", example["markdown"]


def pseudo(tagged: str) -> str:
    """A translation of tagged text that changes words and leaves tags and entities alone."""
    parts = re.split(r"(<[^<>]*>|&#?\w+;|\w+://\S+|\S+@\S+|www\.\S+)", tagged)
    return "".join(part if i % 2 else part.translate(VOWELS) for i, part in enumerate(parts))


class _Skeleton(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.items: list[object] = []
        self.code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = [
            (n, "" if n in WORDS_FOR_READERS else " ".join((v or "").split())) for n, v in attrs
        ]
        self.items.append((tag, sorted(kept)))
        self.code += tag in ("code", "pre")

    def handle_endtag(self, tag: str) -> None:
        self.items.append("/" + tag)
        self.code -= tag in ("code", "pre")

    def handle_data(self, data: str) -> None:
        if self.code > 0:
            self.items.append(data)

    def handle_comment(self, data: str) -> None:
        self.items.append(("comment", " ".join(data.split())))


def structure(markdown: str) -> list[object]:
    """The tags, link targets and code that cmark-gfm makes of a text; its words left out."""
    skeleton = _Skeleton()
    skeleton.feed(cmarkgfm.github_flavored_markdown_to_html(markdown, OPTIONS))
    skeleton.close()
    return skeleton.items
