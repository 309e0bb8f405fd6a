"""English words of a glossary: plurals, verb forms, spelling varieties, and *a* or *an*."""

from __future__ import annotations

import re

from workflow.glossary.wordlist import word_set

PREPOSITIONS = word_set(
    "of to in on at by for from with without against under as about between into within under "
    "upon over before after during through relating concerning"
)
"""What ends the head of an English term: *state | of emergency*."""

POSTMODIFIERS = word_set(
    "deprived accused charged convicted subjected committed relating searching"
)
"""Participles that follow the noun they describe: *person | deprived of liberty*."""

IRREGULAR_PLURALS = {
    "person": "persons", "man": "men", "woman": "women", "child": "children", "people": "peoples",
    "wife": "wives", "life": "lives", "knife": "knives", "leaf": "leaves", "half": "halves",
    "thief": "thieves", "foot": "feet", "tooth": "teeth", "mouse": "mice", "analysis": "analyses",
    "crisis": "crises", "basis": "bases", "thesis": "theses", "hypothesis": "hypotheses",
    "datum": "data", "medium": "media", "criterion": "criteria", "phenomenon": "phenomena",
    "hero": "heroes", "echo": "echoes", "veto": "vetoes", "embargo": "embargoes",
    "potato": "potatoes", "serviceman": "servicemen", "gunman": "gunmen", "hitman": "hitmen",
    "policeman": "policemen", "policewoman": "policewomen", "spokesman": "spokesmen",
    "ombudsman": "ombudsmen", "grandchild": "grandchildren", "self": "selves",
}  # fmt: skip

UNCOUNTABLE = word_set(
    "abuse access accountability accused advice aid amparo asphyxiation bail birdshot censorship "
    "confinement consent control corpus counsel custody delicto diligence discourse dispossession "
    "equipment evidence exile extortion gas humanity ill-treatment impunity information "
    "innocence isolation journalism justice labor labour legislation liberty malnutrition "
    "mistreatment nudity personnel police poverty process property protection proof recruitment "
    "rehabilitation remand research retaliation sanitation secrecy security staff "
    "stigmatization surveillance statelessness torture treatment troops violence water work"
)
"""Nouns that take no -s in these senses."""

PLURAL_ONLY = word_set(
    "rights proceedings remains forces grounds guarantees measures alternatives conditions "
    "observations people police children persons personnel troops whereabouts"
)


COUNTABLE_IN_ING = word_set(
    "beating being building finding hearing kidnapping killing meeting ruling shooting"
)
"""Nouns in -ing that take an -s, as most do not: *hearings*, but *profiling*, *housing*."""


def head_position(words: list[str]) -> int:
    """Which of the words of a noun phrase takes the plural."""
    for at, word in enumerate(words):
        if at and word.lower() in PREPOSITIONS | POSTMODIFIERS:
            return at - 1
    return len(words) - 1


def is_plural(phrase: str) -> bool:
    """Whether a noun phrase is plural by its head."""
    words = phrase.split()
    head = words[head_position(words)].lower()
    if head in IRREGULAR_PLURALS.values() or head in PLURAL_ONLY:
        return True
    return (
        head.endswith("s")
        and not head.endswith(("ss", "us", "is", "'s", "’s"))
        and (head not in UNCOUNTABLE)
    )


def pluralize(phrase: str) -> str:
    """The plural of a noun phrase; what is plural or uncountable stays."""
    words = phrase.split()
    at = head_position(words)
    lowered = words[at].lower()
    if is_plural(phrase) or lowered in UNCOUNTABLE or _is_mass_in_ing(lowered):
        return phrase
    words[at] = _plural_word(words[at])
    if words[0].lower() == "woman" and at > 0:
        words[0] = "women" if words[0].islower() else "Women"
    return " ".join(words)


def singularize(phrase: str) -> str:
    """The singular of a noun phrase; what is no plural stays."""
    words = phrase.split()
    at = head_position(words)
    words[at] = _singular_word(words[at])
    return " ".join(words)


def _is_mass_in_ing(word: str) -> bool:
    return word.endswith("ing") and word not in COUNTABLE_IN_ING


def _plural_word(word: str) -> str:
    lowered = word.lower()
    if lowered in IRREGULAR_PLURALS:
        return _like(word, IRREGULAR_PLURALS[lowered])
    if re.search(r"(?:s|x|z|ch|sh)$", lowered):
        return word + "es"
    if re.search(r"[^aeiou]y$", lowered):
        return word[:-1] + "ies"
    return word + "s"


def _singular_word(word: str) -> str:
    lowered = word.lower()
    for singular, plural in IRREGULAR_PLURALS.items():
        if lowered == plural and plural != "peoples":
            return _like(word, singular)
    if lowered.endswith(("ss", "us", "is")) or not lowered.endswith("s"):
        return word
    if lowered.endswith("ies"):
        return word[:-3] + "y"
    if re.search(r"(?:ss|x|z|ch|sh)es$", lowered):
        return word[:-2]
    return word[:-1]


def _like(model: str, word: str) -> str:
    return word.capitalize() if model[:1].isupper() else word


IRREGULAR_VERBS = {
    "be": ("was", "been"), "become": ("became", "become"), "begin": ("began", "begun"),
    "break": ("broke", "broken"), "bring": ("brought", "brought"), "build": ("built", "built"),
    "catch": ("caught", "caught"), "come": ("came", "come"), "do": ("did", "done"),
    "fight": ("fought", "fought"), "find": ("found", "found"), "flee": ("fled", "fled"),
    "get": ("got", "got"), "give": ("gave", "given"), "go": ("went", "gone"),
    "have": ("had", "had"), "hear": ("heard", "heard"), "hide": ("hid", "hidden"),
    "hold": ("held", "held"), "keep": ("kept", "kept"), "lead": ("led", "led"),
    "leave": ("left", "left"), "let": ("let", "let"), "lose": ("lost", "lost"),
    "make": ("made", "made"), "put": ("put", "put"), "say": ("said", "said"),
    "seek": ("sought", "sought"), "send": ("sent", "sent"), "set": ("set", "set"),
    "shoot": ("shot", "shot"), "speak": ("spoke", "spoken"), "stand": ("stood", "stood"),
    "strike": ("struck", "struck"), "take": ("took", "taken"), "tell": ("told", "told"),
    "win": ("won", "won"), "write": ("wrote", "written"),
}  # fmt: skip
"""Base → (past, participle)."""

DOUBLING = word_set("abet admit commit compel control expel plan rob stop submit transfer")
"""Verbs that double their last consonant before -ed and -ing."""

VERB_PATTERNS = {
    "base": "{base}",
    "third": "{third}",
    "past": "{past}",
    "participle": "{participle}",
    "gerund": "{gerund}",
    "future": "will {base}",
    "conditional": "would {base}",
}
"""How each tense of the Spanish is put into English."""


def conjugate(phrase: str, tense: str) -> str:
    """A verb phrase (*violate the law*) in one of the tenses of `VERB_PATTERNS`."""
    adverb, verb, rest = _verb_of(phrase)
    past, participle = IRREGULAR_VERBS.get(verb, (_ed(verb), _ed(verb)))
    form = VERB_PATTERNS[tense].format(
        base=verb, third=_third(verb), past=past, participle=participle, gerund=_ing(verb)
    )
    return " ".join(filter(None, [adverb, form, rest]))


_VERBS_IN_LY = word_set("apply comply imply multiply rely reply supply")


def _verb_of(phrase: str) -> tuple[str, str, str]:
    """What stands before the verb of a phrase (*forcibly*), the verb, and what follows it."""
    first, _, rest = phrase.partition(" ")
    if rest and first.endswith("ly") and first not in _VERBS_IN_LY:
        verb, _, rest = rest.partition(" ")
        return first, verb, rest
    return "", first, rest


def _third(verb: str) -> str:
    if verb == "be":
        return "is"
    return "has" if verb == "have" else _plural_word(verb) + ("es" if verb in ("go", "do") else "")


def _ed(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return (verb + verb[-1] if verb in DOUBLING else verb) + "ed"


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "be")):
        return verb[:-1] + "ing"
    return (verb + verb[-1] if verb in DOUBLING else verb) + "ing"


VOWEL_SOUND_LETTERS = frozenset("AEFHILMNORSX")
"""Letters whose name begins with a vowel: *an NGO, an FBI agent, a UN body*."""

READ_AS_WORDS = word_set(
    "UNESCO UNICEF UNITA UNAIDS UNASUR NATO OPEC WOLA AIDS APES ARENA CEDAW CEJIL CECOT CICIG "
    "COFADEH FAO FESPAD GANHRI MOVIR NASA SWAT LASA MINUGUA FARC SIDA LULAC NAFTA SARS"
)
"""Acronyms that are read as a word."""

CONSONANT_SOUND = re.compile(
    r"(?:uni(?!n|m)|unanim|us(?:e|u|a)|ut(?:il|o|e)|u(?:rin|rol|ran)|ubi|uru|uga|ukr|uter|eu|ewe|one\b|once\b|ouija)",
    re.IGNORECASE,
)
"""Words that begin with a vowel and sound like *you* or *won*: *a European, a one-year term*."""

VOWEL_SOUND = re.compile(r"h(?:our|onest|onor|onour|eir)", re.IGNORECASE)
"""Words that begin with a silent h: *an hour, an heir*."""


def article_for(word: str) -> str:
    """`a` or `an` before `word` (or before a phrase that begins with it).

    By sound: *an hour, a European, an NGO, a UN body, an 18-year-old*.
    """
    first = re.match(r"[\W_]*([\w'’]+)", word)
    if first is None:
        return "a"
    token = first.group(1)
    if len(token) == 1 and word[first.end() : first.end() + 1] == "-":
        return "an" if token.upper() in VOWEL_SOUND_LETTERS else "a"
    if token[0].isdigit():
        return "an" if _figure_begins_with_vowel(word[first.start(1) :]) else "a"
    if len(token) > 1 and token.isupper():
        named = VOWEL_SOUND_LETTERS if token not in READ_AS_WORDS else "AEIO"
        return "an" if token[0] in named else "a"
    if VOWEL_SOUND.match(token):
        return "an"
    if CONSONANT_SOUND.match(token) or token[0].lower() not in "aeiouáéíóú":
        return "a"
    return "an"


def _figure_begins_with_vowel(figure: str) -> bool:
    digits = re.match(r"\d{1,3}(?:,\d{3})*", figure)
    if digits is None:
        return False
    leading = digits.group().split(",")[0]
    if leading.startswith("8"):
        return True
    # Years and bare numbers of four digits are read by hundreds: an 1100-strong crowd.
    return leading in ("11", "18") or re.match(r"1[18]\d\d(?!\d)", figure) is not None


SPELLING_VARIETIES = {
    "labour": "labor", "defence": "defense", "offence": "offense", "centre": "center",
    "honour": "honor", "behaviour": "behavior", "colour": "color", "harbour": "harbor",
    "neighbour": "neighbor", "neighbourhood": "neighborhood", "favour": "favor",
    "programme": "program", "licence": "license", "judgement": "judgment", "theatre": "theater",
    "travelling": "traveling", "counsellor": "counselor", "enrol": "enroll", "fulfil": "fulfill",
    "paediatric": "pediatric", "grey": "gray", "practise": "practice", "cheque": "check",
    "labours": "labors", "offences": "offenses", "centres": "centers", "judgements": "judgments",
    "neighbours": "neighbors", "programmes": "programs", "neighbourhoods": "neighborhoods",
}  # fmt: skip
"""British → American, for comparing only."""

_ISE = re.compile(r"(?<=[a-z]{3})is(e|ed|es|ing|ation|ations)$")
_NOT_IZE = re.compile(
    r"(?:r|prom|adv|exerc|superv|rev|surpr|compr|franch|desp|dev|exc|adverti|improv|ra|pra|no|po|"
    r"pa|clo|cau|the|ba|cri|el)is(?:e|ed|es|ing)$"
)


def fold_spelling(word: str) -> str:
    """`word` (in lower case) in one spelling for all varieties of English."""
    if word in SPELLING_VARIETIES:
        return SPELLING_VARIETIES[word]
    if _ISE.search(word) and not _NOT_IZE.search(word):
        return _ISE.sub(r"iz\1", word)
    return word


_SUFFIXES = (
    *("izations", "ization", "ations", "ation", "ments", "ment", "ences", "ence", "ances"),
    *("ance", "ities", "ity", "ings", "ing", "ions", "ion", "ers", "ors", "er", "or", "ees"),
    *("ee", "als", "al", "ive", "ied", "ies", "ed", "es", "s", "y", "e"),
)
"""What may follow the stem of a family of words, longest first."""
_STEM_CHANGES = {"ens": "end", "uls": "el", "etent": "etain", "cis": "cid", "vas": "vad"}
"""Ends of stems before -ion → before other endings: *extension, extend*."""
_SHORTEST_STEM = 4


def family(word: str) -> str:
    """A key that words of one family share: *torture, tortured, torturing*."""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            stem = word[: -len(suffix)]
            for end, becomes in _STEM_CHANGES.items():
                if stem.endswith(end):
                    return stem[: -len(end)] + becomes
            return stem
    return word
