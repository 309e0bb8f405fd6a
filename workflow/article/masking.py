"""What the page builder reads before Markdown does: shortcodes, attribute lists, mathematics.

They are masked with letters of a private kind, one for one, so that the parser sees one odd word
and every offset stays right.
"""

from __future__ import annotations

import re

MASK = "\ue000"

_NO_BLANK_LINE = r"(?!\r?\n[ \t]*\r?\n)"
_MASKED = re.compile(
    r"\{\{<" + rf"(?:{_NO_BLANK_LINE}(?!\{{\{{|>\}}\}}).)*" + r">\}\}"  # Hugo {{< figure >}}
    r"|\{\{%" + rf"(?:{_NO_BLANK_LINE}(?!\{{\{{|%\}}\}}).)*" + r"%\}\}"  # Hugo {{% note %}}
    r"|\{%" + rf"(?:{_NO_BLANK_LINE}(?!\{{%|%\}}).)*" + r"%\}"  # Liquid {% include %}
    r"|\{\{" + rf"(?:{_NO_BLANK_LINE}(?!\{{\{{|\}}\}}).)*" + r"\}\}"  # Liquid {{ page.title }}
    r"|\{[:#.][^{}\n]*\}"  # kramdown {: .note}, heading ids {#here}
    r"|(?<!\\)\$\$" + rf"(?:{_NO_BLANK_LINE}[^$])+" + r"\$\$"  # display mathematics
    # $x^2$ is mathematics, $5 and US$10 are money: no blank inside the edges, no digit behind,
    # and something in it that prices have not
    r"|(?<![\\$\w])\$(?=[^$\n`]*[\\^_={}<>]|\w\$)(?=[^\s$])[^$\n`]*(?<=[^\s\\])\$(?![\d$])",
    re.DOTALL,
)


def masked_spans(text: str) -> list[tuple[int, int]]:
    """Spans of `text` that are not Markdown, in order."""
    if "{" not in text and "$" not in text:
        return []
    return [match.span() for match in _MASKED.finditer(text)]


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
