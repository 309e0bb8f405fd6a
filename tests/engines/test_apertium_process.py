"""The chain of Apertium programs: in step, restarted, limited, and gone when we are gone."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from workflow.engines.apertium import ApertiumEngine
from workflow.engines.apertium.process import Chain
from workflow.errors import EngineError

SENTENCES = ["El juez firmó la orden.", "La madre del preso habló.", "No hay agua en la cárcel."]


@pytest.fixture
def engine() -> Iterator[ApertiumEngine]:
    engine = ApertiumEngine()
    yield engine
    engine.close()


def program(engine: ApertiumEngine, name: str) -> int:
    """The process of a program of the translation."""
    for pid in engine._translation.processes:
        if Path(f"/proc/{pid}/cmdline").read_text().partition("\0")[0].endswith(name):
            return pid
    raise LookupError(name)


def texts(engine: ApertiumEngine, segments: list[str]) -> list[str]:
    return [draft.text for draft in engine.translate(segments)]


def gone(pid: int, seconds: float = 20) -> bool:
    """Whether a process ends within some seconds (it need not be our child)."""
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], seconds)[0])
    finally:
        os.close(descriptor)


def test_answers_come_back_in_step_whatever_the_requests_are() -> None:
    chain = Chain([["cat"], ["cat"]])
    requests = ["", "a", "[]", "[x]", "", "línea", "b" * 300_000, "😀"]
    assert chain.exchange(requests) == requests
    chain.close()


def test_no_request_starts_no_program() -> None:
    chain = Chain([["cat"], ["cat"]])
    assert chain.exchange([]) == []
    assert chain.processes == ()


@pytest.mark.parametrize(
    "name", ["apertium-tagger", "apertium-transfer", "apertium-interchunk", "apertium-postchunk"]
)
def test_a_program_killed_between_requests_is_started_again(
    engine: ApertiumEngine, name: str
) -> None:
    expected = texts(engine, SENTENCES)
    os.kill(program(engine, name), signal.SIGKILL)
    assert texts(engine, SENTENCES) == expected


@pytest.mark.parametrize("name", ["apertium-pretransfer", "apertium-transfer", "lt-proc"])
def test_a_program_killed_in_the_middle_of_a_request_loses_nothing(
    engine: ApertiumEngine, name: str
) -> None:
    expected = texts(engine, SENTENCES)
    victim = program(engine, name)
    os.kill(victim, signal.SIGSTOP)  # the request is under way for as long as it stands still
    answers: list[str] = []
    asking = threading.Thread(target=lambda: answers.extend(texts(engine, SENTENCES)))
    asking.start()
    os.kill(victim, signal.SIGKILL)
    asking.join()
    assert answers == expected


def test_a_program_that_hangs_is_given_up_and_started_again() -> None:
    engine = ApertiumEngine(silence=0.5)
    expected = texts(engine, SENTENCES)
    stopped = engine._translation.processes
    for pid in stopped:
        os.kill(pid, signal.SIGSTOP)
    assert texts(engine, SENTENCES) == expected
    assert all(gone(pid) for pid in stopped)
    engine.close()


GREEDY = [sys.executable, "-c", "import sys; sys.stdin.buffer.read(1); bytearray(3 << 30)"]


@pytest.mark.parametrize(
    ("programs", "why"),
    [
        ([["sh", "-c", "cat > /dev/null"]], "no answer|died"),
        ([["sleep", "60"]], "no answer"),
        ([["true"]], "died"),
        ([["cat"], ["true"], ["cat"]], "died"),
        ([["printf", "nonsense"]], "died"),
        ([GREEDY, ["cat"]], "died"),
    ],
)
def test_what_fails_twice_is_an_error_that_says_why(programs: list[list[str]], why: str) -> None:
    chain = Chain(programs, silence=0.4)
    with pytest.raises(EngineError, match=why):
        chain.exchange(["Hola."])
    assert chain.starts == 2
    assert chain.processes == ()


def test_a_program_that_is_not_there_is_an_error_that_names_it() -> None:
    with pytest.raises(EngineError, match="no-such-program"):
        Chain([["cat"], ["no-such-program"]]).exchange(["Hola."])


def test_two_threads_share_one_pipeline(engine: ApertiumEngine) -> None:
    batches = [[f"El preso {n} murió en {year}." for n in range(60)] for year in range(2016, 2024)]
    expected = [texts(engine, batch) for batch in batches]
    answers: dict[int, list[str]] = {}

    def ask(n: int) -> None:
        answers[n] = texts(engine, batches[n])

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(len(batches))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answers[n] for n in range(len(batches))] == expected
    assert engine._translation.starts == 1


def test_a_closed_engine_has_no_programs_and_may_be_used_again(engine: ApertiumEngine) -> None:
    expected = texts(engine, SENTENCES)
    programs = engine._translation.processes
    engine.close()
    assert all(gone(pid) for pid in programs)
    assert texts(engine, SENTENCES) == expected


SCRIPT = """
from workflow.engines.apertium import ApertiumEngine
engine = ApertiumEngine()
engine.translate(["Hola."])
print(*engine._analysis.processes, *engine._translation.processes, flush=True)
{then}
"""


@pytest.mark.parametrize(
    ("then", "end"),
    [
        ("", None),
        ("raise SystemExit(3)", None),
        ("while True: engine.translate(['El juez habló.'] * 500)", signal.SIGINT),
        ("while True: engine.translate(['El juez habló.'] * 500)", signal.SIGTERM),
        ("while True: engine.translate(['El juez habló.'] * 500)", signal.SIGKILL),
    ],
    ids=["end", "exit", "ctrl-c", "terminate", "kill"],
)
def test_no_program_outlives_us(then: str, end: signal.Signals | None) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SCRIPT.format(then=then)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        programs = [int(pid) for pid in process.stdout.readline().split()]
        if end is not None:
            process.send_signal(end)
        process.wait()
        assert len(programs) > 5
        assert all(gone(pid) for pid in programs)


FORK = """
import os
from workflow.engines.apertium import ApertiumEngine
engine = ApertiumEngine()
first = engine.translate(["Hola."])
child = os.fork()
same = engine.translate(["Hola."]) == first
if not child:
    os._exit(0 if same and engine._translation.starts == 2 else 1)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
assert engine.translate(["Hola."]) == first and engine._translation.starts == 1
"""


def test_a_forked_process_starts_programs_of_its_own() -> None:
    subprocess.run([sys.executable, "-c", FORK], check=True, timeout=60)


def test_the_locale_of_the_user_changes_nothing(
    engine: ApertiumEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = texts(engine, ["El niño pidió «agua» — ¿cuándo?"])
    for name in ("LC_ALL", "LANG", "LC_NUMERIC"):
        monkeypatch.setenv(name, "C")
    engine.close()
    assert texts(engine, ["El niño pidió «agua» — ¿cuándo?"]) == expected


def test_thousands_of_sentences_take_no_more_memory(engine: ApertiumEngine) -> None:
    def resident() -> int:
        return sum(
            int(Path(f"/proc/{pid}/statm").read_text().split()[1])
            for pid in engine._translation.processes
        )

    batch = [f"La madre del preso {n} habló con el juez." for n in range(700)]
    first = texts(engine, batch)
    before = resident()
    assert [texts(engine, batch) for _ in range(4)] == [first] * 4
    assert resident() <= before * 1.2


@pytest.mark.parametrize(
    ("program", "package"),
    [("cg-proc", "cg3"), ("lrx-proc", "apertium-lex-tools"), ("apertium-tagger", "apertium")],
)
def test_a_missing_program_names_its_debian_package(
    program: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(EngineError) as error:
        Chain([[program]]).exchange(["Hola."])
    assert program in str(error.value) and error.value.hint == f"sudo apt install {package}"
