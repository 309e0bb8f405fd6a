"""What a page shows of a segment, as plain data for the templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from markupsafe import Markup

from workflow.article import Kind, fingerprint
from workflow.catalog import Entry, State
from workflow.numbers import patch
from workflow.review.approval import approver, refusal, same_person
from workflow.review.browser.markup import render
from workflow.review.browser.shelf import Snapshot, Spot
from workflow.review.browser.texts import FindingView, TermView, TextView, terms, text_view
from workflow.review.diff import compare_words
from workflow.review.diff_html import marked
from workflow.review.editing import seen
from workflow.review.edits import place_of
from workflow.review.revision import Desk
from workflow.review.versions import changed_figures
from workflow.review.wordings import Wording


@dataclass(frozen=True, slots=True)
class Deed:
    """Who edited or approved a segment, when, and in which file."""

    what: str
    by: str
    on: str
    where: str


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
class RowView:
    """A segment on the page."""

    id: str
    line: int
    label: str
    """What it is, where the page does not show it by itself."""
    shape: str
    """Classes: how it looks on the page."""
    state: str
    deeds: tuple[Deed, ...]
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
    added: bool
    """Whether an editor added it: there is no Spanish."""
    omitted: str | None
    """Why it is left out, None when it is not."""
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
    return [entry for entry in snapshot.catalog.texts if _KEPT[which](snapshot, entry)]


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
        label=_label(entry, spot),
        shape=f"{spot.kind.value} level-{spot.level}" + (" begins" if spot.begins else ""),
        state=entry.state.value,
        deeds=tuple(_deeds(entry)),
        tag=seen(entry),
        version=snapshot.versions[entry.id],
        origin=fingerprint(entry.source),
        english=entry.target,
        text=text_view(snapshot, entry),
        terms=terms(entry.source, desk.glossary),
        comments=tuple(_comments(entry)),
        changes=_changes(entry.machine or "", entry.target) if changed else None,
        stale=_stale(entry, desk),
        fallback=snapshot.fallbacks.get(entry.id),
        added=bool(entry.after),
        omitted=entry.arrangement.reason,
        refusal=refusal(entry, person, four_eyes=four_eyes),
    )


def _label(entry: Entry, spot: Spot) -> str:
    if entry.after:
        return "added"
    return spot.cell or _LABELS.get(spot.kind, "") if spot.key is None else spot.key


_LABELS = {
    Kind.IMAGE_ALT: "image description",
    Kind.LINK_TITLE: "link title",
    Kind.CAPTION: "caption",
    Kind.FOOTNOTE: "footnote",
    Kind.ABBREVIATION: "abbreviation",
    Kind.HTML: "HTML",
}


def _comments(entry: Entry) -> Iterator[CommentView]:
    for note in entry.notes:
        if note.key == "comment":
            by, on, text = (str(note.data.get(key, "")) for key in ("by", "on", "text"))
            yield CommentView(by, on, text)


def _deeds(entry: Entry) -> Iterator[Deed]:
    for note in entry.notes:
        by, on, where = (str(note.data.get(key, "")) for key in ("by", "on", "via"))
        if note.key == "edited" or (note.key == "approved" and same_person(by, approver(entry))):
            yield Deed(note.key, by, on, place_of(where))


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
class WordingView:
    """What somebody approved for equal or similar Spanish."""

    english: str
    article: str
    by: str
    changes: Markup | None
    """From the Spanish that it was approved for to this one, when they differ."""
    is_patched: bool


def wording_view(wording: Wording, spanish: str) -> WordingView:
    """A wording beside the Spanish at hand."""
    changes = None if wording.likeness == 1.0 else _changes(wording.spanish, spanish)
    return WordingView(wording.english, wording.article, wording.by, changes, wording.is_patched)


@dataclass(frozen=True, slots=True)
class ConflictView:
    """Somebody's text for a segment that changed while they were at it."""

    id: str
    """Of the segment that now stands there; empty when there is none."""
    tag: str
    origin: str
    source: Markup
    standing: Markup
    deeds: tuple[Deed, ...]
    """Who wrote what stands."""
    yours: str
    changes: Markup
    """From what stands to theirs."""


def conflict(entry: Entry | None, yours: str) -> ConflictView:
    """Both texts, so that none is lost."""
    if entry is None:
        empty = Markup("")
        return ConflictView("", "", "", empty, empty, (), yours, empty)
    return ConflictView(
        entry.id,
        seen(entry),
        fingerprint(entry.source),
        render(entry.source),
        render(entry.target),
        tuple(_deeds(entry)),
        yours,
        _changes(entry.target, yours),
    )
