"""Every check over a whole article: findings with their places in both files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workflow.article import Document, Segment, fingerprint, plain
from workflow.article.offsets import source_offset
from workflow.catalog import Entry, State
from workflow.checks import check_pair, check_target
from workflow.checks.document import SegmentText, check_document
from workflow.checks.state import check_page, check_state
from workflow.comparison import Comparison, Pairing
from workflow.files import position
from workflow.findings import Finding, Severity, Span
from workflow.glossary import Glossary


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: line and column count from 1, columns in characters."""

    path: Path
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Located:
    """A finding and where it stands in both files."""

    finding: Finding
    segment: str | None
    """Id of the segment, None when it is about the page as a whole."""
    source: Place | None
    target: Place | None
    waiver: str | None = None
    """Why a person accepted it; None when nobody did."""

    @property
    def place(self) -> Place | None:
        """The English's place, where there is one, else the Spanish's."""
        return self.target or self.source


@dataclass(frozen=True, slots=True)
class Standards:
    """What texts are checked against."""

    glossary: Glossary | None
    source_lang: str = "es"
    target_lang: str = "en"
    variety: str = "en-US"

    def check(self, source: str, target: str) -> list[Finding]:
        """Findings about one segment and its English, in Markdown."""
        return check_pair(
            source,
            target,
            source_lang=self.source_lang,
            target_lang=self.target_lang,
            variety=self.variety,
            glossary=self.glossary,
        )


def examine(comparison: Comparison, standards: Standards) -> list[Located]:
    """All findings about one article, in the order of the page; accepted ones say so."""
    found = [*_page_findings(comparison)]
    for pairing in comparison.pairings:
        found += _segment_findings(comparison, pairing, standards)
    return [*found, *_document_findings(comparison, standards)]


def check_entry(entry: Entry, standards: Standards) -> list[Finding]:
    """Findings about one segment as the catalog has it that nobody accepted."""
    return [f for f in entry_findings(entry, standards) if waiver(entry, f) is None]


def entry_findings(entry: Entry, standards: Standards) -> list[Finding]:
    """Findings about one segment, what its engine said included, accepted or not."""
    if not entry.target:
        return []
    return [*standards.check(entry.source, entry.target), *engine_findings(entry)]


def engine_findings(entry: Entry) -> Iterator[Finding]:
    """What the engine said of its draft, as long as the draft stands."""
    if entry.state is not State.MACHINE or entry.draft is None:
        return
    for data in entry.draft.get("findings", ()):
        yield Finding(
            data["rule"],
            Severity(data["severity"]),
            data["message"],
            _where(entry.source, data.get("source")),
            _where(entry.target, data.get("target")),
        )


def _where(text: str, words: str | None) -> Span | None:
    """The first place of some words in a text."""
    start = text.find(words) if words else -1
    return None if start < 0 or not words else Span(start, start + len(words))


def waiver(entry: Entry, finding: Finding) -> str | None:
    """Why a person accepted this finding for the texts that stand now, None when nobody did."""
    for note in entry.notes:
        if note.key == "waiver" and _covers(note.data, entry, finding):
            return str(note.data.get("reason", ""))
    return None


def _covers(data: Mapping[str, Any], entry: Entry, finding: Finding) -> bool:
    same = data.get("rule") == finding.rule and data.get("message") == finding.message
    return (
        same
        and data.get("source") == fingerprint(entry.source)
        and data.get("target") == fingerprint(entry.target)
    )


def _page_findings(comparison: Comparison) -> Iterator[Located]:
    for finding, line in check_page(comparison):
        if comparison.page is None:
            place = Place(comparison.article.source, line, 1, line, 1)
            yield Located(finding, None, place, None)
        else:
            yield Located(finding, None, None, Place(comparison.page, line, 1, line, 1))


def _segment_findings(
    comparison: Comparison, pairing: Pairing, standards: Standards
) -> Iterator[Located]:
    source, target = pairing.segment, pairing.target
    found: list[Finding] = []
    if comparison.page is not None:
        found += check_state(pairing, published=comparison.published)
    if target is not None and pairing.entry.state is not State.UNTRANSLATED:
        found += standards.check(source.message, target.message)
        if target.message == pairing.entry.target:
            found += engine_findings(pairing.entry)
    for finding in found:
        yield Located(
            finding,
            source.id,
            _place(comparison.article.source, comparison.source, source, finding.source),
            None
            if target is None or comparison.page is None or comparison.english is None
            else _place(comparison.page, comparison.english, target, finding.target),
            waiver(pairing.entry, finding),
        )


def _document_findings(comparison: Comparison, standards: Standards) -> Iterator[Located]:
    """Figures of the English page that do not go together."""
    if comparison.page is None or comparison.english is None:
        return
    texts = [
        _Text(pairing.segment.id, pairing.target, plain(pairing.segment.message).text)
        for pairing in comparison.pairings
        if pairing.target is not None and pairing.entry.state is not State.UNTRANSLATED
    ]
    yield from _clashes(comparison.page, comparison.english, texts, standards)


@dataclass(frozen=True, slots=True)
class _Text:
    """A segment of an English page, and the running text of its Spanish, if there is one."""

    id: str
    segment: Segment
    source: str = ""


def _clashes(
    page: Path, english: Document, texts: Sequence[_Text], standards: Standards
) -> Iterator[Located]:
    segments = {text.id: (text.segment, plain(text.segment.message)) for text in texts}
    pairs = [SegmentText(text.id, text.source, segments[text.id][1].text) for text in texts]
    for clash in check_document(pairs, standards.source_lang, standards.target_lang):
        other, _ = segments[clash.first_id]
        segment, running = segments[clash.second_id]
        span = Span(running.offset(clash.second.start), running.offset(clash.second.end))
        message = f"“{clash.second_text}” here, “{clash.first_text}” on line {other.line}"
        finding = Finding(clash.rule.id, clash.severity, message, None, span)
        yield Located(finding, clash.second_id, None, _place(page, english, segment, span))


def examine_english(page: Path, english: Document, standards: Standards) -> list[Located]:
    """All that can be found in an English page whose Spanish is not at hand."""
    found = [
        Located(finding, segment.id, None, _place(page, english, segment, finding.target))
        for segment in english.segments
        for finding in check_target(
            segment.message, variety=standards.variety, glossary=standards.glossary
        )
    ]
    texts = [_Text(segment.id, segment) for segment in english.segments]
    return [*found, *_clashes(page, english, texts, standards)]


def _place(path: Path, document: Document, segment: Segment, span: Span | None) -> Place:
    """Place of a span of a segment's message in its file; of the whole segment without one."""
    if span is None:
        start, end = segment.start, segment.end
    else:
        start = source_offset(document, segment, span.start)
        end = start
        if span.end > span.start:
            end = source_offset(document, segment, span.end - 1) + 1
    return Place(path, *position(document.source, start), *position(document.source, end))
