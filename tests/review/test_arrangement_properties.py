"""Whatever is split, left out, merged or added comes back as it was, and the rest stays."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from workflow.alignment import align_page, english_of, shown_parts
from workflow.article import Document, parse
from workflow.catalog import Catalog, Entry, addition_id, parse_catalog, serialize
from workflow.errors import Refused
from workflow.pages import paired_page
from workflow.placing import anchored, placed, unplaceable
from workflow.project import Article
from workflow.review.edits import page_edits
from workflow.review.readback import paired_changes

PATH = Path("nota.md")
ARTICLE = Article("nota", *[PATH] * 5)
WORDS = st.sampled_from(["uno", "**dos** tres", "cuatro 5", "[seis](u)", "`siete` ocho", "nueve."])
SPANISH = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
BLOCK = st.one_of(
    SPANISH,
    SPANISH,
    SPANISH.map(lambda text: f"# {text}"),
    st.lists(SPANISH, min_size=1, max_size=3).map(lambda ts: "\n".join(f"- {t}" for t in ts)),
    st.lists(SPANISH, min_size=1, max_size=3).map(lambda ts: "\n\n".join(f"1. {t}" for t in ts)),
    st.lists(SPANISH, min_size=1, max_size=3).map(lambda ts: "\n>\n".join(f"> {t}" for t in ts)),
    SPANISH.map(lambda text: f"> - {text}\n>\n>   {text} otra vez"),
    SPANISH.map(lambda text: f"| {text} | a |\n|---|---|\n| b | {text} |"),
    st.sampled_from(["---", "```\nx = 1\n```", "<div>uno</div>", "![alt](x.png)", "[^1]: Nota."]),
)
ARTICLES = st.lists(BLOCK, min_size=1, max_size=6).map(lambda blocks: "\n\n".join(blocks) + "\n")
ENGLISH = st.lists(
    st.sampled_from(["one", "**two**", "3,000", "- four", "# five", "1. six", "seven.", "> eight"]),
    min_size=1,
    max_size=4,
).map(" ".join)
TARGET = st.one_of(
    ENGLISH,
    ENGLISH,
    st.lists(ENGLISH, min_size=2, max_size=3).map("\n\n".join),
    st.sampled_from(["omitted: merged", "omitted: boilerplate", "omitted: merged with next"]),
)
NOTE = st.sampled_from(["A note.", "*Note:* 7 of them.", "A [link](x) and `code`."])


@st.composite
def targets(draw: st.DrawFn, number: int) -> str:
    """An English that no other segment has."""
    target = draw(TARGET)
    if target.startswith("omitted"):
        return target
    return "\n\n".join(
        f"{part} n{number}{place}" for place, part in enumerate(target.split("\n\n"))
    )


@st.composite
def arranged_articles(draw: st.DrawFn) -> tuple[Document, Catalog]:
    """An article, and a catalog whose English is arranged as it can be placed."""
    document = parse(draw(ARTICLES))
    entries = [
        Entry(s.id, s.message).edited(
            draw(targets(number)), by="Ana", on="2026-01-31", via="paired"
        )
        for number, s in enumerate(document.segments)
    ]
    added = []
    for entry in entries:
        if draw(st.integers(0, 4)) == 0:
            text = draw(NOTE)
            note = Entry(addition_id(entry.id, text), "", after=entry.id)
            added.append(note.edited(text, by="Ana", on="2026-01-31", via="paired"))
    catalog = anchored(document, Catalog("en", tuple(entries), (), tuple(added)))
    refused = unplaceable(document, catalog)
    kept = tuple(
        entry.edited("plain words", by="Ana", on="2026-01-31", via="paired")
        if entry.id in refused
        else entry
        for entry in catalog.entries
    )
    added = [note for note in catalog.added if note.id not in refused]
    catalog = Catalog("en", kept, (), tuple(added))
    return document, catalog


def paired(document: Document, catalog: Catalog) -> str:
    blocks = placed(document, catalog).blocks
    return paired_page(ARTICLE, document, catalog, blocks, {}, "es → en")


@given(arranged_articles())
def test_what_is_written_is_no_edit(made: tuple[Document, Catalog]) -> None:
    document, catalog = made
    if unplaceable(document, catalog) or placed(document, catalog).rendering.fallbacks:
        return
    text = paired(document, catalog)
    assert paired_changes(catalog, text, PATH).edits == ()
    page = placed(document, catalog).rendering.text
    assert page_edits(catalog, page, PATH, via="draft", began=None) == []


@given(arranged_articles())
def test_the_page_has_every_paragraph_in_its_place(made: tuple[Document, Catalog]) -> None:
    document, catalog = made
    rendering = placed(document, catalog).rendering
    if rendering.fallbacks:
        return
    aligned = align_page(catalog.texts, parse(rendering.text), shown_parts)
    assert not aligned.gaps
    stood = {entry.id: english_of(segments) for entry, segments in aligned.pairs}
    assert stood.keys() == {entry.id for entry in catalog.texts if entry.text}


@given(arranged_articles(), st.integers(0, 10), targets(99))
def test_an_edit_of_one_text_comes_back_or_is_refused_and_the_others_stay(
    made: tuple[Document, Catalog], index: int, target: str
) -> None:
    document, catalog = made
    entry = catalog.entries[index % len(catalog.entries)] if catalog.entries else None
    if entry is None or placed(document, catalog).rendering.fallbacks:
        return
    new = entry.edited(target, by="Ana", on="2026-01-31", via="paired")
    edited = catalog.map(lambda one: new if one.id == entry.id else one)
    if placed(document, edited).rendering.fallbacks:
        return
    try:
        edits = paired_changes(catalog, paired(document, edited), PATH).edits
    except Refused as refused:  # of one item's paragraphs: it cannot be told whose each is
        assert all(error.line for error in refused.errors)
        return
    assert {edit.segment_id for edit in edits} <= {entry.id}
    again = catalog
    for edit in edits:
        taken = entry.edited(edit.text, by="Ana", on="2026-01-31", via="paired")
        again = catalog.map(lambda one, taken=taken: taken if one.id == taken.id else one)
    assert again.by_id()[entry.id].recorded == new.recorded


@given(arranged_articles())
def test_the_catalog_keeps_it_byte_for_byte(made: tuple[Document, Catalog]) -> None:
    _, catalog = made
    text = serialize(catalog)
    assert parse_catalog(text, PATH, "en") == catalog
    assert serialize(parse_catalog(text, PATH, "en")) == text
