"""What English prose calls numbers, months, bounds, units and currencies (AP, Guardian)."""

from __future__ import annotations

from workflow.numbers.model import Bound, Value

CARDINALS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
GROWN: dict[Value, str] = {2: "doubled", 3: "tripled", 4: "quadrupled"}
DOZENS = "docena"
# How the verbs of doubling begin, in Spanish and in English.
GROWING = ("dupli", "tripli", "cuadrupli", "quintupli", "doubl", "tripled", "trebled", "quadrup")
ORDINALS = (
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth",
)  # fmt: skip
DENOMINATORS = {
    3: "third", 4: "quarter", 5: "fifth", 6: "sixth", 7: "seventh", 8: "eighth", 9: "ninth",
    10: "tenth",
}  # fmt: skip
MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
WEEKDAYS = (
    "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
)  # fmt: skip
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
BOUNDS = {
    Bound.NONE: "{}",
    Bound.AT_LEAST: "at least {}",
    Bound.MORE_THAN: "more than {}",
    Bound.PLUS: "{} or more",
    Bound.LESS_THAN: "less than {}",
    Bound.AT_MOST: "up to {}",
    Bound.ABOUT: "about {}",
    Bound.NEAR: "close to {}",
    Bound.NEARLY: "nearly {}",
    Bound.JUST_UNDER: "just under {}",
    Bound.ONLY: "only {}",
    Bound.LIMITED: "limited to {}",
    Bound.SHORT: "short of the {}",
    Bound.SOLE: "only {}",
    Bound.LOWEST: "as young as {}",
    Bound.EXACTLY: "exactly {}",
    Bound.ROUND: "about {}",
    Bound.REACHING: "{}",
    Bound.EXTENT: "{}",
    Bound.FROM: "{}",
    Bound.WITHIN: "within {}",
    Bound.OVER: "over {}",
    Bound.JUNIOR: "{}",
    Bound.SENIOR: "{}",
    Bound.OLDER: "more than {}",
    Bound.ABOVE: "above {}",
    Bound.BELOW: "below {}",
}
CURRENCY_SIGNS = {"USD": "$", "dollar": "$", "$": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
SHARE_UNITS = {
    "percent": "%",
    "permille": " per thousand",
    "point": " percentage points",
    "points": " points",
}
SIGN_NAMES = {
    "USD": ("US dollar", "US dollars"),
    "dollar": ("dollar", "dollars"),
    "$": ("($)", "($)"),
    "EUR": ("euro", "euros"),
    "GBP": ("pound", "pounds"),
    "JPY": ("yen", "yen"),
    "C$": ("(C$)", "(C$)"),
}
CURRENCY_NAMES = {
    "MXN": ("Mexican peso", "Mexican pesos"),
    "COP": ("Colombian peso", "Colombian pesos"),
    "CLP": ("Chilean peso", "Chilean pesos"),
    "ARS": ("Argentine peso", "Argentine pesos"),
    "UYU": ("Uruguayan peso", "Uruguayan pesos"),
    "DOP": ("Dominican peso", "Dominican pesos"),
    "CUP": ("Cuban peso", "Cuban pesos"),
    "peso": ("peso", "pesos"),
    "GTQ": ("quetzal", "quetzales"),
    "HNL": ("lempira", "lempiras"),
    "NIO": ("cordoba", "cordobas"),
    "CRC": ("Costa Rican colon", "Costa Rican colones"),
    "colon": ("colon", "colones"),
    "PEN": ("sol", "soles"),
    "BOB": ("boliviano", "bolivianos"),
    "PYG": ("guarani", "guaranis"),
    "VES": ("bolivar", "bolivars"),
    "BRL": ("real", "reais"),
    "CNY": ("yuan", "yuan"),
    "HTG": ("gourde", "gourdes"),
    "RUB": ("ruble", "rubles"),
    "INR": ("rupee", "rupees"),
    "IDR": ("rupiah", "rupiahs"),
    "rupee": ("rupee", "rupees"),
    "PAB": ("balboa", "balboas"),
    "BTC": ("bitcoin", "bitcoins"),
    "CHF": ("Swiss franc", "Swiss francs"),
    "CAD": ("Canadian dollar", "Canadian dollars"),
    "AUD": ("Australian dollar", "Australian dollars"),
    "UF": ("UF", "UF"),
    "cent": ("cent", "cents"),
    "pence": ("penny", "pence"),
}
# Lengths of time that English has no common word for.
SPELLED_OUT = {"lustrum": (5, "year"), "biennium": (2, "year"), "semester": (6, "month")}
SMALLER = {
    "hour": (60, "minute"),
    "minute": (60, "second"),
    "year": (12, "month"),
    "day": (24, "hour"),
}
# Units whose name is no plain word with an -s.
UNIT_NAMES = {
    "working day": ("day", "days"),
    "inch": ("inch", "inches"),
    "stone": ("stone", "stone"),
    "foot": ("foot", "feet"),
    "square foot": ("square foot", "square feet"),
    "kilometre per hour": ("kilometre per hour", "kilometres per hour"),
    "mile per hour": ("mile per hour", "miles per hour"),
    "degree celsius": ("degree Celsius", "degrees Celsius"),
    "degree fahrenheit": ("degree Fahrenheit", "degrees Fahrenheit"),
    "century": ("century", "centuries"),
    "millennium": ("millennium", "millennia"),
}
# What a Spanish figure ends in and an English one does not.
TRAILING_SIGNS = frozenset({"%", "h", "h.", "€", "$"})
CURRENCY_MARKS = frozenset("€$£")
PLURAL_SCALES = frozenset({"millions", "billions", "thousands"})
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
SUFFIXES = {
    "k": 10**3, "thousand": 10**3, "m": 10**6, "mn": 10**6, "million": 10**6, "bn": 10**9,
    "b": 10**9, "billion": 10**9, "tn": 10**12, "trillion": 10**12,
}  # fmt: skip
