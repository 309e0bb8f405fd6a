"""Whether a bound is still the same: a lost *at least* is drift, a lost *about* for review."""

from __future__ import annotations

from workflow.numbers.model import Bound, Verdict

_EITHER: dict[Bound, frozenset[Bound]] = {
    bound: frozenset(readings)
    for bound, readings in {
        Bound.NEAR: (Bound.ABOUT, Bound.NEARLY),
        Bound.ROUND: (Bound.ABOUT, Bound.NONE),
        Bound.PLUS: (Bound.AT_LEAST, Bound.MORE_THAN),
        Bound.OVER: (Bound.MORE_THAN, Bound.NONE),
        Bound.ABOVE: (Bound.MORE_THAN, Bound.NONE),
        Bound.BELOW: (Bound.LESS_THAN, Bound.NONE),
        Bound.REACHING: (Bound.AT_MOST, Bound.NONE),
        Bound.EXTENT: (Bound.AT_MOST, Bound.NONE),
        Bound.FROM: (Bound.AT_LEAST, Bound.NONE),
        Bound.WITHIN: (Bound.LESS_THAN, Bound.AT_MOST, Bound.NONE),
        Bound.LIMITED: (Bound.AT_MOST, Bound.ONLY),
        Bound.SHORT: (Bound.LESS_THAN, Bound.NONE),
        Bound.JUNIOR: (Bound.LESS_THAN, Bound.NONE),
        Bound.SENIOR: (Bound.MORE_THAN, Bound.NONE),
        Bound.LOWEST: (Bound.ONLY, Bound.AT_LEAST),
        Bound.SOLE: (Bound.ONLY, Bound.NONE),
        Bound.OLDER: (Bound.MORE_THAN, Bound.AT_LEAST),
    }.items()
}
"""Words that may be meant in several ways, and which."""
_TIMED = frozenset({Bound.OVER, Bound.WITHIN})
"""Those whose reading as no bound hangs on the sentence: *over three days* is not about three."""
_SAME = frozenset(
    frozenset(pair)
    for pair in (
        (Bound.NEAR, Bound.JUST_UNDER),
        (Bound.NEARLY, Bound.JUST_UNDER),
        (Bound.JUST_UNDER, Bound.LESS_THAN),
        (Bound.EXACTLY, Bound.ONLY),
    )
)


def bound_verdict(source: Bound, target: Bound) -> Verdict | None:
    """What a person should make of `source` rendered as `target`; None when it says the same."""
    if source is target or frozenset((source, target)) in _SAME:
        return None
    left, right = _EITHER.get(source), _EITHER.get(target)
    if left is not None and right is not None:
        return None if left & right - {Bound.NONE} else Verdict.DRIFT
    ways = [(one, other) for one in left or (source,) for other in right or (target,)]
    verdicts = {_plain_verdict(one, other) for one, other in ways}
    if None in verdicts:
        return None
    about = Verdict.REVIEW in verdicts and _TIMED.isdisjoint((source, target))
    return Verdict.REVIEW if about else Verdict.DRIFT


def _plain_verdict(source: Bound, target: Bound) -> Verdict | None:
    """The same for two bounds that are meant in one way each."""
    if source is target:
        return None
    if {source, target} in _FOR_REVIEW:
        return Verdict.REVIEW
    return Verdict.DRIFT


_FOR_REVIEW = (
    {Bound.ABOUT, Bound.NONE},
    {Bound.ABOUT, Bound.NEARLY},
    {Bound.NONE, Bound.EXACTLY},
)
