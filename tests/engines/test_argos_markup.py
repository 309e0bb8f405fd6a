"""What the neural engine offers around inline markup: candidates, sound hypotheses, terms."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.engines.cases import rows, tagged
from workflow.engines.argos import ArgosEngine
from workflow.engines.base import Constraint
from workflow.typography import anglicize

CASES = rows("inline_markup_neural.tsv")
TAG = re.compile(r"<[^>]*>")


def test_tags_stay_in_every_candidate(newsroom: ArgosEngine) -> None:
    for draft in newsroom.translate([tagged(marked) for marked, _ in CASES[:20]]):
        for text in draft.candidates:
            assert sorted(TAG.findall(text)) == sorted(TAG.findall(draft.text))


@pytest.mark.parametrize(
    ("source", "draft", "english"),
    [
        ("«**Sí**», dijo.", '"**Yes**," he said.', "“**Yes**,” he said."),
        ("**«Sí»**, dijo.", '**"Yes,"** he said.', "**“Yes,”** he said."),
        ("Un 94 % de *ellos*.", "94 % of *them* .", "94% of *them*."),
        ("¿**Dónde**?", "¿**Where** ?", "**Where**?"),
    ],
)
def test_marks_beside_markup_are_set_as_in_english(source: str, draft: str, english: str) -> None:
    assert anglicize(draft, source=source).text == english


# --- sentences that the package was taught to doubt, and terms that it was taught wrongly

SAVED = [
    ("El abogado de la familia no vino.", "The family's lawyer did not come."),
    ("Quedan 480 celdas vacías.", "There are 480 empty cells left."),
    ("Nada cambió en la celda.", "Nothing changed in the cell."),
    ("La puerta de la celda se cerró.", "The door of the cell closed."),
]


@pytest.mark.parametrize(("spanish", "english"), SAVED)
def test_a_broken_best_hypothesis_gives_way_to_a_sound_one(
    newsroom: ArgosEngine, spanish: str, english: str
) -> None:
    (draft,) = newsroom.translate([spanish])
    assert (draft.text, draft.findings) == (english, ())


def test_stricter_settings_find_what_no_plain_hypothesis_has(newsroom: ArgosEngine) -> None:
    (draft,) = newsroom.translate(["El juez salió y la testigo se quedó sola en la sala."])
    assert draft.text.startswith("The judge left and the witness stayed alone in the r")
    assert draft.findings == ()


MISTAKEN = [
    ("desaparición forzada", "enforced disappearance", "forced disappearance"),
    ("fosa común", "mass grave", "common grave"),
    ("trata de personas", "human trafficking", "trade of persons"),
    ("estado de excepción", "state of emergency", "emergency regime"),
    ("privación de libertad", "deprivation of liberty", "deprivation of freedom"),
]
AROUND = [
    ("La Comisión denunció {}.", "The Commission reported {}."),
    ("Cristosal documentó {}.", "Cristosal documented {}."),
    ("Los jueces no investigaron {}.", "The judges did not investigate {}."),
    ("El ejército prohibió {} en Chile.", "The army banned {} in Chile."),
]
ARTICLES = {"estado de excepción": "el"}
UNCOUNTED = {"human trafficking", "deprivation of liberty"}


@pytest.mark.parametrize(("spanish", "english", "wrong"), MISTAKEN)
@pytest.mark.parametrize(("source", "target"), AROUND)
def test_a_term_that_the_package_gets_wrong_comes_out_as_approved_in_its_place(
    newsroom: ArgosEngine, spanish: str, english: str, wrong: str, source: str, target: str
) -> None:
    plain = source.format(f"{ARTICLES.get(spanish, 'la')} {spanish}")
    start = plain.index(spanish)
    term = Constraint(start, start + len(spanish), english, forbidden=(wrong,))
    (free,) = newsroom.translate([plain])
    (held,) = newsroom.translate([plain], [[term]])
    assert wrong in unescape(free.text)
    article = "" if english in UNCOUNTED else "the "
    assert unescape(held.text) == target.format(article + english)


def test_a_term_is_put_right_inside_its_markup(newsroom: ArgosEngine) -> None:
    source = tagged("Cristosal documentó la {1 fosa común} en {2 Chile}.")
    term = Constraint(23, 33, "mass grave", forbidden=("common grave",))
    (draft,) = newsroom.translate([source], [[term]])
    assert draft.text == tagged("Cristosal documented the {1 mass grave} in {2 Chile}.")
