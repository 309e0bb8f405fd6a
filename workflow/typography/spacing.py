"""Spaces around punctuation, inverted marks, doubled marks and the place of note references."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workflow.typography.markup import MARKS, NOTE, OPAQUE, REST, SPACE, THIN
from workflow.typography.model import Change, TypographyRule

_LETTER = r"[^\W\d_]"
# What a sentence mark can stand right after: a word, a closing mark, or markup.
_WORD_END = rf"[\w)\]”’\"»›%…{OPAQUE}{THIN}{NOTE}{REST}*_~?!]"
# What comes after a mark that is set off by a space on its left and nothing else.
_THEN_REST = rf"(?=$|\s|{MARKS}*[”’\"»›)]|{MARKS}+(?:$|\s))"

# ¿¡ before a name that is more than one capitalised word (*¡Basta Ya!*) belong to the name.
_INVERTED = re.compile(
    rf"(?P<name>¡{_LETTER}+(?:[ ]{_LETTER}+)+!)|(?P<mark>[¿¡](?:{REST}*[¿¡]?)*{SPACE}*)"
)

# AP Stylebook, "percent"; New Hart's Rules, on numbers: no space before %.
_PERCENT = re.compile(rf"\d{MARKS}*({SPACE}+){MARKS}*[%‰](?!\w)")

_BEFORE_COMMA = re.compile(rf"(?<={_WORD_END})({SPACE}++),{_THEN_REST}", re.MULTILINE)
_BEFORE_COMMA_GLUED = re.compile(rf"(?<={_LETTER})({SPACE}++,)(?={_LETTER})")
_BEFORE_COLON = re.compile(rf"(?<={_WORD_END})({SPACE}++)[;:](?!\)){_THEN_REST}", re.MULTILINE)
# A question mark may be spoken of ("a ? in the form"): no small letter may follow.
_BEFORE_QUESTION = re.compile(
    rf"(?<={_WORD_END})({SPACE}++)[?!]++(?={SPACE}*$|{MARKS}*[”’\"»›)]|{SPACE}+[^\Wa-z])",
    re.MULTILINE,
)
# Not a spaced ellipsis (". . .") and not a name or decimal that starts with a point (.NET, .5).
_BEFORE_POINT = re.compile(
    rf"(?<={_WORD_END})({SPACE}++)\.(?!\.|{SPACE}*\.){_THEN_REST}", re.MULTILINE
)
_AFTER_OPENING = re.compile(rf"\(({SPACE}++)(?=[^\s)])")
_BEFORE_CLOSING = re.compile(rf"(?<=[\w.,;?!%”’\"»›*_~{OPAQUE}{THIN}{NOTE}])({SPACE}++)\)")

_SPACES = re.compile(r"(?<=[^\s|])( {2,}+)(?=[^\s|])")

_DOUBLED = re.compile(rf"((?P<mark>[,;])(?:{SPACE}*(?P=mark))++)")
_COMMA_POINT = re.compile(rf"(,{SPACE}*\.)(?=\s|$)")
# Abbreviations whose point an engine doubles at the end of a sentence.
_ABBREVIATION_POINTS = re.compile(
    r"\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|[A-Za-z]\.[A-Za-z])(\.\.)(?!\.)(?=\s|$)"
)

_GLUED_COMMA = re.compile(rf"(?<={_LETTER}{{2}})([,;])(?={_LETTER}{{2}})")
_GLUED_SENTENCE = re.compile(r"(?<=[a-z]{3})([?!])(?=[A-Z][a-z])")

# References follow the mark in English (Chicago 14.26) and precede it in Spanish (RAE, Ortografía
# de la lengua española, 2010, on the place of *llamadas de nota*).
_NOTE = re.compile(rf"(?<=[^\s{NOTE}])({NOTE}+)([.,;:?!…]++)(?!\w)")

# What each pattern's first group becomes.
_Fix = tuple[re.Pattern[str], str, TypographyRule]
_MARK_FIXES: tuple[_Fix, ...] = (
    (_DOUBLED, r"\g<mark>", TypographyRule.DOUBLED_MARK),
    (_COMMA_POINT, ".", TypographyRule.DOUBLED_MARK),
    (_ABBREVIATION_POINTS, ".", TypographyRule.DOUBLED_MARK),
)
_SPACE_FIXES: tuple[_Fix, ...] = (
    (_PERCENT, "", TypographyRule.PERCENT_SPACE),
    (_BEFORE_COMMA, "", TypographyRule.SPACE_BEFORE),
    (_BEFORE_COMMA_GLUED, ", ", TypographyRule.SPACE_BEFORE),
    (_BEFORE_COLON, "", TypographyRule.SPACE_BEFORE),
    (_BEFORE_QUESTION, "", TypographyRule.SPACE_BEFORE),
    (_BEFORE_POINT, "", TypographyRule.SPACE_BEFORE),
    (_AFTER_OPENING, "", TypographyRule.BRACKET_SPACE),
    (_BEFORE_CLOSING, "", TypographyRule.BRACKET_SPACE),
    (_SPACES, " ", TypographyRule.DOUBLE_SPACE),
    (_GLUED_COMMA, r"\1 ", TypographyRule.SPACE_AFTER),
    (_GLUED_SENTENCE, r"\1 ", TypographyRule.SPACE_AFTER),
)

# What a text must have for any of the fixes to be worth looking for, which is quick to find.
_MAY_BE_DOUBLED = re.compile(rf"[,;]{SPACE}*[,;.]|\.\.")
_MAY_BE_SPACED = re.compile(
    rf"{SPACE}(?:{MARKS}|{SPACE}|[,;:?!.)%‰])|\({SPACE}|[,;](?={_LETTER})|[?!][A-Z]"
)


def inverted_marks(text: str, covered: str) -> Iterator[Change]:
    """*¿Por qué?* has its question mark once in English."""
    if "¿" not in covered and "¡" not in covered:
        return
    for match in _INVERTED.finditer(covered):
        if match["mark"] is None and _is_name(match["name"]):
            continue
        end = match.end("mark") if match["mark"] else match.start() + 1
        glued = covered[max(match.start() - 1, 0) : match.start()].isalnum()
        after = " " if glued and covered[end : end + 1].isalnum() else ""
        yield _change(text, match.start(), end, after, TypographyRule.INVERTED_MARKS)


def doubled_marks(text: str, covered: str) -> Iterator[Change]:
    """Marks that an engine wrote twice."""
    if _MAY_BE_DOUBLED.search(covered):
        yield from _fixed(text, covered, _MARK_FIXES)


def spaces(text: str, covered: str) -> Iterator[Change]:
    """Spaces that English leaves out, doubled spaces, spaces that are missing."""
    if _MAY_BE_SPACED.search(covered):
        yield from _fixed(text, covered, _SPACE_FIXES)


def note_references(text: str, covered: str) -> Iterator[Change]:
    """*palabra[^1].* becomes *word.[^1]*."""
    for match in _NOTE.finditer(covered):
        note, mark = text[match.start(1) : match.end(1)], match[2]
        yield _change(text, *match.span(), mark + note, TypographyRule.NOTE_REFERENCE)


def _fixed(text: str, covered: str, fixes: Iterable[_Fix]) -> Iterator[Change]:
    for pattern, template, rule in fixes:
        for match in pattern.finditer(covered):
            if not _between_digits(covered, match.start(1), match.end()):
                yield _change(text, *match.span(1), match.expand(template), rule)


def _between_digits(covered: str, start: int, end: int) -> bool:
    """Whether `[start, end)` stands between two digits: a ratio, a grouped number, a list."""
    return covered[start - 1 : start].isdigit() and covered[end : end + 2].strip()[:1].isdigit()


def _is_name(phrase: str) -> bool:
    words = phrase.strip("¡!").split()
    return all(word.istitle() for word in words)


def _change(text: str, start: int, end: int, after: str, rule: TypographyRule) -> Change:
    return Change(start, end, text[start:end], after, rule)
