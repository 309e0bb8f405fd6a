"""An editor at work in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Serve, Served
from tests.review.conftest import CATALOG, DRAFT, SOURCE, edit, item

WCAG = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
SIZES = {"wide": (1280, 900), "phone": (360, 740)}


def row(page: Page, spanish: str) -> Locator:
    """The segment whose Spanish holds `spanish`."""
    return page.locator(f"#s-{item(spanish).msgctxt}")


def at_hand(page: Page) -> Locator:
    """The segment that has the focus."""
    return page.locator(".segment:focus-within")


def open_article(page: Page) -> None:
    page.get_by_role("link", name="Muertes en las cárceles").click()
    page.wait_for_load_state()
    expect(page.locator(".segment")).to_have_count(6)


def test_the_whole_story_of_an_editor_with_the_keyboard_alone(page: Page) -> None:
    keys = page.keyboard
    page.get_by_role("link", name="Muertes en las cárceles").focus()
    keys.press("Enter")
    page.wait_for_url("**/article/nota")
    expect(page.locator(".segment")).to_have_count(6)

    keys.press("n")
    expect(at_hand(page)).to_contain_text("More than")
    keys.press("e")
    editor = page.get_by_label("English, in Markdown")
    expect(editor).to_be_focused()
    keys.press("Control+a")
    keys.type("Nearly **480** people have died in custody.")
    expect(page.locator(".typed")).to_contain_text("the limit of the figure changed")
    expect(page.locator(".typed mark")).to_contain_text(["Nearly", "480"])
    keys.press("Control+a")
    keys.type("At least **480** people have died in custody.")
    expect(page.locator(".typed")).to_contain_text("Nothing stands against this text")
    keys.press("Control+Enter")
    expect(editor).to_have_count(0)
    expect(at_hand(page)).to_contain_text("edited by Ana Paz in the browser")
    assert item("480").msgstr == "At least **480** people have died in custody."

    keys.press("d")
    expect(at_hand(page).locator("ins")).to_contain_text("At least")
    keys.press("a")
    expect(at_hand(page)).to_contain_text("approved by Ana Paz")
    expect(page.locator("#overview")).to_contain_text("1 of 6 approved")
    keys.press("c")
    expect(page.get_by_label("Comment")).to_be_focused()
    keys.type("Counted by the prison service.")
    keys.press("Enter")
    expect(at_hand(page)).to_contain_text("Counted by the prison service.")

    keys.press("u")
    expect(at_hand(page)).to_contain_text("La Fiscalía calla")
    keys.press("k")
    expect(at_hand(page)).to_contain_text("Al menos 480")
    assert "approved: {" in item("480").tcomment


def test_a_finding_is_waived_by_key_with_its_reason(page: Page) -> None:
    open_article(page)
    page.keyboard.press("n")
    page.keyboard.press("w")
    expect(page.get_by_label("It is right, because")).to_be_focused()
    page.keyboard.type("The ministry counts so.")
    page.keyboard.press("Enter")
    expect(at_hand(page)).to_contain_text("accepted: The ministry counts so.")
    expect(page.locator("#overview")).to_contain_text("findings 0")
    page.keyboard.press("n")
    expect(page.get_by_role("status")).to_have_text("There is no further one.")


def test_escape_leaves_the_editor_and_discards_only_when_pressed_twice(page: Page) -> None:
    open_article(page)
    page.keyboard.press("n")
    page.keyboard.press("e")
    expect(page.get_by_label("English, in Markdown")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type(" Unsaved.")
    page.keyboard.press("Escape")
    expect(at_hand(page)).to_contain_text("Not saved")
    page.keyboard.press("e")
    expect(page.get_by_label("English, in Markdown")).to_have_value(
        "More than **480** people have died in custody. Unsaved."
    )
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator("textarea")).to_have_count(0)
    expect(at_hand(page)).to_be_focused()
    assert item("480").msgstr == "More than **480** people have died in custody."


def test_what_is_written_in_one_form_is_not_lost_by_sending_another(page: Page) -> None:
    open_article(page)
    row(page, "480").get_by_role("link", name="Edit").click()
    page.get_by_label("Comment").fill("Who counted?")
    page.get_by_label("English, in Markdown").fill("Typed **480**.")
    page.get_by_role("button", name="Save").click()
    expect(row(page, "480").get_by_role("alert")).to_contain_text("not saved yet")
    expect(page.get_by_label("Comment")).to_have_value("Who counted?")
    row(page, "480").get_by_role("link", name="Close").click()
    row(page, "480").get_by_role("link", name="Close").click()
    expect(page.locator("textarea")).to_have_count(0)


def test_a_suggestion_is_taken_over_by_its_button(page: Page) -> None:
    open_article(page)
    page.keyboard.press("n")
    page.keyboard.press("e")
    expect(page.get_by_label("English, in Markdown")).to_be_focused()
    page.keyboard.press("Control+a")
    page.keyboard.type("Over 480 people have died in custody.")
    page.get_by_role("button", name="Use it").click()
    editor = page.get_by_label("English, in Markdown")
    expect(editor).to_have_value("At least 480 people have died in custody.")
    expect(editor).to_be_focused()


def test_single_letters_can_be_switched_off(page: Page) -> None:
    open_article(page)
    page.get_by_role("button", name="Keys").click()
    page.get_by_label("Single letters act").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    expect(at_hand(page)).to_have_count(0)
    page.reload()
    page.keyboard.press("n")
    expect(at_hand(page)).to_have_count(0)


def test_two_tabs_in_conflict_keep_both_texts(page: Page) -> None:
    open_article(page)
    other = page.context.new_page()
    other.goto(page.url)
    for tab, text in ((page, "First **480**."), (other, "Second **480**.")):
        tab.bring_to_front()
        row(tab, "480").get_by_role("link", name="Edit").click()
        tab.get_by_label("English, in Markdown").fill(text)
    page.bring_to_front()
    page.get_by_role("button", name="Save").click()
    expect(row(page, "480")).to_contain_text("edited by Ana Paz")
    other.bring_to_front()
    other.get_by_role("button", name="Save").click()
    conflict = other.get_by_role("region", name="Somebody changed this segment meanwhile")
    expect(conflict).to_contain_text("First 480.")
    expect(conflict.get_by_label("Yours")).to_have_value("Second **480**.")
    assert item("480").msgstr == "First **480**."
    conflict.get_by_role("button", name="Save mine in its place").click()
    expect(row(other, "480")).to_contain_text("Second 480")
    assert item("480").msgstr == "Second **480**."


def test_an_edit_made_in_a_file_appears_in_the_open_page(page: Page) -> None:
    page.clock.install()
    open_article(page)
    row(page, "480").get_by_role("link", name="Edit").click()
    page.get_by_label("English, in Markdown").fill("I am at it **480**.")
    edit(DRAFT, "The families wait.", "The families are waiting.")
    edit(DRAFT, "More than **480** people", "Some **480** people")
    page.clock.run_for(3100)
    expect(row(page, "familias")).to_contain_text("The families are waiting.")
    expect(page.get_by_label("English, in Markdown")).to_have_value("I am at it **480**.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".conflict")).to_contain_text("Some 480 people have died in custody.")
    expect(page.get_by_label("Yours")).to_have_value("I am at it **480**.")


def test_what_is_wrong_in_the_files_is_told_in_the_open_page(page: Page) -> None:
    page.clock.install()
    open_article(page)
    CATALOG.write_text("no catalog", encoding="utf-8")
    page.clock.run_for(3100)
    expect(page.get_by_role("alert")).to_contain_text("is not valid PO")


def test_a_text_survives_a_server_that_is_gone(page: Page) -> None:
    open_article(page)
    row(page, "480").get_by_role("link", name="Edit").click()
    page.get_by_label("English, in Markdown").fill("Typed **480**.")
    page.context.set_offline(True)
    page.get_by_role("button", name="Save").click()
    expect(row(page, "480").get_by_role("alert")).to_contain_text("cannot be reached")
    expect(page.get_by_label("English, in Markdown")).to_have_value("Typed **480**.")


def test_everything_works_without_scripts(chromium: Browser, served: Served) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(served.address)
    open_article(page)
    row(page, "480").get_by_role("link", name="Edit").click()
    page.get_by_label("English, in Markdown").fill("At least **480** people have died in custody.")
    page.get_by_role("button", name="Save").click()
    expect(row(page, "480")).to_contain_text("edited by Ana Paz")
    row(page, "480").get_by_role("button", name="Approve").click()
    expect(row(page, "480")).to_contain_text("approved by Ana Paz")
    page.get_by_role("link", name="unapproved").click()
    expect(page.locator(".segment")).to_have_count(5)
    context.close()


def everything_open(page: Page, served: Served) -> Iterator[str]:
    """Each kind of page in turn, with all that can be open on it."""
    yield "the list"
    segment = item("480").msgctxt
    page.goto(f"{served.origin}/article/nota")
    yield "an article"
    row(page, "480").get_by_role("link", name="Edit").click()
    page.get_by_label("English, in Markdown").fill("Over 480 people **died** in custody.")
    expect(page.locator(".typed mark").first).to_be_visible()
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    yield "an editor"
    edit(DRAFT, "More than **480**", "Some **480**")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".conflict")).to_be_visible()
    yield "a conflict"
    page.locator(".conflict").get_by_role("button", name="Save").click()
    expect(row(page, "480")).to_contain_text("edited by")
    edit(SOURCE, "**480**", "**512**")
    page.goto(f"{served.origin}/article/nota?show=stale")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    yield "a stale segment"
    if page.get_by_role("button", name="Keys").is_visible():
        page.get_by_role("button", name="Keys").click()
        yield "the keys"
    page.goto(f"{served.origin}/segment/{item('familias').msgctxt}/nota")
    yield "a segment"
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    yield "a segment with all its forms"
    page.get_by_label("Note of the translator’s").fill("Note: they are twelve.")
    page.get_by_label("Note of the translator’s").press("Enter")
    expect(page.locator("article.segment", has_text="Note: they are twelve.")).to_be_visible()
    page.goto(f"{served.origin}/segment/{item('familias').msgctxt}/nota")
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true; })")
    page.get_by_label("Leave it out").fill("old news")
    page.get_by_label("Leave it out").press("Enter")
    expect(page.locator(".omitted")).to_contain_text("old news")
    yield "a segment that is left out"
    page.goto(f"{served.origin}/article/nota")
    yield "an article with a note"
    page.goto(f"{served.origin}/segment/{segment}/nothing")
    yield "a trouble"


@pytest.mark.parametrize(
    ("size", "scheme"), [("wide", "light"), ("wide", "dark"), ("phone", "light")]
)
def test_axe_finds_nothing(
    chromium: Browser, served: Served, size: str, scheme: Literal["light", "dark"]
) -> None:
    width, height = SIZES[size]
    context = chromium.new_context(
        color_scheme=scheme,
        viewport={"width": width, "height": height},
        has_touch=size == "phone",
        is_mobile=size == "phone",
        bypass_csp=True,  # axe is put into the page as a script
    )
    page = context.new_page()
    page.goto(served.address)
    for place in everything_open(page, served):
        found = Axe().run(page, options=WCAG)
        assert found.violations_count == 0, f"{place}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), place
    context.close()


def test_people_of_one_newsroom_see_each_others_work(chromium: Browser, serve: Serve) -> None:
    tabs = []
    for person in ("Ana Paz", "Eva Sol"):
        page = chromium.new_context().new_page()
        page.clock.install()
        page.goto(serve(person).address)
        open_article(page)
        tabs.append(page)
    ana, eva = tabs
    row(ana, "familias").get_by_role("button", name="Approve").click()
    expect(row(ana, "familias")).to_contain_text("approved by Ana Paz")
    eva.clock.run_for(3100)
    expect(row(eva, "familias")).to_contain_text("approved by Ana Paz")
    expect(eva.locator("#overview")).to_contain_text("1 of 6 approved")
    for page in tabs:
        page.context.close()
