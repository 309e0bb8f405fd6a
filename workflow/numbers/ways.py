"""Which way a change is told: to what it came (*bajó al 12 %*), or by how much (*bajó un 12 %*)."""

from __future__ import annotations

from bisect import bisect_left
from fractions import Fraction

from workflow.numbers.grammar import Reading
from workflow.numbers.model import Bound, Kind, Quantity, Role

_TOLD = frozenset({Kind.CARDINAL, Kind.PERCENT, Kind.MONEY, Kind.MEASURE})
_HALF = Fraction(1, 2)
_OPPOSITE = {Bound.LESS_THAN, Bound.MORE_THAN}
_NEAR = 5
"""How many words before its end the verb of a change may stand."""


def way(reading: Reading, quantity: Quantity) -> str:
    """`to` or `by`, where a preposition or article before the figure tells; else empty."""
    return _link(reading, quantity)[1]


def _link(reading: Reading, quantity: Quantity) -> tuple[int, str]:
    """The index of the word that tells the way, and the way."""
    words, language = reading.tokens.words, reading.tokens.lexicon.language
    index = bisect_left(reading.tokens.starts, quantity.start) - 1
    if words[index] in language.articles and words[index - 1] in language.change_links:
        index -= 1  # subió a un 12 %
    return index, language.change_links.get(words[index], "")


def has_turned(source: Reading, target: Reading, left: Quantity, right: Quantity) -> bool:
    """*bajó un 12 %*, *fell to 12%*: by how much became to what, or the other way round.

    What stays of a half is what goes, so *a la mitad* is *by half*; less than half is not.
    """
    told_so = left.kind in _TOLD or (
        left.value == right.value == _HALF and _is_bounded(left, right)
    )
    if not told_so or Role.NONE not in (left.role, right.role):
        return False
    rendered = way(target, right)
    if not rendered:
        return False
    index, told = _link(source, left)
    if not told or told == rendered:
        return False
    stems = source.tokens.lexicon.language.change_stems
    near = source.tokens.words[max(index - (_NEAR if told == "to" else 1), 0) : index]
    return any(word.startswith(stems) for word in near)


def _is_bounded(left: Quantity, right: Quantity) -> bool:
    return left.bound is right.bound and left.bound in _OPPOSITE


def is_complement(source: Reading, target: Reading, left: Quantity, right: Quantity) -> bool:
    """*redujo a menos de la mitad*, *cut by more than half*: what stays, and what goes."""
    if not left.value == right.value == _HALF or {left.bound, right.bound} != _OPPOSITE:
        return False
    return way(source, left) == "to" and way(target, right) == "by"


def is_streak(source: Reading, target: Reading, left: Quantity, right: Quantity) -> bool:
    """*su quinta victoria seguida*, *five wins in a row*: the latest is so many."""
    return left.value == right.value and all(
        _in_a_row(reading, quantity) for reading, quantity in ((source, left), (target, right))
    )


def is_growth(source: Reading, left: Quantity, right: Quantity) -> bool:
    """*el PIB cayó dos décimas*, *GDP fell 0.2%*: of what grows by a share, not of a rate."""
    if (left.kind, right.kind) != (Kind.POINTS, Kind.PERCENT) or left.value != right.value:
        return False
    words, language = source.tokens.words, source.tokens.lexicon.language
    first = bisect_left(source.tokens.starts, left.start)
    compared = words[bisect_left(source.tokens.starts, left.end)] in _COMPARING | language.fewer
    if compared or not words[first - 1].startswith(language.change_stems):
        return False
    clause = words[max(first - _SUBJECT, 0) : first - 1]
    while "," in clause:
        clause = clause[clause.index(",") + 1 :]
    grows = not language.volumes.isdisjoint(clause)
    return grows and language.volume_rates.isdisjoint(clause)


_COMPARING = frozenset({"más", "mas", "por"})
_SUBJECT = 12
"""How many words back what grew may stand."""
_ROW = 5
"""How many words after a number it may be said that nothing broke the order."""


def _in_a_row(reading: Reading, quantity: Quantity) -> bool:
    words = reading.tokens.words
    stop = bisect_left(reading.tokens.starts, quantity.end)
    return not reading.tokens.lexicon.language.streaks.isdisjoint(words[stop : stop + _ROW])


def tells_apart(
    source: Reading,
    target: Reading,
    one: tuple[Quantity, Quantity],
    other: tuple[Quantity, Quantity],
) -> bool:
    """*elevaron a 88 la cifra, seis más*, *raised the toll by six to 88*: one kept its way."""
    ways = [(way(source, left), way(target, right)) for left, right in (one, other)]
    kept = [pair for pair in ways if pair[0] and pair[0] == pair[1]]
    return len(kept) == 1
