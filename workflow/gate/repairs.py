"""Safe fixes in files: of articles through the catalog, of other pages in the file itself."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from workflow.article import Document, Segment
from workflow.catalog import Catalog, Entry, State
from workflow.checks import check_target
from workflow.comparison import parse_page
from workflow.errors import WorkflowError
from workflow.examination import Standards
from workflow.files import read_text, write_text
from workflow.findings import Finding
from workflow.gate.filepairs import FilePair
from workflow.gate.fixing import Fix, applied, mended
from workflow.gate.foreign import aligned
from workflow.gate.tasks import EnglishPage
from workflow.located import Located
from workflow.pages import draft_page
from workflow.places import Page, joined
from workflow.placing import placed
from workflow.project import Article, Project
from workflow.review.revision import Desk, as_it_stands, revise

Wanted = Mapping[str, Collection[tuple[str, str]]]
"""Rules and messages of the findings to be mended, by the id of their segment."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A file with its safe fixes."""

    path: Path
    before: str
    after: str
    fixes: tuple[Fix, ...]

    def diff(self, name: str) -> str:
        """The change as a unified diff; `name` is what the file is called in it."""
        lines = difflib.unified_diff(
            self.before.splitlines(keepends=True),
            self.after.splitlines(keepends=True),
            f"a/{name}",
            f"b/{name}",
        )
        return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def wanted_in(found: Iterable[Located]) -> Wanted:
    """The findings to be mended."""
    wanted: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for located in found:
        if located.segment is not None:
            wanted[located.segment].add((located.finding.rule, located.finding.message))
    return wanted


# --- articles


@dataclass(frozen=True, slots=True)
class Signature:
    """Who mends a person's words, and on which day (ISO)."""

    by: str
    on: str


def plan_article(desk: Desk, article: Article, wanted: Wanted) -> Repair:
    """What mending an article would change in its draft; nothing is written."""
    document, catalog = as_it_stands(desk, article)
    fixes: list[Fix] = []
    standards = desk.standards(document.source)
    better = _mend_catalog(catalog, standards, wanted, fixes, Signature("", ""))
    before, after = (
        draft_page(article, document, each, placed(document, each).rendering)
        for each in (catalog, better)
    )
    return Repair(article.draft, before, after, tuple(fixes))


def repair_article(desk: Desk, article: Article, wanted: Wanted, signature: Signature) -> list[Fix]:
    """Mend an article's catalog and write its files; edits that people made are taken in first.

    What a machine wrote stays a machine's draft. A person's words become an edit of whoever
    mends them, which an approval does not cover. Raises `WorkflowError`; then nothing is changed.
    """
    fixes: list[Fix] = []

    def change(document: Document, catalog: Catalog) -> Catalog:
        standards = desk.standards(document.source)
        return _mend_catalog(catalog, standards, wanted, fixes, signature)

    revise(desk, article, change)
    return fixes


def _mend_catalog(
    catalog: Catalog,
    standards: Standards,
    wanted: Wanted,
    fixes: list[Fix],
    signature: Signature,
) -> Catalog:
    def mend(entry: Entry) -> Entry:
        if entry.id not in wanted or entry.state in (State.UNTRANSLATED, State.STALE):
            return entry
        check = partial(standards.check, entry.original)
        text, found = mended(entry.target, check, wanted[entry.id])
        fixes.extend(found)
        if not found:
            return entry
        if entry.state is State.MACHINE:
            return replace(entry, target=text, machine=text)
        return entry.edited(text, by=signature.by, on=signature.on, via="fix")

    return catalog.map(mend)


# --- other pages


def plan_page(
    project: Project, task: FilePair | EnglishPage, standards: Standards, wanted: Wanted
) -> Repair | None:
    """What mending an English page would change; None when it has no page to mend.

    Only the words in question change. A page that would then read otherwise is left as it is.
    """
    path = task.path if isinstance(task, EnglishPage) else task.target
    if path is None:
        return None
    page = _read(project, path)
    edits: list[Fix] = []
    for segments, check, key in _texts(project, task, page, standards):
        if key in wanted:
            text = joined(segments)
            edits += _in_file(page, segments, text, mended(text, check, wanted[key])[1])
    edits.sort(key=lambda fix: fix.start)
    before = page.document.source
    after = applied(before, edits)
    if not edits or not _reads_alike(project, page, after):
        return Repair(path, before, before, ())
    return Repair(path, before, after, tuple(edits))


def repair_page(repair: Repair) -> None:
    """Write a planned repair, all or nothing.

    Raises `WorkflowError` when somebody changed the file since it was read.
    """
    if read_text(repair.path) != repair.before:
        raise WorkflowError(
            "was edited while this run was at work",
            path=repair.path,
            hint="nothing was written: run again",
        )
    write_text(repair.path, repair.after)


def _texts(
    project: Project, task: FilePair | EnglishPage, page: Page, standards: Standards
) -> Iterator[tuple[Sequence[Segment], Callable[[str], list[Finding]], str]]:
    """The English texts of a page, how each is checked, and the id its findings have."""
    if isinstance(task, EnglishPage) or task.source is None:
        alone = partial(check_target, variety=standards.variety, glossary=standards.glossary)
        for segment in page.document.segments:
            yield [segment], alone, segment.id
        return
    source = _read(project, task.source)
    standards = standards.for_article(source.document.source)
    for one in aligned(source, page, standards):
        if one.ours and one.theirs:
            yield one.theirs, partial(standards.check, joined(one.ours)), one.ours[0].id


def _in_file(
    page: Page, segments: Sequence[Segment], text: str, fixes: Sequence[Fix]
) -> Iterator[Fix]:
    """The fixes at their places in the file; none where the file has other characters."""
    for fix in fixes:
        end = fix.start + len(fix.before)
        start = page.offset(segments, fix.start)
        last = page.offset(segments, end - 1) + 1 if end > fix.start else start
        if page.document.source[start:last] == fix.before:
            yield replace(fix, start=start)


def _reads_alike(project: Project, page: Page, after: str) -> bool:
    """Whether the mended page has the same segments as before, in number and kind."""
    try:
        document = parse_page(project, after, page.path)
    except WorkflowError:
        return False
    return [s.kind for s in document.segments] == [s.kind for s in page.document.segments]


def _read(project: Project, path: Path) -> Page:
    return Page(path, parse_page(project, read_text(path), path))
