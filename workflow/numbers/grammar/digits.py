"""Numbers in digits with what is glued to them: *15th*, *2.4bn*, *3/4*, *2½*."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.grammar.number import Number, times
from workflow.numbers.grammar.numerals import numeral_at
from workflow.numbers.lexer import Tokens
from workflow.numbers.lexicon import VULGAR_FRACTIONS
from workflow.numbers.model import Bound, Kind

_CARDINAL, _IDENTIFIER, _UNBOUND = Kind.CARDINAL, Kind.IDENTIFIER, Bound.NONE


def written_number(tokens: Tokens, index: int) -> Number:
    """The numeral at `index` with its fraction, ordinal ending or scale letters."""
    value, stop, other, code = numeral_at(tokens, index)
    kind = _IDENTIFIER if code else _CARDINAL
    base = Number(value, index, stop, kind, other, _UNBOUND, True)
    suffix = tokens.words[stop]
    if suffix == "/" or tokens.words[stop + 1] == "/":
        return _vulgar(tokens, base) or _with_slash(tokens, base) or base
    if tokens.ends[stop - 1] != tokens.starts[stop]:
        return base
    if not suffix.isalpha():
        return _vulgar(tokens, base) or base
    language = tokens.lexicon.language
    if suffix in language.ordinal_suffixes and isinstance(value, int):
        return base._replace(kind=Kind.ORDINAL, stop=stop + 1)
    scale = language.suffix_scales.get(suffix)
    if scale is not None and _is_scale(tokens, suffix, index, stop + 1):
        return base._replace(value=times(value, scale), stop=stop + 1, other=None)
    return base


def _vulgar(tokens: Tokens, base: Number) -> Number | None:
    """*2½*."""
    part = VULGAR_FRACTIONS.get(tokens.words[base.stop])
    if part is None or not tokens.glued(base.stop - 1):
        return None
    return base._replace(value=Fraction(base.value) + part, stop=base.stop + 1)


def _with_slash(tokens: Tokens, base: Number) -> Number | None:
    """*3/4*, *2 1/2*."""
    part = _slashed(tokens, base.first)
    if part is not None:
        return base._replace(value=part, stop=base.first + 3, kind=Kind.FRACTION)
    part = _slashed(tokens, base.stop)
    if part is not None and isinstance(base.value, int) and not tokens.glued(base.stop - 1):
        return base._replace(value=base.value + part, stop=base.stop + 3)
    return None


def _slashed(tokens: Tokens, index: int) -> Fraction | None:
    """The fraction written 3/4 at `index`."""
    part, whole = tokens.words[index], tokens.words[index + 2]
    if tokens.words[index + 1] != "/" or not part.isdecimal() or not whole.isdecimal():
        return None
    if len(part) > 2 or len(whole) > 2:
        return None
    if tokens.words[index + 3] == "/" or not tokens.glued(index) or not tokens.glued(index + 1):
        return None
    return Fraction(int(part), int(whole)) if 0 < int(part) < int(whole) <= 10 else None


def _is_scale(tokens: Tokens, suffix: str, index: int, stop: int) -> bool:
    """Whether letters glued to a numeral are a scale: *$3m*, *3m jobs*, but not *3m wide*."""
    if len(suffix) > 1 or suffix == "k" or _has_sign(tokens, index):
        return True
    language, following = tokens.lexicon.language, tokens.words[stop]
    if not language.after_metres:
        return False
    nouns = following.isalpha() and following not in language.stop_words
    return nouns and following not in language.after_metres


def _has_sign(tokens: Tokens, index: int) -> bool:
    return tokens.lexicon.currency_signs.find(tokens.words, index - 1) is not None
