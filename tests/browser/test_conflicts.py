"""Several people, and files that are edited meanwhile: nothing that anybody wrote is lost."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.browser.conftest import ENGLISH, Serve, Served
from tests.browser.visiting import RIGHT, editor_of, segment, send, send_to, tag, waiver_of, words
from tests.review.conftest import CATALOG, DRAFT, PAIRED, SOURCE, edit, item
from workflow.project import Article
from workflow.review.browser import shelf
from workflow.review.browser.shelf import Snapshot
from workflow.review.revision import Desk


def test_of_two_who_edit_one_segment_the_second_is_shown_both_texts(served: Served) -> None:
    seen = tag(served, "480")
    send(served, "save", "480", text="First **480**.", etag=seen)
    answer = send(served, "save", "480", text="Second <b>**480**.", etag=seen)
    assert answer.status == 412
    assert "First 480." in words(answer)
    assert editor_of(answer) == "Second <b>**480**."
    assert item("480").msgstr == "First **480**."
    newer = re.search(r'name="etag" value="(\w+)"', answer.text)
    assert newer is not None
    assert send(served, "save", "480", text="Second **480**.", etag=newer[1]).status == 303
    assert item("480").msgstr == "Second **480**."


@pytest.mark.parametrize("action", ["approve", "withdraw", "waive"])
def test_nobody_answers_for_a_text_that_they_did_not_see(served: Served, action: str) -> None:
    seen, finding = tag(served, "480"), waiver_of(served)
    send(served, "save", "480", text="First **480**.")
    before = CATALOG.read_bytes()
    answer = send(served, action, "480", etag=seen, reason="I counted", **finding)
    assert answer.status == 412
    assert action != "waive" or "I counted" in answer.text
    assert CATALOG.read_bytes() == before


@pytest.mark.parametrize("path", [DRAFT, PAIRED, CATALOG])
def test_an_edit_made_in_a_file_meanwhile_is_shown_and_never_overwritten(
    served: Served, path: object
) -> None:
    assert isinstance(path, type(DRAFT))
    seen = tag(served, "lunes")
    old = "The court read the sentence on Monday."
    if path == CATALOG:
        edit(path, f'#, fuzzy\nmsgctxt "{segment("lunes")}"', f'msgctxt "{segment("lunes")}"')
        edit(path, f'msgstr "{old}"', 'msgstr "The court spoke on Monday."')
    else:
        edit(path, old, "The court spoke on Monday.")
    assert "The court spoke on Monday." in served.get("/article/nota").text
    answer = send(served, "save", "lunes", text="The court ruled on Monday.", etag=seen)
    assert answer.status == 412
    assert "The court spoke on Monday." in answer.text
    assert editor_of(answer) == "The court ruled on Monday."


def test_an_edit_made_in_a_file_is_taken_in_with_the_next_change_of_another_segment(
    served: Served,
) -> None:
    edit(DRAFT, "The families wait.", "The families are waiting.")
    send(served, "save", "480", text=RIGHT)
    assert item("familias").msgstr == "The families are waiting."
    assert item("480").msgstr == RIGHT


def test_a_text_for_a_spanish_that_has_changed_meanwhile_is_kept_beside_the_new_one(
    served: Served,
) -> None:
    form = {"etag": tag(served, "480"), "text": RIGHT, "origin": ""}
    page = served.get(f"/segment/{segment('480')}/nota").text
    form["origin"] = re.findall(r'name="origin" value="(\w+)"', page)[0]
    old = segment("480")
    edit(SOURCE, "**480**", "**512**")
    answer = served.post(f"/save/{old}/nota", form)
    assert answer.status == 412
    assert "Al menos 512" in words(answer)
    assert editor_of(answer) == RIGHT


def test_a_text_for_a_segment_that_is_gone_is_kept_in_sight(served: Served) -> None:
    old, seen = segment("480"), tag(served, "480")
    edit(SOURCE, "Al menos **480** personas han muerto bajo custodia.\n", "")
    answer = served.post(f"/save/{old}/nota", {"etag": seen, "text": RIGHT})
    assert answer.status == 412
    assert RIGHT in answer.text


def test_edits_that_contradict_are_shown_and_what_was_typed_stays_in_sight(served: Served) -> None:
    seen = tag(served, "480")
    edit(DRAFT, "The families wait.", "The families are waiting.")
    edit(PAIRED, "The families wait.", "The families hope.")
    before = CATALOG.read_bytes()
    assert "The families are waiting." in words(served.get("/"))
    assert served.get("/article/nota").status == 409
    answer = send_to(served, "save", segment("480"), {"etag": seen, "text": RIGHT})
    assert answer.status == 409
    assert "“The families hope.” in the paired file" in words(answer)
    assert RIGHT in answer.text
    assert CATALOG.read_bytes() == before


def test_every_edit_of_two_people_at_once_is_there(serve: Serve) -> None:
    ana, eva = serve("Ana Paz"), serve("Eva Sol")
    texts = {spanish: f"{english} Edited." for spanish, english in ENGLISH.items()}
    tags = {spanish: tag(ana, spanish) for spanish in texts}
    servers = [ana, eva] * 3
    with ThreadPoolExecutor(6) as pool:
        answers = list(
            pool.map(
                lambda server, spanish: send(
                    server, "save", spanish, text=texts[spanish], etag=tags[spanish]
                ),
                servers,
                texts,
            )
        )
    assert [answer.status for answer in answers] == [303] * 6
    assert all(item(spanish).msgstr == text for spanish, text in texts.items())


def test_a_view_of_files_that_change_while_they_are_read_is_taken_again(
    drafted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Snapshot] = []
    really_take = shelf.take

    def take(desk: Desk, article: Article) -> Snapshot:
        taken.append(really_take(desk, article))
        if len(taken) == 1:
            edit(DRAFT, "The families wait.", "The families are waiting.")
        return taken[-1]

    monkeypatch.setattr(shelf, "take", take)
    found = shelf.Shelf(drafted, None)
    snapshot = found.snapshot(found.articles()[0])
    assert len(taken) == 2
    assert "The families are waiting." in snapshot.catalog.targets().values()
