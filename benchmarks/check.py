"""`workflow check` over a newsroom's archive: cold, with nothing changed, and one article.

    python benchmarks/check.py [ARTICLES] [WORDS]

Makes ARTICLES articles (default 1,000) of about WORDS Spanish words (default 1,000) out of the
paragraphs of the sample articles in articles/es and their Apertium drafts, in a random order that
is always the same; every paragraph names a case of its own, so that no two texts are equal. Each
article has its catalog and its draft, as `workflow translate` writes them.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from workflow.article import Kind, parse  # noqa: E402
from workflow.catalog import Catalog, Entry, read_catalog, write_catalog  # noqa: E402
from workflow.pages import draft_page  # noqa: E402
from workflow.project import Project  # noqa: E402

WORKFLOW = [sys.executable, "-m", "workflow"]


@dataclass(frozen=True)
class Paragraph:
    """A Spanish paragraph of a sample and its draft."""

    spanish: str
    english: str


def paragraphs(folder: Path, environment: dict[str, str]) -> list[Paragraph]:
    """Every paragraph of the samples, with the English that Apertium gives it."""
    source = folder / "articles" / "es"
    source.mkdir(parents=True)
    for sample in sorted((ROOT / "articles" / "es").glob("*.md")):
        (source / sample.name).write_bytes(sample.read_bytes())
    translate = [*WORKFLOW, "translate", "--engine", "apertium"]
    subprocess.run(translate, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    found = []
    for article in Project.find(folder).find_articles():
        entries = read_catalog(article.catalog, "en").by_id()
        for segment in parse(article.source.read_text("utf-8")).segments:
            entry = entries[segment.id]
            alone = [one.message for one in parse(f"Caso: {segment.message}\n").segments]
            if segment.kind is Kind.PARAGRAPH and alone == [f"Caso: {segment.message}"]:
                found.append(Paragraph(segment.message, entry.target))
    return found


def archive(folder: Path, known: list[Paragraph], articles: int, words: int) -> int:
    """Write the archive; how many Spanish words it has."""
    chance = random.Random(7)
    project = Project.find(folder)
    total = 0
    for number in range(articles):
        path = project.source_folder / f"nota-{number:04}.md"
        blocks, english = [f"# Nota {number}"], {f"Nota {number}": f"Note {number}"}
        size = 0
        while size < words:
            paragraph = chance.choice(known)
            case = f"{chance.randrange(10_000, 99_999)}-{chance.randrange(2010, 2026)}"
            spanish = f"En el caso {case}: {paragraph.spanish}"
            english[spanish] = f"In case {case}: {paragraph.english}"
            blocks.append(spanish)
            size += len(spanish.split())
        total += size
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
        article = project.article(path)
        document = parse(path.read_text("utf-8"))
        entries = [
            Entry(s.id, s.message).drafted(english[s.message], {"signature": "benchmark"})
            for s in document.segments
        ]
        catalog = Catalog("en", tuple(entries))
        write_catalog(article.catalog, catalog)
        page = draft_page(article, document, catalog, document.rendering(catalog.targets()))
        article.draft.parent.mkdir(parents=True, exist_ok=True)
        article.draft.write_text(page, encoding="utf-8")
    return total


def timed(
    arguments: list[str], folder: Path, environment: dict[str, str]
) -> tuple[float, float, float]:
    """Seconds of the wall clock and of all processors, peak memory in MiB of the first process."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [*WORKFLOW, "check", *arguments], cwd=folder, env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode in (0, 1), process.returncode
    return (
        time.perf_counter() - started,
        usage.ru_utime + usage.ru_stime,
        usage.ru_maxrss / 1024,
    )


def main() -> None:
    """Make the archive and print the table."""
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    words = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
        environment["PYTHONPATH"] = str(ROOT)
        environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        samples = folder / "samples"
        known = paragraphs(samples, environment)
        office = folder / "office"
        (office / "articles" / "es").mkdir(parents=True)
        total = archive(office, known, articles, words)
        one = ["nota-0000"]
        print(f"{articles} articles, {total:,} Spanish words, {os.cpu_count()} processors")
        print(f"{'run':<32} {'wall s':>8} {'CPU s':>8} {'words/CPU s':>12} {'peak MiB':>9}")
        timed(one, office, environment)  # compiles the program
        for title, arguments, count in (
            ("one article, nothing known", [*one, "--no-cache"], 1),
            ("all, nothing known, --jobs 1", ["--no-cache", "--jobs", "1"], articles),
            ("all, nothing known", [], articles),
            ("all, nothing changed", [], articles),
            ("one article, nothing changed", one, 1),
        ):
            wall, busy, memory = timed(arguments, office, environment)
            rate = total * count / articles / busy
            print(f"{title:<32} {wall:8.2f} {busy:8.2f} {rate:12,.0f} {memory:9.0f}")


if __name__ == "__main__":
    main()
