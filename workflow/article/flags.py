"""Switches that an article sets for itself in its front matter."""

from __future__ import annotations

import re

from workflow.article.frontmatter import find_front_matter

_OFF = r"^[ \t]*[\"']?{key}[\"']?[ \t]*[:=][ \t]*[\"']?(?:false|off|no)\b"


def switched_off(text: str, key: str) -> bool:
    """Whether the front matter of `text` sets `key` to false, off or no."""
    front = find_front_matter(text)
    if front is None:
        return False
    body = text[front.start : front.end]
    return (
        re.search(_OFF.format(key=re.escape(key)), body, re.MULTILINE | re.IGNORECASE) is not None
    )
