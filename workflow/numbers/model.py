"""What the number check speaks of: quantities, their bounds, and the drifts between two texts."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

Value = int | Decimal | Fraction


class Kind(StrEnum):
    """What sort of figure a quantity is."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    POINTS = "percentage points"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    COLLECTIVE = "order of magnitude"
    MONEY = "money"
    MEASURE = "measure"
    DURATION = "duration"
    AGE = "age"
    DATE = "date"
    TIME = "time of day"
    DECADE = "decade"
    CENTURY = "century"
    YEAR = "year"
    WEEKDAY = "day of the week"
    """Read only to be compared: `extract` gives figures."""
    IDENTIFIER = "identifier"


ROUND = "round"
"""Unit of the round of a cup, told by how many are left: *octavos*, *the last 16*."""


class Bound(StrEnum):
    """How a figure limits the truth: `at least 480` is a figure with a bound."""

    NONE = ""
    AT_LEAST = "at least"
    MORE_THAN = "more than"
    PLUS = "or more"
    """`500+`: at least or more than, the writing does not tell."""
    LESS_THAN = "less than"
    AT_MOST = "at most"
    ABOUT = "about"
    NEAR = "close to"
    """`cerca de`, `close to`: about, or nearly."""
    NEARLY = "nearly"
    JUST_UNDER = "just under"
    LIMITED = "limited to"
    """*limitado a 12*, *no quedan más que dos*: at most, or only."""
    SHORT = "short of"
    """*lejos de los 176*, *short of the 176*: less than that, or compared with it."""
    ONLY = "only"
    EXACTLY = "exactly"
    ROUND = "round"
    """*un centenar*, *a hundred*: a round figure, as it may be."""
    REACHING = "up to, or to"
    """*subió hasta el 12 %*: where it ended, or how far it may go."""
    EXTENT = "as far as"
    """*alcanza los 18 metros*: how far a thing goes, which English may call *up to*."""
    FROM = "from"
    """*a partir de*: at least, or from there on."""
    WITHIN = "within"
    """English `within` before a length: less than, or in."""
    JUNIOR = "under, or aged"
    """*un menor de 16 años*: a child under 16, or one who is 16."""
    SENIOR = "over, or aged"
    """*la mayor de 91 años*: somebody over 91, or the eldest, who is 91."""
    OLDER = "over, or from"
    """*los mayores de 65 años*: whoever has turned 65 (DPD), so 65 and older too."""
    ABOVE = "above"
    """*por encima del 3 % previsto*: more than that, or compared with it."""
    BELOW = "below"
    """*por debajo del 5 % de julio*: less than that, or compared with it."""
    SOLE = "only, or one"
    """*una sola vez*: only once, or simply once."""
    LOWEST = "only, or from"
    """English `as young as`: only so old, or so old and older."""
    OVER = "over"
    """English `over` before a length of time: more than, or in the course of."""


class Role(StrEnum):
    """The place of a quantity in a pair whose order means something."""

    NONE = ""
    FIRST = "first"
    """Start of a range, left side of a score."""
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as the text gives it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None


# Nothing changes one, yet it is not frozen: it would take four times as long to make, and of all
# that is done to read a text this is what is done most often.
@dataclass(slots=True, unsafe_hash=True)
class Quantity:
    """A figure read in a text, with everything that its meaning hangs on."""

    kind: Kind
    value: Value
    """The number; for dates the day or year, for times minutes after midnight, for decades and
    centuries their first year or their number, for identifiers the number without separators."""
    start: int
    end: int
    """Span of the whole phrase, bound and unit included."""
    text: str
    """The words of that span."""
    bound: Bound = Bound.NONE
    unit: str = ""
    """Canonical unit or currency (`kilometre`, `USD`); empty when there is none."""
    core: tuple[int, int] = (0, 0)
    """Span of the figure with its sign and unit, without the words of its bound."""
    figure: tuple[int, int] = (0, 0)
    """Span of the number alone, scale words included."""
    role: Role = Role.NONE
    weak: bool = False
    """A good translation may leave it out, or bring it in (`one`, `both`)."""
    others: tuple[Value, ...] = ()
    """Further readings, where the writing allows more than one."""
    date: PartialDate | None = None
    other_date: PartialDate | None = None
    """The date with day and month exchanged, where the writing allows it."""
    parts: tuple[int, int] | None = None
    """The two numbers of *five out of seven*."""
    pieces: tuple[tuple[Value, str], ...] = ()
    """The values and units of *two years and six months*, the largest first; else empty."""
    per: str = ""
    """The period it is counted in (`month` of *365 dollars a month*); empty when none is said."""
    digits: str = ""
    """The digits as written, for identifiers (leading zeros count)."""


class Verdict(StrEnum):
    """How sure a drift is: an error, or something that a person should look at."""

    DRIFT = "drift"
    REVIEW = "review"


class DriftKind(StrEnum):
    """What changed between source and target. The names are stable: rules are named after them."""

    MISSING = "number-missing"
    ADDED = "number-added"
    VALUE = "number-changed"
    SCALE = "scale-changed"
    BOUND = "bound-changed"
    UNIT = "unit-changed"
    CURRENCY = "currency-changed"
    CONVERTED = "unit-converted"
    SWAPPED = "numbers-swapped"
    ORDER = "order-changed"
    DATE = "date-changed"
    TIME = "time-changed"
    SIGN = "sign-changed"
    KIND = "kind-changed"
    IDENTIFIER = "identifier-changed"
    ROUNDED = "number-rounded"
    AMBIGUOUS = "number-ambiguous"


@dataclass(frozen=True, slots=True)
class Drift:
    """One numeric difference between a source and its target."""

    verdict: Verdict
    kind: DriftKind
    source_span: tuple[int, int] | None
    target_span: tuple[int, int] | None
    source_quantity: Quantity | None
    target_quantity: Quantity | None
    message: str
    suggestion: str | None = None
    """The English that would be right in place of the target span."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A draft with its certain number mistakes mended."""

    text: str
    edits: tuple[tuple[int, int, str], ...]
    """`(start, end, replacement)` over the draft, in order."""
