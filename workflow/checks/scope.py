"""Which checks a pair of languages has, so that none is passed in silence."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from workflow.numbers.languages import LANGUAGES


class Family(StrEnum):
    """Checks that need tables of the languages, by what is left unchecked without them."""

    NUMBERS = "numbers"
    TERMS = "terms"
    CLAUSES = "clauses left out, sentences cut short and negations"
    WORDS = "words left untranslated and names"
    STYLE = "typography"


_TRANSLATED = ("es", "en")
"""The pair that the glossary and the tables of words are for."""


def base(language: str) -> str:
    """`es` of `es-MX`."""
    return language.replace("_", "-").partition("-")[0].lower()


def runs(family: Family, source_lang: str, target_lang: str) -> bool:
    """Whether a family of checks can be made between two languages."""
    pair = (base(source_lang), base(target_lang))
    if family is Family.NUMBERS:
        return all(language in LANGUAGES for language in pair)
    if family is Family.STYLE:
        return pair[1] == "en"
    return pair == _TRANSLATED


def not_run(source_lang: str, target_lang: str) -> Iterator[str]:
    """What is not checked between two languages, and why: `terms: no glossary for es → pt`."""
    pair = f"{base(source_lang)} → {base(target_lang)}"
    for family in Family:
        if not runs(family, source_lang, target_lang):
            yield f"{family}: {_MISSING[family]} for {pair}"


_MISSING = {
    Family.NUMBERS: "no table of numbers",
    Family.TERMS: "no glossary",
    Family.CLAUSES: "no table of words",
    Family.WORDS: "no table of words",
    Family.STYLE: "no rules",
}
