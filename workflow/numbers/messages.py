"""Say a drift in words that a journalist understands."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from workflow.numbers.localize import DEFAULT_STYLE, localize, plain
from workflow.numbers.model import Bound, DriftKind, Quantity
from workflow.numbers.units import converted

_WHAT = {
    DriftKind.MISSING: "the number {source} is missing from the translation",
    DriftKind.ADDED: "the number {target} is not in the source",
    DriftKind.VALUE: "the number changed: {source}, {target}",
    DriftKind.SCALE: "the size of the number changed: {source}, {target}",
    DriftKind.BOUND: "the limit of the figure changed: {source}, {target}",
    DriftKind.UNIT: "the unit changed: {source}, {target}",
    DriftKind.CURRENCY: "the currency changed: {source}, {target}",
    DriftKind.CONVERTED: "the unit was converted: {source}, {target}",
    DriftKind.SWAPPED: "two numbers have changed places: {source}, {target}",
    DriftKind.ORDER: "the order changed: {source}, {target}",
    DriftKind.DATE: "the date changed: {source}, {target}",
    DriftKind.TIME: "the time changed: {source}, {target}",
    DriftKind.SIGN: "the sign changed: {source}, {target}",
    DriftKind.KIND: "the kind of number changed: {source}, {target}",
    DriftKind.IDENTIFIER: "the reference number changed: {source}, {target}",
    DriftKind.ROUNDED: "the number was rounded: {source}, {target}",
    DriftKind.AMBIGUOUS: "the number can be read in two ways: {source}, {target}",
}


def describe(kind: DriftKind, source: Quantity | None, target: Quantity | None) -> str:
    """One sentence with both phrases as written and what was read in each."""
    said = _WHAT[kind].format(source=_read(source), target=_read(target))
    return said + _computed(source, target)


def _computed(source: Quantity | None, target: Quantity | None) -> str:
    """What the source's measure is in the target's unit, where both are told and differ."""
    if source is None or target is None or source.unit == target.unit:
        return ""
    value = converted(source.value, source.unit, target.unit)
    if value is None:
        return ""
    exact = replace(target, value=Decimal(f"{float(value):.4g}"), bound=Bound.NONE)
    return f" ({plain(replace(source, bound=Bound.NONE))} are {plain(exact)})"


def _read(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    return f"“{quantity.text}” = {plain(quantity)}"


def suggestion(source: Quantity | None, target: Quantity | None) -> str | None:
    """The English that would be right in place of the target's words."""
    if source is None or target is None or source.others or source.per != target.per:
        return None
    return _in_case_of(target.text, localize(source, DEFAULT_STYLE))


def _in_case_of(written: str, better: str) -> str:
    """`better` with the capitals that stand at the place of `written`."""
    letters = [letter for letter in written if letter.isalpha()]
    if len(letters) > 2 and all(letter.isupper() for letter in letters):
        return better.upper()
    return better[0].upper() + better[1:] if written[0].isupper() else better
