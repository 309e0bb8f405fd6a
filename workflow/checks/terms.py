"""Terms: the approved English stands where the Spanish has a term of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.findings import Finding, Rule, Severity, Span, finding
from workflow.glossary import Glossary, Match, PartOfSpeech, Term
from workflow.glossary.target import Occurrence, TargetText
from workflow.glossary.wordlist import word_set

MISSING = Rule(
    "T101",
    "term-missing",
    Severity.ERROR,
    "A term of the glossary stands in the Spanish, and its approved English is not in the English.",
)
FORBIDDEN = Rule(
    "T102",
    "forbidden-rendering",
    Severity.ERROR,
    "The English has a rendering that the glossary forbids.",
)
LOST_AGAIN = Rule(
    "T103",
    "term-lost-again",
    Severity.WARNING,
    "A term is rendered as approved in one sentence and missing in another.",
)
RULES: tuple[Rule, ...] = (MISSING, FORBIDDEN, LOST_AGAIN)

ANAPHORS = word_set(
    "it its they them their theirs this that these those such one ones he him his she her hers "
    "who whom whose which there so both former latter same we us our you your"
)
"""A sentence with one of these may speak of a term without naming it."""

_SENTENCE = re.compile(r"[.!?…]+[\"”»’)\]]*\s+(?=[\"“«‘(\[¿¡]*[A-ZÁÉÍÓÚÑ])")


@dataclass(frozen=True, slots=True)
class _Group:
    """The matches of one term and what stands for them in the English."""

    matches: Sequence[Match]
    accepted: Sequence[Occurrence]
    forbidden: Sequence[Occurrence]


def check_terms(source: str, target: str, glossary: Glossary) -> Iterator[Finding]:
    """What is wrong with the terms of `source` in `target`, in the order of the source.

    Both are running text or Markdown inline; the spans of the findings are over them.
    """
    matches = glossary.find(source)
    if not matches:
        return
    text = TargetText(target)
    for group in _groups(matches, text):
        wrong = _wrong(group)
        if wrong:
            yield from _forbidden(group, wrong)
        elif group.accepted:
            yield from _lost_again(group, source, target)
        elif not _rendered_otherwise(group.matches[0], text):
            yield _missing(group.matches[0])


def check_target_terms(target: str, glossary: Glossary) -> Iterator[Finding]:
    """Forbidden renderings in an English text whose Spanish is not at hand.

    Only those of several words, and those of entries marked `anywhere: yes`: single words such
    as *process* are good English elsewhere.
    """
    refused = glossary.refused_anywhere
    for occurrence in TargetText(target).outside(tuple(refused), ()):
        term, approved = refused[occurrence.rendering]
        if not _may_be(occurrence, term):
            continue
        yield finding(
            FORBIDDEN,
            f"“{occurrence.text}” is a forbidden rendering of “{term.source}”; "
            f"approved: “{approved}”",
            target=Span(occurrence.start, occurrence.end),
            suggestion=occurrence.like(approved),
        )


def _groups(matches: Sequence[Match], text: TargetText) -> list[_Group]:
    """Matches by term, each with the stretches of English that belong to it."""
    by_term: dict[int, list[Match]] = {}
    for match in matches:
        by_term.setdefault(match.index, []).append(match)
    terms = list(by_term.values())
    accepted = text.assign([group[0].accepted for group in terms])
    covered = [one for found in accepted for one in found]
    return [
        _Group(group, found, text.outside(group[0].forbidden, covered))
        for group, found in zip(terms, accepted, strict=True)
    ]


def _wrong(group: _Group) -> list[Occurrence]:
    """The forbidden renderings that stand for the term: single words only where one is lost."""
    lost = len(group.matches) - len(group.accepted)
    term = group.matches[0].term
    several = (one for one in group.forbidden if lost > 0 or one.words > 1)
    return [one for one in several if _may_be(one, term)]


def _may_be(occurrence: Occurrence, term: Term) -> bool:
    """A name translated is still capitalized: *El País* is never *the country*."""
    return occurrence.capitalized or term.part_of_speech is not PartOfSpeech.NAME


def _rendered_otherwise(match: Match, text: TargetText) -> bool:
    """By a word of the same family, or, with other words inside, by the same words apart."""
    apart = match.gap and text.has_words_of(match.accepted)
    return apart or text.has_kin_of(match.accepted)


def _forbidden(group: _Group, wrong: Sequence[Occurrence]) -> Iterator[Finding]:
    """A finding for each of `wrong`, with the match that has its rank among all renderings."""
    ranked = sorted([*group.accepted, *wrong], key=lambda one: one.first)
    for occurrence in wrong:
        rank = min(ranked.index(occurrence), len(group.matches) - 1)
        match = group.matches[rank]
        yield finding(
            FORBIDDEN,
            f"“{occurrence.text}” is a forbidden rendering of “{match.term.source}”; "
            f"approved: “{match.target}”",
            severity=_severity(match),
            source=Span(match.start, match.end),
            target=Span(occurrence.start, occurrence.end),
            suggestion=occurrence.like(match.target),
            certain=_has_one_form(match),
        )


def _has_one_form(match: Match) -> bool:
    """Whether the approved English is the same in any sentence."""
    inflected = match.part_of_speech is PartOfSpeech.VERB
    return match.replaceable and not match.term.also and not inflected


def _missing(match: Match) -> Finding:
    return finding(
        MISSING,
        f"“{match.term.source}” has no approved rendering here; approved: “{match.target}”",
        severity=_severity(match),
        source=Span(match.start, match.end),
        suggestion=match.target,
    )


def _lost_again(group: _Group, source: str, target: str) -> Iterator[Finding]:
    """Sentences that lack a term which others render, where sentence answers to sentence."""
    enough = len(group.accepted) >= len(group.matches)
    if enough or group.matches[0].part_of_speech not in _NAMED_AGAIN:
        return
    spanish, english = _sentences(source), _sentences(target)
    if len(spanish) != len(english):
        return
    for (first, last), (start, end) in zip(spanish, english, strict=True):
        here = [match for match in group.matches if first <= match.start < last]
        rendered = any(start <= one.start < end for one in group.accepted)
        if here and not rendered and not _may_refer(here[0], target[start:end]):
            yield finding(
                LOST_AGAIN,
                f"“{here[0].term.source}” is “{here[0].target}” elsewhere, "
                "and has no approved rendering in this sentence",
                source=Span(here[0].start, here[0].end),
                suggestion=here[0].target,
            )


_NAMED_AGAIN = (PartOfSpeech.NOUN, PartOfSpeech.ADJECTIVE, PartOfSpeech.PHRASE)
"""What is named again when it is meant; bodies and places are *the Court* and *the country*."""


def _may_refer(match: Match, sentence: str) -> bool:
    """Whether a sentence may speak of a term by a pronoun or by a part of its rendering."""
    words = set(re.findall(r"\w+", sentence.lower()))
    parts = set(re.findall(r"\w{4,}", match.target.lower()))
    return not words.isdisjoint(ANAPHORS | parts)


def _sentences(text: str) -> list[tuple[int, int]]:
    """Spans of the sentences of `text`; together they cover it."""
    ends = [match.end() for match in _SENTENCE.finditer(text)]
    return list(zip([0, *ends], [*ends, len(text)], strict=True))


def _severity(match: Match) -> Severity:
    """What depends on the context, or was read with other words inside, is not certain."""
    return Severity.ERROR if match.replaceable else Severity.WARNING
