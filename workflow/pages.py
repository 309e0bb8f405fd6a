"""The files rendered from a catalog: the draft page and the paired file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence

from workflow.article import Block, Document, Kind, Rendering
from workflow.article.breaks import backslash_breaks
from workflow.article.frontmatter import with_fields
from workflow.article.new_fields import FieldValue
from workflow.catalog import Catalog, Entry, State
from workflow.findings import Finding
from workflow.project import Article
from workflow.review.paired import Flag, PairedBlock, render_paired
from workflow.review.readback import ADDED, block_hash

_TITLE_KEYS = ("title", "headline")
_DEFINITIONS = ("definition", "footnote")
_FENCE_RUN = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)


def draft_page(article: Article, document: Document, catalog: Catalog, rendering: Rendering) -> str:
    """The draft as a page: the English, and in its front matter what it was made from and by."""
    fields: dict[str, FieldValue] = {
        "lang": catalog.language,
        "translation_of": os.path.relpath(article.source, article.draft.parent),
    }
    title = original_title(document)
    if title is not None:
        fields["original_title"] = title
    engines = engines_used(catalog)
    if engines:
        fields["machine_translation"] = {"engines": engines}
    return with_fields(rendering.text, fields)


def original_title(document: Document) -> str | None:
    """The Spanish title in the article's front matter, None when there is none."""
    by_id = {segment.id: segment for segment in document.segments}
    for block in document.blocks:
        if block.key in _TITLE_KEYS and block.segment_ids:
            return by_id[block.segment_ids[0]].message
    return None


def engines_used(catalog: Catalog) -> list[dict[str, str]]:
    """The engines whose drafts the catalog holds, by their signatures: `apertium|3.8.3|…`."""
    drafts = (entry.draft for entry in catalog.entries if entry.draft is not None)
    signatures = sorted({str(draft.get("signature", "")) for draft in drafts} - {""})
    parts = (signature.partition("|") for signature in signatures)
    return [{"engine": engine, "version": version} for engine, _, version in parts]


def paired_page(
    article: Article,
    document: Document,
    catalog: Catalog,
    texts: Sequence[str],
    findings: Mapping[str, Sequence[Finding]],
    languages: str,
) -> str:
    """The paired file: every block with words, definitions of links and notes at the end.

    `texts` is the English of the document's blocks, in their order.
    """
    entries = catalog.by_id()
    messages = {segment.id: segment.message for segment in document.segments}
    kinds = {segment.id: segment.kind for segment in document.segments}
    blocks: list[PairedBlock] = []
    definitions: list[tuple[Block, str]] = []
    for block, english in zip(document.blocks, texts, strict=True):
        defines = any(kinds[segment_id] is Kind.ABBREVIATION for segment_id in block.segment_ids)
        if defines or block.kind in _DEFINITIONS:
            definitions.append((block, english))
        elif block.segment_ids:
            sources = [messages[segment_id] for segment_id in block.segment_ids]
            kind = f"front matter: {block.key}" if block.key is not None else block.kind
            texts = (block.source, english)
            if block.key is not None:
                texts = (sources[0], _value(entries[block.segment_ids[0]]))
            blocks.append(_paired(block, kind, sources, texts, entries, findings))
            blocks += _added(block, catalog)
    if definitions:
        blocks.append(_fenced(definitions, messages, entries, findings))
    return render_paired(blocks, article.slug, languages)


def _added(block: Block, catalog: Catalog) -> Iterator[PairedBlock]:
    """What editors added behind a block."""
    for entry in catalog.added:
        if entry.target and entry.after in block.segment_ids:
            approved = entry.state is State.APPROVED
            yield PairedBlock(
                entry.id, ADDED, block_hash(ADDED, ()), "", entry.target, approved=approved
            )


def _value(entry: Entry) -> str:
    return entry.target or entry.source


def _paired(
    block: Block,
    kind: str,
    sources: Sequence[str],
    texts: tuple[str, str],
    entries: Mapping[str, Entry],
    findings: Mapping[str, Sequence[Finding]],
) -> PairedBlock:
    own = [entries[segment_id] for segment_id in block.segment_ids]
    return PairedBlock(
        id=block.id,
        kind=kind,
        hash=block_hash(kind, sources),
        source=backslash_breaks(texts[0]),
        target=backslash_breaks(texts[1]),
        flags=_flags(own, findings),
        approved=bool(own) and all(entry.state is State.APPROVED for entry in own),
    )


def _fenced(
    definitions: Sequence[tuple[Block, str]],
    messages: Mapping[str, str],
    entries: Mapping[str, Entry],
    findings: Mapping[str, Sequence[Finding]],
) -> PairedBlock:
    """All definitions as one block in a code fence: formatters move or eat them elsewhere."""
    source = "\n\n".join(block.source for block, _ in definitions)
    target = "\n\n".join(english for _, english in definitions)
    runs = _FENCE_RUN.findall(source + "\n" + target)
    fence = "`" * max([3, *(len(run) + 1 for run in runs)])
    ids = [segment_id for block, _ in definitions for segment_id in block.segment_ids]
    own = [entries[segment_id] for segment_id in ids]
    return PairedBlock(
        id="definitions",
        kind="definitions",
        hash=block_hash("definitions", [messages[segment_id] for segment_id in ids]),
        source=f"{fence}markdown\n{source}\n{fence}",
        target=f"{fence}markdown\n{target}\n{fence}",
        flags=_flags(own, findings),
        approved=bool(own) and all(entry.state is State.APPROVED for entry in own),
    )


def _flags(entries: Sequence[Entry], findings: Mapping[str, Sequence[Finding]]) -> tuple[Flag, ...]:
    """One flag a finding; waived ones stay in sight, ticked and with their reason."""
    flags = []
    for entry in entries:
        flags += [Flag(f.rule, f.severity, f.message) for f in findings.get(entry.id, ())]
    return tuple(dict.fromkeys(flags))
