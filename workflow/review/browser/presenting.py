"""What a page shows of a segment, as plain data for the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from urllib.parse import quote

from markupsafe import Markup

from workflow.article import Kind, fingerprint, plain
from workflow.article.inline import read_inline, standalone
from workflow.article.meaning import Item, markup
from workflow.catalog import Entry, State
from workflow.examination import check_entry
from workflow.findings import Finding, Span
from workflow.glossary import Glossary
from workflow.numbers import patch
from workflow.review.approval import approver, refusal, same_person
from workflow.review.browser.markup import Mark, MarkKind, render
from workflow.review.browser.shelf import Snapshot
from workflow.review.diff import compare_words
from workflow.review.diff_html import marked
from workflow.review.editing import seen
from workflow.review.revision import Desk
from workflow.review.versions import changed_figures
from workflow.rules import RULES


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in the list below its text."""

    number: int
    """Stands at its words too."""
    rule: str
    meaning: str
    """What the rule says, in a sentence."""
    severity: str
    message: str
    suggestion: str | None
    corrected: str | None
    """The whole English with the suggestion in place."""
    waiver: str | None
    """Why somebody accepted it."""
    waivable: bool
    """Whether it is about this segment alone."""


@dataclass(frozen=True, slots=True)
class TermView:
    """A term of the glossary that stands in the Spanish."""

    spanish: str
    english: str
    forbidden: str
    authority: str
    note: str


@dataclass(frozen=True, slots=True)
class CommentView:
    """What somebody said about a segment."""

    by: str
    on: str
    text: str


@dataclass(frozen=True, slots=True)
class StaleView:
    """What changed in the Spanish since the English was written."""

    changes: Markup
    figures: tuple[str, ...]
    proposal: str | None


@dataclass(frozen=True, slots=True)
class TextView:
    """The English with its findings at the words they are about, and the Spanish likewise."""

    source: Markup
    target: Markup
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """A segment on the page."""

    id: str
    line: int
    label: str
    """What it is, where the page does not show it by itself."""
    shape: str
    """Classes: how it looks on the page."""
    state: str
    said: str
    """Who approved or edited it, and when."""
    tag: str
    """What its reader has seen, see `editing.seen`."""
    version: str
    origin: str
    """Fingerprint of the Spanish, to find the segment again when the Spanish changes."""
    english: str
    """In Markdown, for the editor."""
    text: TextView
    terms: tuple[TermView, ...]
    comments: tuple[CommentView, ...]
    changes: Markup | None
    """The machine's draft against the English, when they differ."""
    stale: StaleView | None
    fallback: str | None
    refusal: str | None
    """Why whoever is at work cannot approve it."""

    @property
    def open_findings(self) -> tuple[FindingView, ...]:
        """Those that nobody accepted."""
        return tuple(f for f in self.text.findings if f.waiver is None)


class Filter(StrEnum):
    """Which segments of an article are shown."""

    ALL = "all"
    FINDINGS = "findings"
    MACHINE = "machine"
    STALE = "stale"
    UNAPPROVED = "unapproved"


_KEPT: dict[Filter, Callable[[Snapshot, Entry], bool]] = {
    Filter.ALL: lambda snapshot, entry: True,
    Filter.FINDINGS: lambda snapshot, entry: bool(snapshot.standing(entry)),
    Filter.MACHINE: lambda snapshot, entry: entry.state is State.MACHINE,
    Filter.STALE: lambda snapshot, entry: entry.state is State.STALE,
    Filter.UNAPPROVED: lambda snapshot, entry: entry.state is not State.APPROVED,
}


def chosen(snapshot: Snapshot, which: Filter) -> list[Entry]:
    """The entries that a filter keeps, in the order of the article."""
    return [entry for entry in snapshot.catalog.entries if _KEPT[which](snapshot, entry)]


def address(place: str, slug: str, segment: str = "") -> str:
    """`/article/a/b`, `/save/99ab3295/a/b`: the slug comes last, for it may hold slashes."""
    middle = f"/{quote(segment, safe='')}" if segment else ""
    return f"/{place}{middle}/{quote(slug)}"


def row(snapshot: Snapshot, entry: Entry, person: str) -> RowView:
    """Everything that is shown of one segment."""
    spot = snapshot.spots[entry.id]
    desk = snapshot.desk
    four_eyes = desk.project.config.review.four_eyes
    changed = bool(entry.target) and entry.machine not in (None, entry.target)
    return RowView(
        id=entry.id,
        line=spot.line,
        label=_LABELS.get(spot.kind, "") if spot.key is None else spot.key,
        shape=f"{spot.kind.value} level-{spot.level}" + (" begins" if spot.begins else ""),
        state=entry.state.value,
        said=_said(entry),
        tag=seen(entry),
        version=snapshot.versions[entry.id],
        origin=fingerprint(entry.source),
        english=entry.target,
        text=_text_view(entry, _found(snapshot, entry), desk.glossary),
        terms=terms(entry.source, desk.glossary),
        comments=tuple(_comments(entry)),
        changes=_changes(entry.machine or "", entry.target) if changed else None,
        stale=_stale(entry, desk),
        fallback=snapshot.fallbacks.get(entry.id),
        refusal=refusal(entry, person, four_eyes=four_eyes),
    )


_LABELS = {
    Kind.IMAGE_ALT: "image description",
    Kind.LINK_TITLE: "link title",
    Kind.CAPTION: "caption",
    Kind.FOOTNOTE: "footnote",
    Kind.ABBREVIATION: "abbreviation",
    Kind.HTML: "HTML",
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A finding as the page shows it."""

    finding: Finding
    waiver: str | None = None
    waivable: bool = True


def _found(snapshot: Snapshot, entry: Entry) -> list[_Found]:
    own = [_Found(finding, why) for finding, why in snapshot.findings[entry.id]]
    return [*own, *(_Found(f, waivable=False) for f in snapshot.clashes.get(entry.id, ()))]


def typed(snapshot: Snapshot, entry: Entry, text: str) -> TextView:
    """The segment as it would be with what somebody is typing."""
    if text != entry.target:
        entry = replace(entry, target=text, fuzzy=False, previous=None)
    found = [_Found(finding) for finding in check_entry(entry, snapshot.standards)]
    return _text_view(entry, found, snapshot.desk.glossary)


def _text_view(entry: Entry, found: Sequence[_Found], glossary: Glossary) -> TextView:
    """Both texts with findings and terms marked, and the list of the findings."""
    numbers = iter(range(1, len(found) + 1))
    numbered = [(one, next(numbers) if one.waiver is None else 0) for one in found]
    sources, targets = (
        [
            Mark(span.start, span.end, MarkKind(f.severity.value), f.message, number)
            for f, number in ((one.finding, number) for one, number in numbered if number)
            if (span := side(f)) is not None
        ]
        for side in (_in_the_source, _in_the_target)
    )
    return TextView(
        render(entry.source, [*sources, *_term_marks(entry.source, glossary)]),
        render(entry.target, targets),
        tuple(_finding(one, number, entry.target) for one, number in numbered),
    )


def _in_the_source(finding: Finding) -> Span | None:
    return finding.source


def _in_the_target(finding: Finding) -> Span | None:
    return finding.target


def _finding(one: _Found, number: int, english: str) -> FindingView:
    finding = one.finding
    rule = RULES.get(finding.rule)
    return FindingView(
        number,
        finding.rule,
        rule.summary if rule is not None else "",
        finding.severity.value,
        finding.message,
        finding.suggestion,
        _corrected(finding, english),
        one.waiver,
        one.waivable,
    )


def _corrected(finding: Finding, english: str) -> str | None:
    """The English with the suggestion in place; None where markup would not survive that."""
    span, suggestion = finding.target, finding.suggestion
    if span is None or not suggestion or span.start >= span.end:
        return None
    if english[span.start].isupper():
        suggestion = suggestion[0].upper() + suggestion[1:]
    corrected = english[: span.start] + suggestion + english[span.end :]
    return corrected if _markup(corrected) == _markup(english) else None


def _markup(markdown: str) -> Counter[Item]:
    return markup(read_inline(markdown, standalone(markdown)))


def _term_marks(source: str, glossary: Glossary) -> Iterator[Mark]:
    running = plain(source)
    for match in glossary.find(running.text):
        start, end = running.offset(match.start), running.offset(match.end - 1) + 1
        authority = f" ({match.term.authority})" if match.term.authority else ""
        yield Mark(start, end, MarkKind.TERM, f"{match.target}{authority}")


def terms(source: str, glossary: Glossary) -> tuple[TermView, ...]:
    """The terms in a Spanish text, each once."""
    text = plain(source).text
    found = {match.index: match for match in reversed(glossary.find(text))}
    return tuple(
        TermView(
            text[match.start : match.end],
            match.target,
            ", ".join(match.term.forbidden),
            match.term.authority,
            match.term.note,
        )
        for match in reversed(found.values())
    )


def _comments(entry: Entry) -> Iterator[CommentView]:
    for note in entry.notes:
        if note.key == "comment":
            by, on, text = (str(note.data.get(key, "")) for key in ("by", "on", "text"))
            yield CommentView(by, on, text)


def _said(entry: Entry) -> str:
    """`edited by Ana on 2026-11-23 in the draft; approved by Eva on …`."""
    said = []
    for note in entry.notes:
        on = note.data.get("on", "")
        if note.key == "edited":
            where = f" in the {note.data['via']}" if "via" in note.data else ""
            said.append(f"edited by {note.data.get('by')}{where}, {on}")
        elif note.key == "approved" and same_person(str(note.data.get("by")), approver(entry)):
            said.append(f"approved by {note.data.get('by')}, {on}")
    return "; ".join(said)


def _changes(old: str, new: str) -> Markup:
    return Markup(marked(compare_words(old, new)))  # every word of it is escaped there


def _stale(entry: Entry, desk: Desk) -> StaleView | None:
    if entry.state is not State.STALE or entry.previous is None:
        return None
    source, target = desk.project.config.source, desk.language
    proposal = None
    if entry.human:
        proposal = patch(entry.previous, entry.source, entry.target, source, target)
    figures = changed_figures(entry.previous, entry.source, source)
    return StaleView(_changes(entry.previous, entry.source), figures, proposal)


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Somebody's text for a segment that changed while they were at it."""

    id: str
    """Of the segment that now stands there; empty when there is none."""
    tag: str
    origin: str
    source: Markup
    standing: Markup
    said: str
    """Who wrote what stands."""
    yours: str
    changes: Markup
    """From what stands to theirs."""


def conflict(entry: Entry | None, yours: str) -> ConflictView:
    """Both texts, so that none is lost."""
    if entry is None:
        empty = Markup("")
        return ConflictView("", "", "", empty, empty, "", yours, empty)
    return ConflictView(
        entry.id,
        seen(entry),
        fingerprint(entry.source),
        render(entry.source),
        render(entry.target),
        _said(entry),
        yours,
        _changes(entry.target, yours),
    )
