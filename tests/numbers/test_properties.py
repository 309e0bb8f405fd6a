"""Properties that hold for any figure: English of it is silent, any single change is drift."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from workflow.numbers import (
    Bound,
    Quantity,
    Verdict,
    compare,
    extract,
    localize,
    localize_text,
    repair,
)
from workflow.numbers.bounds import bound_verdict

BOUNDS = {
    Bound.NONE: "",
    Bound.AT_LEAST: "al menos ",
    Bound.MORE_THAN: "más de ",
    Bound.LESS_THAN: "menos de ",
    Bound.AT_MOST: "hasta ",
    Bound.ABOUT: "unos ",
    Bound.NEARLY: "casi ",
}
UNITS = (
    " %", " por ciento", " euros", " dólares", " pesos", " quetzales", " km", " hectáreas",
    " kilos", " años", " meses", " semanas", " horas", " puntos porcentuales", "",
)  # fmt: skip
MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"


def spanish(value: int) -> str:
    return f"{value:,}".replace(",", ".")


amounts = st.one_of(
    st.integers(2, 999_999).map(spanish),
    st.tuples(st.integers(0, 999), st.integers(1, 99)).map(lambda p: f"{p[0]},{p[1]:02}"),
    st.integers(2, 999).map(lambda n: f"{n} mil"),
    st.integers(2, 9_999).map(lambda n: f"{spanish(n)} millones"),
    st.sampled_from(["tres", "doce", "veintidós", "ciento cuatro", "dos mil", "mil millones"]),
)


@st.composite
def measured(draw: st.DrawFn) -> str:
    """A Spanish amount with a bound and a unit."""
    amount, unit = draw(amounts), draw(st.sampled_from(UNITS))
    of = " de" if amount.endswith("millones") and unit[1:].isalpha() else ""
    return draw(st.sampled_from(list(BOUNDS.values()))) + amount + of + unit


@st.composite
def dated(draw: st.DrawFn) -> str:
    """A Spanish date."""
    day, month = draw(st.integers(1, 28)), draw(st.sampled_from(MONTHS.split()))
    return f"el {day} de {month} de {draw(st.integers(1900, 2049))}"


phrases = st.one_of(
    measured(),
    dated(),
    st.tuples(st.integers(0, 23), st.integers(0, 59)).map(lambda t: f"a las {t[0]}:{t[1]:02} h"),
    st.sampled_from(["dos tercios", "la mitad", "siete de cada diez", "decenas de miles"]),
    st.integers(2, 80).map(lambda n: f"{n}.º"),
)


def quantity_of(text: str) -> Quantity:
    (quantity,) = extract(text, "es")
    return quantity


def drifts(source: str, target: str) -> bool:
    return any(drift.verdict is Verdict.DRIFT for drift in compare(source, target))


@given(st.lists(phrases, min_size=1, max_size=4))
def test_the_english_of_any_figures_is_silent(figures: list[str]) -> None:
    source = "; ".join(figures) + "."
    assert compare(source, localize_text(source)) == []


@given(phrases)
def test_the_english_of_any_figure_needs_no_repair(source: str) -> None:
    assert repair(source, localize_text(source)).edits == ()


@given(st.integers(0, 9_999), st.integers(0, 99), st.sampled_from([" %", "%"]))
def test_a_kept_spanish_format_is_mended(whole: int, part: int, sign: str) -> None:
    source = f"{spanish(whole)},{part:02} %"
    assert compare(source, repair(source, f"{spanish(whole)},{part:02}{sign}").text) == []


@given(measured(), st.integers(0, 20), st.integers(1, 9))
def test_any_changed_digit_is_drift(source: str, place: int, step: int) -> None:
    quantity = quantity_of(source)
    digits = str(quantity.value)
    place %= len(digits)
    assume(digits[place].isdigit())
    changed = digits[:place] + str((int(digits[place]) + step) % 10) + digits[place + 1 :]
    value = type(quantity.value)(changed)
    assume(value > 1)
    assert drifts(source, localize(replace(quantity, value=value)))


@given(measured(), st.sampled_from([10, 100, 1000, 10**6, 10**9]))
def test_any_changed_scale_is_drift(source: str, factor: int) -> None:
    quantity = quantity_of(source)
    assert drifts(source, localize(replace(quantity, value=quantity.value * factor)))


@given(measured(), st.sampled_from(list(BOUNDS)))
def test_any_changed_bound_is_drift_or_about(source: str, bound: Bound) -> None:
    quantity = quantity_of(source)
    assume(bound is not quantity.bound)
    found = compare(source, localize(replace(quantity, bound=bound)))
    assert [drift.verdict for drift in found] == [bound_verdict(quantity.bound, bound)]


SORTS = (
    ({"euros": "EUR", "dólares": "USD", "libras esterlinas": "GBP", "quetzales": "GTQ"}),
    ({"km": "kilometre", "hectáreas": "hectare", "kilos": "kilogram", "litros": "litre"}),
    ({"años": "year", "meses": "month", "semanas": "week", "horas": "hour"}),
)


@given(st.integers(2, 999), st.sampled_from(SORTS), st.integers(0, 3), st.integers(1, 3))
def test_any_changed_unit_is_drift(
    number: int, sort: dict[str, str], place: int, step: int
) -> None:
    spanish_units, units = list(sort), list(sort.values())
    source = f"{number} {spanish_units[place]}"
    other = replace(quantity_of(source), unit=units[(place + step) % 4])
    assert drifts(source, localize(other))


@given(st.integers(2, 900), st.integers(2, 900))
def test_a_reversed_order_is_drift(one: int, other: int) -> None:
    assume(one != other)
    assert drifts(f"Pasó de {one} a {other}.", f"It went from {other} to {one}.")
    assert compare(f"Pasó de {one} a {other}.", f"It went from {one} to {other}.") == []


@given(st.integers(0, 30), st.integers(0, 30))
def test_a_reversed_score_is_drift(one: int, other: int) -> None:
    assume(one != other)
    assert drifts(f"Ganó {one}-{other}.", f"It won {other}-{one}.")
    assert compare(f"Ganó {one}-{other}.", f"It won {one}-{other}.") == []


@given(st.integers(10, 900), st.integers(10, 900))
def test_numbers_under_each_others_nouns_are_drift(women: int, children: int) -> None:
    assume(women != children)
    source = f"Murieron {women} mujeres y {children} niños."
    assert drifts(source, f"{children} women and {women} children died.")
    assert compare(source, f"{women} women and {children} children died.") == []
    assert compare(source, f"{children} children and {women} women died.") == []


@given(st.integers(1, 400), st.integers(1, 400))
def test_numbers_under_each_others_labels_are_drift(law: int, article: int) -> None:
    assume(law != article)
    source = f"El artículo {article} de la Ley {law}"
    assert drifts(source, f"Article {law} of Law {article}")
    assert compare(source, f"Article {article} of Law {law}") == []


LENGTHS = (("años", "meses", 12), ("horas", "minutos", 60), ("semanas", "días", 7))


@given(st.integers(2, 40), st.integers(2, 59), st.sampled_from(LENGTHS), st.integers(1, 9))
def test_a_length_in_two_units_is_one_figure(
    many: int, few: int, units: tuple[str, str, int], step: int
) -> None:
    larger, smaller, size = units
    few = few % (size - 2) + 2
    source = f"Duró {many} {larger} y {few} {smaller}."
    quantity = quantity_of(source)
    assert quantity.value == Fraction(many * size + few, size)
    assert compare(source, localize_text(source)) == []
    changed = (few + step) % size
    assume(changed > 1 and changed != few)
    pieces = (quantity.pieces[0], (changed, quantity.pieces[1][1]))
    assert drifts(source, localize(replace(quantity, pieces=pieces)))


PERIODS = (("al día", "a day"), ("por semana", "per week"), ("al mes", "a month"))


@given(measured(), st.integers(0, 2), st.integers(0, 2))
def test_another_period_of_a_rate_is_drift(source: str, place: int, other: int) -> None:
    english = localize_text(source)
    found = compare(f"{source} {PERIODS[place][0]}", f"{english} {PERIODS[other][1]}")
    assert bool(found) is (place != other)


@given(dated(), st.integers(1, 27))
def test_any_other_day_is_drift(source: str, step: int) -> None:
    quantity = quantity_of(source)
    assert quantity.date is not None and quantity.date.day is not None
    day = (quantity.date.day - 1 + step) % 28 + 1
    assert drifts(source, localize(replace(quantity, date=replace(quantity.date, day=day))))


@given(st.text(alphabet="0123456789.,' %$-/:()yde milunaºª€", max_size=80), st.text(max_size=40))
def test_no_text_breaks_the_reading(source: str, target: str) -> None:
    assert compare(source, source, "es", "es") == [] or source != target
    compare(source, target)
    localize_text(source)
    repair(source, target)


@given(st.text(alphabet="0123456789., %$-/:()ydemiluna", max_size=60))
def test_spans_lie_in_the_text_and_in_order(source: str) -> None:
    quantities = extract(source, "es")
    for quantity in quantities:
        assert quantity.text == source[quantity.start : quantity.end]
        assert quantity.start <= quantity.core[0] < quantity.core[1]
        assert quantity.core[0] <= quantity.figure[0] < quantity.figure[1] <= quantity.core[1]
    assert [q.core for q in quantities] == sorted(q.core for q in quantities)
