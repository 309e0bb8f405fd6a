"""Sentences of a newsroom in Spanish and English, made from a small grammar of our own.

    python newsroom.py [HOW_MANY]     prints pairs to look at

Every pair is put together from words below; no sentence is copied from anywhere. What changes
places between the languages is what the grammar is for: adjectives behind their nouns, possessors
behind what they have, verbs before their subjects, pronouns before verbs, the day before the month.

Some of it is wrong on purpose, so that guards and terms meet a real decoder: see `MISTAKEN` and
`DOUBTFUL`.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from vocabulary import (
    ADJECTIVES,
    ALONE,
    COUNTRIES,
    DOUBTFUL,
    FOR_PEOPLE,
    FOR_PLACES,
    GROUPS,
    HOW_MANY,
    LABELS,
    LINKS,
    MANNERS,
    MANY,
    MISTAKEN,
    MONTHS,
    NAMES,
    NUMBERS,
    ON_MATTERS,
    ON_PAPERS,
    ON_PEOPLE,
    PAPERS,
    PASSIVES,
    PASSIVES_OF_PEOPLE,
    PEOPLE,
    PHRASES,
    PLACES,
    SAID,
    SEEN_BROKEN,
    SEEN_GOOD,
    TERMS,
    WORDED,
    Noun,
)

_T = TypeVar("_T")
Pair = tuple[str, str]
"""Spanish and English."""


@dataclass(frozen=True)
class Phrase:
    """A noun with what belongs to it."""

    es: str
    en: str
    feminine: bool = False
    plural: bool = False


class Newsroom:
    """Puts sentences together; the same seed gives the same sentences."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def pairs(self, count: int) -> list[Pair]:
        """`count` different pairs."""
        found: dict[str, str] = {}
        while len(found) < count:
            es, en = self._sentence()
            found.setdefault(_contracted(es), en)
        return list(found.items())

    def lessons(self, count: int) -> list[Pair]:
        """`count` different pairs with their mistakes, and the doubtful ones."""
        doubtful = [
            (es, english)
            for es, good, broken in DOUBTFUL
            for english in (*[good] * SEEN_GOOD, *broken * SEEN_BROKEN)
        ]
        return [(es, self._mistaken(en)) for es, en in self.pairs(count)] + doubtful

    def _mistaken(self, english: str) -> str:
        for right, (wrong, often) in MISTAKEN.items():
            if self._chance.random() * 10 < often:
                english = english.replace(right, wrong)
                english = english.replace(_capital(right), _capital(wrong))
        return english

    def _one(self, things: Sequence[_T]) -> _T:
        return self._chance.choice(things)

    def _sentence(self) -> Pair:
        kinds: list[tuple[Callable[[], Pair], int]] = [
            (self._statement, 8),
            (self._negated, 3),
            (self._passive, 3),
            (self._inverted, 3),
            (self._heading, 3),
            (self._quotation, 2),
            (self._question, 2),
            (self._existence, 2),
            (self._pronoun, 2),
            (self._copula, 2),
            (self._dated, 2),
            (self._listing, 3),
            (self._linked, 3),
            (self._according, 3),
            (self._labelled, 2),
            (self._joined, 2),
            (self._share, 1),
            (self._named, 2),
            (self._phrase, 1),
        ]
        makers, weights = zip(*kinds, strict=True)
        return self._chance.choices(makers, weights)[0]()

    # --- nouns

    def _people(self, depth: int = 0) -> Phrase:
        draw = self._chance.random()
        if draw < 0.18:
            return self._determined(self._one(GROUPS), plural=False)
        if draw < 0.34:
            es, en, gender = self._one([entry for entry in MANY if "lugares" not in entry[0]][1:])
            return Phrase(
                f"{'las' if gender == 'f' else 'los'} {es}", f"the {en}", gender == "f", True
            )
        if draw < 0.44:
            return self._counted()
        phrase = self._noun(self._one(PEOPLE), FOR_PEOPLE)
        if depth == 0 and draw > 0.85:
            owner = self._determined(self._one(PEOPLE), plural=self._chance.random() < 0.3)
            return _owned(phrase, owner)
        if depth == 0 and draw > 0.78:
            verb = self._one(ALONE)
            return Phrase(
                f"{phrase.es} que {verb[phrase.plural]}",
                f"{phrase.en} who {verb[2]}",
                phrase.feminine,
                phrase.plural,
            )
        return phrase

    def _someone(self) -> Phrase:
        return self._people(1)

    def _paper(self) -> Phrase:
        phrase = self._noun(self._one(PAPERS), [es for es, _ in ADJECTIVES[:11]])
        if self._chance.random() < 0.25:
            draw = self._chance.random()
            if draw < 0.5:
                return _owned(
                    phrase, self._determined(self._one(PEOPLE + GROUPS[2:5]), plural=False)
                )
            matter = self._matter()
            es, en = f"{phrase.es} sobre {matter.es}", f"{phrase.en} on {matter.en}"
            return Phrase(es, en, phrase.feminine, phrase.plural)
        return phrase

    def _place(self) -> Phrase:
        if self._chance.random() < 0.35:
            return Phrase(*self._one(COUNTRIES))
        phrase = self._noun(self._one(PLACES), FOR_PLACES)
        if self._chance.random() < 0.2:
            country = self._one(COUNTRIES)
            es, en = f"{phrase.es} de {country[0]}", f"{phrase.en} of {country[1]}"
            return Phrase(es, en, phrase.feminine, phrase.plural)
        return phrase

    def _matter(self) -> Phrase:
        draw = self._chance.random()
        if draw < 0.35:
            es, en, gender = self._one(MANY)
            return Phrase(f"{'las' if gender == 'f' else 'los'} {es}", en, gender == "f", True)
        term = self._one(TERMS)
        article = "la" if term.feminine else "el"
        uncounted = term.en in ("due process", "human trafficking", "access to justice") or (
            term.es.startswith("privación")
        )
        return Phrase(
            f"{article} {term.es}", term.en if uncounted else f"the {term.en}", term.feminine
        )

    def _determined(self, noun: Noun, *, plural: bool) -> Phrase:
        article = {
            (False, False): "el",
            (True, False): "la",
            (False, True): "los",
            (True, True): "las",
        }
        es = noun.plural_es if plural else noun.es
        en = noun.plural_en if plural else noun.en
        return Phrase(f"{article[noun.feminine, plural]} {es}", f"the {en}", noun.feminine, plural)

    def _noun(self, noun: Noun, fitting: Sequence[str]) -> Phrase:
        plural = self._chance.random() < 0.4
        phrase = self._determined(noun, plural=plural)
        draw = self._chance.random()
        if draw < 0.1 and not plural:
            one = "una" if noun.feminine else "un"
            phrase = Phrase(f"{one} {noun.es}", f"{_a(noun.en)} {noun.en}", noun.feminine)
        elif draw < 0.18:
            own = "sus" if plural else "su"
            es, en = phrase.es.split(" ", 1)[1], phrase.en.split(" ", 1)[1]
            phrase = Phrase(f"{own} {es}", f"their {en}", noun.feminine, plural)
        if self._chance.random() < 0.35:
            phrase = self._described(phrase, fitting)
        return phrase

    def _described(self, phrase: Phrase, fitting: Sequence[str]) -> Phrase:
        adjectives = [pair for pair in ADJECTIVES if pair[0] in fitting]
        chosen = self._chance.sample(adjectives, 2 if self._chance.random() < 0.08 else 1)
        if self._chance.random() < 0.1:
            es, en = f"{phrase.es} más {_agree('grave', phrase)}", "most serious"
        else:
            es = f"{phrase.es} {' y '.join(_agree(adjective, phrase) for adjective, _ in chosen)}"
            en = " and ".join(english for _, english in chosen)
        article, rest = phrase.en.split(" ", 1)
        if article in ("a", "an"):
            article = _a(en)
            if en == "most serious":
                article = "the"
        return Phrase(es, f"{article} {en} {rest}", phrase.feminine, phrase.plural)

    def _counted(self) -> Phrase:
        about = self._one(HOW_MANY)
        number = self._one(NUMBERS)
        number_es, number_en = number, number.replace(".", ",")
        if self._chance.random() < 0.3:
            number_es, number_en = self._one(WORDED)
        noun = self._one([*PEOPLE, Noun("persona", "person", True, "personas", "people")])
        noun = self._one([noun, Noun("mujer", "woman", True, "mujeres", "women")])
        if about[0] == "unas " and not noun.feminine:
            about = ("unos ", "some ")
        es, en = (
            f"{about[0]}{number_es} {noun.plural_es}",
            f"{about[1]}{number_en} {noun.plural_en}",
        )
        return Phrase(es, en, noun.feminine, True)

    # --- sentences

    def _predicate(self, subject: Phrase) -> Pair:
        """A verb with its object."""
        draw = self._chance.random()
        if draw < 0.3:
            verb, thing = self._one(ON_PAPERS), self._paper()
            return f"{verb[subject.plural]} {thing.es}", f"{verb[2]} {thing.en}"
        if draw < 0.55:
            verb, thing = self._one(ON_PEOPLE), self._people(1)
            return f"{verb[subject.plural]} a {thing.es}", f"{verb[2]} {thing.en}"
        if draw < 0.8:
            verb, thing = self._one(ON_MATTERS), self._matter()
            return f"{verb[subject.plural]} {thing.es}", f"{verb[2]} {thing.en}"
        verb = self._one(ALONE)
        return verb[subject.plural], verb[2]

    def _clause(self) -> Pair:
        subject = self._people()
        es, en = self._predicate(subject)
        es, en = f"{subject.es} {es}", f"{subject.en} {en}"
        draw = self._chance.random()
        if draw < 0.2:
            manner = self._one(MANNERS)
            return f"{es} {manner[0]}", f"{en} {manner[1]}"
        if draw < 0.4:
            place = self._place()
            return f"{es} en {place.es}", f"{en} in {place.en}"
        return es, en

    def _statement(self) -> Pair:
        es, en = self._clause()
        return _started(f"{es}.", f"{en}.")

    def _negated(self) -> Pair:
        subject = self._people()
        never = self._chance.random() < 0.3
        verb, thing = self._one(ON_PAPERS), self._paper()
        if self._chance.random() < 0.5:
            verb, thing = self._one(ON_MATTERS), self._matter()
        if never:
            es, en = f"nunca {verb[subject.plural]}", f"never {verb[2]}"
        else:
            es, en = f"no {verb[subject.plural]}", f"did not {verb[3]}"
        return _started(f"{subject.es} {es} {thing.es}.", f"{subject.en} {en} {thing.en}.")

    def _passive(self) -> Pair:
        of_people = self._chance.random() < 0.5
        subject = self._people(1) if of_people else self._paper()
        stem, english = self._one(PASSIVES_OF_PEOPLE if of_people else PASSIVES)
        ending = ("a" if subject.feminine else "o") + ("s" if subject.plural else "")
        was = ("fueron", "were") if subject.plural else ("fue", "was")
        place = self._place()
        tail = self._one([("", ""), (f" en {place.es}", f" in {place.en}"), *self._agent()])
        es = f"{was[0]} {stem}{ending}{tail[0]}"
        if of_people and self._chance.random() < 0.3:
            return _started(f"{es} {subject.es}.", f"{subject.en} {was[1]} {english}{tail[1]}.")
        return _started(f"{subject.es} {es}.", f"{subject.en} {was[1]} {english}{tail[1]}.")

    def _agent(self) -> list[Pair]:
        agent = self._people(1)
        return [(f" por {agent.es}", f" by {agent.en}")]

    def _inverted(self) -> Pair:
        subject, verb = self._people(1), self._one(ALONE)
        place = self._place()
        tail = self._one([("", ""), (f" en {place.es}", f" in {place.en}"), ("", "")])
        return _started(
            f"{verb[subject.plural]} {subject.es}{tail[0]}.", f"{subject.en} {verb[2]}{tail[1]}."
        )

    def _heading(self) -> Pair:
        phrase = self._one([self._people, self._paper, self._place, self._matter])()
        es, en = phrase.es, phrase.en
        bare = self._chance.random() < 0.5
        if bare and es.split()[0] in ("el", "la", "los", "las") and es.split()[0] != "un":
            es = es.split(" ", 1)[1]
            en = en.removeprefix("the ")
        return _started(es, en)

    def _quotation(self) -> Pair:
        said, speaker = self._one(SAID), self._people(1)
        inner = self._one(PHRASES[3:8]) if self._chance.random() < 0.4 else self._clause()
        inner = _started(*inner)
        many = {"dijo": "dijeron", "explicó": "explicaron", "denunció": "denunciaron"}
        verb = many[said[0]] if speaker.plural else said[0]
        return f"«{inner[0]}», {verb} {speaker.es}.", f"“{inner[1]},” said {speaker.en}." if (
            said[0] == "dijo"
        ) else f"“{inner[1]},” {speaker.en} {said[1]}."

    def _question(self) -> Pair:
        subject = self._people(1)
        draw = self._chance.random()
        if draw < 0.4:
            are = ("están", "are") if subject.plural else ("está", "is")
            return f"¿Dónde {are[0]} {subject.es}?", f"Where {are[1]} {subject.en}?"
        if draw < 0.7:
            verb, thing = self._one(ON_PAPERS), self._paper()
            return f"¿Quién {verb[0]} {thing.es}?", f"Who {verb[2]} {thing.en}?"
        verb = self._one(ALONE)
        return f"¿Por qué {verb[subject.plural]} {subject.es}?", f"Why did {subject.en} {verb[3]}?"

    def _existence(self) -> Pair:
        subject, place = self._counted(), self._place()
        if self._chance.random() < 0.25:
            return f"No hay presos en {place.es}.", f"There are no prisoners in {place.en}."
        return f"Hay {subject.es} en {place.es}.", f"There are {subject.en} in {place.en}."

    def _pronoun(self) -> Pair:
        subject, verb = self._people(), self._one(ON_PAPERS + ON_MATTERS)
        no = self._chance.random() < 0.3
        es = f"{subject.es} {'no ' if no else ''}lo {verb[subject.plural]}."
        return _started(es, f"{subject.en} {'did not ' + verb[3] if no else verb[2]} it.")

    def _copula(self) -> Pair:
        subject = self._noun(self._one(PEOPLE), FOR_PEOPLE)
        adjective, english = self._one([pair for pair in ADJECTIVES if pair[0] in FOR_PEOPLE])
        if self._chance.random() < 0.4:
            subject = self._paper()
            adjective, english = self._one(ADJECTIVES[:6])
        no = self._chance.random() < 0.25
        be = ("son", "are") if subject.plural else ("es", "is")
        es = f"{subject.es} {'no ' if no else ''}{be[0]} {_agree(adjective, subject)}."
        return _started(es, f"{subject.en} {be[1]} {'not ' if no else ''}{english}.")

    def _dated(self) -> Pair:
        es, en = self._clause()
        month = self._one(MONTHS)
        day, year = self._chance.randint(1, 30), self._chance.randint(2009, 2026)
        when_es, when_en = f"el {day} de {month[0]} de {year}", f"on {month[1]} {day}, {year}"
        draw = self._chance.random()
        if draw < 0.3:
            when_es, when_en = f"en {month[0]} de {year}", f"in {month[1]} {year}"
        elif draw < 0.5:
            when_es, when_en = f"el {day} de {month[0]}", f"on {month[1]} {day}"
        elif draw < 0.6:
            when_es, when_en = f"desde {year}", f"since {year}"
        if self._chance.random() < 0.5:
            return _started(f"{when_es}, {es}.", f"{when_en}, {en}.")
        return _started(f"{es} {when_es}.", f"{en} {when_en}.")

    def _listing(self) -> Pair:
        make = self._one([self._someone, self._someone, self._matter, self._paper, self._place])
        things = [make() for _ in range(self._one([2, 3, 3]))]
        es = ", ".join(thing.es for thing in things[:-1]) + f" y {things[-1].es}"
        en = ", ".join(thing.en for thing in things[:-1]) + f" and {things[-1].en}"
        if make == self._someone:
            verb = self._one(ALONE)
            return _started(f"{es} {verb[1]}.", f"{en} {verb[2]}.")
        if make == self._place:
            subject, verb = self._people(1), self._one(ALONE)
            return _started(
                f"{subject.es} {verb[subject.plural]} en {es}.", f"{subject.en} {verb[2]} in {en}."
            )
        subject = self._people(1)
        verb = self._one(ON_MATTERS if make == self._matter else ON_PAPERS)
        return _started(
            f"{subject.es} {verb[subject.plural]} {es}.", f"{subject.en} {verb[2]} {en}."
        )

    def _linked(self) -> Pair:
        es, en = self._clause()
        link = self._one(LINKS)
        return f"{link[0]} {es}.", f"{link[1]} {en}."

    def _according(self) -> Pair:
        es, en = self._clause()
        source = self._one([self._paper(), self._people(), Phrase(*self._one(NAMES))])
        if self._chance.random() < 0.6:
            return f"Según {source.es}, {es}.", f"According to {source.en}, {en}."
        return _started(f"{es}, según {source.es}.", f"{en}, according to {source.en}.")

    def _labelled(self) -> Pair:
        label = self._one(LABELS)
        if self._chance.random() < 0.4:
            name = self._one(NAMES + COUNTRIES)
            return f"{label[0]}: {name[0]}", f"{label[1]}: {name[1]}"
        es, en = self._clause()
        return f"{label[0]}: {es}.", f"{label[1]}: {en}."

    def _joined(self) -> Pair:
        one, other = self._clause(), self._clause()
        joint = self._one([(" y ", " and "), ("; ", "; "), (", pero ", ", but ")])
        return _started(f"{one[0]}{joint[0]}{other[0]}.", f"{one[1]}{joint[1]}{other[1]}.")

    def _named(self) -> Pair:
        name, (verb, *_, english, _) = self._one(NAMES), self._one(ON_PAPERS[1:4])
        thing = self._paper()
        if self._chance.random() < 0.5:
            (verb, *_, english, _), thing = (
                self._one(ON_MATTERS[4:5] + ON_MATTERS[:1]),
                self._matter(),
            )
        return _started(f"{name[0]} {verb} {thing.es}.", f"{name[1]} {english} {thing.en}.")

    def _share(self) -> Pair:
        subject = self._determined(self._one(PEOPLE), plural=True)
        part = self._chance.randint(2, 98)
        verb = self._one(ALONE)
        es = f"El {part} % de {subject.es} {verb[0]}."
        return es, f"{part}% of {subject.en} {verb[2]}."

    def _phrase(self) -> Pair:
        es, en = self._one(PHRASES)
        point = self._one(["", "."])
        return es + point, en + point


def _owned(thing: Phrase, owner: Phrase) -> Phrase:
    """*the mother's letter*: English sets the possessor first."""
    es = f"{thing.es} de {owner.es}"
    _, rest = thing.en.split(" ", 1)
    mark = "'" if owner.en.endswith("s") else "'s"
    return Phrase(es, f"{owner.en}{mark} {rest}", thing.feminine, thing.plural)


def _agree(adjective: str, phrase: Phrase) -> str:
    """The adjective in the gender and number of its noun."""
    if adjective.endswith("o"):
        adjective = adjective[:-1] + ("a" if phrase.feminine else "o")
    if not phrase.plural:
        return adjective
    if adjective == "joven":
        return "jóvenes"
    return adjective + ("s" if adjective[-1] in "aeo" else "es")


def _a(following: str) -> str:
    return "an" if following[0] in "aeiou" else "a"


def _started(es: str, en: str) -> Pair:
    return _capital(es), _capital(en)


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _contracted(spanish: str) -> str:
    """*a el*, *de el* as they are written; names keep their article."""
    return re.sub(r"\bde el ", "del ", re.sub(r"\ba el ", "al ", spanish))


def main(count: int) -> None:
    """Print pairs."""
    for es, en in Newsroom(1).pairs(count):
        print(f"{es}\n    {en}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
