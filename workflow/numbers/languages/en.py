"""English number words, signs and phrases. Sources: AP and Guardian style guides; CLDR."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.languages.en_idioms import IDIOMS
from workflow.numbers.languages.en_lexical import LEXICAL
from workflow.numbers.languages.en_measures import CURRENCIES, DURATIONS, RATES, UNITS
from workflow.numbers.languages.en_nouns import NOUNS, STOP_WORDS
from workflow.numbers.languages.named_days import LETTERED_DAYS
from workflow.numbers.model import Bound
from workflow.numbers.table import Language, phrases, synonyms, values, words

_CARDINALS = """
zero=0 nil=0 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11
twelve=12
thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20
thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
"""
_ORDINALS = """
first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11
twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16 seventeenth=17 eighteenth=18
nineteenth=19 twentieth=20 thirtieth=30 fortieth=40 fiftieth=50 sixtieth=60 seventieth=70
eightieth=80 ninetieth=90 hundredth=100 thousandth=1000 millionth=1000000
"""
_STRETCHING = " ".join(
    f" as_{adjective}_as"
    for adjective in (
        "high", "long", "far", "far_away", "deep", "tall", "heavy", "thick", "wide", "fast",
        "strong", "large", "big", "old", "late", "expensive", "hot", "severe", "great",
    )
)  # fmt: skip
"""*as long as 14 hours*: up to so many."""
_LEVELS = " ".join(
    f" {noun}_{link}"
    for noun in ("cap", "ceiling", "limit", "maximum")
    for link in ("is", "was", "at", "set_at", "is_set_at", "was_set_at", "stands_at", "will_be")
)
"""*the recommended ceiling is 1,300*."""
_BEFORE = {
    Bound.NONE: "the_above",
    Bound.ROUND: "plus_or_minus",
    Bound.AT_LEAST: """
        at_least no_fewer_than ≥ no_less_than not_less_than not_fewer_than a_minimum_of minimum_of
        minimum at_a_minimum a_minimum at_the_very_least
        no_sooner_than no_earlier_than""",
    Bound.MORE_THAN: """
        more_than more_than_just exceeding exceed exceeds exceeded in_excess_of surpass
        surpasses surpassed surpassing tops topped topping already_top to_top now_top they_top
        greater_than
        upwards_of upward_of north_of
        higher_than bigger_than larger_than older_than beyond well_over just_over a_little_over
        slightly_more_than just_above little_more_than a_little_more_than slightly_over
        over_the_age_of above_the_age_of past_the_age_of aged_over just_more_than has_passed
        toll_passed toll_passes toll_passing number_passed figure_passed
        have_passed had_passed
        now_passed already_passed >""",
    Bound.ABOVE: "above well_above",
    Bound.BELOW: "below well_below",
    Bound.PLUS: "+ a_good",
    Bound.FROM: "minimum_is minimum_was minimum_at floor_is floor_was",
    Bound.OVER: "over",
    Bound.WITHIN: "within inside in_under",
    Bound.LESS_THAN: """
        less_than fewer_than under lower_than smaller_than younger_than short_of well_under
        far_fewer_than under_the_age_of below_the_age_of aged_under <""",
    Bound.AT_MOST: """
        up_to no_later_than not_later_than as_many_as as_much_as at_most no_more_than
        not_more_than a_maximum_of
        maximum_of maximum not_exceeding not_exceed not_over not_above no_greater_than at_the_most
        not_greater_than no_higher_than no_over not_surpass not_surpassing not_exceeded
        capped_at ≤"""
    + _STRETCHING,
    Bound.LIMITED: "limited_to restricted_to confined_to",
    Bound.SHORT: "short_of_the short_of_its short_of_their nowhere_near_the nowhere_near",
    Bound.REACHING: _LEVELS + " a_cap_of a_ceiling_of a_limit_of limit_of cap_of ceiling_of",
    Bound.ABOUT: """
        about around around_the_year some roughly approximately approx an_estimated estimated
        in_the_region_of
        in_the_order_of on_the_order_of circa give_or_take more_or_less somewhere_around
        hovering_around in_the_vicinity_of estimated_at put_at ~ ≈""",
    Bound.NEAR: "close_to near",
    Bound.NEARLY: """
        nearly almost virtually nearing approaching practically""",
    Bound.JUST_UNDER: """
        just_under just_below just_shy_of slightly_less_than slightly_under a_little_under
        a_little_less_than slightly_fewer_than just_short_of shy_of slightly_below""",
    Bound.ONLY: """
        as_few_as as_little_as only just barely merely a_mere mere solely scarcely
        hardly""",
    Bound.EXACTLY: "exactly precisely",
    Bound.LOWEST: "as_young_as as_low_as as_small_as as_short_as as_cheap_as as_early_as",
}
_AFTER = {
    Bound.AT_LEAST: """
        or_more or_larger or_longer or_bigger and_over and_above and_up or_over or_above and_older
        or_older at_least
        at_the_very_least at_a_minimum or_higher and_more or_greater minimum""",
    Bound.AT_MOST: """
        or_less or_fewer or_under and_under at_most or_below or_lower maximum at_the_most
        at_the_latest at_the_very_most or_younger and_younger""",
    Bound.REACHING: "limit cap ceiling",
    Bound.ABOUT: "or_so approximately or_thereabouts give_or_take more_or_less",
    Bound.PLUS: "+ -_plus",
    Bound.MORE_THAN: "-_odd odd",
}
ENGLISH = Language(
    code="en",
    decimal_mark=".",
    group_mark=",",
    localized=True,
    month_first=True,
    day_first_regions=frozenset(["GB", "IE", "AU", "NZ", "ZA", "IN"]),
    cardinals=values(_CARDINALS),
    scales=values(
        "hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000 "
        "quadrillion=1000000000000000 quintillion=1000000000000000000"
    ),
    suffix_scales=values(
        "k=1000 m=1000000 mn=1000000 mln=1000000 bn=1000000000 b=1000000000 tn=1000000000000 "
        "trn=1000000000000"
    ),
    joiner="and",
    joiner_after=frozenset({100, 1000}),
    articles=words("a an"),
    ones=words("one"),
    half_before=words("half"),
    half_after=phrases("and_a_half and_one_half -_and_-_a_-_half"),
    parts_after={
        ("and", "a", "quarter"): Fraction(1, 4),
        ("and", "three", "quarters"): Fraction(3, 4),
        ("and", "a", "third"): Fraction(1, 3),
        ("and", "two", "thirds"): Fraction(2, 3),
    },
    ordinals=values(_ORDINALS),
    ordinal_endings=True,
    ordinal_suffixes=words("st nd rd th"),
    denominators=values(
        "third=3 thirds=3 quarter=4 quarters=4 fourth=4 fourths=4 fifth=5 fifths=5 sixth=6 "
        "sixths=6 "
        "seventh=7 sevenths=7 eighth=8 eighths=8 ninth=9 ninths=9 tenth=10 tenths=10 "
        "hundredth=100 hundredths=100 thousandth=1000 thousandths=1000"
    ),
    collectives=values(
        "tens=10 dozens=10 hundreds=100 thousands=1000 millions=1000000 billions=1000000000"
    ),
    rounds=values("dozen=12"),
    round_scales=words("hundred thousand"),
    lexical=LEXICAL,
    of_words=words("of"),
    percents=phrases("% percent per_cent pct pc"),
    permilles=phrases(
        "‰ per_thousand per_mille per_mil per_1,000 per_1000 for_every_1,000 in_every_1,000"
    ),
    plain_points=phrases("point points"),
    points=phrases(
        "percentage_points percentage_point percentage_-_point percent_points percent_point pp"
    ),
    currencies=CURRENCIES,
    units=UNITS,
    durations=DURATIONS,
    times_words=words("times time fold"),
    bounds_before={bound: phrases(text) for bound, text in _BEFORE.items()},
    bounds_after={bound: phrases(text) for bound, text in _AFTER.items()},
    skippable=words("the a an another those these other further its their"),
    range_openers=words("between from"),
    between_openers=words("between"),
    dimension_links=words("by x ×"),
    compound_links=words("and , -"),
    versus=words("to against"),
    conjunctions=words("and or"),
    range_links=words("to and or - – through until till"),
    one_in=phrases(
        "in_every out_of_every of_every in out_of of_each in_each out_of_each for_every"
    ),
    months=values(
        "january=1 february=2 march=3 april=4 may=5 june=6 july=7 august=8 september=9 october=10 "
        "november=11 december=12 jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sept=9 sep=9 oct=10 "
        "nov=11 dec=12"
    ),
    month_homographs=words("may march mar jan sep dec jun jul"),
    month_openers=words(
        "in of since by last next early late mid this until through from every between to and"
    ),
    relative_years=frozenset(
        phrases(
            "following_year next_year same_year previous_year that_year year_later year_earlier "
            "last_year this_year year_before year_after"
        )
    ),
    date_links=words("of the , -"),
    decades=values(
        "twenties=20 thirties=30 forties=40 fifties=50 sixties=60 seventies=70 eighties=80 "
        "nineties=90"
    ),
    century_words=words("century centuries"),
    clock_openers=phrases("at by from until around after before since"),
    clock_words={
        ("noon",): 720,
        ("midday",): 720,
        ("midnight",): 0,
        ("12", "noon"): 720,
        ("12", "midnight"): 0,
    },
    quarters_before={
        ("half", "past"): 30,
        ("half", "-", "past"): 30,
        ("quarter", "past"): 15,
        ("quarter", "after"): 15,
        ("quarter", "to"): -15,
    },
    am=phrases("a_._m_. a_._m am in_the_early_morning"),
    pm=phrases("p_._m_. p_._m pm in_the_afternoon in_the_evening"),
    mornings=phrases("in_the_morning"),
    nights=phrases("at_night"),
    quarter_signs=words("q"),
    zones=words("gmt utc"),
    hour_signs=phrases("o_’_clock o_'_clock hours h hrs"),
    labels=synonyms(
        """
law: law act
article: article articles art arts
decree: decree decrees decree_-_law legislative_decree
resolution: resolution resolutions res
number: number numbers no_. nos_. no #
case: case cases file docket proceeding proceedings
chapter: chapter chapters ch
page: page pages p pp
section: section sections
paragraph: paragraph paragraphs para paras subsection subparagraph clause item point ¶ ¶¶
title: title
volume: volume vol tome
annex: annex appendix
protocol: protocol protocols
note: note notes footnote footnotes endnote
folio: folio folios
series: series
memo: memorandum memo circular
room: room courtroom chamber court tribunal ward cell module pavilion
phone: phone telephone tel fax whatsapp
postcode: postcode postal_code zip_code zip
version: version
address: street avenue highway route kilometer km carrera calle avenida
phase: phase stage
sentence: judgment ruling
directive: directive convention regulation
"""
    ),
    numbered=words(
        "match game set round leg hole lap heat inning stage day night week part episode "
        "season chapter book volume level tier group phase step act scene act lane row gate "
        "terminal channel station platform bay category grade type session quarter question number"
    ),
    seasons=words("ss aw fw ff fy"),
    label_links=phrases("no_. no number number_: . : #"),
    roman_labels=words(
        "century chapter volume title article part act war john benedict felipe philip charles "
        "carlos alfonso ferdinand henry louis elizabeth pius paul gregory francis william george "
        "edward richard james clement innocent alexander napoleon book annex phase section tome "
        "leo vatican bowl protocol appendix court chamber tribunal sixtus peter nicholas adrian "
        "boniface eugene gustav haakon harald christian baudouin albert victor manuel luis "
        "theodosius ramses ptolemy ivan catherine mary constantine rama leopold juan annex"
    ),
    pronouns=words("i"),
    roman_after=words(
        "war congress summit conference assembly edition century republic international reich "
        "olympics olympiad games edition"
    ),
    life_parts=words("early mid late -"),
    multiples=words("times twice thrice half double triple fold"),
    level_words={"minimum": Bound.FROM, "maximum": Bound.REACHING},
    change_links={"to": "to", "by": "by"},
    margins=words(
        "down up ahead behind lead leads led leading trail trails trailed trailing deficit "
        "advantage adrift cushion clear"
    ),
    reversals=phrases(
        "rather_than instead_of in_place_of up_from down_from as_opposed_to compared_with "
        "compared_to not and_not"
    ),
    losing_stems=("lost", "lose", "losing", "loss", "defeat", "down", "behind", "trail", "deficit"),
    jubilees=words("anniversary birthday"),
    others=words("another"),
    repeating=words("re reelection reelected"),
    firsts=words("initial initially inaugural opening maiden earliest debut original originally"),
    minus=words("minus -"),
    fewer=words("less fewer lower smaller cheaper"),
    below_zero=phrases("below_zero below_freezing"),
    rates=RATES,
    eras=phrases("bc bce b_._c_. b_._c b_._c_._e_."),
    backwards=words("earlier before ago"),
    carrying=words(
        "hand hands handed handing take takes took taken taking turn turns turned turning"
    ),
    lasting=words("take takes took taken taking"),
    rising=words("go goes going gone went move moves moved bump bumped bumps"),
    played=words(
        "innings games matches rounds holes laps legs sets frames races seasons episodes stages"
    ),
    streaks=words("row straight consecutive running successive trot"),
    denying_stems=("rul", "doubt", "prevent", "exclud"),
    capital_months=words("may march"),
    clock_at=words("at around about by until"),
    minutes_to=words("to"),
    age_after=phrases(
        "-_year_-_old year_-_old years_old years_of_age -_year_-_olds year_-_olds years_-_old "
        "-_year_old year_olds year_old"
    ),
    age_before=phrases("aged age age_of ages"),
    idioms=IDIOMS,
    negators=words("not never t"),
    after_metres=words(
        "wide long tall high deep thick away apart race races final hurdles freestyle sprint relay "
        "backstroke butterfly dash run swim"
    ),
    life_decades=phrases("-_something -_somethings something"),
    lasts=words("last final"),
    past=words(
        "year month week night evening season summer winter spring autumn fall weekend century "
        "monday tuesday wednesday thursday friday saturday sunday january february march april "
        "may june july august september october november december"
    ),
    between=words(
        "first last past next consecutive full long whole straight more additional extra further "
        "other final previous daily weekly monthly business working calendar court"
    ),
    bound_fillers=phrases(
        "magnitude a_magnitude_of the_mark_of the_figure_of the_threshold_of the_number_of by_far"
    ),
    marks=words("threshold limit ceiling cap target goal quota"),
    minutes_before=values("past=1"),
    range_closers=words("to"),
    vague=words("couple several few many various little bit part"),
    definites=words("the these those"),
    terse_units=words("m t g l w h b ha q in mm min pp c f"),
    capital_units=words("c f"),
    weekdays=values(
        "monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7 "
        "mondays=1 tuesdays=2 wednesdays=3 thursdays=4 fridays=5 saturdays=6 sundays=7"
    ),
    named_days={
        **LETTERED_DAYS,
        ("9", "/", "11"): (9, 11),
        ("may", "day"): (5, 1),
        ("international", "women", "'", "s", "day"): (3, 8),
        ("international", "women", "’", "s", "day"): (3, 8),
        ("christmas", "day"): (12, 25),
        ("christmas",): (12, 25),
        ("new", "year", "'", "s", "day"): (1, 1),
        ("new", "year", "’", "s", "day"): (1, 1),
        ("new", "year", "'", "s", "eve"): (12, 31),
        ("new", "year", "’", "s", "eve"): (12, 31),
        ("christmas", "eve"): (12, 24),
        ("boxing", "day"): (12, 26),
        ("valentine", "'", "s", "day"): (2, 14),
        ("valentine", "’", "s", "day"): (2, 14),
    },
    possessives=words("his her their my our your its whose"),
    partitives=words("them whom which these"),
    clause_breaks=words("and or but while whereas compared versus"),
    floating={
        Bound.ONLY: phrases("only just merely barely"),
        Bound.AT_LEAST: phrases("at_least at_a_minimum at_the_very_least"),
        Bound.AT_MOST: phrases("at_most at_the_most maximum capped limited limit limits caps"),
        Bound.ABOUT: phrases("approximately roughly more_or_less"),
        Bound.EXACTLY: phrases("exactly"),
    },
    stop_words=STOP_WORDS,
    nouns=NOUNS,
)
