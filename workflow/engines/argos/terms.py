"""Fixed text in a sentence: is it there, and how it is put there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from workflow.engines.argos.tokens import Range
from workflow.engines.base import Constraint
from workflow.glossary.english import article_for

_ARTICLE_BEFORE = re.compile(r"(?<!\w)(an?)(\s+)$", re.IGNORECASE)
_OWN_ARTICLE = re.compile(r"(?:the|an?)\s", re.IGNORECASE)
_ANY_ARTICLE = re.compile(r"(?<!\w)(?:the|an?)\s+$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
_BESIDE = 30
"""Characters in which the neighbouring word is found."""


def unmet(constraints: Sequence[Constraint], text: str) -> list[Constraint]:
    """The constraints that `text` breaks: too few approved renderings, or a forbidden one."""
    needed: Counter[str] = Counter()
    broken = []
    for constraint in constraints:
        key = constraint.target.casefold()
        needed[key] += 1
        count = sum(
            len(occurrences(text, form)) for form in (constraint.target, *constraint.accepted)
        )
        if count < needed[key] or forbidden_in(constraint, text):
            broken.append(constraint)
    return broken


def forbidden_in(constraint: Constraint, text: str) -> list[str]:
    """The forbidden renderings that `text` has outside the approved ones."""
    for form in sorted((constraint.target, *constraint.accepted), key=len, reverse=True):
        text = _pattern(form).sub(lambda match: "\0" * len(match[0]), text)
    return [form for form in constraint.forbidden if _pattern(form).search(text)]


def occurrences(text: str, words: str) -> list[Range]:
    """Where `words` stand in `text` as whole words, in any case."""
    return [match.span() for match in _pattern(words).finditer(text)]


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(words)}(?!\w)", re.IGNORECASE)


def written(constraint: Constraint, source: str, before: str) -> str:
    """The approved text as it stands after `before`: with a capital where a sentence begins."""
    original = source[constraint.start : constraint.end]
    if len(original) > 4 and original.isupper() and not constraint.target.isupper():
        return constraint.target.upper()
    if not before.strip(" \"'“‘(«—"):
        return constraint.target[:1].upper() + constraint.target[1:]
    return constraint.target


def with_article(before: str, following: str) -> str:
    """`before` with the *a* or *an* at its end as the following words want it.

    An article that the following words bring themselves is taken away.
    """
    if _OWN_ARTICLE.match(following):
        before = _ANY_ARTICLE.sub("", before)
    match = _ARTICLE_BEFORE.search(before)
    if match is None:
        return before
    article = article_for(following)
    if match[1][0].isupper():
        article = article.capitalize()
    return before[: match.start()] + article + match[2]


def doubled(constraint: Constraint, text: str) -> bool:
    """Whether words of the approved text stand again right beside it."""
    approved = _telling(constraint.target)
    for start, end in occurrences(text, constraint.target):
        beside = _WORD.findall(text[max(0, start - _BESIDE) : start])[-1:]
        beside += _WORD.findall(text[end : end + _BESIDE])[:1]
        if any(word.casefold() in approved for word in beside):
            return True
    return False


def leftovers(constraint: Constraint, before: str, window: Range, after: str) -> int:
    """Words that stood at the place of the approved text in `before` and are still in `after`."""
    start, end = window
    old = _telling(before[start:end]) - _telling(constraint.target)
    return len(old & (_telling(after) - _telling(before[:start] + " " + before[end:])))


def _telling(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text) if len(word) > 3}
