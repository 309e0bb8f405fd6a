"""English typography: a draft's Spanish marks, spaces and dashes as an English editor sets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from workflow.typography.dashes import dashes, spanish_dashes
from workflow.typography.markup import SPACE, cover
from workflow.typography.model import Change, Typography, TypographyRule, apply, compose, disjoint
from workflow.typography.quotes import has_curly, quotes
from workflow.typography.spacing import doubled_marks, inverted_marks, note_references, spaces
from workflow.typography.spelling import spelling
from workflow.typography.varieties import variety_named

__all__ = ["SPACE", "Change", "Typography", "TypographyRule", "anglicize", "apply", "cover"]

_Stage = Callable[[str, str], Iterable[Change]]
"""Takes a text and its cover; yields changes placed in that text."""

_STAGES: tuple[_Stage, ...] = (
    inverted_marks,
    doubled_marks,
    spaces,
    note_references,
    dashes,
)

_ROUNDS = 6
"""One round settles any text that a person would write; broken quotations may need more."""


def anglicize(text: str, variety: str = "en-US", *, source: str = "") -> Typography:
    """`text`, English running text or inline Markdown, set as `variety` sets it.

    Markup (code, link targets, HTML, shortcodes, addresses) is never touched, nor are letters but
    those of the spelling table, nor digits; white space at both ends and at line ends stays.
    Setting a text twice changes nothing the second time.

    `source` is the Spanish that `text` was drafted from; it tells what an engine changed by
    itself. Straight quotation marks stay straight unless the source has none, or the text has
    typographic ones beside them; dashes that the engine wrote otherwise are read as the source's.

    Raises `WorkflowError` for an unknown variety.
    """
    style = variety_named(variety)
    curly_source = bool(source) and '"' not in source

    def with_its_dashes(current: str, covered: str) -> Iterable[Change]:
        return spanish_dashes(current, covered, cover(source)) if "—" in source else ()

    def in_its_marks(current: str, covered: str) -> Iterable[Change]:
        return quotes(current, covered, style, curl=curly_source or has_curly(covered))

    def in_its_spelling(current: str, covered: str) -> Iterable[Change]:
        return spelling(current, covered, style)

    stages = (with_its_dashes, *_STAGES, in_its_marks, in_its_spelling)
    changes: tuple[Change, ...] = ()
    for _ in range(_ROUNDS):
        settled = _after(text, changes, stages)
        if settled == changes:
            break
        changes = settled
    return Typography(apply(text, changes), changes)


def _after(text: str, changes: tuple[Change, ...], stages: Iterable[_Stage]) -> tuple[Change, ...]:
    """`changes` and those that `stages` make after them."""
    current = apply(text, changes)
    covered = cover(current)
    for stage in stages:
        found = disjoint(stage(current, covered))
        if found:
            changes = compose(text, changes, found)
            current = apply(text, changes)
            covered = cover(current)
    return changes
