"""Many tasks, in several processes, in order; what earlier runs found is not found again."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workflow.errors import Refused, WorkflowError
from workflow.gate.memory import Memory
from workflow.gate.tasks import Examiner, Task
from workflow.located import Located

_BATCH = 8
"""Tasks that a process takes at once."""
_WORTH_A_PROCESS = 16
"""Fewer tasks than this are done sooner without another process."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a task."""

    found: Sequence[Located]
    errors: tuple[WorkflowError, ...] = ()
    """Why it could not be examined."""


def run(
    tasks: Sequence[Task], examiner: Examiner, *, jobs: int | None, memory: Memory | None
) -> Iterator[Outcome]:
    """The outcome of each task, in their order.

    `jobs` is the number of processes, None as many as there are processors. Raises
    `WorkflowError` when a process of ours was killed.
    """
    keys = [memory.key(task) if memory else "" for task in tasks]
    known = [
        memory.recall(task, key) if memory else None for task, key in zip(tasks, keys, strict=True)
    ]
    missing = [task for task, found in zip(tasks, known, strict=True) if found is None]
    fresh = _examined(missing, examiner, jobs)
    for task, key, found in zip(tasks, keys, known, strict=True):
        if found is not None:
            yield Outcome(found)
            continue
        outcome = next(fresh)
        if memory and not outcome.errors:
            memory.remember(task, key, outcome.found)
        yield outcome


def _examined(tasks: Sequence[Task], examiner: Examiner, jobs: int | None) -> Iterator[Outcome]:
    processes = min(jobs or os.cpu_count() or 1, len(tasks) // _BATCH)
    if processes < 2 or (jobs is None and len(tasks) < _WORTH_A_PROCESS):
        return (_outcome(task, examiner) for task in tasks)
    return _in_processes(tasks, examiner, processes)


def _outcome(task: Task, examiner: Examiner) -> Outcome:
    try:
        return Outcome(examiner.examine(task))
    except Refused as refused:
        return Outcome((), refused.errors)
    except WorkflowError as error:
        return Outcome((), (error,))


def _in_processes(tasks: Sequence[Task], examiner: Examiner, processes: int) -> Iterator[Outcome]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    batches = deque(tasks[first : first + _BATCH] for first in range(0, len(tasks), _BATCH))
    examiner.load()
    pool = ProcessPoolExecutor(processes, initializer=_begin, initargs=(examiner,))
    running: deque[Future[list[Outcome]]] = deque()
    try:
        while batches or running:
            # Few are handed out ahead, so that memory stays flat however many there are.
            while batches and len(running) < 2 * processes:
                running.append(pool.submit(_batch, batches.popleft()))
            yield from running.popleft().result()
    except BrokenProcessPool:
        raise WorkflowError(
            "a process of this check was killed",
            hint="the machine may be short of memory; try --jobs 1",
        ) from None
    finally:
        pool.shutdown(cancel_futures=True)


_examiner: list[Examiner] = []
"""In a process of ours: its examiner."""


def _begin(examiner: Examiner) -> None:
    # Ctrl-C is the first process's to answer; this one just ends, whatever it waits for.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    _examiner[:] = [examiner]


def _batch(tasks: Sequence[Task]) -> list[Outcome]:
    return [_outcome(task, _examiner[0]) for task in tasks]
