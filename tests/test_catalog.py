"""The catalog: PO that round-trips exactly, states derived from it, nothing lost."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from workflow.catalog import Catalog, Entry, Note, State, read_catalog, serialize, write_catalog
from workflow.errors import WorkflowError

# Everything that is text, the characters that line-based formats trip over among it.
TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0")
    | st.sampled_from('"\\\n\r\t#~|:,.\u2028\u2029\x85\x0b\x0c\x1c ')
)
WORDS = TEXT.filter(lambda text: bool(text.strip()))
JSON = st.dictionaries(WORDS, TEXT | st.integers(0, 9) | st.booleans(), max_size=3)
NOTES = st.lists(
    st.builds(Note, st.sampled_from(["edited", "approved", "waiver", "comment"]), JSON), max_size=3
).map(tuple)


@st.composite
def entries(draw: st.DrawFn) -> Entry:
    return Entry(
        id=draw(st.from_regex(r"\A[0-9a-f]{8}(-[0-9]{1,2})?\Z")),
        source=draw(WORDS),
        target=draw(TEXT),
        previous=draw(st.none() | WORDS),
        fuzzy=draw(st.booleans()),
        machine=draw(st.none() | TEXT),
        draft=draw(st.none() | JSON),
        notes=draw(NOTES),
    )


ENTRIES = st.lists(entries(), max_size=3, unique_by=lambda entry: entry.id).map(tuple)
RETIRED = ENTRIES.map(lambda some: tuple(replace(e, machine=None, draft=None) for e in some))
CATALOGS = st.builds(Catalog, st.just("en"), ENTRIES, RETIRED)


@given(CATALOGS)
def test_a_catalog_is_read_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, catalog: Catalog
) -> None:
    path = tmp_path_factory.mktemp("catalog") / "a.po"
    write_catalog(path, catalog)
    assert read_catalog(path, "en") == catalog
    assert not write_catalog(path, read_catalog(path, "en"))


def test_a_stale_text_is_still_stale_when_its_spanish_has_left(tmp_path: Path) -> None:
    stale = Entry("a1", "Dos.", "One.", previous="Uno.", fuzzy=True)
    path = tmp_path / "a.po"
    write_catalog(path, Catalog("en", (), (stale,)))
    assert read_catalog(path, "en").retired == (stale,)
    assert stale.state is State.STALE


def test_there_are_no_references_dates_or_wrapped_lines() -> None:
    text = serialize(Catalog("en", (Entry("a1", "Sí. " * 60, "Yes. " * 60),)))
    assert "#:" not in text and "Date" not in text
    assert [line for line in text.splitlines() if line.startswith("msg")][2:] == [
        'msgctxt "a1"',
        f'msgid "{"Sí. " * 60}"',
        f'msgstr "{"Yes. " * 60}"',
    ]


def test_gettext_itself_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    machine = Entry("a1", "Uno", "One", fuzzy=True, machine="One", draft={"signature": "x|1"})
    stale = Entry("a2", "Dos", "2", previous="Do", fuzzy=True)
    write_catalog(path, Catalog("en", (machine, stale), (Entry("a3", "Tres", "Three"),)))
    po = polib.pofile(str(path))
    assert [entry.msgstr for entry in po.fuzzy_entries()] == ["One", "2"]
    assert [entry.msgid for entry in po.obsolete_entries()] == ["Tres"]


EDITED = Entry("a1", "Uno", "One", fuzzy=True, machine="One").edited(
    "The one", by="ana", on="2026-01-02", via="draft"
)
STATES = {
    State.UNTRANSLATED: Entry("a1", "Uno"),
    State.MACHINE: Entry("a1", "Uno", "One", fuzzy=True, machine="One"),
    State.STALE: Entry("a1", "Uno", "One", previous="Un", fuzzy=True, machine="One"),
    State.EDITED: EDITED,
}


@pytest.mark.parametrize("state", STATES)
def test_the_state_follows_from_the_entry(state: State) -> None:
    assert STATES[state].state is state


def test_a_fuzzy_text_that_is_not_the_machines_was_edited() -> None:
    assert Entry("a1", "Uno", "The one", fuzzy=True, machine="One").state is State.EDITED


def test_only_machine_text_may_be_drafted_over() -> None:
    assert not STATES[State.MACHINE].human
    assert not STATES[State.STALE].human
    assert EDITED.human


def test_comments_of_other_tools_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    text = serialize(Catalog("en", (Entry("a1", "Uno", "One"),)))
    path.write_text(text.replace("msgctxt", "# seen by Ana: ask her\nmsgctxt"), encoding="utf-8")
    catalog = read_catalog(path, "en")
    assert catalog.entries[0].comments == ("seen by Ana: ask her",)
    assert "# seen by Ana: ask her\n" in serialize(catalog)


BROKEN = {
    "no msgctxt": 'msgid "Uno"\nmsgstr "One"\n',
    "a comment that is not JSON": '#. mt: {"a\nmsgctxt "a1"\nmsgid "Uno"\nmsgstr "One"\n',
    "twice": 'msgctxt "a1"\nmsgid "U"\nmsgstr ""\n\nmsgctxt "a1"\nmsgid "V"\nmsgstr ""\n',
    "a text never closed": 'msgctxt "a1"\nmsgid "Uno"\nmsgstr "One\n',
    "a second line never closed": 'msgctxt "a1"\nmsgid "Uno"\nmsgstr ""\n"One \\"two\\"\r\n',
    "a retired text never closed": '#~ msgctxt "a1"\n#~ msgid "Uno"\n#~ msgstr "One\n',
    "nonsense": 'msgctxt "a1"\nmsgid "Uno"\nmsgstr "One"\nwhat is this\n',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.po"
    head = serialize(Catalog("en")) + "\n"
    path.write_text(head + BROKEN[name], encoding="utf-8")
    with pytest.raises(WorkflowError) as caught:
        read_catalog(path, "en")
    assert caught.value.path == path
    assert caught.value.line is not None and caught.value.line > head.count("\n")


def test_edits_of_neighbouring_segments_merge_in_git(tmp_path: Path) -> None:
    path = tmp_path / "a.po"
    first = Entry("a1", "Uno", "One", fuzzy=True, machine="One")
    second = Entry("a2", "Dos", "Two", fuzzy=True, machine="Two")

    def git(*arguments: str) -> None:
        identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
        subprocess.run(
            ["git", *identity, *arguments], cwd=tmp_path, check=True, capture_output=True
        )

    def commit(*found: Entry) -> None:
        write_catalog(path, Catalog("en", found))
        git("add", "-A")
        git("commit", "-m", "x")

    git("init", "-b", "main")
    commit(first, second)
    git("checkout", "-b", "ana")
    commit(first.edited("The one", by="ana", on="2026-01-02", via="po"), second)
    git("checkout", "main")
    commit(first, second.edited("The two", by="eva", on="2026-01-02", via="po"))
    git("merge", "ana")
    assert [entry.target for entry in read_catalog(path, "en").entries] == ["The one", "The two"]
