"""Figures of one article that contradict each other, and figures rendered in two ways."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from workflow.numbers.bounds import bound_verdict
from workflow.numbers.grammar import Reading, read
from workflow.numbers.matching import match
from workflow.numbers.model import Bound, DriftKind, Kind, Quantity, Value, Verdict

_COUNTED = frozenset({Kind.CARDINAL, Kind.PERCENT, Kind.MONEY, Kind.MEASURE, Kind.COLLECTIVE})
_TELLING = 10
"""Smaller counts meet by chance: *three women* here and *three women* there are others."""
_REMARKABLE = 20
"""Figures from here on are seldom used of two things in one article."""
ANYBODY = frozenset({"", "person"})
"""Nouns that tell nothing: who the 480 people are is said by what befell them."""
_PEOPLE = ANYBODY | {
    "prisoner", "arrest", "woman", "man", "child", "girl", "youth", "migrant", "civilian",
}  # fmt: skip
"""Whose deaths or arrests an article may count as deaths or arrests (*detainee* is an arrest)."""
_EVENTS = frozenset({"death", "disappearance", "arrest", "injury", "release", "displaced"})
_CLAUSE = 8
"""How many words after a figure the verb may stand that says what befell them."""
_NEAR = 4
"""A headline's figure and one up to so many times larger or smaller may be the same figure."""
TOTALS = frozenset({"total", "totals", "totales"})
"""Words of a total, in a table and in prose."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity at its place in an article."""

    segment_id: str
    quantity: Quantity
    reading: Reading = field(repr=False)
    """The text that has it; what stands around it is read when it is asked for."""

    @property
    def noun(self) -> str:
        """What is counted, as a concept; empty when it is not known."""
        return _noun(self.reading, self.quantity)

    @property
    def definite(self) -> bool:
        """Whether it refers back: *the 480 deaths*."""
        return _is_definite(self.reading, self.quantity)

    @property
    def names(self) -> tuple[str, ...]:
        """What the figure counts, as a concept and as the word itself."""
        return tuple(name for name in (self.noun, self.word) if name.isalpha())

    @property
    def word(self) -> str:
        """The word after the figure, whatever it is."""
        return _word(self.reading, self.quantity)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two figures of one article that do not go together."""

    verdict: Verdict
    kind: DriftKind
    first: Mention
    second: Mention
    message: str


def contradictions(
    segments: Sequence[tuple[str, str]], language: str = "en"
) -> list[Contradiction]:
    """Figures on which an article disagrees with itself.

    `segments` are (id, text) in the order of the article, the headline first. Found are: one
    figure with two bounds (*over 480 deaths*, *at least 480 deaths*), a headline's figure that the
    text does not have but a near one, and a total that the table does not give.
    """
    telling: list[Mention] = []
    totals: list[Mention] = []
    times: dict[Value, int] = {}
    in_total_row = False
    for segment_id, text in segments:
        reading = read(text, language)
        for quantity in reading.quantities:
            times[quantity.value] = times.get(quantity.value, 0) + 1
            if is_telling(quantity):
                telling.append(Mention(segment_id, quantity, reading))
        bare = is_bare(reading)
        if in_total_row and bare:
            totals += [Mention(segment_id, q, reading) for q in reading.quantities]
        in_total_row = bool(TOTALS & set(reading.tokens.words[:1])) or (in_total_row and bare)
    headline = segments[0][0] if segments else ""
    return [
        *_two_bounds(telling),
        *_lonely_headline(headline, telling),
        *_misquoted_totals(totals, segments, language),
        *_transposed(telling, totals, times),
    ]


def is_bare(reading: Reading) -> bool:
    """Whether the text is a figure and nothing else, as in a table's cell."""
    if len(reading.quantities) != 1:
        return False
    quantity = reading.quantities[0]
    return quantity.end - quantity.start >= len(reading.tokens.text.strip(" *_"))


def _noun(reading: Reading, quantity: Quantity) -> str:
    """The concept of the first known noun after the figure; of people, what befell them."""
    tokens, nouns = reading.tokens, reading.tokens.lexicon.language.nouns
    stop = bisect_left(tokens.starts, quantity.end)
    known = ""
    for place, word in enumerate(tokens.words[stop : stop + _CLAUSE]):
        if not word.isalpha() and word != "-":
            break
        concept = nouns.get(word, "")
        near = place < _NOUN and not known and concept not in _PEOPLE
        if near or (concept in _EVENTS and known in _PEOPLE and concept != known):
            return concept
        if place < _NOUN:
            known = known or concept
    if known in ANYBODY:
        start = bisect_left(tokens.starts, quantity.start)
        before = tokens.words[max(start - _NOUN, 0) : start]
        known = next((nouns[w] for w in before if nouns.get(w) in _EVENTS), known)
    return known


_NOUN = 3
"""How many words after a figure its noun may stand."""


def _word(reading: Reading, quantity: Quantity) -> str:
    return reading.tokens.words[bisect_left(reading.tokens.starts, quantity.end)].rstrip("s")


def _is_definite(reading: Reading, quantity: Quantity) -> bool:
    tokens = reading.tokens
    start = bisect_left(tokens.starts, quantity.start)
    return tokens.words[start - 1] in tokens.lexicon.language.definites


def _two_bounds(telling: list[Mention]) -> Iterator[Contradiction]:
    """The same figure of the same thing, limited in two ways."""
    groups: dict[tuple[object, ...], dict[Bound, Mention]] = {}
    bounds: dict[Value, Bound] = {}
    for mention in telling:
        bounds.setdefault(mention.quantity.value, mention.quantity.bound)
    limited = {
        mention.quantity.value
        for mention in telling
        if bounds[mention.quantity.value] is not mention.quantity.bound
    }
    telling = [mention for mention in telling if mention.quantity.value in limited]
    nouns: dict[tuple[object, ...], set[str]] = {}
    for mention in telling:
        if mention.noun not in ANYBODY:
            nouns.setdefault(_figure(mention), set()).add(mention.noun)
    for mention in telling:
        if mention.definite and mention.quantity.bound is Bound.NONE:
            continue
        # *at least 480 as of today*: a large figure without a noun is that of its only noun
        known = nouns.get(_figure(mention), set())
        noun = mention.noun
        if noun in ANYBODY and mention.quantity.value >= _REMARKABLE and len(known) == 1:
            (noun,) = known
        if noun:
            groups.setdefault((noun, *_figure(mention)), {}).setdefault(
                mention.quantity.bound, mention
            )
    for by_bound in groups.values():
        for one, other in combinations(by_bound.values(), 2):
            verdict = bound_verdict(one.quantity.bound, other.quantity.bound)
            if verdict is None:
                continue
            if Bound.NONE in (one.quantity.bound, other.quantity.bound):
                verdict = Verdict.REVIEW
            yield contradiction_of(verdict, DriftKind.BOUND, one, other)


def _figure(mention: Mention) -> tuple[object, ...]:
    return mention.quantity.kind, mention.quantity.unit, mention.quantity.value


def _lonely_headline(headline: str, telling: list[Mention]) -> Iterator[Contradiction]:
    """A headline's figure that the text gives otherwise."""
    text = [mention for mention in telling if mention.segment_id != headline]
    told = {mention.quantity.value for mention in text}
    lonely = [
        mention
        for mention in telling
        if mention.segment_id == headline and mention.quantity.value not in told and mention.noun
    ]
    body: dict[str, list[Mention]] = {}
    for mention in text if lonely else ():
        body.setdefault(mention.noun, []).append(mention)
    for mention in lonely:
        near = (o for o in body.get(mention.noun, ()) if _same_thing(mention, o))
        other = next((o for o in near if _is_near(mention, o)), None)
        if other is not None:
            yield contradiction_of(Verdict.REVIEW, DriftKind.VALUE, mention, other)


def _transposed(
    telling: list[Mention], totals: list[Mention], times: Mapping[Value, int]
) -> Iterator[Contradiction]:
    """*the 64 investigations* of an article that told of 46; *the 234 deaths* of a table's 243.

    `times`: how often the article has each value.
    """
    values: dict[str, set[Value]] = {}
    for mention in [*totals, *telling]:
        values.setdefault(_digits(mention), set()).add(mention.quantity.value)
    alike = {digits for digits, several in values.items() if len(several) > 1}
    telling = [mention for mention in telling if _digits(mention) in alike]
    by_digits: dict[tuple[object, ...], Mention] = {}
    for mention in [*totals, *telling]:
        for noun in ("",) if mention in totals else mention.names:
            by_digits.setdefault((noun, mention.quantity.kind, _digits(mention)), mention)
    for mention in telling:
        if times[mention.quantity.value] > 1 or not mention.definite:
            continue
        for noun in (*mention.names, ""):
            other = by_digits.get((noun, mention.quantity.kind, _digits(mention)))
            if other is not None and other.quantity.value != mention.quantity.value:
                yield contradiction_of(Verdict.REVIEW, DriftKind.VALUE, other, mention)
                break


def _digits(mention: Mention) -> str:
    return "".join(sorted(str(mention.quantity.value)))


def _misquoted_totals(
    totals: list[Mention], segments: Sequence[tuple[str, str]], language: str
) -> Iterator[Contradiction]:
    """*a total of 475*, where the table's total is 480."""
    known = {mention.quantity.value for mention in totals}
    for segment_id, text in segments if totals else ():
        reading = read(text, language)
        for quantity in reading.quantities:
            if quantity.value in known or not is_total(reading, quantity):
                continue
            mention = Mention(segment_id, quantity, reading)
            near = next(
                (t for t in totals if t.segment_id != segment_id and is_close(mention, t)), None
            )
            if near is not None:
                yield contradiction_of(Verdict.REVIEW, DriftKind.VALUE, mention, near)


def is_total(reading: Reading, quantity: Quantity) -> bool:
    """Whether the text calls the figure a total."""
    tokens = reading.tokens
    first = bisect_left(tokens.starts, quantity.start)
    stop = bisect_left(tokens.starts, quantity.end)
    around = tokens.words[max(first - 3, 0) : first] + tokens.words[stop : stop + 4]
    return not TOTALS.isdisjoint(around)


def is_telling(quantity: Quantity) -> bool:
    """Whether it is a count large enough to be told from others by its value."""
    return quantity.value >= _TELLING and quantity.kind in _COUNTED


def _same_thing(one: Mention, other: Mention) -> bool:
    return one.quantity.kind is other.quantity.kind and one.quantity.unit == other.quantity.unit


def _is_near(one: Mention, other: Mention) -> bool:
    small, large = sorted((one.quantity.value, other.quantity.value))
    return large <= small * _NEAR


def is_close(one: Mention, other: Mention) -> bool:
    """Whether one is at most a quarter larger than the other, and of the same kind."""
    small, large = sorted((one.quantity.value, other.quantity.value))
    return one.quantity.kind is other.quantity.kind and large * 4 <= small * 5


def contradiction_of(
    verdict: Verdict, kind: DriftKind, one: Mention, other: Mention
) -> Contradiction:
    """Two mentions that do not go together, with what is said of them."""
    message = (
        f"“{one.quantity.text}” ({one.segment_id}) and “{other.quantity.text}” "
        f"({other.segment_id}) do not go together"
    )
    return Contradiction(verdict, kind, one, other, message)


def renderings(
    segments: Sequence[tuple[str, str, str]], source_lang: str = "es", target_lang: str = "en"
) -> list[Contradiction]:
    """Figures of the source that the target renders in two ways; (id, source, target) in order.

    The mentions are those of the target.
    """
    first_seen: dict[tuple[object, ...], Mention] = {}
    found: list[Contradiction] = []
    readings = [
        (segment_id, read(source, source_lang), read(target, target_lang))
        for segment_id, source, target in segments
    ]
    times = Counter(q.value for _, left, _ in readings for q in left.quantities if is_telling(q))
    again = {value for value, count in times.items() if count > 1}
    for segment_id, left, right in readings:
        if not any(quantity.value in again for quantity in left.quantities):
            continue
        pairs, _, _ = match(left.quantities, right.quantities)
        for quantity, rendered, _ in pairs:
            if quantity.value not in again or not is_telling(quantity):
                continue
            noun = _noun(left, quantity)
            key = (quantity.kind, quantity.value, quantity.unit, quantity.bound, noun)
            mention = Mention(segment_id, rendered, right)
            earlier = first_seen.setdefault(key, mention)
            if _says(earlier.quantity) != _says(rendered):
                found.append(contradiction_of(Verdict.REVIEW, DriftKind.BOUND, earlier, mention))
    return found


def _says(quantity: Quantity) -> tuple[object, ...]:
    return quantity.kind, quantity.value, quantity.unit, quantity.bound
