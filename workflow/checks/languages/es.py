"""Facts of Spanish: negation, function words, the words of names and of page furniture.

Negation follows RAE, Nueva gramática, ch. 48 (negative concord); the rest is our own list.
"""

from __future__ import annotations

import re

from workflow.checks.languages import Polarity, pattern, separators, words

_NEGATORS = (r"no|ni|nunca|jamás|nadie|nada|ningún|ningun[oa]s?|tampoco|sin",)
_FIRM = (
    r"carec\w+|neg(?:ó|aron|aba|aban|ar|arse)|niegan?|rechaz(?:ó|aron|a|an|ar|aba|aban)",
    r"evit(?:ó|aron)|proh[ií]b(?:e|en|ió|ieron|ía|ían|ir|ida|idas|ido|idos)|impid(?:e|en|ió",
    r"ieron)|impedir",
    r"desmint\w+|desmient\w+|incumpl(?:e|en|i[óo]|ieron|ía|ían|ir)",
    r"se abst(?:uvo|uvieron|iene|ienen)",
    r"(?:vot|est|pronunci|manifest|posicion)\w+ en contra",
)
POLARITY = Polarity(
    neutral=pattern(
        r"no obstante|ni más ni menos",
        r"sin (?:embargo|duda(?: alguna)?|lugar a dudas|más|perjuicio de|ir más lejos)",
        r"nada más(?: y nada menos)?|más que nada|ante todo y sobre nada|como si nada",
        r"no (?:menos|más) de|no bien|si no (?:más bien|también|que|para que)",
        r"no\.? ?(?:\d|º)\S*|nro\.? ?\d+|o no(?=\W*[?.])|¿no\?|, ¿no",
        r"sin fines? de lucro|sin precedentes?",
    ),
    optional=pattern(
        r"no (?:\w+ ){0,2}?dej(?:a|ó|an|aron|ar|aba|aban|ará|e) de",
        r"no (?:\w+ ){0,4}?(?:más que|sino|solo|sólo|solamente|únicamente)|no (?:fue|es",
        r"será) hasta",
        r"a no ser|no (?:dud|olvid|vacil)\w+|no hay problema|o no(?= \w)",
        r"no (?:\w+ )?tard(?:a|ó|aron|ará)|(?:hasta que|mientras) no|no (?:cabe|hay|queda) dudas?",
        r"no (?:\w+ )?(?:importa|obsta|falta quien|es casual(?:idad)?)",
        r"no, |sin (?:techo|papeles|tierra|hogar|importar|excepción|falta|cesar|parar|descanso)",
        r"no (?:solo|sólo|solamente|únicamente)|no (?:\w+ )?par(?:a|as|an|ó|aron|aba|aban|ar) de",
        r"no (?:\w+ )?(?:pued|pud|pod)\w+ (?:evitar|parar|dejar)",
        r"(?:imp[ie]d\w+|evit\w+|prohib\w+|prohíb\w+|neg(?:ar|ó|aron)|niegan?|imposible|difícil",
        r"antes (?:de )?que) (?:\w+ ){0,6}?(?:nadie|nada|ningún|ningun[oa]s?|nunca|jamás|ni)",
        r"sin (?:vida|mar|litoral|problemas?|reparos|más remedio|cuartel)|ya no est\w+",
        r"sin (?:incidentes|novedad|límites?|fin|rodeos|tapujos|ambages|nada)",
        r"nada menos|por no (?:hablar|decir|mencionar)|no es (?:otr[oa]|más) que|quieran? o no",
        r"sí o no|antes de que (?:nadie|nada)|más que (?:nadie|nunca)|mejor que (?:nadie|nunca)",
    ),
    negator=pattern(*_NEGATORS),
    firm=pattern(*_FIRM),
    denial=pattern(*_NEGATORS, *_FIRM),
    shared=re.compile(r"\b(?:o|y|e|u|ni)(?: que)?(?: se| le| les| lo| la)? $", re.IGNORECASE),
    echo=words("ni nunca jamás nadie nada ningún ninguno ninguna ningunos ningunas tampoco"),
    joining=words("ni tampoco"),
    clause=re.compile(r"[.;:!?¿¡—()«»“”\n]|,(?! (?:ni|tampoco)\b)|\b(?:pero|porque|aunque|y)\b"),
    weak=pattern(
        r"falt\w+|care(?:c|z)\w*|ausen\w+|exent\w+|escas\w+|nul[oa]s?|lejos de|a menos que",
        r"neg(?:ó|ar\w*|aron|ad[oa]s?|aba\w*|and\w+|ativ\w+|arse)|nieg\w+|absten\w+|abstuv\w+",
        r"rechaz\w+|rehus\w+|rehús\w+|imp[ie]d\w+|prohib\w+|prohíb\w+|evit\w+|omit\w+|omisi\w+",
        r"dej(?:a|ó|an|aron|ar|ado|ando|aba|aban|e|en) de|ces(?:ó|ar|aron)|vetad[oa]s?|veto",
        r"impos\w*bl\w+|impos\w*bilid\w+|incapa\w+|insufic\w+|inexist\w+|imprescin\w+|indispens\w+",
        r"impun\w+|ilegal\w*|ileg[íi]tim\w+|il[íi]cit\w+|injust\w+|irregular\w*",
        r"inconstitucional\w*",
        r"indebid\w+|incumpl\w+|incomunic\w+|infundad\w+|inválid\w+|invalid\w+|inseg\w+|inciert\w+",
        r"in\w{3,}(?:ble|bles|blemente)|improced\w+|impreci\w+|impar\w+|irr\w+ble",
        r"desconoc\w+|desconozc\w+|ignor\w+|descart\w+|desmient\w+|desmint\w+|desminti\w+",
        r"desprot\w+|desemple\w+|desigual\w*|desacuerd\w+|desatend\w+|desarm\w+|desaproba\w+",
        r"desvincul\w+|descon\w+|desam\w+|deshabit\w+|excepto|salvo|apenas|casi|rara vez",
        r"(?:diferentes?|distint[oa]s?) (?:de|a)l?",
        r"poc[oa]s?|en (?:vez|lugar) de|fuera de|cero|pendientes?|libre de|fracas\w+|disien\w*",
        r"den[ie]{1,2}g\w+|en contra",
    ),
)

FUNCTION_WORDS = words(
    """
    el la los las un una unos unas lo del al de que qué en y e por para con su sus se le les
    nos es son está están fue fueron era eran ser ha han había hay como cómo más pero si sí
    sin sobre entre desde hasta según cuando donde quien quienes cual cuales este esta estos
    estas ese esa esos esas aquel aquella muy ya también porque todo toda todos todas otro
    otra otros otras mi mis tu tus ni o ó u durante tras ante contra hacia mediante nuestro
    nuestra nuestros nuestras cada uno ellos ellas él ella yo me te no nada nadie nunca
    """
)
"""Frequent words that tell Spanish."""

LIGHT_WORDS = words(
    """
    vez veces tal tales solo sólo solamente incluso mediante ejemplo aunque mismo misma mismos
    mismas puede pueden podía podían podrá podría pueda puedan puedes poder debe deben debes
    deber debería tiene tienen tenía tenían tener tengan tenga hace hacen hacía hacer hacerlo
    hizo hicieron haga hagan haciendo da dan dar dio daba daban dado quiere quieren querer
    quiera estar estaba estaban están esté estén estuvo sido siendo sean sea será serán sería
    fuera fuese estás haber hubo hubiera haya hayan habían habrá había suele suelen van iba
    iban vaya ido lugar través cualquier cualquiera cuanto cuantos cuántos demás tanto tanta
    tantos tantas tan así aún todavía ahora luego entonces además incluso quizás quizá acaso
    pues sino bien mal gran grande manera forma modo parte acerca respecto cuyo cuya cuyos
    cuyas mientras apenas casi algo alguien algún alguno alguna algunos algunas varios varias
    mucho mucha muchos muchas poco poca pocos pocas ambos ambas ningún ninguno ninguna dicho
    dicha dichos dichas propio propia cosa cosas hora aquello ello eso esto usted ustedes
    antes después aquí allí ahí dentro fuera mayor mejor llevar lleva llevan llevaba seguir
    sigue siguen seguía sigan través igual luego dejar deja dejan dejó estoy estamos estando
    estará estarán estaría estuvieron soy eres somos fui fuimos hemos habría habrían habido has
    hayas voy vas vamos podrán podrás podremos podrían nosotros nosotras vosotros conmigo contigo
    consigo aquellos aquellas además demasiado demasiada demasiados irse darle darles hacerle
    hacerles hiciera hicieran tenéis queréis
    """
)
"""Frequent words that a good translation may well render by nothing, or by anything."""

NUMBER_WORDS = words(
    """
    uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte
    treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos mil miles
    millón millon millones medio media docena docenas decena decenas
    """
)
"""Words that a translation may write in figures."""

SHARED_FUNCTION_WORDS = words(
    "no me he a i son sin con as o e y u te mi tu se era sobre es en un la le"
)
"""Those that English, or a foreign name in it, uses too: alone they tell nothing."""

NAME_PARTICLES = words("de del la las los el y e en para por al san santa santo da do dos von van")
"""Words in lower case that stand inside names."""

FURNITURE = (
    "autor|autora|autores|suscríbete|suscríbase|suscribirse|suscripción|ver más|leer más"
    "|leer también|ver también|te puede interesar|lea también|lee también|más información"
    "|más noticias|más leídas?|más leídos|compartir|comparte(?: est[ae] \\w+)?"
    "|síguenos|síganos|seguir leyendo|etiquetas"
    "|(?:publicado|actualizado) (?:el|por|a las)(?: \\d+ de [a-z]+(?: del? \\d+)?)?"
    "|fuente|fuentes|foto|fotografía|redacción"
    "|comentarios|dejar? un comentario|deja tu comentario"
    "|buscar|buscar? en [^\\n.:|]{2,40}|inicio|siguiente|volver arriba"
    "|noticias relacionadas|artículos relacionados|temas relacionados|relacionadas|última hora"
    "|boletín|regístrate|regístrese|iniciar sesión|descargar|descarga|imprimir|enviar|apóyanos"
    "|año|años|país|países|fecha|fechas|edad|nombre|nombres|lugar|índice|anexos?|muertes"
    "|víctimas|categorías?|temas"
    "|dona aquí|haz clic aquí|contáctanos|quiénes somos|aviso legal|política de privacidad"
    "|todos los derechos reservados|tiempo de lectura|minutos de lectura|hace \\d+ (?:horas|días)"
)
"""Page furniture that is easily left untranslated, as a regular expression without anchors."""

WORD_ENDINGS = re.compile(
    r"(?:ción|ciones|sión|siones|mente|dad|dades|tad|tades|miento|mientos|encia|encias|ancia|ancias"
    r"|ando|iendo|ado|ados|adas|ido|idos|idas|aron|ieron|aban|ían|aría|arán|erán|irán|arse|erse"
    r"|irse"
    r"|ísimo|ísima|ario|arios|arias|ismo|ismos|istas|oso|osos|osas|eros|eras|ales|ajes?|ble|bles"
    r"|eza|ezas|ivos|ivas|ico|icos|icas|ología|ografía|ante|antes|ente|entes|ura|uras|ales)$"
)
"""Endings by which a word that stands in both texts is taken for Spanish."""

LIKELY_ENDINGS = re.compile(
    rf"(?:{WORD_ENDINGS.pattern[:-1]}|[ao]s?|[aei]r|iz|ez|[aá]n|[eé]n|es|e)$"
)
"""Endings by which a word in lower case may be Spanish."""

TELLING_ENDINGS = re.compile(
    r"(?:ción|ciones|siones|mente|dades|tades|miento|mientos|iendo|aron|ieron|aban|ísim[oa]s?)$"
)
"""Endings that no English word has (`mente` has a few exceptions in LOANS)."""

AUXILIARIES = words("es son fue fueron era eran está están ha han había habían hay será serán")
FINITE_ENDINGS = re.compile(r"(?:ó|aron|ieron|aban|ían|rá|rán)$")
"""With `AUXILIARIES`, forms of verbs that no name has."""

LABEL_ENDINGS = re.compile(r"(?:ción|ciones|siones|mientos?|[ií]?tudes|dades|ad[ao]s|id[ao]s)$")
"""Endings of nouns that head the columns of tables, and of few names."""

IDIOMS = pattern(
    r"es decir|a medida que|siempre y cuando|(?:ten|tom)\w* en cuenta|a pesar de(?: que)?",
    r"a continuaci[oó]n|sin (?:fines|[aá]nimo) de lucro|en alg[uú]n momento|etc|etc[eé]tera",
    r"por ejemplo|a trav[eé]s de|as[ií] como|(?:con el|a) fin de|de est[ea] (?:manera|forma|modo)",
    r"en caso de(?: que)?|m[aá]s all[aá] de|de hecho|por lo tanto|sin embargo|no obstante",
    r"por supuesto|por lo menos|al menos|de acuerdo con|lleg\w+ a|vuelv\w* a|volv\w+ a",
    r"debido a(?: que)?|dej\w+ de|se trata de|lo que significa|en lo que va de|cabe \w+ que",
    r"(?:quer|quier|quis)\w+ decir|al fin y al cabo|al d[ií]a|dej\w+ de lado|a la hora de",
    r"d(?:a|ar|arse|arte|arme|arnos|an|io|ieron|ando|ándose) cuenta|hoy en d[ií]a|de nuevo",
    r"(?:haz|haga|hacer|hacé|haciendo) clic(?: en)?|(?:cuent|cont)\w+ con|en principio",
    r"en (?:inglés|español)|de \d+ años(?: de edad)?|por sus siglas|en torno a|de cara a",
    r"a partir de|a cargo de|a causa de|en (?:gran|buena) medida|en efecto|por su parte",
    r"(?:pon|pus)\w+ en marcha|al igual que|(?:tien|ten|tuv)\w+ lugar|(?:llev|lleg)\w+ a cabo",
    r"una y otra vez|cada vez m[aá]s|por primera vez|en cuanto a|con respecto a|m[aá]s bien",
)
"""Phrases whose words have no counterpart of their own in a good translation."""

_CLITICS = r"(?:(?:me|te|se|nos|os)?(?:l[aeo]s?)?)"
INFLECTIONS = re.compile(
    r"(?:[aeio]?s?|i[ao]s?|ian|u[oa]s?|[aei]?n|ill[oa]s?|it[oa]s?|[oe]mos|[ai]mos"
    rf"|[aeiu]?r{_CLITICS}|[aei]r(?:as?|an|emos|e)|[aei]?r(?:ia[ns]?|iamos|iera[ns]?)"
    rf"|[aeiu]?d[oa]s?|[aei]?dor[ae]?s?|(?:a|ie|e|ye)?ndo{_CLITICS}|a?ba[ns]?|a?bamos|iamos"
    r"|[ai]?e?ron|[aei]ste|(?:a|ie|ye|e)(?:ra|se)[ns]?|g[ao]s?|g[ae]n|gamos|dr(?:a[ns]?|ia[ns]?)"
    r"|y[aeo]n?|yero[n]|u?e[ns]?|[ao]?mente|[aei]?ci[oó]n(?:es)?|[ai]mient[oa]s?|[ai]?bles?"
    r"|[ai]?e?ntes?|eri[oa]s?|er[oa]s?|os[oa]s?|ale?s?|i?dad(?:es)?|ez|ez?as?|uras?|ajes?|ismo|istas?"
    r"|ic[oa]s?|iv[oa]s?|an[oa]s?|[aeo]s[aeo]?s?)"
)
"""What may follow a stem of few letters, without accents: forms of verbs, nouns, adjectives."""
DERIVATIONS = re.compile(
    r"(?:s?ion(?:es)?|ore?s?|a[rz]es|[ae]ncias?|entes?|icios?|or[ií]as?|[ai]tori[oa]s?|itari[oa]s?"
    r"|[ai]?cion\w{1,5}|eos?|[ai]dumbre|itud|az(?:go|os?)|ancios?|ad(?:es)?|edad(?:es)?|z|ces|[ai]?ca[rsn]?|[ai]?cos?"
    r"|mos|ron|ra[ns]?|ste|sive|ivas?|ario|anzas?)"
)
"""What makes another word of a stem that has a letter more."""

SEPARATORS = separators(
    r"[,;:()—–?!]",
    "y e o u ni pero aunque mientras porque que cuando cuándo quien quienes quién quiénes como "
    "cómo donde dónde si sino según pese tras",
)
"""What stands between clauses."""
LIST_SEPARATORS = separators(r"[,;]", "y e o u ni")
"""What stands between the members of a list."""

LINKS = re.compile(
    r"(?<!\w)(?:por|para|con|sin|hasta|desde|ante|contra|entre|durante|tras|bajo|gracias|mediante|en"
    r"|antes|después)"
    r"(?!\w)",
    re.IGNORECASE,
)
"""What begins an adverbial phrase, which may be left out like a clause."""
