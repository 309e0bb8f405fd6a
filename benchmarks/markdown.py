"""How long articles take to parse and render, beside a plain markdown-it-py parse.

    python benchmarks/markdown.py [FOLDER]

Times are processor seconds, the best of several rounds in one run; compare ratios, not machines.
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from markdown_it import MarkdownIt

from workflow.article import Document, parse

ROUNDS = 7
ARTICLES = Path(__file__).resolve().parent.parent / "articles"
VOWELS = str.maketrans("aeiou", "áéíóú")
GOAL = 0.6
"""Parsing and rendering shall reach this part of a plain parse's speed."""


def best_times(works: Sequence[Callable[[], object]]) -> list[float]:
    """Processor seconds of each work's fastest round; they take turns and so share the noise."""
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for number, work in enumerate(works):
            start = time.process_time()
            work()
            best[number] = min(best[number], time.process_time() - start)
    return best


def translated(document: Document) -> dict[str, str]:
    """A translation of every segment that changes its words and keeps its tags."""
    targets = {}
    for segment in document.segments:
        parts = re.split(r"(<[^<>]*>|&#?\w+;)", segment.tagged)
        parts[::2] = [part.translate(VOWELS) for part in parts[::2]]
        targets[segment.id] = segment.untag("".join(parts))
    return targets


def measure(texts: Sequence[str]) -> list[tuple[str, float]]:
    """What is done to all texts, and its seconds; the plain parse first."""
    plain = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    targets = [translated(parse(text)) for text in texts]
    pairs = list(zip(texts, targets, strict=True))
    works: dict[str, Callable[[], object]] = {
        "markdown-it-py, parse": lambda: [plain.parse(text) for text in texts],
        "parse, render untranslated": lambda: [parse(text).render({}) for text in texts],
        "parse, render all translated": lambda: [parse(t).render(x) for t, x in pairs],
        "parse, tag and untag every segment": lambda: [translated(parse(text)) for text in texts],
    }
    return list(zip(works, best_times(list(works.values())), strict=True))


def main() -> int:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLES
    texts = [path.read_bytes().decode() for path in sorted(folder.rglob("*.md"))]
    if not texts:
        print(f"{folder}: no Markdown files", file=sys.stderr)
        return 2
    size = sum(len(text.encode()) for text in texts) / 1e6
    print(f"{len(texts)} files, {size:.2f} MB; the goal for parse and render is {GOAL}\n")
    print(f"{'':36}{'seconds':>9}{'MB/s':>8}{'ratio':>8}")
    rows = measure(texts)
    for name, seconds in rows:
        print(f"{name:36}{seconds:9.3f}{size / seconds:8.2f}{rows[0][1] / seconds:8.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
