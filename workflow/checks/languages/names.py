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
    africa africa; alemania germany; amazonas amazon amazonas; america america americas; andes
    andes andean; antartida antarctica; antillas antilles; arabia arabia; argelia algeria;
    asia asia asian; atenas athens; atlantico atlantic; belgica belgium; benedicto benedict;
    berlin berlin; biblia bible; birmania burma myanmar; bolivia bolivia; brasil brazil;
    bruselas brussels; camboya cambodia; canada canada; caribe caribbean; centroamerica
    central america; cerdena sardinia; chipre cyprus; colon columbus colon; corea korea;
    cristo christ; croacia croatia; curazao curacao; dinamarca denmark; dios god lord; egipto
    egypt; escocia scotland; espana spain; estrasburgo strasbourg; etiopia ethiopia; europa
    europe; filipinas philippines; finlandia finland; florencia florence; francia france;
    francisco francis francisco; gales wales; ginebra geneva; grecia greece; guayana guiana;
    habana havana; haiti haiti; haya hague; holanda holland netherlands; hungria hungary;
    iberoamerica america; inglaterra england; internet internet online; irak iraq; iran iran;
    irlanda ireland; israel israel; italia italy; jamaica jamaica; japon japan; jerusalen
    jerusalem; jesucristo christ; jesus jesus; jordania jordan; juan john juan; kenia kenya;
    latinoamerica latin america; leon leo leon; libano lebanon; libia libya; lisboa lisbon;
    londres london; malvinas falklands falkland malvinas; marruecos morocco; marsella
    marseille; mediterraneo mediterranean; mexico mexico; moscu moscow; munich munich; navidad
    christmas; nicea nice; norteamerica north america; noruega norway; nueva new nueva; nuevo
    new nuevo; pablo paul pablo; pacifico pacific; paises netherlands countries; pakistan
    pakistan; palestina palestine; panama panama; paris paris; pascua easter; pedro peter
    pedro; peru peru; pio pius; polonia poland; roma rome; ruanda rwanda; rumania romania;
    rusia russia; sahara sahara; siria syria; sudafrica africa; sudamerica south america;
    sudan sudan; suecia sweden; suiza switzerland swiss; suramerica south america; tailandia
    thailand; tierra earth land tierra; tokio tokyo; trinidad trinidad; tunez tunisia tunis;
    turquia turkey turkiye; ucrania ukraine; varsovia warsaw; vaticano vatican; viena vienna;
    virgen virgin; yibuti djibouti; zelanda zealand
    """
)
"""Names that have another English form, without accents; the words any of which will do."""

_COUNTRIES = {
    r"Estados Unidos|EE\. ?UU\.?|EUA|EEUU": (
        r"United States|U\.? ?S\.?(?: ?A\.?)?|USA?|Americans?|States|Washington"
    ),
    "Reino Unido": r"United Kingdom|U\.? ?K\.?|Britain|British|Britons?",
    "Países Bajos": "Netherlands|Dutch|Holland",
    "República Dominicana": "Dominican|Dominicans",
    "Arabia Saudit?a": "Saudi|Saudis",
    "Corea del (?:Norte|Sur)": "Koreas?|Koreans?",
    "Costa Rica": "Costa Rica|Costa Ricans?",
    "Puerto Rico": "Puerto Rico|Puerto Ricans?",
}
COUNTRIES = {
    re.compile(rf"\b(?:{name})\b"): re.compile(rf"\b(?:{forms})\b")
    for name, forms in _COUNTRIES.items()
}
"""Countries whose names are common words, and what may stand for them in English."""
ANY_COUNTRY = re.compile("|".join(_COUNTRIES))
"""What a text that names one of them has in it."""

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
