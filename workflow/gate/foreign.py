"""Every check over a page and a translation that this program did not make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from workflow.article import Kind, Segment, plain
from workflow.checks.scope import Family, runs
from workflow.checks.state import NO_ENGLISH, UNALIGNED, check_scope
from workflow.examination import Passage, Standards, find_clashes, locate
from workflow.findings import Finding, Severity, finding, shortened
from workflow.gate.beads import align
from workflow.gate.comments import settle_ignored
from workflow.gate.evidence import cognate_marks, english_marks, spanish_marks, text_of
from workflow.located import Located
from workflow.places import Page, joined


@dataclass(frozen=True, slots=True)
class Stretch:
    """Segments of two pages that go together; on one side none where nothing does."""

    ours: Sequence[Segment]
    theirs: Sequence[Segment]


def examine_pair(source: Page, target: Page, standards: Standards) -> list[Located]:
    """All findings about a page and its translation, in the order of the source."""
    standards = standards.for_article(source.document.source)
    stretches = aligned(source, target, standards)
    found: list[Located] = []
    passages: list[Passage] = []
    for paired, group in groupby(stretches, key=lambda one: bool(one.ours and one.theirs)):
        if not paired:
            found += _alone(list(group), source, target)
            continue
        for one in group:
            spanish, english = joined(one.ours), joined(one.theirs)
            findings = [_of_a_person(f) for f in standards.check(spanish, english)]
            found += locate(findings, source, one.ours, target, one.theirs)
            passages.append(Passage(one.ours[0].id, one.theirs, plain(spanish).text))
    found += find_clashes(target, passages, standards)
    found += [
        Located(said, None, None, target.place(0, 0))
        for said in check_scope(standards.source_lang, standards.target_lang)
    ]
    return settle_ignored(found, [source, target])


_GUARDS = "C1"
"""Rules of completeness: lengths, negations and ends of sentences betray a machine that failed."""


def _of_a_person(found: Finding) -> Finding:
    """The finding as it weighs in a translation by people, who shorten, and say no otherwise."""
    if found.rule.startswith(_GUARDS) and found.severity is Severity.ERROR:
        return replace(found, severity=Severity.WARNING)
    return found


def missing_page(page: Page, *, is_source: bool) -> list[Located]:
    """What is to be said of a page without a counterpart."""
    place = page.place(0, 0)
    if is_source:
        said = finding(NO_ENGLISH, "no English page: nothing was compared")
        return [Located(said, None, place, None)]
    said = finding(UNALIGNED, "no Spanish page: nothing was compared")
    return [Located(said, None, None, place)]


def aligned(source: Page, target: Page, standards: Standards) -> list[Stretch]:
    """The pages' segments, front matter by its keys, the rest by structure and likeness."""
    stretches = list(_front_matter(source, target))
    ours, theirs = _running(source), _running(target)
    known = runs(Family.WORDS, standards.source_lang, standards.target_lang)
    spanish, english = (spanish_marks, english_marks) if known else (cognate_marks, cognate_marks)
    for bead in align([text_of(s, spanish) for s in ours], [text_of(s, english) for s in theirs]):
        stretches.append(Stretch(ours[bead.i : bead.j], theirs[bead.a : bead.b]))
    return stretches


def _running(page: Page) -> list[Segment]:
    return [s for s in page.document.segments if s.kind is not Kind.FRONT_MATTER]


def _front_matter(source: Page, target: Page) -> Iterator[Stretch]:
    """Values of one key; a key of one page alone is its own business."""
    there = _by_key(target)
    for key, segment in _by_key(source).items():
        if key in there:
            yield Stretch([segment], [there[key]])


def _by_key(page: Page) -> dict[tuple[str, int], Segment]:
    """Front-matter values by path, and which of equal paths."""
    found: dict[tuple[str, int], Segment] = {}
    by_id = {segment.id: segment for segment in page.document.segments}
    for block in page.document.blocks:
        if block.key is not None and block.segment_ids:
            number = sum(key == block.key for key, _ in found)
            found[block.key, number] = by_id[block.segment_ids[0]]
    return found


def _alone(stretches: Sequence[Stretch], source: Page, target: Page) -> Iterator[Located]:
    """One finding for each side of a place where the pages have nothing in common."""
    ours = [segment for one in stretches for segment in one.ours]
    theirs = [segment for one in stretches for segment in one.theirs]
    if ours:
        message = f"no English here for {_quoted(ours)}: not compared"
        yield from locate([finding(UNALIGNED, message)], source, ours, None, ())
    if theirs:
        message = f"no Spanish here for {_quoted(theirs)}: not compared"
        yield from locate([finding(UNALIGNED, message)], None, (), target, theirs)


def _quoted(segments: Sequence[Segment]) -> str:
    first = f"“{shortened(plain(segments[0].message).text, 60)}”"
    more = len(segments) - 1
    return first if not more else f"{first} and {more} more after it"
