"""Spanish number words, signs and phrases. Sources: RAE, *Ortografía* (2010) and DPD; CLDR."""

from __future__ import annotations

from workflow.numbers.languages.es_bounds import AFTER, BEFORE
from workflow.numbers.languages.es_idioms import IDIOMS
from workflow.numbers.languages.es_lexical import LEXICAL
from workflow.numbers.languages.es_measures import CURRENCIES, DURATIONS, RATES, UNITS
from workflow.numbers.languages.es_nouns import NOUNS, STOP_WORDS
from workflow.numbers.languages.named_days import LETTERED_DAYS
from workflow.numbers.model import Bound
from workflow.numbers.table import Language, fold, phrases, synonyms, values, words

_CARDINALS = """
cero=0 un=1 uno=1 una=1 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11
doce=12 trece=13 catorce=14 quince=15 dieciséis=16 diecisiete=17 dieciocho=18 diecinueve=19
veinte=20 veintiuno=21 veintiún=21 veintiuna=21 veintidós=22 veintitrés=23 veinticuatro=24
veinticinco=25 veintiséis=26 veintisiete=27 veintiocho=28 veintinueve=29 treinta=30 cuarenta=40
cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 ciento=100 doscientos=200
doscientas=200 trescientos=300 trescientas=300 cuatrocientos=400 cuatrocientas=400 quinientos=500
quinientas=500 seiscientos=600 seiscientas=600 setecientos=700 setecientas=700 ochocientos=800
ochocientas=800 novecientos=900 novecientas=900 treintaiuno=31 treintaidós=32 treintaitrés=33
"""

# DPD, "ordinales", and the fused forms that it admits.
_ORDINALS = """
primero=1 primera=1 primer=1 primeros=1 primeras=1 segundo=2 segunda=2 segundas=2
tercero=3 tercera=3 tercer=3 terceros=3 terceras=3 cuarto=4 cuarta=4 cuartos=4 cuartas=4 quinto=5
quinta=5 quintos=5 quintas=5 sexto=6 sexta=6 sextos=6 sextas=6 séptimo=7 séptima=7 octavo=8
octava=8 octavos=8 octavas=8 noveno=9 novena=9 nono=9 décimo=10 décima=10 décimas=10
undécimo=11 undécima=11 decimoprimero=11 decimoprimera=11 duodécimo=12 duodécima=12
decimosegundo=12 decimosegunda=12 decimotercero=13 decimotercera=13 decimotercer=13 decimocuarto=14
decimocuarta=14 decimoquinto=15 decimoquinta=15 decimosexto=16 decimosexta=16 decimoséptimo=17
decimoséptima=17 decimoctavo=18 decimoctava=18 decimonoveno=19 decimonovena=19 vigésimo=20
vigésima=20 vigesimoprimer=21 vigesimotercer=23 decimoprimer=11 vigesimoprimero=21
vigesimoprimera=21 vigesimosegundo=22 vigesimosegunda=22
vigesimotercero=23 vigesimotercera=23 vigesimocuarto=24 vigesimocuarta=24 vigesimoquinto=25
vigesimoquinta=25 vigesimosexto=26 vigesimosexta=26 vigesimoséptimo=27 vigesimoséptima=27
vigesimoctavo=28 vigesimoctava=28 vigesimonoveno=29 vigesimonovena=29 trigésimo=30 trigésima=30
cuadrigentésimo=400 cuadrigentésima=400 quadragésimo=40 quadragésima=40 cuadragésimo=40
cuadragésima=40 quincuagésimo=50 quincuagésima=50 sexagésimo=60 sexagésima=60
septuagésimo=70 septuagésima=70 octogésimo=80 octogésima=80 nonagésimo=90 nonagésima=90
centésimo=100 centésima=100 ducentésimo=200 ducentésima=200 tricentésimo=300 tricentésima=300
cuadringentésimo=400 cuadringentésima=400 septigentésimo=700 septigentésima=700 octigentésimo=800
octigentésima=800 quinquegentésimo=500 quingentésimo=500 quingentésima=500 sexcentésimo=600
sexcentésima=600 septingentésimo=700 septingentésima=700 octingentésimo=800 octingentésima=800
noningentésimo=900 noningentésima=900 milésimo=1000 milésima=1000
"""

_TENS = {
    30: "trigesimo", 40: "cuadragesimo", 50: "quincuagesimo", 60: "sexagesimo",
    70: "septuagesimo", 80: "octogesimo", 90: "nonagesimo",
}  # fmt: skip
_ONES = (
    "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno",
)  # fmt: skip
_FUSED = {
    ten + part: stem + fold(word)
    for ten, stem in _TENS.items()
    for part, word in enumerate(_ONES, 1)
}
"""*trigesimoprimero*: tens and ones in one word (*Ortografía*, 2010)."""


def _fused_ordinals() -> dict[str, int]:
    """Each in both genders, and short before a noun: *trigesimotercer*."""
    forms: dict[str, int] = {}
    for value, word in _FUSED.items():
        forms |= {word: value, word[:-1] + "a": value}
        if word.endswith(("primero", "tercero")):
            forms[word[:-1]] = value
    return forms


SPANISH = Language(
    code="es",
    decimal_mark=",",
    group_mark=".",
    point_regions=frozenset(["MX", "GT", "HN", "SV", "NI", "PA", "DO", "PR", "US", "PE", "419"]),
    peso_regions=frozenset(["MX", "CO", "CL", "AR", "UY", "DO", "CU"]),
    cardinals=values(_CARDINALS),
    scales=values(
        "mil=1000 millón=1000000 millones=1000000 millardo=1000000000 millardos=1000000000 "
        "billón=1000000000000 billones=1000000000000 trillón=1000000000000000000 "
        "trillones=1000000000000000000"
    ),
    suffix_scales=values("m=1000000 mm=1000000 k=1000"),
    joiner="y",
    joiner_after=frozenset({10}),
    articles=words("un una"),
    ones=words("uno un una"),
    half_before=words("medio media"),
    half_after=phrases("y_medio y_media"),
    ordinals=values(_ORDINALS) | _fused_ordinals(),
    ordinal_suffixes=words("º ª o a er ero era ro ra do da to ta mo ma vo va no na"),
    denominators=values(
        "tercio=3 tercios=3 cuarto=4 cuartos=4 quinto=5 quintos=5 sexto=6 sextos=6 séptimos=7 "
        "octavo=8 octavos=8 noveno=9 novenos=9 décimo=10 décimos=10 décimas=10 "
        "centésimas=100 milésimas=1000"
    ),
    tenths=values("décima=10 décimas=10 centésima=100 milésima=1000"),
    of_points=words("porcentual porcentuales"),
    part_words=words("parte partes"),
    collectives=values(
        "decenas=10 docenas=10 cientos=100 centenares=100 centenas=100 miles=1000 millares=1000"
    ),
    rounds=values(
        "decena=10 docena=12 quincena=15 veintena=20 treintena=30 cuarentena=40 cincuentena=50 "
        "centenar=100 centena=100 millar=1000"
    ),
    round_periods={"quincena": (14, "day"), "quincenas": (14, "day")},
    acronyms=words("dos"),
    lexical=LEXICAL,
    of_words=words("de"),
    percents=phrases("% por_ciento porciento por_cien pct por_100"),
    permilles=phrases("‰ por_mil por_1.000 por_cada_mil por_cada_1.000 por_1000 por_cada_1000"),
    plain_points=phrases("punto puntos"),
    points=phrases("puntos_porcentuales punto_porcentual puntos_de_porcentaje p_._p_. pp"),
    currencies=CURRENCIES,
    scaled_currencies={
        "mdd": (10**6, "USD"),
        "mmdd": (10**9, "USD"),
        "mdp": (10**6, "MXN"),
        "mmdp": (10**9, "MXN"),
        "mde": (10**6, "EUR"),
        "mde€": (10**6, "EUR"),
    },
    units=UNITS,
    durations=DURATIONS,
    times_words=words("veces vez"),
    bounds_before={bound: phrases(text) for bound, text in BEFORE.items()},
    bounds_after={bound: phrases(text) for bound, text in AFTER.items()},
    skippable=words("el la los las un una ya a al otros otras otro otra estos estas esos esas sus"),
    range_openers=words("entre de desde del"),
    between_openers=words("entre"),
    dimension_links=words("por x ×"),
    compound_links=words("y con ,"),
    money_links=words("con"),
    range_links=words("a al y e o u hasta - –"),
    versus=words("a contra frente"),
    conjunctions=words("y e o u"),
    one_in=phrases("de_cada de_cada_una_de por_cada"),
    months=values(
        "enero=1 febrero=2 marzo=3 abril=4 mayo=5 junio=6 julio=7 agosto=8 septiembre=9 "
        "setiembre=9 "
        "octubre=10 noviembre=11 diciembre=12 ene=1 feb=2 mar=3 abr=4 may=5 jun=6 jul=7 ago=8 "
        "sep=9 "
        "sept=9 oct=10 nov=11 dic=12"
    ),
    month_homographs=words("mar sep set ene jun jul abr may feb ago oct nov dic"),
    date_articles=words("el"),
    date_links=words("de del -"),
    short_year_links=words("del"),
    decade_openers=phrases(
        "generación_de_los música_de_los moda_de_los cine_de_los España_de_los "
        "principios_de_los mediados_de_los finales_de_los fines_de_los inicios_de_los "
        "comienzos_de_los años los_años la_década_de_los década_de_los década_del la_década_del "
        "década_de "
        "la_década_de decenio_de década_de_los_años decenio_de_los_años décadas_de las_décadas_de "
        "décadas_de_los las_décadas_de_los décadas_del"
    ),
    decade_articles=phrases("en_los desde_los hasta_los hacia_los"),
    decade_links=phrases("de_los"),
    decades=values(
        "veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90"
    ),
    century_letters=words("s ss sig"),
    century_words=words("siglo siglos"),
    clock_openers=phrases("a_las a_la las la desde_las hacia_las sobre_las de_las"),
    clock_words=dict.fromkeys(phrases("mediodía medio_día"), 720)
    | dict.fromkeys(phrases("medianoche media_noche"), 0),
    quarters_past={
        ("y", "media"): 30,
        ("y", "cuarto"): 15,
        ("menos", "cuarto"): -15,
    },
    am=phrases("a_._m a_._m_. am de_la_madrugada de_esta_madrugada de_madrugada"),
    pm=phrases("p_._m p_._m_. pm de_la_tarde de_esta_tarde del_mediodía"),
    mornings=phrases("de_la_mañana de_esta_mañana"),
    nights=phrases("de_la_noche de_esta_noche"),
    zones=words("gmt utc"),
    hour_signs=phrases("h hs hrs h_. horas"),
    labels=synonyms(
        """
law: ley leyes decreto_ley
article: artículo artículos art arts
decree: decreto decretos decreto_legislativo
resolution: resolución resoluciones res
number: n_._º nº n_._° n_° núm núms número números no_. nro nros
case: expediente expedientes caso causa rol exp proceso sumario amparo hábeas_corpus
chapter: capítulo capítulos cap
page: página páginas pág págs pp p
section: sección apartado apartados transitorio
paragraph: párrafo párrafos párr párrs numeral numerales inciso incisos inc literal lit fracción
paragraph: frac punto
title: título
volume: tomo volumen vol
annex: anexo apéndice
protocol: protocolo protocolos
note: nota notas nota_al_pie
folio: folio folios foja fojas fs
series: serie
memo: oficio oficios memorando circular
room: sala cámara juzgado tribunal fiscalía pabellón celda módulo
phone: teléfono tel teléfonos tfno celular whatsapp fax
postcode: código_postal cp c_._p
version: versión
address: calle avenida av carrera kilómetro km ruta
phase: fase etapa
sentence: sentencia
directive: directiva convenio reglamento
rank: piso puesto lugar grado nivel planta etapa ronda grupo línea minuto semana jornada posición
"""
    ),
    numbered=words(
        "partido juego manga vuelta hoyo serie parte capítulo episodio temporada tomo día noche "
        "escena acto calle puerta terminal canal andén categoría tipo sesión pregunta número"
    ),
    seasons=words("ss aw fw pv oi fy"),
    label_links=phrases("n_._º nº n_° n_._° núm número no_. nro núm_. nro_. . n_º : legislativo #"),
    roman_labels=words(
        "siglo siglos capítulo tomo título artículo parte acto juan benedicto felipe carlos "
        "alfonso fernando enrique luis isabel pío pablo gregorio francisco guillermo jorge "
        "eduardo ricardo jaime sancho clemente inocencio alejandro napoleón libro volumen anexo "
        "fase región sección legislatura protocolo vaticano apéndice tribunal sala cámara juzgado "
        "sixto león pedro nicolás luis adriano bonifacio eugenio gustavo haakon harald cristián "
        "balduino alberto víctor manuel teodosio ramsés ptolomeo iván catalina maría constantino "
        "leopoldo cuerpo"
    ),
    roman_after=words(
        "guerra congreso cumbre conferencia asamblea edición encuentro reunión foro república "
        "internacional reich legislatura aniversario brigada región sesión censo simposio "
        "período periodo cumpleaños "
        "juegos copa olimpiada maratón "
        "festival jornadas concilio informe"
    ),
    change_links={"a": "to", "al": "to", "en": "by", "un": "by"},
    more_of_them=words("otros otras más"),
    margins=words(
        "abajo arriba ventaja desventaja ganaba ganaban perdía perdían ganando perdiendo ganar "
        "perder diferencia delante"
    ),
    reversals=phrases("en_lugar_de en_lugar_del en_vez_de en_vez_del no y_no"),
    volumes=words(
        "pib producto economía producción ventas exportaciones importaciones consumo actividad "
        "facturación ingresos pedidos inversión gasto ipc precios industria comercio"
    ),
    volume_rates=words(
        "tasa tasas paro desempleo inflación tipo tipos interés intereses déficit superávit "
        "crecimiento deuda prima cuota ritmo variación avance peso porcentaje"
    ),
    coins=words("unidades"),
    homonym_rounds=words("cuarentena cuarentenas"),
    losing_stems=("perd", "pierd", "derrot", "cay", "remont", "sucumb"),
    jubilees=words("aniversario cumpleaños"),
    others=words("otro otra"),
    streaks=words(
        "consecutivo consecutiva consecutivos consecutivas seguido seguida seguidos seguidas"
    ),
    repeating=words(
        "volver vuelve vuelven volvió volvieron volverá volverán volvería volverían vuelva vuelvan "
        "volviera volvieran volvía volvían vuelto volviendo nuevo nueva nuevamente reelegido "
        "reelegida reelecto reelecta reelección"
    ),
    firsts=words("inicial iniciales inicialmente inaugural debut estreno"),
    draws=("empat", "igual", "tablas"),
    draw_links=words("a"),
    minus=words("menos -"),
    wholes=words("todos todas todo toda"),
    fewer=words("menos menor menores inferior inferiores"),
    repeaters=words("en"),
    rank_articles=words("el al"),
    told_ones=words("uno una"),
    below_zero=phrases("bajo_cero"),
    rates=RATES,
    eras=phrases("a_._c a_._c_. antes_de_cristo a_._de_c"),
    backwards=words("antes atrás"),
    comparing=words("que"),
    denying_stems=("descart", "dud", "impid", "impedi", "exclu"),
    unnegated=words("menor menores mayor mayores"),
    rooms=words("cuarto"),
    age_after=phrases("años_de_edad"),
    ageing=words("tiene tienen tenía tenían cumple cumplen cumplió cumplieron cumplirá"),
    age_before=phrases("edad_de edad"),
    idioms=IDIOMS,
    contractions={"de": ("del",), "a": ("al",)},
    spending_stems=("pas",),
    beside=words("mínimo máximo"),
    peak_stems=("alcanz", "toc", "marc", "regist", "anot"),
    change_stems=(
        "subi",
        "sube",
        "aceler",
        "desaceler",
        "moder",
        "fren",
        "abarat",
        "encarec",
        "apreci",
        "depreci",
        "devalu",
        "baj",
        "cay",
        "cae",
        "caid",
        "crec",
        "aument",
        "descend",
        "descien",
        "redu",
        "disminu",
        "ascend",
        "asciend",
        "elev",
        "pas",
        "ampli",
        "recort",
        "rebaj",
        "dispar",
        "desplom",
        "trep",
        "escal",
        "retroced",
        "repunt",
        "mejor",
        "empeor",
        "avanz",
        "contraj",
        "contrae",
    ),
    bound_fillers=phrases(
        "se se_ha se_han ha han ya "
        "ayer hoy anoche nuevamente de_nuevo por_primera_vez este_año el_año_pasado esta_semana "
        "el_lunes el_martes el_miércoles el_jueves el_viernes el_sábado el_domingo "
        "este_lunes este_martes este_miércoles este_jueves este_viernes este_sábado este_domingo "
        "con_creces ampliamente holgadamente largamente la_cifra_de las_cifras_de la_barrera_de "
        "el_umbral_de el_límite_de en_mucho la_barrera_del el_umbral_del el_límite_del el_tope_del "
        "el_techo_del el_listón_del la_cota_del la_cota_de el_techo_de el_tope_de"
    ),
    marks=words("umbral límite tope techo objetivo meta listón"),
    minutes_after=values("y=1 menos=-1"),
    range_closers=words("a al hasta"),
    negators=words("no nunca jamás"),
    lasts=words("último última últimos últimas"),
    between=words(
        "primeros primeras últimos últimas próximos próximas siguientes largos largas buenos "
        "últimas pasados pasadas"
    ),
    life_decades=phrases("y_tantos y_tantas y_pocos"),
    nominal_ordinals=words("tercero terceros"),
    vague=words("par varios varias algunos algunas pocos pocas muchos muchas poco parte"),
    definites=words("los las estos estas esos esas"),
    terse_units=words("s m t g l w ha h q mm min"),
    participles=("ado", "ido", "to", "cho", "so"),
    possessives=words("su sus mis tus nuestros nuestras cuyos cuyas"),
    partitives=words("ellos ellas cuales estos estas"),
    month_openers=words("en de desde hasta para"),
    weekdays=values(
        "lunes=1 martes=2 miércoles=3 jueves=4 viernes=5 sábado=6 sábados=6 domingo=7 domingos=7 "
        # In names that stay English: *The Sunday Times*, *Black Friday*.
        "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7"
    ),
    named_days={
        **LETTERED_DAYS,
        ("internacional", "de", "la", "mujer"): (3, 8),
        ("navidad",): (12, 25),
        ("vispera", "de", "navidad"): (12, 24),
        ("nochebuena",): (12, 24),
        ("nochevieja",): (12, 31),
        ("san", "valentin"): (2, 14),
    },
    clause_breaks=words("y e o u pero mientras aunque frente contra versus"),
    floating={
        Bound.ONLY: phrases("solo solamente únicamente apenas nomás nada_más"),
        Bound.AT_LEAST: phrases("al_menos por_lo_menos como_mínimo cuando_menos mínimo"),
        Bound.AT_MOST: phrases(
            "como_máximo como_mucho a_lo_sumo máximo limita limitan limitó limitará límite tope"
        ),
        Bound.ABOUT: phrases(
            "aproximadamente más_o_menos se_calcula_que se_estima_que se_calcula se_estima"
        ),
        Bound.EXACTLY: phrases("exactamente"),
    },
    stop_words=STOP_WORDS,
    nouns=NOUNS,
)
