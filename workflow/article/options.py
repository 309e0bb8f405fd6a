"""What a newsroom may configure about its articles."""

from __future__ import annotations

from dataclasses import dataclass

_FRONT_MATTER_KEYS_NAMES = (
    "title description summary subtitle excerpt lead headline abstract alt image_alt "
    "image-alt alt_text caption image_caption image-caption"
)
FRONT_MATTER_KEYS = frozenset(_FRONT_MATTER_KEYS_NAMES.split())
SHORTCODE_PARAMETERS = frozenset({"alt", "caption", "title"})
HTML_ATTRIBUTES = frozenset({"alt", "title", "aria-label"})


@dataclass(frozen=True, slots=True)
class ArticleOptions:
    """Which fields hold words for readers."""

    front_matter_keys: frozenset[str] = FRONT_MATTER_KEYS
    """Names that count at any depth, or dotted paths (`seo.title`) that count at that place."""
    shortcode_parameters: frozenset[str] = SHORTCODE_PARAMETERS
    """Named parameters of shortcodes: `{{< figure caption="…" >}}`."""
    html_attributes: frozenset[str] = HTML_ATTRIBUTES
