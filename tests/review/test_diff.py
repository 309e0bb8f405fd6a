"""Word by word: what a diff shows, that it loses nothing, and that it stays cheap."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workflow.review.diff import Change, Fate, Passage, Run, compare_versions, compare_words
from workflow.review.diff_text import bracketed, inline

WORDS = st.sampled_from(
    [
        "a",
        "b",
        "the",
        "3,450",
        "3,500",
        "%",
        ".",
        ",",
        "“",
        "**",
        "\\",
        "\n",
        "ñ",
        "don’t",
        "[x](y)",
    ]
)
TEXT = st.lists(WORDS, max_size=30).map(" ".join) | st.text(max_size=60)


def shown(old: str, new: str) -> str:
    return inline(compare_words(old, new), bracketed, str)


CASES = [
    ("the same words", "the same words", "the same words"),
    ("Over 480 deaths", "At least 480 deaths", "[-Over-]{+At least+} 480 deaths"),
    ("3,450 deaths", "3,500 deaths", "[-3,450-]{+3,500+} deaths"),
    ("at 5:30 h.", "at 5:45 h.", "at [-5:30-]{+5:45+} h."),
    ("one, two", "one two", "one[-,-] two"),
    ("one two", "one, two", "one{+,+} two"),
    ("the state’s men", "the states’ men", "the [-state’s-]{+states’+} men"),
    ("a  b", "a b", "a b"),
    ("", "new text", "{+new text+}"),
    ("old text", "", "[-old text-]"),
    ("**480** people", "480 people", "[-**-]480[-**-] people"),
    ("", "", ""),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_words_and_marks_are_compared_and_blanks_are_not(old: str, new: str, expected: str) -> None:
    assert shown(old, new) == expected


def kept(runs: Sequence[Run], gone: Change) -> str:
    return "".join(run.before + run.text for run in runs if run.change is not gone)


@given(TEXT, TEXT)
def test_the_new_text_is_whole_without_the_deleted_words(old: str, new: str) -> None:
    assert kept(compare_words(old, new), Change.DELETED).split() == new.split()


@given(TEXT, TEXT)
def test_the_old_words_are_whole_without_the_inserted_ones(old: str, new: str) -> None:
    assert "".join(kept(compare_words(old, new), Change.INSERTED).split()) == "".join(old.split())


@given(TEXT)
def test_a_text_has_not_changed_from_itself(text: str) -> None:
    assert all(run.change is Change.SAME for run in compare_words(text, text))


@settings(deadline=None, max_examples=20)
@given(st.lists(st.sampled_from("abcd."), min_size=200, max_size=400))
def test_costly_texts_lose_nothing_either(letters: list[str]) -> None:
    other = letters[::-1]
    runs = compare_words(" ".join(letters), " ".join(other))
    assert kept(runs, Change.DELETED).split() == other
    assert "".join(kept(runs, Change.INSERTED).split()) == "".join(letters)


HOSTILE = {
    "one word": (["a"] * 6000, ["b", *["a"] * 5990, "b"]),
    "every other word": (
        [w for i in range(3000) for w in ("x", f"u{i}")],
        [w for i in range(3000) for w in ("x", f"v{i}")],
    ),
    "backwards": ([f"u{i}" for i in range(6000)], [f"u{i}" for i in range(6000)][::-1]),
    "sentences": (["a", "."] * 3000, ["c", ".", "a", "."] * 1500),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_input_costs_more_than_its_share_of_steps(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = HOSTILE[name]
    steps = 0
    search = difflib.SequenceMatcher.find_longest_match

    def counted(
        self: difflib.SequenceMatcher[str], alo: int, ahi: int, blo: int, bhi: int
    ) -> difflib.Match:
        nonlocal steps
        steps += sum(len(self.b2j.get(self.a[i], ())) + 1 for i in range(alo, ahi))  # type: ignore[attr-defined]
        return search(self, alo, ahi, blo, bhi)

    monkeypatch.setattr(difflib.SequenceMatcher, "find_longest_match", counted)
    compare_words(" ".join(old), " ".join(new))
    assert steps <= 3 * 150 * (len(old) + len(new))


def test_a_long_paragraph_that_is_cut_still_shows_single_words() -> None:
    old = [f"w{i}" if i % 9 else "the" for i in range(9000)]
    new = ["changed" if i % 500 == 3 else word for i, word in enumerate(old)]
    runs = compare_words(" ".join(old), " ".join(new))
    inserted = [run.text for run in runs if run.change is Change.INSERTED]
    assert inserted == ["changed"] * 18


def passages(text: str) -> list[Passage]:
    return [Passage(part[0], part[1:]) for part in text.split()]


def test_segments_are_compared_by_id_and_moved_ones_said() -> None:
    diffs = compare_versions(passages("aA bB cC dD"), passages("bB cX aA eE"))
    assert [(d.id, d.fate, d.moved) for d in diffs] == [
        ("b", Fate.SAME, False),
        ("c", Fate.CHANGED, False),
        ("d", Fate.REMOVED, False),
        ("a", Fate.SAME, True),
        ("e", Fate.ADDED, False),
    ]


@given(st.permutations(range(8)))
def test_the_segments_that_did_not_move_stand_in_their_old_order(order: list[int]) -> None:
    old = [Passage(str(i), "same") for i in range(8)]
    new = [Passage(str(i), "same") for i in order]
    diffs = compare_versions(old, new)
    still = [int(d.id) for d in diffs if not d.moved]
    assert still == sorted(still)
    assert (len(still) == 8) == (order == sorted(order))
