"""A chain of Apertium programs kept alive: requests in, answers out, never out of step."""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import select
import signal
import subprocess
import threading
import time
import uuid
import weakref
from collections.abc import Callable, Sequence
from typing import Final

from workflow.errors import EngineError

MEMORY_GIB: Final = 1.0
"""What each program of a chain may take: apertium-transfer can eat all there is on a bad stream."""
SILENCE_SECONDS: Final = 30.0
"""How long a chain may say nothing while it owes an answer."""
_CHUNK: Final = 1 << 16


class ChainError(Exception):
    """A chain died, fell silent or answered out of step."""


class Chain:
    """One shell pipeline of programs that all flush at NUL, started at the first request.

    A request ends with an empty blank, without which the last full stop can vanish, and begins
    with a numbered nonce, which comes back in the answer and proves which request it answers.
    """

    def __init__(self, command: str, silence: float = SILENCE_SECONDS) -> None:
        self._command = command
        self._silence = silence
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self.processes_started = 0
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
        process, self._process = self._process, None
        if process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        process.wait()

    @property
    def process_group(self) -> int | None:
        """The process group of the running programs."""
        return self._process.pid if self._process else None

    def _ask(self, streams: Sequence[str]) -> list[str]:
        process = self._running()
        nonce = uuid.uuid4().hex
        request = "".join(f"[{nonce}:{n}]{stream}[]\0" for n, stream in enumerate(streams))
        last = f"[{nonce}:end]"
        try:
            answer = self._roundtrip(process, f"{request}{last}\0".encode(), last.encode())
            return _answers(answer.decode(), nonce, len(streams))
        except BaseException:
            self.close()
            raise

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and self._process.poll() is None:
            return self._process
        self.close()
        limit = int(MEMORY_GIB * (1 << 20))
        try:
            process = subprocess.Popen(
                ["/bin/sh", "-c", f"ulimit -v {limit}; {self._command}"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                start_new_session=True,
                env={**os.environ, "LC_ALL": "C.UTF-8"},
            )
        except OSError as error:
            raise EngineError(f"Apertium cannot be started: {error.strerror}") from error
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            os.set_blocking(pipe.fileno(), False)
        self._process = process
        self.processes_started += 1
        return process

    def _roundtrip(self, process: subprocess.Popen[bytes], request: bytes, last: bytes) -> bytes:
        """Write and read at the same time: a long request would fill both pipes and stop."""
        assert process.stdin is not None and process.stdout is not None
        into, out_of = process.stdin.fileno(), process.stdout.fileno()
        waiting, answer = memoryview(request), bytearray()
        deadline = time.monotonic() + self._silence
        while answer.find(last, max(0, len(answer) - _CHUNK - len(last))) < 0:
            left = deadline - time.monotonic()
            if left <= 0:
                raise ChainError(f"no answer for {self._silence:g} seconds")
            readable, writable, _ = select.select([out_of], [into] if waiting else [], [], left)
            if writable:
                waiting = waiting[_write(into, waiting[:_CHUNK]) :]
            if readable:
                part = os.read(out_of, _CHUNK)
                if not part:
                    raise ChainError("a program of its pipeline died")
                answer += part
            if readable or writable:
                deadline = time.monotonic() + self._silence
        return bytes(answer)


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


def run(command: Sequence[str], describe: Callable[[str], str]) -> str:
    """The output of a program that is asked once; `describe` words the error for a reason."""
    try:
        done = subprocess.run(command, check=True, capture_output=True, timeout=30)
    except (OSError, subprocess.SubprocessError) as error:
        raise EngineError(describe(str(error)), hint="sudo apt install apertium") from error
    return done.stdout.decode("utf-8", "replace").strip()


_CHAINS: Final[weakref.WeakSet[Chain]] = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    for chain in list(_CHAINS):
        chain.close()
