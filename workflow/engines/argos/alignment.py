"""Attention read as an alignment of words."""

from __future__ import annotations

from collections.abc import Sequence

from workflow.engines.argos.links import link
from workflow.engines.argos.tokens import Range, owners, places, word_ranges
from workflow.engines.base import AlignedSpan

_THRESHOLD = 0.27
"""Share that a word of a rendering must have; measured on the sentences of the small packages."""


def align(
    source: str,
    target: str,
    source_pieces: Sequence[str],
    target_pieces: Sequence[str],
    attention: Sequence[Sequence[float]],
) -> list[AlignedSpan]:
    """Each target word with the source word that it renders, in source order.

    `attention` holds one row for each target piece, one number for each source piece (and perhaps
    one for the end of the sentence).
    """
    source_words, target_words = word_ranges(source), word_ranges(target)
    links = link(
        _matrix(source, target, source_pieces, target_pieces, attention),
        [source[start:end] for start, end in source_words],
        [target[start:end] for start, end in target_words],
    )
    spans = [
        AlignedSpan(*source_words[place], *word)
        for place, word in zip(links, target_words, strict=True)
        if place is not None
    ]
    return sorted(spans, key=lambda span: (span.source_start, span.target_start))


def attended_window(
    source: str,
    target: str,
    source_pieces: Sequence[str],
    target_pieces: Sequence[str],
    attention: Sequence[Sequence[float]],
    part: Range,
) -> Range | None:
    """The stretch of `target` whose words attend to `part` of `source` more than to the rest.

    Each target word counts by the mean of two shares: of its attention that goes to the part, and
    of the part's attention that comes from it; the stretch with the largest sum over a threshold
    wins.
    """
    matrix = _matrix(source, target, source_pieces, target_pieces, attention)
    inside = [
        n for n, (low, high) in enumerate(word_ranges(source)) if low < part[1] and part[0] < high
    ]
    given = [sum(row[n] for n in inside) for row in matrix]
    total = sum(given)
    if not total:
        return None
    words = word_ranges(target)
    weights = []
    for row, mass, (start, _) in zip(matrix, given, words, strict=True):
        received = min(1.0, mass / total * len(inside))
        share = (mass / sum(row) + received) / 2 if mass else 0.0
        weights.append((share if target[start].isalnum() else 0.0) - _THRESHOLD)
    best = _heaviest(weights)
    return None if best is None else (words[best[0]][0], words[best[1] - 1][1])


def _heaviest(weights: Sequence[float]) -> Range | None:
    """The stretch with the largest positive sum (Kadane)."""
    best, best_sum, running, start = None, 0.0, 0.0, 0
    for index, weight in enumerate(weights):
        if running <= 0:
            running, start = 0.0, index
        running += weight
        if running > best_sum:
            best, best_sum = (start, index + 1), running
    return best


def _matrix(
    source: str,
    target: str,
    source_pieces: Sequence[str],
    target_pieces: Sequence[str],
    attention: Sequence[Sequence[float]],
) -> list[list[float]]:
    """What each target word gives to each source word."""
    source_words, target_words = word_ranges(source), word_ranges(target)
    return _by_words(
        owners(places(source_pieces, source), source_words),
        owners(places(target_pieces, target), target_words),
        (len(source_words), len(target_words)),
        attention,
    )


def _by_words(
    source_owners: Sequence[int | None],
    target_owners: Sequence[int | None],
    size: tuple[int, int],
    attention: Sequence[Sequence[float]],
) -> list[list[float]]:
    """Attention from target words to source words: summed over pieces, averaged over rows."""
    matrix = [[0.0] * size[0] for _ in range(size[1])]
    rows = [0] * size[1]
    for target_word, weights in zip(target_owners, attention, strict=False):
        if target_word is None:
            continue
        rows[target_word] += 1
        for source_word, weight in zip(source_owners, weights, strict=False):
            if source_word is not None:
                matrix[target_word][source_word] += weight
    for row, count in zip(matrix, rows, strict=True):
        if count > 1:
            row[:] = [weight / count for weight in row]
    return matrix


def target_window(alignment: Sequence[AlignedSpan], start: int, end: int) -> Range | None:
    """The stretch of the target that renders `[start, end)` of the source, outliers left out.

    Of the aligned target words the group with the most characters is taken; words in it stand no
    further apart than a short word and its spaces.
    """
    hits = sorted(
        {
            (span.target_start, span.target_end)
            for span in alignment
            if span.source_start < end and start < span.source_end
        }
    )
    groups: list[list[Range]] = []
    for hit in hits:
        if groups and hit[0] - groups[-1][-1][1] <= _GAP:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    best = max(groups, key=lambda group: sum(b - a for a, b in group), default=None)
    return None if best is None else (best[0][0], best[-1][1])


_GAP = 5
"""Characters between two words of one rendering: ` of `, ` the `."""
