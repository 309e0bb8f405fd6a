"""What the page builder reads before Markdown does: shortcodes, attribute lists, mathematics.

They are masked with letters of a private kind, one for one, so that the parser sees one odd word
and every offset stays right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MASK = "\ue000"

_NO_BLANK_LINE = r"(?!\r?\n[ \t]*\r?\n)"
_MASKED = re.compile(
    r"\{\{<" + rf"(?:{_NO_BLANK_LINE}(?!\{{\{{|>\}}\}}).)*" + r">\}\}"  # Hugo {{< figure >}}
    r"|\{\{%" + rf"(?:{_NO_BLANK_LINE}(?!\{{\{{|%\}}\}}).)*" + r"%\}\}"  # Hugo {{% note %}}
    r"|\{%" + rf"(?:{_NO_BLANK_LINE}(?!\{{%|%\}}).)*" + r"%\}"  # Liquid {% include %}
    r"|\{\{" + rf"(?:{_NO_BLANK_LINE}(?!\{{\{{|\}}\}}).)*" + r"\}\}"  # Liquid {{ page.title }}
    r"|\$`[^`\n]+`\$"  # GitLab
    # \(x_1\) is mathematics, \(words\) is an escaped parenthesis
    r"|\\{1,2}\((?=[^()\n]*(?:\w[_^]|[={}]|\\[A-Za-z]))[^()\n]*\\\)"
    r"|\\{1,2}\[(?=[^\[\]]*(?:\w[_^]|[={}]|\\[A-Za-z]))"
    + rf"(?:{_NO_BLANK_LINE}[^\[\]])*"
    + r"\\\]"
    r"|\{[:#.][^{}\n]*\}"  # kramdown {: .note}, heading ids {#here}
    r"|(?<!\\)\$\$" + rf"(?:{_NO_BLANK_LINE}[^$])+" + r"\$\$"  # display mathematics
    # $x^2$ is mathematics, $5 and US$10 are money: no blank inside the edges, no digit behind,
    # and something in it that prices have not
    r"|(?<![\\$\w])\$(?=[^$\n`]*[\\^_={}<>]|\w\$)(?=[^\s$])[^$\n`]*(?<=[^\s\\])\$(?![\d$])",
    re.DOTALL,
)
_FIRST = re.compile(r"[{$\\]")
"""What all of it begins with."""
_REGION = re.compile(
    r"\{(?:%-?|\{[<%])\s*(?P<end>/|end)?"
    r"(?P<name>highlight|codeblock|comment|mermaid|katex|math|mathjax|latex)\b"
)
"""Shortcodes around code, mathematics and comments."""


def masked_spans(text: str) -> list[tuple[int, int]]:
    """Spans of `text` that are not Markdown, in order."""
    spans = []
    first = _FIRST.search(text)
    while first:
        match = _MASKED.match(text, first.start())
        if match:
            spans.append(match.span())
        first = _FIRST.search(text, match.end() if match else first.end())
    return _regions(text, spans) if may_hold_regions(text) else spans


def may_hold_regions(text: str) -> bool:
    """May there be code or a comment between shortcodes in `text`?"""
    return "{" in text and _REGION.search(text) is not None


def _regions(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans with all from the tag that begins a region to the one that ends it as one."""
    marks = [_REGION.match(text, *span) for span in spans]
    closings: dict[str, int] = {}
    ends = [0] * len(spans)
    for index in range(len(spans) - 1, -1, -1):
        mark = marks[index]
        if mark and mark["end"]:
            closings[mark["name"]] = index
        elif mark:
            ends[index] = closings.get(mark["name"], index)
    out: list[tuple[int, int]] = []
    for index, (start, _) in enumerate(spans):
        if not out or start >= out[-1][1]:
            out.append((start, spans[max(ends[index], index)][1]))
    return out


def mask(text: str, spans: list[tuple[int, int]]) -> str:
    """`text` with `spans` replaced by as many mask characters."""
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], MASK * (end - start)]
        done = end
    return "".join(pieces) + text[done:]


def masked(text: str) -> str:
    """`text` with all of it masked that is not Markdown."""
    return mask(text, masked_spans(text))
