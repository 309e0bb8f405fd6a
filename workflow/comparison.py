"""Today's Spanish beside today's English, segment by segment, as the two files stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workflow.alignment import align_page, published_parts
from workflow.article import ArticleOptions, Document, Segment, parse
from workflow.catalog import Catalog, Entry, read_catalog
from workflow.errors import ArticleError, WorkflowError
from workflow.files import read_text
from workflow.following import Followed, follow
from workflow.project import Article, Project


@dataclass(frozen=True, slots=True)
class Pairing:
    """A segment of the Spanish, its entry, and the English of the page for it."""

    segment: Segment
    entry: Entry
    targets: tuple[Segment, ...]
    """Its paragraphs; none where the page has no English for it."""
    sources: tuple[Segment, ...]
    """All the Spanish that they are for: those of the segments merged into this one too."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One article as it stands: both files aligned through the catalog."""

    article: Article
    source: Document
    catalog: Catalog
    """Having followed today's Spanish; nothing of it is written."""
    page: Path | None
    """The English file compared: the edition, else the draft, else None."""
    english: Document | None
    """That file, parsed."""
    pairings: tuple[Pairing, ...]
    added: tuple[tuple[Entry, tuple[Segment, ...]], ...]
    """What an editor added, and its paragraphs on the page."""
    unaligned: tuple[int, ...]
    """Lines of the page where its segments fit none of the Spanish."""

    @property
    def published(self) -> bool:
        """Whether the English compared is the edition."""
        return self.page == self.article.edition


def options(project: Project) -> ArticleOptions:
    """How this project's articles are to be read."""
    config = project.config.article
    chosen = ArticleOptions()
    if config.front_matter is not None:
        chosen = replace(chosen, front_matter_keys=frozenset(config.front_matter))
    if config.shortcode_parameters is not None:
        chosen = replace(chosen, shortcode_parameters=frozenset(config.shortcode_parameters))
    return chosen


def read_article(project: Project, article: Article) -> Document:
    """The article's Spanish, parsed.

    Raises `WorkflowError` with file and line for what cannot be read, and for an empty file.
    """
    text = read_text(article.source)
    return parse_page(project, text, article.source)


def parse_page(project: Project, text: str, path: Path) -> Document:
    """`text` parsed; errors name the file."""
    if not text.removeprefix("\ufeff").strip():
        raise WorkflowError("is empty", path=path, hint="there is nothing to translate")
    try:
        return parse(text, options(project))
    except ArticleError as error:
        raise ArticleError(error.message, path=path, line=error.line, hint=error.hint) from None


def compare_article(project: Project, article: Article, language: str) -> Comparison:
    """Read both files and the catalog, and pair their segments."""
    document = read_article(project, article)
    stored = read_catalog(article.catalog, language)
    followed = follow(stored, document.segments)
    page = next((path for path in (article.edition, article.draft) if path.exists()), None)
    if page is None:
        return _compared(article, document, followed, None, None, {}, ())
    english = parse_page(project, read_text(page), page)
    if page == article.edition:  # which may be older than the catalog
        aligned = align_page(stored.in_edition, english, published_parts)
    else:
        aligned = align_page(stored.texts, english)
    stood = {entry.id: segments for entry, segments in aligned.pairs}
    lines = [gap.line for gap in aligned.gaps]
    return _compared(article, document, followed, page, english, stood, lines)


def _compared(
    article: Article,
    document: Document,
    followed: Followed,
    page: Path | None,
    english: Document | None,
    stood: dict[str, tuple[Segment, ...]],
    unaligned: Sequence[int],
) -> Comparison:
    targets = {new: stood[old] for new, old in followed.origins.items() if old in stood}
    entries, segments = followed.catalog.entries, document.segments
    groups = followed.catalog.groups
    pairings = tuple(
        Pairing(
            segment,
            entries[place],
            targets.get(segment.id, ()),
            tuple(segments[member] for member in groups.get(place, (place,))),
        )
        for place, segment in enumerate(segments)
    )
    added = tuple((entry, stood.get(entry.id, ())) for entry in followed.catalog.added)
    return Comparison(
        article, document, followed.catalog, page, english, pairings, added, tuple(unaligned)
    )
