"""Tell from a document how its author writes numbers."""

from __future__ import annotations

from workflow.numbers.grammar.numerals import points_decimals
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import lexicon_of
from workflow.numbers.model import Kind


def regional_tag(text: str, language: str = "es") -> str:
    """The language tag whose marks the whole `text` uses: `es`, or `es-419` for 1,300.50.

    Give the tag to `compare` and `extract` for the segments of that document. The language comes
    back as it is when the text does not tell.
    """
    lexicon = lexicon_of(language)
    if _ANYWHERE not in lexicon.language.point_regions:
        return language
    return f"{language}-{_ANYWHERE}" if _points_decimals(Tokens(text, lexicon)) else language


_ANYWHERE = "419"
"""Latin America as a whole (UN M.49): its figures tell no country."""


def _points_decimals(tokens: Tokens) -> bool:
    """Whether the text writes 1,300.50: by its numerals or by what they count."""
    told = points_decimals(tokens.words)
    if told is not None:
        return told
    return any(_counts(tokens, index) for index, word in enumerate(tokens.words) if "," in word)


def _counts(tokens: Tokens, index: int) -> bool:
    """Whether a numeral such as 1,300 counts people or money, which have no thousandths."""
    head, _, tail = tokens.words[index].partition(",")
    if not (head.isdecimal() and tail.isdecimal() and len(tail) == 3 and len(head) < 4):
        return False
    language, lexicon = tokens.lexicon.language, tokens.lexicon
    if lexicon.currency_signs.find(tokens.words, index - 1) is not None:
        return True
    following = tokens.word(index + 1)
    unit = lexicon.units.find(tokens.words, index + 1)
    if unit is not None:
        return unit[2][0] in (Kind.MONEY, Kind.DURATION)
    return following in language.nouns
