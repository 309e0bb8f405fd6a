"""Compose a field's new text from its own translation and those of the slots inside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workflow.article.fields import Field
from workflow.article.mending import settled
from workflow.article.pieces import Slot

_LINE_END = re.compile(r"(?<!\r)\n")


@dataclass(frozen=True, slots=True)
class Edit:
    """`source[start:end]` becomes `new`."""

    start: int
    end: int
    new: str

    def moved(self, by: int) -> Edit:
        """The same edit in a text that begins elsewhere."""
        return Edit(self.start + by, self.end + by, self.new)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """`text` with the edits made; they are in order and do not overlap."""
    out, done = [], 0
    for edit in edits:
        out += [text[done : edit.start], edit.new]
        done = edit.end
    return "".join(out) + text[done:]


@dataclass(frozen=True, slots=True)
class Composed:
    """A top-level field with its translations in it."""

    field: Field
    text: str
    """In the place's markup."""
    seen: str
    """As a parser will see it in the file."""
    edits: list[Edit]
    """What changes in the file."""


Refuse = Callable[[Field, str], None]
"""Told of a field whose translation cannot be placed, and why."""


@dataclass(frozen=True, slots=True)
class Composer:
    """`targets` and `children` are keyed by `id()` of the field."""

    targets: Mapping[int, str]
    children: Mapping[int, Sequence[Field]]
    refuse: Refuse
    line_end: str = "\n"
    """The file's own."""

    def compose(self, field: Field) -> Composed | None:
        """A top-level field with what is new in it; None when nothing is."""
        base = self._base(field)
        text = field.text if base is None else base
        filled = self._slot_edits(field, text)
        if base is None and not filled:
            return None
        if filled:
            text = apply(text, filled)
        if base is not None:
            written = field.place.write(text, field)
            seen = field.place.seen(written, field)
            if "\n" in written:
                written = _LINE_END.sub(self.line_end, written)
            return Composed(field, text, seen, [Edit(field.start, field.end, written)])
        edits = [
            Edit(field.offset(edit.start), field.offset(edit.end), field.place.carry(edit.new))
            for edit in filled
        ]
        return Composed(field, text, text, edits)

    def _markup(self, field: Field) -> str | None:
        """A slot's new text in its own markup; None when nothing is new."""
        base = self._base(field)
        text = field.text if base is None else base
        filled = self._slot_edits(field, text)
        return None if base is None and not filled else apply(text, filled)

    def _base(self, field: Field) -> str | None:
        target = self.targets.get(id(field))
        if target is None:
            return None
        if not target.strip():
            self.refuse(field, "its translation is empty")
            return None
        text = settled(field, target)
        if text is None:
            self.refuse(field, "its brackets or tags would change the text around it")
        return text

    def _slot_edits(self, field: Field, text: str) -> list[Edit]:
        """Edits over `text` that fill the slots whose fields have something new."""
        children = self.children.get(id(field))
        if not children:
            return []
        texts = [(child, self._markup(child)) for child in children]
        if all(new is None for _, new in texts):
            return []
        pieces = field.place.pieces(text, field.context)
        there = dict(_numbered(slot for piece in pieces for slot in piece.slots))
        keys = [key for key, _ in _numbered(child.slot for child in children if child.slot)]
        edits = []
        for (child, new), key in zip(texts, keys, strict=True):
            if new is None:
                continue
            if key not in there:
                self.refuse(child, "what it belongs to is no longer in the text")
                continue
            edits.append(_fill(there[key], child.place.write(new, child)))
        return sorted(edits, key=lambda edit: edit.start)


def _numbered(slots: Iterable[Slot]) -> Iterator[tuple[tuple[str, str, int], Slot]]:
    """Slots with their kind, owner, and which of equal ones they are."""
    seen: Counter[tuple[str, str]] = Counter()
    for slot in slots:
        seen[slot.kind, slot.owner] += 1
        yield (slot.kind, slot.owner, seen[slot.kind, slot.owner]), slot


def _fill(slot: Slot, text: str) -> Edit:
    if slot.label and text != slot.label:
        return Edit(slot.start, slot.until, f"{text}][{slot.label}]")
    return Edit(slot.start, slot.end, text)
