"""Numbers in words: cardinals that add up and scale, ordinals in falling order."""

from __future__ import annotations

from workflow.numbers.grammar.number import Number, part_room
from workflow.numbers.lexer import Tokens
from workflow.numbers.model import Bound, Kind


def cardinal_words(tokens: Tokens, index: int) -> Number | None:
    """The cardinal in words that starts at `index`, with an article before its scale word."""
    words, language = tokens.words, tokens.lexicon.language
    terms: list[int] = []
    room, position, scale = 10**24, index, 1
    while position < tokens.count:
        word = words[position]
        value = language.cardinals.get(word)
        if value is not None:
            if value >= room or (value == 0 and terms):
                break
            terms.append(value)
            room = part_room(value)
        elif (factor := language.scales.get(word)) is not None:
            grown = _scaled(terms, factor, room)
            if grown is None:
                break
            terms, room, scale = grown, factor, factor
        elif not terms or not (_joins(tokens, position, room) or _goes_on(tokens, position, room)):
            break
        position += 1
    if not terms:
        return None
    first, bound = index, Bound.NONE
    if words[index] in language.scales and tokens.words[index - 1] in language.articles:
        first = index - 1
        if position == index + 1 and words[index] in language.round_scales:
            bound = Bound.ROUND
    weak = position == index + 1 and (words[index] in language.ones or not terms[0])
    return Number(sum(terms), first, position, bound=bound, weak=weak, scale=scale)


def _scaled(terms: list[int], factor: int, room: int) -> list[int] | None:
    kept = list(terms)
    multiplier = 0
    while kept and kept[-1] < factor:
        multiplier += kept.pop()
    if multiplier == 0:
        if kept and room <= factor:
            return None
        multiplier = 1
    return [*kept, multiplier * factor]


def _joins(tokens: Tokens, position: int, room: int) -> bool:
    """Whether the joiner or hyphen at `position` leads on to a part that fits."""
    language, following = tokens.lexicon.language, tokens.words[position + 1]
    value = language.cardinals.get(following)
    if tokens.words[position] == "-":
        fits = tokens.glued(position - 1) and tokens.glued(position)
        return fits and (
            (value is not None and value < room <= 100) or following in language.scales
        )
    if tokens.words[position] != language.joiner:
        return False
    if value is None:
        value = language.scales.get(following, room)
    return value < room and (
        room in language.joiner_after or (room > 1000 and 1000 in language.joiner_after)
    )


def _goes_on(tokens: Tokens, position: int, room: int) -> bool:
    """*one thousand, two hundred*: a comma inside number words, before a smaller scale."""
    if tokens.words[position] != "," or room < 1000:
        return False
    language = tokens.lexicon.language
    for index in range(position + 1, min(position + 5, tokens.count)):
        word = tokens.words[index]
        if word in language.scales:
            return index > position + 1 and language.scales[word] < room
        if word not in language.cardinals and word != "-":
            return False
    return False


def ordinal_words(tokens: Tokens, index: int) -> Number | None:
    """*vigésimo primero*: ordinals in falling order add up."""
    ordinals = tokens.lexicon.language.ordinals
    room, position, value = 10**24, index, 0
    while (part := ordinals.get(tokens.words[position])) is not None and part < room:
        value += part
        room = 10 if part == 10 else part_room(part)
        position += 1
    if position == index:
        return None
    return Number(value, index, position, Kind.ORDINAL)
