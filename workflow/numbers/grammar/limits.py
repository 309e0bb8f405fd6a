"""Find the words that limit a figure: *al menos 480*, *60 centros o más*, *no menos de 40*."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.grammar.found import Found
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Bound, Kind, Role

_CARDINAL, _DATE, _MULTIPLE, _UNBOUND = Kind.CARDINAL, Kind.DATE, Kind.MULTIPLE, Bound.NONE
_YEARS = range(1400, 2151)
_BOUNDED = frozenset(Kind) - {Kind.IDENTIFIER, Kind.CENTURY, Kind.DECADE, Kind.ORDINAL}


def add_bound(tokens: Tokens, found: Found) -> None:
    """Take in the words that bound the figure, before and after it."""
    found.core_first, found.core_stop = found.first, found.stop
    if found.other is not None:
        _settle_part(tokens, found)
    kind = found.kind
    if kind not in _BOUNDED or (found.weak and kind is _DATE):
        return
    words, gates = tokens.words, tokens.lexicon.gates
    if words[found.first - 1] in gates.bound:
        _add_bound_before(tokens, found)
    if found.bound is not _UNBOUND:
        _settle(tokens, found)
    if kind not in _MOMENTS and found.bound in _OPEN:
        following = words[found.stop : found.stop + _NEAR_AFTER]
        if not gates.bound_after.isdisjoint(following):
            _add_bound_after(tokens, found)
    if kind is _MULTIPLE and found.bound is not _UNBOUND and found.bound is not Bound.SOLE:
        found.weak = False  # más del doble; una sola vez may be in one go


def _add_bound_before(tokens: Tokens, found: Found) -> None:
    """*al menos 480*, *superó con creces los 500*, *under-18s*."""
    lexicon, words = tokens.lexicon, tokens.words
    skippable = lexicon.language.skippable
    index = found.first - 1
    if tokens.words[index] == "-" and tokens.glued(index) and tokens.glued(index - 1):
        index -= 1  # under-18s
    beside = index
    before = lexicon.before.find(words, index)
    while before is None and words[index] != "," and index >= 0:
        filler = lexicon.bound_fillers.find(words, index) or _mark_before(tokens, index)
        if filler is None and words[index] not in skippable:
            break
        index = index - 1 if filler is None else filler[0] - 1
        before = lexicon.before.find(words, index)
    alone = before is not None and before[1] - before[0] == 1
    if alone and index != beside and words[index] in lexicon.language.beside:
        return  # el salario mínimo a 15 dólares
    if before is None and words[index] == ",":
        before = _parenthetical(tokens, index)
    if before is None and words[index] in lexicon.language.of_words:
        before = _level(tokens, index)
    if before is not None and _limits(tokens, found, before):
        found.bound, found.first = _negated(tokens, *before), before[0]
        back = found.weak and tokens.words[found.stop] in tokens.lexicon.language.backwards
        if back and words[before[1] - 1] not in tokens.lexicon.language.of_words:
            found.bound = _EITHER.get(found.bound, found.bound)
        if found.bound is Bound.AT_MOST and _is_end(tokens, found, before[0], before[1]):
            found.bound = Bound.REACHING


def _settle(tokens: Tokens, found: Found) -> None:
    """What a bound means before that kind of figure, or in that place of its clause."""
    if (
        found.bound is Bound.OVER
        and tokens.words[found.first - 1] in tokens.lexicon.language.lasting
    ):
        found.bound = Bound.MORE_THAN  # takes over six hours
    if found.bound is Bound.AT_MOST and _rises(tokens, found):
        found.bound = Bound.REACHING
    if found.bound in _OUTSIDE_TIME and not _takes_time(tokens, found):
        found.bound = _OUTSIDE_TIME[found.bound]
    if found.bound in _BESIDE_MARK and _is_mark(tokens, found):
        found.bound = _BESIDE_MARK[found.bound]
    elif found.bound in _OUTSIDE_CLAUSE and tokens.words[found.first - 1] != ",":
        found.bound = _OUTSIDE_CLAUSE[found.bound]
    if found.bound is Bound.OLDER and found.kind not in _OLD and found.unit != "year":
        found.bound = Bound.MORE_THAN


_TO_MARK = 3
"""How many words may stand between a figure and what it is the mark of."""


def _mark_before(tokens: Tokens, index: int) -> tuple[int, int, bool] | None:
    """*el umbral de déficit del*: what may stand between a bound and its figure."""
    words, language = tokens.words, tokens.lexicon.language
    if words[index] not in language.of_words.union(*language.contractions.values()):
        return None
    for place in range(index - 1, max(index - _TO_MARK - 1, 0), -1):
        if words[place] in language.marks:
            return place - (words[place - 1] in language.skippable), index + 1, True
    return None


def _is_mark(tokens: Tokens, found: Found) -> bool:
    """*the 3% deficit threshold*, *el umbral del 3 %*: a bound compares with what is one itself."""
    words, language = tokens.words, tokens.lexicon.language
    first, stop = found.core_first, found.core_stop
    if words[first - 1] in language.definites | language.skippable:
        following = words[stop : stop + _TO_MARK]
        if not language.marks.isdisjoint(following):
            return True
        first -= 1
    return _mark_before(tokens, first - 1) is not None or _mark_before(tokens, first) is not None


def _rises(tokens: Tokens, found: Found) -> bool:
    """*will go up to $15*: to what it comes, or up to how much."""
    return tokens.words[found.first - 1] in tokens.lexicon.language.rising


def _takes_time(tokens: Tokens, found: Found) -> bool:
    """*over three days*, *over seven innings*: a length of time, or of play."""
    played = tokens.words[found.stop] in tokens.lexicon.language.played
    return found.kind is Kind.DURATION or (played and found.kind is Kind.CARDINAL)


def _level(tokens: Tokens, of: int) -> tuple[int, int, Bound] | None:
    """*a maximum period of 30 days*: a noun stands between the limit and its figure."""
    bound = tokens.lexicon.language.level_words.get(tokens.words[of - 2])
    return None if bound is None else (of - 2, of + 1, bound)


def _parenthetical(tokens: Tokens, comma: int) -> tuple[int, int, Bound] | None:
    """The bound between two commas: *mató, como poco, a 57*."""
    before = tokens.lexicon.before.find(tokens.words, comma - 1)
    return before if before is not None and tokens.words[before[0] - 1] == "," else None


def _limits(tokens: Tokens, found: Found, before: tuple[int, int, Bound]) -> bool:
    """Whether the phrase before a figure is a bound there: not *handed over 40*, *passed 67-12*."""
    first, stop, bound = before
    if _compares(tokens, found, stop):
        return False
    if tokens.words[first - 1] in tokens.lexicon.language.multiples and bound is Bound.AT_MOST:
        return False  # twice as many as five years ago
    if not bound or (bound is Bound.OVER and _is_carried(tokens, found, first)):
        return False
    if tokens.words[first - 1] == "-" and tokens.glued(first - 2) and _is_number(tokens, first - 2):
        return False  # a four-under 68
    changes = tokens.words[first].startswith(tokens.lexicon.language.change_stems)
    if changes and found.role is not Role.NONE:
        return False  # baja de 52 a 7
    if _modifies(tokens, found):
        return False
    if bound is Bound.EXTENT and found.kind is not Kind.MEASURE:
        return False
    if bound is Bound.ONLY and found.bound is Bound.ROUND:
        return False  # solo una treintena, only about 30
    scored = found.role is not Role.NONE and tokens.words[found.stop] in ("-", "–")
    if scored and stop - first == 1 and bound is Bound.MORE_THAN:
        return False
    return _bounds(tokens, found, bound)


def _is_number(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return word in tokens.lexicon.language.cardinals or word.isdecimal()


def _is_carried(tokens: Tokens, found: Found, first: int) -> bool:
    """*handed over 40* limits nothing; *takes over 40 minutes* does."""
    verb, language = tokens.words[first - 1], tokens.lexicon.language
    lasts = found.kind is Kind.DURATION and verb in language.lasting
    return verb in language.carrying and not lasts


def _modifies(tokens: Tokens, found: Found) -> bool:
    """*below the five-year average*: the figure tells which average, it is not what is limited."""
    definite = tokens.words[found.first - 1] in tokens.lexicon.language.definites
    return definite and tokens.words[found.figure_stop] == "-"


def _compares(tokens: Tokens, found: Found, stop: int) -> bool:
    """*un 12 % más que un año antes*: what is compared with is no bound; *más de un año* is."""
    language = tokens.lexicon.language
    back = found.weak and tokens.words[found.stop] in language.backwards
    return back and tokens.words[stop - 1] in language.comparing


def _settle_part(tokens: Tokens, found: Found) -> None:
    """*less than a third*: what is bounded is a part, no rank."""
    if found.kind is not Kind.ORDINAL or not isinstance(found.other, Fraction):
        return
    article = tokens.words[found.first - 1] in tokens.lexicon.language.articles
    if article and tokens.lexicon.before.find(tokens.words, found.first - 2) is not None:
        found.kind, found.value, found.other = Kind.FRACTION, found.other, None
        found.first = found.core_first = found.first - 1


def _add_bound_after(tokens: Tokens, found: Found) -> None:
    """*480 o más*, *60 centros o más*, *40 familias, como mínimo*."""
    bounds = tokens.lexicon.after
    for position in range(found.stop, min(found.stop + _NEAR_AFTER, tokens.count)):
        word = tokens.words[position]
        after = bounds.find(tokens.words, position) if word in bounds.entries else None
        if after is not None and _stands_after(tokens, found, after):
            found.bound = after[2]
            if position == found.stop:
                found.stop = after[1]
            return
        if not word.isalpha() and word != ",":
            return


def _stands_after(tokens: Tokens, found: Found, after: tuple[int, int, Bound]) -> bool:
    """Whether a bound after a figure is meant: a short one only right beside it."""
    first, stop, bound = after
    following, language = tokens.words[stop], tokens.lexicon.language
    ahead = tokens.lexicon.before.find(tokens.words, stop)
    if bound is Bound.REACHING and tokens.words[found.first - 1] in language.definites:
        return False  # the 3% limit: one that is known
    if following in language.articles or (ahead is not None and ahead[0] < stop):
        return False  # al menos un caso; y más de cien
    if following in language.cardinals or following[:1].isdecimal():
        return False
    if bound is Bound.PLUS:
        return first == found.stop and tokens.glued(first - 1)
    return first == found.stop or stop - first > 1 or bound is Bound.ABOUT


_MOMENTS = frozenset({Kind.DATE, Kind.TIME})
"""What has no size: *May 5 at the latest* limits nothing."""
_OPEN = frozenset({Bound.NONE, Bound.ABOUT, Bound.ROUND})
"""Bounds before a figure that one after it may still tell better."""
_NEAR_AFTER = 4
"""How many words after a figure its bound may begin."""
_EITHER = {Bound.MORE_THAN: Bound.OVER}
"""*12% more than a year earlier* compares, *he died more than a year earlier* limits."""
_OLD = frozenset({Kind.AGE, Kind.CARDINAL})
_OUTSIDE_CLAUSE = {Bound.ABOVE: Bound.MORE_THAN, Bound.BELOW: Bound.LESS_THAN}
"""*un 0,3 %, por debajo del 0,5 % de julio* compares, *está por debajo del 5 %* limits."""
_BESIDE_MARK = {
    Bound.MORE_THAN: Bound.ABOVE,
    Bound.ABOVE: Bound.ABOVE,
    Bound.OVER: Bound.ABOVE,
    Bound.LESS_THAN: Bound.BELOW,
    Bound.BELOW: Bound.BELOW,
}
_OUTSIDE_TIME = {Bound.OVER: Bound.MORE_THAN, Bound.WITHIN: Bound.NONE}
_OPPOSITE = {
    Bound.MORE_THAN: Bound.AT_MOST,
    Bound.OVER: Bound.AT_MOST,
    Bound.LESS_THAN: Bound.AT_LEAST,
}


def _negated(tokens: Tokens, first: int, stop: int, bound: Bound) -> Bound:
    """*no hay menos de 40* is at least forty."""
    language = tokens.lexicon.language
    negators = language.negators
    if tokens.words[first] in language.unnegated:
        return bound
    near = tokens.words[max(first - 3, 0) : first]
    if bound not in _OPPOSITE or negators.isdisjoint(near):
        return bound
    if tokens.words[stop - 1] in language.comparing:
        return Bound.LIMITED  # no quedan más que dos
    denied = any(word.startswith(language.denying_stems) for word in near)
    return bound if denied else _OPPOSITE[bound]


_CLAUSE = 14
"""How many words back the verb of a change may stand."""


def _is_end(tokens: Tokens, found: Found, first: int, stop: int) -> bool:
    """*subió dos décimas, hasta el 12 %*, *hasta los 18 años*: where a change or time ended."""
    language = tokens.lexicon.language
    if not language.change_stems or tokens.words[first - 1] in language.of_words:
        return False  # un aumento de hasta 20
    alone = found.kind is Kind.CARDINAL and not tokens.words[found.stop].isalpha()
    if (found.unit == "year" or alone) and tokens.words[stop] in language.definites:
        return True  # obligado a combatir hasta los 15
    near = tokens.words[max(first - _CLAUSE, 0) : first]
    if stop - first > 1:  # alcanzó un máximo de 60.000 dólares
        return any(word.startswith(language.peak_stems) for word in near[-2:])
    if found.kind is Kind.DURATION and any(w.startswith(language.spending_stems) for w in near):
        return False
    if tokens.words[first - 1] == "," and _has_share(tokens, near):
        return True
    return any(word.startswith(language.change_stems) for word in near)


def _has_share(tokens: Tokens, words: list[str]) -> bool:
    """*se dejó un 3 %, hasta 1.200 puntos*: the share tells by how much it changed."""
    language = tokens.lexicon.language
    shares = {phrase[0] for phrase in (*language.percents, *language.plain_points)}
    return not shares.isdisjoint(words)


def _bounds(tokens: Tokens, found: Found, bound: Bound) -> bool:
    """Whether `bound` limits such a quantity: *hasta 2020* and *until 5 p.m.* limit nothing."""
    if found.kind in _MOMENTS:
        return False
    if found.kind is Kind.COLLECTIVE and bound is Bound.ABOUT:
        return False  # unos centenares: some hundreds
    if is_year(tokens, found):
        following = tokens.words[found.stop]
        counts = following.isalpha() and following not in tokens.lexicon.language.stop_words
        return counts or bound not in (Bound.AT_MOST, Bound.AT_LEAST, Bound.ABOUT, Bound.NEAR)
    return True


def is_year(tokens: Tokens, found: Found) -> bool:
    """Whether a bare number looks like a year of history."""
    return (
        found.kind is _CARDINAL
        and found.numeral
        and found.value in _YEARS
        and len(tokens.words[found.figure_first]) == 4
        and found.figure_stop == found.figure_first + 1
    )
