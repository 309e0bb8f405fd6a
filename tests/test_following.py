"""Following the Spanish: what still fits is kept, what changed finds its old entry."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workflow.article import parse
from workflow.catalog import Catalog, Entry, State
from workflow.following import follow


def catalog_of(text: str, *, human: bool = True) -> Catalog:
    fresh = follow(Catalog("en"), parse(text).segments).catalog

    def english(entry: Entry) -> Entry:
        drafted = entry.drafted(f"EN {entry.source}", {"signature": "x|1"})
        if not human:
            return drafted
        return drafted.edited(f"Human {entry.source}", by="ana", on="2026-01-02", via="po")

    return fresh.map(english)


def followed(before: str, after: str, *, human: bool = True) -> Catalog:
    return follow(catalog_of(before, human=human), parse(after).segments).catalog


FIRST = "La policía detuvo a 12 personas."
SECOND = "El juez negó el hábeas corpus."
THIRD = "Las familias esperan noticias."
PAGE = f"{FIRST}\n\n{SECOND}\n\n{THIRD}\n"


def test_an_inserted_paragraph_disturbs_no_other() -> None:
    catalog = followed(PAGE, f"{FIRST}\n\nNadie respondió.\n\n{SECOND}\n\n{THIRD}\n")
    assert [entry.state for entry in catalog.entries] == [
        State.EDITED,
        State.UNTRANSLATED,
        State.EDITED,
        State.EDITED,
    ]


def test_moved_paragraphs_keep_their_english() -> None:
    catalog = followed(PAGE, f"{THIRD}\n\n{FIRST}\n\n{SECOND}\n")
    assert {entry.state for entry in catalog.entries} == {State.EDITED}


def test_a_changed_paragraph_is_stale_and_keeps_both_texts() -> None:
    entry = followed(PAGE, PAGE.replace("12", "14")).entries[0]
    assert entry.state is State.STALE
    assert entry.target == f"Human {FIRST}"
    assert entry.previous == FIRST
    assert entry.source == FIRST.replace("12", "14")


def test_a_stale_paragraph_that_changes_again_keeps_the_spanish_it_was_made_for() -> None:
    once = followed(PAGE, PAGE.replace("12", "14"))
    twice = follow(once, parse(PAGE.replace("12", "15")).segments).catalog
    assert twice.entries[0].previous == FIRST


def test_changed_back_is_edited_again() -> None:
    once = followed(PAGE, PAGE.replace("12", "14"))
    back = follow(once, parse(PAGE).segments).catalog
    assert back.entries[0].state is State.EDITED


def test_two_changed_neighbours_find_their_own_entries() -> None:
    changed = PAGE.replace("12", "14").replace("negó", "concedió")
    catalog = followed(PAGE, changed)
    assert [entry.previous for entry in catalog.entries] == [FIRST, SECOND, None]


def test_removed_human_english_is_retired_and_comes_back() -> None:
    gone = followed(PAGE, f"{FIRST}\n\n{THIRD}\n")
    assert [entry.target for entry in gone.retired] == [f"Human {SECOND}"]
    back = follow(gone, parse(PAGE).segments).catalog
    assert back.entries[1].target == f"Human {SECOND}"
    assert back.retired == ()


def test_removed_machine_english_is_dropped() -> None:
    assert followed(PAGE, f"{FIRST}\n\n{THIRD}\n", human=False).retired == ()


def test_nothing_alike_means_nothing_stale() -> None:
    catalog = followed(PAGE, f"{FIRST}\n\nUn texto por completo distinto.\n\n{THIRD}\n")
    assert catalog.entries[1].state is State.UNTRANSLATED


PARAGRAPHS = st.lists(st.sampled_from([FIRST, SECOND, THIRD, "Sí.", "No."]), max_size=7)


@given(PARAGRAPHS, PARAGRAPHS)
def test_no_human_english_is_ever_lost(before: list[str], after: list[str]) -> None:
    old = catalog_of("\n\n".join(before))
    new = follow(old, parse("\n\n".join(after)).segments).catalog
    everything = [entry.target for entry in (*new.entries, *new.retired)]
    for entry in old.entries:
        assert entry.target in everything


@given(PARAGRAPHS)
def test_following_twice_changes_nothing(paragraphs: list[str]) -> None:
    catalog = catalog_of("\n\n".join(paragraphs))
    segments = parse("\n\n".join(paragraphs)).segments
    assert follow(catalog, segments).catalog == catalog
