"""Spanish words and phrases that are a quantity by themselves (RAE, *Diccionario*)."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.model import ROUND, Bound, Kind
from workflow.numbers.table import Lexical, Phrase, fold, phrases

_ENDINGS = ("o", "a", "os", "as")


def _each(lexical: Lexical, text: str) -> dict[Phrase, Lexical]:
    return dict.fromkeys(phrases(text), lexical)


def _inflected(stem: str, lexical: Lexical) -> dict[Phrase, Lexical]:
    return {(fold(stem + ending),): lexical for ending in _ENDINGS}


_GROWN = {
    2: ("el_doble", "duplic"),
    3: ("el_triple", "triplic"),
    4: ("el_cuádruple", "cuadruplic"),
    5: ("el_quíntuple", "quintuplic"),
    6: ("el_séxtuple", "sextuplic"),
    10: ("el_décuplo", "decuplic"),
}
_GROWING = (
    "a", "an", "ó", "aron", "aba", "aban", "ar", "ará", "arán", "aría", "arían", "ando", "ado",
    "ada", "ados", "adas", "ase", "asen", "ara", "aran",
)  # fmt: skip
"""Endings of their verbs; the subjunctive (*se duplique*) tells what may happen."""
_DUPLICATE = ("duplicado", "duplicada", "duplicados", "duplicadas")
"""Participles that are adjectives and nouns too: *enlaces duplicados*, *por duplicado*."""
_BEND = tuple("dobl" + ending for ending in _GROWING)
"""*doblar*, which is to bend, to fold and to dub too."""
_RAISE_THE_STAKES = tuple(
    f"{stem}{ending}_la_apuesta" for stem in ("dobl", "duplic") for ending in (*_GROWING, "e")
)
_GROWTH_VERBS = (
    "ha", "han", "he", "hemos", "haya", "hayan", "había", "habían", "hubiera", "hubieran",
    "hubiese", "hubiesen", "habrá", "habrán", "habría", "habrían", "haber", "habiendo", "hubo",
    "vio", "vieron", "ve", "ven", "visto", "veía", "veían", "verá", "verán", "fue", "fueron",
    "sido", "ser", "será", "serán", "sería", "serían",
)  # fmt: skip
"""Verbs after which they tell of growth: *se ha duplicado*, *se vio duplicado*."""
_TERMS = {"bienio": 2, "trienio": 3, "cuatrienio": 4, "quinquenio": 5, "sexenio": 6, "lustro": 5}
"""Spans of years."""
_LIVES = {
    "veinteañer": 20, "treintañer": 30, "cuarentañer": 40, "cincuentañer": 50,
    "sexagenari": 60, "septuagenari": 70, "octogenari": 80, "nonagenari": 90,
    "veintipoc": 20, "veintitant": 20, "treintaipoc": 30, "treintaitant": 30,
}  # fmt: skip
"""Stems of words for people by the decade of their life."""
_CHAMPIONS = {"bi": 2, "tri": 3, "tetra": 4, "penta": 5, "hexa": 6, "hepta": 7}
_JUBILEES = {"cincuentenario": 50, "centenario": 100, "sesquicentenario": 150}
_LONG_JUBILEES = {"bicentenario": 200, "tricentenario": 300, "quinto_centenario": 500}
_IN_THE_MIDDLE = ("a", "de", "en", "hacia", "hasta", "desde", "para", "por")
"""*elecciones a mitad de mandato*, *hacia mitad de año*: the middle of something, not a share."""
_RUNNERS_UP = """
segundos_mejores quedaron_segundos terminaron_segundos acabaron_segundos finalizaron_segundos
llegaron_segundos quedar_segundos van_segundos iban_segundos son_segundos eran_segundos
segundos_clasificados segundos_en_la
"""
"""*segundos* that are a place, not a length of time."""

_WHOLLY = (
    "segur", "convencid", "comprometid", "centrad", "concentrad", "honest", "recuperad", "list",
)  # fmt: skip
"""Stems of what one is *al cien por cien* to stress it; it measures nothing."""
_YEARLY = {"bienal": 2, "trienal": 3, "cuatrienal": 4, "quinquenal": 5}
_FULLY = ("al_100_%", "al_100_por_ciento", "al_100_por_100", "al_cien_por_cien",
          "al_cien_por_ciento")  # fmt: skip
"""*al cien por cien*: wholly; before *de* it is a share."""

_ROUNDS = {
    32: "dieciseisavos_de_final dieciseisavos ronda_de_32",
    16: "octavos_de_final en_octavos a_octavos de_octavos los_octavos sus_octavos ronda_de_16",
    8: "cuartos_de_final en_cuartos a_cuartos de_cuartos los_cuartos sus_cuartos",
    4: "semifinal semifinales semis",
}
"""The rounds of a cup, by how many are left."""

LEXICAL: dict[Phrase, Lexical] = {
    **{
        phrase: Lexical(Kind.ORDINAL, left, unit=ROUND, weak=True)
        for left, text in _ROUNDS.items()
        for phrase in phrases(text)
    },
    **_each(Lexical(Kind.FRACTION, Fraction(1, 2)), "la_mitad mitad a_mitad_de_precio"),
    **_each(
        Lexical(Kind.FRACTION, Fraction(1, 2), weak=True),
        " ".join(f"{before}_mitad_{of}" for before in _IN_THE_MIDDLE for of in ("de", "del")),
    ),
    **_each(Lexical(Kind.ORDINAL, 2, weak=True), _RUNNERS_UP),
    **_each(Lexical(Kind.CARDINAL, 2, weak=True), "ambos ambas un_par_de par_de una_pareja_de"),
    **{
        phrase: Lexical(Kind.MULTIPLE, factor)
        for factor, (times, stem) in _GROWN.items()
        for phrase in phrases(" ".join((times, *(stem + ending for ending in _GROWING))))
    },
    **_each(
        Lexical(Kind.MULTIPLE, 2, weak=True),
        " ".join(("doble se_duplique", *_DUPLICATE, *_BEND, *_RAISE_THE_STAKES)),
    ),
    **_each(
        Lexical(Kind.MULTIPLE, 2),
        " ".join(f"{verb}_{participle}" for verb in _GROWTH_VERBS for participle in _DUPLICATE),
    ),
    **_each(Lexical(Kind.MULTIPLE, 2, weak=True), "duplicación"),
    **_each(Lexical(Kind.MULTIPLE, 3, weak=True), "triple triplicación"),
    **_each(Lexical(Kind.MULTIPLE, 1, weak=True), "una_vez"),
    **_each(Lexical(Kind.MULTIPLE, 1, bound=Bound.SOLE, weak=True), "una_sola_vez una_única_vez"),
    **_each(Lexical(Kind.DURATION, 1, unit="semester", weak=True), "semestre"),
    **_each(Lexical(Kind.DURATION, 1, unit="quarter", weak=True), "trimestre"),
    **_each(Lexical(Kind.DURATION, 2, unit="month", weak=True), "bimestre"),
    **_each(Lexical(Kind.DURATION, 4, unit="month", weak=True), "cuatrimestre"),
    **_each(Lexical(Kind.DURATION, 1, unit="decade", weak=True), "última_década"),
    **{
        (word,): Lexical(Kind.DURATION, years, unit="year", weak=True)
        for word, years in _TERMS.items()
    },
    **_each(Lexical(Kind.ORDINAL, 2, weak=True), "segunda_vuelta"),
    **{
        (word,): Lexical(Kind.DURATION, years, unit="year", weak=True)
        for stem, years in _YEARLY.items()
        for word in (stem, stem + "es")
    },
    **_each(Lexical(Kind.PERCENT, 100, unit="percent", weak=True), " ".join(_FULLY)),
    **_each(Lexical(Kind.PERCENT, 100, unit="percent"), " ".join(f"{w}_de" for w in _FULLY)),
    **_each(Lexical(Kind.CARDINAL, 2, weak=True), "dúo doblete dobletes"),
    **_each(Lexical(Kind.CARDINAL, 3, weak=True), "trío triplete tripletes hat_-_trick"),
    **_each(Lexical(Kind.DURATION, 1, unit="year", weak=True), "último_año pasado_año"),
    **_each(Lexical(Kind.CARDINAL, 4, weak=True), "cuarteto"),
    **_each(Lexical(Kind.DURATION, 15, unit="minute"), "cuarto_de_hora un_cuarto_de_hora"),
    **{
        (*hundred, fold(stem + ending)): Lexical(Kind.PERCENT, 100, unit="percent", weak=True)
        for hundred in phrases(
            "100_% al_100_% cien_por_cien al_cien_por_cien cien_por_ciento al_cien_por_ciento"
        )
        for stem in _WHOLLY
        for ending in _ENDINGS
    },
    **_inflected("bíped", Lexical(Kind.CARDINAL, 2, weak=True)),
    **_inflected("cuadrúped", Lexical(Kind.CARDINAL, 4, weak=True)),
    **_inflected("quinceañer", Lexical(Kind.AGE, 15, unit="year", weak=True)),
    **{
        phrase: lexical
        for stem, tens in _LIVES.items()
        for phrase, lexical in _inflected(
            stem, Lexical(Kind.DECADE, tens, bound=Bound.ABOUT, weak=True)
        ).items()
    },
    **{
        phrase: Lexical(Kind.MULTIPLE, times, weak=True)
        for prefix, times in _CHAMPIONS.items()
        for phrase in phrases(f"{prefix}campeón {prefix}campeones {prefix}campeona")
    },
    **{
        phrase: Lexical(Kind.ORDINAL, years, unit="anniversary", weak=True)
        for word, years in (*_JUBILEES.items(), *_LONG_JUBILEES.items())
        for phrase in phrases(word)
    },
}
