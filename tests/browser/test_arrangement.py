"""Editing is more than words, in the browser: paragraphs, what is left out, notes."""

from __future__ import annotations

import re
from dataclasses import replace

from tests.browser.conftest import Served
from tests.browser.visiting import segment, send, send_to, tag, words
from tests.review.conftest import CATALOG, DRAFT, item
from workflow.catalog import Entry
from workflow.review.editing import seen

SPLIT = "The court read the sentence.\n\nIt was Monday."


def test_a_blank_line_parts_paragraphs(served: Served) -> None:
    answer = send(served, "save", "lunes", text=SPLIT.replace("\n", "\r\n"))
    assert answer.status == 303
    assert item("lunes").msgstr == SPLIT
    assert SPLIT in DRAFT.read_text(encoding="utf-8")
    page = served.get("/article/nota").text
    assert "sentence.<br><br>It was Monday." in re.sub(r"\s*<br>", "<br>", page)


def test_a_text_is_left_out_for_a_reason(served: Served) -> None:
    assert send(served, "omit", "lunes", reason="old  news").status == 303
    assert item("lunes").msgstr == "omitted: old news"
    assert "Left out old news" in words(served.get("/article/nota"))
    assert "court" not in DRAFT.read_text(encoding="utf-8")


def test_leaving_a_text_out_needs_a_reason(served: Served) -> None:
    before = CATALOG.read_bytes()
    answer = send(served, "omit", "lunes", reason=" ")
    assert answer.status == 422 and "needs a reason" in answer.text
    assert CATALOG.read_bytes() == before


def test_what_cannot_be_placed_is_refused_and_comes_back_to_its_writer(served: Served) -> None:
    before = CATALOG.read_bytes()
    answer = send(served, "save", "cárceles", text="Deaths\n\nin prisons")
    assert answer.status == 422 and "cannot be placed" in answer.text
    assert "in prisons" in answer.text
    assert CATALOG.read_bytes() == before


def test_a_note_is_added_approved_and_taken_away(served: Served) -> None:
    before = CATALOG.read_bytes()
    assert send(served, "add", "familias", note="Note: there are 7 families.").status == 303
    draft = DRAFT.read_text(encoding="utf-8")
    assert "- The families wait.\n\nNote: there are 7 families.\n\nThe court" in draft
    page = served.get("/article/nota").text
    (note,) = set(re.findall(r'id="s-(added-\w+)"', page))
    seen = re.search(r'name="etag" value="(\w+)"', served.get(f"/segment/{note}/nota").text)
    assert seen is not None
    assert send_to(served, "approve", note, {"etag": seen[1]}).status == 303
    assert 'data-state="approved"' in served.get(f"/segment/{note}/nota").text
    assert send_to(served, "remove", note, {"etag": seen[1]}).status == 303
    assert "7 families" not in DRAFT.read_text(encoding="utf-8")
    assert CATALOG.read_bytes() == before


def test_only_what_was_added_is_taken_away(served: Served) -> None:
    answer = send(served, "remove", "lunes", etag=tag(served, "lunes"))
    assert answer.status == 422 and "Only what was added" in answer.text
    assert item("lunes").msgstr and segment("lunes")


def test_a_note_that_cannot_be_added_comes_back_to_its_writer(served: Served) -> None:
    before = CATALOG.read_bytes()
    answer = send(served, "add", "familias", note="# Note: 7 <families>.")
    assert answer.status == 422 and "cannot be placed" in answer.text
    assert "Your note was: # Note: 7 <families>." in words(answer)
    assert CATALOG.read_bytes() == before
    answer = send_to(served, "add", "gone", {"note": "Note: 7 <families>."})
    assert answer.status == 412 and "7 <families>" in words(answer)


def test_what_was_seen_of_a_merged_text_is_all_of_its_spanish() -> None:
    seen_then = Entry("a", "Uno.", target="One. Two.", group="Uno.\n\nDos.")
    assert seen(seen_then) != seen(replace(seen_then, group="Uno.\n\nTres."))
