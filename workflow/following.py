"""Following the Spanish: today's segments take over the entries that were made for yesterday's.

Unchanged and moved segments keep their entry. A changed one is paired with the entry it comes
from by order and likeness; its English stays and the old Spanish is kept beside it (stale).
Human English whose segment is gone is retired, never deleted.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workflow.article import Segment
from workflow.catalog import Catalog, Entry, State

SURE = 0.5
"""Likeness (Dice over words, 0-1) from which two texts are versions of one segment anywhere."""
SAME_PLACE = 0.3
"""Likeness that is enough between the same unchanged neighbours."""
MOST_PAIRS = 250_000
"""Above this many pairs to compare, only segments between the same neighbours are compared."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A catalog that has followed the Spanish."""

    catalog: Catalog
    origins: dict[str, str]
    """Id of an entry today -> its id in the catalog before."""


def follow(catalog: Catalog, segments: Sequence[Segment]) -> Followed:
    """The catalog in the order of today's `segments`, each with its entry."""
    known = catalog.by_id()
    found: list[Entry | None] = [known.get(s.id) for s in segments]
    kept = {entry.id for entry in found if entry is not None}
    gone = [entry for entry in catalog.entries if entry.id not in kept]
    origins = {entry_id: entry_id for entry_id in kept}
    gone, retired = _revive(segments, found, gone, list(catalog.retired), origins)
    pairs = _pair(catalog.entries, gone, segments, found)
    entries = []
    for index, segment in enumerate(segments):
        entry, old = found[index], pairs.get(index)
        if entry is not None:
            entries.append(replace(entry, source=segment.message))
        elif old is not None and old.target:
            origins[segment.id] = old.id
            entries.append(_stale(old, segment))
        else:
            entries.append(Entry(segment.id, segment.message))
    paired = {old.id for old in pairs.values()}
    left = [entry for entry in gone if entry.human and entry.id not in paired]
    texts = replace(catalog, entries=tuple(entries), retired=(*retired, *left), added=())
    todays = {old.id: segments[index].id for index, old in pairs.items()}
    todays |= {before: now for now, before in origins.items()}
    return Followed(_with_added(texts, catalog.added, todays), origins)


def _with_added(texts: Catalog, before: Sequence[Entry], todays: Mapping[str, str]) -> Catalog:
    """The catalog with what was added `before`, each behind its segment of today.

    What has lost its segment is retired, and comes back with it.
    """
    added: list[Entry] = []
    lost: list[Entry] = []
    for entry in before:
        now = todays.get(entry.after)
        (lost if now is None else added).append(replace(entry, after=now or entry.after))
    here = {entry.id for entry in texts.entries}
    back = [entry for entry in texts.retired if entry.after in here]
    left = [entry for entry in texts.retired if entry.after not in here]
    return replace(texts, added=(*added, *back), retired=(*left, *lost))


def _revive(
    segments: Sequence[Segment],
    found: list[Entry | None],
    gone: list[Entry],
    retired: list[Entry],
    origins: dict[str, str],
) -> tuple[list[Entry], list[Entry]]:
    """Fill `found` where the Spanish is back to what an entry's English was made for."""
    for index, segment in enumerate(segments):
        if found[index] is not None:
            continue
        for entry in gone:
            if entry.state is State.STALE and entry.previous == segment.message:
                fresh = replace(entry, id=segment.id, previous=None, fuzzy=not entry.human)
                found[index] = fresh
                origins[segment.id] = entry.id
                gone = [other for other in gone if other is not entry]
                break
        else:
            for entry in retired:
                if entry.source == segment.message:
                    found[index] = replace(entry, id=segment.id)
                    retired = [other for other in retired if other is not entry]
                    break
    return gone, retired


def _stale(old: Entry, segment: Segment) -> Entry:
    """The old entry for the changed Spanish: English kept, the Spanish it was made for beside."""
    previous = old.previous if old.previous is not None else old.source
    return replace(old, id=segment.id, source=segment.message, previous=previous, fuzzy=True)


@dataclass(frozen=True, slots=True)
class _Text:
    """A text to be paired: its words as a bag, and the unchanged neighbours it stands between."""

    words: Counter[str]
    gap: int


_WORD = re.compile(r"\w+")


def bag(text: str) -> Counter[str]:
    """Words of a text, figures all alike: 470 and 480 are the same word here."""
    return Counter(re.sub(r"\d", "0", word) for word in _WORD.findall(text.casefold()))


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """How alike two bags of words are, from 0 to 1."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _pair(
    entries: Sequence[Entry],
    gone: Sequence[Entry],
    segments: Sequence[Segment],
    found: Sequence[Entry | None],
) -> dict[int, Entry]:
    """Index of a new segment -> the entry it comes from; likest pairs first."""
    new = [i for i, entry in enumerate(found) if entry is None]
    if not new or not gone:
        return {}
    order = {entry.id: i for i, entry in enumerate(entries)}
    anchors = [i for i, entry in enumerate(found) if entry is not None]
    old_anchors = sorted(order[e.id] for e in found if e is not None and e.id in order)
    texts = {i: _Text(bag(segments[i].message), bisect_left(anchors, i)) for i in new}
    olds = [_Text(bag(e.source), bisect_left(old_anchors, order[e.id])) for e in gone]
    everywhere = len(new) * len(gone) <= MOST_PAIRS
    candidates = []
    for i, text in texts.items():
        for j, old in enumerate(olds):
            same = text.gap == old.gap
            if not same and not everywhere:
                continue
            alike = likeness(text.words, old.words)
            if alike >= (SAME_PLACE if same else SURE):
                rank = -(alike + (0.25 if same else 0.0))
                candidates.append((rank, abs(i - order[gone[j].id]), i, j))
    pairs: dict[int, Entry] = {}
    used: set[int] = set()
    for _, _, i, j in sorted(candidates):
        if i not in pairs and j not in used:
            pairs[i] = gone[j]
            used.add(j)
    return pairs
