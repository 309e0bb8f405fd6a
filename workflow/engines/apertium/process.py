"""A chain of Apertium programs kept alive: requests in, answers out, never out of step."""

from __future__ import annotations

import contextlib
import os
import re
import resource
import select
import signal
import subprocess
import sys
import threading
import time
import uuid
import weakref
from collections.abc import Callable, Sequence
from typing import IO, Final, cast

from workflow.errors import EngineError

MEMORY_GIB: Final = 1.0
"""What each program of a chain may take: apertium-transfer can eat all there is on a bad stream."""
SILENCE_SECONDS: Final = 30.0
"""How long a chain may say nothing while it owes an answer."""
_GLANCE_SECONDS: Final = 0.2
"""How often it is looked whether all programs live: some of those after a dead one never end."""
_CHUNK: Final = 1 << 16


class ChainError(Exception):
    """A chain died, fell silent or answered out of step."""


class Chain:
    """Programs that all flush at NUL, one reading from the other, started at the first request.

    A request ends with an empty blank, without which the last full stop can vanish, and begins
    with a numbered nonce, which comes back in the answer and proves which request it answers.
    """

    def __init__(self, programs: Sequence[Sequence[str]], silence: float = SILENCE_SECONDS) -> None:
        """`programs` are commands with their arguments; `silence` is in seconds."""
        self._programs = programs
        self._silence = silence
        self._running: list[subprocess.Popen[bytes]] = []
        weakref.finalize(self, _stop, self._running)
        self._lock = threading.Lock()
        self.starts = 0
        """How often the programs were started."""
        _CHAINS.add(self)

    def exchange(self, streams: Sequence[str]) -> list[str]:
        """One answer for each stream, in order, all in flight at once.

        A chain that dies on the way is started again and asked once more; the second time raises
        `EngineError`.
        """
        if not streams:
            return []
        with self._lock:
            try:
                return self._ask(streams)
            except ChainError:
                pass
            try:
                return self._ask(streams)
            except ChainError as error:
                raise EngineError(
                    f"Apertium failed twice: {error}",
                    hint="try `echo Hola | apertium -l` and reinstall its packages if that fails",
                ) from error

    def close(self) -> None:
        """Stop the programs; the next request starts them again."""
        _stop(self._running)

    def forget(self) -> None:
        """Leave the programs to the process that started them, after a fork."""
        self._running.clear()
        self._lock = threading.Lock()

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of the running processes, one for each program; none when stopped."""
        return tuple(process.pid for process in self._running)

    def _ask(self, streams: Sequence[str]) -> list[str]:
        nonce = uuid.uuid4().hex
        request = "".join(f"[{nonce}:{n}]{stream}[]\0" for n, stream in enumerate(streams))
        last = f"[{nonce}:end]"
        try:
            if not self._alive():
                self.close()
                self._start()
            answer = self._roundtrip(f"{request}{last}\0".encode(), last.encode())
            return _answers(answer.decode(), nonce, len(streams))
        except BaseException:
            self.close()
            raise

    def _alive(self) -> bool:
        return bool(self._running) and all(p.poll() is None for p in self._running)

    def _start(self) -> None:
        """Start the programs in a process group of their own, out of reach of Ctrl-C."""
        self.starts += 1
        source: IO[bytes] | int = subprocess.PIPE
        for program in self._programs:
            group = self._running[0].pid if self._running else 0
            try:
                process = subprocess.Popen(
                    program,
                    stdin=source,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    bufsize=0,
                    process_group=group,
                    env={**os.environ, "LC_ALL": "C.UTF-8"},
                )
            except PermissionError as error:
                raise ChainError("a program of its pipeline died") from error
            except OSError as error:
                raise EngineError(
                    f"Apertium cannot be started: {error.strerror} ({program[0]})",
                    hint=f"sudo apt install {_package_of(program[0])}",
                ) from error
            if self._running:
                cast(IO[bytes], source).close()  # theirs alone, so that they see its end
            self._running.append(process)
            _limit_memory(process.pid)
            source = cast(IO[bytes], process.stdout)
        for pipe in (self._running[0].stdin, self._running[-1].stdout):
            os.set_blocking(cast(IO[bytes], pipe).fileno(), False)

    def _roundtrip(self, request: bytes, last: bytes) -> bytes:
        """Write and read at the same time: a long request would fill both pipes and stop."""
        into = cast(IO[bytes], self._running[0].stdin).fileno()
        out_of = cast(IO[bytes], self._running[-1].stdout).fileno()
        waiting, answer = memoryview(request), bytearray()
        heard = time.monotonic()
        while answer.find(last, max(0, len(answer) - _CHUNK - len(last))) < 0:
            readable, writable, _ = select.select(
                [out_of], [into] if waiting else [], [], _GLANCE_SECONDS
            )
            if writable:
                waiting = waiting[_write(into, waiting[:_CHUNK]) :]
            if readable:
                part = os.read(out_of, _CHUNK)
                if not part:
                    raise ChainError("a program of its pipeline died")
                answer += part
            if readable or writable:
                heard = time.monotonic()
            elif not self._alive():
                raise ChainError("a program of its pipeline died")
            elif time.monotonic() - heard > self._silence:
                raise ChainError(f"no answer for {self._silence:g} seconds")
        return bytes(answer)


def _limit_memory(pid: int) -> None:
    """Bound the address space of a process just started, where the system can."""
    if sys.platform == "linux":
        limit = int(MEMORY_GIB * (1 << 30))
        with contextlib.suppress(OSError, ValueError):
            resource.prlimit(pid, resource.RLIMIT_AS, (limit, limit))


def _write(descriptor: int, data: memoryview) -> int:
    try:
        return os.write(descriptor, data)
    except BlockingIOError:
        return 0
    except BrokenPipeError as error:
        raise ChainError("a program of its pipeline died") from error


def _answers(output: str, nonce: str, count: int) -> list[str]:
    """The answers by their numbers; raises `ChainError` when one is missing."""
    parts = re.split(rf"\[{nonce}:(\d+|end)\]", output.replace("\0", ""))
    found = dict(zip(parts[1::2], parts[2::2], strict=True))
    try:
        return [found[str(n)].removesuffix("[]") for n in range(count)]
    except KeyError as error:
        raise ChainError("an answer is missing") from error


_PACKAGES: Final = {
    "cg-proc": "cg3",
    "lt-proc": "lttoolbox",
    "lsx-proc": "apertium-separable",
    "lrx-proc": "apertium-lex-tools",
    "rtx-proc": "apertium-recursive",
    "hfst-proc": "hfst",
    "apertium-anaphora": "apertium-anaphora",
}
"""Debian packages of the programs that pipelines call and `apertium` itself does not hold."""


def _package_of(program: str) -> str:
    """The Debian package that holds a program of a pipeline."""
    return _PACKAGES.get(program.rpartition("/")[2], "apertium")


def run(command: Sequence[str], describe: Callable[[str], str]) -> str:
    """The output of a program that is asked once; `describe` words the error for a reason."""
    try:
        done = subprocess.run(command, check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.SubprocessError) as error:
        hint = f"sudo apt install {_package_of(command[0])}"
        raise EngineError(describe(str(error)), hint=hint) from error
    return done.stdout.decode("utf-8", "replace").strip()


_CHAINS: Final[weakref.WeakSet[Chain]] = weakref.WeakSet()


def _stop(running: list[subprocess.Popen[bytes]]) -> None:
    """End programs and take them off the list: when closed, forgotten about, or at exit."""
    if running:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(running[0].pid, signal.SIGKILL)
    for process in running:
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()
    running.clear()


def _forget_all() -> None:
    for chain in list(_CHAINS):
        chain.forget()


os.register_at_fork(after_in_child=_forget_all)
