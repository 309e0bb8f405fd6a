"""Take an edited English text apart again: which words belong to which segment."""

from __future__ import annotations

from workflow.article.document import Block, Document, parse
from workflow.errors import ArticleError


def read_back(block: Block, document: Document, english: str) -> dict[str, str]:
    """The English of each segment of `block`, read from the edited text of that block.

    Raises `ArticleError` with the line within `english` when its structure is another.
    """
    if block.key is not None:
        return {block.segment_ids[0]: " ".join(english.split())} if block.segment_ids else {}
    edited = parse(english, document.options)
    if len(edited.segments) != len(block.segment_ids):
        raise ArticleError(
            f"the block has {len(block.segment_ids)} texts, its English {len(edited.segments)}",
            line=1,
        )
    return {
        identity: segment.message
        for identity, segment in zip(block.segment_ids, edited.segments, strict=True)
    }


def read_back_document(document: Document, english: str) -> dict[str, str]:
    """The English of every segment of `document`, read from an edited page.

    Raises `ArticleError` with the line in `english` when the page is built differently.
    """
    edited = parse(english, document.options)
    if len(edited.segments) != len(document.segments):
        raise ArticleError(
            f"the article has {len(document.segments)} texts, its English {len(edited.segments)}",
            line=1,
        )
    return {
        source.id: target.message
        for source, target in zip(document.segments, edited.segments, strict=True)
    }
