"""How fast and how right the number check is, beside the rules that others use.

    python benchmarks/number_check.py            the peers that this interpreter can import
    python benchmarks/number_check.py --peers    install the peers into a temporary place first
    python benchmarks/number_check.py --growth   the time of texts that nobody writes, 100 kB each

Peers: text2num's numbers compared as a multiset, and translate-toolkit's `pofilter -t numbers`.
Recall and false alarms are those of the pairs of tests/numbers/data/compare. For the speed each of
them is set after leads that no other pair has, and every pair is checked once: nothing that was
read before helps. The time is that of the process.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle, islice, permutations, repeat
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "tests" / "numbers" / "data" / "compare"
PACKAGES = ("text2num>=3,<4", "translate-toolkit>=3.13")
PAIRS = 10_000
PLACES = (
    "Lima", "Quito", "Managua", "Asunción", "Montevideo", "Caracas", "Bogotá", "Santiago", "Cobán",
    "Oaxaca", "Puebla", "Cusco", "Arequipa", "Salta", "Valparaíso", "Medellín", "Cali", "Tapachula",
)  # fmt: skip
HOSTILE = (
    "9", "1.", "1, ", "1 000 ", "1/2/", "1-2-", "1:2:", "5 km ", "palabra ", "a_", "(", "](a(",
    "<a ", "&", "a.", "treinta y ", "mil ", "al menos ", "de los ", "half a ", "XIX y ",
    "3 de enero de ", "Ley n.º ",
)  # fmt: skip

Check = Callable[[str, str], bool]
"""Takes source and target and says whether it flags the pair."""


def ours() -> Check:
    """The check of this package."""
    sys.path.insert(0, str(ROOT))
    from workflow.numbers import compare

    return lambda source, target: bool(compare(source, target))


def text2num() -> Check:
    """text2num: numbers in words and digits, compared as a multiset."""
    from text_to_num import alpha2digit

    def numbers(text: str, language: str) -> Counter[str]:
        digits = alpha2digit(text, language)
        cleaned = "".join(c if c.isdigit() else " " for c in digits)
        return Counter(cleaned.split())

    return lambda source, target: numbers(source, "es") != numbers(target, "en")


def pofilter() -> Check:
    """translate-toolkit: the `numbers` filter of pofilter."""
    from translate.filters.checks import CheckerConfig, FilterFailure, StandardChecker

    checker = StandardChecker(CheckerConfig(targetlanguage="en"))

    def flags(source: str, target: str) -> bool:
        try:
            return not checker.numbers(source, target)
        except FilterFailure:
            return True

    return flags


CHECKS: dict[str, Callable[[], Check]] = {
    "workflow.numbers": ours,
    "text2num multiset": text2num,
    "pofilter -t numbers": pofilter,
}


def pairs() -> list[tuple[str, str, str]]:
    """(expected, source, target) of every case table."""
    rows = []
    for table in sorted(DATA.glob("*.tsv")):
        for line in table.read_text("utf-8").splitlines():
            expected, source, target = line.split("\t")
            rows.append((expected.split()[0], source, target))
    return rows


def distinct(rows: list[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Source and target of the rows, over and over, each time after a lead of its own."""
    for (_, source, target), (one, other) in zip(cycle(rows), leads(len(rows)), strict=False):
        yield (
            f"En {one}, según la prensa de {other}: {source}",
            f"In {one}, according to the press in {other}: {target}",
        )


def leads(rows: int) -> Iterator[tuple[str, str]]:
    """Two places, the same for all rows of one round."""
    for lead in permutations(PLACES, 2):
        yield from repeat(lead, rows)


def growth() -> None:
    """Print the seconds that 100 kB of each hostile text take, and the ratio to 50 kB."""
    check = ours()
    check("5 km", "6 km")
    print(f"{'repeated':18} {'seconds':>8} {'ratio':>6}")
    for unit in HOSTILE:
        seconds = []
        for length in (50_000, 100_000):
            text = (unit * length)[:length]
            start = time.process_time()
            check(text, text[: length // 3] + text[length // 2 :])
            seconds.append(time.process_time() - start)
        print(f"{unit!r:18} {seconds[1]:8.2f} {seconds[1] / seconds[0]:6.1f}")


def measure(name: str) -> dict[str, float]:
    """Pairs a second, recall of drift and false alarms of one check in this interpreter."""
    check = CHECKS[name]()
    rows = pairs()
    flags = [check(source, target) for _, source, target in rows]
    drift = [flag for flag, row in zip(flags, rows, strict=True) if row[0] == "drift"]
    clean = [flag for flag, row in zip(flags, rows, strict=True) if row[0] == "ok"]
    fresh = list(islice(distinct(rows), PAIRS))
    start = time.process_time()
    for source, target in fresh:
        check(source, target)
    speed = len(fresh) / (time.process_time() - start)
    return {"speed": speed, "recall": sum(drift) / len(drift), "false": sum(clean) / len(clean)}


def run(name: str, python: str) -> dict[str, float] | None:
    """Measure `name` in a process of `python`; None when it cannot be imported there."""
    command = [python, __file__, "--measure", name]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode:
        last = (result.stderr.strip().splitlines() or ["no message"])[-1]
        print(f"{name}: skipped ({last})")
        return None
    measured: dict[str, float] = json.loads(result.stdout)
    return measured


def install(folder: str) -> str:
    """Make an environment with the peers in `folder` and return its interpreter."""
    venv.create(folder, with_pip=True)
    python = str(Path(folder) / "bin" / "python")
    subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=True)
    return python


def table(results: dict[str, dict[str, float]]) -> None:
    """Print what was measured; the ratio is the speed against ours."""
    base = results["workflow.numbers"]["speed"]
    print(f"{'check':22} {'pairs/s':>10} {'ratio':>7} {'drift found':>12} {'false alarms':>13}")
    for name, result in results.items():
        speed, recall, false = result["speed"], result["recall"], result["false"]
        print(f"{name:22} {speed:10,.0f} {speed / base:7.2f} {recall:12.1%} {false:13.1%}")


def main() -> None:
    """Measure every check and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--peers", action="store_true", help="install the peers for this run")
    parser.add_argument("--measure", choices=CHECKS, help=argparse.SUPPRESS)
    parser.add_argument("--growth", action="store_true", help="measure texts that nobody writes")
    options = parser.parse_args()
    if options.growth:
        growth()
        return
    if options.measure:
        print(json.dumps(measure(options.measure)))
        return
    with tempfile.TemporaryDirectory() as folder:
        peer_python = install(folder) if options.peers else sys.executable
        pythons = {
            name: sys.executable if name == "workflow.numbers" else peer_python for name in CHECKS
        }
        measured = {name: run(name, python) for name, python in pythons.items()}
        table({name: result for name, result in measured.items() if result is not None})


if __name__ == "__main__":
    main()
