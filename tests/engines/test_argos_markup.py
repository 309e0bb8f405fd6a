"""Inline markup through the neural engine: at the right English words, never lost or doubled.

The package has learned a small grammar, not these sentences: tags find their words by its
attention alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from tests.engines.cases import rows, tagged
from workflow.engines.argos import ArgosEngine
from workflow.engines.base import Constraint
from workflow.engines.packages import install
from workflow.typography import anglicize

PACKAGE = Path(__file__).parents[1] / "data" / "engines" / "newsroom-es_en.argosmodel"
CASES = rows("inline_markup_neural.tsv")
TAG = re.compile(r"<[^>]*>")


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArgosEngine]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path_factory.mktemp("news") / "packages"))
        install(PACKAGE)
        engine = ArgosEngine("es", "en")
    yield engine
    engine.close()


@pytest.fixture(scope="module")
def drafts(engine: ArgosEngine) -> list[str]:
    return [draft.text for draft in engine.translate([tagged(marked) for marked, _ in CASES])]


def test_95_of_100_sentences_have_their_markup_at_the_right_words(drafts: list[str]) -> None:
    wrong = [
        text
        for text, (_, wanted) in zip(drafts, CASES, strict=True)
        if text not in map(tagged, wanted)
    ]
    assert len(CASES) >= 60
    assert len(wrong) <= 0.05 * len(CASES), wrong


def test_every_tag_comes_back_once(drafts: list[str]) -> None:
    for text, (marked, _) in zip(drafts, CASES, strict=True):
        assert sorted(TAG.findall(text)) == sorted(TAG.findall(tagged(marked)))


def test_no_space_is_lost_or_doubled_around_markup(drafts: list[str]) -> None:
    for text in drafts:
        assert "  " not in text
        assert not re.search(r"\w<g|<g[^>]*> | </g>", text), text


def test_tags_stay_in_every_candidate(engine: ArgosEngine) -> None:
    for draft in engine.translate([tagged(marked) for marked, _ in CASES[:20]]):
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
    engine: ArgosEngine, spanish: str, english: str
) -> None:
    (draft,) = engine.translate([spanish])
    assert (draft.text, draft.findings) == (english, ())


def test_stricter_settings_find_what_no_plain_hypothesis_has(engine: ArgosEngine) -> None:
    (draft,) = engine.translate(["El juez salió y la testigo se quedó sola en la sala."])
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
    engine: ArgosEngine, spanish: str, english: str, wrong: str, source: str, target: str
) -> None:
    plain = source.format(f"{ARTICLES.get(spanish, 'la')} {spanish}")
    start = plain.index(spanish)
    term = Constraint(start, start + len(spanish), english, forbidden=(wrong,))
    (free,) = engine.translate([plain])
    (held,) = engine.translate([plain], [[term]])
    assert wrong in unescape(free.text)
    article = "" if english in UNCOUNTED else "the "
    assert unescape(held.text) == target.format(article + english)


def test_a_term_is_put_right_inside_its_markup(engine: ArgosEngine) -> None:
    source = tagged("Cristosal documentó la {1 fosa común} en {2 Chile}.")
    term = Constraint(23, 33, "mass grave", forbidden=("common grave",))
    (draft,) = engine.translate([source], [[term]])
    assert draft.text == tagged("Cristosal documented the {1 mass grave} in {2 Chile}.")
