"""Units and currencies by their canonical names: what converts into what, in exact numbers."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

SIZES: dict[str, tuple[str, Fraction]] = {
    unit: (dimension, Fraction(size))
    for dimension, sizes in {
        # International yard and pound agreement of 1959; SI for the rest. In metres.
        "length": {
            "millimetre": "0.001",
            "centimetre": "0.01",
            "metre": "1",
            "kilometre": "1000",
            "inch": "0.0254",
            "foot": "0.3048",
            "yard": "0.9144",
            "mile": "1609.344",
            "nautical mile": "1852",
        },
        # In square metres; manzana as in Central America (10,000 square varas of 0.836 m).
        "area": {
            "square metre": "1",
            "square kilometre": "1000000",
            "hectare": "10000",
            "acre": "4046.8564224",
            "square foot": "0.09290304",
            "square mile": "2589988.110336",
            "manzana": "6988.96",
        },
        # In kilograms; quintal of 100 pounds as in Central America.
        "mass": {
            "milligram": "0.000001",
            "gram": "0.001",
            "kilogram": "1",
            "tonne": "1000",
            "pound": "0.45359237",
            "ounce": "0.028349523125",
            "quintal": "45.359237",
            "stone": "6.35029318",
        },
        "volume": {
            "millilitre": "0.001",
            "litre": "1",
            "cubic metre": "1000",
            "pint": "0.473176473",
            "gallon": "3.785411784",
            "barrel": "158.987294928",
        },
        "speed": {"kilometre per hour": "1", "mile per hour": "1.609344", "knot": "1.852"},
        "energy": {"watt hour": "1", "kilowatt hour": "1000", "megawatt hour": "1000000"},
        "power": {"watt": "1", "kilowatt": "1000", "megawatt": "1000000", "gigawatt": "1000000000"},
        "data": {"megabyte": "1", "gigabyte": "1000", "terabyte": "1000000"},
        # In hours. Months and years do not convert to days exactly and are kept apart.
        "time": {
            "second": "1/3600",
            "minute": "1/60",
            "hour": "1",
            "day": "24",
            "week": "168",
        },
        "calendar": {
            "month": "1",
            "quarter": "3",
            "semester": "6",
            "year": "12",
            "biennium": "24",
            "lustrum": "60",
            "decade": "120",
            "century": "1200",
            "millennium": "12000",
        },
    }.items()
    for unit, size in sizes.items()
}

# A sign or word that names several currencies, and those which it may stand for.
CURRENCY_FAMILIES: dict[str, frozenset[str]] = {
    "dollar": frozenset({"USD", "CAD", "AUD", "NZD", "$", "dollar"}),
    "peso": frozenset({"MXN", "COP", "CLP", "ARS", "UYU", "DOP", "CUP", "PHP", "$", "peso"}),
    "$": frozenset({"USD", "MXN", "COP", "CLP", "ARS", "UYU", "DOP", "CUP", "CAD", "AUD", "NZD"})
    | {"dollar", "peso", "$"},
    "C$": frozenset({"NIO", "CAD"}),
    "pound": frozenset({"GBP", "EGP", "pound"}),
    "colon": frozenset({"CRC", "SVC", "colon"}),
    "rupee": frozenset({"INR", "IDR", "PKR", "rupee"}),
}


def share_of(unit: str, whole: str) -> Fraction:
    """How much of `whole` one `unit` is; zero when they are of two sorts. Cents part any money."""
    if unit == whole:
        return Fraction(1)
    if unit == "cent":
        return Fraction(1, 100) if whole in _CENTS else Fraction(0)
    dimension, size = SIZES.get(unit, ("", Fraction(0)))
    other_dimension, other_size = SIZES.get(whole, ("", Fraction(1)))
    return size / other_size if dimension == other_dimension else Fraction(0)


_CENTS = (
    frozenset(
        {"USD", "dollar", "$", "EUR", "GBP", "peso", "GTQ", "HNL", "NIO", "PEN", "BOB", "BRL"}
    )
    | CURRENCY_FAMILIES["peso"]
    | CURRENCY_FAMILIES["dollar"]
    | CURRENCY_FAMILIES["colon"]
)
"""Money that has cents."""


def temperature(value: Fraction, source: str, target: str) -> Fraction | None:
    """`value` degrees of `source` in degrees of `target`; None when they are not temperatures."""
    if target == "degree fahrenheit" and source in ("degree celsius", "degree"):
        return value * 9 / 5 + 32
    if (source, target) == ("degree fahrenheit", "degree celsius"):
        return (value - 32) * 5 / 9
    return None


def converted(value: Fraction | Decimal | int, source: str, target: str) -> Fraction | None:
    """`value` of the unit `source` in the unit `target`, exactly; None when they do not convert."""
    exact = Fraction(value)
    by_degree = temperature(exact, source, target)
    if by_degree is not None:
        return by_degree
    if source not in SIZES or target not in SIZES:
        return None
    dimension, size = SIZES[source]
    other_dimension, other_size = SIZES[target]
    return exact * size / other_size if dimension == other_dimension else None


def same_currency(source: str, target: str) -> bool:
    """Whether the target's currency says no other than the source's.

    `$` for a source's pesos does: an English reader takes it for dollars.
    """
    if source == target:
        return True
    if target == "$":
        return source in CURRENCY_FAMILIES["dollar"]
    return target in CURRENCY_FAMILIES.get(source, ()) or source in CURRENCY_FAMILIES.get(
        target, frozenset()
    ) - {"$"}
