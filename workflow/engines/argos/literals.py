"""Text that must survive letter for letter (addresses, times, codes): mended after the decoder.

Tokenizers spread it with spaces (`https: / / x.org`, `5: 30`) and lose underscores. Placeholders
would be mistranslated or dropped by a neural model, so the damage is undone in what it wrote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow.engines.argos.tokens import Range

_LITERAL = re.compile(
    r"(?P<address>(?:https?://|www\.)[^\s<>\"”»]+[^\s<>\"”».,;:!?)\]'’]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\w)[@#]\w{2,})"
    r"|(?P<time>(?<![\d:.,])\d{1,2}:\d{2}(?::\d{2})?(?![\d:]))"
    r"|(?P<code>(?<![\w/-])(?=[\w/-]*\d)(?=[\w/-]*[A-Z_])[A-Z0-9_]+(?:[/-][A-Z0-9_]+)*(?![\w/-]))"
)
_LONGEST = 300
"""Characters of a literal that is still sought in pieces."""


def literals(text: str) -> list[Range]:
    """Addresses, times and codes of a text."""
    return [m.span() for m in _LITERAL.finditer(text) if m.end() - m.start() > 2]


def mend(source: str, target: str) -> str:
    """`target` with each literal of `source` written as it is there, where it can be recognised."""
    for start, end in literals(source):
        literal = source[start:end]
        if literal not in target and len(literal) <= _LONGEST:
            target = _spread(literal).sub(literal.replace("\\", r"\\"), target, count=1)
    return target


def lost(source: str, target: str) -> Iterator[Range]:
    """The literals of `source`, times apart, that `target` does not have.

    Times are figures, and figures may be written otherwise.
    """
    for match in _LITERAL.finditer(source):
        if match.lastgroup != "time" and len(match[0]) > 2 and match[0] not in target:
            yield match.span()


def _spread(literal: str) -> re.Pattern[str]:
    """The literal with spaces between its characters, and spaces for its underscores."""
    characters = (r"[_\s]?" if c == "_" else re.escape(c) + r"\s?" for c in literal[:-1])
    last = literal[-1]
    return re.compile("".join(characters) + (r"_?" if last == "_" else re.escape(last)))
