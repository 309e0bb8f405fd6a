"""Tell whether two numbers have changed places between the things that they count."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from workflow.numbers.grammar import Reading
from workflow.numbers.grammar.labels import label_of
from workflow.numbers.model import Kind, Quantity, Role, Verdict
from workflow.numbers.parted import are_parted, before_owner
from workflow.numbers.table import Language
from workflow.numbers.ways import tells_apart

_ANCHORS = frozenset({Kind.YEAR, Kind.DATE, Kind.DECADE, Kind.CENTURY, Kind.TIME, Kind.IDENTIFIER})
"""Kinds that say when or where, not how many: they are context for the others."""
_RIGHT = (1.0, 0.5, 0.25, 0.25, 0.25)
"""What the words after a figure weigh: the first one is what it counts."""
_LEFT = (0.5, 0.25, 0.25)
_REACH = 8
"""How many figures apart two swapped ones may be."""
_SPAN = 14
"""How many words around a figure are looked at."""
_SURE = 0.5
"""By how much the crossed reading must fit better than the straight one."""
_BY_VERB = 0.25
"""How well a straight reading fits by a verb alone that both figures share."""
_LISTED = 3
"""How many words may stand between two figures of one list."""
_NAME = 1.5
"""What a word with a capital weighs more than another: it is a name."""
_CERTAIN = 1.5
"""The same, where each of the two has kept a bound that the other has not."""
_LIKELY = 0.2
"""The same, where the figures come in the reverse order as well."""

Match = tuple[Quantity, Quantity]
Context = dict[str, float]


class Surroundings(NamedTuple):
    """The words around a figure that its translation should share."""

    all: Context
    before: Context
    """Only those before it."""
    bare: bool
    """Whether nothing follows: *and Chile 12*."""
    elided: bool
    """Whether a comma stands for what was said before: *y Perú, cinco*."""


def swapped(
    source: Reading, target: Reading, pairs: list[Match]
) -> Iterator[tuple[Match, Match, Verdict]]:
    """The pairs of matches whose figures stand at each other's nouns in the target.

    Figures that merely come in the reverse order, with no noun known to have moved along, are for
    review.
    """
    yield from _relabelled(source, target, [pair for pair in pairs if _is_name(pair)])
    counted = [
        pair
        for pair in pairs
        if pair[0].kind not in _ANCHORS and _is_told(source, pair) and not _is_code(source, pair[0])
    ]
    suspects = [
        (first, second)
        for first, second in _neighbours(len(counted))
        if not _are_apart(source, target, counted[first], counted[second])
    ]
    if not suspects:
        return
    source_counts, target_counts = _counted_words(source), _counted_words(target)
    contexts = [
        (_context(source, left, source_counts), _context(target, right, target_counts))
        for left, right in counted
    ]
    for first, second in suspects:
        one, other = counted[first], counted[second]
        parted = are_parted(source, target, one, other)
        if parted is False:
            yield one, other, Verdict.DRIFT
        if parted is not None:
            continue
        (source_one, target_one), (source_other, target_other) = _told_of(
            contexts[first], contexts[second]
        )
        straight = _fit(source_one, target_one) + _fit(source_other, target_other)
        crossings = _fit(source_one, target_other), _fit(source_other, target_one)
        gain = sum(crossings) - straight
        inverted = (one[0].start < other[0].start) is not (one[1].start < other[1].start)
        if gain >= _LIKELY and gain >= _needed(one, other, inverted=inverted):
            if not all(crossings) and _follows_suit(one, other, contexts[first], contexts[second]):
                continue  # 15 bodies yesterday and nine today
            yield one, other, Verdict.DRIFT
        elif inverted and (
            straight == 0 or (straight <= _BY_VERB and _are_listed(source, target, one, other))
        ):
            yield one, other, Verdict.REVIEW


def _are_apart(source: Reading, target: Reading, one: Match, other: Match) -> bool:
    """Whether the figures cannot be taken for each other: of two sorts, or in one pair."""
    if not _comparable(source, one, other) or _are_a_pair(one, other):
        return True
    if tells_apart(source, target, one, other):
        return True
    return _are_coordinated(source, target, one, other)


def _told_of(
    one: tuple[Surroundings, Surroundings], other: tuple[Surroundings, Surroundings]
) -> tuple[tuple[Context, Context], tuple[Context, Context]]:
    """The contexts to compare: where both texts say the noun once only, what stands before."""
    elided = one[0].elided or other[0].elided
    if elided and (one[1].bare or other[1].bare):
        sources, targets = (one[0].before, other[0].before), (one[1].before, other[1].before)
        if any(_fit(source, target) for source in sources for target in targets):
            return (sources[0], targets[0]), (sources[1], targets[1])
    return (one[0].all, one[1].all), (other[0].all, other[1].all)


def _are_listed(source: Reading, target: Reading, one: Match, other: Match) -> bool:
    """*7 bomberos y 19 vecinos*: figures in one list, so that they share their verb."""
    for reading, pair in ((source, (one[0], other[0])), (target, (one[1], other[1]))):
        first, second = sorted(pair, key=lambda quantity: quantity.start)
        if len(reading.tokens.text[first.end : second.start].split()) > _LISTED:
            return False
    return True


def _follows_suit(
    one: Match,
    other: Match,
    near_one: tuple[Surroundings, Surroundings],
    near_other: tuple[Surroundings, Surroundings],
) -> bool:
    """Whether both texts have one order and the later figure stands bare in the target."""
    later = one[0].start > other[0].start
    if later is not (one[1].start > other[1].start):
        return False
    return near_one[1].bare if later else near_other[1].bare


def _needed(one: Match, other: Match, *, inverted: bool) -> float:
    """By how much the crossed reading must fit better: figures of two bounds seldom change."""
    if one[0].bound is one[1].bound is not other[0].bound is other[1].bound:
        return _CERTAIN
    return _LIKELY if inverted else _SURE


def _is_told(source: Reading, match: Match) -> bool:
    """Whether it counts something: a *one* that both texts have, but not *one of the 6,000*."""
    left, right = match
    if not left.weak or not right.weak or left.kind is not Kind.CARDINAL or left.value != 1:
        return not left.weak
    tokens = source.tokens
    following = tokens.words[bisect_left(tokens.starts, left.end)]
    return following not in tokens.lexicon.language.of_words


def _is_code(reading: Reading, quantity: Quantity) -> bool:
    """*P-256*, *IPv6*: a number that is part of a name."""
    before = reading.tokens.text[max(quantity.figure[0] - 2, 0) : quantity.figure[0]]
    return before[-1:].isalpha() or (before[-1:] == "-" and before[:1].isalpha())


def _is_name(match: Match) -> bool:
    """Whether the figure is a number under a label, or a Roman one."""
    return all(quantity.kind is Kind.IDENTIFIER or quantity.digits for quantity in match)


def _relabelled(
    source: Reading, target: Reading, names: list[Match]
) -> Iterator[tuple[Match, Match, Verdict]]:
    """*núm. 252, párr. 318*, *No. 318, para. 252*: each number under the label of the other."""
    labels = [(_label(source, left), _label(target, right)) for left, right in names]
    for first, second in _neighbours(len(names)):
        one, other = labels[first], labels[second]
        if "" not in one and one[0] != one[1] and one == other[::-1]:
            yield names[first], names[second], Verdict.DRIFT


def _label(reading: Reading, quantity: Quantity) -> str:
    return label_of(reading.tokens, bisect_left(reading.tokens.starts, quantity.figure[0]))


def misplaced(source: Reading, target: Reading, pairs: list[Match]) -> Iterator[Match]:
    """Figures that took another noun of the text: *dos hombres y una mujer*, *two women and a man*.

    Told only where both nouns are known, and each text has both.
    """
    nouns: tuple[set[str], set[str]] | None = None
    for left, right in pairs:
        heads = _head(source, left), _head(target, right)
        if left.kind in _ANCHORS or "" in heads or heads[0] == heads[1]:
            continue
        nouns = nouns or (_nouns(source), _nouns(target))
        if heads[1] in nouns[0] and heads[0] in nouns[1]:
            around = _near(target, right), _near(source, left)
            if heads[0] not in around[0] and heads[1] not in around[1]:
                yield left, right


def _head(reading: Reading, quantity: Quantity) -> str:
    """The concept of the word right after the figure, if it is a known noun."""
    tokens = reading.tokens
    stop = bisect_left(tokens.starts, quantity.end)
    return tokens.lexicon.language.nouns.get(tokens.words[stop], "")


def _nouns(reading: Reading) -> set[str]:
    """The concepts of all known nouns of the text."""
    nouns = reading.tokens.lexicon.language.nouns
    return {nouns[word] for word in reading.tokens.words if word in nouns}


def _near(reading: Reading, quantity: Quantity) -> set[str]:
    """The concepts that stand next to the figure on either side."""
    tokens, nouns = reading.tokens, reading.tokens.lexicon.language.nouns
    first = bisect_left(tokens.starts, quantity.start)
    stop = bisect_left(tokens.starts, quantity.end)
    words = tokens.words[max(first - 1, 0) : first] + tokens.words[stop : stop + 2]
    return {nouns[word] for word in words if word in nouns}


def _neighbours(count: int) -> Iterator[tuple[int, int]]:
    """Pairs of indexes near each other: figures are swapped within a sentence."""
    for first in range(count):
        for second in range(first + 1, min(first + _REACH, count)):
            yield first, second


def _comparable(source: Reading, one: Match, other: Match) -> bool:
    """Whether the two figures are of one sort, so that they could be taken for each other."""
    if one[0].value == other[0].value:
        return False
    if any(_is_alike(a, b) for a, b in zip(one, other, strict=True)):
        return True
    return _has_moved_unit(one, other) and _words_between(source, one[0], other[0])


def _are_coordinated(source: Reading, target: Reading, one: Match, other: Match) -> bool:
    """*quinto y sexto*, *fifth and sixth*: in one order, with nothing but a link between."""
    for reading, first, second in ((source, one[0], other[0]), (target, one[1], other[1])):
        tokens = reading.tokens
        between = tokens.text[first.end : second.start].split()
        if first.end > second.start or len(between) != 1:
            return False
        if between[0] not in tokens.lexicon.language.conjunctions:
            return False
    return True


def _is_alike(one: Quantity, other: Quantity) -> bool:
    """Of one kind and unit; an age is a length of years."""
    kinds = {one.kind, other.kind}
    return (len(kinds) == 1 or kinds <= _YEARS_LONG) and one.unit == other.unit


def _has_moved_unit(one: Match, other: Match) -> bool:
    """*15 toneladas de arroz y 40 de maíz*, *40 tons of rice and 15 of corn*.

    The unit is said of the first alone, and in the target that is the other figure.
    """
    return (
        one[0].unit == other[1].unit != ""
        and one[1].unit == other[0].unit == ""
        and other[0].kind is one[1].kind is Kind.CARDINAL
    ) or (
        other[0].unit == one[1].unit != ""
        and other[1].unit == one[0].unit == ""
        and one[0].kind is other[1].kind is Kind.CARDINAL
    )


def _words_between(reading: Reading, one: Quantity, other: Quantity) -> bool:
    """Whether words stand between two figures: in *3 por 4 metros* they are one size."""
    first, second = sorted((one, other), key=lambda quantity: quantity.start)
    between = reading.tokens.text[first.end : second.start].split()
    return sum(word.isalpha() for word in between) > 1


_YEARS_LONG = frozenset({Kind.DURATION, Kind.AGE})


_SIDES = {Role.FIRST, Role.SECOND}


def _are_a_pair(one: Match, other: Match) -> bool:
    """Whether a side of a range or change is among them; two first sides stand for two ranges.

    The order within a pair is judged by itself.
    """
    if all({a.role, b.role} == _SIDES for a, b in zip(one, other, strict=True)):
        return True
    roles = [match[0].role for match in (one, other) if match[0].role is match[1].role]
    told = [role for role in roles if role is not Role.NONE]
    return bool(told) and told != [Role.FIRST, Role.FIRST]


def _fit(source: Context, target: Context) -> float:
    return sum(weight * target[feature] for feature, weight in source.items() if feature in target)


def _counted_words(reading: Reading) -> set[int]:
    """Indexes of the words that belong to a figure which counts something."""
    starts = reading.tokens.starts
    return {
        index
        for quantity in reading.quantities
        if quantity.kind not in _ANCHORS
        for index in range(bisect_left(starts, quantity.start), bisect_left(starts, quantity.end))
    }


def _context(reading: Reading, quantity: Quantity, counts: set[int]) -> Surroundings:
    """What stands around the quantity in its clause, weighted by how near it is."""
    tokens = reading.tokens
    first = bisect_left(tokens.starts, quantity.start)
    stop = bisect_left(tokens.starts, quantity.end)
    context: Context = {}
    behind = _behind_pair(reading, quantity, stop)
    ahead = range(behind, _until_owned(reading, behind, counts))
    after = _features(reading, ahead, counts)
    elided = not tokens.words[stop][:1].isalpha() and tokens.words[first - 1] == ","
    if elided:
        first -= 1
    before = _features(reading, range(first - 1, max(first - _SPAN, -1), -1), counts)
    weights = _LEFT if after else _RIGHT
    earlier = {
        name: weight * telling for (name, telling), weight in zip(before, weights, strict=False)
    }
    context = dict(earlier)
    for (feature, telling), weight in zip(after, _RIGHT, strict=False):
        context[feature] = max(weight * telling, context.get(feature, 0))
    return Surroundings(context, earlier, not after, elided)


def _until_owned(reading: Reading, behind: int, counts: set[int]) -> int:
    """Index up to which what follows may be counted: of *30 of the hospital's 62* nothing is."""
    tokens = reading.tokens
    limit = min(behind + _SPAN, tokens.count)
    following = next((index for index in range(behind, limit) if index in counts), limit)
    return limit if following == limit else before_owner(reading, following)


def _behind_pair(reading: Reading, quantity: Quantity, stop: int) -> int:
    """Index behind *de 8 a 22*, where what both figures count may follow."""
    if quantity.role is not Role.FIRST:
        return stop
    place = reading.place(quantity.end)
    if place == len(reading.quantities) or reading.quantities[place].role is not Role.SECOND:
        return stop
    return bisect_left(reading.tokens.starts, reading.quantities[place].end)


def _features(reading: Reading, indexes: range, counts: set[int]) -> list[tuple[str, float]]:
    """What the words share with their translation, and how telling each is: names the most."""
    tokens, language = reading.tokens, reading.tokens.lexicon.language
    features: list[tuple[str, float]] = []
    for index in indexes:
        word = tokens.words[index]
        if index in counts or word in language.clause_breaks or len(features) == len(_RIGHT):
            break
        if not word[0].isalnum():
            if word in "-'’":
                continue
            break
        if word not in language.stop_words:
            capital = index > 0 and tokens.text[tokens.starts[index]].isupper()
            features.append((_feature(language, word), _NAME if capital else 1))
    return features


def _feature(language: Language, word: str) -> str:
    """What a word has in common with its translation: its concept, its month, or its beginning."""
    if word in language.months:
        return f"month {language.months[word]}"
    return language.nouns.get(word) or word[:5]
