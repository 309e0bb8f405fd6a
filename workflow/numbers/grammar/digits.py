"""Numbers in digits with what is glued to them: *15th*, *2.4bn*, *3/4*, *2½*."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from workflow.numbers.grammar.number import Number, times
from workflow.numbers.grammar.numerals import numeral_at
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import VULGAR_FRACTIONS
from workflow.numbers.model import Kind


def written_number(tokens: Tokens, index: int) -> Number:
    """The numeral at `index` with its fraction, ordinal ending or scale letters."""
    read = numeral_at(tokens, index)
    kind = Kind.IDENTIFIER if read.code else Kind.CARDINAL
    base = Number(read.value, index, read.stop, kind, other=read.other, numeral=True)
    if tokens.word(read.stop) in VULGAR_FRACTIONS and tokens.glued(read.stop - 1):
        value = Fraction(read.value) + VULGAR_FRACTIONS[tokens.words[read.stop]]
        return replace(base, value=value, stop=read.stop + 1)
    suffix = tokens.word(read.stop)
    if suffix == "/" or tokens.word(read.stop + 1) == "/":
        return _with_slash(tokens, base)
    if not suffix.isalpha() or not tokens.glued(read.stop - 1):
        return base
    language = tokens.lexicon.language
    if suffix in language.ordinal_suffixes and isinstance(read.value, int):
        return replace(base, kind=Kind.ORDINAL, stop=read.stop + 1)
    scale = language.suffix_scales.get(suffix)
    if scale is not None and _is_scale(tokens, suffix, index, read.stop + 1):
        return replace(base, value=times(read.value, scale), stop=read.stop + 1, other=None)
    return base


def _with_slash(tokens: Tokens, base: Number) -> Number:
    """*3/4*, *2 1/2*."""
    part = _slashed(tokens, base.first)
    if part is not None:
        return replace(base, value=part, stop=base.first + 3, kind=Kind.FRACTION)
    part = _slashed(tokens, base.stop)
    if part is not None and isinstance(base.value, int) and not tokens.glued(base.stop - 1):
        return replace(base, value=base.value + part, stop=base.stop + 3)
    return base


def _slashed(tokens: Tokens, index: int) -> Fraction | None:
    """The fraction written 3/4 at `index`."""
    part, whole = tokens.word(index), tokens.word(index + 2)
    if tokens.word(index + 1) != "/" or not part.isdecimal() or not whole.isdecimal():
        return None
    if len(part) > 2 or len(whole) > 2:
        return None
    if tokens.word(index + 3) == "/" or not tokens.glued(index) or not tokens.glued(index + 1):
        return None
    return Fraction(int(part), int(whole)) if 0 < int(part) < int(whole) <= 10 else None


def _is_scale(tokens: Tokens, suffix: str, index: int, stop: int) -> bool:
    """Whether letters glued to a numeral are a scale: *$3m*, *3m jobs*, but not *3m wide*."""
    if len(suffix) > 1 or suffix == "k" or _has_sign(tokens, index):
        return True
    language, following = tokens.lexicon.language, tokens.word(stop)
    if not language.after_metres:
        return False
    nouns = following.isalpha() and following not in language.stop_words
    return nouns and following not in language.after_metres


def _has_sign(tokens: Tokens, index: int) -> bool:
    return tokens.lexicon.currency_signs.find(tokens.words, index - 1) is not None
