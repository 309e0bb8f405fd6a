"""Facts of English: negation, function words, loans from Spanish.

Negation follows Huddleston and Pullum, The Cambridge Grammar of English, ch. 9; the rest is ours.
"""

from __future__ import annotations

import re

from workflow.checks.languages import Polarity, pattern, separators, words

_NEGATORS = (r"\w+n['’]t|cannot|not|no|never|nobody|nothing|none|neither|nor|nowhere|without",)
_FIRM = (r"den(?:y|ies)|lack(?:s|ed)|refus(?:e|es|ed)|forb[ia]d(?:s|e|den)?|disagree[sd]?",)
POLARITY = Polarity(
    neutral=pattern(
        r"not least|(?:cannot|can['’]t|could not) but|(?:cannot|can['’]t) be denied|no denying",
        r"never more (?:so )?than",
        r"no (?:more|less|fewer|further|longer) than|nos?\. ?\d+|or not(?=\W*(?:[.?!,;)]|$))",
        r"without (?:a )?(?:doubt|precedent)",
        r"without prejudice to|if nothing else|last but not least|needless to say|none other than",
        r"more than anything",
    ),
    optional=pattern(
        r"no doubt|no matter|for no (?:\w+ )?reason",
        r"not (?:only|just|merely|simply|solely)|no-\w+",
        r"(?:do|does|did)(?: not|n['’]t) (?:really )?matter",
        r"nothing (?:but|more than|less than)|whether or not|not until|no later",
        r"no sooner|never ceases? to|without (?:fail|exception|end|limits?|stopping|regard)",
        r"(?:does|did|do|has|have) not (?:stop|cease)|not infrequently|no, |in no time|not unlike",
        r"(?:yet|remains?) to|(?:is|are|was|were|do|does|did)n['’]t (?:it|he|she|they|you|we)\?",
        r"not (?:long|just) after",
        r"non-\w+|nonprofit|unprecedented|not-for-profit|no coincidence|not to mention|let alone",
        r"(?:do not|don['’]t|never) (?:forget|hesitate)|never mind|no problem",
        r"go(?:es)? without saying",
        r"nonprofits?|not-for-profit",
    ),
    negator=pattern(*_NEGATORS),
    firm=pattern(*_FIRM),
    denial=pattern(*_NEGATORS, *_FIRM),
    shared=re.compile(r"\b(?:and|or|nor)(?: \w+)? $", re.IGNORECASE),
    echo=words("nor neither"),
    joining=words("nor"),
    clause=re.compile(r"[.;:!?—()“”\n]"),
    weak=pattern(
        r"un(?!der|i[tvofqcsl]|til|to\b|cles?\b|less\b)\w{3,}|unidentif\w+|unimagin\w+|uninvest\w+",
        r"uninhab\w+",
        r"unint\w+|uninform\w+|uninterr\w+|unless|(?!unless|nonetheless|regardless)\w+(?<!the)less",
        r"fail\w*|lack\w*|den(?:y|ies|ied|ial|ials|ying)|refus\w+|reject\w*|prevent\w*|avoid\w*",
        r"dismiss\w*|disput\w*|turned? down|block(?:s|ed|ing)?|outlaw\w*|depriv\w*|devoid",
        r"disqualif\w*",
        r"absen\w+|missing|stop(?:s|ped|ping)?|ceas\w+|hardly|barely|scarce\w*|rarely|seldom",
        r"almost",
        r"few|fewer|little|impossib\w+|incapab\w+|inab\w+|insufficien\w+|inadequa\w+|inexist\w+",
        r"nonexist\w+|indispens\w+|impun\w+|illegal\w*|illegit\w+|illicit\w*|invalid\w*|irregul\w+",
        r"in\w{3,}(?:ble|bly|bility)|impreci\w+|imparti\w+|impermiss\w+|improper\w*|incommunic\w+",
        r"irr\w+ble|dis(?:agree|regard|approv|obey|arm|connect|associat|claim|own|band)\w*",
        r"instead|rather|except\w*|other than|bar(?:red|ring)|ban(?:s|ned|ning)?|prohib\w+",
        r"forb[ia]d\w*|veto\w*|yet|still (?:to|await|pend|wait)\w*|far from|free (?:of|from)",
        r"exempt\w*|ignor\w+|abst\w+",
        r"rul(?:e|es|ed) out|omit\w*|omission\w*|zero|pending|short of|opt(?:s|ed",
        r"ing)?[- ]out",
        r"neglect\w*|withh\w+|decline[sd]?|declining|inconclus\w+|breach\w*|void|null|apart from",
        r"avert\w*|refrain\w*|evad\w*|homeless\w*|undocumented|nothing|locked out|kept? from",
        r"keeps from|out of(?! (?:every|the|a hundred|\d|ten|five|four|three))|against|oppos\w+",
        r"gone",
        r"ill[- ]advised|discourag\w*|(?:stay|keep|kept|steer)\w* (?:away|clear|out)|spurn\w*",
        r"wav(?:ed|ing) (?:away|aside|off)|rebuff\w*|snub\w*|non(?!e|s|c)\w{5,}",
    ),
)

FUNCTION_WORDS = words(
    """
    the of and to in is was were are be been that this these those it its for on with as by at
    from or not but an have has had he she they we you his her their our who which what when
    where will would can could may must should than then there into about after before between
    under over out up so if do does did said also more no all any some such only other same
    own very just because through during against without within while how my your i me him
    them us a
    """
)
"""Frequent words that tell English."""

DANGLING = words("the a an and or their its our my your than very because whose into")
"""Words that end no English sentence: after one of them something is missing."""

LINKING = words(
    """
    of to in for with from by on at into about who that which had has have was were is are be been
    not said when while where if as but so no being this these those between among against during
    within under toward towards along upon across inside outside beside without until since
    after before
    """
)
"""Words that end no English sentence unless the order is turned: `what they are accused of`."""

LOANS = words(
    """
    campesino campesina campesinos campesinas guerrilla guerrillas guerrillero guerrilleros
    junta juntas plaza plazas barrio barrios machismo caudillo caudillos mestizo mestizos
    mestiza latino latina latinos latinas chicano chicana chicanos peso pesos euro euros
    bolívar bolívares colón quetzal lempira real reales sol soles favela favelas hacienda
    haciendas patio patios siesta fiesta fiestas pueblo pueblos cartel cartels cartel mara
    maras pandilla piñata mariachi salsa taco tacos tortilla tortillas maquila maquilas
    maquiladora maquiladoras coyote coyotes narco narcos desaparecido desaparecidos
    desaparecida desaparecidas señor señora señores don doña padre fray comandante
    incommunicado aficionado embargo bonanza peccadillo mosquito tornado tobacco café cafés
    cliché clichés exposé résumé naïve naïveté décor fiancé fiancée façade protégé à déjà vu
    première émigré émigrés élite coup état communiqué communiqués détente régime blasé
    cortège née matinée soufflé crèche entrée habeas hábeas corpus amparo quinceañera jalapeño niño
    el vente vehemente memento
    """
)
"""Words that look Spanish (or foreign) and are English."""

SHARED_ENDINGS = re.compile(
    r"(?:al|or|ar|ble|bles|ic|um|us|is|x|y|k|w|ct|nt|sm|st|[aeiou]n|ex|et)$"
)
"""A word with one of these endings may well be the same in English: `tribunal`, `actor`."""

SHARED = words(
    """
    radio video videos audio foto idea ideas area areas era eras drama dramas camera cameras
    agenda agendas data media militia militias mafia mafias propaganda dilemma dilemmas
    criteria formula zona zona no me a i he solo trio duo sofa saga data visa visas extra data
    aroma coma plasma vista flora fauna diploma data persona data veto motto logo memo photo
    photos auto autos piano pro euro casino video kilo kilos zero hero metro metros macho gas
    crisis virus base bases fase chance informal normal elite debate debates late date gate
    state state case come done more none one some use uses are late large sale sales base
    cause causes fine gene line male pose rose vote votes note notes tone tones probable data
    etcetera via data per versus ex post pre anti internet web blog software chat email
    marketing online podcast streaming hashtag app apps control hospital detective presume
    reside decide continue include produce reduce
    """
)
"""Words spelled alike in both languages."""

LIST_SEPARATORS = separators(r"[,;]", "and or nor")
"""What stands between the members of a list."""
