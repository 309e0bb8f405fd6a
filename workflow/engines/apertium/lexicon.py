"""What this engine knows about Spanish, and about English as Apertium writes it: tables only."""

from __future__ import annotations

from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PLACEHOLDER: Final = "qzx"
"""A word that no dictionary holds; stands in the text for a stretch whose English is fixed."""

NOUNS: Final = {"m": "plan<n><m>", "f": "carta<n><f>"}
"""Nouns every pair translates by one plain countable noun; they lend their grammar to terms."""
NAME: Final = "Madrid<np><loc><m><sg>"
"""A name of a place keeps the article that it has in Spanish: *la CIDH*, *the IACHR*."""
ADJECTIVE: Final = "verde<adj><mf>"
"""Moved before its noun by the transfer rules."""
PARTICIPLE: Final = "pintar<vblex><pp>"
"""Stays behind its noun: *women deprived of liberty*."""
ADVERB: Final = "rápidamente<adv>"
ADVERB_FORM: Final = "quickly"
"""How it is rendered; a participle takes it into its own phrase."""
PREPOSITION: Final = "con<pr>"
BRACKETS: Final = {"«": "(<lpar>", "“": "(<lpar>", "»": ")<rpar>", "”": ")<rpar>"}
"""Quotation marks are no words to Apertium, and words change places across them; brackets are."""
NUMERAL: Final = "5<num>"
VERB: Final = "trabajar"
VERB_FORMS: Final = {"work": "base", "works": "third", "worked": "past", "working": "gerund"}
"""How the carrier verb is rendered, and the English form each rendering shows."""
DATE: Final = ("5<num>", "de<pr>", "enero<n><m><sg>", "de<pr>", "2025<num>")
"""Read as a date, so that *el* before it becomes *on*."""

MONTHS: Final = _words(
    "january february march april may june july august september october november december"
)

NEGATIVE: Final = _words("no ni nunca jamás tampoco nadie nada ninguno sin apenas ningún ninguna")
"""Words that make a Spanish clause negative; after one of them the others agree with it."""

CLAUSE_STARTS: Final = _words(
    "que pero aunque porque cuando donde quien si como mientras y e o u sino cuyo"
)

N_WORDS: Final = {
    "nadie": ("nobody", "anybody"),
    "nada": ("nothing", "anything"),
    "ninguno": ("no", "any"),
    "nunca": ("never", "ever"),
    "jamás": ("never", "ever"),
}
"""Words that negate by themselves before the verb, and agree with *no* behind it
(RAE, *Nueva gramática*, 48.3): their English alone, and under another negation."""

N_RENDERINGS: Final = frozenset(
    ("anybody", "nobody", "anyone", "any", "none", "no", "at all", "nothing", "never", "anything")
)
"""How Apertium renders them, right or wrong."""

ALMOST: Final = "casi<adv>"
"""An adverb that stands before its number."""

ARTICLES: Final = _words("el la los las un al del")
CITED: Final = {"artículo": "Article", "artículos": "Articles"}
"""Parts of laws that English cites without an article and with a capital."""
ABOUT: Final = {"cerca": "nearly", "alrededor": "about", "alrededor de": "about"}
"""With *de* and a number."""
WEEKDAYS: Final = _words("lunes martes miércoles jueves viernes sábado sábados domingo domingos")
TIMES: Final = ("a.m.", "p.m.", "noon", "midnight")
BEFORE_TIMES: Final = {"a": "at", "hacia": "around"}

VERBS: Final = {
    "abatir": "shoot dead",
    "alejar": "distance",
    "apagar": "switch off",
    "desenterrar": "unearth",
    "despertar": "awaken",
    "devolver": "return",
    "garantizar": "guarantee",
    "imposibilitar": "prevent",
    "magullar": "bruise",
    "pegar": "beat",
    "posibilitar": "enable",
    "rellenar": "fill",
    "remover": "remove",
    "responsabilizar": "blame",
    "sacar": "remove",
    "violar": "violate",
}
"""Verbs that the generator of apertium-eng-spa 0.8.1 leaves uninflected (`#give`), in English;
*violar* of rights (see VIOLABLE)."""

MANNERS: Final = _words("forma manera modo")
"""With *de* and an adjective: *de forma arbitraria* is "in an arbitrary manner"."""

VIOLABLE: Final = _words(
    """acuerdo artículo constitución convenio derecho garantía ley libertad norma pacto presunción
    principio privacidad proceso protocolo reglamento soberanía tratado tregua"""
)
"""What is violated; people are raped, and stand behind *a*."""

INSTITUTIONS: Final = _words(
    """asamblea asociación autoridad comisión comité congreso corte ejército empresa estado fiscalía
    gobierno informe ley ministerio organización país partido policía sala tribunal sentencia"""
)
WOMEN: Final = _words("abogada abuela esposa hermana hija jueza madre mujer niña señora viuda")
"""Subjects whose *su* is *its* or *her*; that of a plural subject is *their*."""

PRONOMINALS: Final = {
    "acercar": "approach",
    "comprometer": "pledge",
    "convertir": "become",
    "enfrentar": "face",
    "manifestar": "demonstrate",
    "negar": "refuse",
    "suicidar": "commit suicide",
}
"""Verbs that *se* makes into others."""
EMPTY_SE: Final = _words("ir morir quedar referir reunir sentir")
"""Verbs whose English is the same without *se*."""

MILLIONS: Final = {"millones": "million", "mil millones": "billion"}
"""Behind a number these have no plural in English."""
RELATIVES: Final = {"familiar": "relative", "familiares": "relatives"}
"""Adjectives too, behind a noun: *violencia familiar*."""

TAKES_PEOPLE: Final = _words(
    """abandonar abatir absolver acoger acompañar acosar acusar agredir amenazar apoyar
    arrestar asesinar atacar atender ayudar buscar capturar castigar censurar condenar
    conocer consultar contactar contratar criminalizar criticar culpar dañar defender
    denunciar deportar desalojar desaparecer designar despedir desplazar desterrar detener
    devolver ejecutar elegir encarcelar encerrar encontrar enfrentar enterrar entrevistar
    escuchar espiar estigmatizar evacuar excluir expulsar extorsionar extraditar golpear
    herir hostigar humillar identificar imputar indemnizar indultar interrogar intimidar
    investigar juzgar liberar linchar llamar llevar localizar maltratar masacrar matar
    multar nombrar obligar perdonar perseguir privar procesar proteger querellar rastrear
    rechazar recibir reclutar registrar representar rescatar responsabilizar retener sacar
    sancionar secuestrar señalar silenciar someter sorprender sostener torturar trasladar
    ultrajar ver vigilar violar visitar vulnerar"""
)
"""Verbs whose *a* before people only marks the object (RAE, *Nueva gramática*, 34.8)."""

INTRANSITIVES: Final = _words(
    """aparecer crecer desaparecer existir fallecer faltar llegar morir nacer ocurrir perecer
    suceder surgir"""
)
"""Verbs without an object: a noun behind them is their subject."""

SAYING: Final = _words(
    """aclarar admitir advertir afirmar agregar añadir asegurar comentar concluir contar contestar
    decir declarar denunciar exclamar explicar gritar indicar insistir lamentar manifestar preguntar
    reclamar reconocer recordar relatar repetir replicar responder señalar sostener subrayar"""
)
"""Verbs that tell who speaks: behind a quotation their subject follows them."""

PASSIVES: Final = _words(
    """abrir anunciar aprobar calcular celebrar cometer construir contabilizar crear decretar
    denunciar destruir detener dictar documentar emitir encontrar entregar estimar exhumar exigir
    firmar garantizar identificar investigar juzgar necesitar ordenar permitir presentar producir
    prohibir publicar realizar registrar reportar respetar usar utilizar violar vulnerar"""
)
"""Verbs whose *se* is a passive when their subject is a thing (RAE, *Nueva gramática*, 41.6)."""

REFLEXIVES: Final = _words("abrir detener encontrar entregar identificar presentar registrar")
"""Those of them that people also do to themselves: *el juez se presentó*."""

BOUNDS: Final = frozenset(
    ("al menos", "por lo menos", "más de", "menos de", "casi", "hasta", "unos", "unas", "sólo")
)
"""What may stand before a number in a subject."""

TIME_NOUNS: Final = _words(
    "día semana mes año hora minuto segundo vez década siglo kilómetro metro"
)
"""Nouns that say when or how far, and are no subject: *murió tres días después*."""

ROUND: Final = ("thousand", "million", "billion", "trillion")
"""English numerals that take no *of* where the Spanish has *de*."""

PLACE_PREPOSITIONS: Final = _words("de del en a al desde hacia hasta por")
"""After one of them a capitalised word that is no noun is a name: *de Sonora*."""

UNGUESSABLE: Final = ("ó", "aron", "ieron", "aba", "aban", "ía", "ían", "ando", "iendo", "ar")
"""Endings of verbs: an unknown word with one of them is not taken for a noun."""

TITLES_OF_PLACES: Final = _words("san santa santo el la los las")
"""Capitalised inside a sentence, they begin a name that is not translated: *San Salvador*."""

NAMED_WITH_ARTICLE: Final = frozenset(
    ("United States", "United Nations", "United Kingdom", "European Union", "Netherlands")
)
"""Names that English gives an article where Spanish may have none: *en Estados Unidos*."""
