"""Put translations into an article; what cannot be placed safely stays in the source.

The result is read again and its blocks are compared with what was meant. A translation that
changed them is escaped more, then given up; never shipped.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import groupby

from workflow.article.composing import Composed, Composer, Edit, apply
from workflow.article.fields import Field
from workflow.article.frontmatter import starts_front_matter
from workflow.article.grammar import parse_blocks
from workflow.article.harmless import is_harmless
from workflow.article.lines import count_line_ends, first_line_end
from workflow.article.masking import masked
from workflow.article.mending import escaped_throughout
from workflow.article.reading import Body, Reading
from workflow.article.verification import LineShift, first_difference

_PATIENCE = 12
"""How often the whole article is read again before every doubtful translation is given up."""
_DEFINITION = re.compile(r"[^\n]*\n(?:[ \t>]*\r?\n)?[ \t>]*[:~][ \t]")
"""Definition lists of PHP Markdown Extra: a line, at most one blank line, and the definition."""
_WOULD_CHANGE = "it would change the structure of the page"


class Stage(IntEnum):
    """How far a field's translation has been trusted."""

    AS_GIVEN = 0
    ESCAPED = 1
    REFUSED = 2
    """Only its own translation; what is in its slots may still stand."""
    LEFT_ALONE = 3


@dataclass(frozen=True, slots=True)
class Result:
    """A rendered text; why fields (by `id()`) were refused."""

    text: str
    refused: dict[int, str]


class Renderer:
    """Renders one reading with `targets` by `id()` of their field."""

    def __init__(self, reading: Reading, targets: Mapping[int, str]) -> None:
        self._reading = reading
        self._targets = targets
        self._tops = [field for field in reading.fields if field.parent is None]
        self._children = defaultdict[int, list[Field]](list)
        for field in reading.fields:
            if field.parent is not None:
                self._children[id(field.parent)].append(field)
        self._composer = Composer(
            targets, self._children, self._refuse, first_line_end(reading.text)
        )
        self._stages: dict[int, Stage] = {}
        self._refused: dict[int, str] = {}
        self._composed: dict[int, Composed] = {}

    def run(self) -> Result:
        """The text with every translation that can be placed safely."""
        touched = [field for field in self._tops if self._is_touched(field)]
        for field in touched:
            self._compose(field)
        for first, last, fields in self._by_block(touched):
            if not all(self._is_harmless(field) for field in fields):
                self._mend(first, self._reach(last, fields[-1]), fields)
        if self._stages:
            self._mend(0, len(self._body.tokens), [f for f in touched if f.token >= 0])
        return Result(apply(self._reading.text, self._edits()), self._refused)

    @property
    def _body(self) -> Body:
        return self._reading.body

    # -- composing

    def _family(self, field: Field) -> Iterator[Field]:
        yield field
        for child in self._children.get(id(field), ()):
            yield from self._family(child)

    def _is_touched(self, field: Field) -> bool:
        return id(field) in self._targets or any(
            self._is_touched(child) for child in self._children.get(id(field), ())
        )

    def _compose(self, field: Field) -> None:
        """Compose the field anew as its stage demands."""
        stage = self._stages.get(id(field), Stage.AS_GIVEN)
        composer = self._composer
        if stage is not Stage.AS_GIVEN:
            composer = replace(composer, targets=self._trusted(field, stage))
        composed = composer.compose(field)
        self._composed.pop(id(field), None)
        if composed is not None:
            self._composed[id(field)] = composed

    def _trusted(self, field: Field, stage: Stage) -> dict[int, str]:
        """The translations of a field and its slots that its stage still allows."""
        family = [id(member) for member in self._family(field)]
        targets = {key: self._targets[key] for key in family if key in self._targets}
        if stage is Stage.ESCAPED and id(field) in targets:
            targets[id(field)] = escaped_throughout(field, targets[id(field)])
        elif stage is Stage.REFUSED:
            self._refuse_all([id(field)], targets)
        elif stage is Stage.LEFT_ALONE:
            self._refuse_all(family, targets)
        return targets

    def _refuse_all(self, keys: Sequence[int], targets: dict[int, str]) -> None:
        for key in keys:
            if targets.pop(key, None) is not None:
                self._refused[key] = _WOULD_CHANGE

    def _refuse(self, field: Field, reason: str) -> None:
        self._refused[id(field)] = reason

    def _in_order(self) -> list[Composed]:
        return [self._composed[id(f)] for f in self._tops if id(f) in self._composed]

    def _edits(self) -> list[Edit]:
        return [edit for composed in self._in_order() for edit in composed.edits]

    # -- checking

    def _by_block(self, fields: Sequence[Field]) -> Iterator[tuple[int, int, list[Field]]]:
        """The fields of each top-level block that has some, with the range of its tokens."""
        at = bisect_left(fields, 0, key=lambda field: field.token)
        first = 0
        for index, token in enumerate(self._body.tokens):
            if token.level == 0 and token.nesting <= 0:
                inside = []
                while at < len(fields) and fields[at].token <= index:
                    inside.append(fields[at])
                    at += 1
                if inside:
                    yield first, index + 1, inside
                first = index + 1

    def _is_harmless(self, field: Field) -> bool:
        composed = self._composed.get(id(field))
        return composed is None or (is_harmless(composed) and not self._is_defined(field))

    def _is_defined(self, field: Field) -> bool:
        """Would what follows the field define it as a term, had the field one line?"""
        return _DEFINITION.match(self._reading.text, field.end) is not None

    def _reach(self, last: int, field: Field) -> int:
        """How far the tokens go that a block decides with its last field: a definition's too."""
        tokens = self._body.tokens
        if not self._is_defined(field):
            return last
        ends = (
            n for n in range(last, len(tokens)) if not tokens[n].level and tokens[n].nesting <= 0
        )
        return next(ends, last - 1) + 1

    def _difference(self, first: int, last: int, fields: Sequence[Field]) -> int | None:
        """Index of the first token in `[first, last)` that does not come out as meant."""
        inside = [self._composed[id(f)] for f in fields if id(f) in self._composed]
        edits = [edit for composed in inside for edit in composed.edits]
        start, end, line = self._body.span(first, last)
        rendered = apply(self._body.source[start:end], [edit.moved(-start) for edit in edits])
        if start == 0 and starts_front_matter(rendered):
            return first
        tokens, _ = parse_blocks(masked(rendered))
        return first_difference(
            self._body.tokens[first:last],
            tokens,
            {
                token - first: list(group)
                for token, group in groupby(inside, key=lambda composed: composed.field.token)
            },
            LineShift([self._line_change(edit) for edit in edits], line),
        )

    def _line_change(self, edit: Edit) -> tuple[int, int, int]:
        lines = self._body.lines
        first = lines.index(edit.start) - self._body.first_line
        last = lines.index(edit.end) - self._body.first_line
        return first, last, count_line_ends(masked(edit.new)) - (last - first)

    def _mend(self, first: int, last: int, fields: Sequence[Field]) -> None:
        """Trust the fields in a range of tokens less and less until the range is as meant."""
        for _ in range(_PATIENCE):
            index = self._difference(first, last, fields)
            if index is None:
                return
            suspects = [f for f in fields if f.token <= first + index and self._is_trusted(f)]
            self._distrust(suspects[-1:] or [f for f in fields if self._is_trusted(f)][:1])
        for stage in (Stage.ESCAPED, Stage.REFUSED, Stage.LEFT_ALONE):
            if self._difference(first, last, fields) is None:
                return
            self._distrust(fields, stage)

    def _is_trusted(self, field: Field) -> bool:
        return id(field) in self._composed

    def _distrust(self, fields: Sequence[Field], stage: Stage | None = None) -> None:
        for field in fields:
            now = self._stages.get(id(field), Stage.AS_GIVEN)
            after = Stage(min(now + 1, Stage.LEFT_ALONE)) if stage is None else max(now, stage)
            self._stages[id(field)] = after
            self._compose(field)

    # -- the blocks

    def block_texts(self) -> tuple[str, ...]:
        """What stands at each top-level block, in order, once all is placed."""
        edits = self._edits()
        values = {c.field.start: c.text for c in self._in_order() if c.field.token < 0}
        texts, at = [], 0
        for block in self._reading.blocks:
            first = at
            while at < len(edits) and edits[at].start < block.end:
                at += 1
            if block.key is not None:
                texts.append(values.get(block.start, block.value))
                continue
            inside = [edit.moved(-block.start) for edit in edits[first:at]]
            texts.append(apply(self._reading.text[block.start : block.end], inside))
        return tuple(texts)
