"""Where stretches of a source text stand in its translation, found by word alignment."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from workflow.engines.base import AlignedSpan

Range = tuple[int, int]
"""Half-open range of characters or of word numbers."""

_TOKEN = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")
_OUTSIDE = -1
_GAP_COST = 0.1
_FOREIGN_COST = 1.0
_STICK = 0.5
_DISTANCE_COST = 0.001
_REACH = 60
_LONGEST_TERM = 8
_LONGEST_GROUP = 3
_SHORTEST_NAME = 4
_COGNATE = 3


def words(text: str) -> list[Range]:
    """Spans of the words of `text`; symbols and emoji count as words, punctuation does not."""
    return [
        match.span()
        for match in _TOKEN.finditer(text)
        if match[0][0].isalnum() or not unicodedata.category(match[0][0]).startswith("P")
    ]


def _likeness(source: Sequence[str], target: Sequence[str]) -> int:
    """How many first letters words have in common, pair by pair; three at least count."""
    return sum(
        letters
        for pair in zip(source, target, strict=True)
        if (letters := _shared_letters(*pair)) >= _COGNATE
    )


def _shared_letters(one: str, other: str) -> int:
    """The number of first letters that two words have in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(one), len(other)))


@lru_cache(maxsize=64)  # each mark of a segment in turn
def _places(marks: str, text: str) -> list[int]:
    """Where `marks` stand in `text`, none over another."""
    return [match.start() for match in re.finditer(re.escape(marks), text)]


def _reachable(expected: int, within: Range) -> Range:
    """A run of at most 2 × _REACH words around where a point should be."""
    return max(within[0], expected - _REACH), min(within[1], expected + _REACH)


@dataclass(frozen=True, slots=True)
class Link:
    """An aligned span as a source range and the numbers of the target's words."""

    start: int
    end: int
    first: int
    last: int
    """Exclusive."""


class Alignment:
    """Source and target with their words, links and sentences, asked for places range by range.

    Without `spans`, names and figures that stand once in both texts are the links.
    """

    def __init__(
        self,
        source: str,
        target: str,
        spans: Iterable[AlignedSpan],
        sentences: Iterable[AlignedSpan] = (),
    ) -> None:
        self.source, self.target = source, target
        self.source_words, self.target_words = words(source), words(target)
        self.sentences = sorted(sentences, key=lambda sentence: sentence.source_start)
        self._source_starts = [start for start, _ in self.source_words]
        self._source_ends = [end for _, end in self.source_words]
        self._target_starts = [start for start, _ in self.target_words]
        self._target_ends = [end for _, end in self.target_words]
        given = [
            part
            for span in spans
            if span.source_start < span.source_end
            for part in self._word_by_word(span)
        ]
        links = (self._link(span) for span in given or self._same_words())
        self.links = sorted(
            (link for link in links if link.first < link.last),
            key=lambda link: (link.start, link.end, link.first),
        )
        self._link_starts = [link.start for link in self.links]
        self._longest = max((link.end - link.start for link in self.links), default=0)
        self._links_of_word: list[list[Link]] = [[] for _ in self.target_words]
        for link in self.links:
            for word in range(link.first, link.last):
                self._links_of_word[word].append(link)

    def _link(self, span: AlignedSpan) -> Link:
        first, last = self.target_range(span.target_start, span.target_end)
        return Link(span.source_start, span.source_end, first, last)

    def _word_by_word(self, span: AlignedSpan) -> list[AlignedSpan]:
        """A span of as many words on both sides as one span for each word.

        Nouns and their adjectives change places (*derechos humanos*), words around a preposition
        or a conjunction do not; words that begin alike decide before that.
        """
        here = self.source_words[slice(*self.source_range(span.source_start, span.source_end))]
        there = self.target_words[slice(*self.target_range(span.target_start, span.target_end))]
        if len(here) != len(there) or not 1 < len(here) <= _LONGEST_TERM:
            return [span]
        source = [self.source[start:end].casefold() for start, end in here]
        target = [self.target[start:end].casefold() for start, end in there]
        straight, turned = _likeness(source, target), _likeness(source, target[::-1])
        joined = len(here) > _LONGEST_GROUP or any(len(word) < _SHORTEST_NAME for word in source)
        if turned > straight or (turned == straight and not joined):
            there = there[::-1]
        return [AlignedSpan(*a, *b) for a, b in zip(here, there, strict=True)]

    def _same_words(self) -> list[AlignedSpan]:
        here = [self.source[a:b].casefold() for a, b in self.source_words]
        there = [self.target[a:b].casefold() for a, b in self.target_words]
        once_here, once_there = Counter(here), Counter(there)
        places = dict(zip(there, self.target_words, strict=True))
        return [
            AlignedSpan(*span, *places[word])
            for word, span in zip(here, self.source_words, strict=True)
            if once_here[word] == once_there[word] == 1
        ]

    def source_range(self, start: int, end: int) -> Range:
        """Numbers of the source words that touch the characters `[start, end)`."""
        return bisect_right(self._source_ends, start), bisect_left(self._source_starts, end)

    def target_range(self, start: int, end: int) -> Range:
        """Numbers of the target words that touch the characters `[start, end)`."""
        return bisect_right(self._target_ends, start), bisect_left(self._target_starts, end)

    def source_count(self, start: int, end: int) -> int:
        """How many source words begin in `[start, end)`."""
        return bisect_left(self._source_starts, end) - bisect_left(self._source_starts, start)

    def links_over(self, start: int, end: int) -> list[Link]:
        """Links whose source touches `[start, end)`."""
        first = bisect_left(self._link_starts, start - self._longest)
        last = bisect_left(self._link_starts, end)
        return [link for link in self.links[first:last] if link.end > start]

    def gap_at(self, boundary: int) -> Range:
        """Characters of the target between the words `boundary - 1` and `boundary`."""
        start = self._target_ends[boundary - 1] if boundary else 0
        more = boundary < len(self._target_starts)
        return start, self._target_starts[boundary] if more else len(self.target)

    def frame(self, part: Range, outer: Range, within: Range) -> tuple[Range, Range]:
        """The sentences a source range stands in: source characters and target word numbers.

        Never beyond `outer` (characters) and `within` (word numbers), which hold without sentences.
        """
        touched = [
            sentence
            for sentence in self.sentences
            if sentence.source_start < part[1] and part[0] < sentence.source_end
        ]
        if not touched:
            return outer, within
        first, last = self.target_range(
            min(sentence.target_start for sentence in touched),
            max(sentence.target_end for sentence in touched),
        )
        first, last = max(first, within[0]), min(last, within[1])
        if first >= last:
            return outer, within
        start = max(outer[0], touched[0].source_start)
        return (start, min(outer[1], touched[-1].source_end)), (first, last)

    def windows(self, parts: Sequence[Range], outer: Range, within: Range) -> list[Range | None]:
        """The best run of target words for each of `parts`: disjoint, ordered ranges of the source.

        A part that holds every word of its sentences, or of `outer`, gets all of their target
        words. None where the target has no word left.
        """
        framed = [self.frame(part, outer, within) for part in parts]
        whole = [
            self.source_count(*part) == self.source_count(*characters)
            for part, (characters, _) in zip(parts, framed, strict=True)
        ]
        claims = self._claims(parts, within)
        held: list[list[int]] = [[] for _ in parts]
        for word, owner in claims.items():
            if owner != _OUTSIDE and framed[owner][1][0] <= word < framed[owner][1][1]:
                held[owner].append(word)
        taken = {word: owner for owner, own in enumerate(held) for word in own}
        for owner, own in enumerate(held):
            if not own and not whole[owner]:
                self._seize(owner, parts[owner], framed[owner], held, taken)
        foreign = sorted(word for word, owner in claims.items() if owner == _OUTSIDE)
        owned = sorted(taken)
        return [
            frame if all_of_it else self._best_window(own, foreign, owned) if own else None
            for own, (_, frame), all_of_it in zip(held, framed, whole, strict=True)
        ]

    def _claims(self, parts: Sequence[Range], within: Range) -> dict[int, int]:
        """Which part, or the outside, each linked target word belongs to.

        Parts that share one link (each bold half of a term) share its words in their order.
        """
        starts = [start for start, _ in parts]
        owners: dict[int, int] = {}
        for word in range(*within) if parts else ():
            votes: Counter[int] = Counter()
            for link in self._links_of_word[word]:
                first = max(0, bisect_right(starts, link.start) - 1)
                last = bisect_left(starts, link.end)
                touched = [k for k in range(first, last) if parts[k][1] > link.start]
                place = (word - link.first) * len(touched) // (link.last - link.first)
                votes[touched[place] if touched else _OUTSIDE] += 1
            if votes:
                owners[word] = max(votes, key=lambda k: (votes[k], k != _OUTSIDE, -k))
        return owners

    def _seize(
        self,
        owner: int,
        part: Range,
        framed: tuple[Range, Range],
        held: list[list[int]],
        taken: dict[int, int],
    ) -> None:
        """Give a part without links the words nearest to where it should stand."""
        frame = framed[1]
        middle = self._expected(part, *framed)
        near = sorted(
            range(max(frame[0], int(middle) - _REACH), min(frame[1], int(middle) + _REACH)),
            key=lambda word: (abs(word + 0.5 - middle), word),
        )
        free = (word for word in near if word not in taken)
        spare = (word for word in near if word in taken and len(held[taken[word]]) > 1)
        word = next(free, None)
        if word is None:
            word = next(spare, None)
        if word is not None:
            if word in taken:
                held[taken[word]].remove(word)
            taken[word] = owner
            held[owner].append(word)

    def _expected(self, part: Range, outer: Range, frame: Range) -> float:
        """About which target word renders the middle of an unlinked part: from its neighbours."""
        before = self.links_over(max(0, part[0] - 40), part[0])
        after = self.links_over(part[1], part[1] + 40)
        if before and after and before[-1].last < after[0].first:
            return (before[-1].last + after[0].first) / 2
        return (self._by_share(part[0], outer, frame) + self._by_share(part[1], outer, frame)) / 2

    def _best_window(self, own: list[int], foreign: list[int], owned: list[int]) -> Range:
        """The run from one own word to another with most own words and fewest others.

        Of equals the one of longer words: *come* rather than *did* for "no **vino**".
        """
        own = sorted(own)
        best = (0.0, 0, 0, 0)
        score, start = 0.0, own[0]
        for n, word in enumerate(own):
            if n:
                last = own[n - 1]
                crossed = bisect_left(owned, word) - bisect_right(owned, last)
                others = bisect_left(foreign, word) - bisect_right(foreign, last)
                score -= others * _FOREIGN_COST + (word - last - 1 - others) * _GAP_COST
                if crossed or score <= 0:
                    score, start = 0.0, word
            score += 1.0
            letters = self._target_ends[word] - self._target_starts[word]
            best = max(best, (score, letters if start == word else 0, -start, word))
        return -best[2], best[3] + 1

    def source_gap(self, start: int, end: int) -> tuple[str, str]:
        """The source between the word before `start` and the word after `end`, on both sides."""
        first = bisect_right(self._source_ends, start)
        last = bisect_left(self._source_starts, end)
        low = self._source_ends[first - 1] if first else 0
        high = self._source_starts[last] if last < len(self.source_words) else len(self.source)
        return self.source[low:start], self.source[end:high]

    def again(self, start: int, end: int) -> Range | None:
        """Where the marks that are the source's `[start, end)` stand in the target.

        None for words and blanks, and when the target has not as many of those marks.
        """
        marks = self.source[start:end]
        if not marks.strip() or self.source_count(start, end):
            return None
        here, there = _places(marks, self.source), _places(marks, self.target)
        number = bisect_left(here, start)
        if len(here) != len(there) or here[number : number + 1] != [start]:
            return None
        return there[number], there[number] + len(marks)

    def anchored(self, place: int | None, within: Range, closed: Sequence[Range]) -> int | None:
        """The boundary at the target character `place`, when it lies within and in none closed."""
        if place is None:
            return None
        boundary = bisect_left(self._target_starts, place)
        if not within[0] <= boundary <= within[1]:
            return None
        return None if self._enclosing(boundary, closed) else boundary

    @staticmethod
    def _enclosing(boundary: int, closed: Sequence[Range]) -> Range | None:
        """The range among `closed` that a boundary lies strictly inside."""
        block = bisect_left(closed, (boundary, -1)) - 1
        return closed[block] if block >= 0 and boundary < closed[block][1] else None

    def boundary(
        self, point: Range, outer: Range, within: Range, closed: Sequence[Range], stick: int
    ) -> int:
        """The boundary between target words that a source `point` falls on, crossing fewest links.

        `outer` and `within` bound it as for `windows`. `closed` are word ranges whose inner
        boundaries are not allowed, in order; `stick` is -1 to stay with the rendering of the
        word before the point, 1 with the one after, 0 with neither.
        """
        frame = self._point_frame(point, outer, within)
        expected = self._after(point, *frame)
        low, high = _reachable(expected, frame[1])
        if not self.source_count(outer[0], point[0]):
            return within[0]
        if not self.source_count(point[1], outer[1]):
            return within[1]
        favourite = self._neighbour(point, stick)
        best, best_cost, cost = None, float("inf"), 0.0
        for place in range(low, high + 1):
            links = self._links_of_word[place - 1] if place > low else []
            if links:
                cost += sum(1 if link.start >= point[0] else -1 for link in links) / len(links)
            if self._enclosing(place, closed):
                continue
            doubt = abs(place - expected) * _DISTANCE_COST - _STICK * (place == favourite)
            if cost + doubt < best_cost:
                best, best_cost = place, cost + doubt
        enclosing = self._enclosing(low, closed)
        if best is None:
            return enclosing[1] if enclosing else low
        return best

    def _point_frame(self, point: Range, outer: Range, within: Range) -> tuple[Range, Range]:
        """The sentence a point stands in, as `frame` does; one boundary between sentences."""
        low, high = within
        between = low
        for sentence in self.sentences:
            if sentence.source_start < point[0] and point[1] < sentence.source_end:
                return self.frame((point[0], point[0] + 1), outer, within)
            if sentence.source_end <= point[1]:
                after = self.target_range(sentence.target_end, len(self.target))[0]
                between = max(low, min(after, high))
            elif sentence is not self.sentences[0]:
                return point, (between, between)
        return outer, within

    def _after(self, point: Range, outer: Range, within: Range) -> int:
        """Where a point stands for want of better: behind the word before it, or by share."""
        before = self.links_over(max(0, point[0] - 40), point[0])
        if before:
            return min(max(before[-1].last, within[0]), within[1])
        return round(self._by_share(point[0], outer, within))

    def _by_share(self, place: int, outer: Range, within: Range) -> float:
        """The target word as far into its frame as the source character is in its own."""
        total = self.source_count(*outer)
        share = self.source_count(outer[0], place) / total if total else 0.0
        return within[0] + (within[1] - within[0]) * share

    def _neighbour(self, point: Range, stick: int) -> int | None:
        """The boundary next to the rendering of the word before or after the point."""
        if stick < 0:
            before = self.links_over(max(0, point[0] - 40), point[0])
            return before[-1].last if before else None
        if stick > 0:
            after = [link for link in self.links_over(*point) if link.start >= point[0]]
            after = after or self.links_over(point[1], point[1] + 40)
            return after[0].first if after else None
        return None
