"""Two versions of an article side by side: today's against the machine's, an earlier one's…"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from workflow.alignment import align_page, english_of, shown_parts
from workflow.article import Document, Segment, plain
from workflow.catalog import Catalog, Entry, is_addition, parse_catalog
from workflow.comparison import parse_page, read_article
from workflow.errors import WorkflowError
from workflow.files import read_text
from workflow.following import follow
from workflow.numbers import Quantity, extract, patch
from workflow.placing import lines_of, placed
from workflow.project import Article
from workflow.review.diff import Fate, Passage, SegmentDiff, compare_versions, equal_runs
from workflow.review.history import text_at
from workflow.review.revision import Desk, as_it_stands, read_back

AGAINST = ("machine", "published", "source")
REVISION = "git:"


@dataclass(frozen=True, slots=True)
class Row:
    """One segment in two versions, with what an editor wants beside it."""

    diff: SegmentDiff
    line: int | None
    """Of the article today; None for a segment that has left it."""
    beside: str
    """The same segment in the other language, as it stands today."""
    figures: tuple[str, ...] = ()
    """Figures that changed in the Spanish: `470 → 480`."""
    proposal: str | None = None
    """The person's English with the changed figures written into it."""


@dataclass(frozen=True, slots=True)
class VersionDiff:
    """What changed in an article between two versions."""

    article: Article
    against: str
    """`machine`, `published`, `source` or `git:REV`."""
    language: str
    """Of the texts compared."""
    beside: str
    """Language of the texts beside."""
    rows: tuple[Row, ...]

    @property
    def changed(self) -> tuple[Row, ...]:
        """The rows worth showing."""
        return tuple(row for row in self.rows if row.diff.fate is not Fate.SAME or row.diff.moved)


def diff_article(desk: Desk, article: Article, against: str) -> VersionDiff:
    """What stands today, edits not yet taken in included, against another version.

    `against`: `machine` (the machine's own text), `published` (the edition), `source` (the
    Spanish that the English was made for, against today's), `git:REV` (the catalog there).
    Raises `WorkflowError` when there is no such version. Nothing is written.
    """
    if not article.catalog.exists():
        raise WorkflowError(
            "has no catalog yet", path=article.source, hint="`workflow translate` makes one"
        )
    if against == "source":
        document = read_article(desk.project, article)
        return _of_the_source(desk, article, document, read_back(desk, article).catalog)
    document, catalog = as_it_stands(desk, article)
    if against == "machine":
        old = [Passage(entry.id, entry.machine or "") for entry in catalog.texts]
    elif against == "published":
        old = _published(desk, article, document, catalog)
    else:
        old = _in_revision(desk, article, document, against.removeprefix(REVISION))
    new = [Passage(entry.id, entry.target) for entry in catalog.texts]
    lines = lines_of(document, catalog)
    spanish = {entry.id: entry.source for entry in catalog.texts}
    rows = (
        Row(diff, lines.get(diff.id), spanish.get(diff.id, ""))
        for diff in compare_versions(old, new)
    )
    source = desk.project.config.source
    return VersionDiff(article, against, desk.language, source, tuple(rows))


def _in_revision(desk: Desk, article: Article, document: Document, revision: str) -> list[Passage]:
    """The English of the catalog in a revision of git."""
    text = text_at(article.catalog, revision)
    try:
        old = parse_catalog(text, article.catalog, desk.language)
    except WorkflowError as error:
        error.path = f"{revision}:{desk.project.relative(article.catalog)}"
        raise
    origins = follow(old, document.segments).origins
    return _under_todays_ids([Passage(e.id, e.target) for e in old.texts], origins)


def _under_todays_ids(old: Sequence[Passage], origins: dict[str, str]) -> list[Passage]:
    """Old passages under the ids that their segments have today."""
    todays = {p.id: p.id for p in old if is_addition(p.id)}
    todays |= {before: now for now, before in origins.items()}
    return [Passage(todays.get(p.id, f"gone-{p.id}"), p.text) for p in old if p.text]


def _published(desk: Desk, article: Article, document: Document, catalog: Catalog) -> list[Passage]:
    """The English of the edition, each segment under the id of its entry today."""
    if not article.edition.exists():
        raise WorkflowError(
            "there is no edition yet", path=article.edition, hint="`workflow publish` writes it"
        )
    page = parse_page(desk.project, read_text(article.edition), article.edition)
    rendered = placed(document, catalog).rendering.text
    today = parse_page(desk.project, rendered, article.source)
    # The edition is yesterday's page: followed as the Spanish is, by likeness and order.
    yesterday = Catalog(
        desk.language, tuple(Entry(s.id, s.message, target=s.message) for s in page.segments)
    )
    origins = follow(yesterday, today.segments).origins
    aligned = align_page(catalog.texts, today, shown_parts)
    ids = {segment.id: entry.id for entry, segments in aligned.pairs for segment in segments}
    todays = {before: ids[now] for now, before in origins.items() if now in ids}
    texts: dict[str, list[Segment]] = {}
    for segment in page.segments:
        texts.setdefault(todays.get(segment.id, f"gone-{segment.id}"), []).append(segment)
    return [Passage(one, english_of(segments)) for one, segments in texts.items()]


def _of_the_source(
    desk: Desk, article: Article, document: Document, stored: Catalog
) -> VersionDiff:
    """The Spanish that the English was made for against today's; changed figures first."""
    followed = follow(stored, document.segments)
    made_for = {e.id: e.previous or e.source for e in stored.entries if e.target}
    old = _under_todays_ids([Passage(*item) for item in made_for.items()], followed.origins)
    before = {passage.id: passage.text for passage in old}
    new = [Passage(segment.id, segment.message) for segment in document.segments]
    lines = {segment.id: segment.line for segment in document.segments}
    entries = followed.catalog.by_id()
    source = desk.project.config.source
    rows = []
    for diff in compare_versions(old, new):
        row = Row(diff, lines.get(diff.id), "")
        entry = entries.get(diff.id)
        if entry is not None:
            row = replace(row, beside=entry.target)
            if diff.fate is Fate.CHANGED:
                row = _with_figures(row, before[diff.id], entry, source, desk.language)
        rows.append(row)
    rows.sort(key=lambda row: not row.figures)
    return VersionDiff(article, "source", source, desk.language, tuple(rows))


def _with_figures(row: Row, before: str, entry: Entry, source: str, target: str) -> Row:
    """The row with the figures that changed and, where they are all that did, the new English."""
    proposal = patch(before, entry.source, entry.target, source, target) if entry.human else None
    return replace(row, figures=changed_figures(before, entry.source, source), proposal=proposal)


def changed_figures(old: str, new: str, language: str) -> tuple[str, ...]:
    """Figures that two versions of a Markdown text do not share: `470 → 480`, `12 → –`."""
    before, after = (extract(plain(text).text, language) for text in (old, new))
    changed: list[str] = []
    i = j = 0
    runs = equal_runs([_key(q) for q in before], [_key(q) for q in after])
    for a, b, size in [*runs, (len(before), len(after), 0)]:
        for one, other in zip_longest(before[i:a], after[j:b]):
            changed.append(f"{one.text if one else '–'} → {other.text if other else '–'}")
        i, j = a + size, b + size
    return tuple(changed)


def _key(quantity: Quantity) -> str:
    return f"{quantity.kind}|{quantity.bound}|{quantity.value}|{quantity.unit}|{quantity.date}"
