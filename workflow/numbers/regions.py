"""Tell from a document how its author writes numbers."""

from __future__ import annotations

from workflow.numbers.grammar.numerals import points_decimals
from workflow.numbers.lexer import Tokens, numerals
from workflow.numbers.lexicon import Lexicon, lexicon_of
from workflow.numbers.model import Kind


def regional_tag(text: str, language: str = "es") -> str:
    """The language tag whose marks the whole `text` uses: `es`, or `es-419` for 1,300.50.

    Give the tag to `compare` and `extract` for the segments of that document. The language comes
    back as it is when the text does not tell.
    """
    lexicon = lexicon_of(language)
    if _ANYWHERE not in lexicon.language.point_regions:
        return language
    return f"{language}-{_ANYWHERE}" if _points_decimals(text, lexicon) else language


_ANYWHERE = "419"
"""Latin America as a whole (UN M.49): its figures tell no country."""


def _points_decimals(text: str, lexicon: Lexicon) -> bool:
    """Whether the text writes 1,300.50: by its numerals or by what they count."""
    written = numerals(text)
    told = points_decimals(written)
    if told is not None:
        return told
    if not any(map(_in_thousands, written)):
        return False
    tokens = Tokens(text, lexicon)
    return any(_counts(tokens, index) for index in range(tokens.count))


def _in_thousands(numeral: str) -> bool:
    """Whether a numeral is one such as 1,300."""
    head, _, tail = numeral.partition(",")
    return head.isdecimal() and tail.isdecimal() and len(tail) == 3 and len(head) < 4


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether a numeral such as 1,300 counts people or money, which have no thousandths."""
    if not _in_thousands(tokens.words[index]):
        return False
    language, lexicon = tokens.lexicon.language, tokens.lexicon
    if lexicon.currency_signs.find(tokens.words, index - 1) is not None:
        return True
    following = tokens.words[index + 1]
    unit = lexicon.units.find(tokens.words, index + 1)
    if unit is not None:
        return unit[2][0] in (Kind.MONEY, Kind.DURATION)
    return following in language.nouns
