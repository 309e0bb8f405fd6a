"""Words that a draft spells in the other variety of English."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workflow.typography.model import Change, TypographyRule
from workflow.typography.varieties import Variety

# A name is left alone (International Labour Organization, Pearl Harbor): only words in lower case,
# and one with a capital where a sentence starts and the next word is in lower case.
_WORD = re.compile(r"(?<![\w@#./-])(?:[a-z]+|(?:^|(?<=[.?!] ))[A-Z][a-z]+(?= [a-z]))(?![\w@/])")

_LETTERS = re.compile("[A-Za-z]+")


def spelling(text: str, covered: str, variety: Variety) -> Iterator[Change]:
    """Changes that spell the words of the variety's table as it does."""
    if variety.spelling.keys().isdisjoint(_LETTERS.findall(covered.lower())):
        return  # most texts have no such word
    for match in _WORD.finditer(covered):
        word = match[0]
        spelt = variety.spelling.get(word.lower())
        if spelt is not None:
            after = spelt if word.islower() else spelt.capitalize()
            before = text[match.start() : match.end()]
            yield Change(match.start(), match.end(), before, after, TypographyRule.SPELLING)
