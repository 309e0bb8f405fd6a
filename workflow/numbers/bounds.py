"""Whether a bound is still the same: a lost *at least* is drift, a lost *about* for review."""

from __future__ import annotations

from workflow.numbers.model import Bound, Verdict

_ABOUT = frozenset({Bound.ABOUT, Bound.NEAR, Bound.ROUND})
_SAME: frozenset[frozenset[Bound]] = frozenset(
    frozenset(pair)
    for pair in (
        (Bound.ABOUT, Bound.NEAR),
        (Bound.NEAR, Bound.NEARLY),
        (Bound.NEAR, Bound.JUST_UNDER),
        (Bound.NEARLY, Bound.JUST_UNDER),
        (Bound.JUST_UNDER, Bound.LESS_THAN),
        (Bound.PLUS, Bound.AT_LEAST),
        (Bound.PLUS, Bound.MORE_THAN),
        (Bound.OVER, Bound.MORE_THAN),
        (Bound.OVER, Bound.NONE),
        (Bound.ROUND, Bound.ABOUT),
        (Bound.ROUND, Bound.NEAR),
        (Bound.REACHING, Bound.NONE),
        (Bound.REACHING, Bound.AT_MOST),
        (Bound.REACHING, Bound.WITHIN),
        (Bound.FROM, Bound.NONE),
        (Bound.FROM, Bound.AT_LEAST),
        (Bound.WITHIN, Bound.NONE),
        (Bound.WITHIN, Bound.LESS_THAN),
        (Bound.WITHIN, Bound.AT_MOST),
        (Bound.JUNIOR, Bound.NONE),
        (Bound.JUNIOR, Bound.LESS_THAN),
        (Bound.SENIOR, Bound.NONE),
        (Bound.SENIOR, Bound.MORE_THAN),
        (Bound.SENIOR, Bound.OVER),
        (Bound.EXACTLY, Bound.ONLY),
    )
)


def bound_verdict(source: Bound, target: Bound) -> Verdict | None:
    """What a person should make of `source` rendered as `target`; None when it says the same."""
    if source is target or frozenset((source, target)) in _SAME:
        return None
    if Bound.ROUND in (source, target) and Bound.NONE in (source, target):
        return None  # un centenar, a hundred, 100
    if source in _ABOUT and target in (Bound.NONE, Bound.NEARLY):
        return Verdict.REVIEW
    if target in _ABOUT and source in (Bound.NONE, Bound.NEARLY):
        return Verdict.REVIEW
    if {source, target} == {Bound.NONE, Bound.EXACTLY}:
        return Verdict.REVIEW
    return Verdict.DRIFT
