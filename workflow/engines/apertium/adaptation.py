"""The Spanish of a segment made easier for the rules into English: figures, *a*, known traps."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from workflow.engines.apertium import lexicon
from workflow.engines.apertium.reading import lemmas
from workflow.engines.apertium.stream import Unit
from workflow.engines.apertium.verbs import carrier_forms, carrier_readings

_Rule = Callable[[Sequence[Unit], int], Unit | None]
"""What takes the place of a unit: itself, another, or nothing."""


def adapt(units: Sequence[Unit], gaps: Sequence[str]) -> tuple[list[Unit], list[str]]:
    """Units without what the tagger and the rules for English stumble over."""
    kept: list[Unit] = []
    between = [gaps[0]]
    for n, gap in enumerate(gaps[1:]):
        unit = _adapted(units, n)
        if unit is not None:
            kept.append(unit)
            between.append(gap)
        elif gap.strip():
            between[-1] += gap.lstrip() if between[-1].endswith(" ") or n == 0 else gap
    return kept, between


def _adapted(units: Sequence[Unit], n: int) -> Unit | None:
    """The unit after the first rule for its word that changes it."""
    unit = units[n]
    if unit.stands_for is not None:
        return unit
    for rule in _RULES.get(unit.surface.casefold(), ()):
        changed = rule(units, n)
        if changed is not unit:
            return changed
    return _verb(units, n) if "<vblex>" in unit.readings else unit


def _word(units: Sequence[Unit], n: int) -> str:
    return units[n].surface.casefold() if 0 <= n < len(units) else ""


def _fixed(units: Sequence[Unit], n: int) -> str:
    """The fixed English that a unit carries; empty for others."""
    return (units[n].stands_for or "") if 0 <= n < len(units) else ""


def _is_number(units: Sequence[Unit], n: int) -> bool:
    return 0 <= n < len(units) and units[n].has("num")


def _is_date(units: Sequence[Unit], n: int) -> bool:
    words = _fixed(units, n).casefold().replace(",", " ").split()
    return not lexicon.MONTHS.isdisjoint(words)


def _is_time(units: Sequence[Unit], n: int) -> bool:
    return _fixed(units, n).endswith(lexicon.TIMES) or ":" in _fixed(units, n)


def _as_text(unit: Unit, text: str, readings: str) -> Unit:
    """The unit as a carrier of English text."""
    return replace(unit, readings=readings, stands_for=text)


def _dropped(unit: Unit) -> Unit | None:
    """Nothing, or what stays of a contraction without its article."""
    half = _WITHOUT_ARTICLE.get(unit.surface.casefold())
    return None if half is None else replace(unit, surface=half, readings=f"{half}<pr>")


_WITHOUT_ARTICLE: Final = {"al": "a", "del": "de"}


def _personal_a(units: Sequence[Unit], n: int) -> Unit | None:
    """*detuvo a 480 personas*: the *a* only marks people as an object."""
    if _word(units, n) not in {"a", "al"} or not n or not _takes_people(units[n - 1]):
        return units[n]
    return _without_preposition(units[n])


def _takes_people(unit: Unit) -> bool:
    return (
        unit.stands_for is None
        and unit.has("vblex")
        and not unit.has("pp")
        and not lexicon.TAKES_PEOPLE.isdisjoint(lemmas(unit))
    )


def _article(units: Sequence[Unit], n: int) -> Unit | None:
    """English has no article before a percentage, a time, a cited article; *on* before Monday."""
    if _word(units, n) not in lexicon.ARTICLES:
        return units[n]
    percentage = _fixed(units, n + 1).endswith("%") and _is_number(units, n + 1)
    cited = lexicon.CITED.get(_word(units, n + 1)) and _is_number(units, n + 2)
    ranged = _is_date(units, n + 1) and _word(units, n - 1) in {"y", "entre"} and _between(units, n)
    weekday = _word(units, n + 1) in lexicon.WEEKDAYS
    if weekday and _word(units, n) in {"el", "los"}:
        return _as_text(units[n], "on", lexicon.PREPOSITION)
    if percentage or cited or ranged or weekday or _is_time(units, n + 1):
        return _dropped(units[n])
    return units[n]


def _between(units: Sequence[Unit], n: int) -> bool:
    return any(_word(units, k) == "entre" for k in range(max(0, n - 9), n))


def _cited(units: Sequence[Unit], n: int) -> Unit | None:
    """*el artículo 5* is *Article 5*."""
    text = lexicon.CITED.get(_word(units, n))
    if text is None or not _is_number(units, n + 1):
        return units[n]
    return _as_text(units[n], text, f"{lexicon.NOUNS['m']}<sg>")


def _round_of(units: Sequence[Unit], n: int) -> Unit | None:
    """*3 millones de personas* is *3 million people*."""
    number = _is_number(units, n - 1) or _word(units, n - 1) in {"un", "varios"}
    if _word(units, n) in lexicon.MILLIONS and number:
        return _as_text(units[n], lexicon.MILLIONS[_word(units, n)], f"{lexicon.NOUNS['m']}<pl>")
    if _word(units, n) == "mil millones":
        return _as_text(units[n], "1 billion", lexicon.NUMERAL)
    if _word(units, n) == "de" and _word(units, n - 1) in lexicon.MILLIONS:
        return None
    rounded = n > 0 and units[n - 1].readings == lexicon.NUMERAL
    if _word(units, n) == "de" and rounded and _fixed(units, n - 1).endswith(lexicon.ROUND):
        return None
    return units[n]


def _about(units: Sequence[Unit], n: int) -> Unit | None:
    """*cerca de 60* is *nearly 60*, *cerca del río* is *near the river*; the *de* goes with it."""
    if _word(units, n) in {"de", "del"} and _word(units, n - 1) in lexicon.ABOUT:
        if _is_number(units, n + 1):
            return None
        return _without_preposition(units[n]) if _is_near(units, n - 1) else units[n]
    if _is_near(units, n) and not _is_number(units, n + 2):
        return _as_text(units[n], "near", lexicon.PREPOSITION)
    text = lexicon.ABOUT.get(_word(units, n))
    of = _word(units, n).endswith(" de") or _word(units, n + 1) in {"de", "del"}
    number = n + 1 if _word(units, n).endswith(" de") else n + 2
    if text is None or not of or not _is_number(units, number):
        return units[n]
    return _as_text(units[n], text, lexicon.ALMOST)


def _is_near(units: Sequence[Unit], n: int) -> bool:
    """Whether *cerca de* says where: no fence (*la cerca de la casa*)."""
    fence = n > 0 and units[n - 1].has("det")
    return _word(units, n) == "cerca" and _word(units, n + 1) in {"de", "del"} and not fence


def _without_preposition(unit: Unit) -> Unit | None:
    """Nothing, or the article of *al* and *del*."""
    if unit.surface.casefold() not in _WITHOUT_ARTICLE:
        return None
    return replace(unit, surface="el", readings="el<det><def><m><sg>")


def _preposition(units: Sequence[Unit], n: int) -> Unit | None:
    """*entre 18 y 29* is *between*; *a las 5:30* is *at*; *hacia las* is *around*."""
    word = _word(units, n)
    follows = n + 1 + (_word(units, n + 1) in lexicon.ARTICLES)
    if word == "entre" and _is_number(units, follows):
        return _as_text(units[n], "between", lexicon.PREPOSITION)
    if word in lexicon.BEFORE_TIMES and follows > n + 1 and _is_time(units, follows):
        return _as_text(units[n], lexicon.BEFORE_TIMES[word], lexicon.PREPOSITION)
    return units[n]


def _trap(units: Sequence[Unit], n: int) -> Unit | None:
    """Words that the tagger misreads: *bajo custodia*, *apenas once*, *los familiares*."""
    word = _word(units, n)
    if word == "bajo":
        noun = n + 1 < len(units) and (units[n + 1].has("n") or units[n + 1].has("det"))
        return (
            replace(units[n], readings="bajo<pr>")
            if noun and not (n and units[n - 1].has("det"))
            else units[n]
        )
    adjective = n > 0 and (units[n - 1].has("n") or units[n - 1].has("np"))
    if word in lexicon.RELATIVES and not adjective:
        number = "pl" if word.endswith("s") else "sg"
        return _as_text(units[n], lexicon.RELATIVES[word], f"{lexicon.NOUNS['m']}<{number}>")
    if word == "apenas":
        readings = lexicon.ALMOST if _is_number(units, n + 1) else lexicon.ADVERB
        return _as_text(units[n], "barely", readings)
    return units[n]


def _se(units: Sequence[Unit], n: int) -> Unit | None:
    """*se convirtió*, *se reunieron*: a *se* that English says nothing for."""
    if _word(units, n) != "se":
        return units[n]
    verb = n + 1 + (n + 1 < len(units) and units[n + 1].has("vbhaver"))
    known = lexicon.EMPTY_SE | lexicon.PRONOMINALS.keys()
    empty = verb < len(units) and units[verb].has("vblex") and lemmas(units[verb]) & known
    return None if empty else units[n]


def _manner(units: Sequence[Unit], n: int) -> Unit | None:
    """*de forma arbitraria* is *in an arbitrary manner*."""
    noun = n + (_word(units, n) == "de")
    adjective = noun + 1 < len(units) and units[noun + 1].has("adj")
    if not adjective or _word(units, noun) not in lexicon.MANNERS or _word(units, noun - 1) != "de":
        return units[n]
    if noun > n:
        return _as_text(units[n], "in a", lexicon.PREPOSITION)
    return _as_text(units[n], "manner", f"{lexicon.NOUNS['f']}<sg>")


def _violated(units: Sequence[Unit], n: int) -> bool:
    """Whether *violar* is about a law or a right, not a person."""
    before, after = units[max(0, n - 4) : n], units[n + 1 : n + 4]
    things = any(lemmas(unit) & lexicon.VIOLABLE for unit in (*before, *after))
    person = _word(units, n + 1) in {"a", "al"} or (n > 0 and units[n - 1].has("prn", "pro"))
    return not person and (things or not units[n].has("pp"))


def _verb(units: Sequence[Unit], n: int) -> Unit | None:
    """Verbs whose English Apertium cannot inflect, and verbs that *se* makes into others."""
    unit = units[n]
    behind = _word(units, n - 1) == "se" or (
        _word(units, n - 2) == "se" and units[n - 1].has("vbhaver")
    )
    table = lexicon.PRONOMINALS if behind else lexicon.VERBS
    found = lemmas(unit)
    if "violar" in found and not _violated(units, n):
        return unit
    for lemma in sorted(found & table.keys()):
        readings = carrier_readings(unit.readings)
        if readings:
            forms = carrier_forms(table[lemma], readings)
            return replace(unit, readings=readings, stands_for=table[lemma], forms=forms)
    return unit


_BY_RULE: Final[dict[_Rule, frozenset[str]]] = {
    _personal_a: frozenset(("a", "al")),
    _about: frozenset(("de", "del", *lexicon.ABOUT)),
    _manner: frozenset(("de", *lexicon.MANNERS)),
    _article: lexicon.ARTICLES,
    _cited: frozenset(lexicon.CITED),
    _round_of: frozenset(("de", *lexicon.MILLIONS)),
    _preposition: frozenset(("entre", *lexicon.BEFORE_TIMES)),
    _trap: frozenset(("bajo", "apenas", *lexicon.RELATIVES)),
    _se: frozenset(("se",)),
}
"""The words that each rule is about, in the order in which rules are asked."""

_RULES: Final[dict[str, list[_Rule]]] = {
    word: [rule for rule, about in _BY_RULE.items() if word in about]
    for word in frozenset().union(*_BY_RULE.values())
}
