"""Facts about names in Spanish texts: first names, institutions, places with an English name."""

from __future__ import annotations

import re

from workflow.checks.languages import words


def _forms(text: str) -> dict[str, tuple[str, ...]]:
    """`word form form; word form` as a table of the forms of each word."""
    entries = (entry.split() for entry in text.split(";"))
    return {word: tuple(forms) for word, *forms in entries}


PARTICLES = words("de del la las los y e el san santa da do dos von van di")
"""Words inside names that a translation may drop or translate."""

FIRST = words(
    """
    abelardo abraham adela adolfo aida alba alcira alonso amanda amparo anibal anselmo arcadio
    ariel arnulfo asuncion aurelio aurora azucena baltasar barbara belen bertha brenda
    candelaria celia celso clemente concepcion consuelo constanza cruz damian demetrio diana
    dionisio efrain eliseo elvia emma encarnacion erika esperanza estrella evaristo ezequiel
    fabiola fausto federica fermin flor florencia florentino gaspar genaro gilda gladys
    gregoria griselda heriberto herminia hipolito horacio ilse inmaculada isaac isidro ismael
    israel ivonne jacobo jeremias joel jonathan josue justo karla lazaro leandro leonel
    leopoldo lilia lourdes lucrecia macarena magali marcial maribel maritza matilde maura
    melchor micaela mireya modesto mirna nadia narciso nicanor nora ofelia oliverio orlando
    osvaldo paloma paola pascual paulina petrona piedad primitivo prudencio quirino ramona
    refugio regina reinaldo remedios reynaldo rigoberto roman romulo roque roxana rufina
    rufino sabina salome saul serafin severino sixto soledad tadeo telma tatiana tobias tomasa
    trinidad ulises ursula valentin vanessa vilma violeta wendy wilfredo wilson ximena
    yamileth yanira yasmin yuri zoila zulema berto adriana agustin alberto alejandra alejandro
    alfredo alfonso alicia alvaro amalia ana andrea andres angel angela antonio araceli
    armando arturo augusto beatriz benito bernardo berta blanca bruno camila camilo carlos
    carla carmen carolina catalina cecilia cesar claudia clara cristian cristina dalia daniel
    daniela david delfina diego dolores domingo edgar eduardo elena elias elisa elsa elvira
    emilia emiliano emilio enrique ernesto esteban estela esther eugenia eva evelyn fabian
    federico felipe felix fernanda fernando fidel francisca francisco gabriel gabriela gerardo
    german gilberto gloria gonzalo graciela gregorio guadalupe guillermo gustavo hector hernan
    hilda hugo humberto ignacio ines ingrid irene isabel ivan jacinto jaime javier jesus
    joaquin jorge jose josefa josefina juan juana julia julian julio karina laura leonardo
    leonor leticia lidia liliana lorena lorenzo lucas lucia luis luisa luz magdalena manuel
    manuela marcela marcelo marco marcos margarita maria mariana mariano marina mario marisol
    marta martha martin mateo matias mauricio maximo mercedes miguel milagros monica nayib
    natalia nelson nestor nicolas noelia norma octavio olga omar oscar pablo patricia patricio
    paula pedro pilar rafael ramiro ramon raquel raul rebeca ricardo rigoberta roberto rocio
    rodolfo rodrigo rogelio rosa rosario ruben salvador samuel sandra santiago sara sebastian
    sergio silvia simon sofia sonia susana teresa tomas valentina valeria veronica vicente
    victor victoria virginia viviana walter xiomara yolanda yesenia
    """
)
"""Common first names, without accents."""

EXONYMS = _forms(
    """
    afganistan afghanistan afghan afghans; africa africa african africans; albania albania;
    alemania germany german germans; amazonas amazon amazonas; amberes antwerp; america america
    americas american americans; ana anne ana; andes andes andean; andorra andorra; ankara
    ankara; antartida antarctica; antillas antilles; arabia arabia; aragon aragon; argel
    algiers; argelia algeria algerian; armenia armenia; asia asia asian; asuncion asuncion;
    atenas athens athenian; atlantico atlantic; austria austria austrian; azerbaiyan
    azerbaijan; babilonia babylon; bagdad baghdad; balcanes balkans balkan; baleares balearic;
    baltico baltic; bangladesh bangladesh; barein bahrain; basilea basel; baviera bavaria
    bavarian; beirut beirut; belgica belgium belgian; benedicto benedict; bengala bengal;
    benito benedict benito; berlin berlin; berna bern; biblia bible; bielorrusia belarus;
    birmania burma myanmar; bolivia bolivia; bosnia bosnia; botsuana botswana; brasil brazil
    brazilian brazilians; bretana britain brittany; brujas bruges; bruselas brussels; bucarest
    bucharest; bulgaria bulgaria; burdeos bordeaux; butan bhutan; cachemira kashmir; cairo
    cairo; camboya cambodia; camerun cameroon; canada canada canadian canadians; caribe
    caribbean; carlos charles carlos; catalina catherine catalina; cataluna catalonia catalan;
    catar qatar; caucaso caucasus; ceilan ceylon; centroamerica central america; cerdena
    sardinia; chad chad; checa czech; chequia czechia czech; china china chinese; chipre
    cyprus; colon columbus colon; colonia cologne colonia; comoras comoros; copenhague
    copenhagen; corcega corsica; corea korea korean koreans; cornualles cornwall; costa coast
    costa; creta crete; crimea crimea crimean; cristo christ; croacia croatia; curazao curacao;
    damasco damascus; danubio danube; dinamarca denmark danish danes; dios god lord; dresde
    dresden; dubai dubai; dublin dublin; dusseldorf dusseldorf; edimburgo edinburgh; egipto
    egypt egyptian egyptians; emiratos emirates; enrique henry enrique; eritrea eritrea;
    escocia scotland scottish scots; eslovaquia slovakia; eslovenia slovenia; espana spain
    spanish spaniards; estambul istanbul; esteban stephen esteban; estocolmo stockholm; estonia
    estonia; estrasburgo strasbourg; etiopia ethiopia; europa europe european europeans; felipe
    philip felipe; fenicia phoenicia; filadelfia philadelphia; filipinas philippines philippine
    filipino filipinos; finlandia finland finnish; fiyi fiji; flandes flanders; florencia
    florence; francfort frankfurt; francia france french; francisco francis francisco; gabon
    gabon; gabriel gabriel; gales wales welsh; galilea galilee; genova genoa; ginebra geneva;
    gotemburgo gothenburg; granada grenada granada; grecia greece greek greeks; gregorio
    gregory gregorio; groenlandia greenland; guadalupe guadeloupe guadalupe; guayana guiana;
    guillermo william guillermo; habana havana; haiti haiti haitian haitians; hamburgo hamburg;
    hanoi hanoi; hawai hawaii; haya hague; himalaya himalaya himalayas; hiroshima hiroshima;
    holanda holland netherlands dutch; hungria hungary hungarian; iberoamerica america; ignacio
    ignatius ignacio; india india indian; indonesia indonesia; inglaterra england english;
    internet internet online; irak iraq iraqi iraqis; iran iran iranian iranians; irlanda
    ireland irish; isabel elizabeth isabel; islamabad islamabad; islandia iceland; israel
    israel israeli israelis; italia italy italian italians; jacobo james jacobo; jamaica
    jamaica; japon japan japanese; jartum khartoum; java java; jerico jericho; jerusalen
    jerusalem; jesucristo christ; jesus jesus; johannesburgo johannesburg; jordania jordan;
    jorge george jorge; jose joseph jose; juan john juan; kabul kabul; kazajistan kazakhstan;
    kenia kenya; kiev kyiv kiev; kirguistan kyrgyzstan; kuwait kuwait; laos laos; latinoamerica
    latin america; leon leo leon; letonia latvia; libano lebanon lebanese; liberia liberia;
    libia libya; lieja liege; lisboa lisbon; lituania lithuania; londres london; lucas luke
    lucas; lucerna lucerne; luis louis luis; luisiana louisiana; luxemburgo luxembourg;
    macedonia macedonia; madagascar madagascar; magallanes magellan magallanes; malasia
    malaysia; maldivas maldives; mallorca mallorca majorca; malta malta; malvinas falklands
    falkland malvinas; mancha mancha channel; marcos mark marcos; maria mary maria; marruecos
    morocco moroccan moroccans; marsella marseille; mateo matthew mateo; mauricio mauritius
    mauricio; mauritania mauritania; meca mecca; mediterraneo mediterranean; melanesia
    melanesia; mexico mexico mexican mexicans; milan milan; misisipi mississippi; misuri
    missouri; moldavia moldova; monaco monaco; mongolia mongolia; moscu moscow; mozambique
    mozambique; munich munich; namibia namibia; napoles naples; navarra navarre; navidad
    christmas; nicea nice; niger niger; nigeria nigeria; nilo nile; normandia normandy;
    norteamerica north america; noruega norway norwegian; nueva new nueva; nuevo new nuevo;
    nuremberg nuremberg; oceania oceania; oregon oregon; ottawa ottawa; pablo paul pablo;
    pacifico pacific; padua padua; paises netherlands countries; pakistan pakistan; palestina
    palestine palestinian palestinians; panama panama panamanian panamanians; paris paris;
    pascua easter; pedro peter pedro; pekin beijing peking; pensilvania pennsylvania; persia
    persia; peru peru peruvian peruvians; pio pius; pirineos pyrenees; polinesia polynesia;
    polonia poland polish poles; portugal portugal portuguese; praga prague; provenza provence;
    rabat rabat; renania rhineland; riad riyadh; rin rhine; rodesia rhodesia; roma rome roman;
    romania romania; rotterdam rotterdam; ruanda rwanda; rumania romania; rusia russia russian
    russians; ryad riyadh; sahara sahara; sajonia saxony; salonica thessaloniki; samaria
    samaria; sarajevo sarajevo; senegal senegal; serbia serbia; seul seoul; sicilia sicily;
    singapur singapore; siria syria syrian syrians; skopie skopje; sofia sofia; somalia
    somalia; suabia swabia; sudafrica africa; sudamerica south america; sudan sudan; suecia
    sweden swedish swedes; suiza switzerland swiss; suramerica south america; tailandia
    thailand thai; tamesis thames; tanzania tanzania; tayikistan tajikistan; teheran tehran;
    tejas texas; terranova newfoundland; tesalia thessaly; tierra earth land tierra; tirol
    tyrol; tokio tokyo; tolosa toulouse; toscana tuscany; transilvania transylvania; trinidad
    trinidad; tripoli tripoli; troya troy; tunez tunisia tunis; turin turin; turkmenistan
    turkmenistan; turquia turkey turkiye turkish turks; ucrania ukraine ukrainian ukrainians;
    uganda uganda; ulster ulster; urales urals; uzbekistan uzbekistan; varsovia warsaw;
    vaticano vatican holy; venecia venice; versalles versailles; vesubio vesuvius; viena
    vienna; vietnam vietnam; virgen virgin; westfalia westphalia; yakarta jakarta; yeda jeddah;
    yemen yemen; yibuti djibouti; zaragoza saragossa zaragoza; zelanda zealand; zimbabue
    zimbabwe; zurich zurich
    """
)
"""Names that have another English form, without accents; the words any of which will do."""

_COUNTRIES = {
    r"Estados Unidos|EE\. ?UU\.?|EUA|EEUU": (
        r"United States|U\.? ?S\.?(?: ?A\.?)?|USA?|Americans?|America|States|Washington"
    ),
    "Reino Unido": r"United Kingdom|U\.? ?K\.?|Britain|British|Britons?",
    "Países Bajos": "Netherlands|Dutch|Holland",
    "República Dominicana": "Dominican|Dominicans",
    "Arabia Saudit?a": "Saudi|Saudis",
    "Corea del (?:Norte|Sur)": "Koreas?|Koreans?",
    "Costa Rica": "Costa Rica|Costa Ricans?",
    "Puerto Rico": "Puerto Rico|Puerto Ricans?",
}
INSTITUTIONS = {
    "corte": "court",
    "cortes": "courts parliament cortes",
    "tribunal": "court tribunal bench",
    "comision": "commission committee",
    "comite": "committee commission",
    "consejo": "council board committee",
    "congreso": "congress parliament conference house",
    "senado": "senate",
    "camara": "chamber house congress",
    "parlamento": "parliament",
    "asamblea": "assembly legislature parliament congress",
    "ministerio": "ministry department prosecutor prosecutors",
    "fiscalia": "prosecutor prosecutors prosecution attorney prosecutorial department",
    "policia": "police",
    "ejercito": "army military armed",
    "iglesia": "church",
    "universidad": "university",
    "banco": "bank",
    "embajada": "embassy",
    "sindicato": "union",
    "fundacion": "foundation",
    "federacion": "federation",
}
"""What names of institutions begin with, without accents, and the English words that render it."""
COUNTRIES = {
    re.compile(rf"\b(?:{name})\b"): re.compile(rf"\b(?:{forms})\b")
    for name, forms in _COUNTRIES.items()
}
"""Countries whose names are common words, and what may stand for them in English."""
ANY_COUNTRY = re.compile("|".join(_COUNTRIES))
"""What a text that names one of them has in it."""

TITLES = words("sr sra srta dr dra d da lic ing prof mr mrs ms mmm hmm")
"""What stands before surnames and is translated or left out, without accents."""
HONORIFICS = words("don dona")
"""What stands before a first name alone, without accents."""

PLACES = words(
    """
    salvador guatemala honduras nicaragua panama mexico cuba haiti venezuela colombia ecuador
    peru bolivia chile argentina uruguay paraguay brasil espana portugal francia alemania
    italia inglaterra londres estrasburgo ginebra bruselas caracas bogota quito lima managua
    tegucigalpa montevideo asuncion brasilia habana medellin monterrey guadalajara tijuana
    oaxaca chiapas ayotzinapa guayaquil valparaiso cordoba barcelona sevilla bilbao usulutan
    soyapango sonsonate ahuachapan chalatenango quetzaltenango izabal choluteca chinandega
    esteli
    """
)
"""Places whose name is no common word and must stand in the translation, in their form or ours."""

INSTITUTION = words(
    """
    acuerdo academia acta administracion agencia alcaldia alianza alta alto amnistia amparo
    archivo asamblea asociacion audiencia autoridad ayuntamiento banco barrio brigada camara
    camaras campana caso casa catedra catolica central centro civil club codigo colectivo
    colegio comandancia comision comite comunidad comunidades confederacion congreso consejo
    constitucion constitucional convencion convenio cooperativa coordinadora corporacion corte
    cruz cumbre cuerpo declaracion decreto defensa defensor defensora defensoria delegacion
    departamento derecho derechos desaparecidos dia diario diputados direccion documento
    economica ejecutivo ejercito embajada empresa equipo escuela estado estados estatuto
    estrategia examen federacion federal fiscal fiscalia fondo frente fuerza fuerzas fundacion
    general gobernacion gobierno grupo guardia guerra historica hospital humana humanas humano
    humanos humanitario iglesia informe iniciativa instituto instituciones interamericana
    interamericano interior internacional investigacion judicial junta justicia juventud
    juzgado ley libertad liga magisterio marina memoria mesa ministerio ministerial ministro
    ministra mision movimiento mujer mujeres mundial municipalidad museo nacion nacional
    naciones norte oficina oficial operacion operativo oposicion organismo organizacion
    organizaciones pacto parlamento partido patria paz penal periodico plan plataforma poder
    policia politica presidencia presidente presidenta prensa primera procuraduria procurador
    programa protocolo provincia proyecto publica publico puerto red reforma regimen region
    registro relatora relatoria relator republica resolucion revista revolucion sala salud
    secretaria secretario seguridad senado servicio sindicato sistema social socorro sociedad
    sur superior suprema supremo territorio tratado tribunal unida unidad unidas unidos union
    universal universidad verdad vicaria victimas penitenciario confinamiento terrorismo
    carcel penal norte este oeste oriente occidente medio semana papa rey reina principe señor
    senor virgen mayo
    """
)
"""Words that make a capitalised phrase the name of an institution, which is translated."""

COMMON_OPENERS = words(
    """
    el la los las un una en por para con sin de del al segun desde hasta tras ante bajo si no
    ni y o pero cuando como donde aunque mientras ademas tambien este esta estos estas ese esa
    su sus lo se le hoy ayer ahora asi que quien entre sobre durante cada todo toda todos
    todas otro otra muchos
    """
)
"""Words that open sentences and belong to no name."""

PREFIXES = words("multi auto anti pre pro ex sub super inter ciber pos post mini macro micro semi")
"""What stands before the hyphen of a compound."""

ENCLITICS = re.compile(r"(?:(?:me|te|se|nos|os)(?:l[aeo]s?)?|l[aeo]s?)$")
"""Pronouns at the end of an infinitive or imperative that opens a sentence."""

ORDINARY = re.compile(
    r"(?:cion|ciones|sion|siones|dad|dades|miento|mientos|mente|encia|ancia|encias|ismo|ismos|ista|istas"
    r"|ario|arios|aria|arias|torio|torios|toria|ico|icos|ica|icas|ivo|ivos|iva|ivas|ales|ores|oras"
    r"|ados|adas|idos|idas|ero|eros|era|eras|enses?|istrado|eza|aje)$"
)
"""Endings of ordinary nouns and adjectives, without accents."""
