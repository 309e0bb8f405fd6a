"""Numerals, percents, currencies, dates and times against Babel's CLDR formatting."""

from __future__ import annotations

import datetime
import random
from decimal import Decimal

import pytest
from babel import dates, numbers

from workflow.numbers import Kind, Quantity, extract

LOCALES = ("es", "es_MX", "es_CL", "en_US", "en_GB")
ROUNDS = 300
CURRENCIES = {
    "USD": {"USD", "$", "dollar"},
    "EUR": {"EUR"},
    "GBP": {"GBP"},
    "MXN": {"MXN", "$", "peso"},
    "COP": {"COP", "$", "peso"},
    "GTQ": {"GTQ"},
    "CRC": {"CRC", "colon"},
    "HNL": {"HNL"},
    "PEN": {"PEN"},
    "BRL": {"BRL"},
}


def only(text: str, locale: str) -> Quantity:
    """The one quantity that `text` is."""
    quantities = extract(text, locale)
    assert len(quantities) == 1, (text, quantities)
    return quantities[0]


@pytest.mark.parametrize("locale", LOCALES)
def test_decimals_are_read_back(locale: str) -> None:
    rng = random.Random(1)
    for _ in range(ROUNDS):
        value = Decimal(rng.randrange(10 ** rng.randint(1, 9))) / 10 ** rng.choice((0, 1, 2))
        assert only(numbers.format_decimal(value, locale=locale), locale).value == value


@pytest.mark.parametrize("locale", LOCALES)
def test_percents_are_read_back(locale: str) -> None:
    rng = random.Random(2)
    for _ in range(ROUNDS):
        value = Decimal(rng.randrange(1000)) / 10
        text = numbers.format_percent(value / 100, locale=locale, decimal_quantization=False)
        found = only(text, locale)
        assert (found.kind, found.value) == (Kind.PERCENT, value)


@pytest.mark.parametrize("currency", CURRENCIES)
@pytest.mark.parametrize("locale", LOCALES)
def test_amounts_of_money_are_read_back(locale: str, currency: str) -> None:
    rng = random.Random(3)
    for _ in range(ROUNDS // 6):
        value = Decimal(rng.randrange(10 ** rng.randint(3, 9))) / 100
        for form in ("standard", "name"):
            text = numbers.format_currency(value, currency, locale=locale, format_type=form)
            found = only(text, locale)
            assert (found.kind, found.value) == (Kind.MONEY, value), text
            assert found.unit in CURRENCIES[currency], text


@pytest.mark.parametrize("form", ["full", "long", "medium", "short"])
@pytest.mark.parametrize("locale", LOCALES)
def test_dates_are_read_back(locale: str, form: str) -> None:
    rng = random.Random(4)
    for _ in range(ROUNDS):
        day = datetime.date(rng.randint(1950, 2049), rng.randint(1, 12), rng.randint(1, 28))
        text = dates.format_date(day, form, locale=locale)
        found = only(text, locale).date
        assert found is not None, text
        assert (found.year, found.month, found.day) == (day.year, day.month, day.day), text


@pytest.mark.parametrize("locale", LOCALES)
def test_times_are_read_back(locale: str) -> None:
    for minutes in range(0, 1440, 7):
        time = datetime.time(*divmod(minutes, 60))
        found = only(dates.format_time(time, "short", locale=locale), locale)
        assert (found.kind, found.value) == (Kind.TIME, minutes)
