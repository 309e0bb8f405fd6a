"""Every check over a whole article: findings with their places in both files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from workflow.alignment import english_of
from workflow.arrangement import arranged
from workflow.article import Segment, fingerprint, plain
from workflow.article.cells import cells_of
from workflow.catalog import Entry, State
from workflow.checks import check_pair, check_target
from workflow.checks.document import SegmentText, check_document
from workflow.checks.state import (
    check_omission,
    check_page,
    check_published,
    check_state,
    unused_waiver,
)
from workflow.comparison import Comparison, Pairing
from workflow.findings import Finding, Severity, Span
from workflow.gate.comments import settle_ignored
from workflow.glossary import Glossary
from workflow.located import Acceptance, Located, Place, Suppression
from workflow.places import Page, joined
from workflow.region import language_of


@dataclass(frozen=True, slots=True)
class Standards:
    """What texts are checked against."""

    glossary: Glossary | None
    source_lang: str = "es"
    target_lang: str = "en"
    variety: str = "en-US"

    def for_article(self, text: str) -> Standards:
        """The same, for an article with that Spanish: its figures and homographs are its own."""
        glossary = None if self.glossary is None else self.glossary.for_article(text)
        language = language_of(text, self.source_lang)
        return replace(self, glossary=glossary, source_lang=language)

    def check(self, source: str, target: str) -> list[Finding]:
        """Findings about one segment and its English, in Markdown."""
        return list(_checked(self, source, target))


@lru_cache(maxsize=8192)  # a change of one segment asks for all others again
def _checked(standards: Standards, source: str, target: str) -> tuple[Finding, ...]:
    found = check_pair(
        source,
        target,
        source_lang=standards.source_lang,
        target_lang=standards.target_lang,
        variety=standards.variety,
        glossary=standards.glossary,
    )
    return tuple(found)


def examine(comparison: Comparison, standards: Standards) -> list[Located]:
    """All findings about one article, in the order of the page; accepted ones say so."""
    standards = standards.for_article(comparison.source.source)
    pages = (Page(comparison.article.source, comparison.source), _english(comparison))
    found = [*_page_findings(comparison, standards)]
    for pairing in comparison.pairings:
        found += _segment_findings(comparison, pairing, pages, standards)
    found += _addition_findings(comparison, pages[1])
    found += _document_findings(comparison, pages[1], standards)
    return settle_ignored(found, [page for page in pages if page is not None])


def check_entry(entry: Entry, standards: Standards) -> list[Finding]:
    """Findings about one segment as the catalog has it that nobody accepted."""
    return [f for f in entry_findings(entry, standards) if waiver(entry, f) is None]


def entry_findings(entry: Entry, standards: Standards) -> list[Finding]:
    """Findings about one text, what its engine said included, accepted or not."""
    if entry.after:
        return []  # there is no Spanish to compare it with
    if not entry.text:
        return [*check_omission(entry.arrangement)]
    return _with_engines(standards.check(entry.original, entry.text), entry)


def _with_engines(checked: Iterable[Finding], entry: Entry) -> list[Finding]:
    """What the checks find, and what the engine said of its draft that they do not say as well."""
    found = list(checked)
    said = {(finding.rule, finding.message) for finding in found}
    return found + [f for f in engine_findings(entry) if (f.rule, f.message) not in said]


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


def unused_waivers(entry: Entry, found: Sequence[Finding]) -> list[Finding]:
    """What is to be said of the waivers that cover none of what was found."""
    return [
        unused_waiver(note)
        for note in entry.notes
        if note.key == "waiver" and not any(_covers(note.data, entry, one) for one in found)
    ]


def _covers(data: Mapping[str, Any], entry: Entry, finding: Finding) -> bool:
    same = data.get("rule") == finding.rule and data.get("message") == finding.message
    return (
        same
        and data.get("source") == fingerprint(entry.original)
        and data.get("target") == fingerprint(entry.target)
    )


def _page_findings(comparison: Comparison, standards: Standards) -> Iterator[Located]:
    for finding, line in check_page(comparison, standards.source_lang, standards.target_lang):
        if comparison.page is None:
            place = Place(comparison.article.source, line, 1, line, 1)
            yield Located(finding, None, place, None)
        else:
            yield Located(finding, None, None, Place(comparison.page, line, 1, line, 1))


def _segment_findings(
    comparison: Comparison,
    pairing: Pairing,
    pages: tuple[Page, Page | None],
    standards: Standards,
) -> Iterator[Located]:
    targets = pairing.targets
    found: list[Finding] = []
    if comparison.page is not None:
        found += check_state(pairing, published=comparison.published)
    said = arranged(english_of(targets) if targets else pairing.entry.target)
    found += check_omission(said)
    if said.paragraphs and targets and pairing.entry.state is not State.UNTRANSLATED:
        found += standards.check(joined(pairing.sources), joined(targets))
        if said == pairing.entry.arrangement:
            found = _with_engines(found, pairing.entry)
            found += unused_waivers(pairing.entry, found)
    for one in locate(found, pages[0], pairing.sources, pages[1], targets):
        reason = waiver(pairing.entry, one.finding)
        waived = None if reason is None else Suppression(Acceptance.WAIVED, reason)
        yield replace(one, segment=pairing.segment.id, suppression=waived)


def _addition_findings(comparison: Comparison, page: Page | None) -> Iterator[Located]:
    """What is to be said of what has no Spanish: in an edition, that nobody approved it."""
    for entry, segments in comparison.added:
        if comparison.published and segments:
            for one in locate([*check_published(entry)], None, (), page, segments):
                yield replace(one, segment=entry.id)


def _english(comparison: Comparison) -> Page | None:
    if comparison.page is None or comparison.english is None:
        return None
    return Page(comparison.page, comparison.english)


def locate(
    found: Sequence[Finding],
    source: Page | None,
    ours: Sequence[Segment],
    target: Page | None,
    theirs: Sequence[Segment],
) -> Iterator[Located]:
    """Findings about segments that go together, at their places in the two pages."""
    if not found:
        return
    subject = fingerprint(joined(ours or theirs))
    for finding in found:
        yield Located(
            finding,
            (ours or theirs)[0].id,
            source.place_of(ours, finding.source) if source and ours else None,
            target.place_of(theirs, finding.target) if target and theirs else None,
            subject,
        )


def _document_findings(
    comparison: Comparison, page: Page | None, standards: Standards
) -> Iterator[Located]:
    """Figures of the English page that do not go together."""
    if page is None:
        return
    texts = [
        Passage(pairing.segment.id, pairing.targets, plain(joined(pairing.sources)).text)
        for pairing in comparison.pairings
        if pairing.targets and pairing.entry.state is not State.UNTRANSLATED
    ]
    texts += [Passage(entry.id, segments) for entry, segments in comparison.added if segments]
    yield from find_clashes(page, texts, standards)


@dataclass(frozen=True, slots=True)
class Passage:
    """Segments of an English page, and the running text of their Spanish, if there is one."""

    id: str
    segments: Sequence[Segment]
    source: str = ""


def find_clashes(
    page: Page, passages: Sequence[Passage], standards: Standards
) -> Iterator[Located]:
    """Figures of a page that do not go together, each at the later of its two places."""
    known = {one.id: (one.segments, plain(joined(one.segments))) for one in passages}
    cells = cells_of(page.document)
    pairs = [
        SegmentText(one.id, one.source, known[one.id][1].text, cells.get(one.segments[0].id))
        for one in passages
    ]
    for clash in check_document(pairs, standards.source_lang, standards.target_lang):
        other, _ = known[clash.first_id]
        segments, running = known[clash.second_id]
        finding = clash.finding(running, other[0].line)
        subject = fingerprint(joined(segments))
        where = page.place_of(segments, finding.target)
        yield Located(finding, clash.second_id, None, where, subject)


def examine_english(page: Page, standards: Standards) -> list[Located]:
    """All that can be found in an English page whose Spanish is not at hand."""
    segments = page.document.segments
    found: list[Located] = []
    for segment in segments:
        findings = check_target(
            segment.message, variety=standards.variety, glossary=standards.glossary
        )
        found += locate(findings, None, (), page, [segment])
    passages = [Passage(segment.id, (segment,)) for segment in segments]
    found += find_clashes(page, passages, standards)
    return settle_ignored(found, [page])
