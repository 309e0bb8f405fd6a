"""Tell from a document how its author writes numbers."""

from __future__ import annotations

from workflow.numbers.grammar.numerals import points_decimals
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import lexicon_of


def regional_tag(text: str, language: str = "es") -> str:
    """The language tag whose marks the whole `text` uses: `es`, or `es-MX` for 1,300.50.

    Give the tag to `compare` and `extract` for the segments of that document. The language comes
    back as it is when the text does not tell.
    """
    lexicon = lexicon_of(language)
    regions = lexicon.language.point_regions
    if not regions or not points_decimals(Tokens(text, lexicon).words):
        return language
    return f"{language}-{min(regions, key=_MOST_USED.index)}"


_MOST_USED = ("MX", "GT", "SV", "HN", "NI", "PA", "DO", "PR", "PE", "US", "419")
