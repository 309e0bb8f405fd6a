"""Apertium as the engine runs it, against the command line called for every sentence.

    python benchmarks/apertium.py [ROUNDS]

The sentences are those of `articles/es`. All ways take turns in each of ROUNDS rounds (default
5); the table gives medians of words per second and the ratio to the first way. The last lines
say what enforcing the glossary costs, and the peak memory of the programs and of this process.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from workflow.article import parse
from workflow.engines.apertium import ApertiumEngine
from workflow.engines.base import Constraint
from workflow.engines.markup import TaggedText, escape
from workflow.engines.sentences import split
from workflow.glossary import Glossary

ROOT = Path(__file__).resolve().parent.parent
MODE = "spa-eng_US"
BY_COMMAND = 20
"""Sentences given to the command line in a round: it is slow."""


def sentences() -> list[str]:
    """The sentences of the sample articles, plain."""
    found = []
    for path in sorted((ROOT / "articles" / "es").glob("*.md")):
        for segment in parse(path.read_text(encoding="utf-8")).segments:
            plain = TaggedText.parse(segment.tagged).plain
            found += [plain[start:end].strip() for start, end in split(plain)]
    return [sentence for sentence in found if len(sentence.split()) > 3]


def constraints(text: str, glossary: Glossary) -> list[Constraint]:
    """The glossary's terms in a text, as the engine takes them."""
    found = glossary.find(text)
    return [Constraint(**match.constraint_fields()) for match in found if match.replaceable]


def words(texts: Iterable[str]) -> int:
    """How many words the texts have together."""
    return sum(len(text.split()) for text in texts)


def timed(work: Callable[[], object]) -> float:
    """Seconds of the wall clock."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def command_line(text: str) -> None:
    """Translate a text as a person would in a shell."""
    subprocess.run(["apertium", "-u", MODE], input=text, text=True, capture_output=True, check=True)


def peak_kib(processes: Iterable[int]) -> int:
    """The sum of the most memory that each process ever held."""
    total = 0
    for pid in processes:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmHWM"):
                total += int(line.split()[1])
    return total


def main() -> None:
    """Measure and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    texts = sentences() * 4
    few = texts[:BY_COMMAND]
    tagged = [escape(text) for text in texts]
    glossary = Glossary.load(ROOT / "glossaries" / "human-rights.es-en.po")
    terms = [constraints(text, glossary) for text in texts]
    engine = ApertiumEngine()
    engine.translate(tagged[:1])
    ways: dict[str, tuple[int, Callable[[], object]]] = {
        "command line, once a sentence": (
            words(few),
            lambda: [command_line(text) for text in few],
        ),
        "command line, all at once": (words(texts), lambda: command_line("\n".join(texts))),
        "engine, plain draft": (words(texts), lambda: engine.translate(tagged)),
        "engine, terms enforced": (
            words(texts),
            lambda: engine.translate(tagged, terms),
        ),
        "engine, terms found and enforced": (
            words(texts),
            lambda: engine.translate(tagged, [constraints(text, glossary) for text in texts]),
        ),
    }
    speeds: dict[str, list[float]] = {title: [] for title in ways}
    for _ in range(rounds):
        for title, (count, work) in ways.items():
            speeds[title].append(count / timed(work))
    medians = {title: statistics.median(values) for title, values in speeds.items()}
    unit = medians["command line, once a sentence"]
    print(f"{len(texts)} sentences, {words(texts)} words, {sum(map(len, terms))} terms")
    print(f"{'':38}{'words/s':>10}{'ratio':>9}")
    for title, speed in medians.items():
        print(f"{title:38}{speed:10.0f}{speed / unit:9.1f}")
    cost = medians["engine, plain draft"] / medians["engine, terms enforced"]
    print(f"\nenforcement costs {cost:.2f} times the plain draft")
    programs = peak_kib((*engine._analysis.processes, *engine._translation.processes))
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak memory: programs {programs / 1024:.0f} MiB, this process {own / 1024:.0f} MiB")
    engine.close()


if __name__ == "__main__":
    main()
