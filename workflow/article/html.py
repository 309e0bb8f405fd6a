"""The body of an article as HTML, for a page that stands alone."""

from __future__ import annotations

from functools import cache

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from workflow.article.frontmatter import find_front_matter
from workflow.article.masking import masked_spans


def body_html(text: str) -> str:
    """The article without its front matter, in HTML; its own HTML stands in it as it is.

    What speaks to a site generator (shortcodes, attribute lists) is left out.
    """
    front = find_front_matter(text)
    start = front.behind if front else int(text.startswith("\ufeff"))
    parts, done = [], start
    for first, last in masked_spans(text):
        if first >= start and text[first] == "{":
            parts.append(text[done:first])
            done = last
    return str(_renderer().render("".join([*parts, text[done:]])))


@cache
def _renderer() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return parser.use(footnote_plugin).use(deflist_plugin).use(tasklists_plugin)
