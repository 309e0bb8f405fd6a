"""What a newsroom may configure about its articles."""

from __future__ import annotations

from dataclasses import dataclass

FRONT_MATTER_KEYS = frozenset(
    {
        "title",
        "description",
        "summary",
        "subtitle",
        "excerpt",
        "lead",
        "headline",
        "abstract",
        "caption",
    }
)
SHORTCODE_PARAMETERS = frozenset({"caption", "title"})
HTML_ATTRIBUTES = frozenset({"alt", "title", "aria-label"})


@dataclass(frozen=True, slots=True)
class ArticleOptions:
    """Which values hold words for readers, where a page's syntax cannot tell."""

    front_matter_keys: frozenset[str] = FRONT_MATTER_KEYS
    """Names that count at any depth, and dotted paths (`cover.alt`) that count at that place."""
    shortcode_parameters: frozenset[str] = SHORTCODE_PARAMETERS
    """Named parameters of shortcodes: `{{< figure caption="…" >}}`."""
    html_attributes: frozenset[str] = HTML_ATTRIBUTES
    """Attributes of HTML tags."""
