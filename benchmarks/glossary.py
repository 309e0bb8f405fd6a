"""The glossary: time to load, words a second with few and many terms, accuracy on labelled cases.

    python benchmarks/glossary.py [RUNS]

Times are the best of RUNS (default 5) in one process. The unit of the ratios is one regular
expression of all wordings, which finds them as they are written only.
"""

from __future__ import annotations

import json
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from workflow.checks.terms import check_terms
from workflow.glossary import Glossary, Term

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ROOT / "glossaries" / "human-rights.es-en.po"
CASES = ROOT / "tests" / "glossary" / "data"
MANY = 5_000


def best(runs: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest of `runs`."""
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        work()
        times.append(time.perf_counter() - started)
    return min(times)


def enlarged(terms: Sequence[Term], text: str) -> list[Term]:
    """`terms` and as many made of words of `text` as make `MANY`: they nearly match often."""
    words = sorted({word for word in re.findall(r"[a-záéíóúñ]+", text) if len(word) > 4})
    chance = random.Random(1)
    made = {" ".join(chance.sample(words, chance.choice((2, 3)))) for _ in range(2 * MANY)}
    return [*terms, *(Term(one, "thing") for one in sorted(made)[: MANY - len(terms)])]


def as_expression(terms: Sequence[Term]) -> re.Pattern[str]:
    """One expression of all wordings, longest first."""
    wordings = {wording for term in terms for wording in (term.source, *term.variants)}
    longest_first = sorted(wordings, key=lambda wording: (-len(wording), wording))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)


def speed(runs: int) -> None:
    """Print times and rates."""
    with tempfile.TemporaryDirectory() as folder:
        cold = best(1, lambda: Glossary.load(SHIPPED, cache_directory=Path(folder)))
        warm = best(runs, lambda: Glossary.load(SHIPPED, cache_directory=Path(folder)).terms)
        shipped = Glossary.load(SHIPPED, cache_directory=Path(folder))
    articles = sorted((ROOT / "articles" / "es").glob("*.md"))
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in articles)
    paragraphs = text.split("\n\n")
    count = len(text.split())
    terms = enlarged(shipped.terms, text)
    print(f"load {len(shipped.terms)} terms, nothing in the cache   {1000 * cold:8.1f} ms")
    print(f"load {len(shipped.terms)} terms from the cache           {1000 * warm:8.1f} ms")
    compiling = best(1, lambda: Glossary(terms))
    print(f"compile {len(terms)} terms                     {1000 * compiling:8.1f} ms")
    print(f"\n{'words a second':<24}{'glossary':>10}{'expression':>12}{'ratio':>8}")
    for some in (shipped.terms, terms):
        glossary, expression = Glossary(some), as_expression(some)
        ours = count / best(runs, lambda g=glossary: [g.find(one) for one in paragraphs])
        plain = count / best(
            runs, lambda e=expression: [list(e.finditer(one)) for one in paragraphs]
        )
        print(f"{len(some):>6} terms            {ours:>10,.0f}{plain:>12,.0f}{ours / plain:>8.1f}")


def cases(name: str) -> list[dict[str, Any]]:
    """The labelled cases of a data file."""
    lines = (CASES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def matching(name: str, glossary: Glossary) -> tuple[int, int, int]:
    """Matches right, found, wanted."""
    right = found = wanted = 0
    for case in cases(name):
        text = case["text"]
        got = Counter((text[m.start : m.end], m.target) for m in glossary.find(text))
        expected = Counter((words, english) for words, english, _ in case["matches"])
        right += (got & expected).total()
        found += got.total()
        wanted += expected.total()
    return right, found, wanted


def checking(name: str, glossary: Glossary) -> tuple[int, int, int]:
    """Violations reported, pairs reported, violations."""
    right = reported = wrong = 0
    for case in cases(name):
        source, target = case["source"], case["target"]
        alarm = any(True for _ in check_terms(source, target, glossary))
        violation = case["expect"] == "violation"
        right += alarm and violation
        reported += alarm
        wrong += violation
    return right, reported, wrong


def accuracy() -> None:
    """Print precision and recall of matching and checking, on the cases tuned on and apart."""
    glossary = Glossary.load(SHIPPED)
    print(f"\n{'accuracy':<24}{'cases':>8}{'precision':>11}{'recall':>8}")
    for name, measure in (
        ("matches", matching),
        ("matches-apart", matching),
        ("pairs", checking),
        ("pairs-apart", checking),
    ):
        right, found, wanted = measure(name, glossary)
        precision, recall = right / max(found, 1), right / max(wanted, 1)
        print(f"{name:<24}{len(cases(name)):>8}{precision:>11.3f}{recall:>8.3f}")


if __name__ == "__main__":
    speed(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    accuracy()
