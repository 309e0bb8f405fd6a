"""The pages as forms and links alone: what is read, what is written, what is refused."""

from __future__ import annotations

import re

import pytest

from tests.browser.conftest import Serve, Served
from tests.browser.visiting import RIGHT, editor_of, segment, send, send_to, waiver_of, words
from tests.review.conftest import CATALOG, DRAFT, PAIRED, SOURCE, draft_all, edit, item
from workflow.review.browser import views
from workflow.review.browser.shelf import Shelf


def test_the_list_shows_how_far_each_article_is(served: Served) -> None:
    send(served, "approve", "familias")
    text = words(served.get("/"))
    assert "Muertes en las cárceles nota 1 of 6 approved 5 machine 1 error" in text


def test_a_long_list_is_shown_before_all_of_it_is_read(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "PATIENCE", 0.0)
    for name in ("otra", "tercera"):
        SOURCE.with_name(f"{name}.md").write_text("Nadie lo sabe.\n", encoding="utf-8")
    pages = [words(served.get("/")) for _ in range(3)]
    assert "2 articles still to be read." in pages[0]
    assert "1 article still to be read." in pages[1]
    assert "still to be read" not in pages[2]


def test_an_article_stands_side_by_side_with_findings_at_their_words(served: Served) -> None:
    text = served.get("/article/nota").text
    assert re.search(r'<div class="text" lang="es"><mark class="error"[^>]*>Al menos ', text)
    assert re.search(r'<div class="text" lang="en"><mark class="error"[^>]*>More than ', text)
    assert "N105" in text


def test_a_term_stands_with_its_english_and_its_authority(served: Served) -> None:
    text = served.get("/article/nota").text
    assert re.search(r'<span class="term" title="state of emergency[^"]*">régimen de', text)
    assert "régimen de excepción → state of emergency" in words(served.get("/article/nota"))


@pytest.mark.parametrize(
    ("show", "kept"),
    [("all", 6), ("findings", 1), ("machine", 5), ("stale", 0), ("unapproved", 5), ("bad", 6)],
)
def test_a_filter_keeps_what_it_names(served: Served, show: str, kept: int) -> None:
    send(served, "approve", "familias")
    text = served.get(f"/article/nota?show={show}").text
    assert text.count("<article ") == kept


def test_an_edit_is_written_where_every_command_finds_it(served: Served) -> None:
    answer = send(served, "save", "480", text=RIGHT)
    assert answer.status == 303
    assert answer.headers["location"] == f"/article/nota#s-{segment('480')}"
    assert item("480").msgstr == RIGHT
    assert '"by": "Ana Paz"' in item("480").tcomment
    assert '"via": "browser"' in item("480").tcomment
    assert RIGHT in DRAFT.read_text(encoding="utf-8")
    assert RIGHT in PAIRED.read_text(encoding="utf-8")


def test_lines_that_were_wrapped_in_the_editor_are_one_line_in_the_catalog(served: Served) -> None:
    send(served, "save", "480", text="At least **480**  \r\n people have died\r\nin custody.\r\n")
    assert item("480").msgstr == RIGHT


@pytest.mark.parametrize("text", ["", " \n ", "\n\n"])
def test_what_is_no_segment_is_refused_and_stays_in_the_editor(served: Served, text: str) -> None:
    before = CATALOG.read_bytes()
    answer = send(served, "save", "480", text=text)
    assert answer.status == 422
    assert 'role="alert"' in answer.text
    assert editor_of(answer) == text
    assert CATALOG.read_bytes() == before


def test_saving_a_machine_draft_as_it_is_makes_no_edit_of_it(served: Served) -> None:
    send(served, "save", "familias", text="The families wait.")
    assert item("familias").fuzzy


def test_an_approval_binds_the_texts_and_can_be_withdrawn(served: Served) -> None:
    assert send(served, "approve", "familias").status == 303
    page = words(served.get(f"/shown/{segment('familias')}/nota"))
    assert "approved by Ana Paz" in page
    send(served, "withdraw", "familias")
    assert "approved by" not in words(served.get(f"/shown/{segment('familias')}/nota"))


def test_with_four_eyes_nobody_approves_their_own_edit(served: Served) -> None:
    SOURCE.parents[2].joinpath("workflow.toml").write_text("[review]\nfour_eyes = true\n")
    send(served, "save", "480", text=RIGHT)
    assert "four eyes are wanted" in words(served.get("/article/nota"))
    answer = send(served, "approve", "480")
    assert answer.status == 422
    assert "Ana Paz last edited it" in words(answer)
    assert '"approved"' not in item("480").tcomment


def test_another_person_approves_it(serve: Serve) -> None:
    SOURCE.parents[2].joinpath("workflow.toml").write_text("[review]\nfour_eyes = true\n")
    send(serve("Ana Paz"), "save", "480", text=RIGHT)
    assert send(serve("Eva Sol"), "approve", "480").status == 303
    assert '"by": "Eva Sol"' in item("480").tcomment


def test_what_has_no_english_cannot_be_approved(served: Served) -> None:
    edit(SOURCE, "La Fiscalía calla.", "Nadie había dicho nada hasta hoy.")
    answer = served.get("/article/nota?show=unapproved")
    assert "untranslated" in answer.text
    new = re.findall(r'id="s-(\w+)"[^>]*>\s*<h2[^>]*>Line \d+, untranslated', answer.text)[0]
    seen = served.get(f"/segment/{new}/nota").headers["etag"].strip('"')
    assert send_to(served, "approve", new, {"etag": seen}).status == 422


def test_a_finding_is_waived_with_a_reason_that_stays_in_sight(served: Served) -> None:
    send(served, "waive", "480", reason="The ministry\n counts so", **waiver_of(served))
    assert '"reason": "The ministry counts so"' in item("480").tcomment
    text = served.get(f"/shown/{segment('480')}/nota").text
    assert "accepted: The ministry counts so" in text
    assert "<mark" not in text


@pytest.mark.parametrize(
    "form",
    [
        {"rule": "N105", "message": "something else", "reason": "so"},
        {"rule": "N105", "message": "", "reason": " "},
    ],
)
def test_a_waiver_needs_a_finding_that_stands_and_a_reason(
    served: Served, form: dict[str, str]
) -> None:
    assert send(served, "waive", "480", **form).status == 422
    assert "waiver" not in item("480").tcomment


def test_a_comment_stands_in_the_catalog_whatever_the_text_is_by_then(served: Served) -> None:
    send(served, "comment", "480", comment="Who counted?", etag="older")
    assert '"text": "Who counted?"' in item("480").tcomment
    assert "Ana Paz" in words(served.get("/article/nota"))
    assert "Who counted?" in words(served.get("/article/nota"))


def test_stale_english_stands_beside_what_changed_and_the_new_figures_are_proposed(
    served: Served,
) -> None:
    send(served, "save", "480", text=RIGHT)
    edit(SOURCE, "**480**", "**512**")
    page = served.get("/article/nota?show=stale")
    assert "The Spanish has changed: Al menos 480 → Al menos 512" in words(page)
    proposal = re.search(r'name="text" value="([^"]*)"', page.text)
    assert proposal is not None
    assert proposal[1] == "At least **512** people have died in custody."
    found = re.search(r'id="s-([\w-]+)"', page.text)
    assert found is not None
    seen = served.get(f"/segment/{found[1]}/nota").headers["etag"].strip('"')
    send_to(served, "save", found[1], {"etag": seen, "text": proposal[1]})
    assert item("512").msgstr == proposal[1]
    assert not item("512").fuzzy


def test_the_check_while_typing_writes_nothing(served: Served) -> None:
    before = CATALOG.read_bytes()
    path = f"/check/{segment('480')}/nota"
    assert "Nothing stands against this text" in served.post(path, {"text": RIGHT}).text
    wrong = served.post(path, {"text": "Over **480** people have died in custody."}).text
    assert re.search(r'<mark class="error"[^>]*>Over ', wrong)
    assert served.post(path, {"text": "\n\n"}).status == 422
    assert CATALOG.read_bytes() == before


@pytest.mark.parametrize(
    ("text", "corrected"),
    [
        ("Over 480 have died.", "At least 480 have died."),
        ("Of them over 480 have died.", "Of them at least 480 have died."),
        ("Over **480** have died.", None),
    ],
)
def test_a_suggestion_is_put_in_place_where_it_keeps_the_markup(
    served: Served, text: str, corrected: str | None
) -> None:
    answer = served.post(f"/check/{segment('480')}/nota", {"text": text}).text
    assert "→ at least 480" in answer.lower()
    assert re.findall(r'data-text="([^"]*)"', answer) == ([corrected] if corrected else [])


def test_what_changed_in_the_machines_draft_stands_by(served: Served) -> None:
    send(served, "save", "480", text=RIGHT)
    text = served.get("/article/nota").text
    assert re.search(r"<del><span[^>]*>deleted: </span>More than<", text)
    assert re.search(r"<ins><span[^>]*>inserted: </span>At least<", text)


def test_the_english_of_similar_spanish_is_offered_with_the_figures_of_this_one(
    served: Served,
) -> None:
    other = SOURCE.with_name("otra.md")
    other.write_text("Al menos **470** personas han muerto bajo custodia.\n", encoding="utf-8")
    draft_all(
        {"Al menos **470** personas han muerto bajo custodia.": RIGHT.replace("480", "470")}, "otra"
    )
    spanish = segment("480")
    listed = served.get("/article/otra").text
    known = re.findall(r'id="s-(\w+)"', listed)[0]
    seen = served.get(f"/segment/{known}/otra").headers["etag"].strip('"')
    served.post(f"/approve/{known}/otra", {"etag": seen})
    page = served.get(f"/segment/{spanish}/nota")
    offered = words(page)
    assert "Approved for similar Spanish in otra by Ana Paz, with the figures of this" in offered
    assert f'data-text="{RIGHT}"' in page.text
    assert re.search(r"<del>.*470.*</del><ins>.*480.*</ins>", page.text)


def test_days_are_written_for_people_and_for_programs(served: Served) -> None:
    send(served, "comment", "480", comment="Who counted?")
    text = served.get("/article/nota").text
    assert re.search(r'<time datetime="\d{4}-\d\d-\d\d">[A-Z][a-z]+ \d{1,2}, \d{4}</time>', text)


def test_what_was_approved_for_the_same_spanish_elsewhere_is_offered(served: Served) -> None:
    other = SOURCE.with_name("otra.md")
    other.write_text("Las familias esperan.\n", encoding="utf-8")
    draft_all({"Las familias esperan.": "The families are waiting."}, "otra")
    seen = served.get(f"/segment/{segment('familias')}/otra").headers["etag"].strip('"')
    page = f"/segment/{segment('familias')}/nota"
    assert "The families are waiting." not in served.get(page).text
    served.post(f"/approve/{segment('familias')}/otra", {"etag": seen})
    offered = words(served.get(page))
    assert "Approved for the same Spanish in otra by Ana Paz The families are waiting." in offered


def test_figures_that_clash_across_the_article_are_shown_and_not_waived_here(
    served: Served,
) -> None:
    edit(SOURCE, "title: Muertes en las cárceles", "title: Al menos 480 muertes en las cárceles")
    draft_all({})
    send(served, "save", "480 muertes", text="Over 480 deaths in prisons")
    send(served, "save", "480** personas", text="At least **480** deaths in custody were recorded.")
    page = served.get(f"/segment/{segment('480** personas')}/nota")
    assert "“At least 480” here, “Over 480” on line 2 N201" in words(page)
    assert '"rule" value="N201"' not in page.text


def test_a_glossary_that_changes_is_used_at_once(served: Served) -> None:
    folder = SOURCE.parents[2] / "glossaries"
    folder.mkdir()
    (folder / "own.po").write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
        'msgctxt "noun"\nmsgid "sentencia"\nmsgstr "ruling"\n',
        encoding="utf-8",
    )
    served.get("/article/nota")
    SOURCE.parents[2].joinpath("workflow.toml").write_text('glossaries = ["glossaries/own.po"]\n')
    assert "sentencia → ruling" in words(served.get("/article/nota"))


def test_a_mistake_in_the_settings_is_told_and_mended_without_a_new_start(served: Served) -> None:
    settings = SOURCE.parents[2] / "workflow.toml"
    settings.write_text("colour = 1\n")
    answer = served.get("/")
    assert answer.status == 409
    assert "unknown key 'colour'" in words(answer)
    settings.unlink()
    assert served.get("/").status == 200


def test_an_article_that_nobody_drafted_can_be_translated_here(served: Served) -> None:
    other = SOURCE.parent / "2026" / "¿qué pasó?.md"
    other.parent.mkdir()
    other.write_text("Nadie lo sabe.\n", encoding="utf-8")
    links = re.findall(r'href="(/article/2026[^"?]*)"', served.get("/").text)
    page = served.get(links[0])
    found = re.search(r'id="s-([\w-]+)"', page.text)
    assert found is not None
    path = links[0].removeprefix("/article/")
    seen = served.get(f"/segment/{found[1]}/{path}").headers["etag"].strip('"')
    served.post(f"/save/{found[1]}/{path}", {"etag": seen, "text": "Nobody knows."})
    draft = DRAFT.parent / "2026" / "¿qué pasó?.md"
    assert "Nobody knows." in draft.read_text(encoding="utf-8")


def test_english_that_has_no_place_on_the_page_any_more_is_told(served: Served) -> None:
    edit(SOURCE, "- La Fiscalía calla.", 'Lea [la ley](https://ley.example "Texto íntegro").')
    draft_all({"Texto íntegro": "Full text"})
    send(served, "save", "la ley", text="Read the law.")
    assert "The page keeps the Spanish here" in words(served.get("/article/nota"))


def test_a_mistake_of_ours_is_told_without_a_traceback(
    served: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(shelf: Shelf) -> None:
        raise ZeroDivisionError("by <nothing>")

    monkeypatch.setattr(Shelf, "articles", broken)
    answer = served.get("/")
    assert answer.status == 500
    assert "this should not have happened: ZeroDivisionError: by <nothing>" in words(answer)
    assert "Traceback" not in answer.text
