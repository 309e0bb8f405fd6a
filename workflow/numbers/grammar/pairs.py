"""Quantities in pairs: ranges (*de 5 a 7 mil*), scores (3-1), changes (*from 5 to 7*)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from workflow.numbers.grammar.clock import OPEN
from workflow.numbers.grammar.found import Found
from workflow.numbers.grammar.labels import code_digits, code_value
from workflow.numbers.grammar.number import times
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Kind, Role
from workflow.numbers.table import Language

_DASHES = frozenset("-–—")
_GLUED = (["/"], ["&"])
"""Between the sides of a season (2019/20) and of a score in golf (2&1)."""
_PLAIN = frozenset({Kind.CARDINAL})
_SCORED = frozenset({"vote", "goal", "point"})
"""What is counted against each other: *45 votos a 12*, *2 goals to 1*."""
_YEARS = range(1400, 2151)
_SHARED = frozenset(
    {Kind.PERCENT, Kind.POINTS, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.AGE, Kind.TIME}
)


def join(tokens: Tokens, left: Found, right: Found) -> None:
    """Where a link joins two neighbours, share scale and unit and mark which comes first."""
    between = tokens.words[left.stop : right.first]
    if len(between) > 1:
        between = [word for word in between if word != "-"]  # four-to-five, six- to nine-year
    _share_year(left, right)
    language = tokens.lexicon.language
    if left.kind is Kind.DECADE and right.kind is Kind.CENTURY and len(between) < 3:
        _place_decade(left, right)
        return
    if _reversed(tokens, left, right, between) or _is_turned(language, between):
        left.role, right.role = Role.SECOND, Role.FIRST
        return
    if len(between) == 2 and between[1] in language.versus:
        if language.nouns.get(between[0]) in _SCORED:
            left.role, right.role = Role.FIRST, Role.SECOND
        return
    if between in _GLUED and tokens.glued(left.stop - 1) and tokens.glued(left.stop):
        _complete_year(left, right, "-")
        left.role, right.role = Role.FIRST, Role.SECOND
        return
    if len(between) == 1 and between[0] in language.dimension_links:
        _share_side(left, right)
        left.role, right.role = Role.FIRST, Role.SECOND
        return
    _score(tokens, left, right, between)
    links = [word for word in between if word in language.range_links]
    rest = [word for word in between if word not in language.range_links]
    if len(links) != 1 or not all(word in language.skippable for word in rest):
        return
    link = links[0]
    opened = _opened(tokens, left)
    if link in _DASHES and not opened and not tokens.glued(left.stop - 1):
        return
    _share_scale(left, right)
    _share_unit(tokens, left, right)
    _share_label(tokens, left, right)
    _share_decade(left, right)
    _share_whole(left, right)
    _compound(left, right, link, language.joiner)
    _complete_year(left, right, link)
    if link in language.conjunctions and not _has_two_ends(tokens, left, link):
        return
    if left.role is Role.NONE:  # between 2018 and 2022 to 3.6 billion
        left.role, right.role = Role.FIRST, Role.SECOND


def _compound(left: Found, right: Found, link: str, joiner: str) -> None:
    """*diez años y un día*: the second length is no mere article."""
    if left.kind is right.kind is Kind.DURATION and link == joiner and left.unit != right.unit:
        right.weak = False


def _reversed(tokens: Tokens, left: Found, right: Found, between: list[str]) -> bool:
    """*fell to 45 from 120*: the end of a change before its start."""
    language = tokens.lexicon.language
    if not between or between[0] not in language.range_openers or len(between) > 2:
        return False
    if any(word not in language.skippable for word in between[1:]):
        return False
    if left.kind is not Kind.CARDINAL and right.kind is Kind.CARDINAL and right.value in _YEARS:
        return False  # al 2 % de 2019
    index = left.first - 1
    while tokens.words[index] in language.skippable - language.range_closers:
        index -= 1
    return tokens.words[index] in language.range_closers


def _is_turned(language: Language, between: list[str]) -> bool:
    """*35 rather than 30*, *15%, up from 12%*: what is, before what was."""
    link = tuple(between[1:] if between[:1] == [","] else between)
    return link in language.reversals


def _opened(tokens: Tokens, left: Found) -> bool:
    language = tokens.lexicon.language
    index = left.first - 1
    while tokens.words[index] in language.skippable:
        index -= 1
    return tokens.words[index] in language.range_openers


def _has_two_ends(tokens: Tokens, left: Found, link: str) -> bool:
    """*entre 5 y 7*, where *penas de 5 y 7 años* orders nothing."""
    language = tokens.lexicon.language
    index = left.first - 1
    while tokens.words[index] in language.skippable:
        index -= 1
    return link == language.joiner and tokens.words[index] in language.between_openers


def _score(tokens: Tokens, left: Found, right: Found, between: list[str]) -> None:
    """*2-2*, *12 votos a favor y 3 en contra*."""
    if len(between) == 1 and _is_draw(tokens, left, right):
        right.weak = True
        left.weak = left.value == 0  # goalless
    elif between and between[-1] in tokens.lexicon.language.conjunctions:
        _vote(tokens, left, right)


def _is_draw(tokens: Tokens, left: Found, right: Found) -> bool:
    """*2-2*: Spanish may say it once, *empataron a dos*."""
    glued = tokens.words[left.stop] in _DASHES and tokens.glued(left.stop - 1)
    plain = left.kind is right.kind is Kind.CARDINAL and left.numeral and right.numeral
    return glued and plain and left.value == right.value


_VOTED = 4
"""How many words after a count of votes may tell which way they went."""


def _vote(tokens: Tokens, left: Found, right: Found) -> None:
    """*211 votos a favor y 148 en contra*: a score, those in favour first."""
    if right.first - left.stop > _VOTED + 1:
        return
    ways = _way(tokens, left.stop, right.first), _way(tokens, right.stop, right.stop + _VOTED)
    if set(ways) != {"favor", "against"}:
        return
    left.role, right.role = Role.FIRST, Role.SECOND
    if ways[0] == "against":
        left.role, right.role = right.role, left.role


def _way(tokens: Tokens, first: int, stop: int) -> str:
    """Which way a count of votes went, by the first word that tells it."""
    nouns = tokens.lexicon.language.nouns
    told = (nouns.get(word, "") for word in tokens.words[first:stop])
    return next((concept for concept in told if concept in ("favor", "against")), "")


def _share_side(left: Found, right: Found) -> None:
    """*tres metros por cuatro*, *three by four meters*: one unit for both sides."""
    for one, other in ((left, right), (right, left)):
        if one.kind is Kind.MEASURE and other.kind is Kind.CARDINAL:
            other.kind, other.unit = one.kind, one.unit


def _share_scale(left: Found, right: Found) -> None:
    """*cinco a siete mil*, *$5-7 million*: the left takes the scale of the right."""
    if left.kind not in _PLAIN | {Kind.MONEY} or not left.scale == 1 < right.scale:
        return
    if right.kind in _PLAIN | {Kind.MONEY, Kind.MEASURE} and left.value * right.scale < right.value:
        left.value = times(left.value, right.scale)
        left.scale = right.scale


def _share_unit(tokens: Tokens, left: Found, right: Found) -> None:
    """*between 5 and 7%*, *$5-7*, *siglos XIX y XX*: one unit for both."""
    if left.kind is Kind.CARDINAL and right.kind is Kind.TIME:
        _share_hour(tokens, left, right)
    elif left.kind is Kind.CARDINAL and right.kind in _SHARED and left.value not in _YEARS:
        left.kind, left.unit = right.kind, right.unit
    elif left.kind is Kind.ORDINAL and right.kind is Kind.CENTURY:
        left.kind = right.kind
    elif left.kind is Kind.MONEY and right.kind is Kind.CARDINAL:
        right.kind, right.unit = left.kind, left.unit


def _share_hour(tokens: Tokens, left: Found, right: Found) -> None:
    """*de 9.00 a 18.00 h*, *4-8 p.m.*: the first is an hour too, of either half of a short day."""
    hour, minute = divmod(int(Fraction(left.value) * 100), 100)
    if not 0 <= hour <= 24 or minute > 59:
        return
    said = tokens.words[right.figure_first].partition(".")[0]
    full = said.isdecimal() and int(said) > 12
    left.kind, left.value, left.other = Kind.TIME, hour * 60 + minute, None
    left.unit = right.unit if full or hour > 12 else OPEN


def _share_whole(left: Found, right: Found) -> None:
    """*entre dos y cuatro de cada diez*: the second tells of how many for both."""
    if right.parts is None or left.kind is not Kind.CARDINAL or not isinstance(left.value, int):
        return
    if 0 < left.value < right.parts[0]:
        _make_share(left, left.value, right.parts[1])


def _make_share(found: Found, part: int, whole: int) -> None:
    found.kind, found.value, found.parts = Kind.FRACTION, Fraction(part, whole), (part, whole)
    found.weak = False


_SHARE_APART = 10
"""How many words after *de cada cien* the number of them may stand."""


def join_shares(tokens: Tokens, drafts: list[Found]) -> None:
    """*de cada cien homicidios, 97 quedan impunes*: a whole that comes before its part."""
    for left, right in pairwise(tuple(drafts)):
        each = tokens.lexicon.of_each.find(tokens.words, left.first - 1)
        if each is None or left.kind is not Kind.CARDINAL is not right.kind:
            continue
        part, whole = right.value, left.value
        near = right.first - left.stop <= _SHARE_APART
        if near and isinstance(part, int) and isinstance(whole, int) and 0 < part < whole <= 1000:
            _make_share(right, part, whole)
            drafts.remove(left)


def _share_label(tokens: Tokens, left: Found, right: Found) -> None:
    """*artículos 5.1 y 6.2*: the label names both."""
    if left.kind is not Kind.IDENTIFIER or right.kind is not Kind.CARDINAL or not right.numeral:
        return
    if right.figure_stop == right.figure_first + 1:
        right.kind = Kind.IDENTIFIER
        right.digits = code_digits(tokens.words[right.figure_first])
        right.value = code_value(right.digits)
        right.other = None


def _share_decade(left: Found, right: Found) -> None:
    """*los años setenta y ochenta*, *las décadas de 1970 y 1980*: both are decades."""
    if {left.kind, right.kind} != {Kind.DECADE, Kind.CARDINAL}:
        return
    decade, bare = (left, right) if left.kind is Kind.DECADE else (right, left)
    alike = (decade.value in _YEARS) is (bare.value in _YEARS)
    if alike and bare.value in (*range(20, 100, 10), *range(1800, 2030, 10)):
        bare.kind, bare.weak = Kind.DECADE, decade.weak


def _place_decade(decade: Found, century: Found) -> None:
    """*los años 30 del siglo XX*, *the 1930s*: the century tells which thirties."""
    if decade.value < 100:
        decade.value = 100 * (int(century.value) - 1) + int(decade.value)
        century.weak = True


_APART = 4
"""How many words may stand between two dates that share a year."""


def _share_year(left: Found, right: Found) -> None:
    """*el 30 de abril y el 2 de mayo de 2020*, *March and May 2020*: one year for both dates."""
    one, other = left.date, right.date
    if one is None or other is None or one.month is None or other.month is None:
        return
    in_order = (one.month, one.day or 0) <= (other.month, other.day or 31)
    if right.first - left.stop > _APART or not in_order:
        return
    if one.year is None and other.year is not None:
        left.date = replace(one, year=other.year)
        left.weak = False
    elif other.year is None and one.year is not None:
        right.date = replace(other, year=one.year)
        right.weak = False


def _complete_year(left: Found, right: Found, link: str) -> None:
    """*1976–83*: the second year takes its century from the first."""
    if link not in _DASHES or right.kind is not Kind.CARDINAL or not isinstance(left.value, int):
        return
    if 1000 <= left.value < 2200 and left.kind is Kind.CARDINAL and right.value in range(100):
        century, year = divmod(left.value, 100)
        if int(right.value) > year:
            right.value = century * 100 + int(right.value)
