"""The shape of a language's table of number words; language modules fill it with data only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from workflow.numbers.model import Bound, Kind

Phrase = tuple[str, ...]

_PLAIN = tuple(zip("áéíóúüàâãäèêëìîïòôõöùû‑−", "aeiouuaaaaeeeiiioooouu--", strict=True))
"""Letters with an accent, and other signs of one length, with what they are folded to."""


def fold(text: str) -> str:
    """`text` in lower case without accents (ñ and ç stay), of the same length."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    if not low.isascii():
        for written, folded in _PLAIN:  # a search for each is quicker than a look-up of each letter
            low = low.replace(written, folded)
    return low


def phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of a list parted by spaces; `_` parts the words of one phrase."""
    return tuple(tuple(fold(entry).split("_")) for entry in text.split())


def words(text: str) -> frozenset[str]:
    """The single words of a list parted by spaces, folded."""
    return frozenset(fold(text).split())


def values(text: str) -> dict[str, int]:
    """`word=number` entries parted by spaces."""
    entries = (entry.rsplit("=", 1) for entry in fold(text).split())
    return {word: int(number) for word, number in entries}


def concepts(text: str) -> dict[str, str]:
    """`word=concept` entries, each word in its likely plural and feminine forms as well.

    Forms that no language has (*mujers*) do no harm: nobody writes them.
    """
    found: dict[str, str] = {}
    for entry in fold(text).split():
        word, _, concept = entry.partition("=")
        stem = word[:-1]
        forms = [word + "s", word + "es"]
        if word.endswith("o"):
            forms += [stem + "a", stem + "as"]
        if word.endswith("z"):
            forms.append(stem + "ces")
        if word.endswith("y"):
            forms.append(stem + "ies")
        for form in forms:
            found.setdefault(form, concept or word)
        found[word] = concept or word
    return found


def synonyms(text: str) -> dict[Phrase, str]:
    """Lines of `concept: phrase phrase`, turned into phrase → concept."""
    found: dict[Phrase, str] = {}
    for line in text.strip().splitlines():
        concept, _, rest = line.strip().partition(": ")
        for phrase in phrases(rest):
            found[phrase] = concept
    return found


@dataclass(frozen=True, slots=True)
class Lexical:
    """What a word or phrase means that is a quantity by itself: `half`, `both`, `twice`."""

    kind: Kind
    value: int | Fraction
    unit: str = ""
    bound: Bound = Bound.NONE
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)
class Language:
    """The facts of one language: all that the grammar knows of it."""

    code: str
    decimal_mark: str
    group_mark: str
    localized: bool = False
    """Whether `localize` writes this language, so that suggestions can be made in it."""
    month_first: bool = False
    """Whether 3/4 is the fourth of March."""
    point_regions: frozenset[str] = frozenset()
    """Regions that write 1,300.50 in a language that else writes 1.300,50 (CLDR)."""
    day_first_regions: frozenset[str] = frozenset()
    peso_regions: frozenset[str] = frozenset()
    """Regions where a bare $ is the peso."""

    cardinals: Mapping[str, int]
    """Words below 1,000 that add up."""
    scales: Mapping[str, int]
    """Words that multiply what stands before them."""
    suffix_scales: Mapping[str, int] = field(default_factory=dict)
    """Letters glued to a numeral: `2.4bn`."""
    joiner: str
    """The word between parts of a number: *y*, *and*, *e*."""
    joiner_after: frozenset[int]
    """Room (10 after tens, 100 after hundreds, 1000 after thousands) that the joiner may fill."""
    articles: frozenset[str]
    """Words for one that are articles too: *un*, *a*."""
    ones: frozenset[str]
    """Words for one that a translation may bring in or leave out."""
    half_before: frozenset[str] = frozenset()
    """*medio* millón, *half* a million."""
    half_after: tuple[Phrase, ...] = ()
    """millón *y medio*, two *and a half*."""

    parts_after: Mapping[Phrase, Fraction] = field(default_factory=dict)
    """Before the unit: three *and a quarter* kilos."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_endings: bool = False
    """Whether a cardinal may end in an ordinal: *twenty-first*."""
    ordinal_suffixes: frozenset[str] = frozenset()
    denominators: Mapping[str, int] = field(default_factory=dict)
    tenths: Mapping[str, int] = field(default_factory=dict)
    """Parts that an article may count, and which by themselves are parts of a rate: *décimas*."""
    of_points: frozenset[str] = frozenset()
    """After such parts: dos décimas *porcentuales*."""
    part_words: frozenset[str] = frozenset()
    """*(tercera) parte*: makes a fraction of the ordinal before it."""
    round_scales: frozenset[str] = frozenset()
    """Scales that with an article are round figures: *a hundred*."""
    collectives: Mapping[str, int] = field(default_factory=dict)
    """Plural words for an order of magnitude: *decenas*, *hundreds*."""
    rounds: Mapping[str, int] = field(default_factory=dict)
    """Singular words for about so many: *centenar*."""
    round_periods: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """Those of them that are a length of time where they count nothing: *en una quincena*."""
    acronyms: frozenset[str] = frozenset()
    """Number words that are acronyms too, in other capitals: *DoS*."""
    lexical: Mapping[Phrase, Lexical] = field(default_factory=dict)
    of_words: frozenset[str] = frozenset()
    """Between number and unit: *millones de dólares*."""

    percents: tuple[Phrase, ...] = ()
    permilles: tuple[Phrase, ...] = ()
    points: tuple[Phrase, ...] = ()
    plain_points: tuple[Phrase, ...] = ()
    """Points of a score, or short for percentage points."""
    currencies: Mapping[Phrase, str] = field(default_factory=dict)
    scaled_currencies: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    """*mdd*: a scale and its currency in one."""
    units: Mapping[Phrase, str] = field(default_factory=dict)
    durations: Mapping[Phrase, str] = field(default_factory=dict)
    rates: Mapping[Phrase, str] = field(default_factory=dict)
    """Periods that a figure is counted in: *al mes*, *a year*."""
    eras: tuple[Phrase, ...] = ()
    """After a year or century before our era: *a. C.*, *BC*."""
    times_words: frozenset[str] = frozenset()
    """*veces*, *times*."""

    bounds_before: Mapping[Bound, tuple[Phrase, ...]] = field(default_factory=dict)
    bounds_after: Mapping[Bound, tuple[Phrase, ...]] = field(default_factory=dict)
    skippable: frozenset[str] = frozenset()
    """Words that may stand between a bound and its figure."""

    range_openers: frozenset[str] = frozenset()
    range_links: frozenset[str] = frozenset()
    between_openers: frozenset[str] = frozenset()
    """Before two ends that a conjunction joins: *entre* 5 y 7, *between* 5 and 7."""
    dimension_links: frozenset[str] = frozenset()
    """Between the sides of a room: 3 *por* 4 metros, 3 *by* 4 meters."""
    compound_links: frozenset[str] = frozenset()
    """Between the parts of a length in several units: 2 años *y* 6 meses."""
    money_links: frozenset[str] = frozenset()
    """Before cents: tres euros *con* veinte."""
    versus: frozenset[str] = frozenset()
    """Between the two sides of a vote or score: 45 votos *a* 12, nine votes *to* two."""
    conjunctions: frozenset[str] = frozenset()
    """The links that order nothing: *y*, *o*; the joiner does after an opener (*entre 5 y 7*)."""
    one_in: tuple[Phrase, ...] = ()
    """*uno de cada cinco*, one *in* five, one *out of every* five."""

    months: Mapping[str, int] = field(default_factory=dict)
    month_homographs: frozenset[str] = frozenset()
    """Months that are other words too (*May*, *March*), or people: need a day or year beside."""
    relative_years: frozenset[Phrase] = frozenset()
    """Two words that name a year by another: *following year*."""
    date_articles: frozenset[str] = frozenset()
    """Before a date, where English has none: *el* 30 de enero."""
    date_links: frozenset[str] = frozenset()
    """Between day, month and year: *de*, *del*, *of*."""
    short_year_links: frozenset[str] = frozenset()
    """Between a month and the last two digits of its year: mayo *del* 68."""
    decade_openers: tuple[Phrase, ...] = ()
    """Before a decade: *años*, *década de los*."""
    decade_articles: tuple[Phrase, ...] = ()
    """Before a decade where no plural noun follows: *en los* noventa."""
    decade_links: tuple[Phrase, ...] = ()
    """The same, behind a noun: los escuadrones *de los* ochenta."""
    decades: Mapping[str, int] = field(default_factory=dict)
    """Words for a decade: *ochenta* after an opener, *eighties* by itself (negative: by itself)."""
    century_letters: frozenset[str] = frozenset()
    """Short for a century before a point: *s.* XIX."""
    century_words: frozenset[str] = frozenset()
    clock_openers: tuple[Phrase, ...] = ()
    """*a las*, *at*."""
    clock_words: Mapping[Phrase, int] = field(default_factory=dict)
    """Noon and midnight, in minutes after midnight."""
    quarters_past: Mapping[Phrase, int] = field(default_factory=dict)
    """Minutes after the hour: *y media*, *y cuarto*, *menos cuarto* (negative)."""
    quarters_before: Mapping[Phrase, int] = field(default_factory=dict)
    """Minutes said before the hour: *half past*, *quarter to*."""
    minutes_after: Mapping[str, int] = field(default_factory=dict)
    """Between hour and minutes: las tres *y* diez (1), las tres *menos* diez (-1)."""
    minutes_before: Mapping[str, int] = field(default_factory=dict)
    """Between minutes and hour: ten *past* three."""
    am: tuple[Phrase, ...] = ()
    pm: tuple[Phrase, ...] = ()
    mornings: tuple[Phrase, ...] = ()
    """Like `am`, but twelve of them is noon: *las doce de la mañana*."""
    nights: tuple[Phrase, ...] = ()
    """Like `pm`, but twelve of them is midnight: *las doce de la noche*."""
    quarter_signs: frozenset[str] = frozenset()
    """Glued before the number of a quarter: *Q*1 2023."""
    zones: frozenset[str] = frozenset()
    """After a time of day, however it is written: 1800 *GMT*."""
    hour_signs: tuple[Phrase, ...] = ()
    """*h*, *horas*, *o'clock*."""

    labels: Mapping[Phrase, str] = field(default_factory=dict)
    """Before a number that is a name: *artículo* 14, *Ley* 21.560."""
    numbered: frozenset[str] = frozenset()
    """Before a number that tells which of a row, for *the fourth match*: *match* four."""
    seasons: frozenset[str] = frozenset()
    """Glued before the year of a season: *SS*19."""
    label_links: tuple[Phrase, ...] = ()
    """Between label and number: *n.º*, *No.*"""
    roman_labels: frozenset[str] = frozenset()
    """Before a Roman numeral, besides `labels`: *siglo*, *Felipe*."""
    pronouns: frozenset[str] = frozenset()
    """Roman numerals that are another word too: *I*."""
    roman_after: frozenset[str] = frozenset()
    """After a Roman numeral: *Guerra* in *II Guerra Mundial*."""
    jubilees: frozenset[str] = frozenset()
    """What a number before them counts the years of: el 15 *aniversario*, her 90th *birthday*."""
    others: frozenset[str] = frozenset()
    """*otro* hombre, which English may call a second one."""
    repeating: frozenset[str] = frozenset()
    """What may be told as *a second* of something: *volver* a reunirse, una *nueva* reunión."""
    firsts: frozenset[str] = frozenset()
    """Words for first that are no ordinals: the *initial* meeting."""
    draws: tuple[str, ...] = ()
    """Beginnings of words after which one number is both sides of a score: *empataron* a dos."""
    draw_links: frozenset[str] = frozenset()
    """Between such a word and the number: empate *a* uno."""
    minus: frozenset[str] = frozenset()
    wholes: frozenset[str] = frozenset()
    """After these *menos* takes away nothing of a figure: *todos* menos cuatro, all but four."""
    fewer: frozenset[str] = frozenset()
    """After times they turn a multiple into a part: diez veces *menos*, a tenth."""
    repeaters: frozenset[str] = frozenset()
    """Between a number and itself: de tres *en* tres."""
    told_ones: frozenset[str] = frozenset()
    """Words for one that before a number of others may not be left out: *uno* de los dos."""
    rank_articles: frozenset[str] = frozenset()
    """Before a number that names a place in a list: figura en *el* 172."""
    below_zero: tuple[Phrase, ...] = ()
    age_after: tuple[Phrase, ...] = ()
    ageing: frozenset[str] = frozenset()
    """Verbs before an age: *tiene* cinco años."""
    age_before: tuple[Phrase, ...] = ()
    idioms: tuple[Phrase, ...] = ()
    """Phrases with number words that count nothing."""

    between: frozenset[str] = frozenset()
    """Between number and unit: tres *largos* años, two *more* years."""
    life_decades: tuple[Phrase, ...] = ()
    """After a ten: *treinta y tantos*, a decade of life."""
    life_parts: frozenset[str] = frozenset()
    """Before such a decade: in her *early* 20s."""
    contractions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Last word of a phrase → its forms fused with an article: *más de* → *más del*."""
    bound_fillers: tuple[Phrase, ...] = ()
    """What may stand between a bound and its figure: superó *con creces* los 500."""
    beside: frozenset[str] = frozenset()
    """Bounds that are adjectives too, and limit a figure only right beside it: *mínimo*."""
    peak_stems: tuple[str, ...] = ()
    """Beginnings of verbs after which a maximum is the highest that was: *tocó un máximo de*."""
    more_of_them: frozenset[str] = frozenset()
    """Before a figure that counts what an earlier one did: *otros* 50."""
    margins: frozenset[str] = frozenset()
    """Words that say who leads or trails: two goals *down*."""
    reversals: tuple[Phrase, ...] = ()
    """Between what is and what was before or might have been: 35 *rather than* 30."""
    volumes: frozenset[str] = frozenset()
    """What grows by a share, so that its tenths are tenths of a percent: *el PIB*."""
    volume_rates: frozenset[str] = frozenset()
    """What is itself a share, so that its tenths are points: *la tasa*, *el paro*."""
    coins: frozenset[str] = frozenset()
    """Stands for the currency that was named: 20 *unidades* por dólar."""
    homonym_rounds: frozenset[str] = frozenset()
    """Round words that mean something else but before *of* and a plural: *cuarentena*."""
    losing_stems: tuple[str, ...] = ()
    """Beginnings of words that say a score was lost, and so whose the lower number is."""
    change_links: Mapping[str, str] = field(default_factory=dict)
    """Before a share: what it came *to*, or changed *by*."""
    change_stems: tuple[str, ...] = ()
    """Beginnings of verbs of change, after which *hasta* says where it ended."""
    spending_stems: tuple[str, ...] = ()
    """Those of them that before a length of time say how it was spent: *pasan hasta 23 horas*."""
    range_closers: frozenset[str] = frozenset()
    """Before the end of a change whose start follows: *al* 7 % desde el 8 %."""
    negators: frozenset[str] = frozenset()
    """Words that turn a bound round: *no hay menos de 40*."""
    denying_stems: tuple[str, ...] = ()
    """Beginnings of verbs that take a *no* before them for themselves: *no descarta superar*."""
    marks: frozenset[str] = frozenset()
    """What a figure may be the name of, so that a bound compares: the 3% *threshold*."""
    unnegated: frozenset[str] = frozenset()
    """First words of a bound that no negation turns round: *no child under 12*."""
    carrying: frozenset[str] = frozenset()
    """Verbs whose *over* is no bound: *handed over 2,750 homes*."""
    rising: frozenset[str] = frozenset()
    """Verbs after which *up to* may say to what a thing came: *will go* up to $15."""
    played: frozenset[str] = frozenset()
    """What a match is as long as, so that *over* before it may be *in*: over seven *innings*."""
    streaks: frozenset[str] = frozenset()
    """After a number of things in unbroken order, or the rank of the latest: five in a *row*."""
    lasting: frozenset[str] = frozenset()
    """Those of them that before a length of time say how long: *take over 22 hours*."""
    clock_at: frozenset[str] = frozenset()
    """Before minutes that are told before the hour: *at* twenty to two."""
    backwards: frozenset[str] = frozenset()
    """After a length of time that something is compared with: un año *antes*."""
    multiples: frozenset[str] = frozenset()
    """Before a bound that compares instead: *twice* as many as a year ago."""
    level_words: Mapping[str, Bound] = field(default_factory=dict)
    """Before a noun and *of*: a *maximum* period of 30 days."""
    comparing: frozenset[str] = frozenset()
    """Last words of a bound that compares instead: más *que* un año antes."""
    minutes_to: frozenset[str] = frozenset()
    """Between minutes and the hour to come: twenty *to* two."""
    rooms: frozenset[str] = frozenset()
    """Fractions that are other nouns too: *un cuarto* alquilado."""
    after_metres: frozenset[str] = frozenset()
    """After a glued *m* these make it metres; before another noun it means millions."""
    lasts: frozenset[str] = frozenset()
    """The opposite of first: *último*, *last*."""
    past: frozenset[str] = frozenset()
    """After such a word without an article it ranks nothing: last *year*."""
    nominal_ordinals: frozenset[str] = frozenset()
    """Ordinals in a form that stands before no noun: *un tercero*, a third party."""
    vague: frozenset[str] = frozenset()
    """Before a singular scale or round word: *several* thousand, *a few* dozen."""
    definites: frozenset[str] = frozenset()
    """Before a two that a translation may leave out: *los* dos, *the* two."""
    terse_units: frozenset[str] = frozenset()
    """Unit abbreviations that are other words too: they count only right after a numeral."""
    capital_units: frozenset[str] = frozenset()
    """Those of them that are meant only in capitals: 86 *F*."""
    participles: tuple[str, ...] = ()
    """Endings of words before which a terse unit is a verb (*ha muerto*)."""
    capital_months: frozenset[str] = frozenset()
    """Months that in small letters are other words: *may*."""
    month_openers: frozenset[str] = frozenset()
    """Before a month that is another word too: *in* May."""
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """The days of the week; Monday is 1 (ISO 8601)."""
    possessives: frozenset[str] = frozenset()
    """They say whose a thing is, and stand before a decade of life: *in his* thirties."""
    partitives: frozenset[str] = frozenset()
    """After *of* they make a number a part of what came before: 56 de *ellos*, of *whom* 56."""
    named_days: Mapping[Phrase, tuple[int, int]] = field(default_factory=dict)
    """Days known by a short form: *11-S*, *9/11* as (month, day)."""
    clause_breaks: frozenset[str] = frozenset()
    """Words that end what belongs to a figure."""
    floating: Mapping[Bound, tuple[Phrase, ...]] = field(default_factory=dict)
    """Bounds that may stand away from their figure: *solo* hay 14."""
    stop_words: frozenset[str] = frozenset()
    nouns: Mapping[str, str] = field(default_factory=dict)
    """What is counted: word → concept shared by all languages."""
