"""What earlier checks found is used again only while nothing has changed; and many processes."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Run
from tests.gate.conftest import ENGLISH, SPANISH
from workflow.errors import WorkflowError
from workflow.gate.filepairs import FilePair
from workflow.gate.memory import Memory
from workflow.gate.running import run
from workflow.gate.tasks import EnglishPage, Examiner, Task
from workflow.project import Project

GLOSSARY = """\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

# forbidden: jail
msgctxt "noun"
msgid "cárcel"
msgstr "prison"
"""


@contextmanager
def within(folder: Path) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def office(folder: Path) -> None:
    """Two pairs of pages, one English page alone, a glossary and settings."""
    (folder / "glossaries").mkdir(parents=True)
    for name, text in {
        "a.es.md": SPANISH,
        "a.en.md": ENGLISH.replace("1,240", "1,250"),
        "b.es.md": SPANISH,
        "b.en.md": ENGLISH.replace("twelve", "ten"),
        "c.en.md": "He said «no» in the cárcel.\n",
        "workflow.toml": 'glossaries = ["glossaries/own.po"]\n',
        "glossaries/own.po": GLOSSARY,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")


TASKS: list[Task] = [
    FilePair(Path("a.es.md"), Path("a.en.md")),
    FilePair(Path("b.es.md"), Path("b.en.md")),
    FilePair(Path("gone.md"), None),
    EnglishPage(Path("c.en.md")),
]


def outcomes(jobs: int | None = 1, *, remembering: bool) -> list[tuple[object, ...]]:
    examiner = Examiner(Project.find(), "en")
    memory = Memory.of(examiner) if remembering else None
    found = run(TASKS, examiner, jobs=jobs, memory=memory)
    return [(list(one.found), [str(error) for error in one.errors]) for one in found]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    office(tmp_path / "office")
    monkeypatch.chdir(tmp_path / "office")
    return tmp_path / "office"


def counted(monkeypatch: pytest.MonkeyPatch) -> list[Task]:
    """The tasks that were really examined from now on."""
    seen: list[Task] = []
    examine = Examiner.examine

    def watched(self: Examiner, task: Task) -> object:
        seen.append(task)
        return examine(self, task)

    monkeypatch.setattr(Examiner, "examine", watched)
    return seen


def test_what_has_not_changed_is_not_examined_again(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = outcomes(remembering=True)
    seen = counted(monkeypatch)
    assert outcomes(remembering=True) == first
    assert seen == [TASKS[2]], "only what could not be read"


def change(path: str, old: str, new: str) -> Callable[[], None]:
    def edit() -> None:
        file = Path(path)
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(old, new), encoding="utf-8")

    return edit


CHANGES = {
    "a figure of the English": (change("a.en.md", "85", "58"), 1),
    "a figure of the Spanish": (change("a.es.md", "85", "58"), 1),
    "the glossary": (change("glossaries/own.po", "jail", "twelve prisons"), 3),
    "the settings": (change("workflow.toml", "\n", '\nvariety = "en-GB"\n'), 3),
    "a comment in the text": (change("b.en.md", "visited", "<!-- workflow:ignore N103 x --> v"), 1),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_has_changed_is_examined_again(
    here: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    outcomes(remembering=True)
    edit, count = CHANGES[name]
    edit()
    seen = counted(monkeypatch)
    known = outcomes(remembering=True)
    assert len(seen) == count + 1
    assert known == outcomes(remembering=False)


def test_another_version_of_the_program_remembers_nothing(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outcomes(remembering=True)
    monkeypatch.setattr("workflow.gate.memory.__version__", "9.9")
    seen = counted(monkeypatch)
    outcomes(remembering=True)
    assert len(seen) == len(TASKS)


EDITS = st.sampled_from(
    [
        change("a.en.md", "1,250", "1,240"),
        change("a.en.md", "1,240", "1,250"),
        change("a.es.md", "doce", "diez"),
        change("a.es.md", "diez", "doce"),
        change("b.en.md", "The visits", "<!-- workflow:ignore N103 agreed --> The visits"),
        change("b.en.md", "<!-- workflow:ignore N103 agreed -->", ""),
        change("c.en.md", "«", "“"),
        change("c.en.md", "“", "«"),
        lambda: set_variety("en-US"),
        lambda: set_variety("en-GB"),
        change("glossaries/own.po", "jail", "prisons"),
        change("glossaries/own.po", "prisons", "jail"),
        lambda: Path("gone.md").write_text("Texto.\n", encoding="utf-8"),
        lambda: Path("gone.md").unlink(missing_ok=True),
        lambda: shutil.rmtree(".workflow", ignore_errors=True),
        lambda: spoil_one_record(),
        lambda: outcomes(remembering=True),
    ]
)


def set_variety(variety: str) -> None:
    text = f'glossaries = ["glossaries/own.po"]\nvariety = "{variety}"\n'
    Path("workflow.toml").write_text(text, encoding="utf-8")


def spoil_one_record() -> None:
    for record in sorted(Path(".workflow/checked").glob("*"))[:1]:
        record.write_bytes(record.read_bytes()[:-3])


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=st.lists(EDITS, max_size=8))
def test_with_a_memory_the_same_is_found_as_without(
    tmp_path_factory: pytest.TempPathFactory, edits: list[Callable[[], object]]
) -> None:
    folder = tmp_path_factory.mktemp("office") / "office"
    office(folder)
    with within(folder):
        outcomes(remembering=True)
        for edit in edits:
            edit()
            assert_same(outcomes(remembering=True), outcomes(remembering=False))


def assert_same(one: list[tuple[object, ...]], other: list[tuple[object, ...]]) -> None:
    assert one == other


@pytest.mark.parametrize("text", [b"", b"x", b"a\nb\n[]", b"\xff\n\n", b"a\nb\nc\nd"])
def test_a_damaged_record_is_as_good_as_none(here: Path, text: bytes) -> None:
    first = outcomes(remembering=True)
    for record in Path(".workflow/checked").iterdir():
        record.write_bytes(text)
    assert outcomes(remembering=True) == first


def test_without_a_folder_for_it_a_check_still_works(here: Path, run: Run) -> None:
    Path(".workflow").write_text("in the way", encoding="utf-8")
    done = run("check", "--pair", "a.es.md", "a.en.md")
    assert done.returncode == 1 and "1,250" in done.stdout


# --- processes


def many(count: int) -> list[Task]:
    for number in range(count):
        english = ENGLISH.replace("85", str(100 + number))
        Path(f"{number}.md").write_text(english, encoding="utf-8")
    return [FilePair(Path("a.es.md"), Path(f"{number}.md")) for number in range(count)]


def test_several_processes_find_the_same_in_the_same_order(here: Path) -> None:
    tasks = [*many(24), FilePair(Path("a.es.md"), Path("gone.md"))]
    examiner = Examiner(Project.find(), "en")

    def told(jobs: int) -> list[tuple[object, ...]]:
        found = run(tasks, examiner, jobs=jobs, memory=None)
        return [(list(one.found), [str(error) for error in one.errors]) for one in found]

    assert told(3) == told(1)
    assert any("no such file" in str(errors) for _, errors in told(3))


class Deadly(Examiner):
    """An examiner whose process is killed from outside."""

    def examine(self, task: Task) -> list[object]:  # type: ignore[override]
        os.kill(os.getpid(), signal.SIGKILL)
        return []


def test_a_killed_process_is_an_error_and_no_hang(here: Path) -> None:
    tasks = many(16)
    with pytest.raises(WorkflowError, match="was killed"):
        list(run(tasks, Deadly(Project.find(), "en"), jobs=2, memory=None))


def test_another_process_is_not_sent_what_an_examiner_has_loaded(here: Path) -> None:
    examiner = Examiner(Project.find(), "en")
    before = pickle.dumps(examiner)
    examiner.load()
    assert pickle.dumps(examiner) == before
    assert pickle.loads(before) == examiner
