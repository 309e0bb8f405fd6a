"""Who did what when with an article, from the catalog's notes and git's commits of it."""

from __future__ import annotations

from dataclasses import dataclass

from workflow.arrangement import on_one_line
from workflow.article import Document
from workflow.catalog import Catalog, Entry, Note
from workflow.placing import lines_of
from workflow.project import Article
from workflow.review.edits import place_of
from workflow.review.history import commits


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that somebody did."""

    on: str
    """Day, in ISO form; empty where it is not known."""
    by: str
    what: str
    """`edited`, `approved`, `waiver`, `comment` or `commit`."""
    detail: str
    line: int | None = None
    """Of the Spanish today; None for what is about no segment of it."""
    segment: str | None = None


def article_log(article: Article, document: Document, catalog: Catalog) -> list[Event]:
    """All events in the order of their days; within a day commits first, then by segment."""
    lines = lines_of(document, catalog)
    events = [
        Event(commit.on, commit.by, "commit", f"{commit.id} {commit.subject}")
        for commit in reversed(commits(article.catalog))
    ]
    for entry in (*catalog.texts, *catalog.retired):
        events += [_event(entry, note, lines.get(entry.id)) for note in entry.notes]
    return sorted(events, key=lambda event: event.on)


def _event(entry: Entry, note: Note, line: int | None) -> Event:
    on, by = (str(note.data.get(key, "")) for key in ("on", "by"))
    return Event(on, by, note.key, _detail(entry, note), line, entry.id)


def _detail(entry: Entry, note: Note) -> str:
    if note.key == "waiver":
        return f"{note.data.get('rule')} {note.data.get('message')}: {note.data.get('reason')}"
    if note.key == "comment":
        return str(note.data.get("text", ""))
    where = f"in the {place_of(str(note.data['via']))}: " if "via" in note.data else ""
    return f"{where}“{on_one_line(entry.target)}”"
