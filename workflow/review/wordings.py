"""What people have approved before: the English of equal Spanish, in any article."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workflow.arrangement import is_merged
from workflow.article import fingerprint
from workflow.catalog import Catalog, State
from workflow.review.approval import approver


@dataclass(frozen=True, slots=True)
class Wording:
    """An English that somebody approved."""

    english: str
    article: str
    """Slug of the article that it stands in."""
    by: str
    """Who approved it."""


def approved_wordings(catalogs: Iterable[tuple[str, Catalog]]) -> dict[str, list[Wording]]:
    """By fingerprint of the Spanish: what is approved for it; `catalogs` go by their slugs."""
    found: dict[str, list[Wording]] = defaultdict(list)
    for slug, catalog in catalogs:
        for entry in catalog.entries:
            if entry.state is State.APPROVED and not is_merged(entry.target):
                wording = Wording(entry.target, slug, approver(entry) or "")
                found[fingerprint(entry.source)].append(wording)
    return dict(found)


def others(wordings: Sequence[Wording], english: str) -> tuple[Wording, ...]:
    """Those that say something else than `english`, each once."""
    said = {fingerprint(english)}
    kept = []
    for wording in wordings:
        words = fingerprint(wording.english)
        if words not in said:
            said.add(words)
            kept.append(wording)
    return tuple(kept)
