"""The paired file: what is written is read back, and what cannot be placed is refused whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.errors import Refused
from workflow.findings import Severity
from workflow.review.paired import BEGIN, END, Flag, PairedBlock, read_paired, render_paired

PATH = Path("review.md")
HOSTILE = [
    BEGIN,
    END,
    "\\" + END,
    "<!-- block a1 src=ff paragraph -->",
    "- [ ] approved",
    "> [!CAUTION]",
    "> - [x] **N101** no. Reason:",
    "",
    "    code",
    "# heading",
]
LINE = st.sampled_from(HOSTILE) | st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("`*<>|-[]\\\u2028"),
    max_size=30,
).map(str.rstrip)
TEXT = st.lists(LINE, max_size=6).map("\n".join).map(lambda text: text.strip("\n"))
ONE_LINE = st.text(st.characters(categories=["L", "N", "P"]), max_size=30)
FLAG = st.builds(
    Flag,
    st.from_regex(r"\A[A-Z][0-9]{3}\Z"),
    st.sampled_from(Severity),
    ONE_LINE,
    st.booleans(),
    ONE_LINE,
)
BLOCK = st.builds(
    PairedBlock,
    id=st.from_regex(r"\A[0-9a-f]{8}\Z"),
    kind=st.sampled_from(["paragraph", "front matter: title", "table"]),
    hash=st.from_regex(r"\A[0-9a-f]{8}\Z"),
    source=TEXT.filter(bool),
    target=TEXT,
    flags=st.lists(FLAG, max_size=3).map(
        lambda flags: tuple(sorted(flags, key=lambda flag: list(Severity).index(flag.severity)))
    ),
    approved=st.booleans(),
)
BLOCKS = st.lists(BLOCK, min_size=1, max_size=4, unique_by=lambda block: block.id)


def bare(blocks: list[PairedBlock]) -> list[PairedBlock]:
    return [replace(block, source_line=0, target_line=0, box_line=0) for block in blocks]


@given(BLOCKS)
def test_what_was_written_is_read_back(blocks: list[PairedBlock]) -> None:
    assert bare(read_paired(render_paired(blocks, "nota"), PATH)) == blocks


@given(BLOCKS)
def test_windows_line_ends_and_a_byte_order_mark_change_nothing(
    blocks: list[PairedBlock],
) -> None:
    text = "\ufeff" + render_paired(blocks, "nota").replace("\n", "\r\n")
    assert bare(read_paired(text, PATH)) == blocks


@given(BLOCKS, TEXT)
def test_an_edit_comes_back_and_the_other_blocks_stay(
    blocks: list[PairedBlock], english: str
) -> None:
    edited = [replace(blocks[0], target=english), *blocks[1:]]
    assert bare(read_paired(render_paired(edited, "nota"), PATH)) == edited


SAMPLE = render_paired(
    [
        PairedBlock("a1", "paragraph", "ff", "Uno.", "One."),
        PairedBlock("a2", "paragraph", "fe", "Dos.", "Two.", (Flag("N101", Severity.ERROR, "m"),)),
    ],
    "nota",
)
BROKEN = {
    "text outside": ("<!-- block a1", "lost words\n\n<!-- block a1", "outside a block"),
    "no end mark": (f"One.\n\n{END}", "One.", "needs one"),
    "two begin marks": (f"{BEGIN}\n\nOne.", f"{BEGIN}\n\n{BEGIN}\n\nOne.", "needs one"),
    "no box": ("- [ ] approved\n\n<!-- block a2", "<!-- block a2", "no approval box"),
    "text behind the box": ("- [ ] approved\n\n<", "- [ ] approved\n\nmore\n\n<", "would be lost"),
    "twice": ("<!-- block a2 src=fe", "<!-- block a1 src=fe", "stands twice"),
    "text among the findings": ("> [!CAUTION]", "a comment\n\n> [!CAUTION]", "would be lost"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_line(name: str) -> None:
    old, new, message = BROKEN[name]
    assert old in SAMPLE
    with pytest.raises(Refused) as caught:
        read_paired(SAMPLE.replace(old, new), PATH)
    assert message in str(caught.value)
    assert all(error.line for error in caught.value.errors)


def test_all_errors_are_told_at_once() -> None:
    text = SAMPLE.replace("- [ ] approved", "gone")
    with pytest.raises(Refused) as caught:
        read_paired(text, PATH)
    assert len(caught.value.errors) == 2


def test_words_without_any_block_are_refused_with_their_line() -> None:
    with pytest.raises(Refused) as refused:
        read_paired("\nwords\n", PATH)
    assert [error.line for error in refused.value.errors] == [2]


@pytest.mark.parametrize("text", ["", "\n", "<!-- paired es → en: nota -->\n"])
def test_an_emptied_file_has_no_blocks(text: str) -> None:
    assert read_paired(text, PATH) == []
