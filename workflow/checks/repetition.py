"""What a translation says twice or more, and its source once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import eq

from workflow.checks.languages import en
from workflow.checks.words import Words
from workflow.findings import Finding, Rule, Severity, Span, finding

REPETITION = Rule(
    "C102", "text-repeated", Severity.ERROR, "The translation says something twice or more."
)

_RUN = 5
"""Words that a text does not say twice unless its source does."""


def check_repetition(source: Words, target: Words) -> Iterator[Finding]:
    """A finding for the first stretch that the target repeats and the source does not."""
    doubled = _doubled(target)
    stretch = doubled or _said_twice(target.folded)
    if stretch is None or _repeats(source.folded):
        return
    span = Span(target.starts[stretch.start], target.ends[stretch.stop - 1])
    how = "is repeated" if doubled else "stands there twice"
    yield finding(REPETITION, f"“{target.text[span.start : span.end]}” {how}.", target=span)


def _said_twice(words: Sequence[str]) -> range | None:
    """Where a text says a run of words for the second time, the first one done."""
    runs = list(zip(*(words[first:] for first in range(_RUN)), strict=False))
    if len(set(runs)) == len(runs):
        return None
    seen: dict[tuple[str, ...], int] = {}
    for start, run in enumerate(runs):
        if start - seen.setdefault(run, start) >= _RUN and _telling(run):
            return range(start, start + _RUN)
    return None


def _telling(run: Sequence[str]) -> bool:
    """Whether at least three words of a run are no mere function words."""
    return sum(word not in en.FUNCTION_WORDS for word in run) >= 3


def _repeats(words: Sequence[str]) -> bool:
    """Whether a text repeats a word at once or three words anywhere."""
    if any(first == second for first, second in pairwise(words)):
        return True
    runs = Counter(zip(words, words[1:], words[2:], strict=False))
    return any(count > 1 for count in runs.values())


def _doubled(words: Words) -> range | None:
    """The shortest stretch of up to eight words that follows at once upon itself."""
    for length in range(1, 9):
        again = bytes(map(eq, words.folded[length:], words.folded))
        first = again.find(b"\1" * length)
        while length == 1 and first >= 0 and _may_double(words, first):
            first = again.find(b"\1", first + 1)
        if first >= 0:
            return range(first + length, first + 2 * length)
    return None


def _may_double(words: Words, first: int) -> bool:
    """Whether a word may follow upon itself, as this one does."""
    between = words.text[words.ends[first] : words.starts[first + 1]]
    return words.folded[first] in _DOUBLE or bool(between.strip())


_DOUBLE = frozenset(["that", "had", "very", "no", "so", "bye", "ha", "who", "is"])
"""English words that may follow upon themselves."""
