"""What varieties of English differ in: quotation marks, where stops go, spelling; tables only."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workflow.errors import WorkflowError


class Stops(StrEnum):
    """Where a comma or full stop that follows a quotation stands."""

    INSIDE = "inside"
    """Always before the closing mark (AP Stylebook, "quotation marks"; Chicago 6.9)."""
    BY_SENSE = "by sense"
    """Before it when it belongs to the quoted sentence or a verb of saying follows; else after
    (New Hart's Rules, on quotation marks; Fowler, "quotation marks")."""


@dataclass(frozen=True, slots=True)
class Variety:
    """The typography and spelling of one variety of English."""

    outer: tuple[str, str]
    """Marks of a quotation."""
    inner: tuple[str, str]
    """Marks of a quotation inside a quotation; deeper ones alternate."""
    stops: Stops
    spelling: dict[str, str]
    """Words of the other variety, in lower case, and how this one spells them."""

    def marks(self, depth: int) -> tuple[str, str]:
        """Opening and closing mark of a quotation at `depth` (1 = not inside another)."""
        return self.outer if depth % 2 else self.inner


# Words that draft engines mix, British form first. Only pairs whose forms mean the same wherever
# they stand: no licence/license, practice/practise, metre/meter (verse), programme (computers).
_SPELLINGS = (
    ("behaviour", "behavior"),
    ("behaviours", "behaviors"),
    ("centre", "center"),
    ("centres", "centers"),
    ("cancelled", "canceled"),
    ("colour", "color"),
    ("colours", "colors"),
    ("defence", "defense"),
    ("defences", "defenses"),
    ("endeavour", "endeavor"),
    ("favour", "favor"),
    ("favourable", "favorable"),
    ("favoured", "favored"),
    ("favourite", "favorite"),
    ("fulfil", "fulfill"),
    ("fulfilment", "fulfillment"),
    ("harbour", "harbor"),
    ("honour", "honor"),
    ("honoured", "honored"),
    ("jewellery", "jewelry"),
    ("kilometre", "kilometer"),
    ("kilometres", "kilometers"),
    ("labelled", "labeled"),
    ("labour", "labor"),
    ("labourer", "laborer"),
    ("labourers", "laborers"),
    ("litre", "liter"),
    ("litres", "liters"),
    ("neighbour", "neighbor"),
    ("neighbourhood", "neighborhood"),
    ("neighbourhoods", "neighborhoods"),
    ("neighbouring", "neighboring"),
    ("neighbours", "neighbors"),
    ("offence", "offense"),
    ("offences", "offenses"),
    ("rigour", "rigor"),
    ("rumour", "rumor"),
    ("rumours", "rumors"),
    ("theatre", "theater"),
    ("theatres", "theaters"),
    ("travelled", "traveled"),
    ("travellers", "travelers"),
    ("travelling", "traveling"),
)

VARIETIES = {
    "en-US": Variety(
        outer=("“", "”"), inner=("‘", "’"), stops=Stops.INSIDE, spelling=dict(_SPELLINGS)
    ),
    "en-GB": Variety(
        outer=("‘", "’"),
        inner=("“", "”"),
        stops=Stops.BY_SENSE,
        spelling={american: british for british, american in _SPELLINGS},
    ),
}

# Verbs that attribute speech, as news copy uses them (third person, present and past).
_VERBS = """
acknowledge acknowledged acknowledges add added adds admit admits admitted affirmed
affirms agreed agrees answer answered answers argued argues ask asked asks assured assures
begged begs believe believes claimed claims comment commented comments complained
complains conclude concluded concludes confess confessed confesses confirmed confirms
continued continues cried cries declared declares denied denies denounced denounces
emphasized emphasizes explain explained explains insist insisted insists lamented laments
maintained maintains murmured murmurs noted notes objected objects observed observes
pleaded pleads prayed prays protested protests recalled recalls recount recounted
recounts reflected reflects remarked remarks remembered remembers repeat repeated repeats
replied replies reply responded responds said say says shouted shouts sighed sighs stated
states stressed stresses summarized summarizes told tells thinks thought warned warns
whispered whispers wondered wonders wrote writes
"""
VERBS_OF_SAYING = frozenset(_VERBS.split())


def variety_named(name: str) -> Variety:
    """The variety called `name`; a `WorkflowError` names the known ones."""
    if name not in VARIETIES:
        known = ", ".join(VARIETIES)
        raise WorkflowError(f"unknown variety of English: {name}", hint=f"one of {known}")
    return VARIETIES[name]
