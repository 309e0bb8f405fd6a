"""The fuzz job: every reader against random input, for so many seconds.

    python fuzz/run.py --seconds 60 [--seed N] [--target NAME ...] [--found FOLDER]

Takes the targets in turn. A case that ends with anything but an error for people, or that takes
more than `LIMIT` seconds of the processor, is a bug: it is made small, written into the folder
for what was found, and the exit code is 1. Once mended, the file moves to `fuzz/seeds/TARGET/`,
where the tests replay it for ever. The same --seed makes the same cases.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fuzz.mutation import mutated  # noqa: E402
from fuzz.targets import EXPECTED, TARGETS, Target  # noqa: E402

LIMIT = 10.0
"""Seconds of the processor that a case of some kilobytes may take on a slow machine."""
SEEDS = Path(__file__).resolve().parent / "seeds"
_TURN = 200
"""Cases of one target before the next has its turn."""
_KEPT = 400
"""Cases kept beside the seeds, to be changed further."""


class Hang(BaseException):
    """A case took too long; not an `Exception`, so that nothing under test takes it for its own."""


@dataclass(frozen=True, slots=True)
class Bug:
    """How a case failed: the error and the innermost place of it."""

    error: str
    place: str

    def __str__(self) -> str:
        return f"{self.error} at {self.place}"


def seeds_of(target: Target) -> list[bytes]:
    """The seeds on the disk, then those that the program makes; of a `.tsv` each line is one."""
    seeds: list[bytes] = []
    for path in sorted((SEEDS / target.name).glob("*")):
        data = path.read_bytes()
        rows = data.splitlines() if path.suffix == ".tsv" else [data]
        seeds += [row.replace(b"\t", b"\f") if path.suffix == ".tsv" else row for row in rows]
    return seeds + target.made_seeds()


def tried(target: Target, data: bytes, limit: float = LIMIT) -> Bug | None:
    """Run one case; the bug it shows, None when it ends as it should."""

    def stop(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit)
    try:
        target.run(data)
    except EXPECTED:
        return None
    except Hang as error:
        return Bug(f"more than {limit:g} s", _innermost(error))
    except Exception as error:
        return Bug(type(error).__name__, _innermost(error))
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
    return None


def _innermost(error: BaseException) -> str:
    """The last place in this project that the error went through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [
        frame for frame in frames if str(ROOT) in frame.filename and ".venv" not in frame.filename
    ]
    frame = (own or frames)[-1]
    return f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"


def _is_ours(path: Path) -> bool:
    return path.is_relative_to(ROOT) and "site-packages" not in path.parts


def smallest(target: Target, data: bytes, bug: Bug, tries: int = 2_000) -> bytes:
    """A part of the case that shows the same bug: what can be left out is, from large to small."""
    size = max(1, len(data) // 2)
    limit = LIMIT / 4 if bug.error.startswith("more") else LIMIT
    if limit < LIMIT:
        tries = 40
    while size:
        at = 0
        while at < len(data) and tries:
            shorter, tries = data[:at] + data[at + size :], tries - 1
            other = tried(target, shorter, limit)
            if other is not None and other.error.split()[0] == bug.error.split()[0]:
                data = shorter
            else:
                at += size
        size //= 2
    return data


def cases(target: Target, dice: random.Random) -> Iterator[bytes]:
    """Without end: the seeds as they are, then changes of them and of what came of changes."""
    pool = seeds_of(target)
    yield from pool
    first = len(pool)
    while True:
        case = mutated(dice, pool, target.syntax)
        if dice.random() < 0.1:
            if len(pool) < first + _KEPT:
                pool.append(case)
            else:
                pool[dice.randrange(first, len(pool))] = case
        yield case


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seconds", type=float, default=60.0, help="how long in all (60)")
    parser.add_argument("--seed", type=int, default=1, help="of the random numbers (1)")
    parser.add_argument("--target", action="append", choices=sorted(TARGETS), help="only these")
    parser.add_argument("--found", type=Path, default=Path("fuzz/found"), help="folder for bugs")
    return parser.parse_args()


def main() -> int:
    """Run the job; 1 when it found a bug."""
    options = _options()
    chosen = [TARGETS[name] for name in options.target or TARGETS]
    streams = {t.name: cases(t, random.Random(f"{options.seed} {t.name}")) for t in chosen}
    end = time.monotonic() + options.seconds
    counts: Counter[str] = Counter()
    bugs: dict[tuple[str, Bug], Path] = {}
    while time.monotonic() < end:
        for target in chosen:
            share = time.monotonic() + options.seconds / (4 * len(chosen))
            for _ in range(_TURN):
                if time.monotonic() > min(end, share):
                    break
                case = next(streams[target.name])
                counts[target.name] += 1
                bug = tried(target, case)
                if bug is not None and (target.name, bug) not in bugs:
                    bugs[target.name, bug] = _kept(options.found, target, case, bug)
    for target in chosen:
        print(f"{target.name}: {counts[target.name]} cases")
    print(f"{len(bugs)} bugs in {sum(counts.values())} cases")
    return int(bool(bugs))


def _kept(folder: Path, target: Target, case: bytes, bug: Bug) -> Path:
    """Write the case, made small, and say so."""
    small = smallest(target, case, bug)
    path = folder / target.name / hashlib.sha256(small).hexdigest()[:12]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(small)
    print(f"{target.name}: {bug}: {path} {small[:120]!r}", flush=True)
    return path


if __name__ == "__main__":
    sys.exit(main())
