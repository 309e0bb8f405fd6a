"""English words and phrases that are a quantity by themselves (Merriam-Webster, Collins)."""

from __future__ import annotations

from fractions import Fraction

from workflow.numbers.model import ROUND, Bound, Kind
from workflow.numbers.table import Lexical, Phrase, phrases


def _each(lexical: Lexical, text: str) -> dict[Phrase, Lexical]:
    return dict.fromkeys(phrases(text), lexical)


_GROWN = {
    2: "twice doubled doubling doubles",
    3: "thrice tripled tripling triples trebled trebling trebles",
    4: "quadrupled quadrupling quadruple quadruples",
    5: "quintupled quintuple quintupling",
}
_FOLD = {
    2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine",
    10: "ten", 20: "twenty", 100: "hundred", 1000: "thousand",
}  # fmt: skip
_LIVES = {60: "sexagenarian", 70: "septuagenarian", 80: "octogenarian", 90: "nonagenarian"}
_JUBILEES = {
    100: "centenary centennial", 150: "sesquicentennial", 200: "bicentenary bicentennial",
    300: "tercentenary tricentennial", 500: "quincentenary quincentennial",
}  # fmt: skip
_IN_THE_MIDDLE = """
halfway half_-_way half_way midway midpoint mid_-_point midterm midterms mid_-_term mid_-_terms
mid_term mid_terms mid_-_table midtable mid_-_season midseason mid_-_year midyear midweek mid_-_week
mid_-_century midcentury mid_-_game mid_-_match mid_-_race mid_-_journey the_middle_of
in_the_middle around_the_middle_of
"""
"""The middle of something, which Spanish may call its half."""

_WHOLLY = (
    "certain sure positive confident convinced committed focused honest correct right wrong true "
    "clear behind fit ready recovered"
)
"""What one is *100 percent* to stress it; it measures nothing."""
_YEARLY = {2: "biennial biennially", 3: "triennial", 4: "quadrennial", 5: "quinquennial"}

_ROUNDS = {
    64: "round_of_64 last_64",
    32: "round_of_32 round_-_of_-_32 last_32 last_-_32",
    16: "round_of_16 round_-_of_-_16 round_of_sixteen last_16 last_-_16 last_sixteen",
    8: """
        quarterfinal quarterfinals quarter_-_final quarter_-_finals quarter_final quarter_finals
        last_eight last_-_eight last_8 last_-_8
    """,
    4: """
        semifinal semifinals semi_-_final semi_-_finals semi_final semi_finals last_four
        last_-_four last_4 final_four
    """,
}
"""The rounds of a cup, by how many are left."""

LEXICAL: dict[Phrase, Lexical] = {
    **{
        phrase: Lexical(Kind.ORDINAL, left, unit=ROUND, weak=True)
        for left, text in _ROUNDS.items()
        for phrase in phrases(text)
    },
    **_each(Lexical(Kind.FRACTION, Fraction(1, 2)), "half one_half one_-_half"),
    **_each(Lexical(Kind.FRACTION, Fraction(1, 2), weak=True), _IN_THE_MIDDLE),
    **_each(Lexical(Kind.MULTIPLE, Fraction(1, 2)), "halved halving halve"),
    **_each(Lexical(Kind.MULTIPLE, Fraction(1, 2), weak=True), "halves"),
    **_each(
        Lexical(Kind.CARDINAL, 2, weak=True),
        "both a_couple_of a_couple a_pair_of pair_of the_pair couple_of duo",
    ),
    **{
        phrase: Lexical(Kind.MULTIPLE, factor)
        for factor, text in _GROWN.items()
        for phrase in phrases(text)
    },
    **_each(Lexical(Kind.MULTIPLE, 2, weak=True), "double"),
    **_each(Lexical(Kind.MULTIPLE, 3, weak=True), "triple treble"),
    **_each(Lexical(Kind.MULTIPLE, 1, weak=True), "once"),
    **{
        phrase: Lexical(Kind.MULTIPLE, factor)
        for factor, word in _FOLD.items()
        for phrase in phrases(f"{word}fold {word}_-_fold a_{word}fold")
    },
    **_each(Lexical(Kind.COLLECTIVE, 10), "scores_of"),
    **_each(
        Lexical(Kind.CARDINAL, 2, weak=True),
        "a_brace twins twin_brothers twin_sisters back_-_to_-_back",
    ),
    **_each(
        Lexical(Kind.ORDINAL, 2, weak=True),
        "second_leg second_-_leg second_legs "
        "sophomore sophomores runner_-_up runners_-_up runner_up runners_up "
        "second_-_in_-_command second_in_command deputy_leader deputy_chairman deputy_chief "
        "deputy_head deputy_commander deputy_director",
    ),
    **_each(Lexical(Kind.CARDINAL, 3, weak=True), "trio hat_-_trick hat_trick triplets"),
    **_each(Lexical(Kind.DURATION, 1, unit="year", weak=True), "past_year"),
    **_each(Lexical(Kind.DURATION, 1, unit="week", weak=True), "past_week"),
    **_each(Lexical(Kind.CARDINAL, 4, weak=True), "quartet four_-_piece foursome"),
    **_each(
        Lexical(Kind.DURATION, 15, unit="minute"),
        "quarter_of_an_hour quarter_hour quarter_-_hour",
    ),
    **_each(Lexical(Kind.DURATION, 2, unit="week"), "fortnight a_fortnight"),
    **{
        ("every", "other", unit): Lexical(Kind.DURATION, 2, unit=unit, weak=True)
        for unit in ("day", "week", "month", "year")
    },
    **_each(
        Lexical(Kind.DURATION, 1, unit="decade", weak=True), "past_decade last_decade next_decade"
    ),
    **_each(
        Lexical(Kind.POINTS, Fraction(1, 4), unit="point"),
        "quarter_point quarter_-_point quarter_-_percentage_-_point quarter_of_a_point",
    ),
    **{
        phrase: Lexical(Kind.DURATION, years, unit="year", weak=True)
        for years, text in _YEARLY.items()
        for phrase in phrases(text)
    },
    ("all",): Lexical(Kind.PERCENT, 100, unit="percent", weak=True),
    **{
        (*hundred, *sign, state): Lexical(Kind.PERCENT, 100, unit="percent", weak=True)
        for hundred in phrases("100 hundred one_hundred a_hundred")
        for sign in phrases("% percent per_cent")
        for state in _WHOLLY.split()
    },
    **_each(Lexical(Kind.ORDINAL, 1), "world_war_one wwi ww1 great_war"),
    **_each(Lexical(Kind.ORDINAL, 2), "world_war_two wwii ww2 latter_half"),
    **{
        phrase: Lexical(Kind.DECADE, tens, bound=Bound.ABOUT, weak=True)
        for tens, word in _LIVES.items()
        for phrase in phrases(f"{word} {word}s")
    },
    **{
        phrase: Lexical(Kind.ORDINAL, years, unit="anniversary", weak=True)
        for years, text in _JUBILEES.items()
        for phrase in phrases(text)
    },
}
