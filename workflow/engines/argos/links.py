"""Word links of one sentence: what attention says, corrected by what is known of words.

Attention follows content: articles and prepositions attend to the noun they stand with, and both
halves of a term to either half. So words that are spelt alike go together first, a word that
attends to one that is spoken for moves to one that nothing renders, and small words go with the
small words that stand at the same noun.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Final

from workflow.checks.languages import words

LEAST_SHARE: Final = 0.15
"""Attention that a word must give another to be aligned with it."""
_LEAST_OF_COGNATES: Final = 0.05
_COGNATE: Final = 4
"""First letters that words spelt alike share; at least half of the shorter word."""
_PHRASE: Final = 4
"""Words between an article and its noun, at most."""

# Small words of English and of Spanish that say little by themselves, as `_folded` has them.
_ARTICLES: Final = (words("the a an"), words("el la los las lo un una unos unas al del"))
_PARTICLES: Final = (
    words("of to in for with from by on at as and or about against between than"),
    words(
        "a ante bajo con contra de desde en entre para por segun sin sobre tras al del y e o u que"
    ),
)

_AUXILIARIES: Final = words("do does did")
"""They stand before *not* because English cannot negate a verb without them."""

Matrix = Sequence[Sequence[float]]
"""What each target word gives to each source word."""
Links = list[int | None]
"""For each target word the source word that it renders."""


def link(matrix: Matrix, source: Sequence[str], target: Sequence[str]) -> Links:
    """The source word that each target word renders, None where nothing tells it.

    A sign is linked with the same sign alone.
    """
    source = [_folded(word) for word in source]
    target = [_folded(word) for word in target]
    links = [_first(row, source, word) for row, word in zip(matrix, target, strict=True)]
    _relieve(links, matrix, source, target)
    _negate(links, source, target)
    small = [n for n, word in enumerate(target) if word in _ARTICLES[0] | _PARTICLES[0]]
    _free(links, small, source, target)
    for number in small:
        if target[number] in _ARTICLES[0]:
            links[number] = _article(number, links, source, target)
        elif target[number] == "on":
            links[number] = _date(number, links, source, target)
    for number in small:
        if links[number] is None:
            links[number] = _particle(number, links, source, target)
    return links


def _folded(word: str) -> str:
    """Lower case without accents: *Según* and *segun* are one word."""
    if not word[0].isalnum():
        return word
    plain = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char))


def _first(row: Sequence[float], source: Sequence[str], word: str) -> int | None:
    """The source word of most weight: the same one, else one spelt alike, else any."""
    wordlike = word[0].isalnum()
    candidates = [
        n
        for n, other in enumerate(source)
        if row[n] >= LEAST_SHARE and (other[0].isalnum() if wordlike else other == word)
    ]
    same = [n for n in candidates if source[n] == word]
    alike = [
        n
        for n, other in enumerate(source)
        if row[n] >= _LEAST_OF_COGNATES and _cognates(word, other)
    ]
    return max(same or alike or candidates, key=lambda n: row[n], default=None)


def _cognates(one: str, other: str) -> bool:
    shared = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    shorter = min(len(one), len(other))
    shared = shorter if shared is None else shared
    return shared >= max(_COGNATE, (shorter + 1) // 2) and one[0].isalpha()


def _relieve(links: Links, matrix: Matrix, source: Sequence[str], target: Sequence[str]) -> None:
    """Give a source word that nothing renders one of several target words that share another.

    One of them must attend to it; of those that share a source word the one spelt like it stays,
    else the one that attends to it most.
    """
    for free, word in enumerate(source):
        if free in links or not _tells(word, 1):
            continue
        best, mover = 0.0, 0
        for place, sharing in _shared(links, target).items():
            strength = max(matrix[n][free] for n in sharing)
            if strength > best:
                keeper = max(
                    sharing, key=lambda n: (_cognates(target[n], source[place]), matrix[n][place])
                )
                others = [n for n in sharing if n != keeper]
                best, mover = strength, max(others, key=lambda n: matrix[n][free])
        if best >= LEAST_SHARE:
            links[mover] = free


def _negate(links: Links, source: Sequence[str], target: Sequence[str]) -> None:
    """*No* is *not*, even where the *did* before it attends to it, which is the verb's."""
    for number in range(1, len(target)):
        place = links[number - 1]
        is_auxiliary = target[number] == "not" and target[number - 1] in _AUXILIARIES
        if is_auxiliary and place is not None and source[place] == "no":
            links[number - 1 : number + 1] = links[number], place


def _shared(links: Links, target: Sequence[str]) -> dict[int, list[int]]:
    """The source words that several target words with content render, and those."""
    rendered: dict[int, list[int]] = {}
    for number, place in enumerate(links):
        if place is not None and _tells(target[number], 0):
            rendered.setdefault(place, []).append(number)
    return {place: numbers for place, numbers in rendered.items() if len(numbers) > 1}


def _tells(word: str, side: int) -> bool:
    """Whether a word, of English (side 0) or Spanish (side 1), has content."""
    return word[0].isalnum() and word not in _ARTICLES[side] and word not in _PARTICLES[side]


def _free(links: Links, small: Sequence[int], source: Sequence[str], target: Sequence[str]) -> None:
    """Take small words away from what others render: words with content, articles."""
    telling = {place for place, word in zip(links, target, strict=True) if _tells(word, 0)}
    articles = {links[number] for number in small if target[number] in _ARTICLES[0]}
    for number in small:
        place = links[number]
        if place is None:
            continue
        of_another = _tells(source[place], 1) and place in telling
        of_article = source[place] in _ARTICLES[1] and place in articles
        if of_another or (of_article and target[number] not in _ARTICLES[0]):
            links[number] = None


def _article(number: int, links: Links, source: Sequence[str], target: Sequence[str]) -> int | None:
    """The article before the words that render the noun (and its adjectives) after this one."""
    for following in range(number + 1, min(number + 1 + _PHRASE, len(links))):
        place = links[following]
        if not _tells(target[following], 0):
            break
        if place is not None and place and source[place - 1] in _ARTICLES[1]:
            return place - 1
    return links[number]


def _particle(
    number: int, links: Links, source: Sequence[str], target: Sequence[str]
) -> int | None:
    """The small word before what renders the next word, or after what renders the last one.

    Where neither is there and a clause begins, what renders the next word: *In addition*.
    """
    following = number + 1
    while following < len(links) and target[following] in _ARTICLES[0]:
        following += 1
    after = links[following] if following < len(links) else None
    place = after
    while place is not None and place and not _tells(source[place - 1], 1):
        place -= 1
        if source[place] in _PARTICLES[1]:
            return place
    before = links[number - 1] if number else None
    if before is not None and before + 1 < len(source) and source[before + 1] in _PARTICLES[1]:
        return before + 1
    return after if not number or not target[number - 1][0].isalnum() else None


def _date(number: int, links: Links, source: Sequence[str], target: Sequence[str]) -> int | None:
    """The article before the day for *on*: *El 3 de mayo*, *On May 3*."""
    for following in range(number + 1, min(number + 1 + _PHRASE, len(links))):
        place = links[following]
        if target[following][0].isdigit() and place and source[place - 1] in _ARTICLES[1]:
            return place - 1
    return links[number]
