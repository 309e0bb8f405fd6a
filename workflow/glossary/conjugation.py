"""Spanish verbs: every form of an infinitive, with the English tense that goes with it.

Rules: RAE, *Nueva gramática*, § 4; spelling changes *Ortografía* § 6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from workflow.glossary.model import Number
from workflow.glossary.wordlist import word_set


class VerbForm(NamedTuple):
    """One form of a verb, in lower case."""

    text: str
    number: Number
    tense: str
    """Which English form renders it: a key of `english.VERB_PATTERNS`."""


# Stems: p present, unstressed; s present, stressed; y before e/i of the subjunctive (spelling),
# z the same stressed; t preterite; i infinitive.
_PRESENT = {
    "ar": ("s:o:sg:base", "s:as:sg:base", "s:a:sg:third", "p:amos:pl:base", "p:áis:pl:base",
           "s:an:pl:base"),
    "er": ("z:o:sg:base", "s:es:sg:base", "s:e:sg:third", "p:emos:pl:base", "p:éis:pl:base",
           "s:en:pl:base"),
    "ir": ("z:o:sg:base", "s:es:sg:base", "s:e:sg:third", "p:imos:pl:base", "p:ís:pl:base",
           "s:en:pl:base"),
}  # fmt: skip
_SUBJUNCTIVE = {
    "ar": ("z:e:sg:base", "z:es:sg:base", "y:emos:pl:base", "y:éis:pl:base", "z:en:pl:base"),
    "er": ("z:a:sg:base", "z:as:sg:base", "y:amos:pl:base", "y:áis:pl:base", "z:an:pl:base"),
    "ir": ("z:a:sg:base", "z:as:sg:base", "y:amos:pl:base", "y:áis:pl:base", "z:an:pl:base"),
}
_IMPERFECT = {
    "ar": ("aba:sg", "abas:sg", "ábamos:pl", "abais:pl", "aban:pl"),
    "er": ("ía:sg", "ías:sg", "íamos:pl", "íais:pl", "ían:pl"),
}
_PRETERITE = {
    "ar": ("aste:sg", "ó:sg", "amos:pl", "asteis:pl", "aron:pl", "ara:sg", "aras:sg",
           "áramos:pl", "aran:pl", "ase:sg", "asen:pl"),
    "er": ("í:sg", "iste:sg", "ió:sg", "imos:pl", "isteis:pl", "ieron:pl", "iera:sg",
           "ieras:sg", "iéramos:pl", "ieran:pl", "iese:sg", "iesen:pl"),
}  # fmt: skip
_FUTURE = (
    "é:sg:future", "ás:sg:future", "á:sg:future", "emos:pl:future", "éis:pl:future",
    "án:pl:future", "ía:sg:conditional", "ías:sg:conditional", "íamos:pl:conditional",
    "íais:pl:conditional", "ían:pl:conditional",
)  # fmt: skip

STEM_CHANGES: tuple[tuple[str, str, str, frozenset[str]], ...] = (
    (
        "e",
        "ie",
        "e",
        word_set(
            "acertar apretar arrendar atravesar calentar cerrar comenzar confesar despertar "
            "desterrar empezar encerrar enmendar enterrar desenterrar gobernar manifestar negar "
            "denegar pensar quebrar recomendar sembrar sentar temblar ascender atender defender "
            "descender encender entender extender perder tender trascender verter"
        ),
    ),
    (
        "o",
        "ue",
        "o",
        word_set(
            "acordar acostar apostar aprobar colgar comprobar contar costar demostrar desaprobar "
            "encontrar esforzar forzar mostrar poblar probar recordar reforzar renovar rodar "
            "rogar soltar sonar volar volcar absolver conmover demoler devolver disolver doler "
            "envolver morder mover promover remover resolver revolver torcer volver"
        ),
    ),
    (
        "e",
        "i",
        "i",
        word_set(
            "competir concebir conseguir corregir despedir elegir impedir medir pedir perseguir "
            "proseguir regir rendir repetir seguir servir vestir investir"
        ),
    ),
    (
        "e",
        "ie",
        "i",
        word_set(
            "adherir advertir consentir convertir desmentir diferir disentir herir inferir "
            "interferir invertir mentir preferir referir requerir sentir sugerir transferir"
        ),
    ),
    ("o", "ue", "u", word_set("dormir morir")),
)
"""Last vowel of the stem, what it becomes under stress, what before *ió* and the like, verbs."""

IRREGULAR_FAMILIES: dict[str, tuple[str, str, str, str]] = {
    # ending of the infinitive: (first person, stressed stem, preterite stem, future stem)
    "tener": ("tengo", "tien", "tuv", "tendr"),
    "poner": ("pongo", "pon", "pus", "pondr"),
    "venir": ("vengo", "vien", "vin", "vendr"),
    "hacer": ("hago", "hac", "hic", "har"),
    "decir": ("digo", "dic", "dij", "dir"),
    "ducir": ("duzco", "duc", "duj", "ducir"),
    "traer": ("traigo", "tra", "traj", "traer"),
}
"""Verbs with a strong preterite and their compounds: *detener, imponer, reproducir*."""

IRREGULAR_PARTICIPLES = {
    "absolver": "absuelto", "resolver": "resuelto", "volver": "vuelto", "devolver": "devuelto",
    "morir": "muerto", "escribir": "escrito", "prescribir": "prescrito",
    "describir": "descrito", "abrir": "abierto", "cubrir": "cubierto",
    "descubrir": "descubierto", "encubrir": "encubierto", "romper": "roto", "ver": "visto",
    "poner": "puesto", "imponer": "impuesto", "hacer": "hecho", "decir": "dicho",
    "freír": "frito", "imprimir": "impreso",
}  # fmt: skip

_STRONG = ("e:sg", "iste:sg", "o:sg", "imos:pl", "isteis:pl", "ieron:pl", "iera:sg", "ieras:sg",
           "iéramos:pl", "ieran:pl", "iese:sg", "iesen:pl")  # fmt: skip
_CLITICS = ("lo", "la", "los", "las", "le", "les", "se", "me", "te", "nos")
_ACUTE = str.maketrans("aeiou", "áéíóú")


def verb_forms(infinitive: str) -> list[VerbForm]:
    """Every form of a verb given by its infinitive (in lower case), participles included."""
    forms: dict[str, VerbForm] = {}
    for form in _all_forms(infinitive.removesuffix("se")):
        forms.setdefault(form.text, form)
    return list(forms.values())


def _all_forms(verb: str) -> Iterator[VerbForm]:
    kind = verb[-2:].replace("í", "i")
    if kind not in _PRESENT:
        yield VerbForm(verb, "sg", "base")
        return
    family = next((end for end in IRREGULAR_FAMILIES if verb.endswith(end)), None)
    yield VerbForm(verb, "sg", "base")
    if family is None:
        yield from _regular(verb, kind)
    else:
        yield from _strong(verb, kind, family)
    yield from _participles(verb, kind)
    yield from _enclitics(verb)


def _regular(verb: str, kind: str) -> Iterator[VerbForm]:
    stems = _stems(verb, kind)
    for line in (*_PRESENT[kind], *_SUBJUNCTIVE[kind]):
        stem, ending, number, tense = line.split(":")
        yield _form(_join(stems[stem], ending), number, tense)
    group = "ar" if kind == "ar" else "er"
    for line in _IMPERFECT[group]:
        ending, number = line.split(":")
        yield _form(stems["p"] + ending, number, "past")
    if kind == "ar":
        yield _form(stems["y"] + "é", "sg", "past")
    for line in _PRETERITE[group]:
        ending, number = line.split(":")
        weak = ending[0] == "i" and ending[1:2] in tuple("eóé")
        yield _form(_join(stems["t"] if weak else stems["p"], ending), number, "past")
    yield from _future(verb)


def _strong(verb: str, kind: str, family: str) -> Iterator[VerbForm]:
    prefix = verb[: -len(family)]
    first, stressed, preterite, future = IRREGULAR_FAMILIES[family]
    plain = verb[:-2]
    yield VerbForm(prefix + first, "sg", "base")
    for line in _PRESENT[kind][1:]:
        stem, ending, number, tense = line.split(":")
        yield _form((prefix + stressed if stem == "s" else plain) + ending, number, tense)
    for line in _SUBJUNCTIVE["er"]:
        _, ending, number, tense = line.split(":")
        yield _form(prefix + first[:-1] + ending, number, tense)
    for line in _IMPERFECT["er"]:
        ending, number = line.split(":")
        yield _form(plain + ending, number, "past")
    for line in _STRONG:
        ending, number = line.split(":")
        stem = preterite.replace("hic", "hiz") if ending == "o" else preterite
        swallowed = ending[1:] if preterite[-1] == "j" and ending.startswith("ie") else ending
        yield _form(prefix + stem + swallowed, number, "past")
    yield from _future(prefix + future + " ")


def _future(stem: str) -> Iterator[VerbForm]:
    # A strong stem comes marked by a blank, for it has lost the vowel of the infinitive.
    for line in _FUTURE:
        ending, number, tense = line.split(":")
        yield _form(stem.rstrip().replace("í", "i") + ending, number, tense)


def _stems(verb: str, kind: str) -> dict[str, str]:
    plain = verb[:-2]
    stressed, weak = _changed(verb, plain)
    return {
        "p": plain,
        "s": stressed,
        "y": _respelled(weak if kind == "ir" else plain, kind),
        "z": _respelled(stressed, kind),
        "t": weak,
    }


def _changed(verb: str, plain: str) -> tuple[str, str]:
    """The stem under stress, and before *ió*, *iendo* and the like."""
    for vowel, stressed, weak, verbs in STEM_CHANGES:
        if verb in verbs:
            at = plain.rfind(vowel)
            before, after = plain[:at], plain[at + 1 :]
            return before + stressed + after, before + weak + after
    return (plain + "y" if re.search(r"[^gq]uir$", verb) else plain), plain


_SPELLING = {
    "ar": (("gu", "gü"), ("c", "qu"), ("g", "gu"), ("z", "c")),
    "er": (("qu", "c"), ("gu", "g")),
    "ir": (("qu", "c"), ("gu", "g")),
}
"""How a stem is written before the other vowels: *allanar* → *allane*, *juzgar* → *juzgue*."""


def _respelled(stem: str, kind: str) -> str:
    if kind != "ar" and stem.endswith("c"):
        return stem[:-1] + ("zc" if re.search(r"[aeiou]c$", stem) else "z")
    if kind != "ar" and stem.endswith("g") and not stem.endswith("ng"):
        return stem[:-1] + "j"
    for written, becomes in _SPELLING[kind]:
        if stem.endswith(written):
            return stem[: -len(written)] + becomes
    return stem


def _join(stem: str, ending: str) -> str:
    if stem[-1] in "aeo" and ending.startswith("i") and ending[1:2] in tuple("eóé"):
        return stem + "y" + ending[1:]
    if re.search(r"[^gq]u$", stem) and ending.startswith("i") and ending[1:2] in tuple("eóé"):
        return stem + "y" + ending[1:]
    return stem + ending


def _participles(verb: str, kind: str) -> Iterator[VerbForm]:
    regular = verb[:-2] + ("ado" if kind == "ar" else "ido")
    if kind != "ar" and verb[-3] in "aeo":
        regular = verb[:-2] + "ído"
    participle = IRREGULAR_PARTICIPLES.get(verb, regular)
    for ending, number in (("o", "sg"), ("a", "sg"), ("os", "pl"), ("as", "pl")):
        yield _form(participle[:-1] + ending, number, "participle")
    yield VerbForm(_gerund(verb, kind), "sg", "gerund")


def _gerund(verb: str, kind: str) -> str:
    if kind == "ar":
        return verb[:-2] + "ando"
    return _join(_stems(verb, kind)["t"], "iendo")


def _enclitics(verb: str) -> Iterator[VerbForm]:
    gerund = _gerund(verb, verb[-2:].replace("í", "i"))
    accented = re.sub(r"(a|e)(?=ndo$)", lambda match: match.group(1).translate(_ACUTE), gerund)
    for clitic in _CLITICS:
        yield VerbForm(verb + clitic, "sg", "base")
        yield VerbForm(accented + clitic, "sg", "gerund")


def _form(text: str, number: str, tense: str) -> VerbForm:
    return VerbForm(text, "pl" if number == "pl" else "sg", tense)
