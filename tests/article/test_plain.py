"""Running text for checks of words and numbers."""

from __future__ import annotations

import pytest

from workflow.article import fingerprint, plain

GAP = "\ufffc"


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("Al menos **480** _muertos_.", "Al menos 480 muertos."),
        ('[Informe](https://x.org/2019 "en 2020") y ![7](8.png "9").', f"Informe y {GAP}."),
        ("[Informe][ref-2019] y [otro][] de [sic].", "Informe y otro de [sic]."),
        ("Nota[^12] y `4` y {{< fig 5 >}}.", f"Nota y {GAP} y {GAP}."),
        ("https://x.org/2019 a@b7.org <http://c9.org>", f"{GAP} {GAP} {GAP}"),
        ('<b class="x3">480</b><br>470 &aacute;&nbsp;\\*', "480 470 á\u00a0*"),
        ("480\n470\\\n460", "480 470 460"),
        ("$x^2$ y $5", f"{GAP} y $5"),
    ],
)
def test_markup_is_taken_out(markdown: str, text: str) -> None:
    assert plain(markdown).text == text


def test_code_with_figures_can_be_had_behind_the_text() -> None:
    running = plain("Use `x` en `127.0.0.1` y ``a`8``.")
    assert running.code == ("127.0.0.1",)
    assert running.with_code == f"{running.text} `127.0.0.1`"


def test_offsets_lead_back_to_the_markdown() -> None:
    markdown = "Al **480** &aacute; [x](2019) 470"
    running = plain(markdown)
    for word in ("480", "470", "Al", "x"):
        assert markdown.startswith(word, running.offset(running.text.index(word)))
    assert markdown[running.offset(running.text.index("á")) :].startswith("&aacute;")
    assert running.offset(len(running.text)) == len(markdown)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a *b* __c__", "a _b_ **c**"),
        ("a b\nc", "a   b c"),
        ("a \\* b \\- c", "a * b - c"),
        ("a &amp; b", "a & b"),
        ("a\\\nb", "a  \nb"),
        ("[a](<b> 'c')", '[a](b "c")'),
        ("e\u0301l", "\u00e9l"),
        ('[a](b "c")', '[a](b "d")'),
    ],
)
def test_neither_a_formatter_nor_a_title_changes_the_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) == fingerprint(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a 480", "a 470"),
        ("[a](b)", "[a](c)"),
        ("*a* b", "a *b*"),
        ("`a`", "`b`"),
        ("a[^1]", "a[^2]"),
        ("A", "a"),
    ],
)
def test_what_a_reader_sees_changes_the_fingerprint(one: str, other: str) -> None:
    assert fingerprint(one) != fingerprint(other)
