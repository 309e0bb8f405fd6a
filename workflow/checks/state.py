"""Findings about where the English stands: out of step with the Spanish, or with the catalog."""

from __future__ import annotations

from collections.abc import Iterator

from workflow.arrangement import Arrangement
from workflow.article import fingerprint
from workflow.catalog import Catalog, Entry, Note, State
from workflow.checks.scope import not_run
from workflow.comparison import Comparison, Pairing
from workflow.findings import Finding, Rule, Severity, finding, shortened

STALE = Rule(
    "W101",
    "stale",
    Severity.WARNING,
    "The Spanish has changed since this English was written.",
)
UNTRANSLATED = Rule(
    "W102", "untranslated", Severity.WARNING, "A segment of the Spanish has no English yet."
)
NO_ENGLISH = Rule(
    "W103", "no-english", Severity.WARNING, "The article has neither a draft nor an edition."
)
UNALIGNED = Rule(
    "W104",
    "unaligned",
    Severity.ERROR,
    "Here the English page has other paragraphs than the Spanish, so nothing was compared.",
)
UNAPPROVED = Rule(
    "W105", "unapproved", Severity.WARNING, "The edition holds English that nobody approved."
)
UNUSED_WAIVER = Rule(
    "W106",
    "unused-waiver",
    Severity.INFO,
    "A finding was waived that is not found any more, or for texts that have changed since.",
)
NO_REASON = Rule(
    "W110",
    "omitted-without-reason",
    Severity.ERROR,
    "A segment is left out of the English, and no reason is given.",
)
LOST = Rule(
    "W111",
    "addition-without-place",
    Severity.WARNING,
    "What an editor added, a translator's note for one, stood behind a block that is gone.",
)
NOT_CHECKED = Rule(
    "W109",
    "not-checked",
    Severity.INFO,
    "Some checks cannot be made between these languages.",
)
RULES = (
    STALE,
    UNTRANSLATED,
    NO_ENGLISH,
    UNALIGNED,
    UNAPPROVED,
    UNUSED_WAIVER,
    NOT_CHECKED,
    NO_REASON,
    LOST,
)


def check_state(pairing: Pairing, *, published: bool) -> Iterator[Finding]:
    """What is to be said of the state of one segment, the page's English being at hand."""
    state = pairing.entry.state
    if state is State.STALE:
        yield finding(
            STALE,
            f"the Spanish was “{shortened(pairing.entry.previous or '')}” when this was written",
        )
    elif pairing.entry.arrangement.reason is None and (not pairing.targets or _same(pairing)):
        behind = published and pairing.entry.target
        yield finding(UNTRANSLATED, "not in the edition yet" if behind else "no English yet")
    elif published:
        yield from check_published(pairing.entry)


def check_published(entry: Entry) -> Iterator[Finding]:
    """What is to be said of a text of the edition."""
    if entry.state is not State.APPROVED:
        yield finding(UNAPPROVED, f"this text is published and its state is “{entry.state}”")


def check_omission(arrangement: Arrangement) -> Iterator[Finding]:
    """What is to be said of a segment that is left out."""
    if arrangement.reason == "":
        yield finding(NO_REASON, "left out, and nobody said why")


def check_lost(catalog: Catalog) -> Iterator[Finding]:
    """What is to be said of what editors added, once the block that it stood behind is gone."""
    here = {fingerprint(entry.target) for entry in catalog.added}
    for entry in catalog.retired:
        if entry.after and fingerprint(entry.target) not in here:
            yield finding(LOST, f"the block is gone behind which was added “{entry.target}”")


def unused_waiver(waiver: Note) -> Finding:
    """What is to be said of a waiver that covers nothing."""
    rule, reason = waiver.data.get("rule"), shortened(str(waiver.data.get("reason", "")))
    return finding(UNUSED_WAIVER, f"{rule} was waived here (“{reason}”) and is not found")


def check_scope(source_lang: str, target_lang: str) -> Iterator[Finding]:
    """What cannot be checked between two languages."""
    for what in not_run(source_lang, target_lang):
        yield finding(NOT_CHECKED, f"not checked: {what}")


def check_page(
    comparison: Comparison, source_lang: str, target_lang: str
) -> Iterator[tuple[Finding, int]]:
    """What is to be said of the page as a whole, each with a line of it (1-based)."""
    if comparison.page is None:
        yield finding(NO_ENGLISH, "no English yet: nothing was compared"), 1
    else:
        for said in check_scope(source_lang, target_lang):
            yield said, 1
    for lost in check_lost(comparison.catalog):
        yield lost, 1
    for line in comparison.unaligned:
        yield (
            finding(UNALIGNED, "paragraphs, items or cells here fit none of the Spanish"),
            line,
        )


def _same(pairing: Pairing) -> bool:
    """Whether the page shows the Spanish, because the catalog has no English for it."""
    untranslated = pairing.entry.state is State.UNTRANSLATED
    return untranslated and [s.message for s in pairing.targets] == [pairing.segment.message]
