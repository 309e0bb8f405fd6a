"""Portuguese number words, signs and phrases, of Portugal and of Brazil.

Sources: Acordo Ortográfico de 1990; Cunha and Cintra, *Nova Gramática*; CLDR.
"""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.model import Bound, Kind
from workflow.numbers.table import Language, Lexical, phrases, synonyms, values, words

_CARDINALS = """
zero=0 um=1 uma=1 dois=2 duas=2 três=3 quatro=4 cinco=5 seis=6 sete=7 oito=8 nove=9 dez=10 onze=11
doze=12 treze=13 catorze=14 quatorze=14 quinze=15 dezesseis=16 dezasseis=16 dezessete=17
dezassete=17 dezoito=18 dezenove=19 dezanove=19 vinte=20 trinta=30 quarenta=40 cinquenta=50
sessenta=60 setenta=70 oitenta=80 noventa=90 cem=100 cento=100 duzentos=200 duzentas=200
trezentos=300 trezentas=300 quatrocentos=400 quatrocentas=400 quinhentos=500 quinhentas=500
seiscentos=600 seiscentas=600 setecentos=700 setecentas=700 oitocentos=800 oitocentas=800
novecentos=900 novecentas=900
"""
_ORDINALS = """
primeiro=1 primeira=1 segundo=2 segunda=2 terceiro=3 terceira=3 quarto=4 quarta=4 quinto=5 quinta=5
sexto=6 sexta=6 sétimo=7 sétima=7 oitavo=8 oitava=8 nono=9 nona=9 décimo=10 décima=10 vigésimo=20
vigésima=20 trigésimo=30 trigésima=30 quadragésimo=40 quadragésima=40 quinquagésimo=50
quinquagésima=50 sexagésimo=60 sexagésima=60 septuagésimo=70 septuagésima=70 octogésimo=80
octogésima=80 nonagésimo=90 nonagésima=90 centésimo=100 centésima=100 ducentésimo=200
ducentésima=200 tricentésimo=300 trecentésimo=300 tricentésima=300 quadrigentésimo=400
quadringentésimo=400 quingentésimo=500 seiscentésimo=600 sexcentésimo=600 septigentésimo=700
septingentésimo=700 octigentésimo=800 octingentésimo=800 nongentésimo=900 noningentésimo=900
milésimo=1000 milésima=1000
"""
_BEFORE = {
    Bound.AT_LEAST: "pelo_menos ao_menos no_mínimo não_menos_de um_mínimo_de",
    Bound.FROM: "a_partir_de",
    Bound.MORE_THAN: """
        mais_de supera superam superou superaram acima_de superior_a maior_que maiores_de
        ultrapassa ultrapassam ultrapassou ultrapassaram excede excedem pouco_mais_de""",
    Bound.LESS_THAN: "menos_de inferior_a abaixo_de menor_que menores_de",
    Bound.AT_MOST: "até no_máximo não_mais_de um_máximo_de",
    Bound.ABOUT: "cerca_de aproximadamente em_torno_de por_volta_de uns umas",
    Bound.NEARLY: "quase praticamente perto_de",
    Bound.ONLY: "apenas só somente",
    Bound.EXACTLY: "exatamente precisamente",
}
_AFTER = {
    Bound.AT_LEAST: "ou_mais no_mínimo pelo_menos",
    Bound.AT_MOST: "ou_menos no_máximo",
    Bound.ABOUT: "aproximadamente",
}
_UNITS = """
metre: m metro metros
kilometre: km quilómetro quilómetros quilômetro quilômetros
mile: milha milhas
square metre: m² metro_quadrado metros_quadrados
square kilometre: km² quilómetros_quadrados quilômetros_quadrados
hectare: ha hectare hectares
gram: g grama gramas
kilogram: kg quilo quilos quilograma quilogramas
tonne: t tonelada toneladas
litre: l litro litros
degree celsius: °_c ºc grau_celsius graus_celsius
degree: grau graus
"""
_DURATIONS = """
second: segundo segundos
minute: minuto minutos
hour: hora horas
day: dia dias
week: semana semanas
month: mês meses
quarter: trimestre trimestres
semester: semestre semestres
year: ano anos
decade: década décadas
century: século séculos
"""
_CURRENCIES = """
USD: us_$ usd
dollar: dólar dólares
$: $
EUR: € euro euros
GBP: £ libra_esterlina libras_esterlinas
BRL: r_$ brl real reais
"""

PORTUGUESE = Language(
    code="pt",
    decimal_mark=",",
    group_mark=".",
    cardinals=values(_CARDINALS),
    scales=values(
        "mil=1000 milhão=1000000 milhões=1000000 bilhão=1000000000 bilhões=1000000000 "
        "bilião=1000000000000 biliões=1000000000000 trilhão=1000000000000 trilhões=1000000000000 "
        "quatrilhão=1000000000000000 quatrilhões=1000000000000000"
    ),
    joiner="e",
    joiner_after=frozenset({10, 100, 1000}),
    articles=words("um uma"),
    ones=words("um uma"),
    half_before=words("meio meia"),
    half_after=phrases("e_meio e_meia"),
    ordinals=values(_ORDINALS),
    ordinal_suffixes=words("º ª o a"),
    denominators=values("terço=3 terços=3 quarto=4 quartos=4 quinto=5 quintos=5 décimos=10"),
    part_words=words("parte partes"),
    collectives=values("dezenas=10 centenas=100 milhares=1000"),
    rounds=values("dezena=10 dúzia=12 centena=100 milhar=1000"),
    lexical={
        **{p: Lexical(Kind.FRACTION, Fraction(1, 2)) for p in phrases("a_metade metade")},
        **{p: Lexical(Kind.CARDINAL, 2, weak=True) for p in phrases("ambos ambas um_par_de")},
        **{p: Lexical(Kind.MULTIPLE, 2) for p in phrases("o_dobro duplicou dobrou duplicaram")},
        **{p: Lexical(Kind.MULTIPLE, 3) for p in phrases("o_triplo triplicou triplicaram")},
    },
    of_words=words("de"),
    percents=phrases("% por_cento"),
    permilles=phrases("‰ por_mil"),
    points=phrases("pontos_percentuais ponto_percentual"),
    currencies=synonyms(_CURRENCIES),
    units=synonyms(_UNITS),
    durations=synonyms(_DURATIONS),
    times_words=words("vezes vez"),
    bounds_before={bound: phrases(text) for bound, text in _BEFORE.items()},
    bounds_after={bound: phrases(text) for bound, text in _AFTER.items()},
    skippable=words("o a os as um uma já ao outros outras"),
    contractions={"de": ("do", "da", "dos", "das"), "a": ("ao", "aos", "à", "às")},
    negators=words("não nunca"),
    range_openers=words("entre de desde"),
    range_links=words("a e ou até - –"),
    versus=words("a contra"),
    conjunctions=words("e ou"),
    one_in=phrases("em_cada de_cada em"),
    months=values(
        "janeiro=1 fevereiro=2 março=3 abril=4 maio=5 junho=6 julho=7 agosto=8 setembro=9 "
        "outubro=10 novembro=11 dezembro=12"
    ),
    date_links=words("de do"),
    decade_openers=phrases("anos os_anos década_de a_década_de"),
    decades=values(
        "vinte=20 trinta=30 quarenta=40 cinquenta=50 sessenta=60 setenta=70 oitenta=80 noventa=90"
    ),
    century_words=words("século séculos"),
    clock_openers=phrases("às à"),
    clock_words=dict.fromkeys(phrases("meio_-_dia meio_dia"), 720)
    | dict.fromkeys(phrases("meia_-_noite meia_noite"), 0),
    quarters_past={("e", "meia"): 30, ("e", "um", "quarto"): 15},
    mornings=phrases("da_manhã"),
    pm=phrases("da_tarde"),
    nights=phrases("da_noite"),
    hour_signs=phrases("h horas"),
    labels=synonyms("law: lei\narticle: artigo artigos art\ndecree: decreto\ncase: processo"),
    label_links=phrases("n_._º nº n_º ."),
    minus=words("menos -"),
    below_zero=phrases("abaixo_de_zero"),
    age_after=phrases("anos_de_idade"),
    age_before=phrases("idade_de"),
    definites=words("os as"),
    terse_units=words("m t g l ha h"),
    clause_breaks=words("e ou mas enquanto"),
    stop_words=words(
        "o a os as um uma de do da dos das em no na nos nas por para com que se foi foram é são e"
    ),
)
