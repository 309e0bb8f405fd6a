"""Spanish nouns, adjectives and small words: the forms a word may take in a text.

Rules: RAE, *Nueva gramática de la lengua española*, §§ 2 (gender) and 3 (number).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from workflow.glossary.model import Gender, Number
from workflow.glossary.wordlist import word_set

DETERMINERS = word_set(
    "el la los las lo un una unos unas su sus mi mis tu tus nuestro nuestra nuestros nuestras "
    "este esta estos estas ese esa esos esas aquel aquella aquellos aquellas dicho dicha dichos "
    "dichas todo toda todos todas"
)
"""What may stand before a noun inside a term without changing it: *de (todos los) derechos*."""

PREPOSITIONS = word_set(
    "a ante bajo con contra de desde durante en entre hacia hasta mediante para por según sin "
    "sobre tras"
)
CONJUNCTIONS = word_set("y e o u ni")
COORDINATION = {"y": "and", "e": "and", "o": "or", "u": "or"}
"""Conjunctions that take each other's place, by sound (*e*, *u*) or in lists of alternatives."""
CONTRACTIONS = {"del": "de", "al": "a"}

PLURAL_DETERMINERS = word_set(
    "los las unos unas sus mis tus nuestros nuestras estos estas esos esas aquellos aquellas "
    "dichos dichas todos todas muchos muchas varios varias algunos algunas otros otras pocos "
    "pocas ambos ambas numerosos numerosas cientos miles dos tres cuatro cinco seis siete ocho "
    "nueve diez"
)
FEMININE_DETERMINERS = word_set(
    "la las una unas esta estas esa esas aquella aquellas dicha dichas toda todas"
)

INVARIABLE = word_set(
    "antidisturbios antimotines mega crisis hábeas habeas corpus tesis trans génesis análisis"
)
"""Nouns and adjectives with one form for both numbers."""

IRREGULAR_PLURALS = {
    "régimen": "regímenes",
    "espécimen": "especímenes",
    "carácter": "caracteres",
}
"""The stress moves: NGLE § 3.2."""

SINGULAR_IN_S = word_set("país interés mes gas bus tos dios lesión")

FEMININE_NOUNS = word_set(
    "cárcel sal ley vez red luz paz cruz voz raíz orden imagen gente muerte suerte sede parte "
    "corte noche calle clase base fase frase serie especie índole fe sed salud virtud juventud "
    "libertad mano foto moto radio flor labor sangre llave nave nube torre fuente mente niñez "
    "madre mujer víctima persona"
)
"""Feminine without a feminine ending."""

MASCULINE_NOUNS = word_set(
    "día mapa problema sistema programa tema clima drama poema idioma trauma síntoma dilema "
    "esquema planeta cometa tranvía sofá"
)
"""Masculine in -a."""

_FEMININE_ENDINGS = ("a", "ción", "sión", "xión", "gión", "dad", "tad", "tud", "umbre", "ie", "sis")

PERSON_ENDINGS = (
    "ado", "ido", "ero", "ario", "ano", "ino", "eño", "ico", "ito", "rno", "uso", "eso", "reo",
    "iado", "sor", "tor", "dor", "nte", "ista",
)  # fmt: skip
"""Endings of nouns for people, which have a feminine: *detenida, perita, defensora*."""

NOT_PERSONS = word_set(
    "estado atentado traslado juzgado mercado sindicato partido contenido sentido sonido olvido "
    "resultado tratado listado mandato grado lado pasado salario dinero derecho proceso peso "
    "acceso exceso congreso ingreso progreso retroceso receso suceso beso uso abuso recurso "
    "terreno gobierno cuaderno verano plano grano destino camino pepino lino delito mito rito "
    "hábito ámbito tránsito ejército requisito circuito gratuito tráfico médico ático domicilio "
    "factor sector motor valor tutor retén caso paso"
)
"""Nouns with such an ending that are not people (or whose feminine would be another word)."""

NOUN_VERB_HOMOGRAPHS = word_set(
    "alarma amenaza amnistía asfixia ayuda burla busca calumnia captura carga causa cita compra "
    "condena consulta critica crítica cuenta culpa custodia demanda denuncia disputa duda "
    "embosca entrega escolta estafa falta firma forma fuga guarda injuria lucha marcha masacra "
    "mejora muestra multa nota obra oferta patrulla pesca pregunta prorroga protesta prueba "
    "purga queja querella rebaja reclama reforma renta requisa reserva sentencia siembra "
    "sospecha suma tala tortura trata tutela vigila visita"
)
"""Forms in -a that are a noun and a verb (third person): *la denuncia* and *denuncia que…*."""

NOUN_ADJECTIVE_HOMOGRAPHS = word_set(
    "penal fiscal interno operativo criminal rural local policial general"
)
"""Words that are a term as a noun only: *el penal de Izalco*, not *código penal*."""


PERSON_TITLES = word_set(
    "fiscal juez jueza líder lideresa testigo dirigente presidente ministro ministra magistrado "
    "procurador defensor perito abogado apátrida coyote paramilitar víctima"
)
"""Words for people that their endings do not give away."""


class WordForm(NamedTuple):
    """One form of a word, as it is written in lower case."""

    text: str
    number: Number
    gender: Gender
    cost: int
    """How far it is from the dictionary form: 1 for the other number, 2 for the other gender."""


ACCENTED = "áéíóú"
"""At the end of a word the accent tells words apart: *capturó* is not *captura*."""
_ACUTE = str.maketrans("aeiou", "áéíóú")
_PLAIN = str.maketrans("áéíóú", "aeiou")
_FOLD = str.maketrans("áéíóúüàèìòùâêîôûäëïö", "aeiouuaeiouaeiouaeio")


def fold(word: str) -> str:
    """`word` in lower case without accents; ñ stays, for it is another letter."""
    lowered = word.lower()
    if lowered.isascii():
        return lowered
    return unicodedata.normalize("NFC", lowered).replace("\u00ad", "").translate(_FOLD)


_BOTH_GENDERS = re.compile(r"(?:/[ao]s?|\([ao]?s?\)s?)$")


def inclusive(word: str) -> tuple[str, ...]:
    """What an inclusive spelling (in lower case) is built on, likeliest first.

    *detenid@s*, *detenidxs* → *detenidos*; *defensor@s* → *defensores*; of *detenidas/os* the
    first form.
    """
    plain = re.sub(r"x(?=s?$)", "@", _BOTH_GENDERS.sub("", word))
    return plain.replace("@", "o"), plain.replace("@", "e")


def gender_of(noun: str) -> Gender:
    """The gender of a noun by its lists and endings."""
    if noun in MASCULINE_NOUNS or noun.endswith(("ista", "istas")):
        return "m"
    singular = next(iter(singulars(noun)), noun)
    if singular in FEMININE_NOUNS or noun in FEMININE_NOUNS:
        return "f"
    return "f" if singular.endswith(_FEMININE_ENDINGS) and singular not in MASCULINE_NOUNS else "m"


def number_of(word: str) -> Number:
    """The number of the form `word`."""
    if word in INVARIABLE or not word.endswith("s") or word in SINGULAR_IN_S:
        return "sg"
    return "sg" if word[-2:-1] in "áéíóú" else "pl"


def is_plural(wording: str) -> bool:
    """Whether a wording is plural by its first word."""
    return number_of(wording.split()[0].lower()) == "pl"


def plural(word: str) -> str:
    """The plural of a noun or adjective in the singular."""
    if word in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[word]
    last = word[-1]
    if word in INVARIABLE:
        return word
    if last in "aeiouáéó":
        return word + "s"
    if last in "íú":
        return word + "es"
    if last == "z":
        return word[:-1] + "ces"
    if last in "sx":
        return _stressed_plural(word) if _ends_stressed(word) else word
    if last == "n" and not _accent(word):
        return _stress_penult(word) + "es"
    return _stressed_plural(word)


def singulars(word: str) -> Iterator[str]:
    """What `word`, a plural, may be the plural of, likeliest first; nothing for a singular."""
    if number_of(word) == "sg":
        return
    for singular, irregular in IRREGULAR_PLURALS.items():
        if word == irregular:
            yield singular
            return
    if word.endswith("ces"):
        yield word[:-3] + "z"
    elif re.search(r"[nrldjsíú]es$", word):
        stem = word[:-2]
        if stem[-1] == "n" and _accent(stem) is not None:
            yield stem.translate(_PLAIN)
        yield _final_stress(stem) if _needs_accent(stem) else stem
        yield word[:-1]
    else:
        yield word[:-1]


def is_person(word: str) -> bool:
    """Whether a noun, in any form, is one for people by its ending or its list."""
    singular = next(singulars(word), word)
    if singular in PERSON_TITLES:
        return True
    masculine = singular[:-1] + "o" if singular.endswith("a") else singular
    person = masculine.endswith(PERSON_ENDINGS) or singular.endswith(PERSON_ENDINGS)
    return person and masculine not in NOT_PERSONS and singular not in NOT_PERSONS


def is_noun_or_adjective(word: str) -> bool:
    """Whether a word, in any form, is a term as a noun and common as an adjective."""
    singular = next(singulars(word), word)
    masculine = singular[:-1] + "o" if singular.endswith("a") else singular
    return singular in NOUN_ADJECTIVE_HOMOGRAPHS or masculine in NOUN_ADJECTIVE_HOMOGRAPHS


_PARTICIPLE = re.compile(r"(?:ad|id|íd)[oa]s?$")


def is_participle(word: str) -> bool:
    """Whether a noun has the form of a participle: *detenido*, but not *juzgado*."""
    singular = next(singulars(word), word)
    masculine = singular[:-1] + "o" if singular.endswith("a") else singular
    return _PARTICIPLE.search(word) is not None and masculine not in NOT_PERSONS


def nominal_forms(word: str, *genders: Gender) -> list[WordForm]:
    """The forms of a noun or adjective, in lower case.

    `genders`: the gender of `word`, and the other one when it has forms for it.
    """
    own = genders[0]
    number = number_of(word)
    singular, plurals = int(number == "pl"), int(number == "sg")
    forms = {word: WordForm(word, number, own, 0)}
    for base in list(singulars(word)) or [word]:
        _add(forms, base, "sg", own, singular)
        _add(forms, plural(base), "pl", own, plurals)
        for other in genders[1:]:
            for form in _other_gender(base):
                _add(forms, form, "sg", other, singular + 2)
                _add(forms, plural(form), "pl", other, plurals + 2)
    return list(forms.values())


def _add(forms: dict[str, WordForm], text: str, number: Number, gender: Gender, cost: int) -> None:
    forms.setdefault(text, WordForm(text, number, gender, cost))


def _other_gender(word: str) -> Iterator[str]:
    """The feminine of a masculine form; what has no feminine of its own is the same."""
    if word.endswith("o"):
        yield word[:-1] + "a"
    elif word.endswith(("or", "ez")):
        yield word + "a"
    elif word.endswith(("és", "án", "ín", "ón")) and not word.endswith("ión"):
        yield word[:-2] + word[-2].translate(_PLAIN) + word[-1] + "a"
    elif word.endswith("nte"):
        yield word
        yield word[:-1] + "a"
    else:
        yield word


def _accent(word: str) -> int | None:
    return next((at for at, letter in enumerate(word) if letter in "áéíóú"), None)


def _ends_stressed(word: str) -> bool:
    """Whether the last syllable bears the stress, in a word that ends in a consonant."""
    accent = _accent(word)
    if accent is not None:
        return not re.search(r"[aeiouáéíóú]", word[accent + 1 :])
    vowels = re.findall(r"[aeiou]+", word)
    return len(vowels) == 1


def _stressed_plural(word: str) -> str:
    """-es after a stressed syllable drops the accent, unless it marks a hiatus (*países*)."""
    accent = _accent(word)
    if accent is None or not _ends_stressed(word):
        return word + "es"
    hiatus = word[accent] in "íú" and word[accent - 1 : accent] in tuple("aeo")
    return (word if hiatus else word.translate(_PLAIN)) + "es"


def _stress_penult(word: str) -> str:
    """*orden* → *órden(es)*: the stress stays where it was, and now needs its accent."""
    groups = list(re.finditer(r"[aeiou]+", word))
    if len(groups) < 2:
        return word
    group = groups[-2]
    strong = next((at for at in range(group.start(), group.end()) if word[at] in "aeo"), None)
    at = group.end() - 1 if strong is None else strong
    return word[:at] + word[at].translate(_ACUTE) + word[at + 1 :]


def _needs_accent(stem: str) -> bool:
    """Whether a singular in -n or -s was stressed at its end: *detencion(es)*, *interes(es)*."""
    return stem[-1] in "ns" and _accent(stem) is None and len(re.findall(r"[aeiou]+", stem)) > 1


def _final_stress(stem: str) -> str:
    at = max(stem.rfind(vowel) for vowel in "aeiou")
    return stem[:at] + stem[at].translate(_ACUTE) + stem[at + 1 :]
