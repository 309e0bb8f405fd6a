"""Names of the source that the translation lost or changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from workflow.checks.coverage import fold
from workflow.checks.languages import es, names
from workflow.checks.vocabulary import has_word
from workflow.findings import Finding, Rule, Severity, Span, finding

NAME_CHANGED = Rule(
    "L103",
    "name-changed",
    Severity.WARNING,
    "A name of the source is missing or different in the translation.",
)
RULES: tuple[Rule, ...] = (NAME_CHANGED,)

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_START = re.compile(r"(?:^|[.!?…:;|\n«“\"(\[¿¡—–•*\ufffc])\s*[«“\"'(¿¡—*_]*\s*$")
_VERB = re.compile(r"[áéíóú]\w*(?:se|te|nos|me|les?|l[oa]s?)$|[áéíóú]$")
"""Forms of verbs that open sentences: `Nótese`, `Escríbanos`, `Elegí`."""
_ALIKE = 0.6
"""Likeness from which a word of the target is taken for a name written wrongly."""


def check_names(source: str, target: str) -> Iterator[Finding]:
    """A finding for each name of a person or place in `source` that `target` has not.

    Institutions are translated; places with an English name may bear it.
    """
    there = _WORD.findall(target)
    present = set().union(*map(_parts, there))
    yield from _countries(source, target)
    yield from _institutions(source, there)
    told: set[str] = set()
    for run in _runs(source):
        missing = [match for match in run if not _kept(match[0], present)]
        if not missing or not _is_name(run, missing, source, there):
            continue
        what = " ".join(match[0] for match in missing)
        if what in told:
            continue
        told.add(what)
        span = Span(run[0].start(), run[-1].end())
        yield finding(
            NAME_CHANGED, f"“{what}” of the source is not in the translation.", source=span
        )


def _countries(source: str, target: str) -> Iterator[Finding]:
    """Countries of the source that the target names in none of their forms."""
    if not names.ANY_COUNTRY.search(source):
        return
    for name, forms in names.COUNTRIES.items():
        named = name.search(source)
        if named is not None and forms.search(target) is None:
            message = f"“{named[0]}” of the source is not in the translation."
            yield finding(NAME_CHANGED, message, source=Span(*named.span()))


def _institutions(source: str, there: list[str]) -> Iterator[Finding]:
    """Courts, commissions, ministries of the source for which the target names others."""
    ours = {
        folded: match
        for match in _WORD.finditer(source)
        if match[0][0].isupper() and (folded := fold(match[0])) in names.INSTITUTIONS
    }
    if not ours:
        return
    theirs = {word.lower() for word in there}
    lost = [name for name in ours if theirs.isdisjoint({name, *names.INSTITUTIONS[name].split()})]
    if not lost:
        return
    known = {form for word in map(fold, _WORD.findall(source)) for form in _forms(word)}
    others = {_plain(word) for word in there if word[0].isupper()} & _ENGLISH_INSTITUTIONS - known
    for name in lost if others else ():
        what = " ".join(sorted(others))
        yield finding(
            NAME_CHANGED,
            f"“{ours[name][0]}” of the source is “{what}” in the translation.",
            source=Span(*ours[name].span()),
        )


def _forms(folded: str) -> list[str]:
    return names.INSTITUTIONS.get(folded, names.INSTITUTIONS.get(folded[:-1], "")).split()


_ENGLISH_INSTITUTIONS = {form for forms in names.INSTITUTIONS.values() for form in forms.split()}


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    """The word folded, without English possessive."""
    return re.sub(r"['’]s?$", "", fold(word))


@lru_cache(maxsize=16384)
def _parts(word: str) -> tuple[str, ...]:
    """The word, and what its hyphens join."""
    plain = _plain(word)
    return plain, *plain.split("-")


def _kept(word: str, present: set[str]) -> bool:
    folded = fold(word)
    if (
        folded in present
        or _plain(word) in present
        or word in names.PARTICLES
        or folded in names.PARTICLES
        or folded in names.TITLES
    ):
        return True
    if all(part in present for part in folded.split("-")):
        return True
    if any(other in present for other in names.EXONYMS.get(folded, ())):
        return True
    # Of a country its adjective may stand there: `Chile`, `Chilean`.
    stem = folded.rstrip("aeios")
    return folded in names.PLACES and any(other.startswith(stem) for other in present)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Capitalised words that stand together, those of institutions and acronyms left out."""
    run: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if not run and not match[0][0].isupper():
            continue  # most words belong to no name
        if run and text[run[-1].end() : match.start()].strip(" \n"):
            yield from _trimmed(run)
            run = []
        if match[0][0].isupper() or (run and match[0] in names.PARTICLES - _JOINING):
            run.append(match)
        else:
            yield from _trimmed(run)
            run = []
    yield from _trimmed(run)


_JOINING = frozenset("y")
"""What stands between two names rather than inside one."""


def _trimmed(run: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    while run and run[-1][0] in names.PARTICLES:
        run = run[:-1]
    while run and fold(run[0][0]) in names.COMMON_OPENERS:
        run = run[1:]
    if not run or any(fold(match[0]) in names.INSTITUTION for match in run):
        return
    if any(sum(letter.isupper() for letter in match[0].split("-")[0]) > 1 for match in run):
        return
    yield run


def _is_name(
    run: list[re.Match[str]], missing: list[re.Match[str]], text: str, there: list[str]
) -> bool:
    """Whether the missing words are a name, by what stands around or instead of them."""
    first = fold(run[0][0])
    opens = _START.search(text[max(0, run[0].start() - 12) : run[0].start()]) is not None
    if first in names.FIRST and (len(run) > 1 or not opens):
        return True
    if first in names.HONORIFICS and missing[-1] is not run[0]:
        return True
    named = [match for match in missing if not _VERB.search(match[0])]
    if any(_miswritten(match[0], text, there) for match in named):
        return True
    if any(fold(match[0]) in names.PLACES for match in missing):
        return True
    if sum(_is_english(match[0].lower()) for match in missing) > 1:
        return True
    if opens and len(run) == 1:
        return False
    if _sainted(run[0], text):
        return True
    if len(run) == 2 and missing == run[1:] and not all(_is_ordinary(m[0].lower()) for m in run):
        return True
    return not any(_is_ordinary(match[0].lower()) for match in missing)


def _miswritten(word: str, source: str, there: list[str]) -> bool:
    """Whether the target has a capitalised word like it that the source has not."""
    if len(word) < 4:
        return False
    folded = fold(word)
    return any(
        other[0].isupper()
        and _plain(other)[:1] == folded[:1]
        and other not in source
        and 0 < _distance(folded, _plain(other)) < 1 - _ALIKE
        and not _is_ordinary(word.lower())
        for other in there
    )


def _distance(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > 3:
        return 1.0
    return 1 - SequenceMatcher(None, one, other, autojunk=False).ratio()


def _sainted(match: re.Match[str], text: str) -> bool:
    """Whether it is the name of a saint, or a place named after one."""
    return re.search(
        r"\b(?:San|Santa|Santo)\s+$", text[max(0, match.start() - 8) : match.start()]
    ) is not None or (match[0] in ("San", "Santa", "Santo"))


def _is_english(word: str) -> bool:
    """Whether a word is English alone, as those of a name that no language translates."""
    return has_word(word, "en") and not has_word(word)


@lru_cache(maxsize=4096)
def _is_ordinary(word: str) -> bool:
    """Whether Spanish has a common word of this spelling."""
    if names.ORDINARY.search(fold(word)) or "'" in word or "’" in word:
        return True
    if word in es.FUNCTION_WORDS or word in es.LIGHT_WORDS or has_word(word):
        return True
    first, hyphen, rest = word.partition("-")
    if hyphen and rest:
        return (first in names.PREFIXES or _is_ordinary(first)) and _is_ordinary(rest)
    stem = names.ENCLITICS.sub("", word)
    return len(stem) > 3 and stem != word and any(map(has_word, (stem, _stressed(stem))))


def _stressed(stem: str) -> str:
    """The stem with its last vowel stressed: an imperative before its pronoun, `mantén(te)`."""
    at = max(stem.rfind(vowel) for vowel in "aeiou")
    return stem if at < 0 else stem[:at] + _ACUTE[stem[at]] + stem[at + 1 :]


_ACUTE = dict(zip("aeiou", "áéíóú", strict=True))
